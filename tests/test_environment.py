"""The set-up: what the lock promises, when something is installed, what a failure says."""

from __future__ import annotations

import ast
import errno
import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import threading
import tomllib
import zipfile
from pathlib import Path

import environment
import pytest
from packaging.requirements import Requirement

LOCKS = (environment.RUN_LOCK, environment.DEV_LOCK)


def entries(lock: str) -> list[str]:
    """Each locked package with all its lines."""
    text = (environment.ROOT / lock).read_text(encoding="utf-8").replace("\\\n", "")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def versions(lock: str) -> dict[str, str]:
    """Package → version."""
    return dict(entry.split()[0].split("==") for entry in entries(lock))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_a_hash(lock: str) -> None:
    without = [entry for entry in entries(lock) if "--hash=sha256:" not in entry]
    assert entries(lock)
    assert not without


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_no_host_and_no_folder(lock: str) -> None:
    text = (environment.ROOT / lock).read_text(encoding="utf-8")
    assert not re.findall(r"\w+://\S+|^-.*|(?:^|\s)/\S+", text, re.MULTILINE)


def test_the_tools_stand_beside_the_very_versions_that_publish() -> None:
    run, dev = (versions(lock) for lock in LOCKS)
    assert {name: dev.get(name) for name in run} == run


def test_the_lock_answers_everything_that_the_project_asks_for() -> None:
    project = tomllib.loads((environment.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run, dev = (versions(lock) for lock in LOCKS)
    asked = [(Requirement(text), run) for text in project["project"]["dependencies"]]
    asked += [(Requirement(text), dev) for text in project["dependency-groups"]["dev"]]
    unmet = [str(need) for need, lock in asked if lock[need.name.lower()] not in need.specifier]
    assert not unmet


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with locks and nothing else, in a folder as people name them."""
    root = tmp_path / "Cổng tri thức"
    root.mkdir()
    for name in LOCKS:
        (root / name).write_text(f"# {name}\n", encoding="utf-8")
    return root


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slow acts, in the order they were called for; nothing is really installed."""
    acts: list[str] = []

    def create(root: Path) -> None:
        acts.append("create")
        python = environment.python_of(root)
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(environment, "create", create)
    monkeypatch.setattr(environment, "install", lambda _, dev: acts.append("dev" if dev else "run"))
    return acts


def test_a_second_start_installs_nothing(project: Path, done: list[str]) -> None:
    assert environment.prepare(project, dev=False)
    assert not environment.prepare(project, dev=False)
    assert done == ["create", "run"]


def test_an_environment_with_the_tools_also_builds(project: Path, done: list[str]) -> None:
    environment.prepare(project, dev=True)
    assert not environment.prepare(project, dev=False)
    assert done == ["create", "dev"]


def test_the_tools_are_added_without_starting_over(project: Path, done: list[str]) -> None:
    environment.prepare(project, dev=False)
    assert environment.prepare(project, dev=True)
    assert done == ["create", "run", "dev"]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_changed_lock_starts_over(lock: str, project: Path, done: list[str]) -> None:
    environment.prepare(project, dev=False)
    (project / lock).write_text("thing==2\n", encoding="utf-8")
    environment.prepare(project, dev=False)
    assert done == ["create", "run"] * 2


def test_another_python_starts_over(
    project: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare(project, dev=False)
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    environment.prepare(project, dev=False)
    assert done == ["create", "run"] * 2


def test_an_environment_that_lost_its_python_starts_over(project: Path, done: list[str]) -> None:
    environment.prepare(project, dev=False)
    environment.python_of(project).unlink()
    environment.prepare(project, dev=False)
    assert done == ["create", "run"] * 2


@pytest.mark.parametrize("halted_at", ["first set-up", "adding the tools"])
def test_a_halted_set_up_starts_over(
    halted_at: str, project: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def halt(root: Path, dev: bool) -> None:
        raise KeyboardInterrupt

    if halted_at == "adding the tools":
        environment.prepare(project, dev=False)
    with monkeypatch.context() as broken, pytest.raises(KeyboardInterrupt):
        broken.setattr(environment, "install", halt)
        environment.prepare(project, dev=True)
    done.clear()
    environment.prepare(project, dev=False)
    assert done == ["create", "run"]


def test_two_commands_on_a_fresh_machine_make_one_environment(
    project: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made, waits = environment.create, threading.Event()
    said: list[str] = []
    answers: list[bool] = []

    def slowly(root: Path) -> None:
        other.start()
        assert waits.wait(60)
        made(root)

    def tell(text: str, **_: object) -> None:
        said.append(text)
        waits.set()

    monkeypatch.setattr(environment, "create", slowly)
    monkeypatch.setattr("builtins.print", tell)
    other = threading.Thread(target=lambda: answers.append(environment.prepare(project, False)))
    assert environment.prepare(project, dev=False)
    other.join(60)
    assert answers == [True]
    assert done == ["create", "run"]
    assert re.fullmatch(r"Môi trường đang được tiến trình \d+ trên máy .* chờ xong…", said[0])
    assert not (project / ".venv.khoa").exists()


@pytest.mark.parametrize("method", ["is_file", "exists", "read_text"])
def test_an_environment_that_may_not_be_read_is_told_in_words(
    method: str, project: Path, done: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare(project, dev=False)
    usual = getattr(Path, method)

    def refuse(path: Path, *words: object, **more: object) -> object:
        if ".venv" in path.parts:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return usual(path, *words, **more)

    monkeypatch.setattr(Path, method, refuse)
    with pytest.raises(environment.SetupFault, match="không được phép đọc"):
        environment.prepare(project, dev=False)
    assert done == ["create", "run"]


@pytest.mark.skipif(os.name == "nt", reason="Windows không thay tiến trình")
def test_a_python_of_the_environment_that_does_not_start_is_told_in_words(project: Path) -> None:
    python = project / "python"
    python.touch(mode=0o644)
    with pytest.raises(environment.SetupFault, match="không được phép"):
        environment.go_on_with(python)


def test_packages_that_may_not_be_read_are_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    environment.refuse_unreadable()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(environment.SetupFault, match="không được phép đọc"):
        environment.refuse_unreadable()


@pytest.fixture(scope="module")
def real_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a real, empty environment, moved after it was made."""
    made = tmp_path_factory.mktemp("trước") / "Cổng tri thức"
    made.mkdir()
    (made / "portal_probe.py").write_text("word = 'tìm thấy'", encoding="utf-8")
    environment.create(made)
    moved = tmp_path_factory.mktemp("sau") / "Cổng đã chuyển chỗ"
    return made.rename(moved)


def test_a_moved_project_still_finds_its_own_package(real_project: Path, tmp_path: Path) -> None:
    python = environment.python_of(real_project)
    words = [str(python), "-X", "utf8", "-c", "import portal_probe; print(portal_probe.word)"]
    found = subprocess.run(words, cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert found.stdout == "tìm thấy\n"


def wheel(folder: Path, name: str) -> str:
    """A package file that pip accepts, made here; returns its hash."""
    path = folder / f"{name}-1.0-py3-none-any.whl"
    parts = {
        "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{name}.py", "")
        for part, text in parts.items():
            archive.writestr(f"{name}-1.0.dist-info/{part}", text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package index of one folder, given to pip the way a ministry's network gives its own."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", tmp_path.as_uri())
    return tmp_path


def test_pip_settings_of_the_machine_are_honoured(real_project: Path, shelf: Path) -> None:
    lock = real_project / environment.RUN_LOCK
    lock.write_text(f"honest==1.0 --hash=sha256:{wheel(shelf, 'honest')}\n", encoding="utf-8")
    environment.install(real_project, dev=False)
    python = environment.python_of(real_project)
    subprocess.run([str(python), "-c", "import honest"], check=True)


def test_a_package_that_was_tampered_with_is_refused(real_project: Path, shelf: Path) -> None:
    wheel(shelf, "tampered")
    lock = real_project / environment.DEV_LOCK
    lock.write_text(f"tampered==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(environment.SetupFault, match="không khớp mã băm"):
        environment.install(real_project, dev=True)


def test_a_package_that_cannot_be_fetched_points_to_the_network(
    real_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")  # nobody answers there
    monkeypatch.setenv("PIP_RETRIES", "0")
    lock = real_project / environment.DEV_LOCK
    lock.write_text(f"absent==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(environment.SetupFault, match="kiểm tra mạng"):
        environment.install(real_project, dev=True)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "ổ đĩa đã đầy"),
        (errno.EACCES, "không được phép ghi"),
        (errno.EROFS, "không được phép ghi"),
        (errno.EIO, "hệ thống báo"),
    ],
)
def test_a_refusal_of_the_system_is_told_in_words(
    number: int, words: str, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(root: Path) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(environment, "create", refuse)
    with pytest.raises(environment.SetupFault, match=rf"{words}(.|\n)*Cách sửa: .*chạy lại"):
        environment.prepare(project, dev=False)


def test_an_unknown_failure_of_pip_shows_its_last_words() -> None:
    fault = environment.explain_pip("một\nhai\nba\nERROR: bốn\n")
    assert "hai\n" in str(fault)
    assert "ERROR: bốn" in str(fault)
    assert "một" not in str(fault).split("\n", 1)[1]


def test_a_python_too_old_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 12))
    with pytest.raises(environment.SetupFault, match=r"cần Python 3\.11 trở lên.*3\.10"):
        environment.refuse_unfit_python()


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_debian_python_without_venv_is_told_what_to_install(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == missing else find(name)
    )
    with pytest.raises(environment.SetupFault, match="apt-get install -y python3-venv"):
        environment.refuse_unfit_python()


def test_a_failed_set_up_ends_with_one_and_no_stack(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(root: Path, dev: bool) -> bool:
        raise environment.SetupFault("hỏng.", "sửa đi")

    monkeypatch.setattr(environment, "prepare", fail)
    with pytest.raises(SystemExit) as end:
        environment.enter(dev=False)
    said = "Chưa chuẩn bị được môi trường: hỏng.\n    Cách sửa: sửa đi\n"
    assert (end.value.code, capsys.readouterr().err) == (1, said)


def doors() -> list[Path]:
    """Every script that enters the environment."""
    scripts = sorted((environment.ROOT / "scripts").glob("*.py"))
    return [path for path in scripts if "environment.enter(" in path.read_text(encoding="utf-8")]


def test_an_old_python_can_read_the_doors_far_enough_to_be_refused() -> None:
    for path in [*doors(), environment.ROOT / "scripts" / "environment.py"]:
        ast.parse(path.read_text(encoding="utf-8"), path.name, feature_version=(3, 8))


def test_every_door_enters_the_environment_before_anything_else() -> None:
    names = set()
    for path in doors():
        body = ast.parse(path.read_text(encoding="utf-8")).body[1:]
        opening = "\n".join(map(ast.unparse, body))
        said = (
            r"(import argparse\n)?import environment\n(BEFORE[ .][^\n]+\n)*environment\.enter\(dev="
        )
        assert re.match(said, opening), path
        names.add(path.stem)
    assert {"build", "check", "lock", "serve"} <= names


def test_the_reason_of_pip_is_shown_whatever_its_caller_says_after_it() -> None:
    fault = environment.explain_pip(
        "ERROR: không ghi được\nTraceback\n  a\n  b\nCalledProcessError"
    )
    assert "ERROR: không ghi được" in str(fault)
    assert "CalledProcessError" in str(fault)


def test_at_its_end_a_command_leaves_its_memory_to_the_system() -> None:
    told = (
        "import atexit, gc, sys; sys.path.insert(0, 'scripts')\n"
        "atexit.register(lambda: print(gc.get_freeze_count() > 0))  # asked last\n"
        "import environment; environment.enter(dev=False)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", told],
        cwd=environment.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "True\n"
