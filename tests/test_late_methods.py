"""A dataclass whose methods are compiled late is as the standard library makes it."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from portal import late_methods

ASKED: list[str] = []


def counting(name: str, *text: Any, **more: Any) -> Any:
    ASKED.append(name)
    return ORIGINAL(name, *text, **more)


ORIGINAL: Callable[..., Any] | None = None
if hasattr(dataclasses, "_create_fn"):
    made = dataclasses._create_fn
    while made.__closure__:  # what the portal put before it
        made = next(one.cell_contents for one in made.__closure__ if callable(one.cell_contents))
    ORIGINAL = made
early = pytest.mark.skipif(ORIGINAL is None, reason="Python này không dịch từng hàm một")


def declared() -> type[Any]:
    @dataclasses.dataclass(frozen=True, slots=True, order=True)
    class Pair:
        left: int
        right: str = dataclasses.field(default="", compare=False)
        hidden: int = dataclasses.field(default=0, repr=False)

    return Pair


def told(do: Callable[[], object]) -> str:
    try:
        return repr(do())
    except Exception as fault:
        return f"{type(fault).__name__}: {fault}"


@early
def test_it_says_equals_hashes_and_refuses_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataclasses, "_create_fn", ORIGINAL, raising=False)
    plain = declared()
    monkeypatch.setattr(dataclasses, "_create_fn", late_methods.put_off(ORIGINAL), raising=False)  # type: ignore[arg-type]
    late = declared()
    deeds: list[Callable[[Any], object]] = [
        lambda of: of(1, "a"),
        lambda of: (of(1, "a") == of(1, "b"), of(1) == of(2), of(1) == 1, of(1) < of(2)),
        lambda of: (hash(of(1, "a")) == hash(of(1)), hash(of(1)) == hash((1, 0))),
        lambda of: setattr(of(1), "left", 2),
        lambda of: setattr(of(1), "other", 2),
        lambda of: delattr(of(1), "left"),
        lambda of: dataclasses.replace(of(1, "a"), left=3),
        lambda of: of(),
        lambda of: [of.__eq__.__qualname__, of.__hash__.__name__],
    ]
    for deed in deeds:
        assert told(lambda deed=deed: deed(late)) == told(lambda deed=deed: deed(plain))  # type: ignore[misc]


@early
def test_only_what_is_called_is_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dataclasses, "_create_fn", late_methods.put_off(counting), raising=False)
    ASKED.clear()
    late = declared()
    assert not late_methods.LATE & set(ASKED)
    assert late(1) == late(1)
    assert late(1) != late(2)
    assert ASKED.count("__eq__") == 1
    assert "__hash__" not in ASKED
    assert late.__eq__.__code__.co_filename == "<string>", "called again, it is called at once"


def test_what_the_portal_declares_is_still_pickled_and_frozen() -> None:
    from portal.views.outputs import Heading

    one = Heading("a", "A", 2)
    assert pickle.loads(pickle.dumps(one)) == one
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.id = "b"  # type: ignore[misc]
