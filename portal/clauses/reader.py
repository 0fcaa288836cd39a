"""The clauses of a text: which stands in which, and what each is called in an address.

Comes in: rows in their order, one a paragraph. Goes out: the clause that begins at each. Party form
(I., 1., -, +) and State form (chương, mục, điều, khoản, điểm) in one grammar: a unit stands in the
nearest wider one above it. Attached texts and new wording between quotation marks have ids of
their own: `kem-theo.dieu-1`, `dieu-1.khoan-2.loi-moi.dieu-5`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.clauses import attached
from portal.clauses.labels import Label, Unit, bare, label_of
from portal.clauses.quotes import Quoted, quoted
from portal.clauses.spaces import Space, joined
from portal.clauses.wording import NEW

ATTACHED = "kem-theo"
_SENTENCE = re.compile(r".*[.;:,!?”\"\])]")
_HALF = re.compile(r"(?:kinh tế|chính trị|văn hóa|thể dục|khoa học|lao động|phát thanh)$")
"""Words to which another is joined by a dash."""
_LONG = 100
_LAW_ENDS = (Unit.PART, Unit.CHAPTER, Unit.SECTION, Unit.ARTICLE)
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph as it is printed; empty where a table or a picture stands."""

    text: str
    place: str = ""
    """Told where something is odd."""
    id: str = ""
    """The id it has already."""


@dataclass(frozen=True, slots=True)
class Found:
    """The clause that begins at a row."""

    label: Label
    id: str
    level: int
    """How many clauses it stands in."""
    quoted: bool = False
    """Whether it is new wording of another text."""


@dataclass(slots=True)
class Structure:
    found: list[Found | None]
    """By row."""
    goes_on: list[bool]
    """By row: whether it only goes on from the row above («kinh tế / - xã hội»)."""
    levels: list[int]
    """By row: how many clauses it stands in."""
    titles: dict[int, int]
    """Rows that title an attached text, and where in the row the title begins."""
    doubts: list[str]


def read(rows: Sequence[Row], prefix: str = "", *, whole: bool = True) -> Structure:
    """`prefix` stands before every id; `whole`: what is attached is still part of the rows."""
    texts = [bare(row.text) for row in rows]
    told = quoted(texts)
    titles = attached.titles(texts, [bool(path) for path in told.paths]) if whole else {}
    return _Reader(rows, texts, told, titles, Space(prefix, {}), whole).read()


class _Reader:
    def __init__(
        self,
        rows: Sequence[Row],
        texts: Sequence[str],
        told: Quoted,
        titles: dict[int, int],
        space: Space,
        whole: bool,
    ) -> None:
        self._rows, self._texts, self._told, self._titles = rows, texts, told, titles
        self._space, self._whole = space, whole
        self._ids = space.ids
        self._within: list[tuple[int, Space]] = []
        self._spaces = [space]
        self._foot = False
        self._attached = 0
        self._law = False

    def read(self) -> Structure:
        labels = [label_of(text) for text in self._texts]
        first = self._first(labels) if self._whole else 0
        found: list[Found | None] = []
        goes_on: list[bool] = []
        levels: list[int] = []
        for at, text in enumerate(self._texts):
            path = self._told.paths[at]
            self._enter(path)
            goes_on.append(self._is_rest(at, labels[at]))
            title = self._title(at, labels[at]) if not path and not goes_on[-1] else None
            clause = title
            if not clause and at >= first and text and not goes_on[-1]:
                clause = self._clause(at, path)
            found.append(clause)
            levels.append(clause.level if clause else self._depth)
            if at in self._told.begun:
                self._begin(at)
        own = [one for one in self._spaces if not one.quotes]
        twice = [told for one in own for told in one.twice]
        doubts = [told for one in own for told in one.doubts]
        shown = [*_gathered(twice), *_gathered(doubts)]
        return Structure(found, goes_on, levels, self._titles, shown)

    @property
    def _depth(self) -> int:
        return len(self._space.stack) + sum(len(one.stack) for _, one in self._within)

    def _first(self, labels: Sequence[Label | None]) -> int:
        """Numbers before the first heading of a law stand in its preamble."""
        for at, label in enumerate(labels):
            if label and label.unit in (*_LAW_ENDS, Unit.ROMAN) and not self._told.paths[at]:
                return at
        return next((at for at, one in enumerate(labels) if one and one.unit < Unit.DASH), 0)

    def _title(self, at: int, label: Label | None) -> Found | None:
        """An attached text: titled as one, or told by articles that begin anew."""
        if at in self._titles:
            return self._attach(at)
        if self._whole and label and not self._rows[at].id and self._begins_anew(label):
            self._attach(at)
        return None

    def _begins_anew(self, label: Label) -> bool:
        if self._foot and Unit.PART <= label.unit <= Unit.ARTICLE:
            return True
        in_annex = any(one.unit is Unit.ANNEX for one in self._space.stack)
        first = label.unit is Unit.ARTICLE and label.number == "1"
        return first and self._space.article > 0 and not in_annex

    def _attach(self, at: int) -> Found:
        self._attached += 1
        self._foot = False
        number = f"-{self._attached}" if self._attached > 1 else ""
        id = self._rows[at].id if at in self._titles else ""
        self._space = Space(id or f"{ATTACHED}{number}", self._ids)
        self._spaces.append(self._space)
        self._ids.setdefault(self._space.root.id, self._rows[at].place)
        return Found(Label(Unit.ATTACHED, "", "", self._texts[at]), self._space.root.id, 0)

    def _is_rest(self, at: int, label: Label | None) -> bool:
        """«phát triển kinh tế / - xã hội», «… tại khoản 2 / Điều 1.»: a sentence a copy broke."""
        if label is None or not at or self._rows[at].id or not self._whole:
            return False
        above = self._texts[at - 1]
        if not above or _SENTENCE.fullmatch(above):
            return False
        if label.unit is Unit.ARTICLE:
            ended = not label.rest and above[-1].isalnum() and not above.isupper()
            return ended and label.number != str(self._space.article + 1)
        broken = len(above) > _LONG or bool(_HALF.search(above))
        return label.unit is Unit.DASH and label.rest[:1].islower() and broken

    def _clause(self, at: int, path: tuple[int, ...]) -> Found | None:
        text = self._texts[at]
        self._foot = (self._foot or attached.is_foot(text)) and not path
        space = self._within[-1][1] if self._within else self._space
        if path and path[-1] == at:
            text = text[1:].lstrip()
        label = space.label(text)
        if label is None or (self._foot and label.unit > Unit.ARTICLE):
            return None
        self._foot = False
        outer = self._depth - len(space.stack)
        made = space.open(label, self._rows[at].place, self._rows[at].id)
        self._law = self._law or label.unit is Unit.ARTICLE
        return Found(label, made.id, outer + len(space.stack) - 1, bool(path))

    def _enter(self, path: tuple[int, ...]) -> None:
        """The spaces of the quotations a row stands in."""
        for place, start in enumerate(path):
            if place < len(self._within) and self._within[place][0] == start:
                continue
            del self._within[place:]
            self._within.append((start, self._quotation()))
        del self._within[len(path) :]

    def _quotation(self) -> Space:
        host = self._within[-1][1] if self._within else self._space
        base = joined(host.top.id, NEW)
        id, again = base, 2
        while id in self._ids:
            id, again = f"{base}-{again}", again + 1
        self._ids[id] = ""
        made = Space(id, self._ids, law=self._law, quotes=True)
        self._spaces.append(made)
        return made

    def _begin(self, at: int) -> None:
        """«… như sau: “4. Lời mới»: what follows stands in khoản 4, which has no row of its own."""
        following = self._told.paths[at + 1] if at + 1 < len(self._told.paths) else ()
        if at not in following:
            return
        self._enter(following[: following.index(at) + 1])
        space = self._within[-1][1]
        if label := space.label(self._told.begun[at].lstrip()):
            space.open(label, self._rows[at].place)


def _gathered(doubts: Sequence[str]) -> Iterator[str]:
    """The first few, and how many more: a bad copy has a hundred of one sort."""
    yield from doubts[:_TOLD]
    if len(doubts) > _TOLD:
        yield f"và {len(doubts) - _TOLD} chỗ nữa như vậy."
