"""Trường chính trị: legal entities with dates, lineage, recognition, dated snapshots."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import (
    Address,
    Choice,
    Entry,
    Group,
    Kind,
    Link,
    Linked,
    ListOf,
    Moment,
    PartialDate,
    Ref,
    alike,
    field,
    groups,
)
from portal.kinds.school.lists import Province
from portal.kinds.school.parts import (
    Campus,
    Founding,
    Name,
    Recognition,
    Result,
    Scheme,
    Snapshot,
    Speaker,
    Target,
)
from portal.problem import Problem
from portal.text import sort_key


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

__all__ = ["KIND", "School"]
