"""How far a long build is: told to who looks at a terminal, to nobody else."""

from __future__ import annotations

import io
import sys

import pace
import pytest

from portal import workers

AT_ONCE = [1, 2] if workers.cores() > 1 else [1]


class Window(io.StringIO):
    """A terminal, or what is taken for one."""

    def __init__(self, *, is_terminal: bool = True) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


def look(monkeypatch: pytest.MonkeyPatch, ci: str = "", *, is_terminal: bool = True) -> Window:
    """What a build would write to; set in the test itself, since pytest has its own before."""
    monkeypatch.setenv("CI", ci)
    window = Window(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stderr", window)
    return window


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    time = [0.0]
    monkeypatch.setattr(pace, "monotonic", lambda: time[0])
    return time


def test_a_long_build_tells_count_and_rate_on_one_line(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    window = look(monkeypatch)
    line = pace.Pace(8199)
    for clock[0], done in ((1.0, 300), (4.0, 1234), (4.1, 1300), (5.0, 1500)):
        line.tell(done)
    told = window.getvalue()
    assert told.split("\r")[1:] == [
        "Đã vẽ 1.234 / 8.199 trang, 308 trang/giây",
        "Đã vẽ 1.500 / 8.199 trang, 300 trang/giây",
    ]
    assert "\n" not in told


def test_it_is_told_from_the_very_moment_on_and_again_after_a_while(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    window = look(monkeypatch)
    line = pace.Pace(100)
    moments = []
    for clock[0] in (pace.PATIENCE - 0.01, pace.PATIENCE, pace.PATIENCE + 0.01):
        line.tell(10)
        moments.append(window.getvalue().count("\r"))
    clock[0] = pace.PATIENCE + pace.OFTEN
    line.tell(10)
    assert [*moments, window.getvalue().count("\r")] == [0, 1, 1, 2]


def test_afterwards_the_line_is_gone_and_nothing_more_is_told(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    window = look(monkeypatch)
    line = pace.Pace(10)
    clock[0] = 3.0
    line.tell(6)
    shown = window.getvalue().split("\r")[1]
    line.close()
    clock[0] = 9.0
    line.tell(9)
    assert window.getvalue() == f"\r{shown}\r{' ' * len(shown)}\r"


def test_a_build_of_a_moment_says_nothing(
    monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    window = look(monkeypatch)
    line = pace.Pace(10)
    clock[0] = pace.PATIENCE / 2
    line.tell(9)
    line.close()
    assert window.getvalue() == ""


@pytest.mark.parametrize(("is_terminal", "ci"), [(False, ""), (True, "true")])
def test_where_nobody_looks_nothing_is_said(
    is_terminal: bool, ci: str, monkeypatch: pytest.MonkeyPatch, clock: list[float]
) -> None:
    window = look(monkeypatch, ci, is_terminal=is_terminal)
    line = pace.Pace(10)
    clock[0] = 60.0
    line.tell(9)
    line.close()
    assert window.getvalue() == ""


@pytest.mark.parametrize("processes", AT_ONCE)
def test_the_drawing_loop_tells_how_far_it_is(
    processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "PAUSE", 0.001)
    told: list[int] = []
    work = (lambda _: None) if processes == 1 else (lambda _: [None] * 200_000)
    workers.each(work, 200, processes, lambda: None, told.append)
    assert told == sorted(told)
    assert told
    assert max(told) <= 200
