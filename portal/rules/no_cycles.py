"""No chain of «hợp nhất từ», «thuộc», «thay cho», «hưởng ứng» or document relations leads back to
its start."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.base import Entry, Link
from portal.kinds.document import Document
from portal.library import Library
from portal.problem import Problem

RULE = "vong-tron"
CHAINS = ("hop_nhat_tu", "thuoc", "thay_cho", "huong_ung")
RELATIONS = ("thay-the", "bai-bo", "sua-doi-bo-sung", "cung-chu-de-moi-hon", "can-cu")


def check(library: Library) -> Iterator[Problem]:
    edges = {(entry.KIND, entry.id): list(_edges(entry)) for entry in library.everything}
    entries = {(entry.KIND, entry.id): entry for entry in library.everything}
    for start, entry in entries.items():
        for chain in {chain for _, chain, _ in edges[start]}:
            for where, name, link in edges[start]:
                if name == chain and _leads_back(start, link, chain, edges):
                    yield entry.problem(
                        where,
                        f"«{link}» dẫn vòng trở lại chính mục này.",
                        RULE,
                        "xem lại chiều của quan hệ; một mục không thể đứng trước chính nó",
                    )


def _edges(entry: Entry) -> Iterator[tuple[str, str, Link]]:
    for where, link in entry.links:
        name = where.partition("[")[0]
        if name in CHAINS:
            yield where, name, link
    if isinstance(entry, Document):
        for place, relation in enumerate(entry.relations, 1):
            if relation.type.value in RELATIONS:
                yield f"quan_he[{place}].van_ban", relation.type.value, relation.to


def _leads_back(
    start: tuple[str, str],
    link: Link,
    chain: str,
    edges: dict[tuple[str, str], list[tuple[str, str, Link]]],
) -> bool:
    seen: set[tuple[str, str]] = set()
    waiting = [(link.kind, link.id)]
    while waiting:
        here = waiting.pop()
        if here == start:
            return True
        if here not in seen:
            seen.add(here)
            waiting += [
                (link.kind, link.id) for _, name, link in edges.get(here, ()) if name == chain
            ]
    return False
