"""Nhiệm vụ: what a document asks of whom, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from portal.dates import DayOfYear, of_every_year
from portal.kinds.base import (
    Choice,
    Day,
    Entry,
    Group,
    Kind,
    Link,
    ListOf,
    Ref,
    Sourced,
    Text,
    Whole,
    YesNo,
    alike,
    field,
)
from portal.kinds.duty.lists import DeadlineType
from portal.problem import Problem
from portal.text import sort_key


@dataclass(frozen=True, kw_only=True)
class Deadline(Sourced):
    type: DeadlineType = field("loai", "Loại thời hạn", Choice(DeadlineType), required=True)
    """Có ngày, trong giai đoạn, hằng năm, thường xuyên, không nêu…"""
    day: date | None = field("ngay", "Ngày", Day())
    """Hạn chót, nếu văn bản nêu ngày."""
    start: int | None = field("tu_nam", "Từ năm", Whole(1945, 2100))
    """Năm đầu của giai đoạn."""
    end: int | None = field("den_nam", "Đến năm", Whole(1945, 2100))
    """Năm cuối của giai đoạn."""
    yearly: str | None = field("ngay_thang", "Ngày, tháng hằng năm", Text(5), example="02-22")
    """tháng-ngày, cho việc lặp lại hằng năm."""
    before: bool = field("truoc_ngay", "Trước ngày đã ghi", YesNo(), default=False)
    """có: văn bản ghi «trước ngày…», nên ngày cuối cùng là hôm trước ngày ấy."""
    endless: bool = field("khong_neu_nam_cuoi", "Không nêu năm cuối", YesNo(), default=False)
    """có: văn bản không nêu việc hằng năm này làm đến năm nào; lịch lặp lại cho tới khi văn bản
    hết hiệu lực."""
    text: str | None = field("nhu_ghi", "Như văn bản ghi", Text())
    """Lời văn bản về thời hạn, khi không quy ra ngày được."""

    def last_of(self, named: date) -> date:
        """The last day left, where the document names that one."""
        return named - timedelta(days=1) if self.before else named

    @property
    def each(self) -> DayOfYear | None:
        """The last day in every year; before the first of March that is the last of February."""
        if not self.yearly:
            return None
        month, day = of_every_year(self.yearly)
        if not self.before or day > 1:
            return month, day - self.before
        return (month + 10) % 12 + 1, -1


@dataclass(frozen=True, kw_only=True)
class Duty(Entry):
    """One task of one clause."""

    KIND: ClassVar[str] = "nhiem-vu"

    clause: Link = field(
        "dieu_khoan", "Giao tại", Ref("van-ban"), required=True, example="380-kh-hvctqg#muc-ii.2"
    )
    """Mã văn bản#mã điều khoản giao việc này."""
    lead: tuple[Link, ...] = field("chu_tri", "Chủ trì", ListOf(Ref("don-vi", "truong")))
    """Đơn vị chủ trì mà chính điều khoản ấy nêu. Bỏ trống nếu không nêu."""
    lead_by_default: Link | None = field("chu_tri_chung", "Đầu mối chung", Ref("don-vi", "truong"))
    """Đơn vị giữ đầu mối chung theo điều khoản khác, khi điều khoản này không nêu chủ trì."""
    cooperating: tuple[Link, ...] = field("phoi_hop", "Phối hợp", ListOf(Ref("don-vi", "truong")))
    """Đơn vị phối hợp."""
    assigned_text: str | None = field("phan_cong_ghi", "Phân công theo văn bản", Text())
    """Điều cần nói thêm về phân công."""
    deadline: Deadline | None = field("thoi_han", "Thời hạn", Group(Deadline))
    """Thời hạn hoặc giai đoạn."""


def _check(duty: Duty) -> Iterator[Problem]:
    deadline = duty.deadline
    if deadline and deadline.yearly:
        try:
            of_every_year(deadline.yearly)
        except ValueError:
            yield duty.problem(
                "thoi_han.ngay_thang",
                f"«{deadline.yearly}» không phải ngày trong năm.",
                "ngay",
                "xem lại ở văn bản rồi viết tháng-ngày, ví dụ 02-22",
            )

    if deadline and deadline.type.every_year and deadline.day and not deadline.yearly:
        yield duty.problem(
            "thoi_han.ngay",
            "việc hằng năm mà ghi một ngày của một năm: năm sau trang không nhắc nữa.",
            "ngay",
            f"thay bằng ngay_thang: {deadline.day:%m-%d}",
        )


KIND = Kind(
    model=Duty,
    label="Nhiệm vụ",
    one="nhiệm vụ",
    lead=(
        "Nhiệm vụ các kế hoạch, công văn, thông báo giao cho từng đơn vị, kèm điều khoản, thời hạn "
        "và tình trạng đến ngày cập nhật."
    ),
    how=(
        "Nhiệm vụ xếp theo tình trạng, việc sắp đến hạn trước; trong mỗi nhóm theo văn bản giao, "
        "đúng thứ tự điều khoản."
    ),
    menu="Nhiệm vụ",
    called=(
        *("phân công nhiệm vụ", "việc phải làm", "danh mục nhiệm vụ"),
        *("việc cần làm", "ai làm gì", "việc của ai", "đầu việc", "giao việc"),
        *("giao nhiệm vụ gì", "năm nay phải làm gì", "những việc phải hoàn thành"),
        *("tiến độ thực hiện nhiệm vụ", "các việc được giao trong năm"),
    ),
    order=lambda duty: (duty.clause.id, sort_key(duty.id)),
    shelf=lambda duty: duty.clause.id,
    identity=lambda duty: (alike(duty.title), str(duty.clause)),
    check=_check,
)
