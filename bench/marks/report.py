"""The portal's faces beside others: which pairs of letters are most alike, and how much.

In: whether others are measured too (fetched with npm, never kept in the project). Out: a table,
and whether the portal's own faces reach what is asked at 16 px.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import machine
from playwright.sync_api import Page

from bench.identity import ROOT
from bench.marks.drawing import Face, drawn
from bench.marks.letters import CIRCUMFLEX_LEAST, LEAST, Distances, distances
from bench.report import decimal
from tests import chromium

PEERS = Path(__file__).parent / "peers"
ALL = "U+0-10FFFF"
VIETNAMESE = "U+102-103, U+110-111, U+128-129, U+168-169, U+1A0-1A1, U+1AF-1B0, U+1EA0-1EF9"
WEIGHTS = ((400, "normal"), (600, "normal"), (400, "italic"))
SIZES = (14, 15, 16, 17, 18)
"""What the site's letters measure, and what is asked."""
ASKED = 16
HINTINGS = {"none": "không gợi nét", "slight": "gợi nét nhẹ", "full": "gợi nét đủ"}
"""How a system draws: as macOS and phones; as Linux; by the face's own hints, up and down only, as
Windows does (its colours at the edges of letters and its contrast cannot be had elsewhere)."""
JUDGED = ("none", "full")
HEAD = """\
Hai chữ khác nhau bao nhiêu điểm ảnh (tổng chênh lệch độ đen; 1 = một điểm từ trắng thành đen),
màn hình 1×, trung bình bốn vị trí lẻ: mọi cặp thanh của 12 nguyên âm, mọi cặp nguyên âm khác dấu,
chữ thường và chữ hoa.
"""
TITLES = ("phông", "nét", "vẽ", "cỡ", "ít nhất", "cặp", "ồổ ềể ầẩ", "ỒỔ ỀỂ ẦẨ", "trung vị")


def report(others: bool, as_json: bool) -> tuple[str, bool]:
    """The others at the size asked, ours at every size; whether ours are good enough."""
    if others and not machine.get_modules(PEERS, "các phông để so"):
        raise RuntimeError("npm không lấy được các phông để so.")
    rows = [row for hinting in HINTINGS for row in _measured(hinting, others)]
    own = [row for row in rows if row["own"] and row["size"] == ASKED and row["style"] == "normal"]
    good = all(row["enough"] for row in own if row["hinting"] in JUDGED)
    told = json.dumps(rows, ensure_ascii=False, indent=1) if as_json else _table(rows)
    return told, good


def own_face(weight: int, style: str = "normal") -> Face:
    """As readers get it."""
    name = f"be-vietnam-{weight}{'-italic' if style == 'italic' else ''}.woff2"
    file = ROOT / "overrides" / "assets" / "fonts" / name
    return Face("cổng này", weight, style, ((file, ALL),))


def _others() -> Iterator[Face]:
    for folder in sorted((PEERS / "node_modules" / "@fontsource").iterdir()):
        for weight, style in WEIGHTS:
            latin, vietnamese = (
                folder / "files" / f"{folder.name}-{part}-{weight}-{style}.woff2"
                for part in ("latin", "vietnamese")
            )
            if latin.is_file():
                files = ((latin, ALL), (vietnamese, VIETNAMESE))
                yield Face(folder.name, weight, style, files)


def _measured(hinting: str, others: bool) -> Iterator[dict[str, Any]]:
    with screen(hinting) as page:
        for face in _others() if others else ():
            yield _row(page, face, hinting, ASKED)
        for weight, style in WEIGHTS:
            for size in SIZES:
                yield _row(page, own_face(weight, style), hinting, size)
            yield _row(page, own_face(weight, style), hinting, ASKED, dark=True)


@contextmanager
def screen(hinting: str) -> Iterator[Page]:
    """A page on an ordinary screen."""
    with chromium.started(hinting) as browser:
        yield browser.new_page(device_scale_factor=1)


def measured(page: Page, face: Face, size: float, *, dark: bool = False) -> Distances:
    return distances(drawn(page, face, size, dark=dark))


def _row(
    page: Page, face: Face, hinting: str, size: float, *, dark: bool = False
) -> dict[str, Any]:
    found = measured(page, face, size, dark=dark)
    return {
        **{"face": face.name, "own": face.name == "cổng này", "weight": face.weight},
        **{"style": face.style, "hinting": hinting, "size": size, "dark": dark},
        **{"least": found.least[1], "pair": found.least[0], "circumflex": found.circumflex},
        **{"capitals": found.capital_circumflex, "median": found.median},
        "enough": found.is_enough,
    }


def _table(rows: list[dict[str, Any]]) -> str:
    lines = [HEAD, "| " + " | ".join(TITLES) + " |", "|---" * len(TITLES) + "|"]
    for row in rows:
        cells = (
            row["face"] + (", nền tối" if row["dark"] else ""),
            f"{row['weight']}{' nghiêng' if row['style'] == 'italic' else ''}",
            HINTINGS[row["hinting"]],
            f"{row['size']} px",
            decimal(row["least"], 1),
            "/".join(row["pair"]),
            *(decimal(row[key], 1) for key in ("circumflex", "capitals", "median")),
        )
        lines.append("| " + " | ".join(cells) + " |")
    aims = f"{decimal(LEAST, 0)}, của ồ/ổ, ề/ể, ầ/ẩ từ {decimal(CIRCUMFLEX_LEAST, 0)} điểm ảnh"
    return "\n".join([*lines, "", f"Cần, ở {ASKED} px, nét 400 và 600: mọi cặp từ {aims}."])
