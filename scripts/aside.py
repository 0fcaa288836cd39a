"""An environment beside the project's own, for what cannot stand in it: another builder, a tool
that asks for other packages.

In: a lock with hashes, a folder. Out: its Python; made anew when the lock has changed. Knows
nothing of what is done there.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import environment


class Unready(RuntimeError):
    """It could not be had, or what was run there failed; the text says why."""


def prepare(home: Path, lock: Path, what: str, unwanted: tuple[str, ...] = ()) -> Path:
    """`what` it has, for the person who waits; `unwanted`: packages of the lock to leave out."""
    stamp = home / "portal.stamp"
    wanted = f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.implementation.cache_tag}"
    python = environment.python_of(home)
    if stamp.is_file() and stamp.read_text() == wanted and python.exists():
        return python
    print(f"Đang chuẩn bị môi trường có {what}, chỉ lần đầu…", flush=True)
    home.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    environment.create(home)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    run([*pip, "install", "--quiet", "--require-hashes", "--requirement", str(lock)])
    if unwanted:
        run([*pip, "uninstall", "--quiet", "--yes", *unwanted])
    stamp.write_text(wanted)
    return python


def run(command: list[str], told: str | None = None) -> str:
    """What it says; with the modules of the project at hand. `told`: what it reads."""
    root = environment.ROOT
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (root, root / "scripts")))}
    done = subprocess.run(
        command, env=env, input=told, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise Unready(f"{command[-1]}:\n{done.stdout}{done.stderr}")
    return done.stdout
