"""Who issued a document, as the words behind its number tell: «của Thủ tướng Chính phủ».

Comes in: plain text and a place in it, names of bodies. Goes out: where the name stands, whether a
foreign body is meant, whether two names may be of one body.
"""

from __future__ import annotations

import re

from portal.text import fold, slug

BEHIND = 110
"""So many letters behind a number are read for its issuer."""
_ENDS = (
    r"(?=[ \n](?:ve|va|da|duoc|la|thi|trong|gui|nham|de|co|thong bao|ban hanh|phe duyet|quy dinh"
    r"|huong dan|sua doi|tai|o|cho|khong|chi|con|noi|dat|giao|yeu cau|tu|den|toi)\b"
    r"|[.,;:()\"“”«»]|$)"
)
_LED = r",?[ \n]{0,2}(?:do|cua)[ \n]"
_BODY = re.compile(rf"{_LED}(?P<issuer>[A-Z][^.,;:()\"“”«»]{{2,90}}?){_ENDS}")
_ANYONE = re.compile(rf"{_LED}(?P<issuer>[^\W\d_][^.,;:()\"“”«»]{{1,90}}?){_ENDS}")
_FOREIGN = re.compile(
    r"\b(?:Lao(?! Cai)|Campuchia|Trung Quoc|Cuba|Trieu Tien|Han Quoc|Nhat Ban|Thai Lan|Hoa Ky"
    r"|Lien Xo|Lien bang Nga|Lien hop quoc|Lien minh chau Au|chau Au|ASEAN|Singapore|An Do"
    r"|(?:nuoc|Chinh phu|Quoc hoi|Tong thong|Thu tuong) (?:Nga|My|Phap|Duc|Anh|Uc))\b"
)
_POSTS = re.compile(r"^(?:giam-doc|ban-thuong-vu|bo-truong|chu-tich|hieu-truong)-")


def told(bare: str, place: int, anyone: bool = False) -> re.Match[str] | None:
    """The name behind `place`, its group `issuer`; of `anyone`, also where it is no name: «của
    trường»."""
    return (_ANYONE if anyone else _BODY).match(bare, place, place + BEHIND)


def is_foreign(bare: str) -> bool:
    return bool(_FOREIGN.search(bare))


def same(told: str, issuer: str) -> bool:
    """One name begins with the other: enough to choose among documents of one number."""
    one, other = fold(told), fold(issuer)
    return one.startswith(other) or other.startswith(one)


def agree(told: str, issuer: str) -> bool:
    """Every word of the shorter name is in the longer one: «Giám đốc Học viện», «Học viện Chính
    trị quốc gia Hồ Chí Minh»; but not the committees of two provinces."""
    one, other = (set(_POSTS.sub("", slug(name)).split("-")) for name in (told, issuer))
    return one <= other or other <= one
