"""Lines of printed pages put together to paragraphs; what only belongs to the page goes.

Comes in: lines with their places, and how wide a full line is. Goes out: paragraphs; lines left out
with the reason. Refuses to know: where the lines come from.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.clauses.alphabet import SMALL
from portal.clauses.labels import begins_clause
from portal.intake.transcript import Paragraph, Tally
from portal.text import fold

_PAGE_NUMBER = re.compile(r"(?i)[-–—.]?\s*(?:trang\s*)?[0-9]{1,3}(?:\s*/\s*[0-9]{1,3})?\s*[-–—.]?")
JOINED = "nối vào"
_ALONE = re.compile(r"[-–—][ ]?[0-9]{1,3}[ ]?[-–—]|[0-9]{1,3}")
_STAMPS = re.compile(
    r"(?:cong van )?den\b.{0,4}(?:so|ngay)\s*:|(?:cong )?van den$|chuyen\s*:"
    r"|ky boi\s*:|nguoi ky\s*:|thoi gian ky\s*:|co quan\s*:.{0,60}email\s*:|email\s*:\s*\S+@"
    r"|ngay ky\s*:"
)
"""What the receiving office and a digital signature print over a document."""
_EDGE = 2
"""So many lines at the top and the bottom of a page may be its own."""
_ENDS = re.compile(r"(?:[.;:!?…”»\"]|/\.)\)?$")
_FULL, _FULL_ON_PAGE = 0.86, 0.94
_NEAR, _ALIKE = 34.0, 6.0
"""Points: how far below the next line of a paragraph stands at most, and what counts as level."""
_LABEL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})*[.)]|[a-zđ]\)|[-+–•]")
"""A number alone on its line: its words stand on the next."""
_MOST_LETTERS = 2
_NUMERAL = re.compile(r"[IVXLivxl]+$|[0-9]+|[a-zđ](?=[).])")
_MOTTO = "cong hoa xa hoi chu nghia viet nam"
_CAPITALS = re.compile(rf"[^{SMALL}]*")


@dataclass(frozen=True, slots=True)
class Line:
    place: str
    text: str
    page: int = 0
    left: float = 0
    right: float = 0
    top: float = 0
    column: int = 0
    centred: bool = False
    seen: bool = False
    """Recognised in a picture."""
    sure: float = 100
    """How surely, out of a hundred."""


def of_pages(lines: Sequence[Line], tally: Tally) -> list[Line]:
    """Without numbers of pages, heads and feet that repeat, stamps."""
    repeated = _repeated(lines)
    kept = []
    for at, line in enumerate(lines):
        if why := _of_the_page(lines, at, repeated):
            tally.drop(line.place, why)
        else:
            kept.append(line)
    return kept


def _of_the_page(lines: Sequence[Line], at: int, repeated: frozenset[str]) -> str:
    line = lines[at]
    if not line.text.strip():
        return "dòng trống"
    if line.seen and is_dirt(line.text):
        return f"vết bẩn trên bản quét: «{line.text[:60]}»"
    if _at_edge(lines, at) and _PAGE_NUMBER.fullmatch(line.text.strip()):
        return "số trang"
    if _at_edge(lines, at) and _bare(line.text) in repeated:
        return f"đầu, chân trang lặp lại: «{line.text[:60]}»"
    if _STAMPS.match(fold(line.text).strip()):
        return f"dấu công văn đến, chữ ký số: «{line.text[:60]}»"
    return ""


def is_dirt(text: str) -> bool:
    """A letter or two that count nothing: «Ẵ», «z»."""
    letters = [char for char in text if char.isalnum()]
    return len(letters) <= _MOST_LETTERS and not _NUMERAL.match(text.strip(" .:-–—"))


def stray(text: str) -> str:
    """Why a line of a text without pages is none of its words; empty where it is."""
    if _STAMPS.match(fold(text).strip()):
        return "dấu công văn đến, chữ ký số"
    return "số trang" if _ALONE.fullmatch(text.strip()) else ""


def _at_edge(lines: Sequence[Line], at: int) -> bool:
    page = lines[at].page
    before = sum(one.page == page for one in lines[max(0, at - _EDGE) : at])
    behind = sum(one.page == page for one in lines[at + 1 : at + 1 + _EDGE])
    return before < _EDGE or behind < _EDGE


def _repeated(lines: Sequence[Line]) -> frozenset[str]:
    pages: dict[str, set[int]] = {}
    for at, line in enumerate(lines):
        if _at_edge(lines, at) and len(line.text) > 3:
            pages.setdefault(_bare(line.text), set()).add(line.page)
    count = len({one.page for one in lines})
    often = Counter({told: len(found) for told, found in pages.items()})
    return frozenset(told for told, seen in often.items() if seen >= 3 and seen * 2 > count)


def _bare(text: str) -> str:
    return re.sub(r"[0-9]+", "0", fold(text)).strip()


def paragraphs(
    lines: Sequence[Line], width: float, tally: Tally, changed: list[tuple[str, str]]
) -> Iterator[Paragraph]:
    """A line goes on from the one above where that one is full, says no end, and it begins no
    clause itself; `width` 0: every line is a paragraph."""
    open_: list[Line] = []
    for line in lines:
        if not line.text:
            yield from _closed(open_)
        elif open_ and _LABEL.fullmatch(open_[-1].text):
            changed.append((line.place, f"là chữ của số đứng riêng ở {open_[0].place}"))
            open_.append(line)
        elif open_ and width and _goes_on(open_[-1], line, width):
            changed.append((line.place, f"{JOINED} {open_[0].place}"))
            open_.append(line)
        else:
            yield from _closed(open_)
            open_.append(line)
    yield from _closed(open_)


def _closed(lines: list[Line]) -> Iterator[Paragraph]:
    if lines:
        text = " ".join(one.text for one in lines)
        first = lines[0]
        yield Paragraph(place=first.place, text=text, column=first.column, centred=first.centred)
    lines.clear()


def _goes_on(above: Line, line: Line, width: float) -> bool:
    if above.column != line.column or begins_clause(line.text):
        return False
    if _is_capitals(line.text) and _is_capitals(above.text):
        return fold(f"{above.text} {line.text}").startswith(_MOTTO)
    if line.top:
        return _below(above, line, width)
    if line.text[:1].islower():
        return True
    return len(above.text) >= width * _FULL and not _ENDS.search(above.text)


def _below(above: Line, line: Line, width: float) -> bool:
    """By where both stand on the page: a full line and one that begins at the margin, or two lines
    around one middle, of which the second begins small. What stands on the right side is set
    around a middle of its own: none of its lines is full."""
    same_page = above.page == line.page
    if same_page and not 0 < above.top - line.top < _NEAR:
        return False
    if above.centred and not line.centred:
        return False
    small = line.text[:1].islower() or line.text[:1].isdigit()
    middles = abs(above.left + above.right - line.left - line.right) / 2
    if small and (middles < _ALIKE or abs(above.left - line.left) < _ALIKE):
        return True
    full = not line.column and above.right >= width * _FULL_ON_PAGE
    return full and line.left <= above.left + _ALIKE and (small or not _ENDS.search(above.text))


def _is_capitals(text: str) -> bool:
    return bool(_CAPITALS.fullmatch(text))
