"""The values of public objects: codes of closed lists, moments, references, sources, standings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from portal.views.api.v1.properties import Model, public


class Precision(StrEnum):
    """How exactly a moment is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Qualifier(StrEnum):
    """What a moment is to the date that is given."""

    BEFORE = "before"
    AFTER = "after"
    ABOUT = "about"
    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"


class Basis(StrEnum):
    """What a statement rests on."""

    SOURCE = "source"
    INFERRED = "inferred"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class Code(Model):
    """Một giá trị của danh mục."""

    code: str = public("Mã", "Không đổi; dùng để so.")
    label: str = public("Nhãn", "Chữ cho người đọc; có thể sửa lời.")


@dataclass(frozen=True, kw_only=True)
class Moment(Model):
    """Một thời điểm, có thể chỉ biết một phần."""

    date: str = public("Ngày", "YYYY, YYYY-MM hoặc YYYY-MM-DD, tùy mức đã biết.")
    precision: Precision = public("Độ chính xác", "Biết tới ngày, tháng, quý hay năm.")
    quarter: int | None = public("Quý", "Từ 1 đến 4, khi biết tới quý.", optional=True)
    qualifier: Qualifier | None = public(
        "Giới hạn", "Trước, sau, khoảng, đầu, giữa, cuối của ngày đã ghi.", optional=True
    )
    text: str = public("Lời", "Như trang hiện: «trước 30/01/2026».")


@dataclass(frozen=True, kw_only=True)
class Link(Model):
    """Đường dẫn tới một mục khác, có thể tới một chỗ trong mục đó."""

    kind: str = public("Loại", "Như ở index.json.")
    id: str = public("Mã", "Cùng với loại thì chỉ đúng một mục.")
    place: str | None = public("Chỗ", "Mã điều khoản, tiêu chí, chỉ tiêu.", optional=True)
    title: str = public("Tên", "Tên mục, kèm tên của chỗ nếu có.")
    path: str = public("Địa chỉ trang", "Tính từ trang chủ của cổng.")


@dataclass(frozen=True, kw_only=True)
class Source(Link):
    """Nguồn của một điều đã ghi."""

    rank: Code = public("Loại nguồn", "Độ tin của nguồn.")


@dataclass(frozen=True, kw_only=True)
class Standing(Model):
    """Một điều đã ghi dựa vào đâu."""

    basis: Basis = public("Căn cứ", "Có nguồn, suy luận từ nguồn, hoặc chưa ghi nguồn.")
    label: str = public("Nhãn", "Loại của nguồn đáng tin nhất, như trang hiện.")
    reason: str | None = public("Lý do", "Vì sao suy luận như vậy.", optional=True)
