"""What a field may hold: forms that turn text into values, and say what is wrong.

Comes in: a `Value` of room 1. Goes out: a typed value, or None and a fault.
Refuses to know: which kind the field belongs to.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from portal.problem import Problem
from portal.source import Listing, Scalar, Value
from portal.text import PartialDate, fold, iso_of, quote, slug

Lists = MappingOf[str, MappingOf[str, "Option"]]
"""The closed lists of `data/_danh-muc/`, by name, then by value."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a closed list."""

    value: str
    label: str
    place: int = 0
    """Its place in the list; lists that rank are written best first."""
    more: MappingOf[str, str] = dataclass_field(default_factory=dict, hash=False, compare=False)

    def __str__(self) -> str:
        return self.label


@dataclass(frozen=True, slots=True)
class Link:
    """A reference to an entry, perhaps to a place in it: `van-ban/11-qd-tw#dieu-5`."""

    kind: str
    id: str
    anchor: str = ""

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}" + (f"#{self.anchor}" if self.anchor else "")


@dataclass(slots=True)
class Reader:
    """Where reading stands: collects faults, and the line of every value by its path."""

    path: str
    lists: Lists
    problems: list[Problem] = dataclass_field(default_factory=list)
    lines: dict[str, int] = dataclass_field(default_factory=dict)
    links: list[tuple[str, Link]] = dataclass_field(default_factory=list)

    def fault(self, where: str, line: int, text: str, rule: str, mend: str = "") -> None:
        self.problems.append(Problem(self.path, line, where, text, rule, mend))


class Form:
    """How a value is written. `read` gives None after telling a fault."""

    python: str = "str"
    example: str = ""
    how: str = "một dòng chữ"
    """How an editor writes it: for the data dictionary and new files."""

    def read(self, value: Value, where: str, reader: Reader) -> Any:
        if not isinstance(value, Scalar):
            reader.fault(
                where,
                value.line,
                "cần một giá trị, đang là danh sách hoặc nhóm khoá.",
                "kieu",
                f"viết trên một dòng{self._such_as()}",
            )
            return None
        return self.scalar(value.text.strip(), value, where, reader)

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Any:
        return text

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": ["string", "number"]}

    def _such_as(self) -> str:
        return f", ví dụ: {self.example}" if self.example else ""


class Text(Form):
    """One line of plain text."""

    def __init__(self, longest: int = 600) -> None:
        self.longest = longest
        self.how = f"một dòng, nhiều nhất {longest} ký tự"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> str:
        if len(text) > self.longest:
            reader.fault(
                where,
                value.line,
                f"dài {len(text)} ký tự, nhiều nhất {self.longest}.",
                "qua-dai",
                "viết gọn lại",
            )
        return " ".join(text.split())


class Prose(Form):
    """One or more paragraphs; Markdown inside lines (links, emphasis) is allowed."""

    python = "Prose"
    how = "một hoặc nhiều đoạn, dùng được Markdown"


class Day(Form):
    """A day of the calendar."""

    python = "date"
    example = "2026-03-05"
    how = "ngày: năm-tháng-ngày"
    _SHAPE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> date | None:
        if self._SHAPE.fullmatch(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                told = f"{quote(text)} không có trong lịch."
                reader.fault(where, value.line, told, "ngay", "xem lại ngày và tháng")
                return None
        guess = iso_of(text)
        told = f"{quote(text)} không phải một ngày."
        right = guess if self._SHAPE.fullmatch(guess) else self.example
        reader.fault(where, value.line, told, "ngay", f"viết năm-tháng-ngày: {right}")
        return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


class Moment(Day):
    """A day, month, quarter or year, perhaps with trước, sau, khoảng, đầu, giữa, cuối before it."""

    python = "PartialDate"
    example = "2026-03-05, 2026-03, 2026-Q1, 2026, hoặc trước 2026-03-05"
    how = "ngày, tháng, quý hoặc năm; có thể thêm trước, sau, khoảng, đầu, giữa, cuối"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Any:
        try:
            return PartialDate.read(text)
        except ValueError:
            told = f"{quote(text)} không phải một thời điểm."
            reader.fault(where, value.line, told, "ngay", f"viết {iso_of(text) or self.example}")
            return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {
            "type": ["string", "integer"],
            "pattern": r"^((trước|sau|khoảng|đầu|giữa|cuối) )?\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?$",
        }


class Number(Form):
    """A number; comma or dot before decimals, no thousands mark."""

    python = "Decimal"
    example = "89,9"
    how = "số, dấu phẩy trước phần lẻ"

    def __init__(self, least: int | None = None, most: int | None = None) -> None:
        self.least, self.most = least, most
        self.how = f"{self.how}{self._range()}"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Decimal | None:
        if not re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", text) or re.fullmatch(r"-?0[0-9]+", text):
            such = f"viết chữ số{self._such_as()}"
            reader.fault(where, value.line, f"{quote(text)} không phải một số.", "so", such)
            return None
        if re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", text):
            told = f"{quote(text)} hiểu được hai cách: hàng nghìn, hoặc số lẻ."
            either = f"viết {text.replace('.', '')} hoặc {text.replace('.', ',')}"
            reader.fault(where, value.line, told, "so", either)
            return None
        made = Decimal(text.replace(",", "."))
        if (self.least is not None and made < self.least) or (
            self.most is not None and made > self.most
        ):
            reader.fault(
                where,
                value.line,
                f"{quote(text)} nằm ngoài khoảng cho phép.",
                "so",
                f"viết số{self._range()}",
            )
            return None
        return made

    def _range(self) -> str:
        least = f" từ {self.least}" if self.least is not None else ""
        return f"{least} đến {self.most}" if self.most is not None else least

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": ["number", "string"], "pattern": r"^-?\d+([.,]\d+)?$"}


class Whole(Number):
    """A whole number."""

    python = "int"
    example = "55"
    how = "số nguyên"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Any:
        made = super().scalar(text, value, where, reader)
        if made is not None and made != int(made):
            reader.fault(
                where,
                value.line,
                f"{quote(text)} không phải số nguyên.",
                "so",
                f"ví dụ: {self.example}",
            )
            return None
        return None if made is None else int(made)

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "integer"}


class YesNo(Form):
    """có or không."""

    python = "bool"
    example = "có"
    how = "có hoặc không"
    _WORDS = MappingProxyType({"co": True, "khong": False, "true": True, "false": False})

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> bool | None:
        made = self._WORDS.get(fold(text))
        if made is None:
            reader.fault(
                where,
                value.line,
                f"{quote(text)} phải là có hoặc không.",
                "kieu",
                "viết có hoặc không",
            )
        return made

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"enum": ["có", "không", True, False]}


class Choice(Form):
    """A value of a closed list in `data/_danh-muc/`."""

    python = "Option"

    def __init__(self, of: str) -> None:
        self.of = of
        self.how = f"một mã của danh mục {of}"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Option | None:
        options = reader.lists.get(self.of)
        if options is None:  # told once, where the list should be
            return Option(text, text)
        if text in options:
            return options[text]
        told = f"{quote(text)} không có trong danh mục {self.of}."
        near = nearest(text, options) or next(
            (option.value for option in options.values() if fold(option.label) == fold(text)), ""
        )
        mend = f"có phải {near}?" if near else f"chọn một trong: {', '.join(options)}"
        reader.fault(where, value.line, told, "danh-muc", mend)
        return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        options = lists.get(self.of, {})
        # Values such as 2 are text to us and a number to editors' tools.
        typed = [int(value) if value.isdecimal() else value for value in options]
        labels = [option.label for option in options.values()]
        if typed == list(options):
            return {"enum": typed, "enumDescriptions": labels}
        return {"enum": [*typed, *options], "enumDescriptions": labels * 2}


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
                f"viết tên tệp không đuôi, ví dụ {slug(text)[:60] or '11-qd-tw'},"
                " thêm #dieu-5 nếu trỏ tới một điều",
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

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "pattern": "^([a-z0-9-]+/)*[a-z0-9-]+(#[a-z0-9.-]+)?$"}


class Address(Form):
    """A web address, http or https."""

    example = "https://hcma.vn/"
    how = "địa chỉ trang web, cả https://"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> str | None:
        try:
            parts = urlsplit(text)
            sound = (
                parts.scheme in ("http", "https")
                and bool(parts.hostname)
                and not re.search(r"[\s<>\"]", text)
            )
        except ValueError:
            sound = False
        if not sound:
            reader.fault(
                where,
                value.line,
                f"{quote(text)} không phải địa chỉ trang web.",
                "dia-chi",
                "chép cả địa chỉ, bắt đầu bằng https://",
            )
            return None
        return text

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}


class Path(Form):
    """A path inside the site or the content folder; must not leave it."""

    example = "van-ban/ten-cu"
    how = "đường dẫn bên trong, chữ không dấu"
    _SHAPE = re.compile(r"[A-Za-z0-9._-]+(?:/[A-Za-z0-9._-]+)*/?")

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> str | None:
        if not self._SHAPE.fullmatch(text) or any(part in ("..", ".") for part in text.split("/")):
            reader.fault(
                where,
                value.line,
                f"{quote(text)} dẫn ra ngoài thư mục nội dung hoặc không đúng cách viết.",
                "ngoai-thu-muc",
                f"viết đường dẫn bên trong, ví dụ: {self.example}",
            )
            return None
        return text


class ListOf(Form):
    """Several values of one form; one value alone is taken as a list of one."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.python = f"tuple[{form.python}, ...]"
        self.example = form.example
        self.how = f"danh sách, mỗi mục: {form.how}"

    def read(self, value: Value, where: str, reader: Reader) -> tuple[Any, ...]:
        if isinstance(value, Scalar) and not value.text.strip():
            return ()
        items = value.items if isinstance(value, Listing) else (value,)
        made = []
        for place, item in enumerate(items, 1):
            here = f"{where}[{place}]"
            reader.lines[here] = item.line
            one = self.form.read(item, here, reader)
            if one is not None and one != "":
                made.append(one)
        return tuple(made)

    def schema(self, lists: Lists) -> dict[str, Any]:
        one = self.form.schema(lists)
        several = {"type": "array", "items": one}
        return several if one.get("type") == "object" else {"anyOf": [several, one]}


def nearest(word: str, words: MappingOf[str, Any]) -> str:
    """The known word a typing slip away, or nothing."""
    plain = fold(word).replace("-", "_")
    folded = {fold(one).replace("-", "_"): one for one in words}
    found = difflib.get_close_matches(plain, folded, n=1, cutoff=0.72)
    return folded[found[0]] if found else ""
