"""The signs in numbers, and ids of clauses, told right where they were typed wrong. All made up."""

from __future__ import annotations

import pytest

from portal.citations import numbers, signs
from portal.clauses.fitting import Places

TYPES = [signs.of_type(one) for one in ("Quy định", "Nghị quyết", "Đề án", "Hướng dẫn", "Tờ trình")]
KNOWN = signs.of_numbers(["1/QĐ-TTb", "2/NQ-HĐLM"])


def test_of_the_letters_with_marks_only_one_stands_in_a_sign() -> None:
    assert TYPES == ["QĐ", "NQ", "ĐA", "HD", "TT"]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("01-QD/BIA", "01-QĐ/BIA"),
        ("01-qd/bia", "01-QĐ/BIA"),
        ("01-QÐ/BIA", "01-QĐ/BIA"),
        ("3-QDi/BIA", "3-QĐi/BIA"),
        ("4-DA/BIA", "4-ĐA/BIA"),
        ("5/NQ-HDLM", "5/NQ-HĐLM"),
        ("6/QĐ-TTB", "6/QĐ-TTb"),
        ("7 - QĐ / BIA", "7-QĐ/BIA"),
        ("8-HD/BIA", "8-HD/BIA"),
        ("9/HĐ-BIA", "9/HĐ-BIA"),
        ("10/2030/QH19", "10/2030/QH19"),
        ("không có số", ""),
    ],
)
def test_a_number_is_written_with_the_letters_of_its_signs(typed: str, written: str) -> None:
    assert signs.written(typed, TYPES, KNOWN) == written
    assert signs.written(written, TYPES, KNOWN) == written


@pytest.mark.parametrize(
    ("typed", "strange"),
    [
        ("1-QX/BIA", "QX"),
        ("1-QĐ/BIA", ""),
        ("1-QĐi/BIA", ""),
        ("2-TTr/BIA", ""),
        ("3/2030/QH19", ""),
        ("4/UBTVQH17-BIA", ""),
        ("5-CP", ""),
    ],
)
def test_a_sign_of_no_type_is_told(typed: str, strange: str) -> None:
    number = numbers.read(typed)
    assert number
    assert signs.strange(number, TYPES) == strange


@pytest.mark.parametrize(
    ("clauses", "right"),
    [
        ([("dieu-1-khoan-1", "1. Bịa")], ["dieu-1.khoan-1"]),
        ([("dieu-6", "Điều 5. Bịa"), ("dieu-5.khoan-1", "1. B")], ["dieu-5", "dieu-5.khoan-1"]),
        ([("dieu-5", "Điều 5. Bịa"), ("dieu-4.khoan-1", "1. B")], ["dieu-5", "dieu-5.khoan-1"]),
        ([("chuong-i", "Chương III"), ("dieu-9", "Điều 9. Bịa")], ["chuong-iii", "dieu-9"]),
        ([("dieu-5.khoan-2.diem-a", "đ) Bịa")], ["dieu-5.khoan-2.diem-dd"]),
        ([("dieu-1-lan-2", "Điều 1. Bịa")], ["dieu-1-lan-2"]),
        (
            [("dieu-1", "Điều 1. A"), ("kem-theo.dieu-7", "Điều 1. B")],
            ["dieu-1", "kem-theo.dieu-7"],
        ),
        ([("dieu-1.loi-moi.dieu-9", "Điều 5. Bịa")], ["dieu-1.loi-moi.dieu-9"]),
        ([("muc-ii.1.gach-3", "Bịa")], ["muc-ii.1.gach-3"]),
        ([("cach-tinh", "2. Cách tính")], ["cach-tinh"]),
    ],
)
def test_an_id_tells_the_place_at_which_it_stands(
    clauses: list[tuple[str, str]], right: list[str]
) -> None:
    places = Places()
    assert [places.right(id, words) for id, words in clauses] == right
