"""Worksheets to print and fill in by hand: of a criteria set and its parts, of a procedure, of the
duties of a unit.

Comes in: the library. Goes out: one page beside each entry and part whose kind has a template for
it. Holds nothing that the entry's own page does not say; what is to be filled in is left empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import KINDS, Entry, Kind
from portal.kinds.base import WORKSHEET, Part
from portal.kinds.duty import Duty
from portal.kinds.unit import Unit
from portal.views.names import address
from portal.views.outputs import Page
from portal.views.pages import Press

TEMPLATE = "worksheet.html.jinja"


def draw(press: Press) -> Iterator[Page]:
    for kind in KINDS:
        if (kind.home / TEMPLATE).exists():
            for entry in press.library.entries[kind.name].values():
                if _has_lines(press, entry):
                    yield _sheet(press, kind, entry, None)
                    for part in kind.parts(entry):
                        yield _sheet(press, kind, entry, part)


def _has_lines(press: Press, entry: Entry) -> bool:
    """A unit without duties has nothing to tick."""
    return not isinstance(entry, Unit) or press.sheet("").count(entry, Duty.KIND) > 0


def _sheet(press: Press, kind: Kind, entry: Entry, part: Part | None) -> Page:
    told = f"{part.title} – {entry.name}" if part else entry.name
    home = f"{address(entry)}{part.id}/" if part else address(entry)
    return press.page(
        f"{kind.name}/{TEMPLATE}",
        f"{home}{WORKSHEET}/",
        f"Phiếu làm việc: {told}",
        f"Phiếu để in và ghi tay, lập từ trang «{told}».",
        origin=entry.source.path,
        searchable=False,
        outlined=False,
        kind=kind,
        entry=entry,
        part=part,
        home=home,
    )
