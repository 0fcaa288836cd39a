"""Trường chính trị: legal entities with dates, lineage, recognition, dated snapshots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from portal.kinds.base import (
    Address,
    Choice,
    Day,
    Entry,
    Group,
    Kind,
    Link,
    Linked,
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
    alike,
    date,
    field,
    groups,
)
from portal.kinds.school.lists import Province, RecognitionState
from portal.problem import Problem
from portal.text import sort_key


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


@dataclass(frozen=True, kw_only=True)
class School(Entry):
    """A provincial political school as a legal entity."""

    KIND: ClassVar[str] = "truong"

    province: Province = field("tinh", "Tỉnh, thành phố", Choice(Province), required=True)
    """Tỉnh, thành của pháp nhân này; trường trước 01/7/2025 dùng mã tỉnh cũ."""
    names: tuple[Name, ...] = field("ten_goi", "Tên gọi", ListOf(Group(Name)))
    """Các tên đã dùng, mỗi tên một nguồn."""
    start: PartialDate | None = field("bat_dau", "Hoạt động từ", Moment())
    """Pháp nhân này có từ ngày nào; bỏ trống nếu có từ trước năm 2021 mà không rõ ngày."""
    end: PartialDate | None = field("ket_thuc", "Hoạt động đến", Moment())
    """Ngày hợp nhất vào trường khác; bỏ trống nếu còn hoạt động."""
    predecessors: tuple[Link, ...] = field("hop_nhat_tu", "Hợp nhất từ", ListOf(Ref("truong")))
    """Các trường hợp thành trường này; phía kia tự hiện."""
    founding: Founding | None = field("thanh_lap", "Thành lập", Group(Founding))
    """Thành lập hoặc hợp nhất."""
    website: str | None = field("trang_web", "Trang thông tin", Address())
    """Trang chính thức của trường."""
    campuses: tuple[Campus, ...] = field("co_so", "Cơ sở", ListOf(Group(Campus)))
    """Các cơ sở."""
    speakers: tuple[Speaker, ...] = field("dai_dien", "Lãnh đạo trường", ListOf(Group(Speaker)))
    """Chỉ người giữ chức vụ ký hoặc phát biểu công khai thay mặt trường."""
    schemes: tuple[Scheme, ...] = field("de_an", "Đề án", ListOf(Group(Scheme)))
    """Đề án xây dựng trường chính trị chuẩn."""
    recognitions: tuple[Recognition, ...] = field(
        "cong_nhan", "Công nhận", ListOf(Group(Recognition))
    )
    """Chỉ của pháp nhân này; không ghi lại công nhận của trường tiền thân."""
    targets: tuple[Target, ...] = field("muc_tieu", "Mục tiêu", ListOf(Group(Target)))
    """Mục tiêu đã công bố."""
    snapshots: tuple[Snapshot, ...] = field(
        "anh_chup", "Số liệu theo thời điểm", ListOf(Group(Snapshot))
    )
    """Mỗi lần có số liệu là một mục mới; không sửa mục cũ."""

    @property
    def is_current(self) -> bool:
        return self.end is None

    @property
    def recognised(self) -> tuple[Recognition, ...]:
        """Recognitions granted, not those in preparation."""
        return tuple(one for one in self.recognitions if one.state.granted)


def _check(school: School) -> Iterator[Problem]:
    for where, group in groups(school):
        if isinstance(group, Result):
            met, total, exceeded = group.met, group.total, group.exceeded
            if met is not None and total is not None and met > total:
                told = f"đạt {met} nhiều hơn tổng {total}."
                yield school.problem(f"{where}.dat", told, "dat-qua-tong", "xem lại hai số")
            most = met if met is not None else total
            if exceeded is not None and most is not None and exceeded > most:
                told = f"vượt {exceeded} nhiều hơn {most} chỉ tiêu."
                yield school.problem(f"{where}.vuot", told, "dat-qua-tong", "xem lại hai số")


KIND = Kind(
    model=School,
    label="Các trường",
    one="trường",
    lead=(
        "Các trường chính trị hiện nay và các trường trước ngày 01/7/2025: hợp nhất từ trường nào, "
        "tình trạng đạt chuẩn và căn cứ."
    ),
    how=(
        "Chọn tỉnh, thành phố. Ngày ghi cạnh «Đạt chuẩn» là ngày lễ đón Bằng. Dấu «–» không có "
        "nghĩa là trường không đạt chuẩn."
    ),
    menu="Các trường",
    called=(
        "bản đồ các trường",
        "bản đồ trường",
        "danh bạ các trường",
        "địa chỉ các trường",
        "trường các tỉnh",
        *("cả nước có bao nhiêu trường", "số trường chính trị cả nước", "hiện có mấy trường"),
        *("trường theo vùng, miền", "trường ở miền Bắc, miền Trung, miền Nam, Tây Nguyên"),
        *("danh sách hiệu trưởng các trường", "tên mới của các trường", "trang web các trường"),
    ),
    asked=(
        *("hiệu trưởng", "phó hiệu trưởng", "ban giám hiệu", "lãnh đạo", "địa chỉ", "trụ sở"),
        *("số điện thoại", "điện thoại", "email", "website", "trang web", "ở đâu"),
        *("thông tin", "giới thiệu", "lịch sử", "thành lập", "tình trạng", "tên gọi", "đổi tên"),
        *("đạt chuẩn", "đạt chuẩn mức", "đạt chuẩn mức 1", "đạt chuẩn mức 2", "mức 1", "mức 2"),
        *("đạt mức", "được công nhận", "công nhận", "khi nào", "bao giờ", "năm nào"),
        *("sáp nhập", "hợp nhất", "sáp nhập với trường", "hợp nhất với trường", "vào tỉnh"),
    ),
    order=lambda school: (not school.is_current, sort_key(school.province.bare)),
    shelf=lambda school: school.is_current,
    identity=lambda school: (alike(school.title), str(school.start)),
    check=_check,
    linked=Linked(
        "EducationalOrganization",
        {"start": "foundingDate", "end": "dissolutionDate", "website": "sameAs"},
    ),
)

__all__ = ["KIND", "Day", "School", "date"]
