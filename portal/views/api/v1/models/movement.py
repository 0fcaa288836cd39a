"""Phong trào thi đua and mô hình, as other programmes read them."""

from __future__ import annotations

from dataclasses import dataclass

from portal.kinds.exemplar.questions import missing
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
class MovementBody(Statement):
    """Một cơ quan, đơn vị có việc trong phong trào."""

    unit: Link | None = public("Đơn vị", unknown="Đơn vị chưa có trang.")
    role: str = public("Việc")


@dataclass(frozen=True, kw_only=True)
class Honoured(Statement):
    """Một tập thể, cá nhân được khen."""

    year: int = public("Năm")
    name: str = public("Tập thể, cá nhân")
    form: str = public("Danh hiệu, hình thức khen")
    school: Link | None = public("Trường", unknown=_NOT_STATED)
    by: str | None = public("Ai tặng", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Movement(Entry):
    """Phong trào thi đua."""

    theme: str | None = public("Chủ đề", unknown=_NOT_STATED)
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
    bodies: tuple[MovementBody, ...] = public("Cơ quan, đơn vị")
    honoured: tuple[Honoured, ...] = public("Tập thể, cá nhân được khen")


@dataclass(frozen=True, kw_only=True)
class Outcome(Statement):
    """Một kết quả."""

    text: str = public("Kết quả")
    as_of: Moment | None = public("Thời điểm", unknown="Nguồn không nêu thời điểm.")
    type: Code | None = public("Loại", "Vắng: kết quả của riêng mô hình.", optional=True)
    measure: str | None = public("Chỉ số", "Đo bằng gì.", optional=True)
    before: str | None = public("Giá trị trước khi áp dụng", "Như nguồn ghi.", optional=True)
    value: str | None = public("Giá trị", "Như nguồn ghi.", optional=True)
    assessed_by: str | None = public("Ai đánh giá", "Vắng: trường tự nêu.", optional=True)


@dataclass(frozen=True, kw_only=True)
class Honour(Statement):
    """Một lần khen, công nhận dành cho mô hình."""

    form: str = public("Hình thức")
    by: str | None = public("Ai tặng", unknown=_NOT_STATED)
    on: Moment | None = public("Ngày", unknown=_NOT_STATED)
    basis: str | None = public("Căn cứ", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class FirstStep(Statement):
    """Một việc trong 90 ngày đầu của trường áp dụng."""

    day: int = public("Xong trước ngày thứ", "Tính từ ngày bắt đầu.")
    text: str = public("Việc")


@dataclass(frozen=True, kw_only=True)
class Adoption(Statement):
    """Một trường khác đã áp dụng."""

    school: Link | None = public("Trường", unknown="Trường chưa có trang.")
    start: Moment | None = public("Từ", unknown=_NOT_STATED)
    changed: str | None = public("Đã đổi", unknown=_NOT_STATED)
    outcome: str | None = public("Kết quả", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Exemplar(Entry):
    """Mô hình."""

    school: Link | None = public("Trường", unknown="Trường chưa có trang.")
    type: Code | None = public("Loại mô hình", unknown="Chưa xếp loại.")
    movement: Link | None = public("Phong trào", optional=True)
    indicators: tuple[Link, ...] = public("Phục vụ chỉ tiêu")
    start: Moment | None = public("Thực hiện từ", unknown=_NOT_STATED)
    scope: str | None = public("Phạm vi", unknown=_NOT_STATED)
    contact: str | None = public("Đầu mối liên hệ", unknown=_NOT_STATED)
    problem_text: str | None = public("Vấn đề", unknown=_NOT_STATED)
    context: str | None = public("Bối cảnh", unknown=_NOT_STATED)
    steps: tuple[str, ...] = public("Cách làm")
    resources: str | None = public("Nguồn lực", unknown=_NOT_STATED)
    cost: str | None = public("Chi phí", unknown=_NOT_STATED)
    effort: str | None = public("Công sức", unknown=_NOT_STATED)
    outcomes: tuple[Outcome, ...] = public("Kết quả")
    honours: tuple[Honour, ...] = public("Khen, công nhận")
    difficulties: str | None = public("Khó khăn", unknown=_NOT_STATED)
    conditions: str | None = public("Điều kiện áp dụng", unknown=_NOT_STATED)
    may_change: tuple[str, ...] = public("Điều được đổi")
    must_stay: tuple[str, ...] = public("Điều phải giữ")
    first_days: tuple[FirstStep, ...] = public("Việc 90 ngày đầu")
    adoptions: tuple[Adoption, ...] = public("Đã áp dụng tại")
    evidence_level: Code | None = public(
        "Mức minh chứng",
        "Tính từ những điều đã nêu.",
        made=lambda c, one, e: c.evidence(one).level,
        unknown="Chưa đánh giá.",
    )
    level_reason: str | None = public(
        "Lý do xếp mức", made=lambda c, one, e: c.evidence(one).reason or None, optional=True
    )
    untold: tuple[str, ...] = public(
        "Điều các nguồn không nêu",
        "Trong những điều cần biết trước khi áp dụng.",
        made=lambda c, one, e: tuple(it.name for it in missing(one)),
    )
