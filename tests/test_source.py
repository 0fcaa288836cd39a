"""Room 1: what is read from files, on which line; and that no bytes at all can break it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import frontmatter
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from portal import source
from portal.problem import Problem
from portal.source import Listing, Mapping, Reading, Scalar, Source, admission, values
from portal.source.registers import ADDRESSES, CLAUSES
from portal.text import nfc

PLACE = "data/thu/thu.yml"
Write = Callable[..., Reading]


@dataclass
class Folder:
    """A content folder to spoil."""

    root: Path

    def read(self, raw: bytes | str, path: str = PLACE) -> Reading:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(raw.encode() if isinstance(raw, str) else raw)
        return source.read(self.root)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything holds for the fast parser and for the one of pure Python alike."""
    monkeypatch.setattr(values, "Loader", getattr(yaml, request.param))


def facts(text: str) -> Mapping:
    made, problems = source.read_text(PLACE, text)
    assert made, problems
    return made.values


def page(text: str) -> Source:
    made, problems = source.read_text("docs/thu/thu.md", text)
    assert made, problems
    return made


def rules(problems: list[Problem]) -> list[tuple[int, str]]:
    return [(problem.line, problem.rule) for problem in sorted(problems)]


def faults(text: str, path: str = PLACE) -> list[tuple[int, str]]:
    return rules(source.read_text(path, text)[1])


# What is read, and where it stood


@pytest.mark.parametrize(
    "written",
    [
        "13:30",
        "010",
        "no",
        "yes",
        "on",
        "1.10",
        "1e3",
        "0x1F",
        "2021-05-19",
        "true",
        "1_000",
        "=",
        "12:30:45",
    ],
)
def test_a_value_stays_the_text_the_editor_typed(written: str) -> None:
    assert facts(f"gio: {written}").items["gio"] == Scalar(written, 1)


@pytest.mark.parametrize("blank", ["", "~", "null", '""', "# lời chú"])
def test_a_blank_value_is_empty_text(blank: str) -> None:
    assert facts(f"a: {blank}").items["a"] == Scalar("", 1)


def test_a_quoted_null_is_a_word() -> None:
    assert facts("a: 'null'").items["a"] == Scalar("null", 1)


def test_scalars_lists_and_groups_know_their_lines() -> None:
    made = facts(
        "# lời chú\n"
        "tieu_de: Một\n"
        "\n"
        "danh_sach:\n"
        "  - hai\n"
        "  - {a: ba,\n"
        "     b: bốn}\n"
        "nhom:\n"
        "  trong:\n"
        "    sau: |\n"
        "      năm\n"
        "      sáu\n"
    )
    assert made.lines == {"tieu_de": 2, "danh_sach": 4, "nhom": 8}
    listing, group = made.items["danh_sach"], made.items["nhom"]
    assert isinstance(listing, Listing)
    assert isinstance(group, Mapping)
    assert listing.items[0] == Scalar("hai", 5)
    assert isinstance(listing.items[1], Mapping)
    assert listing.items[1].lines == {"a": 6, "b": 7}
    inner = group.items["trong"]
    assert isinstance(inner, Mapping)
    assert inner.items == {"sau": Scalar("năm\nsáu\n", 10)}


@pytest.mark.parametrize(
    ("text", "key_line", "body", "body_line"),
    [
        ("---\ntieu_de: Một\n---\nThân\nhai dòng\n", 2, "Thân\nhai dòng", 4),
        ("---\ntieu_de: Một\n---\n\n\nThân\n", 2, "Thân", 6),
        ("---\n\n\ntieu_de: Một\n---\nThân", 4, "Thân", 6),
        ("\n\n---\ntieu_de: Một\n---\nThân", 4, "Thân", 6),
        ("----\ntieu_de: Một\n-----\nMột", 2, "Một", 4),
        ("---\ntieu_de: Một\n---\nMột\n\n---\n\nMột", 2, "Một\n\n---\n\nMột", 4),
        ("---\ntieu_de: Một\n---\n\n", 2, "", 3),
        ("---\ntieu_de: Một\n---", 2, "", 3),
    ],
)
def test_a_body_and_its_header_know_their_lines(
    text: str, key_line: int, body: str, body_line: int
) -> None:
    made = page(text)
    assert made.values.lines == {"tieu_de": key_line}
    assert (made.body, made.body_line) == (body, body_line)


def test_headers_are_split_by_python_frontmatter() -> None:
    text = "---\ntieu_de: Một\n---\n\nThân **đậm**\n\n---\n\ncòn nữa\n"
    assert page(text).body == frontmatter.loads(text).content


@given(st.lists(st.sampled_from(["a", "một dòng", "", "## Điều 5", "---", "  - x"]), min_size=1))
def test_the_first_line_of_a_body_is_where_it_is_said_to_be(lines: list[str]) -> None:
    text = "---\ntieu_de: a\n---\n" + "\n".join(lines)
    made = page(text)
    if made.body:
        assert text.split("\n")[made.body_line - 1].strip() == made.body.split("\n")[0].strip()


def test_a_path_tells_kind_and_id() -> None:
    assert source.place_of("data/truong/mien-nam/ca-mau.yml") == ("truong", "ca-mau")
    assert source.place_of("docs/index.md") == ("", "index")


# What is refused: each on the line where the editor must change something


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\na: 4", [(3, "trung-khoa"), (4, "trung-khoa")]),
        ("a:\n  b: 1\n  b: 2", [(3, "trung-khoa")]),
        ('a: 1\nb: "mở\nc: 3', [(2, "nhay-chua-dong")]),
        ("a: 1\nb: 'mở\nc: 3", [(2, "nhay-chua-dong")]),
        ('a: "mở\nb: hai\nc: "ba"\nd: 4', [(1, "nhay-chua-dong")]),
        ("a:\n\tb: 1", [(2, "tab")]),
        ("a:\n  b: 1\n\tc: 2", [(3, "tab")]),
        ("a: [1, 2\nb: 3", [(1, "yaml")]),
        ("a: Tên: phụ đề", [(1, "yaml")]),
        ("a: 1\nb:2\nc: 3", [(2, "yaml")]),
        ("a:b\nc: d", [(1, "yaml")]),
        ("a: 1\nmột dòng lạc\nb: 2", [(2, "yaml")]),
        ('a: "x" và y', [(1, "yaml")]),
        ("a: @b", [(1, "yaml")]),
        ("a: %b", [(1, "yaml")]),
        ("a: 1\nb: !x y", [(2, "yaml")]),
        ("a: {{ b }}", [(1, "yaml")]),
        ("? [a]\n: b", [(1, "yaml")]),
        ("a: 1\n---\nb: 2", [(2, "yaml")]),
        ("- a\n- b", [(1, "yaml")]),
        ("chỉ một câu", [(1, "yaml")]),
        ("a: &b 1", [(1, "bi-danh")]),
        ("a: &b [1]\nc: 1\nd: *b", [(1, "bi-danh"), (3, "bi-danh")]),
        ("&b a: 1", [(1, "bi-danh")]),
        ("!b a: 1", [(1, "yaml")]),
        ("a: {b: c, d}", [(1, "yaml")]),
        ("a: [b #c, d]", [(1, "yaml")]),
        ("a: 1\n...\nb: 2", [(3, "yaml")]),
        ('a "x\nb: 1', [(1, "yaml")]),
        ("a: *b", [(1, "bi-danh")]),
        ("a: &b [*b]", [(1, "bi-danh")]),
        ("", [(1, "tep-trong")]),
        (" \n\n", [(1, "tep-trong")]),
        ("a: 1\nb: x\x07y\x00z", [(2, "ky-tu-la"), (2, "ky-tu-la")]),
        ('a: 1\nb: "x\\x07y"', [(2, "ky-tu-la")]),
        ("a: 1\nb: \ud800", [(2, "ky-tu-la")]),
    ],
    ids=ascii,
)
def test_wrong_yaml_is_refused_on_its_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("không có phần đầu", [(1, "thieu-phan-dau")]),
        ("---\ntieu_de: Một\n\nquên đóng", [(1, "thieu-phan-dau")]),
        ("---tieu_de: Một\n---\n", [(1, "thieu-phan-dau")]),
        ("---\ntieu_de: Một\na: [1\n---\nThân", [(3, "yaml")]),
        ("---\n\ntieu_de: 'Một\n---\nThân", [(3, "nhay-chua-dong")]),
        ("---\na: 1\na: 2\n---\nThân", [(3, "trung-khoa")]),
        ("", [(1, "tep-trong")]),
    ],
)
def test_a_wrong_header_is_refused_on_its_line(text: str, expected: list[tuple[int, str]]) -> None:
    assert faults(text, "docs/thu/thu.md") == expected


def test_equal_keys_name_both_lines_and_the_first_stands() -> None:
    made, problems = source.read_text(PLACE, "a: 1\nb: 2\na: 3")
    assert made
    assert made.values.items["a"] == Scalar("1", 1)
    assert str(problems[0]) == (
        f"{PLACE}:3: a: khoá này đã có ở dòng 1. [trung-khoa]\n"
        "    Cách sửa: giữ một dòng, xoá dòng kia"
    )


@pytest.mark.parametrize(
    "text",
    [
        *("[" * 10_000, "a: " + "[" * 10_000, "a: " + "{a: " * 10_000, "- " * 10_000),
        "[" * 100_000 + "]" * 100_000,
        "\n".join(" " * depth + "a:" for depth in range(500)),
    ],
    ids=lambda text: f"{text[:8]}…{len(text)}",
)
def test_deep_nesting_is_a_fault_and_no_crash(text: str) -> None:
    begun = process_time()
    found = source.read_text(PLACE, text)[1]
    assert found
    assert {problem.rule for problem in found} <= {"long-qua-sau", "yaml"}
    assert process_time() - begun < 5


def test_an_alias_bomb_is_refused_at_once() -> None:
    rows = ["a0: &a0 [" + ", ".join(["x"] * 10) + "]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    begun = process_time()
    assert faults("\n".join(rows)) == [(line, "bi-danh") for line in range(1, 22)]
    assert process_time() - begun < 1


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u3000"], ids=ascii)
def test_odd_spaces_become_plain_ones_and_no_value_is_read_otherwise(space: str) -> None:
    written = f"a:{space}b\n"  # only readable with plain spaces
    assert facts(written).items["a"] == Scalar("b", 1)
    made = facts(f"a: Họp:{space}một{space}#2\nb:\n  - c{space}d\n")
    assert made.items["a"] == Scalar("Họp: một #2", 1)
    assert made.items["b"] == Listing((Scalar("c d", 3),), 3)
    assert page(f"---\na: b\n---\n#{space}Một\n").body == "# Một"


def test_what_no_page_may_hold_is_told_and_never_reaches_a_page() -> None:
    made, problems = source.read_text(PLACE, 'a: "x\\x01y\\0"\nb: x&#1;&#xFFFE;y\nc: x\x07y\n')
    assert made
    told = [one.text for one in made.values.items.values() if isinstance(one, Scalar)]
    assert told == ["x y ", "x  y", "x y"]
    assert {rule for _, rule in rules(problems)} == {"ky-tu-la"}


def test_half_a_letter_written_as_an_escape_is_refused_by_either_parser() -> None:
    assert [line for line, _ in faults('a: "\\ud835\\udc13"')] == [1]


# Bytes


def test_bom_and_crlf_are_accepted_and_lines_still_count(folder: Folder) -> None:
    reading = folder.read(b"\xef\xbb\xbfa: 1\r\nb: 2\r\nb: 3\r\n")
    assert rules(reading.problems) == [(3, "trung-khoa")]
    assert reading.sources[0].values.lines == {"a": 1, "b": 2}


def test_old_mac_line_ends_are_accepted(folder: Folder) -> None:
    assert folder.read(b"a: 1\rb: 2\r").sources[0].values.lines == {"a": 1, "b": 2}


def test_decomposed_text_is_composed_with_a_reminder(folder: Folder) -> None:
    reading = folder.read("a: x\nb: " + unicodedata.normalize("NFD", "Đội ngũ"))
    assert reading.sources[0].values.items["b"] == Scalar("Đội ngũ", 2)
    assert [(one.line, one.rule, one.level) for one in reading.problems] == [
        (2, "dang-nfd", "nhắc")
    ]


@pytest.mark.parametrize(
    ("raw", "line", "rule"),
    [
        ("a: 1\nb: Đội".encode("cp1258", "replace") + b"\xd2", 2, "ma-utf8"),
        (b"a: 1\nb: \xff\n", 2, "ma-utf8"),
        (b"a: 1\nb: \xe1\xba", 2, "ma-utf8"),
        ("a: 1\n".encode("utf-16"), 1, "ma-utf8"),
        ("a: 1\n".encode("utf-16-be"), 1, "ky-tu-la"),
        (b"a: 1\x00", 1, "ky-tu-la"),
        ("a: 1\nb: x\u200by".encode(), 2, "ky-tu-la"),
        ("a: 1\nb: x\u202ey".encode(), 2, "ky-tu-la"),
        ("a: x\ufeffy".encode(), 1, "ky-tu-la"),
        ("a: 1\nb: \ufffd".encode(), 2, "ky-tu-la"),
        ("a: x\u2028b: y".encode(), 1, "ky-tu-la"),
        ("a: x\x85b: y".encode(), 1, "ky-tu-la"),
    ],
    ids=ascii,
)
def test_wrong_bytes_are_refused_on_their_line(
    folder: Folder, raw: bytes, line: int, rule: str
) -> None:
    assert (line, rule) in rules(folder.read(raw).problems)


def test_a_large_file_is_refused_unread(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder.root / PLACE
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        opened.truncate(5 * 1024 * 1024)

    def unwanted(path: Path) -> bytes:
        raise AssertionError(f"{path} was read whole")

    monkeypatch.setattr(Path, "read_bytes", unwanted)
    reading = source.read(folder.root)
    assert "5,0 MB, nhiều nhất 2 MB" in reading.problems[0].text
    assert reading.unread == {PLACE}


def test_a_file_just_within_the_limit_is_read_soon(folder: Folder) -> None:
    row = "Trường chính trị tỉnh, thành phố; " * 20 + "[x](van-ban/11-qd-tw#dieu-5)\n\n"
    body = row * (admission.MAX_BYTES // len(row.encode()) - 1)
    begun = process_time()
    reading = folder.read("---\ntieu_de: Dài\n---\n" + body, "docs/thu/dai.md")
    assert not reading.problems
    assert process_time() - begun < 5


# The registers of what was published

REGISTERS = pytest.mark.parametrize("path", [ADDRESSES, CLAUSES])


@REGISTERS
def test_a_register_of_any_line_ends_is_read(folder: Folder, path: str) -> None:
    reading = folder.read(b"\xef\xbb\xbfvan-ban/a#b\r\nvan-ban/a#c\r\n", path)
    assert (reading.published[path], reading.problems) == (("van-ban/a#b", "van-ban/a#c"), [])


@REGISTERS
@pytest.mark.parametrize(
    ("raw", "line", "rule"),
    [
        (b"van-ban/a#b\n\xff", 2, "ma-utf8"),
        ("van-ban/a#b".encode("utf-16"), 1, "ma-utf8"),
        (b"van-ban/a#b\n=======\n>>>>>>> x\n", 3, "xung-dot-git"),
    ],
    ids=ascii,
)
def test_a_register_that_cannot_be_read_is_a_fault(
    folder: Folder, raw: bytes, line: int, rule: str, path: str
) -> None:
    reading = folder.read(raw, path)
    assert rules(reading.problems) == [(line, rule)]
    assert path not in reading.published


@REGISTERS
def test_a_folder_in_place_of_a_register_is_a_fault(folder: Folder, path: str) -> None:
    (folder.root / path).mkdir(parents=True)
    assert rules(source.read(folder.root).problems) == [(1, "khong-doc-duoc")]


# What can be read of a broken file


@pytest.mark.parametrize(
    ("text", "left", "lines"),
    [
        ('a: "x\nb: 1\nc: @d\ne: [f\ng: 2', ["b", "g"], [1, 3, 4]),
        ("a:\n  - b: @c\n  - d: 1\n  - e: %f\ng: 2", ["a", "g"], [2, 4]),
        ("a:\n  - b\n c: 1\nd: 2", ["a", "d"], [3]),
        ("a: b: c\nd: 1", ["d"], [1]),
        ("a:\n  b: *c\n  d: 1\ne: 2\ne: 3", ["e"], [2, 5]),
    ],
)
def test_a_broken_file_is_read_on_and_every_fault_is_told_once(
    text: str, left: list[str], lines: list[int]
) -> None:
    made, problems = source.read_part(PLACE, text)
    assert isinstance(made, source.Partial)
    assert sorted(made.source.values.items) == left
    assert [line for line, _ in rules(problems)] == lines


@pytest.mark.parametrize(
    "text", ["a: 1\nb: “c”: d", "a: 1\nb: “c”: d\ne: 2", "a:\n- b: “c”: d", "a: 1\nb: ”c: d"]
)
def test_curly_quotes_around_a_value_are_told_where_they_stand(text: str) -> None:
    [problem, *_] = source.read_part(PLACE, text)[1]
    assert (problem.line, problem.rule) == (2, "yaml")
    assert problem.text == "giá trị đặt trong nháy cong “…”."
    assert problem.remedy == 'đổi nháy cong thành nháy thẳng "…"'


def test_the_items_of_a_list_keep_their_numbers_where_one_is_left_out() -> None:
    made, _ = source.read_part(PLACE, 'a:\n  - "x\n  - y\n')
    assert isinstance(made, source.Partial)
    assert made.source.values.items["a"] == Listing((Scalar("", 2), Scalar("y", 3)), 2)


def test_what_is_left_out_is_not_told_as_missing() -> None:
    made, _ = source.read_part(PLACE, 'tieu_de: "x\nloaii x\nb: 1')
    assert isinstance(made, source.Partial)
    for key, told in (("tieu_de", False), ("loai", False), ("nghia", True)):
        assert made.tells(Problem(PLACE, 3, key, "", "thieu")) is told


@pytest.mark.parametrize("row", ['"x', "@x", "a: b: c", "[", "*x", "- x"])
def test_a_file_of_faults_alone_is_given_up_soon(row: str) -> None:
    begun = process_time()
    problems = source.read_part(PLACE, "\n".join(f"k{at}: {row}" for at in range(5000)))[1]
    assert 0 < len(problems) <= 25
    assert process_time() - begun < 20


# Names, links, strangers


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("data/truong/Lai-Châu.yml", "lai-chau.yml"),
        ("data/truong/lai chau.yml", "lai-chau.yml"),
        ("data/truong/lai_chau.yml", "lai-chau.yml"),
        ("data/truong/lai-chau.yaml", "lai-chau.yml"),
        ("data/truong/lai-chau.YML", "lai-chau.yml"),
        ("data/truong/" + unicodedata.normalize("NFD", "điều") + ".yml", "dieu.yml"),
        ("data/Trường/lai-chau.yml", "truong"),
        ("data/truong/_nhap/lai-chau.yml", "nhap"),
        ("data/truong/---.yml", "ten-khong-dau.yml"),
    ],
)
def test_a_name_that_is_no_address_is_refused_with_a_better_one(
    folder: Folder, path: str, wanted: str
) -> None:
    found = [one for one in folder.read("a: 1", path).problems if one.rule == "ten-tep"]
    assert [one.remedy for one in found] == [f"đổi thành {wanted}"]
    assert nfc(found[0].text) == found[0].text


@pytest.mark.parametrize(
    ("path", "accepted"),
    [
        *(("docs/tep/so-do.png", True), ("docs/tep/2021/QD-11.pdf", True)),
        *(("docs/trang.html", False), ("docs/x.svg", False), ("docs/tep/x.svg", False)),
        *(("docs/tep/x.html", False), ("docs/tep/x.js", False), ("docs/so-do.png", False)),
        *(("docs/x.markdown", False), ("data/truong/x.md", False), ("docs/van-ban/x.yml", False)),
        *(("data/truong/x.json", False), ("data/.DS_Store", True), ("data/_schema/x.json", True)),
    ],
)
def test_only_files_the_portal_knows_are_accepted(
    folder: Folder, path: str, accepted: bool
) -> None:
    expected = [] if accepted else [(1, "tep-la")]
    begins = {"png": b"\x89PNG\r\n\x1a\n", "pdf": b"%PDF-1.7\n"}
    written = begins.get(path.rpartition(".")[2], b"x")
    assert rules(folder.read(written, path).problems) == expected


@pytest.mark.parametrize(
    "path", ["data/thu/ra.yml", "docs/thu/ra.md", "docs/tep/ra.pdf", "docs/ra"]
)
def test_a_link_out_of_the_content_folder_is_refused(folder: Folder, path: str) -> None:
    outside = folder.root / "outside"
    (outside / "thu").mkdir(parents=True)
    (outside / "secret").write_text("a: bí mật")
    content = folder.root / "content"
    link = content / path
    link.parent.mkdir(parents=True)
    link.symlink_to(outside / "thu" if path == "docs/ra" else outside / "secret")
    reading = source.read(content)
    assert rules(reading.problems) == [(1, "ngoai-thu-muc")]
    assert not reading.sources


def test_an_empty_folder_holds_nothing(folder: Folder) -> None:
    assert source.read(folder.root) == Reading()


# Anything at all

YAMLISH = st.text(
    alphabet="ab :-?[]{}#&*!|>'\"%@`,\n\t\r\\độ\u0301\x00\x85\u2028\ufeff~01.", max_size=60
)


@given(st.one_of(st.text(), YAMLISH))
def test_any_text_gives_values_or_faults(text: str) -> None:
    for path, whole in ((PLACE, text), ("docs/a/b.md", f"---\n{text}\n---\n{text}")):
        made, problems = source.read_text(path, nfc(text) if path == PLACE else nfc(whole))
        assert made or problems
        for problem in problems:
            assert 1 <= problem.line <= len(whole.splitlines()) + 2
            assert problem.remedy
            assert "\n" not in str(problem).replace("\n    Cách sửa: ", "")


@given(st.binary(max_size=200))
def test_any_bytes_give_values_or_faults(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    root = tmp_path_factory.getbasetemp() / "any"
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "data" / "a.yml").write_bytes(raw)
    reading = source.read(root)
    assert len(reading.sources) + len(reading.unread) == 1
    assert not reading.unread or reading.problems
