"""A Word file read whole: what is printed, in its order, and what only the file knows.

Comes in: the bytes of a .docx that `source.attachments` let pass; whether tracked changes count as
done. Goes out: a transcript. Refuses to know: what a document of an office is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.intake.transcript import (
    Block,
    Cell,
    Change,
    Comment,
    Note,
    Paragraph,
    Picture,
    Sort,
    Table,
    Tally,
    Transcript,
)
from portal.intake.word.numbering import Numbering
from portal.intake.word.parts import Node, Package, tree
from portal.intake.word.runs import Line, Runs
from portal.intake.word.styles import Styles

_CONTENTS = re.compile(r"(?i)toc \d|toc heading|table of figures")
_CALL = re.compile(r"\[\^(\d+)\?\]")
_WITHIN = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice")
_NO_LINES = ("", "none", "nil")
_GAP = "đoạn trống"
_NAMED = 4
"""So long a number stays also in an empty paragraph: «Chương I», its title on the next line."""


def read(raw: bytes, *, accept: bool = True) -> Transcript:
    """Everything the file says; its tracked changes as done, or as never made."""
    return _Reader(Package(raw), accept).read()


class _Reader:
    def __init__(self, package: Package, accept: bool) -> None:
        self._package, self._accept = package, accept
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"), self._styles)
        self._runs = Runs(self._styles, accept=accept)
        self._tally = Tally()
        self._changes: list[Change] = []
        self._notes: list[Note] = []
        self._comments: list[tuple[str, str]] = []
        self._converted: list[tuple[str, str]] = []
        self._hidden: list[str] = []
        self._strange: list[str] = []
        self._open: Line | None = None
        self._texts = {
            kind: {one.told.get("id", ""): one for one in package.part(f"{kind}s").all(kind)}
            for kind in ("footnote", "endnote")
        }

    def read(self) -> Transcript:
        body = self._package.document().child("body") or Node("body")
        blocks = tuple(self._blocks(body))
        self._margins()
        return Transcript(
            blocks=blocks,
            notes=tuple(self._notes),
            changes=tuple(self._changes),
            comments=tuple(self._said()),
            elements=tuple(self._tally.elements),
            dropped=tuple(self._tally.dropped),
            converted=tuple(self._converted),
            doubts=tuple(self._doubts()),
        )

    def _blocks(self, above: Node, column: int = 0) -> Iterator[Block]:
        for one in above.inside:
            if one.name == "p":
                yield from self._paragraph(one, column)
            elif one.name == "tbl":
                yield self._table(one)
            elif one.name in _WITHIN:
                yield from self._blocks(one, column)

    def _paragraph(self, one: Node, column: int) -> Iterator[Block]:
        place = self._tally.place("đoạn", Sort.PARAGRAPH)
        properties = one.child("pPr")
        line = self._runs.read(one, self._open)
        self._note_changes(place, line)
        mark = properties.child("rPr") if properties else None
        merged = mark and mark.child("del" if self._accept else "ins")
        self._open = Line(pieces=line.pieces, notes=line.notes) if merged else None
        self._comments += ((id, place) for id in dict.fromkeys(line.comments))
        if merged:
            self._tally.drop(place, "nhập vào đoạn sau, theo thay đổi đã theo dõi")
        else:
            yield from self._made(place, line, properties, column)
        for drawing in line.drawings:
            yield from self._drawing(drawing, column)

    def _made(
        self, place: str, line: Line, properties: Node | None, column: int
    ) -> Iterator[Paragraph]:
        text = self._with_notes(line)
        style = self._styles.name(properties.value("pStyle") if properties else "")
        if _CONTENTS.fullmatch(style):
            self._tally.drop(place, "mục lục do Word tự làm")
            return
        label = self._numbering.label(properties)
        if not text and len(label) < _NAMED:
            self._tally.drop(place, _GAP)
            return
        if line.hidden:
            self._hidden.append(place)
        if line.strange:
            self._strange.append(place)
        self._converted += ((place, encoding) for encoding in dict.fromkeys(line.encodings))
        centred = self._styles.of_paragraph(properties, "jc")
        yield Paragraph(
            place=place,
            text=text,
            label=label,
            bold=line.bold,
            centred=bool(centred and centred.told.get("val") == "center"),
            style=style,
            fonts=line.fonts,
            column=column,
        )

    def _with_notes(self, line: Line) -> str:
        """The text, its calls of notes numbered through the file."""
        numbers = {str(at): self._note(*one) for at, one in enumerate(line.notes, 1)}
        return _CALL.sub(lambda found: f"[^{numbers[found[1]]}]", line.text())

    def _note(self, kind: str, id: str) -> int:
        place = self._tally.place("chú thích", Sort.NOTE)
        one = self._texts[kind].get(id)
        paragraphs = one.deep("p") if one else iter(())
        text = " ".join(filter(None, (Runs.read(self._runs, each).text() for each in paragraphs)))
        self._notes.append(Note(place, len(self._notes) + 1, text))
        return len(self._notes)

    def _note_changes(self, place: str, line: Line) -> None:
        for added, told in ((True, line.added), (False, line.struck)):
            if text := "".join(told).strip():
                self._changes.append(Change(place, added, text, line.who))

    def _drawing(self, one: Node, column: int) -> Iterator[Block]:
        boxes = list(one.deep("txbxContent"))
        shown = list(one.deep("blip", "imagedata"))
        for box in boxes:
            yield from self._blocks(box, column)
        for each in shown:
            place = self._tally.place("hình", Sort.PICTURE)
            target = self._package.relations.get(each.told.get("embed") or each.told.get("id", ""))
            about = next(one.deep("docPr"), Node("docPr")).told.get("descr", "")
            if target and (raw := self._package.raw(target[1])):
                yield Picture(place, target[1].rpartition("/")[2], raw, " ".join(about.split()))
            else:
                self._tally.drop(place, "hình không nằm trong tệp")
        if not boxes and not shown:
            place = self._tally.place("hình", Sort.PICTURE)
            self._tally.drop(place, "nét vẽ, hình vẽ của Word: không có ảnh bên trong")

    def _table(self, table: Node) -> Table:
        place = self._tally.place("bảng", Sort.TABLE)
        ruled = self._ruled(table)
        rows = []
        for row in _rows(table):
            told = row.child("trPr")
            if told and told.child("del" if self._accept else "ins"):
                self._leave_out(row)
            else:
                rows.append(self._row(row, ruled))
        return Table(place, tuple(rows), ruled)

    def _leave_out(self, row: Node) -> None:
        """A row that was struck out, or put in where changes do not count."""
        for one in row.deep("p"):
            place = self._tally.place("đoạn", Sort.PARAGRAPH)
            self._note_changes(place, self._runs.read(one))
            self._tally.drop(place, "hàng của bảng bị bỏ, theo thay đổi đã theo dõi")

    def _row(self, row: Node, ruled: bool) -> tuple[Cell, ...]:
        cells = []
        for at, one in enumerate(_cells(row), 1):
            told = one.child("tcPr")
            blocks = tuple(self._blocks(one, 0 if ruled else at))
            span = told.value("gridSpan") if told else ""
            merge = told.child("vMerge") if told else None
            lower = merge is not None and merge.told.get("val", "continue") != "restart"
            cells.append(Cell(blocks, int(span) if span.isdecimal() else 1, lower))
        return tuple(cells)

    def _ruled(self, table: Node) -> bool:
        own = table.child("tblPr")
        found = [own.child("tblBorders") if own else None]
        for style in self._styles.chain(own.value("tblStyle") if own else ""):
            found.append(style.child("tblPr", "tblBorders"))
        told = next(filter(None, found), None)
        drawn = told and any(told.value(side) not in _NO_LINES for side in ("insideH", "insideV"))
        boxed = [one.child("tcPr", "tcBorders") for row in _rows(table) for one in _cells(row)]
        lines = sum(
            bool(one and all(one.value(side) not in _NO_LINES for side in ("top", "bottom")))
            for one in boxed
        )
        return bool(drawn) or lines * 2 > len(boxed)

    def _margins(self) -> None:
        """Heads and feet of pages: counted, told, left out."""
        for sort in ("header", "footer"):
            for target in self._package.targets(sort):
                for one in tree(self._package.raw(target)).deep("p"):
                    text = self._runs.read(one).text()
                    if text and not text.isdecimal():
                        place = self._tally.place(f"{_MARGIN[sort]} trang", Sort.MARGIN)
                        self._tally.drop(place, f"{_MARGIN[sort]} trang: «{text[:60]}»")

    def _said(self) -> Iterator[Comment]:
        places = dict(reversed(self._comments))
        for one in self._package.part("comments").all("comment"):
            text = " ".join(filter(None, (self._runs.read(each).text() for each in one.deep("p"))))
            place = self._tally.place("lời bình", Sort.COMMENT)
            self._tally.drop(place, "lời bình không đưa vào bài")
            where = places.get(one.told.get("id", ""), "")
            yield Comment(where, one.told.get("author", ""), text)

    def _doubts(self) -> Iterator[str]:
        if self._hidden:
            yield f"có chữ ẩn ở {', '.join(self._hidden[:4])}: không đưa vào bài."
        if self._strange:
            told = ", ".join(self._strange[:4])
            yield f"có ký hiệu của phông riêng ở {told}: đã thay bằng «•», xem lại."
        if self._numbering.latin_letters:
            yield (
                "Word tự đánh số a), b)… không có «đ)»: số in ra là e), f)…; bản ký dùng «đ)» thì "
                "sửa lại các điểm ấy."
            )


_MARGIN = {"header": "đầu", "footer": "chân"}


def _rows(table: Node) -> Iterator[Node]:
    for one in table.inside:
        if one.name == "tr":
            yield one
        elif one.name in _WITHIN:
            yield from _rows(one)


def _cells(row: Node) -> Iterator[Node]:
    for one in row.inside:
        if one.name == "tc":
            yield one
        elif one.name in _WITHIN:
            yield from _cells(one)
