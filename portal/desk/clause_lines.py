"""The lines of a body with its clauses marked: headings, items, paragraphs, tables.

Comes in: what was pasted, its structure, the ids, and which rows are to be written. Goes out: lines
of Markdown; only signs of Markdown, breaks and ids are added.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from portal.clauses import pasted
from portal.clauses.labels import Unit
from portal.clauses.marks import mark
from portal.clauses.pasted import Line
from portal.clauses.reader import Found, Row, Structure

_TITLED = (Unit.ANNEX, Unit.PART, Unit.CHAPTER, Unit.SECTION, Unit.SUBSECTION)
_LONG_TITLE, _LONG_ARTICLE, _SENTENCE = 300, 150, 60
_DEEPEST_HEADING, _DEEPEST_ITEM = 6, 4
_NATIVE_NUMBER = re.compile(r"[1-9][0-9]{0,2}[.)] {1,4}(?=\S)")
_ROW = re.compile(r"[ \t]*\|")
_NATIVE_DASH = re.compile(r"[-+] {1,4}(?=\S)")
_PUT = re.compile(r"(?<=\S) \((?:được )?(?:ban hành )?kèm theo", re.IGNORECASE)
"""Behind a title: by what it was put in force."""
_SIGN = re.compile(r"([0-9]+)([.)])(?= |$)|([*+-])(?= )")


@dataclass(slots=True)
class _Item:
    level: int
    offset: int


class Writer:
    def __init__(
        self,
        told: Sequence[Line],
        rows: Sequence[Row],
        structure: Structure,
        ids: Sequence[str],
        wanted: Sequence[bool],
    ) -> None:
        self._told, self._rows, self._structure = told, rows, structure
        self._ids, self._wanted = ids, wanted
        self._lines: list[str] = []
        self._items: list[_Item] = []
        self._last = ""
        """What the line before is: «đầu đề», «mục», «đoạn», «bảng»; empty behind a blank one."""
        self._attached = False

    def write(self) -> list[str]:
        at = 0
        while at < len(self._told):
            found = self._structure.found[at]
            self._attached = self._attached or bool(found and found.label.unit is Unit.ATTACHED)
            if not self._wanted[at]:
                self._keep(self._told[at].raw)
                at += 1
            elif not self._told[at].raw.strip():
                self._keep("")
                at += 1
            elif found and (found.label.unit <= Unit.ARTICLE and not found.quoted):
                at = self._heading(at, found)
            elif found:
                at = self._item(at, found)
            else:
                at = self._paragraph(at)
        return self._lines

    def _keep(self, raw: str) -> None:
        self._lines.append(raw)
        self._last = "" if not raw.strip() else "đoạn"

    def _put(self, line: str, sort: str) -> None:
        together = sort == self._last == "mục" or sort == self._last == "bảng"
        if self._last and not together:
            self._lines.append("")
        self._lines.append(line)
        self._last = sort

    def _text(self, at: int) -> tuple[str, int]:
        """The words of a row and of those that only go on from it; where the next row is."""
        told = [self._rows[at].text or self._told[at].raw.strip()]
        end = at + 1
        while end < len(self._told) and self._structure.goes_on[end]:
            told.append(self._rows[end].text)
            end += 1
        return " ".join(told), end

    def _heading(self, at: int, found: Found) -> int:
        text, end = self._text(at)
        label, below = found.label, ""
        following = self._next(end)
        if label.unit is Unit.ATTACHED:
            text, end = self._subject(text, end)
        elif label.unit in _TITLED and not label.rest and self._is_title(following):
            text, end = f"{text} {self._rows[following].text}", following + 1
        elif label.unit is Unit.ARTICLE and _is_sentence(label.rest):
            cut = text.find(label.printed) + len(label.printed)
            text, below = text[:cut], text[cut:].strip(" *")
            if text.count("**") % 2:
                text, below = self._rows[at].text, ""
        if label.unit <= Unit.ANNEX and (put := _PUT.search(text)) and not below:
            text, below = text[: put.start()].rstrip(), text[put.start() :]
        depth = 2 + found.level + (self._attached and label.unit is not Unit.ATTACHED)
        self._items = []
        signs = "#" * min(depth, _DEEPEST_HEADING)
        if self._told[at].heading:
            signs = self._told[at].raw.split()[0]
        self._put(f"{signs} {text}{mark(self._ids[at])}", "đầu đề")
        if below:
            self._put(_begun(below.strip()), "đoạn")
        return end

    def _subject(self, text: str, at: int) -> tuple[str, int]:
        """«QUY CHẾ» and the rows that say of what, down to «(Ban hành kèm theo …)»."""
        lines = [text]
        while self._is_title(at) and len(lines) < 4 and not self._rows[at].text.startswith("("):
            lines.append(self._rows[at].text)
            at += 1
        said = at < len(self._rows) and self._rows[at].text.startswith("(")
        return (" ".join(lines), at) if said else (text, at - len(lines) + 1)

    def _next(self, at: int) -> int:
        while at < len(self._told) and not self._told[at].raw.strip():
            at += 1
        return at

    def _is_title(self, at: int) -> bool:
        if at >= len(self._told) or self._structure.found[at] or not self._rows[at].text:
            return False
        text = self._rows[at].text
        short = len(text) < 120 and not text.endswith((".", ";", ":"))
        return len(text) <= _LONG_TITLE and (text == text.upper() or short)

    def _item(self, at: int, found: Found) -> int:
        text, end = self._text(at)
        following = self._next(end)
        if not found.label.rest and self._goes_below(following):
            rest, end = self._text(following)
            text = f"{text} {rest}"
        self._leave(found.level)
        indent = self._items[-1].offset if self._items else 0
        native = _native(text, found)
        told = text if native else f"- {_begun(text)}"
        if native and not text.startswith(("1.", "1)", "-", "+")) and self._is_deeper(indent):
            self._keep("")  # only a first number goes on from a paragraph above
        self._put(f"{' ' * indent}{told}{mark(self._ids[at])}", "mục")
        self._items.append(_Item(found.level, indent + (native or 2)))
        del self._items[_DEEPEST_ITEM:]
        return end

    def _is_deeper(self, indent: int) -> bool:
        above = self._lines[-1] if self._lines else ""
        return bool(above) and len(above) - len(above.lstrip()) < indent

    def _goes_below(self, at: int) -> bool:
        """Whether what stands below «1.» is its words."""
        return (
            at < len(self._told)
            and self._structure.found[at] is None
            and bool(self._rows[at].text)
            and at not in self._structure.titles
        )

    def _leave(self, level: int) -> None:
        while self._items and self._items[-1].level >= level:
            self._items.pop()

    def _paragraph(self, at: int) -> int:
        self._leave(self._structure.levels[at])
        indent = " " * (self._items[-1].offset if self._items else 0)
        if not self._rows[at].text:
            return self._table(at, indent)
        text, end = self._text(at)
        listed = bool(_NATIVE_NUMBER.match(text) or _NATIVE_DASH.match(text))
        self._put(f"{indent}{text}", "mục" if listed and self._last == "mục" else "đoạn")
        self._last = "mục" if listed else self._last
        return end

    def _table(self, at: int, indent: str) -> int:
        """Its rows one below the other, each with as many cells as the longest."""
        end = at
        while end < len(self._told) and self._wanted[end] and _ROW.match(self._told[end].raw):
            end += 1
        rows = [one.raw.strip() for one in self._told[at:end]]
        columns = max((row.count("|") for row in rows), default=0)
        if len(rows) < 2 or not pasted.RULE.match(rows[1]):
            rows, end = [self._told[at].raw.strip()], at + 1
        else:
            rows = [_filled(row, columns) for row in rows]
        for row in rows:
            self._put(f"{indent}{row}", "bảng")
        return end


def _filled(row: str, columns: int) -> str:
    cell = " --- |" if pasted.RULE.match(row) else "  |"
    return row + cell * (columns - row.count("|")) if row.endswith("|") else row


def _native(text: str, found: Found) -> int:
    """How wide the sign is that Markdown itself reads as the beginning of an item."""
    if found.label.unit is Unit.DIGITS and (sign := _NATIVE_NUMBER.match(text)):
        return sign.end()
    if found.label.unit in (Unit.DASH, Unit.PLUS) and (sign := _NATIVE_DASH.match(text)):
        return sign.end()
    return 0


def _begun(text: str) -> str:
    """Words whose first sign Markdown would take for its own."""
    return (
        _SIGN.sub(
            lambda sign: f"{sign[1]}\\{sign[2]}" if sign[1] else f"\\{sign[3]}", text, count=1
        )
        if _SIGN.match(text)
        else text
    )


def _is_sentence(rest: str) -> bool:
    return len(rest) > _LONG_ARTICLE or (len(rest) > _SENTENCE and rest.endswith((".", ";", ":")))
