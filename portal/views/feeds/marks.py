"""What Atom and JSON Feed have in common: ids that never change, days as points in time, addresses.

An id is a tag: URI (RFC 4151) of the portal's own, so that it stays while the portal moves from one
host to another, and is the same whether or not the public address is known.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urljoin

from portal.kinds import Entry
from portal.library.news import News
from portal.views.feeds import HOME
from portal.views.names import address, relative

AUTHORITY = "tag:hcma.vn,2026:truong-chinh-tri-chuan"
"""A name and no address: it must never be changed, whoever runs the portal and wherever."""
AUTHOR = "Ban biên tập chuyên mục «Xây dựng trường chính trị chuẩn»"
_NEVER_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0 knows no way to write these."""


def feed_id(name: str) -> str:
    return f"{AUTHORITY}/{HOME}{name}"


def title(of: str) -> str:
    """A reader follows feeds of many sites."""
    return f"{of} – Xây dựng trường chính trị chuẩn"


def news_id(one: News) -> str:
    """By the first address of its entry, so that a page that is renamed is not told anew."""
    return f"{AUTHORITY}/{_first(one.entry)}#{one.key}"


def _first(entry: Entry) -> str:
    place = entry.moved_from[0] if entry.moved_from else address(entry)
    return place.strip("/").removesuffix("/index.html").removesuffix(".html") or "index"


def moment(day: date) -> str:
    """The beginning of the day where the portal's readers are."""
    return f"{day.isoformat()}T00:00:00+07:00"


def place(path: str, feed: str, site: str) -> str:
    """A path of the site in full where its address is known, else as seen from the feed."""
    return urljoin(site, path) if site else relative(path, feed)


def clean(text: str) -> str:
    """On one line, without what cannot stand in XML."""
    return " ".join(_NEVER_IN_XML.sub(" ", text).split())
