"""Whether the rules of a set can be reckoned at all: names, units, wholes and parts, rounding.

Comes in: a set as read. Goes out: faults, each at the key that has to change.
Refuses to know: what a school types, and what comes out of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from portal.forms import meant
from portal.kinds.criteria.quantities import Quantity, Rule
from portal.problem import Problem
from portal.text import number, quote

if TYPE_CHECKING:
    from portal.kinds.criteria import CriteriaSet, Threshold

PERCENT = "%"
"""The unit of a ratio that is told in hundredths."""
UNKNOWN, TWICE, UNUSED = "dai-luong-la", "trung-ma", "dai-luong-thua"
RULE, PARTS = "cach-tinh", "nam-trong"


def check(whole: CriteriaSet) -> Iterator[Problem]:
    known = {one.id: one for one in whole.quantities}
    yield from _quantities(whole, known)
    used: set[str] = set()
    for place, criterion in enumerate(whole.criteria, 1):
        for at, indicator in enumerate(criterion.indicators, 1):
            where = f"tieu_chi[{place}].chi_tieu[{at}].nguong"
            told = indicator.threshold
            if told and told.rule:
                used |= {*told.rule.numerator, *told.rule.denominator}
                yield from _rule(whole, where, told, told.rule, known)
    for at, one in enumerate(whole.quantities, 1):
        if one.id not in used:
            told_of = f"không cách tính nào dùng đại lượng «{one.id}»."
            remedy = "dùng nó ở cach_tinh của một chỉ tiêu, hoặc bỏ mục này"
            yield whole.problem(f"dai_luong[{at}].ma", told_of, UNUSED, remedy)


# Quantities


def _quantities(whole: CriteriaSet, known: Mapping[str, Quantity]) -> Iterator[Problem]:
    met: set[str] = set()
    for at, one in enumerate(whole.quantities, 1):
        where = f"dai_luong[{at}]"
        if one.id in met:
            told = f"mã «{one.id}» đã dùng."
            yield whole.problem(f"{where}.ma", told, TWICE, "mỗi đại lượng một mã riêng")
        met.add(one.id)
        for nth, outer in enumerate(one.within, 1):
            yield from _within(whole, f"{where}.nam_trong[{nth}]", one, outer, known)


def _within(
    whole: CriteriaSet, where: str, one: Quantity, outer: str, known: Mapping[str, Quantity]
) -> Iterator[Problem]:
    if outer not in known:
        yield _unknown(whole, where, outer, known)
    elif one.id == outer or one.id in _around(outer, known):
        told = f"«{one.id}» và «{outer}» nằm trong nhau theo vòng."
        yield whole.problem(where, told, PARTS, "chỉ ghi đại lượng rộng hơn")
    elif one.unit != known[outer].unit:
        told = f"«{one.id}» tính bằng {one.unit}, «{outer}» tính bằng {known[outer].unit}."
        yield whole.problem(where, told, PARTS, "chỉ ghi đại lượng cùng đơn vị tính")


def _around(id: str, known: Mapping[str, Quantity]) -> set[str]:
    """All that a quantity is part of, however far out."""
    found: set[str] = set()
    ahead = [id]
    while ahead:
        outer = known[one].within if (one := ahead.pop()) in known else ()
        ahead += [next_ for next_ in outer if next_ not in found]
        found.update(outer)
    return found


def _unknown(whole: CriteriaSet, where: str, id: str, known: Collection[str]) -> Problem:
    other = f"dùng một trong: {', '.join(known)}" if known else "khai báo ở dai_luong"
    told = f"bộ này không có đại lượng {quote(id)}."
    return whole.problem(where, told, UNKNOWN, meant(id, known, other))


# Rules


def _rule(
    whole: CriteriaSet, where: str, told: Threshold, rule: Rule, known: Mapping[str, Quantity]
) -> Iterator[Problem]:
    here = f"{where}.cach_tinh"
    lost = False
    for key, names in (("tu_so", rule.numerator), ("mau_so", rule.denominator)):
        for at, id in enumerate(names, 1):
            if id not in known:
                lost = True
                yield _unknown(whole, f"{here}.{key}[{at}]", id, known)
            elif id in names[: at - 1]:
                said = f"«{id}» được cộng hai lần."
                yield whole.problem(f"{here}.{key}[{at}]", said, RULE, "ghi mỗi mã một lần")
    if not lost:
        yield from _units(whole, where, told, rule, known)
    parts = rule.denominator and all(
        set(rule.denominator) & _around(id, known) for id in rule.numerator
    )
    yield from _value(whole, where, told, 100 if told.unit == PERCENT and parts else None)


def _units(
    whole: CriteriaSet, where: str, told: Threshold, rule: Rule, known: Mapping[str, Quantity]
) -> Iterator[Problem]:
    key = f"{where}.cach_tinh.tu_so"
    above, below = (
        list(dict.fromkeys(known[id].unit for id in ids))
        for ids in (rule.numerator, rule.denominator)
    )
    if len(above) > 1 or len(below) > 1:
        mixed = ", ".join(above if len(above) > 1 else below)
        at = key if len(above) > 1 else f"{where}.cach_tinh.mau_so"
        yield whole.problem(at, f"cộng các đơn vị khác nhau: {mixed}.", RULE, "cộng số cùng đơn vị")
    elif told.unit == PERCENT and not below:
        remedy = "thêm mau_so, hoặc sửa don_vi_tinh của ngưỡng"
        yield whole.problem(key, "ngưỡng là %, cách tính không có mẫu số.", RULE, remedy)
    elif told.unit == PERCENT and above != below:
        said = f"tử số tính bằng {above[0]}, mẫu số tính bằng {below[0]}: không thành %."
        yield whole.problem(key, said, RULE, "chia số cùng đơn vị, hoặc sửa don_vi_tinh")
    elif not below and above != [told.unit]:
        said = f"đếm bằng {above[0]}, ngưỡng ghi {told.unit}."
        yield whole.problem(key, said, RULE, f"ghi don_vi_tinh: {above[0]}")
    if set(rule.numerator) == set(rule.denominator):
        said = "tử số và mẫu số là một: kết quả lúc nào cũng bằng nhau."
        yield whole.problem(key, said, RULE, "sửa tu_so hoặc mau_so")


def _value(whole: CriteriaSet, where: str, told: Threshold, most: int | None) -> Iterator[Problem]:
    """`most`: where parts are measured by their whole."""
    said = ""
    if told.value is not None and told.value < 0:
        said = f"ngưỡng âm: {number(told.value)}."
    elif told.value is not None and most is not None and told.value > most:
        said = f"ngưỡng {number(told.value)}% của phần nằm trong tổng, không thể quá {most}%."
    if said:
        remedy = "kiểm tra lại con số trong nguồn"
        yield whole.problem(f"{where}.gia_tri", said, RULE, remedy)
