"""The plain folder that another builder can take: every output, its head and the menu."""

from __future__ import annotations

import json
import sys
import zipfile
from pathlib import Path

import export
import pytest
import review
import tiny

from portal import views
from portal.editor import pack
from portal.road import judge


@pytest.fixture(scope="module")
def programme(tiny_content: Path) -> views.Programme:
    return views.plan(views.Inputs(judge(tiny_content, tiny.DAY)[0]))


@pytest.fixture(scope="module")
def exported(programme: views.Programme, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("xuat") / "sau" / "nua"
    export.hand_over(programme, tuple(programme.files()[0]), folder)
    return folder


def test_every_page_has_its_head_and_its_article(
    programme: views.Programme, exported: Path
) -> None:
    told = set()
    for plan in programme.plans:
        page, beside = programme.draw(plan)
        text = (exported / plan.source_path).read_text(encoding="utf-8")
        start, matter, rest = text.split("---\n", 2)
        assert (start, rest) == ("", f"\n{page.html}\n")
        head = json.loads(matter)
        assert (head["title"], head["description"]) == (page.title, page.description)
        assert ("data" in head) == ("tags" in head) == bool(page.data)
        if page.data:
            assert head["data"] == json.loads(json.dumps(page.data))
            assert head["tags"] == json.loads(json.dumps(page.tags))
        told.add(bool(page.data))
        for asset in beside:
            assert (exported / asset.path).read_bytes() == asset.content
    assert told == {True, False}


def test_files_copies_and_the_menu_stand_beside_the_pages(
    programme: views.Programme, exported: Path
) -> None:
    for asset in programme.files()[0]:
        assert (exported / asset.path).read_bytes() == asset.content
    assert programme.copies
    for copy in programme.copies:
        assert (exported / copy.path).read_bytes() == copy.file.read_bytes()
    menu = (exported / export.MENU).read_text(encoding="utf-8")
    assert json.loads(menu) == json.loads(json.dumps(programme.menu))
    assert "Văn bản" in menu
    assert len(menu.splitlines()) > 10


@pytest.mark.parametrize(
    ("extra", "told"),
    [("feed_name: don-vi.example,2026", "don-vi.example,2026"), ("feed_name:", ""), ("x: 1", "")],
)
def test_ids_in_feeds_are_those_of_the_settings(
    extra: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"extra:\n  {extra}\n", encoding="utf-8")
    monkeypatch.setattr(export.environment, "ROOT", tmp_path)
    assert export.feed_name() == told


def run(monkeypatch: pytest.MonkeyPatch, content: Path, folder: Path) -> int:
    words = ["--content", str(content), "--ngay", tiny.DAY.isoformat(), "--ra", str(folder)]
    monkeypatch.setattr(sys, "argv", ["export.py", *words])
    monkeypatch.setattr(export.door, "end_as_by_hand", lambda: None)
    return export.main()


def test_an_export_tells_how_many_pages_and_goes_into_an_empty_folder_only(
    tiny_content: Path,
    programme: views.Programme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(export, "hand_over", lambda programme, files, folder: folder.mkdir())
    out = tmp_path / "ra"
    assert run(monkeypatch, tiny_content, out) == 0
    assert f"Đã xuất {len(programme.plans)} trang vào {out}." in capsys.readouterr().out
    (out / "cua-toi.txt").write_text("x", encoding="utf-8")
    assert run(monkeypatch, tiny_content, out) == 1
    assert "không trống" in capsys.readouterr().err
    assert [one.name for one in out.iterdir()] == ["cua-toi.txt"]


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [(OSError(28, "x"), 1, "ổ đĩa đã đầy"), (KeyboardInterrupt(), 130, "vẫn nguyên vẹn")],
)
def test_an_export_that_stops_on_the_way_leaves_nothing(
    fault: BaseException,
    code: int,
    said: str,
    tiny_content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def hand_over(programme: object, files: object, folder: Path) -> None:
        raise fault

    monkeypatch.setattr(export, "hand_over", hand_over)
    assert run(monkeypatch, tiny_content, tmp_path / "ra") == code
    assert said in capsys.readouterr().err
    assert not (tmp_path / "ra").exists()


def test_content_with_faults_is_not_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tiny.lay_out(tmp_path / "content", entries=False)
    (content / "docs" / "hong.md").write_text("---\nla: 1\n---\n\nX.\n", encoding="utf-8")
    assert run(monkeypatch, content, tmp_path / "ra") == 1
    assert "docs/hong.md" in capsys.readouterr().err
    assert not (tmp_path / "ra").exists()


def test_a_path_that_may_not_be_written_is_told_and_nothing_is(
    tiny_content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen: list[list[str]] = []

    def forbidden(paths: list[str]) -> str:
        seen.append(paths)
        return "a/../b: không phải đường dẫn thường"

    monkeypatch.setattr(export, "forbidden", forbidden)
    assert run(monkeypatch, tiny_content, tmp_path / "ra") == 1
    assert "không phải đường dẫn thường" in capsys.readouterr().err
    assert seen[0][-1] == export.MENU
    assert any(path.startswith("assets/") or "/" in path for path in seen[0])


def test_other_things_to_hand_out_have_doors_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in export.DOORS:
        monkeypatch.setitem(export.DOORS, name, lambda words: len(words) + 40)
        monkeypatch.setattr(sys, "argv", ["export.py", name, "--ra", "x"])
        assert export.main() == 42


# A preview for others


def test_only_an_earlier_preview_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    assert review.refused(file) == ""
    assert "Không có thư mục" in review.refused(tmp_path / "khong-co" / "a.zip")
    for name, ours in ((pack.FIRST, True), ("khac.txt", False)):
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr(name, "x")
        assert (review.refused(file) == "") is ours
    file.write_bytes(b"khong phai zip")
    assert "đã có" in review.refused(file)
    assert str(file) in review.refused(file)
