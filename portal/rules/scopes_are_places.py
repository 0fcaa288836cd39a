"""An event in the life of a document that names places of it names such as it has."""

from __future__ import annotations

from collections.abc import Iterator

from portal.forms import meant, nearest
from portal.kinds.document import Document, Status
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.scope import read
from portal.library import Library
from portal.problem import Problem

RULE = "pham-vi-khong-co"


def check(library: Library) -> Iterator[Problem]:
    for entry in library.everything:
        if isinstance(entry, Document) and entry.clauses:
            for place, status in enumerate(entry.statuses, 1):
                yield from _of(entry, f"hieu_luc[{place}].pham_vi", status)
        if isinstance(entry, Document):
            for place, relation in enumerate(entry.relations, 1):
                if relation.at and relation.at not in entry.anchors():
                    yield from _at(entry, f"quan_he[{place}].tai", relation.at)


def _at(document: Document, where: str, told: str) -> Iterator[Problem]:
    """Where a relation is said to be stated: the page leads there, so it is an id."""
    places = read(document, told, False).places
    if places == (told,):  # an id; where the text is not there, nobody can say more
        if not document.clauses:
            return
        remedy = meant(told, document.anchors(), "xem các mã {#…} trong bài")
    elif len(places) == 1 and places[0] in document.anchors():
        remedy = f"viết tai: {places[0]}"
    else:
        remedy = "viết mã {#…} ở cuối dòng của điều khoản ấy (muc-ii.5), hoặc bỏ khoá này"
    yield document.problem(where, f"«{told}» không phải mã một điều khoản của bài.", RULE, remedy)


def _of(document: Document, where: str, status: Status) -> Iterator[Problem]:
    scope = read(document, status.scope, status.type.partial)
    anchors = document.anchors()
    for id in (*scope.places, *scope.without):
        if id not in anchors:
            near = nearest(id, anchors)
            told = f"văn bản này không có {clause_name(id, id)}."
            remedy = f"có phải {clause_name(near, near)}?" if near else "xem các mã {#…} trong bài"
            if _is_surely_lost(document, id):
                yield document.problem(where, told, RULE, remedy)
            else:
                remedy = "bài chưa ghi tới đó thì cứ để vậy; nếu không thì sửa phạm vi"
                yield document.problem(where, told, RULE, remedy, level="nhắc")


def _is_surely_lost(document: Document, id: str) -> bool:
    """Whether the outline goes as deep there, and has others of its sort beside it."""
    above, _, last = id.rpartition(".")
    unit = last.rpartition("-")[0]
    return document.outline_complete or any(
        one.rpartition(".")[0] == above and one.rpartition(".")[2].rpartition("-")[0] == unit
        for one in document.anchors()
    )
