"""What waits for an editor: drafts, days to come, reviews, sources and citations that are missing.

Comes in: the library with drafts, and what was found wrong. Goes out: groups of places in files,
each in the order in which they come due. Refuses to know: how they are printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from portal.dates import day
from portal.desk import left_behind
from portal.kinds import Entry
from portal.kinds.exemplar import Exemplar
from portal.kinds.exemplar.questions import QUESTIONS, missing
from portal.kinds.fields import key_of
from portal.library import Library
from portal.library.links import SOURCES
from portal.problem import Problem, errors
from portal.rules import citations_are_known, facts_have_sources, placeholders_are_replaced

PUBLISHED, EXPIRES = key_of(Entry, "published"), key_of(Entry, "expires")
REVIEW = key_of(Entry, "review_after")


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """One place in a file."""

    path: str
    line: int
    title: str
    """What the entry is called; empty where only the place is known."""
    text: str = ""
    """What is to be known of it."""


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    title: str
    items: tuple[Item, ...]


def overview(library: Library, problems: Sequence[Problem]) -> tuple[Group, ...]:
    """All groups, empty ones too."""
    drafts = (one for one in library.drafts if not one.is_withdrawn)
    citations = citations_are_known.UNKNOWN, citations_are_known.NEAR
    samples = (placeholders_are_replaced.RULE,)
    return (
        Group("faults", "Lỗi phải sửa", _of(errors(problems))),
        Group("drafts", "Bản nháp", tuple(sorted(_item(one) for one in drafts))),
        Group("scheduled", "Hẹn đăng", tuple(_scheduled(library))),
        Group("leaving", "Hẹn gỡ", tuple(_leaving(library))),
        Group("overdue", "Quá hạn rà soát", tuple(_overdue(library))),
        Group("unsourced", "Chưa ghi nguồn", tuple(_unsourced(library))),
        Group("models", "Mô hình còn thiếu điều cần biết", tuple(_models(library))),
        Group("citations", "Trích dẫn chưa rõ", _of(_among(problems, citations))),
        Group("unfinished", "Sửa chưa hết chỗ", _of(_among(problems, (left_behind.RULE,)))),
        Group("samples", "Còn chữ mẫu", _of(_among(problems, samples))),
    )


def _item(entry: Entry, where: str = "", text: str = "") -> Item:
    return Item(entry.source.path, entry.line(where), entry.name, text)


def _of(problems: Iterable[Problem]) -> tuple[Item, ...]:
    return tuple(Item(one.path, one.line, "", one.text) for one in problems)


def _among(problems: Iterable[Problem], rules: Sequence[str]) -> Iterator[Problem]:
    return (one for one in problems if one.rule in rules)


def _scheduled(library: Library) -> Iterator[Item]:
    waiting = [(one.waits_until, one) for one in library.scheduled if one.waits_until]
    for on, one in sorted(waiting, key=lambda pair: (pair[0], pair[1].source.path)):
        yield _item(one, PUBLISHED, f"đăng {day(on)}")


def _leaving(library: Library) -> Iterator[Item]:
    known = (one for one in library.everything if not one.is_draft and not one.expired)
    leaving = [(one.expires, one) for one in known if one.expires]
    for on, one in sorted(leaving, key=lambda pair: (pair[0], pair[1].source.path)):
        yield _item(one, EXPIRES, f"gỡ {day(on)}")


def _overdue(library: Library) -> Iterator[Item]:
    late = [one for one in library.everything if library.is_overdue(one)]
    for one in sorted(late, key=lambda one: (one.review_after or library.today, one.source.path)):
        told = f"từ {day(one.review_after)}" if one.review_after else ""
        yield _item(one, REVIEW, told)


def _unsourced(library: Library) -> Iterator[Item]:
    """Drafts too: it is a fault the day they are published."""
    for one in library.everything:
        if facts_have_sources.needs_source(one) and not one.sources:
            yield _item(one, SOURCES, "bản nháp" if one.is_draft else "")


def _models(library: Library) -> Iterator[Item]:
    """Of published models, how much of what must be known before one is copied; the emptiest
    first."""
    found = [(missing(one), one) for one in library.of(Exemplar)]
    for gaps, one in sorted(found, key=lambda pair: (-len(pair[0]), pair[1].source.path)):
        if gaps:
            names = ", ".join(it.name for it in gaps)
            told = f"thiếu {len(gaps)} trong {len(QUESTIONS)} điều: {names}"
            yield Item(one.source.path, one.line(), "", told)
