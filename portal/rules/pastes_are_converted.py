"""A paste from Word shows as it was meant: tables, lists, notes and paragraphs, not their left-over
signs. Only reminds: a document may be printed so."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import Entry
from portal.kinds.base import prose
from portal.library import Library
from portal.markup.pasted import NOTE, NOTED, Shape, bare, runs
from portal.problem import Problem
from portal.text import quote

FIX = "chạy python3 scripts/fix.py, máy đổi thành"
BY_HAND = "viết danh sách bằng «- », bảng bằng dấu |, mỗi đoạn cách nhau một dòng trống"
_TOLD = {
    Shape.TABS: (
        "bang-tab",
        "{count} dòng từ {text} có phím Tab giữa các cột: trang hiện thành một đoạn chữ.",
        f"{FIX} bảng",
    ),
    Shape.BULLETS: (
        "dau-dau-dong",
        "{count} dòng từ {text} mở đầu bằng dấu của Word, không thành danh sách.",
        f"{FIX} danh sách «- »",
    ),
    Shape.NOTES: (
        "chu-thich-so",
        "{text} in ra thành chữ, không thành chú thích.",
        f"{FIX} [^1] khi cuối bài có dòng [1] lời chú thích; đúng là chữ thì viết \\[1\\]",
    ),
    Shape.BLOCK: (
        "doan-lien",
        "{count} dòng từ {text} không cách nhau dòng nào: trang hiện thành một khối chữ.",
        f"{FIX} từng đoạn; một đoạn thật thì viết liền trên một dòng",
    ),
}


def check(library: Library) -> Iterator[Problem]:
    return library.findings.about(__name__).each(library.written, _of_entry)


def _of_entry(entry: Entry) -> Iterator[Problem]:
    for where, line, text in prose(entry):
        for run in runs(text):
            rule, told, remedy = _TOLD[run.shape]
            said = told.format(count=run.end - run.start, text=quote(run.text, 40))
            if where:
                remedy = BY_HAND
            elif run.shape is Shape.NOTES and not _is_noted(text):
                remedy = "viết [^1] và thêm ở cuối bài một dòng [^1]: lời chú thích; đúng là"
                remedy += " chữ thì viết \\[1\\]"
            at = line if where else line + run.start
            yield Problem(entry.source.path, at, where, said, rule, remedy, "nhắc")


def _is_noted(text: str) -> bool:
    """Whether the command can make notes of them."""
    if "[^" in text:
        return False
    lines = bare(text)
    asked = {found[1] for line in lines for found in NOTE.finditer(line)}
    return asked <= {found[1] for line in lines if (found := NOTED.match(line))}
