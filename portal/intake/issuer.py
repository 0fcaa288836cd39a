"""Who issued a document, and which body stands above, as the head has them.

Comes in: the pieces above the type that are nothing else, the number. Goes out: both names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, MutableSequence, Sequence
from dataclasses import replace

from portal.citations.numbers import Number
from portal.clauses.labels import label_of
from portal.intake.fields import Found, Said, Sure
from portal.intake.naming import Casings, is_capitals
from portal.intake.segments import Segment
from portal.text import fold, upper_first

_BODY = re.compile(
    r"(?:bo|so|ban|uy ban|hoc vien|truong|van phong|tinh uy|thanh uy|huyen uy|quan uy|thi uy"
    r"|dang uy|dang bo|cuc|vu|vien|tong cuc|tong lien doan|tong cong ty|hoi|hoi dong|quoc hoi"
    r"|chinh phu"
    r"|thu tuong|toa an|lien doan|doan|trung tam|phong|khoa|chi bo|ubnd|hdnd|cong doan|dai hoc"
    r"|chu tich|kiem toan|ngan hang|thanh tra|mat tran|trung uong|chi cuc|cong an|bao|tap chi"
    r"|bch|dang doan"
    r"|nha xuat ban|chu tich nuoc|dai su quan|btv)\b"
)
_FALSE_STARTS = re.compile(r"(?:ban hanh|hoi nhap)\b")
_PARTY = re.compile(r"(?:tinh uy|thanh uy|huyen uy|quan uy|thi uy|dang uy|dang bo)\b")
_OFFICE = re.compile(r"(?:van phong|ban|uy ban kiem tra|phong|dang uy khoi)\b")
_TWO = re.compile(
    r"(?P<above>(?:TỈNH ỦY|THÀNH ỦY|ĐẢNG BỘ(?: TỈNH| THÀNH PHỐ)?"
    r"|(?:(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN) )?(?:TỈNH|THÀNH PHỐ)"
    r"|BỘ|HỌC VIỆN|ĐẠI HỌC|TRƯỜNG)(?: [^\W\d_]+){2,8}?)"
    r" (?P<own>(?:TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|ĐẢNG ỦY|SỞ|BAN|VĂN PHÒNG|PHÒNG|KHOA)(?: [^\W\d_]+){2,12})"
)
"""Two bodies on one line, the wider in front: its own name stands between, «TỈNH ỦY SƠN LA»."""
_ONE = re.compile(r"(?:BAN (?:CHẤP HÀNH|THƯỜNG VỤ|QUẢN LÝ)|KHOA HỌC|TRƯỜNG (?:HỌC|CAO ĐẲNG))\b")
"""What begins no name of its own behind another."""
_SCHOOL = re.compile(r"(truong chinh tri)(?: tinh| thanh pho)?")
_PROVINCE = re.compile(
    r"(?:(?:tinh uy|dang bo tinh|(?:(?:ubnd|uy ban nhan dan) )?(?P<tinh>tinh))"
    r"|(?P<city>thanh uy|dang bo thanh pho|(?:(?:ubnd|uy ban nhan dan) )?thanh pho)) (?P<name>.+)"
)
_TYPE = re.compile(
    r"(?i)(?:học viện|trường|bộ|sở|ban|đại học|cục|vụ|viện|khoa|phòng|trung tâm|ủy ban) "
)
_WHOLE = 5
"""An office whose name is no longer says whose it is only together with the body above."""


def read(
    told: Sequence[Segment],
    number: Number | None,
    casings: Casings,
    used: MutableSequence[tuple[str, str]],
    *,
    is_head: bool,
) -> tuple[Said | None, Said | None]:
    """(the body above, the issuer); a line in capitals says nothing where nothing else of a head
    does (`is_head`)."""
    lines = [each for one in told if is_head and _may_name(one) for each in _each(one)]
    left = [one for one in lines if one.column == 1]
    lines = left or lines
    bodies = _bodies(lines)
    if not bodies:
        return None, None
    for group in bodies[-2:]:
        used.extend((one.place, "co_quan") for one in group)
    names = [" ".join(one.text.strip(" *.,") for one in group) for group in bodies[-2:]]
    place = bodies[-1][0].place
    superior = _said(names[0], bodies[-2][0].place, casings, None) if len(names) > 1 else None
    name = names[-1]
    if superior and _PARTY.match(fold(names[0])) and _is_office(name):
        name = f"{name} {names[0]}"
    body = _said(name, place, casings, number, firm=_BODY.match(fold(name)) is not None)
    if superior and (whole := _whole_school(body.value, superior.value)):
        body = Found(whole, Sure.LIKELY, place, "tên tỉnh lấy ở cơ quan cấp trên")
    return superior, body


def _each(one: Segment) -> Iterator[Segment]:
    """The line, or its two names apart."""
    found = _TWO.fullmatch(one.text.strip(" *.,"))
    if found and not _ONE.match(found["own"]):
        yield replace(one, text=found["above"])
        yield replace(one, text=found["own"])
    else:
        yield one


def _whole_school(name: str, superior: str) -> str:
    """«Trường Chính trị» below «Tỉnh ủy Sơn La» is that of the province; empty where it is told
    whose it is, or cannot be."""
    found, above = _SCHOOL.fullmatch(fold(name)), _PROVINCE.fullmatch(fold(superior))
    if not found or not above:
        return ""
    whose = "thành phố" if above["city"] else "tỉnh"
    own = superior[above.start("name") :]
    return f"{name[: found.end(1)]} {whose} {own}"


def _may_name(one: Segment) -> bool:
    text = one.text
    return is_capitals(text) and len(text) > 2 and not one.label and label_of(text) is None


def _bodies(lines: Sequence[Segment]) -> list[list[Segment]]:
    """Lines of one name together: the next name begins with a word that begins names of bodies, or
    changes from plain to bold."""
    bodies: list[list[Segment]] = []
    for one in lines:
        folded = fold(one.text)
        begins = bool(_BODY.match(folded)) and not _FALSE_STARTS.match(folded)
        bolder = bool(bodies) and one.bold and not bodies[-1][-1].bold
        if not bodies or begins or bolder:
            bodies.append([one])
        else:
            bodies[-1].append(one)
    return bodies


def _is_office(name: str) -> bool:
    folded = fold(name)
    return (
        bool(_OFFICE.match(folded))
        and len(folded.split()) <= _WHOLE
        and not (_PARTY.search(folded) or "trung uong" in folded)
    )


def _said(
    name: str, place: str, casings: Casings, number: Number | None, *, firm: bool = True
) -> Said:
    written, known = casings.written(name)
    agrees = number is not None and _agrees(name, number)
    if not known:
        written = _with_capitals(written)
        return Found(written, Sure.LIKELY, place, "bản gốc in chữ hoa: xem lại chữ hoa, chữ thường")
    return Found(written, Sure.CERTAIN if firm or agrees else Sure.LIKELY, place)


def _with_capitals(name: str) -> str:
    """As offices write names nobody has seen: what behind the type says its task begins large, and
    so does what «và» adds to it."""
    found = _TYPE.match(name)
    if not found:
        return name
    task = " và ".join(upper_first(one) for one in name[found.end() :].split(" và "))
    return f"{found[0]}{task}"


def _agrees(name: str, number: Number) -> bool:
    """Whether the number's mark is made of the first letters of the name's words, in order."""
    letters = "".join(word[0] for word in fold(name).split())
    at = 0
    for char in fold(number.marks[-1]):
        at = letters.find(char, at) + 1
        if not at:
            return False
    return True
