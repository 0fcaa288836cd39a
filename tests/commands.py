"""The commands of `scripts/` as a person types them, without the two seconds each takes to begin.

In: a script and its words. Out: its exit code and what it said. A process that has imported what
they all import forks one for each; where a system cannot fork, or a command wants another Python
(a seed, a flag), it is started from nothing. That every command begins by itself from nothing is
seen in `test_doors.py`.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
Done = subprocess.CompletedProcess[str]


def run(
    script: str | Path,
    *words: object,
    told: str = "",
    environment: Mapping[str, str] | None = None,
    umask: int = -1,
) -> Done:
    """`scripts/<script>` with these words, told something, in the root of the project."""
    typed = [str(ROOT / "scripts" / f"{script}.py"), *map(str, words)]
    more = dict(environment or {})
    if not hasattr(os, "fork") or any(name.startswith("PYTHON") for name in more):
        return _started(typed, told, more, umask)
    return _forked(typed, told, more, umask)


def _started(typed: list[str], told: str, more: dict[str, str], umask: int) -> Done:
    return subprocess.run(
        [sys.executable, *typed],
        input=told,
        cwd=ROOT,
        env={**os.environ, **more},
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _forked(typed: list[str], told: str, more: dict[str, str], umask: int) -> Done:
    with tempfile.TemporaryDirectory() as folder:
        streams = [Path(folder, name) for name in ("vao", "ra", "loi")]
        for stream in streams:
            stream.write_text(told if stream.name == "vao" else "", encoding="utf-8")
        command = {
            "script": typed[0],
            "words": typed[1:],
            "streams": [str(stream) for stream in streams],
            "folder": str(ROOT),
            "umask": umask,
            "environment": {**os.environ, **more},
        }
        code = _ask(json.dumps(command))
        out, error = (stream.read_text(encoding="utf-8") for stream in streams[1:])
    return Done(typed, code, out, error)


def _ask(line: str) -> int:
    process = _process()
    assert process.stdin and process.stdout
    print(line, file=process.stdin, flush=True)
    return int(process.stdout.readline())


@cache
def _process() -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("forks.py"))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    atexit.register(process.communicate)  # its input ends, and so does it
    return process
