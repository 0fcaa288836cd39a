"""Số liệu: one thing counted over time, as it was published; schema.org `Dataset`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from portal.kinds.base import (
    Day,
    Entry,
    Group,
    Kind,
    Linked,
    ListOf,
    Moment,
    PartialDate,
    Prose,
    Sourced,
    Text,
    Whole,
    field,
)
from portal.problem import Problem


@dataclass(frozen=True, kw_only=True)
class Mark(Sourced):
    """What was counted at one time."""

    as_of: PartialDate = field("thoi_diem", "Thời điểm", Moment(), required=True)
    """Số liệu của ngày nào, như nguồn nêu."""
    value: int = field("gia_tri", "Giá trị", Whole(0, 1_000_000), required=True)
    """Số đếm được."""
    total: int | None = field("tong", "Trên tổng số", Whole(1, 1_000_000))
    """Trong tổng số bao nhiêu, nếu nguồn nêu."""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A published figure that was wrong here, and is right now."""

    on: date = field("ngay", "Ngày sửa", Day(), required=True)
    """Ngày sửa con số trên cổng."""
    as_of: PartialDate = field("thoi_diem", "Số liệu của ngày", Moment(), required=True)
    """Con số ở thời điểm nào được sửa."""
    was: int = field("truoc", "Trước khi sửa", Whole(0, 1_000_000), required=True)
    """Con số đã đăng trước đó."""
    reason: str = field("ly_do", "Lý do", Prose(), required=True)
    """Vì sao sửa, theo nguồn nào."""


@dataclass(frozen=True, kw_only=True)
class Series(Entry):
    """One thing counted over time."""

    KIND: ClassVar[str] = "so-lieu"

    measures: str = field("do_gi", "Đếm gì", Prose(), required=True)
    """Đếm gì, trong phạm vi nào, ai đếm."""
    unit: str = field("don_vi_tinh", "Đơn vị tính", Text(40), required=True, example="trường")
    """Trường, đề án, lớp…"""
    marks: tuple[Mark, ...] = field("moc", "Các mốc", ListOf(Group(Mark)), required=True)
    """Mỗi thời điểm một mốc, mỗi mốc một nguồn; không sửa mốc cũ khi có mốc mới."""
    corrections: tuple[Correction, ...] = field(
        "dinh_chinh", "Đính chính", ListOf(Group(Correction))
    )
    """Các lần sửa con số đã đăng."""

    @property
    def in_order(self) -> tuple[Mark, ...]:
        """The earliest first."""
        return tuple(sorted(self.marks, key=lambda one: one.as_of.earliest))

    def at(self, day: date) -> Mark | None:
        """The newest that is surely not after a day."""
        known = [one for one in self.in_order if one.as_of.reached(day)]
        return known[-1] if known else None


def _check(series: Series) -> Iterator[Problem]:
    met: dict[str, int] = {}
    for place, one in enumerate(series.marks, 1):
        where = f"moc[{place}]"
        if one.total is not None and one.value > one.total:
            told = f"{one.value} nhiều hơn tổng {one.total}."
            yield series.problem(f"{where}.gia_tri", told, "dat-qua-tong", "xem lại hai số")
        first = met.setdefault(str(one.as_of), place)
        if first != place:
            told = f"«{one.as_of}» đã có ở mốc {first}."
            remedy = "giữ một mốc; hai nguồn nêu số khác nhau thì ghi cả hai ở mau_thuan"
            yield series.problem(f"{where}.thoi_diem", told, "moc-lap", remedy)
    for place, done in enumerate(series.corrections, 1):
        if str(done.as_of) not in met:
            told = f"không có mốc nào ở «{done.as_of}»."
            remedy = "ghi đúng thoi_diem của mốc đã sửa"
            yield series.problem(f"dinh_chinh[{place}].thoi_diem", told, "moc-la", remedy)


KIND = Kind(
    model=Series,
    label="Số liệu công bố",
    one="số liệu",
    lead="Số liệu toàn quốc đã được công bố, theo từng thời điểm, mỗi con số một nguồn.",
    menu="Các trường",
    called=(
        "thống kê",
        "số liệu thống kê",
        "bảng số liệu",
        "biểu đồ",
        "các con số",
        "số liệu qua các năm",
    ),
    check=_check,
    linked=Linked("Dataset", {"measures": "description"}),
)

__all__ = ["KIND", "Correction", "Mark", "Series"]
