"""Forms of what becomes part of an address of ours: a segment, a file, an old address."""

from __future__ import annotations

import re
from typing import Any

from portal import addresses
from portal.forms.form import Form, Lists, Reader
from portal.source import Scalar
from portal.text import quote

WRITTEN = "viết chữ thường không dấu và số, nối bằng gạch"


class Segment(Form):
    """An id of ours that is written out: the next segment of an address."""

    example = "m1-2-01"
    how = "mã: chữ thường không dấu, nối bằng gạch"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> str | None:
        if addresses.is_segment(text):
            return text
        told = f"{quote(text)} không dùng làm mã được."
        right = addresses.segment(text) or self.example
        reader.fault(where, value.line, told, "ma", f"{WRITTEN}, ví dụ: {right}")
        return None

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": "string", "pattern": addresses.SEGMENT}


class _Path(Form):
    """Segments or names joined by slashes; must not leave the folder they are meant below."""

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> str | None:
        if addresses.leaves(text):
            told = f"{quote(text)} dẫn ra ngoài cổng."
            remedy = f"viết đường dẫn bên trong, ví dụ: {self.example}"
            reader.fault(where, value.line, told, "ngoai-thu-muc", remedy)
            return None
        if not all(map(addresses.is_file, text.rstrip("/").split("/"))):
            plain = text.partition("?")[0].partition("#")[0].strip("/").split("/")
            told = f"{quote(text)} không dùng làm địa chỉ được."
            right = self.remedy("/".join(map(addresses.file, plain)))
            reader.fault(where, value.line, told, "ten-tep", right)
            return None
        return text

    def remedy(self, right: str) -> str:
        return f"viết {right}"

    def schema(self, lists: Lists) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"], "pattern": addresses.PATH}


_FOLDER = re.compile(r"(?:\.{0,2}/)*(?:docs/)?tep/(?=.)")


class FilePath(_Path):
    """A file below `docs/tep/`."""

    example = "quy-dinh-11.pdf"
    how = "tên tệp trong docs/tep/, chữ không dấu, không dấu cách"

    def scalar(self, text: str, value: Scalar, where: str, reader: Reader) -> str | None:
        folder = _FOLDER.match(text)
        if folder and all(map(addresses.is_file, text[folder.end() :].split("/"))):
            told = f"{quote(text)} có cả tên thư mục; chỗ này tính từ docs/tep/."
            reader.fault(where, value.line, told, "ten-tep", f"viết {text[folder.end() :]}")
            return None
        return super().scalar(text, value, where, reader)

    def remedy(self, right: str) -> str:
        return f"đổi tên tệp thành {right}, rồi ghi ở đây {right}"


class OldAddress(_Path):
    """Where a page stood before."""

    example = "van-ban/ten-cu"
    how = "địa chỉ bên trong cổng, không có tên miền"
