"""What editors' tools and editors read about the fields: schemas, settings, the data dictionary.

Comes in: the register of kinds and the closed lists. Goes out: path → text of generated files.
Refuses to know: where they are written; `scripts/bless.py` does that.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from portal.addresses import UNNAMED
from portal.assess import types
from portal.assess.model import Published
from portal.kinds import KINDS, LISTS, Entry, Kind
from portal.kinds.base import Field, Group, Listed, ListOf, Lists, Sourced, fields_of
from portal.kinds.fields import form_of, model_schema
from portal.kinds.lists import ListFile
from portal.library.lists import path_of

DRAFT = "http://json-schema.org/draft-07/schema#"
FOLDER = "data/_schema"
DICTIONARY = f"{FOLDER}/README.md"
SETTINGS = ".vscode/settings.json"
EXTENSIONS = ".vscode/extensions.json"
BROWSER_TYPES = "web/assess/model.d.ts"
HEAD_OF_TYPES = """\
// What browsers are given of criteria sets: of portal/assess/model.py, by scripts/bless.py.
"""
HEAD = """\
# Từ điển dữ liệu

Tệp này và các lược đồ bên cạnh do `python3 scripts/bless.py` viết ra từ mã; đừng sửa tay.
Khoá có dấu * là bắt buộc. Mã của các danh mục ở `data/_danh-muc/`. Nhóm khoá có dấu † nhận thêm \
`nguon`, `suy_ra`, `ghi_chu` của riêng nó.
"""


ABOUT_LISTS = """\
Mỗi danh mục một tệp trong `data/_danh-muc/`; thêm một giá trị là thêm một dòng, không phải sửa \
mã. Máy không nhìn mã để làm khác đi, mà nhìn các khoá dưới đây; danh mục không có ở dưới thì mỗi \
dòng chỉ có `ma` và `nhan`."""


def generated(lists: Lists) -> Mapping[str, str]:
    """Every generated file, by its path in the project."""
    made = {f"{FOLDER}/{kind.name}.json": _json(schema(kind, lists)) for kind in KINDS}
    made |= {_schema_of(name): _json(list_schema(model, lists)) for name, model in LISTS.items()}
    wanted = {"recommendations": ["redhat.vscode-yaml"]}
    return made | {
        DICTIONARY: dictionary(),
        SETTINGS: _json(settings()),
        EXTENSIONS: _json(wanted),
        BROWSER_TYPES: types(Published, HEAD_OF_TYPES),
    }


def schema(kind: Kind, lists: Lists) -> dict[str, Any]:
    """JSON Schema of a kind's files, or of their headers."""
    return {"$schema": DRAFT, "title": kind.label, **model_schema(kind.model, lists)}


def list_schema(model: type[Listed], lists: Lists) -> dict[str, Any]:
    """JSON Schema of a closed list: the file, and every line of it."""
    file = model_schema(ListFile, lists)
    file["properties"]["gia_tri"] |= {"type": "array", "items": model_schema(model, lists)}
    return {"$schema": DRAFT, "title": model.LIST, **file}


def _schema_of(name: str) -> str:
    return f"{FOLDER}/danh-muc/{name}.json"


def settings() -> dict[str, Any]:
    """VS Code: every folder of facts bound to its schema, and files written as they are read."""
    bound = {f"./{FOLDER}/{kind.name}.json": kind.path("*") for kind in KINDS if not kind.text}
    bound |= {f"./{_schema_of(name)}": path_of(model) for name, model in LISTS.items()}
    return {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "yaml.format.enable": False,
        "yaml.schemas": bound,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }


def dictionary() -> str:
    """Tables of all fields, the common ones once."""
    common = fields_of(Entry)
    parts = [HEAD, "## Khoá chung của mọi loại\n", _table(common)]
    for kind in KINDS:
        own = [one for one in fields_of(kind.model) if one not in common]
        place = kind.path(UNNAMED)
        parts += [f"## {kind.label}\n", f"Mỗi {kind.one} một tệp: `{place}`.\n", _table(own)]
        if kind.version:
            told = [one for one in fields_of(kind.version) if one not in common]
            dated = place.replace(".md", "/2021-05-19.md")
            parts += [f"Bản cũ của một {kind.one}, mỗi bản một tệp: `{dated}`.\n", _table(told)]
    return "\n".join([*parts, *_lists()])


def _lists() -> Iterator[str]:
    """Tables of the closed lists: what every value says, then what those of each list say."""
    common = fields_of(Listed)
    yield "## Danh mục\n"
    yield f"{ABOUT_LISTS}\n"
    yield _table((*fields_of(ListFile), *common))
    for model in LISTS.values():
        own = [one for one in fields_of(model) if one not in common]
        needed = ", ".join(f"`{one}`" for one in model.NEEDED or ())
        if own or needed:
            yield f"### `{path_of(model)}`\n"
        if needed:
            yield f"Không được thiếu mã {needed}: máy gọi đích danh.\n"
        if own:
            yield _table(own)


def _table(fields: Any) -> str:
    rows = ["| Khoá | Tên | Cách viết | Ý nghĩa |", "|---|---|---|---|"]
    rows += [f"| {' | '.join(cells)} |" for one in fields for cells in _rows(one, "")]
    return "\n".join(rows) + "\n"


def _rows(one: Field, above: str) -> Iterator[tuple[str, ...]]:
    form = form_of(one)
    key = f"{above}{one.key}"
    mark = "*" if one.required else ""
    sourced = isinstance(form, Group) and issubclass(form.model, Sourced)
    how = one.form.how + ("†" if sourced else "")
    told = f"{one.help} Ví dụ: {one.example}." if one.example else one.help
    yield tuple(cell.replace("|", r"\|") for cell in (f"`{key}`{mark}", one.label, how, told))
    if isinstance(form, Group):
        inner = f"{key}[]." if isinstance(one.form, ListOf) else f"{key}."
        for field in fields_of(form.model):
            if field not in fields_of(Sourced):
                yield from _rows(field, inner)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
