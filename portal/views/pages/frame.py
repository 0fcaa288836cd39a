"""The frame that the pages of all kinds share: head, notices, sources, review, neighbours.

Comes in: an entry, its neighbours, the page context. Goes out: the view model that stands around
what a kind says of its entry in `entry.html.jinja`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from portal.dates import day
from portal.kinds import BY_NAME, Entry, Kind
from portal.kinds.base import Sourced
from portal.kinds.lists import Tone
from portal.problem import Problem
from portal.text import upper_first
from portal.views.context import Cited, PageContext
from portal.views.pages.crumbs import kind_of, way
from portal.views.parts import Anchor, Faults, Header, Notice, Pager, Review

RECEIVER = "gioi-thieu/lien-he/#sua-sai"
"""Where it is said whom readers write to."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The neighbours of an entry, or of a part, in the order of its kind."""

    before: Entry | None = None
    after: Entry | None = None


@dataclass(frozen=True, slots=True)
class Problems:
    """Preview only: what is wrong with the entry, and what its editor is reminded of."""

    faults: Faults | None = None
    reminder: Notice | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    label: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Sources:
    """What the page rests on, numbered, and what is to be known of the page as a whole."""

    cited: tuple[Cited, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """What readers will ask and no source answers yet, and who would like to hear of it."""

    gaps: tuple[str, ...]
    receiver: Anchor


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around the content of every entry's page."""

    kind: str
    crumbs: tuple[Anchor, ...]
    header: Header
    condition: str = ""
    """A class of the page's own: ` entry--dead`."""
    problems: Problems = Problems()
    notices: tuple[Notice, ...] = ()
    wanted: Wanted | None = None
    sources: Sources = Sources()
    review: Review | None = None
    pager: Pager | None = None


def frame(
    v: PageContext,
    entry: Entry,
    beside: Beside,
    *,
    header: Header | None = None,
    crumbs: tuple[Anchor, ...] = (),
    condition: str = "",
    notices: Iterable[Notice] = (),
    gaps: tuple[str, ...] | None = None,
    sources: Sources | None = None,
    review: Review | None = None,
    pager: Pager | None = None,
) -> Frame:
    """The frame of an entry, or of a part of one; what is given stands in place of the usual."""
    kind = BY_NAME[entry.KIND]
    return Frame(
        kind=kind.name,
        crumbs=crumbs or way(v, kind_of(v, kind), Anchor(v.brief(entry))),
        header=header or head(v, entry),
        condition=condition,
        problems=problems(v.problems),
        notices=(*_draft(entry), *notices),
        wanted=_wanted(v, entry.unknowns if gaps is None else gaps),
        sources=sources or sources_of(v, entry),
        review=review or review_of(v, entry),
        pager=pager or neighbours(v, kind, beside),
    )


def head(v: PageContext, entry: Entry) -> Header:
    """The kind and the name, with the summary below."""
    return Header(
        kind=upper_first(BY_NAME[entry.KIND].one),
        title=entry.name,
        lead=v.inline(entry.summary),
        usual=True,
    )


def problems(told: Iterable[Problem]) -> Problems:
    """Faults in a box, reminders in a notice."""
    all_of = tuple(told)
    faults = tuple(one for one in all_of if one.level == "lỗi")
    reminders = [one for one in all_of if one.level != "lỗi"]
    lines = Markup("").join(map(_reminder, reminders))
    return Problems(
        Faults(faults, "Tệp này có lỗi, chưa đăng được") if faults else None,
        Notice(Tone.CAUTION, "Nhắc người biên tập", Markup(f"<ul>{lines}</ul>")) if lines else None,
    )


def _reminder(one: Problem) -> Markup:
    remedy = f" {upper_first(one.remedy)}." if one.remedy else ""
    return Markup("<li>{}{}</li>").format(upper_first(one.text), remedy)


def _draft(entry: Entry) -> Iterable[Notice]:
    told = Markup("<p>Trang này chỉ thấy khi xem thử, chưa được đăng.</p>")
    if entry.is_draft:
        yield Notice(Tone.CAUTION, "Bản nháp", told)
    elif entry.waits_until:
        yield Notice(Tone.CAUTION, f"Sẽ đăng ngày {day(entry.waits_until)}", told)
    elif entry.expired and entry.expires:
        told = Markup("<p>Trang này chỉ thấy khi xem thử, người đọc không còn mở được.</p>")
        yield Notice(Tone.CAUTION, f"Đã gỡ từ ngày {day(entry.expires)}", told)


def sources_of(v: PageContext, item: Sourced | None) -> Sources:
    """The numbered sources of the page; why the whole page is inferred, and its note."""
    return Sources(tuple(v.numbered()), remarks(v, item) if item else ())


def remarks(v: PageContext, item: Sourced) -> tuple[Remark, ...]:
    told = (("Suy ra vì", item.inferred), ("Ghi chú", item.note))
    return tuple(Remark(label, v.inline(text)) for label, text in told if text)


def review_of(v: PageContext, entry: Entry) -> Review:
    """When it was looked at, by whom, when again."""
    return Review(
        day(entry.reviewed) if entry.reviewed else "",
        day(entry.review_after) if entry.review_after else "",
        Anchor(v.name(entry.owner), v.url(entry.owner)) if entry.owner else None,
        v.library.is_overdue(entry),
    )


def neighbours(v: PageContext, kind: Kind, beside: Beside) -> Pager:
    """Previous and next in the kind's order."""
    ways = ("mới hơn", "cũ hơn") if kind.newest_first else ("trước", "sau")
    one = upper_first(kind.one)
    return Pager(
        _neighbour(v, beside.before),
        _neighbour(v, beside.after),
        (f"{one} {ways[0]}", f"{one} {ways[1]}"),
    )


def _neighbour(v: PageContext, entry: Entry | None) -> Anchor | None:
    return Anchor(v.brief(entry), v.url(entry)) if entry else None


def _wanted(v: PageContext, gaps: tuple[str, ...]) -> Wanted | None:
    receiver = Anchor("đơn vị phụ trách chuyên mục", v.url(RECEIVER))
    return Wanted(gaps, receiver) if gaps else None
