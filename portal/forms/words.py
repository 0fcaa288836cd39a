"""Forms of plain words: a line, paragraphs, yes or no, an address of the web."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from portal.forms.form import Form, Lists, Reader
from portal.source import Scalar
from portal.text import fold, quote
from portal.url import NO_SCHEME, reason


class Text(Form):
    """One line of plain text."""

    def __init__(self, longest: int = 600) -> None:
        self.longest = longest
        self.how = f"một dòng, nhiều nhất {longest} ký tự"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> str:
        if len(text) > self.longest:
            reader.fault(
                where,
                value.line,
                f"dài {len(text)} ký tự, nhiều nhất {self.longest}.",
                "qua-dai",
                "viết gọn lại",
            )
        return " ".join(text.split())


class Prose(Form):
    """One or more paragraphs; Markdown inside lines (links, emphasis) is allowed."""

    python = "Prose"
    how = "một hoặc nhiều đoạn, dùng được Markdown"


class YesNo(Form):
    """có or không."""

    python = "bool"
    example = "có"
    how = "có hoặc không"
    _WORDS = MappingProxyType({"co": True, "khong": False, "true": True, "false": False})

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> bool | None:
        made = self._WORDS.get(fold(text))
        if made is None:
            reader.fault(
                where,
                value.line,
                f"{quote(text)} phải là có hoặc không.",
                "kieu",
                "viết có hoặc không",
            )
        return made

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"enum": ["có", "không", True, False]}


class Address(Form):
    """A web address, http or https."""

    example = "https://hcma.vn/"
    how = "địa chỉ trang web, cả https://"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> str | None:
        if why := reason(text):
            reader.fault(
                where,
                value.line,
                f"{quote(text)} không phải địa chỉ trang web.",
                "dia-chi",
                "chép cả địa chỉ, bắt đầu bằng https://"
                if why == NO_SCHEME
                else f"chép lại địa chỉ; địa chỉ này {why}",
            )
            return None
        return text

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "format": "uri", "pattern": "^https?://"}
