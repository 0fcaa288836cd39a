"""Declared fields: one attribute gives name, key, label, form; the string beneath, the help.

Comes in: a model class, and for reading a mapping of room 1. Goes out: instances, schemas.
Refuses to know: which kind it works for.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from functools import cache
from itertools import pairwise
from typing import Any, TypeVar, cast

from portal.forms import Form, ListOf, Lists, Reader, nearest
from portal.letters.unseen import shows_nothing
from portal.problem import MISSING
from portal.source import Listing, Mapping, Scalar, Value

M = TypeVar("M")
_FIELDS: dict[type[Any], tuple[Field, ...]] = {}


class Group(Form):
    """A group of fields of its own."""

    def __init__(self, model: type[Any]) -> None:
        self.model = model
        self.python = model.__name__
        self.how = "nhóm khoá thụt vào dưới"

    def read(self, value: Value, where: str, reader: Reader) -> Any:
        if not isinstance(value, Mapping):
            keys = ", ".join(f.key for f in fields_of(self.model))
            reader.fault(
                where,
                value.line,
                "cần một nhóm khoá.",
                "kieu",
                f"viết các khoá thụt vào dưới: {keys}",
            )
            return None
        return read_model(self.model, value, where, reader)

    def schema(self, lists: Lists) -> dict[str, Any]:
        return model_schema(self.model, lists)


@dataclass(frozen=True, kw_only=True)
class Field:
    """One declared field: everything else about it (schema, form, dictionary, messages) follows."""

    name: str
    key: str
    label: str
    form: Form
    required: bool
    example: str
    last: bool
    """Stands after the kind's own fields: source, review and the like."""
    model: type[Any] = dataclass_field(compare=False, repr=False)
    """The model it was asked of; it may have been declared further up."""

    @property
    def help(self) -> str:
        """The string under the attribute. Read when asked for: a build does so for one form
        alone."""
        bases = (base for base in self.model.__mro__ if dataclasses.is_dataclass(base))
        return next((told for base in bases if (told := _helps(base).get(self.name))), "")


def field(
    key: str,
    label: str,
    form: Form,
    *,
    required: bool = False,
    example: str = "",
    last: bool = False,
    default: Any = None,
) -> Any:
    """Declare a field; the string under the attribute is its help. `default`: what it holds where
    nothing is written, or nothing sound."""
    spec = {
        "key": key,
        "label": label,
        "form": form,
        "required": required,
        "example": example,
        "last": last,
    }
    empty: Any = () if isinstance(form, ListOf) else default
    return dataclass_field(default=empty, metadata={"portal": spec})


def fields_of(model: type[Any]) -> tuple[Field, ...]:
    """The fields of a model in the order editors write them: own head, own fields, common tail."""
    if model not in _FIELDS:
        _FIELDS[model] = _declared(model)
    return _FIELDS[model]


def key_of(model: type[Any], name: str) -> str:
    """How editors write a field: for whoever has to find or write its line."""
    (key,) = (one.key for one in fields_of(model) if one.name == name)
    return key


def _declared(model: type[Any]) -> tuple[Field, ...]:
    made = [
        Field(name=one.name, model=model, **one.metadata["portal"])
        for one in dataclasses.fields(model)
        if "portal" in one.metadata
    ]
    return tuple(sorted(made, key=lambda one: one.last))


def form_of(one: Field) -> Form:
    """The form of a value; of a list, that of its items."""
    return one.form.form if isinstance(one.form, ListOf) else one.form


def walk_fields(model: type[Any]) -> Iterator[tuple[type[Any], Field]]:
    """Every field of a model and of the groups in it, each with the model that declares it."""
    for one in fields_of(model):
        yield model, one
        form = form_of(one)
        if isinstance(form, Group):
            yield from walk_fields(form.model)


@cache
def _helps(model: Any) -> dict[str, str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(model)))
    body = cast(ast.ClassDef, tree.body[0]).body
    found: dict[str, str] = {}
    for one, after in pairwise(body):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            told = after.value if isinstance(after, ast.Expr) else None
            if isinstance(told, ast.Constant) and isinstance(told.value, str):
                found[one.target.id] = " ".join(told.value.split())
    return found


def read_model(model: type[M], mapping: Mapping, where: str, reader: Reader, **more: Any) -> M:
    """The mapping as an instance of the model; faults go to the reader, faulty values are left
    out."""
    declared = {one.key: one for one in fields_of(model)}
    values: dict[str, Any] = dict(more)
    meant: set[str] = set()
    for key, value in mapping.items.items():
        here = f"{where}.{key}" if where else key
        reader.lines[here] = mapping.lines[key]
        if key not in declared:
            near = nearest(key, declared)
            meant.add(near)
            reader.fault(
                here,
                mapping.lines[key],
                "khoá này không có trong mẫu.",
                "khoa-la",
                f"có phải {near}?" if near else f"dùng một trong: {', '.join(declared)}",
            )
            continue
        if isinstance(value, Scalar) and shows_nothing(value.text):
            continue
        made = declared[key].form.read(value, here, reader)
        if made is not None:
            values[declared[key].name] = made
    for one in declared.values():
        if one.required and one.key not in meant and _is_blank(mapping.items.get(one.key)):
            here = f"{where}.{one.key}" if where else one.key
            such = one.example or one.form.example.partition(",")[0]
            add = "ghi thêm" if _on_one_line(mapping) else "thêm dòng"
            do = "điền vào dòng này" if one.key in mapping.items else add
            reader.fault(
                here,
                mapping.lines.get(one.key, mapping.line),
                f"thiếu {one.label.lower()}.",
                MISSING,
                f"{do} {one.key}: {f'…, ví dụ {such}' if such else f'({one.form.how})'}",
            )
    return model(**values)


def _on_one_line(mapping: Mapping) -> bool:
    """Whether it is written `{a: 1, b: 2}`: there a further key is no further line."""
    return len(mapping.lines) > 1 and set(mapping.lines.values()) == {mapping.line}


def _is_blank(value: Value | None) -> bool:
    """Whether nothing is said: no such key, no value, or a list of nothing."""
    if isinstance(value, Listing):
        return all(_is_blank(item) for item in value.items)
    return value is None or (isinstance(value, Scalar) and shows_nothing(value.text))


def model_schema(model: type[Any], lists: Lists) -> dict[str, Any]:
    """JSON Schema of a model, for editors' tools."""
    properties: dict[str, Any] = {}
    for one in fields_of(model):
        told = one.form.schema(lists) if one.required else _or_nothing(one.form.schema(lists))
        properties[one.key] = {"title": one.label, "description": one.help, **told}
        if one.example:
            properties[one.key]["examples"] = [one.example]
    required = [one.key for one in fields_of(model) if one.required]
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        "required": required,
    }


def _or_nothing(told: dict[str, Any]) -> dict[str, Any]:
    """The same, and a key that is left empty: it says as much as no key."""
    made = dict(told)
    if "type" in made:
        types = made["type"] if isinstance(made["type"], list) else [made["type"]]
        made["type"] = [*types, "null"]
    if "enum" in made:
        made["enum"] = [*made["enum"], None]
    if "anyOf" in made:
        made["anyOf"] = [*made["anyOf"], {"type": "null"}]
    return made
