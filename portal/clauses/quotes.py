"""New wording between quotation marks: which rows are words of another text than their host.

Comes in: rows of a text. Goes out: for each the quotations it stands in, the outermost first, and
the words with which a quotation begins in the middle of a row. Signs are lost in copies: a
quotation also ends where the numbers of its host go on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from portal.clauses.labels import Label, Unit, bare, label_of

_SIGNS = re.compile(r'[“”«»]|‘(?=‘?Điều )|^"|"(?=[.;,]*$)')
_OPENS = "“«‘"
_CLOSED = re.compile(r"[ ]*(?:[;.,)”]|$)")
"""Behind an opening sign: somebody typed it for a closing one."""
_ASIDE = re.compile(r"\[[^\[\]]{12,}\]")
"""Remarks of who published the copy."""
_INSTRUCTS = re.compile(
    r"(?:\[[^\]]*\] ?)?(?:(?:Sửa đổi|Bổ sung|Thay (?:thế|cụm|đổi)|Bãi bỏ|Bỏ |Đổi tên|Hủy bỏ)"
    r"|(?:Các )?(?:điểm|khoản|điều|tên|đoạn|mục|chương)\b.{0,80}(?:sửa đổi|bổ sung|bãi bỏ))",
    re.IGNORECASE,
)
"""What is to be changed in another text."""
FARTHEST = 300
"""A quotation that goes on over more rows was never closed."""


@dataclass(slots=True)
class _Level:
    """The host, or a quotation that is open."""

    start: int = -1
    last: dict[Unit, str] = field(default_factory=dict)
    """The number that was met last, by unit; a wider one forgets the narrower."""

    def note(self, label: Label) -> None:
        kept = (Unit.ARTICLE,) if label.unit > Unit.ANNEX else ()
        self.last = {
            unit: told for unit, told in self.last.items() if unit < label.unit or unit in kept
        }
        self.last[label.unit] = label.number

    def expects(self, label: Label) -> bool:
        return _follows(self.last.get(label.unit, ""), label.number)


@dataclass(slots=True)
class Quoted:
    paths: list[tuple[int, ...]]
    """By row: where the quotations began in which it stands."""
    begun: dict[int, str]
    """What a quotation says first that begins inside a row."""


def quoted(rows: Sequence[str]) -> Quoted:
    told = [_ASIDE.sub("", bare(text)).strip() for text in rows]
    signs = [_signs(text) for text in told]
    closes = _closes(signs)
    levels = [_Level()]
    quotes = Quoted([], {})
    for at, text in enumerate(told):
        opening, closing = signs[at]
        label = label_of(text)
        _leave(levels, at, label, closes[at])
        begins = text[:1] in (*_OPENS, '"') and len(text) > 1
        path = tuple(one.start for one in levels[1:])
        quotes.paths.append((*path, at) if begins else path)
        if label and not begins:
            levels[-1].note(label)
        if begins or opening >= 0:
            level = _Level(at)
            first = text[opening + 1 :] if opening > 0 else text[1:]
            if within := label_of(first.lstrip()):
                level.note(within)
            if opening >= 0:
                levels.append(level)
            if opening > 0:
                quotes.begun[at] = first
        del levels[max(1, len(levels) - closing) :]
    return quotes


def _closes(signs: Sequence[tuple[int, int]]) -> list[bool]:
    """By row: whether a quotation closes here or further down, before another one opens."""
    made = [False] * len(signs)
    ahead = False
    for at in range(len(signs) - 1, -1, -1):
        opening, closing = signs[at]
        ahead = bool(closing) or (ahead and opening < 0)
        made[at] = ahead
    return made


def _leave(levels: list[_Level], at: int, label: Label | None, closes: bool) -> None:
    """Quotations whose end is missing."""
    while len(levels) > 1 and at - levels[-1].start > FARTHEST:
        levels.pop()
    if label is None or len(levels) == 1:
        return
    instructs = bool(_INSTRUCTS.match(label.rest))
    if levels[-1].expects(label) and (closes or not instructs):
        return
    if not instructs and label.unit not in (Unit.PART, Unit.CHAPTER, Unit.ARTICLE):
        return
    for place in range(len(levels) - 2, -1, -1):
        if levels[place].expects(label):
            del levels[place + 1 :]
            return


def _signs(text: str) -> tuple[int, int]:
    """Where a quotation opens that does not close in the row, or -1; how many close that opened
    before."""
    opened: list[int] = []
    closing = 0
    for sign in _SIGNS.finditer(text):
        at = sign.start()
        opens = sign[0] in _OPENS or (sign[0] == '"' and not at)
        if opens and text[at - 1 : at] == sign[0] == "‘":
            continue
        if opens and sign[0] == "“" and at and _CLOSED.match(text, at + 1):
            opens = False
        if opens:
            opened.append(at)
        elif opened:
            opened.pop()
        else:
            closing += 1
    first = opened[0] if opened else -1
    if first > 0 and not text[:first].rstrip().endswith(":"):
        first = -1
    return first, closing


def _follows(before: str, number: str) -> bool:
    """«3» follows «2», «5a» follows «5», «10» follows «9a», «dd» follows «d»."""
    if not before:
        return False
    if before.isdecimal() and number.isdecimal():
        return int(number) == int(before) + 1
    if number in _LETTERS and before in _LETTERS and before not in ("v", "x"):
        return 0 < _LETTERS.index(number) - _LETTERS.index(before) <= 2
    if number in _ROMANS and before in _ROMANS:
        return _ROMANS.index(number) == _ROMANS.index(before) + 1
    first, second = _DIGITS.match(before), _DIGITS.match(number)
    if not first or not second or int(second[0]) - int(first[0]) not in (0, 1):
        return False
    return second[0] != first[0] or before < number


_DIGITS = re.compile(r"[0-9]+")
_ROMANS = [
    ten + one
    for ten in ("", "x", "xx")
    for one in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
]
_LETTERS = [*"abcd", "dd", *"eghiklmnopqrstuvxy"]
