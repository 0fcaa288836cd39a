"""Two versions of one entry, key by key: mine on the desk, theirs in the file.

Comes in: the file both began with, and both. Goes out: what differs, who changed it, and the keys
to put into theirs. Refuses to know: forms, requests.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from portal.editor.entry_file import EntryFile, bare, full
from portal.kinds.base import fields_of
from portal.patch.rewrite import Item, Wanted

TEXT_KEY = "than-bai"


@dataclass(frozen=True, slots=True)
class Difference:
    """One key that two people left in two ways; `mine` and `theirs` as they are shown."""

    key: str
    label: str
    before: str
    mine: str
    theirs: str
    mine_changed: bool
    theirs_changed: bool

    @property
    def proposed(self) -> str:
        """Whose value stands where only one of them changed it."""
        if self.mine_changed and self.theirs_changed:
            return ""
        return "mine" if self.mine_changed else "theirs"


def differences(
    model: type[Any], base: EntryFile, mine: EntryFile, theirs: EntryFile
) -> Iterator[Difference]:
    told = [bare(one.values) for one in (base, mine, theirs)]
    for one in fields_of(model):
        first, own, other = (full(each.get(one.key, "")) for each in told)
        if own != other:
            before, here, there = (shown(each) for each in (first, own, other))
            yield Difference(one.key, one.label, before, here, there, own != first, other != first)
    if mine.body.strip() != theirs.body.strip():
        own, other = mine.body != base.body, theirs.body != base.body
        yield Difference(TEXT_KEY, "Nội dung", base.body, mine.body, theirs.body, own, other)


def shown(value: Any, indent: str = "") -> str:
    """A value for people: one line a text, items behind dashes."""
    if isinstance(value, dict):
        return "\n".join(
            f"{indent}{key}: {shown(one, indent + '  ')}" for key, one in value.items()
        )
    if isinstance(value, list):
        return "\n".join(f"{indent}- {shown(one, indent + '  ').lstrip()}" for one in value)
    return str(value)


def wanted_of(mine: EntryFile, theirs: EntryFile, key: str) -> Wanted:
    """A key of mine as a change of theirs: items that are the same stay the same items."""
    own, other = bare(mine.values).get(key, ""), bare(theirs.values).get(key, "")
    if isinstance(own, list):
        return _items(own, other if isinstance(other, list) else [other])
    if isinstance(own, dict) and isinstance(other, dict):
        return {**dict.fromkeys(other, ""), **{name: _new(one) for name, one in own.items()}}
    return _new(own)


def _items(own: list[Any], other: list[Any]) -> list[Item]:
    left = dict(enumerate(map(full, other)))
    made = []
    for one in own:
        place = next((at for at, held in left.items() if held == full(one)), None)
        if place is not None:
            del left[place]
        made.append(Item(_new(one), place))
    return made


def _new(value: Any) -> Wanted:
    if isinstance(value, dict):
        return {key: _new(one) for key, one in value.items()}
    if isinstance(value, list):
        return [Item(_new(one)) for one in value]
    return str(value)
