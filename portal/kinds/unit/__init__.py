"""Đơn vị: bodies that issue, lead or cooperate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import (
    Address,
    Choice,
    Entry,
    Group,
    Kind,
    Link,
    Linked,
    Listed,
    ListOf,
    Moment,
    PartialDate,
    Ref,
    Sourced,
    Text,
    YesNo,
    field,
)
from portal.text import sort_key


@dataclass(frozen=True, kw_only=True)
class UnitType(Listed):
    """Loại đơn vị."""

    LIST: ClassVar[str] = "loai-don-vi"


@dataclass(frozen=True, kw_only=True)
class Ending(Sourced):
    on: PartialDate = field("ngay", "Ngày", Moment(), required=True)
    """Không còn đơn vị này từ ngày nào."""


@dataclass(frozen=True, kw_only=True)
class Unit(Entry):
    """An agency, a department, or a group of them named together."""

    KIND: ClassVar[str] = "don-vi"

    type: UnitType = field("loai", "Loại", Choice(UnitType), required=True)
    """Trung ương, Học viện, tỉnh, trường, nhóm đơn vị…"""
    abbreviations: tuple[str, ...] = field("viet_tat", "Viết tắt", ListOf(Text(40)))
    """Các cách viết tắt gặp trong văn bản."""
    part_of: Link | None = field("thuoc", "Thuộc", Ref("don-vi", "truong"))
    """Cơ quan cấp trên."""
    former_names: tuple[str, ...] = field("ten_cu", "Tên khác, tên cũ", ListOf(Text()))
    """Tên trong văn bản cũ hoặc cách gọi khác."""
    website: str | None = field("trang_web", "Trang thông tin", Address())
    """Trang chính thức, nếu có nguồn."""
    every_school: bool = field("moi_truong", "Gồm mọi trường", YesNo(), default=False, last=True)
    """có: việc giao cho nhóm này là việc của từng trường; trang mỗi trường dẫn tới đây."""
    ended: Ending | None = field("thoi_hoat_dong", "Kết thúc hoạt động", Group(Ending))
    """Chỉ điền khi có nguồn hoặc suy ra có lý do; việc của đơn vị ấy sẽ không còn ở mục đến hạn."""


KIND = Kind(
    model=Unit,
    label="Đơn vị",
    one="đơn vị",
    lead=(
        "Các cơ quan, đơn vị trong chương trình; mở từng đơn vị để xem chức năng, nhiệm vụ được "
        "giao."
    ),
    how="Số sau tên là số nhiệm vụ của đơn vị. Đơn vị có nhiệm vụ thì có phiếu theo dõi để in.",
    menu="Nhiệm vụ",
    called=(
        *("cơ quan", "các cơ quan", "cơ quan, đơn vị", "sơ đồ tổ chức"),
        *("ai phụ trách", "đơn vị nào phụ trách", "cơ quan nào phụ trách"),
        *("các đơn vị liên quan", "các vụ của Học viện", "các ban của tỉnh ủy"),
    ),
    asked=(
        *("nhiệm vụ", "chức năng", "chức năng, nhiệm vụ", "trách nhiệm", "quyền hạn", "việc"),
        *("được giao", "giao việc", "phụ trách", "chủ trì", "địa chỉ", "số điện thoại", "email"),
        *("điện thoại", "thông tin", "giới thiệu", "thuộc"),
    ),
    order=lambda unit: (unit.type.place, sort_key(unit.title)),
    shelf=lambda unit: unit.id,
    linked=Linked(
        "Organization",
        {"former_names": "alternateName", "part_of": "parentOrganization", "website": "sameAs"},
    ),
)
