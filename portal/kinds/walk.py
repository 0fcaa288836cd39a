"""An entry's values one by one, each with its place, however deep they stand.

Comes in: a model of declared fields. Goes out: its groups, values and Markdown texts.
Refuses to know: what a field is for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import is_dataclass
from functools import cache
from typing import Any

from portal.dates import PartialDate
from portal.forms import Link, ListOf, Option, Prose
from portal.kinds.entry import Entry
from portal.kinds.fields import Field, fields_of


def groups(model: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """A model and every group in it, each with its place: `cong_nhan[2]`."""
    yield where, model
    for one in fields_of(type(model)):
        value = getattr(model, one.name)
        here = f"{where}.{one.key}" if where else one.key
        if is_model(value):
            yield from groups(value, here)
        for place, item in enumerate(value if isinstance(value, tuple) else (), 1):
            if is_model(item):
                yield from groups(item, f"{here}[{place}]")


def walk(model: Any, where: str = "") -> Iterator[tuple[str, Field, Any]]:
    """Every value of a model that is not itself a group, with its place: `cong_nhan[2].muc`."""
    for one in fields_of(type(model)):
        value = getattr(model, one.name)
        here = f"{where}.{one.key}" if where else one.key
        items = enumerate(value, 1) if isinstance(value, tuple) else ((0, value),)
        for place, item in items:
            at = f"{here}[{place}]" if place else here
            if is_model(item):
                yield from walk(item, at)
            elif item is not None:
                yield at, one, item


Valued = tuple[Field, Any, bool]
"""A value, its field, and whether it stands in a group."""


def values(model: Any, inner: bool = False) -> Iterator[Valued]:
    """The same without the places, whose names cost more than the walk: for what asks every entry
    at every build."""
    for one in fields_of(type(model)):
        value = getattr(model, one.name)
        if value is None or value == ():
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if is_model(item):
                yield from values(item, True)
            elif item is not None:
                yield one, item, inner


def prose(entry: Entry) -> Iterator[tuple[str, int, str]]:
    """Every Markdown text of an entry: field, line of its beginning, text; the body last."""
    for where, one, value in walk(entry):
        form = one.form.form if isinstance(one.form, ListOf) else one.form
        if isinstance(form, Prose):
            yield where, entry.line(where), value
    yield "", entry.source.body_line, entry.body


def is_model(value: Any) -> bool:
    """Whether a value is a group of declared fields (not an option, a link or a date)."""
    return _is_group(value.__class__)


@cache
def _is_group(model: type[Any]) -> bool:
    return is_dataclass(model) and not issubclass(model, (Link, Option, PartialDate))
