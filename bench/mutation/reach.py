"""Which tests run which functions, learnt once while nothing is wrong.

In: the modules of a copy, as they are imported; the running test. Out: per test, the functions it
ran, as `path:Class.method`. What was kept from before (`functools.cache`, `cached_property`, a
fixture of the whole module) counts for every test that took it. Of what ran in another process
that process tells (`elsewhere`); a test that started a Python which told nothing is told apart.
"""

from __future__ import annotations

import ast
import builtins
import functools
import operator
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

TOPS = ("portal", "hooks", "scripts")
CALL = "__reached__"
ELSEWHERE = "*"
"""Stands for every function: who knows what another process ran."""
COMMAND = "__main__"
"""Stands for every function of a module that was run as a command, which no import reads."""
Heard = Callable[[set[str] | frozenset[str]], None]
_reached: set[str] = set()
_root = Path()
_hear: Heard = lambda names: None  # noqa: E731 until somebody listens


@contextmanager
def reached() -> Iterator[set[str]]:
    """What is reached meanwhile; what was before it stays reached."""
    global _reached
    before, _reached = _reached, set()
    inner = _reached
    try:
        yield inner
    finally:
        before |= inner
        _reached = before


def add(names: set[str] | frozenset[str]) -> None:
    _reached.update(names)
    _hear(names)


def command(root: Path, file: str) -> str:
    """The name under which a module that is run as a command is reached."""
    path = Path(file)
    place = path.relative_to(root) if path.is_relative_to(root) else path
    return f"{place.as_posix()}:{COMMAND}"


def start(root: Path, hear: Heard = lambda names: None) -> None:
    """From now on modules of the copy tell what of them is run. Before any of them is imported.
    `hear`: is told of it at once."""
    global _root, _hear
    _root, _hear = root, hear
    setattr(builtins, CALL, lambda name: add({name}))
    functools.lru_cache = _lru_cache
    functools.cache = lambda told: _lru_cache(None)(told)
    functools.cached_property = _CachedProperty  # type: ignore[misc]
    plain = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, fullname: str) -> CodeType | None:
        path = Path(loader.get_filename(fullname))
        place = _place(path)
        if place.parts[0] not in TOPS:
            return plain(loader, fullname)
        tree = telling(path.read_text(encoding="utf-8"), place.as_posix())
        return compile(tree, str(path), "exec", dont_inherit=True)

    SourceFileLoader.get_code = get_code  # type: ignore[assignment]


def telling(source: str, path: str) -> ast.Module:
    """The module, every function of which says first that it runs."""
    tree = ast.parse(source)
    _tell(tree, path, ())
    return ast.fix_missing_locations(tree)


def _tell(node: ast.AST, path: str, scope: tuple[str, ...]) -> None:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        scope = (*scope, node.name)
    for child in ast.iter_child_nodes(node):
        _tell(child, path, scope)
    if isinstance(node, ast.FunctionDef):
        name = ast.Constant(f"{path}:{'.'.join(scope)}")
        said = ast.Expr(ast.Call(ast.Name(CALL, ast.Load()), [name], []))
        first = int(ast.get_docstring(node, clean=False) is not None)
        node.body.insert(first, ast.copy_location(said, node))


_KEPT = functools.lru_cache


def _lru_cache(maxsize: Any = 128, typed: bool = False) -> Any:
    if callable(maxsize):
        return _lru_cache()(maxsize)

    def kept(told: Callable[..., Any]) -> Any:
        def run(*words: Any, **named: Any) -> tuple[Any, set[str]]:
            with reached() as inner:
                value = told(*words, **named)
            return value, inner

        asked = _KEPT(maxsize, typed)(run)

        @functools.wraps(told)
        def ask(*words: Any, **named: Any) -> Any:
            value, inner = asked(*words, **named)
            add(inner)
            return value

        for name in ("cache_clear", "cache_info", "cache_parameters"):
            setattr(ask, name, getattr(asked, name))
        return ask

    return lambda told: kept(told) if _is_ours(told) else _KEPT(maxsize, typed)(told)


def _is_ours(told: Callable[..., Any]) -> bool:
    code = getattr(told, "__code__", None)
    return code is not None and _place(Path(code.co_filename)).parts[0] in (*TOPS, "tests")


def _place(path: Path) -> Path:
    return path.relative_to(_root) if path.is_relative_to(_root) else path


class _CachedProperty(functools.cached_property[Any]):
    """Asked each time, so that each time it is told what it once ran."""

    __module__ = "functools"  # pydantic takes nothing else for a property

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        ran = self.__dict__.setdefault("ran", {})
        name = str(self.attrname)
        if name not in instance.__dict__:
            with reached() as inner:
                instance.__dict__[name] = self.func(instance)
            ran[id(instance)] = inner
        else:
            add(ran.get(id(instance), set()))
        return instance.__dict__[name]

    def __set__(self, instance: Any, value: Any) -> None:
        instance.__dict__[str(self.attrname)] = value

    def __delete__(self, instance: Any) -> None:
        del instance.__dict__[str(self.attrname)]


def by_function(ran: dict[str, set[str]]) -> dict[str, str]:
    """Function → the tests that run it, a bit each, in their order: short enough to be kept."""
    found: dict[str, int] = {}
    for place, functions in enumerate(ran.values()):
        for one in functions:
            found[one] = found.get(one, 0) | 1 << place
    return {one: f"{bits:x}" for one, bits in found.items()}


@dataclass(frozen=True)
class Reach:
    """What was learnt."""

    tests: list[str] = field(default_factory=list)
    ran: dict[str, str] = field(default_factory=dict)

    def of(
        self, path: Path, scope: str, is_run: bool = False, near: Iterable[str] = ()
    ) -> list[str] | None:
        """The tests that run this function; of what stands in none, those that run the module, and
        all of the test modules `near` it: what is only declared is read without running any of it.

        None where nothing of the module is ever run, as in one of names only. `is_run`: what
        stands there does nothing until the function runs.
        """
        module = f"{path.as_posix()}:"
        bits = self._bits(module + scope) if scope else 0
        if is_run:
            bits |= self._bits(module + COMMAND)
        elif not bits:
            within = [one for one in self.ran if one.startswith(module)]
            bits = functools.reduce(operator.or_, map(self._bits, within), 0)
        if not bits and not is_run:
            return None
        bits |= self._bits(ELSEWHERE)
        whole = () if is_run else tuple(f"{one}::" for one in near)
        return [
            one
            for place, one in enumerate(self.tests)
            if bits >> place & 1 or one.startswith(whole)
        ]

    def _bits(self, function: str) -> int:
        return int(self.ran.get(function, "0"), 16)
