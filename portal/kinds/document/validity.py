"""The validity of a document on a day, from dated events and from what later documents say.

Source of the states: Luật Ban hành văn bản quy phạm pháp luật (còn, hết, ngưng hiệu lực, một phần
or toàn bộ), which Party documents follow in practice. Unknown is said, not guessed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.kinds.base import Option
from portal.kinds.document import Document, Relation
from portal.text import PartialDate

_ENDING = {"thay-the": "het-toan-bo", "bai-bo": "het-toan-bo", "cham-dut-thuc-hien": "het-toan-bo"}
_STATE = {"co-hieu-luc": "con-hieu-luc", "thoi-ngung": "con-hieu-luc", "dinh-chinh": ""}


@dataclass(frozen=True, slots=True)
class Validity:
    """State, since when, and by which document."""

    state: Option
    since: PartialDate | None = None
    by: Document | None = None
    scope: str = ""


def validity(
    document: Document,
    incoming: Sequence[tuple[Document, Relation]],
    today: date,
    labels: Mapping[str, Option],
) -> Validity:
    """The last event not later than today decides; an event without a day counts as past."""

    def label(state: str) -> Option:
        return labels.get(state) or Option(state, state)

    if document.awaited:
        return Validity(label("cho-ban-hanh"))
    events: list[tuple[date, str, PartialDate | None, Document | None, str]] = []
    for status in document.statuses:
        state = _STATE.get(status.type.value, status.type.value)
        if state:
            by = next(
                (later for later, _ in incoming if status.by and later.id == status.by.id), None
            )
            day = status.on.earliest if status.on else date.min
            events.append((day, state, status.on, by, status.scope or ""))
    told = {by.id for *_, by, _ in events if by}
    for later, relation in incoming:
        state = _ENDING.get(relation.type.value, "")
        if state and later.id not in told and not later.awaited:
            day = later.issued.earliest if later.issued else date.min
            events.append((day, state, later.issued, later, ""))
    past = [event for event in events if event[0] <= today]
    if past:
        _, state, since, by, scope = max(past, key=lambda event: event[0])
        return Validity(label(state), since, by, scope)
    if any(state == "con-hieu-luc" for _, state, *_ in events):
        first = min((event for event in events if event[1] == "con-hieu-luc"), key=lambda e: e[0])
        return Validity(label("chua-hieu-luc"), first[2])
    return Validity(label("chua-ro"))
