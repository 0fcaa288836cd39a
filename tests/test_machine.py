"""What the tests need of a machine is looked for where it may be, and fetched only as fits it.

No program is installed or started here: what would be is written down instead.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import machine
import pytest

Run = Callable[..., Any]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run; all of them succeed."""
    told: list[list[str]] = []

    def run(command: list[str], **_: object) -> SimpleNamespace:
        told.append([str(word) for word in command])
        return SimpleNamespace(returncode=0, stdout="v22.1.0\n", stderr="")

    monkeypatch.setattr(machine.subprocess, "run", run)
    return told


def where(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """The programs that are on the PATH, and no others."""
    monkeypatch.setattr(
        machine.shutil, "which", lambda name, path="": f"/bia/{name}" if name in names else None
    )


def on(monkeypatch: pytest.MonkeyPatch, *, root: bool, apt: bool, system: str = "debian") -> None:
    monkeypatch.setattr(machine, "is_root", lambda: root)
    monkeypatch.setattr(machine, "has_apt", lambda: apt)
    monkeypatch.setattr(machine, "system", lambda: system)


# A browser


def test_browsers_are_looked_for_the_named_one_first_and_that_of_playwright_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(machine, "playwright_browser", lambda: Path("/bia/playwright"))
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA", "CHROMIUM"):
        monkeypatch.delenv(name, raising=False)
    where(monkeypatch, "msedge", "chromium", machine.LIGHT_BROWSER)
    own = ["/bia/chromium-headless-shell", "/bia/chromium", "/bia/msedge"]
    assert list(map(str, machine.browser_places())) == [*own, "/bia/playwright"]
    monkeypatch.setenv("CHROMIUM", "/bia/cua-toi")
    assert list(map(str, machine.browser_places())) == ["/bia/cua-toi", *own, "/bia/playwright"]
    monkeypatch.delenv("CHROMIUM")
    where(monkeypatch)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert [*map(str, machine.browser_places())] == [*machine.MAC_PLACES, "/bia/playwright"]
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PROGRAMFILES", "/p")
    monkeypatch.setenv("LOCALAPPDATA", "/l")
    assert list(machine.browser_places()) == [
        *(Path(folder, place) for folder in ("/p", "/l") for place in machine.WINDOWS_PLACES),
        Path("/bia/playwright"),
    ]


def test_a_browser_counts_where_it_starts_and_on_windows_where_it_is(
    tmp_path: Path, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "chrome"
    assert not machine.starts(browser)
    browser.write_bytes(b"")
    monkeypatch.setattr(sys, "platform", "win32")
    assert machine.starts(browser)
    assert asked == []
    monkeypatch.setattr(sys, "platform", "linux")
    assert machine.starts(browser)
    assert asked == [[str(browser), "--version"]]


@pytest.mark.parametrize("why", [OSError(), subprocess.TimeoutExpired("x", 30)])
def test_a_program_that_does_not_run_or_end_is_as_good_as_none(
    why: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    patience: list[object] = []

    def run(command: tuple[str, ...], **more: object) -> None:
        patience.append(more["timeout"])
        raise why

    monkeypatch.setattr(machine.subprocess, "run", run)
    assert not machine.quietly("bia")
    assert patience == [30]


@pytest.mark.parametrize(
    ("root", "apt", "system", "wanted"),
    [
        (True, True, "debian", [["apt-get", "-q", "update"], ["install", machine.LIGHT_BROWSER]]),
        (True, True, "ubuntu", [["playwright", "install", "--with-deps", "chromium"]]),
        (True, False, "arch", [["playwright", "install", "chromium"]]),
        (False, True, "debian", [["playwright", "install", "chromium"]]),
    ],
)
def test_a_browser_is_fetched_the_way_that_fits_the_system(
    root: bool,
    apt: bool,
    system: str,
    wanted: list[list[str]],
    asked: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    on(monkeypatch, root=root, apt=apt, system=system)
    there = iter([None, Path("/bia/chromium")])
    monkeypatch.setattr(machine, "find_browser", lambda: next(there))
    assert machine.get_browser() == Path("/bia/chromium")
    assert len(asked) == len(wanted)
    for one, words in zip(asked, wanted, strict=True):
        assert [word for word in one if word in words] == words
        assert ("--with-deps" in one) == ("--with-deps" in words)
    assert "đang cài" in capsys.readouterr().out


def test_where_the_light_browser_cannot_be_had_the_whole_one_is_fetched(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on(monkeypatch, root=True, apt=True)
    wanted: list[str] = []
    monkeypatch.setattr(machine, "find_browser", lambda: None if len(wanted) < 2 else Path("/b"))
    monkeypatch.setattr(
        machine, "apt_install", lambda name: wanted.append(name) or name == "chromium"
    )
    assert machine.get_browser() == Path("/b")
    assert wanted == [machine.LIGHT_BROWSER, "chromium"]


# Programs of the system


def test_a_package_is_installed_without_a_question_after_the_lists_are_renewed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told: list[tuple[list[str], str]] = []
    codes = {"update": 1, "install": 0}

    def run(command: list[str], env: dict[str, str], **_: object) -> SimpleNamespace:
        told.append((command, env["DEBIAN_FRONTEND"]))
        return SimpleNamespace(returncode=codes[command[2]], stderr=f"{command[2]} hỏng")

    monkeypatch.setattr(machine.subprocess, "run", run)
    assert machine.apt_install("bia")  # lists that could not be renewed may hold it all the same
    assert told == [
        (["apt-get", "-q", "update"], "noninteractive"),
        (["apt-get", "-q", "install", "-y", "--no-install-recommends", "bia"], "noninteractive"),
    ]
    assert capsys.readouterr().err == ""
    codes["install"] = 100
    assert not machine.apt_install("bia")
    assert capsys.readouterr().err == "install hỏng\n"


@pytest.mark.parametrize("root", [True, False])
@pytest.mark.parametrize("apt", [True, False])
@pytest.mark.parametrize(
    ("get", "find", "package"),
    [
        ("get_nginx", "find_nginx", "nginx"),
        ("get_office", "find_office", "libreoffice-writer-nogui"),
    ],
)
def test_a_program_is_fetched_only_where_nobody_is_asked_for_it_and_it_is_missing(
    get: str,
    find: str,
    package: str,
    apt: bool,
    root: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on(monkeypatch, root=root, apt=apt)
    monkeypatch.setattr(machine, "POLICY", tmp_path / "policy")
    wanted: list[str] = []
    found: list[Path | None] = [None]
    monkeypatch.setattr(machine, find, lambda: found[0])

    def install(name: str) -> bool:
        wanted.append(name)
        found[0] = Path("/bia/moi")
        return True

    monkeypatch.setattr(machine, "apt_install", install)
    assert machine.can_install() == (root and apt)
    fetched = root and apt
    assert getattr(machine, get)() == (Path("/bia/moi") if fetched else None)
    assert wanted == [package] * fetched
    found[0] = Path("/bia/cu")
    assert getattr(machine, get)() == Path("/bia/cu")
    assert wanted == [package] * fetched


def test_a_server_does_not_start_by_being_installed_and_whose_rule_stands_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path / "policy"
    monkeypatch.setattr(machine, "POLICY", policy)
    with pytest.raises(KeyError), machine.no_service_starts():
        assert policy.read_text() == "#!/bin/sh\nexit 101\n"
        assert os.name == "nt" or policy.stat().st_mode & 0o777 == 0o755
        raise KeyError
    assert not policy.exists()
    policy.write_text("của người quản trị")
    with machine.no_service_starts():
        pass
    assert policy.read_text() == "của người quản trị"


def test_nginx_is_found_where_only_the_administrator_looks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[str] = []
    monkeypatch.setenv("PATH", "/cua-toi")
    monkeypatch.setattr(machine.shutil, "which", lambda name, path: looked.append(path))
    assert machine.find_nginx() is None
    assert looked[0].split(os.pathsep) == ["/cua-toi", "/usr/sbin", "/usr/local/sbin"]
    monkeypatch.setattr(machine.shutil, "which", lambda name, path: f"/usr/sbin/{name}")
    assert machine.find_nginx() == Path("/usr/sbin/nginx")


def test_an_office_is_found_by_its_name_or_where_its_system_keeps_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mac, windows = tmp_path / "mac", tmp_path / "windows"
    monkeypatch.setattr(machine, "MAC_OFFICE", str(mac))
    monkeypatch.setattr(machine, "WINDOWS_OFFICE", str(windows))
    where(monkeypatch)
    assert machine.find_office() is None
    windows.write_bytes(b"")
    assert machine.find_office() == windows
    mac.write_bytes(b"")
    assert machine.find_office() == mac
    where(monkeypatch, "libreoffice")
    assert machine.find_office() == Path("/bia/libreoffice")
    where(monkeypatch, "libreoffice", "soffice")
    assert machine.find_office() == Path("/bia/soffice")


def test_who_may_install_is_the_administrator_of_a_system_that_has_users(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for user, root in ((0, True), (1000, False)):
        monkeypatch.setattr(os, "geteuid", lambda user=user: user, raising=False)
        assert machine.is_root() is root
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert machine.is_root() is False
    where(monkeypatch, "apt-get")
    assert machine.has_apt() is True
    where(monkeypatch)
    assert machine.has_apt() is False


def test_a_system_is_called_by_its_id_and_one_that_does_not_say_by_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for told, name in (({"ID": "debian", "NAME": "Debian"}, "debian"), ({"NAME": "Bịa"}, "")):
        monkeypatch.setattr(machine.platform, "freedesktop_os_release", lambda told=told: told)
        assert machine.system() == name

    def silent() -> dict[str, str]:
        raise OSError

    monkeypatch.setattr(machine.platform, "freedesktop_os_release", silent)
    assert machine.system() == ""


# Node.js and what it runs


@pytest.mark.parametrize(
    ("said", "fit"),
    [
        ("v20.19.0", True),
        ("v20.18.9", False),
        ("v20.20.0", True),
        ("v21.0.0", True),
        ("v18.20.1", False),
        ("v100.0.0", True),
        ("v20.x", False),
        ("", False),
        ("lạ", False),
    ],
)
def test_node_counts_from_a_version_on(
    said: str, fit: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    where(monkeypatch, "node", "npm")

    def run(command: list[str], **_: object) -> SimpleNamespace:
        assert command == ["/bia/node", "--version"]
        return SimpleNamespace(stdout=f"{said}\n", returncode=0)

    monkeypatch.setattr(machine.subprocess, "run", run)
    assert machine.find_node() == ("/bia/node" if fit else None)
    assert machine.can_get_html_reader() is fit


@pytest.mark.parametrize("names", [("node",), ("npm",), ()])
def test_node_without_npm_or_none_at_all_does_not_count(
    names: tuple[str, ...], asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    where(monkeypatch, *names)
    assert machine.find_node() is None
    assert asked == []


def lay_out(folder: Path, lock: int, fetched: int | None) -> None:
    """A folder with a lock, and with packages fetched at that second."""
    (folder / "node_modules").mkdir(parents=True, exist_ok=True)
    for name, at in (("package-lock.json", lock), ("node_modules/.package-lock.json", fetched)):
        if at is not None:
            (folder / name).write_text("{}", encoding="utf-8")
            os.utime(folder / name, (at, at))


@pytest.mark.parametrize(
    ("lock", "fetched", "there"), [(9, None, False), (9, 8, False), (9, 9, True), (9, 10, True)]
)
def test_packages_are_there_where_they_were_fetched_after_the_lock_was_written(
    lock: int,
    fetched: int | None,
    there: bool,
    tmp_path: Path,
    asked: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lay_out(tmp_path, lock, fetched)
    assert machine.has_modules(tmp_path) is there
    where(monkeypatch)
    assert machine.get_modules(tmp_path, "gói bịa") is there
    assert asked == []
    where(monkeypatch, "npm")
    assert machine.get_modules(tmp_path, "gói bịa") is there
    words = ["/bia/npm", "ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund"]
    assert asked == ([] if there else [words])
    assert capsys.readouterr().out == ("" if there else "Đang lấy gói bịa…\n")


def test_html_is_judged_by_the_reader_beside_the_tests_once_it_was_fetched(
    tmp_path: Path, asked: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "HTML_READER", tmp_path)
    lay_out(tmp_path, 9, None)
    where(monkeypatch, "node", "npm")
    assert machine.find_html_reader() is None
    assert machine.get_html_reader() is None
    assert [one[1] for one in asked] == ["--version", "ci"]
    lay_out(tmp_path, 9, 9)
    program = tmp_path / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    assert machine.find_html_reader() == ["/bia/node", str(program)]
    assert machine.get_html_reader() == ["/bia/node", str(program)]
    where(monkeypatch, "npm")
    assert machine.find_html_reader() is None
