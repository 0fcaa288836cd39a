"""A pytest plugin: leaves out what is no test of a room, and writes down how long each took.

In: `PORTAL_MUTATION`, a JSON file with ids to leave out. Out: beside it, seconds, and what was red
or slow. Where the first red test ends the run, so does one that hangs, long before the whole run is
given up. A test that needs a browser, a server, a whole site built by the door, or many seconds,
judges everything at once, not a room.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bench.mutation import elsewhere, reach

WHOLE = {"browser", "nginx", "real_site", "made_up_site", "public_site"}
"""Fixtures of tests that judge everything at once."""
SLOW = 5.0
"""Seconds of one test, without what is made ready for it: that serves a whole module. Seconds of
work, so that the same tests judge on a machine that does much else; of a test that waits for other
processes, seconds of the clock, as many more as the machine is slowed down."""
LONGEST = 30.0
"""Seconds of one test with a fault seeded: of those that run none takes a sixth of it."""
VARIABLE = "PORTAL_MUTATION"
seconds: dict[str, float] = {}
unfit: list[str] = []
"""Red, or slow."""
worked: dict[str, float] = {}
"""Test → seconds of work, where all of it was done here."""
ran: dict[str, set[str]] = {}
"""Test → the functions it runs."""
prepared: dict[pytest.FixtureDef[object], set[str]] = {}
"""Fixture → the functions it ran when it was made ready, for the first that asked."""
ears: list[elsewhere.Ear] = []
"""Listens to other processes, where it is learnt what is run."""


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests() -> Generator[None, object, object]:
    """Before anything of the copy is imported: the conftests are read by a wrapper too."""
    if _settings()["measures"]:
        reach.start(Path.cwd())
        ears.append(elsewhere.Ear(_file().with_suffix(".reached")))
    return (yield)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    settings = _settings()
    left_out, wanted = set(settings["left_out"]), settings["wanted"]
    kept = [item for item in items if item.nodeid not in left_out and not _is_whole(item)]
    items[:] = kept if wanted is None else [one for one in kept if one.nodeid in set(wanted)]


@contextmanager
def reached() -> Iterator[set[str]]:
    """What is reached meanwhile, here and in the processes that are started."""
    for ear in ears:
        ear.listen()
    with reach.reached() as inner:
        yield inner
        for ear in ears:
            ear.listen()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Generator[None, object, object]:
    with reached() as inner:
        done = yield
    prepared[fixturedef] = inner
    return done


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    with reached() as inner:
        done = yield
        for ear in ears:
            ear.miss()
    if isinstance(item, pytest.Function):
        asked = item._fixtureinfo.name2fixturedefs.values()
        inner.update(*(prepared.get(one, ()) for all_ in asked for one in all_))
    ran[item.nodeid] = inner
    return done


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    if not item.config.getvalue("maxfail"):  # nothing is wrong yet: all are measured
        before = time.process_time()
        try:
            return (yield)
        finally:
            if not any([ear.listen() for ear in ears]):
                worked[item.nodeid] = time.process_time() - before
    with limited(LONGEST * strain()):
        return (yield)


def strain() -> float:
    """How many times longer everything takes because the machine does much else."""
    if sys.platform == "win32":
        return 1.0
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Ends the run as a red one where this takes longer; on Windows the whole run has its limit."""
    if sys.platform == "win32":
        yield
        return

    def stop(*_: object) -> None:
        pytest.exit(f"quá {seconds:g} giây", returncode=1)

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_whole(item: pytest.Item) -> bool:
    """A fixture of the same name in the test module itself is another."""
    if not isinstance(item, pytest.Function):
        return False
    asked = item._fixtureinfo.name2fixturedefs
    return any(name in asked and not asked[name][-1].baseid.endswith(".py") for name in WHOLE)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    module = report.nodeid.partition("::")[0]
    seconds[module] = seconds.get(module, 0.0) + report.duration
    took = worked.get(report.nodeid, report.duration / strain())
    if report.failed or (report.when == "call" and took > SLOW):
        unfit.append(report.nodeid)
        seconds[module] -= report.duration


def pytest_sessionfinish() -> None:
    told = {"seconds": seconds, "unfit": unfit, "tests": list(ran), "ran": reach.by_function(ran)}
    _file().with_suffix(".out.json").write_text(json.dumps(told), encoding="utf-8")


def _settings() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(_file().read_text(encoding="utf-8"))
    return read


def _file() -> Path:
    return Path(os.environ[VARIABLE])
