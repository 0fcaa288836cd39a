"""Who issued a document, as the words behind its number tell: «của Thủ tướng Chính phủ».

Comes in: plain text and a place in it, names of bodies. Goes out: where the name stands, whether a
foreign body is meant, whether two names may be of one body.
"""

from __future__ import annotations

import re
from functools import lru_cache

from portal.citations.spelling import composed, plain
from portal.citations.titles import words
from portal.text import fold, slug

BEHIND = 110
"""So many letters behind a number are read for its issuer."""
_ENDS = (
    r"(?=[ \n](?:ve|va|da|duoc|la|thi|trong|gui|nham|de|co|thong bao|ban hanh|phe duyet|quy dinh"
    r"|huong dan|sua doi|tai|o|cho|khong|chi|con|noi|dat|giao|yeu cau|tu|den|toi)\b"
    r"|[.,;:()\"“”«»]|$)"
)
_LED = r",?[ \n]{0,2}(?:do|cua)[ \n]"
_NAME = r"(?:[^.,;:()\"“”«»]|(?<=T)\.(?=[UW]))"
_BODY = re.compile(rf"{_LED}(?P<issuer>[A-Z]{_NAME}{{2,90}}?){_ENDS}")
_ANYONE = re.compile(rf"{_LED}(?P<issuer>[^\W\d_]{_NAME}{{1,90}}?){_ENDS}")
VERBS = (" hanh ", " ra ", " qua ", " co ")
_ISSUES = re.compile(
    r"(?:[Nn]gay[ \n](?P<day>[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:19|20)[0-9]{2}),?[ \n])?"
    rf"(?P<issuer>(?<![\w/.-])[A-Z]{_NAME}{{2,80}}?),?[ \n]"
    r"(?:(?:da|se|vua|moi|cung|tiep tuc)[ \n])*"
    r"(?:ky[ \n])?(?:ban hanh|ra|thong qua|co)[ \n](?:cac[ \n])?"
    r"(?:[A-Z][a-z]+(?: [a-z]+)? (?:so )?[0-9]{1,4}(?:,| va)[ \n](?:cac[ \n])?){0,6}$",
)
_OTHERS = re.compile(
    r"\b(?:(?:tinh|thanh|huyen|quan|thi|dang|cong doan|bi thu) uy|uy ban|ubnd|hdnd|hoi dong"
    r"|quoc hoi|chinh phu|thu tuong|chu tich|bo truong|so|truong|hoc vien|hieu truong|giam doc"
    r"|chi bo|dang bo|tinh doan|trung uong doan|bo (?!chinh tri)[a-z]+|ban can su|quan uy|vien"
    r"|toa an|lien doan)\b",
    re.IGNORECASE,
)
"""Bodies that are no organ of the Party's centre; who is not named so may be it."""
_CENTRE = re.compile(r"T\.? ?[ƯUW](?![^\W\d_])")
_TERM = re.compile(r"-?khoa-[0-9ivx]+$")
_FOREIGN = re.compile(
    r"\b(?:Lao(?! Cai)|Campuchia|Trung Quoc|Cuba|Trieu Tien|Han Quoc|Nhat Ban|Thai Lan|Hoa Ky"
    r"|Lien Xo|Lien bang Nga|Lien hop quoc|Lien minh chau Au|chau Au|ASEAN|Singapore|An Do"
    r"|(?:nuoc|Chinh phu|Quoc hoi|Tong thong|Thu tuong) (?:Nga|My|Phap|Duc|Anh|Uc))\b"
)
_PLACE = re.compile(
    r"\b(?:(?i:(?:tinh|thanh|huyen|quan|thi)[ \n](?:uy|doan)|tinh|thanh[ \n]pho|huyen"
    r"|(?<!co )quan|thi[ \n]xa)|TP\.?)[ \n]?(?P<place>[A-Z][a-z]+(?:(?:[ ]?-[ ]?|[ ])[A-Z][a-z]+)*)"
)
"""«Tỉnh ủy Lào Cai», «UBND tỉnh Lào Cai»."""
_POSTS = re.compile(r"^(?:giam-doc|ban-thuong-vu|bo-truong|chu-tich|hieu-truong)-")


def told(bare: str, place: int, anyone: bool = False) -> re.Match[str] | None:
    """The name behind `place`, its group `issuer`; of `anyone`, also where it is no name: «của
    trường»."""
    return (_ANYONE if anyone else _BODY).match(bare, place, place + BEHIND)


def before(bare: str, place: int) -> tuple[str, str]:
    """Who is said to issue what begins at `place`, and the day: «Ngày 11-11-2002, Thành ủy ban hành
    Chỉ thị số 10»; empty where nothing tells."""
    left = bare[max(0, place - BEHIND - 60) : place]
    found = _ISSUES.search(left) if any(verb in left for verb in VERBS) else None
    if found is None:
        return "", ""
    told = found["issuer"] if _OTHERS.search(found["issuer"]) else ""
    return told, found["day"] or ""


def is_foreign(bare: str) -> bool:
    return bool(_FOREIGN.search(bare))


def picks(told: str, issuer: str) -> bool:
    """Whether a name is enough to choose among documents of one number: one begins with the other,
    or both tell one place; «Tỉnh ủy» is any province's."""
    one, other = fold(told), fold(issuer)
    if _places(issuer):
        return bool(_places(told)) and not elsewhere(told, issuer)
    return one.startswith(other) or other.startswith(one)


def agree(told: str, issuer: str) -> bool:
    """Every word of the shorter name is in the longer one: «Giám đốc Học viện», «Học viện Chính
    trị quốc gia Hồ Chí Minh»; but not the committees of two provinces."""
    one, other = (set(_words(name)) for name in (told, issuer))
    return one <= other or other <= one


def elsewhere(told: str, issuer: str) -> bool:
    """Whether both names tell their province, or lesser place, and none that they share."""
    one = _places(told)
    other = _places(issuer) if one else ()
    return bool(one and other) and not any(a <= b or b <= a for a in one for b in other)


@lru_cache(maxsize=1024)
def _places(name: str) -> tuple[frozenset[str], ...]:
    bare = plain(composed(name)[0])
    return tuple(frozenset(words(found["place"].lower())) for found in _PLACE.finditer(bare))


def _words(name: str) -> list[str]:
    """«Ban Chấp hành T.Ư khóa XI» → `ban chap hanh trung uong`."""
    words = _TERM.sub("", _POSTS.sub("", slug(_CENTRE.sub("Trung ương", name))))
    return words.split("-")
