"""Citations in finished prose become links; a document on which nobody may act any more looks so.

Comes in: HTML of editors' prose, the library, the document the prose is of. Goes out: the same
HTML. Of every document and place the first citation under each heading is linked: more is noise.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from markupsafe import Markup, escape

from portal.citations.register import Meant, Reading
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.library import Library
from portal.views.html.texts import QUIET, changed

_WRITTEN = re.compile(r'<a href="([^"#]*?([a-z0-9-]+)/)((?:#[^"]*)?)">(.*?)</a>', re.DOTALL)
_SECTION = re.compile(r"<h[2-6][ >]")
_QUIET = QUIET | ("h2", "h3", "h4", "h5", "h6", "kbd", "sub", "sup")
Spot = tuple[int, int, Link, str]
"""Begin and end in the text, where it leads, what only a screen reader says."""


class Citing:
    """Puts the links in; made once for a page."""

    def __init__(self, library: Library, url: Callable[[Link], str], host: str = "") -> None:
        self.library, self.url, self.host = library, url, host

    def linked(self, html: str) -> Markup:
        """The prose with its citations linked."""
        if self.library.dead and '<a href="' in html:
            html = _WRITTEN.sub(self._told_dead, html)
        if not self.library.register.recogniser.may_cite(html):
            return Markup(html)
        reading = Reading(self.library.register, self.host)
        cuts = [0, *(one.start() for one in _SECTION.finditer(html)), len(html)]
        sections = (html[start:end] for start, end in pairwise(cuts))
        return Markup("".join(self._section(section, reading) for section in sections))

    def _told_dead(self, link: re.Match[str]) -> str:
        """A link that an editor wrote, where the document is dead."""
        target = Link(Document.KIND, link[2])
        if link[2] not in self.library.dead or link[2] == self.host or self.url(target) != link[1]:
            return link[0]
        state = self.library.validity[link[2]].state.label.lower()
        return self._link(link[4], link[1] + link[3], state)

    def _section(self, html: str, reading: Reading) -> str:
        met: set[Link] = set()
        may_cite = self.library.register.recogniser.may_cite

        def change(text: str) -> str:
            if not may_cite(text):
                return text
            made, here = [], 0
            for citation in self.library.register.recogniser.read(text):
                meant = reading.meant(citation)
                for start, end, target, unseen in self._spots(meant) if meant else ():
                    if target in met:
                        continue
                    met.add(target)
                    dead = target.id in self.library.dead and target.id != self.host
                    link = self._link(text[start:end], self.url(target), unseen, dead)
                    made += [text[here:start], link]
                    here = end
            return "".join((*made, text[here:])) if made else text

        return _QUIET.change_runs(html, lambda run: changed(run, change) if may_cite(run) else run)

    def _spots(self, meant: Meant) -> list[Spot]:
        """The words that become links: one link where one place is named, else one each."""
        cited = meant.citation
        known = meant.document or (
            meant.near.document if meant.near and meant.near.recorded else None
        )
        document = self.library.get(Link(Document.KIND, known.id)) if known else None
        if not isinstance(document, Document):
            return []
        here = document.id == self.host
        unseen = self._unseen(document, meant)
        whole = Link(Document.KIND, document.id)
        places = [
            (pin.start, pin.end, Link(Document.KIND, document.id, meant.place(pin.id)), "")
            for pin in cited.pins
        ]
        if len(places) == 1 and cited.start < cited.head[0]:
            target = places[0][2]
            spots = (
                [] if here and not target.anchor else [(cited.start, cited.head[1], target, unseen)]
            )
        else:
            spots = [one for one in places if one[2].anchor]
            spots += [] if here else [(*cited.head, whole, unseen)]
        return sorted(spots)

    def _unseen(self, document: Document, meant: Meant) -> str:
        told = [self.library.validity[document.id].state.label.lower()]
        told = told if document.id in self.library.dead and document.id != self.host else []
        told += [] if meant.document else [f"hiểu là {document.short}"]
        return "; ".join(told)

    def _link(self, text: str, href: str, unseen: str, dead: bool = True) -> str:
        mark = ' class="dead"' if dead else ""
        more = f'<span class="unseen"> ({escape(unseen)})</span>' if unseen else ""
        return f'<a{mark} href="{escape(href)}">{text}{more}</a>'
