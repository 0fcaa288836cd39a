"""The groups of fields a document is made of: signers, relations, events of its life, attachments.

Comes in: declared fields. Goes out: frozen groups. Refuses to know: the document they stand in.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.kinds.base import (
    Address,
    Choice,
    FilePath,
    Link,
    Moment,
    PartialDate,
    Prose,
    Ref,
    Sourced,
    Text,
    Whole,
    field,
)
from portal.kinds.document.lists import DefectType, EventType, RelationType


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

    type: RelationType = field("loai", "Quan hệ", Choice(RelationType), required=True)
    """Văn bản này làm gì với văn bản kia."""
    to: Link = field("van_ban", "Văn bản kia", Ref("van-ban"), required=True)
    """Mã văn bản, có thể kèm #điều-khoản."""
    at: str | None = field("tai", "Nêu tại", Text(80))
    """Mã điều khoản của văn bản này, nơi nêu quan hệ, ví dụ muc-ii.5."""


@dataclass(frozen=True, kw_only=True)
class Status(Sourced):
    """One dated event in the life of a document."""

    type: EventType = field("loai", "Sự kiện hiệu lực", Choice(EventType), required=True)
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
    type: DefectType = field("loai", "Loại", Choice(DefectType), required=True)
    """Thiếu, lỗi quét, in khác nhau, lỗi ý…"""
    text: str = field("noi_dung", "Nội dung", Prose(), required=True)
    """Bản đọc được in thế nào."""
    judgement: str | None = field("nhan_dinh", "Nhận định", Prose())
    """Ta hiểu thế nào và vì sao."""


@dataclass(frozen=True, kw_only=True)
class Attachment:
    title: str = field("ten", "Tên", Text(), required=True)
    """Tên người đọc thấy."""
    path: str | None = field("tep", "Tệp", FilePath())
    """Đường dẫn dưới docs/tep/."""
    url: str | None = field("dia_chi", "Địa chỉ", Address())
    """Nơi để tệp, nếu không ở trong cổng này."""
    sha256: str | None = field("sha256", "Mã kiểm SHA-256", Text(64))
    """Để người đọc kiểm tệp không bị thay."""


@dataclass(frozen=True, kw_only=True)
class MovedClause:
    """A place that was published under another id."""

    old: str = field("cu", "Mã cũ", Text(80), required=True)
    """Mã điều khoản đã đăng trước đây."""
    now: str = field("nay", "Mã nay", Text(80), required=True)
    """Mã điều khoản hiện nay trong bài; nếu chỗ ấy không còn thì ghi mã của phần chứa nó."""
