"""A channel as JSON Feed 1.1.

Comes in: channels, the public address where it is known. Goes out: bytes. The format knows only
full addresses: without a public address they are left out, and `_portal` names the path.
"""

from __future__ import annotations

from typing import Any

from portal.kinds import BY_NAME
from portal.library.news import News
from portal.views.api.v1.written import as_bytes, piece
from portal.views.feeds.channels import Channel, heading, told_of
from portal.views.feeds.marks import AUTHOR, Marks, clean, moment, title

VERSION = "https://jsonfeed.org/version/1.1"


class Writer:
    """Writes the feeds of one build; news that several tell are written once."""

    def __init__(self, marks: Marks, rights: str) -> None:
        self.marks, self.rights = marks, rights
        self._items: dict[int, str] = {}

    def written(self, channel: Channel) -> bytes:
        content: dict[str, Any] = {
            "version": VERSION,
            "title": title(channel.title),
            "description": self.rights,
            "language": "vi",
            "authors": [{"name": AUTHOR}],
        }
        if self.marks.site:
            content["home_page_url"] = self.marks.place(channel.page, channel.json)
            content["feed_url"] = self.marks.place(channel.json, channel.json)
        return as_bytes({**content, "items": []}, [self._item(one) for one in channel.news])

    def _item(self, one: News) -> str:
        if id(one) not in self._items:
            self._items[id(one)] = piece(_item(one, self.marks))
        return self._items[id(one)]


def _item(one: News, marks: Marks) -> dict[str, Any]:
    kind, path = BY_NAME[one.entry.KIND], marks.path(one.entry)
    made: dict[str, Any] = {"id": marks.news_id(one)}
    if marks.site:
        made["url"] = marks.place(path, "")
    return {
        **made,
        "title": clean(heading(one)),
        "content_text": clean(told_of(one)),
        "date_published": moment(one.day),
        "tags": [kind.label, one.label],
        "_portal": {"path": path, "kind": kind.name, "id": one.entry.id, "what": one.what.value},
    }
