"""«In English»: the one page in another language, written by editors in `docs/en.md`.

Comes in: the entry. Goes out: its plan. Nothing Vietnamese stands around its text but the frame,
and its words are not taken for terms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from portal.kinds.page import ENGLISH
from portal.kinds.page import Page as OneOff
from portal.views.context import PageContext
from portal.views.names import address
from portal.views.outputs import Plan
from portal.views.pages.frame import Problems, problems
from portal.views.parts import Header


@dataclass(frozen=True, slots=True)
class EnglishPage:
    header: Header
    problems: Problems
    body: Markup
    home: str
    reviewed: str
    """As ISO writes it, which is read the same everywhere; empty where it is not known."""


def plan(entry: OneOff) -> Plan:
    return Plan(
        template="english.html.jinja",
        url=address(entry),
        title=entry.title,
        description=entry.description or entry.title,
        origin=entry.source.path,
        outlined=False,
        lang=ENGLISH,
        entry=entry,
        view=partial(_page, entry),
    )


def _page(entry: OneOff, v: PageContext) -> EnglishPage:
    return EnglishPage(
        Header(title=entry.title, lead=v.inline(entry.summary)),
        problems(v.problems),
        v.md(entry.body),
        v.url(""),
        entry.reviewed.isoformat() if entry.reviewed else "",
    )
