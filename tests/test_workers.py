"""Work on all cores: each piece once, faults told, the same bytes however many share it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import tiny
from framing import MANY, _parted

from bench import identity
from portal import workers

forked = pytest.mark.skipif(workers.cores() == 1, reason="hệ thống này không chia việc được")
AT_ONCE = [1, pytest.param(2, marks=forked), pytest.param(5, marks=forked)]


def nothing() -> None:
    pass


@pytest.mark.parametrize("processes", AT_ONCE)
@pytest.mark.parametrize("count", [0, 1, workers.SHARE, 100])
def test_every_piece_is_done_once(processes: int, count: int, tmp_path: Path) -> None:
    def work(number: int) -> None:
        with (tmp_path / str(os.getpid())).open("a") as mine:
            mine.write(f"{number}\n")

    workers.each(work, count, processes, nothing)
    done = Counter(line for file in tmp_path.iterdir() for line in file.read_text().split())
    assert done == Counter(map(str, range(count)))


@pytest.mark.parametrize("processes", AT_ONCE)
def test_what_is_done_meanwhile_is_done_here(processes: int) -> None:
    told: list[int] = []
    workers.each(lambda number: None, 20, processes, lambda: told.append(os.getpid()))
    assert told == [os.getpid()]


@pytest.mark.parametrize("processes", AT_ONCE)
def test_a_fault_of_a_piece_is_raised_here(processes: int) -> None:
    def work(number: int) -> None:
        if number == 17:
            raise ValueError("mảnh 17")

    with pytest.raises(ValueError, match="mảnh 17"):
        workers.each(work, 100, processes, nothing)


@pytest.mark.parametrize("processes", AT_ONCE)
def test_a_fault_meanwhile_is_raised_here_and_ends_the_others(processes: int) -> None:
    def fail() -> None:
        raise ValueError("ở đây")

    with pytest.raises(ValueError, match="ở đây"):
        workers.each(lambda number: None, 10**7 if processes > 1 else 1, processes, fail)


@forked
def test_a_fault_that_cannot_cross_is_told_in_words() -> None:
    class Odd(Exception):
        def __init__(self) -> None:
            super().__init__("lạ")
            self.held = lambda: None

    def work(number: int) -> None:
        raise Odd

    with pytest.raises(RuntimeError, match="Odd: lạ"):
        workers.each(work, 1, 2, nothing)


@forked
def test_a_process_that_is_killed_is_a_fault_and_not_waited_for() -> None:
    with pytest.raises(workers.WorkerFault, match="dừng giữa chừng"):
        workers.each(lambda number: os.kill(os.getpid(), signal.SIGKILL), 1, 2, nothing)


@forked
def test_the_site_is_the_same_however_many_processes_draw_it(
    tiny_content: Path, tmp_path: Path
) -> None:
    told = {}
    for processes in ("1", "2", "7"):
        site = tmp_path / processes
        code, said = tiny.build(tiny_content, site, PORTAL_PROCESSES=processes)
        assert code == 0, said
        told[processes] = identity.digests(site)
    assert len(told["1"]) > 100
    assert told["1"] == told["2"] == told["7"]


@forked
def test_a_page_that_cannot_be_drawn_ends_the_build_with_its_reason_and_leaves_the_old_site(
    tiny_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import builder

    from portal.views.renderer import Renderer

    site = tmp_path / "site"
    order = builder.Order(tiny_content, site, tiny.DAY)
    builder.build(order)
    before = identity.digests(site)
    draw = Renderer.draw

    def spoilt(self: Renderer, plan: object, watched: object = None) -> object:
        if getattr(plan, "url", "").startswith("truong/suoi-sao"):
            raise OSError(28, "No space left on device")
        return draw(self, plan, watched)  # type: ignore[arg-type]

    monkeypatch.setattr(Renderer, "draw", spoilt)
    monkeypatch.setenv("PORTAL_PROCESSES", "3")
    with pytest.raises(builder.BuildFault, match="ổ đĩa đã đầy"):
        builder.build(order)
    assert identity.digests(site) == before


@forked
def test_a_process_that_hears_no_signal_is_ended_too() -> None:
    """As one is for a moment after it was forked: its handlers are those of its parent, and what
    they raise among the hooks of a fork is lost."""
    told, began = os.pipe()

    def work(number: int) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        os.write(began, b"x")
        while True:
            signal.pause()

    def stop() -> None:
        os.read(told, 1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workers.each(work, 1, 2, stop)
    os.close(told)
    os.close(began)


def test_one_page_of_each_much_used_template_is_drawn_first_then_the_rare_ones() -> None:
    def page(template: str, number: int) -> Any:
        return SimpleNamespace(plan=SimpleNamespace(template=template, url=f"{template}{number}/"))

    used = {"hiếm": 1, "nhiều": MANY, "ít": MANY - 1, "rất nhiều": 3 * MANY}
    pages = [page(name, number) for name, count in used.items() for number in range(count)]
    first, rest = _parted(pages)
    assert [one.plan.template for one in first] == ["nhiều", "rất nhiều"]
    assert {one.plan.template for one in rest[:MANY]} == {"hiếm", "ít"}
    assert sorted(one.plan.url for one in first + rest) == sorted(one.plan.url for one in pages)


@pytest.fixture(params=AT_ONCE)
def processes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("PORTAL_PROCESSES", str(request.param))
    return int(request.param)


def test_work_begun_ahead_gives_what_it_made(processes: int) -> None:
    given = workers.ahead(lambda: (os.getpid(), ["một", "hai"]))
    pid, made = given()
    assert made == ["một", "hai"]
    assert (pid == os.getpid()) == (processes < 2)


def test_more_than_a_pipe_holds_is_given_whole(processes: int) -> None:
    given = workers.ahead(lambda: b"x" * 3_000_000)
    assert given() == b"x" * 3_000_000


def test_a_fault_of_work_begun_ahead_is_raised_where_it_is_asked_for(processes: int) -> None:
    def fail() -> None:
        raise ValueError("đọc hỏng")

    given = workers.ahead(fail)
    with pytest.raises(ValueError, match="đọc hỏng"):
        given()


@forked
def test_work_begun_ahead_that_is_killed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_PROCESSES", "2")
    given = workers.ahead(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(workers.WorkerFault, match="dừng giữa chừng"):
        given()


@forked
def test_work_nobody_asks_for_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that fails before it asks leaves no process behind."""
    monkeypatch.setenv("PORTAL_PROCESSES", "2")
    before = set(multiprocessing.active_children())
    given = workers.ahead(lambda: b"x" * 3_000_000)
    (child,) = set(multiprocessing.active_children()) - before
    del given
    child.join(60)
    assert child.exitcode == 0


def test_pieces_of_work_begun_beside_each_other_give_what_they_made(processes: int) -> None:
    with workers.beside(lambda: (os.getpid(), 1), lambda: (os.getpid(), 2)) as (first, second):
        told = [second(), first()]
    assert [made for _, made in told] == [2, 1]
    assert all((pid == os.getpid()) == (processes < 2) for pid, _ in told)


def test_a_fault_of_one_of_them_is_raised_where_it_is_asked_for(processes: int) -> None:
    def fail() -> int:
        raise ValueError("ghi hỏng")

    with workers.beside(fail, lambda: 2) as (first, second):
        with pytest.raises(ValueError, match="ghi hỏng"):
            first()
        assert second() == 2


@forked
def test_none_of_them_goes_on_when_whoever_began_them_gives_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else it would write into a folder that is being taken away."""
    monkeypatch.setenv("PORTAL_PROCESSES", "2")
    before = set(multiprocessing.active_children())
    reading, writing = os.pipe()
    with pytest.raises(KeyboardInterrupt), workers.beside(lambda: os.read(reading, 1)):
        (child,) = set(multiprocessing.active_children()) - before
        raise KeyboardInterrupt
    os.close(reading)
    os.close(writing)
    assert child.exitcode == -signal.SIGKILL


@pytest.mark.parametrize(("told", "count"), [("", 7), ("nhiều", 7), ("1", 1), ("3", 3)])
def test_how_many_processes_are_wanted(
    told: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_PROCESSES", told)
    assert workers.wanted(7) == count
