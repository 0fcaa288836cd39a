"""The same content on the same day gives the same bytes, whatever Python's hash seed is.

In: a content folder and a day. Out: the files that differ between two builds; none, if all is well.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def digests(site: Path) -> dict[str, str]:
    """SHA-256 of every file, by its path below the site."""
    return {
        file.relative_to(site).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


def differences(content: Path, day: date, folder: Path) -> list[str]:
    """Build twice below `folder`, with two hash seeds; the paths whose bytes are not the same."""
    return between(*(build(content, day, folder / seed, seed) for seed in ("1", "2")))


def between(first: Path, second: Path) -> list[str]:
    """The paths whose bytes are not the same in two sites, or that only one of them has."""
    one, other = digests(first), digests(second)
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def build(content: Path, day: date, site: Path, hash_seed: str) -> Path:
    """One build through the door people use, as a process of its own."""
    door = [sys.executable, str(ROOT / "scripts" / "build.py")]
    words = ["--content", str(content), "--site", str(site), "--ngay", day.isoformat()]
    env = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [*door, *words], env=env, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return site
