"""The papers that prove chỉ tiêu: each told once in its set, used by any number of chỉ tiêu.

Comes in: a set as read. Goes out: faults, each at the key that has to change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal import addresses
from portal.forms import meant
from portal.kinds.base import Segment, Sourced, Text, field
from portal.problem import Problem
from portal.text import quote

if TYPE_CHECKING:
    from portal.kinds.criteria import CriteriaSet, Indicator

UNKNOWN, TWICE, UNUSED = "minh-chung-la", "trung-ma", "minh-chung-thua"
DECLARE = "khai giấy tờ đó ở giay_to của bộ, hoặc viết thành lời có dấu"


@dataclass(frozen=True, kw_only=True)
class Paper(Sourced):
    """Minh chứng: a paper, a list, a decision that shows that a chỉ tiêu is met."""

    id: str = field("ma", "Mã", Segment(), required=True, example="danh-sach-giang-vien")
    """Để chỉ tiêu dùng lại; không đổi sau khi đăng."""
    title: str = field("ten", "Giấy tờ", Text(), required=True)
    """Giấy tờ gì, theo hướng dẫn."""
    number: str | None = field("ky_hieu", "Ký hiệu", Text(40), example="H2.01.03")
    """Ký hiệu trong danh mục minh chứng, khi có hướng dẫn nêu."""
    period: str | None = field("ky", "Của thời gian nào", Text())
    """Ví dụ: năm năm trước ngày nộp hồ sơ."""
    keeper: str | None = field("noi_giu", "Nơi giữ", Text())
    """Phòng, khoa thường giữ giấy tờ này."""


def is_code(told: str) -> bool:
    """Whether a line of evidence names a paper of the set; all else is words."""
    return addresses.is_segment(told)


def proofs(whole: CriteriaSet, one: Indicator) -> Iterator[Paper | str]:
    """What proves a chỉ tiêu, papers and words; a code whose paper is not published is left out."""
    known = {each.id: each for each in whole.papers}
    for told in one.evidence:
        if told in known or not is_code(told):
            yield known.get(told, told)


def titles(whole: CriteriaSet, one: Indicator) -> tuple[str, ...]:
    """The same by name."""
    found = proofs(whole, one)
    return tuple(each.title if isinstance(each, Paper) else each for each in found)


def check(whole: CriteriaSet) -> Iterator[Problem]:
    known = [one.id for one in whole.papers]
    used: set[str] = set()
    for place, criterion in enumerate(whole.criteria, 1):
        for at, indicator in enumerate(criterion.indicators, 1):
            for nth, told in enumerate(indicator.evidence, 1):
                used.add(told)
                if is_code(told) and told not in known:
                    where = f"tieu_chi[{place}].chi_tieu[{at}].minh_chung[{nth}]"
                    said = f"bộ này không có minh chứng mã {quote(told)}."
                    yield whole.problem(where, said, UNKNOWN, meant(told, known, DECLARE))
    for at, one in enumerate(whole.papers, 1):
        if one.id in known[: at - 1]:
            told = f"mã «{one.id}» đã dùng."
            yield whole.problem(f"giay_to[{at}].ma", told, TWICE, "mỗi giấy tờ một mã riêng")
        elif one.id not in used:
            told = f"không chỉ tiêu nào dùng minh chứng «{one.id}»."
            remedy = "ghi mã này vào minh_chung của một chỉ tiêu, hoặc bỏ mục này"
            yield whole.problem(f"giay_to[{at}].ma", told, UNUSED, remedy)
