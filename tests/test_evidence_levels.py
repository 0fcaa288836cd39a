"""A level of evidence that an editor wrote: more than was reckoned is a reminder, less needs a
reason, the same is right. All content is made up."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from portal.kinds.exemplar import Exemplar
from portal.library import Library
from portal.rules import levels_have_evidence


class Model(Exemplar):
    """One of which only the levels matter."""

    def __init__(self, typed: int | None, reason: str | None) -> None:
        vars(self).update(evidence_level=level(typed), level_reason=reason)

    def problem(self, where: str, *told: Any, level: str = "lỗi", **_: Any) -> Any:
        return where, level


def level(place: int | None) -> Any:
    return None if place is None else SimpleNamespace(place=place, value=str(place))


@pytest.mark.parametrize(
    ("typed", "reckoned", "reason", "told"),
    [
        (None, 2, None, []),
        (None, 2, "còn chờ", [("ly_do_muc", "lỗi")]),
        (None, None, "còn chờ", [("ly_do_muc", "lỗi")]),
        (2, None, None, []),
        (2, 2, None, []),
        (2, 2, "còn chờ", []),
        (3, 2, None, [("muc_minh_chung", "nhắc")]),
        (3, 2, "còn chờ", [("muc_minh_chung", "nhắc")]),
        (1, 2, None, [("muc_minh_chung", "lỗi")]),
        (1, 2, "còn chờ", []),
    ],
)
def test_a_written_level_is_no_more_than_was_reckoned_and_less_with_a_reason(
    typed: int | None,
    reckoned: int | None,
    reason: str | None,
    told: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(levels_have_evidence, "reckon", lambda lists, one: level(reckoned))
    library = SimpleNamespace(everything=(Model(typed, reason),), lists={})
    assert [*levels_have_evidence.check(cast(Library, library))] == told
