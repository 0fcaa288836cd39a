"""Old addresses: a small page at each that leads to the new one, without script; where an entry was
withdrawn, one that says so."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from portal.dates import day
from portal.kinds import KINDS, Entry
from portal.kinds.base import WORKSHEET
from portal.library import Library
from portal.views.inputs import Inputs
from portal.views.names import address, place_of, relative
from portal.views.outputs import Asset
from portal.views.pages import worksheets
from portal.views.renderer import Renderer
from portal.views.synopsis.pairs import pairs
from portal.views.view import view_of

ICON = "assets/img/favicon.svg"
"""That of the pages; browsers ask the root of the server where a page names none."""
FRAME, STYLE = "nhung/khung.js", "assets/css/portal.css"
"""In a frame of another portal the way goes on inside, with what the frame was asked for."""
_STUB = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta property="og:title" content="{title}">'
    '<script src="{frame}" data-to="{url}"></script>'
    '<meta name="robots" content="noindex"><meta http-equiv="refresh" content="0; url={url}">'
    '<link rel="canonical" href="{url}"><link rel="icon" href="{icon}"></head><body>'
    '<p>Trang này đã chuyển tới <a href="{url}">{title}</a>.</p></body></html>\n'
)


_GONE = (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta property="og:title" content="{title}"><meta name="robots" content="noindex">'
    '<link rel="icon" href="{icon}"><link rel="stylesheet" href="{style}">'
    '<script src="{frame}"></script></head><body class="card"><main>'
    '<h1>{title}</h1><p>{told}</p><p><a href="{home}">Trang chủ</a></p></main></body></html>\n'
)


def files(renderer: Renderer) -> Iterator[Asset]:
    """One stub for every old address, for every address of what was withdrawn, and of what has no
    page of its own."""
    yield from _gone(renderer.inputs.library)
    yield from _moved(renderer.inputs.library)
    yield from _rows(renderer.inputs)
    for pair in pairs(renderer.inputs.library):
        if not pair.alone:
            title = f"Đối chiếu {' và '.join(pair.labels())}"
            yield _stub(f"{pair.page}index.html", title, pair.url)


def _moved(library: Library) -> Iterator[Asset]:
    for entries in library.entries.values():
        for entry in entries.values():
            for old in entry.moved_from:
                path = _file(old)
                kind, _, id = path.removesuffix("/index.html").partition("/")
                if id in library.entries.get(kind, {}):  # a preview shows what is kept back
                    continue
                yield _stub(path, entry.name, place_of(library, entry.link))


def _gone(library: Library) -> Iterator[Asset]:
    """A preview shows the entry itself."""
    for entry in library.withdrawn:
        if library.get(entry.link):
            continue
        told = withdrawal(entry)
        for old in (address(entry), *entry.moved_from):
            path = _file(old)
            here = _folder(path)
            filled = {
                "title": "Mục này đã rút khỏi cổng",
                "told": escape(told),
                "home": escape(relative("", here)),
                "icon": relative(ICON, here),
                "style": relative(STYLE, here),
                "frame": relative(FRAME, here),
            }
            yield Asset(path, _GONE.format(**filled).encode())


def withdrawal(entry: Entry) -> str:
    """When and why, as its editor tells it."""
    last = entry.withdrawal
    return f"Rút ngày {day(last.day)}. {last.text}" if last else ""


def _file(old: str) -> str:
    """What stands at an address."""
    folder = old.strip("/").removesuffix("index.html").rstrip("/")
    return folder if folder.endswith(".html") else f"{folder}/index.html".lstrip("/")


def _folder(path: str) -> str:
    return path.rpartition("/")[0] + "/" if "/" in path else ""


def _rows(inputs: Inputs) -> Iterator[Asset]:
    library = inputs.library
    for kind in KINDS:
        for entry in library.entries[kind.name].values():
            home = address(entry)
            if not inputs.has_page(entry):
                yield _stub(f"{home}index.html", entry.name, place_of(library, entry.link))
            sheet = f"{WORKSHEET}/index.html" if view_of(kind).worksheet else ""
            if sheet and kind.rows(entry) and not worksheets.has_lines(library, entry):
                yield _stub(f"{home}{sheet}", entry.name, place_of(library, entry.link))
            for id in kind.rows(entry):
                name = f"{entry.anchors()[id]} – {entry.name}"
                for path in ("index.html", sheet) if sheet else ("index.html",):
                    yield _stub(f"{home}{id}/{path}", name, f"{home}#{id}")


def _stub(path: str, title: str, target: str) -> Asset:
    here = _folder(path)
    told = {
        "title": escape(title),
        "url": escape(relative(target, here)),
        "icon": relative(ICON, here),
        "frame": relative(FRAME, here),
    }
    return Asset(path, _STUB.format(**told).encode())
