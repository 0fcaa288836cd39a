"""What is known of two documents whose texts cannot be set side by side: claims, each with its
sources.

Comes in: a pair. Goes out: rows of a table, and the sources they rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from portal.kinds import Entry
from portal.kinds.base import Link
from portal.kinds.criteria import Count, CriteriaSet
from portal.kinds.document import Document
from portal.kinds.entry import Fact
from portal.library import Library
from portal.views.context import PageContext
from portal.views.parts import Cell, Row
from portal.views.phrases import plain_list, standing, statement
from portal.views.synopsis.pairs import Pair, criteria_sets


def sources(library: Library, pair: Pair) -> Iterator[Link]:
    """Of all claims that are shown."""
    for document in (pair.old.document, pair.new.document):
        sets = criteria_sets(library, document)
        counts = [(count, one) for one in sets for level in one.levels for count in level.counts]
        for told, entry in (*counts, *_facts(document, sets)):
            yield from library.sources(told, entry)


def rows(v: PageContext, pair: Pair) -> Iterator[Row]:
    """Levels and numbers of chỉ tiêu where a criteria set tells them, then every other claim."""
    both = pair.old.document, pair.new.document
    sets = [criteria_sets(v.library, one) for one in both]
    if any(sets):
        yield _row("Các mức", (_levels(each) for each in sets))
        yield _row("Số chỉ tiêu", (_counts(v, each) for each in sets))
    facts = (_facts(one, each) for one, each in zip(both, sets, strict=True))
    yield _row("Nội dung đã biết", ([statement(v, *fact) for fact in told] for told in facts))


def _row(label: str, cells: Iterable[list[Markup]]) -> Row:
    made: list[Cell] = [plain_list(lines) if lines else None for lines in cells]
    return Row((label, *made))


def _levels(sets: Iterable[CriteriaSet]) -> list[Markup]:
    return [Markup("{}").format(level.title) for one in sets for level in one.levels]


def _counts(v: PageContext, sets: Iterable[CriteriaSet]) -> list[Markup]:
    return [
        Markup("{}: {} {}").format(level.title, _count(count), standing(v, count, one))
        for one in sets
        for level in one.levels
        for count in level.counts
        if count.value is not None
    ]


def _count(one: Count) -> str:
    return f"tiêu chí {one.criterion}: {one.value}" if one.criterion else f"{one.value} chỉ tiêu"


def _facts(document: Document, sets: Iterable[CriteriaSet]) -> list[tuple[Fact, Entry]]:
    """Those of the document; where it has none, those of the criteria it lays down."""
    own: list[tuple[Fact, Entry]] = [(fact, document) for fact in document.facts]
    return own or [(fact, one) for one in sets for fact in one.facts]
