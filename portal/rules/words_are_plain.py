"""Readers meet none of the words that the list «Cách viết» avoids (a reminder).

What documents say, and what is quoted in «…», stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from portal.forms import Prose, Text
from portal.kinds import Entry
from portal.kinds.document import Document
from portal.kinds.lists import Wording, values
from portal.kinds.walk import of_forms
from portal.library import Library
from portal.problem import Problem
from portal.text import nfc, quote

RULE = "cach-viet"
_QUOTED = re.compile(r"«[^«»]*»")


def check(library: Library) -> Iterator[Problem]:
    wordings = tuple(values(library.lists, Wording).values())
    known = library.findings.about(RULE, wordings)
    return known.each(library.everything, partial(_of_entry, Avoided(wordings)))


def _of_entry(avoided: Avoided, entry: Entry) -> Iterator[Problem]:
    own = [*_own_words(entry)]
    if not avoided.may_be_in("\n".join(text for _, _, text in own)):
        return
    for where, line, text in own:
        for at, word, instead in avoided.found(text):
            told = f"{quote(word)} không dùng trong chuyên mục."
            place = line if where else line + at
            yield Problem(entry.source.path, place, where, told, RULE, f"viết: {instead}", "nhắc")


class Avoided:
    """The words to avoid, and what to write instead."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        self._instead = {
            nfc(phrase).lower(): one.label for one in wordings for phrase in one.phrases
        }
        allowed = [nfc(phrase).lower() for one in wordings for phrase in one.exceptions]
        # Of two with the same beginning the longer is looked for first.
        phrases = sorted([*self._instead, *allowed], reverse=True)
        told = "|".join(map(re.escape, phrases))
        self._pattern = re.compile(rf"(?<![\w-])(?:{told})(?![\w-])")  # no piece of an address

    def may_be_in(self, text: str) -> bool:
        """Quickly told; much longer for many texts than for all of them at once."""
        told = text.lower()
        return any(phrase in told for phrase in self._instead)

    def found(self, text: str) -> Iterator[tuple[int, str, str]]:
        """(line from 0, the word, what to write instead); each word once."""
        if not self.may_be_in(text):
            return
        told = _QUOTED.sub(_blank, text.lower())
        met = set()
        for match in self._pattern.finditer(told):
            if (instead := self._instead.get(match[0])) and match[0] not in met:
                met.add(match[0])
                yield told.count("\n", 0, match.start()), match[0], instead


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _own_words(entry: Entry) -> Iterator[tuple[str, int, str]]:
    """What editors say in their own words: field, line, text. Not the bodies of documents."""
    for where, _, value in of_forms(entry, (Prose, Text)):
        if isinstance(value, str):
            yield where, entry.line(where), value
    if not isinstance(entry, Document):
        yield "", entry.source.body_line, entry.body
