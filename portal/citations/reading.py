"""A text read from its beginning: what it said before tells what «này» and a bare number mean.

Comes in: the register of documents, the text and the clause in which its words stand. Goes out:
for each citation what it means. Refuses to know: how documents are told apart (`choice`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from portal.citations import amended, own, places, seen
from portal.citations.choice import Choice
from portal.citations.citation import Citation
from portal.citations.known import Known, Meant, placed
from portal.citations.nested import Pin
from portal.citations.passages import Passages
from portal.citations.register import Register
from portal.citations.spelling import plain
from portal.clauses.spaces import joined
from portal.clauses.wording import around, block, parted

ARTICLE = "dieu-"


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a document a citation stands."""

    clause: str = ""
    quoted: bool = False
    """In quotation marks: the words of another document."""
    amending: bool = False
    """In a block that says what is to be changed in another document."""
    leading: bool = False
    """Before a quotation of the document that is cited."""
    block: int = -1
    """Where the block begins."""
    note: bool = False
    """In what a later hand says of the text."""


@dataclass
class Reading:
    """One text, read from its beginning: what it said before tells what «này» and a bare number
    mean."""

    register: Register
    host: str = ""
    """The document whose text it is."""
    verbatim: bool = True
    """Whether these are the document's own words; else what an editor says of it, later."""
    _amended: Known | None = None
    """The document that is changed or quoted here."""
    _article: str = ""
    _worded: tuple[str, int] = ("", -1)
    """The article of it that is worded anew, and the block that says so."""
    _last: Known | None = None
    """The document that was named last."""
    _unknown: bool = False
    """Whether what is changed here is no known document."""

    def __post_init__(self) -> None:
        self._host = self.register.known.get(self.host)
        self._choice = Choice(self.register, self._host, self.verbatim)
        self._sole = amended.sole(self.register, self._host)

    def read(
        self, text: str, clause_at: Callable[[int], str] | None = None, places: bool = False
    ) -> Iterator[Meant]:
        """What every citation of a text means, in its order; `places`: the document's own too."""
        found = self.register.read(text, places and bool(self._host))
        told = self._host or any(map(self._is_bare, found))
        bare = plain(text) if found and told else ""
        passages = Passages(bare) if bare else None
        headings = deque(amended.headings(bare, passages) if self._host and passages else ())
        for one in found:
            while headings and headings[0] < one.end:
                self._head(headings.popleft(), one, clause_at)
            if passages and self._is_bare(one) and passages.is_phrase(one.head[0]):
                self._last = None
                continue
            spot = _spot(one, passages, clause_at) if self._host and passages else Spot()
            if meant := self.meant(one, spot):
                yield meant

    def _head(
        self, heading: int, citation: Citation, clause_at: Callable[[int], str] | None
    ) -> None:
        """What a heading says is amended; not known where no citation was found in it."""
        if not citation.start <= heading < citation.end:
            self._enter(Spot(clause_at(heading) if clause_at else ""))
            self._amended, self._unknown, self._worded = None, True, ("", -1)

    def _is_bare(self, citation: Citation) -> bool:
        """A law without its year: which of its versions is meant is told by where it is cited."""
        law = citation.kind == "tên" and citation.type in self.register.laws
        return law and citation.date is None

    def meant(self, citation: Citation, spot: Spot = Spot()) -> Meant | None:
        """None where the citation means nothing that could be told."""
        self._enter(spot)
        if citation.kind == "đây":
            return self._own(citation, spot)
        meant = self._other(citation, spot)
        self._last = meant.document if meant else None
        return meant

    def _other(self, citation: Citation, spot: Spot) -> Meant | None:
        """What a document that is named means, «này» too."""
        if citation.kind == "này":
            found = self._this(citation, spot)
            if found is None or found.id != self.host:
                return placed(citation, found) if found else None
            clause = around(spot.clause)
            told = replace(citation, pins=self._seen(citation, found, clause))
            return replace(placed(citation, found), citation=told)
        self._choice.note = spot.note
        choose = self._choice.by_name if citation.kind == "tên" else self._choice.by_number
        meant = choose(citation)
        if spot.leading and not spot.quoted:
            self._amended = meant.document if meant else None
            self._unknown = self._amended is None
        return meant

    def _enter(self, spot: Spot) -> None:
        """In another article, what is amended begins anew."""
        article = spot.clause.partition(".")[0]
        if article != self._article:
            self._amended, self._unknown, self._worded = self._sole, False, ("", -1)
        elif not spot.clause and self._amended is None and not self._unknown:
            self._amended = self._sole
        self._article = article

    def _again(self, citation: Citation) -> Meant | None:
        """The places that were named with their document just before."""
        if self._last is None:
            return None
        if self._last is self._host:
            pins = self._seen(citation, self._last, "")
            return Meant(replace(citation, pins=pins), self._last) if pins else None
        return placed(citation, self._last)

    def _own(self, citation: Citation, spot: Spot) -> Meant | None:
        """A place of the document itself, or of the one it amends."""
        if citation.type == own.AGAIN:
            return self._again(citation)
        here = citation.type == own.HERE
        if here and spot.quoted:
            return self._in_block(citation, spot)
        other = spot.quoted or citation.type == own.AMENDED or (spot.amending and not here)
        document = self._amended if other else self._host
        if document is None or (other and here):
            return None
        pins = self._seen(citation, document, "" if other else around(spot.clause))
        if other and not spot.quoted:
            self._article_of(citation, spot)
        return Meant(replace(citation, pins=pins), document) if pins else None

    def _article_of(self, citation: Citation, spot: Spot) -> None:
        """The article that is worded anew; none where the block names several."""
        roots = (pin.id.partition(".")[0] for pin in citation.pins)
        articles = {one for one in roots if one.startswith(ARTICLE)}
        if not articles:
            return
        articles |= {self._worded[0]} if self._worded[1] == spot.block else set()
        self._worded = (articles.pop() if len(articles) == 1 else "", spot.block)

    def _in_block(self, citation: Citation, spot: Spot) -> Meant | None:
        """«khoản 1 Điều này» in new wording: of what is worded anew here, else of the article it
        changes in the document that is amended."""
        assert self._host
        _, new, inner = parted(spot.clause)
        if not new:
            return None
        begin = block(spot.clause)
        whole = self._host.quoted.get(begin, ())
        found = _seen(citation, inner, whole, places.by_values(whole))
        if pins := tuple(_behind(begin, one) for one in found):
            return Meant(replace(citation, pins=pins), self._host)
        article = self._worded[0]
        if self._amended is None or not article:
            return None
        clause = inner if inner.startswith(f"{article}.") else joined(article, inner)
        pins = self._seen(citation, self._amended, clause)
        return Meant(replace(citation, pins=pins), self._amended) if pins else None

    def _seen(self, citation: Citation, document: Known, clause: str) -> tuple[Pin, ...]:
        return _seen(citation, clause, document.anchors, document.values)

    def _this(self, citation: Citation, spot: Spot) -> Known | None:
        host = self._host
        if host is None:
            return self._choice.last.get(citation.type)
        if spot.quoted:
            quoted = self._amended
            return quoted if quoted and self._is(citation.type, quoted) else None
        return host if self._is(citation.type, host) else None

    def _is(self, type: str, one: Known) -> bool:
        """Whether a document may call itself so: by its type, by the text it puts in force, and a
        consolidated text by the type of what it consolidates."""
        if type == one.type or (one.read and one.read.consolidated):
            return True
        label = self.register.labels.get(type, "")
        own_label = self.register.labels.get(one.type, "")
        if own_label and (own_label.startswith(f"{label} ") or label.startswith(f"{own_label} ")):
            return True
        return f"ban hanh {label} " in f"{one.folded} " or one.folded.startswith(f"{label} ")


def _seen(
    citation: Citation, clause: str, anchors: Collection[str], values: Mapping[tuple[str, ...], str]
) -> tuple[Pin, ...]:
    """The places that the outline has, by its ids."""

    def id_of(id: str) -> str:
        return id and seen.resolved(id, clause, anchors, values)

    pins = (replace(one, id=id_of(one.id), upto=id_of(one.upto)) for one in citation.pins)
    return tuple(one for one in pins if one.id)


def _behind(begin: str, pin: Pin) -> Pin:
    return replace(pin, id=f"{begin}{pin.id}", upto=f"{begin}{pin.upto}" if pin.upto else "")


def _spot(citation: Citation, passages: Passages, clause_at: Callable[[int], str] | None) -> Spot:
    clause = clause_at(citation.start) if clause_at else ""
    at, end = citation.head
    quoted, amends = passages.is_quoted(at), passages.amends(at)
    leading, block = passages.introduces(end), passages.block(at)[0]
    return Spot(clause, quoted, amends, leading, block, passages.is_note(at))
