"""Where an attached text begins: its title above «(Ban hành kèm theo …)», what stands between."""

from __future__ import annotations

import pytest

from portal.clauses.attached import is_foot, titles

WITH = "(Ban hành kèm theo Quyết định số 1)"
TITLE = "QUY CHẾ LÀM VIỆC"

TITLES: dict[str, tuple[tuple[str, ...], dict[int, int]]] = {
    "right above": ((TITLE, WITH), {0: 0}),
    "in several rows": (("chữ", "QUY CHẾ", "LÀM VIỆC", WITH), {1: 0}),
    "over an empty row": ((TITLE, "", WITH), {0: 0}),
    "over its subject": ((TITLE, "của vườn hoa", WITH), {0: 0}),
    "of two rows, over its subject": (("QUY CHẾ", "LÀM VIỆC", "của vườn", WITH), {0: 0}),
    "as far as four rows above": ((TITLE, "a", "b", "c", WITH), {0: 0}),
    "no farther": ((TITLE, "a", "b", "c", "d", WITH), {4: 0}),
    "in the same row": ((f"{TITLE} {WITH}",), {0: 0}),
    "in the same row and the one above": (("QUY CHẾ", f"LÀM VIỆC {WITH}"), {0: 0}),
    "in the same row, the subject's row above": (("chữ", f"LÀM VIỆC {WITH}"), {1: 0}),
    "behind a signature": ((f"Nguyễn Văn An {TITLE} {WITH}",), {0: 14}),
    "behind a signature, in capitals above": (("TRƯỞNG BAN", f"Lê An {TITLE} {WITH}"), {1: 6}),
    "behind a signature in the row above": (("BAN", f"Lê An {TITLE}", WITH), {1: 6}),
    "below a signature": (("Lê An", TITLE, WITH), {1: 0}),
    "not across a clause": ((TITLE, "1. Một", WITH), {2: 0}),
    "no title: the row above": (("Quy chế làm việc", WITH), {0: 0}),
    "no title: the nearest row with words": (("Quy chế", "", WITH), {0: 0}),
    "no title, nothing above": ((WITH,), {0: 0}),
    "no title, a clause above": (("Điều 5. A", WITH), {1: 0}),
    "no title, words in the row itself": ((f"Quy chế {WITH}",), {}),
    "bold": ((f"**{TITLE}**", f"**{WITH}**"), {0: 0}),
    "other words": ((TITLE, "(Được ban hành kèm theo Quyết định 1)"), {0: 0}),
    "few words": ((TITLE, "(kèm theo Quyết định số 1)"), {0: 0}),
    "small letters without marks": ((TITLE, "(ban hanh kem theo Quyet dinh 1)"), {0: 0}),
    "an aside of another kind": ((TITLE, "(Xem thêm Quyết định số 1)"), {}),
    "no aside": ((TITLE, "Ban hành kèm theo Quyết định số 1"), {}),
    "a clause that says so": ((TITLE, f"1. Quy chế {WITH}"), {}),
    "one long word": ((f"CHƯƠNGTRÌNH {WITH}",), {0: 0}),
    "one short word": ((f"KH {WITH}",), {}),
    "one word of three letters": ((f"ABC {WITH}",), {0: 0}),
    "one word in capitals behind others": ((f"Theo QUYCHẾ {WITH}",), {}),
    "two words in capitals behind others": ((f"Theo QUY CHẾ {WITH}",), {0: 5}),
    "a number between capitals": ((f"QUY CHẾ 2026 {WITH}",), {0: 0}),
    "two texts": ((TITLE, WITH, "chữ", TITLE, WITH), {0: 0, 3: 0}),
    "a second never reaches over the first": ((TITLE, WITH, WITH), {0: 0, 2: 0}),
}


@pytest.mark.parametrize(("rows", "wanted"), TITLES.values(), ids=TITLES)
def test_a_title_is_found_and_where_in_its_row_it_begins(
    rows: tuple[str, ...], wanted: dict[int, int]
) -> None:
    assert titles(rows, [False] * len(rows)) == wanted


def test_words_of_a_quotation_attach_nothing() -> None:
    assert titles([TITLE, WITH, TITLE, WITH], [True, True, False, False]) == {2: 0}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *(("Nơi nhận:", True), ("NƠI NHẬN", True), ("**Nơi nhận :**", True), ("_Nơi gửi:_", False)),
        *(("Nơi gửi:", True), ("Nơi gửi", False), ("Từ nơi nhận:", False), ("", False)),
        *(("nơi nhận: các đồng chí trong Ban", True), ("Nơi ở:", False)),
    ],
)
def test_the_foot_begins_with_whom_the_text_goes_to(text: str, told: bool) -> None:
    assert is_foot(text) is told
