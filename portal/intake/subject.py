"""What a document is about: the lines below its type, or behind «V/v».

Comes in: the pieces of a head and where its type stands. Goes out: the subject in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableSequence, Sequence

from portal.clauses.labels import label_of
from portal.intake.fields import Found, Said, Sure
from portal.intake.naming import Casings, is_capitals
from portal.intake.segments import Segment
from portal.text import fold, upper_first

_ABOUT = re.compile(r"(?i)(?:v[ ]?/[ ]?v|về việc)[ ]*:?[ ]*")
_AUTHORITY = re.compile(
    r"(?:bo truong|thu tuong|chu tich|giam doc|tong giam doc|hieu truong|chanh an|vien truong"
    r"|tong bi thu|bi thu|uy ban nhan dan|hoi dong|ban thuong vu|ban chap hanh|ban bi thu"
    r"|bo chinh tri|quoc hoi"
    r"|chinh phu|uy ban thuong vu|chanh van phong|truong ban|tong kiem toan|cuc truong)\b"
)
_STOPS = re.compile(
    r"(?:can cu|thuc hien|theo de nghi|xet|kinh gui|de |sau khi|nham|quoc hoi ban hanh|ngay [0-9])"
)
_NO_SUBJECT = re.compile(r"(?:can cu|theo de nghi|xet|kinh gui|sau khi|quoc hoi ban hanh)")
"""A subject may begin «Thực hiện…», «Để…»; never so."""
_ENDS = (".", ":", ";")
_LONGEST = 420
_AUTHORITY_WORDS = 12
_FURTHER = ("lien tich", "hop nhat")
"""What may stand behind the name of a type as a part of it."""


def is_about(one: Segment) -> bool:
    return bool(_ABOUT.match(one.text))


def read(
    told: Sequence[Segment],
    typed: int | None,
    end: int,
    types: Mapping[str, str],
    casings: Casings,
    used: MutableSequence[tuple[str, str]],
) -> Said | None:
    if typed is None:
        return _of_letter(told, end, casings, used)
    lines = _lines(told, typed, types)
    if not lines:
        return None
    used.extend((place, "tieu_de") for place in dict.fromkeys(place for _, place in lines))
    return _said(" ".join(text for text, _ in lines), lines[0][1], casings)


def _lines(told: Sequence[Segment], typed: int, types: Mapping[str, str]) -> list[tuple[str, str]]:
    """(text, place) of the lines of the subject: the rest of the type's own line, then those that
    go on."""
    first = told[typed]
    rest = _behind_type(first.text, types)
    lines = [(rest, first.place)] if rest else []
    before = first if rest else None
    for one in told[typed + 1 :]:
        if one.text.startswith("(") or not any(char.isalpha() for char in one.text):
            if lines:
                break
            continue
        if not _goes_on(before, one, first):
            break
        lines.append((one.text, one.place))
        before = one
    return lines


def _behind_type(text: str, types: Mapping[str, str]) -> str:
    words = text.split()
    count = max(
        (
            len(fold(name).split())
            for name in types.values()
            if f"{fold(text)} ".startswith(f"{fold(name)} ")
        ),
        default=0,
    )
    if count and fold(" ".join(words[count : count + 2])) in _FURTHER:
        count += 2
    return " ".join(words[count:])


def _goes_on(before: Segment | None, one: Segment, type_line: Segment) -> bool:
    folded = fold(one.text)
    stops = _NO_SUBJECT if before is None else _STOPS
    if label_of(one.text) or one.label or stops.match(folded) or len(one.text) > _LONGEST:
        return False
    capitals = is_capitals(one.text)
    if capitals and _AUTHORITY.match(folded) and (before is not None):
        return False
    if before is None:
        return not one.text.endswith(_ENDS)
    if before.text.endswith(_ENDS) or one.text.endswith((":", ";")):
        return False
    set_apart = (before.bold and one.bold) or (before.centred and one.centred)
    return set_apart or one.text[:1].islower() or (capitals and is_capitals(before.text))


def _of_letter(
    told: Sequence[Segment], end: int, casings: Casings, used: MutableSequence[tuple[str, str]]
) -> Said | None:
    for at, one in enumerate(told[: end + 1]):
        if not is_about(one):
            continue
        text = one.text
        used.append((one.place, "tieu_de"))
        for more in told[at + 1 : at + 5]:
            if more.column != one.column or not more.text[:1].islower():
                break
            text += f" {more.text}"
            used.append((more.place, "tieu_de"))
        return _said(_ABOUT.sub("Về việc ", text, count=1), one.place, casings)
    return _unannounced(told[: end + 1], used)


def _unannounced(
    told: Sequence[Segment], used: MutableSequence[tuple[str, str]]
) -> Found[str] | None:
    """A line between the day and «Kính gửi»: probably what the letter is about."""
    to = next((at for at, one in enumerate(told) if fold(one.text).startswith("kinh gui")), None)
    for one in told[:to] if to is not None else ():
        words = one.text.split()
        plain = one.text[:1].isupper() and not any(char.isdigit() for char in one.text)
        if plain and len(words) > 4 and not is_capitals(one.text) and not one.text.endswith(_ENDS):
            used.append((one.place, "tieu_de"))
            return Found(one.text, Sure.LIKELY, one.place, "không có «V/v» ở trước")
    return None


def _said(text: str, place: str, casings: Casings) -> Said | None:
    text = _without_authority(" ".join(text.split())).strip(" .;,*_-")
    text = _ABOUT.sub("Về việc ", text, count=1) if _ABOUT.match(text) else text
    if len(text) < 4:
        return None
    if is_capitals(text):
        made, _ = casings.written(text)
        return Found(made, Sure.LIKELY, place, "bản gốc in chữ hoa: xem lại tên riêng")
    return Found(upper_first(text), Sure.CERTAIN, place)


def _without_authority(text: str) -> str:
    """A copied subject in capitals may run on to who issues: «… BỘ TRƯỞNG BỘ TƯ PHÁP»."""
    if not is_capitals(text):
        return text
    words = text.split()
    for at in range(max(4, len(words) - _AUTHORITY_WORDS), len(words) - 1):
        if _AUTHORITY.match(fold(" ".join(words[at:]))):
            return " ".join(words[:at])
    return text
