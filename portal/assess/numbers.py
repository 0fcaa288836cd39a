"""A number as a Vietnamese office types it → the number, or the question what was meant.

Comes in: text. Goes out: `Typed`. Nothing is guessed: «1.234,5» is read, of «1,234.5» is asked.
The twin of `web/assess/core/numbers.js`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LONGEST = 12
"""Digits before the comma; a longer number is a slip."""
_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_PLAIN = re.compile(r"[0-9]+(?:,[0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?")
_SPACED = re.compile(r"[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_POINTED = re.compile(r"[0-9]+\.[0-9]+")
_THOUSAND = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


class Slip(StrEnum):
    NOT_A_NUMBER = "notNumber"
    TOO_LONG = "tooLong"


@dataclass(frozen=True, slots=True)
class Typed:
    """`value`: with a point before decimals. Where that is none: what it may mean, or what is
    wrong; nothing at all for an empty field."""

    value: str | None = None
    asked: tuple[str, ...] = ()
    slip: Slip | None = None


def read(text: str, whole: bool = False) -> Typed:
    """`whole`: only whole numbers make sense, so «1.234» cannot be a decimal number."""
    told = text.strip()
    if not told:
        return Typed()
    sign = "-" if told[0] in "-−" else ""
    body = told[1:].strip() if told[0] in "-−+" else told
    found = _meanings(body, whole)
    if not found:
        return Typed(slip=Slip.NOT_A_NUMBER)
    if any(len(one.partition(".")[0]) > LONGEST for one in found):
        return Typed(slip=Slip.TOO_LONG)
    signed = tuple(one if one == "0" else sign + one for one in found)
    sure = len(signed) == 1 and _is_vietnamese(body)
    return Typed(value=signed[0]) if sure else Typed(asked=signed)


def _is_vietnamese(body: str) -> bool:
    return any(one.fullmatch(body) for one in (_PLAIN, _GROUPED, _SPACED))


def _meanings(body: str, whole: bool) -> tuple[str, ...]:
    """All that the digits may mean, the Vietnamese reading first."""
    found: list[str] = []
    if _is_vietnamese(body):
        found.append(_SPACES.sub("", body).replace(".", "").replace(",", "."))
    if _ENGLISH.fullmatch(body) and ("." in body or body.count(",") > 1 or _is_thousand(body)):
        found.append(body.replace(",", ""))
    if _POINTED.fullmatch(body) and not (whole and _GROUPED.fullmatch(body)):
        found.append(body)
    return tuple(dict.fromkeys(map(_canonical, found)))


def _is_thousand(body: str) -> bool:
    return bool(_THOUSAND.fullmatch(body))


def _canonical(number: str) -> str:
    """No needless zeros: `007,50` → `7.5`."""
    whole, _, rest = number.partition(".")
    rest = rest.rstrip("0")
    return (whole.lstrip("0") or "0") + (f".{rest}" if rest else "")
