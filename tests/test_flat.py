"""Finished prose as one plain text, and the way back into the HTML."""

from __future__ import annotations

import pytest

from portal.citations.passages import HEADING
from portal.views.html.flat import BREAK, GAP, Flat

HTML = (
    '<h2 id="m1">Mục <b>1</b></h2><p>Lời <a href="x">quen</a> thuộc.</p>'
    '<h3>Tiếp</h3><p id="p2" class="x">Hai<br>ba<img id="anh"></p>'
)


@pytest.fixture
def flat() -> Flat:
    return Flat(HTML, ("a",))


def test_blocks_are_apart_headings_marked_quiet_elements_left_out(flat: Flat) -> None:
    assert flat.text == (
        f"{BREAK}{HEADING}Mục 1{BREAK}{BREAK}Lời {GAP} thuộc.{BREAK}"
        f"{BREAK}{HEADING}Tiếp{BREAK}{BREAK}Hai\nba{BREAK}{BREAK}"
    )
    assert Flat(HTML, ()).text.count("quen") == 1
    assert Flat("chỉ chữ", ()).text == "chỉ chữ"
    assert Flat("", ()).text == ""


@pytest.mark.parametrize("piece", ["Mục ", "1", "Lời ", " thuộc.", "Tiếp", "Hai", "ba"])
def test_every_letter_is_found_again_in_the_html(piece: str, flat: Flat) -> None:
    start = flat.text.index(piece)
    first, last = flat.span(start, start + len(piece))
    assert HTML[first:last] == piece
    assert flat.place(start) == first
    for at, letter in enumerate(piece):
        assert HTML[flat.place(start + at)] == letter


def test_a_piece_across_elements_reaches_from_its_first_letter_to_its_last(flat: Flat) -> None:
    start = flat.text.index("Mục 1")
    first, last = flat.span(start, start + len("Mục 1"))
    assert HTML[first:last] == "Mục <b>1"


def test_a_place_is_in_a_heading_from_its_begin_to_its_last_letter(flat: Flat) -> None:
    inside = [at for at in range(len(flat.text)) if flat.in_heading(at)]
    told = "".join(flat.text[at] for at in inside)
    assert told == f"{BREAK}{HEADING}Mục 1{BREAK}{HEADING}Tiếp"
    assert not Flat("<p>a</p>", ()).in_heading(0)


def test_sections_are_counted_by_the_headings_that_have_begun(flat: Flat) -> None:
    told = [flat.section(flat.text.index(one)) for one in ("Mục", "Lời", "Tiếp", "Hai")]
    assert told == [1, 1, 2, 2]
    assert Flat("<p>a</p>", ()).section(0) == 0


def test_the_id_given_last_is_that_of_a_place(flat: Flat) -> None:
    told = [flat.id_at(flat.text.index(one)) for one in ("Mục", "Lời", "Tiếp", "Hai", "ba")]
    assert told == ["m1", "m1", "m1", "p2", "p2"]
    assert flat.id_at(len(flat.text)) == "anh"
    later = Flat('<p>a</p><p id="x">b</p>', ())
    assert (later.id_at(0), later.id_at(later.text.index("b"))) == ("", "x")


def test_the_block_of_a_place_begins_at_the_break_before_it(flat: Flat) -> None:
    for one in ("Mục", "Lời", "Hai"):
        at = flat.text.index(one)
        assert flat.block(at) == flat.text.rindex(BREAK, 0, at)
    assert flat.block(flat.text.index("ba")) == flat.block(flat.text.index("Hai"))
    assert Flat("a", ()).block(1) == -1
