"""A built site made to be opened without a server: from a disk, a stick, a shared folder.

In: the folder of a site. Out: the same site in place; links name their file, the programme is one
classic script, the index of the search is scripts: all that browsers allow to pages that come from
no server. Changes only how things are called; such a site works on a server too.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from portal.views.outputs import Asset
from portal.views.pages import definitions
from portal.views.search import scripted

ROOT = Path(__file__).resolve().parent.parent
INDEX = "assets/search"
SCRIPT = "assets/js/portal.classic.js"
BUNDLE = ROOT / "web" / "bundles" / "disk" / "portal.classic.js"
ASKED = (definitions.PATH,)
"""Files that a module of a page asks for."""
_ADDRESS = re.compile(r'(?<= )(href|action)="([^"]*)"')
_MOVED = re.compile(r'(?<=content="0; url=)[^"]*')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
_START = re.compile(r'<script type="module" src="([^"]*)assets/js/start\.js"></script>')
_AHEAD = re.compile(r'[ ]*<link rel="preload"[^>]* crossorigin>\n?')
"""Without a server a font is of another origin, and asking for it ahead is refused."""


def convert(site: Path) -> None:
    """Every page, the files of the index, and the script that takes the place of the modules."""
    for page in site.rglob("*.html"):
        told = page.read_text(encoding="utf-8")
        page.write_text(of_disk(told), encoding="utf-8", newline="\n")
    for packed in (site / INDEX).glob("*.bin"):
        for asset in scripted([Asset(f"{INDEX}/{packed.name}", packed.read_bytes())]):
            (site / asset.path).write_bytes(asset.content)
        packed.unlink()
    asked = {path: (site / path).read_text(encoding="utf-8") for path in ASKED}
    given = f"globalThis.PortalFiles = {json.dumps(asked, ensure_ascii=False)}\n"
    script = given + BUNDLE.read_text(encoding="utf-8")
    (site / SCRIPT).write_text(script, encoding="utf-8", newline="\n")


def of_disk(html: str) -> str:
    """A page whose links lead to files and whose programme is a classic script."""
    html = _ADDRESS.sub(lambda found: f'{found[1]}="{named(found[2])}"', html)
    html = _MOVED.sub(lambda found: named(found[0]), html)
    html = _START.sub(rf'<script src="\1{SCRIPT}" defer></script>', html)
    return _AHEAD.sub("", html)


def named(address: str) -> str:
    """`../van-ban/#muc-i` → `../van-ban/index.html#muc-i`: a folder answers with its index only
    where there is a server."""
    path = re.split(r"[?#]", address, maxsplit=1)[0]
    if not path or _ELSEWHERE.match(path):
        return address
    rest = address[len(path) :]
    if path.rpartition("/")[2] in (".", ".."):
        path += "/"
    return f"{path}index.html{rest}" if path.endswith("/") else address
