"""The closed lists documents choose from, and the states the portal finds them in.

Comes in: nothing; `library.lists` reads the files by these declarations. Goes out: typed options.
An event says what it does to a document and which state follows, a relation which event it brings
about: the reckoning in `events.py` and `validity.py` knows no value of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from portal.forms import Choice, Text, Word, YesNo
from portal.kinds.fields import field
from portal.kinds.lists import Listed, Shortened, Toned


@dataclass(frozen=True, kw_only=True)
class DocumentType(Listed):
    """Loại văn bản."""

    LIST: ClassVar[str] = "loai-van-ban"

    cited_by_name: bool = field("goi_theo_ten", "Gọi theo tên", YesNo(), default=False)
    """có: người ta dẫn văn bản loại này bằng tên và năm («Luật Viên chức năm 2010»), không bằng
    số."""
    no_name: bool = field("khong_phai_ten", "Không phải tên loại", YesNo(), default=False)
    """có: nhãn chỉ để xếp chỗ, không in trên văn bản nào, nên không dùng khi dẫn."""
    letter: bool = field("la_thu", "Là thư", YesNo(), default=False)
    """có: không in tên loại, mở đầu bằng «Kính gửi», việc ghi sau «V/v»; lệnh nhập văn bản nhận ra
    loại này nhờ thế."""
    work: bool = field("la_viec", "Cũng là tên việc", YesNo(), default=False)
    """có: tên loại cũng là tên một việc phải làm, phải nộp, nên «nộp báo cáo 11» chưa chắc hỏi văn
    bản số 11; tìm kiếm không báo thiếu văn bản ấy."""


class Named(StrEnum):
    """States that follow from no event."""

    NOT_YET = "chua-hieu-luc"
    NOT_ISSUED = "chua-ban-hanh"
    AWAITED = "cho-ban-hanh"
    PERIOD_OVER = "qua-giai-doan"
    UNKNOWN = "chua-ro"


@dataclass(frozen=True, kw_only=True)
class State(Toned):
    """Hiệu lực."""

    LIST: ClassVar[str] = "hieu-luc"
    NEEDED: ClassVar[type[StrEnum] | None] = Named

    schema: str | None = field("schema", "Tên trong schema.org", Text(40), example="InForce")
    """Giá trị của LegalForceStatus cho máy đọc; bỏ trống nơi không giá trị nào khớp."""
    holds: bool = field("con_hieu_luc", "Còn hiệu lực", YesNo(), default=False)
    """có: không có gì phải nói thêm ở danh sách."""
    dead: bool = field("ket_thuc", "Không ai được làm theo", YesNo(), default=False)
    """có: văn bản bị gạch, xếp sau khi tìm, việc nó giao không còn đến hạn."""
    partial: bool = field("mot_phan", "Chỉ một phần", YesNo(), default=False)
    """có: trang văn bản báo phần nào, từ khi nào, theo văn bản nào."""
    awaits: str | None = field("cho_ngay", "Chờ ngày", Text(40), example="có hiệu lực")
    """Tình trạng này đổi vào ngày gì; trang văn bản ghi «Ngày … : …»."""

    @property
    def unknown(self) -> bool:
        return self.value == Named.UNKNOWN


class Effect(StrEnum):
    """What an event does to a document."""

    BEGIN = "khoi-dau"
    END = "cham-dut"
    SUSPEND = "tam-ngung"
    RESUME = "thoi-ngung"
    EXTEND = "keo-dai"
    CORRECT = "dinh-chinh"


@dataclass(frozen=True, kw_only=True)
class EventType(Listed):
    """Sự kiện hiệu lực."""

    LIST: ClassVar[str] = "su-kien-hieu-luc"

    effect: Effect | None = field("tac_dung", "Tác dụng", Word(Effect), required=True)
    """Làm gì với hiệu lực của văn bản."""
    partial: bool = field("mot_phan", "Chỉ một phần", YesNo(), default=False)
    """có: chỉ với phần nêu ở pham_vi, phần còn lại giữ nguyên hiệu lực."""
    state: State | None = field("dan_toi", "Tình trạng dẫn tới", Choice(State), required=True)
    """Từ ngày ấy văn bản ở tình trạng nào, hoặc thêm tình trạng nào."""
    in_part: State | None = field("dan_toi_mot_phan", "Tình trạng dẫn tới, một phần", Choice(State))
    """Như trên, khi sự kiện chỉ với các điều khoản nêu ở pham_vi; bỏ trống thì như dan_toi."""

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if self.partial and self.effect not in (None, Effect.END, Effect.SUSPEND):
            told = f"chỉ {Effect.END} và {Effect.SUSPEND} có thể là một phần."
            yield "mot_phan", told, "bỏ mot_phan, hoặc sửa tac_dung"


class Net(StrEnum):
    """How the line of a relation is drawn, the weightiest first."""

    ENDING = "het"
    AMENDING = "sua"
    PLAIN = ""
    MENTIONING = "nhac"


@dataclass(frozen=True, kw_only=True)
class RelationType(Listed):
    """Quan hệ giữa văn bản."""

    LIST: ClassVar[str] = "quan-he-van-ban"

    inverse_label: str | None = field("nhan_nguoc", "Nhãn ngược", Text(80), required=True)
    """Đọc từ văn bản kia: «Được hướng dẫn bởi»."""
    net: Net = field("net", "Nét vẽ", Word(Net), default=Net.PLAIN)
    """Nét trong sơ đồ; bỏ trống là nét liền."""
    schema: str | None = field("schema", "Tên trong schema.org", Text(40), example="isBasedOn")
    """Thuộc tính của Legislation cho máy đọc; chỉ nơi nghĩa khớp."""
    causes: EventType | None = field("gay_ra", "Gây ra", Choice(EventType))
    """Văn bản ra sau có hiệu lực thì sự kiện gì xảy ra với văn bản kia."""
    causes_in_part: EventType | None = field(
        "gay_ra_mot_phan", "Gây ra, một phần", Choice(EventType)
    )
    """Như trên, khi quan hệ chỉ nêu một điều khoản; bỏ trống thì như gay_ra."""
    replaces: bool = field("thay_cho", "Thay cho", YesNo(), default=False)
    """có: văn bản ra sau đứng vào chỗ văn bản kia, ai cần văn bản kia nay xem văn bản này."""
    newer: bool = field("moi_hon", "Mới hơn", YesNo(), default=False)
    """có: trang văn bản kia nhắc có văn bản cùng chủ đề ra sau."""
    read_along: bool = field("doc_cung", "Đọc cùng", YesNo(), default=False)
    """có: trang văn bản kia nhắc đọc cùng văn bản này."""
    compared: bool = field("doi_chieu", "Đối chiếu", YesNo(), default=False)
    """có: có trang đối chiếu từng điều khoản của hai văn bản."""
    comes_later: bool = field("ra_sau", "Ra sau", YesNo(), default=False)
    """có: văn bản nêu quan hệ không thể có ngày trước văn bản kia."""
    consolidates: bool = field("hop_nhat", "Hợp nhất", YesNo(), default=False)
    """có: lời của văn bản kia có trong văn bản hợp nhất này; trang văn bản kể tên ở đầu bài."""
    acyclic: bool = field("khong_vong", "Không đi vòng", YesNo(), default=False)
    """có: đi theo quan hệ này không thể trở lại chính văn bản ấy."""

    @property
    def ends(self) -> bool:
        """Whether the later document ends the other, as a whole or in part."""
        return self.causes is not None and self.causes.effect is Effect.END

    @property
    def inverse(self) -> str:
        return self.inverse_label or self.label

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if self.causes_in_part and not self.causes:
            yield "gay_ra_mot_phan", "chưa nói gây ra gì với cả văn bản.", "thêm gay_ra"
        if self.causes and self.causes.partial:
            told = f"«{self.causes.value}» chỉ xảy ra với một phần."
            yield "gay_ra", told, "ghi mã này ở gay_ra_mot_phan, ở đây ghi sự kiện của cả văn bản"


class Read(StrEnum):
    """How much of a text was read."""

    WHOLE = "ca-bai"
    QUOTED = "phan-trich"
    NOTHING = "chua"


@dataclass(frozen=True, kw_only=True)
class Quality(Toned, Shortened):
    """Bản đã đọc; nhãn ngắn nói chữ trên trang dùng làm gì được."""

    LIST: ClassVar[str] = "chat-luong-ban"

    extent: Read | None = field("da_doc", "Đã đọc", Word(Read), required=True)
    """Đã đọc cả văn bản, chỉ phần trích ở nơi khác, hay chưa đọc được; chỉ bản đã đọc cả bài mới
    làm nguồn được."""
    original: bool = field("ban_goc", "Là bản gốc", YesNo(), default=False)
    """có: chữ là của chính bản gốc, đối chiếu được từng chữ."""
    unchecked: bool = field("chua_soat", "Chưa soát", YesNo(), default=False)
    """có: đã đọc cả bài nhưng chữ chưa ai soát; văn bản mới nhập vào mang giá trị này."""
    recognised: bool = field("nhan_dang", "Chữ nhận dạng từ ảnh", YesNo(), default=False)
    """có: chữ do máy nhận dạng từ bản quét; không: chữ có sẵn trong tệp (Word, PDF có chữ)."""

    @property
    def read(self) -> bool:
        return self.extent is Read.WHOLE

    @property
    def unread(self) -> bool:
        return self.extent is Read.NOTHING


@dataclass(frozen=True, kw_only=True)
class DefectType(Listed):
    """Khiếm khuyết của bản đọc."""

    LIST: ClassVar[str] = "khiem-khuyet"
