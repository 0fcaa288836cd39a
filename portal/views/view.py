"""The view of each kind: what makes its pages, lists, parts and worksheets.

Comes in: a kind of the register. Goes out: its `View`, which `view.py` in the kind's folder
declares; a kind without that file has the page and the list of `views/pages/`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from portal.kinds import Kind
from portal.kinds.base import Part
from portal.views.context import PageContext
from portal.views.pages.entry import page as entry_page
from portal.views.pages.frame import Beside
from portal.views.pages.listing import ListPage, listed


@dataclass(frozen=True, slots=True)
class PartBeside:
    """A part of an entry with its neighbours of the same sort."""

    part: Part
    before: Part | None = None
    after: Part | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Makers of view models, plain functions: what is shown comes first, the page context last, so
    that a plan can hold them all but called. The entries they take are those of the kind."""

    page: Callable[[Any, Beside, PageContext], object] = entry_page
    listing: Callable[[Kind, Sequence[Any], ListPage, PageContext], object] = listed
    parts: Mapping[str, Callable[[Any, PartBeside, PageContext], object]] = field(
        default_factory=dict
    )
    """By the template of the part."""
    worksheet: Callable[[Any, Part | None, PageContext], object] | None = None
    """None where there is nothing to fill in by hand."""


def view_of(kind: Kind) -> View:
    """Found by its file, as the templates beside it are."""
    return _declared(f"{kind.model.__module__}.view")


@cache
def _declared(module: str) -> View:
    if find_spec(module) is None:
        return View()
    view = import_module(module).VIEW
    assert isinstance(view, View)
    return view
