"""Bài viết: articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import Address, Entry, Kind, Link, Linked, ListOf, Ref, Text, date, field


@dataclass(frozen=True, kw_only=True)
class Article(Entry):
    """An article written for the portal, or a pointer to one printed elsewhere."""

    KIND: ClassVar[str] = "bai-viet"

    authors: tuple[str, ...] = field("tac_gia", "Tác giả", ListOf(Text()))
    """Người viết hoặc đơn vị viết."""
    printed_in: str | None = field("dang_tai", "Đã đăng tại", Text())
    """Tạp chí, bản tin, số, năm; bỏ trống nếu viết cho cổng."""
    url: str | None = field("dia_chi", "Địa chỉ gốc", Address())
    """Địa chỉ bài gốc."""
    about: tuple[Link, ...] = field(
        "noi_ve",
        "Đề cập",
        ListOf(Ref("van-ban", "bo-tieu-chi", "truong", "mo-hinh", "phong-trao", "quy-trinh")),
    )
    """Các mục của cổng mà bài nói tới."""


KIND = Kind(
    model=Article,
    label="Bài viết",
    one="bài viết",
    lead="Giải thích, phân tích, kinh nghiệm; mỗi bài dẫn nguồn cho từng con số.",
    how="Bài mới nhất ở trên; nguồn ở cuối mỗi bài.",
    menu="Tin tức",
    text=True,
    order=lambda article: (article.published or date.min, article.id),
    newest_first=True,
    linked=Linked("Article", {"authors": "author", "published": "datePublished"}),
)
