"""The recogniser: where a text cites documents, which, and at which places in them.

Comes in: a text, the closed list of types, the names of documents that are cited by name. Goes out:
`Citation`s in the order of the text, each with its places and what was guessed.
Refuses to know: the library. Work grows with the length of the text: anchors (a digit, «này», the
first word of a name) are found first, and only so many letters around each are read.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from portal.citations import dates, issuers, numbers, own, pins, shared, terms
from portal.citations.names import Names, Types
from portal.citations.numbers import NUMBER, Number
from portal.citations.pins import Pin
from portal.citations.spelling import HYPHENS, UNSEEN, composed, plain
from portal.dates import PartialDate
from portal.text import fold

NEAR, BEFORE = 45, 170
"""So many letters are read before a number for its type, and for its type and issuer or a law's
title."""
_SIGN = rf"[ \n]{{0,2}}[{HYPHENS}/⁄∕／][ \n]{{0,2}}"
_LIKE = re.compile(
    rf"[0-9][a-dA-D]?(?:{_SIGN}(?:[A-ZĐÐ]|(?:19|20)[0-9]{{2}}{_SIGN}[A-ZĐÐ])"
    r"| [A-ZĐÐ]{2,5}/[A-ZĐÐ])|/(?:19|20)[0-9]{2} ?[A-ZĐÐ]{2,5}-[A-ZĐÐ]"
)
_FURTHER = (
    *("hành động", "phối hợp", "liên ngành", "liên tịch", "tổng kết", "sơ kết", "chuyên đề"),
    *("tạm thời", "toàn khóa", "bổ sung", "mật", "hỏa tốc"),
)
"""What may stand between the name of a type and «số»."""
_SO = re.compile(r"(?<![A-Za-z])so[ \n]?:?[ \n]{0,2}$", re.IGNORECASE)
_NO_DOCUMENT = re.compile(
    r"(?<![A-Za-z])(?:mau|bieu|bang|hinh|lop|phong|ghe|kenh|may|ma|thiet bi|tai khoan|dien thoai"
    r"|can ho|nha|xe|tau|chuyen|lo|thua|tuyen|bien)[ \n](?:so[ \n])?$",
    re.IGNORECASE,
)
"""What has numbers too: «Mẫu số 02/TĐKT-CS», «kênh 17-HD/VTV»."""
_TITLE = re.compile(
    r"(?:[ \n]cua[ \n](?:Quoc hoi|Uy ban Thuong vu Quoc hoi|Chinh phu))?,?[ \n]"
    r"(?:ve[ \n](?:viec[ \n])?)?"
    r"(?:sua[ \n]doi|bo[ \n]sung)[^.;:()\n“”\"\[\]]{0,300}?"
    r"(?=,?[ \n](?:co[ \n]hieu|het[ \n]hieu|va[ \n]Luat[ \n]so|quy[ \n]dinh[ \n]|nhu[ \n]sau)"
    r"|[.;:()\n“”\"\[\]]|$)",
    re.IGNORECASE,
)
"""«Luật số … sửa đổi, bổ sung một số điều của Luật A và Luật B»: its title names no other law."""
_BEHIND = re.compile(r"[^.;\n]{0,160}")
_SO_FIRST = re.compile(r"so[ \n]", re.IGNORECASE)
SHARED_GAP = 8
"""So many letters may stand between a number and a list of serials that goes on from it."""
_THIS = re.compile(r"[ \n]nay(?![A-Za-z])")


@dataclass(frozen=True, slots=True)
class Citation:
    """One document as a text cites it."""

    start: int
    end: int
    head: tuple[int, int]
    """The words that name the document, without the places in it."""
    kind: str
    """`số`, `này`, `tên`, or `đây` for places of the text itself."""
    type: str = ""
    """Of `đây`: `này` where the places are told from where the words stand, `sửa` where they are
    said to be changed."""
    number: Number | None = None
    date: PartialDate | None = None
    issuer: str = ""
    names: tuple[str, ...] = ()
    """The documents the name may mean; none for a law that only the text knows."""
    pins: tuple[Pin, ...] = ()
    behind: str = ""
    """What a number is followed by in its sentence, without marks on letters."""
    term: str = ""
    """The term of the Party's Central Committee that is told with it."""
    serial: str = ""
    """Of a name that is only a type and a serial."""
    guessed: tuple[str, ...] = ()
    """What the text does not say as it should: `khoảng cách`, `chữ đ`, `ngày sai`."""


@dataclass(frozen=True, slots=True)
class _Led:
    """What leads to a number, and where that begins."""

    start: int
    type: str
    announced: bool
    no_document: bool = False
    """Whether the words before say that it numbers something else."""


class Recogniser:
    """Made once for a list of types and a set of names; then reads any number of texts."""

    def __init__(
        self,
        types: Types,
        titles: Mapping[str, tuple[str, str]] | None = None,
        shorts: Mapping[str, tuple[str, str]] | None = None,
        families: Collection[str] = (),
    ) -> None:
        """`families`: series known to be documents'; the rest as `Names` takes it."""
        known = types.labels
        self._types = {fold(label): value for value, label in known.items()}
        self._names = Names(types, titles or {}, shorts or {})
        self.marks = numbers.initials(known.values())
        self.families = families
        label = (
            "|".join(sorted(map(_spaced, filter(None, self._types)), key=len, reverse=True))
            or "(?!)"
        )
        more = "|".join(_spaced(fold(word)) for word in _FURTHER)
        brief = "|".join(re.escape(one) for one in sorted(self.marks) if one[1:]) or "(?!)"
        self._brief = re.compile(rf"(?<![A-Za-z0-9/-])(?:{brief})[ \n](?:so[ \n]?:?[ \n]{{0,2}})?$")
        law = (
            "|".join(_spaced(name) for name, one in self._types.items() if one in types.laws)
            or "(?!)"
        )
        self._head = re.compile(
            rf"""(?:(?P<many>(?<![a-z])(?:cac|nhung|hai|ba|bon)[ \n]))?
            (?P<type>(?<![a-z])(?:{label})(?:[ \n](?:{label}|{more}))?)
            ,?[ \n]{{1,2}}(?:so[ \n]?:?[ \n]{{0,2}})?$""",
            re.VERBOSE | re.IGNORECASE,
        )
        self._far = re.compile(
            rf"(?<![A-Za-z])(?i:(?P<type>{label})[ \n]cua[ \n])[A-Z][^.,;:()]{{3,60}}[ \n]so[ \n]?$"
        )
        self._law = re.compile(
            rf"""(?<![a-z])(?P<type>{law})[ \n]
            (?:(?:sua[ \n]doi|bo[ \n]sung)[^.;:()]{{3,150}}|(?:(?!(?:{law})[ \n])[^.;:()]){{3,100}})
            [ \n]so[ \n]$""",
            re.VERBOSE | re.IGNORECASE,
        )
        self._this = re.compile(
            rf"(?<![A-Za-z])(?P<type>{label})(?:[ \n](?:{more}))?$", re.IGNORECASE
        )
        self._next_type = re.compile(
            rf"[ \n]?,?[ \n]?(?:(?:cua|tai|trong)[ \n]|(?:{label})(?![a-z])"
            rf"|(?-i:{own.LETTERS}))",
            re.IGNORECASE,
        )

    def may_cite(self, text: str) -> bool:
        """Cheap and generous: whether reading a text (NFC) may find anything."""
        if _LIKE.search(text) or "này" in text or self._names.may_be_in(text):
            return True
        return bool(UNSEEN.search(text))

    def read(self, text: str, places_too: bool = False) -> list[Citation]:
        """Every citation of the text, in its order; none lies in another. `places_too`: also of
        places that no document is named with."""
        whole, places = composed(text)
        bare = plain(whole)
        heads = self._heads(bare, whole)
        before, least = [], 0
        for head in heads:
            before.append(pins.before(bare, whole, least, head.start))
            least = head.end
        before.append((len(bare), ()))
        found = []
        for at, head in enumerate(heads):
            made = self._complete(head, before[at], before[at + 1][0], bare, whole)
            if made:
                found.append(made)
        if places_too:
            found = sorted([*found, *_own(bare, whole, found)], key=lambda one: one.start)
        return found if isinstance(places, range) else [_moved(one, places) for one in found]

    def _complete(
        self, head: Citation, led: tuple[int, tuple[Pin, ...]], most: int, bare: str, whole: str
    ) -> Citation | None:
        """With its issuer and its places; None where a foreign body issued it, or «này» stands
        alone."""
        (start, pinned), end, issuer = led, head.end, head.issuer
        told = issuers.told(bare, head.end) if head.kind == "số" else None
        if told:
            if issuers.is_foreign(told["issuer"]):
                return None
            issuer = whole[slice(*told.span("issuer"))]
        if head.kind == "này":
            if not pinned:
                return None
        elif not pinned:
            for place in [head.end, *([told.end()] if told else [])]:
                stop, found = pins.after(bare, whole, place, most)
                if found and not self._next_type.match(bare, stop):
                    end, pinned = stop, found
                    break
        if not pinned and not issuer:
            return head
        return dataclasses.replace(head, start=start, end=end, issuer=issuer, pins=pinned)

    def _heads(self, bare: str, whole: str) -> list[Citation]:
        """The documents named, without the places in them; of two that overlap, the number."""
        named = (
            Citation(
                one.start,
                one.end,
                (one.start, one.end),
                "tên",
                one.type,
                None,
                one.date,
                one.issuer,
                names=one.ids,
                serial=one.serial,
            )
            for one in self._names.find(bare, whole)
        )
        found = [*self._numbered(bare, whole), *self._these(bare, whole), *named]
        titles = [_TITLE.match(bare, one.end) for one in found if one.kind == "số"]
        inner = [one.span() for one in titles if one]
        found = [
            one
            for one in found
            if one.kind != "tên" or not any(a <= one.start < b for a, b in inner)
        ]
        found.sort(key=lambda one: (one.start, one.kind != "số", not one.names, -one.end))
        kept: list[Citation] = []
        for one in found:
            if not kept or one.start >= kept[-1].end:
                kept.append(one)
            elif one.kind == "số" and kept[-1].kind == "tên" and one.end >= kept[-1].end:
                kept[-1] = one
        return kept

    def _numbered(self, bare: str, whole: str) -> Iterator[Citation]:
        least = 0
        for found in NUMBER.finditer(bare):
            first = shared.begins(bare, least, found.start())
            led = self._led(bare, least, first)
            goes_on = first < found.start() and bool(
                led.announced or _SO_FIRST.match(bare, first) or 0 < first - least < SHARED_GAP
            )
            if first < found.start() and not goes_on:
                led = self._led(bare, least, found.start())
            number = numbers.taken_apart(found, whole)
            known = number.family in self.families and bool(found["first"].strip())
            sure = led.announced or goes_on or known
            if led.no_document or not numbers.is_whole(found, sure, self.marks):
                continue
            if goes_on:
                for one in shared.before(bare, first, found.start(), number):
                    yield _shared(one, led.type)
            start = found.start() if goes_on else led.start
            date, least, wrong = dates.at(bare, found.end())
            guessed = tuple(_guesses(found, wrong))
            span = (start, least)
            behind = _BEHIND.match(bare, least)
            yield Citation(
                *span,
                span,
                "số",
                led.type,
                number,
                date,
                behind=behind[0] if behind else "",
                term=terms.told(behind[0]) if behind else "",
                guessed=guessed,
            )
            for one in shared.behind(bare, least, number):
                least = one[1]
                yield _shared(one, led.type)

    def _led(self, bare: str, least: int, start: int) -> _Led:
        """What stands before a number: «Quy định số», «số», «QĐ», «Mẫu số»."""
        left = bare[max(least, start - BEFORE) : start]
        told = self._head.search(left, max(0, len(left) - NEAR))
        so = None if told else _SO.search(left, max(0, len(left) - 8))
        brief = None if told else self._brief.search(left, max(0, len(left) - 14))
        if so:
            told = self._far.search(left) or self._law.search(left)
        type = self._type(told["type"]) if told else ""
        if told and told.groupdict().get("many"):
            return _Led(start, type, True)
        no = not told and not brief and _NO_DOCUMENT.search(left, max(0, len(left) - 24))
        begins = [one.start() for one in (brief, so) if one]
        if told or begins:
            begin = told.start("type") if told else begins[0]
            return _Led(start - len(left) + begin, type, True, bool(no))
        return _Led(start, type, False, bool(no))

    @lru_cache(maxsize=1024)  # noqa: B019 - a recogniser lives as long as its library
    def _type(self, told: str) -> str:
        words = " ".join(told.lower().split())
        found = [name for name in self._types if words.startswith(name)]
        return self._types[max(found, key=len)]

    def _these(self, bare: str, whole: str) -> Iterator[Citation]:
        """«Quy định này»: the text itself, or what it spoke of last."""
        for found in _THIS.finditer(bare):
            if whole[found.start() + 1 : found.end()] != "này":
                continue
            left = bare[max(0, found.start() - 30) : found.start()]
            if told := self._this.search(left):
                place = (found.start() - len(left) + told.start(), found.end())
                yield Citation(*place, place, "này", self._type(told["type"]))


def _own(bare: str, whole: str, found: Sequence[Citation]) -> Iterator[Citation]:
    for chain in own.find(bare, whole, [(one.start, one.end) for one in found]):
        span = (chain.start, chain.end)
        type = "này" if chain.here else "sửa" if own.is_amended(bare, chain) else ""
        yield Citation(*span, span, "đây", type, pins=chain.pins)


def _shared(one: shared.Shared, type: str) -> Citation:
    start, end, number, date = one
    return Citation(start, end, (start, end), "số", type, number, date)


def _spaced(label: str) -> str:
    return r"[ \n]".join(map(re.escape, label.split()))


def _guesses(found: re.Match[str], wrong: bool) -> Iterator[str]:
    if any(char.isspace() for char in found[0]):
        yield "khoảng cách"
    if wrong:
        yield "ngày sai"


def _moved(one: Citation, places: Sequence[int]) -> Citation:
    """The same citation in the text as it came in, before its letters were composed."""
    pinned = tuple(
        dataclasses.replace(pin, start=places[pin.start], end=places[pin.end]) for pin in one.pins
    )
    head = (places[one.head[0]], places[one.head[1]])
    return dataclasses.replace(
        one, start=places[one.start], end=places[one.end], head=head, pins=pinned
    )
