"""Mô hình: case studies of the emulation movement, made to be copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from portal.kinds.base import (
    Choice,
    Entry,
    Group,
    Kind,
    Link,
    Listed,
    ListOf,
    Moment,
    PartialDate,
    Prose,
    Ref,
    Sourced,
    field,
)


@dataclass(frozen=True, kw_only=True)
class EvidenceLevel(Listed):
    """Mức minh chứng."""

    LIST: ClassVar[str] = "muc-minh-chung"


@dataclass(frozen=True, kw_only=True)
class Outcome(Sourced):
    text: str = field("noi_dung", "Kết quả", Prose(), required=True)
    """Kết quả, có số liệu nếu nguồn nêu."""
    as_of: PartialDate | None = field("thoi_diem", "Thời điểm", Moment())
    """Số liệu lúc nào."""


@dataclass(frozen=True, kw_only=True)
class Exemplar(Entry):
    """A model (mô hình) of a school; the body tells how it works."""

    KIND: ClassVar[str] = "mo-hinh"

    school: Link = field("truong", "Trường", Ref("truong"), required=True)
    """Trường làm mô hình này."""
    movement: Link | None = field("phong_trao", "Phong trào", Ref("phong-trao"))
    """Mô hình thuộc phong trào nào."""
    indicators: tuple[Link, ...] = field(
        "chi_tieu", "Phục vụ tiêu chí, chỉ tiêu", ListOf(Ref("bo-tieu-chi"))
    )
    """Mã bộ#mã chỉ tiêu hoặc #tieu-chi-N."""
    start: PartialDate | None = field("tu", "Thực hiện từ", Moment())
    """Bắt đầu khi nào."""
    problem_text: str | None = field("van_de", "Vấn đề", Prose())
    """Mô hình giải quyết việc gì."""
    context: str | None = field("boi_canh", "Bối cảnh", Prose())
    """Hoàn cảnh của trường."""
    steps: tuple[str, ...] = field("cach_lam", "Cách làm", ListOf(Prose()))
    """Từng việc đã làm."""
    resources: str | None = field("nguon_luc", "Nguồn lực", Prose())
    """Người, tiền, thời gian."""
    outcomes: tuple[Outcome, ...] = field("ket_qua", "Kết quả", ListOf(Group(Outcome)))
    """Kết quả, mỗi kết quả một nguồn."""
    difficulties: str | None = field("kho_khan", "Khó khăn", Prose())
    """Điều đã vướng."""
    conditions: str | None = field("dieu_kien_ap_dung", "Điều kiện áp dụng", Prose())
    """Trường khác cần có gì."""
    evidence_level: EvidenceLevel | None = field(
        "muc_minh_chung", "Mức minh chứng", Choice(EvidenceLevel)
    )
    """Kết quả được chứng minh tới đâu; nói lý do trong ghi_chu."""


KIND = Kind(
    model=Exemplar,
    label="Mô hình",
    one="mô hình",
    lead=(
        "Cách làm của các trường: vấn đề cần giải quyết, cách thực hiện, kết quả và điều kiện để "
        "trường khác áp dụng."
    ),
    how=(
        "Bên cạnh tên mô hình là trường đã thực hiện và lĩnh vực. Trước khi áp dụng, đề nghị xem "
        "điều kiện áp dụng và nguồn."
    ),
    menu="Thi đua",
    called=("cách làm hay", "kinh nghiệm hay", "điển hình tiên tiến", "mô hình hay"),
    text=True,
)
