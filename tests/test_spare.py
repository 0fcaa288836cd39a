"""A site begun from the folder of the one before the standing one: the same, and none is hurt."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import builder
import inventory
import pytest
import tiny

ARTICLE = "docs/bai-viet/vi-sao-hat.md"
ANOTHER = "---\ntieu_de: Bài thêm vào\nnguon: [bao-lang]\n---\n\nLời bịa.\n"
Tree = dict[str, bytes | None]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Thư mục có quyền theo kiểu POSIX.")


@pytest.fixture(scope="module", autouse=True)
def alone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PORTAL_PROCESSES", "1")
        yield


class Place:
    """A content, its site, where replaced sites are put away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = tiny.lay_out(folder / "noi-dung")
        self.site, self.spare = folder / "site", folder / "kho" / "truoc"

    def go_on(self) -> None:
        asked = {"again": True, "spare": self.spare}
        builder.build(builder.Order(self.content, self.site, tiny.DAY, **asked))  # type: ignore[arg-type]

    def edit(self, words: str) -> None:
        with (self.content / ARTICLE).open("a", encoding="utf-8") as file:
            file.write(f"\n{words}\n")

    def from_nothing(self) -> Tree:
        builder.build(builder.Order(self.content, self.folder / "moi", tiny.DAY))
        return tree(self.folder / "moi")


def tree(folder: Path) -> Tree:
    """Every file with its bytes, every folder with none."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """A site that was built twice, so that the first stands in the spare place."""
    made = Place(tmp_path)
    made.go_on()
    assert not made.spare.exists()
    made.edit("Lần một.")
    made.go_on()
    assert made.spare.is_dir()
    return made


def test_a_site_begun_from_the_one_before_is_the_same_as_one_from_nothing(place: Place) -> None:
    another = (place.content / ARTICLE).with_name("them.md")
    for change in (
        lambda: place.edit("Lần hai."),
        lambda: another.write_text(ANOTHER, encoding="utf-8"),
        lambda: None,
        another.unlink,
        lambda: place.edit("Lần ba."),
    ):
        change()
        place.go_on()
        assert tree(place.site) == place.from_nothing()


def test_pages_that_stay_the_same_are_the_same_files_and_get_no_new_name(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    linked: list[str] = []
    link = os.link

    def told(source: str, target: str, **more: Any) -> None:
        linked.append(target)
        link(source, target, **more)

    monkeypatch.setattr(os, "link", told)
    before = {path: path.stat().st_ino for path in place.site.rglob("index.html")}
    place.edit("Lần hai.")
    place.go_on()
    after = {path: path.stat().st_ino for path in place.site.rglob("index.html")}
    same = [path for path, inode in before.items() if after.get(path) == inode]
    assert len(same) > len(before) / 2
    assert len([path for path in linked if path.endswith("index.html")]) < len(same) / 2


def test_nothing_counts_in_the_spare_place_but_what_the_standing_site_holds(
    place: Place, tmp_path: Path
) -> None:
    outside = tmp_path / "ngoai"
    outside.mkdir()
    (outside / "tep.txt").write_text("của người khác", encoding="utf-8")
    pages = sorted(place.spare.rglob("index.html"))
    hurt = pages[len(pages) // 2]
    hurt.unlink()
    hurt.write_text("chữ lạ", encoding="utf-8")
    (place.spare / "la.html").write_text("trang lạ", encoding="utf-8")
    (place.spare / "thu-muc-la").mkdir()
    (place.spare / "thu-muc-la" / "rong").mkdir()
    (place.spare / "noi").symlink_to(outside)
    (place.spare / "noi-tep").symlink_to(outside / "tep.txt")
    place.edit("Lần hai.")
    place.go_on()
    assert tree(place.site) == place.from_nothing()
    assert (outside / "tep.txt").read_text(encoding="utf-8") == "của người khác"


@pytest.mark.parametrize("kind", ["file", "link", "none"])
def test_without_a_folder_there_a_site_is_made_as_ever(place: Place, kind: str) -> None:
    kept = place.spare.with_name("cho-khac")
    place.spare.rename(kept)
    before = tree(kept)
    if kind == "file":
        place.spare.write_text("không phải thư mục", encoding="utf-8")
    elif kind == "link":
        place.spare.symlink_to(kept)
    place.edit("Lần hai.")
    place.go_on()
    assert tree(place.site) == place.from_nothing()
    assert tree(kept) == before


def test_the_standing_site_is_not_touched_before_the_new_one_is_whole(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tree(place.site)
    place.edit("Lần hai.")

    def fail(folder: Path) -> list[str]:
        assert "Lần hai." in (folder / "bai-viet/vi-sao-hat/index.html").read_text("utf-8")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(inventory, "mark", fail)
        with pytest.raises(builder.BuildFault):
            place.go_on()
    assert tree(place.site) == before
    assert not place.spare.exists()  # it was used, and went with what was begun
    place.go_on()
    assert tree(place.site) == place.from_nothing()


def test_a_page_written_into_the_standing_site_meanwhile_is_made_again(place: Place) -> None:
    """As a preview does, which shows one page before all others."""
    page = place.site / "bai-viet/vi-sao-hat/index.html"
    other = place.site / "van-ban/index.html"
    for file in (page, other):
        shown = file.with_suffix(".moi")
        shown.write_text("nhìn trước", encoding="utf-8")
        shown.replace(file)
    place.edit("Lần hai.")
    place.go_on()
    assert tree(place.site) == place.from_nothing()
