"""Sự kiện: seminars, working trips, inspections, courses; schema.org `Event`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from portal.kinds.base import (
    Choice,
    Entry,
    Kind,
    Link,
    Linked,
    Listed,
    ListOf,
    Moment,
    PartialDate,
    Prose,
    Ref,
    Text,
    field,
)


@dataclass(frozen=True, kw_only=True)
class EventKind(Listed):
    """Loại sự kiện."""

    LIST: ClassVar[str] = "loai-su-kien"


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


KIND = Kind(
    model=Event,
    label="Sự kiện",
    one="sự kiện",
    lead="Hội nghị, hội thảo, đoàn công tác, thẩm định, lớp bồi dưỡng: đã qua và sắp tới.",
    how="Sắp tới ở trên; đã qua xếp theo năm.",
    menu="Tin tức",
    called=("tin tức", "tin hoạt động", "dòng thời gian", "dòng sự kiện", "hội nghị, hội thảo"),
    order=lambda event: (event.start.earliest if event.start else date.min, event.id),
    newest_first=True,
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
