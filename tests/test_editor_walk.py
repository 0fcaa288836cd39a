"""The whole way of an editor: from an empty form and a Word file to pages that readers see.

In Chromium, with a real repository and a bare remote; what is sent is checked, built and looked at.
"""

from __future__ import annotations

import re
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import edit
import pytest
from playwright.sync_api import Page, expect
from test_editor_browser import no_barrier
from test_editor_desk import DAY, small
from test_intake import docx, p

from portal.desk import fix
from portal.editor.desk import Desk
from portal.editor.routes import Routes
from portal.editor.server import Server
from tests import commands

BRANCH = "bien-tap-thu"


def regulation(number: int, articles: int = 12) -> bytes:
    """A made-up regulation as Word leaves it."""
    head = ("HỌC VIỆN THỬ NGHIỆM", f"Số: {number}-QĐ/HVTN", "Hà Nội, ngày 05 tháng 3 năm 2026")
    title = ("QUY ĐỊNH", f"về việc thử lần {number}")
    text = [
        line
        for one in range(1, articles + 1)
        for line in (f"Điều {one}. Tên điều {one}", f"1. Một của {one}.", f"2. Hai của {one}.")
    ]
    return docx("".join(map(p, (*head, *title, *text))))


class Office(NamedTuple):
    content: Path
    remote: Path
    server: Server


def git(place: Path, *words: str) -> str:
    named = ("-c", "user.name=Người Thử", "-c", "user.email=thu@example.org")
    return subprocess.run(
        ["git", *named, *words], cwd=place, check=True, capture_output=True, encoding="utf-8"
    ).stdout


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """A desk over a clean repository whose main branch is published from a bare remote."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "khong-co"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    content = small(tmp_path / "noi-dung")
    (content / "data/_danh-muc/ngoai-le.yml").unlink()
    remote = tmp_path / "chung.git"
    git(tmp_path, "init", "--quiet", "--bare", "--initial-branch=main", str(remote))
    git(content, "init", "--quiet", "--initial-branch=main")
    for path in ("data/nguon/bao-bia.yml", "data/thuat-ngu/hop-thu.yml"):
        (content / path).write_bytes(fix.fix(path, (content / path).read_bytes()).raw)
    git(content, "add", "docs", "data")
    git(content, "commit", "--quiet", "-m", "Bắt đầu")
    git(content, "remote", "add", "origin", str(remote))
    git(content, "push", "--quiet", "-u", "origin", "main")
    server = Server()
    desk = Desk(content, DAY, edit.clock)
    server.routes = Routes(desk, edit.assets(), lambda place: ("", ""), lambda: BRANCH)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield Office(content, remote, server)
    server.shutdown()
    thread.join()
    server.server_close()


class Hand:
    """An editor's hand: every click, choice and field that is filled is a step."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home, self.steps = page, home, 0

    def fill(self, label: str, text: str) -> None:
        self.steps += 1
        self.page.get_by_role("textbox", name=label, exact=True).fill(text)

    def press(self, name: str, role: str = "button") -> None:
        self.steps += 1
        self.page.get_by_role(role, name=name, exact=True).first.click()  # type: ignore[arg-type]

    def choose(self, label: str, value: str) -> None:
        self.steps += 1
        self.page.get_by_label(label, exact=True).first.select_option(value)

    def refer(self, group: str, words: str) -> None:
        self.steps += 2
        box = self.page.get_by_role("group", name=group).get_by_role("combobox")
        if not box.count():
            self.press("+ Thêm vào " + group)
        box.first.fill(words)
        self.page.locator(".d-ref [role=option]").first.click()

    def told(self, words: str) -> None:
        expect(self.page.locator("[data-told]")).to_contain_text(words)

    def save(self) -> None:
        self.press("Lưu")
        self.told("Đã lưu vào tệp")


def article(hand: Hand, picture: bytes) -> None:
    """An article with a picture."""
    hand.press("Thêm mục", "link")
    hand.fill("Tên của mục bắt buộc", "Một ngày họp thử")
    hand.steps += 1
    hand.page.get_by_role("radio", name=re.compile("^Bài viết")).check()
    hand.press("Tạo và mở")
    hand.refer("Nguồn", "bao bia")
    hand.fill("Nội dung", "Chữ của bài viết thử.")
    hand.press("Ảnh")
    hand.steps += 1
    shot = {"name": "Hội trường.PNG", "mimeType": "image/png", "buffer": picture}
    hand.page.get_by_label("Ảnh (").set_input_files(shot)  # type: ignore[arg-type]
    hand.fill("Lời thay ảnh", "Hội trường trống")
    hand.press("Chèn ảnh")
    body = hand.page.get_by_role("textbox", name="Nội dung", exact=True)
    expect(body).to_have_value("Chữ của bài viết thử.\n\n![Hội trường trống](tep/hoi-truong.png)\n")
    hand.save()


def document(hand: Hand) -> None:
    """A document written by hand; its clauses get their ids by the machine."""
    hand.press("Thêm mục", "link")
    hand.fill("Tên của mục bắt buộc", "Về việc gõ tay")
    hand.steps += 1
    hand.page.get_by_role("radio", name=re.compile("^Văn bản")).check()
    hand.press("Tạo và mở")
    hand.choose("Loại văn bản bắt buộc", "quy-dinh")
    hand.fill("Cơ quan ban hành bắt buộc", "Học viện thử nghiệm")
    hand.choose("Bản đang dùng bắt buộc", "goc-so")
    hand.fill("Nội dung", "Điều 1. Một\n\n1. Khoản một.\n\nĐiều 2. Hai\n\nChữ.")
    hand.save()
    hand.press("Để máy chữa")
    hand.told("Máy đã chữa")


def word_file(hand: Hand) -> None:
    """A regulation of twelve articles from Word, read through and published."""
    hand.press("Nhập từ Word", "link")
    hand.steps += 1
    sent = {"name": "Quy định 12.docx", "mimeType": "", "buffer": regulation(12)}
    hand.page.get_by_label("Tệp cần nhập").set_input_files(sent)  # type: ignore[arg-type]
    hand.press("Nhập thành mục nháp")
    hand.told("Đã nhập thành mục nháp")
    hand.press("Lưu và cho đăng")
    hand.told("hết là bản nháp")


def test_what_is_written_at_the_desk_is_sent_checked_built_and_seen(
    office: Office, page: Page, serve: Callable[..., str], tmp_path: Path
) -> None:
    page.goto(office.server.guard.address)
    hand = Hand(page, page.url)
    steps = {}
    for does in (lambda: article(hand, page.screenshot()), lambda: word_file(hand)):
        before = hand.steps
        does()
        steps[len(steps)] = hand.steps - before
    assert max(steps.values()) + 2 <= 20, steps
    document(hand)
    hand.press("Gửi", "link")
    no_barrier(page, "gui")
    hand.fill("Bạn đã làm gì", "Thêm một bài, hai văn bản")
    hand.fill("Họ tên bạn", "Lê Thị Thử")
    hand.fill("Thư điện tử", "thu@example.org")
    hand.press("Gửi")
    hand.told(f"Đã gửi tới kho chung: nhánh {BRANCH}, 5 tệp.")

    # Who is responsible takes it over; three commands bring another Word file.
    other = tmp_path / "nguoi-duyet"
    git(tmp_path, "clone", "--quiet", str(office.remote), str(other))
    git(other, "merge", "--quiet", "--no-edit", f"origin/{BRANCH}")
    (tmp_path / "qd-7.docx").write_bytes(regulation(7, 2))
    on = ("--content", other, "--ngay", DAY.isoformat())
    assert commands.run("import", tmp_path / "qd-7.docx", "--xem-truoc", *on).returncode == 0
    assert commands.run("import", tmp_path / "qd-7.docx", "--dang", *on).returncode == 0
    assert not git(other, "diff", "--stat")
    built = commands.run("build", "--site", tmp_path / "site", *on)
    assert built.returncode == 0, built.stderr

    home = serve(tmp_path / "site")
    page.goto(f"{home}bai-viet/mot-ngay-hop-thu/")
    picture = page.get_by_role("img", name="Hội trường trống")
    assert picture.evaluate("one => one.naturalWidth") > 0
    for place in ("12-qd-hvtn", "7-qd-hvtn", "ve-viec-go-tay"):
        page.goto(f"{home}van-ban/{place}/")
        expect(page.locator("#dieu-2")).to_be_visible()

    assert commands.run("fix", *on).returncode == 0
    git(other, "add", "--all")
    assert "Không có gì để máy sửa" in commands.run("fix", *on).stdout
    assert not git(other, "diff", "--stat")
