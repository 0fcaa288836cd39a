"""The closed lists of models: how far one is proven, what sort it is, what an outcome is of.

Comes in: nothing; `library.lists` reads the files by these declarations. Goes out: typed options.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from portal.forms import Text, Word, YesNo
from portal.kinds.fields import field
from portal.kinds.lists import Listed


class Proof(StrEnum):
    """What a level of evidence asks for; each is looked for in the fields of a model."""

    JUDGED = ""
    """Nothing that can be looked for."""
    IDEA = "y-tuong"
    DONE = "viec-da-lam"
    FIGURES = "so-lieu-rieng"
    ASSESSED = "danh-gia-ngoai"
    ADOPTED = "noi-khac-co-ket-qua"


@dataclass(frozen=True, kw_only=True)
class EvidenceLevel(Listed):
    """Mức minh chứng."""

    LIST: ClassVar[str] = "muc-minh-chung"

    asks: Proof = field("can", "Cần có", Word(Proof), default=Proof.JUDGED)
    """Mô hình phải có gì để máy xếp mức này: y-tuong (không cần gì thêm), viec-da-lam (có cách làm,
    phạm vi hoặc ngày bắt đầu), so-lieu-rieng (một kết quả của riêng mô hình, có chỉ số và giá trị),
    danh-gia-ngoai (kết quả có người ngoài trường đánh giá, hoặc được khen có nêu căn cứ),
    noi-khac-co-ket-qua (trường khác áp dụng, có kết quả). Mức cao nhất có đủ là mức của mô hình."""
    proof: str | None = field("bang_chung", "Gọi là", Text())
    """Cách gọi điều cần có, đứng sau chữ «có» hoặc «chưa có» khi trang nêu lý do xếp mức."""

    @property
    def numbered(self) -> str:
        """«1. Đang thực hiện»; «mức 1» is what schools are recognised at."""
        return f"{self.value}. {self.label}"

    def faults(self) -> Iterator[tuple[str, str, str]]:
        if self.asks not in (Proof.JUDGED, Proof.IDEA) and not self.proof:
            yield "can", "mức máy tự xếp phải nói được lý do.", "thêm bang_chung: …"


@dataclass(frozen=True, kw_only=True)
class ExemplarType(Listed):
    """Loại mô hình."""

    LIST: ClassVar[str] = "loai-mo-hinh"
    OPTIONAL: ClassVar[bool] = True


@dataclass(frozen=True, kw_only=True)
class OutcomeType(Listed):
    """Loại kết quả của mô hình."""

    LIST: ClassVar[str] = "loai-ket-qua"
    OPTIONAL: ClassVar[bool] = True

    proves: bool = field("chung_minh", "Chứng minh mô hình", YesNo(), default=False)
    """có: là điều mô hình làm thay đổi, được tính khi xếp mức minh chứng; không: chỉ là bối cảnh,
    như kết quả chung của cả trường."""
