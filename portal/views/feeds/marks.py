"""What Atom and JSON Feed have in common: ids that never change, days as points in time, addresses.

An id is made of where an entry first stood and of a name that the settings give the portal once,
`extra.feed_name` in mkdocs.yml, never of the public address: it stays while the portal moves from
one host to another, and is the same whether or not the address is known. With a name it is a tag:
URI (RFC 4151); without one a UUID made of the same path (RFC 9562), which nobody has to own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid5

from portal.kinds import Entry
from portal.library import Library
from portal.library.news import News
from portal.views.feeds import HOME
from portal.views.names import address, place_of, relative

AUTHOR = "Ban biên tập chuyên mục «Xây dựng trường chính trị chuẩn»"
SECTION = "cong-tri-thuc"
"""Tells the portal from whatever else its owner names in this way."""
_NAMELESS = UUID("7d1c9a52-3f0e-5b6b-9a1e-4c8f2b7d6e10")
"""Never changed: ids of portals without a name follow from it."""
_NAME = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,},[0-9]{4}(?:-[0-9]{2}){0,2}")
_NEVER_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0 knows no way to write these."""


def refused(name: str) -> str:
    """Why this cannot be the name of a portal in its ids; empty where it can, or is none."""
    if not name or _NAME.fullmatch(name):
        return ""
    return (
        f"mkdocs.yml: extra.feed_name: «{name}» không phải tên miền kèm năm. [ma-tin]\n"
        "    Cách sửa: viết tên miền, dấu phẩy, năm bắt đầu dùng tên đó: don-vi.vn,2026; "
        "hoặc bỏ trống"
    )


@dataclass(frozen=True)
class Marks:
    """Ids and addresses of one build."""

    library: Library
    site: str = ""
    """The public address, where it is known."""
    name: str = ""
    """A domain and the year since when it is used: `don-vi.vn,2026`."""

    def feed_id(self, name: str) -> str:
        return self._id(f"{HOME}{name}")

    def news_id(self, one: News) -> str:
        """By the first address of its entry, so that a page that is renamed is not told anew."""
        return self._id(f"{_first(one.entry)}#{one.key}")

    def _id(self, path: str) -> str:
        if self.name:
            return f"tag:{self.name}:{SECTION}/{path}"
        return uuid5(_NAMELESS, path).urn

    def path(self, entry: Entry) -> str:
        """Where it is read: its page, or its row in a list."""
        return place_of(self.library, entry.link)

    def place(self, path: str, feed: str) -> str:
        """A path of the site in full where its address is known, else as seen from the feed."""
        return f"{self.site}{path}" if self.site else relative(path, feed)


def _first(entry: Entry) -> str:
    place = entry.moved_from[0] if entry.moved_from else address(entry)
    return place.strip("/").removesuffix("/index.html").removesuffix(".html") or "index"


def title(of: str) -> str:
    """A reader follows feeds of many sites."""
    return f"{of} – Xây dựng trường chính trị chuẩn"


def moment(day: date) -> str:
    """The beginning of the day where the portal's readers are."""
    return f"{day.isoformat()}T00:00:00+07:00"


def clean(text: str) -> str:
    """On one line, without what cannot stand in XML."""
    return " ".join(_NEVER_IN_XML.sub(" ", text).split())
