"""Văn bản, as other programmes read it."""

from __future__ import annotations

from dataclasses import dataclass

from portal.views.api.v1.models.entry import Entry, Statement
from portal.views.api.v1.models.validity import ClauseHistory, Status, StatusEvent, Validity
from portal.views.api.v1.models.values import Code, Link, Moment
from portal.views.api.v1.properties import Model, public

_NOT_STATED = "Bản đang dùng không ghi."


@dataclass(frozen=True, kw_only=True)
class Signer(Model):
    """Người ký."""

    name: str = public("Họ tên")
    post: str | None = public("Chức vụ", "Khi ký.", unknown=_NOT_STATED)


@dataclass(frozen=True, kw_only=True)
class Period(Model):
    """Giai đoạn thực hiện."""

    start: int | None = public("Từ năm", unknown=_NOT_STATED)
    end: int | None = public("Đến năm", unknown=_NOT_STATED)
    outlook: int | None = public("Định hướng đến năm", optional=True)


@dataclass(frozen=True, kw_only=True)
class Relation(Statement):
    """Quan hệ với văn bản trước."""

    type: Code = public("Quan hệ", "Văn bản này làm gì với văn bản kia.")
    to: Link | None = public("Văn bản kia", unknown="Văn bản kia chưa đăng.")
    at: str | None = public("Nêu tại", "Mã điều khoản của văn bản này.", optional=True)


@dataclass(frozen=True, kw_only=True)
class Defect(Model):
    """Điểm cần lưu ý khi dùng bản này."""

    type: Code = public("Loại")
    at: str | None = public("Vị trí", "Mã điều khoản; vắng khi là cả văn bản.", optional=True)
    text: str = public("Nội dung")
    judgement: str | None = public("Nhận định", unknown="Chưa kết luận được.")


@dataclass(frozen=True, kw_only=True)
class Attachment(Model):
    """Tệp đính kèm."""

    title: str = public("Tên")
    path: str | None = public(
        "Đường dẫn",
        "Tính từ trang chủ của cổng.",
        made=lambda c, one, e: c.attached(one.path),
        optional=True,
    )
    url: str | None = public("Địa chỉ", "Nơi để tệp, nếu ở ngoài cổng.", optional=True)
    sha256: str | None = public("Mã kiểm SHA-256", optional=True)


@dataclass(frozen=True, kw_only=True)
class Document(Entry):
    """Văn bản."""

    number: str | None = public("Số, ký hiệu", unknown="Bản đang dùng không có số.")
    number_as_printed: tuple[str, ...] = public("Số như in", "Các cách in khác của số.")
    type: Code = public("Loại văn bản")
    issuer: str = public("Cơ quan ban hành", "Tên lúc ban hành.")
    issuer_unit: Link | None = public("Đơn vị ban hành", unknown="Cơ quan chưa có trang.")
    place: str | None = public("Nơi ban hành", unknown=_NOT_STATED)
    issued: Moment | None = public("Ngày ban hành", unknown="Chưa rõ ngày ban hành.")
    signers: tuple[Signer, ...] = public("Người ký")
    recipients: tuple[str, ...] = public("Nơi nhận")
    period: Period | None = public("Giai đoạn", unknown="Văn bản không nêu giai đoạn.")
    validity: Validity = public("Hiệu lực", made=lambda c, one, e: c.validity(one))
    statuses: tuple[Status, ...] = public("Sự kiện hiệu lực", "Có nguồn.")
    events: tuple[StatusEvent, ...] = public(
        "Diễn biến hiệu lực",
        "Mọi sự kiện đã biết, kể cả do văn bản sau nêu, sớm trước muộn sau.",
        made=lambda c, one, e: c.validity(one).history,
    )
    clauses: tuple[ClauseHistory, ...] | None = public(
        "Lịch sử điều khoản",
        "Những điều khoản có thay đổi riêng.",
        made=lambda c, one, e: c.clauses(one) or None,
        alone=True,
    )
    relations: tuple[Relation, ...] = public("Quan hệ", "Do văn bản này nêu.")
    consolidated_until: Moment | None = public(
        "Hợp nhất đến", "Đã gồm các sửa đổi tới ngày này.", optional=True
    )
    compared_with: tuple[Link, ...] = public("Đối chiếu với")
    text_quality: Code = public("Bản đang dùng", "Đọc từ bản nào.")
    checked_by: Link | None = public("Đơn vị soát chữ", unknown="Chưa có đơn vị soát chữ.")
    outline_complete: bool = public(
        "Đủ điều khoản", made=lambda c, one, e: bool(one.outline_complete)
    )
    defects: tuple[Defect, ...] = public("Điểm cần lưu ý")
    attachments: tuple[Attachment, ...] = public("Tệp đính kèm")
    awaited: bool = public("Đang chờ ban hành", made=lambda c, one, e: bool(one.awaited))
    word_path: str | None = public(
        "Tệp Word", "Bản ghi chép.", made=lambda c, one, e: c.word_path(one), optional=True
    )
