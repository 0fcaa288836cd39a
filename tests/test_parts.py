"""The small records that components show: nothing is left to decide in a template."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Undefined
from jinja2.runtime import Context
from jinja2.utils import _PassArg
from markupsafe import Markup

from portal.views.parts import Column, columns, value
from portal.views.renderer import environment


@pytest.mark.parametrize(
    ("it", "told"),
    [
        ("a < b", "a &lt; b"),
        ("", ""),
        (0, "0"),
        (Markup("<b>a</b>"), "<b>a</b>"),
        (None, '<span class="unknown">chưa rõ</span>'),
        (Undefined(), '<span class="unknown">chưa rõ</span>'),
        ({"html": "<i>a</i>", "label": "b"}, "<i>a</i>"),
        ({"html": ""}, ""),
        ({"label": "a & b", "url": '"x"'}, '<a href="&#34;x&#34;">a &amp; b</a>'),
        ({"label": "a", "url": ""}, "a"),
        ({"label": "<a>"}, "&lt;a&gt;"),
        (SimpleNamespace(label="a", url="b/"), '<a href="b/">a</a>'),
        (SimpleNamespace(label="<a>"), "&lt;a&gt;"),
    ],
)
def test_a_value_is_text_but_for_what_is_named_html(it: Any, told: str) -> None:
    made = value(it)
    assert made == told
    assert isinstance(made, Markup)


def test_a_column_has_its_label_and_how_its_cells_are_set() -> None:
    made = columns("Tên", ("Ngày", "short"), ("Số", "number"))
    attributes = ["", ' class="short"', ' class="number"']
    assert made == tuple(
        Column(label, Markup(one))
        for label, one in zip(["Tên", "Ngày", "Số"], attributes, strict=True)
    )


def test_nothing_a_template_may_call_asks_for_its_context() -> None:
    """Else it would be called without: see `PlainContext`."""
    env = environment()
    assert issubclass(env.context_class, Context)
    assert env.from_string("{{ f(1, b=2) }}").render(f=lambda a, b: f"{a}{b}") == "12"
    assert not [name for name, one in env.globals.items() if _PassArg.from_obj(one)]
