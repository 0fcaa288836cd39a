"""Room 4: what must hold across entries; one file a rule, found by being here.

Each rule is a module with a docstring that says what must hold, and `check(library)`, which yields
problems. `data/_danh-muc/ngoai-le.yml` holds what is allowed all the same, with its reason.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection
from types import ModuleType

from portal.library import Library
from portal.problem import Problem
from portal.rules.exceptions import apply

RULES: tuple[ModuleType, ...] = tuple(
    importlib.import_module(f"{__name__}.{name}")
    for name in sorted(found.name for found in pkgutil.iter_modules(__path__))
    if name != "exceptions"
)


def judge(library: Library, already: Collection[str] = ()) -> list[Problem]:
    """All faults of all rules, without the allowed ones. `already`: files with faults of their
    own."""
    problems = [problem for rule in RULES for problem in rule.check(library)]
    return apply(problems, library, already)
