"""Where views draw a line — so long, so many, so early — what is just on it is told as it should
be, and so is what is just beyond. Sorted lists are asked by entries that come in the wrong order.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from portal.text import NBSP
from portal.views.api.v1 import tables
from portal.views.calendars import events, ics
from portal.views.charts import steps
from portal.views.diagram import lettering
from portal.views.html import flat, folded, texts, typography
from portal.views.names import cut
from portal.views.outputs import distinct_ids, outline_of
from portal.views.search import initials, lists, pack, passages
from portal.views.search.called import _first, _shared
from portal.views.search.record import Section
from portal.views.synopsis import align, words
from portal.views.synopsis.units import Unit

# Texts


@pytest.mark.parametrize("short", [cut, passages.short])
@pytest.mark.parametrize(
    ("text", "longest", "told"),
    [
        ("một hai", 7, "một hai"),
        ("một hai", 8, "một hai"),
        ("một hai", 6, "một…"),
        ("một hai ba", 9, "một hai…"),
        ("", 5, ""),
    ],
)
def test_a_text_that_fits_exactly_is_not_cut(
    short: Any, text: str, longest: int, told: str
) -> None:
    assert short(text, longest) == told


def test_the_words_of_a_place_are_told_on_one_line() -> None:
    assert passages.short("  một \n hai  ", 20) == "một hai"


@pytest.mark.parametrize(
    ("id", "label", "told"),
    [
        ("dieu-5", "Khảo sát", "Điều 5. Khảo sát"),
        ("dieu-5", "Điều 5. Khảo sát", "Điều 5. Khảo sát"),
        ("loi-rieng", "Lời riêng", "Lời riêng"),
    ],
)
def test_a_place_is_called_by_its_number_where_its_heading_does_not_say_it(
    id: str, label: str, told: str
) -> None:
    assert passages.named(Section(id, label, "")) == told


@pytest.mark.parametrize("count", [0, passages.FEW - 1, passages.FEW, passages.FEW + 1])
def test_a_page_of_few_places_is_read_as_a_whole(count: int) -> None:
    sections = tuple(Section(f"dieu-{at}", f"Điều {at}", f"lời {at}") for at in range(1, count + 1))
    record: Any = SimpleNamespace(sections=sections)
    name, content = passages.packed(record)
    assert bool(name) == bool(content) == (count >= passages.FEW)
    if content:
        told = gzip.decompress(content)
        assert len(name) == 2 * pack.ID
        rows = json.loads(told[told.index(b"[") :])
        assert rows == [[one.id, one.label, one.text] for one in sections]


@pytest.mark.parametrize("length", [73, 74, 75, 76, 150, 151])
@pytest.mark.parametrize("letter", ["a", "ệ"])
def test_a_line_of_a_calendar_is_folded_only_where_it_is_too_long(length: int, letter: str) -> None:
    line = letter * (length // len(letter.encode())) + "a" * (length % len(letter.encode()))
    assert len(line.encode()) == length
    made = ics.folded(line).split(b"\r\n")
    assert all(len(one) <= ics.LONGEST for one in made)
    assert (len(made) == 1) == (length <= ics.LONGEST)
    assert made[0] + b"".join(one[1:] for one in made[1:]) == line.encode()
    assert all(one[:1] == b" " for one in made[1:])
    for one in made:
        one.decode()  # no letter is cut


def test_a_calendar_holds_no_letter_that_cannot_be_seen() -> None:
    assert ics._text("a\x1fb\x7fc d\te\r\nf") == "abc de\\nf"
    assert ics._text(" ;,\\") == " \\;\\,\\\\"


@pytest.mark.parametrize(("size", "end"), [(0, ""), (1, "…")])
def test_a_cell_of_a_table_is_cut_where_a_spreadsheet_takes_no_more(size: int, end: str) -> None:
    text = "x" * (tables.LONGEST + size)
    assert tables._text(text) == "x" * tables.LONGEST + end


@pytest.mark.parametrize(
    ("text", "told"),
    [("=1+1", "'=1+1"), ("+1", "'+1"), ("a=1", "a=1"), ("a\nb  c", "a b c"), ("a b", "a b")],
)
def test_a_cell_is_one_line_and_no_formula(text: str, told: str) -> None:
    assert tables._text(text) == told


# Words as they are set


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2021-2025", "2021–2025"),
        ("2025-2021", "2025-2021"),
        ("2021-2021", "2021-2021"),
        ("380-KH/HVCTQG", "380-KH/HVCTQG"),
    ],
)
def test_only_years_that_go_on_have_a_dash_between_them(text: str, told: str) -> None:
    assert typography.typeset(f"Nhiệm kỳ {text}.").replace(NBSP, " ") == (
        f'Nhiệm kỳ <span class="nowrap">{told}</span>.'
    )


def test_words_of_a_box_fill_its_room_to_the_last_letter() -> None:
    room = lettering.width("một hai", 12)
    assert lettering.lines("một hai ba", 12, room, 5) == ("một hai", "ba")
    assert lettering.lines("một hai ba", 12, room - 0.01, 5) == ("một", "hai ba")
    assert lettering.lines("một hai", 12, room, 1) == ("một hai",)
    assert lettering._cut("một hai", 12, lettering.width("một hai…", 12)) == "một hai…"
    assert lettering._cut("một hai", 12, lettering.width("một hai…", 12) - 0.01) == "một ha…"


def test_a_word_as_wide_as_the_room_is_whole_and_a_wider_one_is_broken() -> None:
    room = lettering.width("aaaa", 12)
    assert lettering._pieces("aaaa b", 12, room) == ["aaaa", "b"]
    assert lettering._pieces("aaaaa", 12, room) == ["aaaa", "\u200ba"]
    assert lettering.lines("aaaaa b", 12, room, 5) == ("aaaa", "a b")
    assert lettering._pieces("12-AB/CD", 12, lettering.width("12-AB/C", 12)) == [
        "12-AB/",
        "\u200bCD",
    ]


def clauses(count: int, level: int = 2) -> str:
    one = (
        '<div class="clause"><h{0} id="dieu-{1}">Điều {1}</h{0}><a class="headerlink">#</a></div>'
        "<p>Lời <b>bịa</b> {1}.</p>"
    )
    return "".join(one.format(level, at) for at in range(1, count + 1))


@pytest.fixture
def foldable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are long from a few elements on."""
    monkeypatch.setattr(folded, "MOST", 4)


@pytest.mark.usefixtures("foldable")
def test_a_long_text_is_folded_part_by_part_and_a_text_of_many_parts_by_groups() -> None:
    few = folded.folded(clauses(folded.MOST_PARTS))
    assert few.count(folded.PART) == folded.MOST_PARTS
    assert folded.GROUP not in few
    many = folded.folded(clauses(folded.MOST_PARTS + 1))
    assert folded.PART not in many
    assert many.count("<details>") == -(-(folded.MOST_PARTS + 1) // folded.TOGETHER) == 3
    assert "<summary>Điều 1 đến Điều 50</summary>" in many
    assert "<summary>Điều 101 đến Điều 121</summary>" in many
    last = folded.folded(clauses(3 * folded.TOGETHER + 1))
    assert "<summary>Điều 151</summary>" in last


def test_a_short_text_and_one_of_one_part_stay_as_they_are() -> None:
    for count in (1, 2):
        parts = clauses(count)
        text = parts + "<br>" * (folded.MOST - parts.count("<") + parts.count("</"))
        assert folded.folded(text) == text
        longer = f"<p>Mở.</p>{text}"
        assert folded.folded(longer).startswith(f"<p>Mở.</p>{folded.PART}") is (count > 1)
        assert (folded.folded(longer) == longer) is (count == 1)
    bare = "<br>" * (folded.MOST + 1)
    assert folded.folded(bare) == bare


@pytest.mark.usefixtures("foldable")
def test_notes_stay_behind_all_parts_and_the_widest_headings_make_them() -> None:
    notes = '<div class="footnote"><p>Chú.</p></div>'
    told = folded.folded(clauses(60, 3) + notes)
    assert told.endswith(f"</div>{notes}")
    assert told.count(folded.PART) == 60
    mixed = clauses(2, 2) + clauses(60, 3)
    assert folded.folded(mixed).count(folded.PART) == 2


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ('<p id="a"></p><p id="b"></p>', ["a", "b"]),
        ('<p id="a"></p><p id="a"></p><p id="a"></p>', ["a", "a-2", "a-3"]),
        ('<p id="a"></p><p id="a-2"></p><p id="a"></p>', ["a", "a-2", "a-3"]),
        ('<p id="a"></p><p id="a"></p><p id="a-2"></p>', ["a", "a-3", "a-2"]),
    ],
)
def test_no_two_places_of_a_page_have_one_name_and_the_first_keeps_it(
    html: str, told: list[str]
) -> None:
    made = distinct_ids(html)
    assert [one.partition('"')[0] for one in made.split('id="')[1:]] == told


def test_contents_go_as_deep_as_the_parts_that_are_folded() -> None:
    head = '<h{0} id="a{0}">Mục  {0} &amp; <b>x</b></h{0}>'
    plain = "".join(head.format(level) for level in (1, 2, 3, 4, 5))
    found = outline_of(plain)
    assert [(one.id, one.title, one.level) for one in found] == [
        (f"a{level}", f"Mục {level} & x", level) for level in (2, 3, 4)
    ]
    shut = f"{folded.PART}<details><summary>{head.format(3)}</summary></details></div>"
    assert [one.level for one in outline_of(plain + shut)] == [2, 3, 3]


@pytest.mark.parametrize(
    ("html", "piece", "told"),
    [
        ("<p>một hai</p>", "một", ("", "", "", "")),
        ("<p>một <b>hai ba</b></p>", "một <b>hai", ("", "", "</b>", "<b>")),
        ("<p><b>một hai</b> ba</p>", "hai</b> ba", ("</b>", "<b>", "", "")),
        ("<p>một<br>hai</p>", "một<br>hai", ("", "", "", "")),
        ("<p>một</p><p>hai</p>", "một</p><p>hai", None),
        ('<p><b id="x">một hai</b> ba</p>', "hai</b> ba", None),
        ("<p>một <b>hai</b> ba</p>", "một <b>hai</b> ba", ("", "", "", "")),
    ],
)
def test_around_a_piece_elements_are_closed_and_opened_again_or_none_is_put_there(
    html: str, piece: str, told: tuple[str, ...] | None
) -> None:
    start = html.index(piece)
    assert flat.balanced(html, start, start + len(piece)) == told


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("x</a>y", "x</a>"),
        ("x<a>y</a>z</a>w", "x<a>y</a>z</a>"),
        ("x", "x"),
        ("<a>y</a>z", "<a>y</a>z"),
        ("</a>", "</a>"),
    ],
)
def test_a_quiet_element_ends_with_its_own_end(html: str, told: str) -> None:
    assert html[: texts.end_of(html, "a", 0)] == told


# Versions side by side


def test_changes_are_told_word_by_word_as_far_as_that_is_quick_then_by_sentences(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new = "Ba một. Hai ba. Kết.", "Ba bốn. Hai năm. Kết."
    monkeypatch.setattr(words, "LARGEST", 5 * 5)
    assert words.compare(old, new)[1] == (
        "Ba <ins>bốn</ins>. Hai <ins>năm</ins>. Kết."
    )  # five words and signs differ between the same ends
    monkeypatch.setattr(words, "LARGEST", 2)
    assert words.compare("a b. c d. z", "a e. c f. z") == (
        "a <del>b. c d</del>. z",
        "a <ins>e. c f</ins>. z",
    )
    monkeypatch.setattr(words, "LARGEST", 5)
    one, other = words.compare("Một hai. Ba. Giữ lại. Cuối", "Khác. Giữ lại. Cùng. Hết")
    assert "Giữ lại." in one and "Giữ lại." in other
    assert "<del>Giữ" not in one and "<ins>Giữ" not in other


def test_what_is_the_same_at_both_ends_is_never_counted_twice() -> None:
    assert words.compare("a a", "a a a") == ("a a", "a a <ins>a</ins>")
    assert words.compare("a a a", "a a") == ("a a <del>a</del>", "a a")
    assert words.compare("a", "a") == ("a", "a")
    assert words.compare("", "a b") == ("", "<ins>a b</ins>")
    assert words.compare("a b", "") == ("<del>a b</del>", "")


def test_a_lone_word_between_two_changes_changes_with_them_and_two_words_stand() -> None:
    assert words.compare("a x b y c", "a 1 b 2 c")[1] == "a <ins>1 b 2</ins> c"
    assert words.compare("a x b d y c", "a 1 b d 2 c")[1] == ("a <ins>1</ins> b d <ins>2</ins> c")
    assert words.compare("x b", "1 b")[1] == "<ins>1</ins> b"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a. b; c", [2, 2, 1]),
        ("a. b.", [2, 2]),
        ("a", [1]),
        ("", []),
        ("a? b! c: d", [2, 2, 2, 1]),
    ],
)
def test_sentences_end_with_their_signs_and_the_last_needs_none(text: str, told: list[int]) -> None:
    assert [len(one) for one in words._sentences(words._tokens(text))] == told


def unit(id: str, text: str) -> Unit:
    return Unit(id, False, text)


def states(old: list[Unit], new: list[Unit]) -> list[str]:
    return [row.state for row in align.align(old, new)]


FOUR = ("trường làng mở lớp", "sân làng trồng hoa")


def test_only_a_clause_of_some_words_is_known_again_under_another_id() -> None:
    long, other = FOUR
    assert len(long.split()) == align.SHORT
    old = [unit("a", long), unit("b", other)]
    assert states(old, [unit("c", long), unit("b", other)]) == ["moved", "kept"]
    short = long.rpartition(" ")[0]
    old = [unit("a", short), unit("b", other)]
    assert sorted(states(old, [unit("c", short), unit("b", other)])) == ["dropped", "kept", "new"]


def test_two_clauses_of_the_same_words_are_known_again_in_their_order() -> None:
    long, _ = FOUR
    made = align.align([unit("a", long), unit("b", long)], [unit("c", long), unit("d", long)])
    assert [(row.old.id, row.new.id) for row in made if row.old and row.new] == [
        ("a", "c"),
        ("b", "d"),
    ]


def test_likeness_is_the_share_of_pairs_that_both_have_whichever_is_longer() -> None:
    one, other = unit("a", "một hai ba bốn"), unit("b", "một hai ba năm sáu bảy")
    assert align.likeness(one, one) == 1
    assert align.likeness(one, other) == align.likeness(other, one)
    assert 0 < align.likeness(one, other) < 1
    assert align.likeness(one, unit("c", "x y z")) == 0


def test_what_shares_half_of_its_words_is_the_same_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = [unit("a", "một hai ba bốn năm")], [unit("b", "một hai ba x y")]
    share = align.likeness(old[0], new[0])
    for least, told in ((share, ["moved-changed"]), (share + 0.001, ["new", "dropped"])):
        monkeypatch.setattr(align, "LIKE", least)
        assert sorted(states(old, new)) == sorted(told)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("a b c d", "a b c e", ["moved-changed"]),
        ("a b c", "a b c e", ["dropped", "new"]),
        ("a b c e", "a b c", ["dropped", "new"]),
    ],
)
def test_only_a_clause_of_some_words_is_known_again_where_it_is_changed(
    old: str, new: str, told: list[str]
) -> None:
    assert align.SHORT == 4
    assert sorted(states([unit("x", old)], [unit("y", new)])) == told


def test_what_has_the_same_id_and_shares_little_is_the_same_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old, new = [unit("a", "một hai ba bốn năm")], [unit("a", "một hai x y z")]
    share = align.likeness(old[0], new[0])
    monkeypatch.setattr(align, "LIKE", 0.9)
    for least, told in ((share, ["changed"]), (share + 0.001, ["dropped", "new"])):
        monkeypatch.setattr(align, "BARELY", least)
        assert sorted(states(old, new)) == told


def test_dropped_clauses_stand_at_their_old_places() -> None:
    one, two, three, four = (f"lời {name} của trường làng" for name in ("một", "hai", "ba", "tư"))
    old = [unit("a", one), unit("b", two), unit("c", three), unit("d", four)]
    told = align.align(old, [unit("b", two), unit("d", four)])
    assert [(row.state, row.old.id if row.old else "") for row in told] == [
        ("dropped", "a"),
        ("kept", "b"),
        ("dropped", "c"),
        ("kept", "d"),
    ]
    told = align.align(old, [unit("a", one)])
    assert [row.state for row in told] == ["kept", "dropped", "dropped", "dropped"]


# The search


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Vụ Quản lý đào tạo", ("VQLĐT", "QLĐT")),
        ("Ban Tổ chức", ("BTC",)),
        ("Vụ Ăn", ()),
        ("Ban Tuyên giáo và Dân vận", ("BTG", "BTGDV", "TGDV")),
        ("Tỉnh ủy Lai Châu", ()),
        ("Vụ Quản lý Đào tạo Bồi dưỡng", ("VQL", "VQLĐT", "VQLĐTBD", "QLĐT", "QLĐTBD")),
        ("Vụ Quản lý Đào tạo Bồi dưỡng thêm", ("VQL", "VQLĐT", "QLĐT", "QLĐTBDT")),
        ("Vụ Một Hai", ()),
        ("", ()),
    ],
)
def test_initials_are_of_three_to_seven_letters(name: str, told: tuple[str, ...]) -> None:
    found = initials.initials(name)
    assert found == told
    assert all(initials._LEAST <= len(one) <= initials._MOST for one in found)


@pytest.mark.parametrize(
    "numbers",
    [[], [0], [127], [128], [16383, 16384], [2**21 - 1, 2**21], [5, 300, 0, 70000, 1]],
)
def test_numbers_are_packed_seven_bits_a_byte(numbers: list[int]) -> None:
    made, starts = pack.varints(np.array(numbers, "i8"))
    expected = b""
    places = []
    for one in numbers:
        places.append(len(expected))
        while True:
            one, low = one >> 7, one & 127
            expected += bytes([low | (128 if one else 0)])
            if not one:
                break
    assert made == expected
    assert starts.tolist() == [*places, len(expected)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Tỉnh ủy, thành ủy", "tỉnh ủy"),
        ("Các tỉnh ủy, thành ủy", "tỉnh ủy"),
        ("Đảng ủy, Ban Giám đốc", ""),
        ("Ban Thường vụ Đảng, Ban Giám đốc", "ban thường vụ đảng"),
        ("Một hai ba, bốn", ""),
        ("Học viện", ""),
    ],
)
def test_of_two_that_are_called_together_the_first_is_called_too(name: str, told: str) -> None:
    assert _first(name) == told


def test_what_two_share_may_belong_to_the_first_however_much_it_is() -> None:
    assert list(_shared("Đảng ủy, Ban Giám đốc Học viện")) == [
        "Đảng ủy giám đốc học viện",
        "Đảng ủy đốc học viện",
        "Đảng ủy học viện",
        "Đảng ủy viện",
    ]
    assert list(_shared("Đảng ủy, Ban")) == []
    assert list(_shared("Đảng ủy")) == []


# Days


@pytest.mark.parametrize(
    ("most", "round"), [(0, 4), (1, 4), (4, 4), (5, 8), (20, 20), (21, 40), (40, 40), (41, 60)]
)
def test_a_scale_ends_at_the_next_round_number(most: int, round: int) -> None:
    assert steps._round_up(most) == round


def yearly(month: int, day: int, until: date | None = None) -> Any:
    first = date(2026, month, day)
    event = ics.CalendarEvent(
        uid="a@b", title="Việc", first=first, last=first, stamp=first, alarm_days=5
    )
    return replace(event, each=(month, day), until=until)


@pytest.mark.parametrize(
    ("month", "day", "first", "title"),
    [
        (1, 31, date(2026, 1, 1), "Còn 30 ngày: Việc"),
        (2, 1, date(2026, 1, 2), "Còn 30 ngày: Việc"),
        (2, 28, date(2026, 1, 29), "Còn 30 ngày: Việc"),
        (3, 1, date(2026, 2, 1), "Còn một tháng: Việc"),
        (3, 30, date(2026, 2, 28), "Còn một tháng: Việc"),
        (3, 31, date(2026, 3, 1), "Còn 30 ngày: Việc"),
        (4, 1, date(2026, 3, 2), "Còn 30 ngày: Việc"),
        (12, 5, date(2026, 11, 5), "Còn 30 ngày: Việc"),
    ],
)
def test_what_comes_every_year_is_prepared_thirty_days_ahead_or_a_month_over_a_february(
    month: int, day: int, first: date, title: str
) -> None:
    made = events._preparation(yearly(month, day))
    assert (made.first, made.last, made.title) == (first, first, title)
    assert made.each == (first.month, first.day)
    assert (made.uid, made.alarm_days, made.until) == ("a.ahead@b", 0, None)


def test_what_comes_once_is_prepared_thirty_days_ahead_over_a_february_too() -> None:
    made = events._preparation(replace(yearly(3, 10), each=None))
    assert (made.first, made.each) == (date(2026, 3, 10) - timedelta(30), None)
    assert made.title == "Còn 30 ngày: Việc"


@pytest.mark.parametrize(
    ("until", "last"),
    [
        (date(2028, 5, 10), date(2028, 5, 10)),
        (date(2028, 5, 9), date(2027, 5, 10)),
        (date(2028, 12, 31), date(2028, 5, 10)),
    ],
)
def test_the_last_time_is_the_last_such_day_up_to_the_end(until: date, last: date) -> None:
    assert events._last((5, 10), until) == last
    made = events._preparation(yearly(5, 10, until))
    assert made.until == last - timedelta(30)


# Lists of the search, built on those of the build before


def held(counts: list[int], pages: list[int]) -> lists.Lists:
    return lists.Lists(
        ["a", "b"],
        np.zeros(len(counts), "u4"),
        np.zeros(len(counts), "u1"),
        np.arange(len(counts), dtype="u4"),
        np.array(counts, "u4"),
        np.array(pages, "u4"),
        np.arange(1, len(pages) + 1, dtype="u1"),
    )


@pytest.mark.parametrize(
    ("moved", "counts", "pages", "weights"),
    [
        ([0, 1, 2], [2, 2], [0, 1, 1, 2], [1, 2, 3, 4]),
        ([-1, 0, 1], [1, 2], [0, 0, 1], [2, 3, 4]),
        ([0, -1, 1], [1, 1], [0, 1], [1, 4]),
        ([0, 1, -1], [2, 1], [0, 1, 1], [1, 2, 3]),
        ([-1, -1, 0], [0, 1], [0], [4]),
        ([-1, -1, -1], [0, 0], [], []),
        ([1, 2, 3], [2, 2], [1, 2, 2, 3], [1, 2, 3, 4]),
    ],
)
def test_of_pages_that_are_as_they_were_the_lists_are_kept_at_their_places_now(
    moved: list[int], counts: list[int], pages: list[int], weights: list[int]
) -> None:
    made = lists._kept(held([2, 2], [0, 1, 1, 2]), np.array(moved, "i8"))
    assert [one.tolist() for one in made] == [counts, pages, weights]


def test_one_number_or_two_sort_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    names, pages = np.array([3, 1, 3, 1, 2], "i8"), np.array([5, 9, 2, 0, 7], "i8")
    told = [one.tolist() for one in lists._in_order(names, pages)]
    assert told == [[1, 1, 2, 3, 3], [0, 9, 7, 2, 5]]
    monkeypatch.setattr(lists, "_BITS", 1)
    assert [one.tolist() for one in lists._in_order(names, pages)] == told
    nothing = np.zeros(0, "i8")
    assert [one.tolist() for one in lists._in_order(nothing, nothing)] == [[], []]


def test_a_new_posting_stands_in_its_list_before_the_first_later_page() -> None:
    old, counts, pages = np.array([4, 7]), np.array([2, 1]), np.array([1, 5, 3])
    new, page = np.array([2, 4, 4, 4, 7, 7, 9]), np.array([0, 0, 3, 9, 2, 4, 0])
    at = lists._place_of(old, counts, pages, new, page)
    assert at.tolist() == [0, 0, 1, 2, 2, 3, 3]
    made, many = lists._counted(old, counts, new)
    assert made.tolist() == [2, 4, 7, 9]
    assert many.tolist() == [1, 5, 3, 1]
    made, many = lists._counted(old, np.array([0, 1]), np.array([], "i8"))
    assert (made.tolist(), many.tolist()) == ([7], [1])


@pytest.mark.parametrize(
    ("size", "files"), [(0, 1), (10, 1), (11, 2), (20, 2), (21, 4), (40, 4), (41, 8)]
)
def test_there_are_as_many_files_as_the_size_asks_for(size: int, files: int) -> None:
    assert pack.buckets_for(size, 10) == files
    assert {pack.bucket(word, files) for word in map(str, range(200))} == set(range(files))
