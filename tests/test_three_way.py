"""Two texts made of one: what is put together, what has to be chosen, that nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portal.editor.three_way import BOTH, MINE, THEIRS, are_apart, parts, put_together

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
