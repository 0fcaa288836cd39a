"""Thuật ngữ: terms and abbreviations; schema.org `DefinedTerm`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import Entry, Kind, Link, ListOf, Prose, Ref, Text, field
from portal.text import sort_key


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    """A word of the field with its meaning."""

    KIND: ClassVar[str] = "thuat-ngu"

    abbreviations: tuple[str, ...] = field("viet_tat", "Viết tắt", ListOf(Text(40)))
    """Các cách viết tắt."""
    synonyms: tuple[str, ...] = field("cach_goi_khac", "Cách gọi khác", ListOf(Text(120)))
    """Cách gọi khác gặp trong văn bản, báo chí."""
    definition: str = field("nghia", "Nghĩa", Prose(), required=True)
    """Nghĩa bằng lời của ta."""
    related: tuple[Link, ...] = field(
        "lien_quan",
        "Liên quan",
        ListOf(Ref("thuat-ngu", "van-ban", "bo-tieu-chi", "don-vi", "quy-trinh")),
    )
    """Mục nên xem thêm."""


KIND = Kind(
    model=Term,
    label="Thuật ngữ",
    one="thuật ngữ",
    lead="Từ ngữ và chữ viết tắt trong văn bản về trường chính trị chuẩn.",
    menu="Tra cứu",
    order=lambda term: sort_key(term.title),
)
