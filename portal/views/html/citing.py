"""Citations in finished prose become links; a document on which nobody may act any more looks so.

Comes in: HTML of editors' prose, the library, the document the prose is of. Goes out: the same
HTML. Of every document and place the first citation under each heading is linked: more is noise.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup, escape

from portal.citations import own
from portal.citations.known import Meant
from portal.citations.reading import Reading
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.document.validity import Validity
from portal.library import Library
from portal.views.html.flat import Flat, balanced
from portal.views.html.texts import QUIET

_WRITTEN = re.compile(r'<a href="([^"#]*?([a-z0-9-]+)/)((?:#[^"]*)?)">(.*?)</a>', re.DOTALL)
_QUIET = (QUIET | ("kbd", "sub", "sup")).names
NEAR = 8
"""So many letters stand between a place and «Luật này» where no other place stands there."""
Spot = tuple[int, int, Link, str]
"""Begin and end in the text, where it leads, what only a screen reader says."""


class Citing:
    """Puts the links in; made once for a page."""

    def __init__(self, library: Library, url: Callable[[Link], str], host: str = "") -> None:
        self.library, self.url, self.host = library, url, host
        self.then: Validity | None = None
        """Of the host, on a page of another day: its own places are as they were."""

    def linked(self, html: str, places: bool = False) -> Markup:
        """The prose with its citations linked; `places`: it is the text of the host, whose own
        places are linked too."""
        if '<a href="' in html and (self.library.dead or self.library.partly_dead):
            html = _WRITTEN.sub(self._told_dead, html)
        register = self.library.register
        if not register.recogniser.may_cite(html) and not (places and own.may_be_in(html)):
            return Markup(html)
        host = self.library.get(Link(Document.KIND, self.host)) if places else None
        verbatim = isinstance(host, Document) and host.text_quality.original
        return self._changed(Flat(html, _QUIET), Reading(register, self.host, verbatim), places)

    def _told_dead(self, link: re.Match[str]) -> str:
        """A link that an editor wrote, where the document is dead."""
        target, place = Link(Document.KIND, link[2]), link[3].lstrip("#")
        partly = place and link[2] in self.library.partly_dead
        state = self.library.validity[link[2]].dead_at(place) if partly else None
        if link[2] in self.library.dead and link[2] != self.host:
            state = self.library.validity[link[2]].state
        if state is None or self.url(target) != link[1]:
            return link[0]
        return self._link(link[4], link[1] + link[3], state.label.lower())

    def _changed(self, flat: Flat, reading: Reading, places: bool) -> Markup:
        """Links into the HTML, the first of each target in its section; of the document's own
        places, the first in each paragraph."""
        met: set[tuple[int, Link]] = set()
        pieces, here = [], 0
        for meant in reading.read(flat.text, flat.id_at, places):
            own = meant.citation.kind == "đây"
            for start, end, target, unseen in self._spots(meant):
                around = flat.block(start) if own else -1 - flat.section(start)
                if (around, target) in met or flat.in_heading(start):
                    continue
                first, last = flat.span(start, end)
                cuts = balanced(flat.html, first, last)
                if cuts is None or first < here:
                    continue
                met.add((around, target))
                dead = target.id in self.library.dead and target.id != self.host
                found = self.then if target.id == self.host else None
                known = found or self.library.validity[target.id]
                state = known.dead_at(target.anchor)
                if state and not (target.id == self.host and _stands_in(flat, start, target)):
                    dead, unseen = True, "; ".join(filter(None, (state.label.lower(), unseen)))
                inner = f"{cuts[1]}{flat.html[first:last]}{cuts[2]}"
                link = self._link(inner, self.url(target), unseen, dead)
                pieces += [flat.html[here:first], cuts[0], link, cuts[3]]
                here = last
        return Markup("".join((*pieces, flat.html[here:])))

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
        if cited.kind == "đây" or (here and cited.kind == "này"):
            return self._own(meant, document)
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

    def _own(self, meant: Meant, document: Document) -> list[Spot]:
        """Places of the text itself, or of the one it quotes: only where the outline has them."""
        cited = meant.citation
        found = [(one, Link(Document.KIND, document.id, one.id)) for one in cited.pins]
        only = found[0][0] if len(found) == 1 else None
        if only and only.start == cited.start and 0 < cited.head[0] - only.end < NEAR:
            return [(cited.start, cited.end, found[0][1], "")]
        return [(one.start, one.end, link, "") for one, link in found]

    def _unseen(self, document: Document, meant: Meant) -> str:
        told = [self.library.validity[document.id].state.label.lower()]
        told = told if document.id in self.library.dead and document.id != self.host else []
        told += [] if meant.document else [f"hiểu là {document.short}"]
        return "; ".join(told)

    def _link(self, text: str, href: str, unseen: str, dead: bool = True) -> str:
        mark = ' class="dead"' if dead else ""
        more = f'<span class="unseen"> ({escape(unseen)})</span>' if unseen else ""
        return f'<a{mark} href="{escape(href)}">{text}{more}</a>'


def _stands_in(flat: Flat, start: int, target: Link) -> bool:
    """«Điều này»: the clause in which the words stand says itself that it is dead."""
    return f"{flat.id_at(start)}.".startswith(f"{target.anchor}.")
