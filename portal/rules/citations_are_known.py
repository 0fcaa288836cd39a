"""What is cited is in the library: the document, under that number and day, with that clause; and
who writes for readers of today does not send them to a dead one without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portal.citations.known import Known, Meant, Near
from portal.dates import PartialDate
from portal.kinds.base import Entry, Link
from portal.kinds.document import Document
from portal.kinds.document.clauses import clause_name
from portal.kinds.document.lists import State
from portal.library import Library
from portal.library.mentions import Mention, days_told
from portal.problem import Problem

UNKNOWN, NEAR, UNCLEAR, LOST, DEAD = (
    "trich-dan-la",
    "trich-dan-gan-giong",
    "trich-dan-chua-ro",
    "dieu-khoan-khong-co",
    "trich-dan-het-hieu-luc",
)
RULE = UNKNOWN
NAMED = 6
"""So many of the unknown documents that one document cites are named."""
CREATE = "tạo bằng lệnh python3 scripts/new.py van-ban nếu cổng cần có văn bản này"


def check(library: Library) -> Iterator[Problem]:
    yield from _dead(library, library.mentions_read)
    found = [one for one in library.mentions_read if one.meant]
    days = days_told(found)
    yield from _of_texts((one for one in found if isinstance(one.entry, Document)), days)
    for one in found:
        assert one.meant
        lost = one.meant.document and one.meant.document.complete and one.meant.lost
        if isinstance(one.entry, Document) and (lost or one.meant.is_unknown):
            continue
        if lost and one.meant.document:
            yield _lost(one, one.meant.document, lost)
        elif told := _reminder(one, one.meant, days):
            rule, text, remedy = told
            path = one.entry.source.path
            yield Problem(path, one.line, one.where, text, rule, remedy, level="nhắc", once=True)


def _dead(library: Library, found: Iterable[Mention]) -> Iterator[Problem]:
    """Texts of documents stand as they are; so does what tells of the end of a document too."""
    told: set[tuple[str, str, str]] = set()
    for one in found:
        id = one.target.id if one.target else ""
        key = (one.entry.KIND, one.entry.id, id)
        partly = bool(one.target and _dead_at(library, one.target))
        if not (id in library.dead or partly) or isinstance(one.entry, Document) or key in told:
            continue
        told.add(key)
        document = library.get(Link(Document.KIND, id))
        if isinstance(document, Document) and not _tells_the_end(library, one.entry, document):
            yield _of_dead(library, one, document)


def _dead_at(library: Library, target: Link) -> State | None:
    found = library.validity.get(target.id)
    return found.dead_at(target.anchor) if found else None


def _tells_the_end(library: Library, entry: Entry, document: Document) -> bool:
    ends = (library.validity[document.id].by, library.in_place_of(document))
    return any(
        entry == back.entry for end in ends if end for back in library.pointing_to(end)
    ) or any(entry == one.entry for end in ends if end for one in library.cited.get(end.id, ()))


def _of_dead(library: Library, one: Mention, document: Document) -> Problem:
    validity = library.validity[document.id]
    part = _dead_at(library, one.target) if one.target else None
    state = (part or validity.state).label.lower()
    now = library.in_place_of(document) or validity.by
    what = "điều khoản" if part else "văn bản"
    remedy = f"dẫn {now.short}" if now else f"ghi rõ {what} ấy không còn dùng"
    place = f"{clause_name(one.target.anchor)} " if part and one.target else ""
    text = f"«{one.text}»: {place}{document.short} {state}."
    more = " bên cạnh, hoặc thay cho nó; nếu chỉ kể chuyện cũ thì ghi vào ngoai-le.yml"
    path = one.entry.source.path
    return Problem(path, one.line, one.where, text, DEAD, remedy + more * bool(now), level="nhắc")


def _of_texts(found: Iterable[Mention], days: Mapping[str, set[PartialDate]]) -> Iterator[Problem]:
    """What the texts of documents cite in vain, one line for each document: they are long, and
    nobody changes a word of them. So nothing of it stops a build."""
    unknown: dict[str, list[Mention]] = {}
    lost: dict[tuple[str, str], list[Mention]] = {}
    for one in found:
        assert one.meant
        document = one.meant.document
        if one.meant.is_unknown:
            unknown.setdefault(one.entry.id, []).append(one)
        elif one.meant.lost and document and document.complete:
            lost.setdefault((one.entry.id, document.id), []).append(one)
    for ones in unknown.values():
        told = _named(one.name(days) for one in ones)
        yield _of_text(ones[0], f"{told} được dẫn mà cổng chưa có.", UNKNOWN, CREATE)
    for (_, id), ones in lost.items():
        told = _named(place for one in ones if one.meant for place in one.meant.lost)
        text = f"dẫn {told} mà docs/van-ban/{id}.md không có."
        yield _of_text(ones[0], text, LOST, f"bài ấy còn thiếu thì sửa docs/van-ban/{id}.md")


def _of_text(first: Mention, text: str, rule: str, remedy: str) -> Problem:
    path = first.entry.source.path
    return Problem(path, first.line, first.where, text, rule, remedy, level="nhắc", once=True)


def _named(names: Iterable[str]) -> str:
    every = list(dict.fromkeys(names))
    told = ", ".join(f"«{one}»" for one in every[:NAMED])
    return told + (f" và {len(every) - NAMED} chỗ khác" if len(every) > NAMED else "")


def _lost(one: Mention, document: Known, lost: tuple[str, ...]) -> Problem:
    places = ", ".join(f"«{id}»" for id in lost)
    text = f"«{one.text}»: {document.number or document.id} không có {places}."
    remedy = f"xem lại điều khoản được dẫn; nếu bài còn thiếu thì sửa docs/van-ban/{document.id}.md"
    return Problem(one.entry.source.path, one.line, one.where, text, LOST, remedy)


def _reminder(
    mention: Mention, meant: Meant, days: Mapping[str, set[PartialDate]]
) -> tuple[str, str, str] | None:
    """Rule, sentence and remedy; the sentence is the same wherever the same thing is met."""
    if meant.near:
        return NEAR, *_slip(f"«{mention.name()}»", meant.near)
    if meant.several:
        ids = ", ".join(sorted(one.id for one in meant.several))
        remedy = "ghi thêm ngày, hoặc nối tới một văn bản"
        return UNCLEAR, f"«{mention.name()}» có thể là {ids}.", remedy
    if meant.is_unknown:
        return UNKNOWN, f"«{mention.name(days)}» được dẫn mà cổng chưa có.", CREATE
    return None


def _slip(cited: str, near: Near) -> tuple[str, str]:
    one = near.document
    day = f" {one.issued.named}" if one.issued else ""
    noted = f"; cách in này đã ghi ở so_nhu_in của {one.id}" if near.recorded else ""
    text = f"{cited} gần giống {one.number}{day} ({near.why}{noted})."
    if near.recorded:
        return text, "bản gốc in thế thì giữ nguyên; không cần nhắc nữa thì ghi vào ngoai-le.yml"
    remedy = "xem lại bản gốc; nếu chính bản gốc in thế thì giữ nguyên và ghi vào so_nhu_in"
    return text, f"{remedy} của docs/van-ban/{one.id}.md"
