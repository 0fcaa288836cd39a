"""The small records that components show, and one value in a sentence or a cell.

Comes in: what templates and views lay out. Goes out: records with nothing left to decide, HTML.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from jinja2 import Undefined
from markupsafe import Markup, escape

UNKNOWN = Markup('<span class="unknown">chưa rõ</span>')
Form = Literal["", "number", "short", "wide"]
_ABSENT = object()


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known under one label; without HTML, that it is not known."""

    label: str
    html: Any
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    label: str
    attribute: Markup


def columns(*given: str | tuple[str, Form]) -> tuple[Column, ...]:
    """A label each, and how the cells below it are set, if not as text."""
    pairs = ((one, "") if isinstance(one, str) else one for one in given)
    return tuple(
        Column(label, Markup(f' class="{form}"') if form else Markup("")) for label, form in pairs
    )


def value(it: Any) -> Markup:
    """Text, {html}, {label, url} as mapping or object; none for «chưa rõ»."""
    if isinstance(it, str):
        return escape(it)
    if it is None or isinstance(it, Undefined):
        return UNKNOWN
    html, url, label = (_part(it, name) for name in ("html", "url", "label"))
    if html is not _ABSENT:
        return Markup(html)
    if url is not _ABSENT and url:
        return Markup(f'<a href="{escape(url)}">{escape(label)}</a>')
    return escape(it if label is _ABSENT else label)


def _part(it: Any, name: str) -> Any:
    return it.get(name, _ABSENT) if isinstance(it, Mapping) else getattr(it, name, _ABSENT)
