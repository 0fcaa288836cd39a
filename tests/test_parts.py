"""The small records that components show: nothing is left to decide in a template."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import nodes
from jinja2.exceptions import UndefinedError
from jinja2.runtime import Context
from markupsafe import Markup

from portal import kinds
from portal.views.outputs import SHARED
from portal.views.parts import (
    GAPS_TOLD,
    NOTHING,
    Anchor,
    Cell,
    Column,
    Folded,
    cell,
    columns,
    folded,
    table,
    value,
)
from portal.views.renderer import environment

HOME = Path(kinds.__file__).parent


@pytest.mark.parametrize(
    ("it", "told"),
    [
        ("a < b", "a &lt; b"),
        ("", ""),
        (0, "0"),
        (Markup("<b>a</b>"), "<b>a</b>"),
        (None, '<span class="unknown">chưa rõ</span>'),
        (NOTHING, ""),
        (1234, "1234"),
        (Anchor("a & b", '"x"'), '<a href="&#34;x&#34;">a &amp; b</a>'),
        (Anchor("<a>"), "&lt;a&gt;"),
    ],
)
def test_a_value_is_text_but_for_what_is_html_already(it: Cell, told: str) -> None:
    made = value(it)
    assert made == told
    assert isinstance(made, Markup)


def test_what_is_not_known_in_a_cell_is_a_dash_with_a_name_that_its_table_explains() -> None:
    assert cell(None) == '<span class="unknown" role="img" aria-label="chưa rõ">–</span>'
    assert (cell(0), cell(NOTHING), cell("a < b")) == ("0", "", "a &lt; b")
    heads = columns("Tên", "Ngày")
    assert table("Bảng", heads, [("A", None)]).gaps == GAPS_TOLD
    assert table("Bảng", heads, [("A", NOTHING)]).gaps == ""


def test_a_column_has_its_label_and_how_its_cells_are_set() -> None:
    made = columns("Tên", ("Ngày", "short"), ("Số", "number"))
    attributes = ["", ' class="short"', ' class="number"']
    assert made == tuple(
        Column(label, Markup(one))
        for label, one in zip(["Tên", "Ngày", "Số"], attributes, strict=True)
    )


def test_of_many_things_the_first_are_seen_at_once() -> None:
    assert folded("abcde", 3) == Folded(("a", "b", "c"), ("d", "e"))
    assert folded("abcde", 3).count == 5
    assert not folded("abc", 3).rest
    assert not folded("", 3)


def test_a_template_may_call_nothing_but_macros_and_filters() -> None:
    """What it shows was decided before; see `PlainContext` for how macros are called."""
    env = environment()
    assert issubclass(env.context_class, Context)
    assert env.from_string("{{ f(1, b=2) }}").render(f=lambda a, b: f"{a}{b}") == "12"
    assert env.globals == {}


def test_a_template_that_asks_for_what_its_page_has_not_is_a_fault() -> None:
    with pytest.raises(UndefinedError):
        environment().from_string("{% if page.titel %}{% endif %}").render(page=Anchor("a"))


TEMPLATES = sorted([*SHARED.glob("*.jinja"), *HOME.rglob("*.jinja")])
COMPUTING = (
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow),
    *(nodes.Compare, nodes.Dict, nodes.List, nodes.Tuple),
)
LAYING_OUT = {"cell", "value", "upper_first", "lower", "length"}
"""The filters a template needs: how a word begins, how many there are."""


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_lays_out_and_works_nothing_out(path: Path) -> None:
    tree = environment().parse(path.read_text(encoding="utf-8"))
    targets = {id(one.target) for one in tree.find_all((nodes.For, nodes.Assign))}  # type: ignore[attr-defined]
    found = [one for one in tree.find_all(COMPUTING) if id(one) not in targets]
    assert [f"{path.name}:{one.lineno}: {type(one).__name__}" for one in found] == []
    assert {one.name for one in tree.find_all(nodes.Filter)} <= LAYING_OUT
