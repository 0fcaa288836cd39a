"""Every id written into the text of a document stands at a place that the page shows, and that its
outline knows: a link to it leads there."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import Entry
from portal.kinds.document import Document, Version
from portal.library import Library
from portal.markup import read
from portal.problem import Problem

RULE = "ma-lac"
_MEND = (
    "mã chỉ đặt được ở cuối dòng của một tiêu đề (## tới ######) hay một mục (-, 1.) đứng ngoài"
    " khối mã, trích dẫn, bảng: ## Điều 5 {#dieu-5}"
)


def check(library: Library) -> Iterator[Problem]:
    return library.findings.about(RULE).each(library.texts, _of_entry)


def _of_entry(entry: Entry) -> Iterator[Problem]:
    if not isinstance(entry, (Document, Version)) or "{" not in entry.body:
        return
    shown = read(entry.body)
    first = entry.source.body_line
    told = " ".join(one.text for one in shown.findings if one.rule == RULE)
    known = {one.id: one.line for one in entry.clauses}
    seen = {id: line + first for line, id in shown.ids}
    for id in known.keys() ^ seen.keys():
        line = seen.get(id) or known[id]
        if f"#{id}" not in told:
            text = f"mã «{id}» đặt ở chỗ không thành điều khoản."
            yield Problem(entry.source.path, line, "", text, RULE, _MEND)
