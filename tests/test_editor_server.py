"""The desk on loopback: who is let in, what every answer carries, what never leaves it."""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple
from unittest import mock
from urllib.parse import urlencode

import pytest
from test_editor_desk import TERM, content, sent, small  # noqa: F401

from portal.editor.answers import Asked
from portal.editor.desk import Desk
from portal.editor.opened import BODY
from portal.editor.routes import Routes
from portal.editor.server import MOST_BYTES, Server

KEY = "thuat-ngu/hop-thu"


class Got(NamedTuple):
    status: int
    head: dict[str, str]
    body: str


class Browser:
    """What one browser sends: by default as it should be."""

    def __init__(self, server: Server, desk: Desk) -> None:
        self.server, self.desk = server, desk
        self.host = f"127.0.0.1:{server.server_address[1]}"
        self.cookie = f"{server.guard.cookie}={server.guard.token}"

    def ask(self, method: str, path: str, body: str | bytes = b"", **head: str) -> Got:
        told = {"Host": self.host, "Cookie": self.cookie}
        if method == "POST":
            told |= {
                "Origin": f"http://{self.host}",
                "Content-Type": "application/x-www-form-urlencoded",
            }
        told |= {name.replace("_", "-"): value for name, value in head.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_address[1])
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            if method == "POST":
                told.setdefault("Content-Length", str(len(body)))
            for name, value in told.items():
                if value:
                    connection.putheader(name, value)
            connection.endheaders(body.encode() if isinstance(body, str) else body)
            answer = connection.getresponse()
            return Got(answer.status, dict(answer.headers), answer.read().decode())
        finally:
            connection.close()

    def save(self, **head: str) -> Got:
        pairs = [
            (name, "Tên từ ngoài" if name == "tieu_de" else value)
            for name, value in sent(self.desk, KEY)
        ]
        return self.ask("POST", f"/muc/{KEY}", urlencode([*pairs, ("viec", "luu")]), **head)


@pytest.fixture
def browser(content: Path) -> Iterator[Browser]:  # noqa: F811
    yield from opened(content)


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One desk for all that must not change anything."""
    yield from opened(small(tmp_path_factory.mktemp("ban")))


def opened(content: Path) -> Iterator[Browser]:  # noqa: F811
    desk = Desk(content, date(2026, 3, 5), lambda: "10:00")
    server = Server()
    server.routes = Routes(desk, {}, lambda place: (f"http://127.0.0.1:8100/{place}", ""))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield Browser(server, desk)
    server.shutdown()
    thread.join()
    server.server_close()


def file(browser: Browser) -> str:
    return (browser.desk.content / "data/thuat-ngu/hop-thu.yml").read_text(encoding="utf-8")


def test_the_address_lets_one_browser_in_and_is_left_at_once(browser: Browser) -> None:
    guard = browser.server.guard
    got = browser.ask("GET", f"/vao?ma={guard.token}", Cookie="")
    assert (got.status, got.head["Location"]) == (303, "/")
    assert (
        got.head["Set-Cookie"] == f"{guard.cookie}={guard.token}; Path=/; HttpOnly; SameSite=Strict"
    )
    assert browser.ask("GET", "/").status == 200
    assert browser.ask("GET", "/vao?ma=khac", Cookie="").status == 403


@pytest.mark.parametrize(
    "head",
    [
        {"Cookie": ""},
        {"Cookie": "ban-bien-tap-1=x"},
        {"Cookie": '"; ban'},
        {"Host": "cong-la.example"},
        {"Host": ""},
        {"Host": "127.0.0.1.example:80"},
        {"Origin": "https://cong-la.example"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Host": "localhost:1"},
    ],
    ids=str,
)
def test_a_stranger_changes_nothing(closed: Browser, head: dict[str, str]) -> None:
    browser = closed
    got = browser.save(**head)
    assert got.status == 403
    assert file(browser) == TERM
    assert not list(browser.desk.drafts.all())


def test_another_name_of_this_machine_is_let_in_with_its_own_origin(browser: Browser) -> None:
    name = browser.host.replace("127.0.0.1", "localhost")
    assert browser.save(Host=name, Origin=f"http://{name}").status == 303
    assert "Tên từ ngoài" in file(browser)


@pytest.mark.parametrize(
    "path",
    [
        "/muc/../../etc/passwd",
        "/muc/thuat-ngu/..%2f..%2fnguon%2fbao-bia",
        "/muc/thuat-ngu/%2e%2e/hop-thu",
        "/muc/_danh-muc/loai-van-ban",
        "/muc/khong/co",
        "/tep/../../../etc/passwd",
        "/tep/css/..%2f..%2fportal%2feditor%2fguard.py",
        "/chu/thuat-ngu/hop-thu%00.yml",
        "/muc/thuat-ngu/C:%5Cx",
        "//thuat-ngu",
        "/khong-co",
    ],
)
def test_no_address_leads_out_of_the_entries(closed: Browser, path: str) -> None:
    got = closed.ask("GET", path)
    assert got.status in (404, 409)
    assert "root:" not in got.body and "Traceback" not in got.body


def test_too_much_is_refused_before_it_is_read(closed: Browser) -> None:
    browser = closed
    got = browser.ask("POST", f"/muc/{KEY}", b"", Content_Length=str(MOST_BYTES + 1))
    assert got.status == 413 and "8 MB" in got.body
    for head in ({"Content_Length": "-1"}, {"Content_Type": "text/plain"}):
        assert browser.ask("POST", f"/muc/{KEY}", b"", **head).status == 400
    assert browser.ask("POST", f"/muc/{KEY}", b"tieu_de=%ff%fe").status == 400
    many = "&".join(["x="] * 60_000)
    assert browser.ask("POST", f"/muc/{KEY}", many).status == 400
    assert browser.ask("POST", f"/muc/{KEY}", urlencode({"../x": "1"})).status in (400, 409)
    assert file(browser) == TERM


def test_every_answer_carries_the_policy(closed: Browser) -> None:
    browser = closed
    for got in (
        browser.ask("GET", "/"),
        browser.ask("GET", f"/muc/{KEY}"),
        browser.ask("GET", "/khong-co"),
        browser.ask("GET", "/", Host="cong-la.example"),
    ):
        policy = got.head["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert got.head["X-Content-Type-Options"] == "nosniff"
        assert got.head["Cache-Control"] == "no-store"
        assert (
            "<script>" not in got.body
            and " style=" not in got.body
            and " on" + "click=" not in got.body
        )


def test_what_an_entry_says_is_never_markup(browser: Browser) -> None:
    evil = '"><script>alert(1)</script>'
    place = browser.desk.content / "data/thuat-ngu/hop-thu.yml"
    place.write_text(TERM.replace("Họp thử ", f"'{evil}' "), encoding="utf-8", newline="\n")
    for path in ("/", f"/muc/{KEY}", f"/chu/{KEY}", f"/?tim={evil[2:8]}"):
        assert "<script>alert" not in browser.ask("GET", path).body


def test_what_goes_wrong_inside_is_not_shown(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Desk, "now", lambda self: 1 / 0)
    got = browser.ask("GET", "/")
    assert got.status == 500 and "Traceback" not in got.body and "division" not in got.body
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_form_is_saved_with_its_faults_only_when_asked(browser: Browser) -> None:
    pairs = [
        (name, "khong-co" if name == "nguon/0" else value)
        for name, value in sent(browser.desk, KEY)
    ]
    got = browser.ask("POST", f"/muc/{KEY}", urlencode([*pairs, ("viec", "luu")]))
    assert "Chưa lưu: còn lỗi" in got.body and "Vẫn lưu, sửa lỗi sau" in got.body
    assert '<button class="button d-main-deed" name="viec" value="luu">Lưu</button>' in got.body
    assert file(browser) == TERM
    again = browser.ask("POST", f"/muc/{KEY}", urlencode([*pairs, ("viec", "luu")]))
    assert "Chưa lưu: còn lỗi" in again.body and file(browser) == TERM
    got = browser.ask("POST", f"/muc/{KEY}", urlencode([*pairs, ("viec", "luu-ca-loi")]))
    assert got.status == 303 and got.head["Location"] == f"/muc/{KEY}?da=luu"
    assert "khong-co" in file(browser)
    assert "khong-co" in browser.ask("GET", "/loi").body


def test_two_versions_are_shown_side_by_side(browser: Browser) -> None:
    pairs = [
        (name, "Tên của tôi" if name == "tieu_de" else value)
        for name, value in sent(browser.desk, KEY)
    ]
    browser.ask("POST", f"/nhap/{KEY}", urlencode(pairs))
    place = browser.desk.content / "data/thuat-ngu/hop-thu.yml"
    theirs = TERM.replace("Họp thử", "Tên của họ")
    place.write_text(theirs, encoding="utf-8", newline="\n")
    got = browser.ask("POST", f"/muc/{KEY}", urlencode([*pairs, ("viec", "luu")]))
    assert got.status == 409 and "Tên của tôi" in got.body and "Tên của họ" in got.body
    assert file(browser) == theirs
    browser.ask("POST", f"/ghep/{KEY}", urlencode({"tieu_de": "toi"}))
    assert "Tên của tôi" in browser.ask("GET", f"/muc/{KEY}").body


def test_an_entry_is_looked_at_where_the_portal_shows_it(closed: Browser) -> None:
    got = closed.ask("GET", f"/xem/{KEY}")
    assert got.head["Location"] == "http://127.0.0.1:8100/thuat-ngu/#hop-thu"
    got = closed.ask("GET", "/xem/hoi-dap/hop-thu-la-gi")
    assert got.head["Location"] == "http://127.0.0.1:8100/hoi-dap/hop-thu-la-gi/"


def test_references_and_pasted_words_are_answered_as_data(closed: Browser) -> None:
    browser = closed
    found = json.loads(browser.ask("GET", "/tham-chieu?loai=nguon,van-ban&tim=bao%20bia").body)
    assert found == [{"ref": "bao-bia", "title": "Báo bịa đưa tin họp thử", "kind": "nguồn"}]
    html = "<p class=MsoNormal><b>Đậm</b> và <a href='javascript:x'>chữ</a><o:p></o:p></p>"
    got = json.loads(browser.ask("POST", "/dan", urlencode({"html": html})).body)
    assert got == {"chu": "**Đậm** và chữ\n"}


def test_half_a_form_of_a_closed_browser_is_not_saved(browser: Browser) -> None:
    whole = urlencode([*sent(browser.desk, KEY, tieu_de="Tên mới"), ("viec", "luu")]).encode()
    port = browser.server.server_address[1]
    for cut in (len(whole) // 2, whole.index(b"nghia=") + 9):
        head = (
            f"POST /muc/{KEY} HTTP/1.1\r\nHost: {browser.host}\r\nOrigin: http://{browser.host}\r\n"
            f"Cookie: {browser.cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(whole)}\r\n\r\n"
        )
        with socket.create_connection(("127.0.0.1", port)) as line:
            line.sendall(head.encode() + whole[:cut])
            line.shutdown(socket.SHUT_WR)
            assert line.recv(64).startswith(b"HTTP/1.1 400 ")
    assert file(browser) == TERM and not list(browser.desk.drafts.all())


def test_a_full_disk_gives_the_typed_text_back(browser: Browser) -> None:
    pairs = sent(browser.desk, KEY, tieu_de="Tên mới")
    with mock.patch("portal.tree.os.fdopen", side_effect=OSError(28, "full")):
        kept = browser.ask("POST", f"/nhap/{KEY}", urlencode(pairs))
        saved = browser.ask("POST", f"/muc/{KEY}", urlencode([*pairs, ("viec", "luu")]))
    assert kept.status == 507 and "Đừng đóng trang này" in kept.body
    assert "ổ đĩa đầy" in saved.body and 'value="Tên mới"' in saved.body
    assert file(browser) == TERM


def test_a_line_of_the_file_leads_to_its_place_in_the_form(closed: Browser) -> None:
    """The first line of the text is the text's; the one before it is a key's or nobody's."""
    key = "hoi-dap/hop-thu-la-gi"
    source = closed.desk.file(closed.desk.item(key)).source
    assert source
    first = source.body_line
    assert closed.ask("GET", f"/muc/{key}?dong={first}").head["Location"] == f"/muc/{key}#{BODY}"
    assert closed.ask("GET", f"/muc/{key}?dong={first + 1}").head["Location"].endswith(f"#{BODY}")
    assert closed.ask("GET", f"/muc/{key}?dong=2").head["Location"] == f"/muc/{key}#tieu_de"
    assert (
        not closed.ask("GET", f"/muc/{key}?dong={first - 1}")
        .head.get("Location", "")
        .endswith(BODY)
    )
    assert closed.ask("GET", f"/muc/{key}?dong=hai").status == 200


def test_what_was_saved_is_listed_and_undone_once(browser: Browser) -> None:
    assert "Chưa có việc nào." in browser.ask("GET", "/da-lam").body
    assert browser.save().status == 303
    listed = browser.ask("GET", "/da-lam").body
    (number,) = re.findall(r'name="so" value="(\d+)"', listed)
    assert "Tên từ ngoài" in listed and "Đã hoàn lại." not in listed
    got = browser.ask("POST", "/hoan-lai", urlencode({"so": number}))
    assert (got.status, got.head["Location"]) == (303, "/da-lam?da=hoan-lai")
    assert file(browser) == TERM
    told = browser.ask("GET", "/da-lam?da=hoan-lai").body
    assert "Đã hoàn lại." in told and "hoàn lại ·" in told


@pytest.mark.parametrize(
    ("address", "why"),
    [("http://127.0.0.1:8100/a/", ""), ("", "Máy chưa dựng được: bịa."), ("", "")],
    ids=["có", "hỏng", "chưa có"],
)
def test_who_wants_to_look_is_led_there_or_told_to_wait_or_why_not(
    address: str, why: str, tmp_path: Path
) -> None:
    asked: list[str] = []

    def preview(place: str) -> tuple[str, str]:
        asked.append(place)
        return address, why

    desk = Desk(small(tmp_path), date(2026, 3, 5), lambda: "10:00")
    routes = Routes(desk, {}, preview)
    got = routes.look(Asked("GET", "/"), KEY)
    assert asked == [desk.address(KEY)]
    if address:
        assert (got.status, dict(got.headers)["Location"]) == (303, address)
        return
    told = got.body.decode()
    (title,) = re.findall(r"<h1[^>]*>(.*?)</h1>", told)
    assert title.strip()
    assert why in told
    assert ("refresh" in told) is not bool(why)
    assert routes.look(Asked("GET", "/")).status == got.status and asked[1:] == [""]
