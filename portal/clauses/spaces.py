"""One space of clauses, whose ids begin alike: which clause stands in which, what each is called.

Comes in: the labels of clauses in their order. Goes out: the clause each opens, with its id; what
numbers are printed twice or leave one out. Refuses to know: rows, quotations, attached texts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from portal.clauses.labels import Label, Unit, label_of

AGAIN = "-lan-"
_NAMES = {
    Unit.ANNEX: "phu-luc",
    Unit.PART: "phan",
    Unit.CHAPTER: "chuong",
    Unit.SECTION: "muc",
    Unit.SUBSECTION: "tieu-muc",
    Unit.ARTICLE: "dieu",
}
_COUNTED = {Unit.DASH: "gach", Unit.PLUS: "cong"}
_BARE_NUMBER = re.compile(r"(?P<n>[0-9]{1,3}(?:[a-zđ]|(?:\.[0-9]{1,3}){0,3}))[.)]")
_UNDOTTED = re.compile(
    r"Điều ([0-9]{1,3}) (?=[^\W\d_])(?!(?:Luật|Bộ|Nghị|Thông|Quyết|Quy|Hiến|Pháp|Điều|Chương)\b)"
)
"""A document behind it: then it is the place that is meant, no heading."""
_POINTS = (Unit.LETTER, Unit.INNER)


@dataclass(slots=True)
class Open:
    """A clause that goes on."""

    unit: Unit
    number: str
    id: str
    sign: str = ""
    counts: dict[Unit, int] = field(default_factory=dict)


class Space:
    """Clauses whose ids begin alike: of the host, of an attached text, of one quotation."""

    def __init__(
        self, prefix: str, ids: dict[str, str], law: bool = False, quotes: bool = False
    ) -> None:
        self.root = Open(Unit.ATTACHED, "", prefix)
        self.stack: list[Open] = []
        self.ids = ids
        self.law, self.quotes = law, quotes
        self.article = 0
        self.doubts: list[str] = []
        self.twice: list[str] = []

    @property
    def top(self) -> Open:
        return self.stack[-1] if self.stack else self.root

    def label(self, text: str) -> Label | None:
        label = label_of(text) or self._undotted(text)
        return self._unmistaken(label) if label else None

    def _unmistaken(self, label: Label) -> Label:
        """A scanner's «l.» is a one where no «k» stands before it; «1)» below «1.» is no khoản."""
        before = next((one.number for one in self.stack if one.unit is Unit.LETTER), "")
        if label.unit is Unit.LETTER and label.number == "l" and before != "k":
            return replace(label, unit=Unit.DIGITS, number="1")
        bracketed = label.unit is Unit.DIGITS and label.printed.endswith(")")
        dotted = [one for one in self.stack if one.unit is Unit.DIGITS and one.sign == "."]
        if bracketed and dotted and any(one.unit in _POINTS for one in self.stack):
            return replace(label, unit=Unit.INNER)
        return label

    def _undotted(self, text: str) -> Label | None:
        """«Điều 6 Tên điều», where the article before was 5; «1.» alone on its row."""
        if found := _BARE_NUMBER.fullmatch(text):
            deep = Unit.DEEP_DIGITS if "." in found["n"] else Unit.DIGITS
            return Label(deep, found["n"], text, "")
        found = _UNDOTTED.match(text)
        if found and int(found[1]) == self.article + 1 and text[found.end() :][:1].isupper():
            return Label(Unit.ARTICLE, found[1], found[0].strip(), text[found.end() :])
        return None

    def open(self, label: Label, place: str = "", id: str = "") -> Open:
        """The clause, in the nearest wider one; its number in this space is noted. `place`: where
        it is printed; `id`: the one it has already."""
        above = self._above(label)
        id = id or self._free(self._id(above, label), label, place)
        self.ids.setdefault(id, place)
        self._watch(above, label, place)
        made = Open(label.unit, label.number, id, label.printed[-1:])
        self.stack.append(made)
        if label.unit is Unit.ARTICLE and label.number.isdecimal():
            self.article = int(label.number)
        return made

    def _free(self, id: str, label: Label, place: str) -> str:
        """A number that is printed twice leads to two places."""
        if id not in self.ids:
            return id
        self.twice.append(f"{place}: «{label.printed}» trùng với {self.ids[id]}.")
        again = 2
        while f"{id}{AGAIN}{again}" in self.ids:
            again += 1
        return f"{id}{AGAIN}{again}"

    def _above(self, label: Label) -> Open:
        """The nearest wider clause; a deep number stands in the one whose number it begins with."""
        while self.stack and not self._holds(self.stack[-1], label):
            self.stack.pop()
        return self.top

    def _holds(self, one: Open, label: Label) -> bool:
        if one.unit is Unit.DEEP_DIGITS and label.unit is Unit.DEEP_DIGITS:
            return label.number.startswith(f"{one.number}.")
        if label.unit is Unit.SECTION and one.unit in (Unit.ROMAN, Unit.CAPITAL):
            return False
        return one.unit < label.unit

    def _watch(self, above: Open, label: Label, place: str) -> None:
        """A number that does not follow the one before is told, not changed."""
        number = label.number.rpartition(".")[2]
        if label.unit not in (Unit.DIGITS, Unit.DEEP_DIGITS) or not number.isdecimal():
            return
        before = above.counts.get(label.unit, 0)
        if int(number) > before + 1 and (before or int(number) > 1) and place:
            missing = f"thiếu {before + 1}" if before else "không bắt đầu từ 1"
            self.doubts.append(f"{place}: «{label.printed}» {missing}, xem lại bản gốc.")
        above.counts[label.unit] = int(number)

    def _id(self, above: Open, label: Label) -> str:
        unit, number = label.unit, label.number
        if unit is Unit.ARTICLE:
            inside = next((one.id for one in self.stack if one.unit is Unit.ANNEX), self.root.id)
            return joined(inside, f"dieu-{number.replace('đ', 'dd')}")
        if unit in _NAMES:
            told = f"{_NAMES[unit]}-{number}" if number else _NAMES[unit]
            return joined(above.id, told)
        if unit in _COUNTED:
            above.counts[unit] = above.counts.get(unit, 0) + 1
            return joined(above.id, f"{_COUNTED[unit]}-{above.counts[unit]}")
        return joined(
            above.id, self._numbered(above, replace(label, number=number.replace("đ", "dd")))
        )

    def _numbered(self, above: Open, label: Label) -> str:
        """`khoan-2`, `diem-a` in articles; `muc-ii`, `1`, `3.1`, `a` elsewhere."""
        number = label.number
        inner = self.law or any(one.unit is Unit.ARTICLE for one in self.stack)
        if label.unit is Unit.INNER:
            return f"tiet-{number}"
        if inner and label.unit is Unit.LETTER:
            return f"diem-{number}"
        if label.unit is Unit.DEEP_DIGITS:
            number = _below(above.number, number)
            if above.unit is Unit.ARTICLE:
                return f"khoan-{number}"
        elif inner and label.unit is Unit.DIGITS:
            return f"khoan-{number}"
        plain = above.id and above.unit not in (
            Unit.ATTACHED,
            Unit.ANNEX,
            Unit.PART,
            Unit.CHAPTER,
        )
        return number if plain else f"muc-{number}"


def _below(above: str, number: str) -> str:
    """`3.1` in 3 is its 1."""
    return number.removeprefix(f"{above}.") if above else number


def joined(above: str, told: str) -> str:
    return f"{above}.{told}" if above else told
