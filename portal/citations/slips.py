"""Near misses: numbers and days that differ from known ones as hands and scanners slip.

Comes in: two numbers, two dates. Goes out: in a few Vietnamese words, how one became the other;
empty where they are equal, None where they are too far apart to be one slip.
"""

from __future__ import annotations

from portal.citations.numbers import Number
from portal.dates import PartialDate


def digits(one: str, other: str) -> str | None:
    """How one run of letters slips into another: two exchanged, or one wrong, missing, too many."""
    if one == other:
        return ""
    if len(one) == len(other):
        odd = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(odd) == 1:
            return "khác một chữ số"
        if len(odd) == 2 and one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]:
            return "đảo hai chữ số"
        return None
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1 and any(
        long[:at] + long[at + 1 :] == short for at in range(len(long))
    ):
        return "thừa hoặc thiếu một chữ số"
    return None


def dates(one: PartialDate, other: PartialDate) -> str | None:
    """How a day slips; two dates of which one is less exact are equal where they may be."""
    parts = [(one.year, other.year), (one.month, other.month), (one.day, other.day)]
    odd = [at for at, (a, b) in enumerate(parts) if a != b and a is not None and b is not None]
    if not odd or one.bound or other.bound:
        return ""
    if odd == [0]:
        close = abs(one.year - other.year) == 1 or digits(str(one.year), str(other.year))
        return "khác năm" if close else None
    if odd == [1, 2] and (one.month, one.day) == (other.day, other.month):
        return "đảo ngày và tháng"
    if len(odd) == 1 and one.day and other.day:
        a, b = parts[odd[0]]
        near = digits(f"{a:02d}", f"{b:02d}")
        return ("khác tháng" if odd == [1] else "khác ngày") if near else None
    return None


def numbers(one: Number, other: Number) -> str | None:
    """How a number of a series slips into another of the same series."""
    if one.family != other.family:
        return None
    serial = digits(one.bare, other.bare)
    year = digits(one.year, other.year) if one.year and other.year else ""
    if serial is None or year is None or (serial and year) or bool(one.year) != bool(other.year):
        return None
    return f"số {serial}" if serial else "khác năm trong số" if year else ""
