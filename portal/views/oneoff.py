"""One-off pages of prose, the home page among them."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import BY_NAME
from portal.kinds.page import Page as OneOff
from portal.views import home
from portal.views.names import address
from portal.views.outputs import Page
from portal.views.pages import Press


def draw(press: Press) -> Iterator[Page]:
    """Each with its own text; the home page is built around it."""
    pages = press.library.of(OneOff)
    for entry in pages:
        if entry.id == "index":
            yield home.draw(press, entry)
        else:
            yield press.page(
                "oneoff.html.jinja",
                address(entry),
                entry.title,
                entry.description or entry.title,
                origin=entry.source.path,
                kind=BY_NAME["trang"],
                entry=entry,
            )
    if not any(entry.id == "index" for entry in pages):
        yield home.draw(press, None)
