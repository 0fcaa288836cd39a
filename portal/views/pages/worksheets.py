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
from portal.views.inputs import Inputs
from portal.views.names import address
from portal.views.outputs import Plan, page

TEMPLATE = "worksheet.html.jinja"


def plan(inputs: Inputs) -> Iterator[Plan]:
    for kind in KINDS:
        if (kind.home / TEMPLATE).exists():
            for entry in inputs.library.entries[kind.name].values():
                if _has_lines(inputs, entry):
                    yield _sheet(inputs, kind, entry, None)
                    for part in kind.parts(entry):
                        yield _sheet(inputs, kind, entry, part)


def _has_lines(inputs: Inputs, entry: Entry) -> bool:
    """A unit without duties has nothing to tick."""
    related = inputs.library.related_to(entry)
    return not isinstance(entry, Unit) or any(back.entry.KIND == Duty.KIND for back in related)


def _sheet(inputs: Inputs, kind: Kind, entry: Entry, part: Part | None) -> Plan:
    told = f"{part.title} – {entry.name}" if part else entry.name
    home = f"{address(entry)}{part.id}/" if part else address(entry)
    return page(
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
