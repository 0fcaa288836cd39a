"""A PDF's pages: the words where it has them, else what tesseract sees in them.

Comes in: the bytes of a PDF that `source.attachments` let pass. Goes out: a transcript of joined
lines. Refuses to know: clauses. Pages are drawn only where they have no words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from portal.intake import doubtful, pages, refusals, seeing
from portal.intake.pages import Line
from portal.intake.transcript import Sort, Tally, Transcript, Way
from portal.letters import conversion, legacy, mojibake
from portal.text import nfc

MOST_PAGES = 1_000
_FEW = 12
"""A page with fewer letters has no text of its own: it is a picture."""
_RULES = 12
"""So many drawn lines on a page are a table."""
_MIDDLE, _INDENTED = 12.0, 0.18
"""A line around the middle of its page, and begun so far from the edge, is centred."""
_RIGHT_HALF, _MOST = 0.45, 0.97


def read(raw: bytes) -> Transcript:
    import pypdfium2  # type: ignore[import-untyped]  # loaded when the first PDF is met

    try:
        opened = pypdfium2.PdfDocument(raw)
        count = len(opened)
    except pypdfium2.PdfiumError:
        raise refusals.broken("PDF") from None
    if not 0 < count <= MOST_PAGES:
        raise refusals.too_many_pages(count, MOST_PAGES)
    tally, doubts = Tally(), []
    lines: list[Line] = []
    scanned: list[int] = []
    for at in range(count):
        page = opened[at]
        found = list(_lines(page, at + 1))
        if sum(len(one.text) for one in found) < _FEW:
            scanned.append(at + 1)
            found = list(seeing.lines(page, at + 1)) if seeing.can_see() else []
        elif _rules(page) >= _RULES:
            doubts.append(f"trang {at + 1} có bảng kẻ: chữ trong bảng thành từng dòng, xem lại.")
        lines += (_placed(tally, one) for one in found)
        page.close()
    opened.close()
    if len(scanned) == count and not lines:
        raise refusals.unreadable_scan(count) if seeing.can_see() else refusals.only_a_scan(count)
    doubts += [*_of_scans(scanned), *doubtful.told(lines)]
    made = _joined(lines, tally)
    way = Way.SCANNED if scanned else Way.PRINTED
    return replace(made, way=way, doubts=tuple(doubts))


def _placed(tally: Tally, line: Line) -> Line:
    tally.elements.append((line.place, Sort.LINE))
    return line


def _joined(lines: list[Line], tally: Tally) -> Transcript:
    encoding = conversion.of_text("\n".join(one.text for one in lines))
    converted = []
    if encoding:
        for at, line in enumerate(lines):
            if encoding in legacy.accused(line.text):
                text = conversion.to_unicode(line.text, encoding)
                lines[at] = replace(line, text=text)
                converted.append((line.place, encoding))
    kept = pages.of_pages(lines, tally)
    width = _width(kept)
    changed: list[tuple[str, str]] = []
    blocks = tuple(pages.paragraphs(kept, width, tally, changed))
    return Transcript(
        blocks=blocks,
        elements=tuple(tally.elements),
        dropped=tuple(tally.dropped),
        changed=tuple(changed),
        converted=tuple(converted),
    )


def _width(lines: list[Line]) -> float:
    """Where full lines end; where only text is known, how long they are."""
    ends = sorted(one.right if one.top else float(len(one.text)) for one in lines)
    return ends[int((len(ends) - 1) * _MOST)] if ends else 0


def _lines(page: Any, number: int) -> Iterator[Line]:
    """In the order they were set, each with its two ends. pdfium ends lines with CR LF."""
    text = page.get_textpage()
    whole = text.get_text_range()
    width = page.get_width() or 1
    at, count = 0, 0
    for told in whole.split("\r\n"):
        bare = nfc(" ".join(told.replace("\ufffe", "-").split()))
        if bare:
            count += 1
            begin = at + len(told) - len(told.lstrip())
            end = at + len(told.rstrip()) - 1
            left, right, top = _ends(text, begin, end)
            place = f"trang {number}, dòng {count}"
            column = _column(left, width)
            middle = abs(left + right - width) / 2 < _MIDDLE and left > width * _INDENTED
            text_of = mojibake.undone(bare)
            yield Line(place, text_of, number, left, right, top, column, bool(right) and middle)
        at += len(told) + 2
    text.close()


def _ends(text: Any, begin: int, end: int) -> tuple[float, float, float]:
    try:
        first, last = text.get_charbox(begin), text.get_charbox(end)
    except Exception:  # a place behind the last letter: the text has signs that pdfium made up
        return 0, 0, 0
    return first[0], last[2], first[3]


def _column(left: float, width: float) -> int:
    """2 for what stands in the right half of a head or a foot."""
    return 2 if left > width * _RIGHT_HALF else 0


def _rules(page: Any) -> int:
    kinds = (one.type for one in page.get_objects(max_depth=2))
    return sum(kind == 2 for kind in kinds)


def _of_scans(numbers: list[int]) -> Iterator[str]:
    if not numbers:
        return
    told = ", ".join(map(str, numbers[:8])) + ("…" if len(numbers) > 8 else "")
    if seeing.can_see():
        yield f"trang {told} là ảnh quét: chữ do máy nhận dạng, phải soát với bản gốc."
    else:
        yield f"trang {told} là ảnh quét, không có chữ, nên chưa đọc: {refusals.INSTALL_TESSERACT}."
