"""Forms of numbers, written as in Vietnamese: a comma before decimals, no thousands mark."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from portal.forms.form import Form, Lists, Reader
from portal.source import Scalar
from portal.text import quote


class Number(Form):
    """A number; comma or dot before decimals, no thousands mark."""

    python = "Decimal"
    example = "89,9"
    how = "số, dấu phẩy trước phần lẻ"

    def __init__(self, least: int | None = None, most: int | None = None) -> None:
        self.least, self.most = least, most
        self.how = f"{self.how}{self._range()}"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Decimal | None:
        if not re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", text) or re.fullmatch(r"-?0[0-9]+", text):
            such = f"viết chữ số{self._such_as()}"
            reader.fault(where, value.line, f"{quote(text)} không phải một số.", "so", such)
            return None
        if re.fullmatch(r"-?[1-9][0-9]{0,2}\.[0-9]{3}", text):
            told = f"{quote(text)} hiểu được hai cách: hàng nghìn, hoặc số lẻ."
            either = f"viết {text.replace('.', '')} hoặc {text.replace('.', ',')}"
            reader.fault(where, value.line, told, "so", either)
            return None
        made = Decimal(text.replace(",", "."))
        if (self.least is not None and made < self.least) or (
            self.most is not None and made > self.most
        ):
            reader.fault(
                where,
                value.line,
                f"{quote(text)} nằm ngoài khoảng cho phép.",
                "so",
                f"viết số{self._range()}",
            )
            return None
        return made

    def _range(self) -> str:
        least = f" từ {self.least}" if self.least is not None else ""
        return f"{least} đến {self.most}" if self.most is not None else least

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": ["number", "string"], "pattern": r"^-?\d+([.,]\d+)?$"}


class Whole(Number):
    """A whole number."""

    python = "int"
    example = "55"
    how = "số nguyên"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> Any:
        made = super().scalar(text, value, where, reader)
        if made is not None and made != int(made):
            reader.fault(
                where,
                value.line,
                f"{quote(text)} không phải số nguyên.",
                "so",
                f"ví dụ: {self.example}",
            )
            return None
        return None if made is None else int(made)

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "integer"}
