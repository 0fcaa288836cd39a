"""Which column is which key of a kind, and what a cell says there.

Comes in: the head of a table, the model. Goes out: columns; of a cell the text that the key takes:
a label becomes its code, a name the id of its entry, `05/03/2026` its ISO form. What is not sure
stays as it was typed: the rules tell what is wrong with it. The keys are those of the model.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from portal.dates import iso_of
from portal.forms import Choice, Day, Form, ListOf, Lists, Ref, meant
from portal.kinds.base import Group, Prose, fields_of
from portal.kinds.fields import form_of
from portal.library.meant import Names
from portal.problem import Sought
from portal.text import fold, quote

ID = "ma"
"""The column with the names of files; without it they are made of the titles."""


@dataclass(frozen=True, slots=True)
class Column:
    path: tuple[str, ...]
    label: str
    form: Form
    several: bool

    @property
    def name(self) -> str:
        return ".".join(self.path)


def columns(model: type[Any], above: tuple[str, ...] = (), label: str = "") -> Iterator[Column]:
    """Every key that a cell can hold; lists of groups are none."""
    for one in fields_of(model):
        path, told = (*above, one.key), f"{label}{one.label}"
        inner = form_of(one)
        if isinstance(one.form, Group):
            yield from columns(one.form.model, path, f"{told}: ")
        elif not isinstance(inner, Group):
            yield Column(path, told, inner, isinstance(one.form, ListOf))


def matched(head: Sequence[str], model: type[Any]) -> tuple[list[Column | None], list[str]]:
    """The column of each place, None for that of the ids; and what is wrong with the head."""
    known = {one.name: one for one in columns(model)}
    by_label = {_plain(one.label): one for one in known.values()}
    made: list[Column | None] = []
    faults: list[str] = []
    for text in head:
        found = known.get(text.strip()) or by_label.get(_plain(text))
        if found is None and _plain(text) not in (ID, "ten tep"):
            groups = {one.key for one in fields_of(model)} - {one.path[0] for one in known.values()}
            names = [*known, *(one.label for one in known.values())]
            more = meant(text, names, "bỏ cột ấy, hoặc viết tên khoá")
            if text.strip() in groups:
                more = "bảng không nhận nhóm khoá lặp lại; nhập xong rồi điền trong tệp"
            faults.append(f"cột {quote(text or '(trống)')} không có trong mẫu; {more}.")
        elif found in made:
            faults.append(f"cột {quote(text)} có hai lần; giữ một.")
        made.append(found)
    return made, faults


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", fold(text)))


def said(cell: str, column: Column, lists: Lists, names: Names) -> str | list[str]:
    """What the key holds."""
    if not column.several:
        text = cell if isinstance(column.form, Prose) else " ".join(cell.split())
        return _one(text, column.form, lists, names)
    parts = re.split(r"\n|;", cell)
    told = (" ".join(one.split()) for one in parts)
    return [_one(one, column.form, lists, names) for one in told if one]


def _one(text: str, form: Form, lists: Lists, names: Names) -> str:
    if isinstance(form, Choice):
        options = lists.get(form.of, {})
        same = [value for value, one in options.items() if _plain(one.label) == _plain(text)]
        return same[0] if text not in options and len(same) == 1 else text
    if isinstance(form, Day):
        return iso_of(text) or text
    if isinstance(form, Ref) and text:
        found = names.of(Sought(text, form.kinds))
        if len(found) == 1:
            kind, id = found[0]
            return id if kind == form.kinds[0] else f"{kind}/{id}"
    return text
