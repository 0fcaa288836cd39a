"""What must hold between the fields of a made-up entry, and the Markdown of those that are text.

In: the entry in the making. Out: values that replace what was made field by field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any, Protocol

from bench import words
from portal.kinds import Kind
from portal.kinds.criteria import Criterion, Indicator
from portal.kinds.document.lists import RelationType
from portal.kinds.duty import Deadline
from portal.kinds.duty.lists import DeadlineType
from portal.kinds.school.parts import Recognition, Snapshot
from portal.kinds.series import Correction, Mark

Values = dict[str, Any]
EARLY = ("tu", "tu_nam", "bat_dau")
"""Keys whose year or day comes before that of its neighbour."""
CLAUSES = tuple(f"dieu-{number}" for number in range(1, 6))
ANCHORS = {"van-ban": CLAUSES, "bo-tieu-chi": tuple(f"tieu-chi-{number}" for number in range(1, 7))}
LEFT_OUT = frozenset({"dai_luong", "cach_tinh"})
"""Keys whose values have to agree with each other: chance would not make them so."""
EXACT = {"dat": 41, "tong": 55, "vuot": 7, "ngay_thang": "02-22", "sha256": "0" * 64}
"""Values that must fit each other, or that only their kind's own rule describes."""
STEPS = ("hoi_dong_tinh", "khao_sat", "tham_dinh")
"""Steps of a recognition, which lie in the life of the school."""
LEAST = {"cac_gia_tri": 2}
"""Lists that say nothing with fewer."""
LEVELS = {"muc": (1, 2)}
"""Numbers of levels, which every set of criteria has."""
LONG = ("van-ban", "bai-viet")
"""Kinds with bodies of some 600 words; the other texts have some 400."""
MERGED = date(2025, 7, 1)
"""The day on which two schools in three became the third."""
LINKED = ("van-ban", "truong", "bo-tieu-chi", "so-lieu")
"""Kinds that every text leads to."""
INDICATORS = 9
"""Chỉ tiêu of each of the six tiêu chí, 54 together."""


@dataclass(frozen=True)
class Spot:
    """An entry in the making: its kind, its place among how many, its own chances."""

    kind: Kind
    place: int
    count: int
    random: Random

    @property
    def id(self) -> str:
        return id_of(self.kind.name, self.place)


class Maker(Protocol):
    """What is needed of the maker of content."""

    lists: Mapping[str, Mapping[str, Any]]
    """Closed lists by name, their lines by value."""

    def group(self, model: type[Any], spot: Spot) -> Values | None: ...
    def link(self, kind: str, usual: str, spot: Spot) -> str | None: ...


def id_of(kind: str, place: int) -> str:
    """As long for the last entry as for the first: pages must not grow with the digits of n."""
    return f"mau-{kind}-{place + 1:06d}"


def share(line: object) -> float:
    """How often a value of a closed list is chosen beside the others. Of 48 real documents four are
    set beside another; chosen as often as the rest, such relations made a fifth of all pages."""
    return 0.06 if isinstance(line, RelationType) and line.compared else 1.0


def of(maker: Maker, spot: Spot) -> Values:
    """The values that need more than their own field."""
    summary = f"Mục tự tạo để đo tốc độ. {words.sentence(spot.random)}"
    common = {"tieu_de": words.title(spot.random, spot.place), "tom_tat": summary}
    looked_at = {"ngay_ra_soat": "2026-10-01", "ra_soat_lai": "2027-10-01"}
    own = _OWN.get(spot.kind.name)
    return common | looked_at | (own(maker, spot) if own else {})


def _document(maker: Maker, spot: Spot) -> Values:
    """Later places are later documents: a relation always points to an older one, and every duty
    is due after all of them."""
    issued = (date(2002, 1, 1) + timedelta(spot.place * 7200 // spot.count)).isoformat()
    status = {"loai": "co-hieu-luc", "ngay": issued}
    return {
        "so_ky_hieu": f"{spot.place + 1}-KH/MAU",
        "co_quan": spot.random.choice(words.WHO),
        "ngay_ban_hanh": issued,
        "chat_luong_ban": "goc-so",
        "hieu_luc": [status] if spot.random.random() < 0.5 else [],
    }


def _duty(maker: Maker, spot: Spot) -> Values:
    """What is due every year is due on no day of one year, and ends in one or in none."""
    told = maker.group(Deadline, spot)
    every_year = told and maker.lists[DeadlineType.LIST][told["loai"]].every_year
    if told and every_year:
        told.pop("ngay", None)
    if told and (every_year or "ngay_thang" in told) and "den_nam" not in told:
        told["khong_neu_nam_cuoi"] = "có"
    return {"thoi_han": told} if told else {}


def _school(maker: Maker, spot: Spot) -> Values:
    """Two old schools, then the one they became."""
    name = f"Trường Chính trị {spot.random.choice(words.PLACES)} {spot.place + 1}"
    if spot.place % 3 < 2:
        own: Values = {"bat_dau": "1995", "ket_thuc": MERGED.isoformat()}
        first = date(2022, 1, 1)
    else:
        merged = [id_of("truong", spot.place - 2), id_of("truong", spot.place - 1)]
        own = {"bat_dau": MERGED.isoformat(), "hop_nhat_tu": merged}
        first = MERGED
    days = [{"thoi_diem": _day(spot, first, at)} for at in range(2)]
    shots = [(maker.group(Snapshot, spot) or {}) | day for day in days]
    granted = (maker.group(Recognition, spot) or {}) | {"le_don_bang": _day(spot, first, 1)}
    granted |= {step: granted["le_don_bang"] for step in STEPS if step in granted}
    return {"tieu_de": name, "anh_chup": shots, "cong_nhan": [granted], **own}


def _series(maker: Maker, spot: Spot) -> Values:
    """A count for every half year with its source; of one it is told how it was corrected."""
    days = [_day(spot, date(2022, 1, 1), at) for at in range(4)]
    marks = [
        (maker.group(Mark, spot) or {})
        | {"thoi_diem": day, "gia_tri": 9 + at, "tong": 34}
        | {"nguon": [maker.link("nguon", "nguon", spot)]}
        for at, day in enumerate(days)
    ]
    correction = (maker.group(Correction, spot) or {}) | {"thoi_diem": spot.random.choice(days)}
    return {"moc": marks, "dinh_chinh": [correction]}


def _day(spot: Spot, first: date, half_year: int) -> str:
    """One in the half year so many after the first."""
    return (first + timedelta(180 * half_year + spot.random.randrange(180))).isoformat()


def _criteria(maker: Maker, spot: Spot) -> Values:
    """Two levels, six tiêu chí, every chỉ tiêu with an id of its own."""
    criteria = []
    for number in range(1, 7):
        indicators = [
            (maker.group(Indicator, spot) or {})
            | {"ma": f"m{1 + at % 2}-{number}-{at:02d}", "muc": 1 + at % 2}
            for at in range(1, INDICATORS + 1)
        ]
        made = maker.group(Criterion, spot) or {}
        criteria.append(made | {"so": number, "chi_tieu": indicators})
    levels = [{"so": number, "ten": f"Đạt chuẩn mức {number}"} for number in (1, 2)]
    return {"muc": levels, "tieu_chi": criteria}


def _source(maker: Maker, spot: Spot) -> Values:
    """Never of the last rank: what rests on such a source alone is a fault."""
    return {"hang": spot.random.choice(("trang-chinh-thuc", "bao-chi", "ban-dich-may"))}


_OWN: dict[str, Callable[[Maker, Spot], Values]] = {
    "van-ban": _document,
    "nhiem-vu": _duty,
    "truong": _school,
    "so-lieu": _series,
    "bo-tieu-chi": _criteria,
    "nguon": _source,
}


def body(maker: Maker, spot: Spot) -> str:
    """Five parts, with a list, a table, a quotation and links to other entries."""
    random = spot.random
    each = 45 if spot.kind.name in LONG else 10
    parts = []
    for clause in CLAUSES:
        lines = [f"## {words.phrase(random).capitalize()} {{#{clause}}}", ""]
        lines += [words.paragraph(random, each), ""]
        for at in range(1, 3):
            lines.append(f"- {words.sentence(random)} {{#{clause}.gach-{at}}}")
        parts += [*lines, ""]
    parts += ["| Nội dung | Đơn vị | Đạt (%) |", "| --- | --- | ---: |"]
    for _ in range(3):
        row = (words.phrase(random), random.choice(words.WHO), str(random.randint(40, 100)))
        parts.append(f"| {' | '.join(row)} |")
    links = [maker.link(kind, "", spot) for kind in LINKED]
    told = ", ".join(f"[{words.phrase(random)}]({link})" for link in links if link)
    parts += [
        "",
        f"> {words.sentence(random)}",
        "",
        f"Xem thêm **{words.phrase(random)}**: {told}.",
    ]
    return "\n".join(parts) + "\n"
