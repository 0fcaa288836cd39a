"""Bộ tiêu chí, as other programmes read it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from portal.views.api.v1.models.entry import Entry, Statement
from portal.views.api.v1.models.values import Code, Link
from portal.views.api.v1.properties import Model, public

_NOT_STATED = "Chưa có nguồn nêu."


@dataclass(frozen=True, kw_only=True)
class Count(Statement):
    """Số chỉ tiêu theo một nguồn."""

    value: int | None = public("Số chỉ tiêu", unknown=_NOT_STATED)
    criterion: int | None = public("Của tiêu chí số", "Vắng khi là tổng của cả mức.", optional=True)


@dataclass(frozen=True, kw_only=True)
class Level(Statement):
    """Một mức chuẩn."""

    number: int = public("Mức")
    title: str = public("Tên")
    counts: tuple[Count, ...] = public("Số chỉ tiêu", "Theo từng nguồn.")


@dataclass(frozen=True, kw_only=True)
class Quantity(Statement):
    """Đại lượng: con số mỗi trường tự biết."""

    id: str = public("Mã", "Dùng trong cách tính.")
    title: str = public("Tên")
    unit: str = public("Đơn vị tính")
    definition: str | None = public("Gồm những gì", unknown=_NOT_STATED)
    as_of: str | None = public("Tính đến", unknown=_NOT_STATED)
    within: tuple[str, ...] = public(
        "Nằm trong", "Mã của đại lượng bao trùm: số này không thể lớn hơn số kia."
    )
    fractional: bool = public("Nhận số lẻ", "false: chỉ nhận số nguyên.")


class RoundingWay(StrEnum):
    """How a result is rounded before it is compared."""

    NEAREST = "nearest"
    DOWN = "down"


@dataclass(frozen=True, kw_only=True)
class Rounding(Model):
    """Cách làm tròn."""

    way: RoundingWay = public(
        "Cách",
        "nearest: từ nửa trở lên thì tăng; down: bỏ phần sau.",
        made=lambda c, one, e: RoundingWay[one.way.name],
    )
    digits: int = public("Số chữ số lẻ", "Giữ mấy chữ số sau dấu phẩy.")


@dataclass(frozen=True, kw_only=True)
class Rule(Model):
    """Cách tính từ các đại lượng của bộ."""

    numerator: tuple[str, ...] = public("Tử số gồm", "Mã các đại lượng cộng lại.")
    denominator: tuple[str, ...] = public(
        "Mẫu số gồm", "Mã các đại lượng cộng lại; trống khi chỉ đếm."
    )
    rounding: Rounding | None = public(
        "Làm tròn", "Vắng khi so con số đúng, không làm tròn.", optional=True
    )


@dataclass(frozen=True, kw_only=True)
class Threshold(Model):
    """Ngưỡng."""

    operator: Code = public("Phép so")
    value: Decimal | None = public("Giá trị", unknown="Biết có ngưỡng, chưa rõ bao nhiêu.")
    unit: str = public("Đơn vị tính")
    numerator: str | None = public("Tử số", unknown=_NOT_STATED)
    denominator: str | None = public("Mẫu số", "Vắng khi không phải tỷ lệ.", optional=True)
    period: str | None = public("Kỳ tính", unknown=_NOT_STATED)
    rule: Rule | None = public("Cách tính", "Vắng khi phải tự xét.", optional=True)


@dataclass(frozen=True, kw_only=True)
class Indicator(Statement):
    """Chỉ tiêu."""

    id: str = public("Mã", "Mã của cổng, không phải số trong văn bản.")
    level: int = public("Mức")
    title: str = public("Nội dung")
    threshold: Threshold | None = public("Ngưỡng", unknown=_NOT_STATED)
    counterparts: tuple[str, ...] = public("Ở mức khác", "Mã chỉ tiêu cùng nội dung.")
    evidence: tuple[str, ...] = public("Minh chứng", "Mã giấy tờ của bộ, hoặc lời.")
    judging: tuple[str, ...] = public("Cách đánh giá")
    failings: tuple[str, ...] = public("Thiếu sót thường gặp")
    examples: tuple[str, ...] = public("Ví dụ")
    questions: tuple[str, ...] = public("Còn phải hỏi", "Điều chưa rõ trong cách tính.")
    lead: tuple[Link, ...] = public("Đơn vị chủ trì")
    clause: Link | None = public("Điều khoản", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Paper(Statement):
    """Giấy tờ làm minh chứng."""

    id: str = public("Mã")
    title: str = public("Giấy tờ")
    number: str | None = public("Ký hiệu", unknown=_NOT_STATED)
    period: str | None = public("Của thời gian nào", unknown=_NOT_STATED)
    keeper: str | None = public("Nơi giữ", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Criterion(Statement):
    """Tiêu chí."""

    id: str = public("Mã")
    number: int = public("Số")
    title: str = public("Tên")
    topic: Code = public("Lĩnh vực")
    summary: str | None = public("Tóm tắt", unknown="Chưa có tóm tắt.")
    unknowns: tuple[str, ...] = public("Chưa rõ")
    indicators: tuple[Indicator, ...] = public("Chỉ tiêu", "Mọi mức.")


@dataclass(frozen=True, kw_only=True)
class Pair(Statement):
    """Chỉ tiêu nào của bộ kia đi với chỉ tiêu nào của bộ này."""

    old: tuple[str, ...] = public("Ở bộ kia", "Trống: chỉ tiêu mới.")
    new: tuple[str, ...] = public("Ở bộ này", "Trống: chỉ tiêu kia bị bỏ.")


@dataclass(frozen=True, kw_only=True)
class SetMap(Model):
    """Đối chiếu với một bộ khác."""

    other: Link | None = public("Với bộ", unknown="Bộ kia chưa đăng.")
    pairs: tuple[Pair, ...] = public("Từng cặp")


@dataclass(frozen=True, kw_only=True)
class CriteriaSet(Entry):
    """Bộ tiêu chí."""

    document: Link | None = public("Văn bản quy định", unknown="Văn bản chưa đăng.")
    replaces: Link | None = public("Thay cho bộ", optional=True)
    levels: tuple[Level, ...] = public("Các mức")
    quantities: tuple[Quantity, ...] = public("Đại lượng", "Dùng chung cho mọi cách tính.")
    papers: tuple[Paper, ...] = public("Minh chứng", "Giấy tờ mà các chỉ tiêu dùng.")
    criteria: tuple[Criterion, ...] = public("Các tiêu chí")
    maps: tuple[SetMap, ...] = public("Đối chiếu với bộ khác")
