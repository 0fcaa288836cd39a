"""Two versions of one entry, key by key: mine on the desk, theirs in the file.

Comes in: the file both began with, and both. Goes out: what differs, who changed it, and the keys
to put into theirs. Items of lists and lines of the text are put together where the two did not
meet. Refuses to know: forms, requests.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portal.editor import three_way
from portal.editor.entry_file import EntryFile, bare, full
from portal.editor.three_way import BOTH, MINE, THEIRS, Part
from portal.editor.worded import Words
from portal.kinds.base import Field, ListOf, fields_of
from portal.patch.wanted import Item, Wanted

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
    both: str = ""
    """The items of both, where neither touched what the other did."""
    parts: tuple[Part, ...] = ()
    """Of the text: only where both changed the same lines is anything to be chosen."""

    @property
    def proposed(self) -> str:
        """Whose value stands unless something else is chosen; empty where nobody can know."""
        if self.mine_changed and self.theirs_changed:
            return BOTH if self.both else ""
        return MINE if self.mine_changed else THEIRS


def differences(
    model: type[Any], words: Words, base: EntryFile, mine: EntryFile, theirs: EntryFile
) -> Iterator[Difference]:
    told = [bare(one.values) for one in (base, mine, theirs)]
    for one in fields_of(model):
        sides = [each.get(one.key, "") for each in told]
        first, own, other = map(full, sides)
        if own != other:
            before, here, there = (words.told(one.form, full(each)) for each in sides)
            both = _both(one, sides) if first not in (own, other) else None
            joined = words.told(one.form, both) if both else ""
            mine_too, theirs_too = own != first, other != first
            told_of = (one.key, one.label, before, here, there)
            yield Difference(*told_of, mine_too, theirs_too, joined)
    if mine.body.strip() != theirs.body.strip():
        texts = (base.body, mine.body, theirs.body)
        changed = (texts[1] != texts[0], texts[2] != texts[0])
        yield Difference(TEXT_KEY, "Nội dung", *texts, *changed, parts=parts_of(*texts))


def parts_of(before: str, mine: str, theirs: str) -> tuple[Part, ...]:
    return three_way.parts(*(one.strip().split("\n") for one in (before, mine, theirs)))


def body_of(base: EntryFile, mine: EntryFile, theirs: EntryFile, chosen: Mapping[str, str]) -> str:
    """The text of both; `chosen`: by the key of the text and the number of a part."""
    found = parts_of(base.body, mine.body, theirs.body)
    numbers = range(1, len(found) + 1)
    told = {one: chosen.get(f"{TEXT_KEY}/{one}", MINE) for one in numbers}
    return "\n".join(three_way.put_together(found, told))


def _both(one: Field, sides: list[Any]) -> list[Any] | None:
    """The items of both lists; none where it is no list, or both changed the same items."""
    if not isinstance(one.form, ListOf):
        return None
    lines = [[json.dumps(full(item)) for item in _listed(side)] for side in sides]
    found = three_way.parts(*lines)
    if not three_way.are_apart(found):
        return None
    known = {json.dumps(full(item)): item for side in sides for item in _listed(side)}
    return [known[line] for line in three_way.put_together(found, {})]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if full(value) not in ("", {}) else []


def wanted_of(
    model: type[Any], base: EntryFile, mine: EntryFile, theirs: EntryFile, key: str, choice: str
) -> Wanted:
    """What a key shall hold, as a change of theirs: items that are the same stay the same items."""
    sides = [bare(one.values).get(key, "") for one in (base, mine, theirs)]
    own, other = sides[1:]
    if choice == BOTH:
        field = next(one for one in fields_of(model) if one.key == key)
        both = _both(field, sides)
        own = own if both is None else both
    if isinstance(own, list):
        return _items(own, _listed(other))
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
