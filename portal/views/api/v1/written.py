"""Public objects as JSON: the same object, the same bytes.

Comes in: filled models. Goes out: mappings, and bytes. A property that does not apply is left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any

from portal.views.api.v1.properties import REASONS, Model, properties
from portal.views.compact import compact

_PLAIN = (str, int, float, bool)


def told(model: Model) -> dict[str, Any]:
    """A mapping that JSON can write, the heavy properties too."""
    made: dict[str, Any] = {}
    for one in properties(model.__class__):
        value = getattr(model, one.name)
        if value is not None:
            made[one.key] = value if value.__class__ in _PLAIN else _value(value)
        elif one.unknown:
            made[one.key] = None
    if model.reasons:
        made[REASONS] = dict(model.reasons)
    return made


def apart(model: type[Model], item: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What stands in lists, and what only in the file of the entry."""
    heavy = {one.key for one in properties(model) if one.alone}
    light = {key: value for key, value in item.items() if key not in heavy}
    return light, {key: value for key, value in item.items() if key in heavy}


def _value(value: Any) -> Any:
    if isinstance(value, Model):
        return told(value)
    if isinstance(value, tuple):
        return [item if item.__class__ is str else _value(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def piece(content: Mapping[str, Any]) -> str:
    """JSON, composed as Unicode wants it; no browser that takes it for a page runs any of it."""
    text = compact(content)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.replace("<", "\\u003c")


def as_bytes(content: Mapping[str, Any], items: Sequence[str] | None = None) -> bytes:
    """A file. `items`: pieces that fill its last list, which is empty; written once, they stand in
    several files."""
    text = piece(content)
    if items is not None:
        assert text.endswith(":[]}")
        text = f"{text[:-2]}{','.join(items)}]}}"
    return f"{text}\n".encode("utf-8", "replace")


def with_more(item: str, content: Mapping[str, Any]) -> str:
    """A piece that says this, too."""
    return f"{item[:-1]},{piece(content)[1:]}" if content else item
