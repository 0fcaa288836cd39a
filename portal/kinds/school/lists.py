"""The closed lists schools choose from: provinces of now and before, how far a recognition is.

Comes in: nothing; `library.lists` reads the files by these declarations. Goes out: typed options.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from portal.forms import Day, ListOf, Sibling, Word, YesNo
from portal.kinds.fields import field
from portal.kinds.lists import Listed, Toned


class ProvinceRank(StrEnum):
    """What a province is."""

    PROVINCE = "tinh"
    CITY = "thanh-pho"


_RANK = re.compile(r"^(?:tỉnh|thành phố)\s+", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Province(Listed):
    """Tỉnh, thành phố."""

    LIST: ClassVar[str] = "dia-phuong"

    rank: ProvinceRank | None = field("cap", "Cấp", Word(ProvinceRank), required=True)
    """Tỉnh hay thành phố trực thuộc Trung ương."""
    start: date | None = field("tu", "Từ ngày", Day())
    """Có từ ngày nào; bỏ trống nếu có từ trước 2025."""
    end: date | None = field("den", "Đến ngày", Day())
    """Ngày cuối cùng; bỏ trống nếu nay vẫn còn."""
    made_of: tuple[str, ...] = field("hop_nhat_tu", "Hợp nhất từ", ListOf(Sibling()))
    """Các tỉnh, thành hợp thành."""
    part_of: str | None = field("nay_thuoc", "Nay thuộc", Sibling())
    """Tỉnh, thành hiện nay."""

    @property
    def bare(self) -> str:
        """Its name without what it is, for sorting and finding: «Thành phố Hồ Chí Minh» stands
        under H."""
        return _RANK.sub("", self.label)


class NoNews(StrEnum):
    """The states of a school of which no recognition tells."""

    SOMETHING = "chua-du-can-cu"
    NOTHING = "chua-co-thong-tin"


@dataclass(frozen=True, kw_only=True)
class RecognitionState(Toned):
    """Tình trạng công nhận, từ chắc chắn nhất."""

    LIST: ClassVar[str] = "tinh-trang-cong-nhan"
    NEEDED: ClassVar[type[StrEnum] | None] = NoNews

    granted: bool = field("da_cong_nhan", "Đã công nhận", YesNo(), default=False)
    """có: trường được tính là đạt chuẩn mức ấy."""
    merged: str | None = field("khi_da_hop_nhat", "Khi trường đã hợp nhất", Sibling())
    """Tình trạng được dùng thay khi trường đã hợp nhất: việc dở dang không còn tiếp tục."""
