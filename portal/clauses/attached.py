"""Where a text stops and what it puts in force begins: «KẾ HOẠCH … (Ban hành kèm theo …)».

Comes in: rows. Goes out: rows that title an attached text, rows of the foot before it, in which a
dash is no clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from portal.clauses.labels import bare, label_of
from portal.text import fold

WITH = re.compile(r"\((?:duoc )?(?:ban hanh )?kem theo", re.IGNORECASE)
_FOOT = re.compile(r"noi nhan ?:?|noi gui ?:")
_NEAR = 4
"""Rows between a title and the words «ban hành kèm theo»."""
_WORDS = 2
_SUBJECT = 250


def titles(rows: Sequence[str], quoted: Sequence[bool]) -> dict[int, int]:
    """Row in which a title begins → where in it: a signature may stand before."""
    found: dict[int, int] = {}
    lowest = 0
    for at, text in enumerate(rows):
        told = bare(text)
        if quoted[at] or "(" not in told or not WITH.search(fold(told)) or label_of(told):
            continue
        title = _title(rows, at, lowest)
        if title is not None:
            found[title[0]] = title[1]
            lowest = at + 1
    return found


def _title(rows: Sequence[str], at: int, lowest: int) -> tuple[int, int] | None:
    """The rows in capitals above the words «kèm theo», their subject in small letters below them;
    the row above those words, where none are."""
    told = bare(rows[at])
    alone = told.startswith("(")
    found: tuple[int, int] | None = None
    for row in range(at - alone, max(lowest, at - _NEAR) - 1, -1):
        told = bare(rows[row])
        begins = _title_begins(told) if told else -1
        if label_of(told) or (begins < 0 and told and (found or not alone or len(told) > _SUBJECT)):
            break
        if begins >= 0:
            found = (row, begins)
        if begins > 0:
            break
    if found is None and alone:
        above = next((row for row in range(at - 1, lowest - 1, -1) if bare(rows[row])), at)
        return (at if label_of(bare(rows[above])) else above), 0
    return found


def is_foot(text: str) -> bool:
    return text[:1] in "Nn*_" and bool(_FOOT.match(fold(bare(text)[:12])))


def _title_begins(text: str) -> int:
    """Where the last run of capitals begins in front of «(»; -1 where there are none."""
    words = text.partition("(")[0].rstrip().split(" ")
    count = 0
    while count < len(words) and _is_capital(words[-1 - count]):
        count += 1
    if count < _WORDS:
        return 0 if count == len(words) == 1 and len(words[0]) > _WORDS else -1
    return len(" ".join(words[: len(words) - count])) + bool(count < len(words))


def _is_capital(word: str) -> bool:
    said = [char for char in word if char.isalpha()]
    return not said or all(char.isupper() for char in said)
