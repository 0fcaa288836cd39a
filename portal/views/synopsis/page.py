"""«Đối chiếu»: two texts side by side, clause by clause: kept, changed, new, dropped, moved.

Comes in: the library. Goes out: one page for each pair. Where one of the texts was not read, the
page says so and compares nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup, escape

from portal.kinds.document.clauses import clause_name
from portal.kinds.lists import Tone
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, page
from portal.views.synopsis.align import Row, align
from portal.views.synopsis.pairs import Pair, Side, pairs
from portal.views.synopsis.units import Unit, units
from portal.views.synopsis.words import compare

WORDS = {
    "changed": ("Sửa", Tone.CAUTION),
    "moved-changed": ("Chuyển, sửa", Tone.CAUTION),
    "moved": ("Chuyển", Tone.WAITING),
    "new": ("Mới", Tone.GOOD),
    "dropped": ("Bỏ", Tone.ENDED),
    "kept": ("Giữ nguyên", Tone.PLAIN),
}
"""State → its word and tone, what has to be read first."""


@dataclass(frozen=True, slots=True)
class Line:
    """One clause as the page shows it."""

    id: str
    name: str
    word: str
    tone: Tone
    old: Markup
    new: Markup
    moved: str = ""
    """Where it stood, if elsewhere."""
    unchanged: bool = False
    """Whether both sides say the same."""


@dataclass(frozen=True, slots=True)
class Total:
    word: str
    tone: Tone
    count: int
    first: str
    """The id of the first line of this sort."""


def plan(inputs: Inputs) -> Iterator[Plan]:
    known: dict[str, list[Unit]] = {}
    for pair in pairs(inputs.library):
        old, new = pair.labels()
        title = (
            f"Đối chiếu {pair.new.document.short}: {old} và {new}"
            if pair.one_document
            else f"Đối chiếu {old} và {new}"
        )
        yield page(
            "synopsis.html.jinja",
            pair.url,
            title,
            f"{title}: từng điều khoản giữ nguyên, sửa, mới, bỏ, chuyển.",
            origin=pair.new.text.source.path,
            label="Đối chiếu",
            searchable=False,
            outlined=False,
            pair=pair,
            labels=(old, new),
            named=title.removeprefix("Đối chiếu "),
            later=partial(_context, pair, known),
        )


def _context(pair: Pair, known: dict[str, list[Unit]], v: PageContext) -> dict[str, Any]:
    lines = list(_lines(v, pair, known)) if pair.compared else []
    return {"lines": lines, "totals": _totals(lines)}


def _lines(v: PageContext, pair: Pair, known: dict[str, list[Unit]]) -> Iterator[Line]:
    """A text that stands in several pairs is taken apart once."""
    for side in (pair.old, pair.new):
        if side.id not in known:
            known[side.id] = list(units(side.text.body, _plain(v)))
    for place, row in enumerate(align(known[pair.old.id], known[pair.new.id]), 1):
        yield _line(row, f"dong-{place}")


def _plain(v: PageContext) -> Callable[[str], str]:
    """Without links: only the words are compared and shown."""
    made = v.converter.block
    return lambda text: " ".join(made(text, v.resolve).striptags().split())


def _line(row: Row, id: str) -> Line:
    unit = row.new or row.old
    assert unit
    word, tone = WORDS[row.state]
    old, new = _texts(row.old, row.new)
    moved = _name(row.old) if row.old and row.new and row.old.id != row.new.id else ""
    same = row.state in ("kept", "moved")
    return Line(id, _name(unit), word, tone, old, new, moved, same)


def _texts(old: Unit | None, new: Unit | None) -> tuple[Markup, Markup]:
    if old and new and old.text != new.text:
        return compare(old.text, new.text)
    return escape(old.text if old else ""), escape(new.text if new else "")


def _name(unit: Unit) -> str:
    return clause_name(unit.id, unit.id)


def _totals(lines: list[Line]) -> list[Total]:
    counts = Counter(line.word for line in lines)
    first = {line.word: line.id for line in reversed(lines)}
    return [
        Total(word, tone, counts[word], first[word])
        for word, tone in WORDS.values()
        if counts[word]
    ]


__all__ = ["Pair", "Side", "pairs", "plan"]
