"""How the faults that a preview shows are told: in words of the desk where the desk asked for it.

In: faults as `check` tells them; `PORTAL_DESK`, set by `scripts/edit.py`. Out: the same for pages.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from portal.problem import Problem

DESK = "PORTAL_DESK"


def spoken(problems: Sequence[Problem]) -> Sequence[Problem]:
    if not os.environ.get(DESK):
        return problems
    from portal.editor import advice  # nobody else needs it

    return advice.told(problems)
