"""A preview that is handed on: some pages of a built site, all they need, and the list of changes.

Comes in: a site made to be opened from a disk, what was reviewed, the look of the list. Goes out:
an archive in which one page lies on top. Links lead to what is inside; whatever is not leads to a
page that says so. Nothing in it asks for anything elsewhere. Refuses to know: git, how a site is
built.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import dirname, join, normpath, relpath
from typing import Any
from urllib.parse import unquote

from portal.editor.review import Reviewed

FIRST, INSIDE, ABSENT = "MO-TRANG-NAY.html", "trang", "khong-kem.html"
STYLES = "assets/css/xem-thu.css"
LOOKS = ("assets/css/portal.css", "assets/img/favicon.svg")
"""What the list itself asks for."""
_LINK = re.compile(r'(<(?:a|area|form)\b[^>]*? (?:href|action)=")([^"]*)(")')
_LOADED = re.compile(r'<(?:img|script|source|video|audio|iframe)\b[^>]*? src="([^"]*)"')
_HEAD = re.compile(r'[ ]*<link\b[^>]* href="([^"]*)"[^>]*>\n?')
_SEARCH = re.compile(
    r'<form class="search .*?</form>|<a class="button without-script".*?</a>', re.DOTALL
)
_REMINDER = re.compile(
    r'<div class="notice tone-luu-y">\s*<p class="notice__title">Nhắc người biên tập</p>.*?</div>',
    re.DOTALL,
)
"""Meant for who writes, not for who looks."""
_IN_STYLES = re.compile(r'url\("?([^")]+)"?\)')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)


@dataclass(slots=True)
class Pack:
    """The files of one archive, as they are gathered."""

    site: Path
    pages: frozenset[str]
    offered: frozenset[str]
    """Files that may be opened from a page: attachments that changed."""
    held: dict[str, bytes] = field(default_factory=dict)

    def gather(self) -> Mapping[str, bytes]:
        for page in sorted(self.pages):
            told = (self.site / page).read_text(encoding="utf-8")
            self.held[page] = self._page(page, told).encode()
        for path in sorted(self.offered):
            self.take(path)
        return self.held

    def _page(self, page: str, html: str) -> str:
        html = _REMINDER.sub("", _SEARCH.sub("", html))
        html = _HEAD.sub(lambda found: self._headed(page, found), html)
        for found in _LOADED.finditer(html):
            self.take(_inside(page, found[1]))
        html = _LINK.sub(lambda found: f"{found[1]}{self._led(page, found[2])}{found[3]}", html)
        up = relpath(FIRST, join(INSIDE, dirname(page)))
        note = (
            f'<p class="pack">Bản xem thử, chưa đăng. <a href="{up}">Về danh sách thay đổi</a></p>'
        )
        html = html.replace("<body>", f"<body>\n{note}", 1)
        styles = f'<link rel="stylesheet" href="{_from(page, STYLES)}">'
        return html.replace("</head>", f"{styles}\n</head>", 1)

    def _headed(self, page: str, found: re.Match[str]) -> str:
        """Of what stands in the head, only the look and the sign of the site."""
        if not re.search(r'rel="(?:stylesheet|icon)"', found[0]):
            return ""
        self.take(_inside(page, found[1]))
        return found[0]

    def _led(self, page: str, address: str) -> str:
        if not address or _ELSEWHERE.match(address):
            return address
        to = _inside(page, address)
        if to in self.pages or to in self.offered:
            return address
        return _from(page, ABSENT)

    def take(self, path: str) -> None:
        file = self.site / path
        if path in self.held or path.startswith("..") or not file.is_file():
            return
        self.held[path] = raw = file.read_bytes()
        if path.endswith(".css"):
            for found in _IN_STYLES.finditer(raw.decode()):
                if not _ELSEWHERE.match(found[1]):
                    self.take(_inside(path, found[1]))


def _inside(page: str, address: str) -> str:
    """The file that an address means, seen from a page."""
    path = unquote(re.split(r"[?#]", address, maxsplit=1)[0].replace("&amp;", "&"))
    return normpath(join(dirname(page), path)) if path else page


def _from(page: str, path: str) -> str:
    return relpath(path, dirname(page) or ".")


def page_of(site: Path, place: str) -> str:
    """The file below the site of an address of the portal; empty where there is none."""
    path = place.partition("#")[0]
    path = f"{path}index.html" if path.endswith("/") or not path else path
    return path if place and (site / path).is_file() else ""


def packed(site: Path, found: Iterable[Reviewed], env: Any, styles: bytes, when: str) -> bytes:
    """The archive. `env`: where the templates of the list are."""
    listed = [(one, page_of(site, one.place)) for one in found]
    pages = frozenset(page for _, page in listed if page.endswith(".html"))
    offered = frozenset(page for _, page in listed if page and not page.endswith(".html"))
    pack = Pack(site, pages, offered)
    pack.gather()
    for path in LOOKS:
        pack.take(path)
    pack.held[STYLES] = styles
    anchors = [one.place.partition("#")[2] for one, _ in listed]
    links = [
        f"{INSIDE}/{page}{'#' + anchor if anchor else ''}" if page else ""
        for (_, page), anchor in zip(listed, anchors, strict=True)
    ]
    shown = list(zip((one for one, _ in listed), links, strict=True))
    first = env.get_template("review.html").render(listed=shown, when=when, inside=INSIDE)
    absent = env.get_template("absent.html").render(first=FIRST)
    return _archive({FIRST: first.encode(), f"{INSIDE}/{ABSENT}": absent.encode()}, pack.held)


def _archive(own: Mapping[str, bytes], held: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, raw in own.items():
            archive.writestr(path, raw)
        for path, raw in sorted(held.items()):
            archive.writestr(f"{INSIDE}/{path}", raw)
    return made.getvalue()
