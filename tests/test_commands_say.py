"""What commands of editors say, with which exit code, run in this process: what was refused and
why, what would change, what was done and how it is taken back.
"""

from __future__ import annotations

import builtins
import csv
import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import fix
import indicators
import moved
import new
import pytest
import review
import search
import tables
import tiny
import vendor

from portal.moving.plan import Plan
from portal.moving.references import Place
from portal.patch.wanted import Unsafe
from portal.problem import Fault

Said = pytest.CaptureFixture[str]
PLACES = [Place("data/a.yml", 3, "nguon[1]", False), Place("docs/b.md", 7, "", True)]


def words(monkeypatch: pytest.MonkeyPatch, *typed: object) -> None:
    monkeypatch.setattr(sys, "argv", ["x.py", *map(str, typed)])


# What is renamed and removed


@pytest.fixture
def does(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """What the plan would be proven and done with."""
    told = SimpleNamespace(wrong=[], done=[])
    words(monkeypatch)
    monkeypatch.setattr(moved.deeds, "faults", lambda content, plan, day: told.wrong)
    monkeypatch.setattr(moved.deeds, "do", lambda content, plan: told.done.append(plan))
    return told


def options(**more: Any) -> Namespace:
    return Namespace(**{"content": Path("bia"), "ngay": tiny.DAY, "thu": False, **more})


PLAN = Plan(
    "Họp thử", {"data/a.yml": b"a", "data/b.yml": None}, led=PLACES, redirect="su-kien/hop-thu"
)


def test_a_plan_is_told_then_done_and_how_to_take_it_back(
    does: SimpleNamespace, capsys: Said
) -> None:
    assert moved.done(options(), lambda: PLAN) == 0
    assert does.done == [PLAN]
    assert capsys.readouterr().out.splitlines() == [
        "«Họp thử»",
        "  ghi data/a.yml",
        "  bỏ data/b.yml",
        "Sửa 2 chỗ dẫn tới: data/a.yml:3, docs/b.md:7",
        "Địa chỉ cũ su-kien/hop-thu chuyển sang địa chỉ mới.",
        "Kiểm: python3 scripts/check.py --chi noi-dung",
        "Hoàn lại: python3 x.py --hoan-lai",
    ]


def test_a_trial_tells_the_plan_and_does_nothing(does: SimpleNamespace, capsys: Said) -> None:
    assert moved.done(options(thu=True), lambda: Plan("A", {"data/a.yml": b""})) == 0
    assert does.done == []
    assert capsys.readouterr().out.splitlines() == [
        "«A»",
        "  ghi data/a.yml",
        "Xem thử, chưa ghi gì: chạy lại, bỏ --thu, để làm",
    ]


def test_what_still_leads_there_is_told_place_by_place_and_how_to_go_on(
    does: SimpleNamespace, capsys: Said
) -> None:
    assert moved.done(options(), lambda: Plan("A", {"data/a.yml": b""}, left=PLACES)) == 1
    said = capsys.readouterr()
    first, *rest = said.err.splitlines()
    assert first == "Chưa làm gì: còn nơi dẫn tới mục này."
    assert rest[:2] == ["  data/a.yml:3: nguon[1]", "  docs/b.md:7: trong bài"]
    assert "--thay LOẠI/MÃ" in rest[2] and "--bo-dan" in rest[3]
    assert (said.out, does.done) == ("", [])


def test_faults_that_would_come_of_it_are_told_and_nothing_is_done(
    does: SimpleNamespace, capsys: Said
) -> None:
    does.wrong.append("data/c.yml:1: bịa")
    assert moved.done(options(), lambda: PLAN) == 1
    said = capsys.readouterr()
    assert said.err == "Chưa làm gì: làm thì nội dung có lỗi.\ndata/c.yml:1: bịa\n"
    assert (said.out, does.done) == ("", [])


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (Unsafe("không có mục này"), "Chưa làm gì: không có mục này."),
        (Fault(1, "ra ngoài thư mục", "x", ""), "Chưa làm gì: ra ngoài thư mục."),
        (PermissionError(13, "x"), "Không ghi được: không được phép đọc hoặc ghi."),
        (OSError(28, "x"), "Không ghi được: ổ đĩa đã đầy. Mọi tệp như cũ."),
    ],
)
def test_what_cannot_be_planned_or_written_is_told_in_a_sentence(
    fault: Exception, told: str, does: SimpleNamespace, capsys: Said
) -> None:
    def wanted() -> Plan:
        raise fault

    assert moved.done(options(), wanted) == 1
    said = capsys.readouterr()
    assert said.err.startswith(told)
    assert (said.out, does.done) == ("", [])


def test_what_was_done_last_is_taken_back_or_it_is_told_why_not(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(moved.deeds, "undo", lambda content: ["data/a.yml", "docs/b.md"])
    assert moved.take_back(Path("bia")) == 0
    assert capsys.readouterr().out == "Đã hoàn lại:\n  data/a.yml\n  docs/b.md\n"
    for fault in (Unsafe("đã sửa thêm"), OSError("đầy"), ValueError("hỏng"), KeyError("thiếu")):

        def undo(content: Path, fault: Exception = fault) -> list[str]:
            raise fault

        monkeypatch.setattr(moved.deeds, "undo", undo)
        assert moved.take_back(Path("bia")) == 1
        said = capsys.readouterr()
        assert said.err == f"Không hoàn lại được: {fault}.\n" and not said.out


# What would be mended


def test_each_place_that_differs_is_told_with_its_line_the_old_before_the_new() -> None:
    before = b"\xef\xbb\xbfa\r\nb\r\nc\r\nd\r\n"
    after = b"a\nB\nB2\nc\nd\x07\n"
    assert list(fix.difference(before, after)) == [
        "    dòng 2:",
        "    - b",
        "    + B",
        "    + B2",
        "    dòng 4:",
        "    - d",
        "    + d\\x07",
    ]
    assert list(fix.difference(b"a\n", b"a\r\n")) == []


def test_of_a_file_that_differs_in_many_places_the_first_sixty_lines_are_told() -> None:
    def told(lines: int) -> list[str]:
        old = "".join(f"a{at}\ncũ\n" for at in range(lines))
        return list(fix.difference(old.encode(), old.replace("cũ", "mới").encode()))

    most = fix.MOST
    assert len(told(most)) == 3 * most and "còn nữa" not in told(most)[-1]
    assert len(told(most + 1)) == 3 * most + 1 and "còn nữa" in told(most + 1)[-1]
    at_once = list(fix.difference(b"", b"a\n" * (most + 9)))
    assert len(at_once) == most + 10, "one place is told whole"


# A new entry


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tiny.lay_out(tmp_path / "cong", entries=False)


def files_of(content: Path) -> list[str]:
    lists = content / "data/_danh-muc"
    found = (path for path in content.rglob("*") if path.is_file() and path.parent != lists)
    return sorted(path.relative_to(content).as_posix() for path in found)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a person types, one answer after another; what they were asked."""
    typed: list[str] = []
    asked: list[str] = []

    def answer(question: str) -> str:
        asked.append(question)
        if not typed:
            raise KeyboardInterrupt
        return typed.pop(0)

    monkeypatch.setattr(builtins, "input", answer)
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: True))
    typed.clear()
    return typed


def test_who_types_nothing_is_asked_for_kind_title_and_name_of_the_file(
    content: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    words(monkeypatch, "--content", content)
    answers += ["don-vi", "  Ban   Mới ", ""]
    assert new.main() == 0
    assert files_of(content) == ["data/don-vi/ban-moi.yml"]
    said = capsys.readouterr().out
    assert "Đã tạo data/don-vi/ban-moi.yml." in said
    assert "check.py --chi noi-dung" in said
    answers += ["don-vi", "Ban Mới", " ban-khac "]
    assert new.main() == 0
    assert "data/don-vi/ban-khac.yml" in files_of(content)


def test_who_stops_answering_leaves_no_file(
    content: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    for typed in ([], ["don-vi"], ["don-vi", "Ban"]):
        words(monkeypatch, "--content", content)
        answers[:] = typed
        with pytest.raises(SystemExit) as ended:
            new.main()
        assert ended.value.code == 130
        assert "Chưa tạo gì." in capsys.readouterr().err
    assert files_of(content) == []


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        (["khong-co", "A"], 2, "khong-co"),
        (["don-vi", "…"], 2, "ít nhất một chữ hoặc số"),
        (["don-vi", "A", "--ma", "A b"], 2, "«A b»"),
        (["don-vi", "Đã có"], 1, "data/don-vi/da-co.yml đã có, nên không ghi đè."),
    ],
)
def test_an_entry_that_cannot_be_begun_is_refused_by_its_own_code(
    typed: list[str],
    code: int,
    told: str,
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Said,
) -> None:
    there = content / "data/don-vi/da-co.yml"
    there.parent.mkdir()
    there.write_text("tieu_de: Đã có\n", encoding="utf-8")
    words(monkeypatch, *typed, "--content", content)
    assert new.main() == code
    assert told in capsys.readouterr().err
    assert files_of(content) == ["data/don-vi/da-co.yml"]
    assert there.read_text(encoding="utf-8") == "tieu_de: Đã có\n"


def test_whom_nobody_can_ask_is_told_what_is_missing(
    content: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(isatty=lambda: False))
    for typed, name in (([], "LOẠI"), (["don-vi"], "TÊN")):
        words(monkeypatch, *typed, "--content", content)
        with pytest.raises(SystemExit) as ended:
            new.main()
        assert ended.value.code == 2
        assert f"còn thiếu: {name}" in capsys.readouterr().err


# What is looked for


def test_what_is_found_is_told_with_its_place_and_at_least_one_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    asked: list[tuple[str, int]] = []
    one = SimpleNamespace(title="Họp", address="su-kien/hop/", path="a.yml", line=3, text="bịa")
    found = [one]

    class Lookup:
        def __init__(self, library: object) -> None:
            pass

        def find(self, said: str, most: int) -> list[SimpleNamespace]:
            asked.append((said, most))
            return found

    monkeypatch.setattr(search, "Lookup", Lookup)
    monkeypatch.setattr(search.road, "judge", lambda content, day, drafts: (None, ()))
    for typed, most in ((["họp", "thử"], 10), (["họp", "--so", "0"], 1), (["a", "--so", "3"], 3)):
        words(monkeypatch, *typed)
        assert search.main() == 0
        assert asked[-1] == (" ".join(one for one in typed if one.isalpha()), most)
        assert capsys.readouterr().out == "Họp\n  /su-kien/hop/\n  a.yml:3\n  bịa\n\n"
    found.clear()
    words(monkeypatch, "họp", "lạ")
    assert search.main() == 1
    assert capsys.readouterr().out.startswith("Không thấy mục nào có «họp lạ».")


# Tables


def test_a_table_of_a_kind_that_is_prose_or_is_none_is_refused(
    content: Path, tmp_path: Path, capsys: Said
) -> None:
    where = ["--content", str(content)]
    assert tables.take_in(["bai-viet", "x.csv", *where]) == 1
    said = capsys.readouterr().err
    assert "«bai-viet» viết thành bài, bảng không nhập được. [bang-tinh]" in said
    assert "các loại nhập được: " in said and "su-kien" in said and "bai-viet," not in said
    assert tables.take_in(["khong-co", "x.csv", *where]) == 2
    assert "khong-co" in capsys.readouterr().err
    assert tables.take_in(["don-vi", str(tmp_path / "khong-co.csv"), *where]) == 1
    assert "không có tệp hoặc thư mục này" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        tables.take_in(["don-vi", *where])
    assert ended.value.code == 2
    assert "còn thiếu: TỆP" in capsys.readouterr().err


def test_the_head_of_an_empty_table_begins_with_the_name_of_the_file(capsys: Said) -> None:
    assert tables.take_in(["don-vi", "--mau"]) == 0
    (head,) = capsys.readouterr().out.splitlines()
    assert head.split(",")[:2] == ["ma", "tieu_de"]


def test_a_table_is_told_row_by_row_then_written_and_taken_back(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    words(monkeypatch)
    table = tmp_path / "bang.csv"
    head = "ma,tieu_de,hang,ngay_doc,dia_chi\n"
    row = "bao-bia,{},bao-chi,2026-03-01,https://example.org/\n"
    table.write_text(head + row.format("Báo bịa"), encoding="utf-8")
    typed = ["nguon", str(table), "--content", str(content), "--ngay", str(tiny.DAY)]
    assert tables.take_in(typed) == 0
    said = capsys.readouterr().out
    assert "dòng 2: mới, data/nguon/bao-bia.yml" in said
    assert "1 dòng: 1 mới, 0 đổi, 0 giống hệt, 0 bỏ qua, 0 có lỗi." in said
    assert said.endswith("Chưa ghi gì. Ghi: chạy lại, thêm --ghi.\n")
    assert files_of(content) == []
    assert tables.take_in([*typed, "--ghi"]) == 0
    said = capsys.readouterr().out
    assert "Đã ghi 1 tệp. " in said and "import.py bang-tinh nguon --hoan-lai" in said
    assert "data/nguon/bao-bia.yml" in files_of(content)
    assert tables.take_in([*typed, "--ghi"]) == 0
    said = capsys.readouterr().out
    assert said.endswith("1 giống hệt, 0 bỏ qua, 0 có lỗi.\nKhông có gì để ghi.\n")
    table.write_text(head + row.format("Báo khác"), encoding="utf-8")
    assert tables.take_in([*typed, "--ghi"]) == 0
    said = capsys.readouterr().out
    assert "1 bỏ qua" in said and "thêm --cap-nhat" in said
    assert tables.take_in([*typed, "--hoan-lai"]) == 0
    assert "data/nguon/bao-bia.yml" not in files_of(content)
    table.write_text(head + "bao-bia-hai,,,,\n", encoding="utf-8")
    assert tables.take_in([*typed, "--ghi"]) == 1
    said = capsys.readouterr()
    assert f"{table}:" in said.err and "lỗi; không ghi gì." in said.err
    assert "data/nguon/bao-bia.yml" not in files_of(content)


def test_the_counts_of_a_table_tell_each_row_once() -> None:
    change = SimpleNamespace(row=4, path="data/a.yml", key="tieu_de", before="", after="B\x07")
    made: Any = SimpleNamespace(
        count=6,
        made=["data/m.yml"],
        rows={"data/m.yml": 2},
        changes=[change, change],
        same=[3],
        passed=[(5, "đã có")],
        faults=[(1, "cột lạ"), (6, "a"), (6, "b")],
    )
    assert list(tables._told(made)) == [
        "dòng 2: mới, data/m.yml",
        *["dòng 4: data/a.yml, tieu_de:", "    trước: (trống)", "    sau:   B\\x07"] * 2,
        "dòng 5: đã có",
        "6 dòng: 1 mới, 1 đổi, 1 giống hệt, 1 bỏ qua, 1 có lỗi.",
        "Muốn đổi mục đã có theo bảng: thêm --cap-nhat.",
    ]


# The table of chỉ tiêu


def test_the_table_of_indicators_is_handed_out_once_under_a_name_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    where = ["--content", str(tiny.CONTENT)]
    assert indicators.hand_out(where) == 0
    assert "import.py bang-chi-tieu bang-chi-tieu.csv" in capsys.readouterr().out
    before = (tmp_path / "bang-chi-tieu.csv").read_bytes()
    assert indicators.hand_out(where) == 1
    assert "bang-chi-tieu.csv đã có;" in capsys.readouterr().err
    assert (tmp_path / "bang-chi-tieu.csv").read_bytes() == before
    assert indicators.hand_out([*where, "--ra", str(tmp_path / "khong/co.csv")]) == 1
    assert "Không ghi được" in capsys.readouterr().err
    assert indicators.hand_out([*where, "--ra", "khac.csv"]) == 0
    assert (tmp_path / "khac.csv").read_bytes() == before


def test_the_same_table_changes_nothing_and_one_cell_is_told_before_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    content = tiny.lay_out(tmp_path / "cong")
    table = tmp_path / "bang.csv"
    where = ["--content", str(content), "--ngay", str(tiny.DAY)]
    assert indicators.hand_out([*where, "--ra", str(table)]) == 0
    capsys.readouterr()
    assert indicators.take_in([str(table), *where, "--ghi"]) == 0
    assert capsys.readouterr().out.startswith("Bảng giống hệt")
    sets = {one: one.read_bytes() for one in (content / "data/bo-tieu-chi").glob("*.yml")}
    with table.open(encoding="utf-8-sig", newline="") as opened:
        head, first, *rest = csv.reader(opened)
    first[head.index("ten")] += " (bịa)"
    with table.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows([head, first, *rest])
    assert indicators.take_in([str(table), *where]) == 0
    said = capsys.readouterr().out
    assert "1 chỗ sẽ đổi, chưa ghi gì. Ghi: chạy lại, thêm --ghi." in said
    assert "    trước: " in said and "(bịa)" in said.partition("    sau:   ")[2]
    assert all(one.read_bytes() == raw for one, raw in sets.items())
    assert indicators.take_in([str(table), *where, "--ghi"]) == 0
    assert "Đã đổi 1 chỗ trong data/bo-tieu-chi/" in capsys.readouterr().out
    assert sum(one.read_bytes() != raw for one, raw in sets.items()) == 1
    assert indicators.take_in([str(tmp_path / "khong-co.csv"), *where]) == 1
    assert "không đọc được: không có tệp hoặc thư mục này." in capsys.readouterr().err


def test_a_set_that_cannot_be_read_is_named_and_nothing_is_made_of_it(
    tmp_path: Path, capsys: Said
) -> None:
    folder = tmp_path / "data/bo-tieu-chi"
    folder.mkdir(parents=True)
    (folder / ".a.yml").write_bytes(b"\xff")
    assert indicators.texts(tmp_path) == {}
    for raw in (b"\xff\xfe", b"a: [", b"a: 1\na: 2\n"):
        (folder / "b.yml").write_bytes(raw)
        assert indicators.hand_out(["--content", str(tmp_path), "--ra", str(tmp_path / "x")]) == 1
        said = capsys.readouterr().err
        assert said.startswith("data/bo-tieu-chi/b.yml: tệp có lỗi cách viết")
        assert "Cách sửa: " in said
    assert not (tmp_path / "x").exists()


# What others made


def packed(folder: Path, files: dict[str, bytes]) -> str:
    with tarfile.open(folder / "goi.tgz", "w:gz") as archive:
        for name, raw in files.items():
            told = tarfile.TarInfo(f"package/{name}")
            told.size = len(raw)
            archive.addfile(told, io.BytesIO(raw))
    return "npm notice\ngoi.tgz\n"


@pytest.fixture
def npm(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[list[str]]]:
    def npm(code: int) -> list[list[str]]:
        asked: list[list[str]] = []

        def run(command: list[str], cwd: Path, **_: Any) -> Any:
            asked.append(command)
            return SimpleNamespace(returncode=code, stdout=packed(cwd, {"a.txt": b"chu"}))

        monkeypatch.setattr(vendor.shutil, "which", lambda name: f"/bia/{name}")
        monkeypatch.setattr(subprocess, "run", run)
        return asked

    return npm


def test_a_package_is_taken_only_where_every_file_is_the_one_that_was_pinned(
    npm: Callable[[int], list[list[str]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Said,
) -> None:
    asked = npm(0)
    monkeypatch.setattr(vendor, "ASSETS", tmp_path / "overrides/assets")
    good, wrong = hashlib.sha256(b"chu").hexdigest(), "0" * 64
    for digest, code in ((wrong, 1), (good, 0)):
        monkeypatch.setattr(vendor, "PARTS", {"goi@1": {"a.txt": ("chu/LICENSE", digest)}})
        assert vendor.main() == code
        said = capsys.readouterr()
        assert ("goi@1: tệp khác với bản đã ghim: a.txt" in said.err) is bool(code)
        assert (tmp_path / "overrides/assets/chu/LICENSE").is_file() is not code
    assert "assets/chu/LICENSE: 3 byte" in said.out
    assert asked == [["/bia/npm", "pack", "--silent", "goi@1"]] * 2


def test_without_npm_or_where_it_gives_nothing_the_reason_is_told(
    npm: Callable[[int], list[list[str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm(1)
    with pytest.raises(SystemExit, match="npm không lấy được goi@1"):
        vendor.fetch("goi@1", tmp_path)
    monkeypatch.setattr(vendor.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match="Không thấy npm"):
        vendor.fetch("goi@1", tmp_path)


# A preview for somebody else


@pytest.mark.parametrize(
    ("fault", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "Đã dừng; chưa gói gì."),
        (OSError(28, "x"), 1, "Chưa gói được: ổ đĩa đã đầy."),
        (review.changes.NoSuchState("Không có nhánh «bịa»."), 1, "Không có nhánh «bịa»."),
        (None, 1, review.NOTHING),
    ],
)
def test_what_cannot_be_packed_says_why_with_its_own_code(
    fault: BaseException | None,
    code: int,
    told: str,
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Said,
) -> None:
    asked: list[str] = []

    def since(folder: Path, state: str) -> list[Any]:
        asked.append(state)
        if fault:
            raise fault
        return []

    monkeypatch.setattr(review.door, "end_as_by_hand", lambda: None)
    monkeypatch.setattr(review.changes, "since", since)
    file = content / "goi.zip"
    typed = ["--content", str(content), "--ra", str(file), "--so-voi", "nhanh"]
    assert review.hand_out(typed) == code
    assert told in capsys.readouterr().err
    assert asked == ["nhanh"] and not file.exists()


def test_only_an_earlier_preview_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "goi.zip"
    assert review.refused(file) == ""
    assert "Không có thư mục" in review.refused(tmp_path / "khong/goi.zip")
    file.write_bytes(b"khac")
    assert "đã có; xoá đi" in review.refused(file)
    for name, is_ours in (("khac.html", False), (review.pack.FIRST, True)):
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(name, "bịa")
        assert (review.refused(file) == "") is is_ours
