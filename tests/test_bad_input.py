"""What machines and people do to a build while it runs, or to what it builds from: the right site,
or a clear sentence and the old one; never a wrong page.

Elsewhere: a store that is damaged, foreign, of another version (`test_store`, `test_memo`,
`test_cache`, `test_spacing`), two builds at once, kills (`test_crashes`), the place of the site
(`test_target`).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from time import time

import builder
import pytest
import tiny
from cache import Cache

from portal import source, tree, views
from portal.problem import errors
from portal.road import judge

ARTICLE = "docs/bai-viet/vi-sao-hat.md"
DRAWING = "docs/tep/so-do.png"
WAYS = pytest.mark.parametrize("again", [False, True], ids=["from nothing", "gone on"])


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return tiny.lay_out(tmp_path / "cong")


@pytest.fixture
def site(content: Path, tmp_path: Path) -> Path:
    """One that stands there already."""
    build(content, tmp_path / "site", again=True)
    return tmp_path / "site"


@pytest.fixture(autouse=True)
def kept_apart(tmp_path: Path, compiled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No build of a test reads or writes what the project's own builds leave."""
    init = Cache.__init__

    def elsewhere(self: Cache, project: Path) -> None:
        init(self, project)
        self.folder = tmp_path / "de-lai"

    monkeypatch.setattr(Cache, "__init__", elsewhere)
    monkeypatch.setattr(Cache, "templates", lambda self: compiled)
    yield


def build(content: Path, site: Path, *, again: bool) -> None:
    builder.build(builder.Order(content, site, tiny.DAY, again=again))


def bytes_of(site: Path) -> dict[str, bytes]:
    return {
        file.relative_to(site).as_posix(): file.read_bytes()
        for file in site.rglob("*")
        if file.is_file()
    }


def fresh(content: Path, site: Path) -> dict[str, bytes]:
    """A site of the content as it is now, built from nothing."""
    build(content, site.with_name("moi-hoan-toan"), again=False)
    return bytes_of(site.with_name("moi-hoan-toan"))


def once_judged(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """It happens in the next build, when the content was read and no page is drawn yet."""
    plan = views.plan

    def planned(inputs: views.Inputs) -> views.Programme:
        monkeypatch.setattr(views, "plan", plan)
        happens()
        return plan(inputs)

    monkeypatch.setattr(views, "plan", planned)


# A file changed during the build


@WAYS
def test_a_text_changed_during_the_build_comes_whole_with_the_next_one(
    again: bool, content: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, text = bytes_of(site), (content / ARTICLE).read_text(encoding="utf-8")
    told = text.replace("tieu_de: ", "tieu_de: Nay là ", 1)
    once_judged(monkeypatch, lambda: (content / ARTICLE).write_text(told, encoding="utf-8"))
    build(content, site, again=again)
    assert bytes_of(site) == before
    build(content, site, again=again)
    assert bytes_of(site) == fresh(content, site) != before


CHANGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "other bytes": (lambda file: file.write_bytes(b"%PDF-1.4"), "tệp đổi trong lúc máy đang dựng"),
    "written again": (lambda file: os.utime(file, (1, 1)), "tệp đổi trong lúc máy đang dựng"),
    "gone": (Path.unlink, "không có tệp hoặc thư mục này"),
}


@WAYS
@pytest.mark.parametrize("change", CHANGES)
def test_an_attachment_is_not_published_with_other_bytes_than_were_judged(
    change: str, again: bool, content: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = bytes_of(site)
    happens, told = CHANGES[change]
    once_judged(monkeypatch, lambda: happens(content / DRAWING))
    with pytest.raises(builder.BuildFault, match=rf"^Chưa dựng được.*{told}.*so-do\.png"):
        build(content, site, again=again)
    assert bytes_of(site) == before
    assert sorted(one.name for one in site.parent.glob(".site*")) == []


# The clock


def test_a_clock_that_went_back_hides_no_change(content: Path, site: Path) -> None:
    """What stands there was written tomorrow; what is written now has a time of long ago."""
    later = time() + 86_400
    for file in (*content.rglob("*.*"), *site.rglob("*.*"), *site.parent.glob("de-lai/*")):
        os.utime(file, (later, later))
    page = site / "truong/index.html"
    page.write_bytes(page.read_bytes()[::-1])
    os.utime(page, (later, later))
    text = (content / ARTICLE).read_text(encoding="utf-8")
    (content / ARTICLE).write_text(text.replace("hạt", "hột"), encoding="utf-8")
    os.utime(content / ARTICLE, (1, 1))
    build(content, site, again=True)
    assert bytes_of(site) == fresh(content, site)


# Names that differ in small and capital letters only


@WAYS
@pytest.mark.parametrize("path", [ARTICLE, DRAWING, "data/don-vi/hoi-dong-lang-may.yml"])
def test_a_name_that_got_a_capital_letter_stops_the_build_and_given_back_goes_on(
    path: str, again: bool, content: Path, site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before, file = bytes_of(site), content / path
    other = file.with_name(file.name.capitalize())
    file.rename(other)
    with pytest.raises(builder.BuildFault, match=r"nội dung có lỗi|những điều vừa nêu"):
        build(content, site, again=again)
    assert other.name in capfd.readouterr().err
    assert bytes_of(site) == before
    other.rename(file)
    build(content, site, again=again)
    assert bytes_of(site) == before


def test_of_two_names_that_differ_so_the_second_is_a_fault(content: Path) -> None:
    """Where a disk tells them apart; on others one of the files would be lost."""
    file = content / ARTICLE
    other = file.with_name(file.name.capitalize())
    if other.exists():
        pytest.skip("ổ đĩa này không phân biệt chữ hoa, chữ thường")
    other.write_bytes(file.read_bytes())
    told = [str(one) for one in errors(judge(content, tiny.DAY)[1])]
    assert [one for one in told if "chỉ khác chữ hoa, chữ thường" in one]


# Very many files


def test_a_folder_of_20000_files_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "cong", entries=False)
    folder = content / "data" / "thuat-ngu"
    folder.mkdir(parents=True)
    for at in range(20_000):
        (folder / f"chu-{at:05}.yml").write_text(f"tieu_de: Chữ {at}\n", encoding="utf-8")
    assert sum(one.parent == folder for one in tree.files(content)) == 20_000
    reading = source.read(content)
    assert [one.path for one in reading.sources if "thuat-ngu" in one.path] == [
        f"data/thuat-ngu/chu-{at:05}.yml" for at in range(20_000)
    ]
    assert reading.problems == []
