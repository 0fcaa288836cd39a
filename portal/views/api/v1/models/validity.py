"""The validity of a document, as other programmes read it: as a whole, by parts, by clauses."""

from __future__ import annotations

from dataclasses import dataclass

from portal.kinds.document import scope
from portal.text import upper_first
from portal.views.api.v1.models.entry import Statement
from portal.views.api.v1.models.values import Code, Link, Moment
from portal.views.api.v1.properties import Model, public
from portal.views.documents import region_name

_NO_DAY = "Chưa rõ ngày."


@dataclass(frozen=True, kw_only=True)
class Part(Model):
    """Một phần không cùng tình trạng với văn bản."""

    place: str | None = public(
        "Mã điều khoản",
        "Vắng khi phần này chỉ được nêu bằng lời.",
        made=lambda c, one, e: None if one.region.startswith("«") else one.region,
        optional=True,
    )
    name: str = public("Tên", made=lambda c, one, e: upper_first(region_name(one.region)))
    state: Code = public("Tình trạng hiệu lực")
    applicable: bool = public(
        "Còn áp dụng",
        "false: không ai được làm theo nữa.",
        made=lambda c, one, e: not one.state.dead,
    )
    since: Moment | None = public(
        "Từ ngày",
        made=lambda c, one, e: one.event.on if one.event else None,
        unknown="Chưa rõ từ ngày nào.",
    )
    by: Link | None = public(
        "Theo văn bản", made=lambda c, one, e: one.event.by if one.event else None, optional=True
    )


@dataclass(frozen=True, kw_only=True)
class Validity(Model):
    """Hiệu lực tại ngày của bộ dữ liệu."""

    state: Code = public("Tình trạng hiệu lực")
    applicable: bool = public(
        "Còn áp dụng", "false: không ai được làm theo nữa.", made=lambda c, one, e: not one.dead
    )
    also: tuple[Code, ...] = public("Đồng thời", "Tình trạng khác cùng lúc.")
    since: Moment | None = public("Từ ngày", unknown="Chưa rõ từ ngày nào.")
    by: Link | None = public("Theo văn bản", optional=True)
    scope: str | None = public(
        "Phạm vi", "Khi chỉ một phần.", made=lambda c, one, e: one.scope or None, optional=True
    )
    parts: tuple[Part, ...] = public("Từng phần", "Những phần không cùng tình trạng với văn bản.")
    replaced_by: Link | None = public(
        "Nay xem", "Văn bản thay thế.", made=lambda c, one, e: c.in_place_of(e), optional=True
    )


@dataclass(frozen=True, kw_only=True)
class Status(Statement):
    """Một sự kiện hiệu lực."""

    type: Code = public("Sự kiện")
    on: Moment | None = public("Từ ngày", unknown="Chưa rõ ngày.")
    by: Link | None = public("Theo văn bản", optional=True)
    scope: str | None = public(
        "Phạm vi",
        "Khi chỉ một phần.",
        made=lambda c, one, e: scope.read(e, one.scope, one.type.partial).told or None,
        optional=True,
    )


@dataclass(frozen=True, kw_only=True)
class StatusEvent(Model):
    """Một sự kiện trong diễn biến hiệu lực."""

    type: Code = public("Sự kiện")
    on: Moment | None = public("Từ ngày", unknown=_NO_DAY)
    by: Link | None = public("Theo văn bản", optional=True)
    scope: str | None = public(
        "Phạm vi", "Khi chỉ một phần.", made=lambda c, one, e: one.scope or None, optional=True
    )
    places: tuple[str, ...] = public(
        "Các điều khoản", "Mã; trống khi là cả văn bản.", made=lambda c, one, e: one.where.places
    )
    without: tuple[str, ...] = public(
        "Trừ các điều khoản", "Mã.", made=lambda c, one, e: one.where.without
    )


@dataclass(frozen=True, kw_only=True)
class ClauseChange(Model):
    """Một thay đổi của điều khoản."""

    label: str = public("Việc gì", "Như trang hiện.")
    type: Code | None = public("Sự kiện", "Vắng khi chỉ lời đổi.", optional=True)
    on: Moment | None = public("Từ ngày", unknown=_NO_DAY)
    by: Link | None = public("Theo văn bản", optional=True)


@dataclass(frozen=True, kw_only=True)
class ClauseHistory(Model):
    """Một điều khoản và những thay đổi của riêng nó."""

    place: str = public("Mã điều khoản")
    name: str = public("Tên")
    changes: tuple[ClauseChange, ...] = public("Các thay đổi", "Sớm trước muộn sau.")
