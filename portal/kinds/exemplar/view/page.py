"""The page of a model, told so that another school can judge and copy it.

Comes in: a model, the page context. Goes out: the view model. What nobody has told is left out, and
all of it named once, in one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from portal.kinds.exemplar import Exemplar, FirstStep, Honour, Outcome
from portal.kinds.exemplar.questions import QUESTIONS, given, missing
from portal.views.context import PageContext
from portal.views.pages.entry import Knowledge, knowledge, related
from portal.views.pages.frame import Beside, Frame, frame
from portal.views.parts import Fact, LinkGroup, Table, columns, table
from portal.views.phrases import plain_list, small, trusted


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
    missing: str
    """What no source says of all that must be known before it is copied; empty where nothing."""
    before: tuple[Text, ...]
    """How it was before; parts nobody has told are left out."""
    steps: tuple[Markup, ...]
    body: Markup
    means: tuple[Fact, ...]
    outcomes: tuple[Markup, ...]
    honours: tuple[Markup, ...]
    after: tuple[Text, ...]
    guide: tuple[Fact, ...]
    """For who copies it: what is needed, what may change, what must stay, the first ninety days."""
    adopted: Table | None
    known: Knowledge
    related: tuple[LinkGroup, ...]


def page(entry: Exemplar, beside: Beside, v: PageContext) -> ExemplarPage:
    before = (("van-de", "Vấn đề", entry.problem_text), ("boi-canh", "Bối cảnh", entry.context))
    return ExemplarPage(
        frame=frame(v, entry, beside),
        facts=tuple(_facts(v, entry)),
        missing=_missing(entry),
        before=tuple(_texts(v, before)),
        steps=tuple(map(v.inline, entry.steps)),
        body=v.md(entry.body),
        means=tuple(v.rows(entry, only=("resources", "cost", "effort"))),
        outcomes=tuple(_outcome(v, one, entry) for one in entry.outcomes),
        honours=tuple(_honour(v, one, entry) for one in entry.honours),
        after=tuple(_texts(v, [("kho-khan", "Khó khăn", entry.difficulties)])),
        guide=tuple(_guide(v, entry)),
        adopted=_adopted(v, entry),
        known=knowledge(v, entry),
        related=related(v, entry),
    )


def _facts(v: PageContext, entry: Exemplar) -> Iterator[Fact]:
    """The chỉ tiêu it serves; where none are named, its lĩnh vực. Then how far it is proven."""
    served = () if entry.indicators else ("topics",)
    first = ("school", "type", "movement", "indicators", "start", "scope", "contact", *served)
    yield from v.rows(entry, only=first)
    evidence = v.exemplars.evidence[entry.id]
    if evidence.level:
        yield Fact("Mức minh chứng", escape(evidence.level.numbered), evidence.reason)


def _missing(entry: Exemplar) -> str:
    """By the shorter of two lists: what is told, or what is not."""
    names = [one.name for one in missing(entry)]
    known = [one.name for one in given(entry)]
    of_all = f"{len(QUESTIONS)} điều cần biết trước khi áp dụng"
    if not names:
        return ""
    if not known:
        return f"Các nguồn không nêu điều nào trong {of_all}."
    if len(known) < len(names):
        return f"Các nguồn chỉ nêu {len(known)} trong {of_all}: {', '.join(known)}."
    return f"Các nguồn không nêu {len(names)} trong {of_all}: {', '.join(names)}."


def _texts(v: PageContext, told: Iterable[tuple[str, str, str | None]]) -> Iterator[Text]:
    for id, title, text in told:
        if text:
            yield Text(id, title, v.md(text))


def _outcome(v: PageContext, one: Outcome, entry: Exemplar) -> Markup:
    as_of = f" {small(f'({one.as_of})')}" if one.as_of else ""
    more = [one.type.label] if one.type and not one.type.proves else []
    more += [_measured(one)] if one.value else []
    more += [f"Người đánh giá: {one.assessed_by}"] if one.assessed_by else []
    told = Markup("").join(Markup(" <strong>{}.</strong>").format(it) for it in more)
    return Markup(f"{v.inline(one.text)}{as_of}{told} {trusted(v, one, entry, ' ')}")


def _measured(one: Outcome) -> str:
    """«Số tệp thiếu nguồn: 2 tệp (trước đó 10 tệp)»."""
    before = f" (trước đó {one.before})" if one.before else ""
    return f"{one.measure}: {one.value}{before}"


def _honour(v: PageContext, one: Honour, entry: Exemplar) -> Markup:
    by = f", {escape(one.by)}" if one.by else ""
    on = f" {small(f'({one.on})')}" if one.on else ""
    basis = f": {v.inline(one.basis)}" if one.basis else ""
    told = f"<strong>{escape(one.form)}</strong>{by}{on}{basis}"
    return Markup(f"{told} {trusted(v, one, entry, ' ')}")


def _guide(v: PageContext, entry: Exemplar) -> Iterator[Fact]:
    if entry.conditions:
        yield Fact("Điều kiện", v.md(entry.conditions))
    for label, items in (
        ("Được đổi", entry.may_change),
        ("Phải giữ", entry.must_stay),
        ("90 ngày đầu", entry.first_days),
    ):
        if items:
            yield Fact(label, plain_list(_item(v, one) for one in items))


def _item(v: PageContext, one: str | FirstStep) -> Markup:
    if isinstance(one, str):
        return v.inline(one)
    return Markup("<strong>Trước ngày thứ {}:</strong> {}").format(one.day, v.inline(one.text))


HEADS = columns("Trường", ("Từ", "short"), "Làm khác mô hình gốc", ("Kết quả", "wide"))


def _adopted(v: PageContext, entry: Exemplar) -> Table | None:
    """Each school with its own short result: the chain is the evidence."""
    rows = [
        (
            v.a(one.school),
            v.show(one.start) if one.start else None,
            v.inline(one.changed) or None,
            Markup(f"{v.inline(one.outcome)} {trusted(v, one, entry)}") if one.outcome else None,
        )
        for one in entry.adoptions
    ]
    return table("Các trường đã áp dụng", HEADS, rows) if rows else None
