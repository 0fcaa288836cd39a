"""Markdown holds only the HTML, links and images the portal allows, and shows what it says: nothing
is lost, renumbered, run together or printed as a stray sign without a word."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import Entry
from portal.kinds.base import prose
from portal.library import Library
from portal.markup import read
from portal.problem import Level, Problem


def check(library: Library) -> Iterator[Problem]:
    return library.findings.about(__name__).each(library.written, _of_entry)


def _of_entry(entry: Entry) -> Iterator[Problem]:
    for where, line, written in prose(entry):
        for at, rule, text, remedy, reminder in read(written).findings:
            # Where a field's value folds its lines, only the line of the field is known.
            place = line if where else line + at
            level: Level = "nhắc" if reminder else "lỗi"
            yield Problem(entry.source.path, place, where, text, rule, remedy, level)
