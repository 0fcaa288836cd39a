"""What was released stays: the shape of the data, and what breaks those who read it.

Comes in: the public models of now, the shape of the last release. Goes out: what a programme that
reads the data would stumble over. An addition breaks nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

from portal.kinds import KINDS
from portal.views.api.v1 import schema, tables
from portal.views.api.v1.envelope import Envelope, Index
from portal.views.api.v1.models import model_of
from portal.views.api.v1.properties import Property, is_model, models_in, properties
from portal.views.api.v1.schema import TYPES

Shape = Mapping[str, Any]


def shape() -> dict[str, Any]:
    """Everything a reader may rely on: models, where which stands, files, columns of tables."""
    roots = (Envelope, Index, *map(model_of, KINDS))
    return {
        "models": {one.__name__: _model(one) for one in models_in(*roots)},
        "kinds": {kind.name: model_of(kind).__name__ for kind in KINDS},
        "files": sorted(schema.openapi("")["paths"]),
        "tables": {
            kind.name: {one.name: one.title for one in tables.columns(model_of(kind))}
            for kind in KINDS
        },
    }


def _model(model: Any) -> dict[str, Any]:
    return {one.key: _property(one) for one in properties(model)}


def _property(one: Property) -> dict[str, Any]:
    made: dict[str, Any] = {"type": _type(one)}
    made |= {"null": True} if one.unknown else {}
    made |= {"absent": True} if one.optional or one.alone else {}
    if not is_model(one.type) and issubclass(one.type, Enum):
        made["values"] = [value.value for value in one.type]
    return made


def _type(one: Property) -> str:
    if is_model(one.type):
        inner = one.type.__name__
    else:
        inner = "enum" if issubclass(one.type, Enum) else TYPES[one.type]
        inner += ":date" if one.type.__name__ == "date" else ""
    return f"{inner}[]" if one.many else str(inner)


def broken(old: Shape, new: Shape) -> Iterator[str]:
    """What of the released shape no longer holds, each in a sentence for who changed it."""
    for name, was in old["models"].items():
        if name not in new["models"]:
            yield f"{name}: đối tượng đã phát hành mà nay không còn."
        else:
            yield from _broken_model(name, was, new["models"][name])
    yield from _lost("loại mục", old["kinds"], new["kinds"])
    for kind, model in old["kinds"].items():
        if new["kinds"].get(kind, model) != model:
            yield f"{kind}: mục trước là {model}, nay là {new['kinds'][kind]}."
    yield from _lost("tệp", old["files"], new["files"])
    for kind, columns in old["tables"].items():
        now = new["tables"].get(kind, {})
        yield from _lost(f"cột của {kind}.csv", columns, now)
        for name in columns.keys() & now.keys():
            if columns[name] != now[name]:
                yield f"{kind}.csv: đầu cột «{columns[name]}» nay là «{now[name]}»."


def _broken_model(name: str, old: Shape, new: Shape) -> Iterator[str]:
    for key, was in old.items():
        now, where = new.get(key), f"{name}.{key}"
        if now is None:
            yield f"{where}: khóa đã phát hành mà nay không còn."
            continue
        if now["type"] != was["type"]:
            yield f"{where}: kiểu trước là {was['type']}, nay là {now['type']}."
        if now.get("null") and not was.get("null"):
            yield f"{where}: trước không bao giờ null, nay có thể null."
        if now.get("absent") and not was.get("absent"):
            yield f"{where}: trước luôn có, nay có thể vắng mặt."
        yield from _lost(f"giá trị của {where}", was.get("values", ()), now.get("values", ()))


def _lost(what: str, old: Iterable[str], new: Iterable[str]) -> Iterator[str]:
    kept = set(new)
    yield from (f"{what}: «{one}» không còn." for one in old if one not in kept)
