"""Papers as an office scanner leaves them: a PDF of grey pictures, a little askew, soft, grained.

In: a paper, a chance. Out: bytes without a letter of text in them. What they are read with is
tesseract, so what is measured here is the real one, not a table of mistaken letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from io import BytesIO
from random import Random

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from bench.intake.made import Line, Paper

_FACES = (
    ("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
    ("times.ttf", "timesbd.ttf"),
    ("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
)
"""Of offices, as far as a machine has them: the own face of the portal has another «a»."""
_DPI = 200
_WIDTH, _HEIGHT = 1654, 2339
"""A4."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 200, 1500, 180, 2150
_SIDE = 680
_SIZE, _STEP = 34, 46
_MIDDLES = {1: 480, 2: 1160}
"""Where the two sides of a head are centred."""
_GRAIN, _SPECKS = 14.0, 0.0006


def scan(paper: Paper, random: Random) -> bytes:
    grain = numpy.random.default_rng(random.randrange(1 << 30))
    pages = [_scanned(page, random, grain) for page in _drawn(paper)]
    made = BytesIO()
    pages[0].save(made, "PDF", save_all=True, append_images=pages[1:], resolution=_DPI, quality=60)
    return made.getvalue()


def _scanned(page: Image.Image, random: Random, grain: numpy.random.Generator) -> Image.Image:
    askew = page.rotate(random.uniform(-0.6, 0.6), fillcolor=255, resample=Image.Resampling.BICUBIC)
    soft = numpy.asarray(askew.filter(ImageFilter.GaussianBlur(0.6)), dtype=float)
    grey = soft * 0.85 + 25 + grain.normal(0, _GRAIN, soft.shape)
    specks = grain.random(soft.shape)
    grey[specks < _SPECKS], grey[specks > 1 - _SPECKS] = 0, 255
    return Image.fromarray(grey.clip(0, 255).astype("uint8"))


def _drawn(paper: Paper) -> Iterator[Image.Image]:
    page = _Page()
    for part in (paper.head, paper.body, paper.foot, paper.after):
        if len(part) + page.row > _ROWS and part is not paper.body:
            yield page.image
            page = _Page()
        page.side_by_side([one for one in part if one.column])
        for line in (one for one in part if not one.column):
            for row in page.wrapped(line, _RIGHT - _LEFT):
                if page.row >= _ROWS:
                    yield page.image
                    page = _Page()
                page.put(row, line, (_LEFT + _RIGHT) // 2 if line.centred else 0)
                page.row += 1
    yield page.image


_ROWS = (_BOTTOM - _TOP) // _STEP


@cache
def faces() -> tuple[ImageFont.FreeTypeFont, ...]:
    """Plain and bold; none where no face of offices is there that has all letters."""
    for names in _FACES:
        with suppress(OSError):
            found = tuple(ImageFont.truetype(one, _SIZE) for one in names)
            if all(map(_writes_vietnamese, found)):
                return found
    return ()


def _writes_vietnamese(face: ImageFont.FreeTypeFont) -> bool:
    """An old edition of a face draws one box for every letter that it lacks."""
    return len({bytes(face.getmask(letter)) for letter in "ạỆợừỷ"}) == len("ạỆợừỷ")


class _Page:
    def __init__(self) -> None:
        self.image = Image.new("L", (_WIDTH, _HEIGHT), 255)
        self.pen, self.row = ImageDraw.Draw(self.image), 0
        self.faces = faces()

    def put(self, text: str, line: Line, middle: int) -> None:
        face, height = self.faces[line.bold], _TOP + self.row * _STEP
        left = middle - face.getlength(text) / 2 if middle else _LEFT
        self.pen.text((left, height), text, font=face, fill=0)

    def side_by_side(self, lines: list[Line]) -> None:
        first, last = self.row, self.row
        for column, middle in _MIDDLES.items():
            self.row = first
            for line in (one for one in lines if one.column == column):
                for row in self.wrapped(line, _SIDE):
                    self.put(row, line, middle if line.centred else 0)
                    self.row += 1
            last = max(last, self.row)
        self.row = last

    def wrapped(self, line: Line, width: int) -> Iterator[str]:
        told = ""
        for word in f"{line.label} {line.text}".split():
            if told and self.faces[line.bold].getlength(f"{told} {word}") > width:
                yield told
                told = ""
            told = f"{told} {word}".strip()
        yield told
