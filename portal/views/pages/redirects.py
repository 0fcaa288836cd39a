"""Old addresses: a small page at each that leads to the new one, without script."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from portal.views.names import address, relative
from portal.views.outputs import Asset
from portal.views.renderer import Renderer

ICON = "assets/img/favicon.svg"
"""That of the pages; browsers ask the root of the server where a page names none."""
_STUB = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={url}">'
    '<link rel="canonical" href="{url}"><link rel="icon" href="{icon}"></head><body>'
    '<p>Trang này đã chuyển tới <a href="{url}">{title}</a>.</p></body></html>\n'
)


def files(renderer: Renderer) -> Iterator[Asset]:
    """One stub for every old address."""
    library = renderer.inputs.library
    for entries in library.entries.values():
        for entry in entries.values():
            for old in entry.moved_from:
                folder = old.strip("/").removesuffix("index.html").rstrip("/")
                kind, _, id = folder.partition("/")
                if id in library.entries.get(kind, {}):  # a preview shows what is kept back
                    continue
                path = folder if folder.endswith(".html") else f"{folder}/index.html"
                here = path.rpartition("/")[0] + "/" if "/" in path else ""
                told = {
                    "title": escape(entry.name),
                    "url": escape(relative(address(entry), here)),
                    "icon": relative(ICON, here),
                }
                yield Asset(path, _STUB.format(**told).encode())
