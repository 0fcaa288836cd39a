"""JSON Schema (2020-12) and OpenAPI (3.1), made from the public models.

Comes in: models. Goes out: mappings. Other keys may be added later, so none is forbidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

from portal.kinds import KINDS
from portal.kinds.base import Kind
from portal.views.api.v1 import HOME, NOTICE, VERSION
from portal.views.api.v1.envelope import Envelope, Index
from portal.views.api.v1.models import model_of
from portal.views.api.v1.properties import REASONS, Property, is_model, models_in, properties

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TYPES = MappingProxyType(
    {str: "string", bool: "boolean", int: "integer", Decimal: "number", date: "string"}
)


def schema(kind: Kind | None) -> dict[str, Any]:
    """Of the files of a kind, complete in itself; of the index without one."""
    root = envelope_name(kind)
    made = definitions([kind], "#/$defs/")
    return {"$schema": DIALECT, "title": root, "$ref": f"#/$defs/{root}", "$defs": made}


def envelope_name(kind: Kind | None) -> str:
    return f"{kind.model.__name__}Envelope" if kind else Index.__name__


def definitions(kinds: Iterable[Kind | None], at: str) -> dict[str, Any]:
    """The envelopes of kinds and all that stands in them, by name."""
    made: dict[str, Any] = {}
    for kind in kinds:
        root: Any = Envelope if kind else Index
        envelope = _object(root, at)
        if kind:
            item = model_of(kind)
            items = {"$ref": f"{at}{item.__name__}"}
            envelope["properties"]["items"]["items"] = items
            envelope["description"] = f"{envelope['description']} {kind.label}."
        inner = (one.type for one in properties(root) if is_model(one.type) and one.name != "items")
        items_of = model_of(kind) if kind else _items(Index)
        made[envelope_name(kind)] = envelope
        made |= {one.__name__: _object(one, at) for one in models_in(items_of, *inner)}
    return made


def _items(model: Any) -> Any:
    return next(one.type for one in properties(model) if one.name == "items")


def _object(model: Any, at: str) -> dict[str, Any]:
    declared = properties(model)
    shown = {one.key: _of(one, at) for one in declared}
    unknown = {one.key: {"type": "string"} for one in declared if one.unknown}
    if unknown:
        told = "Vì sao một khóa là null: mỗi khóa null có một dòng."
        shown[REASONS] = {"type": "object", "description": told, "properties": unknown}
    return {
        "type": "object",
        "description": " ".join((model.__doc__ or "").split()),
        "properties": shown,
        "required": [one.key for one in declared if not (one.optional or one.alone)],
    }


def _of(one: Property, at: str) -> dict[str, Any]:
    inner = _type(one, at)
    told = {"title": one.label, "description": _told(one)}
    if one.many:
        return {**told, "type": "array", "items": inner}
    if not one.unknown:
        return {**told, **inner}
    if "$ref" in inner:
        return {**told, "anyOf": [inner, {"type": "null"}]}
    if "enum" in inner:
        return {**told, "enum": [*inner["enum"], None]}
    return {**told, **inner, "type": [inner["type"], "null"]}


def _told(one: Property) -> str:
    unknown = f" null: {one.unknown}" if one.unknown else ""
    return f"{one.description}{unknown}"


def _type(one: Property, at: str) -> dict[str, Any]:
    if is_model(one.type):
        return {"$ref": f"{at}{one.type.__name__}"}
    if issubclass(one.type, Enum):
        return {"enum": [value.value for value in one.type]}
    found: dict[str, Any] = {"type": TYPES[one.type]}
    return {**found, "format": "date"} if one.type is date else found


def openapi(site: str) -> dict[str, Any]:
    """All files as a service that only gives."""
    paths: dict[str, Any] = {"/index.json": _get("Các loại mục", None)}
    for kind in KINDS:
        paths[f"/{kind.name}.json"] = _get(f"{kind.label}: danh sách", kind)
        paths[f"/{kind.name}.trang-{{page}}.json"] = _get(
            f"{kind.label}: danh sách, từ tệp thứ hai", kind, "page"
        )
        paths[f"/{kind.name}/{{id}}.json"] = _get(f"{kind.label}: một mục", kind, "id")
    return {
        "openapi": "3.1.0",
        "jsonSchemaDialect": DIALECT,
        "info": {
            "title": "Dữ liệu mở: xây dựng trường chính trị chuẩn",
            "version": VERSION,
            "description": f"{NOTICE} null là chưa rõ, lý do ở khóa reasons của cùng đối tượng.",
        },
        "servers": [{"url": f"{site}{HOME}".rstrip("/") if site else "."}],
        "paths": paths,
        "components": {"schemas": definitions([None, *KINDS], "#/components/schemas/")},
    }


def _get(summary: str, kind: Kind | None, parameter: str = "") -> dict[str, Any]:
    ref = {"$ref": f"#/components/schemas/{envelope_name(kind)}"}
    name = f"{kind.model.__name__}" if kind else "Index"
    made: dict[str, Any] = {
        "operationId": f"get{name}{parameter.capitalize()}",
        "summary": summary,
        "responses": {
            "200": {"description": summary, "content": {"application/json": {"schema": ref}}},
            "404": {"description": "Không có, và chưa từng có, mục nào ở địa chỉ này."},
        },
    }
    if parameter:
        shape = {"type": "integer", "minimum": 2} if parameter == "page" else {"type": "string"}
        made["parameters"] = [{"name": parameter, "in": "path", "required": True, "schema": shape}]
    return {"get": made}


__all__ = ["DIALECT", "definitions", "envelope_name", "openapi", "schema"]
