"""Forms of time: a day of the calendar, or a day known only in part."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from typing import Any

from portal.dates import BOUNDS, Bound, PartialDate, impossible, iso_of
from portal.forms.form import Form, Lists, Reader
from portal.source import Scalar
from portal.text import quote


class Day(Form):
    """A day of the calendar."""

    python = "date"
    example = "2026-03-05"
    how = "ngày: năm-tháng-ngày"
    _SHAPE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> date | None:
        if self._SHAPE.fullmatch(text):
            with suppress(ValueError):
                return date.fromisoformat(text)
        if (why := impossible(text)) is not None:
            reader.fault(where, value.line, *_not_in_calendar(text, why))
            return None
        guess = iso_of(text) or _with_time(text)
        right = f": {guess}" if self._SHAPE.fullmatch(guess) else f", ví dụ {self.example}"
        told = f"{quote(text)} không phải một ngày."
        reader.fault(where, value.line, told, "ngay", f"viết năm-tháng-ngày{right}")
        return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _not_in_calendar(text: str, why: str) -> tuple[str, str, str]:
    """Sentence, rule and remedy; which day is meant, only the source tells."""
    told = f"{quote(text)} không có trong lịch{f': {why}' if why else ''}."
    return told, "ngay", "xem lại ngày và tháng ở nguồn"


def _with_time(text: str) -> str:
    """The day of `2025-09-13 09:00`; empty where it is no such text."""
    found = re.match(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]+[0-9]", text)
    return found[1] if found else ""


class Moment(Day):
    """A day, month, quarter or year, perhaps with trước, sau, khoảng, đầu, giữa, cuối before it."""

    python = "PartialDate"
    example = "2026-03-05, 2026-03, 2026-Q1, 2026, hoặc trước 2026-03-05"
    how = f"ngày, tháng, quý hoặc năm; có thể thêm {', '.join(Bound)}"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Any:
        try:
            return PartialDate.read(text)
        except ValueError:
            if (why := impossible(text)) is not None:
                reader.fault(where, value.line, *_not_in_calendar(text, why))
                return None
            guess = iso_of(text) or _with_time(text)
            right = f"viết {guess}" if guess else f"viết theo một trong các mẫu: {self.example}"
            told = f"{quote(text)} không phải một thời điểm."
            reader.fault(where, value.line, told, "ngay", right)
            return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {
            "type": ["string", "integer"],
            "pattern": rf"^(({BOUNDS}) )?" + r"\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?$",
        }
