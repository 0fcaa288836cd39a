"""Documents cited by name: «Luật Viên chức năm 2010», «Đề án “Xây dựng…”», «Kế hoạch 380».

Comes in: which documents may be named so, and plain text. Goes out: places, and which they may be.
A name counts only whole; a bare serial only where no counted noun follows it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from portal.citations import dates, issuers, shared, versions
from portal.citations.laws import Laws
from portal.citations.numbers import unpadded
from portal.citations.plenums import Plenums
from portal.citations.titles import Titles, words
from portal.dates import PartialDate
from portal.text import fold

_SERIAL = re.compile(
    r"[ \n](?P<so>so[ \n]:?)?(?P<serial>[0-9]{1,4})(?:/(?P<year>(?:19|20)[0-9]{2}))?"
    r"(?![\w%]|[-/.,:][0-9]|[ \n]?[-/][A-Z]|[-/][ \n][A-Z]|[ \n][-/][ \n][A-Z]{1,8}[-/])"
)
_ONWARD = re.compile(
    r"[ \n]{1,2}(?:và|hoặc|của|về|là|thì|đã|chưa|đang|sẽ|có|không|còn|tại|trong|theo|giao|đặt"
    r"|nêu|yêu cầu|cho|khi|để|được|bị|cũng|do|nhưng|mà|vì|ra|nay|thay|như|nói|cần|phải|trên|trước"
    r"|quy định|gồm|nhằm|vẫn|đều|với|hiện|mới|ngay"
    r"|sau|gắn|áp dụng|điều chỉnh|bao gồm|ban hành|hướng dẫn|sửa đổi|bổ sung|bãi bỏ"
    r"|ngày [0-9]{1,2}|năm (?:19|20)[0-9]{2})(?!\w)(?! (?:tiêu chí|chỉ tiêu))"
)
_PARTY = words("dang cong san viet nam")
_SHORT_PARTY = re.compile(r" dang(?!\w)")
EITHER = "|"
"""Between the types that the same letters stand for."""
_MONTHS = 12
_ABOVE = re.compile(r"[ \n](?:đã[ \n])?(?:nêu|nói|dẫn)[ \n](?:trên|ở[ \n]trên)|[ \n]trên[ \n]đây")
_ENDS = re.compile(r"[ \n]?(?:$|[.,;:)\]»”\"(…?!*|]|\n\n| [-–—] )")
_WORD_AND_DIGIT = re.compile(r" [0-9](?<=[^\W\d_] .)")


@dataclass(frozen=True, slots=True)
class Types:
    """The types of documents, as sentences call them."""

    labels: Mapping[str, str]
    """Value → name, for all that have one."""
    laws: Collection[str] = ()
    """Those whose texts are cited by title and year."""


@dataclass(frozen=True, slots=True)
class Named:
    start: int
    end: int
    type: str
    ids: tuple[str, ...]
    date: PartialDate | None = None
    issuer: str = ""
    """Told only behind a bare serial, which many bodies give."""
    serial: str = ""
    """The bare serial, where the name is no more than that."""


class Names:
    """Titles and short names of the documents that may be cited by them."""

    def __init__(
        self,
        types: Types,
        titles: Mapping[str, tuple[str, str]],
        shorts: Mapping[str, tuple[str, str]],
        plenums: Plenums,
    ) -> None:
        """`titles`: id → (type, title); `shorts`: id → (type, `88` or `42/2022`)."""
        self._plenums = plenums
        labels, self.laws = types.labels, types.laws
        self.words = {value: fold(label) for value, label in labels.items()}
        self.known_laws = Laws({one: labels[one] for one in types.laws if one in labels}, titles)
        self.titles: dict[str, Titles] = {}
        self.of_party: dict[str, list[str]] = {}
        """By type, what has the Party's name alone for a title, every version: «Điều lệ Đảng»."""
        for id, (type, title) in titles.items():
            if type in self.words and type not in self.laws:
                name = words(fold(title).removeprefix(f"{self.words[type]} "))
                self.titles.setdefault(type, Titles()).add(name, id)
                if name == _PARTY:
                    self.of_party.setdefault(type, []).append(id)
        self.shorts: dict[str, dict[str, list[tuple[str, str]]]] = {}
        for id, (type, serial) in shorts.items():
            if type not in self.words:
                continue
            by_serial = self.shorts.setdefault(type, defaultdict(list))
            serial, _, year = serial.partition("/")
            by_serial[unpadded(serial)].append((year, id))
        titled = [type for type in (*self.titles, *self.laws) if type in labels]
        self._titled_words = [labels[type].lower() for type in dict.fromkeys(titled)]
        self._briefs: defaultdict[str, list[str]] = defaultdict(list)
        for type in self.shorts:
            if type not in self.laws:
                self._briefs[_brief(labels[type])].append(type)
        told = [*(labels[type] for type in self.shorts), *self._briefs]
        numbered = [f"{one.lower()} " for one in told]
        self._numbered_words = [*numbered, *(f"{word}số " for word in numbered)]

    def may_be_in(self, text: str) -> bool:
        """Cheap and generous: a word of a type, before a digit where only serials are known."""
        low = text.lower()
        if any(word in low for word in self._titled_words) or self.known_laws.may_be_in(text):
            return True
        if self._plenums.may_be_in(low):
            return True
        return bool(_WORD_AND_DIGIT.search(low)) and any(
            _before_digit(low, word) for word in self._numbered_words
        )

    def find(self, bare: str, whole: str) -> Iterator[Named]:
        low = bare.lower()
        for type in dict.fromkeys([*self.titles, *self.shorts]):
            word = self.words[type]
            at = low.find(word)
            while at >= 0:
                end = at + len(word)
                if (not at or not low[at - 1].isalnum()) and not low[end : end + 1].isalnum():
                    yield from self._titled(low, at, type)
                    yield from self._short(bare, whole, (at, end), type)
                at = low.find(word, end)
        yield from self._shortest(bare, whole)
        for start, end, one in self._plenums.find(bare, low):
            yield Named(start, end, one.type, (one.id,))
        for law in self.known_laws.find(bare, low, whole):
            yield Named(law.start, law.end, law.type, law.ids, law.date)

    def _titled(self, low: str, at: int, type: str) -> Iterator[Named]:
        titles, end = self.titles.get(type), at + len(self.words[type])
        if titles and (found := titles.longest(low, end)):
            ids = found[1]
            anew = not set(ids).isdisjoint(self.of_party.get(type, ()))
            date, stop = versions.told(low, found[0]) if anew else (None, found[0])
            yield Named(at, stop, type, ids, date)
        elif type in self.of_party and (short := _SHORT_PARTY.match(low, end)):
            date, stop = versions.told(low, short.end())
            if date or versions.is_cited(low, at, end):
                yield Named(at, stop, type, tuple(self.of_party[type]), date)

    def _shortest(self, bare: str, whole: str) -> Iterator[Named]:
        """«NĐ 105/2025»; without its year «NĐ 105» is only one that the text spoke of."""
        for brief, types in self._briefs.items():
            at = whole.find(f"{brief} ")
            while at >= 0:
                end = at + len(brief)
                if not at or not whole[at - 1].isalnum():
                    found = [
                        one
                        for type in types
                        for one in self._short(bare, whole, (at, end), type, brief=True)
                    ]
                    yield from [_either(found)] if found else []
                at = whole.find(f"{brief} ", end)

    def _short(
        self, bare: str, whole: str, word: tuple[int, int], type: str, brief: bool = False
    ) -> Iterator[Named]:
        by_serial, at = self.shorts.get(type), word[0]
        if not by_serial or not bare[at].isupper():
            return
        found = _SERIAL.match(bare, word[1])
        if found is None:
            return
        if type in self.laws:
            yield from self._short_law(found, word, type)
            return
        end, serial = found.end(), unpadded(found["serial"])
        ids = tuple(id for year, id in by_serial.get(serial, ()) if found["year"] in (None, year))
        if not found["year"] and (brief or _ABOVE.match(whole, end)):
            yield Named(at, end, type, (), serial=serial)
        elif ids and (
            brief or _is_sure(found) or _ENDS.match(whole, end) or _ONWARD.match(whole, end)
        ):
            more = shared.of_type(bare, at, end) if not found["year"] else []
            if more and (_ENDS.match(whole, more[-1][1]) or _ONWARD.match(whole, more[-1][1])):
                issuer = _issuer(bare, whole, more[-1][1]) or issuers.before(bare, at)[0]
                for start, stop in [(at, end), *more]:
                    serial = unpadded(bare[found.start("serial") if start == at else start : stop])
                    named = tuple(id for _, id in by_serial.get(serial, ()))
                    yield Named(start, stop, type, named, None, issuer, serial)
                return
            date, end, _ = dates.at(bare, end)
            if len(found["serial"]) == 1 and not (found["year"] or date):
                return
            issuer = _issuer(bare, whole, end)
            if not (issuer or found["year"]):
                issuer, day = issuers.before(bare, at)
                date = date or dates.at(f" ngay {day}", 0)[0] if day else date
            alone = "" if found["year"] or date else serial
            yield Named(at, end, type, ids, date, issuer, alone)

    def _short_law(self, found: re.Match[str], word: tuple[int, int], type: str) -> Iterator[Named]:
        """«Luật 36/2024», without the mark of its National Assembly."""
        year, by_serial = found["year"], self.shorts[type]
        ids = tuple(id for told, id in by_serial.get(unpadded(found["serial"]), ()) if told == year)
        if year and len(ids) == 1:
            yield Named(word[0], found.end(), type, ids, PartialDate(int(year)))


def _issuer(bare: str, whole: str, end: int) -> str:
    told = issuers.told(bare, end, anyone=True)
    return whole[slice(*told.span("issuer"))] if told else ""


def _either(found: Sequence[Named]) -> Named:
    """«QĐ» is a quyết định or a quy định."""
    ids = tuple(id for one in found for id in one.ids)
    return replace(found[0], type=EITHER.join(one.type for one in found), ids=ids)


def _brief(label: str) -> str:
    """«Nghị định» → `NĐ`."""
    return "".join(word[0] for word in label.split()).upper()


def _is_sure(found: re.Match[str]) -> bool:
    """«số 42/2022», «42/2022» number nothing but a document; «42» may count what follows, «5/2022»
    may be a month."""
    return bool(found["year"] and (found["so"] or int(found["serial"]) > _MONTHS))


def _before_digit(low: str, word: str) -> bool:
    end = low.find(word) + len(word)
    while end >= len(word):
        if low[end : end + 1].isdigit():
            return True
        end = low.find(word, end) + len(word)
    return False
