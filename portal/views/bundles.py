"""The code for browsers: every bundle of `web/`, handed on as it is.

Goes out: files below `assets/js/`, of the same names. How they are made: `web/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portal.views.outputs import Copy

FOLDER = Path(__file__).resolve().parents[2] / "web" / "bundles"


def copies() -> Iterator[Copy]:
    """What stands in the folder itself; what is below it is for pages from a disk."""
    for file in sorted(FOLDER.glob("*.js")):
        yield Copy(f"assets/js/{file.name}", file)
