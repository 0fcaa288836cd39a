"""A whole face → the parts of it that readers get: what Vietnamese texts are written with, in one
file a weight, so that kerning works between all of it; other letters in a second one.

In: the bytes of a TrueType file. Out: the bytes of WOFF2 files, the same every time. Its hints
stay: on office screens they keep marks apart (`scripts/bench.py chu`). What the face has not is
added: figures of one width (`tnum`) and a few signs, drawn with lines as thick as its minus. Its
hyphen, nearly as long as its dash, is made short: documents are told by numbers like «11-QĐ/TW»,
spans of years by dashes.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from itertools import pairwise
from math import cos, hypot, pi, sin
from typing import Any

from fontTools import subset
from fontTools.otlLib import builder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

Point = tuple[float, float]
EVERYDAY = {
    *range(0x20, 0x7F),
    # Vietnamese, capital and small.
    *map(ord, "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"),
    *range(0x1EA0, 0x1EFA),
    *map(ord, "\xa0\xad\u2010\u2011–—‘’“”‹›«»…•·×§°±²³₫€№−≤≥←↑→↓◆✓"),
}
"""What Vietnamese texts are written with: these a page fetches."""
OTHER = {*range(0xA1, 0x100), *range(0x2010, 0x2040), 0x2122} - EVERYDAY
"""Names from abroad and rare signs: a file of their own, fetched where one is used."""
PARTS = {"": EVERYDAY, "-other": OTHER}
FEATURES = ["ccmp", "kern", "liga", "tnum"]
FIGURES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MIDDLE = (380.0, 313.0)
"""What arrows turn around: half of their own width, and the height of the face's minus."""
ARROW = (((100.0, 313.0), (630.0, 313.0)), ((425.0, 518.0), (630.0, 313.0), (425.0, 108.0)))
TURNS = {"→": 0, "↑": 1, "←": 2, "↓": 3}
TICK = (((95.0, 300.0), (270.0, 125.0), (640.0, 495.0)),)
DIAMOND = ((80.0, 313.0), (365.0, 598.0), (650.0, 313.0), (365.0, 28.0))
HYPHENS = (0x2D, 0xAD, 0x2010, 0x2011)
HYPHEN = (62, 314, 376)
"""Where its line begins and ends, and how much room it has: those of a usual grotesque."""
SIGN_WIDTH = {"◆": 730, "✓": 740} | dict.fromkeys(TURNS, 760)


def parts(whole: bytes) -> dict[str, bytes]:
    """What a face is cut into: the end of a file's name → the file."""
    return {end: _cut(whole, letters) for end, letters in PARTS.items()}


def ranges(letters: Collection[int]) -> str:
    """As a style sheet names them: «U+A1-A6, U+A8»."""
    rows: list[list[int]] = []
    for code in sorted(letters):
        if rows and rows[-1][-1] == code - 1:
            rows[-1].append(code)
        else:
            rows.append([code])
    ends = (sorted({row[0], row[-1]}) for row in rows)
    return ", ".join("U+" + "-".join(f"{code:X}" for code in pair) for pair in ends)


def _cut(whole: bytes, letters: Collection[int]) -> bytes:
    face = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    _add_figures(face)
    _add_signs(face)
    _shorten_hyphen(face)
    face.setGlyphOrder(face["glyf"].glyphOrder)  # forgets the order that was before
    options = subset.Options()
    options.flavor, options.layout_features = "woff2", FEATURES
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=letters)
    cutter.subset(face)
    face.flavor = "woff2"
    made = io.BytesIO()
    face.save(made)
    return made.getvalue()


def _add_figures(face: Any) -> None:
    """Every figure once more, in the middle of a room as wide as that of the nought."""
    room, _ = face["hmtx"]["zero"]
    for name in FIGURES:
        shape = face["glyf"][name]
        shift = round((room - shape.xMin - shape.xMax) / 2)
        _put(face, f"{name}.tnum", room, [(name, shift)])
    mapping = {name: f"{name}.tnum" for name in FIGURES}
    table = face["GSUB"].table
    table.LookupList.Lookup.append(builder.buildLookup([builder.buildSingleSubstSubtable(mapping)]))
    table.LookupList.LookupCount += 1
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = "tnum", otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [len(table.LookupList.Lookup) - 1]
    record.Feature.LookupCount = 1
    table.FeatureList.FeatureRecord.append(record)
    for script in table.ScriptList.ScriptRecord:
        languages = [one.LangSys for one in script.Script.LangSysRecord]
        for language in (script.Script.DefaultLangSys, *languages):
            language.FeatureIndex.append(len(table.FeatureList.FeatureRecord) - 1)


def _put(face: Any, name: str, width: int, parts: list[tuple[str, int]]) -> None:
    """A glyph made of others, each moved to the right by so much."""
    pen = TTGlyphPen(face["glyf"])
    for part, shift in parts:
        pen.addComponent(part, (1, 0, 0, 1, shift, 0))
    _keep(face, name, width, pen)


def _keep(face: Any, name: str, width: int, pen: TTGlyphPen) -> None:
    glyph = pen.glyph()
    face["glyf"][name] = glyph
    glyph.recalcBounds(face["glyf"])
    face["hmtx"][name] = (width, glyph.xMin)


def _add_signs(face: Any) -> None:
    minus = face["glyf"]["minus"]
    for sign, width in SIGN_WIDTH.items():
        pen = TTGlyphPen(None)
        for outline in _outlines(sign, minus.yMax - minus.yMin):
            _draw(pen, outline)
        _name(face, f"uni{ord(sign):04X}", width, pen, ord(sign))
    pen = TTGlyphPen(face["glyf"])
    first, _ = face["hmtx"]["N"]
    pen.addComponent("N", (1, 0, 0, 1, 0, 0))
    pen.addComponent("ordmasculine", (1, 0, 0, 1, first, 0))
    _name(face, "uni2116", first + face["hmtx"]["ordmasculine"][0], pen, 0x2116)


def _shorten_hyphen(face: Any) -> None:
    old, pen = face["glyf"]["hyphen"], TTGlyphPen(None)
    left, right, width = HYPHEN
    low, high = old.yMin, old.yMax
    _draw(pen, [(left, low), (left, high), (right, high), (right, low)])
    _name(face, "hyphen", width, pen, *HYPHENS)


def _draw(pen: TTGlyphPen, outline: list[Point]) -> None:
    pen.moveTo(outline[0])
    for point in outline[1:]:
        pen.lineTo(point)
    pen.closePath()


def _name(face: Any, name: str, width: int, pen: TTGlyphPen, *codes: int) -> None:
    """A glyph drawn, and what it is drawn for."""
    _keep(face, name, width, pen)
    for table in face["cmap"].tables:
        if table.isUnicode():
            table.cmap |= dict.fromkeys(codes, name)


def _outlines(sign: str, thick: float) -> Iterator[list[Point]]:
    if sign == "◆":
        yield list(DIAMOND)
        return
    for line in TICK if sign == "✓" else ARROW:
        turned = [_turn(point, TURNS.get(sign, 0)) for point in line]
        yield from (_bar(*ends, thick) for ends in pairwise(turned))


def _turn(point: Point, quarters: int) -> Point:
    """Around the middle of an arrow, against the clock."""
    x, y = point[0] - MIDDLE[0], point[1] - MIDDLE[1]
    c, s = round(cos(quarters * pi / 2)), round(sin(quarters * pi / 2))
    return MIDDLE[0] + c * x - s * y, MIDDLE[1] + s * x + c * y


def _bar(start: Point, end: Point, thick: float) -> list[Point]:
    """A line with square ends: two that meet at a right angle make a clean corner."""
    x, y = end[0] - start[0], end[1] - start[1]
    long = hypot(x, y) * 2 / thick
    x, y = x / long, y / long
    corners = [(-x - y, x - y), (x - y, x + y), (x + y, y - x), (y - x, -x - y)]
    (a, b, c, d) = ((start, corners[0]), (end, corners[1]), (end, corners[2]), (start, corners[3]))
    return [(round(at[0] + by[0]), round(at[1] + by[1])) for at, by in (a, b, c, d)]
