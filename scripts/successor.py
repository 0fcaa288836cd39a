"""Build the tiny portal of the tests by ProperDocs, which continues MkDocs 1.6, and find the same
pages: so the way out stays open.

In: a lock of its own. Out: an environment of its own in `.cache/`, without MkDocs, and whether its
site is the one MkDocs makes, byte for byte. Material, the hook and `builder` ask for `mkdocs` as
ever: ProperDocs stands in for it (`properdocs.replacement`).
"""

import environment

environment.enter(dev=True)

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import door

from bench import identity
from tests import tiny

HOME = environment.ROOT / ".cache" / "properdocs"
PROGRAM = """
import properdocs.replacement
import sys
from datetime import date
from pathlib import Path
import builder
import mkdocs.commands.build
assert mkdocs.commands.build.__name__.startswith("properdocs.")
content, site, today = sys.argv[1:]
builder.build(builder.Order(Path(content), Path(site), date.fromisoformat(today)))
"""
LINE = door.CommandLine("Dựng thử cổng nhỏ của kiểm thử bằng ProperDocs, so với MkDocs.")


class NotBuilt(RuntimeError):
    """ProperDocs could not be had, or does not build."""


def main() -> int:
    LINE.read()
    try:
        different = differences(prepare(HOME))
    except NotBuilt as fault:
        print(fault, file=sys.stderr)
        return 1
    for path in different:
        print(f"khác nhau: {path}", file=sys.stderr)
    if not different:
        print("ProperDocs dựng ra đúng những tệp của MkDocs, giống từng byte.")
    return 1 if different else 0


def prepare(home: Path) -> Path:
    """The environment of the lock; made anew when the lock has changed. Its Python."""
    lock, stamp = environment.ROOT / environment.SUCCESSOR_LOCK, home / "portal.stamp"
    wanted = f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {sys.implementation.cache_tag}"
    python = environment.python_of(home)
    if stamp.is_file() and stamp.read_text() == wanted and python.exists():
        return python
    print("Đang chuẩn bị môi trường có ProperDocs, chỉ lần đầu…", flush=True)
    home.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    environment.create(home)
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    run([*pip, "install", "--quiet", "--require-hashes", "--requirement", str(lock)])
    # Material asks pip for MkDocs; whoever went another way would not have it.
    run([*pip, "uninstall", "--quiet", "--yes", "mkdocs"])
    stamp.write_text(wanted)
    return python


def differences(python: Path) -> list[str]:
    """The files that are not the same in both sites."""
    with tempfile.TemporaryDirectory(prefix="portal-nguoi-ke-") as folder:
        content = tiny.lay_out(Path(folder) / "noi-dung")
        ours, theirs = Path(folder) / "mkdocs", Path(folder) / "properdocs"
        code, said = tiny.build(content, ours)
        if code:
            raise NotBuilt(said)
        run([str(python), "-c", PROGRAM, str(content), str(theirs), tiny.DAY.isoformat()])
        return identity.between(ours, theirs)


def run(command: list[str]) -> None:
    """In the environment of the other builder; what it says is told only when it fails."""
    root = environment.ROOT
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, (root, root / "scripts")))}
    done = subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise NotBuilt(f"{command[-1]}:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main())
