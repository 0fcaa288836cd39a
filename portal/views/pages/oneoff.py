"""One-off pages of prose, the home page among them."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import BY_NAME
from portal.kinds.page import Page as OneOff
from portal.views.inputs import Inputs
from portal.views.names import address
from portal.views.outputs import Plan, page
from portal.views.pages import home


def plan(inputs: Inputs) -> Iterator[Plan]:
    """Each with its own text; the home page is built around it."""
    pages = inputs.library.of(OneOff)
    for entry in pages:
        if entry.id == "index":
            yield home.plan(inputs, entry)
        else:
            yield page(
                "oneoff.html.jinja",
                address(entry),
                entry.title,
                entry.description or entry.title,
                origin=entry.source.path,
                kind=BY_NAME["trang"],
                entry=entry,
            )
    if not any(entry.id == "index" for entry in pages):
        yield home.plan(inputs, None)
