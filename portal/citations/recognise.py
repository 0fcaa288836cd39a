"""The recogniser: where a text cites documents, which, and at which places in them.

Comes in: a text, the closed list of types, the names of documents that are cited by name. Goes out:
`Citation`s in the order of the text, each with its places and what was guessed.
Refuses to know: the library. Work grows with the length of the text: anchors (a digit, «này», the
first word of a name) are found first, and only so many letters around each are read.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from portal.citations import entitled, issuers, numbers, own, pins
from portal.citations.citation import Citation, moved
from portal.citations.leads import Leads
from portal.citations.names import Names, Types
from portal.citations.nested import Pin
from portal.citations.numbered import Numbered
from portal.citations.plenums import Plenums, Resolution
from portal.citations.spelling import HYPHENS, UNSEEN, composed, plain
from portal.text import fold

_SIGN = rf"[ \n]{{0,2}}[{HYPHENS}/⁄∕／][ \n]{{0,2}}"
_LIKE = re.compile(
    rf"[0-9][a-dA-D]?(?:{_SIGN}(?:[A-ZĐÐ]|(?:19|20)[0-9]{{2}}{_SIGN}[A-ZĐÐ])"
    r"| ?[A-ZĐÐ]{2,5}[a-z]{0,2} ?[-/] ?[A-ZĐÐ])|/(?:19|20)[0-9]{2} ?[A-ZĐÐ]{2,5}-[A-ZĐÐ]"
)
_TITLE = re.compile(
    r"(?:[ \n]cua[ \n](?:Quoc hoi|Uy ban Thuong vu Quoc hoi|Chinh phu))?,?[ \n]"
    r"(?:ve[ \n](?:viec[ \n])?)?"
    r"(?:sua[ \n]doi|bo[ \n]sung)[^.;:()\n“”\"\[\]]{0,300}?"
    r"(?=,?[ \n](?:co[ \n]hieu|het[ \n]hieu|va[ \n]Luat[ \n]so|quy[ \n]dinh[ \n]|nhu[ \n]sau)"
    r"|[.;:()\n“”\"\[\]]|$)",
    re.IGNORECASE,
)
"""«Luật số … sửa đổi, bổ sung một số điều của Luật A và Luật B»: its title names no other law."""
_THIS = re.compile(r"[ \n]nay(?![A-Za-z])")


class Recogniser:
    """Made once for a list of types and a set of names; then reads any number of texts."""

    def __init__(
        self,
        types: Types,
        titles: Mapping[str, tuple[str, str]] | None = None,
        shorts: Mapping[str, tuple[str, str]] | None = None,
        families: Collection[str] = (),
        passed: Iterable[tuple[Resolution, str]] = (),
    ) -> None:
        """`families`: series known to be documents'; `passed` as `Plenums` takes it, the rest as
        `Names` does."""
        known = {fold(label): value for value, label in types.labels.items()}
        self._names = Names(types, titles or {}, shorts or {}, Plenums(passed))
        marks = numbers.initials(types.labels.values())
        self._leads = Leads(known, types.laws, marks)
        self._numbered = Numbered(self._leads, marks, families)
        label, more = self._leads.label, self._leads.more
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
        heads = list(entitled.dated(bare, self._heads(bare, whole), self._names.laws))
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
            found = sorted([*found, *own.find(bare, whole, found)], key=lambda one: one.start)
        return found if isinstance(places, range) else [moved(one, places) for one in found]

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
        elif head.number and bare.endswith(issuers.VERBS, 0, head.start):
            issuer = issuers.before(bare, head.start)[0]
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
        found = [*self._numbered.find(bare, whole), *self._these(bare, whole), *named]
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

    def _these(self, bare: str, whole: str) -> Iterator[Citation]:
        """«Quy định này»: the text itself, or what it spoke of last."""
        for found in _THIS.finditer(bare):
            if whole[found.start() + 1 : found.end()] != "này":
                continue
            left = bare[max(0, found.start() - 30) : found.start()]
            if told := self._this.search(left):
                place = (found.start() - len(left) + told.start(), found.end())
                yield Citation(*place, place, "này", self._leads.type(told["type"]))
