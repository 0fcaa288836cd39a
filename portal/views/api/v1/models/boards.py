"""What stands behind the figures of a board, as other programmes take it: one row, one statement,
with its day, its standing and its sources."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from portal.views.api.v1.models.values import Link, Moment, Source, Standing
from portal.views.api.v1.properties import Model, public

UNKNOWN = "Các nguồn hiện có không nêu."


@dataclass(frozen=True, kw_only=True)
class Stated(Model):
    """Một điều trong bảng, kèm căn cứ."""

    standing: Standing = public("Độ tin cậy", last=True)
    sources: tuple[Source, ...] = public("Nguồn", last=True)


@dataclass(frozen=True, kw_only=True)
class Share(Stated):
    """Một số liệu, trên tổng số nếu biết."""

    label: str = public("Số liệu")
    value: int = public("Giá trị")
    total: int | None = public("Trên tổng số", "Vắng khi nguồn không nêu.", optional=True)
    unit: str = public("Đơn vị tính")
    as_of: Moment = public("Thời điểm", "Số liệu của ngày nào.")


@dataclass(frozen=True, kw_only=True)
class Ceremony(Stated):
    """Một lễ đón Bằng đã biết ngày."""

    on: datetime.date = public("Ngày")
    school: Link = public("Trường")
    level: int = public("Mức")
    count: int = public("Lễ thứ", "Đếm từ lễ đầu tiên đã biết ngày.")


@dataclass(frozen=True, kw_only=True)
class Granted(Stated):
    """Một lần công nhận đạt chuẩn."""

    school: Link = public("Trường", "Theo tên tại thời điểm được công nhận.")
    level: int = public("Mức")
    ceremony: Moment | None = public("Lễ đón Bằng", unknown=UNKNOWN)
    results: str | None = public("Kết quả", unknown=UNKNOWN)


@dataclass(frozen=True, kw_only=True)
class Counted(Stated):
    """Số chỉ tiêu một trường đạt, mới nhất đến ngày của bảng."""

    school: Link = public("Trường", "Theo tên tại thời điểm đó.")
    level: int | None = public("Theo mức", unknown=UNKNOWN)
    met: int | None = public("Số đạt", unknown=UNKNOWN)
    total: int | None = public("Tổng", unknown=UNKNOWN)
    exceeded: int | None = public("Số vượt", unknown=UNKNOWN)
    results: str = public("Kết quả", "Cả kết quả của từng tiêu chí.")
    as_of: Moment = public("Thời điểm")


@dataclass(frozen=True, kw_only=True)
class National(Model):
    """Một con số của cả nước, đếm từ các mục của cổng."""

    id: str = public("Mã", "Không đổi.")
    label: str = public("Số liệu")
    value: int | None = public("Giá trị", unknown="Chưa có thông tin để đếm.")
    as_of: datetime.date = public("Tính đến ngày")
    source: str = public("Đếm từ")
    path: str = public("Địa chỉ trang", "Nơi xem những mục đã đếm; tính từ trang chủ của cổng.")
