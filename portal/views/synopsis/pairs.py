"""Which texts are set side by side: the dated texts of a document, and documents of which the later
one replaces, amends or follows the other, or names it to be read beside.

Comes in: the library. Goes out: pairs, the older text first; at most one for each link, and for
each dated text one with the next and one with the text of now.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from portal.citations.numbers import pieces
from portal.dates import day
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document, Version
from portal.kinds.document.lists import Quality
from portal.kinds.lists import Tone
from portal.kinds.page import COMPARED
from portal.library import Library
from portal.views.parts import Notice


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts."""

    id: str
    """Its segment of the address."""
    document: Document
    text: Document | Version

    @property
    def label(self) -> str:
        """«Quy định 11-QĐ/TW», «bản từ 19/5/2021», «bản hiện nay»."""
        if isinstance(self.text, Version):
            return f"bản từ {day(self.text.day)}" if self.text.day else self.text.title
        return self.document.short

    @property
    def quality(self) -> Quality:
        return self.text.text_quality

    @property
    def compared(self) -> bool:
        """Whether there is anything to compare: clauses of a text that was read."""
        return bool(self.text.clauses)


@dataclass(frozen=True, slots=True)
class Pair:
    old: Side
    new: Side
    alone: bool = True
    """Whether it has a page: both texts are there, or something is known of both documents. Else
    it is told in the list of all pairs."""

    @property
    def id(self) -> str:
        """Its place in that list."""
        return f"{self.old.id}.{self.new.id}"

    @property
    def page(self) -> str:
        """The address of its page, where it has one."""
        return f"{COMPARED}/{self.old.id}/{self.new.id}/"

    @property
    def url(self) -> str:
        return self.page if self.alone else f"{COMPARED}/#{self.id}"

    @property
    def one_document(self) -> bool:
        return self.old.document is self.new.document

    @property
    def compared(self) -> bool:
        return self.old.compared and self.new.compared

    @property
    def named(self) -> str:
        """«Kế hoạch 02: bản từ 10/3/2020 và bản hiện nay», or the two documents."""
        both = " và ".join(self.labels())
        return f"{self.new.document.short}: {both}" if self.one_document else both

    def labels(self) -> tuple[str, str]:
        """What the two columns are called."""
        same = self.one_document and not isinstance(self.new.text, Version)
        return self.old.label, "bản hiện nay" if same else self.new.label

    @property
    def names(self) -> tuple[str, ...]:
        """What it is asked for as, where it is of two documents: «so sánh 11 và 396»."""
        if self.one_document:
            return ()
        sides = [_calls(self.old.document), _calls(self.new.document)]
        both = [(a, b) for one, other in (sides, sides[::-1]) for a in one for b in other]
        ways = ("đối chiếu {}", "so sánh {}", "{}")
        told = [f"{a}{and_}{b}" for a, b in both for and_ in (" và ", " với ", " khác ", " ")]
        return tuple(way.format(one) for way in ways for one in told)


def _calls(document: Document) -> tuple[str, ...]:
    """«Quy định 11», «11»; of one without a number its short name."""
    serial = pieces(document.number or "").serial
    return (f"{document.type.label} {serial}", serial) if serial else (document.short,)


def pairs(library: Library) -> list[Pair]:
    """Every pair that is drawn, in the order of the library; each once."""
    found = (pair for document in library.of(Document) for pair in _stated(library, document))
    return list({pair.url: pair for pair in found}.values())


def pairs_of(library: Library, document: Document) -> list[Pair]:
    """Those in which a document has part."""
    found = list(_stated(library, document))
    for back in library.pointing_to(document):
        if isinstance(back.entry, Document):
            found += (one for one in _stated(library, back.entry) if one.old.document is document)
    return list({pair.url: pair for pair in found}.values())


def _stated(library: Library, document: Document) -> Iterator[Pair]:
    """Of its own texts, and with the documents it names."""
    sides = [*(_side(document, one) for one in library.versions_of(document)), _side(document)]
    for place, side in enumerate(sides[:-1]):
        yield Pair(side, sides[place + 1])
        yield Pair(side, sides[-1])
    followed = (one.to for one in document.relations if one.type.compared)
    for link in (*followed, *document.compared_with):
        other = library.get(link)
        if isinstance(other, Document) and not (other.awaited or document.awaited):
            pair = Pair(_side(other), _side(document))
            known = pair.compared or all(_is_known(library, one) for one in (other, document))
            yield replace(pair, alone=known)


def caution() -> Notice:
    """That the words compared may not be those of the originals."""
    told = (
        "Nội dung trong chuyên mục có thể là tóm lược hoặc lấy từ bản quét, nên điểm khác ở "
        "đây chưa chắc là điểm khác của văn bản. Trước khi áp dụng, đề nghị xem bản gốc."
    )
    html = Markup("<p>{}</p>").format(told)
    return Notice(Tone.CAUTION, "Đối chiếu theo nội dung trong chuyên mục", html)


def criteria_sets(library: Library, document: Document) -> list[CriteriaSet]:
    """The criteria a document lays down."""
    return [one for one in library.of(CriteriaSet) if one.document.id == document.id]


def _is_known(library: Library, document: Document) -> bool:
    return any(one.facts for one in (document, *criteria_sets(library, document)))


def _side(document: Document, text: Version | None = None) -> Side:
    if text is None:
        return Side(document.id, document, document)
    return Side(f"{document.id}.{text.source.name}", document, text)
