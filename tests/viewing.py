"""View models of a small portal: what a page shows, decided before any template lays it out.

In: a content folder and a day, and changes to its files. Out: the view model of each address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import tiny

from portal import views
from portal.problem import errors, report
from portal.road import judge
from portal.views.parts import Cell, Fact, Notice, Table, value

Show = Callable[[str], Any]
"""By the address of a page, its view model: of another type for each, so it is told as anything."""


def viewer(content: Path, today: date = tiny.DAY, *, drafts: bool = False) -> Show:
    library, problems = judge(content, today, drafts=drafts)
    if not drafts:
        assert not errors(problems), report(problems)
    programme = views.plan(views.Inputs(library, problems if drafts else ()))
    plans = {plan.url: plan for plan in programme.plans}

    def show(url: str) -> Any:
        plan = plans[url]
        v = programme.renderer.page_context(plan.url, plan.origin, plan.entry)
        v.number_sources(plan.sources)
        return plan.view(v)

    return show


def changed(folder: Path, path: str, *replaced: tuple[str, str]) -> Path:
    """The tiny content with words of one file replaced."""
    content = tiny.lay_out(folder / "cong")
    text = (content / path).read_text(encoding="utf-8")
    for old, new in replaced:
        assert old in text, old
        text = text.replace(old, new)
    (content / path).write_text(text, encoding="utf-8")
    return content


def titles(notices: Iterable[Notice]) -> list[str]:
    return [one.title for one in notices]


def labels(facts: Iterable[Fact]) -> list[str]:
    return [one.label for one in facts]


def fact(facts: Iterable[Fact], label: str) -> Fact:
    return next(one for one in facts if one.label == label)


def cells(table: Table) -> list[list[str]]:
    """The rows of a table as text, their links without addresses."""
    return [[_plain(cell) for cell in row.cells] for row in table.rows]


def _plain(cell: Cell) -> str:
    return value(cell).striptags() if cell is not None else "?"
