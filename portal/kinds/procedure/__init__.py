"""Quy trình: procedures in steps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import (
    Entry,
    Group,
    Kind,
    Link,
    Linked,
    ListOf,
    Prose,
    Ref,
    Sourced,
    Text,
    field,
)


@dataclass(frozen=True, kw_only=True)
class Step(Sourced):
    number: str = field("so", "Bước", Text(10), required=True, example="1")
    """Số bước, có thể kèm chữ: 1b."""
    title: str = field("ten", "Việc", Text(), required=True)
    """Tên bước."""
    who: tuple[Link, ...] = field("ai", "Đơn vị thực hiện", ListOf(Ref("don-vi", "truong")))
    """Đơn vị làm bước này."""
    text: str | None = field("noi_dung", "Nội dung", Prose())
    """Làm gì."""
    papers: tuple[str, ...] = field("giay_to", "Hồ sơ, giấy tờ", ListOf(Text()))
    """Hồ sơ cần có hoặc sinh ra."""
    time: str | None = field("thoi_gian", "Thời gian", Prose())
    """Mất bao lâu, hạn nào; bỏ trống nếu chưa có nguồn."""
    examples: tuple[str, ...] = field("vi_du", "Ví dụ", ListOf(Prose()))
    """Trường đã làm thế nào."""


@dataclass(frozen=True, kw_only=True)
class Procedure(Entry):
    """A procedure."""

    KIND: ClassVar[str] = "quy-trinh"

    grounds: tuple[Link, ...] = field("can_cu", "Căn cứ", ListOf(Ref("van-ban")))
    """Văn bản quy định quy trình."""
    steps: tuple[Step, ...] = field("cac_buoc", "Các bước", ListOf(Group(Step)), required=True)
    """Các bước theo thứ tự."""


KIND = Kind(
    model=Procedure,
    label="Quy trình",
    one="quy trình",
    lead="Từ đề án đến lễ đón Bằng: từng bước, đơn vị thực hiện, hồ sơ cần có.",
    how="Mở quy trình để xem từng bước; ở đầu trang có phiếu theo dõi để in.",
    menu="Tiêu chí",
    called=("thủ tục", "trình tự, thủ tục", "các quy trình công nhận"),
    linked=Linked("HowTo"),
)
