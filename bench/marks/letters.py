"""Which letters are compared, and how far two pictures of them are apart.

In: pictures of all letters. Out: pairs with their distance in pixels.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from statistics import median

import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float64]
"""How much ink every point has, from 0 to 1: places between two points, rows, columns."""
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""ngang, huyền, hỏi, ngã, sắc, nặng."""
VOWELS = "aăâeêioôơuưy"
KIN = ("aăâ", "eê", "oôơ", "uư")
"""Vowels that differ by a mark."""
CIRCUMFLEX = ("ồổ", "ềể", "ầẩ")
"""Two marks one above the other, of which the upper ones are most alike."""
LEAST, CIRCUMFLEX_LEAST = 3.0, 5.0
"""What a face of the portal has to reach at 16 px."""


def _toned(vowel: str) -> list[str]:
    return [unicodedata.normalize("NFC", vowel + tone) for tone in TONES]


def _pairs() -> Iterator[tuple[str, str]]:
    """Tones of one vowel; kindred vowels of one tone; small and capital."""
    for vowel in VOWELS:
        yield from combinations(_toned(vowel), 2)
    for kin in KIN:
        for one, other in combinations(kin, 2):
            yield from zip(_toned(one), _toned(other), strict=True)


SMALL = tuple(letter for vowel in VOWELS for letter in _toned(vowel))
LETTERS = (*SMALL, *(letter.upper() for letter in SMALL))
PAIRS = tuple(_pairs())


@dataclass(frozen=True)
class Distances:
    """Of every pair, in pixels."""

    of: Mapping[str, float]

    @property
    def least(self) -> tuple[str, float]:
        return min(self.of.items(), key=lambda one: one[1])

    @property
    def circumflex(self) -> float:
        return min(self.of[pair] for pair in CIRCUMFLEX)

    @property
    def capital_circumflex(self) -> float:
        return min(self.of[pair.upper()] for pair in CIRCUMFLEX)

    @property
    def median(self) -> float:
        return median(self.of.values())

    @property
    def is_enough(self) -> bool:
        return self.least[1] >= LEAST and self.circumflex >= CIRCUMFLEX_LEAST


def distances(pictures: Mapping[str, Picture]) -> Distances:
    """Both letters of a pair stand at the same place between two points; the mean of all places."""
    pairs = [*PAIRS, *((one.upper(), other.upper()) for one, other in PAIRS)]
    return Distances({one + other: _apart(pictures[one], pictures[other]) for one, other in pairs})


def _apart(one: Picture, other: Picture) -> float:
    return float(np.abs(one - other).sum(axis=(1, 2)).mean())
