"""Bài viết, sự kiện, thuật ngữ, hỏi đáp, đơn vị, nguồn, as other programmes read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.views.api.v1.models.entry import Entry, Statement
from portal.views.api.v1.models.values import Code, Link, Moment
from portal.views.api.v1.properties import public

_NOT_STATED = "Nguồn không nêu."


@dataclass(frozen=True, kw_only=True)
class Article(Entry):
    """Bài viết."""

    authors: tuple[str, ...] = public("Tác giả")
    units: tuple[str, ...] = public("Đơn vị của tác giả")
    printed_in: str | None = public("Đã đăng tại", "Vắng khi viết cho cổng.", optional=True)
    issue: str | None = public("Số, kỳ của tạp chí, bản tin", optional=True)
    series: str | None = public("Loạt bài", optional=True)
    part: int | None = public("Bài thứ mấy của loạt", optional=True)
    original: str | None = public("Địa chỉ bài gốc", of="url", optional=True)
    about: tuple[Link, ...] = public("Đề cập")


@dataclass(frozen=True, kw_only=True)
class EventSession(Statement):
    """Một mục của chương trình."""

    on: Moment | None = public("Ngày", "Vắng khi sự kiện trong một ngày.", optional=True)
    time: str | None = public("Giờ", unknown=_NOT_STATED)
    title: str = public("Nội dung")
    who: str | None = public("Người, đơn vị thực hiện", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class EventPaper(Statement):
    """Một tham luận."""

    title: str = public("Tên")
    authors: tuple[str, ...] = public("Tác giả")
    article: Link | None = public("Bài trên cổng", optional=True)


@dataclass(frozen=True, kw_only=True)
class Event(Entry):
    """Sự kiện."""

    type: Code = public("Loại sự kiện")
    start: Moment = public("Bắt đầu")
    end: Moment | None = public("Kết thúc", "Vắng khi trong một ngày.", optional=True)
    time: str | None = public("Giờ", unknown=_NOT_STATED)
    place: str | None = public("Địa điểm", unknown=_NOT_STATED)
    organisers: tuple[Link, ...] = public("Chủ trì")
    schools: tuple[Link, ...] = public("Trường liên quan")
    documents: tuple[Link, ...] = public("Văn bản")
    text: str | None = public("Nội dung", unknown=_NOT_STATED)
    indicators: tuple[Link, ...] = public("Phục vụ chỉ tiêu")
    programme: tuple[EventSession, ...] = public("Chương trình")
    papers: tuple[EventPaper, ...] = public("Tham luận")
    conclusions: tuple[Link, ...] = public("Việc giao tại kết luận")


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    """Thuật ngữ."""

    abbreviations: tuple[str, ...] = public("Viết tắt")
    synonyms: tuple[str, ...] = public("Cách gọi khác")
    definition: str = public("Nghĩa")
    related: tuple[Link, ...] = public("Liên quan")


@dataclass(frozen=True, kw_only=True)
class Answer(Entry):
    """Hỏi đáp."""

    grounds: tuple[Link, ...] = public("Căn cứ")
    answered_by: Link | None = public("Đơn vị trả lời", unknown="Ban biên tập tổng hợp từ nguồn.")
    answered: date | None = public("Ngày trả lời", unknown="Chưa ghi ngày.")


@dataclass(frozen=True, kw_only=True)
class Ending(Statement):
    """Kết thúc hoạt động."""

    on: Moment = public("Từ ngày")


@dataclass(frozen=True, kw_only=True)
class Unit(Entry):
    """Đơn vị."""

    type: Code = public("Loại đơn vị")
    abbreviations: tuple[str, ...] = public("Viết tắt")
    part_of: Link | None = public("Thuộc", "Cơ quan cấp trên.", unknown=_NOT_STATED)
    former_names: tuple[str, ...] = public("Tên khác, tên cũ")
    website: str | None = public("Trang thông tin", unknown="Chưa có thông tin.")
    every_school: bool = public(
        "Gồm mọi trường", "true: việc giao cho nhóm này là việc của từng trường."
    )
    ended: Ending | None = public("Kết thúc hoạt động", optional=True)


@dataclass(frozen=True, kw_only=True)
class Reference(Entry):
    """Nguồn: nơi đã đọc một dữ kiện."""

    rank: Code = public("Loại nguồn", "Độ tin của nguồn.")
    publisher: str | None = public("Nơi đăng", unknown="Chưa rõ nơi đăng.")
    address: str | None = public("Địa chỉ", of="url", unknown="Chưa có địa chỉ.")
    date_published: Moment | None = public("Ngày công bố", unknown=_NOT_STATED)
    read_on: date | None = public("Ngày đọc", unknown="Chưa ghi ngày đọc.")
    extent: str | None = public("Phần đã đọc", unknown="Chưa ghi phần đã đối chiếu.")
