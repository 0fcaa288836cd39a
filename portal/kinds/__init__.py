"""The register of kinds: one line a kind, in the order visitors meet them."""

from __future__ import annotations

import re
from importlib import import_module

from portal.kinds.base import Entry, Kind

REGISTER = (
    "document",
    "duty",
    "criteria",
    "procedure",
    "school",
    "movement",
    "exemplar",
    "article",
    "event",
    "term",
    "answer",
    "unit",
    "reference",
    "page",
)
"""Folders beside this file."""

KINDS: tuple[Kind, ...] = tuple(import_module(f"{__name__}.{name}").KIND for name in REGISTER)

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}
"""The kinds by folder name."""

_LEAF = re.compile(r"trang-[0-9]+")
"""The second and further pages of a long list."""


def keeper(kind: Kind, id: str) -> str:
    """Whose an address is already, so that no entry can have it; empty where it is free."""
    if not kind.anywhere:
        return "một trang cổng tự làm" if id in kind.made or _LEAF.fullmatch(id) else ""
    if id in BY_NAME and not BY_NAME[id].anywhere:
        return f"trang danh sách «{BY_NAME[id].label}»"
    return "chính cổng" if id.partition("/")[0] in kind.made else ""


__all__ = ["BY_NAME", "KINDS", "Entry", "Kind", "keeper"]
