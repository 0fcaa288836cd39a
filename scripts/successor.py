"""Build the tiny portal of the tests by ProperDocs, which continues MkDocs 1.6, and find the same
pages: so the way out stays open.

In: a lock of its own. Out: an environment of its own in `.cache/`, without MkDocs, and whether its
site is the one MkDocs makes, byte for byte. Material, the hook and `builder` ask for `mkdocs` as
ever: ProperDocs stands in for it (`properdocs.replacement`).
"""

import environment

environment.enter(dev=True)

import sys
import tempfile
from pathlib import Path

import aside
import door
from aside import Unready, run

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


def main() -> int:
    LINE.read()
    try:
        different = differences(prepare(HOME))
    except Unready as fault:
        print(fault, file=sys.stderr)
        return 1
    for path in different:
        print(f"khác nhau: {path}", file=sys.stderr)
    if not different:
        print("ProperDocs dựng ra đúng những tệp của MkDocs, giống từng byte.")
    return 1 if different else 0


def prepare(home: Path) -> Path:
    """Material asks pip for MkDocs; whoever went another way would not have it."""
    lock = environment.ROOT / environment.SUCCESSOR_LOCK
    return aside.prepare(home, lock, "ProperDocs", unwanted=("mkdocs",))


def differences(python: Path) -> list[str]:
    """The files that are not the same in both sites."""
    with tempfile.TemporaryDirectory(prefix="portal-nguoi-ke-") as folder:
        content = tiny.lay_out(Path(folder) / "noi-dung")
        ours, theirs = Path(folder) / "mkdocs", Path(folder) / "properdocs"
        code, said = tiny.build(content, ours)
        if code:
            raise Unready(said)
        run([str(python), "-c", PROGRAM, str(content), str(theirs), tiny.DAY.isoformat()])
        return identity.between(ours, theirs)


if __name__ == "__main__":
    sys.exit(main())
