"""Asks a built search in a real browser: as a reader who was never here, and as one who stays.

In: a built system and queries. Out: bytes, milliseconds, memory, and the rank of the right page.
"""

from __future__ import annotations

import re
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

from bench.line import FAST, SLOW, Line, Pace, serving
from bench.search.query import Query
from bench.search.systems import Built

FIRST = "trường chính trị chuẩn"
"""What a reader of this portal types first; its words stand on nearly every page."""
TIMES = 3
WARM = 400
_RESIDENT = re.compile(r"VmRSS:\s+(\d+)")


@dataclass(frozen=True)
class Answer:
    """A query, and the place of the first right page among ten; 0 where there is none."""

    query: Query
    rank: int
    got: tuple[str, ...]
    ms: float
    fetched: int
    """Files that had to be fetched for it."""


@dataclass
class Run:
    """All that was seen of one system."""

    cold_bytes: float = 0
    cold_ms: float = 0
    slow_ms: float = 0
    memory: float = 0
    """MiB of the page's process, after all queries, without garbage."""
    answers: list[Answer] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    fault: str = ""

    def success(self, cls: str, at: int) -> float | None:
        ranks = [one.rank for one in self.answers if one.query.cls == cls]
        return sum(0 < rank <= at for rank in ranks) / len(ranks) if ranks else None

    @property
    def first_use(self) -> float | None:
        """p95 of queries that had to fetch something, or of all where nothing ever has to."""
        new = [one.ms for one in self.answers if one.fetched]
        return p95(new or [one.ms for one in self.answers])


def p95(values: Sequence[float]) -> float | None:
    return sorted(values)[int(len(values) * 0.95)] if values else None


def run(
    browser: Browser, built: Built, queries: Sequence[Query], budget: float, *, timed: bool = True
) -> Run:
    """First visits, then every query; a system that takes longer than `budget` seconds for its
    queries is judged by those it answered."""
    seen = Run()
    with serving(built.site) as line:
        try:
            if timed:
                _first_visits(browser, line, built, seen)
            _session(browser, line, built, queries, budget, seen, timed)
        except Error as fault:
            seen.fault = str(fault).splitlines()[0]
    return seen


def _first_visits(browser: Browser, line: Line, built: Built, seen: Run) -> None:
    fast = [_first(browser, line, built, FAST) for _ in range(TIMES)]
    seen.cold_ms = median(ms for ms, _ in fast)
    seen.cold_bytes = median(size for _, size in fast)
    if seen.cold_bytes < 20e6:
        seen.slow_ms = median(_first(browser, line, built, SLOW)[0] for _ in range(TIMES))


def _first(browser: Browser, line: Line, built: Built, pace: Pace) -> tuple[float, int]:
    """Milliseconds and bytes from a page that has not begun to search, to ten addresses."""
    context, page = _opened(browser, line, built)
    line.begin(pace)
    told = page.evaluate("text => first(text)", FIRST)
    size = line.bytes
    context.close()
    return told["ms"], size


def _opened(browser: Browser, line: Line, built: Built) -> tuple[BrowserContext, Page]:
    line.begin()
    context = browser.new_context(locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(180_000)
    page.goto(f"{line.address}do.html#{built.system}={built.worker}")
    page.wait_for_function("window.ready === true")
    return context, page


def _session(
    browser: Browser,
    line: Line,
    built: Built,
    queries: Sequence[Query],
    budget: float,
    seen: Run,
    timed: bool,
) -> None:
    context, page = _opened(browser, line, built)
    page.evaluate("text => first(text)", FIRST)
    until = time.monotonic() + budget
    for query in queries:
        if time.monotonic() > until:
            break
        line.begin()
        told = page.evaluate("text => ask(text)", query.text)
        found = [(built.places.get(url, url), place) for url, place in told["found"]]
        seen.answers.append(
            Answer(
                query, rank(query, found, told["said"]), _told(found), told["ms"], len(line.sent)
            )
        )
    for answer in seen.answers[:WARM] if timed else ():
        if time.monotonic() > until + budget / 2:
            break
        seen.warm.append(page.evaluate("text => ask(text)", answer.query.text)["ms"])
    seen.memory = _memory(browser, page) if timed else 0
    context.close()


def _told(found: list[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(place or url for url, place in found[:3])


def rank(query: Query, found: Sequence[tuple[str, str]], said: bool = False) -> int:
    """The place of the first right page or row; a part of a page is right too, but where a clause
    was asked for, nothing but the clause. Where no page is right, nothing found is, or `said` what
    no page has."""
    if not query.right:
        return int(said or not found)
    met = list(dict.fromkeys(found))
    for at, (url, place) in enumerate(met, 1):
        if any(_is_at(url, right) for right in query.right):
            told = (place or url).partition("#")[2]
            return at if not query.place or told == query.place else 0
    return 0


def _is_at(url: str, right: str) -> bool:
    """A row is nothing but itself; a page is also its parts."""
    return url == right if "#" in right else url.split("#")[0].startswith(right)


def _memory(browser: Browser, page: Page) -> float:
    """MiB in use by the largest page of this very browser, where the machine tells; what nothing
    refers to any more is taken away before, or chance decides."""
    page.context.new_cdp_session(page).send("HeapProfiler.collectGarbage")
    session = browser.new_browser_cdp_session()
    told: dict[str, Any] = session.send("SystemInfo.getProcessInfo")
    sizes = [0]
    for process in told["processInfo"]:
        status = Path("/proc", str(process["id"]), "status")
        if process["type"] == "renderer" and status.is_file():
            found = _RESIDENT.search(status.read_text())
            sizes.append(int(found[1]) if found else 0)
    return max(sizes) / 1024


def failures(seen: Run) -> dict[str, list[Answer]]:
    """What did not come first, by class."""
    found: defaultdict[str, list[Answer]] = defaultdict(list)
    for answer in seen.answers:
        if answer.rank != 1:
            found[answer.query.cls].append(answer)
    return dict(found)
