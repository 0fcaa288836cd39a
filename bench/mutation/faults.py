"""The faults that can be seeded in a module: a small wrong step of each kind, as slips are made.

In: the text of a Python module. Out: its faults, in the order of the text. Docstrings, annotations
and decorators are left alone, nothing runs there; and f-strings, where nothing can be placed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

Scope = tuple[str, ...]
Some = TypeVar("Some", bound=ast.AST)
Operators = dict[type[ast.cmpop], type[ast.cmpop]]
Seeded = Iterator[tuple[ast.expr | ast.stmt, ast.AST, str]]
"""What stands there, what is put in its place, the keyword that is dropped."""
FLIPPED: Operators = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
MOVED: Operators = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
NOTHING = ("None", "False", "0", "''", "()", "[]", "{}", "set()", "iter(())")
SENTENCE = re.compile(r"\w{2,} \w{2,}")
"""Of words for people all is lost: how they are worded no test should hold, that they are there is
seen."""
ORDERING = ("key", "reverse")
UNSEEN = ("annotation", "returns", "decorator_list", "type_params")
"""Parts of a node in which no fault is seeded."""


@dataclass(frozen=True)
class Fault:
    """One wrong step: what stood there, what stands there then."""

    kind: str
    line: int
    scope: str
    """The function or class it stands in, as `Class.method`; empty at the top."""
    start: int
    end: int
    """The bytes it replaces."""
    before: str
    after: str
    argument: str = ""
    """The keyword that is dropped, where one is."""
    is_run: bool = True
    """It stands in a function: it does nothing until that runs."""

    def seeded(self, source: str) -> str:
        raw = source.encode()
        return (raw[: self.start] + self.after.encode() + raw[self.end :]).decode()


def faults(source: str) -> Iterator[Fault]:
    raw = source.encode()
    starts = [0]
    for line in raw.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for node, scope, is_run in _walk(ast.parse(source), (), False):
        for kind, seed in SEEDS.items():
            for old, new, argument in seed(node):
                start = starts[old.lineno - 1] + old.col_offset
                end = starts[(old.end_lineno or old.lineno) - 1] + (old.end_col_offset or 0)
                after = f"({ast.unparse(new)})" if isinstance(new, ast.BoolOp) else ast.unparse(new)
                before, place = raw[start:end].decode(), ".".join(scope)
                yield Fault(kind, old.lineno, place, start, end, before, after, argument, is_run)


def _walk(node: ast.AST, scope: Scope, is_run: bool) -> Iterator[tuple[ast.AST, Scope, bool]]:
    yield node, scope, is_run
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        scope, is_run = (*scope, node.name), isinstance(node, ast.FunctionDef)
    for name, value in ast.iter_fields(node):
        if name in UNSEEN:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not _is_silent(child):
                yield from _walk(child, scope, is_run)


def _is_silent(node: ast.AST) -> bool:
    """A docstring, an f-string, or what only the type checker reads."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):
        return isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
    return isinstance(node, ast.JoinedStr | ast.ImportFrom | ast.Import)


def _like(node: Some, **changed: object) -> Some:
    """The same node with some parts changed."""
    parts = {name: getattr(node, name, None) for name in node._fields}
    return type(node)(**{**parts, **changed})


def _compared(operators: Operators, node: ast.AST) -> Seeded:
    if not isinstance(node, ast.Compare):
        return
    for place, operator in enumerate(node.ops):
        if other := operators.get(type(operator)):
            ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
            yield node, _like(node, ops=ops), ""


def _joined(node: ast.AST) -> Seeded:
    if isinstance(node, ast.BoolOp):
        yield node, _like(node, op=ast.And() if isinstance(node.op, ast.Or) else ast.Or()), ""


def _negated(node: ast.AST) -> Seeded:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node, node.operand, ""


def _constant(node: ast.AST) -> Seeded:
    if not isinstance(node, ast.Constant):
        return
    value = node.value
    if isinstance(value, bool):
        yield node, ast.Constant(not value), ""
    elif isinstance(value, int):
        yield node, ast.Constant(value + 1), ""
    elif isinstance(value, str):
        yield node, ast.Constant("" if SENTENCE.search(value) else value + "x"), ""


def _emptied(node: ast.AST) -> Seeded:
    """What is as good as nothing already stays: `return False`, `return ""`, `return ()`."""
    value = node.value if isinstance(node, ast.Return) else None
    if isinstance(node, ast.Return) and value and ast.unparse(value) not in NOTHING:
        yield node, ast.Return(ast.Constant(None)), ""


def _unsorted(node: ast.AST) -> Seeded:
    if isinstance(node, ast.Call):
        for one in node.keywords:
            if one.arg in ORDERING:
                left = [other for other in node.keywords if other is not one]
                yield node, _like(node, keywords=left), one.arg or ""


def _unsaid(node: ast.AST) -> Seeded:
    """The last of the plain arguments, or any of the named ones."""
    if not isinstance(node, ast.Call):
        return
    for one in node.keywords:
        if one.arg and one.arg not in ORDERING:
            left = [other for other in node.keywords if other is not one]
            yield node, _like(node, keywords=left), one.arg
    if node.args and not isinstance(node.args[-1], ast.GeneratorExp):
        yield node, _like(node, args=node.args[:-1]), ""


SEEDS: dict[str, Callable[[ast.AST], Seeded]] = {
    "so sánh ngược": partial(_compared, FLIPPED),
    "lệch biên": partial(_compared, MOVED),
    "và thành hoặc": _joined,
    "bỏ phủ định": _negated,
    "đổi hằng": _constant,
    "trả về rỗng": _emptied,
    "bỏ khoá sắp xếp": _unsorted,
    "bỏ tham số": _unsaid,
}
"""Kind → what is wrong in a node."""
