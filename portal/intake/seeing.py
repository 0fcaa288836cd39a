"""The words of a scanned page, by tesseract with Vietnamese, each line where it stands.

Comes in: a page of pdfium. Goes out: lines with their two ends and their height on the page, the
two sides of a head and of a foot one after the other, as a printed page has them. Refuses to know:
paragraphs, fields.

A scan is drawn no finer than office scanners work: drawn finer, each grain of the paper grows to a
sign, and of noisy scans 0.24 of the fields were read instead of nine in ten.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from portal.intake import refusals
from portal.intake.pages import Line
from portal.text import nfc

_DPI = 200
_PATIENCE = 120
_LANGUAGE = "vie"
_APART = 1.8
"""A gap of so many heights of a letter parts two sides of a head."""
_DOUBTFUL = 60.0
"""A sign without letter or figure that is read less surely is dirt."""
_LEFT, _RIGHT = 0.54, 0.44
"""Where the left side of a head ends at most, and the right one begins, as shares of the page."""
_DIRT_BEFORE = re.compile(
    r"^[\s_.:;,`'‘’ˆ~|¡—]+(?=\w)|^[-–—_.\s]+(?=(?:Điều|Chương|Mục)\s|\w{1,2}[.)]\s)"
)
_DIRT_BEHIND = re.compile(r"\s+[-–—_.:;,`'‘’“”\"ˆ~|¡\s]+$")
_DIRT_ASIDE = re.compile(r"^[-–—]+(?=\w)")
"""On the right side stands no list."""
_DOUBLE = re.compile("[ĐÐ]{1,2}")
"""The eth of Iceland, and one stroke seen twice."""
_MIDDLE, _INDENTED = 14.0, 0.18


@dataclass(frozen=True, slots=True)
class _Word:
    line: tuple[str, ...]
    left: float
    top: float
    right: float
    height: float
    sure: float
    text: str

    @property
    def is_dirt(self) -> bool:
        return self.sure < _DOUBTFUL and not any(map(str.isalnum, self.text))


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of one row that stand together."""

    left: float
    right: float
    top: float
    text: str
    sure: float = 100


def can_see() -> bool:
    return shutil.which("tesseract") is not None


def lines(page: Any, number: int) -> Iterator[Line]:
    width, height = page.get_width() or 1, page.get_height()
    rows = [list(_pieces(one)) for _, one in groupby(_words(page, number), lambda w: w.line)]
    for count, piece in enumerate(_in_order(rows, width), 1):
        middle = abs(piece.left + piece.right - width) / 2 < _MIDDLE
        aside = not middle and piece.left > width * _RIGHT
        yield Line(
            f"trang {number}, dòng {count}",
            _DIRT_ASIDE.sub("", piece.text) if aside else piece.text,
            number,
            piece.left,
            piece.right,
            height - piece.top,
            2 if aside else 0,
            middle and piece.left > width * _INDENTED,
            seen=True,
            sure=piece.sure,
        )


def _words(page: Any, number: int) -> Iterator[_Word]:
    """In points from the upper left corner."""
    scale = 72 / _DPI
    for row in _told(page, number).splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) == 12 and cells[0] == "5" and cells[11].strip():
            left, top, width, height = (int(one) * scale for one in cells[6:10])
            text = nfc(cells[11].strip())
            yield _Word(tuple(cells[1:5]), left, top, left + width, height, float(cells[10]), text)


def _told(page: Any, number: int) -> str:
    drawn = page.render(scale=_DPI / 72, grayscale=True)
    rows = bytes(drawn.buffer)
    stride, width, height = drawn.stride, drawn.width, drawn.height
    picture = b"P5 %d %d 255\n" % (width, height)
    picture += b"".join(rows[at * stride : at * stride + width] for at in range(height))
    command = ["tesseract", "stdin", "stdout", "-l", _LANGUAGE, "--psm", "4", "--dpi", str(_DPI)]
    try:
        done = subprocess.run(
            [*command, "tsv"], input=picture, capture_output=True, timeout=_PATIENCE
        )
    except subprocess.TimeoutExpired:
        raise refusals.too_slow(number) from None
    if done.returncode:
        raise refusals.no_vietnamese()
    return done.stdout.decode("utf-8", "replace")


def _pieces(row: Iterable[_Word]) -> Iterator[_Piece]:
    words = list(row)
    kept = [one for one in words if not one.is_dirt] or words
    tall = sorted(one.height for one in kept)[len(kept) // 2]
    begun = [kept[0]]
    for word in kept[1:]:
        if word.left - begun[-1].right > tall * _APART:
            yield _piece(begun)
            begun = []
        begun.append(word)
    yield _piece(begun)


def _piece(words: list[_Word]) -> _Piece:
    text = " ".join(one.text for one in words)
    text = _DOUBLE.sub("Đ", _DIRT_BEHIND.sub("", _DIRT_BEFORE.sub("", text)) or text)
    bare, _, last = text.rpartition(" ")
    if bare == bare.upper() != bare.lower() and len(last) <= 2 and last.islower():
        text = bare  # a smudge behind a line in capitals
    top = min(one.top for one in words)
    sure = sum(one.sure for one in words) / len(words)
    return _Piece(words[0].left, words[-1].right, top, text, sure)


def _in_order(rows: list[list[_Piece]], width: float) -> Iterator[_Piece]:
    """Rows of two sides: the left one whole, then the right one."""
    for sided, run in groupby(rows, lambda row: _is_sided(row, width)):
        told = list(run)
        pieces = [piece for row in told for piece in row]
        if sided:
            yield from sorted(pieces, key=lambda one: one.left > width * _RIGHT)
        else:
            yield from (_whole(row) for row in told)


def _is_sided(row: list[_Piece], width: float) -> bool:
    return all(one.right < width * _LEFT or one.left > width * _RIGHT for one in row)


def _whole(row: list[_Piece]) -> _Piece:
    text = " ".join(one.text for one in row)
    top, sure = min(one.top for one in row), min(one.sure for one in row)
    return _Piece(row[0].left, row[-1].right, top, text, sure)
