"""Titles of laws written short: «Luật Tổ chức HĐND và UBND», «Luật XLVPHC», «Điều 17 BLTTDS».

Comes in: titles as words. Goes out: the same with their usual abbreviations; their first letters,
where they are those of one title alone. Refuses to know: where they stand in a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Ids = tuple[str, ...]
LEAST = 4
"""So many letters are needed: fewer are shared by too many things."""
LETTERS = re.compile(rf"[ \n](?P<letters>[A-Z]{{{LEAST},12}})(?![A-Za-z0-9])")
_SHORT = {
    "hoi dong nhan dan": "hdnd",
    "uy ban nhan dan": "ubnd",
    "quy pham phap luat": "qppl",
    "vi pham hanh chinh": "vphc",
    "cong hoa xa hoi chu nghia": "chxhcn",
}


def abbreviated(name: Sequence[str]) -> list[str]:
    told = f" {' '.join(name)} "
    for words, letters in _SHORT.items():
        told = told.replace(f" {words} ", f" {letters} ")
    return told.split()


def of(titles: Mapping[str, tuple[str, str, Sequence[str]]]) -> dict[tuple[str, str], Ids]:
    """`titles`: id → (type, its words, title). By type and letters, those of a type of two words
    told with them, `BLTTDS`, else behind a space, ` XLVPHC`: the documents."""
    found: dict[tuple[str, str], dict[tuple[str, ...], list[str]]] = {}
    for id, (type, label, name) in titles.items():
        kind, letters = label.split(), _first(name)
        code = _first(kind) + letters if kind[1:] else f" {letters}"
        if len(code.strip()) >= LEAST and len(letters) > 1 and letters.isalpha():
            found.setdefault((type, code), {}).setdefault(tuple(name), []).append(id)
    return {key: tuple(*ids.values()) for key, ids in found.items() if len(ids) == 1}


def _first(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words).upper()
