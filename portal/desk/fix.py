"""Mend what a machine can mend in a content file without losing a byte of what it says.

Comes in: a path and raw bytes. Goes out: new bytes, what was changed, what was left and why.
Mends: line ends, byte order mark, decomposed letters, letters that are not what they look like,
days typed `05/03/2026`, the order of keys, documents pasted without the ids of their clauses, and
what a paste from Word leaves in a body.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from portal import letters, source
from portal.dates import iso_of
from portal.desk.numbering import numbered
from portal.desk.unpasted import unpasted
from portal.forms import Moment
from portal.kinds import Kind
from portal.kinds.base import Day, Group, fields_of
from portal.kinds.document import Document
from portal.kinds.fields import form_of
from portal.library.gather import is_version, kind_of
from portal.problem import errors
from portal.source import Listing, Mapping, Scalar, Value
from portal.text import nfc


@dataclass(slots=True)
class Mended:
    """The file as it should be; equal bytes where nothing was to be done."""

    raw: bytes
    done: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def fix(path: str, raw: bytes, published: Collection[str] = ()) -> Mended:
    """Every mending that is sure; a file that is not UTF-8 is not touched. `published`: the ids a
    document was published with."""
    mended = Mended(raw)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return mended
    if raw.startswith(b"\xef\xbb\xbf"):
        mended.done.append("bỏ dấu BOM ở đầu tệp")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        mended.done.append("đổi xuống dòng kiểu Windows thành kiểu chung")
    if nfc(text) != text:
        text = nfc(text)
        mended.done.append("ghép dấu tiếng Việt (NFD thành NFC)")
    text = _letters(path, text, mended)
    text = _closed(path, text, mended)
    read, problems = source.read_text(path, text)
    kind = kind_of(path, source.place_of(path)[0])
    if read and kind and not errors(problems) and not is_version(kind, path):
        text = _dates(kind, read.values, text, mended)
        text = _order(kind, path, text, mended)
    if read and kind and kind.name == Document.KIND and not errors(problems):
        text = _clauses(path, text, mended, published)
    if read and kind and not errors(problems):
        text = _pasted(path, text, mended)
    mended.raw = text.encode() if mended.done else raw
    return mended


_BEGINS = r"(?:#{1,6}|[ \t]*(?:[-*+]|\d{1,3}[.)]))[ \t]"
_OPEN = re.compile(rf"^({_BEGINS}.*\{{#[a-z0-9.-]+)[ \t]*$", re.MULTILINE)


def _closed(path: str, text: str, made: Mended) -> str:
    """An id at the end of a heading or an item whose brace was forgotten."""
    if not path.endswith(".md"):
        return text
    closed, count = _OPEN.subn(r"\1}", text)
    if count:
        made.done.append(f"đóng ngoặc nhọn của {count} mã điều khoản")
    return closed


def _clauses(path: str, text: str, made: Mended, published: Collection[str]) -> str:
    """Ids for a body that was pasted without them."""
    read, _ = source.read_text(path, text)
    if read is None or not read.body.strip():
        return text
    end = len(text.rstrip())
    start = end - len(read.body)
    told = numbered(text[start:end], published, read.body_line)
    made.done += told.done
    made.left += told.left
    return text[:start] + told.body + text[end:]


def _pasted(path: str, text: str, made: Mended) -> str:
    """Tables, lists, notes and paragraphs of a body in which a paste left their signs."""
    read, _ = source.read_text(path, text)
    if read is None or not read.body.strip():
        return text
    end = len(text.rstrip())
    start = end - len(read.body)
    body, done = unpasted(text[start:end])
    made.done += done
    return text[:start] + body + text[end:]


def _letters(path: str, text: str, made: Mended) -> str:
    """Letters that are surely meant otherwise, where the values stay as they are but for them."""
    better, done = letters.mended(text)
    if not done:
        return text
    before, after = (source.read_text(path, one)[0] for one in (text, better))
    if before and not (after and _bare(after.values, _mended) == _bare(before.values, _mended)):
        made.left.append("chưa thay ký tự lạ: thay thì cách hiểu của tệp đổi theo")
        return text
    made.done += done
    return better


def _mended(text: str) -> str:
    return " ".join(letters.mended(text)[0].split())


def _dates(kind: Kind, values: Mapping, text: str, made: Mended) -> str:
    lines = text.split("\n")
    for value, right in _typed_days(kind.model, values):
        line = lines[value.line - 1]
        if line.count(value.text) == 1:
            lines[value.line - 1] = line.replace(value.text, right)
            made.done.append(f"dòng {value.line}: {value.text} → {right}")
        else:
            made.left.append(f"dòng {value.line}: chưa đổi «{value.text}» thành {right}")
    return "\n".join(lines)


def _typed_days(model: type[Any], values: Mapping) -> Iterator[tuple[Scalar, str]]:
    """Values of day fields that can be told in ISO form, and that form."""
    for one in fields_of(model):
        form = form_of(one)
        for value in _items(values.items.get(one.key)):
            if isinstance(form, Group) and isinstance(value, Mapping):
                yield from _typed_days(form.model, value)
            elif isinstance(form, Day) and isinstance(value, Scalar):
                right = iso_of(value.text)
                whole = re.fullmatch(r"\d{4}-\d{2}-\d{2}", right)
                if right and right != value.text and (whole or isinstance(form, Moment)):
                    yield value, right


def _items(value: Value | None) -> tuple[Value, ...]:
    return value.items if isinstance(value, Listing) else (value,) if value else ()


def _order(kind: Kind, path: str, text: str, made: Mended) -> str:
    """The keys in the order of the model, each with its comment lines directly above it."""
    read, _ = source.read_text(path, text)
    assert read
    wanted = [one.key for one in fields_of(kind.model)]
    keys = list(read.values.items)
    right = sorted(keys, key=lambda key: wanted.index(key) if key in wanted else -1)
    if keys == right:
        return text
    if not set(keys) <= set(wanted):
        made.left.append("chưa xếp lại thứ tự khoá: có khoá lạ")
        return text
    ordered = _reordered(text, read.values.lines, right, end=_end(kind, text))
    again, _ = source.read_text(path, ordered)
    same = (
        again is not None
        and list(again.values.items) == right
        and _bare(again.values) == _bare(read.values)
        and again.body == read.body
        and Counter(ordered.split("\n")) == Counter(text.split("\n"))
    )
    if not same:
        made.left.append("chưa xếp lại thứ tự khoá: cách viết của tệp này máy không dám đổi")
        return text
    made.done.append("xếp khoá theo thứ tự của mẫu")
    return ordered


def _end(kind: Kind, text: str) -> int:
    """The line on which the keys end: the closing `---` of a header, or the end of the file."""
    lines = text.split("\n")
    if kind.text:
        marks = [place for place, line in enumerate(lines) if re.fullmatch(r"-{3,}\s*", line)]
        return marks[1]
    return len(lines) - 1 if not lines[-1] else len(lines)


def _reordered(text: str, starts: dict[str, int], right: list[str], end: int) -> str:
    lines = text.split("\n")
    firsts = {}
    for place, (key, line) in enumerate(sorted(starts.items(), key=lambda item: item[1])):
        first = line - 1
        while place and lines[first - 1].startswith("#"):
            first -= 1
        firsts[key] = first
    order = sorted(firsts, key=lambda key: firsts[key])
    bounds = [firsts[key] for key in order] + [end]
    blocks = {key: lines[bounds[at] : bounds[at + 1]] for at, key in enumerate(order)}
    moved = [line for key in right for line in blocks[key]]
    return "\n".join([*lines[: bounds[0]], *moved, *lines[end:]])


def _bare(value: Value, told: Callable[[str], str] = str) -> Any:
    """A value without its lines and without the order of keys, each text as it is `told`."""
    if isinstance(value, Scalar):
        return told(value.text)
    if isinstance(value, Listing):
        return [_bare(item, told) for item in value.items]
    return {told(key): _bare(item, told) for key, item in value.items.items()}
