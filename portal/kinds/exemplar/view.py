"""What readers see of models: the page of one, told so that another school can judge and copy it,
and the list of all.

Comes in: a model, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds import Kind
from portal.kinds.exemplar import Exemplar
from portal.views.context import PageContext
from portal.views.pages import listing
from portal.views.pages.entry import Beside, Frame, Knowledge, frame, knowledge, related
from portal.views.pages.listing import EntryList, ListPage
from portal.views.parts import Fact, LinkGroup
from portal.views.phrases import joined, small, trusted
from portal.views.view import View


@dataclass(frozen=True, slots=True)
class Text:
    """A part of the story."""

    id: str
    title: str
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ExemplarPage:
    frame: Frame
    facts: tuple[Fact, ...]
    before: tuple[Text, ...]
    """How it was before; parts nobody has told are left out."""
    steps: tuple[Markup, ...]
    body: Markup
    resources: Markup
    outcomes: tuple[Markup, ...]
    after: tuple[Text, ...]
    """What who copies it must know."""
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Exemplar, beside: Beside, v: PageContext) -> ExemplarPage:
    before = (("van-de", "Vấn đề", entry.problem_text), ("boi-canh", "Bối cảnh", entry.context))
    after = (
        ("kho-khan", "Khó khăn", entry.difficulties),
        ("dieu-kien", "Điều kiện áp dụng", entry.conditions),
    )
    return ExemplarPage(
        frame=frame(v, entry, beside),
        facts=_facts(v, entry),
        before=tuple(_texts(v, before)),
        steps=tuple(map(v.inline, entry.steps)),
        body=v.md(entry.body),
        resources=v.md(entry.resources),
        outcomes=tuple(_outcomes(v, entry)),
        after=tuple(_texts(v, after)),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _facts(v: PageContext, entry: Exemplar) -> tuple[Fact, ...]:
    """The chỉ tiêu it serves; where none are named, its lĩnh vực."""
    served = () if entry.indicators else ("topics",)
    told = ("school", "movement", "indicators", "start", "evidence_level", *served)
    return tuple(v.rows(entry, only=told))


def _texts(v: PageContext, told: Iterable[tuple[str, str, str | None]]) -> Iterator[Text]:
    for id, title, text in told:
        if text:
            yield Text(id, title, v.md(text))


def _outcomes(v: PageContext, entry: Exemplar) -> Iterator[Markup]:
    for one in entry.outcomes:
        as_of = f" {small(f'({one.as_of})')}" if one.as_of else ""
        yield Markup(f"{v.inline(one.text)}{as_of} {trusted(v, one, entry, ' ')}")


def listed(kind: Kind, entries: Sequence[Exemplar], at: ListPage, v: PageContext) -> EntryList:
    """Each with its school and its fields."""

    def aside(one: Exemplar) -> Markup:
        topics = joined((topic.brief for topic in one.topics), ", ")
        return Markup(f"{v.a(one.school)}<br>{topics}") if topics else v.a(one.school)

    return listing.listed(kind, entries, at, v, aside)


VIEW = View(page=page, listing=listed)
