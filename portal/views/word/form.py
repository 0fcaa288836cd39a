"""The head of the file: what it is, then the opening block of the form the document was issued in.

Comes in: a document and the library. Goes out: WordprocessingML. Party documents have the block of
Hướng dẫn 36-HD/VPTW (2018), State ones that of Nghị định 30/2020/NĐ-CP; where the number does not
tell which of the two, neither is claimed.
"""

from __future__ import annotations

from portal.citations import numbers
from portal.dates import day
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.library import Library
from portal.text import upper_first
from portal.views.names import address
from portal.views.word.body import paragraph, run

MARK, COPIED = "BẢN GHI CHÉP THAM KHẢO", "BẢN CHÉP TỪ BẢN GỐC SỐ"
"""What the file is: told in our words, or the document's own words letter by letter."""
BOLD, ITALIC = frozenset("b"), frozenset("i")


def opening(library: Library, document: Document, site: str) -> str:
    """The mark that it is no issued text, the block, the title."""
    return _mark(library, document, site) + _block(document) + _title(document)


def mark_of(document: Document) -> str:
    return COPIED if document.text_quality.original and document.body else MARK


def _mark(library: Library, document: Document, site: str) -> str:
    home = library.get(Link("trang", "index"))
    portal = f"«{home.title}»" if home else "tri thức"
    state = library.validity[document.id].state.label.lower()
    read = document.text_quality.label
    where = f"{site}{address(document)}"
    told = f"Chuyên mục {portal} tóm tắt những thông tin đã có về văn bản dưới đây."
    if mark_of(document) == COPIED:
        told = f"Chuyên mục {portal} chép nguyên lời văn bản dưới đây từ bản gốc số."
    told += " Tệp này không phải văn bản đã ban hành, không thay cho văn bản đó."
    return (
        paragraph(run(mark_of(document)), "Mark")
        + paragraph(run(told), "Notice")
        + paragraph(run(f"Bản đang dùng: {read}. Hiệu lực: {state}."), "Notice")
        + paragraph(
            run(f"Cập nhật ngày {day(library.today)}, địa chỉ: ") + run(where, BOLD), "Notice"
        )
        + paragraph(run(" "), "Gap")
    )


def _block(document: Document) -> str:
    """Left who issued it and its number; right the heading of Party or State, place and day."""
    number = document.number or ""
    read = numbers.read(number)
    party, state = bool(read and read.of_party), bool(read and not read.of_party)
    left = _line(document.issuer.upper(), BOLD)
    if party:
        left += _line("*")
    left += _line(f"{'Số' if party else 'Số:'} {number}" if number else "(không rõ số)")
    right = ""
    if party:
        right = _line("ĐẢNG CỘNG SẢN VIỆT NAM", BOLD, under=True)
    elif state:
        right = _line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD)
        right += _line("Độc lập - Tự do - Hạnh phúc", BOLD, under=True)
    right += _line(f"{document.place + ', ' if document.place else ''}{_day(document)}", ITALIC)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{made}</w:tc>'
        for width, made in ((3500, left), (5800, right))
    )
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="9300" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        '<w:tblGrid><w:gridCol w:w="3500"/><w:gridCol w:w="5800"/></w:tblGrid>'
        f"<w:tr>{cells}</w:tr></w:tbl>" + paragraph(run(" "), "Gap")
    )


def _title(document: Document) -> str:
    made = paragraph(run(document.type.label.upper()), "Title")
    return made + paragraph(run(document.title), "Subtitle")


def _line(text: str, flags: frozenset[str] = frozenset(), under: bool = False) -> str:
    return paragraph(run(text, flags), "FormUnder" if under else "Form")


def _day(document: Document) -> str:
    """«ngày 19 tháng 5 năm 2021», as far as it is known."""
    issued = document.issued
    if not issued:
        return "(chưa rõ ngày)"
    return issued.in_full if document.place else upper_first(issued.in_full)
