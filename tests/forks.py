"""The process of `commands.py`: it has imported what the commands of `scripts/` import, and forks
one for each line it is told.

In: lines of JSON, each a command. Out: a line with its exit code. Each child is a process of its
own: its files, environment, folder and rights are those of that command, and it ends by itself.
"""

from __future__ import annotations

import gc
import json
import os
import runpy
import signal
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ("builder", "portal.desk", "portal.views.word.package", "mkdocs.livereload")
"""With what these import: nearly all that any command imports."""
PATIENCE = 180
"""Seconds after which a command that does not end is ended."""


def be(script: str, words: list[str], streams: list[str], folder: str, umask: int) -> None:
    """Turn this process into that command as the shell starts it."""
    for number, file in enumerate(streams):
        os.dup2(os.open(file, os.O_WRONLY if number else os.O_RDONLY), number)
    signal.alarm(PATIENCE)
    os.chdir(folder)
    if umask >= 0:
        os.umask(umask)
    sys.argv = [script, *words]
    sys.path[0] = str(Path(script).resolve().parent)
    runpy.run_path(script, run_name="__main__")


def serve() -> None:
    asked, answers = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    while line := asked.readline():
        told = json.loads(line)
        if not (child := os.fork()):
            os.environ.clear()
            os.environ.update(told.pop("environment"))
            return be(**told)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), file=answers, flush=True)
    return None


if __name__ == "__main__":
    sys.path[0] = str(ROOT / "scripts")
    sys.path.insert(1, str(ROOT))
    for module in MODULES:
        __import__(module)
    gc.freeze()  # pages of memory stay shared with the children
    serve()
