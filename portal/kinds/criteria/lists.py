"""The closed lists of criteria sets: ways of comparing, and what a school may answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from portal.kinds.base import Listed, Text, Toned, YesNo, field


class Comparison(StrEnum):
    """The ways of comparing that machines know."""

    AT_LEAST = "it-nhat"
    EQUAL = "bang"
    AT_MOST = "nhieu-nhat"


@dataclass(frozen=True, kw_only=True)
class Operator(Listed):
    """Phép so."""

    LIST: ClassVar[str] = "phep-so"
    NEEDED: ClassVar[type[StrEnum] | None] = Comparison

    sign: str = field("dau", "Dấu", Text(3), required=True, default="", example="≥")
    """Dấu in trước ngưỡng."""


class Untouched(StrEnum):
    """What a chỉ tiêu begins with."""

    NOT_YET = "chua-ra-soat"


@dataclass(frozen=True, kw_only=True)
class SelfAnswer(Toned):
    """Câu trả lời khi tự rà soát."""

    LIST: ClassVar[str] = "tu-danh-gia"
    NEEDED: ClassVar[type[StrEnum] | None] = Untouched

    met: bool = field("dat", "Tính là đạt", YesNo(), default=False)
    """có: chỉ tiêu được đếm vào số đạt."""
    exceeds: bool = field("vuot", "Là vượt", YesNo(), default=False)
    """có: cao hơn ngưỡng."""
    apart: bool = field("khong_tinh", "Không tính vào tổng", YesNo(), default=False)
    """có: chỉ tiêu không được đếm vào tổng."""
    open: bool = field("con_mo", "Còn phải tìm hiểu", YesNo(), default=False)
    """có: chưa phải kết luận."""
