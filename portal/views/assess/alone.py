"""`tu-ra-soat/tu-ra-soat.html`: the whole tool in one file, for a computer without network.

Comes in: the sets, the look, the bundle. Goes out: one file that asks for nothing else: style,
letters, data and one classic script inside. It is made to be taken away, not to be read in place.
"""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any

from markupsafe import escape

from portal.assess import plain
from portal.dates import day
from portal.kinds.base import Link
from portal.kinds.page import ASSESSMENT
from portal.views.assess import skeleton
from portal.views.assess.published import inline, published
from portal.views.bundles import FOLDER, LOOK
from portal.views.compact import compact
from portal.views.outputs import Asset
from portal.views.renderer import Renderer

PATH = f"{ASSESSMENT}/{ASSESSMENT}.html"
ASSETS = FOLDER.parents[1] / "overrides" / "assets"
SCRIPT = FOLDER / "disk" / "assess.classic.js"
_FACE = re.compile(r"@font-face\{[^}]*?url\(\.\./fonts/([a-z0-9-]+)\.woff2\)[^}]*\}")
FACES = ("be-vietnam-400", "be-vietnam-600")
"""What Vietnamese is written with; other letters come from the machine."""


def file(renderer: Renderer) -> Asset:
    inputs = renderer.inputs
    data = _aimed(plain(published(renderer.page_context(""))), inputs.address)
    home = inputs.library.get(Link("trang", "index"))
    site = home.title if home else "Trường chính trị chuẩn"
    empty = base64.b64encode(skeleton.file(inputs.library.today).content).decode()
    told = _page(data, empty, site, inputs.address, day(inputs.library.today))
    return Asset(PATH, told.encode())


def _aimed(told: Any, address: str, key: str = "") -> Any:
    """Links lead to the portal where it is known where that stands, else nowhere."""
    if isinstance(told, dict):
        return {name: _aimed(value, address, name) for name, value in told.items()}
    if isinstance(told, list):
        return [_aimed(one, address) for one in told]
    return (address + told if address else "") if key == "url" and told else told


def _page(data: Any, empty: str, site: str, address: str, today: str) -> str:
    where = f' Bản mới nhất: <a href="{escape(address)}{ASSESSMENT}/">{escape(site)}</a>.'
    style = "\n".join(map(_style, (LOOK, ASSETS / "css" / "assess.css")))
    script = SCRIPT.read_text(encoding="utf-8").replace("</script", "<\\/script")
    told = compact(data)
    return f"""<!doctype html>
<html lang="vi" class="js">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tự rà soát</title>
<style>
{style}
</style>
</head>
<body>
<main class="wrap main"><div class="article"><div class="assess" data-assess>
<header class="page-header"><h1>Tự rà soát</h1>
<p class="lead">Trang này chạy không cần mạng. Mọi điều nhập vào chỉ nằm trên máy này.</p></header>
<noscript><p>Trình duyệt tắt JavaScript nên trang này không chạy được.</p></noscript>
<p role="status" data-loading>Đang mở…</p>
<script type="application/json" data-sets>{inline(told)}</script>
<script type="text/plain" data-skeleton>{empty}</script>
</div></div></main>
<footer class="wrap meta"><p>Tải về từ «{escape(site)}» ngày {today}.{where if address else ""}</p>
</footer>
<script>
{script}</script>
</body>
</html>
"""


def _style(file: Path) -> str:
    """The look, with its letters inside."""

    def face(found: re.Match[str]) -> str:
        if found[1] not in FACES:
            return ""
        letters = (ASSETS / "fonts" / f"{found[1]}.woff2").read_bytes()
        inside = f"data:font/woff2;base64,{base64.b64encode(letters).decode()}"
        return found[0].replace(f"../fonts/{found[1]}.woff2", inside)

    return _FACE.sub(face, file.read_text(encoding="utf-8"))
