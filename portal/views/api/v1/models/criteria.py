"""Bộ tiêu chí, as other programmes read it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

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
class Threshold(Model):
    """Ngưỡng."""

    operator: Code = public("Phép so")
    value: Decimal | None = public("Giá trị", unknown="Biết có ngưỡng, chưa rõ bao nhiêu.")
    unit: str = public("Đơn vị tính")
    numerator: str | None = public("Tử số", unknown=_NOT_STATED)
    denominator: str | None = public("Mẫu số", "Vắng khi không phải tỷ lệ.", optional=True)
    period: str | None = public("Kỳ tính", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Indicator(Statement):
    """Chỉ tiêu."""

    id: str = public("Mã", "Mã của cổng, không phải số trong văn bản.")
    level: int = public("Mức")
    title: str = public("Nội dung")
    threshold: Threshold | None = public("Ngưỡng", unknown=_NOT_STATED)
    evidence: tuple[str, ...] = public("Minh chứng")
    examples: tuple[str, ...] = public("Ví dụ")
    questions: tuple[str, ...] = public("Còn phải hỏi", "Điều chưa rõ trong cách tính.")
    clause: Link | None = public("Điều khoản", unknown=_NOT_STATED)


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
class CriteriaSet(Entry):
    """Bộ tiêu chí."""

    document: Link | None = public("Văn bản quy định", unknown="Văn bản chưa đăng.")
    replaces: Link | None = public("Thay cho bộ", optional=True)
    levels: tuple[Level, ...] = public("Các mức")
    criteria: tuple[Criterion, ...] = public("Các tiêu chí")
