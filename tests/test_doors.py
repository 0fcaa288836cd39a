"""The doors: what they understand, what they refuse, and that the old site survives every fault."""

from __future__ import annotations

import argparse
import errno
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import builder
import check
import door
import edit
import machine
import pytest
import rendering
import tiny
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from tests import commands

DAY = date(2026, 3, 5)
SCRIPTS = builder.ROOT / "scripts"


@given(st.dates(door.FIRST_DAY, door.LAST_DAY))
def test_a_day_written_year_month_day_is_understood(when: date) -> None:
    assert door.day(when.isoformat()) == when


@pytest.mark.parametrize("text", ["05/03/2026", "2026-02-30", "20260305", "2026-W10-4", "mai", ""])
def test_any_other_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=f"«{text}».*2026-03-05"):
        door.day(text)


@pytest.mark.parametrize(
    "text", ["0001-01-01", "1899-12-31", "1969-12-31", "2100-01-01", "9999-12-31"]
)
def test_a_day_that_no_file_can_carry_is_refused_with_the_days_that_can(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=f"«{text}».*1970-01-01.*2099-12-31"):
        door.day(text)


@pytest.mark.parametrize("when", [door.FIRST_DAY, door.LAST_DAY])
def test_the_first_and_the_last_day_build(when: date, tmp_path: Path) -> None:
    code, said = tiny.build(tiny.lay_out(tmp_path / "content"), tmp_path / "site", today=when)
    assert (code, "Traceback" in said) == (0, False), said


@pytest.mark.parametrize("text", ["70000", "65536", "-1", "0", "8000.5", "", "tám", "1e3", "٣٣٣٣"])
def test_a_port_that_no_machine_has_is_refused(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match=f"«{text}».*từ 1 đến 65535"):
        door.port(text)


@pytest.mark.parametrize("number", [1, 80, 8000, 65535])
def test_a_port_is_understood(number: int) -> None:
    assert door.port(str(number)) == number


def test_today_is_the_day_in_viet_nam(monkeypatch: pytest.MonkeyPatch) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 3, 4, 17, 0, tzinfo=UTC).astimezone(tz)

    monkeypatch.setattr(door, "datetime", Clock)
    assert door.today() == DAY


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("build --ngay 05/03/2026", "--ngay: «05/03/2026» không phải một ngày."),
        ("build --ngay 0001-01-01", "--ngay: «0001-01-01» ở ngoài khoảng dựng được"),
        ("build --ngay", "--ngay: còn thiếu giá trị"),
        ("build --lung-tung", "không hiểu: --lung-tung"),
        ("build --c", "«--c» chưa rõ là --content, --chat"),
        ("build --chat=co", "--chat: không nhận giá trị 'co'"),
        ("build --dia-chi hoc-vien.vn", "--dia-chi: «hoc-vien.vn» không phải địa chỉ công khai"),
        ("build --dia-chi \x1b[2J", "--dia-chi: «\\x1b[2J» không phải địa chỉ công khai"),
        ("serve --cong 70000", "--cong: «70000» không phải số cổng."),
        ("serve --cong -1", "--cong: «-1» không phải số cổng."),
        ("serve --cong 0", "--cong: «0» không phải số cổng."),
        ("search --so mười hoa", "--so: «mười» không phải số nguyên"),
        ("new trang", "còn thiếu: TÊN"),
    ],
)
def test_a_mistyped_command_is_answered_in_vietnamese(command: str, answer: str) -> None:
    name, *words = command.split(" ")
    done = commands.run(name, *words)
    assert done.returncode == 2
    assert done.stderr.startswith(answer)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["export", "fix", "import", "new", "search", "status"])
def test_a_command_begins_from_nothing_in_any_folder(name: str, tmp_path: Path) -> None:
    """As people start it; `commands.run` starts it in a process that has imported all it needs."""
    typed = [sys.executable, str(SCRIPTS / f"{name}.py"), "--help"]
    done = subprocess.run(typed, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Cách dùng: ")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The smallest project MkDocs builds, in place of ours."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "index.md").write_text("# Trang đầu\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Thử\ntheme: mkdocs\n", encoding="utf-8")
    monkeypatch.setattr(rendering, "ROOT", tmp_path)
    return tmp_path


def order(project: Path, **words: object) -> builder.Order:
    """A build of the small project."""
    return builder.Order(project, project / "site", DAY, **words)  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_build_puts_a_whole_site_in_place_and_counts_its_pages(project: Path) -> None:
    assert builder.build(order(project)) == 2  # the page, and the one for what is missing
    assert "Trang đầu" in (project / "site" / "index.html").read_text(encoding="utf-8")
    assert {path.name for path in project.iterdir()} == {"docs", "mkdocs.yml", "site"}


def test_the_same_day_gives_the_same_bytes(project: Path) -> None:
    builder.build(order(project))
    first = tree(project / "site")
    (project / "docs" / "index.md").touch()
    builder.build(order(project))
    assert tree(project / "site") == first


def test_the_day_reaches_pages_by_one_way(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, str] = {}

    def asked(config: MkDocsConfig, **words: Any) -> None:
        told.update(os.environ)
        run_mkdocs(config, **words)

    monkeypatch.setattr(rendering, "run_mkdocs", asked)
    builder.build(order(project))
    assert told["PORTAL_TODAY"] == "2026-03-05"
    midnight = datetime.fromtimestamp(int(told["SOURCE_DATE_EPOCH"]), UTC)
    assert midnight == datetime(2026, 3, 5, tzinfo=UTC)


def half_a_build(fault: BaseException) -> Callable[..., None]:
    """MkDocs breaking off in the middle."""

    def run(config: MkDocsConfig, **_: object) -> None:
        Path(config.site_dir, "index.html").write_text("nửa chừng", encoding="utf-8")
        raise fault

    return run


@pytest.mark.parametrize(
    ("fault", "raised"),
    [
        (MkDocsException("Lỗi nội dung."), builder.BuildFault),
        (OSError(28, "No space left on device"), builder.BuildFault),
        (KeyboardInterrupt(), KeyboardInterrupt),
        (ZeroDivisionError(), ZeroDivisionError),
    ],
    ids=["content", "disk", "ctrl-c", "bug"],
)
def test_the_old_site_survives(
    fault: BaseException,
    raised: type[BaseException],
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    builder.build(order(project))
    before = tree(project / "site")
    monkeypatch.setattr(rendering, "run_mkdocs", half_a_build(fault))
    with pytest.raises(raised):
        builder.build(order(project))
    assert tree(project / "site") == before
    assert not list(project.glob(".site*"))


def test_a_warning_stops_only_a_strict_build(project: Path) -> None:
    page = project / "docs" / "index.md"
    page.write_text("[không có](khong-co.md)", encoding="utf-8")
    builder.build(order(project))
    before = tree(project / "site")
    page.write_text("# Mới\n\n[không có](khong-co.md)", encoding="utf-8")
    with pytest.raises(builder.BuildFault, match="những điều vừa nêu"):
        builder.build(order(project, strict=True))
    assert tree(project / "site") == before


def test_a_build_that_lost_files_on_the_way_does_not_replace_a_whole_site(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder.build(order(project))
    before = tree(project / "site")

    def lose(config: MkDocsConfig, **words: Any) -> None:
        run_mkdocs(config, **words)
        Path(config.site_dir, "css", "base.css").unlink()

    monkeypatch.setattr(rendering, "run_mkdocs", lose)
    with pytest.raises(builder.BuildFault, match=r"thiếu 1 trong \d+ tệp, ví dụ «css/base\.css»"):
        builder.build(order(project))
    assert tree(project / "site") == before


def test_a_full_disk_is_told_in_one_vietnamese_sentence(
    project: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    builder.build(order(project))
    before = tree(project / "site")

    def refuse(content: bytes, output_path: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), output_path)

    monkeypatch.setattr("mkdocs.utils.write_file", refuse)
    with pytest.raises(builder.BuildFault, match=r"^Chưa dựng được.*: ổ đĩa đã đầy"):
        builder.build(order(project))
    assert tree(project / "site") == before
    assert "space left" not in capfd.readouterr().err


def test_an_address_in_the_settings_is_judged_as_one_that_is_typed(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"{text}site_url: 'https://x.vn/\"><script>'\n", encoding="utf-8")
    with pytest.raises(builder.BuildFault, match="site_url"):
        builder.build(order(project))
    assert not (project / "site").exists()


def test_a_site_moved_aside_by_a_killed_build_comes_back(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    builder.build(order(project))
    before = tree(project / "site")
    (project / "site").rename(project / ".site.cu")
    monkeypatch.setattr(rendering, "run_mkdocs", half_a_build(MkDocsException("Hỏng.")))
    with pytest.raises(builder.BuildFault):
        builder.build(order(project))
    assert tree(project / "site") == before


@pytest.mark.parametrize("place", ["thesis", "docs", ".", ".."])
def test_a_folder_with_other_work_is_never_replaced(place: str, project: Path) -> None:
    (project / "thesis").mkdir()
    (project / "thesis" / "chapter.docx").touch()
    before = tree(project)
    with pytest.raises(builder.BuildFault):
        builder.build(builder.Order(project, project / place, DAY))
    assert tree(project) == before


def test_a_content_folder_without_docs_is_named(project: Path) -> None:
    with pytest.raises(builder.BuildFault, match=r"Không thấy thư mục «.*docs»"):
        builder.build(builder.Order(project / "docs", project / "site", DAY))


@pytest.fixture
def preview(project: Path) -> Iterator[str]:
    """serve.py running on the small project; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    start = f"import builder, pathlib, serve; builder.ROOT = pathlib.Path({str(project)!r})"
    words = ["--content", str(project), "--cong", str(port)]
    command = [sys.executable, "-c", f"{start}; serve.main()", *words]
    with subprocess.Popen(
        command, env={**os.environ, "PYTHONPATH": str(SCRIPTS)}, stderr=subprocess.PIPE
    ) as process:
        yield f"http://127.0.0.1:{port}/"
        process.terminate()


def shows(address: str, word: str, seconds: float = 15) -> bool:
    """Does the page come to show the word in that time?"""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                if word in answer.read().decode():
                    return True
        except (urllib.error.URLError, ConnectionError):
            pass  # not listening yet
        time.sleep(0.1)
    return False


def test_the_preview_follows_changes_and_lives_through_a_fault(preview: str, project: Path) -> None:
    page, settings = project / "docs" / "index.md", project / "mkdocs.yml"
    assert shows(preview, "Trang đầu")
    page.write_text("# Trang hai\n", encoding="utf-8")
    assert shows(preview, "Trang hai")
    good = settings.read_text(encoding="utf-8")
    settings.write_text("theme: không có\n", encoding="utf-8")
    page.write_text("# Trang ba\n", encoding="utf-8")
    assert not shows(preview, "Trang ba", seconds=2)
    assert shows(preview, "Trang hai")
    settings.write_text(good, encoding="utf-8")
    assert shows(preview, "Trang ba")


def test_the_checks_keep_what_python_compiled_out_of_the_folders_of_the_code() -> None:
    forbidden = {"PYTHONDONTWRITEBYTECODE": "1", "A": "b"}
    told = check.compiled_kept(forbidden)
    place = Path(told.pop("PYTHONPYCACHEPREFIX"))
    assert place.is_relative_to(builder.ROOT / ".venv")
    assert told == {"A": "b"}
    assert check.compiled_kept(told) == told


def steps(*outcomes: bool) -> tuple[check.Step, ...]:
    """Steps that end as told."""
    return tuple(
        check.Step(f"buoc-{number}", f"bước {number}", lambda good=good: good)  # type: ignore[misc]
        for number, good in enumerate(outcomes)
    )


@pytest.mark.parametrize(("outcomes", "code"), [((True, True), 0), ((False, True), 1)])
def test_every_step_runs_and_one_failure_is_enough(
    outcomes: tuple[bool, ...],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(check, "STEPS", steps(*outcomes))
    monkeypatch.setattr(sys, "argv", ["check.py"])
    assert check.main() == code
    table = capsys.readouterr().out.splitlines()[-2:]
    assert ["CHƯA ĐẠT" not in line for line in table] == list(outcomes)


def test_one_step_can_run_alone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "STEPS", steps(False, True))
    monkeypatch.setattr(sys, "argv", ["check.py", "--chi", "buoc-1"])
    assert check.main() == 0
    assert "bước 0" not in capsys.readouterr().out


def test_tests_without_a_browser_fail_whatever_the_rest_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "get_browser", lambda: None)
    monkeypatch.setattr(machine, "get_nginx", lambda: None)
    monkeypatch.setattr(check, "tool", lambda *_: lambda: True)
    assert not check.tests()
    assert "Không có trình duyệt" in capsys.readouterr().err


@pytest.mark.skipif(
    os.name == "nt", reason="trên Windows không hỏi được trình duyệt mà không mở nó"
)
def test_a_browser_that_does_not_start_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, code in (("chromium", 1), ("google-chrome", 0)):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\nexit {code}\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert machine.find_browser() == tmp_path / "google-chrome"


@pytest.mark.skipif(
    os.name == "nt", reason="trên Windows không hỏi được trình duyệt mà không mở nó"
)
def test_the_browser_named_by_the_person_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = tmp_path / "trình duyệt của tôi"
    chosen.write_text("#!/bin/sh\n", encoding="utf-8")
    chosen.chmod(0o755)
    monkeypatch.setenv("CHROMIUM", str(chosen))
    assert machine.find_browser() == chosen


def test_a_build_leaves_the_day_it_was_made_for_to_nobody(
    tiny_content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PORTAL_TODAY", raising=False)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    builder.build(builder.Order(tiny_content, tmp_path / "site", date(1970, 1, 1)))
    assert "PORTAL_TODAY" not in os.environ
    assert os.environ["SOURCE_DATE_EPOCH"] == "1234567890"


@pytest.mark.parametrize("code", [0, 1])
def test_a_browser_is_fetched_where_there_is_none_and_looked_for_again(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    there = iter([None, tmp_path])
    monkeypatch.setattr(machine, "find_browser", lambda: next(there))
    monkeypatch.setattr(machine, "is_root", lambda: False)

    def run(command: list[str], check: bool) -> SimpleNamespace:
        asked.append(command[1:])
        return SimpleNamespace(returncode=code)

    monkeypatch.setattr(machine.subprocess, "run", run)
    assert machine.get_browser() == (None if code else tmp_path)
    assert asked == [["-m", "playwright", "install", "chromium"]]


def test_a_browser_that_is_there_is_not_fetched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "find_browser", lambda: tmp_path)
    monkeypatch.delattr(machine.subprocess, "run")
    assert machine.get_browser() == tmp_path


def test_the_preview_of_the_desk_takes_the_first_port_where_nobody_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[list[str]] = []
    taken = {edit.FIRST_PREVIEW, edit.FIRST_PREVIEW + 1}
    child = SimpleNamespace(poll=lambda: None)
    monkeypatch.setattr(door, "is_taken", lambda port: port in taken)
    monkeypatch.setattr(edit.subprocess, "Popen", lambda words, env: begun.append(words) or child)
    preview, port = edit.Preview(tmp_path, "2026-03-05"), edit.FIRST_PREVIEW + 2
    assert preview("van-ban/") == ("", "")
    assert begun[0][1].endswith("serve.py")
    assert begun[0][2:] == [
        *("--content", str(tmp_path), "--ngay", "2026-03-05", "--cong", str(port))
    ]
    taken.add(port)
    assert preview("van-ban/") == (f"http://{edit.HOST}:{port}/van-ban/", "")
    child.poll = lambda: 1
    address, why = preview("van-ban/")
    assert (address, bool(why)) == ("", True)
    assert len(begun) == 1
    assert preview("van-ban/") == ("", "")
    assert len(begun) == 2
