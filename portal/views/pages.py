"""Pages of the kinds: one for every entry and its parts, one list for every kind.

Comes in: the library. Goes out: `Page`s. A kind's own templates stand in its folder; without them
the defaults of `templates/` serve.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader
from jinja2.loaders import BaseLoader

from portal.kinds import BY_NAME, KINDS, Entry, Kind
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.document.citation import citation
from portal.kinds.document.clauses import clause_name
from portal.kinds.term import Term
from portal.library import Library
from portal.problem import Problem
from portal.text import day, fold, number, slug, sort_key, upper_first
from portal.views import cited, diagram, graph, indexes, linked, relations
from portal.views.facets import Facets
from portal.views.markdown import Converter
from portal.views.names import address, cut, word_path
from portal.views.outputs import Page, distinct_ids, outline_of
from portal.views.sheet import Sheet, sources_of
from portal.views.synopsis.pairs import pairs_of
from portal.views.terms import Glossary
from portal.views.typography import typeset

SHARED = Path(__file__).parent / "templates"
T = TypeVar("T")
LONGEST_LIST = 500
"""Entries on one page of a list; a longer list goes on at `trang-2/`."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a list: which entries it holds of how many, and its neighbours' addresses."""

    number: int
    of: int
    start: int
    total: int
    before: str = ""
    after: str = ""
    url: str = ""

    @property
    def suffix(self) -> str:
        """What tells its title from that of the first."""
        return f", trang {self.number}" if self.number > 1 else ""


class Press:
    """Templates, converter and library of one build; makes pages."""

    def __init__(
        self, library: Library, problems: Sequence[Problem] = (), address: str = ""
    ) -> None:
        self.library = library
        self.address = address
        """Where the site will stand, with a slash at the end; empty where nobody has said."""
        self.converter = Converter()
        self.env = environment()
        self.glossary = Glossary(library.of(Term))
        self.env.globals["facets"] = self.facets = Facets(library)
        self.problems: dict[str, list[Problem]] = {}
        for problem in problems:
            self.problems.setdefault(problem.path, []).append(problem)

    def sheet(self, url: str, origin: str = "", entry: Any = None) -> Sheet:
        host = entry.id if isinstance(entry, Document) else ""
        return Sheet(self.library, self.converter, url, self.problems.get(origin, ()), host)

    def page(
        self,
        template: str,
        url: str,
        title: str,
        description: str,
        *,
        origin: str = "",
        label: str = "",
        searchable: bool = True,
        menu: str = "",
        menu_place: int = 50,
        outlined: bool = True,
        sources: Iterable[Link] = (),
        data: Mapping[str, Any] | None = None,
        **context: Any,
    ) -> Page:
        """Render one template as a page; `sources` are numbered and listed at its end."""
        sheet = self.sheet(url, origin, context.get("entry"))
        sheet.number_sources(sources)
        made = self.env.get_template(template).render(v=sheet, **context)
        html = distinct_ids(made)
        if origin and outlined:
            html = self.glossary.mark(html, url)
        html = typeset(html)
        return Page(
            url=url,
            title=title,
            description=description,
            html=html,
            origin=origin,
            label=label,
            searchable=searchable,
            menu=menu,
            menu_place=menu_place,
            outline=outline_of(html) if outlined else (),
            data=data or {},
            tags=linked.tags(data or {}),
        )


def environment() -> Environment:
    """Jinja with the shared templates, and every kind's own under its module's name."""
    own: Mapping[str, BaseLoader] = {kind.name: FileSystemLoader(kind.home) for kind in KINDS}
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(SHARED), PrefixLoader(own)]),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals |= {
        "assessed": indexes.assessed,
        "by_letter": indexes.by_letter,
        "by_topic": indexes.by_topic,
        "by_type": indexes.by_type,
        "latest_count": indexes.latest_count,
        "predecessors": indexes.predecessors,
        "provinces": indexes.provinces,
        "pairs_of": pairs_of,
        "split_events": indexes.split_events,
        "whole_citation": citation,
        "duties_by_clause": indexes.duties_by_clause,
        "duties_by_document": indexes.duties_by_document,
        "around": graph.around,
        "cited_in": cited.cited_in,
        "draw_diagram": diagram.draw,
        "in_words": diagram.sentences,
        "legend": diagram.legend,
        "neighbours": relations.neighbours,
        "newer": relations.newer,
        "word_path": word_path,
    }
    env.filters |= {
        "clause": clause_name,
        "cut": cut,
        "day": day,
        "number": number,
        "slug": slug,
        "vietnamese": _sorted,
        "fold": fold,
        "upper_first": upper_first,
    }
    return env


def _sorted(items: Any, attribute: str = "name") -> list[Any]:
    return sorted(items, key=lambda item: sort_key(str(getattr(item, attribute))))


def draw(press: Press) -> Iterator[Page]:
    """All pages of all kinds."""
    for kind in KINDS:
        if kind.name == "trang":
            continue
        entries = list(press.library.entries[kind.name].values())
        yield from _lists(press, kind, entries)
        for before, entry, after in _in_row(entries, kind.shelf):
            yield _entry(press, kind, entry, before, after)
            yield from _parts(press, kind, entry)
    yield from _faulty(press)


def _in_row(
    items: Sequence[T], shelf: Callable[[T], Any]
) -> Iterator[tuple[T | None, T, T | None]]:
    """Every item with its neighbours on the same shelf."""
    shelves: dict[Any, list[T]] = {}
    for item in items:
        shelves.setdefault(shelf(item), []).append(item)
    place = {id(item): at for row in shelves.values() for at, item in enumerate(row)}
    for item in items:
        row, at = shelves[shelf(item)], place[id(item)]
        yield row[at - 1] if at else None, item, row[at + 1] if at + 1 < len(row) else None


def _template(press: Press, kind: Kind, name: str) -> str:
    own = f"{kind.name}/{name}.html.jinja"
    return own if (kind.home / f"{name}.html.jinja").exists() else f"{name}.html.jinja"


def leaves(home: str, total: int) -> Iterator[Leaf]:
    """The pages a list of so many entries needs, at least one."""
    count = max(1, -(-total // LONGEST_LIST))
    urls = ["", home, *(f"{home}trang-{at}/" for at in range(2, count + 1)), ""]
    for at in range(1, count + 1):
        start = (at - 1) * LONGEST_LIST
        yield Leaf(at, count, start, total, urls[at - 1], urls[at + 1], urls[at])


def _lists(press: Press, kind: Kind, entries: list[Entry]) -> Iterator[Page]:
    """One list, on as many pages as it needs."""
    for leaf in leaves(address(kind), len(entries)):
        yield press.page(
            _template(press, kind, "list"),
            leaf.url,
            kind.label + leaf.suffix,
            kind.lead,
            label=kind.label,
            searchable=False,
            outlined=False,
            kind=kind,
            entries=entries[leaf.start : leaf.start + LONGEST_LIST],
            leaf=leaf,
        )


def _entry(
    press: Press, kind: Kind, entry: Entry, before: Entry | None, after: Entry | None
) -> Page:
    url = address(entry)
    sheet = press.sheet(url)
    description = sheet.plain(entry.summary or entry.title)
    return press.page(
        _template(press, kind, "page"),
        url,
        entry.name,
        description,
        origin=entry.source.path,
        label=kind.label,
        sources=sources_of(entry),
        data=linked.data(sheet, kind, entry),
        kind=kind,
        entry=entry,
        before=before,
        after=after,
    )


def _parts(press: Press, kind: Kind, entry: Entry) -> Iterator[Page]:
    for before, part, after in _in_row(list(kind.parts(entry)), lambda part: part.template):
        url = f"{address(entry)}{part.id}/"
        yield press.page(
            f"{kind.name}/{part.template}.html.jinja",
            url,
            f"{part.title} – {entry.name}",
            press.sheet(url).plain(part.title),
            origin=entry.source.path,
            label=kind.label,
            kind=kind,
            entry=entry,
            sources=part.sources or entry.sources,
            part=part.value,
            before=before,
            after=after,
        )


def _faulty(press: Press) -> Iterator[Page]:
    """In preview only: at the address of a file with faults that left no entry, the faults."""
    entries = press.library.entries.values()
    shown = {entry.source.path for by_id in entries for entry in by_id.values()}
    titles = {entry.source.path: entry.title for entry in press.library.faulty}
    for path in press.problems.keys() - shown:
        folder, _, name = path.partition("/")[2].rpartition("/")
        kind = BY_NAME.get(folder.partition("/")[0])
        if kind is None:
            continue
        id = name.rpartition(".")[0]
        title = titles.get(path) or id
        url = f"{kind.name}/{slug(id)}/"
        yield press.page(
            "faulty.html.jinja",
            url,
            title,
            "",
            origin=path,
            searchable=False,
            kind=kind,
            name=title,
        )
