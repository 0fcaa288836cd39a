"""The last guard before a file is written: inside the site, each path once."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from handed import Handed
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from portal.views import Programme
from portal.views.outputs import Asset


@pytest.fixture
def handed(tmp_path: Path) -> Handed:
    config = SimpleNamespace(
        site_dir=str(tmp_path / "site"),
        use_directory_urls=True,
        theme=SimpleNamespace(static_templates=[]),
        plugins=SimpleNamespace(_current_plugin=None),
    )
    programme = SimpleNamespace(plans=(), copies=(), menu=[], paths=("trang/index.html",))
    return Handed(Files([]), cast(MkDocsConfig, config), cast(Programme, programme))


def add(handed: Handed, *paths: str) -> None:
    handed.add(Asset(path, b"x") for path in paths)


def written(folder: Path) -> list[str]:
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def test_a_file_is_there_before_the_next_is_made(handed: Handed, tmp_path: Path) -> None:
    seen: list[Any] = []

    def made() -> Any:
        yield Asset("a.json", b"x")
        seen.extend(written(tmp_path))
        yield Asset("b/c.json", b"y")

    handed.add(made())
    assert seen == ["site/a.json"]
    assert written(tmp_path) == ["site/a.json", "site/b/c.json"]
    assert [file.dest_uri for file in handed.files] == ["a.json", "b/c.json"]


@pytest.mark.parametrize("path", ["../a.json", "/a.json", "a//b.json", "C:/a.json", "a\\b.json"])
def test_nothing_is_written_outside_the_site(handed: Handed, tmp_path: Path, path: str) -> None:
    with pytest.raises(PluginError, match="không phải đường dẫn thường"):
        add(handed, path)
    assert written(tmp_path) == []


@pytest.mark.parametrize(
    "paths", [("a.json", "A.json"), ("a.json", "a.json"), ("trang/index.html",)]
)
def test_no_two_files_take_one_address(handed: Handed, paths: tuple[str, ...]) -> None:
    with pytest.raises(PluginError, match="cùng nhận địa chỉ này"):
        add(handed, *paths)


@pytest.mark.parametrize("paths", [("a", "a/b.json"), ("a/b.json", "a"), ("trang",)])
def test_none_is_both_file_and_folder(handed: Handed, paths: tuple[str, ...]) -> None:
    with pytest.raises(PluginError, match="vừa là tệp vừa là thư mục"):
        add(handed, *paths)
