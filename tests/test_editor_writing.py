"""What the desk writes: nothing where nothing was changed, else only the keys that were."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from environment import ROOT

from portal import source
from portal.editor import form, posted
from portal.editor.entry_file import EntryFile
from portal.editor.form import Maker
from portal.library.gather import is_version, kind_of
from portal.library.lists import is_list, lists_of
from portal.patch.order import order_of
from portal.patch.rewrite import Item
from portal.source import admission

LISTS, _ = lists_of(source.read(ROOT))
MAKER = Maker(LISTS, lambda text, kinds: "")


def entries() -> Iterator[tuple[str, type, bytes]]:
    for path, file in admission.texts(ROOT):
        kind = None if is_list(path) else kind_of(path, source.place_of(path)[0])
        if kind:
            model = kind.version if is_version(kind, path) else kind.model
            assert model
            yield path, model, file.read_bytes()


def through_the_form(path: str, model: type, raw: bytes) -> bytes:
    """Opened and saved, nothing touched."""
    file = EntryFile(path, raw)
    controls = MAKER.controls(model, file.values)
    assert not [one.name for one in controls if one.sort == "other"], path
    return file.with_changes(posted.wanted(form.pairs(controls)), order_of(model), file.body)


@pytest.mark.parametrize("ends", ["as they are", "Windows"])
def test_every_real_entry_comes_back_byte_by_byte(ends: str) -> None:
    changed, seen = [], 0
    for path, model, raw in entries():
        if ends == "Windows":
            raw = b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n")
        seen += 1
        if through_the_form(path, model, raw) != raw:
            changed.append(path)
    assert seen > 500
    assert not changed


MARK = "Chữ bàn biên tập vừa gõ"


def places(controls: tuple[form.Control, ...]) -> Iterator[tuple[str, str]]:
    """Every text in a form, with its name: the keys an editor can type into."""
    for one in controls:
        if one.sort in ("line", "prose") and one.filled:
            yield one.name, one.value
        yield from places(one.inside)


def test_one_key_typed_anew_leaves_every_other_byte_of_every_real_entry() -> None:
    """The lines before and after the key are those of the file, and it says what was typed."""
    wrong, seen = [], 0
    for place, (path, model, raw) in enumerate(entries()):
        file = EntryFile(path, raw)
        controls = MAKER.controls(model, file.values)
        found = [*places(controls)]
        name, _ = found[place % len(found)]
        pairs = [(one, MARK if one == name else told) for one, told in form.pairs(controls)]
        made = file.with_changes(posted.wanted(pairs), order_of(model), file.body)
        seen += 1
        if not is_one_place(raw.decode(), made.decode()):
            wrong.append(f"{path}: {name}")
    assert seen > 500
    assert not wrong


def is_one_place(before: str, after: str) -> bool:
    """Whether the two differ in one run of lines alone, which is the line that was typed."""
    old, new = before.split("\n"), after.split("\n")
    head, tail = same(old, new), same(old[::-1], new[::-1])
    put = new[head : len(new) - tail]
    return len(put) == 1 and MARK in put[0]


def same(old: list[str], new: list[str]) -> int:
    """So many lines are the same from the beginning."""
    return next((at for at, pair in enumerate(zip(old, new, strict=False)) if len({*pair}) > 1), 0)


def test_what_is_wanted_is_told_as_a_browser_sends_it_and_read_back() -> None:
    wanted = {
        "ten": "A",
        "nhom": {"b": "1", "c": ""},
        "ds": [Item("x", 2), Item({"d": "y"}), Item("z", 0)],
        "rong": [],
    }
    pairs = [pair for key, one in wanted.items() for pair in posted.told(key, one)]  # type: ignore[arg-type]
    assert pairs == [
        ("ten", "A"),
        ("nhom/", ""),
        ("nhom/b", "1"),
        ("nhom/c", ""),
        ("ds/", ""),
        ("ds/2", "x"),
        ("ds/m1/", ""),
        ("ds/m1/d", "y"),
        ("ds/0", "z"),
        ("rong/", ""),
    ]
    assert posted.wanted(pairs) == {**wanted, "rong": {}}
    assert posted.tokens(pairs) == {"ds": ("2", "m1", "0")}


def test_line_ends_and_marks_of_what_was_typed_are_those_of_files() -> None:
    typed = [("a", "m\u006f\u0323t\r\nhai\rba")]
    assert posted.wanted(typed) == {"a": "m\u1ecdt\nhai\nba"}


@pytest.mark.parametrize(
    "name", ["", "/a", "A", "a//b", "a/b-c", "a/12345", "/".join("a" * 14), "a/../b"]
)
def test_a_name_that_no_page_sends_is_refused(name: str) -> None:
    with pytest.raises(posted.NotAForm):
        posted.wanted([(name, "1")])


def test_a_value_is_no_group_and_the_deepest_name_is_still_read() -> None:
    with pytest.raises(posted.NotAForm):
        posted.wanted([("a", "1"), ("a/b", "2")])
    deepest = "/".join("a" * 13)
    assert deepest.count("/") == posted.DEEPEST
    assert list(posted.wanted([(deepest, "1")])) == ["a"]
