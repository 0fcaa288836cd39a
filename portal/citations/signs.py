"""The signs in a document's number as they are written: `QĐ` and never `QD`, `TTg` and never `TTG`.

Comes in: a number as an editor typed it, labels of types, signs met elsewhere. Goes out: the number
as it is written, and what is odd in it. Refuses to know: where the number stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from portal.citations.numbers import Number, read
from portal.text import fold

_PARLIAMENT = re.compile(r"(?:QH|UBTVQH)[0-9]*")
_TAIL = "abcdefghijklmnopqrstuvwxyz0123456789"
"""What tells apart two series of one type: `QĐi`, `CTr`."""


def of_type(label: str) -> str:
    """«Quy định» → `QĐ`, «Đề án» → `ĐA`: of the letters with marks only Đ stands in a sign."""
    return "".join(_letter(word[0].upper()) for word in label.split())


def _letter(letter: str) -> str:
    return letter if letter == "Đ" else fold(letter).upper()


def of_numbers(texts: Iterable[str]) -> dict[str, str]:
    """Signs of numbers, folded → as they are written."""
    found = (read(text) for text in texts)
    return {fold(mark): mark for number in found if number for mark in number.marks}


def written(text: str, types: Collection[str], known: Mapping[str, str]) -> str:
    """The number without spaces, its signs as they are known; empty where no number is read.
    `types`: signs of types; `known`: signs met elsewhere, folded."""
    number = read(text)
    if number is None:
        return ""
    first, *others = number.marks
    made = _replaced(number.text, first, _with_its_letter(first, types))
    for mark in others:
        made = _replaced(made, mark, known.get(fold(mark), mark))
    return made


def _with_its_letter(mark: str, types: Collection[str]) -> str:
    stem = mark.rstrip(_TAIL)
    for one in types:
        if "Đ" in one and fold(one) == fold(stem):
            return one + mark[len(stem) :]
    return mark


def _replaced(text: str, old: str, new: str) -> str:
    return text if old == new else re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text)


def strange(number: Number, types: Collection[str]) -> str:
    """The sign that stands where that of a type has to, and is none; empty where all is well."""
    mark = number.marks[0]
    if len(number.marks) < 2 or _PARLIAMENT.fullmatch(mark):
        return ""
    return "" if fold(mark.rstrip(_TAIL)) in {fold(one) for one in types} else mark
