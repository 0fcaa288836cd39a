"""Worksheets to print and fill in by hand: of a criteria set and its parts, of a procedure, of the
duties of a unit.

Comes in: the library. Goes out: one page beside each entry and part whose kind has a template for
it, and the frame of its view model. Holds nothing that the entry's own page does not say; what is
to be filled in is left empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from portal.kinds import BY_NAME, KINDS, Entry, Kind
from portal.kinds.base import WORKSHEET, Part
from portal.kinds.criteria import CriteriaSet
from portal.kinds.duty import Duty
from portal.kinds.unit import Unit
from portal.library import Library
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.names import address, cut
from portal.views.outputs import Plan
from portal.views.pages.crumbs import kind_of, way
from portal.views.parts import Anchor, Header
from portal.views.view import view_of

TEMPLATE = "worksheet.html.jinja"


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """What it is made from, and who signs it."""

    crumbs: tuple[Anchor, ...]
    header: Header
    home: Anchor
    """The page it was made from."""
    signed: Markup


OF_SET = (
    *("phiếu tự đánh giá", "phiếu tự chấm điểm", "phiếu tự rà soát", "bảng tự chấm điểm"),
    *("phiếu làm việc", "phiếu chấm điểm", "tự chấm điểm", "biểu mẫu tự đánh giá"),
    *("mẫu phiếu", "in phiếu", "tải mẫu", "bảng chấm điểm"),
)


def plan(inputs: Inputs) -> Iterator[Plan]:
    for kind in KINDS:
        if view_of(kind).worksheet:
            for entry in inputs.library.entries[kind.name].values():
                if has_lines(inputs.library, entry):
                    yield _sheet(kind, entry, None)
                    for part in kind.parts(entry):
                        yield _sheet(kind, entry, part)


def has_lines(library: Library, entry: Entry) -> bool:
    """A unit without duties has nothing to tick, nor has a set without chỉ tiêu."""
    if isinstance(entry, CriteriaSet):
        return bool(entry.indicators)
    related = library.related_to(entry)
    return not isinstance(entry, Unit) or any(back.entry.KIND == Duty.KIND for back in related)


def _sheet(kind: Kind, entry: Entry, part: Part | None) -> Plan:
    told = f"{part.title} – {entry.name}" if part else entry.name
    worksheet = view_of(kind).worksheet
    assert worksheet
    return Plan(
        template=f"{kind.name}/{TEMPLATE}",
        url=f"{_home(entry, part)}{WORKSHEET}/",
        title=f"Phiếu làm việc: {told}",
        description=f"Phiếu để in và ghi tay, lập từ trang «{told}».",
        origin=entry.source.path,
        searchable=False,
        names=OF_SET if isinstance(entry, CriteriaSet) and part is None else (),
        outlined=False,
        entry=entry,
        view=partial(worksheet, entry, part),
    )


def _home(entry: Entry, part: Part | None) -> str:
    return f"{address(entry)}{part.id}/" if part else address(entry)


# What the views of kinds make their worksheets of


def frame(
    v: PageContext, entry: Entry, part: Part | None, kind: str = "Phiếu làm việc"
) -> SheetFrame:
    """`kind`: what stands above the title."""
    url, title = v.url(_home(entry, part)), part.title if part else entry.name
    of_part = (Anchor(cut(part.title, 60), url),) if part else ()
    steps = (kind_of(v, BY_NAME[entry.KIND]), Anchor(v.brief(entry), v.url(entry)), *of_part)
    return SheetFrame(
        way(v, *steps, Anchor("Phiếu làm việc")),
        Header(kind=kind, title=title),
        Anchor(title, url),
        blanks(SIGNED, " blanks--sign"),
    )


SIGNED = ("Người lập phiếu (ký, ghi họ tên)", "Người kiểm tra (ký, ghi họ tên)")


def boxes(items: Iterable[str]) -> Markup:
    """Things to tick by hand, one below the other."""
    lines = "".join(f"<li>{escape(one)}</li>" for one in items)
    return Markup(f'<ul class="boxes">{lines}</ul>')


def blanks(items: Iterable[str], more: str = "") -> Markup:
    """Room to write on, each behind its name."""
    lines = "".join(f"<li>{escape(one)}:</li>" for one in items)
    return Markup(f'<ul class="blanks{more}">{lines}</ul>')
