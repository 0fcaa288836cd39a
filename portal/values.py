"""Room 1, the YAML half: text → values kept as text, each with its line.

Comes in: YAML. Goes out: nested values, or a `Fault` in Vietnamese. YAML 1.1 would read `13:30` as
810 and `no` as false, and would let the last of two equal keys win. Works on parser events: no
alias is ever followed, and no nesting goes deep enough to exhaust the machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from portal.complaints import QUOTE, Fault, Loader, explain, unseen

DEEPEST = 30


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[Value, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    items: dict[str, Value]
    lines: dict[str, int]
    """Line of each key."""
    line: int


Value = Scalar | Listing | Mapping


def read_values(text: str, skipped: int, repeated: list[Fault]) -> Mapping:
    """The mapping a YAML text holds; `skipped` lines of the file stand above it.

    Equal keys are added to `repeated`; the first one stands.
    """
    try:
        loader = Loader(text)
        try:
            return _Composer(loader, skipped, repeated).document()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as fault:
        raise explain(fault, text, skipped) from None
    except (yaml.YAMLError, UnicodeError):
        raise unseen(text, skipped) or _unreadable(skipped) from None


def _unreadable(skipped: int) -> Fault:
    return Fault(1 + skipped, "tệp không đọc được.", "yaml", "so với tệp mẫu của loại này")


class _Composer:
    """Events → values. Refuses what would lose text in silence: aliases, anchors, tags."""

    def __init__(self, loader: Any, skipped: int, repeated: list[Fault]) -> None:
        self.next, self.skipped, self.repeated = loader.get_event, skipped, repeated

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
                "tệp có hai phần ngăn bằng dòng ---.",
                "yaml",
                "gộp thành một phần, bỏ dòng --- ở giữa",
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
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise Fault(
                line,
                "giá trị mở đầu bằng dấu & hoặc * (bí danh YAML).",
                "bi-danh",
                f"viết đủ giá trị ở từng chỗ; nếu là chữ thường thì {QUOTE}",
            )
        if event.tag:
            raise Fault(line, "giá trị mở đầu bằng dấu !.", "yaml", QUOTE)
        if isinstance(event, yaml.ScalarEvent):
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
            key = " ".join(event.value.split())
            value = self.value(self.next(), depth + 1)
            if key in items:
                self.repeated.append(
                    Fault(
                        here,
                        f"khoá này đã có ở dòng {lines[key]}.",
                        "trung-khoa",
                        "giữ một dòng, xoá dòng kia",
                        key,
                    )
                )
                continue
            items[key], lines[key] = value, here
        return Mapping(items, lines, line)
