"""A place of the document itself, seen from the clause in which it is named: «khoản 2 Điều này».

Comes in: an id made from words (`dieu.khoan-2`), the clause, the outline's ids. Goes out: the id in
the outline. Refuses to know: texts.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from portal.citations import places

_ROOTS = ("dieu", "chuong", "phu-luc", "phan", "muc")


def resolved(
    id: str, clause: str, anchors: Collection[str], values: Mapping[tuple[str, ...], str]
) -> str:
    """The id of a place in the outline, seen from the clause in which it is named; empty where the
    outline has none."""
    root, _, rest = id.partition(".")
    if root in _UNITS:
        start = _this(root, clause, anchors)
        return _inside(start, rest, anchors, values) if start else ""
    if root.rpartition("-")[0] not in _ROOTS:
        return ""
    steps = clause.split(".") if clause else []
    for size in range(len(steps), -1, -1):
        start = ".".join([*steps[:size], root])
        if start in anchors:
            return _inside(start, rest, anchors, values)
    return places.find(id, anchors, values)


def _inside(
    start: str, rest: str, anchors: Collection[str], values: Mapping[tuple[str, ...], str]
) -> str:
    """The place itself; or what holds it, where the outline goes no deeper there."""
    wanted = f"{start}.{rest}" if rest else start
    if found := places.find(wanted, anchors, values):
        return found
    around = places.around(wanted, anchors, values)
    deeper = any(one.startswith(f"{around}.") for one in anchors)
    return "" if deeper else around


def _this(unit: str, clause: str, anchors: Collection[str]) -> str:
    """The clause of that unit in which a clause stands, or which begins last before it."""
    steps = clause.split(".")
    for size in range(len(steps), 0, -1):
        if steps[size - 1].rpartition("-")[0] == unit:
            return ".".join(steps[:size])
    if unit not in _RANK or clause not in anchors:
        return ""
    found = ""
    for one in anchors:
        last = one.rpartition(".")[2]
        if last.rpartition("-")[0] == unit:
            found = one
        elif _RANK.get(last.rpartition("-")[0], 9) < _RANK[unit]:
            found = ""
        if one == clause:
            break
    return found


_RANK = {"phu-luc": 0, "phan": 0, "chuong": 1, "muc": 2, "tieu-muc": 3}
_UNITS = (*_RANK, "dieu", "khoan", "diem", "tiet", "doan")
