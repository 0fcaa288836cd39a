"""Bài viết: articles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import (
    Address,
    Entry,
    Kind,
    Link,
    Linked,
    ListOf,
    Ref,
    Text,
    Whole,
    date,
    field,
)
from portal.problem import Problem


@dataclass(frozen=True, kw_only=True)
class Article(Entry):
    """An article written for the portal, or a pointer to one printed elsewhere."""

    KIND: ClassVar[str] = "bai-viet"

    authors: tuple[str, ...] = field("tac_gia", "Tác giả", ListOf(Text()))
    """Người viết hoặc đơn vị viết."""
    units: tuple[str, ...] = field("don_vi", "Đơn vị của tác giả", ListOf(Text()))
    """Nơi tác giả công tác, như bài in."""
    printed_in: str | None = field("dang_tai", "Đã đăng tại", Text())
    """Tạp chí, bản tin; bỏ trống nếu viết cho cổng."""
    issue: str | None = field("so", "Số", Text(80), example="532 (6/2022)")
    """Số, kỳ, năm của tạp chí, bản tin."""
    series: str | None = field("loat_bai", "Loạt bài", Text())
    """Tên loạt bài, viết giống nhau ở mọi bài của loạt."""
    part: int | None = field("bai_thu", "Bài thứ", Whole(1, 99))
    """Bài thứ mấy của loạt."""
    url: str | None = field("dia_chi", "Địa chỉ gốc", Address())
    """Địa chỉ bài gốc."""
    about: tuple[Link, ...] = field(
        "noi_ve",
        "Đề cập",
        ListOf(Ref("van-ban", "bo-tieu-chi", "truong", "mo-hinh", "phong-trao", "quy-trinh")),
    )
    """Các mục của cổng mà bài nói tới."""


def _check(article: Article) -> Iterator[Problem]:
    if article.issue and not article.printed_in:
        told = "có số mà không nói của tạp chí, bản tin nào."
        yield article.problem("so", told, "bai-viet", "thêm dang_tai")
    if bool(article.part) != bool(article.series):
        key, other = ("bai_thu", "loat_bai") if article.part else ("loat_bai", "bai_thu")
        told = f"có {key} mà không có {other}."
        yield article.problem(key, told, "bai-viet", f"thêm {other}, hoặc xoá {key}")


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
    check=_check,
    linked=Linked("Article", {"authors": "author", "published": "datePublished"}),
)
