"""The register of kinds: one line a kind, in the order visitors meet them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from portal.kinds.base import Choice, Entry, Kind, Listed, walk_fields
from portal.kinds.criteria.lists import SelfAnswer
from portal.kinds.duty.lists import DutyState
from portal.kinds.fields import form_of
from portal.kinds.lists import Exemption, Synonyms, Wording

REGISTER = (
    "document",
    "duty",
    "criteria",
    "procedure",
    "school",
    "series",
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


def _lists(models: Iterable[type[Any]]) -> Iterator[type[Listed]]:
    """The closed lists that fields choose from, each behind those its own values name."""
    for model in models:
        for _, one in walk_fields(model):
            form = form_of(one)
            if isinstance(form, Choice) and issubclass(form.model, Listed):
                yield from _lists([form.model])
                yield form.model


_LISTS: tuple[type[Listed], ...] = (
    *_lists(one.model for one in KINDS),
    SelfAnswer,
    DutyState,
    Exemption,
    Synonyms,
    Wording,
)
LISTS = {one.LIST: one for one in _LISTS}
"""The closed lists by name, in the order in which they can be read; the last five are chosen from
by the self-assessment, the library, rules and the search."""

_LEAF = re.compile(r"trang-[0-9]+")
"""The second and further pages of a long list."""


def keeper(kind: Kind, id: str) -> str:
    """Whose an address is already, so that no entry can have it; empty where it is free."""
    if not kind.anywhere:
        return "một trang cổng tự làm" if id in kind.made or _LEAF.fullmatch(id) else ""
    if id in BY_NAME and not BY_NAME[id].anywhere:
        return f"trang danh sách «{BY_NAME[id].label}»"
    return "chính cổng" if id.partition("/")[0] in kind.made else ""


def address(kind: str, id: str) -> str:
    """Where an entry stands below the site's root: `van-ban/11-qd-tw`; a one-off page by its id."""
    return id if BY_NAME[kind].anywhere else f"{kind}/{id}"


__all__ = ["BY_NAME", "KINDS", "LISTS", "Entry", "Kind", "address", "keeper"]
