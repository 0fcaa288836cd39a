"""Phong trào thi đua: emulation movements."""

from __future__ import annotations

from collections.abc import Iterator
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
from portal.problem import Problem


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
    by: str | None = field("cap", "Cơ quan, người tặng", Text())
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
class Body(Sourced):
    unit: Link = field("don_vi", "Đơn vị", Ref("don-vi", "truong"), required=True)
    """Hội đồng, ban, đơn vị có việc trong phong trào."""
    role: str = field("viec", "Việc", Prose(), required=True)
    """Phát động, xét, tổng hợp, kiểm tra…"""


@dataclass(frozen=True, kw_only=True)
class Honoured(Sourced):
    year: int = field("nam", "Năm", Whole(1945, 2100), required=True)
    """Năm được khen, công nhận."""
    name: str = field("ten", "Tập thể, cá nhân", Text(), required=True)
    """Tên như quyết định hoặc tin công khai ghi; cá nhân chỉ ghi họ tên, chức danh."""
    form: str = field("hinh_thuc", "Danh hiệu, hình thức khen thưởng", Text(), required=True)
    """Danh hiệu hoặc hình thức khen đã nhận."""
    school: Link | None = field("truong", "Trường", Ref("truong"))
    """Trường của tập thể, cá nhân ấy."""
    by: str | None = field("cap", "Cơ quan, người tặng", Text())
    """Người hoặc cơ quan tặng."""


@dataclass(frozen=True, kw_only=True)
class Movement(Entry):
    """An emulation movement."""

    KIND: ClassVar[str] = "phong-trao"

    theme: str | None = field("chu_de", "Chủ đề", Text())
    """Chủ đề, khẩu hiệu của phong trào."""
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
        "tap_the", "Nội dung đối với tập thể", ListOf(Group(Content))
    )
    """Nội dung thi đua của tập thể."""
    individual: tuple[Content, ...] = field(
        "ca_nhan", "Nội dung đối với cá nhân", ListOf(Group(Content))
    )
    """Nội dung thi đua của cá nhân."""
    titles: tuple[str, ...] = field("danh_hieu", "Danh hiệu", ListOf(Text()))
    """Danh hiệu riêng của phong trào."""
    awards: tuple[Award, ...] = field("khen_thuong", "Khen thưởng", ListOf(Group(Award)))
    """Hình thức khen."""
    steps: tuple[Step, ...] = field("cac_buoc", "Các bước", ListOf(Group(Step)))
    """Trình tự thực hiện."""
    bodies: tuple[Body, ...] = field("bo_may", "Cơ quan, đơn vị", ListOf(Group(Body)))
    """Ai giữ việc gì trong phong trào."""
    honoured: tuple[Honoured, ...] = field(
        "vinh_danh", "Tập thể, cá nhân được khen", ListOf(Group(Honoured))
    )
    """Đã được khen trong phong trào này, mỗi lần khen một mục."""


def _check(movement: Movement) -> Iterator[Problem]:
    """Nobody is honoured before it begins, and nobody twice for the same."""
    met: dict[tuple[int, str, str], int] = {}
    for place, one in enumerate(movement.honoured, 1):
        where = f"vinh_danh[{place}]"
        if movement.start and one.year < movement.start:
            told = f"năm {one.year} trước khi có phong trào, năm {movement.start}."
            yield movement.problem(f"{where}.nam", told, "vinh-danh", "xem lại hai năm")
        if first := met.get((one.year, one.name, one.form)):
            told = f"«{one.name}» đã có ở vinh_danh[{first}], cùng năm, cùng hình thức."
            yield movement.problem(f"{where}.ten", told, "vinh-danh", "giữ một mục")
        met.setdefault((one.year, one.name, one.form), place)


KIND = Kind(
    model=Movement,
    label="Phong trào thi đua",
    one="phong trào",
    lead=(
        "Các phong trào thi đua «Xây dựng trường chính trị chuẩn»: nội dung đối với tập thể, cá "
        "nhân, cách xét và khen thưởng."
    ),
    how="Mở từng phong trào để xem nội dung, cách xét và các văn bản liên quan.",
    menu="Thi đua",
    check=_check,
    order=lambda movement: (-(movement.start or 0), bool(movement.part_of), movement.id),
)
