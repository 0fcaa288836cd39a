"""What every form is, what it reads with, and the values that need a name of their own."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any, ClassVar

from portal.problem import Problem, Sought
from portal.source import Scalar, Value
from portal.text import fold

Lists = MappingOf[str, MappingOf[str, "Option"]]
"""The closed lists of `data/_danh-muc/`, by name, then by value."""


@dataclass(frozen=True, kw_only=True)
class Option:
    """One value of a closed list; each list declares what else its values say."""

    LIST: ClassVar[str] = ""
    """The list's name: `loai-van-ban`."""

    value: str
    label: str
    place: int = 0
    """Its place in the list; lists that rank are written best first."""

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

    def fault(
        self,
        where: str,
        line: int,
        text: str,
        rule: str,
        remedy: str = "",
        sought: Sought | None = None,
    ) -> None:
        self.problems.append(Problem(self.path, line, where, text, rule, remedy, sought=sought))


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
        return {"type": ["string", "number", "boolean"]}  # all of it is text to us

    def _such_as(self) -> str:
        return f", ví dụ: {self.example}" if self.example else ""


def nearest(word: str, words: MappingOf[str, Any]) -> str:
    """The known word a typing slip away, or nothing. Another number is no slip: 12-qd-tw is not
    11-qd-tw, and who follows the advice would be led to the wrong one without a word."""
    plain, digits = fold(word).replace("-", "_"), _digits(word)
    folded = {fold(one).replace("-", "_"): one for one in words if _digits(one) == digits}
    found = difflib.get_close_matches(plain, folded, n=1, cutoff=0.72)
    return folded[found[0]] if found else ""


def _digits(word: str) -> str:
    return "".join(one for one in word if one.isdecimal())


def meant(word: str, words: Iterable[str], otherwise: str, shown: str = "{}") -> str:
    """A remedy: the known word a typing slip away, as it is `shown`, else what to do instead."""
    near = nearest(word, dict.fromkeys(words))
    return f"có phải {shown.format(near)}?" if near else otherwise
