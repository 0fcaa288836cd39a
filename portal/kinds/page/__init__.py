"""Trang: one-off pages of prose, Markdown anywhere in `docs/` outside the kinds' folders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import Entry, Kind, Text, Whole, field

NEWS, PROGRESS, DEFECTS, FINDING = "co-gi-moi", "tien-do", "khiem-khuyet", "tim-kiem"
BOOKLET, CITATIONS, DATA = "tai-lieu-hoi-nghi", "trich-dan", "du-lieu"
EMBEDDING, ASSESSMENT = "nhung", "tu-ra-soat"
MADE = (NEWS, PROGRESS, DEFECTS, FINDING, BOOKLET, CITATIONS, DATA, EMBEDDING, ASSESSMENT)
"""Addresses of pages the views make without a file of their own."""
WORDING = "gioi-thieu/cach-viet"
"""The page of an editor below which the list «Cách viết» is told."""
ENGLISH = "en"
"""The one-off page that tells of the portal in English."""
FILES, COMPARED = "tep", "doi-chieu"
"""Where files to download stand, and texts set side by side."""
API, FEEDS = "api", "theo-doi"
"""Where data for programmes stand, and feeds."""
OWN = (*MADE, FILES, COMPARED, API, FEEDS, "404", "assets", "sitemap")
"""First segments below which the portal puts what it makes: no page of an editor stands there."""


@dataclass(frozen=True, kw_only=True)
class Page(Entry):
    """A page that is the only one of its kind: introduction, contact, accessibility."""

    KIND: ClassVar[str] = "trang"

    menu: str | None = field("menu", "Nhóm menu", Text(40))
    """Tên nhóm trong menu; bỏ trống nếu không có trong menu."""
    menu_title: str | None = field("ten_menu", "Tên trong menu", Text(40))
    """Tên ngắn trong menu; bỏ trống nếu dùng tiêu đề."""
    place: int | None = field("thu_tu", "Thứ tự", Whole(0, 999))
    """Thứ tự trong nhóm menu."""
    description: str | None = field("mo_ta", "Mô tả", Text(200))
    """Một câu cho máy tìm kiếm."""


KIND = Kind(
    model=Page,
    label="Trang",
    one="trang",
    lead="",
    menu="",
    text=True,
    anywhere=True,
    needs_source=False,
    made=OWN,
    asked=(
        *("danh sách", "danh mục", "bảng", "biểu đồ", "thống kê", "tổng hợp", "bảng tổng hợp"),
        *("trang", "mục", "chuyên mục", "xem", "tìm", "tải", "tra cứu", "tất cả", "toàn bộ"),
        *("cả nước", "hiện nay", "ở đâu", "của cổng", "trên cổng", "của chuyên mục"),
        *("tra", "in", "mở", "vào", "lấy", "muốn xem", "trang này", "cổng này", "chuyên mục này"),
        *("trên trang này", "của trang này", "website này", "trang web này", "ở trang nào"),
    ),
    order=lambda page: (page.place or 0, page.id),
)
