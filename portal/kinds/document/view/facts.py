"""What a document is, line by line, and how far its page can be trusted.

Comes in: a document, the page context. Goes out: facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from portal.kinds.document import Document, Status, scope
from portal.kinds.document.events import by_day
from portal.views.context import PageContext
from portal.views.pages.relations import Neighbours
from portal.views.parts import Fact
from portal.views.phrases import badge, joined, link, period, plain_list, small, trusted

NAMES_AT_ONCE = 3
UNTOLD = "cần xác minh; không có nguồn đủ căn cứ"


def brief(v: PageContext, entry: Document) -> Iterator[Fact]:
    """What stands before the text: whether it holds, who issued it and when, for which years."""
    if entry.statuses:
        yield Fact("Hiệu lực", plain_list(_status(v, one, entry) for one in by_day(entry.statuses)))
    elif v.library.validity[entry.id].state.unknown:
        yield Fact("Hiệu lực", UNTOLD)
    yield Fact("Ban hành", _issuing(v, entry))
    if told := _consolidated(v, entry):
        yield Fact("Hợp nhất", told)
    if entry.period:
        yield Fact("Giai đoạn", period(entry.period.start, entry.period.end, entry.period.outlook))


def _consolidated(v: PageContext, entry: Document) -> Markup:
    """Which texts are put together here, and which amendments are in."""
    texts = [v.to(one.to) for one in entry.relations if one.type.consolidates]
    until = entry.consolidated_until
    told = Markup("các sửa đổi tính đến {}").format(v.when(until)) if until else ""
    return joined(filter(None, [joined(texts, ", "), told]), "; ")


def _issuing(v: PageContext, entry: Document) -> Markup:
    """By whom, when, where: as much as is known."""
    issued = v.show(entry.issued) if entry.issued else "" if entry.awaited else "không rõ ngày"
    return joined(filter(None, [_issuer(v, entry), issued, entry.place or ""]), ", ")


def facts(v: PageContext, entry: Document, groups: Sequence[Neighbours]) -> Iterator[Fact]:
    """What stands behind the text: number, signers, relations, recipients."""
    if entry.number:
        yield Fact("Số, ký hiệu", _number(entry))
    if entry.signers:
        yield Fact("Người ký", plain_list(_signer(one.name, one.post) for one in entry.signers))
    if groups:
        yield Fact("Quan hệ", joined(_counted(one, place) for place, one in enumerate(groups)))
    if entry.recipients:
        yield Fact("Nơi nhận", _recipients(entry.recipients))


def _number(entry: Document) -> Markup:
    """The number, and how else the copy prints it."""
    told = escape(entry.number)
    usual = (entry.number, f"Số {entry.number}")
    others = [one for one in entry.number_as_printed if one not in usual]
    printed = "», «".join(others)
    return Markup(f"{told} {small(f'in là «{printed}»')}") if others else told


def _issuer(v: PageContext, entry: Document) -> Markup:
    """As named then, leading to the unit."""
    if entry.issuer_unit and v.library.get(entry.issuer_unit):
        return link(v.url(entry.issuer_unit), entry.issuer)
    return escape(entry.issuer)


def _signer(name: str, post: str | None) -> Markup:
    if post:
        return escape(f"{name}, {post}")
    return Markup("{} {}").format(name, small("(bản đang dùng không ghi chức vụ)"))


def _status(v: PageContext, one: Status, entry: Document) -> Markup:
    """One dated event of its life."""
    on = f" từ {v.when(one.on)}" if one.on else ""
    by = f", theo {v.to(one.by)}" if one.by else ""
    told = scope.read(entry, one.scope, one.type.partial).told
    within = f"; phạm vi: {escape(told)}" if told else ""
    part = one.type.in_part if one.scope else None
    label = part.label if part else one.type.label
    return Markup(f"{escape(label)}{on}{by}{within} {trusted(v, one, entry)}")


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
    is to be minded in the copy."""
    quality = entry.text_quality
    yield Fact("Giá trị", badge(quality.brief, quality.tone))
    yield Fact("Bản đang dùng", _read_from(v, entry))
    if entry.attachments:
        yield Fact("Tệp kèm", _originals(v, entry))
    if entry.checked_by:
        yield Fact("Soát chữ", v.a(entry.checked_by))
    if entry.defects:
        yield Fact("Điểm cần lưu ý", link("#khiem-khuyet", f"{len(entry.defects)} điểm"))


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
    return Markup("ở nơi khác, xem <a href='#tep'>tệp</a>")
