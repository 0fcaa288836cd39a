"""Whether a model has what a level of evidence asks for.

Comes in: a model. Goes out: yes or no. Refuses to know: which level asks for what; the closed list
says it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from portal.kinds.exemplar import Exemplar
from portal.kinds.exemplar.lists import Proof


def _done(one: Exemplar) -> bool:
    """What was done, where, or since when; a result of the whole school proves no doing."""
    return bool(one.steps or one.scope or one.start or any(it.own for it in one.outcomes))


def _assessed(one: Exemplar) -> bool:
    """An honour counts only with what it was given for."""
    outcomes = any(it.own and it.assessed_by for it in one.outcomes)
    return outcomes or any(it.basis for it in one.honours)


def _adopted(one: Exemplar) -> bool:
    return any(it.outcome for it in one.adoptions)


_LOOKED_FOR: Mapping[Proof, Callable[[Exemplar], bool]] = MappingProxyType(
    {
        Proof.JUDGED: lambda one: False,
        Proof.IDEA: lambda one: True,
        Proof.DONE: _done,
        Proof.FIGURES: lambda one: bool(one.figures),
        Proof.ASSESSED: _assessed,
        Proof.ADOPTED: _adopted,
    }
)


def has(one: Exemplar, proof: Proof) -> bool:
    return _LOOKED_FOR[proof](one)
