"""What a school counts, and how a chỉ tiêu is reckoned from it: data, so that machines can do it.

Comes in: nothing; `fields.read_model` fills these. Goes out: frozen models.
Refuses to know: who reckons (`portal.assess`), and whether names agree (`soundness`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.forms import Word
from portal.kinds.base import (
    Group,
    ListOf,
    Prose,
    Segment,
    Sourced,
    Text,
    Whole,
    YesNo,
    field,
)


class Way(StrEnum):
    """How a result is rounded before it is compared."""

    NEAREST = "gan-nhat"
    DOWN = "cat-bo"


@dataclass(frozen=True, kw_only=True)
class Quantity(Sourced):
    """Đại lượng: a number each school knows of itself, typed once."""

    id: str = field("ma", "Mã", Segment(), required=True, example="giang-vien")
    """Tên máy dùng trong cách tính; không đổi sau khi đăng."""
    title: str = field("ten", "Tên", Text(120), required=True, example="Giảng viên")
    """Cách gọi trên phiếu."""
    unit: str = field("don_vi_tinh", "Đơn vị tính", Text(40), required=True, example="người")
    """Người, đề tài, lớp, m²…"""
    definition: str | None = field("dinh_nghia", "Gồm những gì", Prose())
    """Ai hoặc cái gì được tính, ai không; nêu cả điều chưa rõ."""
    as_of: str | None = field("thoi_diem", "Tính đến", Text())
    """Số liệu của ngày nào hoặc khoảng nào; bỏ trống nếu chưa có nguồn nói."""
    within: tuple[str, ...] = field("nam_trong", "Nằm trong", ListOf(Segment()))
    """Mã của đại lượng bao trùm: số này không thể lớn hơn số kia."""
    fractional: bool = field("so_le", "Nhận số lẻ", YesNo(), default=False)
    """có: nhận cả phần lẻ, ví dụ diện tích; bỏ trống: chỉ nhận số nguyên."""


@dataclass(frozen=True, kw_only=True)
class Rounding:
    way: Way = field("cach", "Cách", Word(Way), required=True, default=Way.NEAREST)
    """gan-nhat: từ nửa trở lên thì tăng; cat-bo: bỏ phần sau."""
    digits: int = field("so_chu_so_le", "Số chữ số lẻ", Whole(0, 4), required=True, default=0)
    """Giữ mấy chữ số sau dấu phẩy."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Cách tính: a sum of quantities, over another sum where it is a ratio."""

    numerator: tuple[str, ...] = field(
        "tu_so", "Tử số gồm", ListOf(Segment()), required=True, example="[giang-vien-chinh]"
    )
    """Mã các đại lượng cộng lại."""
    denominator: tuple[str, ...] = field("mau_so", "Mẫu số gồm", ListOf(Segment()))
    """Mã các đại lượng cộng lại; bỏ trống nếu chỉ đếm."""
    rounding: Rounding | None = field("lam_tron", "Làm tròn", Group(Rounding))
    """Chỉ ghi khi có nguồn nói làm tròn; bỏ trống thì so con số đúng, không làm tròn."""
