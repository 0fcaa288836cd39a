"""How the chỉ tiêu of a set go with those of another: kept, raised, lowered, new, dropped.

Comes in: nothing; `fields.read_model` fills these. Goes out: frozen models, what changed, and the
faults a set shows by itself. What changed is reckoned from the thresholds, never typed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from portal.forms import meant
from portal.kinds.base import Group, Link, ListOf, Ref, Segment, Sourced, field
from portal.kinds.criteria.lists import Comparison
from portal.problem import Problem

if TYPE_CHECKING:
    from portal.kinds.criteria import CriteriaSet, Indicator, Threshold

MAPPED, OTHER = "doi-chieu-la", "doi-chieu-bo"


class Change(Enum):
    """What became of a chỉ tiêu, as readers are told."""

    KEPT = "Giữ nguyên"
    RAISED = "Nâng lên"
    LOWERED = "Hạ xuống"
    OTHERWISE = "Tính cách khác"
    REGROUPED = "Chia lại"
    NEW = "Mới"
    DROPPED = "Bỏ"
    UNKNOWN = "Chưa rõ ngưỡng"


@dataclass(frozen=True, kw_only=True)
class Pair(Sourced):
    """What goes together; one side is empty for what is new or dropped."""

    old: tuple[str, ...] = field("cu", "Ở bộ kia", ListOf(Segment()))
    """Mã chỉ tiêu của bộ kia; bỏ trống nếu là chỉ tiêu mới."""
    new: tuple[str, ...] = field("moi", "Ở bộ này", ListOf(Segment()))
    """Mã chỉ tiêu của bộ này; bỏ trống nếu chỉ tiêu kia bị bỏ."""


@dataclass(frozen=True, kw_only=True)
class SetMap:
    other: Link = field("bo", "Với bộ", Ref("bo-tieu-chi"), required=True)
    """Bộ tiêu chí trước đó, hoặc bộ cần so."""
    pairs: tuple[Pair, ...] = field("cap", "Từng cặp", ListOf(Group(Pair)), required=True)
    """Chỉ tiêu nào đi với chỉ tiêu nào; chỉ ghi cặp đã có nguồn."""


def change(old: Sequence[Indicator], new: Sequence[Indicator]) -> Change:
    if not old or not new:
        return Change.NEW if new else Change.DROPPED
    if len(old) > 1 or len(new) > 1:
        return Change.REGROUPED
    return _moved(old[0].threshold, new[0].threshold)


def _moved(old: Threshold | None, new: Threshold | None) -> Change:
    if old is None or new is None or old.value is None or new.value is None:
        return Change.UNKNOWN
    if (old.operator.value, old.unit) != (new.operator.value, new.unit):
        return Change.OTHERWISE
    if old.value == new.value:
        return Change.KEPT
    match Comparison(new.operator.value):
        case Comparison.EQUAL:
            return Change.OTHERWISE
        case Comparison.AT_LEAST:
            raised = new.value > old.value
        case Comparison.AT_MOST:
            raised = new.value < old.value
    return Change.RAISED if raised else Change.LOWERED


def check(whole: CriteriaSet) -> Iterator[Problem]:
    known = [one.id for one in whole.indicators]
    for at, one in enumerate(whole.maps, 1):
        where = f"doi_chieu[{at}]"
        if one.other.id == whole.id:
            told, remedy = "bộ này đối chiếu với chính nó.", "ghi mã của bộ kia"
            yield whole.problem(f"{where}.bo", told, OTHER, remedy)
        elif one.other in [each.other for each in whole.maps[: at - 1]]:
            told, remedy = f"đã đối chiếu với «{one.other.id}» ở trên.", "gộp vào một chỗ"
            yield whole.problem(f"{where}.bo", told, OTHER, remedy)
        for nth, pair in enumerate(one.pairs, 1):
            here = f"{where}.cap[{nth}]"
            if not pair.old and not pair.new:
                remedy = "ghi cu, moi hoặc cả hai"
                yield whole.problem(here, "cặp không có chỉ tiêu nào.", MAPPED, remedy)
            yield from unknown(whole, f"{here}.moi", pair.new, known, "bộ này")


def unknown(
    whole: CriteriaSet, where: str, codes: Sequence[str], known: Collection[str], set_name: str
) -> Iterator[Problem]:
    for at, id in enumerate(codes, 1):
        if id not in known:
            remedy = meant(id, known, "ghi mã một chỉ tiêu của bộ, hoặc bỏ")
            told = f"{set_name} không có chỉ tiêu «{id}»."
            yield whole.problem(f"{where}[{at}]", told, MAPPED, remedy)
