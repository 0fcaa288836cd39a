"""A text a document had before: `docs/van-ban/<id>/<year-month-day>.md`.

Comes in: a source in the folder of a document's name. Goes out: the dated text. The document's own
file always holds the text of now.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import ClassVar

from portal.kinds.base import Choice, Entry, Link, Ref, field
from portal.kinds.document.clauses import Clause, outline, problems
from portal.kinds.document.lists import Quality
from portal.problem import Problem

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, kw_only=True)
class Version(Entry):
    """The text as it was from the day its file is named after."""

    KIND: ClassVar[str] = "van-ban"

    changed_by: Link | None = field("sua_boi", "Văn bản sửa", Ref("van-ban"))
    """Văn bản đã sửa lời này thành lời hiện nay; bỏ trống nếu chưa rõ."""
    text_quality: Quality = field("chat_luong_ban", "Bản đang dùng", Choice(Quality), required=True)
    """Ta đã đọc bản nào của lời này."""

    @property
    def document(self) -> str:
        """The id of the document it belongs to: the folder its file stands in."""
        return self.source.path.split("/")[-2]

    @property
    def day(self) -> date | None:
        """Since when the text was so; none where the file is not named after a day."""
        try:
            return (
                date.fromisoformat(self.source.name) if _DAY.fullmatch(self.source.name) else None
            )
        except ValueError:
            return None

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        return tuple(outline(self.body, self.source.body_line))

    def anchors(self) -> dict[str, str]:
        return {clause.id: clause.label for clause in self.clauses}


def check(version: Version) -> Iterator[Problem]:
    if version.day is None:
        told = f"tên tệp «{version.source.name}» không phải một ngày."
        remedy = "đặt tên tệp là ngày lời này bắt đầu: 2021-05-19.md"
        yield version.problem("", told, "phien-ban", remedy)
    yield from problems(version.source.path, version.clauses)
