"""A channel as Atom 1.0 (RFC 4287).

Comes in: channels, the public address where it is known. Goes out: bytes, the same for the same
news: the time of a feed is that of its newest entry. Without a public address links are relative
references, which the standard reads against the address the feed was got from.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from portal.kinds import BY_NAME
from portal.library.news import News
from portal.views.feeds.channels import Channel, heading, told_of
from portal.views.feeds.marks import AUTHOR, Marks, clean, moment, title

NAMESPACE = "http://www.w3.org/2005/Atom"


class Writer:
    """Writes the feeds of one build; news that several tell are written once."""

    def __init__(self, marks: Marks, rights: str) -> None:
        self.marks, self.rights = marks, rights
        self._entries: dict[tuple[str, str], str] = {}

    def written(self, channel: Channel) -> bytes:
        feed = Element("feed", {"xmlns": NAMESPACE, "xml:lang": "vi"})
        _text(feed, "id", self.marks.feed_id(channel.name))
        _text(feed, "title", title(channel.title))
        _text(feed, "updated", moment(channel.news[0].day))
        _text(SubElement(feed, "author"), "name", AUTHOR)
        _text(feed, "rights", self.rights)
        here = channel.atom
        _link(feed, "self", "application/atom+xml", self.marks.place(here, here))
        _link(feed, "alternate", "text/html", self.marks.place(channel.page, here))
        head = tostring(feed, encoding="unicode").removesuffix("</feed>")
        entries = "".join(self._entry(one, here) for one in channel.news)
        text = f'<?xml version="1.0" encoding="utf-8"?>\n{head}{entries}</feed>\n'
        return text.encode("utf-8", "replace")

    def _entry(self, one: News, here: str) -> str:
        """It differs only in the way back to the page."""
        href = self.marks.place(self.marks.path(one.entry), here)
        key = self.marks.news_id(one), href
        if key not in self._entries:
            self._entries[key] = _entry(one, key[0], href)
        return self._entries[key]


def _entry(one: News, id: str, href: str) -> str:
    entry, kind = Element("entry"), BY_NAME[one.entry.KIND]
    _text(entry, "id", id)
    _text(entry, "title", heading(one))
    _text(entry, "updated", moment(one.day))
    _link(entry, "alternate", "text/html", href)
    SubElement(entry, "category", {"term": kind.name, "label": kind.label})
    SubElement(entry, "category", {"term": one.what.value, "label": one.label})
    _text(entry, "content", told_of(one), type="text")
    made: str = tostring(entry, encoding="unicode")
    return made


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = clean(text)


def _link(parent: Element, rel: str, type: str, href: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": type, "href": href})
