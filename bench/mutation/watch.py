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
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

WHOLE = {"browser", "nginx", "real_site", "made_up_site", "public_site"}
"""Fixtures of tests that judge everything at once."""
SLOW = 5.0
"""Seconds of one test, without what is made ready for it: that serves a whole module."""
LONGEST = 30.0
"""Seconds of one test with a fault seeded: of those that run none takes a sixth of it."""
VARIABLE = "PORTAL_MUTATION"
seconds: dict[str, float] = {}
unfit: list[str] = []
"""Red, or slow."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    left_out = set(json.loads(_file().read_text(encoding="utf-8")))
    kept = [item for item in items if item.nodeid not in left_out and not _is_whole(item)]
    items[:] = kept


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    if not item.config.getvalue("maxfail"):  # nothing is wrong yet: all are measured
        return (yield)
    with limited(LONGEST):
        return (yield)


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
    return bool(WHOLE & set(getattr(item, "fixturenames", ())))


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    module = report.nodeid.partition("::")[0]
    seconds[module] = seconds.get(module, 0.0) + report.duration
    if report.failed or (report.when == "call" and report.duration > SLOW):
        unfit.append(report.nodeid)
        seconds[module] -= report.duration


def pytest_sessionfinish() -> None:
    told = {"seconds": seconds, "unfit": unfit}
    _file().with_suffix(".out.json").write_text(json.dumps(told), encoding="utf-8")


def _file() -> Path:
    return Path(os.environ[VARIABLE])
