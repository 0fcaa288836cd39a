"""Room 3, one duty of it: where the prose of entries speaks of documents, and in which sentence.

Comes in: entries and the register of documents. Goes out: `Mention`s, whether an editor made a link
or only wrote a number. Refuses to know how they are shown or judged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from portal.citations.known import Known, Meant
from portal.citations.names import Types
from portal.citations.reading import Reading
from portal.citations.register import Register
from portal.dates import PartialDate
from portal.kinds.base import Entry, Link, Lists, prose
from portal.kinds.document import Document
from portal.kinds.document.course import Event
from portal.kinds.document.events import Histories
from portal.kinds.document.lists import DocumentType, Effect, Net
from portal.kinds.lists import values
from portal.markup import lines_of, without_code

LONGEST = 280
"""A sentence longer than this is told around the citation only."""
_LINK = re.compile(r"(?<!\\)!?(?<!\\)\[([^\[\]]{0,400})\]\(([^()\s]{0,400})\)")
UNSEEN_SIGN = "\u200b"
"""In the place of the signs of emphasis: the recogniser reads over it."""
_BREAK = re.compile(r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+|>]|#{1,6} |[0-9]{1,3}[.)] ))")
_SENTENCE = re.compile(r"(?<=[.?!…;])[ \n]+(?=[^\W\d_a-zà-ỹđ]|[“«\"(\[])")
_SIGNS = re.compile(
    r"\{:?[^{}\n]*\}|^[ \t]*(?:[-*+>]|#{1,6}|[0-9]{1,3}[.)])[ \t]+|\*{1,3}|`|\[\^\w+\]"
)
_TARGET = re.compile(r"/?van-ban/([a-z0-9-]+)(?:#([a-z0-9.-]+))?")


@dataclass(frozen=True)
class Mention:
    """One place where an entry speaks of a document. It is kept from build to build, and with it
    what was worked out of it."""

    entry: Entry
    where: str
    """The key it stands in; empty for the body."""
    line: int
    at: str
    """The clause of the entry it stands in."""
    source: str
    """The text of the key."""
    span: tuple[int, int]
    """The words in it that name the document."""
    target: Link | None
    """The document and the place in it, where one is meant for sure."""
    meant: Meant | None
    """What the words mean; None where an editor linked them himself."""

    @property
    def text(self) -> str:
        return " ".join(self.source[slice(*self.span)].split())

    @cached_property
    def sentence(self) -> str:
        return sentence_around(self.source, *self.span)

    @cached_property
    def words(self) -> str:
        """The words as the sentence has them, without Markdown."""
        return _words(self.text).strip()

    def name(self, days: Mapping[str, set[PartialDate]] | None = None) -> str:
        """The same words for every spelling; without a day, the only one of `days`."""
        cited = self.meant.citation if self.meant else None
        if cited and cited.kind == "tên":
            return " ".join(self.source[slice(*cited.head)].split())
        if cited is None or cited.number is None:
            return self.text
        told = {cited.date} if cited.date else (days or {}).get(cited.number.key, set())
        term = [f"khóa {one}" for one in cited.terms if len(cited.terms) == 1 and not told]
        days_of = (one.named for one in told if len(told) == 1)
        return " ".join([cited.number.text, *days_of, *term])


def days_told(found: Iterable[Mention]) -> dict[str, set[PartialDate]]:
    """The days that citations give to each number."""
    days: defaultdict[str, set[PartialDate]] = defaultdict(set)
    for one in found:
        if one.meant and one.meant.citation.number and one.meant.citation.date:
            days[one.meant.citation.number.key].add(one.meant.citation.date)
    return days


def register_of(entries: Iterable[Entry], lists: Lists, today: date = date.max) -> Register:
    """All documents among the entries, to be cited; `today` is the day of what has none itself."""
    documents = {one.id: one for one in entries if isinstance(one, Document)}
    lives = Histories(documents)
    known = (_known(one, lives.of(one)) for one in documents.values())
    return Register(types_of(lists), known, today)


def types_of(lists: Lists) -> Types:
    """The closed list of types as sentences use it."""
    found = values(lists, DocumentType).values()
    labels = {one.value: one.label for one in found if not one.no_name}
    return Types(labels, tuple(one.value for one in found if one.cited_by_name))


def _known(document: Document, life: Iterable[Event]) -> Known:
    whole = [one for one in life if one.on and not one.partial]
    begun = [one.on for one in whole if one.on and one.type.effect is Effect.BEGIN]
    ended = [one.on for one in whole if one.on and one.type.effect is Effect.END]
    return Known(
        id=document.id,
        type=document.type.value,
        title=document.title,
        number=document.number,
        issued=document.issued,
        issuer=document.issuer,
        anchors=document.anchors(),
        complete=document.outline_complete,
        printed=document.number_as_printed,
        since=min(begun, key=_earliest, default=None),
        until=min(ended, key=_earliest, default=None),
        amends=tuple(one.to.id for one in document.relations if one.type.net is Net.AMENDING),
    )


def _earliest(one: PartialDate) -> date:
    return one.earliest


def mentions(entries: Iterable[Entry], register: Register) -> Iterator[Mention]:
    """Every mention, in the order of the entries and of their texts."""
    for entry in entries:
        reading = Reading(register, entry.id if isinstance(entry, Document) else "")
        original = isinstance(entry, Document) and entry.text_quality.original
        for where, line, text in prose(entry):
            reading.verbatim = original and not where
            yield from _of_text(entry, where, line, text, reading)


def _of_text(entry: Entry, where: str, line: int, text: str, reading: Reading) -> Iterator[Mention]:
    if "](" not in text and not reading.register.recogniser.may_cite(text):
        return
    line_at = lines_of(text)
    clauses = entry.clauses if isinstance(entry, Document) and not where else ()
    starts = [clause.line for clause in clauses]

    def clause_at(at: int) -> str:
        place = bisect_right(starts, line + line_at(at)) if clauses else 0
        return clauses[place - 1].id if place else ""

    found = sorted(_found(text, reading, clause_at), key=lambda one: one[0])
    for span, target, meant in found:
        # Where a field's value folds its lines, only the line of the field is known.
        at = line + (line_at(span[0]) if not where else 0)
        yield Mention(entry, where, at, clause_at(span[0]), text, span, target, meant)


def _found(
    text: str, reading: Reading, clause_at: Callable[[int], str]
) -> Iterator[tuple[tuple[int, int], Link | None, Meant | None]]:
    """What editors linked, and what is cited outside links and code."""
    bare = without_code(text)
    links = list(_LINK.finditer(bare)) if "](" in bare else []
    for link in links:
        if target := _TARGET.fullmatch(link[2]):
            yield link.span(), Link(Document.KIND, target[1], target[2] or ""), None
    free = _LINK.sub(lambda link: _blank(link[0]), bare) if links else bare
    free = free.replace("*", UNSEEN_SIGN) if "*" in free else free
    for meant in reading.read(free, clause_at):
        yield (meant.citation.start, meant.citation.end), _target(meant), meant


def _target(meant: Meant) -> Link | None:
    if meant.document is None:
        return None
    pins = meant.citation.pins
    return Link(Document.KIND, meant.document.id, meant.place(pins[0].id) if pins else "")


def _blank(told: str) -> str:
    return re.sub(r"[^\n]", "\x00", told)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of a Markdown text that holds a place, as plain words."""
    begin = max(0, start - 2000)
    begin = max((cut.end() for cut in _BREAK.finditer(text, begin, start)), default=begin)
    after = _BREAK.search(text, end, end + 2000)
    stop = after.start() if after else min(len(text), end + 2000)
    for cut in _SENTENCE.finditer(text, begin, start + 1):  # it looks at the first letter behind
        begin = cut.end()
    later = _SENTENCE.search(text, end, stop)
    stop = later.start() if later else stop
    left, right = _words(text[begin:start]), _words(text[end:stop])
    told = _words(text[start:end])
    room = max(60, (LONGEST - len(told)) // 2)
    if len(left) > room:
        left = "…" + left[-room:].partition(" ")[2]
    if len(right) > room:
        right = right[:room].rpartition(" ")[0] + "…"
    return f"{left}{told}{right}".strip(" ;·")


def _words(text: str) -> str:
    """Markdown as plain words, blanks at the ends kept as one."""
    bare = _SIGNS.sub("", _LINK.sub(r"\1", text))
    bare = re.sub(r"[ \t]*\|[ \t]*", " · ", bare) if "|" in bare else bare
    return re.sub(r"\s+", " ", bare)
