"""Keys changed inside a YAML text: what is read back is what was wanted, and nothing else moved."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.patch import spelling
from portal.patch.rewrite import rewrite
from portal.patch.wanted import Item, Unsafe, is_empty, plain

ORDER: dict[str, Any] = {
    "ten": None,
    "so": None,
    "ghi": None,
    "nhom": {"b": None, "a": None},
    "ai": {},
}
TRICKY = [
    *("a", "a b", "12", "010", "null", "~", "có: b", "có #b", "- a", "a:", "'a'", '"a"', "a'b\"c"),
    *("[a]", "{a: b}", "a, b", "a\\b", "a\tb", "#a", "@a", "a: ", "*a", "&a", "!a", "|", ">", "%"),
    *(
        "a\nb",
        "a\n b",
        "a\n\nb",
        "a  b",
        "dài " * 40 + "hết",
        "a\n  b\nc",
        "?",
        "? a",
        "2026-01-02",
        "…",
    ),
]
TEXTS = st.sampled_from([one.strip() or "a" for one in TRICKY])
GROUPS = st.dictionaries(st.sampled_from("ab"), TEXTS, min_size=1)
VALUES = {
    **dict.fromkeys(("ten", "so"), TEXTS),
    "ghi": st.lists(TEXTS, min_size=1, max_size=3),
    "nhom": GROUPS,
    "ai": st.lists(
        st.dictionaries(st.sampled_from(["x", "y"]), TEXTS, min_size=1), min_size=1, max_size=2
    ),
}
ENTRIES = st.fixed_dictionaries({}, optional=VALUES)


def read(text: str) -> dict[str, Any]:
    return yaml.load(text, Loader=spelling.LOADER) or {}


def new(value: Any) -> Any:
    """As a form would hand it in, nothing of it there before."""
    if isinstance(value, list):
        return [Item(new(one)) for one in value]
    return {key: new(one) for key, one in value.items()} if isinstance(value, dict) else value


def kept(value: Any) -> Any:
    """The same, every item being the one that was there."""
    if isinstance(value, list):
        return [Item(kept(one), at) for at, one in enumerate(value)]
    return {key: kept(one) for key, one in value.items()} if isinstance(value, dict) else value


@given(ENTRIES)
def test_what_is_written_into_an_empty_text_is_read_back_as_it_was(entry: dict[str, Any]) -> None:
    assert read(rewrite("", new(entry), ORDER)) == entry


@given(
    ENTRIES.filter(bool),
    st.sampled_from([True, False, None]),
    st.sampled_from([None, "'", '"', "|", ">"]),
)
def test_what_a_text_holds_already_changes_no_byte_of_it(
    entry: dict[str, Any], flow: bool | None, style: str | None
) -> None:
    text = yaml.dump(
        entry, allow_unicode=True, default_flow_style=flow, default_style=style, sort_keys=False
    )
    text = f"# lời chú\n{text}" if not flow else text
    assert rewrite(text, kept(read(text)), ORDER) == text


@settings(max_examples=150)
@given(ENTRIES, ENTRIES, st.booleans(), st.booleans())
def test_after_a_change_the_text_holds_what_was_wanted_and_the_rest_as_before(
    before: dict[str, Any], wanted: dict[str, Any], windows: bool, empties: bool
) -> None:
    text = rewrite("", new(before), ORDER)
    text = text.replace("\n", "\r\n") if windows else text
    gone = {key: "" for key in before if key not in wanted} if empties else {}
    made = rewrite(text, {**new(wanted), **gone}, ORDER)
    expected = {**before, **wanted}
    if "nhom" in before and "nhom" in wanted:  # of a group only the keys in the form are named
        expected["nhom"] = {**before["nhom"], **wanted["nhom"]}
    assert read(made) == {key: one for key, one in expected.items() if key not in gone}
    assert "\r\n" not in text or "\n" not in made.replace("\r\n", "")


CHANGED: dict[str, tuple[str, dict[str, Any], str]] = {
    "nothing at all": ("", {}, ""),
    "a text of comments": ("# chú\n", {"ten": "a"}, "# chú\nten: a\n"),
    "new keys in the order of the kind": (
        "ten: a\n",
        {"ghi": "c", "so": "d"},
        "ten: a\nso: d\nghi: c\n",
    ),
    "a new key before all others": ("ghi: c\n", {"ten": "a"}, "ten: a\nghi: c\n"),
    "a new key behind the last that is written before it": (
        "la: z\nten: a\nghi: c\n",
        {"so": "d"},
        "la: z\nten: a\nso: d\nghi: c\n",
    ),
    "a text without a last line end": ("ten: a", {"so": "d"}, "ten: a\nso: d\n"),
    "a key that goes": ("ten: a\nso: b # chú\nghi: c\n", {"so": " "}, "ten: a\nghi: c\n"),
    "a key that was empty already": ("ten: a\nso:\n", {"so": ""}, "ten: a\nso:\n"),
    "an empty key that is filled": ("ten:\nso: b\n", {"ten": "a"}, "ten: a\nso: b\n"),
    "quotes stay": ("ten: 'a'\nso: \"b\"\n", {"ten": "c", "so": "d"}, "ten: 'c'\nso: \"d\"\n"),
    "a comment behind stays": ("ten: a  # chú\n", {"ten": "b"}, "ten: b  # chú\n"),
    "a block stays one": ("ten: |\n  a\n  b\nso: c\n", {"ten": "d\n"}, "ten: |\n  d\nso: c\n"),
    "a folded block stays one": ("ten: >-\n  a\nso: c\n", {"ten": "d"}, "ten: >-\n  d\nso: c\n"),
    "two lines become a block": ("ten: a\n", {"ten": "b\nc"}, "ten: >-\n  b\n\n  c\n"),
    "two lines within brackets do not": (
        "ghi: [a, b]\n",
        {"ghi": [Item("a", 0), Item("b\nc", 1)]},
        'ghi: [a, "b\\nc"]\n',
    ),
    "a comma within brackets": (
        "ghi: [a, b]\n",
        {"ghi": [Item("a, c", 0), Item("b", 1)]},
        'ghi: ["a, c", b]\n',
    ),
    "a comma elsewhere": ("ghi:\n- a\n", {"ghi": [Item("a, c", 0)]}, "ghi:\n- a, c\n"),
    "brackets with more": ("ghi: [a]\n", {"ghi": [Item("a", 0), Item("b")]}, "ghi: [a, b]\n"),
    "items that change places": (
        "ghi:\n  # một\n  - a\n  # hai\n  - b # chú\n",
        {"ghi": [Item("b", 1), Item("a", 0)]},
        "ghi:\n  # một\n  # hai\n  - b # chú\n  - a\n",
    ),
    "an item that goes and one that comes": (
        "ghi:\n- a\n- b\n",
        {"ghi": [Item("b", 1), Item("c")]},
        "ghi:\n- b\n- c\n",
    ),
    "an item behind the last one without a line end": (
        "ghi:\n- a",
        {"ghi": [Item("a", 0), Item("b")]},
        "ghi:\n- a\n- b\n",
    ),
    "an empty item is left out where it is new": (
        "ghi:\n- a\n",
        {"ghi": [Item("a", 0), Item(" ")]},
        "ghi:\n- a\n",
    ),
    "an empty item stays where it was": (
        "ghi:\n- a\n-\n",
        {"ghi": [Item("b", 0), Item("", 1)]},
        "ghi:\n- b\n-\n",
    ),
    "one value that is a list of one": ("ghi: a\n", {"ghi": [Item("b", 0)]}, "ghi: b\n"),
    "one value that becomes several": (
        "ghi: a\n",
        {"ghi": [Item("a", 0), Item("Bê")]},
        "ghi:\n  - a\n  - Bê\n",
    ),
    "short ids in brackets": ("ten: a\n", {"ghi": [Item("a"), Item("b")]}, "ten: a\nghi: [a, b]\n"),
    "a key within a group": ("nhom:\n  a: b\n", {"nhom": {"a": "c"}}, "nhom:\n  a: c\n"),
    "a new key within a group": (
        "nhom:\n  a: b\n",
        {"nhom": {"b": "c"}},
        "nhom:\n  b: c\n  a: b\n",
    ),
    "a group in brackets": ("nhom: {b: c}\n", {"nhom": {"a": "d"}}, "nhom: {b: c, a: d}\n"),
    "a group in brackets that loses one": (
        "nhom: {b: c, a: d}\n",
        {"nhom": {"b": ""}},
        "nhom: {a: d}\n",
    ),
    "a group that loses all but what the form has not": (
        "nhom:\n  b: c\n  la: d\n",
        {"nhom": {"b": "", "a": ""}},
        "nhom:\n  la: d\n",
    ),
    "a group in another that loses all but what the form has not": (
        "nhom:\n  b:\n    c: d\n    la: e\n",
        {"nhom": {"b": {"c": ""}, "a": ""}},
        "nhom:\n  b:\n    la: e\n",
    ),
    "a list that was empty already": ("ten: a\nghi: []\n", {"ghi": []}, "ten: a\nghi: []\n"),
    "a group that was empty already": ("nhom: {}\n", {"nhom": {"a": ""}}, "nhom: {}\n"),
    "an empty list that is filled": ("ghi: []\n", {"ghi": [Item("b")]}, "ghi: [b]\n"),
    "a list that loses all": ("ten: a\nghi:\n- b\n- c\n", {"ghi": []}, "ten: a\n"),
    "what the form has not in brackets": (
        "nhom: {la: [d, e], kia: {f: g}, b: c}\n",
        {"nhom": {"a": "h"}},
        "nhom: {la: [d, e], kia: {f: g}, b: c, a: h}\n",
    ),
    "a group that loses all": ("ten: a\nnhom:\n  b: c\n", {"nhom": {"b": ""}}, "ten: a\n"),
    "the first key of an item goes": (
        "ai:\n- x: a\n  y: b\n",
        {"ai": [Item({"x": "", "y": "b"}, 0)]},
        "ai:\n- y: b\n",
    ),
}


@pytest.mark.parametrize(("text", "wanted", "made"), CHANGED.values(), ids=CHANGED)
def test_only_the_place_of_a_key_is_written_anew(
    text: str, wanted: dict[str, Any], made: str
) -> None:
    assert rewrite(text, wanted, ORDER) == made
    if "\n" in text:
        assert rewrite(text.replace("\n", "\r\n"), wanted, ORDER) == made.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "wanted", "told"),
    [
        ("- a\n", {"ten": "b"}, "không gồm các dòng"),
        ("chữ\n", {"ten": "b"}, "không gồm các dòng"),
        ("ai:\n- x: a\n", {"ai": [Item({"x": "", "y": "b"}, 0)]}, "mà còn khoá mới"),
        ("ai:\n- x: a\n  # chú\n  y: b\n", {"ai": [Item({"x": "", "y": "c"}, 0)]}, "có lời chú"),
        ("ghi:\n- a\n", {"ghi": [Item({"x": "a"}, 0)]}, "theo cách khác mẫu"),
        ("ghi:\n- - a\n", {"ghi": [Item([Item("b", 0), Item("c")], 0)]}, "theo cách khác mẫu"),
    ],
)
def test_what_cannot_be_changed_safely_is_refused_with_the_reason(
    text: str, wanted: dict[str, Any], told: str
) -> None:
    with pytest.raises(Unsafe, match=told):
        rewrite(text, wanted, {**ORDER, "ai": {"x": None, "y": None}})


def test_what_is_empty_all_through_is_nothing() -> None:
    for one in ("", " \n", [], {}, [Item("")], {"a": " "}, {"a": [Item({"b": ""})]}):
        assert is_empty(one)
    for one in ("a", [Item(""), Item("a")], {"a": "", "b": "c"}):
        assert not is_empty(one)
    assert plain({"a": "", "b": [Item(" "), Item("c", 4)]}) == {"b": ["c"]}


@pytest.mark.parametrize("text", [one for one in TRICKY if "\n" not in one])
@pytest.mark.parametrize("style", [None, "'", '"'])
@pytest.mark.parametrize("flow", [True, False])
def test_a_text_on_one_line_is_read_back_in_any_quotes(
    text: str, style: str | None, flow: bool
) -> None:
    told = spelling.line(text, style, flow=flow)
    assert "\n" not in told
    assert read(f"k: [{told}]" if flow else f"k: {told}\n")["k"] == ([text] if flow else text)


def test_a_paragraph_is_broken_at_98_letters_and_no_word_is_cut() -> None:
    fits, longer, word = f"{'a' * 49} {'b' * 48}", f"{'a' * 49} {'b' * 49}", "x-" * 60
    assert spelling.paragraphs(fits, "  ", ">") == [">-", f"  {fits}"]
    assert spelling.paragraphs(longer, "  ", ">") == [">-", f"  {'a' * 49}", f"  {'b' * 49}"]
    assert spelling.paragraphs(word, "", ">") == [">-", word]


@pytest.mark.parametrize(
    ("text", "style", "lines"),
    [
        ("a\nb", ">", [">-", "  a", "", "  b"]),
        ("a\nb\n", ">", [">", "  a", "", "  b"]),
        ("a\n\nb", ">", ["|-", "  a", "", "  b"]),
        ("a\n\n", ">", ["|+", "  a"]),
        ("a\n b", ">", ["|-", "  a", "   b"]),
        ("a \nb", ">", ["|-", "  a", "  b"]),
        ("a  b", ">", ["|-", "  a  b"]),
        ("a\nb", "|", ["|-", "  a", "  b"]),
        ("a\nb\n", "|", ["|", "  a", "  b"]),
    ],
)
def test_a_block_is_folded_only_where_folding_loses_nothing_and_its_head_tells_its_end(
    text: str, style: str, lines: list[str]
) -> None:
    assert spelling.paragraphs(text, "  ", style) == lines


@pytest.mark.parametrize(
    ("value", "lines"),
    [
        ("", [""]),
        ("a b", [" a b"]),
        (["a", "b-1#muc-2"], [" [a, b-1#muc-2]"]),
        (["A", "b"], ["", "    - A", "    - b"]),
        (["a", {"b": "c", "d": "e"}], ["", "    - a", "    - b: c", "      d: e"]),
        (["a", "b\nc"], ["", "    - a", "    - >-", "      b", "", "      c"]),
        ({"a": {"b": "C d"}}, ["", "    a:", "      b: C d"]),
        ("a\nb", [" >-", "    a", "", "    b"]),
    ],
)
def test_behind_a_key_stand_short_values_and_below_it_long_ones(
    value: spelling.Plain, lines: list[str]
) -> None:
    assert spelling.behind(value, "  ") == lines


def test_yaml_is_read_by_its_compiled_reader_where_there_is_one() -> None:
    compiled = getattr(yaml, "CBaseLoader", None)
    assert spelling.LOADER is (compiled or yaml.BaseLoader)
