"""The tiny site of `tests/site`: a made-up portal with an entry of every kind.

In: its content and the project's closed lists. Out: a content folder as editors have one, and what
room 5 draws from it. Its own lists replace the project's, so no real place stands in it.
"""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from portal import views
from portal.road import judge
from portal.text import NBSP
from portal.views import Edition
from portal.views.outputs import Page
from tests import commands

HOME = Path(__file__).parent / "site"
CONTENT, EXPECTED = HOME / "content", HOME / "expected"
LISTS = Path(__file__).parent.parent / "data" / "_danh-muc"
DAY = date(2026, 3, 5)
"""The day the tiny site lives on."""


def lay_out(folder: Path, *, entries: bool = True) -> Path:
    """The tiny content in a folder of its own, free to be spoilt; without entries, only lists."""
    if entries:
        shutil.copytree(CONTENT, folder, dirs_exist_ok=True)
    (folder / "docs").mkdir(parents=True, exist_ok=True)
    lists = folder / "data" / "_danh-muc"
    lists.mkdir(parents=True, exist_ok=True)
    for path in LISTS.glob("*.yml"):
        # Exceptions speak of the project's own files.
        if path.name != "ngoai-le.yml" and not (lists / path.name).exists():
            shutil.copy(path, lists)
    return folder


def build(
    content: Path, site: Path, *words: str, today: date | None = DAY, **environment: str
) -> tuple[int, str]:
    """Build by the door people use: exit code, and what it said."""
    typed = ["--content", content, "--site", site, *words]
    typed += ["--ngay", today.isoformat()] if today else []
    done = commands.run("build", *typed, environment=environment)
    return done.returncode, done.stdout + done.stderr


def draw(content: Path, today: date = DAY, *, drafts: bool = False) -> Edition:
    """What a build hands over on that day; with drafts, what a preview does."""
    made, problems = judge(content, today, drafts=drafts)
    return views.draw(made, problems if drafts else ())


def by_url(edition: Edition) -> dict[str, Page]:
    return {page.url: page for page in edition.pages}


def html(edition: Edition, url: str) -> str:
    """The article at an address; one that is not there is a red test, not an empty string. Spaces
    that do not break are given as plain ones: what a line may not tear is asked elsewhere."""
    return by_url(edition)[url].html.replace(NBSP, " ")
