"""An entry on the desk: what its form shows, and how a form says which part is what.

Comes in: names and values of a form. Goes out: records. Refuses to know: the disk, requests.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from portal.editor import form, posted
from portal.editor.catalogue import Item
from portal.editor.drafts import Draft
from portal.editor.merging import TEXT_KEY
from portal.intake.draft import STATE
from portal.problem import Problem

BODY, BASE = TEXT_KEY, "goc"
"""Names in a form that are no keys: its text, the digest of the file it was made from."""
TEXT = "ca-tep"
"""The whole file, where it is edited as text."""


class Refused(Exception):
    """What cannot be done, and what to do instead."""


class Changed(Exception):
    """The file is no longer the one that was opened."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry on the desk."""

    item: Item
    controls: tuple[form.Control, ...]
    body: str
    has_body: bool
    base: str
    draft: Draft | None = None
    problems: tuple[Problem, ...] = ()
    elsewhere: tuple[Problem, ...] = ()
    """Faults that other entries would get by what was typed."""
    unread: bool = False
    text: str = ""
    held_back: tuple[str, ...] = ()
    """Values of `STATE` that keep an entry from readers."""

    @property
    def is_draft(self) -> bool:
        """Whether what the form holds would not be published."""
        return any(one.key == STATE and one.value in self.held_back for one in self.controls)


def model_of(item: Item) -> type[Any]:
    return item.kind.version if item.version and item.kind.version else item.kind.model


def base_of(pairs: posted.Pairs) -> str:
    return next((value for name, value in pairs if name == BASE), "")


def parted(pairs: posted.Pairs) -> tuple[posted.Pairs, str | None, str | None]:
    """The keys of a form, the text of the entry, the whole file; none where it was not in it."""
    found = {name: value for name, value in pairs if name in (BODY, TEXT)}
    keys = [one for one in pairs if one[0] not in (BODY, TEXT, BASE)]
    return keys, found.get(BODY), found.get(TEXT)
