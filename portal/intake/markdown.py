"""The text of a document as Markdown: headings and items with the ids of their clauses.

Comes in: a document. Goes out: Markdown, which places it holds, pictures to be put beside it.
Nothing is reworded; signs that Markdown would take for its own are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from portal.clauses.labels import Unit
from portal.clauses.marks import mark
from portal.intake.division import ATTACHED, Document
from portal.intake.outline import Node
from portal.intake.transcript import Block, Cell, Note, Paragraph, Picture, Table

_NOTE = re.compile(r"(\[\^[0-9]+\])")
_SIGNS = re.compile(r"([\\`*_\[\]{}]|<(?=[A-Za-z/!?])|~(?=~)|&(?=#?\w+;))")
_BEGINS = re.compile(r"(?:([-+>#=|:])|([0-9]{1,9})([.)]))(?=\s|$|[#=|>:-])")
_SENTENCE = re.compile(r"[.;:,]$")
_LONG_TITLE, _LONG_ARTICLE, _LONG_NUMBER = 220, 150, 160
_DEEPEST = 6
_SHOWN = (".png", ".jpg", ".jpeg", ".gif", ".webp")
UNSAID = "Hình trong văn bản; cần viết lời thay ảnh"


@dataclass(slots=True)
class Written:
    text: str
    kept: set[str]
    changed: dict[str, str]
    dropped: dict[str, str]
    pictures: dict[str, Picture]
    """By the file name each gets below `docs/tep/`."""
    doubts: list[str]


def written(
    document: Document, notes: Sequence[Note], name_of: Callable[[Picture], str]
) -> Written:
    """`name_of` gives the file name of a picture."""
    return _Writer(name_of).write(document, notes)


def escaped(text: str) -> str:
    """Words as Markdown shows them unchanged; calls of notes stay calls."""
    parts = _NOTE.split(text)
    told = "".join(part if _NOTE.fullmatch(part) else _SIGNS.sub(r"\\\1", part) for part in parts)
    return told.replace("\t", " ").replace("\n", "<br>")


def begun(text: str) -> str:
    """The same at the beginning of a paragraph, where more signs mean something."""
    return (
        _BEGINS.sub(lambda one: f"\\{one[1]}" if one[1] else f"{one[2]}\\{one[3]}", text, count=1)
        if (_BEGINS.match(text))
        else text
    )


@dataclass(slots=True)
class _Open:
    level: int
    heading: bool


@dataclass(slots=True)
class _Writer:
    name_of: Callable[[Picture], str]
    lines: list[str] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    changed: dict[str, str] = field(default_factory=dict)
    dropped: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    _above: list[_Open] = field(default_factory=list)
    _base: int = 2

    def write(self, document: Document, notes: Sequence[Note]) -> Written:
        if (
            document.preamble
            and document.outline.nodes
            and any(one.label for one in document.outline.nodes)
        ):
            self._apart("## Phần mở đầu {#mo-dau}")
        for block in document.preamble:
            self._block(block, "")
        self._nodes(document.outline.nodes)
        for part in document.parts:
            self._base = 2
            if part.title:
                self._apart(f"## {escaped(part.title)}{mark(ATTACHED)}")
                self._base = 3
                self.kept.update(part.places)
                joined = "nối vào tiêu đề của phần kèm theo"
                self.changed |= dict.fromkeys(part.places, joined)
            self._nodes(part.outline.nodes)
        called = "\n".join(self.lines)
        for note in notes:
            if f"[^{note.number}]" in called:
                self._apart(f"[^{note.number}]: {escaped(note.text) or '(trống)'}")
                self.kept.add(note.place)
            else:
                self.dropped[note.place] = "chỗ gọi chú thích này không vào bài"
        text = "\n".join(self.lines).strip() + "\n"
        return Written(text, self.kept, self.changed, self.dropped, self.pictures, self.doubts)

    def _apart(self, line: str) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")
        self.lines.append(line)

    def _nodes(self, nodes: Sequence[Node]) -> None:
        self._above = []
        for node in nodes:
            while self._above and self._above[-1].level >= node.level:
                self._above.pop()
            if node.label is None:
                self._block(node.block, self._indent())
            elif self._is_heading(node):
                self._heading(node)
                self._above.append(_Open(node.level, True))
            else:
                self._item(node)
                self._above.append(_Open(node.level, False))

    def _indent(self) -> str:
        return "    " * sum(not one.heading for one in self._above)

    def _is_heading(self, node: Node) -> bool:
        assert node.label
        if node.quoted or not all(one.heading for one in self._above):
            return False
        unit = node.label.unit
        if unit <= Unit.ARTICLE:
            return True
        inner = any(one.heading for one in self._above) and unit in (Unit.DIGITS, Unit.DEEP_DIGITS)
        if unit not in (Unit.DIGITS, Unit.DEEP_DIGITS) or "khoan-" in node.id:
            return False
        rest = node.label.rest
        bold = isinstance(node.block, Paragraph) and node.block.bold
        short = 0 < len(rest) <= _LONG_NUMBER and not _SENTENCE.search(rest)
        return short and (inner or bold or not node.level)

    def _heading(self, node: Node) -> None:
        assert node.label
        self.kept.add(node.block.place)
        rest = node.label.rest.replace("\n", " ")
        if node.title:
            self.kept.add(node.title.place)
            self.changed[node.title.place] = f"nối vào tiêu đề «{node.label.printed}»"
            rest = f"{rest} {node.title.text}".replace("\n", " ").strip()
        longest = _LONG_ARTICLE if node.label.unit is Unit.ARTICLE else _LONG_TITLE
        sentence = len(rest) > 60 and rest.endswith((".", ";", ":"))
        below = (
            rest if len(rest) > longest or (node.label.unit is Unit.ARTICLE and sentence) else ""
        )
        title = node.label.printed.rstrip(".") if below else f"{node.label.printed} {rest}"
        depth = min(self._base + len(self._above), _DEEPEST)
        self._apart(f"{'#' * depth} {escaped(title.strip())}{mark(node.id)}")
        if below:
            self._apart(begun(escaped(below)))

    def _item(self, node: Node) -> None:
        label = node.label
        assert label
        self.kept.add(node.block.place)
        text = escaped(label.rest)
        if node.quoted and isinstance(node.block, Paragraph) and node.block.text[:1] in '“"«‘':
            told = f"- {escaped(node.block.whole)}"
        elif label.unit is Unit.DIGITS and label.number.isdecimal() and int(label.number) < 100:
            told = f"{int(label.number)}. {begun(text)}"
        elif label.unit in (Unit.DASH, Unit.PLUS):
            told = f"{'+' if label.unit is Unit.PLUS else '-'} {begun(text)}"
        else:
            told = f"- {escaped(label.printed)} {text}"
        indent = self._indent()
        if self.lines and not _is_item(self.lines[-1]):
            self._apart(f"{indent}{told}{mark(node.id)}")
        else:
            self.lines.append(f"{indent}{told}{mark(node.id)}")

    def _block(self, block: Block, indent: str) -> None:
        if isinstance(block, Paragraph):
            self.kept.add(block.place)
            self._apart(f"{indent}{begun(escaped(block.whole))}")
            self.lines.append("")
        elif isinstance(block, Picture):
            self._picture(block, indent)
        elif block.ruled:
            self._table(block, indent)
        else:
            self.changed[block.place] = "bảng không kẻ chỉ để xếp chữ: thành các đoạn"
            for cell in block.cells:
                for one in cell.blocks:
                    self._block(one, indent)

    def _picture(self, one: Picture, indent: str) -> None:
        if not one.name.lower().endswith(_SHOWN):
            self.dropped[one.place] = (
                f"hình kiểu {one.name.rpartition('.')[2]}: trình duyệt không mở"
            )
            return
        name = self.name_of(one)
        self.pictures[name] = one
        self.kept.add(one.place)
        self._apart(f"{indent}![{escaped(one.said or UNSAID)}](tep/{name})")
        self.lines.append("")
        if not one.said:
            self.doubts.append(f"{one.place}: viết lời thay ảnh cho người không thấy ảnh.")

    def _table(self, table: Table, indent: str) -> None:
        self.kept.add(table.place)
        rows = [list(self._row(row)) for row in table.rows]
        columns = max(map(len, rows), default=0)
        if not columns:
            self.dropped[table.place] = "bảng trống"
            return
        for at, row in enumerate(rows):
            told = [*row, *[""] * (columns - len(row))]
            line = f"{indent}| {' | '.join(told)} |"
            self._apart(line) if not at else self.lines.append(line)
            if not at:
                self.lines.append(f"{indent}|{'---|' * columns}")
        self.lines.append("")
        if any(cell.goes_on or cell.columns > 1 for cell in table.cells):
            self.doubts.append(f"{table.place}: có ô gộp, trang để các ô ấy trống: xem lại bảng.")

    def _row(self, row: Sequence[Cell]) -> Iterator[str]:
        for cell in row:
            told = []
            for one in cell.paragraphs:
                self.kept.add(one.place)
                told.append(escaped(one.whole).replace("|", "\\|"))
            for block in cell.blocks:
                if isinstance(block, Picture):
                    self.dropped[block.place] = "hình trong ô bảng"
                elif isinstance(block, Table):
                    self.changed[block.place] = "bảng lồng trong ô: thành chữ trong ô ấy"
                    self.doubts.append(f"{block.place}: bảng lồng trong bảng, xem lại ô ấy.")
            yield "<br>".join(told)
            yield from [""] * (cell.columns - 1)


def _is_item(line: str) -> bool:
    return bool(re.match(r" *(?:[-+]|[0-9]+\.) ", line))
