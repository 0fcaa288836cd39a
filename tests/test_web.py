"""The code for browsers: bundles as old as their sources are told, and what is published of it.

Its own tests stand beside its modules and are run by Node: `python3 scripts/check.py --chi web`.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import browser
import machine
import pytest

from portal.views import bundles

ROOT = Path(__file__).parent.parent


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """The room as it is committed."""
    kept = shutil.ignore_patterns("node_modules")
    return Path(shutil.copytree(browser.WEB, tmp_path / "web", ignore=kept))


def test_the_bundles_are_made_of_the_sources_that_stand_there() -> None:
    """Otherwise: python3 scripts/bundle.py"""
    assert list(browser.stale(browser.WEB)) == []


def test_a_changed_source_makes_bundles_old_without_node(web: Path) -> None:
    for name in ("look/page.css", "search/rank.js", "bundle.mjs", "package-lock.json"):
        file = web / name
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8", newline="\n")
    (web / "reading" / "notes.js").unlink()
    assert sorted(one.partition(":")[0] for one in browser.stale(web)) == [
        "web/bundle.mjs",
        "web/look/page.css",
        "web/package-lock.json",
        "web/reading/notes.js",
        "web/search/rank.js",
    ]


def test_a_bundle_that_was_changed_or_put_there_by_hand_is_told(web: Path) -> None:
    (web / "bundles" / "start.js").write_text("alert(1)\n", encoding="utf-8")
    (web / "bundles" / "disk" / "them.js").write_text("", encoding="utf-8")
    (web / "bundles" / "theme.js").unlink()
    (web / "bundles" / "css" / "them.css").write_text("", encoding="utf-8")
    assert list(browser.stale(web)) == [
        "web/bundles/start.js: đã đổi sau khi làm các tệp gộp.",
        "web/bundles/theme.js: không còn, mà các tệp gộp làm từ nó.",
        "web/bundles/css/them.css: không do scripts/bundle.py làm ra.",
        "web/bundles/disk/them.js: không do scripts/bundle.py làm ra.",
    ]


def test_where_nothing_was_ever_bundled_everything_is_told(web: Path) -> None:
    (web / browser.SUMS).unlink()
    assert len(list(browser.stale(web))) == len(browser.bundles(web))


def test_without_node_old_bundles_fail_and_fresh_ones_are_not_judged(
    web: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "WEB", web)
    monkeypatch.setattr(machine, "find_node", lambda: None)
    assert browser.judge() is None
    assert machine.NO_NODE in capsys.readouterr().out
    (web / "start" / "theme.js").write_text("", encoding="utf-8")
    assert browser.judge() is False
    assert "python3 scripts/bundle.py" in capsys.readouterr().out


@pytest.mark.parametrize(("passes", "outcome"), [(True, None), (False, False)])
def test_without_a_network_the_tests_are_run_and_types_are_not_judged(
    passes: bool, outcome: bool | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "tried", lambda web, node, packages: passes)
    monkeypatch.setattr(machine, "find_node", lambda: "node")
    monkeypatch.setattr(machine, "get_modules", lambda folder, what: False)
    assert browser.judge() is outcome


def test_bundles_that_cannot_be_made_stay_as_they_were_and_are_told(
    web: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def make(web: Path, node: str, folder: Path) -> dict[str, list[str]]:
        raise browser.BundleFault("esbuild không gộp được; lý do ở trên.")

    monkeypatch.setattr(browser, "make", make)
    with pytest.raises(browser.BundleFault):
        browser.write(web, "node")
    assert list(browser.stale(web)) == []
    monkeypatch.setattr(browser, "WEB", web)
    monkeypatch.setattr(browser, "tried", lambda web, node, packages: True)
    monkeypatch.setattr(browser, "_typed", lambda web, node, project: True)
    monkeypatch.setattr(machine, "find_node", lambda: "node")
    monkeypatch.setattr(machine, "get_modules", lambda folder, what: True)
    assert browser.judge() is False
    assert "esbuild không gộp được" in capsys.readouterr().out


def test_readers_get_the_bundles_and_nothing_else_of_the_room() -> None:
    published = {copy.path for copy in bundles.copies()}
    assert {"assets/js/theme.js", "assets/js/start.js", "assets/js/search.js"} <= published
    own = {f"assets/js/{file.name}" for file in bundles.FOLDER.glob("*.js")}
    forms = {f"tu-ra-soat/{name}.schema.json" for name in ("tu-ra-soat", "bo-tieu-chi-cua-truong")}
    framed = {"nhung/khung.js", "nhung/tu-kiem.js", "nhung/v1.js"}
    assert published - own == {"assets/css/portal.css", *framed, *forms}
    assert own <= published
    assert not [path for path in published if ".test." in path or "classic" in path]


def test_the_frame_holds_no_programme() -> None:
    frame = [path for path in (ROOT / "overrides").rglob("*") if path.suffix in (".js", ".mjs")]
    assert frame == []


def test_every_module_is_in_some_bundle() -> None:
    sums = (browser.WEB / browser.SUMS).read_text(encoding="utf-8")
    bundled = {line.partition("  ")[2] for line in sums.splitlines()}
    found = (*browser.WEB.glob("*/*.js"), *browser.WEB.glob("look/*.css"))
    files = (one for one in found if one.is_file())  # not a package `x.js`
    modules = {file.relative_to(browser.WEB).as_posix() for file in files}
    tests = {file.relative_to(browser.WEB).as_posix() for file in browser.tests(browser.WEB)}
    assert modules - tests - bundled == set()


def test_without_packages_only_the_tests_that_need_one_are_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def run(command: list[str], **_: object) -> object:
        asked.extend(command[3:])
        return subprocess.CompletedProcess(command, 0, stdout="")

    monkeypatch.setattr(subprocess, "run", run)
    room = tmp_path / "phong"
    room.mkdir()
    (room / "xa.test.js").write_text('import { zip } from "fflate"\n', encoding="utf-8")
    (room / "gan.test.js").write_text(
        'import { test } from "node:test"\nimport { a } from "./a.js"\n', encoding="utf-8"
    )
    assert browser.tried(tmp_path, "node", packages=False)
    assert [Path(one).name for one in asked] == ["gan.test.js"]
