"""«Nguồn và điểm cần lưu ý»: what the portal rests on, where it is weak, what it holds back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from portal.kinds import Entry
from portal.kinds.document import Document
from portal.kinds.entry import Conflict as Disagreement
from portal.kinds.lists import values
from portal.kinds.page import CITATIONS, DEFECTS
from portal.kinds.reference import Known, Rank, Reference
from portal.library import Library
from portal.library.withhold import Withheld, unnamed
from portal.text import number
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.pages.listing import jump
from portal.views.parts import Anchor, Anchors, Fact, Header, Table, columns, table

TITLE = "Nguồn và điểm cần lưu ý"
LEAD = "Chuyên mục dựa vào những nguồn nào, nội dung nào còn thiếu, chưa thống nhất, chưa đăng."


@dataclass(frozen=True, slots=True)
class Ranked:
    rank: Rank
    count: int


def ranks(library: Library) -> list[Ranked]:
    """How many sources of each rank, best first; documents that were read count as the first, and
    those that are not named count too."""
    hidden = unnamed(library.everything)
    known = [one for one in library.everything if isinstance(one, Reference) and one.id in hidden]
    counted = Counter(one.rank.value for one in (*library.of(Reference), *known))
    counted[Known.DOCUMENT] += sum(one.text_quality.read for one in library.of(Document))
    return [Ranked(rank, counted[rank.value]) for rank in values(library.lists, Rank).values()]


def conflicts(library: Library) -> list[tuple[Entry, Disagreement]]:
    return [
        (entry, conflict)
        for entries in library.entries.values()
        for entry in entries.values()
        for conflict in entry.conflicts
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What of the library the page tells of, entries as they are."""

    ranks: list[Ranked]
    conflicts: list[tuple[Entry, Disagreement]]
    withheld: list[tuple[Entry, Counter[str]]]
    """What is held back of each entry, by label."""
    withheld_count: int
    draft_count: int
    defective: list[Document]
    unread: list[Document]


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectsPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    jump: tuple[Anchors, ...]
    ranks: Table
    sources: Anchor
    conflicts: Table | None
    defective: tuple[Fact, ...]
    citations: Anchor
    unread: tuple[Markup, ...]
    withheld_count: str
    drafts: str
    """How many entries are drafts, if any."""
    withheld: tuple[Markup, ...]


def plan(inputs: Inputs) -> Iterator[Plan]:
    yield Plan(
        template="defects.html.jinja",
        url=f"{DEFECTS}/",
        title=TITLE,
        description=LEAD,
        names=(
            *("độ tin cậy của nguồn", "nguồn nào tin được", "những gì chưa rõ", "còn thiếu gì"),
            *("hạn chế của cổng", "dữ liệu còn thiếu", "thông tin chưa kiểm chứng"),
        ),
        outlined=False,
        menu="Tra cứu",
        menu_place=200,
        view=partial(_page, _gathered(inputs.library)),
    )


def _gathered(library: Library) -> Gathered:
    held: dict[str, list[Withheld]] = {}
    kept_back = [one for one in library.withheld if not one.stuck]
    for one in kept_back:
        held.setdefault(f"{one.entry.KIND}/{one.entry.id}", []).append(one)
    documents = library.of(Document)
    return Gathered(
        ranks=ranks(library),
        conflicts=conflicts(library),
        withheld=[(ones[0].entry, Counter(one.label for one in ones)) for ones in held.values()],
        withheld_count=len(kept_back),
        draft_count=len(library.drafts) - len(library.withdrawn),
        defective=[one for one in documents if one.defects],
        unread=[one for one in documents if one.text_quality.unread],
    )


def _page(told: Gathered, v: PageContext) -> DefectsPage:
    return DefectsPage(
        crumbs=way(v, Anchor(TITLE)),
        header=Header(title=TITLE, lead=LEAD),
        jump=jump(_places(told)),
        ranks=_ranks(told.ranks),
        sources=Anchor("danh sách các nguồn được nêu tên", v.url("nguon/")),
        conflicts=_conflicts(v, told.conflicts) if told.conflicts else None,
        defective=tuple(_defective(v, one) for one in told.defective),
        citations=Anchor("trích dẫn cần xem lại", v.url(f"{CITATIONS}/")),
        unread=tuple(map(v.a, told.unread)),
        withheld_count=number(told.withheld_count),
        drafts=number(told.draft_count) if told.draft_count else "",
        withheld=tuple(_withheld(v, entry, labels) for entry, labels in told.withheld),
    )


def _places(told: Gathered) -> Iterator[Anchor]:
    yield Anchor("Nguồn theo loại", "#hang-nguon")
    yield Anchor("Nội dung các nguồn chưa thống nhất", "#mau-thuan", len(told.conflicts))
    yield Anchor("Điểm cần lưu ý của bản đang dùng", "#khiem-khuyet-ban-doc", len(told.defective))
    yield Anchor("Trích dẫn", "#trich-dan")
    yield Anchor("Văn bản chưa có toàn văn", "#chua-doc", len(told.unread))
    yield Anchor("Nội dung chưa đăng", "#chua-dang", told.withheld_count)


def _ranks(counted: Sequence[Ranked]) -> Table:
    rows = [(one.rank.label, number(one.count)) for one in counted]
    heads = columns("Loại, từ mức tin cậy cao nhất", ("Số nguồn", "number"))
    return table("Số nguồn mỗi loại", heads, rows, small=True)


def _conflicts(v: PageContext, found: Sequence[tuple[Entry, Disagreement]]) -> Table:
    rows = [
        (
            Anchor(one.about, f"{v.url(entry)}#chua-thong-nhat"),
            " / ".join(claim.value for claim in one.claims),
            v.brief(entry),
        )
        for entry, one in found
    ]
    heads = columns("Nội dung", "Các cách nêu", "Ở trang")
    return table("Nội dung các nguồn nêu khác nhau", heads, rows)


def _defective(v: PageContext, one: Document) -> Fact:
    """How many defects its copy has, by their types."""
    types = Counter(defect.type for defect in one.defects)
    told = (
        f"{type.label.lower()} ({count})"
        for type, count in sorted(types.items(), key=lambda item: item[0].place)
    )
    name = escape(v.short(one))
    label = Markup(f'<a href="{v.url(one)}#khiem-khuyet">{name}</a>')
    return Fact(label, f"{len(one.defects)} điểm: {', '.join(told)}")


def _withheld(v: PageContext, entry: Entry, labels: Mapping[str, int]) -> Markup:
    told = ", ".join(f"{count} {_one_of(label)}" for label, count in labels.items())
    return Markup("{}: {}").format(v.a(entry.link, True), told)


def _one_of(label: str) -> str:
    """The heading of a list as what is counted of it: «2 mức», not «2 các mức»."""
    told = label.lower().removeprefix("các ")
    return f"nội dung {told}" if told.startswith("chưa ") else told
