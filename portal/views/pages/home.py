"""The home page, for its four readers: what is new, what holds today, find a criterion, find a
school."""

from __future__ import annotations

from functools import partial
from typing import Any

from portal.kinds import BY_NAME, KINDS
from portal.kinds.answer import Answer
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.page import Page as OneOff
from portal.library import Library, due
from portal.library import statistics as numbers
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, outline_of, page
from portal.views.pages import changes, progress

NEWS, DUE, ANSWERS = 3, 3, 6
"""The home page keeps its size however much there is: all but the questions on one screen."""
START = "bat-dau"
"""The one-off page with the first steps of every reader; its headings are who they are."""


def plan(inputs: Inputs, entry: OneOff | None) -> Plan:
    """`entry` is `docs/index.md`, whose words open the page."""
    library = inputs.library
    sets = library.of(CriteriaSet)
    founding = _founding(library, sets)
    start = next((one for one in library.of(OneOff) if one.id == START), None)
    return page(
        "home.html.jinja",
        "",
        entry.title if entry else "Xây dựng trường chính trị chuẩn",
        (entry.description if entry else "") or "",
        origin=entry.source.path if entry else "",
        searchable=False,
        outlined=False,
        entry=entry,
        kind=BY_NAME["trang"],
        kinds=KINDS,
        news=changes.latest(library, NEWS),
        main_set=max(sets, key=lambda one: len(one.indicators), default=None),
        founding=founding,
        which=_which(library, founding),
        current=numbers.current(library),
        figures=progress.figures(library),
        due=due.ahead(library, DUE),
        later=partial(_context, start),
        start=START,
        answers=library.of(Answer)[:ANSWERS],
    )


def _context(start: OneOff | None, v: PageContext) -> dict[str, Any]:
    """Who may begin where, as the headings of the page for them say."""
    found = outline_of(v.md(start.body)) if start else ()
    return {"starts": [one for one in found if one.level == 2]}


def _founding(library: Library, sets: list[CriteriaSet]) -> list[Document]:
    """The regulations that the criteria sets rest on, the latest first."""
    wanted = {one.document.id for one in sets}
    return [document for document in library.of(Document) if document.id in wanted][:4]


def _which(library: Library, founding: list[Document]) -> Answer | None:
    """The answer that rests on just these: which one is in use."""
    wanted = {document.id for document in founding}
    answers = (one for one in library.of(Answer) if wanted == {link.id for link in one.grounds})
    return next(answers, None) if len(wanted) > 1 else None
