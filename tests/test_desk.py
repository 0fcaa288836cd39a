"""The editors' desk: new files, mended files, and the commands that make them."""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal import source
from portal.addresses import is_segment
from portal.desk import fix, new
from portal.desk.overview import overview
from portal.desk.unpasted import unpasted
from portal.kinds import BY_NAME, KINDS, Kind
from portal.kinds.base import Lists, fields_of
from portal.kinds.exemplar import Exemplar
from portal.kinds.exemplar.questions import QUESTIONS
from portal.kinds.lists import Publication
from portal.kinds.samples import BLANK, layout
from portal.kinds.term import Term
from portal.library import Library
from portal.library.lists import lists_of
from portal.markup import read
from portal.problem import Problem, errors
from portal.road import judge
from portal.source import Mapping, Source
from portal.source.registers import CLAUSES
from tests import commands

ROOT = Path(__file__).parent.parent
DAY = date(2026, 3, 5)
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
TERM = "tieu_de: A\nnghia: B\nnguon: [van-ban/01-qd-mau]\n"
PATH = "data/thuat-ngu/a.yml"


@pytest.fixture(scope="module")
def lists() -> Lists:
    return lists_of(source.read(ROOT))[0]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content folder with the closed lists alone."""
    shutil.copytree(ROOT / "data" / "_danh-muc", tmp_path / "data" / "_danh-muc")
    (tmp_path / "data" / "_danh-muc" / "ngoai-le.yml").unlink(missing_ok=True)
    return tmp_path


LEFT = "Lỗi còn lại, nếu có, kể ở: python3 scripts/check.py --chi noi-dung"

# New files


@every_kind
def test_a_new_file_lacks_only_what_the_editor_must_say(
    kind: Kind, content: Path, lists: Lists
) -> None:
    file = content / kind.path("ten-moi")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(new.draft(kind, "Tên mới: «thử» #1", lists, DAY), encoding="utf-8")
    problems = judge(content, DAY)[1]
    assert {problem.rule for problem in problems} <= {
        "thieu",
        "thieu-nguon",
        "nguon-thua",
        "chu-mau",
    }
    # The source is asked for once the fields are sound.
    told = {problem.field for problem in problems if problem.field} | {"nguon"}
    assert told == {*new.to_fill(kind), "nguon"}


@pytest.mark.parametrize(
    ("kind", "title", "id"),
    [
        ("thuat-ngu", "Con", "con-1"),
        ("thuat-ngu", "AUX", "aux-1"),
        ("thuat-ngu", "Com1", "com1-1"),
        ("thuat-ngu", "Trang 2", "trang-2-2"),
        ("van-ban", "Sơ đồ", "so-do-2"),
        ("van-ban", "Theo năm", "theo-nam-2"),
        ("trang", "Văn bản", "van-ban-2"),
        ("trang", "404", "404-2"),
        ("trang", "Tệp", "tep-2"),
        ("trang", "Tìm kiếm", "tim-kiem-2"),
        ("thuat-ngu", "a/../../b", "a-b"),
        ("thuat-ngu", "!?…", ""),
    ],
)
def test_a_new_file_gets_a_name_that_is_nobodys(kind: str, title: str, id: str) -> None:
    assert new.id_of(BY_NAME[kind], title) == id


@given(st.text(min_size=1, max_size=600))
def test_any_title_gives_a_name_that_may_stand_in_an_address(title: str) -> None:
    made = new.id_of(BY_NAME["thuat-ngu"], title)
    assert made == "" or is_segment(made)


def test_a_title_of_480_letters_gives_a_short_name_of_whole_words(content: Path) -> None:
    title = "Quy trình công nhận trường chính trị chuẩn " * 11
    assert commands.run("new", "thuat-ngu", title, "--content", str(content)).returncode == 0
    (made,) = (content / "data" / "thuat-ngu").iterdir()
    assert 60 < len(made.stem) <= 80
    assert made.stem.endswith(("-cong", "-trinh", "-nhan", "-truong", "-chinh", "-tri", "-chuan"))


@every_kind
def test_a_new_file_tells_the_help_of_every_key(kind: Kind, lists: Lists) -> None:
    text = new.draft(kind, "Tên", lists, DAY)
    told = " ".join(text.replace("\n#   ", " ").split())
    for one in fields_of(kind.model):
        assert f"# {one.label}: {one.help}" in told
        assert f"\n{one.key}:" in text or f"\n#{one.key}:" in text


def required_lines(kind: Kind) -> list[str]:
    """The lines of the example that hold its required keys."""
    lines, starts = kind.example().split("\n"), read_made(kind.path("x"), kind.example())
    at = sorted(starts.values.lines.items(), key=lambda one: one[1])
    ends = [line for _, line in at[1:]] + [len(lines)]
    needed = {one.key for one in fields_of(kind.model) if one.required}
    return [
        line
        for (key, start), end in zip(at, ends, strict=True)
        for line in lines[start - 1 : end - 1]
        if key in needed and line != "---"
    ]


def read_made(path: str, text: str) -> source.Source:
    made, problems = source.read_text(path, text)
    assert made, problems
    return made


def texts_of(value: source.Value) -> list[str]:
    match value:
        case source.Scalar():
            return [value.text]
        case source.Listing():
            return [text for item in value.items for text in texts_of(item)]
    return [text for item in value.items.values() for text in texts_of(item)]


def uncommented(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(line[1:] if line[:1] == "#" and line[1:2] != " " else line for line in lines)


@every_kind
@pytest.mark.parametrize("full", [True, False])
def test_no_value_of_the_sample_is_published_by_uncommenting_its_key(
    kind: Kind, lists: Lists, full: bool
) -> None:
    text = new.draft(kind, "Tên", lists, DAY, full=full, often=[*layout(kind)])
    made, problems = source.read_text(kind.path("ten"), uncommented(text))
    assert made, problems
    assert set(made.values.items) == {one.key for one in fields_of(kind.model)}
    leaves = [one for one in texts_of(made.values) if one not in ("Tên", str(DAY), "")]
    assert set(leaves) == {BLANK}


@every_kind
def test_no_blank_of_the_sample_is_taken_for_a_value(kind: Kind, content: Path) -> None:
    rest = [one.key for one in fields_of(kind.model) if not one.required]
    (content / "docs").mkdir(exist_ok=True)
    file = content / kind.path("ten")
    file.parent.mkdir(parents=True, exist_ok=True)
    while rest:  # who reads the fields stops a file before the rules see it
        file.write_text(with_blanks(kind, rest), encoding="utf-8")
        told = {key_of(one) for one in errors(judge(content, DAY)[1])} & set(rest)
        assert told, f"published as it stands: {rest}"
        rest = [key for key in rest if key not in told]


def with_blanks(kind: Kind, keys: Sequence[str]) -> str:
    """A file with the required keys of the example, and these as a new file has them."""
    lines = [*required_lines(kind), *(line for key in keys for line in layout(kind)[key])]
    return "\n".join(["---", *lines, "---", "Lời."] if kind.text else lines)


def key_of(problem: Problem) -> str:
    return re.split(r"[.\[]", problem.field)[0]


@every_kind
def test_a_long_text_of_the_sample_is_a_fault_where_it_stands(kind: Kind, content: Path) -> None:
    (content / "docs").mkdir()
    file = content / kind.path("ten")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(kind.example(), encoding="utf-8")
    found = {one.field for one in judge(content, DAY)[1] if one.rule == "chu-mau"}
    assert found >= {"ghi_chu", "suy_ra"} or kind.name in ("nguon", "trang")


@given(st.text(min_size=1))
def test_any_name_is_written_so_that_it_is_read_again(name: str) -> None:
    title = " ".join(unicodedata.normalize("NFC", name).split())
    text = new.draft(BY_NAME["thuat-ngu"], title, {}, DAY)
    made, problems = source.read_text(PATH, text)
    read = made.values.items["tieu_de"] if made else None
    assert isinstance(read, source.Scalar) or problems
    if isinstance(read, source.Scalar) and title.isprintable():
        assert " ".join(read.text.split()) == title


@pytest.mark.parametrize("word", ["van-bn", "Văn bản", "vanban"])
def test_an_unknown_kind_is_answered_with_the_nearest_and_all(word: str) -> None:
    with pytest.raises(new.NoSuchKind, match="Có phải van-ban") as told:
        new.find(word)
    assert all(f"\n  {kind.name}" in str(told.value) for kind in KINDS)


def test_the_command_makes_a_file_says_what_to_do_and_never_overwrites(content: Path) -> None:
    words = ("new", "truong", "Trường Chính trị Mẫu", "--content", str(content))
    made = commands.run(*words)
    assert made.stdout.splitlines() == [
        "Đã tạo data/truong/truong-chinh-tri-mau.yml. Việc tiếp theo:",
        "  1. Mở tệp ấy, điền các khoá: tinh, nguon.",
        "  2. Khoá hay dùng: bỏ dấu # ở đầu dòng, thay «…». Mọi khoá: data/_schema/README.md.",
        "  3. Tên tệp là địa chỉ trang: muốn đổi thì đổi trước khi đăng.",
        "  4. Kiểm lại: python3 scripts/check.py --chi noi-dung",
    ]
    file = content / "data" / "truong" / "truong-chinh-tri-mau.yml"
    file.write_text("của tôi", encoding="utf-8")
    again = commands.run(*words)
    assert again.returncode == 1
    assert "không ghi đè" in again.stderr
    assert file.read_text(encoding="utf-8") == "của tôi"


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (("vanban", "Tên"), "Có phải van-ban?"),
        (("van-ban", "???"), "Tên phải có ít nhất một chữ hoặc số."),
        (("van-ban",), "còn thiếu"),
        (("su-kien", "Họp", "--ma", "Họp Một"), "viết hop-mot"),
        (("su-kien", "Họp", "--ma", "trang-2"), "là của"),
    ],
)
def test_a_mistyped_command_is_answered_and_writes_nothing(
    content: Path, words: tuple[str, ...], answer: str
) -> None:
    before = sorted(content.rglob("*"))
    done = commands.run("new", *words, "--content", str(content))
    assert done.returncode == 2
    assert answer in done.stderr
    assert sorted(content.rglob("*")) == before


@every_kind
def test_a_short_file_has_what_must_be_said_and_names_the_other_keys(
    kind: Kind, lists: Lists
) -> None:
    whole = new.draft(kind, "Tên", lists, DAY)
    short = new.draft(kind, "Tên", lists, DAY, full=False)
    assert len(short.splitlines()) < 0.5 * len(whole.splitlines())
    read, problems = source.read_text(kind.path("ten"), short)
    assert read, problems
    assert {*new.to_fill(kind), "tieu_de"} <= {*read.values.items}
    assert f"data/_schema/README.md, mục «{kind.label}»" in short
    assert f"\n## {kind.label}\n" in (ROOT / "data/_schema/README.md").read_text(encoding="utf-8")


def test_a_short_file_offers_the_keys_that_most_entries_of_its_kind_have(lists: Lists) -> None:
    kind = BY_NAME["thuat-ngu"]
    written = [
        read_made(kind.path(id), f"tieu_de: {id}\nnghia: B\n{more}")
        for id, more in [("a", "viet_tat: [X]\n"), ("b", "viet_tat: [Y]\n"), ("c", "ghi_chu: Z\n")]
    ]
    other = read_made("data/su-kien/d.yml", "tieu_de: D\nghi_chu: Z\n")
    often = new.common(kind, [*written, other])
    assert often >= {"viet_tat"} and "ghi_chu" not in often
    short = new.draft(kind, "Tên", lists, DAY, full=False, often=often)
    assert "\n#viet_tat: […]  # " in short and "ghi_chu" not in short


@every_kind
def test_a_file_begun_at_the_desk_has_no_word_that_is_not_its_own(kind: Kind) -> None:
    text = new.bare(kind, "Tên", DAY)
    assert "#" not in text
    made = read_made(kind.path("ten"), text)
    assert {*made.values.items} == {"tieu_de", "ngay_dang", *new.to_fill(kind)}


@pytest.mark.parametrize(("having", "offered"), [(1, False), (2, True), (3, True)])
def test_a_key_that_half_of_the_entries_have_is_offered(having: int, offered: bool) -> None:
    texts = ["tieu_de: A\nviet_tat: [AA]\n"] * having + ["tieu_de: A\n"] * (4 - having)
    others = {"data/don-vi/a.yml": "viet_tat: [BB]\n", "data/_danh-muc/a.yml": "viet_tat: [C]\n"}
    files = {f"data/thuat-ngu/a{at}.yml": text for at, text in enumerate(texts)}
    sources = [read_made(path, text) for path, text in (files | others).items()]
    found = new.common(BY_NAME["thuat-ngu"], sources)
    assert found == ({"tieu_de", "viet_tat"} if offered else {"tieu_de"})


def test_a_closed_list_is_written_out_up_to_a_dozen_and_pointed_to_beyond(lists: Lists) -> None:
    kind = BY_NAME["van-ban"]
    name = "loai-van-ban"
    (one,) = [one for one in fields_of(kind.model) if one.key == "loai"]
    some = list(lists[name].items())
    for count in (new.SHOWN, new.SHOWN + 1):
        shorter = {**lists, name: dict(some[:count])}
        text = new.draft(kind, "Bịa", shorter, DAY)
        told = [f"#   {value}: {option.label}" in text for value, option in some[:count]]
        assert all(told) if count == new.SHOWN else not any(told)
        assert (f"# Các mã: xem data/_danh-muc/{name}.yml." in text) is (count > new.SHOWN)
    assert one.label in text


def test_a_group_that_must_be_filled_has_its_sample_below_it(lists: Lists) -> None:
    text = new.draft(BY_NAME["quy-trinh"], "Tên", lists, DAY, full=False)
    below = text.split("\ncac_buoc:\n")[1].splitlines()
    assert below[0].startswith("#  - ") and below[1].startswith("#    ")


def test_the_name_of_the_file_can_be_chosen(content: Path) -> None:
    words = ("new", "su-kien", "Họp", "--ma", "hop-2026", "--content", str(content))
    assert "data/su-kien/hop-2026.yml" in commands.run(*words).stdout


# Mended files


@pytest.mark.parametrize(
    ("raw", "mended", "done"),
    [
        (f"\ufeff{TERM}", TERM, ["bỏ dấu BOM ở đầu tệp"]),
        (
            TERM.replace("\n", "\r\n"),
            TERM,
            ["đổi xuống dòng kiểu Windows thành kiểu chung"],
        ),
        (
            unicodedata.normalize("NFD", f"{TERM}ghi_chu: Đội ngũ\n"),
            f"{TERM}ghi_chu: Đội ngũ\n",
            ["ghép dấu tiếng Việt (NFD thành NFC)"],
        ),
        (
            f"{TERM}ngay_dang: 05/03/2026\nngay_ra_soat: '6.3.2026'  # hôm qua\n",
            f"{TERM}ngay_dang: 2026-03-05\nngay_ra_soat: '2026-03-06'  # hôm qua\n",
            ["dòng 4: 05/03/2026 → 2026-03-05", "dòng 5: 6.3.2026 → 2026-03-06"],
        ),
        (
            f"{TERM}du_kien:\n  - noi_dung: 03/2026\n    thoi_diem: trước 03/2026\n",
            f"{TERM}du_kien:\n  - noi_dung: 03/2026\n    thoi_diem: trước 2026-03\n",
            ["dòng 6: trước 03/2026 → trước 2026-03"],
        ),
        (
            "# về tệp\n\nnguon: [van-ban/01-qd-mau] # nguồn\n# về nghĩa\nnghia: >-\n  B\n\n  # C\n"
            "viet_tat:\n- A\n\ntieu_de: A\n# cuối tệp\n",
            "# về tệp\n\ntieu_de: A\n# cuối tệp\nviet_tat:\n- A\n\n# về nghĩa\nnghia: >-\n  B\n\n"
            "  # C\nnguon: [van-ban/01-qd-mau] # nguồn\n",
            ["xếp khoá theo thứ tự của mẫu"],
        ),
        (
            "nghia: B\ntieu_de: A\nnguon: [van-ban/01-qd-mau]",
            "tieu_de: A\nnghia: B\nnguon: [van-ban/01-qd-mau]",
            ["xếp khoá theo thứ tự của mẫu"],
        ),
    ],
    ids=["bom", "crlf", "nfd", "ngày", "thời điểm", "thứ tự", "không xuống dòng cuối"],
)
def test_a_file_is_mended(raw: str, mended: str, done: list[str]) -> None:
    made = fix.fix(PATH, raw.encode())
    assert (made.raw.decode(), made.done, made.left) == (mended, done, [])
    assert fix.fix(PATH, made.raw) == fix.Mended(made.raw)


@pytest.mark.parametrize(
    ("written", "meant", "done"),
    [
        ("Tr\u01a3\u1eddng", "Trường", "thay chữ giống chữ Việt bằng chữ Việt"),
        ("H\u00e1\u00bb\u2122i", "Hội", "đọc lại chữ UTF-8 bị đọc nhầm bảng mã"),
        ("H\u1ed9i\u00a0ngh\u1ecb", "Hội nghị", "thay dấu cách lạ bằng dấu cách thường"),
        ("H\u200b\u1ed9i", "Hội", "bỏ ký tự không nhìn thấy"),
    ],
    ids=["giống", "hỏng", "cách", "ẩn"],
)
def test_letters_that_are_surely_meant_otherwise_are_mended(
    written: str, meant: str, done: str
) -> None:
    made = fix.fix(PATH, TERM.replace("B", written).encode())
    assert (made.raw.decode(), made.done) == (TERM.replace("B", meant), [done])
    assert fix.fix(PATH, made.raw) == fix.Mended(made.raw)


@pytest.mark.parametrize("value", ["a:\u200b b", "a \u200b#b", "a:\u00a0b"], ids=ascii)
def test_letters_are_left_where_yaml_would_then_read_another_value(value: str) -> None:
    raw = TERM.replace("B", value).encode()
    made = fix.fix(PATH, raw)
    assert made.raw == raw
    assert not made.done


def test_a_reminder_keeps_nothing_from_being_mended() -> None:
    made = fix.fix(PATH, b"nghia: B #c\ntieu_de: A\n")
    assert made.done == ["xếp khoá theo thứ tự của mẫu"]


def test_a_header_is_put_in_order_and_the_body_stays() -> None:
    header = "chat_luong_ban: goc-so\n# loại\nloai: quy-dinh\nco_quan: B\ntieu_de: A"
    raw = f"---\n{header}\n---\n\n## Mục một\n\ntieu_de: không phải khoá\n\n---\n".encode()
    made = fix.fix("docs/van-ban/a.md", raw)
    assert made.raw.decode() == (
        "---\ntieu_de: A\n# loại\nloai: quy-dinh\nco_quan: B\nchat_luong_ban: goc-so\n---\n\n"
        "## Mục một\n\ntieu_de: không phải khoá\n\n---\n"
    )


@pytest.mark.parametrize(
    ("raw", "left"),
    [
        ("la: 1\nnghia: B\ntieu_de: A\n", "chưa xếp lại thứ tự khoá: có khoá lạ"),
        (
            "{nghia: B, tieu_de: A}\n",
            "chưa xếp lại thứ tự khoá: cách viết của tệp này máy không dám đổi",
        ),
        (
            "tieu_de: A\nthay_doi: [{ngay: 5/3/2026, noi_dung: ngày 5/3/2026}]\n",
            "dòng 2: chưa đổi «5/3/2026» thành 2026-03-05",
        ),
    ],
)
def test_what_is_not_sure_is_left_and_told(raw: str, left: str) -> None:
    made = fix.fix(PATH, raw.encode())
    assert made.raw == raw.encode()
    assert left in made.left


BROKEN = [b"tieu_de: \xff\r\n", b"", b'tieu_de: "m\n', b"a: 1\na: 2\n"]


@pytest.mark.parametrize("raw", BROKEN, ids=ascii)
def test_a_broken_file_is_not_touched(raw: bytes) -> None:
    assert fix.fix(PATH, raw) == fix.Mended(raw)


KEYS = [one.key for one in fields_of(BY_NAME["thuat-ngu"].model)]
LINES = st.lists(
    st.one_of(
        st.sampled_from(KEYS).map(lambda key: f"{key}: một"),
        st.sampled_from(KEYS).map(lambda key: f"{key}:\n  - hai\n\n  - 05/03/2026"),
        st.sampled_from(
            ["# lời chú", "", "ngay_dang: 5/3/2026", "nghia: |\n  # ba\n\n  bốn", "la: x"]
        ),
    )
)


@given(LINES, st.sampled_from(["\n", "\r\n"]), st.booleans())
def test_mending_never_loses_a_line_or_a_value(lines: list[str], end: str, marked: bool) -> None:
    text = "\n".join(lines)
    raw = (("\ufeff" if marked else "") + text.replace("\n", end)).encode()
    made = fix.fix(PATH, raw).raw.decode("utf-8-sig").replace("\r\n", "\n")
    for day in ("5/3/2026", "05/03/2026"):
        text, made = text.replace(day, "2026-03-05"), made.replace(day, "2026-03-05")
    assert sorted(made.split("\n")) == sorted(text.split("\n"))
    before, after = source.read_text(PATH, text)[0], source.read_text(PATH, made)[0]
    assert (before is None) == (after is None)
    if before and after:
        bare = [{key: _bare(one) for key, one in it.values.items.items()} for it in (before, after)]
        assert bare[0] == bare[1]


def _bare(value: source.Value) -> object:
    return value.text if isinstance(value, source.Scalar) else str(type(value))


@pytest.mark.parametrize("raw", [b"a#b\n\xff\n", b"a#b\n<<<<<<< HEAD\nb#c\n"], ids=ascii)
def test_a_register_of_clauses_that_cannot_be_read_is_not_written_over(
    content: Path, raw: bytes
) -> None:
    file = content / CLAUSES
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    shutil.copytree(ROOT / "tests" / "site" / "content" / "docs", content / "docs")
    done = commands.run("fix", "--content", str(content))
    assert (done.returncode, done.stderr) == (0, "")
    assert file.read_bytes() == raw


def test_the_command_mends_all_files_and_a_trial_writes_nothing(content: Path) -> None:
    file = content / PATH
    file.parent.mkdir(parents=True)
    raw = f"{TERM}ngay_dang: 05/03/2026\n".replace("\n", "\r\n").encode()
    file.write_bytes(raw)
    trial = commands.run("fix", "--content", str(content), "--thu")
    assert trial.stdout.splitlines() == [
        PATH,
        "  đổi xuống dòng kiểu Windows thành kiểu chung",
        "  dòng 4: 05/03/2026 → 2026-03-05",
        "    dòng 4:",
        "    - ngay_dang: 05/03/2026",
        "    + ngay_dang: 2026-03-05",
        "Sẽ sửa 1 tệp.",
        LEFT,
    ]
    assert file.read_bytes() == raw
    assert commands.run("fix", "--content", str(content)).stdout.endswith(
        f"Đã sửa 1 tệp.\n{LEFT}\n"
    )
    assert file.read_bytes() == f"{TERM}ngay_dang: 2026-03-05\n".encode()
    again = commands.run("fix", "--content", str(content))
    assert again.stdout == f"Không có gì để máy sửa.\n{LEFT}\n"


# What waits


def test_the_status_names_what_waits_and_of_an_empty_portal_nothing(content: Path) -> None:
    sample = source.read_text("data/thuat-ngu/mau.yml", BY_NAME["thuat-ngu"].example())[0]
    meaning = sample.values.items["nghia"].text
    files = {
        "a": "tieu_de: Diều\nnghia: B\ntrang_thai: nhap\n",
        "b": "tieu_de: Sáo\nnghia: B\nngay_dang: 2026-03-09\nnguon: [n]\n",
        "c": "tieu_de: Trống\nnghia: B\nngay_dang: 2026-03-01\nngay_go: 2026-04-01\nnguon: [n]\n",
        "d": f"tieu_de: Chiêng\nnghia: {meaning}\nra_soat_lai: 2026-03-01\nnguon: [n]\n",
        "e": "tieu_de: Kèn\nnghia: Theo số 12-QĐ/BIA.\nnguon: [n]\n",
    }
    (content / "docs").mkdir()
    empty = overview(*judge(content, DAY))
    assert [group.items for group in empty] == [()] * len(empty)
    for folder in ("thuat-ngu", "nguon"):
        (content / "data" / folder).mkdir()
    (content / "data/nguon/n.yml").write_text(
        "tieu_de: Báo Bịa\nhang: bao-chi\nngay_doc: 2026-01-02\ndia_chi: https://bao.example/\n"
    )
    for name, text in files.items():
        (content / f"data/thuat-ngu/{name}.yml").write_text(text, encoding="utf-8")
    found = {group.id: group.items for group in overview(*judge(content, DAY))}
    assert {id: [Path(one.path).stem for one in items] for id, items in found.items()} == {
        "faults": ["d"],
        "drafts": ["a"],
        "scheduled": ["b"],
        "leaving": ["c"],
        "overdue": ["d"],
        "unsourced": ["a"],
        "models": [],
        "citations": ["e"],
        "unfinished": [],
        "samples": ["d"],
    }
    door = ("status", "--content", str(content), "--ngay", str(DAY))
    assert "data/thuat-ngu/b.yml:3  Sáo: đăng 09/3/2026" in commands.run(*door).stdout
    assert (
        json.loads(commands.run(*door, "--json").stdout)["groups"][2]["items"][0]["title"] == "Sáo"
    )


def term(id: str, **more: object) -> Term:
    made = Source(f"data/thuat-ngu/{id}.yml", "thuat-ngu", id, Mapping({}, {}, 1))
    return Term(id=id, title=id.upper(), definition="B", source=made, **more)  # type: ignore[arg-type]


def waiting(**more: object) -> dict[str, list[tuple[str, str]]]:
    """Group → file and what is told of it, of a library that holds no more than this."""
    library = Library(DAY, {}, MappingProxyType({Exemplar.KIND: {}}), **more)  # type: ignore[arg-type]
    return {
        group.id: [(Path(one.path).stem, one.text) for one in group.items]
        for group in overview(library, [])
    }


def test_what_waits_comes_in_the_order_of_its_days_and_then_of_its_files() -> None:
    soon, later = date(2026, 3, 9), date(2026, 3, 20)
    days = {"a": later, "c": soon, "b": soon}
    told = [("b", "09/3/2026"), ("c", "09/3/2026"), ("a", "20/3/2026")]
    coming = tuple(term(id, waits_until=day) for id, day in days.items())
    assert waiting(scheduled=coming)["scheduled"] == [(id, f"đăng {day}") for id, day in told]
    going = tuple(term(id, expires=day) for id, day in days.items())
    gone = term("d", expires=date(2026, 3, 1), expired=True)
    assert waiting(everything=(*going, gone))["leaving"] == [(id, f"gỡ {day}") for id, day in told]
    old, older = date(2026, 3, 4), date(2026, 2, 1)
    late = {"a": old, "c": older, "b": older, "d": DAY}
    known = tuple(term(id, review_after=day) for id, day in late.items())
    assert waiting(everything=known)["overdue"] == [
        ("b", "từ 01/02/2026"),
        ("c", "từ 01/02/2026"),
        ("a", "từ 04/3/2026"),
    ]


def test_a_draft_without_a_source_is_told_as_one_and_one_that_is_withdrawn_is_no_draft(
    lists: Lists,
) -> None:
    states = lists[Publication.LIST]
    draft, gone = term("b", state=states["nhap"]), term("a", state=states["da-rut"])
    found = waiting(everything=(draft, term("c"), gone), drafts=(draft, gone))
    assert found["unsourced"] == [("b", "bản nháp"), ("c", ""), ("a", "bản nháp")]
    assert found["drafts"] == [("b", "")]


def test_the_emptiest_model_comes_first_and_says_what_it_lacks() -> None:
    def model(id: str, **more: object) -> Exemplar:
        made = Source(f"docs/mo-hinh/{id}.md", "mo-hinh", id, Mapping({}, {}, 1))
        return Exemplar(id=id, title=id, source=made, **more)  # type: ignore[arg-type]

    models = (model("a", cost="Không đồng."), model("c"), model("b"))
    entries = {Exemplar.KIND: {one.id: one for one in models}}
    library = Library(DAY, {}, MappingProxyType(entries))  # type: ignore[arg-type]
    (items,) = (group.items for group in overview(library, []) if group.id == "models")
    assert [Path(one.path).stem for one in items] == ["b", "c", "a"]
    count = len(QUESTIONS)
    assert items[0].text == f"thiếu {count} trong {count} điều: " + ", ".join(
        one.name for one in QUESTIONS
    )
    assert items[2].text.startswith(f"thiếu {count - 1} trong {count} điều: ")


# Pastes

PASTED = """\
Mở đầu.
Cột A\tCột B|C
1\t2

• Việc một [1]
  ➢ Việc con

• Việc hai, x[2] là mã
Kết.
[1] Báo cáo bịa.
[2] Báo cáo khác.
"""
CONVERTED = """\
Mở đầu.

| Cột A | Cột B\\|C |
| --- | --- |
| 1 | 2 |

- Việc một[^1]
- Việc con
- Việc hai, x[^2] là mã

Kết.

[^1]: Báo cáo bịa.

[^2]: Báo cáo khác.
"""


def test_what_a_paste_left_becomes_markdown_once_and_no_letter_changes() -> None:
    made, done = unpasted(PASTED)
    assert made == CONVERTED
    assert len(done) == 3
    assert unpasted(made) == (made, [])
    assert read(made).findings == ()


def test_many_paragraphs_in_one_block_are_set_apart_and_a_broken_line_is_not() -> None:
    lines = [f"Câu {at} của đoạn bịa." for at in range(13)]
    lines[4] = "Câu 4 xuống dòng ở giữa"
    made, done = unpasted("\n".join(lines))
    assert done == ["tách 13 dòng liền nhau thành từng đoạn"]
    assert made.count("\n\n") == 11 and "ở giữa\nCâu 5" in made
    assert unpasted(made) == (made, [])


@given(st.text(alphabet="a1.\t\n•[] |`-:^", max_size=60))
def test_converting_a_paste_is_done_once_and_loses_no_letter(body: str) -> None:
    made, _ = unpasted(body)
    assert [one for one in made if one.isalnum()] == [one for one in body if one.isalnum()]
    assert unpasted(made)[0] == made


def test_fix_converts_a_paste_in_a_file_and_keeps_its_head() -> None:
    head = "---\ntieu_de: A\n---\n\n"
    mended = fix.fix("docs/trang.md", (head + PASTED).encode())
    assert mended.raw.decode() == head + CONVERTED
    assert "đổi 2 dòng có phím Tab thành bảng" in mended.done


EVERYDAY = ("new", "import", "rename", "remove", "status", "search", "fix", "check", "serve")


@pytest.mark.parametrize("command", [*EVERYDAY, "build", "export"])
def test_every_command_of_an_editor_has_help_with_an_example(command: str) -> None:
    """Seen in the help of one below; the others by what they hand to the same parser."""
    told = (ROOT / "scripts" / f"{command}.py").read_text(encoding="utf-8")
    assert re.search(rf"(?:Ví dụ: python3 scripts/|[\"']){command}\.py \S", told)


def test_the_example_stands_at_the_end_of_the_help() -> None:
    told = commands.run("search", "--help").stdout
    assert told.rstrip().endswith('Ví dụ: python3 scripts/search.py "13/9/2025"')
