"""Writes the table of cases again: `python3 tests/criteria_oracle.py`. All cases are made up.

What is expected is reckoned here in another way than by either twin: whole numbers multiplied
crosswise, and by trying one after another. Cases told by hand stand in `BY_HAND` and `NUMBERS`.
"""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import product
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "criteria_cases.json"
PEOPLE = [
    {"id": "whole", "title": "Tất cả", "unit": "người"},
    {"id": "part", "title": "Một phần", "unit": "người", "within": ["whole"]},
    {"id": "other", "title": "Phần khác", "unit": "người", "within": ["whole"]},
    {"id": "done", "title": "Đã làm", "unit": "việc"},
    {"id": "due", "title": "Phải làm", "unit": "việc"},
    {"id": "area", "title": "Diện tích", "unit": "m²", "fractional": True},
]
RATIO = {"numerator": ["part"], "denominator": ["whole"], "scale": 100}
COUNT = {"numerator": ["done"], "denominator": [], "scale": 1}
NONE: dict[str, Any] = {
    "cause": None,
    "names": [],
    "value": None,
    "gap": None,
    "steps": None,
    "joining": None,
}


def case(
    name: str, rule: Any, way: str | None, limit: str | None, values: Any, **out: Any
) -> dict[str, Any]:
    threshold = {"comparison": way, "sign": "", "unit": "", "value": limit} if way else None
    expected = {**NONE, **out}
    return {
        "name": name,
        "rule": {"rounding": None, **rule},
        "threshold": threshold,
        "values": values,
        "outcome": expected,
    }


def rounded(digits: int, way: str) -> dict[str, Any]:
    return {**RATIO, "rounding": {"way": way, "digits": digits}}


BY_HAND = [
    case(
        "nothing typed",
        RATIO,
        "atLeast",
        "75",
        {},
        verdict="unknown",
        cause="missing",
        names=["part", "whole"],
    ),
    case(
        "one number missing",
        RATIO,
        "atLeast",
        "75",
        {"whole": "40"},
        verdict="unknown",
        cause="missing",
        names=["part"],
    ),
    case(
        "none of none",
        RATIO,
        "atLeast",
        "75",
        {"part": "0", "whole": "0"},
        verdict="unknown",
        cause="zeroDenominator",
        names=["whole"],
    ),
    case(
        "none of some",
        RATIO,
        "atLeast",
        "75",
        {"part": "0", "whole": "40"},
        verdict="unmet",
        value="0",
        gap="75",
        steps=30,
        joining=120,
    ),
    case(
        "below zero",
        RATIO,
        "atLeast",
        "75",
        {"part": "-1", "whole": "40"},
        verdict="unknown",
        cause="negative",
        names=["part"],
    ),
    case(
        "half a person",
        RATIO,
        "atLeast",
        "75",
        {"part": "30.5", "whole": "40"},
        verdict="unknown",
        cause="notWhole",
        names=["part"],
    ),
    case(
        "a part above its whole",
        RATIO,
        "atLeast",
        "75",
        {"part": "41", "whole": "40"},
        verdict="unknown",
        cause="partExceeds",
        names=["part", "whole"],
    ),
    case(
        "parts together above their whole",
        {**RATIO, "numerator": ["part", "other"]},
        "atLeast",
        "75",
        {"part": "30", "other": "20", "whole": "40"},
        verdict="unknown",
        cause="partExceeds",
        names=["part", "other", "whole"],
    ),
    case(
        "two parts added",
        {**RATIO, "numerator": ["part", "other"]},
        "atLeast",
        "75",
        {"part": "20", "other": "10", "whole": "40"},
        verdict="met",
        value="75",
    ),
    case(
        "a quantity nobody declared",
        {**RATIO, "numerator": ["lost"]},
        "atLeast",
        "75",
        {"lost": "1", "whole": "40"},
        verdict="unknown",
        cause="missing",
        names=["lost"],
    ),
    case(
        "no threshold",
        RATIO,
        None,
        None,
        {"part": "16", "whole": "39"},
        verdict="unknown",
        cause="noThreshold",
        value="41.03",
    ),
    case(
        "a threshold of unknown height",
        RATIO,
        "atLeast",
        None,
        {"part": "16", "whole": "39"},
        verdict="unknown",
        cause="noThreshold",
        value="41.03",
    ),
    case(
        "30 of 42 is below 75 percent",
        RATIO,
        "atLeast",
        "75",
        {"part": "30", "whole": "42"},
        verdict="unmet",
        value="71.43",
        gap="3.57",
        steps=2,
        joining=6,
    ),
    case(
        "24 of 33, three short of 80 percent",
        RATIO,
        "atLeast",
        "80",
        {"part": "24", "whole": "33"},
        verdict="unmet",
        value="72.73",
        gap="7.27",
        steps=3,
        joining=12,
    ),
    case(
        "27 of 33 exceeds 80 percent",
        RATIO,
        "atLeast",
        "80",
        {"part": "27", "whole": "33"},
        verdict="exceeded",
        value="81.82",
    ),
    case(
        "54 of 59 exceeds 90 percent",
        RATIO,
        "atLeast",
        "90",
        {"part": "54", "whole": "59"},
        verdict="exceeded",
        value="91.53",
    ),
    case(
        "exactly the threshold",
        RATIO,
        "atLeast",
        "75",
        {"part": "30", "whole": "40"},
        verdict="met",
        value="75",
    ),
    case(
        "everybody, of whom all are asked",
        RATIO,
        "equal",
        "100",
        {"part": "39", "whole": "39"},
        verdict="met",
        value="100",
    ),
    case(
        "everybody but one",
        RATIO,
        "equal",
        "100",
        {"part": "38", "whole": "39"},
        verdict="unmet",
        value="97.44",
        gap="2.56",
        steps=1,
    ),
    case(
        "all cannot be exceeded",
        RATIO,
        "atLeast",
        "100",
        {"part": "39", "whole": "39"},
        verdict="met",
        value="100",
    ),
    case(
        "all are asked, one lacks: nobody's joining helps",
        RATIO,
        "atLeast",
        "100",
        {"part": "38", "whole": "39"},
        verdict="unmet",
        value="97.44",
        gap="2.56",
        steps=1,
    ),
    case(
        "a hair below does not look like the threshold",
        RATIO,
        "atLeast",
        "75",
        {"part": "74999", "whole": "100000"},
        verdict="unmet",
        value="74.999",
        gap="0.001",
        steps=1,
        joining=4,
    ),
    case(
        "a hair above does not look like the threshold",
        RATIO,
        "atLeast",
        "75",
        {"part": "75001", "whole": "100000"},
        verdict="exceeded",
        value="75.001",
    ),
    case(
        "a third, where a third was cut short",
        RATIO,
        "atLeast",
        "33.33",
        {"part": "1", "whole": "3"},
        verdict="exceeded",
        value="33.333",
    ),
    case(
        "two thirds against a rounded two thirds",
        RATIO,
        "atLeast",
        "66.67",
        {"part": "2", "whole": "3"},
        verdict="unmet",
        value="66.667",
        gap="0.003",
        steps=1,
        joining=1,
    ),
    case(
        "the same, rounded before it is compared",
        rounded(2, "nearest"),
        "atLeast",
        "66.67",
        {"part": "2", "whole": "3"},
        verdict="met",
        value="66.67",
    ),
    case(
        "the same, cut before it is compared",
        rounded(2, "down"),
        "atLeast",
        "66.67",
        {"part": "2", "whole": "3"},
        verdict="unmet",
        value="66.66",
        gap="0.01",
        steps=1,
        joining=1,
    ),
    case(
        "half up at the threshold",
        rounded(0, "nearest"),
        "atLeast",
        "75",
        {"part": "149", "whole": "200"},
        verdict="met",
        value="75",
    ),
    case(
        "just below half",
        rounded(0, "nearest"),
        "atLeast",
        "75",
        {"part": "1489", "whole": "2000"},
        verdict="unmet",
        value="74",
        gap="1",
        steps=1,
        joining=4,
    ),
    case(
        "a limit no rounded result can have",
        rounded(0, "nearest"),
        "atLeast",
        "74.6",
        {"part": "149", "whole": "200"},
        verdict="exceeded",
        value="75",
    ),
    case(
        "at most, below",
        RATIO,
        "atMost",
        "20",
        {"part": "1", "whole": "10"},
        verdict="exceeded",
        value="10",
    ),
    case(
        "at most, exactly",
        RATIO,
        "atMost",
        "20",
        {"part": "2", "whole": "10"},
        verdict="met",
        value="20",
    ),
    case(
        "at most, above",
        RATIO,
        "atMost",
        "20",
        {"part": "5", "whole": "10"},
        verdict="unmet",
        value="50",
        gap="30",
        steps=-3,
    ),
    case(
        "exactly half of an odd number cannot be",
        RATIO,
        "equal",
        "50",
        {"part": "1", "whole": "3"},
        verdict="unmet",
        value="33.33",
        gap="16.67",
    ),
    case(
        "too many where exactly so many are asked",
        COUNT,
        "equal",
        "3",
        {"done": "5"},
        verdict="unmet",
        value="5",
        gap="2",
        steps=-2,
    ),
    case(
        "a count below",
        COUNT,
        "atLeast",
        "3",
        {"done": "1"},
        verdict="unmet",
        value="1",
        gap="2",
        steps=2,
    ),
    case("a count met", COUNT, "atLeast", "3", {"done": "3"}, verdict="met", value="3"),
    case("a count exceeded", COUNT, "atLeast", "3", {"done": "4"}, verdict="exceeded", value="4"),
    case(
        "none done where none is asked",
        COUNT,
        "atLeast",
        "0",
        {"done": "0"},
        verdict="met",
        value="0",
    ),
    case(
        "a count at most",
        COUNT,
        "atMost",
        "3",
        {"done": "4"},
        verdict="unmet",
        value="4",
        gap="1",
        steps=-1,
    ),
    case(
        "an area, square metres in parts",
        {"numerator": ["area"], "denominator": [], "scale": 1},
        "atLeast",
        "21700.5",
        {"area": "21700.25"},
        verdict="unmet",
        value="21700.25",
        gap="0.25",
    ),
    case(
        "an area a head",
        {"numerator": ["area"], "denominator": ["whole"], "scale": 1},
        "atLeast",
        "12.5",
        {"area": "500", "whole": "40"},
        verdict="met",
        value="12.5",
    ),
    case(
        "more than was planned",
        {"numerator": ["done"], "denominator": ["due"], "scale": 100},
        "atLeast",
        "100",
        {"done": "12", "due": "10"},
        verdict="exceeded",
        value="120",
    ),
    case(
        "numbers beyond floating point",
        RATIO,
        "atLeast",
        "50",
        {"part": "499999999999", "whole": "999999999999"},
        verdict="unmet",
        value="49.99999999",
        gap="0.00000001",
        steps=1,
        joining=1,
    ),
]

NUMBERS: list[tuple[str, bool, Any]] = [
    ("", False, None),
    ("   ", False, None),
    ("0", False, "0"),
    ("-0", False, "0"),
    ("42", True, "42"),
    ("042", True, "42"),
    (" 42 ", True, "42"),
    ("+42", True, "42"),
    ("-3", False, "-3"),
    ("−3,5", False, "-3.5"),
    ("89,9", False, "89.9"),
    ("89,90", False, "89.9"),
    ("0,5", False, "0.5"),
    ("0,234", False, "0.234"),
    ("1.234,5", False, "1234.5"),
    ("1.234.567", False, "1234567"),
    ("12.345.678,25", False, "12345678.25"),
    ("1 234", False, "1234"),
    ("1\u00a0234,5", False, "1234.5"),
    ("1\u202f234", True, "1234"),
    ("1.234", True, "1234"),
    ("1.234", False, ["1234", "1.234"]),
    ("1,234", False, ["1.234", "1234"]),
    ("1,234", True, ["1.234", "1234"]),
    ("1,234.5", False, ["1234.5"]),
    ("1,234.5", True, ["1234.5"]),
    ("1,234,567", False, ["1234567"]),
    ("12.5", False, ["12.5"]),
    ("0.5", False, ["0.5"]),
    ("0.234", False, ["0.234"]),
    ("-12.5", False, ["-12.5"]),
    ("100.0", False, ["100"]),
    ("999999999999", False, "999999999999"),
    ("1000000000000", False, "tooLong"),
    ("1.000.000.000.000", False, "tooLong"),
    ("0000000000000001", False, "1"),
    (",5", False, "notNumber"),
    ("5,", False, "notNumber"),
    (".5", False, "notNumber"),
    ("5.", False, "notNumber"),
    ("1.23.456", False, "notNumber"),
    ("1,23,456", False, "notNumber"),
    ("1.234,5,6", False, "notNumber"),
    ("1..234", False, "notNumber"),
    ("--5", False, "notNumber"),
    ("5-", False, "notNumber"),
    ("1e5", False, "notNumber"),
    ("0x1F", False, "notNumber"),
    ("75%", False, "notNumber"),
    ("12 người", False, "notNumber"),
    ("mười", False, "notNumber"),
    ("=1+1", False, "notNumber"),
    ("<b>1</b>", False, "notNumber"),
    ("Infinity", False, "notNumber"),
    ("NaN", False, "notNumber"),
    ("١٢", False, "notNumber"),
    ("１２", False, "notNumber"),
    ("1/2", False, "notNumber"),
    ("12 34", False, "notNumber"),
]


def tried() -> list[dict[str, Any]]:
    """Every part of small wholes against round limits, and by what they have to change."""
    made = []
    ways = [
        ("atLeast", "75"),
        ("atLeast", "80"),
        ("atMost", "25"),
        ("equal", "100"),
        ("equal", "50"),
    ]
    roundings = [None, {"way": "nearest", "digits": 0}, {"way": "down", "digits": 1}]
    for whole, (way, limit), how in product((1, 3, 7, 11), ways, roundings):
        for part in sorted({0, 1, whole // 2, 3 * whole // 4, whole - 1, whole}):
            made.append(one(part, whole, way, limit, how))
    return made


def one(part: int, whole: int, way: str, limit: str, how: Any) -> dict[str, Any]:
    def result(above: int, below: int) -> tuple[int, int]:
        """Numerator and denominator of the result, in hundredths, rounded."""
        if how is None:
            return above * 100, below
        unit = 10 ** how["digits"]
        twice = 2 * above * 100 * unit
        if how["way"] == "nearest":
            return (twice + below) // (2 * below), unit
        return above * 100 * unit // below, unit

    def holds(above: int, below: int) -> bool:
        over, under = result(above, below)
        apart = over - int(limit) * under
        return {"atLeast": apart >= 0, "atMost": apart <= 0, "equal": apart == 0}[way]

    over, under = result(part, whole)
    digits = how["digits"] if how else 2
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(over) / Decimal(under)
        shown = plain(exact.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))
        gap = plain(abs(int(limit) - exact).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))
    out: dict[str, Any] = {"value": shown}
    if holds(part, whole):
        beyond = way != "equal" and over != int(limit) * under
        out["verdict"] = "exceeded" if beyond else "met"
    else:
        changes = sorted(range(-part, whole - part + 1), key=abs)
        step = next((it for it in changes if holds(part + it, whole)), None)
        joining = next((n for n in range(400) if holds(part + n, whole + n)), None)
        out |= {"verdict": "unmet", "gap": gap, "steps": step}
        out["joining"] = joining if way == "atLeast" else None
    told = f"{part} of {whole}, {way} {limit}" + (f", {how['way']} {how['digits']}" if how else "")
    return case(
        told,
        {**RATIO, "rounding": how},
        way,
        limit,
        {"part": str(part), "whole": str(whole)},
        **out,
    )


def plain(number: Decimal) -> str:
    told = f"{number:f}"
    return told.rstrip("0").rstrip(".") if "." in told else told


def typed(text: str, whole: bool, meant: Any) -> dict[str, Any]:
    slip = meant if meant in ("tooLong", "notNumber") else None
    return {
        "text": text,
        "whole": whole,
        "value": meant if isinstance(meant, str) and not slip else None,
        "asked": meant if isinstance(meant, list) else [],
        "slip": slip,
    }


def cases() -> dict[str, Any]:
    filled = [
        {"definition": None, "asOf": None, "within": [], "fractional": False, **it} for it in PEOPLE
    ]
    return {
        "note": "One table for Python and browsers, all made up; written by tests/criteria_oracle.py.",
        "quantities": filled,
        "outcomes": [*BY_HAND, *tried()],
        "numbers": [typed(*it) for it in NUMBERS],
    }


def text() -> str:
    told = cases()

    def rows(name: str) -> str:
        return ",\n".join(f"    {json.dumps(it, ensure_ascii=False)}" for it in told[name])

    parts = [f'  "note": {json.dumps(told["note"])}']
    parts += [f'  "{name}": [\n{rows(name)}\n  ]' for name in ("quantities", "outcomes", "numbers")]
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="\n")
