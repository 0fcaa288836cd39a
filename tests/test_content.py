"""The real content: no faults, every fact with its source, no published address lost."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from test_kinds import against, as_tools_read

from portal.desk import dictionary, fix
from portal.desk.registers import REGISTERS, Register
from portal.kinds import BY_NAME, KINDS
from portal.kinds.base import Sourced, groups
from portal.library import Library
from portal.problem import Problem, errors, report
from portal.road import judge
from portal.rules import withheld_is_not_told
from portal.source import admission

ROOT = Path(__file__).parent.parent


@cache
def judged() -> tuple[Library, list[Problem]]:
    return judge(ROOT, date(2026, 12, 1))


def test_the_real_content_has_no_faults() -> None:
    assert not report(errors(judged()[1]))


def test_the_real_content_tells_nothing_that_is_kept_back() -> None:
    assert not report([p for p in judged()[1] if p.rule == withheld_is_not_told.RULE])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_kind_has_real_entries(kind: object) -> None:
    assert judged()[0].entries[kind.name]  # type: ignore[attr-defined]


def test_every_statement_of_a_published_entry_has_a_source_or_says_it_is_inferred() -> None:
    library, _ = judged()
    without = [
        f"{entry.source.path}: {where}"
        for kind, entries in library.entries.items()
        if BY_NAME[kind].needs_source
        for entry in entries.values()
        for where, group in groups(entry)
        if isinstance(group, Sourced) and not library.sources(group, entry) and not group.inferred
    ]
    assert not without


def test_what_is_inferred_says_why() -> None:
    reasons = [
        group.inferred
        for entry in judged()[0].everything
        for _, group in groups(entry)
        if isinstance(group, Sourced) and group.inferred
    ]
    assert reasons
    assert all(len(reason) > 20 for reason in reasons)


def test_nothing_is_left_for_the_machine_to_mend() -> None:
    for file in admission.files(ROOT):
        path = file.relative_to(ROOT).as_posix()
        if admission.is_text(path):
            made = fix.fix(path, file.read_bytes())
            assert not [*made.done, *made.left], f"{path}: python3 scripts/fix.py"


def test_editors_tools_accept_every_file() -> None:
    library, _ = judged()
    found = []
    for kind in KINDS:
        schema = dictionary.schema(kind, library.lists)
        for entry in library.everything:
            if kind.name == entry.KIND:
                text = (ROOT / entry.source.path).read_text(encoding="utf-8")
                told = against(schema, as_tools_read(kind, text))
                found += [f"{entry.source.path} {one}" for one in told]
    assert not found


@pytest.mark.parametrize("register", REGISTERS, ids=lambda one: one.path)
def test_everything_published_is_in_its_register(register: Register) -> None:
    """Then nothing can vanish unseen: the rules «dia-chi-mat», «dieu-khoan-mat» keep it."""
    library, _ = judged()
    known = list(register.before(library))
    assert known == register.lines(library, known), "python3 scripts/fix.py"


def test_nothing_that_waits_is_in_the_register_of_addresses() -> None:
    library, _ = judged()
    waiting = {one.link for one in library.everything if one.is_withheld and not one.is_withdrawn}
    assert not {str(one) for one in waiting} & {*library.addresses}
