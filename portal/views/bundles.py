"""The code for browsers and the look: every bundle of `web/`, handed on as it is.

Goes out: files below `assets/js/` and `assets/css/`, of the same names; what pages of others and
frames load by name stands in `nhung/`; forms of files of self-assessment beside its page. How they
are made: `web/README.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portal.kinds.page import ASSESSMENT, EMBEDDING
from portal.views.outputs import Copy

FOLDER = Path(__file__).resolve().parents[2] / "web" / "bundles"
LOOK = FOLDER / "css" / "portal.css"
"""The style sheet of every page."""


def copies() -> Iterator[Copy]:
    """All but what is for pages from a disk."""
    for file in sorted(FOLDER.glob("*.js")):
        yield Copy(f"assets/js/{file.name}", file)
    yield Copy(f"assets/css/{LOOK.name}", LOOK)
    for file in sorted(FOLDER.glob(f"{EMBEDDING}/*.js")):
        yield Copy(f"{EMBEDDING}/{file.name}", file)
    for file in sorted(FOLDER.glob(f"{ASSESSMENT}/*.json")):
        yield Copy(f"{ASSESSMENT}/{file.name}", file)
