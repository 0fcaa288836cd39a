"""What the conditions of all regions say of a document as a whole, and of its parts.

Comes in: the conditions by region, the closed lists. Goes out: states, each with its event.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from portal.kinds.base import Lists
from portal.kinds.document.course import Event
from portal.kinds.document.lists import Effect, EventType, Named, State
from portal.kinds.document.regions import Condition, Conditions, Phase
from portal.kinds.lists import named, values


@dataclass(frozen=True, slots=True)
class Part:
    """What has another state than the rest of its document."""

    region: str
    """The id of a clause; in «» what no id names."""
    state: State
    event: Event | None = None


class Outcome:
    """What the conditions of all regions say of the document."""

    def __init__(self, found: Conditions, lists: Lists) -> None:
        self.found, self.rest, self.lists = found, found[""], lists
        self.others = {
            region: one for region, one in found.items() if one.phase is not self.rest.phase
        }
        self.worst = sorted(self.others.values(), key=_weight)

    def phases(self) -> dict[str, Phase]:
        return {"": self.rest.phase} | {id: one.phase for id, one in self.others.items()}

    def state(self) -> tuple[State, Event | None]:
        rest, holding = self.rest, any(one.phase is Phase.HOLDS for one in self.others.values())
        if rest.event and rest.phase in (Phase.ENDED, Phase.SUSPENDED):
            alive = holding or (rest.phase is Phase.ENDED and Phase.SUSPENDED in self._met)
            state = rest.event.type.in_part if alive else rest.event.type.state
            return state or rest.event.type.state or self._named(Named.UNKNOWN), rest.event
        if rest.phase is Phase.AHEAD and not holding:
            return self._named(Named.NOT_YET), rest.event
        for one in self.worst:
            if state := self._partly(one):
                return state, one.event
        if rest.event and rest.event.type.state:
            return rest.event.type.state, rest.event
        return self._named(Named.UNKNOWN), None

    @property
    def _met(self) -> set[Phase]:
        return {one.phase for one in self.others.values()}

    def _partly(self, one: Condition) -> State | None:
        """The state of the document because of a part of it."""
        if one.event is None:
            return None
        if one.phase is Phase.AHEAD and self.rest.phase is not Phase.HOLDS:
            return None
        return one.event.type.in_part or one.event.type.state

    def also(self) -> list[State]:
        """The states of other parts, each once."""
        found = (self._partly(one) for one in self.worst if one.phase <= Phase.SUSPENDED)
        return list(dict.fromkeys(one for one in found if one))

    def parts(self) -> Iterator[Part]:
        for region, one in self.others.items():
            if one.phase is not Phase.UNKNOWN:
                yield Part(region, self._of_part(one), one.event)

    def _of_part(self, one: Condition) -> State:
        """What a part has come to, told as of a whole."""
        if one.phase is Phase.AHEAD:
            return self._named(Named.NOT_YET)
        effect = one.event.type.effect if one.event else None
        effect = Effect.BEGIN if one.phase is Phase.HOLDS else effect
        state = whole_state(self.lists, effect) or (one.event.state if one.event else None)
        return state or self._named(Named.UNKNOWN)

    def _named(self, value: Named) -> State:
        return named(self.lists, State, value)


def whole_state(lists: Lists, effect: Effect | None) -> State | None:
    """What something comes to by an event of this effect, told as of a whole."""
    types = values(lists, EventType).values()
    return next((one.state for one in types if one.effect is effect and not one.partial), None)


def _weight(one: Condition) -> tuple[bool, int]:
    """What is ended or suspended before what is ahead; the later first, what has no day before."""
    on = one.event.on if one.event else None
    return one.phase > Phase.SUSPENDED, -(on.earliest if on else date.max).toordinal()
