"""`rename.py`, `remove.py`: every kind, in all files that lead to an entry, and taken back."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import tiny

from portal.desk.registers import ADDRESSES, CLAUSES
from portal.editor.drafts import FOLDER
from portal.kinds import KINDS
from portal.kinds.base import Link
from portal.library import Library
from portal.moving import deeds, plan
from portal.moving.references import changed, places, unlinked
from portal.patch.wanted import Unsafe
from portal.problem import errors
from portal.road import judge, load
from tests import commands

NEW = "ten-moi-cua-muc"


def library_of(content: Path) -> Library:
    return load(content, tiny.DAY)[0]


def tree_of(content: Path) -> dict[str, bytes]:
    return {
        one.relative_to(content).as_posix(): one.read_bytes()
        for one in sorted(content.rglob("*"))
        if one.is_file() and FOLDER not in one.parts
    }


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tiny.lay_out(tmp_path / "content")


def test_an_entry_of_every_kind_is_renamed_and_all_that_led_there_leads_there_still(
    content: Path,
) -> None:
    before = tree_of(content)
    moved = []
    for kind in KINDS:
        library = library_of(content)
        published = [
            one
            for one in library.everything
            if kind.name == one.KIND and not one.is_withheld and one.id != "index"
        ]
        entry = max(published, key=lambda one: (len(places(library, one)), one.id))
        led = len(places(library, entry))
        deeds.do(content, plan.rename(library, content, entry, NEW))
        again = plan.find(library_of(content), f"{kind.name}/{NEW}")
        assert len(places(library_of(content), again)) == led, kind.name
        assert plan.address(entry.link) in again.moved_from
        moved.append(led)
    assert sum(moved) > len(KINDS)  # nothing shown where nothing led anywhere
    assert errors(judge(content, tiny.DAY)[1]) == []
    for _ in KINDS:
        deeds.undo(content)
    assert tree_of(content) == before


def test_only_the_id_changes_in_a_file_that_leads_there() -> None:
    old, new = Link("truong", "a"), Link("truong", "b")
    text = (
        'truong: [ "a", truong/a#x ,a-b]  # a\nnhom:\n  - {ai: a}\nnoi_dung: "[a](truong/a#c), '
        '[ab](truong/a-b), [c]( /truong/a )"\n'
    )
    wheres = ["truong[1]", "truong[2]", "nhom[1].ai"]
    assert changed("data/x/y.yml", text, wheres, old, new) == (
        'truong: [ "b", truong/b#x ,a-b]  # a\nnhom:\n  - {ai: b}\nnoi_dung: "[a](truong/b#c), '
        '[ab](truong/a-b), [c]( /truong/b )"\n'
    )


def test_ids_of_other_lengths_are_put_in_from_the_end_so_that_no_place_moves() -> None:
    old = Link("truong", "a")
    text = "truong: [a, b, a]\nnhom: [{ai: a}, {ai: truong/a}]\n"
    wheres = ["truong[1]", "truong[3]", "nhom[1].ai", "nhom[2].ai"]
    for id in ("dai-hon-han", "b"):
        told = changed("data/x/y.yml", text, wheres, old, Link("truong", id))
        assert told == f"truong: [{id}, b, {id}]\nnhom: [{{ai: {id}}}, {{ai: truong/{id}}}]\n"


def test_a_key_that_no_longer_holds_the_id_is_refused_with_its_line() -> None:
    with pytest.raises(Unsafe, match="không thấy mã a ở dòng 2"):
        changed("data/x/y.yml", "ten: b\nai: c\n", ["ai"], Link("truong", "a"), Link("truong", "b"))


def test_what_was_there_keeps_its_place_in_a_list_and_what_is_new_has_none() -> None:
    assert [one.origin for one in plan._items(["a", "b", "c"], ("a",))] == [0, None, None]
    assert plan._items([], ("a",)) == []


def test_a_file_that_is_gone_already_may_go_and_empty_folders_go_along(tmp_path: Path) -> None:
    for name in ("data/x/y/z.yml", "data/x/k.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("a: b\n", encoding="utf-8")
    gone = plan.Plan("Thử", files={"data/x/y/z.yml": None, "data/x/y/gone.yml": None})
    deeds.do(tmp_path, gone)
    assert not (tmp_path / "data/x/y").exists()
    assert (tmp_path / "data/x/k.yml").is_file()
    assert deeds.undo(tmp_path) == ["data/x/y/gone.yml", "data/x/y/z.yml"]
    assert (tmp_path / "data/x/y/z.yml").is_file()
    with pytest.raises(Unsafe, match="chưa có lần"):
        deeds.undo(tmp_path)


def test_a_link_that_goes_leaves_its_words() -> None:
    text = "Xem [trường A](truong/a#dieu-1), [B](truong/a-b), ![ảnh](truong/a)."
    told = "Xem trường A, [B](truong/a-b), ![ảnh](truong/a)."
    assert unlinked(text, Link("truong", "a")) == told


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("Tên Mới", "viết ten-moi"),
        ("../x", "không dùng làm địa chỉ được"),
        ("trang-2", "là của"),
        ("aux", "không dùng làm địa chỉ được"),
    ],
)
def test_an_address_nobody_may_have_is_refused(id: str, told: str, content: Path) -> None:
    library = library_of(content)
    entry = next(one for one in library.everything if one.KIND == "su-kien")
    with pytest.raises(Unsafe, match=told):
        plan.rename(library, content, entry, id)
    other = next(one for one in library.everything if one.KIND == "su-kien" and one.id != entry.id)
    with pytest.raises(Unsafe, match="đã có mục"):
        plan.rename(library, content, entry, other.id)


EVENT = "tieu_de: {}\nloai: hoi-nghi\nbat_dau: 2026-01-0{}\nnguon: [van-ban/{}]\n"


@pytest.fixture
def two(content: Path) -> Path:
    """Two events, one of them linked to; and a draft."""
    read = next(
        one.id
        for one in library_of(content).everything
        if one.KIND == "van-ban" and not one.is_withheld and one.text_quality.original  # type: ignore[attr-defined]
    )
    events = content / "data" / "su-kien"
    (events / "mot.yml").write_text(
        EVENT.format("Một", 1, read) + "thay_doi: [{ngay: 2026-01-02, noi_dung: Sửa giờ.}]\n"
    )
    (events / "hai.yml").write_text(EVENT.format("Hai", 2, read))
    (events / "nhap.yml").write_text(EVENT.format("Nháp", 3, read) + "trang_thai: nhap\n")
    page = content / "docs" / "dan.md"
    page.write_text("---\ntieu_de: Dẫn\n---\n\nXem [cuộc họp](su-kien/mot).\n")
    assert errors(judge(content, tiny.DAY)[1]) == []
    return content


def remove(content: Path, id: str, **more: object) -> plan.Plan:
    library = library_of(content)
    entry = plan.find(library, f"su-kien/{id}")
    return plan.remove(library, content, entry, "ghi nhầm", **more)  # type: ignore[arg-type]


def test_what_is_still_led_to_is_not_removed_and_the_places_are_told(two: Path) -> None:
    made = remove(two, "mot")
    assert [(one.path, one.line) for one in made.left] == [("docs/dan.md", 5)]


def test_a_published_entry_is_withdrawn_with_its_reason_and_links_keep_their_words(
    two: Path,
) -> None:
    made = remove(two, "mot", unlink=True)
    assert made.left == [] and deeds.faults(two, made, tiny.DAY) == []
    deeds.do(two, made)
    text = (two / "data/su-kien/mot.yml").read_text()
    assert "trang_thai: da-rut" in text
    assert "Sửa giờ." in text and "Rút: ghi nhầm" in text
    assert (two / "docs/dan.md").read_text().endswith("\n\nXem cuộc họp.\n")


def test_an_entry_goes_to_the_one_in_its_place_with_all_that_led_to_it(two: Path) -> None:
    instead = plan.find(library_of(two), "su-kien/hai")
    made = remove(two, "mot", instead=instead)
    assert deeds.faults(two, made, tiny.DAY) == []
    deeds.do(two, made)
    assert not (two / "data/su-kien/mot.yml").exists()
    text = (two / "data/su-kien/hai.yml").read_text()
    assert "chuyen_huong: [su-kien/mot]" in text and "Nhận nội dung của «Một»: ghi nhầm" in text
    assert "(su-kien/hai)" in (two / "docs/dan.md").read_text()


def test_a_draft_leaves_no_address_behind(two: Path) -> None:
    made = remove(two, "nhap")
    assert made.files == {"data/su-kien/nhap.yml": None}
    library = library_of(two)
    renamed = plan.rename(library, two, plan.find(library, "su-kien/nhap"), "nhap-moi")
    assert renamed.redirect == ""
    assert b"chuyen_huong" not in (renamed.files["data/su-kien/nhap-moi.yml"] or b"")


def test_a_draft_takes_along_the_files_that_only_it_shows_and_brings_them_back(two: Path) -> None:
    scan = bytes(range(256))
    (two / "docs/tep").mkdir(exist_ok=True)
    for name in ("cua-nhap.pdf", "cua-hai-muc.pdf", "khong-ai-dung.pdf"):
        (two / "docs/tep" / name).write_bytes(scan)
    links = "[a](tep/cua-nhap.pdf) [b](tep/cua-hai-muc.pdf)"
    (two / "docs/nhap.md").write_text(f"---\ntieu_de: Nháp\ntrang_thai: nhap\n---\n\n{links}\n")
    (two / "docs/khac.md").write_text("---\ntieu_de: Khác\n---\n\n[b](tep/cua-hai-muc.pdf)\n")
    before, library = tree_of(two), library_of(two)
    made = plan.remove(library, two, plan.find(library, "nhap"), "ghi nhầm")
    assert made.files == {"docs/nhap.md": None, "docs/tep/cua-nhap.pdf": None}
    deeds.do(two, made)
    deeds.undo(two)
    assert tree_of(two) == before


def test_nothing_is_taken_back_over_what_somebody_wrote_since(two: Path) -> None:
    with pytest.raises(Unsafe, match="chưa có lần"):
        deeds.undo(two)
    deeds.do(two, remove(two, "nhap"))
    (two / "data/su-kien/nhap.yml").write_text("khác\n")
    with pytest.raises(Unsafe, match="đã có người sửa"):
        deeds.undo(two)


def test_the_commands_tell_first_do_then_and_take_back(two: Path) -> None:
    before = tree_of(two)
    on = ("--content", two, "--ngay", tiny.DAY)
    seen = commands.run("rename", "su-kien/mot", "mot-moi", "--thu", *on)
    assert (seen.returncode, tree_of(two)) == (0, before), seen.stderr
    assert "Sửa 1 chỗ dẫn tới: docs/dan.md:5" in seen.stdout
    assert commands.run("rename", "su-kien/mot", "mot-moi", *on).returncode == 0
    assert (two / "data/su-kien/mot-moi.yml").is_file()
    assert commands.run("rename", "--hoan-lai", *on).returncode == 0
    assert tree_of(two) == before
    refused = commands.run("remove", "su-kien/mot", "--ly-do", "nhầm", *on)
    assert refused.returncode == 1 and "docs/dan.md:5: trong bài" in refused.stderr
    assert commands.run("remove", "su-kien/mot", *on).returncode == 2
    assert "không có mục" in commands.run("rename", "su-kien/khong", "a", *on).stderr
    assert tree_of(two) == before


def test_codes_that_never_were_published_leave_the_register_and_published_ones_stay(
    tmp_path: Path,
) -> None:
    library, _ = judge(tiny.lay_out(tmp_path), tiny.DAY)
    now = CLAUSES.lines(library, ())
    before = [*now, "van-ban/nhap#dieu-1", "van-ban/cu#dieu-1"]
    assert CLAUSES.lines(library, before) == sorted(before)
    kept = CLAUSES.lines(library, before, settled=["van-ban/cu#dieu-1"])
    assert kept == sorted([*now, "van-ban/cu#dieu-1"])


def test_an_address_enters_its_register_when_it_is_published_and_not_before(two: Path) -> None:
    (two / "data/_schema").mkdir(parents=True, exist_ok=True)
    on = ("--content", two, "--ngay", tiny.DAY)
    assert commands.run("fix", *on).returncode == 0
    told = (two / ADDRESSES.path).read_text().split()
    assert "su-kien/mot" in told and "su-kien/nhap" not in told
    git(two)
    (two / "data/su-kien/vua-viet.yml").write_bytes((two / "data/su-kien/mot.yml").read_bytes())
    text = (two / "data/su-kien/vua-viet.yml").read_text().replace("tieu_de: ", "tieu_de: Khác ")
    (two / "data/su-kien/vua-viet.yml").write_text(text)
    assert "ghi thêm 1 địa chỉ mới đăng" in commands.run("fix", *on).stdout
    (two / "data/su-kien/vua-viet.yml").unlink()
    assert "bỏ 1 địa chỉ chưa từng đăng, nay không còn" in commands.run("fix", *on).stdout
    (two / "data/su-kien/mot.yml").unlink()
    assert "chưa từng đăng" not in commands.run("fix", *on).stdout
    assert "«su-kien/mot» đã đăng mà mục không còn. [dia-chi-mat]" in (
        commands.run("check", "--chi", "noi-dung", *on).stdout
    )


def git(place: Path) -> None:
    named = ("-c", "user.name=Người Thử", "-c", "user.email=thu@example.org")
    for words in (("init", "--quiet"), ("add", "--all"), ("commit", "--quiet", "-m", "Đăng")):
        subprocess.run(["git", *named, *words], cwd=place, check=True, capture_output=True)
