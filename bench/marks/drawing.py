"""Letters drawn by a browser on an ordinary screen: a point of the page is one of the screen.

In: a face, a size, the ground. Out: a picture of every letter, at four places between two points,
since words put letters anywhere.
"""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Page

from bench.marks.letters import LETTERS, Picture

PLACES = (0, 0.25, 0.5, 0.75)
ROOM = (32, 48)
"""Width and height of the room each letter has, in pixels."""
COLUMNS = 12
PATIENCE = 180_000
"""Milliseconds that a busy machine may need for the picture."""


@dataclass(frozen=True)
class Face:
    """A weight and a style of a face; its files, each with the letters it is taken for."""

    name: str
    weight: int
    style: str
    files: tuple[tuple[Path, str], ...]


def drawn(
    page: Page,
    face: Face,
    size: float,
    *,
    dark: bool = False,
    written: Mapping[str, str] | None = None,
) -> Mapping[str, Picture]:
    """Ink is black and ground white, or the other way round; either way ink counts as 1.

    Letters may be written otherwise than by themselves: of several signs.
    """
    width, height = ROOM
    cells = list(product([(written or {}).get(one, one) for one in LETTERS], PLACES))
    rows = len(cells) // COLUMNS
    page.set_viewport_size({"width": COLUMNS * width, "height": rows * height})
    page.set_content(_sheet(face, size, cells, dark))
    # The browser may not have begun to read the files: they are asked for.
    ready = "() => Promise.all([...document.fonts].map(one => one.load())).then(all => all.length)"
    assert page.evaluate(ready) == len(face.files)
    shot = Image.open(io.BytesIO(page.screenshot(timeout=PATIENCE))).convert("L")
    grey = np.asarray(shot, dtype=np.float64) / 255
    ink = grey if dark else 1 - grey
    rooms = ink.reshape(rows, height, COLUMNS, width).swapaxes(1, 2)
    pictures = rooms.reshape(len(LETTERS), len(PLACES), height, width)
    return dict(zip(LETTERS, pictures, strict=True))


def _sheet(face: Face, size: float, cells: list[tuple[str, float]], dark: bool) -> str:
    width, height = ROOM
    rules = "".join(_rule(face, *file) for file in face.files)
    ink, ground = ("#fff", "#000") if dark else ("#000", "#fff")
    letters = "".join(
        f'<b style="left:{at % COLUMNS * width + 8 + place}px;top:{at // COLUMNS * height}px">'
        f"{letter}</b>"
        for at, (letter, place) in enumerate(cells)
    )
    return f"""<style>{rules}
      body {{ margin: 0; background: {ground}; color: {ink}; font-synthesis: none;
        font: {face.style} {face.weight} {size}px/{height}px Measured, monospace }}
      b {{ position: absolute; font-weight: inherit }}</style>{letters}"""


def _rule(face: Face, file: Path, letters: str) -> str:
    data = b64encode(file.read_bytes()).decode()
    return f"""@font-face {{ font-family: Measured; font-weight: {face.weight};
      font-style: {face.style}; unicode-range: {letters};
      src: url(data:font/woff2;base64,{data}) }}"""
