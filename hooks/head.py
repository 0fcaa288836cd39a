"""The lines of a page's head that differ from page to page, as HTML.

Comes in: pairs and alternates of a page. Goes out: one piece of markup for the frame. Written here
and not by a template, which took a fortieth of the build to lay out a dozen lines a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from urllib.parse import urljoin

from markupsafe import Markup, escape

from portal.views.outputs import Alternate

Pairs = Iterable[tuple[str, str]]


def lines(properties: Pairs, alternates: Iterable[Alternate], tags: Pairs, here: str) -> Markup:
    """`properties`: what a shared link shows; `tags`: what tools for citing read; `here`: the
    public address of the page, empty where it is not known."""
    told = [f'<meta property="{name}" content="{escape(text)}">' for name, text in properties]
    told += map(_link, _complete(alternates, here))
    told += [f'<meta name="{name}" content="{escape(text)}">' for name, text in tags]
    return Markup("\n").join(map(Markup, told))


def _complete(alternates: Iterable[Alternate], here: str) -> Iterator[Alternate]:
    """Other languages by their full addresses, as search engines ask for; the rest as they are."""
    for one in alternates:
        yield replace(one, href=urljoin(here, one.href)) if one.lang else one


def _link(one: Alternate) -> str:
    given = {"type": one.type, "hreflang": one.lang, "title": one.title, "href": one.href}
    told = "".join(f' {name}="{escape(text)}"' for name, text in given.items() if text)
    return f'<link rel="alternate"{told}>'
