"""Văn bản: regulations, plans, guidance, notices; schema.org `Legislation`, ELI."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from portal.kinds.base import (
    Address,
    Choice,
    Entry,
    Group,
    Kind,
    Link,
    ListOf,
    Moment,
    Option,
    PartialDate,
    Path,
    Prose,
    Ref,
    Sourced,
    Text,
    Whole,
    YesNo,
    date,
    field,
)
from portal.problem import Problem
from portal.text import slug


@dataclass(frozen=True, kw_only=True)
class Signer:
    name: str = field("ten", "Họ tên", Text(), required=True)
    """Người ký, không kèm học hàm, học vị."""
    post: str | None = field("chuc_vu", "Chức vụ", Text())
    """Chức vụ khi ký, đúng như ghi; bỏ trống nếu bản này không ghi."""


@dataclass(frozen=True, kw_only=True)
class Period:
    start: int | None = field("tu", "Từ năm", Whole(1945, 2100))
    """Năm đầu."""
    end: int | None = field("den", "Đến năm", Whole(1945, 2100))
    """Năm cuối."""
    outlook: int | None = field("dinh_huong", "Định hướng đến", Whole(1945, 2100))
    """Năm định hướng, nếu có."""


@dataclass(frozen=True, kw_only=True)
class Relation(Sourced):
    """A relation, stated once, in the later document."""

    type: Option = field("loai", "Quan hệ", Choice("quan-he-van-ban"), required=True)
    """Văn bản này làm gì với văn bản kia."""
    to: Link = field("van_ban", "Văn bản kia", Ref("van-ban"), required=True)
    """Mã văn bản, có thể kèm #điều-khoản."""
    at: str | None = field("tai", "Nêu tại", Text(80))
    """Mã điều khoản của văn bản này, nơi nêu quan hệ, ví dụ muc-ii.5."""


@dataclass(frozen=True, kw_only=True)
class Status(Sourced):
    """One dated event in the life of a document."""

    type: Option = field("loai", "Sự kiện hiệu lực", Choice("su-kien-hieu-luc"), required=True)
    """Có hiệu lực, hết hiệu lực một phần hay toàn bộ, ngưng, đính chính…"""
    on: PartialDate | None = field("ngay", "Từ ngày", Moment())
    """Bỏ trống nếu chưa rõ ngày."""
    by: Link | None = field("boi", "Theo văn bản", Ref("van-ban"))
    """Văn bản làm thay đổi hiệu lực."""
    scope: str | None = field("pham_vi", "Phạm vi", Text())
    """Phần nào, nếu không phải toàn bộ."""


@dataclass(frozen=True, kw_only=True)
class Defect:
    """A fault of the copy that was read, or of the text itself."""

    at: str | None = field("vi_tri", "Vị trí", Text(80))
    """Mã điều khoản, ví dụ muc-2.dau-1; bỏ trống nếu là cả văn bản."""
    type: Option = field("loai", "Loại", Choice("khiem-khuyet"), required=True)
    """Thiếu, lỗi quét, in khác nhau, lỗi ý…"""
    text: str = field("noi_dung", "Nội dung", Prose(), required=True)
    """Bản đọc được in thế nào."""
    judgement: str | None = field("nhan_dinh", "Nhận định", Prose())
    """Ta hiểu thế nào và vì sao."""


@dataclass(frozen=True, kw_only=True)
class Attachment:
    title: str = field("ten", "Tên", Text(), required=True)
    """Tên người đọc thấy."""
    path: str | None = field("tep", "Tệp", Path())
    """Đường dẫn dưới docs/tep/."""
    url: str | None = field("dia_chi", "Địa chỉ", Address())
    """Nơi để tệp, nếu không ở trong cổng này."""
    sha256: str | None = field("sha256", "Mã kiểm SHA-256", Text(64))
    """Để người đọc kiểm tệp không bị thay."""


@dataclass(frozen=True, kw_only=True)
class Clause:
    """A unit of the text that can be pointed to; made from the body, never typed twice."""

    id: str
    label: str
    level: int
    line: int


_CLAUSE = re.compile(
    r"^(?:(?P<marks>\#{2,6})[ ]+(?P<title>.*?)|[ ]*(?:[-*+]|\d+[.)])[ ]+(?P<item>.*?))"
    r"[ ]*\{:?[ ]*\#(?P<id>[^\s}]+)[^}]*\}[ ]*$",
    re.MULTILINE,
)


@dataclass(frozen=True, kw_only=True)
class Document(Entry):
    """A legal or administrative document of the programme."""

    KIND: ClassVar[str] = "van-ban"

    number: str | None = field("so_ky_hieu", "Số, ký hiệu", Text(60), example="11-QĐ/TW")
    """Số và ký hiệu viết chuẩn, không khoảng trắng. Bỏ trống nếu bản đọc được không có số; trang
    sẽ ghi «không rõ số»."""
    number_as_printed: tuple[str, ...] = field(
        "so_nhu_in", "Số như in", ListOf(Text(80)), example="Số 380 -KH /HVCTQG"
    )
    """Các cách in khác của số trên bản đọc được, giữ nguyên cả chỗ cách và chỗ sai."""
    type: Option = field(
        "loai", "Loại văn bản", Choice("loai-van-ban"), required=True, example="quy-dinh"
    )
    """Tên loại in ở đầu văn bản."""
    issuer: str = field("co_quan", "Cơ quan ban hành", Text(), required=True, example="Ban Bí thư")
    """Tên cơ quan đúng như lúc ban hành."""
    issuer_unit: Link | None = field(
        "don_vi_ban_hanh", "Đơn vị trong cổng", Ref("don-vi", "truong")
    )
    """Mã đơn vị hoặc trường nếu cổng có trang của cơ quan ấy."""
    place: str | None = field("noi_ban_hanh", "Nơi ban hành", Text(80), example="Hà Nội")
    """Địa danh ghi trước ngày."""
    issued: PartialDate | None = field(
        "ngay_ban_hanh", "Ngày ban hành", Moment(), example="2021-05-19"
    )
    """Bỏ trống nếu chưa rõ; đừng đoán."""
    signers: tuple[Signer, ...] = field("nguoi_ky", "Người ký", ListOf(Group(Signer)))
    """Người ký và chức vụ như ghi trên văn bản."""
    recipients: tuple[str, ...] = field("noi_nhan", "Nơi nhận", ListOf(Text()))
    """Nơi gửi tới; không ghi dấu công văn đến, bút phê."""
    period: Period | None = field("giai_doan", "Giai đoạn thực hiện", Group(Period))
    """Nếu văn bản đặt ra một giai đoạn."""
    statuses: tuple[Status, ...] = field("hieu_luc", "Hiệu lực", ListOf(Group(Status)))
    """Các sự kiện hiệu lực có nguồn. Bỏ trống khi không biết: trang sẽ ghi «chưa rõ hiệu lực»."""
    relations: tuple[Relation, ...] = field("quan_he", "Quan hệ", ListOf(Group(Relation)))
    """Quan hệ với văn bản khác; chỉ ghi ở văn bản ra sau, phía kia tự hiện."""
    text_quality: Option = field(
        "chat_luong_ban", "Bản đã đọc", Choice("chat-luong-ban"), required=True
    )
    """Ta đã đọc bản nào của văn bản này."""
    outline_complete: bool = field("dieu_khoan_du", "Đã đủ điều khoản", YesNo())
    """có: mọi điều khoản đã có trong bài, trích dẫn tới điều khoản không có sẽ bị báo lỗi."""
    defects: tuple[Defect, ...] = field(
        "khiem_khuyet", "Khiếm khuyết của bản đọc", ListOf(Group(Defect))
    )
    """Chỗ thiếu, mờ, in sai, mâu thuẫn của bản đã đọc."""
    attachments: tuple[Attachment, ...] = field(
        "tep_dinh_kem", "Tệp đính kèm", ListOf(Group(Attachment))
    )
    """Bản gốc, bản quét, phụ lục."""
    awaited: bool = field("cho_ban_hanh", "Đang chờ ban hành", YesNo())
    """có: văn bản được giao ban hành nhưng chưa thấy văn bản nào đáp ứng."""

    @property
    def name(self) -> str:
        """`Quy định 11-QĐ/TW về trường chính trị chuẩn`."""
        title = (
            self.title
            if self.title[:1].isupper() and self.title[1:2].isupper()
            else self.title[:1].lower() + self.title[1:]
        )
        if not self.number:
            return f"{self.type.label} {title}"
        return f"{self.type.label} {self.number} {title}"

    @property
    def short(self) -> str:
        """`Quy định 11-QĐ/TW`, or type and issuer where there is no number."""
        if self.number:
            return f"{self.type.label} {self.number}"
        dated = f", {self.issued}" if self.issued else ""
        return f"{self.type.label} của {self.issuer}{dated}"

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Clause outline: the headings and list items of the body that carry an explicit id."""
        found = []
        for match in _CLAUSE.finditer(self.body):
            level = len(match["marks"]) - 1 if match["marks"] else 6
            label = match["title"] or match["item"] or ""
            line = self.source.body_line + self.body.count("\n", 0, match.start())
            found.append(Clause(id=match["id"], label=label, level=level, line=line))
        return tuple(found)

    def anchors(self) -> dict[str, str]:
        return {clause.id: clause.label for clause in self.clauses}


_ID_PART = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _check(document: Document) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    for clause in document.clauses:
        path = document.source.path
        if clause.id in seen:
            yield Problem(
                path,
                clause.line,
                "",
                f"mã điều khoản «{clause.id}» đã dùng ở dòng {seen[clause.id]}.",
                "trung-dieu-khoan",
                "mỗi điều khoản một mã riêng",
            )
        elif not all(_ID_PART.fullmatch(part) for part in clause.id.split(".")):
            wanted = ".".join(slug(part) for part in clause.id.split("."))
            yield Problem(
                path,
                clause.line,
                "",
                f"mã điều khoản «{clause.id}» không đúng cách viết.",
                "ma-dieu-khoan",
                f"viết chữ thường không dấu, nối bằng gạch: {wanted or 'dieu-5'}",
            )
        seen.setdefault(clause.id, clause.line)
    for place, status in enumerate(document.statuses, 1):
        if status.on and document.issued and status.on.is_before(document.issued):
            yield document.problem(
                f"hieu_luc[{place}].ngay",
                f"«{status.on}» trước ngày ban hành {document.issued}.",
                "ngay-nguoc",
                "xem lại hai ngày; hiệu lực không thể có trước ngày ban hành",
            )


def _newest(document: Document) -> tuple[bool, date, str]:
    return (
        document.issued is not None,
        document.issued.earliest if document.issued else date.min,
        document.id,
    )


KIND = Kind(
    model=Document,
    label="Văn bản",
    one="văn bản",
    lead=(
        "Quy định, kế hoạch, hướng dẫn về trường chính trị chuẩn: văn bản nào đang dùng, dựa trên "
        "văn bản nào, giao việc gì cho đơn vị nào."
    ),
    menu="Văn bản",
    text=True,
    needs_source=False,
    order=_newest,
    newest_first=True,
    check=_check,
)

__all__ = ["KIND", "Document"]
