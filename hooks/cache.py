"""What one build leaves for the next, in `.cache/` beside mkdocs.yml: it saves time and changes no
byte of a page. May be deleted at any time. What is not whole, or was made by other code, is left
aside; since compiled templates and what was read of files are loaded as code is, nothing counts
that another user of the machine wrote.
"""

from __future__ import annotations

import os
import stat
import sys
import sysconfig
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from portal import tree

SEARCH = "tim-kiem"
"""What the search leaves."""
READ = "da-doc"
"""What was made of the files that were read."""
LEDGERS = 5
"""Sites that may be built on: of the others, the ledger is taken away."""
CODE = ("mkdocs.yml", "hooks", "overrides", "portal", "web")
"""Files and folders of a project that decide what a page looks like."""


class Cache:
    """The folder of one project."""

    def __init__(self, project: Path) -> None:
        self.project, self.folder = project, project / ".cache"

    def templates(self) -> Path | None:
        """Where templates are kept compiled; nowhere where the disk does not take it."""
        folder = self.folder / "khuon"
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return None
        ours = _is_own(folder.stat()) and os.access(folder, os.W_OK)
        return folder if ours else None

    def left(self, name: str) -> bytes:
        """What the last build left; nothing where there is none."""
        file = self.folder / name
        try:
            told = file.lstat()
            return file.read_bytes() if stat.S_ISREG(told.st_mode) and _is_own(told) else b""
        except OSError:
            return b""

    def leave(self, name: str, content: bytes) -> None:
        """For the next build; where the disk does not take it, that one takes longer. Several may
        leave at once; what killed ones began is taken away."""
        file = self.folder / name
        with suppress(OSError):
            self.folder.mkdir(exist_ok=True)
            try:
                tree.replace(file, content)
            finally:
                for unfinished in tree.unfinished(file):
                    unfinished.unlink(missing_ok=True)

    def ledger(self, site: Path) -> str:
        """The name of what is left of a site's pages. Those of sites long not built go."""
        old = sorted(self.folder.glob("so-trang.*"), key=_changed, reverse=True)
        with suppress(OSError):
            for one in old[LEDGERS:]:
                one.unlink(missing_ok=True)
        return f"so-trang.{blake2b(os.fsencode(site), digest_size=6).hexdigest()}"

    def code(self) -> str:
        """Changes with the code, the templates and the packages that make the pages."""
        told = blake2b(sys.version.encode(), digest_size=16)
        packages = Path(sysconfig.get_path("purelib")).glob("*.dist-info")
        for one in sorted(package.name for package in packages):  # names and versions
            told.update(one.encode())
        for file in sorted(self._code()):
            told.update(file.relative_to(self.project).as_posix().encode())
            told.update(file.read_bytes())
        return told.hexdigest()

    def _code(self) -> list[Path]:
        places = [self.project / name for name in CODE]
        inside = [file for place in places if place.is_dir() for file in place.rglob("*")]
        own = [*(place for place in places if place.is_file()), *inside]
        return [file for file in own if file.is_file() and file.suffix != ".pyc"]


def _is_own(told: os.stat_result) -> bool:
    """Where the system tells users apart."""
    return not hasattr(os, "geteuid") or told.st_uid == os.geteuid()


def _changed(file: Path) -> float:
    try:
        return file.lstat().st_mtime
    except OSError:
        return 0.0
