"""Draw the pictures a shared link shows: one for every kind of entry, one for all other pages."""

import environment

environment.enter(dev=True)

import base64
import io
import struct
import sys
import zlib
from html import escape
from pathlib import Path
from typing import Any

import door
import yaml
from PIL import Image
from playwright.sync_api import Browser

from portal.kinds import KINDS
from tests import chromium

LINE = door.CommandLine("Vẽ ảnh hiện kèm khi chia sẻ liên kết: mỗi loại mục một ảnh.")
ASSETS = environment.ROOT / "overrides" / "assets"
FOLDER = ASSETS / "img" / "chia-se"
COMMON = "chung"
"""The picture of pages that belong to no kind."""
WIDTH, HEIGHT = 1200, 630
COLOURS = 48
MOST = 60_000
"""Bytes of a picture: a telephone fetches it before it shows the link."""
PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><style>
{faces}
* {{ margin: 0 }}
body {{ box-sizing: border-box; display: grid; grid-template-rows: auto 1fr auto; width: {width}px;
  height: {height}px; padding: 52px 72px 44px; border-top: 20px solid #9e1b20; background: #fff;
  box-shadow: inset 0 8px #b58826; color: #1b1d21; font: 400 32px/1.45 Face, Other }}
header {{ display: flex; align-items: center; gap: 28px }}
header img {{ width: 96px; height: 96px }}
header p {{ color: #545b66 }}
header strong {{ display: block; color: #1b1d21; font-weight: 600; font-size: 36px }}
main {{ align-self: center }}
h1 {{ font-weight: 600; font-size: {size}px; line-height: 1.2; color: #9e1b20; text-wrap: balance }}
main p {{ margin-top: 20px; font-size: 36px; text-wrap: pretty }}
footer {{ padding-top: 16px; border-top: 2px solid #d6dae0; color: #545b66; font-size: 26px }}
</style><header><img alt="" src="{logo}"><p><strong>{site}</strong>{owner}</p></header>
<main><h1>{title}</h1><p>{lead}</p></main><footer>{notice}</footer>"""


def main() -> int:
    LINE.read()
    settings = yaml.safe_load((environment.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    FOLDER.mkdir(exist_ok=True)
    with chromium.started() as browser:
        for name, title, lead in told(settings):
            content = picture(browser, title, lead, settings)
            (FOLDER / f"{name}.png").write_bytes(content)
            print(f"{name}.png: {len(content):,} byte".replace(",", "."))
            if len(content) > MOST:
                print(f"{name}.png lớn hơn {MOST:,} byte.".replace(",", "."), file=sys.stderr)
                return 1
    return 0


def told(settings: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Name, heading and sentence of each picture."""
    kinds = [(kind.name, kind.label, kind.lead) for kind in KINDS if not kind.anywhere]
    return [(COMMON, settings["site_name"], settings["site_description"]), *kinds]


def picture(browser: Browser, title: str, lead: str, settings: dict[str, Any]) -> bytes:
    """As a browser draws it, and what it says, so that a test can tell when that has changed."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    whole = title == settings["site_name"]
    filled = {
        "faces": faces(),
        "width": WIDTH,
        "height": HEIGHT,
        "size": 76 if whole else 104,
        "logo": _data("image/svg+xml", ASSETS / "img" / "logo.svg"),
        "site": "" if whole else escape(settings["site_name"]),
        "owner": escape(str(settings["extra"]["organisation"])),
        "title": escape(title),
        "lead": escape(lead),
        "notice": escape(settings["copyright"]),
    }
    page.set_content(PAGE.format(**filled))
    page.evaluate("() => document.fonts.ready")
    drawn = page.screenshot()
    page.close()
    return with_text(packed(drawn), f"{title}\n{lead}")


def packed(png: bytes) -> bytes:
    """In few colours, a third of the bytes: there are two colours and the shades between."""
    made = io.BytesIO()
    few = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(made, "PNG", optimize=True)
    return made.getvalue()


def faces() -> str:
    """The face of the portal, inside the page: a browser fetches no file for a page without one."""
    cuts = {"Face": "", "Other": "-other"}
    return "".join(
        f"@font-face {{ font-family: {name}; font-weight: {weight}; "
        f"src: url({_data('font/woff2', ASSETS / 'fonts' / f'be-vietnam-{weight}{cut}.woff2')}) }}"
        for name, cut in cuts.items()
        for weight in (400, 600)
    )


def _data(type: str, file: Path) -> str:
    return f"data:{type};base64,{base64.b64encode(file.read_bytes()).decode()}"


def with_text(png: bytes, text: str) -> bytes:
    """The same picture with its words as PNG keeps them: a chunk `iTXt` before the end."""
    body = b"iTXt" + b"Title\0\0\0vi\0\0" + text.encode()
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    end = png.rindex(b"IEND") - 4
    return png[:end] + chunk + png[end:]


if __name__ == "__main__":
    sys.exit(main())
