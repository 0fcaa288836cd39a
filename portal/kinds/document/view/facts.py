"""What a document is, line by line, and how far its page can be trusted.

Comes in: a document, the page context. Goes out: facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from portal.kinds.document import Document, Status
from portal.kinds.document.validity import Validity
from portal.kinds.lists import Tone
from portal.views.context import PageContext
from portal.views.pages.relations import Neighbours
from portal.views.parts import UNKNOWN, Fact
from portal.views.phrases import badge, joined, link, period, plain_list, small, trusted

NAMES_AT_ONCE = 3
UNKNOWN_VALIDITY = (
    "Cổng chưa thấy nguồn nào nói văn bản này có hiệu lực từ khi nào, đã hết hay chưa."
)


def facts(
    v: PageContext, entry: Document, state: Validity, groups: Sequence[Neighbours]
) -> Iterator[Fact]:
    """Of what is still awaited only what is known of it."""
    if not entry.awaited or entry.number:
        yield Fact("Số, ký hiệu", _number(entry))
    yield Fact("Cơ quan ban hành", _issuer(v, entry))
    if not entry.awaited or entry.issued:
        yield Fact("Ngày ban hành", _issued(v, entry))
    if entry.signers:
        yield Fact("Người ký", plain_list(_signer(one.name, one.post) for one in entry.signers))
    if entry.period:
        yield Fact("Giai đoạn", period(entry.period.start, entry.period.end, entry.period.outlook))
    if entry.statuses:
        yield Fact("Hiệu lực", plain_list(_status(v, one, entry) for one in entry.statuses))
    elif not entry.awaited and state.state.unknown:
        yield Fact("Hiệu lực", None, UNKNOWN_VALIDITY)
    if groups:
        yield Fact("Quan hệ", joined(_counted(one, place) for place, one in enumerate(groups)))
    if entry.recipients:
        yield Fact("Nơi nhận", _recipients(entry.recipients))


def _number(entry: Document) -> Markup:
    """The number, and how else the copy prints it."""
    told = escape(entry.number) if entry.number else UNKNOWN
    usual = (entry.number, f"Số {entry.number}")
    others = [one for one in entry.number_as_printed if one not in usual]
    printed = "», «".join(others)
    return Markup(f"{told} {small(f'in là «{printed}»')}") if others else told


def _issuer(v: PageContext, entry: Document) -> Markup:
    """As named then, leading to the unit."""
    if entry.issuer_unit and v.library.get(entry.issuer_unit):
        return link(v.url(entry.issuer_unit), entry.issuer)
    return escape(entry.issuer)


def _issued(v: PageContext, entry: Document) -> Markup | None:
    if not entry.issued:
        return None
    return v.show(entry.issued) + (f", {entry.place}" if entry.place else "")


def _signer(name: str, post: str | None) -> Markup:
    if post:
        return escape(f"{name}, {post}")
    return Markup("{} {}").format(name, small("(bản đã đọc không ghi chức vụ)"))


def _status(v: PageContext, one: Status, entry: Document) -> Markup:
    """One dated event of its life."""
    on = f" từ {v.when(one.on)}" if one.on else ""
    by = f", theo {v.to(one.by)}" if one.by else ""
    scope = f"; phạm vi: {escape(one.scope)}" if one.scope else ""
    return Markup(f"{escape(one.type.label)}{on}{by}{scope} {trusted(v, one, entry)}")


def _counted(one: Neighbours, place: int) -> Markup:
    """A relation in one line, leading to its documents further down."""
    label = one.label.lower() if place else one.label
    return Markup(f"{link(f'#{one.id}', label)}\N{NO-BREAK SPACE}{len(one.items)}")


def _recipients(names: Sequence[str]) -> Markup:
    lines = plain_list(names)
    if len(names) <= NAMES_AT_ONCE:
        return lines
    summary = f"<summary>{len(names)} nơi nhận</summary>"
    return Markup(f'<details class="more">{summary}{lines}</details>')


def trust(v: PageContext, entry: Document) -> Iterator[Fact]:
    """What it may be used for, from which copy, whether the original is here, who checked it, what
    is wrong with the copy, when it is looked at again."""
    quality = entry.text_quality
    yield Fact("Giá trị", badge(quality.brief, quality.tone))
    yield Fact("Bản đã đọc", _read_from(v, entry))
    yield Fact("Tệp kèm", _originals(v, entry))
    checked = v.a(entry.checked_by) if entry.checked_by else None
    yield Fact("Soát chữ", checked or "chưa có đơn vị nào soát với bản gốc")
    yield Fact("Đối chiếu nguồn", v.show(entry.reviewed) if entry.reviewed else "chưa có")
    if entry.defects:
        yield Fact("Khiếm khuyết", link("#khiem-khuyet", f"{len(entry.defects)} chỗ"))
    if entry.review_after:
        late = f" {badge('Quá hạn', Tone.CAUTION)}" if v.library.is_overdue(entry) else ""
        yield Fact("Rà soát lại", Markup(f"{v.show(entry.review_after)}{late}"))


def _read_from(v: PageContext, entry: Document) -> Markup:
    label, sources = escape(entry.text_quality.label), len(v.numbered())
    if entry.text_quality.read or not sources:
        return label
    return Markup(f"{label}, xem {link('#nguon', f'{sources} nguồn')}")


def _originals(v: PageContext, entry: Document) -> Markup:
    own = [one for one in entry.attachments if one.path]
    if own:
        return joined(
            Markup("{} ({})").format(link(v.resolve(f"tep/{one.path}"), one.title), v.checksum(one))
            for one in own
        )
    if entry.attachments:
        return Markup("ở nơi khác, xem <a href='#tep'>tệp</a>")
    return Markup("không có bản gốc, bản quét")
