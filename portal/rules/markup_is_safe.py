"""Markdown holds only the HTML, links and images the portal allows."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.base import Prose, walk
from portal.library import Library
from portal.markup import refused
from portal.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    for entry in library.everything:
        path = entry.source.path
        for offset, rule, text, mend in refused(entry.body):
            yield Problem(path, entry.source.body_line + offset, "", text, rule, mend)
        for where, one, value in walk(entry):
            if isinstance(one.form, Prose):
                for _, rule, text, mend in refused(value):
                    yield Problem(path, entry.line(where), where, text, rule, mend)
