"""The clauses of a document: which stands in which, and what each is called in an address.

Comes in: paragraphs and tables in their order. Goes out: units with level and id, the text that
stands in each. Party form (I., 1., -, +) and State form (chương, mục, điều, khoản, điểm) in one
grammar: a unit stands in the nearest wider one above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from portal.intake.labels import Label, Unit, label_of
from portal.intake.naming import is_capitals
from portal.intake.transcript import Block, Paragraph

_NAMES = {
    Unit.ANNEX: "phu-luc",
    Unit.PART: "phan",
    Unit.CHAPTER: "chuong",
    Unit.SECTION: "muc",
    Unit.SUBSECTION: "tieu-muc",
    Unit.ARTICLE: "dieu",
}
_TITLED = (Unit.ANNEX, Unit.PART, Unit.CHAPTER, Unit.SECTION, Unit.SUBSECTION)
"""Units whose title may stand on the next line."""
_COUNTED = {Unit.DASH: "gach", Unit.PLUS: "cong"}
_QUOTES = re.compile(r'[“”]|^"|"(?=[.;]?$)')
_INSTRUCTS = re.compile(
    r"(?:[0-9]{1,3}\.|[a-zđ]\)|Điều [0-9]{1,3}[a-z]?\.) ?(?:Sửa đổi|Bổ sung|Thay thế|Bãi bỏ)"
)
"""What is to be changed in another text: the quotation before it was never closed."""
_TOLD = 3
_FARTHEST = 120
"""A quotation that goes on over more paragraphs was never closed."""


@dataclass(slots=True)
class Node:
    """A clause, or what stands between two."""

    block: Block
    label: Label | None = None
    id: str = ""
    level: int = 0
    """How many clauses it stands in."""
    title: Paragraph | None = None
    """The line below that is its title."""


@dataclass(slots=True)
class _Open:
    unit: Unit
    number: str
    id: str
    counts: dict[Unit, int] = field(default_factory=dict)


@dataclass(slots=True)
class Outline:
    nodes: list[Node]
    doubts: list[str]


def outline(blocks: Sequence[Block], prefix: str = "") -> Outline:
    """`prefix` stands before every id: that of an annex with articles of its own."""
    return _Builder(prefix).build(blocks)


class _Builder:
    def __init__(self, prefix: str) -> None:
        self._root = _Open(Unit.ANNEX, "", prefix)
        self._stack: list[_Open] = []
        self._ids: dict[str, str] = {}
        self._article = 0
        self.doubts: list[str] = []
        self.twice: list[str] = []

    def build(self, blocks: Sequence[Block]) -> Outline:
        quoted = _quoted(blocks)
        nodes: list[Node] = []
        for at, block in enumerate(blocks):
            label = self._label(block) if at not in quoted else None
            if label:
                nodes.append(self._clause(block, label))
            elif nodes and self._is_title(nodes[-1], block):
                assert isinstance(block, Paragraph)
                nodes[-1].title = block
            else:
                nodes.append(Node(block, level=len(self._stack)))
        return Outline(nodes, [*_gathered(self.twice), *_gathered(self.doubts)])

    def _label(self, block: Block) -> Label | None:
        if not isinstance(block, Paragraph):
            return None
        label = label_of(block.whole.replace("\n", " "))
        if label is None and block.label:
            label = label_of(block.whole.replace("\n", " "))
        if label is None and (told := self._undotted(block.text)):
            return told
        return self._unmistaken(label) if label else None

    def _unmistaken(self, label: Label) -> Label:
        """A scanner's «l.» is a one where no «k» stands before it."""
        before = next((one.number for one in self._stack if one.unit is Unit.LETTER), "")
        if label.unit is Unit.LETTER and label.number == "l" and before != "k":
            return replace(label, unit=Unit.DIGITS, number="1")
        return label

    def _undotted(self, text: str) -> Label | None:
        """«Điều 6 Tên điều», where the article before was 5."""
        found = re.match(r"Điều ([0-9]{1,3}) (?=[^\W\d_])", text)
        if found and int(found[1]) == self._article + 1 and text[found.end()].isupper():
            return Label(Unit.ARTICLE, found[1], found[0].strip(), text[found.end() :])
        return None

    def _is_title(self, node: Node, block: Block) -> bool:
        if node.label is None or node.label.unit not in _TITLED or node.title or node.label.rest:
            return False
        if not isinstance(block, Paragraph) or len(block.text) > 300:
            return False
        return is_capitals(block.text) or block.bold or block.centred or len(block.text) < 120

    def _clause(self, block: Block, label: Label) -> Node:
        above = self._above(label)
        id = self._id(above, label)
        if id in self._ids:
            self.twice.append(
                f"{block.place}: «{label.printed}» trùng với {self._ids[id]}, nên không có mã."
            )
            id = ""
        else:
            self._ids[id] = block.place
        self._watch(above, label, block)
        level = len(self._stack)
        self._stack.append(_Open(label.unit, label.number, id or f"{above.id}.?"))
        if label.unit is Unit.ARTICLE and label.number.isdecimal():
            self._article = int(label.number)
        return Node(block, label, id if "?" not in id else "", level)

    def _above(self, label: Label) -> _Open:
        """The nearest wider clause; a deep number stands in the one whose number it begins with."""
        while self._stack and not self._holds(self._stack[-1], label):
            self._stack.pop()
        return self._stack[-1] if self._stack else self._root

    def _holds(self, one: _Open, label: Label) -> bool:
        if one.unit is Unit.DEEP_DIGITS and label.unit is Unit.DEEP_DIGITS:
            return label.number.startswith(f"{one.number}.")
        if label.unit is Unit.SECTION and one.unit in (Unit.ROMAN, Unit.CAPITAL):
            return False
        return one.unit < label.unit

    def _watch(self, above: _Open, label: Label, block: Block) -> None:
        """A number that does not follow the one before is told, not changed."""
        number = label.number.rpartition(".")[2]
        if label.unit not in (Unit.DIGITS, Unit.DEEP_DIGITS) or not number.isdecimal():
            return
        before = above.counts.get(label.unit, 0)
        if int(number) > before + 1 and (before or int(number) > 1):
            missing = f"thiếu {before + 1}" if before else "không bắt đầu từ 1"
            self.doubts.append(f"{block.place}: «{label.printed}» {missing}, xem lại bản gốc.")
        above.counts[label.unit] = int(number)

    def _id(self, above: _Open, label: Label) -> str:
        unit, number = label.unit, label.number
        if unit is Unit.ARTICLE:
            inside = next((one.id for one in self._stack if one.unit is Unit.ANNEX), self._root.id)
            return _joined(inside, f"dieu-{_numeral(number)}")
        if unit in _NAMES:
            told = f"{_NAMES[unit]}-{number}" if number else _NAMES[unit]
            return _joined(above.id, told)
        if unit in _COUNTED:
            above.counts[unit] = above.counts.get(unit, 0) + 1
            return _joined(above.id, f"{_COUNTED[unit]}-{above.counts[unit]}")
        return _joined(above.id, self._numbered(above, label))

    def _numbered(self, above: _Open, label: Label) -> str:
        """`khoan-2`, `diem-a` in articles; `muc-ii`, `1`, `3.1`, `a` elsewhere."""
        number = label.number
        inner = any(one.unit is Unit.ARTICLE for one in self._stack)
        if label.unit is Unit.INNER:
            return f"tiet-{number}"
        if inner and label.unit is Unit.LETTER:
            return f"diem-{number}"
        if label.unit is Unit.DEEP_DIGITS:
            number = _below(above.number, number)
            if above.unit is Unit.ARTICLE:
                return f"khoan-{number}"
        elif inner and label.unit is Unit.DIGITS:
            return f"khoan-{number}"
        plain = above.id and above.unit not in (Unit.ANNEX, Unit.PART, Unit.CHAPTER)
        return number if plain else f"muc-{number}"


def _gathered(doubts: Sequence[str]) -> Iterator[str]:
    """The first few, and how many more: a bad copy has a hundred of one sort."""
    yield from doubts[:_TOLD]
    if len(doubts) > _TOLD:
        yield f"và {len(doubts) - _TOLD} chỗ nữa như vậy."


def _below(above: str, number: str) -> str:
    """`3.1` in 3 is its 1."""
    return number.removeprefix(f"{above}.") if above else number


def _numeral(number: str) -> str:
    return number.replace("đ", "dd")


def _joined(above: str, told: str) -> str:
    return f"{above}.{told}" if above else told


def _quoted(blocks: Sequence[Block]) -> frozenset[int]:
    """Paragraphs inside a quotation that began in one before: words of another document."""
    inside: set[int] = set()
    begun = -1
    for at, text in _texts(blocks):
        if begun >= 0 and at - begun > _FARTHEST:
            inside = {one for one in inside if one <= begun}
            begun = -1
        if begun >= 0 and _INSTRUCTS.match(text):
            begun = -1
        if begun >= 0:
            inside.add(at)
        for sign in _QUOTES.findall(text.strip()):
            opens = sign == "“" or (sign == '"' and begun < 0)
            begun = at if opens else -1
    return frozenset(inside if begun < 0 else {one for one in inside if one <= begun})


def _texts(blocks: Iterable[Block]) -> Iterator[tuple[int, str]]:
    return ((at, one.text) for at, one in enumerate(blocks) if isinstance(one, Paragraph))
