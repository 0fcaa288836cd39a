"""A channel as Atom 1.0 (RFC 4287).

Comes in: channels, the public address where it is known. Goes out: bytes, the same for the same
news: the time of a feed is that of its newest entry. Without a public address links are relative
references, which the standard reads against the address the feed was got from.
"""

from __future__ import annotations

from markupsafe import escape

from portal.kinds import BY_NAME
from portal.library.news import News
from portal.views.feeds.channels import Channel, heading, told_of
from portal.views.feeds.marks import AUTHOR, Marks, clean, moment, title

NAMESPACE = "http://www.w3.org/2005/Atom"
_FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="{namespace}" xml:lang="vi"><id>{id}</id><title>{title}</title><updated>{updated}\
</updated><author><name>{author}</name></author><rights>{rights}</rights>\
<link rel="self" type="application/atom+xml" href="{here}"/>\
<link rel="alternate" type="text/html" href="{page}"/>{entries}</feed>
"""
_ENTRY = """\
<entry><id>{id}</id><title>{title}</title><updated>{updated}</updated>\
<link rel="alternate" type="text/html" href="{href}"/>\
<category term="{kind}" label="{kind_label}"/>\
<category term="{what}" label="{label}"/><content type="text">{text}</content></entry>"""


class Writer:
    """Writes the feeds of one build; news that several tell are written once."""

    def __init__(self, marks: Marks, rights: str) -> None:
        self.marks, self.rights = marks, rights
        self._entries: dict[tuple[int, str], str] = {}

    def written(self, channel: Channel) -> bytes:
        here = channel.atom
        told = {
            "id": self.marks.feed_id(channel.name),
            "title": title(channel.title),
            "updated": moment(channel.news[0].day),
            "author": AUTHOR,
            "rights": self.rights,
            "here": self.marks.place(here, here),
            "page": self.marks.place(channel.page, here),
        }
        entries = "".join(self._entry(one, here) for one in channel.news)
        text = _FEED.format(namespace=NAMESPACE, entries=entries, **_escaped(told))
        return text.encode("utf-8", "replace")

    def _entry(self, one: News, here: str) -> str:
        """It differs only in the way back to the page."""
        href = self.marks.place(self.marks.path(one.entry), here)
        key = id(one), href
        if key not in self._entries:
            self._entries[key] = self._written(one, href)
        return self._entries[key]

    def _written(self, one: News, href: str) -> str:
        kind = BY_NAME[one.entry.KIND]
        told = {
            "id": self.marks.news_id(one),
            "title": heading(one),
            "updated": moment(one.day),
            "href": href,
            "kind": kind.name,
            "kind_label": kind.label,
            "what": one.what.value,
            "label": one.label,
            "text": told_of(one),
        }
        return _ENTRY.format(**_escaped(told))


def _escaped(values: dict[str, str]) -> dict[str, str]:
    return {name: str(escape(clean(text))) for name, text in values.items()}
