"""Old addresses: a small page at each that leads to the new one, without script; where an entry was
withdrawn, one that says so."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from portal.dates import day
from portal.library import Library
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

_GONE = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="robots" content="noindex"><link rel="icon" href="{icon}"></head><body>'
    '<h1>{title}</h1><p>{told}</p><p><a href="{home}">Trang chủ</a></p></body></html>\n'
)


def files(renderer: Renderer) -> Iterator[Asset]:
    """One stub for every old address, and for every address of what was withdrawn."""
    yield from _gone(renderer.inputs.library)
    for entries in renderer.inputs.library.entries.values():
        for entry in entries.values():
            for old in entry.moved_from:
                path, here = _place(old)
                told = {
                    "title": escape(entry.name),
                    "url": escape(relative(address(entry), here)),
                    "icon": relative(ICON, here),
                }
                yield Asset(path, _STUB.format(**told).encode())


def _place(address: str) -> tuple[str, str]:
    """The file at an address, and its folder."""
    folder = address.strip("/").removesuffix("index.html").rstrip("/")
    path = folder if folder.endswith(".html") else f"{folder}/index.html".lstrip("/")
    return path, path.rpartition("/")[0] + "/" if "/" in path else ""


def _gone(library: Library) -> Iterator[Asset]:
    """A preview shows the entry itself."""
    for entry in library.withdrawn:
        if library.get(entry.link):
            continue
        last = max(entry.changes, key=lambda one: one.day, default=None)
        for old in (address(entry), *entry.moved_from):
            path, here = _place(old)
            told = {
                "title": "Mục này đã rút khỏi cổng",
                "told": escape(f"Rút ngày {day(last.day)}. {last.text}" if last else ""),
                "home": escape(relative("", here)),
                "icon": relative(ICON, here),
            }
            yield Asset(path, _GONE.format(**told).encode())
