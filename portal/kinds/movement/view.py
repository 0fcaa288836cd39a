"""What readers see of a movement: what it asks of collectives and of people, how it is judged.

Comes in: a movement, the page context. Goes out: the view model of its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds.movement import Award, Content, Movement, Step
from portal.views.context import PageContext
from portal.views.pages.entry import Beside, Frame, Knowledge, frame, knowledge, related
from portal.views.parts import Fact, LinkGroup
from portal.views.phrases import note, period, small
from portal.views.view import View


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of one sort of taking part."""

    id: str
    title: str
    items: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementPage:
    frame: Frame
    facts: tuple[Fact, ...]
    asked: tuple[Asked, ...]
    steps: tuple[Markup, ...]
    awards: tuple[Markup, ...]
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Movement, beside: Beside, v: PageContext) -> MovementPage:
    return MovementPage(
        frame=frame(v, entry, beside),
        facts=tuple(_facts(v, entry)),
        asked=tuple(_asked(v, entry)),
        steps=tuple(map(_step, entry.steps)),
        awards=tuple(_award(v, one) for one in entry.awards),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _facts(v: PageContext, entry: Movement) -> Iterator[Fact]:
    yield from v.rows(entry, only=["document", "launched_by", "organiser", "part_of"])
    if entry.start or entry.end:
        yield Fact("Thời gian", period(entry.start, entry.end))
    yield from v.rows(entry, only=["titles"])


def _asked(v: PageContext, entry: Movement) -> Iterator[Asked]:
    if entry.collective:
        yield Asked("tap-the", "Nội dung với tập thể", _contents(v, entry.collective))
    if entry.individual:
        yield Asked("ca-nhan", "Nội dung với cá nhân", _contents(v, entry.individual))


def _contents(v: PageContext, contents: Sequence[Content]) -> tuple[Markup, ...]:
    return tuple(_content(v, one) for one in contents)


def _content(v: PageContext, one: Content) -> Markup:
    text = f": {v.inline(one.text)}" if one.text else ""
    return Markup(f"<strong>{escape(one.title)}</strong>{text} {note(v, one)}")


def _step(one: Step) -> Markup:
    who = f" {small(one.who)}" if one.who else ""
    return Markup(f"{escape(one.title)}{who}")


def _award(v: PageContext, one: Award) -> Markup:
    by = f", {escape(one.by)}" if one.by else ""
    how = f": {v.inline(one.how)}" if one.how else ""
    return Markup(f"<strong>{escape(one.form)}</strong>{by}{how}")


VIEW = View(page=page)
