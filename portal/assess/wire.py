"""The public model as JSON, as JSON Schema and as types for the browser's checker.

Comes in: frozen records. Goes out: plain data and text, derived from the declarations alone.
"""

from __future__ import annotations

import types as kinds_of_type
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

SCALARS = {str: "string", int: "integer", bool: "boolean"}
TYPES = {str: "string", int: "number", bool: "boolean"}


def camel(name: str) -> str:
    """`as_of` → `asOf`."""
    first, *rest = name.split("_")
    return first + "".join(map(str.capitalize, rest))


def plain(value: Any) -> Any:
    """A record as JSON can hold it."""
    if is_dataclass(value):
        return {camel(one.name): plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    return str(value) if isinstance(value, StrEnum) else value


def records(model: type[Any]) -> Iterator[type[Any]]:
    """Every record and every enumeration below a record, itself last, each once."""
    met: dict[type[Any], None] = {}

    def walk(hint: Any) -> None:
        for one in get_args(hint):
            walk(one)
        if isinstance(hint, type) and hint not in met and not get_args(hint):
            if is_dataclass(hint):
                for inner in get_type_hints(hint).values():
                    walk(inner)
                met[hint] = None
            elif issubclass(hint, StrEnum):
                met[hint] = None

    walk(model)
    yield from met


def json_schema(model: type[Any], id: str) -> dict[str, Any]:
    """JSON Schema, draft 2020-12: nothing is left out, nothing is added."""
    made = {one.__name__: _definition(one) for one in records(model)}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": id}
    return {**head, "$ref": f"#/$defs/{model.__name__}", "$defs": made}


def _definition(one: type[Any]) -> dict[str, Any]:
    if issubclass(one, StrEnum):
        return {"enum": [str(value) for value in one]}
    hints = get_type_hints(one)
    names = {camel(each.name): _schema(hints[each.name]) for each in fields(one)}
    return {
        "type": "object",
        "properties": names,
        "required": list(names),
        "additionalProperties": False,
    }


def _schema(hint: Any) -> dict[str, Any]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, kinds_of_type.UnionType):
        known = next(one for one in inner if one is not type(None))
        return {"anyOf": [_schema(known), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _schema(inner[0])}
    return {"type": SCALARS[hint]} if hint in SCALARS else {"$ref": f"#/$defs/{hint.__name__}"}


def types(model: type[Any], head: str) -> str:
    """Declarations for TypeScript."""
    return head + "".join(f"\n{_declared(one)}" for one in records(model))


def _declared(one: type[Any]) -> str:
    if issubclass(one, StrEnum):
        words = " | ".join(f'"{value}"' for value in one)
        return f"export type {one.__name__} = {words}\n"
    hints = get_type_hints(one)
    lines = (f"  {camel(each.name)}: {_typed(hints[each.name])}\n" for each in fields(one))
    return f"export interface {one.__name__} {{\n{''.join(lines)}}}\n"


def _typed(hint: Any) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, kinds_of_type.UnionType):
        return f"{_typed(next(one for one in inner if one is not type(None)))} | null"
    if origin is tuple:
        return f"{_typed(inner[0])}[]"
    return TYPES[hint] if hint in TYPES else str(hint.__name__)
