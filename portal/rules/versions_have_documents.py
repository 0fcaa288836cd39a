"""A dated text stands in the folder of its document, and is not older than it."""

from __future__ import annotations

from collections.abc import Iterator

from portal.dates import day
from portal.forms import meant
from portal.kinds.document import Document, Version
from portal.library import Library
from portal.problem import Problem

RULE = "phien-ban"


def check(library: Library) -> Iterator[Problem]:
    known = (*library.everything, *library.faulty)
    documents = {entry.id: entry for entry in known if isinstance(entry, Document)}
    unread = {id for kind, id in library.unread if kind == Document.KIND}
    for version in library.versions:
        if not isinstance(version, Version):
            continue
        document = documents.get(version.document)
        if document is None and version.document not in unread:
            yield version.problem(
                "",
                f"không có văn bản «{version.document}» để lời này thuộc về.",
                RULE,
                meant(
                    version.document,
                    documents,
                    f"tạo docs/van-ban/{version.document}.md",
                    "thư mục {}",
                ),
            )
        elif (
            document and document.issued and version.day and version.day < document.issued.earliest
        ):
            told = f"lời của ngày {day(version.day)}, mà văn bản ban hành {document.issued.named}."
            yield version.problem("", told, RULE, "xem lại tên tệp và ngày ban hành")
