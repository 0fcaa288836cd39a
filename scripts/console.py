"""What commands print, in the letters and by the names that the window of this machine knows.

Comes in: the streams of the process. Goes out: the same, speaking UTF-8; on Windows commands are
named as they are typed there. Knows nothing of what is printed.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import Any, TextIO, cast

EVERYWHERE, WINDOWS = "python3 scripts", "py scripts"


class Renaming:
    """A stream on which `python3 scripts/…` is printed as Windows knows it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(text.replace(EVERYWHERE, WINDOWS))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def speak() -> None:
    """Messages are Vietnamese; a Windows console or an old locale would refuse its letters."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if os.name == "nt" and shutil.which("py"):
        sys.stdout, sys.stderr = (cast(TextIO, Renaming(one)) for one in (sys.stdout, sys.stderr))
