"""Sự kiện: seminars, working trips, inspections, courses; schema.org `Event`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from portal.forms import Word
from portal.kinds.base import (
    Choice,
    Entry,
    Group,
    Kind,
    Link,
    Linked,
    Listed,
    ListOf,
    Moment,
    PartialDate,
    Prose,
    Ref,
    Sourced,
    Text,
    alike,
    field,
)
from portal.problem import Problem


class Step(StrEnum):
    """Days of a school's recognition that are events too, by their keys there."""

    PROVINCIAL = "hoi_dong_tinh"
    SURVEY = "khao_sat"
    APPRAISAL = "tham_dinh"
    CEREMONY = "le_don_bang"


@dataclass(frozen=True, kw_only=True)
class EventKind(Listed):
    """Loại sự kiện."""

    LIST: ClassVar[str] = "loai-su-kien"

    steps: tuple[Step, ...] = field("moc_cong_nhan", "Mốc công nhận", ListOf(Word(Step)))
    """Sự kiện loại này là một trong các mốc nào ở khoá cong_nhan của trường: ngày hai nơi ghi phải
    khớp nhau."""
    said: tuple[str, ...] = field("cach_noi", "Cách nói trong bài", ListOf(Text(40)))
    """Câu có cách nói này kèm một ngày thì được đối chiếu với ngày của mốc."""


@dataclass(frozen=True, kw_only=True)
class Session(Sourced):
    on: PartialDate | None = field("ngay", "Ngày", Moment())
    """Bỏ trống nếu sự kiện trong một ngày."""
    time: str | None = field("gio", "Giờ", Text(40))
    """Ví dụ 13:30."""
    title: str = field("viec", "Nội dung", Text(), required=True)
    """Một mục của chương trình."""
    who: str | None = field("ai", "Người, đơn vị thực hiện", Text())
    """Ai trình bày, chủ trì mục này."""


@dataclass(frozen=True, kw_only=True)
class Paper(Sourced):
    title: str = field("ten", "Tham luận", Text(), required=True)
    """Tên tham luận, báo cáo."""
    authors: tuple[str, ...] = field("tac_gia", "Tác giả", ListOf(Text()))
    """Người, đơn vị viết."""
    article: Link | None = field("bai_viet", "Bài trên cổng", Ref("bai-viet"))
    """Nếu cổng có bài."""


@dataclass(frozen=True, kw_only=True)
class Event(Entry):
    """Something that happens on a day."""

    KIND: ClassVar[str] = "su-kien"

    type: EventKind = field("loai", "Loại", Choice(EventKind), required=True)
    """Hội nghị, hội thảo, đoàn công tác, thẩm định, lớp bồi dưỡng…"""
    start: PartialDate = field("bat_dau", "Bắt đầu", Moment(), required=True)
    """Ngày diễn ra."""
    end: PartialDate | None = field("ket_thuc", "Kết thúc", Moment())
    """Bỏ trống nếu trong một ngày."""
    time: str | None = field("gio", "Giờ", Text(40))
    """Ví dụ 13:30."""
    place: str | None = field("dia_diem", "Địa điểm", Text())
    """Nơi tổ chức, hoặc trực tuyến."""
    organisers: tuple[Link, ...] = field("chu_tri", "Chủ trì", ListOf(Ref("don-vi", "truong")))
    """Đơn vị chủ trì."""
    schools: tuple[Link, ...] = field("truong", "Trường liên quan", ListOf(Ref("truong")))
    """Các trường tham gia hoặc được làm việc cùng."""
    documents: tuple[Link, ...] = field("van_ban", "Văn bản", ListOf(Ref("van-ban")))
    """Văn bản ra từ sự kiện hoặc là căn cứ của sự kiện."""
    text: str | None = field("noi_dung", "Nội dung", Prose())
    """Diễn ra thế nào, kết luận gì."""
    indicators: tuple[Link, ...] = field(
        "chi_tieu", "Phục vụ tiêu chí, chỉ tiêu", ListOf(Ref("bo-tieu-chi"))
    )
    """Lớp bồi dưỡng, hội thảo góp phần đạt chỉ tiêu nào. Ghi mã bộ#mã chỉ tiêu hoặc #tieu-chi-N."""
    programme: tuple[Session, ...] = field("chuong_trinh", "Chương trình", ListOf(Group(Session)))
    """Các mục theo thứ tự."""
    papers: tuple[Paper, ...] = field("tham_luan", "Tham luận", ListOf(Group(Paper)))
    """Tham luận, báo cáo trình bày."""
    conclusions: tuple[Link, ...] = field(
        "ket_luan", "Việc giao tại kết luận", ListOf(Ref("nhiem-vu"))
    )
    """Mỗi việc được giao là một nhiệm vụ của cổng."""


def _check(event: Event) -> Iterator[Problem]:
    """The programme keeps to the days of the event."""
    last = event.end or event.start
    for place, one in enumerate(event.programme, 1):
        if one.on and (one.on.is_before(event.start) or last.is_before(one.on)):
            told = f"«{one.on}» ngoài các ngày của sự kiện."
            yield event.problem(f"chuong_trinh[{place}].ngay", told, "ngay-su-kien", "xem lại ngày")


KIND = Kind(
    model=Event,
    label="Sự kiện",
    one="sự kiện",
    lead="Hội nghị, hội thảo, đoàn công tác, thẩm định, lớp bồi dưỡng: đã qua và sắp tới.",
    menu="Tin tức",
    called=(
        *("tin tức", "tin hoạt động", "dòng thời gian", "dòng sự kiện", "hội nghị, hội thảo"),
        *("hoạt động của các trường", "các buổi lễ", "đã diễn ra những gì"),
        *("hội nghị gần đây", "hội nghị của Học viện với các trường"),
        *("lễ công nhận gần đây", "tin về các trường", "hội thảo, tọa đàm"),
    ),
    order=lambda event: (event.start.earliest if event.start else date.min, event.id),
    newest_first=True,
    identity=lambda event: (alike(event.title), str(event.start)),
    check=_check,
    about=lambda event: event.text or f"{event.type.label}, {event.start.named}.",
    linked=Linked(
        "Event",
        {
            "start": "startDate",
            "end": "endDate",
            "place": "location",
            "organisers": "organizer",
        },
    ),
)
