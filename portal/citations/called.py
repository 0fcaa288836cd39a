"""What laws may be called: their titles, short or whole, and the first letters of these.

Comes in: the types that are cited by name, the titles that are known; plain text. Goes out: which
of the documents have the name that a text goes on with. Refuses to know: where a name ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from portal.citations import initials
from portal.citations.initials import Ids
from portal.citations.titles import Titles, words
from portal.text import fold

_COUNTRY = words("nuoc cong hoa xa hoi chu nghia viet nam")
_YEAR_OF_TITLE = re.compile(r"(?:19|20)[0-9]{2}")
_LINKS = ("voi", "theo", "trong")
LEAST_SHORT = 4
"""Words of a title that is cut before what it is said of."""
_AMENDS = re.compile(
    r"(?:sua doi|bo sung)(?:, bo sung| va bo sung)?(?: mot so dieu)?(?: cua)?(?: cac)?"
    r" (?P<laws>(?:bo luat|luat|phap lenh) .+)"
)
_ONE = re.compile(
    r"(?P<type>bo luat|luat|phap lenh) (?P<title>.+?)(?=,? va (?:bo )?luat |, (?:bo )?luat |$)"
)
"""«Luật sửa đổi … của Luật A và Luật B» is called by either."""


class Called:
    """The names of the laws that are known."""

    def __init__(self, labels: Mapping[str, str], titles: Mapping[str, tuple[str, str]]) -> None:
        """`labels`: types cited by name → their names; `titles`: id → (type, title)."""
        self.types = {fold(label): value for value, label in labels.items()}
        self._titles = {value: Titles() for value in labels}
        self.alone: dict[str, list[str]] = {}
        for id, (type, title) in titles.items():
            if type in self._titles:
                self._add(id, type, title)
        labels = {value: word for word, value in self.types.items()}
        named = {
            id: (type, labels[type], _names(title, labels[type])[0])
            for id, (type, title) in titles.items()
            if type in labels
        }
        self._initials = initials.of(named)
        codes = [code for _, code in self._initials if " " not in code]
        self._code = re.compile(rf"(?<![A-Za-z0-9])(?:{'|'.join(codes)})(?![A-Za-z0-9])")
        self._codes = {code: type for type, code in self._initials if code in codes}
        self._begun = {code[:2] for code in codes}

    def may_be_in(self, text: str) -> bool:
        """Cheap and generous: whether a law may be named by letters, `BLTTDS`."""
        return any(one in text for one in self._begun)

    def longest(self, low: str, place: int, type: str) -> tuple[int, Ids] | None:
        """The longest title that begins here, and all laws that have it."""
        return self._titles[type].longest(low, place)

    def _add(self, id: str, type: str, title: str) -> None:
        label = next(one for one, value in self.types.items() if value == type)
        for name in _names(title, label):
            self._titles[type].add(name, id)
            self._titles[type].add(_short(name), id)
            self._titles[type].add(initials.abbreviated(name), id)
            if not name:
                self.alone.setdefault(type, []).append(id)
        told = " ".join(fold(title).split()).removeprefix(f"{label} ")
        amended = _AMENDS.match(told)
        for one in _ONE.finditer(amended["laws"]) if amended else ():
            base = _names(one["title"], "")[0]
            kind = self.types.get(one["type"], "")
            if kind:
                self._titles[kind].add([*base, *words("sua doi")], id)
                self._titles[kind].add([*base, *words("sua doi bo sung")], id)

    def coded(self, bare: str) -> Iterator[tuple[int, int, str]]:
        """«Điều 17 BLTTDS»; but not «Bộ luật Tố tụng dân sự (BLTTDS)», which is named already."""
        for found in self._code.finditer(bare) if self._codes else ():
            start, end = found.span()
            if bare[start - 1 : start] != "(" or bare[end : end + 1] != ")":
                yield start, end, self._codes[found[0]]

    def lettered(self, bare: str, span: tuple[int, int], type: str) -> tuple[int, Ids] | None:
        """«BLTTDS», «Luật XLVPHC»: by the first letters of its title."""
        start, place = span
        if ids := self._initials.get((type, bare[start:place])):
            return place, ids
        found = initials.LETTERS.match(bare, place)
        ids = self._initials.get((type, f" {found['letters']}")) if found else None
        return (found.end(), ids) if found and ids else None


def _short(name: Sequence[str]) -> Sequence[str]:
    """«Ưu đãi người có công» of «… với cách mạng»; nothing where that would be too little."""
    cuts = [at for at, word in enumerate(name) if word in _LINKS and at >= LEAST_SHORT]
    return name[: cuts[0]] if cuts else ()


def _names(title: str, label: str) -> list[Sequence[str]]:
    """The words of a title, without its type, its year and the name of the country."""
    told = words(" ".join(fold(title).split()))
    kind = label.split()
    if kind and told[: len(kind)] == kind:
        told = told[len(kind) :]
    if len(told) > 1 and _YEAR_OF_TITLE.fullmatch(told[-1]):
        told = told[:-2] if told[-2] == "nam" else told[:-1]
    elif told and _YEAR_OF_TITLE.fullmatch(told[-1]):
        told = []
    bare = told[: -len(_COUNTRY)] if told[-len(_COUNTRY) :] == _COUNTRY else told
    return [told] if bare == told else [told, bare]
