"""A new file for an editor to fill: what must be said with its help above it, and the keys that
entries of the kind often have.

Comes in: a kind, a name, the closed lists, the day. Goes out: text. Refuses to know: files.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Container, Iterable
from datetime import date
from itertools import count
from textwrap import wrap

from portal import source
from portal.addresses import is_segment, segment
from portal.forms import nearest
from portal.kinds import BY_NAME, KINDS, Entry, Kind, keeper
from portal.kinds.base import PLACEHOLDER, Choice, Field, ListOf, Lists, fields_of
from portal.kinds.fields import form_of, key_of
from portal.kinds.samples import BLANK, layout
from portal.library.gather import is_version, kind_of
from portal.library.lists import is_list
from portal.source import Source
from portal.text import slug, upper_first

_PLAIN = re.compile(r"\w[^:#\n\"'\[\]{}&*!|>%@`]*")
_NOT_TEXT = re.compile(r"(?i)[\d.,:_+-]+|true|false|yes|no|on|off|null|y|n")
HOW = (
    "điền các khoá để trống. Khoá có dấu #: muốn dùng thì bỏ dấu # sát đầu dòng rồi thay "
    f"«{BLANK}», không dùng thì xoá hoặc để yên."
)
OFTEN = 0.5
"""Of the entries of a kind: a key that so many have is offered to the next one."""
SHOWN = 12
"""A closed list longer than this is pointed to, not written out."""
TITLE, PUBLISHED = key_of(Entry, "title"), key_of(Entry, "published")


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
    return [one.key for one in _first(kind) if one.key != TITLE]


def common(kind: Kind, sources: Iterable[Source]) -> frozenset[str]:
    """Keys that most entries of the kind have."""
    own = [one for one in sources if _is_of(kind, one.path)]
    counts = Counter(key for one in own for key in one.values.items)
    return frozenset(key for key, count in counts.items() if count >= OFTEN * len(own))


def _is_of(kind: Kind, path: str) -> bool:
    if is_list(path) or kind_of(path, source.place_of(path)[0]) is not kind:
        return False
    return not is_version(kind, path)


def bare(kind: Kind, title: str, today: date) -> str:
    """The file with its required keys alone: whom a form explains them needs no more."""
    known = _known(title, today)
    lines = [f"{key}: {known.get(key, '')}".rstrip() for key in (TITLE, *to_fill(kind))]
    return _framed(kind, [*lines, f"{PUBLISHED}: {known[PUBLISHED]}"])


def draft(
    kind: Kind,
    title: str,
    lists: Lists,
    today: date,
    *,
    full: bool = True,
    often: Container[str] = (),
) -> str:
    """The file, its keys in the model's order; those not needed commented out, with blanks for
    values. Not `full`: what must be said, then a line for each key `often` used."""
    known, layouts = _known(title, today), layout(kind)
    first = {one.key for one in _first(kind)}
    lines = _comment(f"{upper_first(kind.one)}: {HOW}")
    short = []
    for one in fields_of(kind.model):
        if one.key in first or full:
            lines += ["", *_help(one, lists, full=full), *_written(one, known, layouts, first)]
        elif one.key in known:
            short.append(f"{one.key}: {known[one.key]}  # {one.label}")
        elif one.key in often:
            blank = f"[{BLANK}]" if isinstance(one.form, ListOf) else BLANK
            short.append(f"#{one.key}: {blank}  # {one.label}: {_gist(one.help)}")
    if short:
        lines += ["", *short]
    if not full:
        lines += [
            "",
            *_comment(f"Mọi khoá và cách viết: data/_schema/README.md, mục «{kind.label}»."),
        ]
    return _framed(kind, lines)


def _known(title: str, today: date) -> dict[str, str]:
    return {TITLE: quoted(title), PUBLISHED: today.isoformat()}


def _framed(kind: Kind, lines: list[str]) -> str:
    text = "\n".join(lines)
    return f"---\n{text}\n---\n\n{PLACEHOLDER}\n" if kind.text else f"{text}\n"


def _written(
    one: Field, known: dict[str, str], layouts: dict[str, list[str]], first: set[str]
) -> list[str]:
    if one.key in first or one.key in known:
        below = [f"#{line}" for line in layouts.get(one.key, ())[1:]]
        return [f"{one.key}: {known.get(one.key, '')}".rstrip(), *below]
    return [f"#{line}" for line in layouts[one.key]]


def _gist(text: str) -> str:
    """Its first sentence."""
    return text.partition(". ")[0].rstrip(".")


def _first(kind: Kind) -> list[Field]:
    """Required keys, and the source where the kind needs one."""
    fields = fields_of(kind.model)
    return [one for one in fields if one.required or (kind.needs_source and one.name == "sources")]


def _help(one: Field, lists: Lists, *, full: bool) -> list[str]:
    form = form_of(one)
    lines = _comment(f"{one.label}: {one.help}")
    if full:
        lines += _comment(f"Cách viết: {one.form.how}.")
    if isinstance(form, Choice):
        options = lists.get(form.of, {}).values()
        if len(options) <= SHOWN:
            lines += [f"#   {option.value}: {option.label}" for option in options]
        else:
            lines.append(f"# Các mã: xem data/_danh-muc/{form.of}.yml.")
    elif example := one.example or form.example:
        many = isinstance(one.form, ListOf)
        lines.append(f"# Ví dụ: [{example}]" if many else f"# Ví dụ: {example}")
    return lines


def _comment(text: str) -> list[str]:
    return wrap(text, 98, initial_indent="# ", subsequent_indent="#   ", break_long_words=False)


def quoted(title: str) -> str:
    """A value as YAML takes it for these very words."""
    plain = _PLAIN.fullmatch(title) and not _NOT_TEXT.fullmatch(title)
    return title if plain else json.dumps(title, ensure_ascii=False)
