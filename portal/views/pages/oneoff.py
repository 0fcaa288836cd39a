"""One-off pages of prose, the home page among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from portal.kinds.page import ENGLISH
from portal.kinds.page import Page as OneOff
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.names import address
from portal.views.outputs import Plan
from portal.views.pages import english, home
from portal.views.pages.entry import Problems, problems, review_of, way
from portal.views.parts import Anchor, Header, Review


@dataclass(frozen=True, slots=True)
class OneOffPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    problems: Problems
    body: Markup
    review: Review


def plan(inputs: Inputs) -> Iterator[Plan]:
    """Each with its own text; the home page is built around it."""
    pages = inputs.library.of(OneOff)
    for entry in pages:
        if entry.id == "index":
            yield home.plan(inputs, entry)
        elif entry.id == ENGLISH:
            yield english.plan(entry)
        else:
            yield Plan(
                template="oneoff.html.jinja",
                url=address(entry),
                title=entry.title,
                description=entry.description or entry.title,
                origin=entry.source.path,
                entry=entry,
                view=partial(_page, entry),
            )
    if not any(entry.id == "index" for entry in pages):
        yield home.plan(inputs, None)


def _page(entry: OneOff, v: PageContext) -> OneOffPage:
    return OneOffPage(
        way(v, Anchor(entry.title)),
        Header(title=entry.title, lead=v.inline(entry.summary)),
        problems(v.problems),
        v.md(entry.body),
        review_of(v, entry),
    )
