"""A law whose articles stand in the text without ids: nobody can be led to one of them."""

from __future__ import annotations

from collections.abc import Iterator

from portal.clauses.pasted import without_ids
from portal.kinds.document import Document, Version
from portal.library import Library
from portal.problem import Problem

RULE = "dieu-khoan-thieu-ma"
_MEND = "chạy python3 scripts/fix.py, máy đặt mã cho từng điều khoản và không đổi chữ nào"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.texts:
        if isinstance(entry, (Document, Version)) and (found := without_ids(entry.body)):
            line = entry.source.body_line + found[0]
            told = f"{len(found)} điều chưa có mã, nên không ai dẫn tới được."
            yield Problem(entry.source.path, line, "", told, RULE, _MEND, level="nhắc")
