"""Đơn vị: bodies that issue, lead or cooperate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import Address, Choice, Entry, Kind, Link, ListOf, Option, Ref, Text, field
from portal.text import sort_key


@dataclass(frozen=True, kw_only=True)
class Unit(Entry):
    """An agency, a department, or a group of them named together."""

    KIND: ClassVar[str] = "don-vi"

    type: Option = field("loai", "Loại", Choice("loai-don-vi"), required=True)
    """Trung ương, Học viện, tỉnh, trường, nhóm đơn vị…"""
    abbreviations: tuple[str, ...] = field("viet_tat", "Viết tắt", ListOf(Text(40)))
    """Các cách viết tắt gặp trong văn bản."""
    part_of: Link | None = field("thuoc", "Thuộc", Ref("don-vi", "truong"))
    """Cơ quan cấp trên."""
    former_names: tuple[str, ...] = field("ten_cu", "Tên khác, tên cũ", ListOf(Text()))
    """Tên trong văn bản cũ hoặc cách gọi khác."""
    website: str | None = field("trang_web", "Trang thông tin", Address())
    """Trang chính thức, nếu có nguồn."""


KIND = Kind(
    model=Unit,
    label="Đơn vị",
    one="đơn vị",
    lead=(
        "Các cơ quan, đơn vị có việc trong chương trình; mở từng đơn vị để thấy việc của đơn vị "
        "mình."
    ),
    menu="Tra cứu",
    order=lambda unit: (unit.type.place, sort_key(unit.title)),
)
