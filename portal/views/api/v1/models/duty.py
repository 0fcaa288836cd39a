"""Nhiệm vụ and quy trình, as other programmes read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.views.api.v1.models.entry import Entry, Statement
from portal.views.api.v1.models.values import Code, Link, Moment
from portal.views.api.v1.properties import Model, public

_NOT_STATED = "Văn bản không nêu."


@dataclass(frozen=True, kw_only=True)
class Deadline(Statement):
    """Thời hạn như văn bản nêu."""

    type: Code = public("Loại thời hạn")
    day: date | None = public("Ngày", unknown=_NOT_STATED)
    start: int | None = public("Từ năm", unknown=_NOT_STATED)
    end: int | None = public("Đến năm", unknown=_NOT_STATED)
    yearly: str | None = public("Ngày hằng năm", "MM-DD.", optional=True)
    before: bool = public(
        "Trước ngày đã ghi", "true: văn bản ghi «trước ngày…», ngày cuối cùng là hôm trước."
    )
    text: str | None = public("Như văn bản ghi", optional=True)


@dataclass(frozen=True, kw_only=True)
class DutyStatus(Model):
    """Tình trạng tại ngày của bộ dữ liệu."""

    state: Code = public("Tình trạng")
    open: bool = public("Còn phải làm", made=lambda c, one, e: one.state.open)
    until: date | None = public("Hạn gần nhất", unknown="Không có ngày cụ thể.")
    since: Moment | None = public("Từ ngày", "Đơn vị chủ trì kết thúc hoạt động.", optional=True)


@dataclass(frozen=True, kw_only=True)
class Duty(Entry):
    """Nhiệm vụ."""

    clause: Link | None = public("Giao tại", unknown="Văn bản giao chưa đăng.")
    lead: tuple[Link, ...] = public("Chủ trì", "Do chính điều khoản nêu.")
    lead_by_default: Link | None = public("Đầu mối chung", "Theo điều khoản khác.", optional=True)
    cooperating: tuple[Link, ...] = public("Phối hợp")
    assigned_text: str | None = public("Phân công như ghi", optional=True)
    deadline: Deadline | None = public("Thời hạn", unknown=_NOT_STATED)
    status: DutyStatus = public("Tình trạng", made=lambda c, one, e: c.duty_status(one))


@dataclass(frozen=True, kw_only=True)
class ProcedureStep(Statement):
    """Một bước."""

    number: str = public("Bước")
    title: str = public("Việc")
    who: tuple[Link, ...] = public("Đơn vị thực hiện")
    text: str | None = public("Nội dung", unknown=_NOT_STATED)
    papers: tuple[str, ...] = public("Giấy tờ")
    time: str | None = public("Thời gian", unknown="Chưa có nguồn nêu.")
    examples: tuple[str, ...] = public("Ví dụ")


@dataclass(frozen=True, kw_only=True)
class Procedure(Entry):
    """Quy trình."""

    grounds: tuple[Link, ...] = public("Căn cứ")
    steps: tuple[ProcedureStep, ...] = public("Các bước")
