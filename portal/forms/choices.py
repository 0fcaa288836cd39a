"""Forms that choose: a value of a closed list, a word of the machine, another entry; several."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Any

from portal.addresses import SEGMENT
from portal.forms.form import Form, Link, Lists, Option, Reader, meant, nearest
from portal.letters.unseen import shows_nothing
from portal.problem import Sought
from portal.source import Listing, Scalar, Value
from portal.text import fold, quote

_AS_SOURCE = (
    'tạo một nguồn: python3 scripts/new.py nguon "Tên bài, tên báo", ghi địa chỉ này vào dia_chi'
    " của nguồn, rồi ghi ở đây tên tệp ấy"
)
"""An address of the web where the id of an entry belongs."""


class Choice(Form):
    """A value of a closed list in `data/_danh-muc/`."""

    def __init__(self, model: type[Option]) -> None:
        self.model, self.of = model, model.LIST
        self.python = model.__name__
        self.how = f"một mã của danh mục {self.of}"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Option | None:
        options = reader.lists.get(self.of)
        if options is None:  # told once, where the list should be
            return self.model(value=text, label=text)
        if text in options:
            return options[text]
        told = f"{quote(text)} không có trong danh mục {self.of}."
        near = nearest(text, options) or next(
            (option.value for option in options.values() if fold(option.label) == fold(text)), ""
        )
        remedy = f"có phải {near}?" if near else f"chọn một trong: {', '.join(options)}"
        reader.fault(where, value.line, told, "danh-muc", remedy)
        return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        options = lists.get(self.of, {})
        # Values such as 2 are text to us and a number to editors' tools.
        typed = [int(value) if value.isdecimal() else value for value in options]
        labels = [option.label for option in options.values()]
        if typed == list(options):
            return {"enum": typed, "enumDescriptions": labels}
        return {"enum": [*typed, *options], "enumDescriptions": labels * 2}


class Word(Form):
    """One of the few words the machine itself knows, each a member of an enum; the empty one is
    that of who writes nothing."""

    def __init__(self, words: type[StrEnum]) -> None:
        self.words = {one.value: one for one in words if one.value}
        self.python = words.__name__
        self.how = f"một trong: {', '.join(self.words)}"
        self.example = next(iter(self.words))

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> StrEnum | None:
        if text in self.words:
            return self.words[text]
        remedy = meant(text, self.words, f"dùng {self.how}")
        told = f"{quote(text)} không phải chữ máy hiểu ở đây."
        reader.fault(where, value.line, told, "danh-muc", remedy)
        return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"enum": list(self.words)}


class Sibling(Form):
    """Another value of the same closed list; whether it is there is asked once all are read."""

    example = "ha-noi"
    how = "mã khác của chính danh mục này"

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "pattern": SEGMENT}


class Ref(Form):
    """A reference to an entry: its id, or `kind/id` where several kinds are possible; then
    `#place`."""

    python = "Link"
    _SHAPE = re.compile(r"(?:([a-z0-9-]+)/)?([a-z0-9-]+(?:/[a-z0-9-]+)*)(?:#([a-z0-9.-]+))?")

    def __init__(self, *kinds: str) -> None:
        self.kinds = kinds
        shape = "loại/mã" if len(kinds) > 1 else "mã"
        self.how = f"{shape} của một mục thuộc {' hoặc '.join(kinds)}, có thể thêm #chỗ"
        self.example = f"{kinds[0]}/…" if len(kinds) > 1 else "tên tệp, không đuôi"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Link | None:
        found = self._SHAPE.fullmatch(text)
        if not found:
            reader.fault(
                where,
                value.line,
                f"{quote(text)} không phải mã của một mục.",
                "tham-chieu",
                _AS_SOURCE if "://" in text else self._looking(text),
                Sought(text, self.kinds),
            )
            return None
        kind = found[1] or self.kinds[0]
        if kind not in self.kinds:
            reader.fault(
                where,
                value.line,
                f"{quote(text)}: chỗ này không nhận loại {kind}.",
                "tham-chieu",
                f"dùng một trong các loại: {', '.join(self.kinds)}",
            )
            return None
        link = Link(kind, found[2], found[3] or "")
        reader.links.append((where, link))
        return link

    def _looking(self, text: str) -> str:
        """How to find the id: one made of the name would be that of no entry."""
        words = " ".join(re.findall(r"[\w/.-]+", text))[:60]
        if not words:
            return f"viết {self.how}"
        new = f'chưa có thì tạo: python3 scripts/new.py {self.kinds[0]} "{words}"'
        return f'tìm mã: python3 scripts/search.py "{words}"; {new}'

    def schema(self, lists: Lists) -> dict[str, Any]:
        kinds = "|".join(self.kinds)
        id = "[a-z0-9-]+"
        shape = f"^(?:(?:{kinds})/{id}(?:/{id})*|{id})(?:#[a-z0-9.-]+)?$"
        return {"type": ["string", "integer", "boolean"], "pattern": shape}


class ListOf(Form):
    """Several values of one form; one value alone is taken as a list of one."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.python = f"tuple[{form.python}, ...]"
        self.example = form.example
        self.how = f"danh sách, mỗi mục: {form.how}"

    def read(self, value: Value, where: str, reader: Reader) -> tuple[Any, ...]:
        if isinstance(value, Scalar) and shows_nothing(value.text):
            return ()
        items = value.items if isinstance(value, Listing) else (value,)
        made = []
        for place, item in enumerate(items, 1):
            here = f"{where}[{place}]"
            reader.lines[here] = item.line
            one = self.form.read(item, here, reader)
            if one is None or (isinstance(one, str) and shows_nothing(one)):
                continue
            if isinstance(self.form, Choice | Ref) and one in made:
                told = f"{quote(str(one))} đã có trong danh sách này."
                reader.fault(here, item.line, told, "lap-trong-danh-sach", "giữ một, xoá chỗ lặp")
                continue
            made.append(one)
        return tuple(made)

    def schema(self, lists: Lists) -> dict[str, Any]:
        one = self.form.schema(lists)
        several = {"type": "array", "items": one}
        return several if one.get("type") == "object" else {"anyOf": [several, one]}
