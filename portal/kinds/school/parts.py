"""What is told of a school in groups: names, sites, recognitions, figures of one day.

Comes in: nothing; the fields are declared here. Goes out: models, each with its sources. Refuses to
know: the school they are of.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from portal.kinds.base import (
    Choice,
    Group,
    Link,
    ListOf,
    Moment,
    Number,
    PartialDate,
    Prose,
    Ref,
    Sourced,
    Text,
    Whole,
    YesNo,
    field,
)
from portal.kinds.school.lists import RecognitionState


@dataclass(frozen=True, kw_only=True)
class Name(Sourced):
    """Where the school's name was read."""

    text: str = field("ten", "Tên", Text(), required=True)
    """Tên đầy đủ."""
    start: PartialDate | None = field("tu", "Từ", Moment())
    """Mang tên này từ khi nào."""
    end: PartialDate | None = field("den", "Đến", Moment())
    """Thôi mang tên này từ khi nào."""


@dataclass(frozen=True, kw_only=True)
class Founding(Sourced):
    on: PartialDate | None = field("ngay", "Ngày", Moment())
    """Ngày thành lập hoặc ngày hợp nhất của pháp nhân này."""
    decision: str | None = field("quyet_dinh", "Quyết định", Text())
    """Số, ngày, cơ quan của quyết định."""
    tradition_day: PartialDate | None = field("ngay_truyen_thong", "Ngày truyền thống", Moment())
    """Ngày truyền thống của trường, nếu có nguồn."""


@dataclass(frozen=True, kw_only=True)
class Campus(Sourced):
    name: str = field("ten", "Cơ sở", Text(), required=True)
    """Cơ sở 1, cơ sở 2…"""
    address: str | None = field("dia_chi", "Địa chỉ", Text())
    """Địa chỉ công khai."""
    area: Decimal | None = field("dien_tich_m2", "Diện tích (m²)", Number(0))
    """Mét vuông."""


@dataclass(frozen=True, kw_only=True)
class Speaker(Sourced):
    """An office-holder who speaks for the school in public; nobody else is named."""

    name: str = field("ten", "Họ tên", Text(), required=True)
    """Kèm học hàm, học vị nếu nguồn ghi."""
    post: str = field("chuc_vu", "Chức vụ", Text(), required=True)
    """Hiệu trưởng, Phó Hiệu trưởng…"""
    as_of: PartialDate | None = field("thoi_diem", "Theo nguồn ngày", Moment())
    """Nguồn nói tới chức vụ này vào lúc nào."""


@dataclass(frozen=True, kw_only=True)
class Scheme(Sourced):
    """Đề án xây dựng trường chính trị chuẩn."""

    number: str | None = field("so", "Số", Text())
    """Số đề án hoặc quyết định phê duyệt."""
    on: PartialDate | None = field("ngay", "Ngày", Moment())
    """Ngày ban hành hoặc phê duyệt."""
    issuer: str | None = field("co_quan", "Cơ quan", Text())
    """Cơ quan phê duyệt."""
    period: str | None = field("giai_doan", "Giai đoạn", Text())
    """Giai đoạn, đích của đề án."""
    document: Link | None = field("van_ban", "Văn bản", Ref("van-ban"))
    """Nếu cổng có trang của đề án."""


@dataclass(frozen=True, kw_only=True)
class Result:
    met: int | None = field("dat", "Số đạt", Whole(0, 1000))
    """Số chỉ tiêu đạt."""
    total: int | None = field("tong", "Tổng", Whole(0, 1000))
    """Trên tổng số chỉ tiêu."""
    exceeded: int | None = field("vuot", "Số vượt", Whole(0, 1000))
    """Số chỉ tiêu vượt."""
    criterion: int | None = field("tieu_chi", "Riêng tiêu chí số", Whole(1, 99))
    """Nếu chỉ là kết quả của một tiêu chí."""
    text: str | None = field("ghi", "Ghi thêm", Text())
    """Kết quả khác như nguồn nêu."""

    @property
    def counted(self) -> bool:
        """Whether it says how many are met; a total alone, or words, do not."""
        return self.met is not None or self.exceeded is not None


@dataclass(frozen=True, kw_only=True)
class Recognition(Sourced):
    """One recognition, with the steps whose days are known. Belongs to this legal entity alone."""

    level: int = field("muc", "Mức", Whole(1, 9), required=True)
    """Mức chuẩn."""
    state: RecognitionState = field(
        "tinh_trang", "Tình trạng", Choice(RecognitionState), required=True
    )
    """Đã công nhận, đang thẩm định…"""
    criteria: Link | None = field("bo_tieu_chi", "Theo bộ", Ref("bo-tieu-chi"))
    """Bộ tiêu chí đã dùng."""
    place: str | None = field("thu_tu", "Thứ tự", Text(80))
    """Trường thứ mấy, như nguồn nêu."""
    first: bool = field("dau_tien_ca_nuoc", "Trường đầu tiên cả nước", YesNo(), default=False)
    """có: nguồn nêu đây là trường đầu tiên trong cả nước đạt mức này; trước ngày lễ ấy chưa trường
    nào khác được tính."""
    provincial: PartialDate | None = field("hoi_dong_tinh", "Hội đồng cấp tỉnh", Moment())
    """Ngày hội đồng cấp tỉnh họp."""
    survey: PartialDate | None = field("khao_sat", "Học viện khảo sát", Moment())
    """Ngày đoàn Học viện khảo sát."""
    appraisal: PartialDate | None = field("tham_dinh", "Hội đồng thẩm định", Moment())
    """Ngày hội đồng thẩm định của Học viện họp."""
    decision: str | None = field("quyet_dinh", "Quyết định công nhận", Text())
    """Số, ngày; bỏ trống nếu chưa thấy."""
    ceremony: PartialDate | None = field("le_don_bang", "Lễ đón Bằng", Moment())
    """Ngày lễ, hoặc giới hạn đã biết: trước 2026-01-30."""
    results: tuple[Result, ...] = field("ket_qua", "Kết quả", ListOf(Group(Result)))
    """Kết quả lúc công nhận."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A number of one thing at one time."""

    about: str = field("chi_so", "Chỉ số", Text(), required=True)
    """Đếm gì: giảng viên, thạc sĩ trở lên…"""
    value: str = field("gia_tri", "Giá trị", Text(80), required=True)
    """Như nguồn ghi: 54/59, 89,9%, gần 70%."""


@dataclass(frozen=True, kw_only=True)
class Snapshot(Sourced):
    """What was known of the school on one day."""

    as_of: PartialDate | None = field("thoi_diem", "Thời điểm", Moment())
    """Số liệu của ngày nào; bỏ trống nếu nguồn không nói."""
    level: int | None = field("muc", "Theo mức", Whole(1, 9))
    """Kết quả tính theo mức nào."""
    results: tuple[Result, ...] = field("ket_qua", "Chỉ tiêu", ListOf(Group(Result)))
    """Số chỉ tiêu đạt, tổng, vượt."""
    figures: tuple[Figure, ...] = field("so_lieu", "Số liệu", ListOf(Group(Figure)))
    """Nhân sự, lớp, đề tài, cơ sở vật chất: chỉ số tổng, không ghi tên người."""
    text: str | None = field("noi_dung", "Nhận xét", Prose())
    """Điều nguồn nói thêm."""

    @property
    def counted(self) -> bool:
        """Whether it counts the chỉ tiêu that are met."""
        return any(one.counted for one in self.results)


@dataclass(frozen=True, kw_only=True)
class Target(Sourced):
    level: int = field("muc", "Mức", Whole(1, 9), required=True)
    """Mức phấn đấu."""
    by: PartialDate | None = field("nam", "Đến", Moment())
    """Năm phấn đấu; bỏ trống nếu nguồn không nêu."""
