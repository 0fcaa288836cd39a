"""The register of kinds: one line a kind, in the order visitors meet them."""

from __future__ import annotations

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

__all__ = ["BY_NAME", "KINDS", "Entry", "Kind"]
