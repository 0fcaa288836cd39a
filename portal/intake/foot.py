"""The foot of a document: who signed, for whom, in which post, and to whom it goes.

Comes in: the pieces behind its last clause, how names are written. Goes out: fields with places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from portal.citations.spelling import plain
from portal.clauses.alphabet import CAPITAL, SMALL
from portal.clauses.labels import label_of
from portal.intake.fields import Found, Signed, Sure
from portal.intake.naming import Casings, is_capitals
from portal.intake.segments import Segment
from portal.text import fold

_TO = re.compile(r"noi nh[a]n[ ]*[:.]?[ ]*(?P<rest>.*)")
_ITEM = re.compile(r"[-–—•+*][ ]*")
_FOR = re.compile(r"(?P<how>t\.?/?m|k\.?/?t|t\.?/?l|t\.?/?u\.?/?q|q)[.,/ ][ ]*(?P<rest>.*)")
_HOW = {"tm": "thay mặt", "kt": "ký thay", "tl": "thừa lệnh", "tuq": "thừa ủy quyền", "q": "quyền"}
_POST = re.compile(
    r"(?:pho )?(?:giam doc|tong giam doc|chu tich|bi thu|hieu truong|bo truong|thu tuong"
    r"|vien truong|chanh van phong|chanh an|truong ban|cuc truong|vu truong|truong phong"
    r"|truong khoa|tong bi thu|thu truong|chanh thanh tra|uy vien|tong kiem toan|thuong truc"
    r"|chanh|truong)\b"
)
_INNER = re.compile(
    r"(?<=\w )(?:pho )?(?:giam doc|chu tich|bi thu|chanh an|thu truong|thu tuong|hieu truong)\b"
)
"""A second post on the line of the first: «KT. BỘ TRƯỞNG THỨ TRƯỞNG»."""
_NAME = re.compile(
    rf"(?:\(?(?:đã ký|đã kí)\)?[ ]*)?(?:(?:GS|PGS|TS|ThS|CN|NGND|NGƯT|BS|LS)\.?[ ,.]*)*"
    rf"(?P<name>(?:[{CAPITAL}][{SMALL}]+[ ]?){{2,5}})",
)
_SIGNED = re.compile(r"(?i)\(?[ ]*(?:đã ký|đã kí|ký tên|chữ ký|ký, ghi rõ họ tên).{0,40}")
_FAMILIES = frozenset(
    [
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Hoàng",
        "Huỳnh",
        "Phan",
        "Vũ",
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
        "Đinh",
        "Trịnh",
        "Mai",
        "Đào",
        "Lương",
        "Hà",
        "Cao",
        "Lâm",
        "Tô",
        "Tạ",
        "Trương",
        "Vương",
        "Phùng",
        "Quách",
        "Thái",
        "Tống",
        "Triệu",
        "La",
        "Lò",
        "Vi",
        "Hứa",
        "Đoàn",
        "Chu",
        "Kiều",
        "Thạch",
        "Sơn",
        "Nông",
        "Hoàng",
        "Ma",
        "Giàng",
        "Vàng",
        "Lù",
        "Quàng",
        "Cầm",
        "Điểu",
        "Y",
        "Kim",
        "Danh",
        "Thân",
        "Nghiêm",
        "Khuất",
        "Giáp",
        "Tăng",
        "Văn",
    ]
)


@dataclass(frozen=True, slots=True)
class Foot:
    signer: Found[Signed] | None = None
    recipients: Found[tuple[str, ...]] | None = None
    used: tuple[tuple[str, str], ...] = ()


def read(told: Sequence[Segment], casings: Casings) -> Foot:
    """Of the pieces behind the last sentence; also where both columns stand in one."""
    used: list[tuple[str, str]] = []
    at = next((at for at, one in enumerate(told) if _TO.match(one.folded)), None)
    taken: set[int] = set()
    to = None
    if at is not None:
        items, taken = _recipients(told, at)
        used += ((told[one].place, "noi_nhan") for one in sorted(taken))
        if items:
            to = Found(tuple(items), Sure.CERTAIN, told[at].place)
    rest = [one for place, one in enumerate(told) if place not in taken]
    signer = _signer(rest, casings, used)
    return Foot(signer, to, tuple(used))


def begins(told: Sequence[Segment]) -> bool:
    """Whether a piece can only stand in a foot: «Nơi nhận», or a post with a name near below."""
    first = told[0]
    if _TO.match(first.folded):
        return True
    if not is_capitals(first.text) or first.text.endswith(":") or label_of(first.text):
        return first.column > 0 and any(_TO.match(one.folded) for one in told if one.column)
    signs = bool(_FOR.fullmatch(first.folded) or _POST.match(first.folded))
    return signs and any(_name(one) or _SIGNED.fullmatch(one.text) for one in told[1:5])


def _recipients(told: Sequence[Segment], at: int) -> tuple[list[str], set[int]]:
    first = told[at]
    taken, items = {at}, []
    found = _TO.match(first.folded)
    if found and found["rest"]:
        items.append(first.text[found.start("rest") :])
    for place in range(at + 1, len(told)):
        one = told[place]
        marked = bool(_ITEM.match(one.text)) or bool(one.label)
        if one.column != first.column and (one.column or not marked):
            continue
        if not marked and (is_capitals(one.text) or _ends_list(one, items, first)):
            break
        taken.add(place)
        if marked or not items:
            items.append(_ITEM.sub("", one.text, count=1))
        else:
            items[-1] += f" {one.text}"
    return [one for one in map(_bare, items) if one], taken


def _ends_list(one: Segment, items: Sequence[str], first: Segment) -> bool:
    """A line without a dash goes on from the one above, or is no recipient any more."""
    if not items:
        return False
    above = items[-1].rstrip()
    return above.endswith(".") or bool(_NAME.fullmatch(one.text)) or len(one.text) > 160


def _bare(item: str) -> str:
    return re.sub(r"(?:[ ]*[;.,]|/\.)+$", "", " ".join(item.split())).strip()


def _signer(
    told: Sequence[Segment], casings: Casings, used: list[tuple[str, str]]
) -> Found[Signed] | None:
    """The last name below a post; of two signatures side by side none is chosen in silence."""
    posts: list[Segment] = []
    best: tuple[Segment, str, list[Segment]] | None = None
    count = 0
    for one in told:
        name = _name(one)
        if name and posts and posts[-1].column == one.column:
            best, count = (one, name, posts), count + 1
            posts = []
        elif is_capitals(one.text) and not one.text.endswith(":") and _is_post(one, posts):
            posts = [*posts, one] if posts and posts[-1].column == one.column else [one]
        elif not _SIGNED.fullmatch(one.text):
            posts = posts if is_capitals(one.text) else []
    if best is None:
        return _unposted(told, used)
    one, name, lines = best
    used += [(each.place, "nguoi_ky") for each in (*lines, one)]
    why = "có nhiều chữ ký, đây là chữ ký cuối" if count > 1 else ""
    sure = Sure.LIKELY if why or name.split()[0] not in _FAMILIES else Sure.CERTAIN
    return Found(Signed(name, _post(lines, casings)), sure, one.place, why)


def _unposted(told: Sequence[Segment], used: list[tuple[str, str]]) -> Found[Signed] | None:
    """A name alone at the end, as copies without the seal's lines have it."""
    last = told[-1] if told else None
    name = _name(last) if last else ""
    if last is None or not name or name.split()[0] not in _FAMILIES:
        return None
    used.append((last.place, "nguoi_ky"))
    return Found(Signed(name), Sure.LIKELY, last.place, "không có chức vụ ở trên tên")


def _is_post(one: Segment, above: Sequence[Segment]) -> bool:
    folded = one.folded
    return bool(_FOR.fullmatch(folded) or _POST.match(folded) or above)


def _name(one: Segment) -> str:
    found = _NAME.fullmatch(one.text.strip(" ."))
    if found:
        return found["name"].strip()
    words = one.text.split()
    if 2 <= len(words) <= 5 and is_capitals(one.text) and words[0].capitalize() in _FAMILIES:
        told = " ".join(word.capitalize() for word in words)
        return "" if _POST.match(fold(told)) else told
    return ""


def _post(lines: Sequence[Segment], casings: Casings) -> str:
    """«Phó Giám đốc (ký thay Giám đốc)»: the post, and for whom it was signed."""
    whom: list[str] = []
    posts: list[str] = []
    plain_posts = [one for one in lines if not _FOR.fullmatch(one.folded)]
    for one in lines:
        found = _FOR.fullmatch(one.folded)
        if found:
            how = _HOW.get(re.sub(r"[./]", "", found["how"]), "")
            rest = one.text[found.start("rest") :]
            inner = _INNER.search(plain(rest).lower()) if not plain_posts else None
            if inner:
                posts.append(rest[inner.start() :].strip())
                rest = rest[: inner.start()]
            whom.append(f"{how} {_written(rest, casings)}")
        else:
            posts.append(one.text.strip(" .,*"))
    post = _written(" ".join(posts), casings) if posts else ""
    told = ", ".join(whom)
    return f"{post} ({told})" if post and told else post or told


def _written(text: str, casings: Casings) -> str:
    return casings.written(text.strip(" .,*"))[0]
