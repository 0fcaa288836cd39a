"""Numbers of documents: the Party's `11-QĐ/TW`, the State's `587/QĐ-TTg` and `42/2022/NĐ-CP`.

Comes in: plain text (`spelling.plain`). Goes out: places of numbers, what they say, and the key
that all spellings of one share. The one reader of numbers: citations, search, rules, lists, Word
files ask here; what people type when they ask for a number is in `asking.py`.
Every pattern is bounded, so the time grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from portal.citations.spelling import HYPHENS, composed, plain
from portal.text import fold, nfc

_CENTRE = r"T\.[ ]?[UW](?![A-Za-z0-9])"
_DAY_BEHIND = r"(?=ngay[ ]?[0-9]|cua[ ][A-Z])"
"""«số 89/QĐ-TTgngày 18 tháng 01», «47-QĐ/TWcủa Bộ Chính trị»: the space was lost."""
_ENDS = rf"(?:(?![A-Za-z0-9])|{_DAY_BEHIND})"
_AND = r"(?:&(?:amp;)?[A-Z]{1,8})?"
_MARK = rf"(?:[A-Z]{{2,16}}[a-z]{{0,2}}[0-9]{{0,2}}{_AND}|Qdi?|L(?=/CTN)){_ENDS}"
"""`QĐ`, `QĐi`, `Qđi`, `QH15`; a body of two things, `SGD&ĐT`."""
_BODY = rf"{_MARK}(?:[ ](?:TW|TU|T\.[UW]))?{_ENDS}"
"""An issuer, the centre or a province apart from its body too: `BTC TW`."""
_GAP = r"[ \n]{0,2}"
NUMBER = re.compile(
    rf"""(?P<serial>[0-9](?:(?<![^\s([{{"'“”‘’«»:;*|>,].)|(?<=[ \n(][Ss]o.))(?<![0-9],.)[0-9]{{0,4}}
        (?:[a-dA-D]|\.[0-9]{{1,2}}(?=/20))?)
    (?:(?:{_GAP}/{_GAP}|-(?=[0-9]{{4}}-[A-Z]{{2,8}}-[A-Z]))(?P<year>(?:19|20)[0-9]{{2}}))?
    (?P<first>{_GAP}[-/]{_GAP}
        |(?=[ A-Z])[ ]?(?=[A-Z]{{2,5}}[a-z]{{0,2}}[ ]?[-/][ ]?[A-Z])(?<=[0-9 ])
        |(?<=/[0-9]{{4}})[ ]?(?=[A-Z]{{2,5}}-[A-Z]))
    (?P<mark>{_MARK})
    (?:(?P<second>{_GAP}[-/]{_GAP})(?P<issuer>{_CENTRE}|{_BODY}(?:[-/.]{_BODY}){{0,7}}))?
    (?:(?![\w@]|[-/.][\w])|{_DAY_BEHIND})""",
    re.VERBOSE,
)
"""A digit first, then what may not stand before it: so a text is searched at twice the speed.
`66.1/2025/NQ-CP` is one of a family of resolutions; `84 QĐ/TW`, `84QĐ/TW` and `31/2013TT-BYT` have
lost a sign, `số31-QĐ/TW` its space; `18-2019-TT-BYT` is written for the name of a file."""
_PARLIAMENT = re.compile(r"(?:QH|UBTVQH)[0-9]{1,2}")
_JOINT = "TTLT"
_CONSOLIDATED = "VBHN"
_ALONE = frozenset({"CP", "HDBT", "HDCP", "TTg", "TT", "CT", "SL"})
"""Marks that were the whole of a number before 1997: `169-CP`, `117-HĐBT`."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number taken apart."""

    serial: str
    year: str
    marks: tuple[str, ...]
    """As printed, without spaces: `QĐ`, `TW`."""
    text: str
    """Without spaces, every hyphen a hyphen."""

    @property
    def key(self) -> str:
        """Equal for every spelling of one number: `11-QĐ/TW`, `11 - QD/TW`, `11/QĐ-TW`."""
        return f"{self.bare.lower()}|{self.year}|{self.family}"

    @property
    def bare(self) -> str:
        """The serial without the zeros in front of it."""
        return unpadded(self.serial)

    @property
    def loose(self) -> str:
        """Equal for numbers that only small letters tell apart: `09-QĐi/TW`, `09-QĐ/TW`."""
        return f"{self.bare.lower()}|{self.year}|{_family(tuple(map(_letters, self.marks)))}"

    @property
    def of_party(self) -> bool:
        """Whether it is written as Party documents are, `11-QĐ/TW`; else as those of the State."""
        return self.text[len(self.serial)] == "-"

    @property
    def of_centre(self) -> bool:
        """Whether the Party's centre gave it: those numbers begin anew with every congress."""
        return self.of_party and self.marks[-1].endswith("TW")

    @property
    def consolidated(self) -> bool:
        """Whether it is that of a text put together from a document and its amendments."""
        return self.marks[0] == _CONSOLIDATED

    @property
    def family(self) -> str:
        """Whose series it is one of: `qdtw`."""
        return _family(self.marks)


@lru_cache(maxsize=4096)
def _family(marks: tuple[str, ...]) -> str:
    return fold("".join(marks))


def read(text: str) -> Number | None:
    """The number an editor typed in a field, by the same pattern; `05-qd/tw` is forgiven there.
    None where a sentence that cites it would not be understood either."""
    whole = composed(text.strip())[0]
    for told in (whole, whole.upper()):
        found = NUMBER.fullmatch(plain(told))
        if found and is_whole(found, True, ()):
            return taken_apart(found, told)
    return None


def taken_apart(found: re.Match[str], whole: str) -> Number:
    """`whole` is the text with its marks, of the same length as the one searched."""
    marks = [_mark(whole[slice(*found.span(name))]) for name in ("mark", "issuer") if found[name]]
    serial, year = found["serial"], found["year"] or ""
    if not year and found["first"].strip() in ("-", ""):
        joined = f"{serial}-{'/'.join(marks)}"
    else:
        joined = "/".join(filter(None, (serial, year, "-".join(marks))))
    parts = re.split(r"[-/.]", "-".join(marks))
    return Number(serial, year, tuple(parts), "".join(joined.split()))


def unpadded(serial: str) -> str:
    """`05` → `5`."""
    return serial.lstrip("0")


_RUN = re.compile(r"[^\W\d_]+|\d+")


def runs(text: str) -> list[str]:
    """Letters and digits apart, folded: `Số 380 -KH /HVCTQG` → `so`, `380`, `kh`, `hvctqg`."""
    return [fold(run) for run in _RUN.findall(nfc(text).lower())]


class Pieces(NamedTuple):
    """What is left of a number without the signs between: however it was written, or typed."""

    serial: str
    """Without zeros in front; empty where there is no number."""
    signs: tuple[str, ...]
    """The runs of letters and digits behind it: `kh`, `hvctqg`."""


@lru_cache(maxsize=65536)
def pieces(text: str) -> Pieces:
    """Of any text that should be a number, also where `read` knows no such form."""
    found = runs(text)
    place = next((place for place, run in enumerate(found) if run.isdecimal()), None)
    if place is None:
        return Pieces("", ())
    return Pieces(unpadded(found[place]) or "0", tuple(found[place + 1 :]))


def key(text: str) -> str:
    """Equal for every spelling of one number, also of one that no form fits."""
    if found := read(text):
        return found.key
    serial, signs = pieces(text)
    return "|".join((serial, *signs)) if serial else fold(text)


def _mark(told: str) -> str:
    """As printed, without spaces; but the Party's centre is `TW` however it is written, `BTCTƯ` as
    `BTC TW`: `TU` is a province's."""
    joined = "".join(told.split()).replace("&amp;", "&")
    return _CENTRE_WRITTEN.sub("TW", _HYPHEN.sub("-", joined))


_HYPHEN = re.compile(f"[{HYPHENS}]")
_CENTRE_WRITTEN = re.compile(r"(?:T\.[UƯW]|TƯ)(?![^\W\d_])")


def is_whole(found: re.Match[str], announced: bool, known: Collection[str]) -> bool:
    """Whether it is a document's number: `announced` by a type or «số», else by its own mark."""
    two, mark = bool(found["issuer"]), found["mark"]
    if not (found["first"].strip() or announced):
        return False
    if mark in _ALONE and not two and not found["year"]:
        return announced
    if found["year"]:
        filed = found[0][len(found["serial"])] == "-"
        right = _PARLIAMENT.fullmatch(mark) or (two and (filed or found["first"].strip() != "-"))
        usual = _PARLIAMENT.fullmatch(mark) or mark == _JOINT or _letters(mark) in known
        return bool(right and (announced or usual))
    first, second = found["first"], (found["second"] or "").strip()
    if not first or (not first.strip() and second == "-"):
        return two and _letters(mark) in known
    signs = first.strip() + second
    return two and (announced or (signs in ("-/", "/-") and _letters(mark) in known))


def _letters(mark: str) -> str:
    return mark.rstrip("abcdefghijklmnopqrstuvwxyz0123456789")


def initials(labels: Collection[str]) -> frozenset[str]:
    """The marks that names of types give: «Quy định» → `QD`."""
    return frozenset("".join(word[0] for word in fold(label).split()).upper() for label in labels)
