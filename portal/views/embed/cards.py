"""Small pages of what portals ask for most.

Comes in: an entry or a list of them, the page context. Goes out: cards; every decision of them is
made here, with the words of the whole pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from portal.kinds import Entry
from portal.kinds.article import Article
from portal.kinds.base import WORKSHEET
from portal.kinds.criteria import CriteriaSet, Criterion, Indicator
from portal.kinds.criteria.view.words import part_of, threshold
from portal.kinds.document import Document
from portal.kinds.document.view.facts import brief
from portal.kinds.document.view.notices import later_notices, validity_notices
from portal.kinds.duty import Duty
from portal.kinds.page import ASSESSMENT, FINDING, NEWS, PROGRESS
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.library.statistics import Counted, Recognised
from portal.library.statistics import national as count
from portal.library.status import of_school
from portal.views.calendars.page import ahead, what, when
from portal.views.calendars.which import Calendar
from portal.views.context import PageContext
from portal.views.documents import known_validity
from portal.views.documents import validity as held_now
from portal.views.duties import agenda
from portal.views.embed.card import Card, Part
from portal.views.figures import STANDS, national
from portal.views.names import address
from portal.views.pages.changes import News
from portal.views.pages.redirects import withdrawal
from portal.views.pages.worksheets import has_lines
from portal.views.parts import NOTHING, Anchor, Fact, Table, columns, table
from portal.views.phrases import joined, standing
from portal.views.progress.rows import recognitions
from portal.views.schools import RECOGNITION, badge_of, latest, made_of, state

APART = Markup('<span class="unseen">.</span> ')
"""Before a badge: what is read out, or copied without its looks, needs an end of its sentence."""
OF_CRITERION = columns("Chỉ tiêu", ("Ngưỡng", "short"), ("Theo nguồn", "short"))


def gone(entry: Entry, v: PageContext) -> Card:
    """In the place of what was withdrawn, wherever it is still embedded."""
    return Card(
        title="Mục này đã rút khỏi chuyên mục",
        full=Anchor("Mở trang thông báo", v.url(address(entry))),
        facts=(Fact("Mục", entry.name), Fact("Lý do", withdrawal(entry))),
    )


def documents(shown: Sequence[Document], v: PageContext) -> Card:
    return Card(
        title="Văn bản mới",
        full=Anchor("Tra văn bản", v.url("van-ban/")),
        items=tuple(_document(v, one) for one in shown),
        empty="Chưa có văn bản nào.",
    )


def _document(v: PageContext, one: Document) -> Markup:
    issued = (v.show(one.issued),) if one.issued else ()
    told = _small(joined((*issued, one.issuer), ". "))
    held = known_validity(v, one)
    return Markup(f"{v.a(one)} {told}{APART if held else ''}{held}")


def _small(told: Markup) -> Markup:
    return Markup(f'<span class="meta">{told}</span>') if told else NOTHING


def articles(shown: Sequence[Article], v: PageContext) -> Card:
    return Card(
        title="Bài viết mới",
        full=Anchor("Mọi bài viết", v.url("bai-viet/")),
        items=tuple(
            Markup(f"{v.a(one)} {_small(v.show(one.published) if one.published else NOTHING)}")
            for one in shown
        ),
        empty="Chưa có bài viết nào.",
    )


def news(shown: Sequence[News], v: PageContext) -> Card:
    return Card(
        title="Có gì mới",
        full=Anchor("Xem tất cả", v.url(f"{NEWS}/")),
        items=tuple(_news(v, one) for one in shown),
        empty="Chưa có mục nào.",
    )


def _news(v: PageContext, one: News) -> Markup:
    told = f": {escape(one.text)}" if one.text else ""
    return Markup(f"{_small(v.show(one.day))} {v.a(one.entry)}{told}")


def validity(entry: Document, v: PageContext) -> Card:
    """Whether it holds; where that is not known, its facts say so, once."""
    held = v.library.validity[entry.id]
    notices = (*validity_notices(v, entry, held), *later_notices(v, entry, held))
    now = held_now(v, entry)
    return Card(
        title=entry.name,
        full=Anchor("Xem văn bản", v.url(entry)),
        notices=notices,
        facts=(*((Fact("Hiện nay", now),) if now else ()), *brief(v, entry)),
    )


def indicators(entry: CriteriaSet, v: PageContext) -> Card:
    """All chỉ tiêu that are known, by tiêu chí."""
    return Card(
        title=entry.name,
        full=Anchor("Xem bộ tiêu chí", v.url(entry)),
        parts=tuple(
            Part(f"{one.number}. {one.title}", _of(v, entry, one.title, one.indicators))
            for one in entry.criteria
            if one.indicators
        ),
        empty="Chưa có chỉ tiêu nào có nguồn để đăng.",
    )


def criterion(of: tuple[CriteriaSet, Criterion], v: PageContext) -> Card:
    entry, one = of
    parts = ((level.title, one.at_level(level.number)) for level in entry.levels)
    return Card(
        title=f"Tiêu chí {one.number}. {one.title}",
        full=part_of(v, entry, one.id, "Xem tiêu chí"),
        parts=tuple(Part(title, _of(v, entry, title, found)) for title, found in parts if found),
        empty="Chưa có chỉ tiêu nào có nguồn để đăng.",
    )


def _of(v: PageContext, entry: CriteriaSet, caption: str, found: Sequence[Indicator]) -> Table:
    rows = [
        (
            part_of(v, entry, one.id, one.title),
            threshold(one.threshold),
            standing(v, one, entry, short=True),
        )
        for one in found
    ]
    return table(f"Chỉ tiêu: {caption}", OF_CRITERION, rows)


def indicator(of: tuple[CriteriaSet, Criterion, Indicator], v: PageContext) -> Card:
    entry, whole, one = of
    return Card(
        title=one.title,
        full=part_of(v, entry, one.id, "Xem chỉ tiêu"),
        facts=(
            Fact("Thuộc", f"Tiêu chí {whole.number}. {whole.title}, mức {one.level}"),
            Fact("Ngưỡng", threshold(one.threshold)),
            Fact("Theo nguồn", standing(v, one, entry, short=True)),
        ),
    )


def figures(counted: Sequence[Counted], v: PageContext) -> Card:
    single = counted[0] if len(counted) == 1 else None
    where = STANDS[single.counted_from] if single else f"{PROGRESS}/"
    return Card(
        title="Con số về các trường chính trị" if single is None else single.label,
        full=Anchor("Xem tiến độ từng trường", v.url(where)),
        figures=national(v, counted),
    )


def school(entry: School, v: PageContext) -> Card:
    """What is known; that nothing is, the badge says."""
    known = ((RECOGNITION, state(v, entry)), ("Số liệu gần nhất", latest(v, entry)))
    made = () if not entry.predecessors else (Fact("Hợp nhất từ", made_of(v, entry)),)
    return Card(
        title=entry.name,
        full=Anchor("Xem hồ sơ trường", v.url(entry)),
        badges=(badge_of(of_school(v.library, entry)),),
        facts=(
            Fact("Tỉnh, thành phố", entry.province.label),
            *(Fact(label, told) for label, told in known if told),
            *made,
        ),
    )


def progress(done: Sequence[Recognised], v: PageContext) -> Card:
    """How far the schools have come, and who was recognised lately."""
    latest = "Công nhận gần đây nhất"
    return Card(
        title="Tiến độ đạt chuẩn",
        full=Anchor("Xem tiến độ từng trường", v.url(f"{PROGRESS}/")),
        figures=national(v, count(v.library)),
        parts=(Part(latest, recognitions(v, latest, done)),) if done else (),
        empty="Chưa biết lần công nhận nào.",
    )


def calendar(shown: tuple[Calendar, int], v: PageContext) -> Card:
    """What comes next in it."""
    one, most = shown
    near = ahead(v, one)[:most]
    return Card(
        title=one.name,
        full=Anchor("Mở lịch" if one.of is None else f"Xem {one.of.title}", v.url(one.page)),
        items=tuple(Markup(f"{_small(escape(when(on, it)))} {what(v, it)}") for on, it in near),
        empty="Chưa có việc, sự kiện nào có ngày trong mười hai tháng tới.",
    )


def assessment(_: None, v: PageContext) -> Card:
    """Its page asks for more room than a card has; here is the way in, and what to know before."""
    url = v.url(f"{ASSESSMENT}/")
    sheets = (
        Anchor(f"Phiếu in để ghi tay, theo {v.short(one.document)}", f"{v.url(one)}{WORKSHEET}/")
        for one in v.library.of(CriteriaSet)
        if has_lines(v.library, one)
    )
    return Card(
        title="Tự rà soát theo bộ tiêu chí",
        full=Anchor("Mở trang tự rà soát", url),
        facts=(
            Fact("Dùng để", "chấm từng chỉ tiêu, thấy còn thiếu gì và việc phải làm"),
            Fact("Số liệu nhập vào", "chỉ nằm trên máy người dùng, không gửi đi đâu"),
        ),
        items=tuple(escape(one) for one in (Anchor("Bắt đầu tự rà soát", url), *sheets)),
    )


def duties(entry: Unit, v: PageContext) -> Card:
    """By its part in them; those that are past are told on the whole page."""
    parts = []
    for group in v.pointing(entry, Duty.KIND):
        given = (one for one in group.items if isinstance(one, Duty))
        ahead = agenda(v, given, f"{group.label}: {entry.title}").ahead
        if ahead:
            parts.append(Part(f"{group.label} {ahead.count} việc", ahead.table))
    return Card(
        title=f"Nhiệm vụ: {entry.title}",
        full=Anchor("Xem mọi nhiệm vụ của đơn vị", v.url(entry)),
        parts=tuple(parts),
        empty="Không có nhiệm vụ nào còn trong thời hạn.",
    )


def search(_: None, v: PageContext) -> Card:
    url = v.url(f"{FINDING}/")
    return Card(title="Tìm trong chuyên mục", full=Anchor("Mở trang tìm kiếm", url), search=url)


__all__ = [
    *("articles", "assessment", "calendar", "criterion", "documents", "duties", "figures", "gone"),
    *("indicator", "indicators", "news", "progress", "school", "search", "validity"),
]
