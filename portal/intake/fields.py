"""What was read out of a document: each value with the place it stands at and how sure it is.

Comes in: nothing; the readers of heads and feet fill it. Goes out: frozen records.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Sure(IntEnum):
    """A wrong value that looks sure is worse than none: in doubt, the lower one."""

    GUESSED = 1
    LIKELY = 2
    CERTAIN = 3

    @property
    def told(self) -> str:
        return {1: "đoán", 2: "nên xem lại", 3: "chắc"}[self]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    value: T
    sure: Sure
    place: str
    """Where in the file it was read: «đoạn 3»."""
    why: str = ""
    """What makes it doubtful."""


Said = Found[str]


@dataclass(frozen=True, slots=True)
class Signed:
    name: str
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    number: Said | None = None
    printed: str = ""
    """The number as it stands in the file, where that differs."""
    type: Said | None = None
    issuer: Said | None = None
    superior: Said | None = None
    place: Said | None = None
    date: Said | None = None
    """In ISO form, as far as it is told."""
    title: Said | None = None
    signer: Found[Signed] | None = None
    recipients: Found[tuple[str, ...]] | None = None
    period: Found[tuple[int, int]] | None = None
    used: tuple[tuple[str, str], ...] = ()
    """Places that became a field, and which."""
    doubts: tuple[str, ...] = ()
