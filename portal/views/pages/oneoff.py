"""One-off pages of prose, the home page among them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from portal.kinds.lists import Wording, values
from portal.kinds.page import ENGLISH, WORDING
from portal.kinds.page import Page as OneOff
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.names import address
from portal.views.outputs import Plan
from portal.views.pages import english, home
from portal.views.pages.crumbs import way
from portal.views.pages.frame import Problems, problems, review_of
from portal.views.parts import NOTHING, Anchor, Cell, Header, Review, Table, columns, table
from portal.views.phrases import joined

HEADS = columns("Không dùng", "Nên viết", "Câu chưa đạt", "Câu nên viết")


@dataclass(frozen=True, slots=True)
class OneOffPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    problems: Problems
    body: Markup
    table: Table | None
    """What a list tells below the text: on one page only."""
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
        _wordings(v) if entry.id == WORDING else None,
        review_of(v, entry),
    )


def _wordings(v: PageContext) -> Table | None:
    """How the portal is written: words to avoid, what to write, a sentence before and after."""
    told = values(v.library.lists, Wording).values()
    return table("Chữ không dùng, cách nên viết và câu mẫu", HEADS, list(map(_wording, told)))


def _wording(one: Wording) -> tuple[Cell, ...]:
    words = joined(f"«{phrase}»" for phrase in one.phrases)
    wrong = f"«{one.wrong}»" if one.wrong else NOTHING
    return (words, one.label, wrong, one.right or NOTHING)
