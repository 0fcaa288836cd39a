"""A place as a text names it, found in a document's outline.

Comes in: an id made from words (`muc-ii.khoan-4`), the outline's ids (`muc-ii.4`). Goes out: the id
in the outline, or the nearest one around it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

_PLAIN_UNIT = re.compile(r"(?:chuong|phan|tieu-muc|muc|dieu|khoan|diem|tiet)-(?=[0-9a-z]+$)")
_ROMAN = ("chuong", "phu-luc")
"""Units that are counted in Roman numerals, and cited in either."""
_NUMERAL = re.compile(r"[ivxl]+")
_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50}
_ROOTS = ("dieu", "chuong", "phu-luc")


def by_values(anchors: Collection[str]) -> dict[tuple[str, ...], str]:
    """The outline by what its ids count, whatever they call it: «khoản 4 mục II» is `muc-ii.4`."""
    found: dict[tuple[str, ...], str] = {}
    for id in anchors:
        found.setdefault(_values(id), id)
    for key, ids in _in_parts(anchors).items():
        if len(ids) == 1:
            found.setdefault(key, ids[0])
    return found


def _in_parts(anchors: Collection[str]) -> dict[tuple[str, ...], list[str]]:
    """Chapters of a code, `phan-2.chuong-iii`, by what they are cited as: they are counted through
    all its parts."""
    found: dict[tuple[str, ...], list[str]] = {}
    for id in anchors:
        part, _, chapter = id.partition(".")
        if part.startswith("phan-") and chapter.startswith("chuong-"):
            found.setdefault(_values(chapter), []).append(id)
    return found


def find(id: str, anchors: Collection[str], values: Mapping[tuple[str, ...], str]) -> str:
    """The place in the outline; empty where it has none."""
    return id if id in anchors else values.get(_values(id), "")


def around(id: str, anchors: Collection[str], values: Mapping[tuple[str, ...], str]) -> str:
    """The place, or the nearest that holds it."""
    while id:
        if found := find(id, anchors, values):
            return found
        id = id.rpartition(".")[0]
    return ""


def _values(id: str) -> tuple[str, ...]:
    root = next((unit for unit in _ROOTS if id.startswith(unit)), "muc")
    first, *rest = (_PLAIN_UNIT.sub("", part) for part in id.split("."))
    return root, _figure(first) if root in _ROMAN else first, *rest


def _figure(number: str) -> str:
    """«Chương 5» is Chương V: `v` → `5`, `phu-luc-ii` → `phu-luc-2`."""
    head, cut, last = number.rpartition("-")
    if not _NUMERAL.fullmatch(last):
        return number
    values = [_DIGITS[one] for one in last]
    signed = (-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return f"{head}{cut}{sum(signed)}"
