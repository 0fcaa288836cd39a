"""Room 1, the YAML half: text → values kept as text, each with its line.

Comes in: YAML. Goes out: nested values, or a `Fault` in Vietnamese. YAML 1.1 would read `13:30` as
810 and `no` as false, and would let the last of two equal keys win. Works on parser events: no
alias is ever followed, and no nesting goes deep enough to exhaust the machine.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import yaml

from portal import letters
from portal.problem import Fault
from portal.source import misreadings
from portal.source.complaints import QUOTE, Loader, explain
from portal.text import quote

DEEPEST = 30
_COLON = re.compile(r"\s*:")


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    line: int

    def mapped(self, turn: Callable[[str], str]) -> Scalar:
        """The same value with every text turned."""
        return Scalar(turn(self.text), self.line)


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[Value, ...]
    line: int

    def mapped(self, turn: Callable[[str], str]) -> Listing:
        return Listing(tuple(item.mapped(turn) for item in self.items), self.line)


@dataclass(frozen=True, slots=True)
class Mapping:
    items: dict[str, Value]
    lines: dict[str, int]
    """Line of each key."""
    line: int

    def mapped(self, turn: Callable[[str], str]) -> Mapping:
        items = {key: item.mapped(turn) for key, item in self.items.items()}
        return Mapping(items, self.lines, self.line)


Value = Scalar | Listing | Mapping


@dataclass(slots=True)
class Notes:
    """What was met on the way: faults that leave the rest readable, reminders, escapes."""

    faults: list[Fault] = field(default_factory=list)
    turned: list[tuple[int, str]] = field(default_factory=list)
    """Line and text of values in which escapes were resolved."""

    def take(self, others: Notes) -> None:
        self.faults += others.faults
        self.turned += others.turned


def read_values(text: str, skipped: int, notes: Notes) -> Mapping:
    """The mapping a YAML text holds; `skipped` lines of the file stand above it.

    Of equal keys the first one stands.
    """
    try:
        loader = Loader(text)
        try:
            composer = _Composer(loader, text, skipped, notes)
            made = composer.document()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as fault:
        raise explain(fault, text, skipped) from None
    except (yaml.YAMLError, UnicodeError):
        raise _unreadable(skipped) from None
    if composer.scalars:
        notes.faults += misreadings.find(text, composer.scalars, skipped)
    return made


def _unreadable(skipped: int) -> Fault:
    return Fault(1 + skipped, "tệp không đọc được.", "yaml", "so với tệp mẫu của loại này")


class _Composer:
    """Events → values. Refuses what would lose text in silence: aliases, anchors, tags."""

    def __init__(self, loader: Any, text: str, skipped: int, notes: Notes) -> None:
        self.next, self.text, self.skipped, self.notes = loader.get_event, text, skipped, notes
        self.all = misreadings.is_suspect(text)
        self.scalars: list[Any] = []

    def line(self, event: Any) -> int:
        return int(event.start_mark.line) + 1 + self.skipped

    def document(self) -> Mapping:
        self.next()
        if isinstance(self.next(), yaml.StreamEndEvent):
            return Mapping({}, {}, 1 + self.skipped)
        made = self.value(self.next(), 0)
        self.next()
        if not isinstance(more := self.next(), yaml.StreamEndEvent):
            raise Fault(
                self.line(more),
                "tệp có hai phần ngăn bằng dòng --- hoặc dòng ba chấm.",
                "yaml",
                "gộp thành một phần, bỏ dòng ấy",
            )
        if isinstance(made, Scalar) and not made.text:
            return Mapping({}, {}, made.line)
        if not isinstance(made, Mapping):
            raise Fault(
                made.line,
                "tệp phải gồm các dòng «khoá: giá trị».",
                "yaml",
                "sau khoá viết dấu hai chấm rồi một dấu cách, như tệp mẫu",
            )
        return made

    def value(self, event: Any, depth: int) -> Value:
        line = self.line(event)
        if event.anchor or event.tag:  # an alias is only an anchor
            self.refuse_marked(event, line)
        several: bool = event.end_mark.line > event.start_mark.line
        if isinstance(event, yaml.ScalarEvent):
            if self.all or several:
                return self.odd(event, line)
            is_null = not event.style and event.value in ("~", "null", "Null", "NULL")
            return Scalar("" if is_null else event.value, line)
        if depth == DEEPEST:
            raise Fault(
                line,
                f"các nhóm lồng nhau quá {DEEPEST} tầng.",
                "long-qua-sau",
                "viết theo tệp mẫu của loại này",
            )
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(one := self.next(), yaml.SequenceEndEvent):
                items.append(self.value(one, depth + 1))
            return Listing(tuple(items), line)
        return self.group(line, depth)

    def refuse_marked(self, event: Any, line: int) -> None:
        if event.anchor:
            raise Fault(
                line,
                "giá trị mở đầu bằng dấu & hoặc * (bí danh YAML).",
                "bi-danh",
                f"viết đủ giá trị ở từng chỗ; nếu là chữ thường thì {QUOTE}",
            )
        raise Fault(line, "giá trị mở đầu bằng dấu !.", "yaml", QUOTE)

    def odd(self, event: Any, line: int) -> Scalar:
        """A value that may not be what it looks like."""
        self.scalars.append(event)
        if event.style == '"' and "\\" in self.text:
            self.notes.turned.append((line, event.value))
            return Scalar(letters.drawable(event.value), line)
        is_null = not event.style and event.value in ("~", "null", "Null", "NULL")
        return Scalar("" if is_null else event.value, line)

    def group(self, line: int, depth: int) -> Mapping:
        items: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            here = self.line(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise Fault(
                    here,
                    "chỗ này cần tên khoá, lại mở ngoặc { hoặc [.",
                    "yaml",
                    f"nếu ngoặc là một phần của giá trị thì {QUOTE}",
                )
            if event.anchor or event.tag:
                self.refuse_marked(event, here)
            key = " ".join(event.value.split())
            value = self.value(self.next(), depth + 1)
            if isinstance(value, Scalar) and not value.text and self.is_alone(event):
                told = f"{quote(key)} đứng riêng sau dấu phẩy hoặc dấu hỏi, không có giá trị."
                remedy = f"nếu dấu ấy là một phần của giá trị thì {QUOTE}"
                self.notes.faults.append(Fault(here, told, "yaml", remedy))
            elif key in items:
                told = f"khoá này đã có ở dòng {lines[key]}."
                remedy = "giữ một dòng, xoá dòng kia"
                self.notes.faults.append(Fault(here, told, "trung-khoa", remedy, key))
            else:
                items[key], lines[key] = value, here
        return Mapping(items, lines, line)

    def is_alone(self, key: Any) -> bool:
        """Whether no colon follows: `{ten: Hội đồng, tỉnh}`."""
        return not _COLON.match(self.text, key.end_mark.index)
