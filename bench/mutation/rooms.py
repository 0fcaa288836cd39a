"""Which modules are a room, and which tests are its own: both are read from the tree.

In: the folder of the project. Out: rooms → modules; a module → the test modules that import its
room, those that import the module itself, or are named after the room, first.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TOOLS = "tools"
"""The modules that stand in `portal/` itself: text, dates, addresses, faults."""
BESIDE = ("hooks", "scripts")


def rooms(root: Path) -> dict[str, list[Path]]:
    """The rooms of the machine, and its two doors."""
    found: dict[str, list[Path]] = {}
    for top in ("portal", *BESIDE):
        for path in sorted((root / top).rglob("*.py")):
            found.setdefault(room_of(path.relative_to(root)), []).append(path.relative_to(root))
    return found


def room_of(path: Path) -> str:
    return path.parts[0] if path.parts[0] in BESIDE else (path.parts[1:-1] or (TOOLS,))[0]


def tests_of(root: Path, module: Path) -> dict[str, bool]:
    """Test modules of the room; whether each is near this very module: it imports it, or is named
    after the room, all of which it walks through."""
    name = room_of(module)
    room = set(rooms(root)[name])
    tests = {path: _imported(root, path) for path in sorted((root / "tests").glob("test_*.py"))}
    return {
        path.relative_to(root).as_posix(): module in wanted or path.stem == f"test_{name}"
        for path, wanted in tests.items()
        if wanted & room
    }


@cache
def _imported(root: Path, test: Path) -> frozenset[Path]:
    """The modules a test imports, or runs by the name of their file."""
    tree = ast.parse(test.read_text(encoding="utf-8"))
    named = {path for name in _names(tree) if (path := _module(root, name))}
    doors = {Path("scripts", text) for text in (*_texts(tree), *_run(tree)) if text.endswith(".py")}
    return frozenset(named | {door for door in doors if (root / door).is_file()})


def _names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{one.name}" for one in node.names)


def _texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _run(tree: ast.AST) -> Iterator[str]:
    """The files of commands that are run by their names: `commands.run("fix", …)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "commands.run":
            yield from (f"{text}.py" for one in node.args[:1] for text in _texts(one))


def _module(root: Path, name: str) -> Path | None:
    """The file of an imported name, where it is one of ours."""
    way = Path(*name.split("."))
    places = [way] if way.parts[0] == "portal" else [Path(top) / way for top in BESIDE]
    for place in places:
        for file in (place.with_suffix(".py"), place / "__init__.py"):
            if (root / file).is_file():
                return file
    return None
