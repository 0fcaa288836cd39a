"""The closed lists of duties: kinds of deadlines, and the states the portal finds duties in.

Comes in: nothing; `library.lists` reads the files by these declarations. Goes out: typed options.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from portal.forms import YesNo
from portal.kinds.fields import field
from portal.kinds.lists import Listed, Toned


@dataclass(frozen=True, kw_only=True)
class DeadlineType(Listed):
    """Loại thời hạn."""

    LIST: ClassVar[str] = "loai-thoi-han"

    unstated: bool = field("khong_neu", "Không nêu", YesNo(), default=False)
    """có: văn bản không nêu hạn; trang ghi «không nêu», trừ khi biết năm cuối."""
    every_year: bool = field("hang_nam", "Hằng năm", YesNo(), default=False)
    """có: mỗi năm một lần; không rõ ngày thì tính tới cuối năm."""
    in_words: bool = field("theo_loi", "Theo lời văn bản", YesNo(), default=False)
    """có: không quy ra năm được thì trang hiện lời văn bản (nhu_ghi)."""


class When(StrEnum):
    """The states that `library.status` finds a duty in."""

    DUE = "toi-han"
    ONGOING = "trong-ky"
    AHEAD = "chua-den"
    STANDING = "thuong-xuyen"
    UNSTATED = "khong-neu-han"
    PAST = "qua-ky"
    REPEALED = "van-ban-het"
    DISSOLVED = "don-vi-ket-thuc"


@dataclass(frozen=True, kw_only=True)
class DutyState(Toned):
    """Tình trạng nhiệm vụ."""

    LIST: ClassVar[str] = "tinh-trang-nhiem-vu"
    NEEDED: ClassVar[type[StrEnum] | None] = When

    open: bool = field("con_viec", "Còn phải làm", YesNo(), default=False)
    """có: việc còn phải làm; đứng trước trong danh sách, được tính khi đếm việc của đơn vị."""
