"""The figures of every run, kept: `results/build.jsonl`, a line a run, the last one last.

In: what was measured. Out: a line with the day, the commit and the machine: its processor and its
programs, never its name or its folders. Losses are kept like gains.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from bench.identity import ROOT

FILE = Path(__file__).parent / "results" / "build.jsonl"


def keep(figures: dict[str, Any], today: date, file: Path = FILE) -> dict[str, Any]:
    """Add a run to the file."""
    line = {"date": today.isoformat(), "commit": commit(), "machine": machine(), **figures}
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8", newline="\n") as kept:
        kept.write(json.dumps(line, ensure_ascii=False) + "\n")
    return line


def runs(file: Path = FILE) -> list[dict[str, Any]]:
    """All runs kept, the oldest first."""
    if not file.is_file():
        return []
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def commit() -> str:
    """What was measured; with a `+` where files were changed since. Nothing without git."""
    told = _git("rev-parse", "--short=10", "HEAD")
    return told + "+" * bool(told and _git("status", "--porcelain", "--untracked-files=no"))


def _git(*words: str) -> str:
    try:
        done = subprocess.run(
            ["git", *words], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def machine() -> dict[str, Any]:
    return {
        "cpu": _processor(),
        "cores": len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count(),
        "python": platform.python_version(),
        "os": f"{platform.system()} {platform.machine()}",
    }


def _processor() -> str:
    """As its maker calls it."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return _processor_of_mac() or platform.processor()
    names = (line.partition(":")[2].strip() for line in told.splitlines() if "model name" in line)
    return next(names, platform.machine())


def _processor_of_mac() -> str:
    try:
        words = ["sysctl", "-n", "machdep.cpu.brand_string"]
        done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    except OSError:
        return ""
    return done.stdout.strip()
