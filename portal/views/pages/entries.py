"""Pages of the kinds: one for every entry and its parts, one list for every kind.

Comes in: the library. Goes out: plans.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from portal.kinds import BY_NAME, KINDS, Entry, Kind
from portal.text import slug
from portal.views.context import sources_of
from portal.views.inputs import Inputs
from portal.views.names import LONGEST_LIST, address
from portal.views.outputs import Plan
from portal.views.pages import faulty
from portal.views.pages.frame import Beside
from portal.views.pages.listing import ListPage
from portal.views.view import PartBeside, view_of

T = TypeVar("T")


def plan(inputs: Inputs) -> Iterator[Plan]:
    """All pages of all kinds."""
    for kind in KINDS:
        if kind.name == "trang":
            continue
        entries = list(inputs.library.entries[kind.name].values())
        template = _template(kind, "page")
        yield from _lists(kind, entries)
        alone = [one for one in entries if inputs.has_page(one)]
        for before, entry, after in _in_row(alone, kind.shelf):
            yield _entry(kind, template, entry, Beside(before, after))
            yield from _parts(kind, entry)
    yield from _faulty(inputs)


def alone(kind: Kind, entry: Entry) -> Iterator[Plan]:
    """The pages of one entry, as if it had no neighbours."""
    yield _entry(kind, _template(kind, "page"), entry, Beside())
    yield from _parts(kind, entry)


def anew(entry: Entry, before: Mapping[str, Plan]) -> Iterator[Plan]:
    """The pages of an entry that changed, by what was planned of it `before`, by addresses: its
    neighbours, and what stands beside its pages, are what they were."""
    kind = BY_NAME[entry.KIND]
    for plan in alone(kind, entry) if kind.name != "trang" else ():
        if known := before.get(plan.url):
            plan = replace(plan, alternates=known.alternates)
            if plan.url == address(entry):
                plan = replace(plan, view=partial(view_of(kind).page, entry, _beside(known)))
        yield plan


def _beside(plan: Plan) -> Beside:
    """The neighbours that `_entry` planned it with."""
    assert isinstance(plan.view, partial)
    beside: Beside = plan.view.args[1]
    return beside


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


def _template(kind: Kind, name: str) -> str:
    own = f"{kind.name}/{name}.html.jinja"
    return own if (kind.home / f"{name}.html.jinja").exists() else f"{name}.html.jinja"


def list_pages(home: str, total: int) -> Iterator[ListPage]:
    """The pages a list of so many entries needs, at least one."""
    count = max(1, -(-total // LONGEST_LIST))
    urls = ["", home, *(f"{home}trang-{at}/" for at in range(2, count + 1)), ""]
    for at in range(1, count + 1):
        start = (at - 1) * LONGEST_LIST
        yield ListPage(at, count, start, total, urls[at - 1], urls[at + 1], urls[at])


def _lists(kind: Kind, entries: list[Entry]) -> Iterator[Plan]:
    """One list, on as many pages as it needs."""
    for at in list_pages(address(kind), len(entries)):
        shown = entries[at.start : at.start + LONGEST_LIST]
        yield Plan(
            template=_template(kind, "list"),
            url=at.url,
            title=kind.label + at.suffix,
            description=kind.lead,
            label=kind.label,
            searchable=False,
            outlined=False,
            view=partial(view_of(kind).listing, kind, shown, at),
        )


def _entry(kind: Kind, template: str, entry: Entry, beside: Beside) -> Plan:
    return Plan(
        template=template,
        url=address(entry),
        title=entry.name,
        about=entry.summary or kind.about(entry) or f"{kind.label}: {entry.title}",
        origin=entry.source.path,
        label=kind.label,
        sources=tuple(sources_of(entry)),
        linked=True,
        entry=entry,
        view=partial(view_of(kind).page, entry, beside),
    )


def _parts(kind: Kind, entry: Entry) -> Iterator[Plan]:
    for before, part, after in _in_row(list(kind.parts(entry)), lambda part: part.template):
        yield Plan(
            template=f"{kind.name}/{part.template}.html.jinja",
            url=f"{address(entry)}{part.id}/",
            title=f"{part.title} – {entry.name}",
            about=entry.summary or part.title,
            origin=entry.source.path,
            label=kind.label,
            entry=entry,
            sources=part.sources or entry.sources,
            view=partial(
                view_of(kind).parts[part.template], entry, PartBeside(part, before, after)
            ),
        )


def _faulty(inputs: Inputs) -> Iterator[Plan]:
    """In preview only: at the address of a file with faults that left no entry, the faults."""
    entries = inputs.library.entries.values()
    shown = {entry.source.path for by_id in entries for entry in by_id.values()}
    titles = {entry.source.path: entry.title for entry in inputs.library.faulty}
    for path in inputs.problems.keys() - shown:
        folder, _, name = path.partition("/")[2].rpartition("/")
        kind = BY_NAME.get(folder.partition("/")[0])
        if kind is None:
            continue
        id = name.rpartition(".")[0]
        title = titles.get(path) or id
        yield Plan(
            template="faulty.html.jinja",
            url=f"{kind.name}/{slug(id)}/",
            title=title,
            origin=path,
            searchable=False,
            view=partial(faulty.page, kind, title),
        )
