"""The preview: whom it answers, what it answers to odd questions, that it sees every edit."""

from __future__ import annotations

import gc
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import builder
import pytest
import serve
from door import HOST
from preview import Preview

from tests import commands
from tests.hosts import free_port

PATIENCE = 30.0


def site_in(folder: Path) -> Path:
    (folder / "truong").mkdir(parents=True)
    for name, text in (
        ("index.html", "Trang đầu"),
        ("truong/index.html", "Các trường"),
        ("404.html", "Không tìm thấy trang"),
    ):
        (folder / name).write_text(f"<body>{text}</body>", encoding="utf-8")
    return folder


def content_in(folder: Path) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("một", encoding="utf-8")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return site_in(tmp_path / "site")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return content_in(tmp_path / "content")


@pytest.fixture
def built() -> list[float]:
    """When the preview built again."""
    return []


@pytest.fixture
def preview(site: Path, content: Path, built: list[float]) -> Iterator[Preview]:
    with serving(site, content, built) as server:
        yield server


@pytest.fixture(scope="module")
def unchanging(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that is only asked: stopping one takes a quarter of a second."""
    folder = tmp_path_factory.mktemp("xem-thu")
    with serving(site_in(folder / "site"), content_in(folder / "content"), []) as server:
        yield server


@contextmanager
def serving(site: Path, content: Path, built: list[float]) -> Iterator[Preview]:
    server = Preview(lambda: built.append(time.monotonic()), free_port(), site)
    server.follow([content / "docs", content / "data"])
    thread = threading.Thread(target=server.serve)
    thread.start()
    until(server.serve_thread.is_alive)
    yield server
    server.shutdown()
    thread.join()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, "chờ mãi không thấy"
        time.sleep(0.02)


def ask(preview: Preview, path: str, host: str | None = None) -> tuple[int, str, str]:
    """Status, text and where to go on, of a request written letter by letter."""
    usual = f"{HOST}:{preview.server_port}"
    with socket.create_connection((HOST, preview.server_port), timeout=PATIENCE) as line:
        name = f"Host: {usual if host is None else host}\r\n" if host != "" else ""
        line.sendall(f"GET {path} HTTP/1.1\r\n{name}Connection: close\r\n\r\n".encode("latin-1"))
        answer = http.client.HTTPResponse(line)
        answer.begin()
        return answer.status, answer.read().decode(), answer.headers.get("Location", "")


@pytest.mark.parametrize("host", ["127.0.0.1:{}", "localhost:{}", "LocalHost:{}"])
def test_it_answers_to_its_own_names(host: str, unchanging: Preview) -> None:
    status, text, _ = ask(unchanging, "/", host.format(unchanging.server_port))
    assert (status, "Trang đầu" in text, "livereload" in text) == (200, True, True)


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "evil.example:{}", "127.0.0.1.evil.example:{}", "localhost.evil.vn:{}"),
        *("127.0.0.1", "localhost", "127.0.0.1:1", "localhost:{}0", "127.0.0.1:{}.evil.vn", ""),
        *("0.0.0.0:{}", "127.0.0.2:{}", "127.1:{}", "2130706433:{}", "localhost.:{}", "@127.0.0.1"),
        *("evil.vn@127.0.0.1:{}", "127.0.0.1:{},evil.vn", " ", "[::1]:{}", "[::ffff:7f00:1]:{}"),
        *("127.0.0.1:{}\r\nHost: evil.example", "evil.example\r\nHost: 127.0.0.1:{}"),
    ],
)
@pytest.mark.parametrize("path", ["/", "/truong/", "/livereload/0/0", "/khong-co/"])
def test_it_answers_nobody_under_any_other_name(path: str, host: str, unchanging: Preview) -> None:
    status, text, _ = ask(unchanging, path, host.format(unchanging.server_port))
    assert status == 403
    assert f"http://127.0.0.1:{unchanging.server_port}/" in text
    assert "<" not in text


@pytest.mark.parametrize(
    "path",
    [
        *("/%00", "/truong/%00", "/index.html%00", "/a%0ab", "/%1b[2J", "/%7f", "/a%0d%0aX:y"),
        *("/..", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/truong/../index.html", "/."),
        *("/..%5c..%5cwindows", "/C:/Windows/win.ini", "/index.html::$DATA", "/%5c%5cevil/a"),
        *("//evil.example/truong", "//evil.example/%2e%2e/truong", "/truong//"),
        *("http://evil.example/", "truong", f"/{'a' * 5000}", "/%ff%fe", "/%ed%a0%80"),
        *(f"/livereload/{'9' * 5000}/1", "/livereload/x/1", "/khong-co"),
    ],
)
def test_an_odd_path_gets_the_page_for_what_is_missing(path: str, unchanging: Preview) -> None:
    status, text, location = ask(unchanging, path)
    assert (status, text, location) == (404, "<body>Không tìm thấy trang</body>", "")


def test_a_folder_without_its_slash_leads_to_its_page(unchanging: Preview) -> None:
    assert ask(unchanging, "/truong") == (302, "", "/truong/")
    assert "Các trường" in ask(unchanging, "/truong/")[1]


def test_an_open_page_is_told_of_the_next_build(preview: Preview, content: Path) -> None:
    found = re.search(r"livereload\((\d+), (\d+)\)", ask(preview, "/")[1])
    assert found
    (content / "docs" / "index.md").write_text("hai", encoding="utf-8")
    status, text, _ = ask(preview, f"/livereload/{found[1]}/{found[2]}")
    assert status == 200
    assert int(text) > int(found[1])


def test_a_folder_renamed_away_and_back_is_seen_again(
    preview: Preview, content: Path, built: list[float]
) -> None:
    docs = content / "docs"

    def is_gone() -> bool:
        watches = [one for one in preview.observer.emitters if one.watch.path == str(docs)]
        return not any(one.is_alive() for one in watches)

    for text in ("hai", "ba"):
        docs.rename(content / "cho-khac")
        until(is_gone)
        before = len(built)
        (content / "cho-khac").rename(docs)
        until(lambda before=before: len(built) > before)  # type: ignore[misc]
        before = len(built)
        (docs / "index.md").write_text(f"{text} trang", encoding="utf-8")
        until(lambda before=before: len(built) > before)  # type: ignore[misc]


@pytest.mark.usefixtures("preview")
def test_a_folder_that_comes_later_is_seen_too(content: Path, built: list[float]) -> None:
    (content / "data").mkdir()
    until(lambda: len(built) == 1)
    (content / "data" / "a.yml").touch()
    until(lambda: len(built) > 1)


@pytest.mark.usefixtures("preview")
def test_a_folder_replaced_by_another_is_seen(content: Path, built: list[float]) -> None:
    shutil.copytree(content / "docs", content / "moi")
    (content / "moi" / "them.md").touch()
    shutil.rmtree(content / "docs")
    (content / "moi").rename(content / "docs")
    until(lambda: len(built) > 0)
    before = len(built)
    (content / "docs" / "them.md").write_text("thêm", encoding="utf-8")
    until(lambda: len(built) > before)


def page_is_told(preview: Preview, page: str, epoch: int) -> bool:
    """Whether who looks at the page would be told to load it again."""
    return preview.epochs.get(page, 0) > epoch


def running(server: Preview, *places: Path) -> threading.Thread:
    server.follow(places)
    thread = threading.Thread(target=server.serve)
    thread.start()
    until(server.serve_thread.is_alive)
    return thread


def test_the_page_of_what_was_saved_is_told_before_all_others_are_made(
    site: Path, content: Path
) -> None:
    may_end = threading.Event()

    def first(changed: set[Path], viewed: str) -> list[str]:
        assert changed == {content / "docs" / "index.md"}
        (site / "truong" / "index.html").write_text("<body>Nay</body>", encoding="utf-8")
        return ["truong/index.html"]

    def build() -> None:
        may_end.wait(PATIENCE)
        (site / "index.html").write_text("<body>Sau</body>", encoding="utf-8")

    server = Preview(build, free_port(), site, first)
    thread = running(server, content / "docs")
    epoch = server._visible_epoch
    (content / "docs" / "index.md").write_text("hai", encoding="utf-8")
    until(lambda: page_is_told(server, "truong/index.html", epoch))
    assert "Nay" in ask(server, "/truong/")[1]
    assert not page_is_told(server, "index.html", epoch)
    shown = server.epochs["truong/index.html"]
    may_end.set()
    until(lambda: page_is_told(server, "index.html", epoch))
    assert server.epochs["truong/index.html"] == shown  # it did not change again
    server.shutdown()
    thread.join()


def test_who_looks_at_a_page_that_did_not_change_is_left_alone(
    site: Path, content: Path, preview: Preview, built: list[float]
) -> None:
    preview.builder = lambda: (site / "index.html").write_text("<body>Mới</body>") and None
    epoch = preview._visible_epoch
    (content / "docs" / "index.md").write_text("hai", encoding="utf-8")
    until(lambda: page_is_told(preview, "index.html", epoch))
    assert not page_is_told(preview, "truong/index.html", epoch)


def test_what_all_pages_load_concerns_all(site: Path, content: Path, preview: Preview) -> None:
    def build() -> None:
        (site / "assets" / "css").mkdir(parents=True, exist_ok=True)
        (site / "assets" / "css" / "portal.css").write_text("a{}", encoding="utf-8")

    preview.builder = build
    epoch = preview._visible_epoch
    (content / "docs" / "index.md").write_text("hai", encoding="utf-8")
    until(lambda: page_is_told(preview, "index.html", epoch))
    assert page_is_told(preview, "truong/index.html", epoch)


def test_a_build_that_something_else_was_saved_during_is_overtaken_but_not_for_ever(
    site: Path, content: Path
) -> None:
    ended: list[bool] = []

    def build() -> None:
        """Something is saved during every one of the first ten builds."""
        if len(ended) < 10:
            (content / "docs" / "index.md").write_text(str(len(ended)), encoding="utf-8")
            until(lambda: server._want_rebuild)
        ended.append(server.is_asked_again())

    server = Preview(build, free_port(), site)
    thread = running(server, content / "docs")
    (content / "docs" / "index.md").write_text("hai", encoding="utf-8")
    until(lambda: len(ended) > 10)
    server.shutdown()
    thread.join()
    assert ended[:6] == [True] * 5 + [False]


@pytest.mark.usefixtures("preview")
def test_that_a_file_is_read_is_no_change(content: Path, built: list[float]) -> None:
    """A build reads every file: else the first would be followed by others without end."""
    for _ in range(20):
        (content / "docs" / "index.md").read_bytes()
    (content / "docs" / "hai.md").write_text("hai", encoding="utf-8")
    until(lambda: len(built) > 0)
    (content / "docs" / "index.md").read_bytes()
    (content / "docs" / "ba.md").write_text("ba", encoding="utf-8")
    until(lambda: len(built) > 1)
    assert len(built) == 2


@pytest.mark.parametrize("polling", [False, True])
def test_a_single_file_is_seen_though_another_takes_its_place(
    polling: bool, site: Path, content: Path, tmp_path: Path, built: list[float]
) -> None:
    settings = tmp_path / "mkdocs.yml"
    settings.write_text("một", encoding="utf-8")
    server = Preview(lambda: built.append(0.0), free_port(), site, polling=polling)
    thread = running(server, content / "docs", settings)
    for text in ("hai", "ba"):
        before = len(built)
        (tmp_path / "moi.yml").write_text(text, encoding="utf-8")
        (tmp_path / "moi.yml").replace(settings)
        until(lambda before=before: len(built) > before)  # type: ignore[misc]
    server.shutdown()
    thread.join()


def start(*words: str) -> commands.Done:
    return commands.run("serve", *words)


def test_a_port_in_use_is_refused_before_anything_is_built() -> None:
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        done = start("--cong", str(port))
    assert done.returncode == 2
    assert f"cổng {port} đang có chương trình khác dùng" in done.stderr
    assert done.stdout == ""


def test_a_port_that_may_not_be_opened_is_told_in_words(
    content: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(_: Preview) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Preview, "server_bind", refuse)
    order = builder.Order(content, tmp_path / "site", serve.door.today(), serving=True)
    assert serve.serve(order, 80, builder.Resident()) == 1
    assert "Không mở được cổng 80: không được phép" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="Windows không gửi SIGTERM")
def test_a_stopped_preview_leaves_nothing_behind(content: Path, tmp_path: Path) -> None:
    home = tmp_path / "tam"
    home.mkdir()
    command = [sys.executable, str(builder.ROOT / "scripts" / "serve.py")]
    command += ["--content", str(content), "--cong", str(free_port())]
    with subprocess.Popen(
        command,
        env={**os.environ, "TMPDIR": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stdout.readline()
        process.terminate()
        said, complained = process.communicate(timeout=PATIENCE)
    assert (said, complained, process.returncode) == ("Đã dừng.\n", "", 0)
    assert list(home.iterdir()) == []


def test_after_a_build_even_a_broken_one_memory_is_looked_through_as_before() -> None:
    before = gc.get_threshold()
    with pytest.raises(builder.Overtaken), builder.seldom_collected():
        assert gc.get_threshold()[0] == builder.MANY_OBJECTS > before[0]
        raise builder.Overtaken
    assert gc.get_threshold() == before
