"""Public properties: one attribute gives the key, its label, its type, and why it may be unknown.

Comes in: a model class. Goes out: its properties in order; JSON Schema, OpenAPI, CSV, documentation
and the contract follow from them. Unknown is `null`, and then `reasons` says why; a property that
does not apply is left out. Refuses to know: where values come from.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

Made = Callable[[Any, Any, Any], Any]
"""(filler, what the model is filled from, its entry) → the value."""
_NO_LETTER = re.compile(r"_([a-z0-9])")
REASONS = "reasons"
"""The key under which an object says why others are `null`."""


@dataclass(frozen=True, kw_only=True)
class Model:
    """What every public object is."""

    reasons: Mapping[str, str] = dataclass_field(default_factory=dict)
    """Why a property is `null`, by its key."""


@dataclass(frozen=True, kw_only=True)
class Property:
    """One public property."""

    name: str
    key: str
    """As other programmes know it: `issuerUnit`."""
    label: str
    told: str
    unknown: str
    """Why it is `null`; empty where it never is."""
    of: str
    made: Made | None
    optional: bool
    """Left out where it does not apply."""
    alone: bool
    """Stands in the file of one entry only, not in lists: the heavy ones."""
    last: bool
    """Stands after the properties of the kind: sources, review and the like."""
    type: Any
    """Of one value: a class of Python, or a model."""
    many: bool

    @property
    def description(self) -> str:
        return f"{self.label}. {self.told}".strip()


def public(
    label: str,
    told: str = "",
    *,
    unknown: str = "",
    of: str = "",
    made: Made | None = None,
    optional: bool = False,
    alone: bool = False,
    last: bool = False,
) -> Any:
    """Declare a property. `of`: the attribute it is read from, where that has another name;
    `made`: how it is found otherwise; `unknown`: why it is `null` when it is; `last`: stands after
    those of the kind."""
    spec: dict[str, Any] = {
        "label": label,
        "told": told,
        "unknown": unknown,
        "of": of,
        "made": made,
    }
    spec |= {"optional": optional, "alone": alone, "last": last}
    if optional or alone:
        return dataclass_field(default=None, metadata={"public": spec})
    return dataclass_field(metadata={"public": spec})


def camel(name: str) -> str:
    """`issuer_unit` → `issuerUnit`."""
    return _NO_LETTER.sub(lambda found: found[1].upper(), name)


_PROPERTIES: dict[Any, tuple[Property, ...]] = {}


def properties(model: Any) -> tuple[Property, ...]:
    """What all have, what the kind has, what stands last."""
    if model not in _PROPERTIES:
        _PROPERTIES[model] = _declared(model)
    return _PROPERTIES[model]


def _declared(model: Any) -> tuple[Property, ...]:
    hints = typing.get_type_hints(model)
    declared = [
        _property(model, one, hints[one.name])
        for one in dataclasses.fields(model)
        if "public" in one.metadata
    ]
    return tuple(sorted(declared, key=lambda one: one.last))


def _property(model: type[Any], one: Any, hint: Any) -> Property:
    spec = dict(one.metadata["public"])
    inner, nullable = _inner(hint)
    many = typing.get_origin(inner) is tuple
    if many:
        inner = typing.get_args(inner)[0]
    left_out = spec["optional"] or spec["alone"]
    if nullable != bool(spec["unknown"] or left_out):
        raise TypeError(f"{model.__name__}.{one.name}: a reason, or no None")
    spec["of"] = spec["of"] or one.name
    return Property(name=one.name, key=camel(one.name), type=inner, many=many, **spec)


def _inner(hint: Any) -> tuple[Any, bool]:
    """The type without its None, and whether it had one."""
    if typing.get_origin(hint) not in (types.UnionType, typing.Union):
        return hint, False
    (inner,) = (one for one in typing.get_args(hint) if one is not type(None))
    return inner, True


def is_model(one: Any) -> bool:
    return isinstance(one, type) and issubclass(one, Model)


def models_in(*roots: Any) -> tuple[Any, ...]:
    """The models and all that stand in them, each once, the outer before the inner."""
    found: dict[Any, None] = {}
    waiting = list(roots)
    while waiting:
        model = waiting.pop(0)
        if model not in found:
            found[model] = None
            waiting += [one.type for one in properties(model) if is_model(one.type)]
    return tuple(found)
