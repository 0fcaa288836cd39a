"""Places inside a document, as people say them: «điểm a, b khoản 2 Điều 5», «mục II.4».

Comes in: plain text around a document's name. Goes out: ids as outlines write them
(`dieu-5.khoan-2.diem-a`), each with its place in the text. Knows no outline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.citations import units
from portal.citations.nested import ONWARD, Group, Pin, pins
from portal.citations.units import ORDINALS, VALUE

_OF = re.compile(
    r"(?:[ ]-[ ]|\s*,?\s*(?:(?:cua|tai|trong|theo|thuoc)\s+)?(?:(?:VBHN|van ban hop nhat)\s+)?)",
    re.IGNORECASE,
)
"""«Điều 44 VBHN Luật Đấu thầu», «Điều 44 - Luật Đấu thầu» is of that law."""
_STOPS = (". ", ".\n")
_NO_SENTENCE = re.compile(
    r"(?:^|[.;:(\n“\"-][ ]?)(?:Can cu(?:[ \n]vao)?|Chieu theo|Theo)[ \n]{1,2}$", re.IGNORECASE
)
"""«Căn cứ Điều 24, điểm 1. Điều lệ …»: what the full stop ends says nothing without the name."""
_WITH = re.compile(r"\s*,?\s*(?:(?:ban\s+hanh\s+)?kem\s+(?:theo\s+)?)?", re.IGNORECASE)
_AND_PLACE = re.compile(r"\s*(?:[,;]|(?:va|hoac)\s)", re.IGNORECASE)
"""«khoản này và Điều 9 …»: what follows may be another document's."""
_BRACKET = re.compile(r"[ \n]?\(")
"""«Điều 5 (khoản 2) Quy định …»: the bracket opens right behind the place it goes on from."""
_AFTER = re.compile(
    r"[ \n]?[,(:]?[ \n]{0,2}(?:(?:(?:quy[ \n]dinh|neu|ghi|noi)[ \n])?(?:tai|o)[ \n])?",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"[ \n]?(?:\((?![ \n]?(?:khoan|diem|dieu|muc|tiet|doan)[ \n])[^()]{1,160}\)"
    r"|\[[^\[\]]{1,300}\])(?=[ \n,;])",
    re.IGNORECASE,
)
"""«Điều 5 (trừ khoản 2), Điều 6 và Điều 7 Luật …»: the list goes on behind the bracket."""
_CELL = re.compile(
    r"[ \n]?(?:\||\x00+)[ \n]?(?=(?:cac[ \n])?(?:khoan|diem|dieu|chuong)[ \n])", re.I
)
_VERSION = re.compile(r"[ \n]\((?:VBHN|hop nhat|van ban hop nhat|sua doi)[^()]{0,40}\)(?=,)")
"""«Luật Hôn nhân và gia đình (VBHN 2025), Điều 8»."""
_CELL_ENDS = re.compile(r"[ \n.;]{0,2}(?:\||\x00|$)")
"""A row of a table whose cells are a document and the places in it."""
_HEADING = re.compile(r"[.:]|[ ]*(?:\n|$)")
_LAST = re.compile(
    rf"""(?:[ \n-](?:{VALUE}|(?:{"|".join(ORDINALS)}))|[mnuct](?=[0-9]){VALUE}|luc)
    \)?[ \n]?[,.]?[ \n]{{0,2}}(?:-[ ])?
    (?:(?:cua|tai|trong|theo|thuoc|(?:ban[ \n]hanh[ \n])?kem(?:[ \n]theo)?)[ \n]{{1,2}})?
    (?:(?:VBHN|van[ \n]ban[ \n]hop[ \n]nhat)[ \n])?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands right before a document where a place in it was named; asked first, being cheap."""
_MORE_BEFORE = re.compile(
    r"(?:[0-9)\]IVXLC]|[ \n][a-z]|[ \n]luc)[a-z]?"
    r"(?:[,;]|[ \n]?-|[ \n](?:va|hoac|den|tai|cua|thuoc))*"
    r"[ \n]{1,2}(?:(?:cac|tu)[ \n])?$"
)
_ATTACHABLE = "Quy che|Quy dinh|Dieu le|Noi quy|Quy trinh|Huong dan|Chuong trinh"
_TITLE = r"(?=[ \n][^.;:()\[\]“”\"\x00]{0,160}$)"
_IN_ATTACHED = re.compile(rf"(?<![A-Za-z])(?:{_ATTACHABLE}){_TITLE}")
_ATTACHES = re.compile(r"[ \n](?:duoc[ \n])?(?:ban[ \n]hanh[ \n])?kem[ \n]theo[ \n]$")
_BEFORE_NUMBER = re.compile(
    rf"(?<![A-Za-z])(?:{_ATTACHABLE}|Nghi (?:dinh|quyet)|Thong tu|Quyet dinh|Ket luan){_TITLE}"
)
_IN_BRACKETS = (" (", "\n(")
"""«Điều 3 Quy chế làm việc … (số 6-QĐ/TW)»: the title, then its number."""
ATTACHED = "kem-theo"
"""«Điều 8 Quy chế … ban hành kèm theo Quyết định số …»: of the text it puts in force, which counts
its articles anew."""
NEAREST, FARTHEST = 120, 500
"""So many letters before a document's name are searched for the places in it; the further ones
only where all that stands near belongs to it."""
LONGEST_GAP = 28
"""So many may stand between two places that lead on to one another."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Places that lead on to one another."""

    start: int
    end: int
    pins: tuple[Pin, ...]
    here: bool
    """Whether its last unit is the one in which the words stand: «khoản 2 Điều này»."""


def before(text: str, whole: str, least: int, end: int) -> tuple[int, tuple[Pin, ...]]:
    """The places named right before a document that begins at `end`; where they begin."""
    titled = _titled(text, least, end)
    stop = titled if titled < end else _attached(text, least, end)
    bracket = text.rfind(")", max(least, stop - 8), stop) >= 0
    if not (bracket or _LAST.search(text, max(least, stop - 36), stop)):
        return end, ()
    chain, all_taken = _chain_before(text, whole, max(least, stop - NEAREST), stop)
    if all_taken and stop - least > NEAREST and _goes_further(text, chain):
        chain, _ = _chain_before(text, whole, max(least, stop - FARTHEST), stop)
    if not chain or (chain[-1].joined in _STOPS and not _is_led(text, chain[0].start)):
        return end, ()
    named = pins(chain)
    return chain[0].start, named if stop in (titled, end) else tuple(map(_of_attached, named))


def _chain_before(text: str, whole: str, first: int, stop: int) -> tuple[list[Group], bool]:
    """The places that lead on to `stop`, and whether none between `first` and it is left over."""
    asides = _asides(text, first, stop)
    groups = list(units.groups(text, whole, first, stop))
    if asides:
        groups = [one for one in groups if not any(a <= one.start < b for a, b in asides)]
    chain: list[Group] = []
    follower = stop
    while groups:
        last = groups.pop()
        gap = _without(asides, text, last.end, follower)
        if last.here or not _leads_on(text, last, gap, groups, bool(chain)):
            return chain, False
        last.joined = gap
        chain.insert(0, last)
        follower = last.start
    return chain, True


def _is_led(text: str, start: int) -> bool:
    return bool(_NO_SENTENCE.search(text, max(0, start - 20), start))


def _goes_further(text: str, chain: Sequence[Group]) -> bool:
    """Whether another place may stand before all that was found near."""
    start = chain[0].start if chain else 0
    return not chain or bool(_MORE_BEFORE.search(text, max(0, start - 24), start))


def _leads_on(text: str, last: Group, gap: str, groups: Sequence[Group], chained: bool) -> bool:
    """Whether a place leads on to the next one, or to the document."""
    if chained:
        return bool(ONWARD.fullmatch(gap))
    if _OF.fullmatch(gap) or gap in _STOPS:
        return True
    if last.unit == "phu-luc" and _WITH.fullmatch(gap):
        return True
    return bool(gap.strip() == ")" and groups and _BRACKET.match(text, groups[-1].end))


def _asides(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What is said in brackets between places."""
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:
        return []
    return [one.span() for one in _ASIDE.finditer(text, start, end)]


def _without(asides: Sequence[tuple[int, int]], text: str, start: int, end: int) -> str:
    for a, b in asides:
        if start <= a and b <= end:
            return f"{text[start:a]}{text[b:end]}"
    return text[start:end]


def _attached(text: str, least: int, end: int) -> int:
    """Where the title of the attached text begins that the document puts in force, behind a place;
    else the end."""
    if not _ATTACHES.search(text, max(least, end - 30), end):
        return end
    return _title(_IN_ATTACHED, text, least, end) or end


def _titled(text: str, least: int, end: int) -> int:
    """Where the title begins whose number stands behind it in brackets, itself behind a place; else
    the end."""
    if not text.endswith(_IN_BRACKETS, least, end):
        return end
    return _title(_BEFORE_NUMBER, text, least, end - 2) or end


def _title(pattern: re.Pattern[str], text: str, least: int, stop: int) -> int:
    """Where the first title begins that stands right behind a place; 0 where there is none."""
    least = max(least, stop - 200)
    for found in pattern.finditer(text, least, stop):
        if _LAST.search(text, max(least, found.start() - 36), found.start()):
            return found.start()
    return 0


def _of_attached(pin: Pin) -> Pin:
    ids = (f"{ATTACHED}.{one}" if one else "" for one in (pin.id, pin.upto))
    return Pin(pin.start, pin.end, *ids)


def after(text: str, whole: str, start: int, most: int) -> tuple[int, tuple[Pin, ...]]:
    """The places named right after a document that ends at `start`; where they end."""
    chain: list[Group] = []
    cell = _CELL.match(text, start, most)
    note = None if cell else _VERSION.match(text, start, most)
    here, link = note.end() if note else start, _CELL if cell else _AFTER
    while gap := link.match(text, here, most):
        found = units.group(units.GROUP.match(text, gap.end(), most), text, whole)
        if not found or found[-1].here:
            break
        if "\n" in gap[0] and _HEADING.match(text, found[-1].end):
            break
        if chain:
            chain[-1].joined = gap[0]
        chain += found
        here, link = found[-1].end, ONWARD
    if not chain or (cell and not _CELL_ENDS.match(text, chain[-1].end)):
        return start, ()
    return chain[-1].end, pins(chain)


def loose(text: str, whole: str, taken: Sequence[tuple[int, int]]) -> Iterator[Chain]:
    """The places named outside `taken`, of no document that is named with them."""
    chain: list[Group] = []
    for group in units.groups(text, whole, 0, len(text)):
        at = bisect_right(taken, (group.start, len(text)))
        if at and taken[at - 1][1] > group.start:
            continue
        gap = text[chain[-1].end : group.start] if chain else ""
        ended = chain and chain[-1].here and _AND_PLACE.match(gap)
        if chain and not ended and len(gap) < LONGEST_GAP and ONWARD.fullmatch(gap):
            chain[-1].joined = gap
        elif chain:
            yield _chained(chain)
            chain = []
        chain.append(group)
    if chain:
        yield _chained(chain)


def _chained(chain: Sequence[Group]) -> Chain:
    return Chain(chain[0].start, chain[-1].end, pins(chain), chain[-1].here)
