"""What became of a chỉ tiêu from one set to another, reckoned from its thresholds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from portal.kinds.criteria import Indicator, Threshold
from portal.kinds.criteria.lists import Comparison, Operator
from portal.kinds.criteria.maps import Change, change

AT_LEAST, AT_MOST, EQUAL = Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.EQUAL


def one(value: str | None, way: Comparison = AT_LEAST, unit: str = "%") -> Indicator:
    operator = Operator(value=way.value, label="")
    number = None if value is None else Decimal(value)
    told = Threshold(operator=operator, value=number, unit=unit)
    return Indicator(id="m", level=1, title="", threshold=told)


NONE = Indicator(id="m", level=1, title="")


@pytest.mark.parametrize(
    ("old", "new", "became"),
    [
        ([one("75")], [one("75.0")], Change.KEPT),
        ([one("75")], [one("80")], Change.RAISED),
        ([one("80")], [one("75")], Change.LOWERED),
        ([one("5", AT_MOST)], [one("3", AT_MOST)], Change.RAISED),
        ([one("3", AT_MOST)], [one("5", AT_MOST)], Change.LOWERED),
        ([one("3", EQUAL)], [one("5", EQUAL)], Change.OTHERWISE),
        ([one("3", EQUAL)], [one("3", EQUAL)], Change.KEPT),
        ([one("75")], [one("75", EQUAL)], Change.OTHERWISE),
        ([one("5", unit="người")], [one("5", unit="%")], Change.OTHERWISE),
        ([one(None)], [one("75")], Change.UNKNOWN),
        ([NONE], [NONE], Change.UNKNOWN),
        ([one("75")], [one("75"), one("80")], Change.REGROUPED),
        ([one("75"), one("80")], [one("75")], Change.REGROUPED),
        ([], [one("75")], Change.NEW),
        ([one("75")], [], Change.DROPPED),
    ],
)
def test_what_became_of_it(old: list[Indicator], new: list[Indicator], became: Change) -> None:
    assert change(old, new) is became
