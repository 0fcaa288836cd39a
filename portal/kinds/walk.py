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
from portal.forms import Form, Link, Option, Prose
from portal.kinds.entry import Entry
from portal.kinds.fields import Field, Group, fields_of, form_of, walk_fields


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


Forms = tuple[type[Form], ...]


def of_forms(model: Any, forms: Forms, where: str = "") -> Iterator[tuple[str, Field, Any]]:
    """What `walk` gives, of fields of these forms alone: groups that hold none are not entered."""
    for one, is_group in _leading(model.__class__, forms):
        value = getattr(model, one.name)
        if value is None or value == ():
            continue
        here = f"{where}.{one.key}" if where else one.key
        many = isinstance(value, tuple)
        for place, item in enumerate(value if many else (value,), 1):
            at = f"{here}[{place}]" if many else here
            if is_group:
                yield from of_forms(item, forms, at)
            else:
                yield at, one, item


@cache
def _leading(model: type[Any], forms: Forms) -> tuple[tuple[Field, bool], ...]:
    """The fields of these forms, and the groups that hold any."""
    found = []
    for one in fields_of(model):
        form = form_of(one)
        if isinstance(form, Group):
            if any(isinstance(form_of(inner), forms) for _, inner in walk_fields(form.model)):
                found.append((one, True))
        elif isinstance(form, forms):
            found.append((one, False))
    return tuple(found)


def prose(entry: Entry) -> Iterator[tuple[str, int, str]]:
    """Every Markdown text of an entry: field, line of its beginning, text; the body last."""
    for where, _, value in of_forms(entry, (Prose,)):
        yield where, entry.line(where), value
    yield "", entry.source.body_line, entry.body


def is_model(value: Any) -> bool:
    """Whether a value is a group of declared fields (not an option, a link or a date)."""
    return _is_group(value.__class__)


@cache
def _is_group(model: type[Any]) -> bool:
    return is_dataclass(model) and not issubclass(model, (Link, Option, PartialDate))
