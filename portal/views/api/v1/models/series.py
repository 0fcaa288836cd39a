"""Số liệu công bố, as other programmes read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.views.api.v1.models.entry import Entry, Statement
from portal.views.api.v1.models.values import Moment
from portal.views.api.v1.properties import Model, public


@dataclass(frozen=True, kw_only=True)
class Mark(Statement):
    """Số đếm được ở một thời điểm."""

    as_of: Moment = public("Thời điểm", "Số liệu của ngày nào, như nguồn nêu.")
    value: int = public("Giá trị")
    total: int | None = public("Trên tổng số", unknown="Nguồn không nêu.")


@dataclass(frozen=True, kw_only=True)
class Correction(Model):
    """Một lần sửa con số đã đăng."""

    on: date = public("Ngày sửa", "Ngày sửa con số trên cổng.")
    as_of: Moment = public("Số liệu của ngày", "Con số ở thời điểm nào được sửa.")
    was: int = public("Trước khi sửa", "Con số đã đăng trước đó.")
    reason: str = public("Lý do")


@dataclass(frozen=True, kw_only=True)
class Series(Entry):
    """Số liệu công bố theo thời gian."""

    measures: str = public("Đếm gì", "Trong phạm vi nào, ai đếm.")
    unit: str = public("Đơn vị tính")
    marks: tuple[Mark, ...] = public(
        "Các mốc", "Sớm trước, muộn sau.", made=lambda c, one, e: one.in_order
    )
    corrections: tuple[Correction, ...] = public("Đính chính", "Các lần sửa con số đã đăng.")
