"""The table of chỉ tiêu: out, changed, and back without touching anything else in the files."""

from __future__ import annotations

import csv
import io
import re
from difflib import ndiff
from pathlib import Path

import pytest
import tiny
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.desk.indicators import sheet, table, wanted
from tests import commands

ROOT = Path(__file__).resolve().parent.parent
PATH = "data/bo-tieu-chi/bia.yml"
TEXT = """\
# Bộ bịa ra để thử; lời chú này phải còn.
tieu_de: Bộ bịa
muc:
  - {so: 1, ten: Mức 1}
tieu_chi:
  - so: 1   # tiêu chí đầu
    ten: Đội ngũ
    chi_tieu:
      - ma: m1
        muc: 1
        ten: "Biết hát: cả làng"  # lời chú sau giá trị
        # lời chú giữa nhóm
        nguong:
          phep_so: it-nhat
          gia_tri: 75
          don_vi_tinh: "%"
        vi_du:
          - "Một [báo](nguon/x)."
          - Hai
          # lời chú giữa danh sách
          - 'Ba''s'
        nguon: [a, b]
      - ma: m2
        muc: 1
        ten: Biết trống,
          cả nhà
        nguong: {phep_so: bang, don_vi_tinh: người}
        ghi_chu: |
          Khối
          nhiều dòng
      - ma: m3
        muc: 1
        ten: Cuối
dai_luong: []   # đứng sau cho lạ
"""


def rows(text: str = TEXT) -> list[dict[str, str]]:
    made = sheet.written({PATH: text})
    return list(csv.DictReader(io.StringIO(made.removeprefix("\ufeff"), newline="")))


def put(id: str, text: str = TEXT, **cells: str) -> bytes:
    """The table with cells of one row changed; `__` stands for the point of a name."""
    found = rows(text)
    row = next(one for one in found if one["ma"] == id)
    row.update({name.replace("__", "."): told for name, told in cells.items()})
    return told(found)


def told(found: list[dict[str, str]], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    made = csv.DictWriter(out, list(found[0]), delimiter=delimiter)
    made.writeheader()
    made.writerows(found)
    return out.getvalue().encode("utf-8-sig")


def changed(raw: bytes, text: str = TEXT) -> str:
    made = table.planned(raw, {PATH: text})
    assert not made.faults
    return made.texts[PATH]


def difference(new: str, old: str = TEXT) -> tuple[list[str], list[str]]:
    """Lines that went, lines that came."""
    lines = list(ndiff(old.splitlines(), new.splitlines()))
    gone, came = ([one[2:].strip() for one in lines if one[0] == mark] for mark in "-+")
    return gone, came


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_that_was_only_saved_again_changes_nothing(mark: str) -> None:
    made = table.planned(told(rows(), mark), {PATH: TEXT})
    assert (made.changes, made.faults, made.texts) == ([], [], {})


@pytest.mark.parametrize(
    ("id", "cells", "gone", "new"),
    [
        ("m1", {"nguong__gia_tri": "80,5"}, ["gia_tri: 75"], ["gia_tri: 80,5"]),
        (
            "m1",
            {"ten": "Khác"},
            ['ten: "Biết hát: cả làng"  # lời chú sau giá trị'],
            ['ten: "Khác"  # lời chú sau giá trị'],
        ),
        ("m1", {"nguong__tu_so": "Người: hát"}, [], ['tu_so: "Người: hát"']),
        ("m1", {"nguong__gia_tri": ""}, ["gia_tri: 75"], []),
        (
            "m1",
            {"nguong__cach_tinh__tu_so": "x\ny"},
            [],
            ["cach_tinh:", "tu_so: [x, y]"],
        ),
        ("m1", {"nguon": "a"}, ["nguon: [a, b]"], ["nguon: [a]"]),
        ("m1", {"vi_du": "Một [báo](nguon/x).\nHai\nBa's\nBốn # năm"}, [], ['- "Bốn # năm"']),
        ("m1", {"vi_du": "Một [báo](nguon/x).\nBa's"}, ["- Hai"], []),
        (
            "m1",
            {"vi_du": 'Sửa "một"\nHai\nBa\'s'},
            ['- "Một [báo](nguon/x)."'],
            ['- "Sửa \\"một\\""'],
        ),
        (
            "m2",
            {"nguong__gia_tri": "3"},
            ["nguong: {phep_so: bang, don_vi_tinh: người}"],
            ["nguong: {phep_so: bang, don_vi_tinh: người, gia_tri: 3}"],
        ),
        ("m2", {"ten": "Một dòng"}, ["ten: Biết trống,", "cả nhà"], ["ten: Một dòng"]),
        (
            "m3",
            {"nguong__phep_so": "bang", "nguong__don_vi_tinh": "%", "minh_chung": "Giấy, tờ"},
            [],
            ["nguong:", "phep_so: bang", 'don_vi_tinh: "%"', "minh_chung:", "- Giấy, tờ"],
        ),
        (
            "m1",
            {f"nguong__{one}": "" for one in ("phep_so", "gia_tri", "don_vi_tinh")},
            ["nguong:", "phep_so: it-nhat", "gia_tri: 75", 'don_vi_tinh: "%"'],
            [],
        ),
    ],
)
def test_only_the_lines_of_a_changed_cell_change(
    id: str, cells: dict[str, str], gone: list[str], new: list[str]
) -> None:
    assert difference(changed(put(id, **cells))) == (gone, new)


REFUSED = [
    (put("m1", vi_du=""), 2, "lời chú"),
    (put("m1", ten="Một\nhai"), 2, "chỉ nhận một dòng"),
    (put("m1", tieu_chi="2"), 2, "không chuyển được"),
    (put("m1", ma="m9"), 2, "cùng nội dung với «m1»"),
    (put("m3", ma="m9", ten="  CUỐI "), 4, "cùng nội dung với «m3»"),
    (put("m1", ma="m9", ten="Khác", tieu_chi="7"), 2, "ghi tieu_chi (của bộ: 1)"),
    (b"bo,ma,muc,ten\nbia,m9,1,x\n", 2, "ghi tieu_chi (của bộ: 1)"),
    (b"bo,ma,ten\nbia,m1,x\nbia,m1,y\n", 3, "đã có ở dòng 2"),
    (put("m1", bo="la"), 2, "không có bộ «la»"),
    (put("m1", ma=""), 2, "thiếu bo hoặc ma"),
    (b"bo,ma,la\nbia,m1,x\n", 1, "cột «la»"),
    (b"bo,ten\nbia,x\n", 1, "thiếu cột «ma»"),
    (b"bo,ma,ten\nbia,m1,x,y\n", 2, "nhiều ô hơn"),
    (b"bo,ma,ten\nbia,m1\n", 2, "ít ô hơn"),
    (b"bo,ma,ten,ten\nbia,m1,x,y\n", 1, "có hai lần"),
    ("bo,ma,ten\nbia,m1,Tên".encode("utf-16"), 1, "không phải UTF-8"),
    (b'bo,ma,ten\nbia,m1,"x\n', 1, "không phải CSV"),
    (b"", 1, "tệp trống"),
    (b"bo,ma,ten\nbia,m1,a\x00b\n", 2, "máy không dám đổi"),
    (b"x" * (sheet.LARGEST + 1), 1, "quá lớn"),
]


@pytest.mark.parametrize(("raw", "line", "said"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_taken_is_told_by_row_and_nothing_is_handed_on(
    raw: bytes, line: int, said: str
) -> None:
    made = table.planned(raw, {PATH: TEXT})
    assert [(at, said in text) for at, text in made.faults] == [(line, True)]
    assert not made.texts


NEW = "bo,tieu_chi,ma,muc,ten,nguong.phep_so,nguong.gia_tri,nguong.don_vi_tinh,minh_chung"


def test_rows_with_codes_that_a_set_has_not_come_after_the_last_of_their_criterion() -> None:
    raw = f"{NEW}\nbia,1,m9,1,Có: kèn,it-nhat,5,%,Giấy\nbia,1,m10,1,Có sáo,,,,\n".encode()
    new = changed(raw)
    before, _, after = new.partition("      - ma: m9\n")
    assert before + after.partition("dai_luong:")[1] + after.partition("dai_luong:")[2] == TEXT
    assert after.partition("dai_luong:")[0] == (
        '        muc: 1\n        ten: "Có: kèn"\n        nguong:\n          phep_so: it-nhat\n'
        '          gia_tri: 5\n          don_vi_tinh: "%"\n        minh_chung:\n'
        "          - Giấy\n      - ma: m10\n        muc: 1\n        ten: Có sáo\n"
    )
    assert table.planned(raw, {PATH: new}).changes == []


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_criterion_without_any_gets_its_first_ones(ends: str) -> None:
    head, _, _ = TEXT.partition("    chi_tieu:\n")
    text = f"{head}  - so: 2   # tiêu chí sau\n    ten: Sân\n".replace("\n", ends)
    raw = f"{NEW}\nbia,1,m9,1,Có kèn,,,,\nbia,2,m8,1,Có sân,,,,\n".encode()
    made = table.planned(raw, {PATH: text})
    assert not made.faults
    assert made.texts[PATH] == ends.join(
        [
            *head.splitlines(),
            *("    chi_tieu:", "      - ma: m9", "        muc: 1", "        ten: Có kèn"),
            *("  - so: 2   # tiêu chí sau", "    ten: Sân"),
            *("    chi_tieu:", "      - ma: m8", "        muc: 1", "        ten: Có sân", ""),
        ]
    )
    assert made.rows == {
        (PATH, "tieu_chi[1].chi_tieu[1]"): 2,
        (PATH, "tieu_chi[2].chi_tieu[1]"): 3,
    }


def test_a_row_may_change_the_last_one_while_another_comes_after_it() -> None:
    raw = f"{NEW}\nbia,1,m3,1,Cuối,,,,Giấy\nbia,1,m9,1,Có kèn,,,,\n".encode()
    gone, came = difference(changed(raw))
    assert gone == []
    assert came == ["minh_chung:", "- Giấy", "- ma: m9", "muc: 1", "ten: Có kèn"]


def test_a_list_in_brackets_stays_in_brackets() -> None:
    text = "tieu_chi:\n  - so: 1\n    chi_tieu: [{ma: m1, muc: 1, ten: Một}]\n"
    raw = b"bo,tieu_chi,ma,muc,ten\nbia,1,m9,1,x\n"
    assert changed(raw, text) == text.replace("Một}", "Một}, {ma: m9, muc: 1, ten: x}")


@pytest.mark.parametrize(
    ("old", "new", "origins"),
    [
        *(("[a, b, c]", "abc", [0, 1, 2]), ("[a, b, c]", "axc", [0, 1, 2])),
        *(("[a, b]", "abc", [0, 1, None]), ("[a, b]", "xab", [None, 0, 1])),
        *(("[a, b]", "axyb", [0, None, None, 1]), ("[a, b, c]", "ac", [0, 2])),
        *(("[a, a]", "a", [0]), ("[a, a, b]", "ab", [0, 2]), ("[a]", "aa", [0, None])),
        *(("a", "ab", [0, None]), ("", "ab", [None, None]), ("[a, b]", "", [])),
    ],
)
def test_items_alike_from_the_beginning_then_from_the_end_are_what_they_were(
    old: str, new: str, origins: list[int | None]
) -> None:
    found = wanted._list(yaml.compose(old), list(new))
    assert [(one.value, one.origin) for one in found] == list(zip(new, origins, strict=True))


def test_a_text_in_a_block_of_lines_stays_one() -> None:
    gone, came = difference(changed(put("m2", ghi_chu="Khác")))
    assert (gone, came) == (["ghi_chu: |", "Khối", "nhiều dòng"], ["ghi_chu: |-", "Khác"])


def test_columns_left_out_stay_as_they_are() -> None:
    less, more = difference(changed("bo;ma;ten\nbia;m3;Cuối cùng\n".encode()))
    assert (less, more) == (["ten: Cuối"], ["ten: Cuối cùng"])


def test_line_ends_of_windows_and_a_mark_at_the_beginning_stay() -> None:
    text = "\ufeff" + TEXT.replace("\n", "\r\n")
    made = changed(put("m3", suy_ra="Suy ra từ đâu"), text)
    assert made == text.replace(
        "        ten: Cuối\r\n", "        ten: Cuối\r\n        suy_ra: Suy ra từ đâu\r\n"
    )


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
CELLS = st.dictionaries(
    st.tuples(st.sampled_from(["m1", "m2", "m3", "m9"]), st.sampled_from(sheet.columns())),
    st.one_of(WORDS, st.lists(WORDS, max_size=4).map("\n".join)),
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(CELLS)
def test_whatever_is_typed_is_in_the_file_as_typed_or_refused_and_no_comment_is_lost(
    cells: dict[tuple[str, sheet.Column], str],
) -> None:
    found = rows()
    if any(id == "m9" for id, _ in cells):
        found.append({**dict.fromkeys(found[0], ""), "bo": "bia", "tieu_chi": "1", "ma": "m9"})
    for (id, column), text in cells.items():
        next(one for one in found if one["ma"] == id)[column.name] = text
    made = table.planned(told(found), {PATH: TEXT})
    if made.faults or not made.texts:
        assert not made.texts
        return
    new = made.texts[PATH]
    assert [one for one in TEXT.splitlines() if "# " in one and one.strip().startswith("#")] == [
        one for one in new.splitlines() if one.strip().startswith("# ")
    ]
    again = table.planned(told(found), {PATH: new})
    assert not again.changes
    assert not again.faults


# By the command


def door(name: str, *words: object) -> commands.Done:
    return commands.run(name, "bang-chi-tieu", *words)


def test_a_dry_run_shows_before_and_after_and_only_the_switch_writes(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "content")
    file, made = content / "data/bo-tieu-chi/01-qd-lm.yml", tmp_path / "bang.csv"
    before = file.read_bytes()
    assert door("export", "--content", content, "--ra", made).returncode == 0
    assert "đã có" in door("export", "--content", content, "--ra", made).stderr
    found = made.read_bytes().decode("utf-8-sig")
    made.write_bytes(found.replace("Có người giữ trống", "Có hai người giữ trống").encode())
    dry = door("import", "--content", content, "--ngay", tiny.DAY, made)
    assert dry.returncode == 0, dry.stderr
    assert "trước: Có người giữ trống\n    sau:   Có hai người giữ trống" in dry.stdout
    assert re.match(r"dòng [0-9]+, 01-qd-lm, m1-[-0-9]+, [a-z_.]+:\n    trước:", dry.stdout)
    assert "1 chỗ sẽ đổi, chưa ghi gì" in dry.stdout
    assert file.read_bytes() == before
    wet = door("import", "--content", content, "--ngay", tiny.DAY, made, "--ghi")
    assert wet.returncode == 0, wet.stderr
    right = before.decode().replace("Có người giữ trống", "Có hai người giữ trống")
    assert file.read_bytes().decode() == right
    bad = made.read_bytes().replace(b"it-nhat", b"nhieu-lam")
    (tmp_path / "xau.csv").write_bytes(bad)
    refused = door(
        "import", "--content", content, "--ngay", tiny.DAY, tmp_path / "xau.csv", "--ghi"
    )
    assert refused.returncode == 1
    assert "xau.csv:2: tieu_chi[1].chi_tieu[1].nguong.phep_so: " in refused.stderr
    assert file.read_bytes().decode() == right
