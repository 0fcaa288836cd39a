"""Phong trào thi đua: emulation movements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import (
    Entry,
    Group,
    Kind,
    Link,
    ListOf,
    Prose,
    Ref,
    Sourced,
    Text,
    Whole,
    field,
)


@dataclass(frozen=True, kw_only=True)
class Content(Sourced):
    title: str = field("ten", "Nội dung", Text(), required=True)
    """Tên nội dung thi đua."""
    text: str | None = field("yeu_cau", "Yêu cầu", Prose())
    """Đòi hỏi gì."""


@dataclass(frozen=True, kw_only=True)
class Award(Sourced):
    form: str = field("hinh_thuc", "Hình thức", Text(), required=True)
    """Giấy khen, Bằng khen, danh hiệu…"""
    by: str | None = field("cap", "Ai tặng", Text())
    """Người hoặc cơ quan tặng."""
    how: str | None = field("cach_xet", "Cách xét", Prose())
    """Ai đề nghị, xét thế nào."""


@dataclass(frozen=True, kw_only=True)
class Step(Sourced):
    title: str = field("ten", "Việc", Text(), required=True)
    """Làm gì."""
    who: str | None = field("ai", "Đơn vị thực hiện", Text())
    """Đơn vị làm."""


@dataclass(frozen=True, kw_only=True)
class Movement(Entry):
    """An emulation movement."""

    KIND: ClassVar[str] = "phong-trao"

    document: Link | None = field("van_ban", "Văn bản phát động", Ref("van-ban"))
    """Văn bản phát động hoặc hưởng ứng."""
    launched_by: str | None = field("phat_dong", "Phát động", Text())
    """Ai phát động."""
    organiser: Link | None = field("don_vi", "Đơn vị tổ chức", Ref("don-vi", "truong"))
    """Đơn vị hoặc trường tổ chức."""
    part_of: Link | None = field("huong_ung", "Hưởng ứng phong trào", Ref("phong-trao"))
    """Phong trào cấp trên."""
    start: int | None = field("tu_nam", "Từ năm", Whole(1945, 2100))
    """Năm đầu."""
    end: int | None = field("den_nam", "Đến năm", Whole(1945, 2100))
    """Năm cuối."""
    collective: tuple[Content, ...] = field(
        "tap_the", "Nội dung với tập thể", ListOf(Group(Content))
    )
    """Nội dung thi đua của tập thể."""
    individual: tuple[Content, ...] = field(
        "ca_nhan", "Nội dung với cá nhân", ListOf(Group(Content))
    )
    """Nội dung thi đua của cá nhân."""
    titles: tuple[str, ...] = field("danh_hieu", "Danh hiệu", ListOf(Text()))
    """Danh hiệu riêng của phong trào."""
    awards: tuple[Award, ...] = field("khen_thuong", "Khen thưởng", ListOf(Group(Award)))
    """Hình thức khen."""
    steps: tuple[Step, ...] = field("cac_buoc", "Các bước", ListOf(Group(Step)))
    """Trình tự thực hiện."""


KIND = Kind(
    model=Movement,
    label="Phong trào thi đua",
    one="phong trào",
    lead=(
        "Các phong trào thi đua «Xây dựng trường chính trị chuẩn»: nội dung với tập thể, cá nhân, "
        "cách xét và khen."
    ),
    how="Mở phong trào để xem nội dung, cách xét và các văn bản liên quan.",
    menu="Thi đua",
    order=lambda movement: (-(movement.start or 0), movement.id),
)
