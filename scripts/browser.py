"""The code for browsers, judged: `web/`, whose bundles are committed and handed to readers.

In: the folder. Out: whether its bundles are made of what stands there now, its types hold and its
tests pass. That bundles are old is told without Node; the rest only where Node is.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import machine

WEB = Path(__file__).resolve().parent.parent / "web"
BUNDLES = "bundles"
SUMS = f"{BUNDLES}/SHA256SUMS"
"""Of every bundle and of all that went into one; `sha256sum -c` reads it too."""
TOOLS = ("bundle.mjs", "package-lock.json")
"""What bundles are made by."""
TSC = "node_modules/typescript/bin/tsc"
PROJECTS = ("tsconfig.json", "tsconfig.pure.json")
AGAIN = "    Cách sửa: python3 scripts/bundle.py, rồi gửi cả thư mục web/bundles"
NO_NODE = f"Chưa kiểm kiểu, chưa chạy kiểm thử của web/: {machine.NO_NODE}."
_PACKAGE = re.compile(r'^import .* from "(?!node:|\.)', re.MULTILINE)
NO_MODULES = "Chưa kiểm kiểu của web/: npm không lấy được công cụ (typescript, esbuild)."


class BundleFault(Exception):
    """The bundles could not be made; its text tells the person why."""


def judge() -> bool | None:
    """Prints what is wrong. None where nothing is, as far as this machine could look."""
    if found := list(stale(WEB)):
        print(*found, AGAIN, sep="\n")
        return False
    node = machine.find_node()
    if node is None:
        print(NO_NODE)
        return None
    has_modules = machine.get_modules(WEB, "công cụ của web/ (typescript, esbuild)")
    passed = tried(WEB, node, packages=has_modules)
    if not has_modules:
        print(NO_MODULES)
        return None if passed else False
    typed = [_typed(WEB, node, project) for project in PROJECTS]
    try:
        other = list(differing(WEB, node))
    except BundleFault as fault:
        print(fault)
        return False
    if other:
        print(*other, AGAIN, sep="\n")
    return passed and all(typed) and not other


def tests(web: Path) -> list[Path]:
    """Beside the modules they try."""
    return sorted(
        file
        for room in web.glob("*/")
        if room.name != "node_modules"
        for file in room.rglob("*.test.js")
    )


def tried(web: Path, node: str, *, packages: bool = True) -> bool:
    """Whether all tests pass; what Node says is of use only where one does not. Without packages
    those that import one are left out."""
    chosen = [one for one in tests(web) if packages or not _PACKAGE.search(one.read_text("utf-8"))]
    command = [node, "--test", "--test-reporter=spec", *map(str, chosen)]
    done = subprocess.run(command, cwd=web, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        print(done.stdout)
    return done.returncode == 0


def stale(web: Path) -> Iterator[str]:
    """What is not as it was when the bundles were made."""
    sums = web / SUMS
    told = dict(map(_read, sums.read_text(encoding="utf-8").splitlines())) if sums.exists() else {}
    for name, digest in told.items():
        file = web / name
        if not file.is_file():
            yield f"web/{name}: không còn, mà các tệp gộp làm từ nó."
        elif _digest(file) != digest:
            yield f"web/{name}: đã đổi sau khi làm các tệp gộp."
    for file in bundles(web):
        if (name := file.relative_to(web).as_posix()) not in told:
            yield f"web/{name}: không do scripts/bundle.py làm ra."


def bundles(web: Path) -> list[Path]:
    """All that `bundle.mjs` is asked for, as it is committed; forms of files are not judged."""
    return sorted(file for file in (web / BUNDLES).rglob("*") if file.suffix in (".js", ".css"))


def differing(web: Path, node: str) -> Iterator[str]:
    """Bundles that are not what is made now."""
    with tempfile.TemporaryDirectory() as folder:
        for name in make(web, node, Path(folder)):
            made, kept = Path(folder, name), web / BUNDLES / name
            if not kept.is_file() or kept.read_bytes() != made.read_bytes():
                yield f"web/{BUNDLES}/{name}: khác với tệp gộp làm từ mã hiện có."


def make(web: Path, node: str, folder: Path) -> dict[str, list[str]]:
    """Every bundle, put there; what each was made of."""
    command = [node, "bundle.mjs", str(folder)]
    done = subprocess.run(command, cwd=web, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        raise BundleFault("esbuild không gộp được; lý do ở trên.")
    made: dict[str, list[str]] = json.loads(done.stdout)
    return made


def write(web: Path, node: str) -> list[str]:
    """Make the bundles anew, and what tells later that they are old; the names of all.

    Where one cannot be made, all stay as they were.
    """
    with tempfile.TemporaryDirectory() as folder:
        made = make(web, node, Path(folder))
        for old in bundles(web):
            old.unlink()
        shutil.copytree(folder, web / BUNDLES, dirs_exist_ok=True)
    names = {*TOOLS, *(f"{BUNDLES}/{name}" for name in made)}
    names |= {source for sources in made.values() for source in sources}
    lines = (f"{_digest(web / name)}  {name}\n" for name in sorted(names))
    (web / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")
    return sorted(made)


def _typed(web: Path, node: str, project: str) -> bool:
    sys.stdout.flush()
    done = subprocess.run([node, TSC, "--project", project], cwd=web, check=False)
    return done.returncode == 0


def _read(line: str) -> tuple[str, str]:
    digest, _, name = line.partition("  ")
    return name, digest


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
