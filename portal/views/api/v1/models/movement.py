"""Phong trào thi đua and mô hình, as other programmes read them."""

from __future__ import annotations

from dataclasses import dataclass

from portal.views.api.v1.models.entry import Entry, Statement
from portal.views.api.v1.models.values import Code, Link, Moment
from portal.views.api.v1.properties import public

_NOT_STATED = "Nguồn không nêu."


@dataclass(frozen=True, kw_only=True)
class MovementContent(Statement):
    """Một nội dung thi đua."""

    title: str = public("Nội dung")
    text: str | None = public("Yêu cầu", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Award(Statement):
    """Một hình thức khen thưởng."""

    form: str = public("Hình thức")
    by: str | None = public("Cấp tặng", unknown=_NOT_STATED)
    how: str | None = public("Cách xét", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class MovementStep(Statement):
    """Một bước thực hiện."""

    title: str = public("Việc")
    who: str | None = public("Đơn vị thực hiện", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Movement(Entry):
    """Phong trào thi đua."""

    document: Link | None = public("Văn bản phát động", unknown=_NOT_STATED)
    launched_by: str | None = public("Phát động", unknown=_NOT_STATED)
    organiser: Link | None = public("Đơn vị tổ chức", unknown=_NOT_STATED)
    part_of: Link | None = public("Hưởng ứng phong trào", optional=True)
    start: int | None = public("Từ năm", unknown=_NOT_STATED)
    end: int | None = public("Đến năm", unknown=_NOT_STATED)
    collective: tuple[MovementContent, ...] = public("Nội dung với tập thể")
    individual: tuple[MovementContent, ...] = public("Nội dung với cá nhân")
    titles: tuple[str, ...] = public("Danh hiệu")
    awards: tuple[Award, ...] = public("Khen thưởng")
    steps: tuple[MovementStep, ...] = public("Các bước")


@dataclass(frozen=True, kw_only=True)
class Outcome(Statement):
    """Một kết quả."""

    text: str = public("Kết quả")
    as_of: Moment | None = public("Thời điểm", unknown="Nguồn không nêu thời điểm.")


@dataclass(frozen=True, kw_only=True)
class Exemplar(Entry):
    """Mô hình."""

    school: Link | None = public("Trường", unknown="Trường chưa có trang.")
    movement: Link | None = public("Phong trào", optional=True)
    indicators: tuple[Link, ...] = public("Phục vụ chỉ tiêu")
    start: Moment | None = public("Thực hiện từ", unknown=_NOT_STATED)
    problem_text: str | None = public("Vấn đề", unknown=_NOT_STATED)
    context: str | None = public("Bối cảnh", unknown=_NOT_STATED)
    steps: tuple[str, ...] = public("Cách làm")
    resources: str | None = public("Nguồn lực", unknown=_NOT_STATED)
    outcomes: tuple[Outcome, ...] = public("Kết quả")
    difficulties: str | None = public("Khó khăn", unknown=_NOT_STATED)
    conditions: str | None = public("Điều kiện áp dụng", unknown=_NOT_STATED)
    evidence_level: Code | None = public("Mức minh chứng", unknown="Chưa đánh giá.")
