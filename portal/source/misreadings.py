"""What YAML takes otherwise than it looks, though it is no fault to YAML: reminders.

Comes in: YAML text and the scalars the parser found in it. Goes out: a reminder at every place
where text was cut off, joined or turned into something else. Refuses to know: what a key means.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from portal.problem import Fault
from portal.source.complaints import QUOTE
from portal.text import quote

_BEHIND = re.compile(r"(?<=[^\s#])([ \t]+)#([^\n]?)")
_OWN_LINE = re.compile(r"\n([ ]+)#(?![a-z_]+:|[-#!])(\S[^\n]*)")
_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\([nt])")
_ITEM = re.compile(r"(?:[-*+•–]|\d{1,2}[.)]|[a-zđ]\)|\|)\s|[a-z_]+:\S")
_KEY = re.compile(r"\s*(?:- )*([^\s:#]+):\s")
_TURNED = {"n": "xuống dòng", "t": "dấu Tab"}


def is_suspect(text: str) -> bool:
    """Whether anything may have been cut off or turned: else only joined lines are to be asked."""
    turned = "\\" in text and '"' in text
    return turned or " #" in text or "\t#" in text


def find(text: str, scalars: Iterable[Any], skipped: int) -> Iterator[Fault]:
    """Reminders of a text, by the parser's events of its scalars."""
    events = list(scalars)
    if " #" in text or "\t#" in text:
        yield from _cut(text, events, skipped)
    for event in events:
        raw = text[event.start_mark.index : event.end_mark.index]
        line = event.start_mark.line + 1 + skipped
        if event.style == '"' and (turned := _ESCAPE.search(raw)):
            told = f"«\\{turned[1]}» trong nháy kép thành {_TURNED[turned[1]]}."
            remedy = "cần giữ dấu \\ thì đổi sang nháy đơn '…'; cần nhiều dòng thì viết khoá: |"
            yield _reminder(line, told, "doi-chu", remedy)
        elif event.style in ("|", ">"):
            yield from _heading_taken(event, raw, line)
        elif not event.style:
            yield from _tail_lost(text, event, skipped)
        if event.style != "|":
            yield from _joined(event, raw, line)


def _reminder(line: int, told: str, rule: str, remedy: str) -> Fault:
    return Fault(line, told, rule, remedy, level="nhắc")


def _cut(text: str, events: list[Any], skipped: int) -> Iterator[Fault]:
    """`Hội đồng #Làng Mây`. A comment has two spaces before its # and one behind."""
    spans = sorted((one.start_mark.index, one.end_mark.index, one.style) for one in events)
    place, comment_ends = 0, 0
    for found in _BEHIND.finditer(text):
        while place < len(spans) and spans[place][1] < found.start():
            place += 1
        start, end, style = spans[place] if place < len(spans) else (len(text), 0, "")
        inside = start < found.start() < end  # a # of a quoted text or of a block
        if inside or found.start() < comment_ends:
            continue
        begin = text.rfind("\n", 0, found.start()) + 1
        comment_ends = _end_of_line(text, begin)
        plain = not style and end == found.start() and start < end
        if text[begin : found.start()].lstrip().startswith("#"):
            continue
        if found[2] not in (" ", "") or (plain and found[1] == " "):
            yield _told_cut(text, found, start if end == found.start() else -1, skipped)


def _told_cut(text: str, found: re.Match[str], start: int, skipped: int) -> Fault:
    begin = text.rfind("\n", 0, found.start()) + 1
    line = text[begin : _end_of_line(text, begin)].rstrip()
    lost = text[found.end(1) : begin + len(line)]
    key = _KEY.match(line)
    remedy = QUOTE
    if key and start == begin + key.end() and text[start] not in "\"'[{":
        value = " ".join(line[key.end() :].split())
        remedy = f"viết {key[1]}: " + (f'"{value}"' if '"' not in value else f"'{value}'")
    return _reminder(
        text.count("\n", 0, begin) + 1 + skipped,
        f"{quote(lost)} bị bỏ: sau dấu cách, dấu # mở lời chú.",
        "bi-cat",
        f"{remedy}; nếu đúng là lời chú thì để hai dấu cách trước # và một dấu cách sau",
    )


def _tail_lost(text: str, event: Any, skipped: int) -> Iterator[Fault]:
    """The next line of a value begins with #: deeper than its key, so it was meant as text."""
    found = _OWN_LINE.match(text, event.end_mark.index)
    begin = text.rfind("\n", 0, event.start_mark.index) + 1
    if found and event.value and len(found[1]) > len(text[begin:]) - len(text[begin:].lstrip(" ")):
        line = text.count("\n", 0, found.start()) + 2 + skipped
        told = f"{quote('#' + found[2])} bị bỏ: dòng mở đầu bằng dấu # là lời chú."
        remedy = (
            "là chữ thì viết khoá: | rồi xuống dòng, thụt vào; là lời chú thì sau # có dấu cách"
        )
        yield _reminder(line, told, "bi-cat", remedy)


def _heading_taken(event: Any, raw: str, line: int) -> Iterator[Fault]:
    """`ty_le: >5` opens a block of text, with nothing in it; a comment may follow the sign."""
    first, _, _ = raw.partition("\n")
    if (not event.value.strip() and re.match(r"[|>][-+]?\d", first)) or re.search(r"\s#\S", first):
        told = f"{quote(first)} bị hiểu là cách mở một đoạn chữ, nên không được đăng."
        yield _reminder(line, told, "bi-cat", QUOTE)


def _joined(event: Any, raw: str, line: int) -> Iterator[Fault]:
    """Lines that are a list to the eye become one line, but for those of a block `|`."""
    before, indent = "", -1
    for row, written in enumerate(raw.split("\n")):
        here = len(written) - len(written.lstrip())
        follows = before.strip() and row > (event.style == ">")
        same = event.style != ">" or here == indent
        if follows and same and _ITEM.match(written.lstrip()):
            told = f"{quote(written)} bị nối vào dòng trên."
            remedy = "cần giữ từng dòng thì viết khoá: | rồi xuống dòng, thụt vào"
            yield _reminder(line + row, told, "bi-noi", remedy)
            return
        before, indent = written, here if written.strip() else indent


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
