"""Records of everything the portal publishes: entries, their parts, and pages without an entry.

Comes in: the library and the pages made from it. Goes out: records and the words for people.
Reads the library, not finished HTML: what templates repeat on every page is not found everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from portal.kinds import BY_NAME, KINDS, Entry
from portal.kinds.answer import Answer
from portal.kinds.base import Link, ListOf, Option, PartialDate, Prose, Text
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.document.lists import State
from portal.kinds.duty import Duty
from portal.kinds.event import Event
from portal.kinds.fields import form_of
from portal.kinds.lists import OwnTone, Synonyms
from portal.kinds.lists import values as listed
from portal.kinds.procedure import Procedure
from portal.kinds.reference import Reference
from portal.kinds.school import School
from portal.kinds.term import Term
from portal.kinds.unit import Unit
from portal.kinds.walk import Valued, values
from portal.library import Library
from portal.views.facets import Facets
from portal.views.facets.searched import SCHOOL, SEARCHED, TOPIC, orders, values_of
from portal.views.names import address, place_of
from portal.views.outputs import Plan
from portal.views.search.called import Names, document_types, of_page, part_of, with_sign, works
from portal.views.search.initials import initials
from portal.views.search.laid import laid
from portal.views.search.plain import plain, sections
from portal.views.search.record import (
    Badge,
    Called,
    LazyRecord,
    Record,
    Values,
    Wording,
    digest,
)
from portal.views.synopsis.pairs import pairs

WORTH = MappingProxyType(
    {
        Answer.KIND: (1.1, 2.3),
        Term.KIND: (1.1, 1.4),
        CriteriaSet.KIND: (1.1, 1.0),
        Duty.KIND: (0.95, 1.0),
        Reference.KIND: (0.9, 0.7),
        Event.KIND: (0.99, 1.0),
        Procedure.KIND: (1.0, 1.5),
    }
)
"""Answers and terms explain; a source is what a page rests on, seldom what is looked for; an event
comes after what it is about, a duty after what it serves."""
_SAID_ELSEWHERE = ("title", "summary", "keywords", "number", "number_as_printed", "state")


def records(
    library: Library, pages: Iterable[Plan], facets: Facets | None = None
) -> Iterator[Record | LazyRecord]:
    """A record for every page that may be found."""
    made: set[str] = set()
    pages = tuple(pages)
    shared = Counter(page.template for page in pages)
    facets = facets or Facets(library)
    names = Names(library)
    for kind in KINDS:
        for entry in library.entries[kind.name].values():
            for record in (_entry(library, entry, names.of(entry), facets), *_parts(entry)):
                made.add(record.url)
                yield record
    for page in pages:
        text = laid(page.template) if shared[page.template] == 1 else ""
        found = _page(page, names, text) if page.url and page.url not in made else None
        if found:
            yield found
    for pair in pairs(library):
        if not pair.alone:  # told in the list of comparisons, found by its name there
            title = f"Đối chiếu {pair.named}"
            yield Record(pair.url, title, names=of_page(title, pair.names))


def _page(page: Plan, names: Names, text: str) -> Record | None:
    """A page without an entry, where it is found by its words, its names or its day; `text`: what
    its template says."""
    kind = BY_NAME.get(page.url.strip("/"))
    if not (kind or page.searchable or page.names or page.menu or page.day):
        return None
    called = names.of_list(kind) if kind else of_page(page.title, page.names)
    others = page.names if page.menu or page.searchable else ()  # many names are of one pattern
    keywords = kind.called if kind else others
    record = Record(page.url, page.title, summary=page.description, text=text, date=page.day)
    return replace(record, keywords=keywords, names=called)


def wording(library: Library, facets: Facets | None = None) -> Wording:
    """Labels from the register and the facets; synonyms from terms and the list."""
    labels = {one.id: one.label for one in SEARCHED}
    order = orders(library, facets or Facets(library))
    terms = ((one.title, *one.abbreviations, *one.synonyms) for one in library.of(Term))
    of_list = listed(library.lists, Synonyms).values()
    theirs = (one.phrases for one in of_list)
    subject = tuple(phrase for one in of_list if one.subject for phrase in one.phrases)
    groups = tuple(group for group in (*terms, *theirs) if len(group) > 1)
    kinds = {kind.name: kind.label for kind in KINDS}
    around, types = Names(library).around, document_types(library)
    explaining = (Term.KIND, Answer.KIND)
    asked = {kind.name: kind.asked for kind in KINDS if kind.asked}
    told = (
        kinds,
        labels,
        order,
        groups,
        around,
        subject,
        asked,
        explaining,
        (Reference.KIND,),
        types,
        works(library),
        WORTH,
    )
    return Wording(*told)


def _entry(library: Library, entry: Entry, names: tuple[Called, ...], facets: Facets) -> LazyRecord:
    state = library.validity[entry.id].state if isinstance(entry, Document) else None
    numbers: tuple[str, ...] = ()
    if isinstance(entry, Document) and entry.number:
        numbers = (entry.number, *entry.number_as_printed, *with_sign(entry))
    told = list(values(entry))
    record = Record(
        url=place_of(library, entry.link),
        title=entry.name,
        kind=entry.KIND,
        summary=entry.summary or "",
        numbers=numbers,
        keywords=(*entry.keywords, *_other_names(entry)),
        names=names,
        dated=isinstance(entry, Document),
        date=_date(told),
        living=not (state and state.dead) and entry.id not in _merged(library, entry),
        badges=_badges(library, entry, state),
        about=_about(library, entry) if isinstance(entry, Document) else "",
        facets=_facets(library, entry, facets, told),
        order=_order(entry),
    )
    return _lazy(record, list(_texts(told)), entry.body)


def _badges(library: Library, entry: Entry, state: State | None) -> tuple[Badge, ...]:
    if whole := part_of(library, entry):
        return ((f"Đã hợp nhất, nay là {whole}", OwnTone.INFORMATION.value),)
    if state is None:
        return ()
    told = (state.label, state.tone.value)
    return ((*told, True),) if state.dead else (told,)


def _about(library: Library, document: Document) -> str:
    """Who signed it, and by what it was replaced."""
    names = ", ".join(one.name for one in document.signers)
    held = library.validity[document.id]
    instead = (held.by.number or held.by.name) if held.dead and held.by else ""
    told = (f"{names} ký" if names else "", f"thay bằng {instead}" if instead else "")
    return "; ".join(filter(None, told))


def _lazy(record: Record, texts: Sequence[tuple[str, bool]], body: str = "") -> LazyRecord:
    """The record with its texts, whose Markdown is not read before it is wanted."""

    def make() -> Record:
        before, places = sections(body)
        if "#" in record.url:  # a row has no places of its own
            before, places = "\n".join((before, *(one.text for one in places))), ()
        said = [plain(text) if marked else text for text, marked in texts]
        text = "\n".join(filter(None, (*said, before)))
        return replace(record, summary=plain(record.summary), text=text, sections=places)

    said = (f"{marked:d}{text}" for text, marked in texts)
    return LazyRecord(record.url, record.order, digest(record, body, *said), make)


def _order(entry: Entry) -> str:
    return entry.published.isoformat() if entry.published else ""


def _merged(library: Library, entry: Entry) -> Mapping[str, School]:
    return library.successors if isinstance(entry, School) else {}


def _other_names(entry: Entry) -> tuple[str, ...]:
    """Under which names, and abbreviations of them, an entry may be asked for."""
    if isinstance(entry, Term):
        names = (*entry.abbreviations, *entry.synonyms)
        return (*names, *(short for one in (entry.title, *names) for short in initials(one)))
    return initials(entry.title) if isinstance(entry, Unit) else ()


def _parts(entry: Entry) -> Iterator[LazyRecord]:
    for part in BY_NAME[entry.KIND].parts(entry):
        models = part.value if isinstance(part.value, tuple) else (part.value,)
        record = Record(
            url=f"{address(entry)}{part.id}/",
            title=part.title,
            inside=entry.name,
            kind=entry.KIND,
            keywords=part.called,
            order=_order(entry),
        )
        yield _lazy(record, list(_texts(values(models[-1]))))


def _texts(told: Iterable[Valued]) -> Iterator[tuple[str, bool]]:
    """Every value a reader sees in words, and whether it is Markdown: prose, labels, partial dates;
    no links, no addresses."""
    for one, value, inner in told:
        if not inner and one.name in _SAID_ELSEWHERE:
            continue
        form = form_of(one)
        if isinstance(form, Prose):
            yield value, True
        elif isinstance(form, Text) and one.name not in ("id", "sha256"):
            yield str(value), False
        elif isinstance(value, Option) and not one.last:
            yield value.label, False
        elif isinstance(value, PartialDate) and not one.last:
            yield str(value), False


def _date(told: Iterable[Valued]) -> str:
    """The first day the entry's own fields tell."""
    for one, value, inner in told:
        own = not inner and not one.last and not isinstance(one.form, ListOf)
        if own and isinstance(value, (date, PartialDate)):
            return value.iso if isinstance(value, PartialDate) else value.isoformat()
    return ""


def _facets(
    library: Library,
    entry: Entry,
    facets: Facets,
    told: Iterable[Valued],
) -> dict[str, Values]:
    """Those of a document are what its row in the library is filtered by."""
    found: dict[str, Values] = {TOPIC: tuple((one.value, one.label) for one in entry.topics)}
    if isinstance(entry, Document):
        found |= values_of(facets, entry)
    own = [entry.link] if isinstance(entry, School) else []
    links = (value for _, value, _ in told if isinstance(value, Link))
    schools = dict.fromkeys(
        school.id for link in (*own, *links) if isinstance(school := library.get(link), School)
    )
    names = library.entries[School.KIND]
    found[SCHOOL.id] = tuple((id, names[id].name) for id in schools)
    return {facet: values for facet, values in found.items() if values}
