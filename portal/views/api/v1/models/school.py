"""Trường chính trị, as other programmes read it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from portal.views.api.v1.models.entry import Entry, Statement
from portal.views.api.v1.models.values import Code, Link, Moment
from portal.views.api.v1.properties import Model, public

_NOT_STATED = "Nguồn không nêu."
_NO_DAY = "Chưa rõ ngày."


@dataclass(frozen=True, kw_only=True)
class Name(Statement):
    """Một tên gọi."""

    text: str = public("Tên")
    start: Moment | None = public("Từ", unknown=_NO_DAY)
    end: Moment | None = public("Đến", "Vắng khi còn dùng hoặc chưa rõ.", optional=True)


@dataclass(frozen=True, kw_only=True)
class Founding(Statement):
    """Thành lập hoặc hợp nhất."""

    on: Moment | None = public("Ngày", unknown=_NO_DAY)
    decision: str | None = public("Quyết định", unknown=_NOT_STATED)
    tradition_day: Moment | None = public("Ngày truyền thống", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Campus(Statement):
    """Một cơ sở."""

    name: str = public("Cơ sở")
    address: str | None = public("Địa chỉ", unknown=_NOT_STATED)
    area: Decimal | None = public("Diện tích", "Mét vuông.", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Speaker(Statement):
    """Người giữ chức vụ ký hoặc phát biểu công khai thay mặt trường."""

    name: str = public("Họ tên")
    post: str = public("Chức vụ")
    as_of: Moment | None = public("Theo nguồn ngày", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Scheme(Statement):
    """Đề án xây dựng trường chính trị chuẩn."""

    number: str | None = public("Số", unknown=_NOT_STATED)
    on: Moment | None = public("Ngày", unknown=_NO_DAY)
    issuer: str | None = public("Cơ quan phê duyệt", unknown=_NOT_STATED)
    period: str | None = public("Giai đoạn", unknown=_NOT_STATED)
    document: Link | None = public("Văn bản", unknown="Văn bản chưa có trang.")


@dataclass(frozen=True, kw_only=True)
class Result(Model):
    """Số chỉ tiêu."""

    met: int | None = public("Số đạt", unknown=_NOT_STATED)
    total: int | None = public("Tổng", unknown=_NOT_STATED)
    exceeded: int | None = public("Số vượt", unknown=_NOT_STATED)
    criterion: int | None = public("Riêng tiêu chí số", optional=True)
    text: str | None = public("Kết quả khác", optional=True)


@dataclass(frozen=True, kw_only=True)
class Recognition(Statement):
    """Một lần công nhận, của riêng trường này."""

    level: int = public("Mức")
    state: Code = public("Tình trạng")
    criteria: Link | None = public("Theo bộ tiêu chí", unknown=_NOT_STATED)
    place: str | None = public("Thứ tự", "Trường thứ mấy, như nguồn nêu.", optional=True)
    provincial: Moment | None = public("Hội đồng cấp tỉnh", unknown=_NO_DAY)
    survey: Moment | None = public("Học viện khảo sát", unknown=_NO_DAY)
    appraisal: Moment | None = public("Hội đồng thẩm định", unknown=_NO_DAY)
    decision: str | None = public("Quyết định công nhận", unknown="Chưa có thông tin.")
    ceremony: Moment | None = public("Lễ đón Bằng", unknown=_NO_DAY)
    results: tuple[Result, ...] = public("Kết quả")


@dataclass(frozen=True, kw_only=True)
class Figure(Model):
    """Một số liệu."""

    about: str = public("Chỉ số")
    value: str = public("Giá trị", "Như nguồn ghi: 54/59, 89,9%.")


@dataclass(frozen=True, kw_only=True)
class Snapshot(Statement):
    """Số liệu tại một thời điểm."""

    as_of: Moment | None = public("Thời điểm", unknown="Nguồn không nêu thời điểm.")
    level: int | None = public("Theo mức", unknown=_NOT_STATED)
    results: tuple[Result, ...] = public("Chỉ tiêu")
    figures: tuple[Figure, ...] = public("Số liệu")
    text: str | None = public("Nhận xét", optional=True)


@dataclass(frozen=True, kw_only=True)
class Target(Statement):
    """Mục tiêu đã công bố."""

    level: int = public("Mức")
    by: Moment | None = public("Đến", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Inherited(Model):
    """Công nhận của trường tiền thân; không mặc nhiên mang sang trường này."""

    school: Link | None = public("Trường", unknown="Trường chưa có trang.")
    level: int = public("Mức", made=lambda c, one, e: one.recognition.level)
    ceremony: Moment | None = public(
        "Lễ đón Bằng", made=lambda c, one, e: one.recognition.ceremony, unknown=_NO_DAY
    )


@dataclass(frozen=True, kw_only=True)
class SchoolStatus(Model):
    """Tình trạng công nhận tại ngày của bộ dữ liệu."""

    state: Code = public("Tình trạng công nhận")
    level: int | None = public("Mức", unknown="Chưa có thông tin về việc công nhận.")
    since: Moment | None = public("Từ ngày", of="on", unknown=_NO_DAY)
    inherited: tuple[Inherited, ...] = public("Công nhận của tiền thân")


@dataclass(frozen=True, kw_only=True)
class School(Entry):
    """Trường chính trị."""

    province: Code = public("Tỉnh, thành phố")
    current: bool = public(
        "Đang hoạt động", "false: đã hợp nhất.", made=lambda c, one, e: one.is_current
    )
    status: SchoolStatus = public("Công nhận", made=lambda c, one, e: c.school_status(one))
    names: tuple[Name, ...] = public("Tên gọi")
    start: Moment | None = public("Hoạt động từ", unknown=_NO_DAY)
    end: Moment | None = public("Đến", "Ngày hợp nhất; vắng khi đang hoạt động.", optional=True)
    predecessors: tuple[Link, ...] = public("Hợp nhất từ")
    successor: Link | None = public(
        "Nay thuộc", "Trường hợp nhất.", made=lambda c, one, e: c.successor(one), optional=True
    )
    founding: Founding | None = public("Thành lập", unknown=_NOT_STATED)
    website: str | None = public("Trang thông tin", unknown="Chưa có thông tin.")
    campuses: tuple[Campus, ...] = public("Cơ sở")
    speakers: tuple[Speaker, ...] = public("Người đại diện")
    schemes: tuple[Scheme, ...] = public("Đề án")
    recognitions: tuple[Recognition, ...] = public("Các lần công nhận")
    targets: tuple[Target, ...] = public("Mục tiêu")
    snapshots: tuple[Snapshot, ...] = public("Số liệu theo thời điểm")
