"""What the long-lived commands begin, watch and end; none of it is begun in earnest here."""

from __future__ import annotations

import argparse
import logging
import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import builder
import check
import door
import edit
import looks
import preview
import pytest
import rendering
import serve


class Child:
    """A process that ends when it is told, with a code."""

    def __init__(self, code: int | None = None) -> None:
        self.returncode, self.ended = code, 0

    def poll(self) -> int | None:
        return self.returncode

    def terminate(self) -> None:
        self.ended += 1

    def wait(self, seconds: float) -> None:
        self.returncode = -15


# The preview of the desk


def test_a_preview_is_begun_once_and_its_address_given_when_it_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[list[str], Child]] = []
    taken = {edit.FIRST_PREVIEW, edit.FIRST_PREVIEW + 1}

    def popen(words: list[str], env: dict[str, str]) -> Child:
        assert env["PORTAL_DESK"] == "1"
        begun.append((words, Child()))
        return begun[-1][1]

    monkeypatch.setattr(edit.subprocess, "Popen", popen)
    monkeypatch.setattr(edit.door, "is_taken", lambda port: port in taken)
    preview = edit.Preview(tmp_path, "2026-03-05")
    assert preview("van-ban/") == ("", ""), "it is on its way"
    ((words, child),) = begun
    port = edit.FIRST_PREVIEW + 2
    assert words[2:] == ["--content", str(tmp_path), "--ngay", "2026-03-05", "--cong", str(port)]
    assert preview("van-ban/") == ("", "") and len(begun) == 1
    taken.add(port)
    assert preview("van-ban/") == (f"http://{edit.HOST}:{port}/van-ban/", "")
    child.returncode = 1
    address, why = preview("van-ban/")
    assert address == "" and "bấm «Xem thử» lại" in why
    assert len(begun) == 1, "why it ended is told before another is begun"
    assert preview("van-ban/") == ("", "") and len(begun) == 2
    preview.stop()
    assert begun[1][1].ended == 1 and child.ended == 0


# The package for others to look at


@pytest.fixture
def packer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[edit.Packer, list[Any]]:
    begun: list[Any] = []

    def popen(words: list[str], env: dict[str, str], stderr: Any, stdout: int) -> Child:
        stderr.write("Không đủ chỗ.".encode())
        begun.append((words, env, Child()))
        return begun[-1][2]

    monkeypatch.setattr(edit.subprocess, "Popen", popen)
    return edit.Packer(tmp_path / "nội dung", "2026-03-05", tmp_path), begun


def test_a_package_is_made_by_one_child_at_a_time(packer: Any, tmp_path: Path) -> None:
    made, begun = packer
    assert made.made() == edit.Made()
    made.file.write_bytes(b"xua")
    made.begin()
    assert not made.file.exists()
    made.begin()
    ((words, env, child),) = begun
    assert words[0] == sys.executable
    assert Path(words[1]).name == "export.py"
    assert words[2:] == [
        *("xem-thu", "--content", str(tmp_path / "nội dung"), "--ngay", "2026-03-05"),
        *("--ra", str(made.file)),
    ]
    assert env["PORTAL_DESK"] == "1"
    assert made.made() == edit.Made(is_running=True)
    child.returncode = 0
    made.file.write_bytes(b"PK")
    assert made.made() == edit.Made(raw=b"PK")
    made.begin()
    assert len(begun) == 2


@pytest.mark.parametrize(("code", "written"), [(1, True), (1, False), (0, False)])
def test_a_package_that_was_not_made_says_why(code: int, written: bool, packer: Any) -> None:
    made, begun = packer
    made.begin()
    begun[0][2].returncode = code
    if written:
        made.file.write_bytes(b"nua chung")
    assert made.made() == edit.Made(why="Không đủ chỗ.")
    made.said.write_text("x" * 2001, encoding="utf-8")
    assert len(made.made().why) == 2000


@pytest.mark.parametrize("begin", [edit.Preview, edit.Packer])
def test_a_child_that_runs_is_ended_and_waited_for_and_no_other(begin: Any, tmp_path: Path) -> None:
    more = (tmp_path,) if begin is edit.Packer else ()
    holder = begin(tmp_path, "2026-03-05", *more)
    holder.stop()
    holder.child = Child(0)
    holder.stop()
    assert (holder.child.ended, holder.child.returncode) == (0, 0)
    holder.child = Child()
    holder.stop()
    assert (holder.child.ended, holder.child.returncode) == (1, -15)


def test_pages_of_the_desk_load_files_that_are_there_under_known_names() -> None:
    told = edit.assets()
    assert {"css/portal.css", "css/ban.css", "img/favicon.svg", "js/desk.js"} <= told.keys()
    assert any(name.startswith("fonts/") and name.endswith(".woff2") for name in told)
    assert all(file.is_file() for file in told.values())


def test_the_desk_tells_the_time_of_viet_nam_and_names_a_branch_by_it() -> None:
    before = datetime.now(door.VIETNAM).replace(microsecond=0)
    clock = datetime.strptime(edit.clock(), "%H:%M:%S ngày %d/%m/%Y").replace(tzinfo=door.VIETNAM)
    name = re.fullmatch(r"bien-tap-(\d{8}-\d{6})", edit.branch())
    assert name
    branch = datetime.strptime(name[1], "%Y%m%d-%H%M%S").replace(tzinfo=door.VIETNAM)
    assert 0 <= (clock - before).total_seconds() < 60
    assert 0 <= (branch - before).total_seconds() < 60


class Served:
    """As much of the server of the desk as its command touches."""

    routes: Any = None
    guard = SimpleNamespace(address="http://127.0.0.1:9/khoa")

    def __init__(self, port: int) -> None:
        self.port, self.closed = port, 0

    def serve_forever(self) -> None:
        raise KeyboardInterrupt

    def server_close(self) -> None:
        self.closed += 1


@pytest.mark.parametrize("hidden", [True, False])
def test_the_desk_opens_a_browser_unless_told_not_to_and_leaves_nothing_behind(
    hidden: bool,
    tiny_content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    made: list[Served] = []
    opened: list[str] = []
    stopped: list[str] = []
    monkeypatch.setattr(edit, "Server", lambda port: made.append(Served(port)) or made[-1])
    monkeypatch.setattr(edit.webbrowser, "open", opened.append)
    monkeypatch.setattr(edit.door, "end_as_by_hand", lambda: None)
    for holder in (edit.Preview, edit.Packer):
        monkeypatch.setattr(holder, "stop", lambda self: stopped.append(type(self).__name__))
    words = ["edit.py", "--content", str(tiny_content), "--ngay", "2026-03-05"]
    monkeypatch.setattr(sys, "argv", [*words, *["--khong-mo"] * hidden])
    assert edit.main() == 0
    (server,) = made
    assert (server.port, server.closed) == (0, 1)
    assert opened == ([] if hidden else [Served.guard.address])
    assert stopped == ["Preview", "Packer"]
    said = capsys.readouterr().out
    assert Served.guard.address in said
    assert said.endswith("Đã dừng.\n")


def test_a_port_that_the_desk_may_not_open_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(port: int) -> None:
        raise PermissionError(13, "x")

    monkeypatch.setattr(edit, "Server", refused)
    monkeypatch.setattr(sys, "argv", ["edit.py", "--cong", "81"])
    assert edit.main() == 1
    assert "cổng 81" in capsys.readouterr().err


# The preview


@pytest.fixture
def order(tiny_content: Path, tmp_path: Path) -> builder.Order:
    return builder.Order(tiny_content, tmp_path / "site", date(2026, 3, 5), serving=True)


def test_only_changes_of_content_alone_are_shown_before_the_whole_build(
    order: builder.Order, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[Any] = []

    def shown(library: Any, told: Any, below: set[str], viewed: str, site: Path) -> list[str]:
        asked.append((sorted(below), viewed, site))
        return ["a/index.html", "b/index.html"] if viewed else []

    resident = builder.Resident()
    first = serve.show(order, resident)
    inside = order.content.resolve() / "docs" / "en.md"
    assert first({inside}, "a/index.html") == []
    resident.show = shown
    assert first({inside}, "a/index.html") == []
    resident.glimpse = lambda content, changed, viewed, site: []
    assert first({inside, Path("/khac/a.yml").absolute()}, "a/index.html") == []
    assert asked == []
    assert first({inside}, "a/index.html") == ["a/index.html", "b/index.html"]
    assert asked == [(["docs/en.md"], "a/index.html", order.site)]
    assert capsys.readouterr().out.startswith("Đã hiện a/index.html sau ")
    assert first({inside}, "") == []
    assert capsys.readouterr().out == ""


def test_the_pages_of_one_changed_entry_are_shown_before_anything_else_is_read(
    order: builder.Order, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def glimpse(content: Path, changed: str, viewed: str, site: Path) -> list[str]:
        asked.append((content, changed, viewed, site))
        return ["a/index.html"] if changed == "docs/a.md" else []

    resident = builder.Resident(
        show=lambda library, told, below, viewed, site: sorted(below), glimpse=glimpse
    )
    content = order.content.resolve()
    first = serve.show(order, resident)
    monkeypatch.setattr(serve.road, "load", lambda *words, **more: ("library", []))
    assert first({content / "docs/a.md"}, "a/index.html") == ["a/index.html"]
    assert asked == [(content, "docs/a.md", "a/index.html", order.site)]
    assert first({content / "docs/b.md"}, "") == ["docs/b.md"]
    two = {content / "docs/a.md", content / "docs/b.md"}
    assert first(two, "") == ["docs/a.md", "docs/b.md"]
    assert len(asked) == 2


def ends(fault: Exception | None) -> Callable[..., int]:
    def build(order: builder.Order, resident: builder.Resident) -> int:
        if fault:
            raise fault
        return 7

    return build


@pytest.mark.parametrize(
    ("fault", "good", "out", "err"),
    [
        (None, True, "Đã dựng 7 trang trong ", ""),
        (builder.Overtaken(), True, "", ""),
        (builder.BuildFault("hỏng rồi"), False, "", "hỏng rồi\n"),
        (ZeroDivisionError("lạ"), False, "", "ZeroDivisionError: lạ"),
    ],
)
def test_whatever_happens_in_a_build_the_preview_goes_on(
    fault: Exception | None,
    good: bool,
    out: str,
    err: str,
    order: builder.Order,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(serve.builder, "build", ends(fault))
    assert serve.attempt(order, builder.Resident()) is good
    said = capsys.readouterr()
    assert said.out.startswith(out) and bool(said.out) == bool(out)
    assert err in said.err and bool(said.err) == bool(err)


def test_a_preview_watches_all_that_a_page_is_made_of(tmp_path: Path) -> None:
    told = serve.watched(tmp_path)
    assert told[:2] == [tmp_path.resolve() / "docs", tmp_path.resolve() / "data"]
    assert [one.relative_to(builder.ROOT).as_posix() for one in told[2:]] == [
        *("portal", "overrides", "web/bundles", "mkdocs.yml")
    ]
    assert all(one.exists() for one in told[2:])


def test_pages_and_what_all_of_them_load_are_watched_for_changes(tmp_path: Path) -> None:
    for name in ("a/index.html", "assets/css/x.css", "assets/js/y.js", "assets/z.png", "b.json"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "assets/js/la.html").mkdir()
    told = looks.of_site(tmp_path)
    assert sorted(told) == ["a/index.html", "assets/css/x.css", "assets/js/y.js"]
    assert len({one.content for one in told.values()}) == 3
    (tmp_path / "a/index.html").write_text("khác", encoding="utf-8")
    (tmp_path / "assets/css/x.css").unlink()
    (tmp_path / "assets/js/moi.js").write_text("mới", encoding="utf-8")
    again = looks.of_site(tmp_path, told)
    new = {path for path, one in again.items() if one.differs(told.get(path))}
    assert new == {"a/index.html", "assets/js/moi.js"}
    assert "assets/css/x.css" not in again
    assert looks.of_file(tmp_path / "khong-co").content == b""
    assert looks.of_site(tmp_path / "khong-co") == {}


def test_a_page_that_is_the_very_file_it_was_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a build thousands are; a page that came out the same under a new file has not
    changed."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    told = looks.of_site(tmp_path)
    read: list[str] = []
    bytes_of = Path.read_bytes

    def noted(self: Path) -> bytes:
        read.append(self.name)
        return bytes_of(self)

    monkeypatch.setattr(Path, "read_bytes", noted)
    (tmp_path / "moi.html").write_text("b.html", encoding="utf-8")
    (tmp_path / "moi.html").replace(tmp_path / "b.html")
    again = looks.of_site(tmp_path, told)
    assert read == ["b.html"]
    assert not any(one.differs(told[path]) for path, one in again.items())


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("http://127.0.0.1:8000/van-ban/", "van-ban/index.html"),
        ("http://127.0.0.1:8000/", "index.html"),
        ("http://127.0.0.1:8000/404.html?a=1#b", "404.html"),
        ("http://127.0.0.1:8000/l%C3%A0ng/", "làng/index.html"),
        ("", ""),
    ],
)
def test_who_asks_says_which_page_he_looks_at(referer: str, page: str) -> None:
    assert preview._page_of({"HTTP_REFERER": referer}) == page
    assert preview._page_of({}) == ""


@pytest.mark.parametrize(("good", "code"), [(True, 5), (False, 1)])
def test_the_preview_takes_the_first_free_port_and_begins_where_the_first_build_is_good(
    good: bool,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[Any] = []

    def served(order: builder.Order, port: int, resident: Any, *, polling: bool) -> int:
        asked.append((order.serving, order.again, order.address, port, polling))
        return 5

    monkeypatch.setattr(door, "is_taken", lambda port: port in (8000, 8001))
    monkeypatch.setattr(serve, "attempt", lambda order, resident: good)
    monkeypatch.setattr(serve, "serve", served)
    monkeypatch.setattr(serve.door, "end_as_by_hand", lambda: None)
    monkeypatch.setattr(sys, "argv", ["serve.py"])
    assert serve.main() == code
    address = "http://127.0.0.1:8002/"
    assert asked == ([(True, True, address, 8002, False)] if good else [])
    assert f"Địa chỉ xem thử: {address}" in capsys.readouterr().out
    monkeypatch.setattr(sys, "argv", ["serve.py", "--cong", "9000", "--hoi-lai"])
    asked.clear()
    serve.main()
    assert asked == ([(True, True, "http://127.0.0.1:9000/", 9000, True)] if good else [])


def test_ctrl_c_ends_a_preview_well_and_a_port_in_use_is_a_slip_of_the_pen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(door, "is_taken", lambda port: port == 8000)
    monkeypatch.setattr(serve, "attempt", stopped)
    monkeypatch.setattr(serve.door, "end_as_by_hand", lambda: None)
    monkeypatch.setattr(sys, "argv", ["serve.py"])
    assert serve.main() == 0
    assert capsys.readouterr().out.endswith("Đã dừng.\n")
    monkeypatch.setattr(sys, "argv", ["serve.py", "--cong", "8000"])
    with pytest.raises(SystemExit) as ended:
        serve.main()
    assert ended.value.code == 2
    assert "8000" in capsys.readouterr().err


# The checks


def test_a_step_is_chosen_by_its_name_and_another_name_is_answered_with_all() -> None:
    for step in check.STEPS:
        assert check.chosen(step.key) == [step]
    with pytest.raises(argparse.ArgumentTypeError) as told:
        check.chosen("khac")
    assert all(step.key in str(told.value) for step in check.STEPS)


def test_the_table_of_outcomes_has_even_columns() -> None:
    def step(title: str) -> check.Step:
        return check.Step("x", title, lambda: True)

    told = check.table(
        [(step("một"), True, 1.0), (step("một hai ba"), False, 100.0), (step("hai"), None, 0.1)]
    ).splitlines()
    assert [line.split("  ")[0] for line in told] == ["một", "một hai ba", "hai"]
    assert ["CHƯA ĐẠT" in line for line in told] == [False, True, False]
    assert "không kiểm được" in told[2]
    assert len({len(line) for line in told}) == 1


@pytest.mark.parametrize("code", [0, 1, 5])
def test_a_program_of_the_environment_holds_where_it_ends_with_nothing_wrong(
    code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def run(command: list[str], cwd: Path, env: dict[str, str], check: bool) -> SimpleNamespace:
        asked.append(command)
        assert not check
        return SimpleNamespace(returncode=code)

    monkeypatch.setattr(check.subprocess, "run", run)
    assert check.tool("-m", "bia")() is (code == 0)
    assert asked == [[sys.executable, "-m", "bia"]]


def test_the_tests_get_what_they_need_first_and_hold_where_all_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    got: list[str] = []
    for name in ("browser", "nginx", "office", "html_reader"):
        monkeypatch.setattr(
            check.machine, f"get_{name}", lambda name=name: got.append(name) or Path(name)
        )
    words: list[str] = []
    for good in (True, False):
        monkeypatch.setattr(
            check, "tool", lambda *told, good=good: words.extend(told) or (lambda: good)
        )
        assert check.tests() is good
    assert got == ["browser", "nginx", "office", "html_reader"] * 2
    assert words[:2] == ["-m", "pytest"]
    assert set(check.SIDE_BY_SIDE) <= set(words)


# Words of a build


def test_a_build_that_lost_files_names_how_many_and_one_of_them() -> None:
    rendering.refuse_incomplete({"a"}, {"a", "b"})
    with pytest.raises(builder.BuildFault, match="thiếu 2 trong 3 tệp, ví dụ «b»"):
        rendering.refuse_incomplete({"c", "b", "a"}, {"a"})


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Aborted with 3 warnings in strict mode!", "MkDocs dừng vì những điều vừa nêu."),
        ("Không thấy tệp. Aborted with", "Không thấy tệp. Aborted with"),
    ],
)
def test_closing_words_of_mkdocs_that_say_nothing_are_said_in_vietnamese(
    message: str, told: str
) -> None:
    assert rendering.in_vietnamese(message) == told


@pytest.mark.parametrize(
    ("level", "message", "told"),
    [
        ("WARNING", "lời", "nhắc: lời"),
        ("ERROR", "lời", "lỗi: lời"),
        ("CRITICAL", "lời", "lỗi: lời"),
        ("ERROR", "Error building page 'a/b.md': lạ\ndài", "lỗi: dừng ở trang «a/b.md»."),
        ("ERROR", "Error reading page 'a.md': lạ", "lỗi: dừng ở trang «a.md»."),
    ],
)
def test_lines_of_mkdocs_begin_with_their_level(level: str, message: str, told: str) -> None:
    record = logging.makeLogRecord(
        {"levelno": getattr(logging, level), "levelname": level, "msg": message}
    )
    assert rendering._Line().format(record) == told


def test_mkdocs_is_told_the_day_and_nobody_after_it(
    order: builder.Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2001-01-01")
    for name in ("SOURCE_DATE_EPOCH", "PORTAL_FORMER", "PORTAL_GO_ON"):
        monkeypatch.delenv(name, raising=False)
    for offline, again in ((False, True), (True, False)):
        with pytest.raises(KeyError), rendering.told(replace(order, offline=offline, again=again)):
            assert os.environ["PORTAL_TODAY"] == "2026-03-05"
            assert os.environ["SOURCE_DATE_EPOCH"] == "1772668800"
            assert os.environ["PORTAL_FORMER"] == ("" if offline else str(order.site.absolute()))
            assert os.environ["PORTAL_GO_ON"] == ("1" if again else "")
            raise KeyError
        assert os.environ["PORTAL_TODAY"] == "2001-01-01"
        assert "SOURCE_DATE_EPOCH" not in os.environ
        assert "PORTAL_GO_ON" not in os.environ
