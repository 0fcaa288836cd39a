"""Mô hình: case studies of the emulation movement, made to be copied."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType
from typing import ClassVar

from portal.kinds.base import (
    Choice,
    Entry,
    Group,
    Kind,
    Link,
    ListOf,
    Moment,
    PartialDate,
    Prose,
    Ref,
    Sourced,
    Text,
    Whole,
    field,
)
from portal.kinds.exemplar.lists import EvidenceLevel, ExemplarType, OutcomeType
from portal.problem import Problem


@dataclass(frozen=True, kw_only=True)
class Outcome(Sourced):
    text: str = field("noi_dung", "Kết quả", Prose(), required=True)
    """Kết quả, có số liệu nếu nguồn nêu."""
    as_of: PartialDate | None = field("thoi_diem", "Thời điểm", Moment())
    """Thời điểm của số liệu."""
    type: OutcomeType | None = field("loai", "Loại kết quả", Choice(OutcomeType))
    """Kết quả của riêng mô hình, quy mô thực hiện, hay kết quả chung của trường. Bỏ trống là của
    riêng mô hình."""
    measure: str | None = field("chi_so", "Chỉ số", Text(), example="Số tệp thiếu nguồn")
    """Đo bằng gì."""
    before: str | None = field("truoc", "Trước khi áp dụng", Text(80))
    """Giá trị trước khi có mô hình, như nguồn ghi."""
    value: str | None = field("gia_tri", "Giá trị", Text(80), example="2 tệp")
    """Giá trị sau khi có mô hình, như nguồn ghi: 54/59, 89,9%, gần 70%."""
    assessed_by: str | None = field("danh_gia", "Cơ quan đánh giá", Text())
    """Cơ quan cấp trên hoặc bên ngoài đã đánh giá; bỏ trống nếu trường tự nêu."""

    @property
    def own(self) -> bool:
        """Whether it is the model's, not the whole school's."""
        return self.type is None or self.type.proves


@dataclass(frozen=True, kw_only=True)
class Honour(Sourced):
    form: str = field("hinh_thuc", "Hình thức", Text(), required=True)
    """Bằng khen, Giấy khen, công nhận sáng kiến… dành cho chính mô hình."""
    by: str | None = field("cap", "Cơ quan, người tặng", Text())
    """Người hoặc cơ quan tặng, công nhận."""
    on: PartialDate | None = field("ngay", "Ngày", Moment())
    """Ngày tặng, công nhận."""
    basis: str | None = field("can_cu", "Căn cứ", Prose())
    """Vì kết quả nào; quyết định, biên bản nào."""


@dataclass(frozen=True, kw_only=True)
class FirstStep(Sourced):
    day: int = field("den_ngay", "Hoàn thành trước ngày thứ", Whole(1, 90), required=True)
    """Tính từ ngày bắt đầu, từ 1 đến 90."""
    text: str = field("viec", "Việc", Prose(), required=True)
    """Việc trường áp dụng thực hiện."""


@dataclass(frozen=True, kw_only=True)
class Adoption(Sourced):
    school: Link = field("truong", "Trường áp dụng", Ref("truong"), required=True)
    """Trường khác đã áp dụng."""
    start: PartialDate | None = field("tu", "Từ", Moment())
    """Áp dụng từ khi nào."""
    changed: str | None = field("da_doi", "Đã thay đổi", Prose())
    """Trường áp dụng làm khác mô hình gốc ở điểm nào."""
    outcome: str | None = field("ket_qua", "Kết quả", Prose())
    """Kết quả ngắn gọn do chính trường áp dụng nêu."""


@dataclass(frozen=True, kw_only=True)
class Exemplar(Entry):
    """A model (mô hình) of a school; the body tells how it works."""

    KIND: ClassVar[str] = "mo-hinh"

    school: Link = field("truong", "Trường", Ref("truong"), required=True)
    """Trường đã làm mô hình này."""
    type: ExemplarType | None = field("loai", "Loại", Choice(ExemplarType))
    """Mô hình thuộc loại nào."""
    movement: Link | None = field("phong_trao", "Phong trào", Ref("phong-trao"))
    """Mô hình thuộc phong trào nào."""
    indicators: tuple[Link, ...] = field(
        "chi_tieu", "Phục vụ tiêu chí, chỉ tiêu", ListOf(Ref("bo-tieu-chi"))
    )
    """Tiêu chí, chỉ tiêu mà mô hình góp phần đạt. Ghi mã bộ#mã chỉ tiêu hoặc #tieu-chi-N."""
    start: PartialDate | None = field("tu", "Thực hiện từ", Moment())
    """Thời điểm bắt đầu thực hiện."""
    scope: str | None = field("pham_vi", "Phạm vi", Text())
    """Đã thực hiện ở đâu: một lớp, một khoa, toàn trường."""
    contact: str | None = field("dau_moi", "Đầu mối liên hệ", Text())
    """Phòng, khoa trả lời khi trường khác hỏi; không ghi họ tên, số điện thoại riêng."""
    problem_text: str | None = field("van_de", "Vấn đề", Prose())
    """Vấn đề mà mô hình giải quyết."""
    context: str | None = field("boi_canh", "Bối cảnh", Prose())
    """Điều kiện, hoàn cảnh của trường khi bắt đầu."""
    steps: tuple[str, ...] = field("cach_lam", "Cách làm", ListOf(Prose()))
    """Từng việc đã thực hiện, theo thứ tự."""
    resources: str | None = field("nguon_luc", "Nguồn lực", Prose())
    """Nhân lực, phương tiện, ý kiến đồng ý của cấp có thẩm quyền."""
    cost: str | None = field("chi_phi", "Chi phí", Prose())
    """Số kinh phí và nguồn kinh phí; không sử dụng kinh phí thì ghi rõ."""
    effort: str | None = field("cong_suc", "Nhân lực và thời gian", Prose())
    """Số người tham gia và thời gian thực hiện."""
    outcomes: tuple[Outcome, ...] = field("ket_qua", "Kết quả", ListOf(Group(Outcome)))
    """Kết quả, mỗi kết quả một nguồn."""
    honours: tuple[Honour, ...] = field("khen", "Khen thưởng, công nhận", ListOf(Group(Honour)))
    """Khen thưởng, công nhận dành cho mô hình và căn cứ."""
    difficulties: str | None = field("kho_khan", "Khó khăn", Prose())
    """Khó khăn, vướng mắc đã gặp."""
    conditions: str | None = field("dieu_kien_ap_dung", "Điều kiện áp dụng", Prose())
    """Điều kiện trường khác cần có để áp dụng."""
    may_change: tuple[str, ...] = field("duoc_doi", "Nội dung được thay đổi", ListOf(Prose()))
    """Nội dung trường áp dụng có thể thay đổi."""
    must_stay: tuple[str, ...] = field("giu_nguyen", "Nội dung phải giữ nguyên", ListOf(Prose()))
    """Nội dung phải giữ nguyên để vẫn là mô hình này."""
    first_days: tuple[FirstStep, ...] = field(
        "ngay_dau", "Việc 90 ngày đầu", ListOf(Group(FirstStep))
    )
    """Các việc trường áp dụng thực hiện trong 90 ngày đầu, theo thứ tự."""
    adoptions: tuple[Adoption, ...] = field("ap_dung", "Đã áp dụng tại", ListOf(Group(Adoption)))
    """Các trường khác đã áp dụng, mỗi trường kèm kết quả của mình."""
    evidence_level: EvidenceLevel | None = field(
        "muc_minh_chung", "Mức minh chứng", Choice(EvidenceLevel)
    )
    """Máy tự xếp theo các khoá đã điền; chỉ ghi khi Ban biên tập xếp thấp hơn, kèm lý do ở
    ly_do_muc."""
    level_reason: str | None = field("ly_do_muc", "Lý do xếp mức", Text())
    """Vì sao xếp thấp hơn mức máy tính được."""

    @property
    def figures(self) -> tuple[Outcome, ...]:
        """Outcomes of its own that were measured."""
        return tuple(one for one in self.outcomes if one.own and one.value)


_PHONE = re.compile(r"(?<![\d/.-])(?:\+?84|0)[\s.-]?\d(?:[\s.-]?\d){7,9}(?![\d/])")
PLACES_AND_DATES, NO_FIGURE, PRIVATE = "ap-dung", "so-lieu-mo-hinh", "lien-he-rieng"


def _check(one: Exemplar) -> Iterator[Problem]:
    yield from _measured(one)
    yield from _adopted(one)
    days = [step.day for step in one.first_days]
    for place, (before, after) in enumerate(pairwise(days), 2):
        if after < before:
            told = f"ngày {after} đứng sau ngày {before}."
            yield one.problem(f"ngay_dau[{place}].den_ngay", told, "ngay-nguoc", "xếp theo ngày")
    if one.contact and (_PHONE.search(one.contact) or "@" in one.contact):
        told = "đầu mối là phòng, khoa; không ghi số điện thoại, thư điện tử của một người."
        yield one.problem("dau_moi", told, PRIVATE, "ghi tên phòng, khoa")


def _measured(one: Exemplar) -> Iterator[Problem]:
    """A figure says what it measures, and is one."""
    for place, outcome in enumerate(one.outcomes, 1):
        where = f"ket_qua[{place}]"
        if outcome.value and not any(map(str.isdigit, outcome.value)):
            told = f"«{outcome.value}» không có con số."
            remedy = "ghi số như nguồn nêu; nhận xét bằng lời thì để ở noi_dung"
            yield one.problem(f"{where}.gia_tri", told, NO_FIGURE, remedy)
        if bool(outcome.value) != bool(outcome.measure):
            key, other = ("gia_tri", "chi_so") if outcome.value else ("chi_so", "gia_tri")
            told = f"có {key} mà không có {other}."
            yield one.problem(f"{where}.{key}", told, NO_FIGURE, f"thêm {other}")
        elif outcome.before and not outcome.value:
            told = "có truoc mà không có chi_so, gia_tri."
            yield one.problem(f"{where}.truoc", told, NO_FIGURE, "thêm chi_so, gia_tri")


def _adopted(one: Exemplar) -> Iterator[Problem]:
    """By other schools, each told once, not before there was anything to copy."""
    met: dict[str, int] = {}
    for place, adoption in enumerate(one.adoptions, 1):
        where = f"ap_dung[{place}]"
        if adoption.school.id == one.school.id:
            told = "đây là trường làm mô hình, không phải trường khác áp dụng."
            remedy = "ghi phạm vi trong trường ở pham_vi"
            yield one.problem(f"{where}.truong", told, PLACES_AND_DATES, remedy)
        elif first := met.get(adoption.school.id):
            told = f"trường này đã có ở ap_dung[{first}]."
            yield one.problem(f"{where}.truong", told, PLACES_AND_DATES, "gộp vào một mục")
        met.setdefault(adoption.school.id, place)
        if adoption.start and one.start and adoption.start.is_before(one.start):
            told = f"«{adoption.start}» trước khi có mô hình, «{one.start}»."
            yield one.problem(f"{where}.tu", told, PLACES_AND_DATES, "xem lại hai ngày")


COMPLETENESS = f"{Exemplar.KIND}/day-du/"
"""Where it is told how far each model answers what must be known of it."""
FORM = f"{Exemplar.KIND}/phieu-dang-ky.docx"
"""By which a school registers a model."""
FACETS: Mapping[str, str] = MappingProxyType(
    {
        "tieu-chi": "Tiêu chí",
        "loai": "Loại",
        "muc": "Mức minh chứng",
        "truong": "Trường",
        "nam": "Thực hiện từ năm",
    }
)
"""By what models are sorted apart: the segment of the address, and the label."""

KIND = Kind(
    model=Exemplar,
    label="Mô hình",
    one="mô hình",
    lead=(
        "Cách làm của các trường: vấn đề cần giải quyết, cách thực hiện, kết quả và điều kiện để "
        "trường khác áp dụng."
    ),
    how=(
        "Lọc theo tiêu chí, trường, mức minh chứng; địa chỉ của trang giữ cách lọc. Trước khi áp "
        "dụng, đề nghị xem điều kiện áp dụng và nguồn."
    ),
    menu="Thi đua",
    called=(
        *("cách làm hay", "kinh nghiệm hay", "điển hình tiên tiến", "mô hình hay"),
        *("bài học kinh nghiệm", "trường khác làm thế nào", "mô hình tiêu biểu"),
        *("điển hình", "gương điển hình", "cách làm của các trường", "học tập trường khác"),
        "kinh nghiệm của các trường",
    ),
    text=True,
    made=("day-du", *FACETS),
    check=_check,
)
