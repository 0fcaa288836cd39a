"""No chain of «hợp nhất từ», «thuộc», «thay cho», «hưởng ứng», «đối chiếu với» or relations of
documents leads back to its start; nor do documents end each other, however each says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from graphlib import CycleError, TopologicalSorter

from portal.kinds.base import Entry, Link
from portal.kinds.document import Document
from portal.kinds.document.lists import Effect
from portal.library import Library
from portal.problem import Problem

Key = tuple[str, str]
Edges = dict[Key, tuple[tuple[str, str, Link], ...]]
"""By entry: where, the name of the chain, where it leads."""
RULE = "vong-tron"
CHAINS = ("hop_nhat_tu", "thuoc", "thay_cho", "huong_ung", "doi_chieu_voi")


def check(library: Library) -> Iterator[Problem]:
    known = library.findings.about(RULE)
    edges = {(entry.KIND, entry.id): known.of(entry, _edges) for entry in library.everything}
    circular = _circular(edges)
    for entry in library.everything if circular else ():
        start = (entry.KIND, entry.id)
        for where, chain, link in edges[start]:
            if chain in circular and _leads_back(start, link, chain, edges):
                yield entry.problem(
                    where,
                    f"«{link}» dẫn vòng trở lại chính mục này.",
                    RULE,
                    "xem lại chiều của quan hệ; một mục không thể đứng trước chính nó",
                )
    yield from _ending_each_other(library, circular)


def _ending_each_other(library: Library, told: Collection[str]) -> Iterator[Problem]:
    """One replaces, the other abolishes, or says itself by whom it was ended. `told`: the relations
    whose own circles are told already."""
    ends = list(_ends(library))
    edges: Edges = {}
    for entry, _, ender, ended, _ in ends:
        start = (entry.KIND, ender)
        edges[start] = (*edges.get(start, ()), ("", RULE, Link(entry.KIND, ended)))
    if not _circular(edges):
        return
    for entry, where, ender, ended, relation in ends:
        start = (entry.KIND, ender)
        if relation not in told and _leads_back(start, Link(entry.KIND, ended), RULE, edges):
            other = ended if entry.id == ender else ender
            text = (
                f"hai văn bản làm hết hiệu lực lẫn nhau: {entry.id} và {other}, trực tiếp hay qua"
            )
            remedy = "văn bản ra trước không thể chấm dứt văn bản ra sau; bỏ một bên"
            yield entry.problem(where, f"{text} văn bản khác.", RULE, remedy)


def _ends(library: Library) -> Iterator[tuple[Document, str, str, str, str]]:
    """(who says it, where, who ends, who is ended, by which relation)."""
    for entry in library.everything:
        if not isinstance(entry, Document):
            continue
        for place, one in enumerate(entry.relations, 1):
            if one.type.ends and one.to.id != entry.id:
                yield entry, f"quan_he[{place}].van_ban", entry.id, one.to.id, one.type.value
        for place, status in enumerate(entry.statuses, 1):
            ends = status.type.effect is Effect.END
            if ends and status.by and status.by.id != entry.id:
                yield entry, f"hieu_luc[{place}].boi", status.by.id, entry.id, ""


def _edges(entry: Entry) -> Iterator[tuple[str, str, Link]]:
    for where, link in entry.links:
        name = where.partition("[")[0]
        if name in CHAINS:
            yield where, name, link
    if isinstance(entry, Document):
        for place, relation in enumerate(entry.relations, 1):
            if relation.type.acyclic or relation.to.id == entry.id:
                yield f"quan_he[{place}].van_ban", relation.type.value, relation.to


def _circular(edges: Edges) -> set[str]:
    """The chains with a circle. Asked once for all entries: who goes back from each of them goes
    the same ways for ever."""
    graphs: defaultdict[str, dict[Key, list[Key]]] = defaultdict(dict)
    for start, found in edges.items():
        for _, chain, link in found:
            graphs[chain].setdefault(start, []).append((link.kind, link.id))
    return {chain for chain, graph in graphs.items() if _has_circle(graph)}


def _has_circle(graph: dict[Key, list[Key]]) -> bool:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError:
        return True
    return False


def _leads_back(start: Key, link: Link, chain: str, edges: Edges) -> bool:
    seen: set[Key] = set()
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
