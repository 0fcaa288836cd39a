"""What a template may ask for: addresses relative to its page, names, prose, standings.

Comes in: the library and the page's own address. Goes out: ready strings and small records.
Decides nothing that the library has not decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from portal.kinds import BY_NAME, KINDS, Entry, Kind
from portal.kinds.base import (
    Field,
    Link,
    Option,
    PartialDate,
    Prose,
    Sourced,
    fields_of,
    is_model,
    walk,
)
from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.event import Event
from portal.kinds.reference import Reference
from portal.kinds.school import Figure
from portal.library import Library, Standing
from portal.problem import Problem
from portal.text import day, number, slug, sort_key
from portal.views.markdown import Converter
from portal.views.relations import Neighbours, neighbours, newer


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a reader sees it."""

    label: str
    url: str
    rank: str
    tone: str
    where: str = ""
    read_on: str = ""
    published: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    html: Markup
    help: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    label: str
    items: tuple[Any, ...]


def address(target: Link | Entry | Kind | str) -> str:
    """Address below the site's root, `#place` included."""
    if isinstance(target, Kind):
        return f"{target.name}/"
    if isinstance(target, Entry):
        return address(target.link)
    if isinstance(target, str):
        return target
    if target.kind == "trang":
        path = "" if target.id == "index" else f"{target.id}/"
    else:
        path = f"{target.kind}/{target.id}/"
    return f"{path}#{target.anchor}" if target.anchor else path


def relative(target: str, page: str) -> str:
    """`van-ban/x/` seen from `truong/y/` → `../../van-ban/x/`; works under any sub-path."""
    path, mark, anchor = target.partition("#")
    if path == page and anchor:
        return f"#{anchor}"
    here = page.split("/")[:-1]
    there = path.split("/")
    common = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        common += 1
    made = "../" * (len(here) - common) + "/".join(there[common:])
    return f"{made or './'}{mark}{anchor}"


class Sheet:
    """One page in the making."""

    def __init__(
        self, library: Library, converter: Converter, url: str, problems: Iterable[Problem] = ()
    ) -> None:
        self.library, self.converter, self.page_url = library, converter, url
        self.problems = tuple(problems)

    @property
    def today(self) -> date:
        return self.library.today

    @cached_property
    def kinds(self) -> dict[str, Kind]:
        return dict(BY_NAME)

    # Addresses and names

    def url(self, target: Link | Entry | Kind | str) -> str:
        if isinstance(target, Link) and target.anchor:
            entry = self.library.get(target)
            if entry and any(
                part.id == target.anchor for part in BY_NAME[target.kind].parts(entry)
            ):
                return relative(f"{address(entry)}{target.anchor}/", self.page_url)
        return relative(address(target), self.page_url)

    def resolve(self, target: str) -> str:
        """A Markdown target: entries and files of the site become relative, others stay."""
        if urlsplit(target).scheme:
            return target
        path, mark, anchor = target.partition("#")
        kind, _, id = path.strip("/").partition("/")
        if kind in BY_NAME and id:
            return self.url(Link(kind, id, anchor))
        if path.startswith("tep/"):
            return relative(path, self.page_url)
        return (
            relative(path.strip("/") + "/" if path.strip("/") else "", self.page_url)
            + mark
            + anchor
        )

    def name(self, link: Link | Entry) -> str:
        entry = self.library.get(link) if isinstance(link, Link) else link
        return entry.name if entry else f"{link.kind}/{link.id}" if isinstance(link, Link) else ""

    def short(self, link: Link | Entry) -> str:
        """The shortest clear name: a document's number."""
        entry = self.library.get(link) if isinstance(link, Link) else link
        return entry.short if isinstance(entry, Document) else self.name(link)

    def place(self, link: Link) -> str:
        """The name of the place inside the entry: «II.1. Công tác tuyên truyền»."""
        entry = self.library.get(link)
        return entry.anchors().get(link.anchor, "") if entry and link.anchor else ""

    def a(self, link: Link | Entry, short: bool = False) -> Markup:
        """A link with the entry's name; the bare name where the entry is not published."""
        entry = self.library.get(link) if isinstance(link, Link) else link
        told = self.short(link) if short else self.name(link)
        if entry is None:
            return escape(told)
        return Markup('<a href="{}">{}</a>').format(self.url(link), told)

    # Prose

    def md(self, text: str | None) -> Markup:
        return self.converter.block(text, self.resolve) if text else Markup("")

    def inline(self, text: str | None) -> Markup:
        return self.converter.inline(text, self.resolve) if text else Markup("")

    def plain(self, text: str | None, longest: int = 200) -> str:
        """Prose as plain text, cut at a word: for descriptions."""
        told = " ".join(self.inline(text).striptags().split())
        return told if len(told) <= longest else told[:longest].rpartition(" ")[0] + "…"

    # Values

    def show(self, value: Any, one: Field | None = None) -> Markup:
        """Any value of a field, in Vietnamese."""
        if isinstance(value, tuple):
            if len(value) == 1:
                return self.show(value[0], one)
            items = Markup("").join(
                Markup("<li>{}</li>").format(self.show(item, one)) for item in value
            )
            return Markup("<ul>{}</ul>").format(items)
        if isinstance(value, Link):
            place = self.place(value)
            return Markup("{}, {}").format(self.a(value), place) if place else self.a(value)
        if isinstance(value, bool):
            return Markup("Có" if value else "Không")
        if isinstance(value, date):
            return Markup('<time datetime="{}">{}</time>').format(value.isoformat(), day(value))
        if isinstance(value, PartialDate):
            return Markup('<time datetime="{}">{}</time>').format(value.iso, str(value))
        if isinstance(value, (Decimal, int)):
            return (
                Markup(str(value))
                if isinstance(value, int) and 1900 <= value <= 2100
                else escape(number(value))
            )
        if isinstance(value, Option):
            return escape(value.label)
        if is_model(value):
            rows = Markup("").join(
                Markup("<dt>{}</dt><dd>{}</dd>").format(row.label, row.html)
                for row in self.rows(value)
            )
            return Markup('<dl class="facts facts--small">{}</dl>').format(rows)
        text = str(value)
        if one is not None and isinstance(one.form, Prose):
            return self.inline(text)
        if text.startswith(("http://", "https://")):
            return Markup('<a href="{}" rel="external">{}</a>').format(text, urlsplit(text).netloc)
        return escape(text)

    def rows(self, model: Any, only: Iterable[str] = (), without: Iterable[str] = ()) -> list[Row]:
        """Label and value of the model's filled fields, in the order of their declaration."""
        wanted, unwanted = set(only), set(without)
        found = []
        for one in fields_of(type(model)):
            value = getattr(model, one.name)
            if (
                value in (None, (), "")
                or (wanted and one.name not in wanted)
                or one.name in unwanted
            ):
                continue
            if one.last and not wanted:
                continue
            found.append(Row(one.label, self.show(value, one), one.help))
        return found

    # Standing and sources

    def standing(self, item: Sourced, entry: Entry) -> Standing:
        return self.library.standing(item, entry)

    def cited(self, links: Iterable[Link]) -> list[Cited]:
        found = []
        for link in links:
            entry = self.library.get(link)
            rank = self.library.rank(link)
            if entry is None or rank is None:
                continue
            told = {
                "rank": rank.more.get("ngan", rank.label),
                "tone": rank.more.get("sac", "thuong"),
                "url": self.url(link),
            }
            if isinstance(entry, Reference):
                publisher = (
                    f"{entry.publisher}: "
                    if entry.publisher and entry.publisher not in entry.title
                    else ""
                )
                found.append(
                    Cited(
                        label=f"{publisher}{entry.title}",
                        read_on=day(entry.read_on) if entry.read_on else "",
                        published=str(entry.date_published or ""),
                        where=entry.url or "",
                        note=entry.extent or "",
                        **told,
                    )
                )
            else:
                place = self.place(link)
                found.append(
                    Cited(label=self.short(entry) + (f", {place}" if place else ""), **told)
                )
        return found

    def all_sources(self, entry: Entry) -> list[Cited]:
        """Every source the entry rests on, its own first, each once."""
        links = dict.fromkeys((*entry.sources, *(link for where, link in _source_links(entry))))
        return self.cited(links)

    # Who points here

    def backlinks(self, entry: Entry, without: Iterable[str] = ()) -> list[Group]:
        """Entries that point here, by kind in the register's order; relations are told apart
        elsewhere."""
        by_kind: dict[str, dict[str, Entry]] = {}
        for back in self.library.pointing_to(entry):
            by_kind.setdefault(back.entry.KIND, {}).setdefault(back.entry.id, back.entry)
        left_out = set(without)
        return [
            Group(
                kind.label,
                tuple(sorted(by_kind[kind.name].values(), key=lambda one: sort_key(one.name))),
            )
            for kind in KINDS
            if kind.name in by_kind and kind.name not in left_out
        ]

    def pointing(self, entry: Entry, kind: str) -> list[Group]:
        """Entries of one kind that point here, grouped by the field that does: «Chủ trì», «Phối
        hợp»."""
        labels = {one.key: one.label for one in fields_of(BY_NAME[kind].model)}
        groups: dict[str, dict[str, Entry]] = {}
        for back in self.library.pointing_to(entry):
            if kind == back.entry.KIND:
                label = labels.get(back.where.partition("[")[0].partition(".")[0], "Nhắc tới")
                groups.setdefault(label, {})[back.entry.id] = back.entry
        order = [label for label in labels.values() if label in groups] + [
            one for one in groups if one == "Nhắc tới"
        ]
        kinds_order = list(self.library.entries[kind])
        return [
            Group(
                label,
                tuple(sorted(groups[label].values(), key=lambda one: kinds_order.index(one.id))),
            )
            for label in order
        ]

    def pairs(self, figures: Iterable[Figure]) -> list[Row]:
        return [Row(one.about, escape(one.value)) for one in figures]

    def count(self, entry: Entry, kind: str) -> int:
        """How many entries of a kind point here."""
        return len(
            {back.entry.id for back in self.library.pointing_to(entry) if kind == back.entry.KIND}
        )

    def by_letter(self, entries: Iterable[Entry], text: str) -> list[dict[str, Any]]:
        """An index by first letter, in the order of the Vietnamese alphabet."""
        groups: dict[str, list[dict[str, Any]]] = {}
        for entry in entries:
            letter = entry.name[:1].upper()
            item = {
                "title": entry.name,
                "url": self.url(entry),
                "summary": self.plain(getattr(entry, text), 160),
            }
            groups.setdefault(letter if letter.isalpha() else "0–9", []).append(item)
        return [
            {
                "letter": letter,
                "id": f"chu-{'dd' if letter == 'Đ' else slug(letter)}-{place}",
                "items": items,
            }
            for place, (letter, items) in enumerate(groups.items())
        ]

    def split_events(self, events: Iterable[Event]) -> list[tuple[str, list[dict[str, Any]]]]:
        """Those ahead, the next one first; those past, the latest first."""
        ahead: list[dict[str, Any]] = []
        past: list[dict[str, Any]] = []
        for event in events:
            last = event.end or event.start
            item = {
                "when": str(event.start) + (f" – {event.end}" if event.end else ""),
                "iso": event.start.iso,
                "title": event.title,
                "url": self.url(event),
                "badges": [{"label": event.type.label, "tone": "thuong"}],
                "html": self.inline(event.summary),
                "ahead": last.earliest >= self.today,
            }
            (ahead if item["ahead"] else past).append(item)
        return [("Sắp tới", ahead[::-1]), ("Đã qua", past)]

    def duties_by_clause(self, document: Document) -> list[Duty]:
        """The duties a document gives, in the order of its clauses."""
        order = list(document.anchors())
        mine = [duty for duty in self.library.of(Duty) if duty.clause.id == document.id]
        return sorted(
            mine,
            key=lambda duty: order.index(duty.clause.anchor) if duty.clause.anchor in order else -1,
        )

    def duties_by_document(self, duties: Iterable[Duty]) -> list[tuple[Document, list[Duty]]]:
        """Documents in the library's order, each with its duties."""
        wanted = {duty.clause.id for duty in duties}
        return [
            (one, self.duties_by_clause(one))
            for one in self.library.of(Document)
            if one.id in wanted
        ]

    def relations(self, document: Document) -> list[Neighbours]:
        return neighbours(self.library, document)

    def newer(self, document: Document) -> list[Document]:
        return newer(self.library, document)

    def backlinks_to(self, entry: Entry, anchor: str, topic: Option | None = None) -> list[Group]:
        """Entries that point to one place inside an entry, and those of the same lĩnh vực."""
        by_kind: dict[str, dict[str, Entry]] = {}
        for back in self.library.pointing_to(entry):
            if back.anchor == anchor:
                by_kind.setdefault(back.entry.KIND, {})[back.entry.id] = back.entry
        for one in self.library.about(topic) if topic else ():
            if one.link != entry.link:
                by_kind.setdefault(one.KIND, {})[one.id] = one
        return [
            Group(
                kind.label,
                tuple(sorted(by_kind[kind.name].values(), key=lambda one: sort_key(one.name))),
            )
            for kind in KINDS
            if kind.name in by_kind
        ]


def _source_links(entry: Entry) -> Iterable[tuple[str, Link]]:
    for where, one, value in walk(entry):
        if isinstance(value, Link) and one.name == "sources":
            yield where, value
