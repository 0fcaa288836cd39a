"""What a reader of files hands on, whatever the file was: blocks in order, each with its place.

Comes in: nothing; readers fill it. Goes out: frozen records. Refuses to know: Word, PDF, and what
a document of an office is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Way(StrEnum):
    """How the letters came to us; the worth of what is read depends on it."""

    TYPED = "chữ gõ"
    PRINTED = "chữ trong PDF"
    COPIED = "chữ chép từ bản in"
    """Plain text whose lines are cut as pages cut them: a PDF or a scan may stand behind it."""
    SCANNED = "chữ nhận dạng từ ảnh"


class Sort(StrEnum):
    """What the elements of a file are counted as."""

    PARAGRAPH = "đoạn"
    LINE = "dòng"
    TABLE = "bảng"
    PICTURE = "hình"
    NOTE = "chú thích"
    MARGIN = "đầu, chân trang"
    COMMENT = "lời bình"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    place: str
    """«đoạn 12», «trang 3, dòng 4»: unique in the file."""
    text: str
    """Composed letters, a break of line where the file has one; a number that the program counted
    stands in `label`."""
    label: str = ""
    """As printed: «Điều 1.», «a)», «-»."""
    bold: bool = False
    centred: bool = False
    style: str = ""
    fonts: tuple[str, ...] = ()
    column: int = 0
    """Which cell of a table without lines it stood in, counted from 1; 0 for the page itself."""

    @property
    def whole(self) -> str:
        """As it is printed, tabs as spaces."""
        return f"{self.label} {self.text}".replace("\t", " ").strip()


@dataclass(frozen=True, slots=True)
class Cell:
    blocks: tuple[Block, ...]
    columns: int = 1
    goes_on: bool = False
    """Whether it is the lower part of a cell that reaches over several rows."""

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        for one in self.blocks:
            if isinstance(one, Paragraph):
                yield one
            elif isinstance(one, Table):
                yield from one.paragraphs


@dataclass(frozen=True, slots=True)
class Table:
    place: str
    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = True
    """Whether its lines are drawn; without lines it only sets text side by side."""

    @property
    def cells(self) -> Iterator[Cell]:
        return (cell for row in self.rows for cell in row)

    @property
    def paragraphs(self) -> Iterator[Paragraph]:
        return (one for cell in self.cells for one in cell.paragraphs)

    @property
    def inside(self) -> Iterator[Block]:
        """Every block in its cells, however deep."""
        for one in (block for cell in self.cells for block in cell.blocks):
            yield one
            if isinstance(one, Table):
                yield from one.inside


@dataclass(frozen=True, slots=True)
class Picture:
    place: str
    name: str
    raw: bytes = b""
    said: str = ""
    """What the file says it shows."""


Block = Paragraph | Table | Picture


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; `[^1]` in the text calls it."""

    place: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody put in or struck out while changes were being tracked."""

    place: str
    added: bool
    text: str
    who: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    place: str
    who: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    way: Way = Way.TYPED
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    changes: tuple[Change, ...] = ()
    comments: tuple[Comment, ...] = ()
    elements: tuple[tuple[str, Sort], ...] = ()
    """Every element that the file has: its place and what it is. The account is held against it."""
    dropped: tuple[tuple[str, str], ...] = ()
    """Elements left out while reading: place and why (blank paragraphs, page numbers…)."""
    changed: tuple[tuple[str, str], ...] = ()
    """Elements that did not stay as they were: place and how (a line joined to the one above)."""
    converted: tuple[tuple[str, str], ...] = ()
    """Places whose letters were in an encoding from before Unicode, and which."""
    doubts: tuple[str, ...] = ()
    """What the editor must look at, in sentences."""


@dataclass(slots=True)
class Tally:
    """Counts elements while a file is read."""

    elements: list[tuple[str, Sort]] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)

    def place(self, name: str, sort: Sort) -> str:
        """The next place of that name, «đoạn 7», counted as an element."""
        told = f"{name} {self.number(name)}"
        self.elements.append((told, sort))
        return told

    def number(self, name: str) -> int:
        self._counts[name] = self._counts.get(name, 0) + 1
        return self._counts[name]

    def drop(self, place: str, why: str) -> None:
        self.dropped.append((place, why))
