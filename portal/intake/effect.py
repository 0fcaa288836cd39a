"""What a document says of its own life, and of documents that end with it.

Comes in: the clauses of a document, the day it was issued, the register. Goes out: the day from
which it holds, the documents it replaces or repeals as a whole, and in words what only an editor
can judge. A scope, a second day, another document's effect: never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from portal.citations import dates
from portal.citations.known import Meant
from portal.citations.reading import Reading
from portal.citations.register import Register
from portal.citations.spelling import plain
from portal.intake.division import Document
from portal.intake.fields import Found, Said, Sure
from portal.intake.outline import Node
from portal.intake.transcript import Paragraph
from portal.text import fold, quote

_SPEAKS = re.compile(r"^(?:[^,.;]{0,120}?),? ?co hieu luc\b(?! phap ly)(?: thi hanh)?(?P<when>.*)$")
_FROM = re.compile(r",? ?(?:ke )?tu (?=ngay )")
_SIGNED = re.compile(
    r"ngay (?:duoc )?(?:ky|ban hanh|ky ban hanh|ky, ban hanh|ky (?:quyet dinh|nghi quyet) ban hanh)"
)
_AFTER = re.compile(
    r" sau (?P<days>[0-9]{1,3}) (?:\([a-z ]+\) )?ngay,? (?:ke )?tu ngay (?:ky|ban hanh|ky ban hanh)"
)
_THEN = re.compile(r"(?:,| va|;) (?:thay the|bai bo|huy bo)\b")
_ENDS = re.compile(r"(?:^|[ ,])(?P<verb>thay the(?: cho)?|bai bo|huy bo)\b(?P<what>[^;]*)")
_ENDED = re.compile(r"(?:het|cham dut|khong con) hieu luc(?: thi hanh)?,? (?:ke )?tu ngay")
_REMARK = re.compile(r"\[[^\[\]]{20,}\]")
"""What those who keep a text for readers put between its words."""
_BEFORE = r"(?: cac| toan bo| nhung)?(?: (?:{types}))?(?: so)? *"
"""Between a verb, or an «và», and the document: «các Quy định số»."""
_BETWEEN = r"(?: cua [^,;]{2,60}?)?(?: \([^)]*\))?(?:,| va|, va)"
_SENTENCE = re.compile(r"(?<=[.;]) +(?=[^\W\d_])")
_DAY = len("2026-11-30")


@dataclass(frozen=True, slots=True)
class Ended:
    """A document that ends as this one begins to hold."""

    id: str
    words: str
    at: str
    """The clause that says so; empty where it has no id."""
    replaced: bool
    """Replaced; else repealed."""


@dataclass(frozen=True, slots=True)
class Effect:
    begins: Said | None = None
    """The day in ISO form."""
    ended: tuple[Ended, ...] = ()
    told: tuple[str, ...] = ()
    """What was seen and is left to the editor."""


def read(document: Document, register: Register, types: Iterable[str]) -> Effect:
    """`types`: how kinds of documents are called. What is attached speaks where the document itself
    says nothing."""
    of = _Reader(register, document.fields.date, tuple(map(fold, types)))
    for node in document.outline.nodes:
        of.hear(node)
    if not of.days:
        for part in document.parts:
            for node in part.outline.nodes:
                of.hear(node)
    return of.effect()


class _Reader:
    """Hears one clause after another; new wording of other texts says nothing of this one."""

    def __init__(self, register: Register, issued: Said | None, types: tuple[str, ...]) -> None:
        self._reading, self._issued = Reading(register), issued
        names = "|".join(map(re.escape, types))
        self._self = re.compile(rf"(?:{names}|van ban)(?: nay)?(?![a-z])")
        self._first = re.compile(_BEFORE.format(types=names))
        self._next = re.compile(_BETWEEN + _BEFORE.format(types=names))
        self._clause = ""
        self.days: list[Said | None] = []
        self._ended: dict[str, Ended] = {}
        self._told: dict[str, None] = {}

    def effect(self) -> Effect:
        sure = [one for one in self.days if one]
        begins = None
        if len(sure) == len(self.days) and len({one.value for one in sure}) == 1:
            begins = sure[0]
        elif len(sure) == len(self.days) > 1:
            self._told["có nhiều ngày hiệu lực: chưa điền, tự xem."] = None
        return Effect(begins, tuple(self._ended.values()), tuple(self._told))

    def hear(self, node: Node) -> None:
        self._clause = node.id or self._clause
        if node.quoted or not isinstance(node.block, Paragraph):
            return
        text = node.label.rest if node.label else node.block.whole.replace("\n", " ")
        for sentence in _SENTENCE.split(" ".join(_REMARK.sub("", text).split())):
            folded = plain(sentence).casefold()
            own = bool(self._self.match(folded))
            speaks = _SPEAKS.match(folded) if own else None
            if speaks:
                found = self._day(folded, speaks.start("when"), node.block.place)
                self.days.append(found)
                if found is None:
                    self._leave(f"hiệu lực, {node.block.place}: {quote(sentence, 120)} chưa điền.")
            elif _ENDED.search(folded):
                self._leave(f"hết hiệu lực, {node.block.place}: {quote(sentence, 120)} chưa điền.")
            for found_verb in _ENDS.finditer(folded):
                if own or not folded[: found_verb.start("verb")].strip():
                    self._end(sentence, found_verb)

    def _leave(self, told: str) -> None:
        self._told[told] = None

    def _day(self, folded: str, at: int, place: str) -> Said | None:
        """None where the sentence says more than a day of the whole text."""
        then = _THEN.search(folded, at)
        end = then.start() if then else len(folded.rstrip(" .;"))
        issued = self._issued if self._issued and len(self._issued.value) == _DAY else None
        if issued and (after := _AFTER.fullmatch(folded, at, end)):
            day = date.fromisoformat(issued.value) + timedelta(int(after["days"]))
            return Found(day.isoformat(), Sure.GUESSED, place, "tính từ ngày ký")
        begun = _FROM.match(folded, at)
        if not begun:
            return None
        if _SIGNED.fullmatch(folded, begun.end(), end):
            return replace(issued, place=place) if issued else None
        day_told, until, _ = dates.at(folded, begun.end())
        if day_told is None or len(day_told.iso) != _DAY or until < end:
            return None
        return Found(day_told.iso, Sure.CERTAIN, place)

    def _end(self, sentence: str, found: re.Match[str]) -> None:
        """Documents that follow the verb at once, or one another: others stand in their titles."""
        what = sentence[found.start("what") : found.end("what")]
        folded, at, link = plain(what).casefold(), 0, self._first
        for meant in self._reading.read(what):
            citation = meant.citation
            if not link.fullmatch(folded, at, citation.start):
                return
            words = " ".join(what[slice(*citation.head)].split())
            if citation.pins:
                self._leave(f"một phần của «{words}» được thay hoặc bãi bỏ: tự điền phạm vi.")
            elif meant.document:
                replaced = found["verb"].startswith("thay")
                one = Ended(meant.document.id, words, self._clause, replaced)
                self._ended.setdefault(one.id, one)
            else:
                self._leave(_unknown(found["verb"], meant, words))
            at, link = citation.end, self._next


_VERBS = {"thay": "thay thế", "bai": "bãi bỏ", "huy": "hủy bỏ"}


def _unknown(verb: str, meant: Meant, words: str) -> str:
    said = _VERBS[verb.split()[0]]
    if meant.several:
        ids = ", ".join(f"van-ban/{one.id}" for one in meant.several[:3])
        return f"{said} «{words}» có thể là {ids}: tự chọn."
    return f"{said} «{words}»: cổng chưa có văn bản này, nên chưa ghi quan hệ."
