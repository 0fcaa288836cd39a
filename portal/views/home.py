"""The home page, for its four readers: what is new, what holds today, find a criterion, find a
school."""

from __future__ import annotations

from portal.kinds import BY_NAME, KINDS
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.page import Page as OneOff
from portal.views import changes, numbers
from portal.views.outputs import Page
from portal.views.pages import Press

NEWS = 8


def draw(press: Press, entry: OneOff | None) -> Page:
    """`entry` is `docs/index.md`, whose words open the page."""
    library = press.library
    sets = library.of(CriteriaSet)
    return press.page(
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
        sets=sets,
        main_set=max(sets, key=lambda one: len(one.indicators), default=None),
        documents=library.of(Document),
        duties=library.of(Duty),
        current=numbers.current(library),
        recognised=numbers.recognised(library),
        of_current=numbers.of_current(library, 1),
        heirs=numbers.heirs(library, 1),
    )
