"""Bộ tiêu chí: versioned sets: set → level → tiêu chí → chỉ tiêu, thresholds typed and nullable."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar

from portal.kinds.base import (
    Choice,
    Entry,
    Group,
    Kind,
    Link,
    ListOf,
    Number,
    Prose,
    Ref,
    Segment,
    Sourced,
    Text,
    Topic,
    Whole,
    field,
)
from portal.kinds.criteria import codes, evidence, maps, pages, soundness
from portal.kinds.criteria.evidence import Paper
from portal.kinds.criteria.lists import Operator
from portal.kinds.criteria.maps import SetMap
from portal.kinds.criteria.quantities import Quantity, Rule
from portal.problem import Problem


@dataclass(frozen=True, kw_only=True)
class Count(Sourced):
    """How many chỉ tiêu a part of the set has, as one source says."""

    value: int | None = field("so", "Số chỉ tiêu", Whole(0, 1000))
    """Bỏ trống nếu chưa rõ."""
    criterion: int | None = field("tieu_chi", "Của tiêu chí số", Whole(1, 99))
    """Bỏ trống nếu là tổng của cả mức."""


@dataclass(frozen=True, kw_only=True)
class Level(Sourced):
    number: int = field("so", "Mức", Whole(1, 9), required=True)
    """1 hoặc 2."""
    title: str = field("ten", "Tên", Text(), required=True)
    """Cách gọi đầy đủ, ví dụ: Đạt chuẩn mức 1."""
    counts: tuple[Count, ...] = field("so_chi_tieu", "Số chỉ tiêu", ListOf(Group(Count)))
    """Mỗi con số một mục, kèm nguồn; các nguồn khác nhau thì ghi đủ."""


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """A ratio or quantity to compare: numerator over denominator where both are named."""

    operator: Operator = field("phep_so", "Phép so", Choice(Operator), required=True)
    """Ít nhất, bằng, nhiều nhất."""
    value: Decimal | None = field("gia_tri", "Giá trị", Number())
    """Bỏ trống nếu biết có ngưỡng mà chưa biết bao nhiêu."""
    unit: str = field("don_vi_tinh", "Đơn vị tính", Text(40), required=True, example="%")
    """%, đề tài, người, m²…"""
    numerator: str | None = field("tu_so", "Tử số", Text())
    """Đếm ai, đếm cái gì."""
    denominator: str | None = field("mau_so", "Mẫu số", Text())
    """Trên tổng nào; bỏ trống nếu không phải tỷ lệ."""
    period: str | None = field("ky_tinh", "Kỳ tính", Text())
    """Tính ở thời điểm hay trong khoảng nào."""
    rule: Rule | None = field("cach_tinh", "Cách tính", Group(Rule))
    """Tính từ đại lượng nào của bộ, để trang tự rà soát tính thay; bỏ trống nếu phải tự xét."""


@dataclass(frozen=True, kw_only=True)
class Indicator(Sourced):
    """Chỉ tiêu."""

    id: str = field("ma", "Mã", Segment(), required=True)
    """Mã của cổng này, không phải số trong văn bản: mMỨC-TIÊU CHÍ-SỐ. Không đổi sau khi đăng."""
    level: int = field("muc", "Mức", Whole(1, 9), required=True)
    """Thuộc mức nào."""
    title: str = field("ten", "Nội dung", Text(), required=True)
    """Đòi hỏi điều gì, bằng lời của ta."""
    threshold: Threshold | None = field("nguong", "Ngưỡng", Group(Threshold))
    """Bỏ trống nếu chưa có nguồn nói ngưỡng."""
    counterparts: tuple[str, ...] = field("tuong_ung", "Ở mức khác", ListOf(Segment()))
    """Mã chỉ tiêu cùng nội dung ở mức khác của bộ này; ghi ở một bên là đủ."""
    evidence: tuple[str, ...] = field("minh_chung", "Minh chứng", ListOf(Text()))
    """Khi có hướng dẫn nêu: mã giấy tờ khai ở giay_to của bộ, hoặc lời."""
    judging: tuple[str, ...] = field("danh_gia", "Cách đánh giá", ListOf(Prose()))
    """Ai xem xét, căn cứ vào đâu, thế nào là đạt, là vượt."""
    failings: tuple[str, ...] = field("thieu_sot", "Thiếu sót thường gặp", ListOf(Prose()))
    """Điều các trường hay thiếu; kèm nguồn trong câu."""
    examples: tuple[str, ...] = field("vi_du", "Ví dụ", ListOf(Prose()))
    """Trường cụ thể tính ra sao, đạt hay chưa; kèm nguồn trong câu."""
    questions: tuple[str, ...] = field("con_hoi", "Còn phải hỏi", ListOf(Text()))
    """Điều chưa rõ trong cách tính."""
    lead: tuple[Link, ...] = field("chu_tri", "Đơn vị chủ trì", ListOf(Ref("don-vi")))
    """Đơn vị mà nguồn giao chủ trì chỉ tiêu này; bỏ trống nếu nguồn không nêu."""
    clause: Link | None = field("dieu_khoan", "Điều khoản", Ref("van-ban"))
    """Điều khoản quy định, khi đã đọc được."""


@dataclass(frozen=True, kw_only=True)
class Criterion(Sourced):
    """Tiêu chí: one of the six fields."""

    number: int = field("so", "Số", Whole(1, 99), required=True)
    """Thứ tự trong bộ."""
    title: str = field("ten", "Tên", Text(), required=True)
    """Tên tiêu chí."""
    topic: Topic = field("linh_vuc", "Lĩnh vực", Choice(Topic), required=True)
    """Để nối với văn bản, mô hình, việc cùng lĩnh vực."""
    summary: str | None = field("tom_tat", "Tóm tắt", Prose())
    """Tiêu chí này xét điều gì."""
    keywords: tuple[str, ...] = field("tu_khoa", "Từ khoá", ListOf(Text(80)))
    """Cách gọi khác mà người đọc có thể gõ khi tìm tiêu chí này."""
    unknowns: tuple[str, ...] = field("chua_ro", "Chưa rõ", ListOf(Text()))
    """Phần còn thiếu của tiêu chí này."""
    indicators: tuple[Indicator, ...] = field("chi_tieu", "Chỉ tiêu", ListOf(Group(Indicator)))
    """Các chỉ tiêu đã biết, mọi mức."""

    @property
    def id(self) -> str:
        return f"tieu-chi-{self.number}"

    def at_level(self, level: int) -> tuple[Indicator, ...]:
        return tuple(one for one in self.indicators if one.level == level)


@dataclass(frozen=True, kw_only=True)
class CriteriaSet(Entry):
    """A set of criteria as one regulation lays it down."""

    KIND: ClassVar[str] = "bo-tieu-chi"

    document: Link = field("van_ban", "Văn bản quy định", Ref("van-ban"), required=True)
    """Văn bản ban hành bộ tiêu chí này."""
    replaces: Link | None = field("thay_cho", "Thay cho bộ", Ref("bo-tieu-chi"))
    """Bộ tiêu chí trước đó."""
    levels: tuple[Level, ...] = field("muc", "Các mức", ListOf(Group(Level)), required=True)
    """Mỗi mức một mục."""
    quantities: tuple[Quantity, ...] = field("dai_luong", "Đại lượng", ListOf(Group(Quantity)))
    """Những số mỗi trường tự biết, nhập một lần, dùng cho mọi cách tính."""
    papers: tuple[Paper, ...] = field("giay_to", "Giấy tờ", ListOf(Group(Paper)))
    """Giấy tờ mà các chỉ tiêu dùng, mỗi thứ khai một lần."""
    criteria: tuple[Criterion, ...] = field("tieu_chi", "Các tiêu chí", ListOf(Group(Criterion)))
    """Sáu tiêu chí, mỗi tiêu chí kèm các chỉ tiêu đã biết."""
    maps: tuple[SetMap, ...] = field("doi_chieu", "Đối chiếu với bộ khác", ListOf(Group(SetMap)))
    """Chỉ tiêu nào giữ, nâng, hạ, mới, bỏ so với một bộ khác; máy tự xét theo ngưỡng."""

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        return tuple(one for criterion in self.criteria for one in criterion.indicators)

    def anchors(self) -> dict[str, str]:
        criteria = {one.id: f"Tiêu chí {one.number}. {one.title}" for one in self.criteria}
        return criteria | {one.id: one.title for one in self.indicators}


def _check(criteria_set: CriteriaSet) -> Iterator[Problem]:
    yield from codes.check(criteria_set)
    yield from soundness.check(criteria_set)
    yield from evidence.check(criteria_set)
    yield from maps.check(criteria_set)


ALL = "chi-tieu"
"""Where the table of all chỉ tiêu stands."""
FACETS: Mapping[str, str] = MappingProxyType(
    {
        "bo": "Bộ tiêu chí",
        "muc": "Mức",
        "tieu-chi": "Tiêu chí",
        "cach-xet": "Cách xét",
        "nguong": "Ngưỡng",
        "chu-tri": "Đơn vị chủ trì",
    }
)
"""By what chỉ tiêu are sorted apart: the segment of the address, and the label."""

KIND = Kind(
    model=CriteriaSet,
    label="Bộ tiêu chí",
    one="bộ tiêu chí",
    lead=(
        "Sáu tiêu chí của trường chính trị chuẩn, các mức, những chỉ tiêu và ngưỡng đã có nguồn; "
        "phần thiếu ghi dấu «–»."
    ),
    how="Mở một tiêu chí để xem chỉ tiêu và ngưỡng; ở đầu trang có phiếu tự đánh giá để in.",
    menu="Tiêu chí",
    called=(
        "tiêu chí trường chuẩn",
        "tiêu chí trường chính trị chuẩn",
        "các tiêu chí",
        "danh mục tiêu chí",
        *("bảng tổng hợp tiêu chí", "bảng tiêu chí", "có những tiêu chí nào"),
    ),
    parts=pages.parts,
    rows=pages.rows,
    made=(ALL,),
    check=_check,
)
