"""Hỏi đáp: published answers, each with its ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import Day, Entry, Kind, Link, Linked, ListOf, Ref, date, field


@dataclass(frozen=True, kw_only=True)
class Answer(Entry):
    """A question readers ask; the body answers."""

    KIND: ClassVar[str] = "hoi-dap"

    grounds: tuple[Link, ...] = field(
        "can_cu",
        "Căn cứ",
        ListOf(Ref("van-ban", "bo-tieu-chi", "quy-trinh", "truong", "thuat-ngu")),
    )
    """Văn bản, tiêu chí, quy trình làm căn cứ trả lời."""
    answered_by: Link | None = field("tra_loi_boi", "Trả lời", Ref("don-vi"))
    """Đơn vị trả lời chính thức; bỏ trống nếu do ban biên tập tổng hợp từ nguồn."""
    answered: date | None = field("ngay_tra_loi", "Ngày trả lời", Day())
    """Ngày trả lời."""


KIND = Kind(
    model=Answer,
    label="Hỏi đáp",
    one="câu hỏi",
    lead="Câu hỏi thường gặp của các trường, cán bộ; câu trả lời kèm căn cứ.",
    how="Câu hỏi chung ở trên, sau đó theo từng tiêu chí; mở câu hỏi để xem trả lời và căn cứ.",
    menu="Tra cứu",
    called=(
        *("câu hỏi thường gặp", "hỏi và đáp", "giải đáp", "giải đáp vướng mắc", "faq"),
        *("thắc mắc thường gặp", "những câu hay hỏi"),
    ),
    text=True,
    order=lambda answer: answer.id,
    shelf=lambda answer: answer.topics if len(answer.topics) == 1 else (),
    linked=Linked("Question"),
)
