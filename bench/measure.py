"""What a command costs, and what it leaves on the disk.

In: a command, or a built site. Out: seconds, memory, bytes. Linux and macOS; elsewhere it refuses.
"""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import monotonic

MIB = 2**20


@dataclass(frozen=True)
class Cost:
    """One run of a command, its children included."""

    wall: float
    cpu: float
    memory: float
    """Peak of the whole tree of processes, MiB."""
    others: float
    """CPU seconds that other programs took meanwhile: where they are many, do not trust `wall`."""


@dataclass(frozen=True)
class Size:
    """A built site."""

    pages: int
    total: int
    entry: float
    """Median bytes of an entry's page."""
    entry_gzip: float
    largest: int
    """Bytes of the largest page of all."""


class CommandFault(RuntimeError):
    """The measured command failed, or nothing can be measured here."""


def peak(command: list[str], cwd: Path) -> float:
    """The most memory a tree of processes has at once, MiB, in a run of its own: pages that forked
    processes share count once, and to count them holds the processes up."""
    return run(command, cwd, _shared_once).memory


def run(
    command: list[str],
    cwd: Path,
    memory: Callable[[Path], int] | None = None,
    **environment: str,
) -> Cost:
    """Run to the end and tell the cost. As on a machine that keeps what Python compiles: what pip
    installed, other builders for one, is compiled when it is installed."""
    if sys.platform == "win32":
        raise CommandFault("Chỉ đo được trên Linux và macOS.")
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0", **environment}
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    pipe = subprocess.PIPE
    before, started = _busy(), monotonic()
    with subprocess.Popen(
        command, cwd=cwd, env=env, stdout=pipe, stderr=subprocess.STDOUT, text=True
    ) as process:
        watch = _Watch(process.pid, memory or _resident)
        watch.start()
        assert process.stdout
        printed = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        wall = monotonic() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.join()
    if process.returncode:
        raise CommandFault(f"Lệnh đo bị lỗi: {' '.join(command)}\n{printed[-3000:]}")
    cpu = used.ru_utime + used.ru_stime
    import resource  # Windows has none

    largest = 0.0 if memory and watch.peak else _mib(used.ru_maxrss)
    if watch.peak and largest <= _mib(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss):
        largest = 0.0  # what this process held when it began the other is counted as the other's
    return Cost(wall, cpu, max(largest, watch.peak / MIB), max(0.0, _busy() - before - cpu))


def _mib(told: int) -> float:
    """Of what the system says: bytes on macOS, kibibytes elsewhere."""
    return told / (MIB if sys.platform == "darwin" else 1024)


class _Watch(threading.Thread):
    """Adds up the memory of a process and its children, as long as it lives."""

    def __init__(self, pid: int, used: Callable[[Path], int]) -> None:
        super().__init__(daemon=True)
        self.pid, self.used, self.peak = pid, used, 0

    def run(self) -> None:
        pause = threading.Event()
        while found := _memory(self.pid, self.used):
            self.peak = max(self.peak, found)
            pause.wait(0.05)


def _memory(pid: int, used: Callable[[Path], int]) -> int:
    """Bytes in use by a process and all below it; 0 once it has ended, or without /proc."""
    home = Path("/proc", str(pid))
    try:
        own = used(home)
        children = (home / "task" / str(pid) / "children").read_text().split()
    except (OSError, IndexError, StopIteration):
        return 0
    return own + sum(_memory(int(child), used) for child in children)


def _resident(home: Path) -> int:
    """Quickly told; what two processes share counts twice."""
    return int((home / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _shared_once(home: Path) -> int:
    lines = (home / "smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024


def _busy() -> float:
    """CPU seconds the whole machine has worked, where it tells."""
    try:
        first = Path("/proc/stat").read_text().split("\n", 1)[0].split()
    except OSError:
        return 0.0
    user, nice, system, _, _, irq, softirq = (int(one) for one in first[1:8])
    return (user + nice + system + irq + softirq) / os.sysconf("SC_CLK_TCK")


def weigh(site: Path, entries: list[str]) -> Size:
    """The bytes of a site; `entries` are the addresses of its entries."""
    files = [file for file in site.rglob("*") if file.is_file()]
    pages = [file.stat().st_size for file in files if file.suffix == ".html"]
    texts = [(site / entry / "index.html").read_bytes() for entry in entries]
    return Size(
        pages=len(pages),
        total=sum(file.stat().st_size for file in files),
        entry=median(len(text) for text in texts),
        entry_gzip=median(len(gzip.compress(text, 6, mtime=0)) for text in texts),
        largest=max(pages),
    )
