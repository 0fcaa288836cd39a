"""Room 1, the YAML half: text → values kept as text, each with its line.

Comes in: YAML. Goes out: nested values, or a `Fault` in Vietnamese. YAML 1.1 would read `13:30` as
810 and `no` as false, and would let the last of two equal keys win. Works on parser events: no
alias is ever followed, and no nesting goes deep enough to exhaust the machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from portal.text import quote

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 30
QUOTE = 'đặt cả giá trị trong nháy kép "…"'


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


class Fault(Exception):
    """What cannot be read: where, what, which rule, how to mend it."""

    def __init__(self, line: int, text: str, rule: str, mend: str, name: str = "") -> None:
        super().__init__(text)
        self.line, self.text, self.rule, self.mend, self.name = line, text, rule, mend, name


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


# Characters no keyboard types on purpose: controls, joiners, direction marks, broken encodings.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffd-\uffff]"
)


def unseen(text: str, skipped: int = 0) -> Fault | None:
    """The first character of the text that nobody can see, and how many there are."""
    found = _UNSEEN.search(text)
    if not found:
        return None
    more = len(_UNSEEN.findall(text)) - 1
    told = f", và {more} chỗ nữa" if more else ""
    line = text.count("\n", 0, found.start()) + 1 + skipped
    return Fault(
        line,
        f"có ký tự không nhìn thấy U+{ord(found[0]):04X}{told}.",
        "ky-tu-la",
        "xoá ký tự ấy, hoặc dán lại đoạn chữ dưới dạng văn bản thuần",
    )


_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_NO_SPACE = re.compile(r"\s*(?:- )*[a-z0-9_]+:[^ \t/]")
_SIGN = re.compile(r"\s*(?:- )*(?:[^\s:]+:\s+)?([@`%*&!|>\]}])")
_AFTER_QUOTE = re.compile(r"""\s*(?:- )*(?:[^\s:]+:\s+)?(["'])(?:(?!\1).)*\1\s*[^\s,#\]}:]""")


def explain(fault: yaml.MarkedYAMLError, text: str, skipped: int) -> Fault:
    """The YAML parser's complaint as an editor understands it, at the line that must change."""
    told = f"{fault.context or ''} {fault.problem or ''}"
    lines = _BREAK.split(text)
    mark = fault.problem_mark or fault.context_mark
    row = min(mark.line if mark else 0, len(lines) - 1)
    first = min(fault.context_mark.line, row) if fault.context_mark else row
    line = lines[row]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        tab = "thụt dòng bằng phím Tab."
        return Fault(row + 1 + skipped, tab, "tab", "thay phím Tab bằng dấu cách")
    opened = first if "end of stream" in told and "quoted" in told else _open_quote(text, row)
    if opened is not None:
        mend = "thêm dấu nháy đóng, hoặc bỏ dấu nháy mở"
        wrong = "dấu nháy mở mà không đóng."
        return Fault(opened + 1 + skipped, wrong, "nhay-chua-dong", mend)
    place, says, mend = _by_complaint(told, lines, first, row) or (row, *_by_looks(line))
    return Fault(place + 1 + skipped, says, "yaml", mend)


def _by_complaint(told: str, lines: list[str], first: int, row: int) -> tuple[int, str, str] | None:
    """Row, what is wrong, how to mend it, where the parser's own words say enough."""
    if "escape character" in told:
        wrong = "dấu \\ trong nháy kép không dùng được."
        return row, wrong, "đổi nháy kép thành nháy đơn '…'"
    if "flow" in told:
        wrong = "ngoặc [ hoặc { mở mà không đóng, hoặc thiếu dấu phẩy."
        return first, wrong, f"thêm ngoặc đóng; nếu ngoặc là một phần của giá trị thì {QUOTE}"
    if "mapping values" in told or "expected ':'" in told:
        for place in (first, max(row - 1, 0), row):
            if _NO_SPACE.match(lines[place]):
                wrong = "sau dấu hai chấm của khoá phải có một dấu cách."
                return place, wrong, "viết khoá: giá trị"
    if "mapping values" in told:
        wrong = "có dấu hai chấm trong giá trị, hoặc thụt dòng lệch."
        return row, wrong, f"{QUOTE}, và để các khoá cùng cấp thẳng cột"
    if "could not find expected ':'" in told:
        wrong = f"dòng này không có dạng «khoá: giá trị»: {quote(lines[first])}."
        mend = "thêm khoá và dấu hai chấm; nếu là phần tiếp của dòng trên thì thụt vào"
        return first, wrong, mend
    return None


def _by_looks(line: str) -> tuple[str, str]:
    """What is wrong and how to mend it, judged by the line alone."""
    if _AFTER_QUOTE.match(line):
        mend = "đặt cả giá trị trong một cặp nháy; bên trong dùng «…»"
        return "sau dấu nháy đóng còn chữ.", mend
    if sign := _SIGN.match(line):
        return f"giá trị mở đầu bằng dấu {sign[1]}.", QUOTE
    mend = "xem dấu cách sau dấu hai chấm, cột thụt dòng, dấu nháy; so với tệp mẫu"
    return f"dòng này không đúng cách viết YAML: {quote(line)}.", mend


def _open_quote(text: str, row: int) -> int | None:
    """Where a quoted text began that swallowed lines down to this one."""
    began = None
    try:
        for token in yaml.scan(text, Loader=Loader):
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and token.start_mark.line < token.end_mark.line == row:
                began = token.start_mark.line
    except yaml.YAMLError:
        pass
    return began
