"""A first look at one changed entry: what the whole build will show, from its file alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import builder
import pytest
import rendering
import tiny

from portal import road


@pytest.fixture(scope="module", autouse=True)
def alone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PORTAL_PROCESSES", "1")
        yield


def built(content: Path, site: Path) -> builder.Resident:
    resident = builder.Resident()
    rendering.render(builder.Order(content, site, tiny.DAY, serving=True), site, resident)
    return resident


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, builder.Resident]:
    folder = tmp_path_factory.mktemp("nhin-truoc")
    content = tiny.lay_out(folder / "noi-dung")
    return content, folder / "site", built(content, folder / "site")


def entries_of(content: Path) -> list[str]:
    library, _ = road.judge(content, tiny.DAY, drafts=True)
    return [one.source.path for ones in library.entries.values() for one in ones.values()]


def changed(path: Path, was: str, now: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), encoding="utf-8")


def glimpse(resident: builder.Resident, *words: Any) -> list[str]:
    assert resident.glimpse
    return resident.glimpse(*words)


def test_a_first_look_shows_what_the_whole_build_will_show(
    begun: tuple[Path, Path, builder.Resident], tmp_path: Path
) -> None:
    """Every entry of Markdown gets a sentence more: its own words change, nothing else."""
    content, site, resident = begun
    shown: dict[str, str] = {}
    for path in entries_of(content):
        if path.endswith(".md"):
            with (content / path).open("a", encoding="utf-8") as file:
                file.write("\nLời vừa gõ thêm.\n")
            for page in glimpse(resident, content, path, "", site):
                shown[page] = path
    assert len(set(shown.values())) > 5
    built(content, tmp_path / "sau")
    told = {page: (site / page).read_text(encoding="utf-8") for page in shown}
    assert any("Lời vừa gõ thêm." in html for html in told.values())
    differ = [
        page
        for page, html in told.items()
        if html != (tmp_path / "sau" / page).read_text(encoding="utf-8")
    ]
    assert differ == []


@pytest.fixture
def small(tmp_path: Path) -> tuple[Path, Path, builder.Resident]:
    content = tiny.lay_out(tmp_path / "noi-dung")
    return content, tmp_path / "site", built(content, tmp_path / "site")


def test_where_the_file_alone_does_not_tell_all_there_is_no_first_look(
    small: tuple[Path, Path, builder.Resident],
) -> None:
    content, site, resident = small
    article = next(path for path in entries_of(content) if path.startswith("docs/bai-viet/"))
    page = f"bai-viet/{Path(article).stem}/index.html"
    before = (site / page).read_bytes()
    (content / "docs/bai-viet/moi.md").write_bytes((content / article).read_bytes())
    assert glimpse(resident, content, "docs/bai-viet/moi.md", "", site) == []  # no page yet
    assert glimpse(resident, content, article, "index.html", site) == []  # another is looked at
    lists = next((content / "data/_danh-muc").glob("*.yml")).relative_to(content).as_posix()
    assert glimpse(resident, content, lists, "", site) == []
    source = next(path for path in entries_of(content) if path.startswith("data/nguon/"))
    assert glimpse(resident, content, source, "", site) == []  # it may be withheld elsewhere
    text = (content / article).read_text(encoding="utf-8")
    for broken in (text.replace("tieu_de:", "tieu_dde:"), text.replace("---", "--", 1)):
        (content / article).write_text(broken, encoding="utf-8")
        assert glimpse(resident, content, article, page, site) == []
    (content / article).unlink()
    assert glimpse(resident, content, article, page, site) == []
    assert (site / page).read_bytes() == before


def test_one_look_after_another_each_shows_the_last_words(
    small: tuple[Path, Path, builder.Resident],
) -> None:
    content, site, resident = small
    article = next(path for path in entries_of(content) if path.startswith("docs/bai-viet/"))
    page = f"bai-viet/{Path(article).stem}/index.html"
    with (content / article).open("a", encoding="utf-8") as file:
        file.write("\nLần một.\n")
    for was, now in (("Lần một.", "Lần hai."), ("Lần hai.", "Lần ba.")):
        changed(content / article, was, now)
        assert glimpse(resident, content, article, page, site) == [page]
        html = (site / page).read_text(encoding="utf-8")
        assert now in html and was not in html
