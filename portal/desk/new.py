"""A new file for an editor to fill: every key with its help above it, made from the kind's example.

Comes in: a kind, a name, the closed lists, the day. Goes out: text. Refuses to know: files.
"""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import count
from textwrap import wrap

from portal import source
from portal.addresses import is_segment, segment
from portal.forms import nearest
from portal.kinds import BY_NAME, KINDS, Kind, keeper
from portal.kinds.base import PLACEHOLDER, Choice, Field, Lists, fields_of
from portal.kinds.fields import form_of
from portal.text import slug, upper_first

_PLAIN = re.compile(r"\w[^:#\n\"'\[\]{}&*!|>%@`]*")
_NOT_TEXT = re.compile(r"(?i)[\d.,:_+-]+|true|false|yes|no|on|off|null|y|n")
HOW = (
    "điền các khoá để trống. Muốn dùng khoá có dấu # thì bỏ dấu # sát đầu mọi dòng của nó rồi "
    "thay phần mẫu; khoá không dùng thì xoá hoặc để yên."
)
_USUAL = ("tom_tat",)
"""Not required, and yet written nearly always."""
SHOWN = 12
"""A closed list longer than this is pointed to, not written out."""


class NoSuchKind(Exception):
    """Its text tells the nearest kind and all of them."""


def find(name: str) -> Kind:
    """The kind of that name."""
    if kind := BY_NAME.get(name):
        return kind
    near = nearest(slug(name), BY_NAME)
    told = f" Có phải {near}?" if near else ""
    raise NoSuchKind(f"Không có loại «{name}».{told}\n{kinds()}")


def kinds() -> str:
    """All of them, a line each."""
    return "Các loại:" + "".join(f"\n  {kind.name:12} {kind.one}" for kind in KINDS)


def unfit(kind: Kind, id: str) -> str:
    """Why a file may not be called so; empty where it may."""
    parts = id.split("/") if kind.anywhere else [id]
    if not all(map(is_segment, parts)):
        right = "/".join(filter(None, map(segment, parts)))
        return f"«{id}» không dùng làm tên tệp được; viết {right or 'chữ thường không dấu'}."
    whose = keeper(kind, id)
    return f"Địa chỉ «{id}» là của {whose}; đặt tên khác." if whose else ""


def id_of(kind: Kind, title: str) -> str:
    """The name its file gets: told by the title, short enough, and nobody's yet; empty where the
    title has neither letter nor digit."""
    made = wanted = segment(title)
    for number in count(2):
        if not wanted or not keeper(kind, made):
            return made
        made = f"{wanted}-{number}"
    raise AssertionError


def to_fill(kind: Kind) -> list[str]:
    """Keys without which the file has faults."""
    return [one.key for one in _first(kind) if one.key != "tieu_de"]


def draft(kind: Kind, title: str, lists: Lists, today: date, *, full: bool = True) -> str:
    """The file, its keys in the model's order; those not needed commented out, as examples. Not
    `full`: only what most entries have, the other keys by their names at the end."""
    known = {"tieu_de": quoted(title), "ngay_dang": today.isoformat()}
    first = _first(kind)
    lines = _comment(f"{upper_first(kind.one)}: {HOW}")
    blocks = _example_blocks(kind)
    others = []
    for one in fields_of(kind.model):
        wanted = one in first or one.key in known
        if not (full or wanted or one.key in _USUAL):
            others.append(one)
            continue
        lines += ["", *_help(one, lists)]
        if wanted:
            lines.append(f"{one.key}: {known.get(one.key, '')}".rstrip())
            lines += [f"#{line}" for line in blocks.get(one.key, ())[1:]]
        else:
            lines += [f"#{line}" for line in blocks[one.key]]
    if others:
        told = ", ".join(f"{one.key} ({one.label})" for one in others)
        where = "cách viết ở data/_schema/README.md"
        lines += ["", *_comment(f"Còn dùng được, {where}: {told}.")]
    text = "\n".join(lines)
    return f"---\n{text}\n---\n\n{PLACEHOLDER}\n" if kind.text else f"{text}\n"


def _first(kind: Kind) -> list[Field]:
    """Required keys, and the source where the kind needs one."""
    fields = fields_of(kind.model)
    return [one for one in fields if one.required or (kind.needs_source and one.key == "nguon")]


def _help(one: Field, lists: Lists) -> list[str]:
    form = form_of(one)
    lines = _comment(f"{one.label}: {one.help}") + _comment(f"Cách viết: {one.form.how}.")
    if isinstance(form, Choice):
        options = lists.get(form.of, {}).values()
        if len(options) <= SHOWN:
            lines += [f"#   {option.value}: {option.label}" for option in options]
        else:
            lines.append(f"# Các mã: xem data/_danh-muc/{form.of}.yml.")
    elif example := one.example or form.example:
        lines.append(f"# Ví dụ: {example}")
    return lines


def _comment(text: str) -> list[str]:
    return wrap(text, 98, initial_indent="# ", subsequent_indent="#   ", break_long_words=False)


def _example_blocks(kind: Kind) -> dict[str, list[str]]:
    """The example's lines by key."""
    made, _ = source.read_text(kind.path("mau"), kind.example())
    assert made
    lines = kind.example().split("\n")
    starts = sorted((line - 1, key) for key, line in made.values.lines.items())
    ends = [start for start, _ in starts[1:]] + [len(lines)]
    blocks = {}
    for (start, key), end in zip(starts, ends, strict=True):
        rest = (line for line in lines[start + 1 : end] if line[:1] in (" ", "-"))
        blocks[key] = [lines[start], *(line for line in rest if line != "---")]
    return blocks


def quoted(title: str) -> str:
    """A value as YAML takes it for these very words."""
    plain = _PLAIN.fullmatch(title) and not _NOT_TEXT.fullmatch(title)
    return title if plain else json.dumps(title, ensure_ascii=False)
