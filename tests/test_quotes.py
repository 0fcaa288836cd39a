"""Which rows are new wording of another text: signs, what ends without one, numbers that go on."""

from __future__ import annotations

import pytest

from portal.clauses.quotes import FARTHEST, _follows, quoted

Path = tuple[int, ...]

ROWS: dict[str, tuple[tuple[str, ...], list[Path]]] = {
    "no sign": (("Điều 1. A", "chữ"), [(), ()]),
    "one row": (("“Điều 5. A”", "chữ"), [(0,), ()]),
    "from the first row on": (("“Điều 5. A", "1. b”", "2. c"), [(0,), (0,), ()]),
    "behind its host": (("Sửa như sau:", "“Điều 5. A", "1. b”", "2. c"), [(), (1,), (1,), ()]),
    "a sign alone on its row": (("Sửa:", "“", "Điều 5. A”", "chữ"), [(), (), (1,), ()]),
    "within a quotation": (
        ("“Điều 5. A", "1. Sửa như sau:", "“2. Lời trong”", "2. b”", "chữ"),
        [(0,), (0,), (0, 2), (0,), ()],
    ),
    "both closed at once": (("“Điều 5. A", "“1. b””", "chữ"), [(0,), (0, 1), ()]),
    "more closed than opened": (
        ("“Điều 5. A", "b”””", "“c", "d”", "e"),
        [(0,), (0,), (2,), (2,), ()],
    ),
    "begun inside a row": (("Sửa như sau: “Điều 6. A", "a) b”", "chữ"), [(), (0,), ()]),
    "a term is no quotation": (("gọi tắt là “Quy chế", "chữ"), [(), ()]),
    "opened and closed, then opened": (("Bỏ “a”, thay như sau: “b", "c”", "d"), [(), (0,), ()]),
    "straight signs": (('"Điều 5. A', 'nói "b" rồi', '1. c";', "chữ"), [(0,), (0,), (0,), ()]),
    "angled signs": (("«Điều 5. A", "1. b»", "chữ"), [(0,), (0,), ()]),
    "an apostrophe is no sign": (("‘a", "chữ"), [(0,), ()]),
    "an opening sign typed to close": (("“Điều 5. A“", "chữ"), [(0,), ()]),
    "an opening sign typed to close, with a comma": (("“Điều 5. A“ ;", "chữ"), [(0,), ()]),
    "a double sign opens once": (("‘‘Điều 5. A", "1. b”", "chữ"), [(0,), (0,), ()]),
    "what a publisher remarks": (("“Điều 5. A", "[thay bằng ”a]", "b”"), [(0,), (0,), (0,)]),
    "a bracket of the text itself": (("“Điều 5. A", "[bỏ cả ”a]", "b"), [(0,), (0,), ()]),
}


@pytest.mark.parametrize(("rows", "paths"), ROWS.values(), ids=ROWS)
def test_a_row_stands_in_the_quotations_that_are_open(
    rows: tuple[str, ...], paths: list[Path]
) -> None:
    assert quoted(rows).paths == paths


@pytest.mark.parametrize(
    ("row", "begun"),
    [
        ("Sửa như sau: “Điều 6. A", {0: "Điều 6. A"}),
        ("Sửa như sau :  “Điều 6. A", {0: "Điều 6. A"}),
        ("“Điều 6. A", {}),
        ("Sửa như sau: “Điều 6. A”", {}),
    ],
)
def test_what_a_quotation_says_first_is_told_where_it_begins_inside_a_row(
    row: str, begun: dict[int, str]
) -> None:
    assert quoted([row, "chữ"]).begun == begun


UNCLOSED: dict[str, tuple[tuple[str, ...], list[Path]]] = {
    "the article the host expects ends it": (
        ("Điều 1. Sửa:", "“Điều 5. A", "1. b", "Điều 2. C"),
        [(), (1,), (1,), ()],
    ),
    "the article it expects itself does not": (
        ("Điều 1. Sửa:", "“Điều 5. A", "Điều 6. B”", "Điều 2. C"),
        [(), (1,), (1,), ()],
    ),
    "an article nobody expects does not": (
        ("Điều 1. Sửa:", "“Điều 5. A", "Điều 9. B"),
        [(), (1,), (1,)],
    ),
    "a chapter the host expects ends it": (
        ("Chương I", "Sửa:", "“Điều 5. A", "Chương II"),
        [(), (), (2,), ()],
    ),
    "a clause that tells what to change ends it": (
        ("Điều 1. Sửa", "1. Sửa:", "“a) b", "2. Bãi bỏ Điều 8"),
        [(), (), (2,), ()],
    ),
    "a clause that tells nothing does not": (
        ("Điều 1. Sửa", "1. Sửa:", "“a) b", "2. Vườn hoa"),
        [(), (), (2,), (2,)],
    ),
    "both expect it: wording, where nothing is to be changed": (
        ("Điều 4. Sửa:", "“Điều 4. A", "Điều 5. B"),
        [(), (1,), (1,)],
    ),
    "both expect it: the host's, where it changes and no sign closes": (
        ("Điều 4. Sửa:", "“Điều 4. A", "Điều 5. Sửa đổi Điều 7"),
        [(), (1,), ()],
    ),
    "both expect it: wording, where it changes and a sign closes": (
        ("Điều 4. Sửa:", "“Điều 4. A", "Điều 5. Sửa đổi Điều 7", "c”", "d"),
        [(), (1,), (1,), (1,), ()],
    ),
    "both expect it: the host's, where the sign is of the next": (
        ("Điều 4. Sửa:", "“Điều 4. A", "Điều 5. Sửa đổi Điều 7", "“c", "d”", "e"),
        [(), (1,), (), (3,), (3,), ()],
    ),
    "a wider unit forgets the narrower, not the article": (
        ("Điều 1. A", "Chương II", "Sửa:", "“Điều 7. B", "Điều 2. C"),
        [(), (), (), (3,), ()],
    ),
    "two at once": (
        ("Điều 1. Sửa:", "“Điều 5. A", "1. Sửa:", "“Điều 9. B", "Điều 2. C"),
        [(), (1,), (1,), (1, 3), ()],
    ),
    "the inner one alone": (
        ("Điều 1. Sửa:", "“Điều 5. A", "1. Sửa:", "“Điều 9. B", "Điều 6. C"),
        [(), (1,), (1,), (1, 3), (1,)],
    ),
    "what it said first in the middle of a row counts": (
        ("Điều 1. Sửa: “Điều 6. A", "Điều 7. B", "Điều 2. C"),
        [(), (0,), ()],
    ),
}


@pytest.mark.parametrize(("rows", "paths"), UNCLOSED.values(), ids=UNCLOSED)
def test_a_quotation_without_its_end_ends_where_numbers_of_the_host_go_on(
    rows: tuple[str, ...], paths: list[Path]
) -> None:
    assert quoted(rows).paths == paths


def test_a_quotation_over_very_many_rows_was_never_closed() -> None:
    paths = quoted(["“A", *["chữ"] * (FARTHEST + 1)]).paths
    assert (paths[FARTHEST], paths[FARTHEST + 1]) == ((0,), ())


SERIES = [
    [str(one) for one in range(1, 31)],
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv"],
    ["5", "5a", "5b", "6", "7"],
    ["8", "9", "9a", "10", "10a", "11"],
    ["99", "99a", "100"],
]


@pytest.mark.parametrize("series", SERIES, ids=" ".join)
def test_each_number_of_a_series_follows_the_one_before_and_none_behind_it(
    series: list[str],
) -> None:
    for at, one in enumerate(series):
        assert at == 0 or _follows(series[at - 1], one), one
        assert not any(_follows(later, one) for later in series[at:]), one
        assert not _follows("", one)


def test_letters_follow_with_one_left_out_at_most() -> None:
    for before, number, told in [
        *(("a", "b", True), ("a", "c", True), ("a", "d", False), ("a", "a", False)),
        *(("d", "dd", True), ("dd", "e", True), ("d", "e", True), ("c", "e", False)),
        *(("e", "g", True), ("b", "a", False), ("u", "v", True), ("y", "a", False)),
    ]:
        assert _follows(before, number) is told, (before, number)


def test_numbers_of_different_sorts_do_not_follow_each_other() -> None:
    for before, number in [
        ("1", "b"),
        ("a", "2"),
        ("i", "2"),
        ("3", "iv"),
        ("20", "22"),
        ("3a", "5"),
    ]:
        assert not _follows(before, number), (before, number)
