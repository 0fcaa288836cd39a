"""Nguồn: where a fact was read, and how far the place can be trusted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from portal.dates import day
from portal.kinds.base import (
    Address,
    Choice,
    Day,
    Entry,
    Kind,
    Moment,
    PartialDate,
    Shortened,
    Text,
    Toned,
    YesNo,
    alike,
    field,
)
from portal.text import sort_key


class Known(StrEnum):
    """The rank of what is no source of its own: a document of the portal that was read."""

    DOCUMENT = "van-ban"


@dataclass(frozen=True, kw_only=True)
class Rank(Toned, Shortened):
    """Hạng nguồn, từ đáng tin nhất."""

    LIST: ClassVar[str] = "hang-nguon"
    NEEDED: ClassVar[type[StrEnum] | None] = Known

    withheld: bool = field("khong_dang", "Không đăng", YesNo(), default=False)
    """có: nguồn hạng này không được nêu tên; điều chỉ dựa vào nguồn hạng này được giữ trong tệp,
    không đăng ở khoá nào."""


@dataclass(frozen=True, kw_only=True)
class Reference(Entry):
    """A page of the web, or a paper, that facts rest on."""

    KIND: ClassVar[str] = "nguon"

    rank: Rank = field("hang", "Hạng", Choice(Rank), required=True)
    """Nguồn này đáng tin tới đâu."""
    publisher: str | None = field("co_quan", "Nơi đăng", Text())
    """Tên báo, cổng thông tin, cơ quan."""
    url: str | None = field("dia_chi", "Địa chỉ", Address())
    """Địa chỉ đầy đủ."""
    date_published: PartialDate | None = field("ngay_cong_bo", "Ngày công bố", Moment())
    """Ngày bài đăng, nếu thấy."""
    read_on: date | None = field("ngay_doc", "Ngày truy cập", Day(), required=True)
    """Ngày biên tập viên mở nguồn."""
    extent: str | None = field("phan_da_doc", "Phần đã đối chiếu", Text())
    """Cả bài, hay chỉ phần đầu."""

    @property
    def name(self) -> str:
        """`Nhân Dân: Lễ đón Bằng`: two papers may print one headline; an edition is told once."""
        if not self.publisher or self.publisher in self.title:
            return self.title
        _, comma, edition = self.publisher.rpartition(", ")
        title = self.title.removesuffix(f", {edition}") if comma else self.title
        return f"{self.publisher}: {title}"


def _about(reference: Reference) -> str:
    """«Báo chí: Báo Nhân Dân; truy cập ngày 21/11/2026.»"""
    publisher = f": {reference.publisher}" if reference.publisher else ""
    read = f"; truy cập ngày {day(reference.read_on)}" if reference.read_on else ""
    return f"{reference.rank.label}{publisher}{read}."


KIND = Kind(
    model=Reference,
    label="Nguồn",
    one="nguồn",
    lead="Các nguồn của dữ kiện trong chuyên mục, xếp theo loại, từ mức tin cậy cao nhất.",
    how=(
        "Mở một nguồn để xem những mục dựa vào nguồn đó. Trang đăng lại chỉ được "
        "nêu khi một văn bản chưa có nguồn nào khác; dữ kiện chỉ có ở trang đăng lại thì chưa đăng."
    ),
    menu="Tra cứu",
    called=(
        *("nguồn", "danh mục nguồn", "tài liệu tham khảo"),
        *("thông tin lấy từ đâu", "lấy nguồn ở đâu", "báo nào viết"),
    ),
    needs_source=False,
    order=lambda reference: (reference.rank.place, sort_key(reference.name)),
    shelf=lambda reference: reference.id,
    identity=lambda reference: (reference.url or alike(reference.name),),
    about=_about,
)
