"""The last guard before a file is written: inside the site, each path once."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from handed import Handed
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.theme import Theme
from theme import look_past_hidden
from writing import Writer

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
    writer = Writer(tmp_path / "site")
    return Handed(Files([]), cast(MkDocsConfig, config), cast(Programme, programme), writer)


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
    assert handed.standing == {"a.json", "b/c.json"}


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


def test_the_theme_lists_what_is_visible_and_still_finds_the_rest(tmp_path: Path) -> None:
    for name in ("main.html", "assets/a.css", ".icons/x/y.svg", "assets/.secret/b.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    theme = Theme(name=None, custom_dir=str(tmp_path))
    listed = set(theme.get_env().list_templates())
    look_past_hidden(theme)
    env = theme.get_env()
    assert listed - set(env.list_templates()) == {".icons/x/y.svg", "assets/.secret/b.css"}
    assert env.get_template(".icons/x/y.svg").render() == ".icons/x/y.svg"
    assert env.list_templates() == sorted(env.list_templates())


def test_a_file_that_is_there_is_told_of_and_not_copied(handed: Handed, tmp_path: Path) -> None:
    add(handed, "a.json")
    (tmp_path / "site" / "a.json").write_bytes(b"changed")
    handed.files.copy_static_files()
    assert (tmp_path / "site" / "a.json").read_bytes() == b"changed"
