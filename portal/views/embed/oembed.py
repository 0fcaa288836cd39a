"""The answer to portals that ask what a bare address shows (oEmbed): a file beside every page.

Comes in: a drawn page, the public address. Goes out: JSON; nothing where nobody has said where the
section stands, for every address in it is whole. A quotation comes first: WordPress then loads what
listens to the frame, and shows the quotation where there is none. The frame is as wide as its
place: themes leave one in pixels to reach over the edge of a phone.
"""

from __future__ import annotations

import json

from markupsafe import Markup

from portal.views.outputs import Asset, Page, Plan
from portal.views.pages.home import TITLE as SITE

NAME = "oembed.json"
TYPE = "application/json+oembed"
WIDTH, HEIGHT = 720, 600
AGE = 86_400
"""Seconds for which an answer may be kept."""
_HTML = Markup(
    '<blockquote class="truong-chuan"><p><a href="{url}">{title}</a></p></blockquote>'
    '<iframe src="{url}?nhung=1" title="{title}" width="100%" height="{height}" frameborder="0">'
    "</iframe>"
)


def path(plan: Plan) -> str:
    """Where the answer about a page stands; sheets to fill in and the like are not shown."""
    sheet = plan.url and plan.origin and not plan.searchable and not plan.outlined
    return "" if sheet else f"{plan.url}{NAME}"


def file(page: Page, address: str) -> Asset | None:
    where = path(page.plan)
    if not where or not address:
        return None
    return Asset(where, answer(address, page.url, page.title))


def answer(address: str, place: str, title: str) -> bytes:
    """What is told of one address."""
    shown = _HTML.format(url=address + place, title=title, height=HEIGHT)
    told = {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": SITE,
        "provider_url": address,
        "cache_age": AGE,
        "width": WIDTH,
        "height": HEIGHT,
        "html": shown,
    }
    return json.dumps(told, ensure_ascii=False).encode()
