"""One content file as the desk has it: its bytes, what they say, and the same with changes put in.

Comes in: a path below the content folder and raw bytes. Goes out: values and body to be shown, new
bytes that differ in no more than what was changed. What was written is read again before it is
handed out. Refuses to know: where the folder is, and who asks.
"""

from __future__ import annotations

import difflib
import hashlib
import re
from collections.abc import Mapping as MappingOf
from typing import Any

import yaml

from portal import letters, source
from portal.kinds import Entry
from portal.kinds.fields import key_of
from portal.patch.rewrite import rewrite
from portal.patch.wanted import Order, Unsafe, Wanted, is_empty, plain
from portal.source import Listing, Mapping, Scalar, Source, Value
from portal.text import nfc

_HEADER = re.compile(
    r"\A(\s*-{3,}[^\S\n]*\n)(.*?)^(-{3,}[^\S\n]*(?:\n|\Z))", re.DOTALL | re.MULTILINE
)
_BOM = "\ufeff"
TITLE = key_of(Entry, "title")


def digest(raw: bytes) -> str:
    """By which the desk tells whether a file is still the one that was opened."""
    return hashlib.sha256(raw).hexdigest()


def bare(value: Value | None) -> Any:
    """A value of room 1 without its lines."""
    if isinstance(value, Mapping):
        return {key: bare(one) for key, one in value.items.items()}
    if isinstance(value, Listing):
        return [bare(one) for one in value.items]
    return value.text if isinstance(value, Scalar) else ""


def title_of(values: Mapping | None) -> str:
    """What an entry calls itself, sound or not; empty where it does not say."""
    found = values.items.get(TITLE) if values else None
    return " ".join(found.text.split()) if isinstance(found, Scalar) else ""


class EntryFile:
    """A file that was read; nothing of it is ever changed in place."""

    def __init__(self, path: str, raw: bytes) -> None:
        self.path, self.raw, self.digest = path, raw, digest(raw)
        self.text = raw.decode("utf-8")
        """As it is, a byte order mark and the line ends of Windows with it."""
        self.source, self.problems = _read(path, self.text)

    @property
    def plain(self) -> str:
        """What is shown where the whole text is edited."""
        return _unix(self.text)

    @property
    def values(self) -> Mapping:
        return self.source.values if self.source else Mapping({}, {}, 1)

    @property
    def body(self) -> str:
        return self.source.body if self.source else ""

    def with_text(self, text: str) -> bytes:
        """The file with this text; lines that are the same keep their bytes."""
        mark = _BOM if self.text.startswith(_BOM) else ""
        return (mark + _lines_kept(self.text.removeprefix(_BOM), _unix(text))).encode()

    def with_changes(
        self, wanted: MappingOf[str, Wanted], order: Order, body: str | None = None
    ) -> bytes:
        """The file with these keys and this body; raises `Unsafe` where that cannot be done."""
        if self.source is None:
            raise Unsafe("tệp này chưa đọc được")
        head, keys, tail = self.parts()
        try:
            keys = rewrite(keys, wanted, order)
        except (yaml.YAMLError, ValueError, IndexError):
            raise Unsafe("cách viết của tệp này máy không dám sửa") from None
        if body is not None and _unix(body).strip() != self.body.strip():
            tail = _with_body(tail, _unix(body).strip())
        made = head + keys + tail
        if made == self.text:
            return self.raw
        self._refuse_other(made, wanted, body)
        return made.encode()

    def parts(self) -> tuple[str, str, str]:
        """What stands before the keys, the keys, and what stands behind them."""
        if not self.path.endswith(".md"):
            mark = _BOM if self.text.startswith(_BOM) else ""
            return mark, self.text[len(mark) :], ""
        found = _HEADER.match(self.text.removeprefix(_BOM))
        if found is None:
            raise Unsafe("không tìm ra phần đầu trang giữa hai dòng ---")
        start = len(self.text) - len(self.text.removeprefix(_BOM)) + found.start(2)
        end = start + len(found[2])
        return self.text[:start], found[2], self.text[end:]

    def _refuse_other(self, made: str, wanted: MappingOf[str, Wanted], body: str | None) -> None:
        """Reads what was written: it has to say just what was wanted."""
        again, _ = _read(self.path, made)
        if again is None:
            raise Unsafe("ghi như thế thì tệp không đọc lại được")
        told = bare(again.values)
        right = _merged(bare(self.values), wanted)
        same_body = body is None or again.body.strip() == _shown(body).strip()
        if full(told) != full(right) or not same_body:
            raise Unsafe("cách viết của tệp này máy không dám sửa")


def _read(path: str, text: str) -> tuple[Source | None, list[Any]]:
    return source.read_text(path, nfc(_unix(text)))


def _unix(text: str) -> str:
    return text.removeprefix(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def _shown(text: str) -> str:
    """A body as it is read back."""
    return letters.plain_spaces(letters.readable(nfc(_unix(text))))


def _merged(held: Any, wanted: Any) -> Any:
    """What the values must be: keys that were not in the form stay."""
    if isinstance(wanted, MappingOf):
        held = held if isinstance(held, dict) else {}
        return {**held, **{key: _merged(held.get(key), one) for key, one in wanted.items()}}
    if isinstance(wanted, list):
        old = held if isinstance(held, list) else [held]
        known = {place: one for place, one in enumerate(old)}
        return [
            _merged(known.get(-1 if one.origin is None else one.origin), one.value)
            for one in wanted
            if not is_empty(one.value) or (one.origin is not None and not full(known[one.origin]))
        ]
    return nfc(plain(wanted))  # type: ignore[arg-type]


def full(value: Any) -> Any:
    """Without what says nothing; a list of one as the one."""
    if isinstance(value, dict):
        told = {key: full(one) for key, one in value.items()}
        return {key: one for key, one in told.items() if one not in ("", [], {})}
    if isinstance(value, list):
        made = [full(one) for one in value]
        return made[0] if len(made) == 1 else made
    return " ".join(str(value or "").split(" "))


def _with_body(tail: str, body: str) -> str:
    """The closing mark and the body; lines that are the same keep their bytes."""
    found = re.match(r"-{3,}[^\S\n]*(?:\n|\Z)", tail)
    assert found
    mark, rest = found[0], tail[found.end() :]
    blank = rest[: len(rest) - len(rest.lstrip())]
    end = rest[len(rest.rstrip()) :]
    eol = "\r\n" if "\r\n" in tail else "\n"
    if not mark.endswith("\n"):
        mark += eol
    inner = rest[len(blank) : len(rest) - len(end)] if rest.strip() else ""
    return mark + (blank or eol) + _lines_kept(inner, body, eol) + (end if inner and end else eol)


def _lines_kept(old: str, new: str, eol: str = "") -> str:
    """The new text, in which lines that were there keep their bytes."""
    eol = eol or ("\r\n" if "\r\n" in old else "\n")
    before = re.findall(r"[^\n]*\n|[^\n]+", old)
    after = re.findall(r"[^\n]*\n|[^\n]+", new)
    told = [nfc(_unix(line)) for line in before]
    made: list[str] = []
    matcher = difflib.SequenceMatcher(None, told, [nfc(one) for one in after], autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            made += before[first:last]
        else:
            made += [one.replace("\n", eol) for one in after[start:end]]
    return "".join(made)
