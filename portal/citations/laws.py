"""Laws cited by name: «Luật Đất đai 2024», «Bộ luật Lao động năm 2019», «Hiến pháp 2013».

Comes in: the types that are cited so, the titles that are known, plain text. Goes out: places, the
documents that have that name, the year or day told. A name counts whole: the longest one wins,
known or not, «sửa đổi» is a part of it, and the title of a law that amends others is one name.
Refuses to know: which of the versions of a law a bare name means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from portal.citations import endings
from portal.citations.called import Called
from portal.dates import PartialDate

_AMENDED = re.compile(
    r"(?:[ \n]|[ ]?\([ ]?)(?:sua doi|bo sung)(?:,? (?:va )?bo sung)?\)?(?=[ \n]|$|[.,;:)\]])"
)
"""«Luật Đất đai (sửa đổi) …» is another law than «Luật Đất đai»."""
_ONE_OF_MANY = re.compile(
    r"(?:(?:cac|nhung|moi|hai|ba|bon|nam)[ \n]ban|(?<![a-z])(?:lam|lap)|sua[ \n]doi)[ \n]$"
)
"""«các bản Hiến pháp», «làm Hiến pháp và sửa đổi Hiến pháp»: not the one in force."""
_THIS_TIME = re.compile(r"[ \n](?:lan|dot|ky)[ \n](?:nay|do|truoc|toi)(?![A-Za-z])")
_CHANGING = re.compile(r"(?:sua doi|bo sung)[ \n]$")
"""«sửa đổi Luật Giá lần này»: the version that is made by it, or the one before."""
_OF_ALL_TIMES = re.compile(
    r",?[ \n](?:moi[ \n]nhat|gan[ \n](?:day|nay)[ \n]nhat|gan[ \n]nhat|qua[ \n](?:cac|moi|nhieu)"
    r"|tu[ \n](?:xua|truoc))(?![A-Za-z])"
)
"""«trong Bộ luật Hình sự, mới nhất là trong Bộ luật năm 2015»: every version there was."""
_BILL = re.compile(r"du (?:an|thao)[ \n]$")
"""«dự án Luật Giá» is not yet the law of that name."""
_NO_LAW = re.compile(r"[ \n](?:phap|le)(?![A-Za-z])")
"""«Luật pháp», «luật lệ»."""
_ENACTS = re.compile(r"quoc hoi ban hanh[ \n]$")
"""«Quốc hội ban hành Luật …»: the very law that says so."""
_PASSED = re.compile(
    r"[ \n](?:(?:vua|moi|da|chua|dang|se)[ \n])?(?:duoc|do)[ \n](?:Quoc[ \n]hoi"
    r"(?:[ \n](?!thong)[^.,;:()\n ]+){0,4}[ \n])?thong[ \n]qua"
    r"(?:,?[ \n]tai[ \n][^.;:()\n]{3,60}?(?=,?[ \n](?:ngay|nam)[ \n]))?(?=$|[.,;:()]|[ \n])"
)
"""«Luật Đất đai chưa được thông qua», «… được Quốc hội thông qua ngày 18/01/2024»: the version of
that day, else one that the library may not have."""
_TITLE_ENDS = re.compile(
    r",?[ \n](?=(?:nam[ \n])?(?:19|20)[0-9]{2}(?![0-9])|ngay[ \n][0-9]|so[ \n]:?[ \n]?[0-9]"
    r"|(?:co|het)[ \n]hieu|duoc[ \n]|da[ \n]|nhu[ \n]sau|cua[ \n]Quoc|do[ \n]|thi[ \n]"
    r"|quy[ \n]dinh[ \n])|[.;:()\[\]“”\"«»|\x00]|\n\n|&quot;"
)
_IN_FORCE = re.compile(r"[ \n](?:hien[ \n]hanh|hien[ \n]nay|dang[ \n]co[ \n]hieu|cu(?![A-Za-z]))")
FARTHEST_BILL = 600
"""So many letters behind a bill a bare name is still the bill's."""
_MANY = re.compile(r"(?<![a-z])(?:cac|nhung|hai|ba)[ \n]$")
"""«các Luật sửa đổi … của Luật A»: all of them."""
_MORE_LAWS = re.compile(
    r"(?:,|,?[ \n]va)[ \n](?:cac[ \n])?(?:Bo luat|Luat|Phap lenh)(?![a-z])"
    r"|[ \n](?!va[ \n]|theo[ \n]|[(]|so[ \n])[A-Za-z]"
)
"""Behind the known title of one that amends: it goes on to another law."""
LONGEST_TITLE = 320
"""Letters of the title of an amending law."""


@dataclass(frozen=True, slots=True)
class Law:
    """One law as it is named."""

    start: int
    end: int
    type: str
    ids: tuple[str, ...]
    date: PartialDate | None


class Laws:
    """How laws are named, those that are known and any other."""

    def __init__(self, labels: Mapping[str, str], titles: Mapping[str, tuple[str, str]]) -> None:
        """`labels`: types cited by name → their names; `titles`: id → (type, title)."""
        self._called = Called(labels, titles)
        self.may_be_in = self._called.may_be_in

    def find(self, bare: str, low: str, whole: str) -> Iterator[Law]:
        """`bare` without marks, `low` in lower case too."""
        least = 0
        for start, end, type in sorted([*self._named(low), *self._called.coded(bare)]):
            if start < least:
                continue
            if bare[start].isupper() and _amending(low, end):
                law, least = self._amending_law(bare, low, (start, end), type)
            else:
                law = self._law(bare, low, whole, (start, end), type)
            if law:
                least = max(least, law.end)
                if law.date or not law.ids or not _is_of_bill(bare, low, law):
                    yield law

    def _named(self, low: str) -> Iterator[tuple[int, int, str]]:
        """Where the words of a type stand, but not «pháp luật đất đai», «luật pháp»."""
        for word, type in self._called.types.items():
            at = low.find(word)
            while at >= 0:
                end = at + len(word)
                before = low[max(0, at - 5) : at]
                if not (before[-1:].isalnum() or low[end : end + 1].isalnum()) and not (
                    before.endswith((" bo ", "phap ")) or before == "bo " or _NO_LAW.match(low, end)
                ):
                    yield at, end, type
                at = low.find(word, end)

    def _amending_law(
        self, bare: str, low: str, span: tuple[int, int], type: str
    ) -> tuple[Law | None, int]:
        """The law that amends, its title taken whole, and where that title ends."""
        known = self._called.longest(low, span[1], type)
        stop = _TITLE_ENDS.search(bare, span[1], span[1] + LONGEST_TITLE)
        end = stop.start() if stop else min(len(bare), span[1] + LONGEST_TITLE)
        if known and (known[0] > end or not _MORE_LAWS.match(bare, known[0])):
            end = known[0]
        date, until = endings.when(bare, end)
        ids = known[1] if known and known[0] == end else ()
        if date is None and _MANY.search(low, max(0, span[0] - 6), span[0]):
            return None, until
        if not ids and date is None:
            return None, end
        return Law(span[0], until, type, ids, date), until

    def _law(self, bare: str, low: str, whole: str, span: tuple[int, int], type: str) -> Law | None:
        start, place = span
        if _ENACTS.search(low, max(0, start - 20), start):
            return None
        known = self._called.longest(low, place, type) or self._called.lettered(bare, span, type)
        if known is None and type in self._called.alone:
            if _ONE_OF_MANY.search(low, max(0, start - 14), start):
                return None
            known = place, tuple(self._called.alone[type])
        capital = bare[start].isupper()
        if known:
            end, ids = known
            changed = _AMENDED.match(low, end) or "sua doi" in low[place:end]
            end += bool(changed and bare[end : end + 1] == ")")
            date, stop = endings.when(bare, end)
            if date:
                return Law(start, stop, type, ids, date)
            bill = _BILL.search(low, max(0, start - 9), start)
            if passed := _PASSED.match(bare, end):
                date, _ = endings.when(bare, passed.end())
                return Law(start, end, type, ids, date) if date and capital else None
            general = _OF_ALL_TIMES.match(bare, end) or _is_changed(low, start, end)
            if not (date or changed or bill or general) and self._is_bare(bare, whole, span, end):
                return Law(start, end, type, ids, None)
        told = endings.dated(bare, whole, place) if capital else None
        return Law(start, told[1], type, (), told[0]) if told else None

    def _is_bare(self, bare: str, whole: str, span: tuple[int, int], end: int) -> bool:
        name = bare[span[1] : end].strip()
        capital = bare[span[0]].isupper() or name[:1].isupper()
        return bool(capital and not (name.isupper() and " " in name) and endings.ends(whole, end))


def _is_of_bill(bare: str, low: str, law: Law) -> bool:
    """A bare name behind the bill of that name is the bill's, but in «Luật Giá hiện hành»."""
    name = low[law.start : law.end]
    first = max(low.rfind("\n\n", 0, law.start), law.start - FARTHEST_BILL, 0)
    told = max(
        low.rfind(f"{name} (sua doi", first, law.start),
        low.rfind(f"du an {name}", first, law.start),
        low.rfind(f"du thao {name}", first, law.start),
    )
    return told >= 0 and not _IN_FORCE.match(bare, law.end)


def _is_changed(low: str, start: int, end: int) -> bool:
    changing = _CHANGING.search(low, max(0, start - 9), start)
    return bool(changing and _THIS_TIME.match(low, end))


def _amending(low: str, place: int) -> bool:
    return low.startswith(("sua doi", "bo sung"), place + 1)
