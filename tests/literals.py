"""Where a value of a closed list stands as a literal: in Python, in templates, in browser code.

In: sources as text. Out: (line, literal) of every literal that should be an attribute of its list,
or the one name its declaration gives it. A literal counts where it consists of values alone:
`"het-toan-bo"`, `"thay-the bai-bo".split()`, `r"^(luat|bo-luat)$"`.

Words that name something else as well (a kind, a key, a rule, a page, an id on the page) count only
where they are used as values: compared with the value of an option, or looked up in a list.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from jinja2 import Environment, nodes

from portal.forms import Word
from portal.kinds import KINDS, LISTS
from portal.kinds.base import fields_of, walk_fields

ROOT = Path(__file__).parent.parent
Found = Iterator[tuple[int, str]]
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_AROUND = re.compile(r"[\s,;|()?:^$]*")
"""What may stand between the values of a literal: blanks, commas, the signs of a pattern."""


@dataclass(frozen=True)
class Vocabulary:
    """All values with the modules that may name them, their labels, and the other names."""

    homes: dict[str, frozenset[str]]
    labels: frozenset[str]
    others: frozenset[str]

    def of(self, literal: str) -> list[str]:
        """The values a literal consists of; none where it says anything else."""
        words = _WORD.findall(literal)
        alone = words and _AROUND.fullmatch(_WORD.sub("", literal))
        return words if alone and all(word in self.homes for word in words) else []

    def is_plain(self, words: Collection[str]) -> bool:
        """Whether no other meaning is possible."""
        return bool(words) and not self.others.issuperset(words)


@cache
def vocabulary() -> Vocabulary:
    homes: dict[str, set[str]] = {}
    labels: set[str] = set()
    for name, model in LISTS.items():
        text = (ROOT / f"data/_danh-muc/{name}.yml").read_text(encoding="utf-8")
        for line in yaml.safe_load(text)["gia_tri"]:
            homes.setdefault(str(line["ma"]), set()).add(_home(model))
            labels.add(str(line["nhan"]))
        for one in fields_of(model):
            for word in one.form.words.values() if isinstance(one.form, Word) else ():
                homes.setdefault(word.value, set()).add(_home(type(word)))
    # A number says nothing of itself; whether it is the value of a list only its place can tell.
    counted = {value: frozenset(at) for value, at in homes.items() if not value.isdecimal()}
    return Vocabulary(counted, frozenset(labels), _others())


def _home(model: type) -> str:
    path = sys.modules[model.__module__].__file__
    assert path
    return Path(path).relative_to(ROOT).as_posix()


def _others() -> frozenset[str]:
    """Names of kinds, of the pages they make, of keys, and of rules as worlds show them."""
    keys = {one.key for kind in KINDS for _, one in walk_fields(kind.model)}
    worlds = (path.read_text(encoding="utf-8") for path in (ROOT / "tests/worlds").glob("*.yml"))
    rules = {one for told in worlds for one in re.findall(r" \[([a-z0-9-]+)\]$", told, re.M)}
    return frozenset(keys | rules | {one for kind in KINDS for one in (kind.name, *kind.made)})


# Python


def in_python(source: str, path: str = "") -> Found:
    """`path`: below the project, for the values it may name."""
    known, tree = vocabulary(), ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        words = [one for one in known.of(node.value) if path not in known.homes[one]]
        above = parents[node]
        if isinstance(above, ast.JoinedStr) and node.value not in known.homes:
            continue  # a piece of a sentence
        compared = _compared(node, parents)
        if (
            (known.is_plain(words) and not _is_example(node, above))
            or (words and (_option(compared) or _looked_up(node, above)))
            or (compared and node.value in known.labels and _option(compared, "label"))
        ):
            yield node.lineno, node.value


def _is_example(node: ast.AST, above: ast.AST) -> bool:
    """What editors are shown; whether it is still a value `test_kinds.py` asks."""
    if isinstance(above, ast.Assign):
        return any(getattr(one, "id", "") == "example" for one in above.targets)
    return isinstance(above, ast.keyword) and above.arg == "example"


def _compared(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> ast.AST | None:
    """The comparison or the `match` a literal is part of."""
    above = parents.get(node)
    while isinstance(above, ast.Tuple | ast.List | ast.Set | ast.MatchValue | ast.MatchOr):
        above = parents.get(above)
    if isinstance(above, ast.match_case):
        above = parents.get(above)
    return above if isinstance(above, ast.Compare | ast.Match) else None


def _option(compared: ast.AST | None, attribute: str = "value") -> bool:
    """Whether it is an option's value that is compared: `rank.value == "van-ban"`."""
    if isinstance(compared, ast.Match):
        sides = [compared.subject]
    else:
        sides = [*ast.iter_child_nodes(compared)] if compared else []
    return any(isinstance(one, ast.Attribute) and one.attr == attribute for one in sides)


def _looked_up(node: ast.AST, above: ast.AST) -> bool:
    """`ranks["van-ban"]`, `ranks.get("van-ban")`, `named(lists, Rank, "van-ban")`."""
    if isinstance(above, ast.Subscript):
        return above.slice is node
    if not isinstance(above, ast.Call) or node not in above.args:
        return False
    name = getattr(above.func, "attr", getattr(above.func, "id", ""))
    return name in ("get", "named")


# Templates


def in_template(source: str) -> Found:
    known, tree = vocabulary(), Environment(extensions=["jinja2.ext.do"]).parse(source)
    uses = {id(one) for node in tree.find_all(_USES) for one in node.find_all(nodes.Const)}
    ids = set(_ids(tree))
    for node in tree.find_all(nodes.Const):
        if isinstance(node.value, str) and _is_value(node.value, id(node) in uses, ids):
            yield node.lineno, node.value
    for data in tree.find_all(nodes.TemplateData):
        for told in re.finditer(r'(?<= )(?:data-[\w-]+|value)="([^"{]+)"', data.data):
            if known.is_plain(known.of(told[1])):
                yield data.lineno + data.data[: told.start()].count("\n"), told[1]


_USES = (nodes.Compare, nodes.Test, nodes.Filter, nodes.Getitem, nodes.Pair)


def _is_value(literal: str, used: bool, ids: Collection[str]) -> bool:
    known = vocabulary()
    words = known.of(literal)
    if used:
        return bool(words) or literal in known.labels
    return known.is_plain(words) and literal not in ids


def _ids(tree: nodes.Template) -> Iterator[str]:
    """Ids of places on the page: what `c.section` and `c.fold` are called with."""
    for call in tree.find_all(nodes.Call):
        name = getattr(call.node, "attr", "")
        if name in ("section", "fold") and call.args and isinstance(call.args[0], nodes.Const):
            yield call.args[0].value


# Browser code

_JS = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r'|"((?:\\.|[^"\\\n])*)"'
    r"|'((?:\\.|[^'\\\n])*)'"
    r"|`((?:\\.|[^`\\])*)`",
    re.DOTALL,
)
"""Comments, then strings of every sort; of what is put into a template the letters around it."""


def in_script(source: str) -> Found:
    known = vocabulary()
    for found in _JS.finditer(source):
        literal = next(filter(None, found.groups()), "")
        words = known.of(literal)
        before = source[: found.start()]
        if known.is_plain(words) or (words and re.search(r"\.value\s*[!=]==?\s*$", before)):
            yield before.count("\n") + 1, literal
