"""The id of a clause tells the place at which it stands: who is led to Điều 5 finds Điều 5."""

from __future__ import annotations

from collections.abc import Iterator

from portal.clauses.fitting import Places
from portal.kinds.document import Document
from portal.library import Library
from portal.problem import Problem

RULE = "ma-lech-cho"
_ALLOWED = "bản gốc đánh số lạ thì ghi vào ngoai-le.yml"


def check(library: Library) -> Iterator[Problem]:
    published = frozenset(library.published)
    for entry in library.everything:
        if not isinstance(entry, Document):
            continue
        places, taken = Places(), {one.id for one in entry.clauses}
        for one in entry.clauses:
            right = places.right(one.id, one.label)
            if right == one.id or right in taken or f"{entry.link}#{one.id}" in published:
                continue
            told = f"mã «#{one.id}» không hợp với chỗ nó đứng; {_ALLOWED}."
            yield Problem(entry.source.path, one.line, "", told, RULE, f"viết #{right}")
