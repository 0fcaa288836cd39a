"""Two texts made of one: what is put together, what has to be chosen, that nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portal.editor.three_way import BOTH, MINE, THEIRS, Part, are_apart, parts, put_together

Text = list[str]
texts = st.lists(st.sampled_from(["", "một", "hai", "ba", "bốn"]), max_size=8)


@given(texts, texts, texts)
def test_all_parts_of_a_side_are_that_side(before: Text, mine: Text, theirs: Text) -> None:
    found = parts(before, mine, theirs)
    for side, whole in (("before", before), ("mine", mine), ("theirs", theirs)):
        assert [line for one in found for line in getattr(one, side)] == whole


@given(texts, texts)
def test_what_one_side_left_alone_is_as_the_other_has_it(before: Text, other: Text) -> None:
    for sides in ((before, other, before), (before, before, other), (before, other, other)):
        found = parts(*sides)
        assert are_apart(found) and put_together(found, {}) == other


@given(texts, texts, texts, st.sampled_from([MINE, THEIRS, BOTH]))
def test_no_line_that_somebody_wrote_is_lost_unless_the_other_was_chosen(
    before: Text, mine: Text, theirs: Text, choice: str
) -> None:
    found = parts(before, mine, theirs)
    made = put_together(found, dict.fromkeys(range(1, len(found) + 1), choice))
    for one in found:
        if one.is_met and choice == BOTH:
            assert set(one.mine) | set(one.theirs) <= set(made)
        elif not one.is_theirs and not (one.is_met and choice == THEIRS):
            assert set(one.mine) <= set(made)


def told(before: str, mine: str, theirs: str) -> tuple[bool, str]:
    found = parts(*(one.split() for one in (before, mine, theirs)))
    return are_apart(found), " ".join(put_together(found, {1: BOTH}))


def test_changes_in_different_places_are_both_kept() -> None:
    assert told("a b c d", "a B c d", "a b c D e") == (True, "a B c D e")
    assert told("a b c d", "b c d", "a b c d x") == (True, "b c d x")
    assert told("a b c", "a b c x", "a b c x") == (True, "a b c x")


def test_changes_in_the_same_place_wait_for_a_choice() -> None:
    assert told("a b c", "a X c", "a Y c") == (False, "a X  Y c")
    assert told("a b", "a x b", "a y b") == (False, "a x  y b")
    assert told("a b c", "a c", "a B c") == (False, "a B c")


def test_two_paragraphs_stay_two_and_two_rows_one_table() -> None:
    [_, text] = parts(["# Đầu"], ["# Đầu", "Tôi."], ["# Đầu", "Họ."])
    assert text.joined(BOTH) == ("Tôi.", "", "Họ.")
    [_, table] = parts(["| a |"], ["| a |", "| b |"], ["| a |", "| c |"])
    assert table.joined(BOTH) == ("| b |", "| c |")


def test_a_part_says_who_changed_it() -> None:
    def told(before: str, mine: str, theirs: str) -> tuple[bool, bool, bool]:
        part = Part((before,), (mine,), (theirs,))
        return part.is_met, part.is_mine, part.is_theirs

    assert told("a", "a", "a") == (False, False, False)
    assert told("a", "b", "a") == (False, True, False)
    assert told("a", "a", "b") == (False, False, True)
    assert told("a", "b", "b") == (False, False, False)
    assert told("a", "b", "c") == (True, False, False)


def test_what_was_not_chosen_is_mine_and_choices_are_counted_from_one() -> None:
    found = parts(["a", "x", "b"], ["a1", "x", "b1"], ["a2", "x", "b2"])
    assert [one.is_met for one in found] == [True, False, True]
    assert put_together(found, {}) == ["a1", "x", "b1"]
    assert put_together(found, {2: THEIRS}) == ["a1", "x", "b2"]
    assert put_together(found, {1: BOTH, 2: MINE}) == ["a1", "", "a2", "x", "b1"]


def test_lines_that_nobody_changed_are_one_part_to_the_end() -> None:
    same = ["a", "b", "c"]
    assert parts(same, same, same) == (Part(*[tuple(same)] * 3),)
    assert parts([], [], []) == ()
    first, last = parts(["a", "b", "c"], ["x", "b", "c"], ["a", "b", "c"])
    assert (first.mine, last.mine) == (("x",), ("b", "c"))
