"""Forms of time: a day of the calendar, or a day known only in part."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from portal.dates import BOUNDS, Bound, PartialDate, iso_of
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
            try:
                return date.fromisoformat(text)
            except ValueError:
                told = f"{quote(text)} không có trong lịch."
                reader.fault(where, value.line, told, "ngay", "xem lại ngày và tháng")
                return None
        guess = iso_of(text)
        told = f"{quote(text)} không phải một ngày."
        right = guess if self._SHAPE.fullmatch(guess) else self.example
        reader.fault(where, value.line, told, "ngay", f"viết năm-tháng-ngày: {right}")
        return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


class Moment(Day):
    """A day, month, quarter or year, perhaps with trước, sau, khoảng, đầu, giữa, cuối before it."""

    python = "PartialDate"
    example = "2026-03-05, 2026-03, 2026-Q1, 2026, hoặc trước 2026-03-05"
    how = f"ngày, tháng, quý hoặc năm; có thể thêm {', '.join(Bound)}"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Any:
        try:
            return PartialDate.read(text)
        except ValueError:
            told = f"{quote(text)} không phải một thời điểm."
            reader.fault(where, value.line, told, "ngay", f"viết {iso_of(text) or self.example}")
            return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {
            "type": ["string", "integer"],
            "pattern": rf"^(({BOUNDS}) )?" + r"\d{4}(-(Q[1-4]|\d{2}(-\d{2})?))?$",
        }
