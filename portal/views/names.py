"""Addresses relative to the page being made, names of entries, prose as HTML.

Comes in: the library and the page's own address. Goes out: ready strings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from portal.kinds import BY_NAME, Entry, Kind
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.parts import Attachment
from portal.kinds.page import FILES
from portal.library import Library
from portal.library.worth import KINDS as ROWED
from portal.problem import Problem
from portal.views.html.citing import Citing
from portal.views.html.markdown import Converter
from portal.views.parts import Badge


def address(target: Link | Entry | Kind | str) -> str:
    """Address below the site's root, `#place` included."""
    if isinstance(target, Kind):
        return f"{target.name}/"
    if isinstance(target, Entry):
        return address(target.link)
    if isinstance(target, str):
        return target
    if target.kind == "trang":
        path = "" if target.id == "index" else f"{target.id}/"
    else:
        path = f"{target.kind}/{target.id}/"
    return f"{path}#{target.anchor}" if target.anchor else path


LONGEST_LIST = 500
"""Entries on one page of a list; a longer list goes on at `trang-2/`."""


def list_url(kind: str, number: int) -> str:
    """One page of the list of a kind."""
    return f"{kind}/trang-{number}/" if number > 1 else f"{kind}/"


def place_of(library: Library, target: Link) -> str:
    """Where an entry is read: its page, or its row in the list of its kind."""
    row = library.rows.get(f"{target.kind}/{target.id}") if target.kind in ROWED else None
    if row is None:
        return address(target)
    return f"{list_url(target.kind, row // LONGEST_LIST + 1)}#{target.id}"


def word_path(document: Document) -> str:
    """The Word file of a document's page, beside it."""
    return f"{address(document)}{document.id}.docx"


def relative(target: str, page: str) -> str:
    """`van-ban/x/` seen from `truong/y/` → `../../van-ban/x/`; works under any sub-path."""
    path, mark, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    here = page.split("/")[:-1]
    there = path.split("/")
    common = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        common += 1
    made = "../" * (len(here) - common) + "/".join(there[common:])
    return f"{made or './'}{mark}{anchor}"


class Names:
    """What a page calls things, and where it finds them."""

    def __init__(
        self,
        library: Library,
        converter: Converter,
        url: str,
        problems: Iterable[Problem] = (),
        host: str = "",
    ) -> None:
        """`host`: the document the page is of; its own text says «Quy định này» of it."""
        self.library, self.converter, self.page_url = library, converter, url
        self.problems = tuple(problems)
        self.citing = Citing(library, self.url, host)

    @property
    def today(self) -> date:
        return self.library.today

    def url(self, target: Link | Entry | Kind | str) -> str:
        if isinstance(target, Link) and target.anchor:
            entry = self.library.get(target)
            if entry and any(
                part.id == target.anchor for part in BY_NAME[target.kind].parts(entry)
            ):
                return relative(f"{address(entry)}{target.anchor}/", self.page_url)
        if isinstance(target, Entry):
            target = target.link
        if isinstance(target, Link):
            return relative(place_of(self.library, target), self.page_url)
        return relative(address(target), self.page_url)

    def resolve(self, target: str) -> str:
        """A Markdown target: entries and files of the site become relative, others stay; empty
        where readers would find nothing today."""
        if urlsplit(target).scheme:
            return target
        path, mark, anchor = target.partition("#")
        kind, _, id = path.strip("/").partition("/")
        if kind in BY_NAME and id:
            link = Link(kind, id, anchor)
            return self.url(link) if self._is_there(link) else ""
        if path.startswith("tep/"):
            return relative(path, self.page_url)
        return (
            relative(path.strip("/") + "/" if path.strip("/") else "", self.page_url)
            + mark
            + anchor
        )

    def _is_there(self, link: Link) -> bool:
        """Whether readers can open it today; a preview shows what has faults too."""
        return self.library.get(link) is not None or any(
            (one.KIND, one.id) == (link.kind, link.id) for one in self.library.faulty
        )

    def is_row(self, entry: Entry) -> bool:
        """Whether it stands in the list of its kind instead of on a page of its own."""
        return f"{entry.KIND}/{entry.id}" in self.library.rows

    def name(self, link: Link | Entry) -> str:
        entry = self.library.get(link) if isinstance(link, Link) else link
        return entry.name if entry else f"{link.kind}/{link.id}" if isinstance(link, Link) else ""

    def short(self, link: Link | Entry) -> str:
        """The shortest clear name: a document's number."""
        entry = self.library.get(link) if isinstance(link, Link) else link
        return entry.short if isinstance(entry, Document) else self.name(link)

    def brief(self, link: Link | Entry, longest: int = 70) -> str:
        """The short name, cut at a word: for the way back up and for neighbours."""
        entry = self.library.get(link) if isinstance(link, Link) else link
        numbered = isinstance(entry, Document) and entry.number
        return cut(self.short(link) if numbered else self.name(link), longest)

    def place(self, link: Link) -> str:
        """The name of the place inside the entry: «mục II.1», «Tiêu chí 2. Đội ngũ»."""
        entry = self.library.get(link)
        if entry is None or not link.anchor:
            return ""
        name = entry.anchors().get(link.anchor, "")
        return clause_name(link.anchor, name) if isinstance(entry, Document) else name

    def a(self, link: Link | Entry, short: bool = False) -> Markup:
        """A link with the entry's name; the bare name where the entry is not published."""
        entry = self.library.get(link) if isinstance(link, Link) else link
        told = self.short(link) if short else self.name(link)
        if entry is None:
            return escape(told)
        dead = self.dead(entry)
        if dead:
            unseen = f'<span class="unseen"> ({escape(dead.label.lower())})</span>'
            href = escape(self.url(link))
            return Markup(f'<a class="dead" href="{href}">{escape(told)}{unseen}</a>')
        return Markup(f'<a href="{escape(self.url(link))}">{escape(told)}</a>')

    def dead(self, entry: Entry) -> Badge | None:
        """The badge of a document on which nobody may act any more."""
        if isinstance(entry, Document) and self.library.validity[entry.id].dead:
            return self.states(entry)[0]
        return None

    def checksum(self, one: Attachment) -> str:
        """Whether the file is the one that was checked, as found while the page was made."""
        file = self.library.attached.get(f"{FILES}/{one.path}")
        if not one.sha256 or file is None:
            return "chưa ghi mã kiểm"
        return "mã kiểm khớp" if file.sha256 == one.sha256.lower() else "mã kiểm không khớp"

    def states(self, document: Document) -> tuple[Badge, ...]:
        """The validity of a document and what holds besides, as badges; none where nothing is
        known."""
        found = self.library.validity[document.id]
        known = (one for one in (found.state, *found.also) if not one.unknown)
        return tuple(Badge(one.label, one.tone) for one in known)

    def md(self, text: str | None, places: bool = False) -> Markup:
        """Prose of several paragraphs, its citations linked; `places`: it is the text of the
        document the page is of."""
        if not text:
            return Markup("")
        return self.citing.linked(self.converter.block(text, self.resolve), places)

    def inline(self, text: str | None) -> Markup:
        """Prose inside a line, its citations linked."""
        return self.citing.linked(self.converter.inline(text, self.resolve)) if text else Markup("")

    def plain(self, text: str | None, longest: int = 200) -> str:
        """Prose as plain text, cut at a word: for descriptions."""
        return cut(" ".join(self.converter.plain(text or "").split()), longest)

    def sentence(self, text: str | None) -> str:
        """The first sentence of prose, as plain text."""
        return _SENTENCE.split(self.plain(text, 400), maxsplit=1)[0]


_SENTENCE = re.compile(r"(?<=[.?!…])\s+(?=[^\W\d_a-z])")


def cut(text: str, longest: int) -> str:
    """At most so many letters, whole words."""
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + "…"
