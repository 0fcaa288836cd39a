"""Văn bản: regulations, plans, guidance, notices; schema.org `Legislation`, ELI."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import ClassVar

from portal.citations import numbers
from portal.kinds.base import (
    Choice,
    Entry,
    Group,
    Kind,
    Link,
    Linked,
    ListOf,
    Moment,
    PartialDate,
    Ref,
    Text,
    YesNo,
    alike,
    date,
    field,
)
from portal.kinds.document.clauses import Clause, outline, problems, wanted_id
from portal.kinds.document.lists import DocumentType, Quality
from portal.kinds.document.parts import (
    Attachment,
    Defect,
    MovedClause,
    Period,
    Relation,
    Signer,
    Status,
)
from portal.kinds.document.versions import Version
from portal.kinds.document.versions import check as check_version
from portal.problem import Problem
from portal.text import upper_first


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
    type: DocumentType = field(
        "loai", "Loại văn bản", Choice(DocumentType), required=True, example="quy-dinh"
    )
    """Tên loại in ở đầu văn bản."""
    issuer: str = field("co_quan", "Cơ quan ban hành", Text(), required=True, example="Ban Bí thư")
    """Tên cơ quan đúng như lúc ban hành."""
    issuer_unit: Link | None = field("don_vi_ban_hanh", "Đơn vị ban hành", Ref("don-vi", "truong"))
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
    consolidated_until: PartialDate | None = field(
        "hop_nhat_den", "Hợp nhất đến", Moment(), example="2023-08-02"
    )
    """Lời ở đây đã gồm các sửa đổi tới ngày nào; hợp nhất những văn bản nào thì ghi ở quan_he, loại
    hop-nhat."""
    compared_with: tuple[Link, ...] = field(
        "doi_chieu_voi", "Đối chiếu với", ListOf(Ref("van-ban"))
    )
    """Văn bản trước đó nên đọc song song với văn bản này; không phải ghi khi hai văn bản đã có quan
    hệ thay thế, sửa đổi hoặc cùng chủ đề."""
    text_quality: Quality = field("chat_luong_ban", "Bản đang dùng", Choice(Quality), required=True)
    """Ta đã đọc bản nào của văn bản này."""
    checked_by: Link | None = field("don_vi_soat", "Đơn vị soát chữ", Ref("don-vi", "truong"))
    """Đơn vị đã đối chiếu chữ trên trang này với bản gốc; bỏ trống nếu chưa có ai."""
    outline_complete: bool = field("dieu_khoan_du", "Đã đủ điều khoản", YesNo())
    """có: mọi điều khoản đã có trong bài, trích dẫn tới điều khoản không có sẽ bị báo lỗi."""
    moved: tuple[MovedClause, ...] = field(
        "dieu_khoan_cu", "Mã điều khoản cũ", ListOf(Group(MovedClause))
    )
    """Mã điều khoản đã đăng mà nay đổi; ai mở địa chỉ cũ vẫn tới đúng chỗ."""
    defects: tuple[Defect, ...] = field("khiem_khuyet", "Điểm cần lưu ý", ListOf(Group(Defect)))
    """Chỗ thiếu, mờ, in sai, mâu thuẫn của bản đã đọc."""
    attachments: tuple[Attachment, ...] = field(
        "tep_dinh_kem", "Tệp đính kèm", ListOf(Group(Attachment))
    )
    """Bản gốc, bản quét, phụ lục."""
    awaited: bool = field("cho_ban_hanh", "Đang chờ ban hành", YesNo())
    """có: văn bản được giao ban hành nhưng chưa thấy văn bản nào đáp ứng."""

    @property
    def subject(self) -> str:
        """The title as it goes on in a sentence: «về trường chính trị chuẩn»."""
        if self.title[:1].isupper() and self.title[1:2].isupper():
            return self.title
        return self.title[:1].lower() + self.title[1:]

    @property
    def name(self) -> str:
        """`Quy định 11-QĐ/TW về trường chính trị chuẩn`."""
        return " ".join(filter(None, (self.type.label, self.number, self.subject)))

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
        return tuple(outline(self.body, self.source.body_line))

    @cached_property
    def moved_clauses(self) -> dict[str, str]:
        """Old id → the id of now."""
        return {one.old: one.now for one in self.moved}

    def anchors(self) -> dict[str, str]:
        found = {clause.id: clause.label for clause in self.clauses}
        return found | {old: found.get(now, "") for old, now in self.moved_clauses.items()}


def _check(document: Document) -> Iterator[Problem]:
    yield from problems(document.source.path, document.clauses)
    yield from _moved_problems(document)
    yield from _title_problems(document)
    yield from _number_problems(document)
    for place, status in enumerate(document.statuses, 1):
        if status.on and document.issued and status.on.is_before(document.issued):
            yield document.problem(
                f"hieu_luc[{place}].ngay",
                f"«{status.on}» trước ngày ban hành {document.issued}.",
                "ngay-nguoc",
                "xem lại hai ngày; văn bản quy định hiệu lực trở về trước thì cứ để vậy",
                level="nhắc",
            )


def _title_problems(document: Document) -> Iterator[Problem]:
    label = document.type.label
    if document.title.lower().startswith(f"{label.lower()} "):
        told = f"mở đầu bằng tên loại «{label}», nên trang in chữ này hai lần."
        remedy = f"viết {upper_first(document.title[len(label) :].strip())}"
        yield document.problem("tieu_de", told, "ten-lap", remedy, level="nhắc")


def _number_problems(document: Document) -> Iterator[Problem]:
    if document.number and numbers.read(document.number) is None:
        told = f"máy không đọc được «{document.number}», nên nơi dẫn số này không thành liên kết."
        remedy = "xem lại số; bản gốc ghi đúng thế thì giữ nguyên và nối tay: [chữ](van-ban/mã)"
        yield document.problem("so_ky_hieu", told, "so-khong-doc-duoc", remedy, level="nhắc")


def _moved_problems(document: Document) -> Iterator[Problem]:
    known = {clause.id for clause in document.clauses}
    for place, one in enumerate(document.moved, 1):
        if one.now not in known:
            told = f"bài không có điều khoản «{one.now}»."
            remedy = "ghi mã đang có trong bài, hoặc mã của phần chứa nó"
            yield document.problem(f"dieu_khoan_cu[{place}].nay", told, "dieu-khoan-mat", remedy)
        if one.old in known or wanted_id(one.old) != one.old:
            told = f"«{one.old}» không phải một mã cũ: còn trong bài, hoặc viết sai."
            remedy = "bỏ dòng này, hoặc ghi đúng mã đã đăng"
            yield document.problem(f"dieu_khoan_cu[{place}].cu", told, "dieu-khoan-mat", remedy)


def _identity(document: Document) -> tuple[str, ...]:
    """By its number: one of the State has its year in it, one of the Party begins anew with every
    term. Without a number, by what else names it."""
    issued = document.issued.iso if document.issued else ""
    if not document.number:
        return alike(document.title), alike(document.issuer), issued
    read = numbers.read(document.number)
    return numbers.key(document.number), "" if read and read.year else issued


def _newest(document: Document) -> tuple[bool, date, str]:
    return (
        document.issued is not None,
        document.issued.earliest if document.issued else date.min,
        document.id,
    )


MAP, BY_YEAR = "so-do", "theo-nam"
"""Where the drawing of all documents stands, and the list by year."""
FACETS: Mapping[str, str] = MappingProxyType(
    {
        "loai": "Loại văn bản",
        "hieu-luc": "Hiệu lực",
        "nam": "Năm ban hành",
        "co-quan": "Cơ quan ban hành",
        "tieu-chi": "Tiêu chí",
        "don-vi": "Đơn vị được giao việc",
    }
)
"""By what documents are sorted apart: the segment of the address, and the label."""

KIND = Kind(
    model=Document,
    label="Văn bản",
    one="văn bản",
    lead=(
        "Quy định, kế hoạch, hướng dẫn về trường chính trị chuẩn: hiệu lực, quan hệ giữa các văn "
        "bản, nhiệm vụ giao cho từng đơn vị."
    ),
    how=(
        "Tìm theo số, ký hiệu ở ô tìm kiếm; mở văn bản để xem hiệu lực, điều khoản, nhiệm vụ "
        "được giao."
    ),
    menu="Văn bản",
    called=(
        *("tra cứu văn bản", "danh mục văn bản", "kho văn bản", "thư viện văn bản"),
        *("văn bản chỉ đạo", "tìm văn bản ở đâu", "công văn, giấy tờ"),
        *("tất cả văn bản", "các quy định, hướng dẫn", "tải văn bản"),
    ),
    text=True,
    needs_source=False,
    order=_newest,
    newest_first=True,
    shelf=lambda document: "" if document.issued else document.id,
    made=(MAP, BY_YEAR, *FACETS),
    identity=_identity,
    check=_check,
    linked=Linked(
        "Legislation",
        {
            "number": "legislationIdentifier",
            "type": "legislationType",
            "issued": "legislationDate",
            "issuer": "legislationPassedBy",
        },
    ),
    version=Version,
    check_version=check_version,
)

__all__ = ["KIND", "Clause", "Document", "Relation", "Status", "Version"]
