"""Markdown holds only the HTML, links and images the portal allows."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.base import prose
from portal.library import Library
from portal.markup import refused
from portal.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    for entry in library.written:
        for where, line, written in prose(entry):
            for at, rule, text, mend in refused(written):
                # Where a field's value folds its lines, only the line of the field is known.
                place = line if where else line + at
                yield Problem(entry.source.path, place, where, text, rule, mend)
