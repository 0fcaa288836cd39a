"""A channel as JSON Feed 1.1.

Comes in: channels, the public address where it is known. Goes out: bytes. The format knows only
full addresses: without a public address they are left out, and `_portal` names the path.
"""

from __future__ import annotations

from typing import Any

from portal.kinds import BY_NAME
from portal.library.news import News
from portal.views.api.v1.written import as_bytes, piece
from portal.views.feeds import marks
from portal.views.feeds.channels import Channel, heading, told_of
from portal.views.names import address

VERSION = "https://jsonfeed.org/version/1.1"


class Writer:
    """Writes the feeds of one build; news that several tell are written once."""

    def __init__(self, site: str, rights: str) -> None:
        self.site, self.rights = site, rights
        self._items: dict[str, str] = {}

    def written(self, channel: Channel) -> bytes:
        content: dict[str, Any] = {
            "version": VERSION,
            "title": marks.title(channel.title),
            "description": self.rights,
            "language": "vi",
            "authors": [{"name": marks.AUTHOR}],
        }
        if self.site:
            content["home_page_url"] = marks.place(channel.page, channel.json, self.site)
            content["feed_url"] = marks.place(channel.json, channel.json, self.site)
        return as_bytes({**content, "items": []}, [self._item(one) for one in channel.news])

    def _item(self, one: News) -> str:
        id = marks.news_id(one)
        if id not in self._items:
            self._items[id] = piece(_item(one, id, self.site))
        return self._items[id]


def _item(one: News, id: str, site: str) -> dict[str, Any]:
    kind, path = BY_NAME[one.entry.KIND], address(one.entry)
    made: dict[str, Any] = {"id": id}
    if site:
        made["url"] = marks.place(path, "", site)
    return {
        **made,
        "title": marks.clean(heading(one)),
        "content_text": marks.clean(told_of(one)),
        "date_published": marks.moment(one.day),
        "tags": [kind.label, one.label],
        "_portal": {"path": path, "kind": kind.name, "id": one.entry.id, "what": one.what.value},
    }
