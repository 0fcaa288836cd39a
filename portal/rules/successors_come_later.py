"""A document that ends, replaces, implements or rests on another is not older than it."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.document import Document
from portal.library import Library
from portal.problem import Problem

RULE = "ngay-nguoc"


def check(library: Library) -> Iterator[Problem]:
    documents = {entry.id: entry for entry in library.everything if isinstance(entry, Document)}
    for document in documents.values():
        for place, relation in enumerate(document.relations, 1):
            other = documents.get(relation.to.id)
            where = f"quan_he[{place}].van_ban"
            if (
                other
                and relation.type.comes_later
                and document.issued
                and other.issued
                and document.issued.is_before(other.issued)
            ):
                yield document.problem(
                    where,
                    f"«{relation.type.label.lower()}» văn bản {other.issued.named}, "
                    f"mà văn bản này {document.issued.named}.",
                    RULE,
                    "xem lại ngày của hai văn bản, hoặc chiều của quan hệ",
                )
