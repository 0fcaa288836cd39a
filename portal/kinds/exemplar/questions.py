"""What must be known of a model before it is copied, and which of it is not told yet.

Comes in: a model. Goes out: the questions no source answers. One list for the page, the table of
completeness, the form of registration and the editor.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from portal.kinds.exemplar import Exemplar
from portal.kinds.fields import fields_of

_LABELS = {one.name: one.label for one in fields_of(Exemplar)}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing a reader asks; `told`: whether the model answers it."""

    id: str
    name: str
    told: Callable[[Exemplar], object]


def _of(id: str) -> Question:
    """A field, under its own label."""
    return Question(id, _LABELS[id].lower(), attrgetter(id))


QUESTIONS: tuple[Question, ...] = (
    *map(_of, ("problem_text", "context", "steps", "scope", "resources", "cost", "effort")),
    Question("figures", "kết quả có số liệu", lambda one: one.figures),
    *map(_of, ("difficulties", "conditions", "may_change", "must_stay", "first_days", "contact")),
)
"""In the order of the page."""


def missing(exemplar: Exemplar) -> tuple[Question, ...]:
    """Those that nothing answers."""
    return tuple(one for one in QUESTIONS if not one.told(exemplar))


def given(exemplar: Exemplar) -> tuple[Question, ...]:
    """Those that are answered."""
    return tuple(one for one in QUESTIONS if one.told(exemplar))


def answered(exemplar: Exemplar) -> int:
    return len(given(exemplar))
