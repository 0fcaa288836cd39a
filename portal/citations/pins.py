"""Places inside a document, as people say them: «điểm a, b khoản 2 Điều 5», «mục II.4».

Comes in: plain text around a document's name. Goes out: ids as outlines write them
(`dieu-5.khoan-2.diem-a`), each with its place in the text. Knows no outline.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.citations.nested import ONWARD, Group, Pin, pins

_WRITTEN = {
    **{"chuong": "chương", "phan": "phần", "muc": "mục", "dieu": "điều", "khoan": "khoản"},
    **{"diem": "điểm", "tiet": "tiết", "doan": "đoạn", "tieu-muc": "tiểu mục"},
    **{"phu-luc": "phụ lục", "gach": "gạch đầu dòng"},
}
"""How a unit is written: «mức 1», «phân 2» are none, only forgotten marks are forgiven."""
_SLIPS = dict.fromkeys(("điệu", "điêu", "điểu", "ðiều"), "điều")
"""What scanners make of it."""
_ORDINALS = {
    **{"nhat": "1", "dau tien": "1", "hai": "2", "ba": "3", "tu": "4", "nam": "5", "sau": "6"},
    **{"bay": "7", "tam": "8", "chin": "9", "muoi": "10"},
}
_VALUE = (
    r"(?:(?-i:(?!VA)[IVXLC]{1,6}[A-E])|[IVXLC]{1,6}|[0-9]{1,3}[a-z]?|[a-z])"
    r"(?:\.(?:[0-9]{1,2}|[a-z]))*(?![A-Za-z0-9]|-[A-Za-z])"
)
_SPACE = r"[ \n]{1,2}"
_NEXT_ROW = r"(?!(?:\n{1,2}|(?<=;)[ ])[a-z0-9]{1,3}[.)][ \n])"
"""«… tại Điều 19;⏎c) Thay thế …»: the label of the next row is no value."""
_AND = (
    rf"(?:[ \n]?[,;]{_NEXT_ROW}[ \n]{{0,2}}(?:(?:va|hoac){_SPACE})?"
    rf"|{_SPACE}(?:va|hoac|&(?:amp;)?){_SPACE}"
    r"|[ ](?=[a-z](?:,[ ]|[ ](?:va|hoac)[ ])[a-z](?![a-z])))"
)
_TO = rf"(?:[ ]?-[ ]?|{_SPACE}den{_SPACE}(?:het{_SPACE})?)"
_GROUP = re.compile(
    rf"""(?<![A-Za-z0-9])
    (?:(?:cac|nhung|tu){_SPACE})?
    (?P<unit>tieu{_SPACE}muc|gach{_SPACE}dau{_SPACE}dong|phu{_SPACE}luc
        |diem|khoan|dieu|muc|chuong|phan|doan|tiet)
    (?:{_SPACE}(?:(?P<here>nay)(?![A-Za-z])|(?:so{_SPACE}|tu{_SPACE}|thu{_SPACE})?
        (?P<values>(?:{"|".join(_ORDINALS)})(?![A-Za-z])
            |{_VALUE}(?:{_TO}{_VALUE}|(?:{_AND}{_VALUE}){{0,40}}))))?""",
    re.VERBOSE | re.IGNORECASE,
)
_SPLIT = re.compile(rf"{_AND}|{_TO}", re.IGNORECASE)
_OF = re.compile(
    r"\s*,?\s*(?:(?:cua|tai|trong|theo|thuoc)\s+)?(?:(?:VBHN|van ban hop nhat)\s+)?", re.IGNORECASE
)
"""«Điều 44 VBHN Luật Đấu thầu» is of that law."""
_WITH = re.compile(r"\s*,?\s*(?:(?:ban\s+hanh\s+)?kem\s+(?:theo\s+)?)?", re.IGNORECASE)
_AND_PLACE = re.compile(r"\s*(?:[,;]|(?:va|hoac)\s)", re.IGNORECASE)
"""«khoản này và Điều 9 …»: what follows may be another document's."""
_BRACKET = re.compile(r"[ \n]?\(")
"""«Điều 5 (khoản 2) Quy định …»: the bracket opens right behind the place it goes on from."""
_AFTER = re.compile(
    r"[ \n]?[,(:]?[ \n]{0,2}(?:(?:(?:quy[ \n]dinh|neu|ghi|noi)[ \n])?(?:tai|o)[ \n])?",
    re.IGNORECASE,
)
_ROW = re.compile(r"[.)][ ]+\S")
"""«… công trình đê điều⏎1. Bộ …»: the number begins a row."""
_HEADING = re.compile(r"[.:]|[ ]*(?:\n|$)")
_WITH_IT = re.compile(r"[ \n](?:ban[ \n]hanh[ \n])?kem[ \n]")
_OF_ANNEX = re.compile(
    r"(?:^|(?<![A-Za-z])(?:tai|theo|trong|cua|va|o|tru|ca|doi|bo|sung|the)[ \n])$"
)
_LAST = re.compile(
    rf"""(?:[ \n-](?:{_VALUE}|(?:{"|".join(_ORDINALS)}))|luc)\)?[ \n]?,?[ \n]{{0,2}}
    (?:(?:cua|tai|trong|theo|thuoc|(?:ban[ \n]hanh[ \n])?kem(?:[ \n]theo)?)[ \n]{{1,2}})?
    (?:(?:VBHN|van[ \n]ban[ \n]hop[ \n]nhat)[ \n])?$""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands right before a document where a place in it was named; asked first, being cheap."""
_IN_ATTACHED = re.compile(
    r"(?<![A-Za-z])(?:Quy che|Quy dinh|Dieu le|Noi quy|Quy trinh|Huong dan|Chuong trinh)"
    r"(?=[ \n][^.;:()\[\]“”\"\x00]{0,160}$)"
)
_ATTACHES = re.compile(r"[ \n](?:duoc[ \n])?(?:ban[ \n]hanh[ \n])?kem[ \n]theo[ \n]$")
ATTACHED = "kem-theo"
"""«Điều 8 Quy chế … ban hành kèm theo Quyết định số …»: of the text it puts in force, which counts
its articles anew."""
FARTHEST = 500
"""So many letters before a document's name are searched for the places in it."""
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
    stop = _attached(text, least, end)
    if not _LAST.search(text, max(least, stop - 36), stop):
        return end, ()
    groups = list(_groups(text, whole, max(least, stop - FARTHEST), stop))
    chain: list[Group] = []
    follower = stop
    while groups:
        last = groups.pop()
        if last.here:
            break
        gap = text[last.end : follower]
        if chain:
            found = ONWARD.fullmatch(gap)
        else:
            found = (
                _OF.fullmatch(gap)
                or (last.unit == "phu-luc" and _WITH.fullmatch(gap))
                or (gap.strip() == ")" and groups and _BRACKET.match(text, groups[-1].end))
                or None
            )
        if not found:
            break
        last.joined = gap
        chain.insert(0, last)
        follower = last.start
    if not chain:
        return end, ()
    return chain[0].start, pins(chain) if stop == end else tuple(map(_of_attached, pins(chain)))


def _attached(text: str, least: int, end: int) -> int:
    """Where the title of the attached text begins that the document puts in force, behind a place;
    else the end."""
    if not _ATTACHES.search(text, max(least, end - 30), end):
        return end
    least = max(least, end - 200)
    for found in _IN_ATTACHED.finditer(text, least, end):
        if _LAST.search(text, max(least, found.start() - 36), found.start()):
            return found.start()
    return end


def _of_attached(pin: Pin) -> Pin:
    ids = (f"{ATTACHED}.{one}" if one else "" for one in (pin.id, pin.upto))
    return Pin(pin.start, pin.end, *ids)


def after(text: str, whole: str, start: int, most: int) -> tuple[int, tuple[Pin, ...]]:
    """The places named right after a document that ends at `start`; where they end."""
    chain: list[Group] = []
    here, link = start, _AFTER
    while gap := link.match(text, here, most):
        group = _group(_GROUP.match(text, gap.end(), most), text, whole)
        if group is None or group.here:
            break
        if "\n" in gap[0] and _HEADING.match(text, group.end):
            break
        if chain:
            chain[-1].joined = gap[0]
        chain.append(group)
        here, link = group.end, ONWARD
    return (chain[-1].end, pins(chain)) if chain else (start, ())


def loose(text: str, whole: str, taken: Sequence[tuple[int, int]]) -> Iterator[Chain]:
    """The places named outside `taken`, of no document that is named with them."""
    chain: list[Group] = []
    for group in _groups(text, whole, 0, len(text)):
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


def _groups(text: str, whole: str, start: int, end: int) -> Iterator[Group]:
    for found in _GROUP.finditer(text, start, end):
        if group := _group(found, text, whole):
            yield group


def _group(found: re.Match[str] | None, text: str, whole: str) -> Group | None:
    if found is None:
        return None
    unit = "-".join(found["unit"].lower().split()).replace("gach-dau-dong", "gach")
    written = " ".join(whole[slice(*found.span("unit"))].lower().replace("ð", "đ").split())
    written = _SLIPS.get(written, written)
    if written not in (_WRITTEN[unit], " ".join(found["unit"].lower().split())):
        return None
    if found["here"]:
        here = whole[slice(*found.span("here"))].lower() == "này"
        spot = (*found.span("here"), "")
        return Group(*found.span(), unit, [spot], here=True) if here else None
    if found["values"] is None:
        return Group(*found.span(), unit, [(*found.span(), "")]) if _is_annex(found, text) else None
    if "\n" in text[found.end("unit") : found.start("values")] and _ROW.match(text, found.end()):
        return None
    values = list(_values(text, whole, *found.span("values")))
    if found["values"].lower() == "tu" and whole[slice(*found.span("values"))].lower() != "tư":
        return None  # «các điều từ Điều 33»
    return Group(*found.span(), unit, values, len(values) == 2 and _is_range(text, values))


def _is_annex(found: re.Match[str], text: str) -> bool:
    """«Phụ lục», «tại phụ lục»; «gồm hai phụ lục» only counts them."""
    if not found["unit"].lower().startswith("phu"):
        return False
    if found[0][0] == "P":
        return True
    return found[0][0] == "p" and bool(
        _OF_ANNEX.search(text, max(0, found.start() - 7), found.start())
        or _WITH_IT.match(text, found.end())
    )


def _is_range(text: str, values: Sequence[tuple[int, int, str]]) -> bool:
    gap = text[values[0][1] : values[1][0]].strip().lower()
    return gap in ("-", "den", "den het")


def _values(text: str, whole: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    here = start
    for cut in [*_SPLIT.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        told = text[here:stop].lower()
        for place in (at for at in range(here, stop) if whole[at] in "đĐ"):
            if told == "d":
                told = "dd"
            elif text[place - 1 : place] == ".":
                told = f"{told[: place - here]}d{told[place - here :]}"
        yield here, stop, _ORDINALS.get(told, told)
        here = cut.end() if cut else end
