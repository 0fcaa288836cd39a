"""What the locks hold: each package, its version, and whether the portal runs on it.

In: the lock files. Out: packages in the order of their names. Knows nothing of registries.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from environment import DEV_LOCK, ROOT, RUN_LOCK


class Package(NamedTuple):
    """One locked package."""

    name: str
    version: str
    runs: bool
    """Needed to build and serve; else only a tool of the developers."""


def locked(root: Path = ROOT) -> list[Package]:
    """Every package of both locks, once: the second lock holds all of the first."""
    runs, all_of_them = versions(root / RUN_LOCK), versions(root / DEV_LOCK)
    return [Package(name, version, name in runs) for name, version in all_of_them.items()]


def versions(lock: Path) -> dict[str, str]:
    """Package → version, of one lock."""
    lines = lock.read_text(encoding="utf-8").splitlines()
    pins = (line.split()[0] for line in lines if line[:1].isalnum())
    return {name: version for name, _, version in (pin.partition("==") for pin in pins)}
