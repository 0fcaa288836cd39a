"""What readers see of questions: the page of one, the answer first, and the list by field.

Comes in: an answer, the page context. Goes out: view models; every decision of these pages is made
here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.kinds import Kind
from portal.kinds.answer import Answer
from portal.text import slug
from portal.views.context import PageContext
from portal.views.pages import listing
from portal.views.pages.entry import EntryPage, knowledge, related
from portal.views.pages.frame import Beside, frame
from portal.views.pages.listing import ListFrame, ListPage, items, jump
from portal.views.parts import Anchor, Anchors, Item
from portal.views.view import View

GENERAL = "Chung"


def page(entry: Answer, beside: Beside, v: PageContext) -> EntryPage:
    """The answer first, then what it rests on."""
    return EntryPage(
        frame=frame(v, entry, beside),
        facts=tuple(v.rows(entry, only=["grounds", "answered_by", "answered"])),
        body=v.md(entry.body),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


@dataclass(frozen=True, slots=True)
class OfField:
    """Questions of one lĩnh vực."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerList:
    frame: ListFrame
    jump: tuple[Anchors, ...]
    fields: tuple[OfField, ...]


def listed(kind: Kind, entries: Sequence[Answer], at: ListPage, v: PageContext) -> AnswerList:
    fields = tuple(
        OfField(slug(label), label, items(v, answers)) for label, answers in _by_field(entries)
    )
    return AnswerList(
        frame=listing.frame(v, kind, entries, at),
        jump=jump(Anchor(one.title, f"#{one.id}", len(one.items)) for one in fields),
        fields=fields,
    )


def _by_field(answers: Iterable[Answer]) -> list[tuple[str, list[Answer]]]:
    """By their lĩnh vực where they have just one; the others first."""
    general: list[Answer] = []
    groups: dict[int, list[Answer]] = {}
    for one in answers:
        own = groups.setdefault(one.topics[0].place, []) if len(one.topics) == 1 else general
        own.append(one)
    found = [(GENERAL, general)] if general else []
    return found + [(groups[place][0].topics[0].label, groups[place]) for place in sorted(groups)]


VIEW = View(page=page, listing=listed)
