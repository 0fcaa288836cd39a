"""The desk as an editor has it, in a real browser; one server for all."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import edit
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect
from test_editor_arrivals import BODY
from test_editor_desk import ANSWER, TERM, small
from test_intake import docx

from portal.editor.desk import Desk
from portal.editor.drafts import FOLDER
from portal.editor.routes import Routes
from portal.editor.server import Server
from portal.moving.at_desk import AtDesk

TERM_KEY, ANSWER_KEY = "/muc/thuat-ngu/hop-thu", "/muc/hoi-dap/hop-thu-la-gi"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path]]:
    content = small(tmp_path_factory.mktemp("ban"))
    server = Server()
    made = Desk(content, date(2026, 3, 5), edit.clock)
    packer = edit.Packer(content, "2026-03-05", tmp_path_factory.mktemp("goi"))
    mover = AtDesk(content, date(2026, 3, 5))
    server.routes = Routes(made, edit.assets(), lambda place: ("", ""), packer=packer, mover=mover)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server, content
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(desk: tuple[Server, Path], browser: Browser) -> Iterator[Page]:
    """Let in, with no draft of an earlier test; whatever the browser complains of is a failure."""
    server, content = desk
    for draft in (content / FOLDER).glob("*.*"):
        draft.unlink()
    (content / "data/thuat-ngu/hop-thu.yml").write_text(TERM, encoding="utf-8", newline="\n")
    answer = content / "docs/hoi-dap/hop-thu-la-gi.md"
    answer.write_text(ANSWER, encoding="utf-8", newline="\n")
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_address[1]}")
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda one: said.append(str(one)))
    foreign: list[str] = []
    page.on("request", lambda one: None if "127.0.0.1" in one.url else foreign.append(one.url))
    page.goto(server.guard.address)
    yield page
    context.close()
    assert not [one for one in said if "409" not in one]
    assert not foreign


def test_an_editor_finds_an_entry_changes_one_thing_and_saves(
    desk: tuple[Server, Path], page: Page
) -> None:
    page.get_by_role("searchbox").fill("hop thu la")
    expect(page.get_by_role("status")).to_have_text("1 mục")
    page.get_by_role("link", name="Họp thử là gì").click()
    page.get_by_label("Tiêu đề").fill("Họp thử: là gì")
    expect(page.locator("[data-kept]")).to_contain_text("Đã giữ bản viết dở")
    page.keyboard.press("Control+s")
    expect(page.locator("[data-told]")).to_have_text("Đã lưu vào tệp.")
    told = (desk[1] / "docs/hoi-dap/hop-thu-la-gi.md").read_text(encoding="utf-8")
    assert told == ANSWER.replace("Họp thử là gì", '"Họp thử: là gì"')


@contextmanager
def script_held(page: Page) -> Iterator[None]:
    """What is done inside is done before the desk's script has come."""
    held: list[Route] = []
    page.route("**/desk.js*", lambda route: held.append(route))
    yield
    for route in held:
        route.continue_()
    page.unroute("**/desk.js*")


def test_what_is_typed_before_the_script_comes_is_kept_found_and_sent(page: Page) -> None:
    with script_held(page):
        page.goto(ANSWER_KEY, wait_until="commit")
        page.get_by_label("Tiêu đề").fill("Gõ trước khi máy kịp nghe")
    expect(page.locator("[data-kept]")).to_contain_text("Đã giữ bản viết dở")
    with script_held(page):
        page.goto("/", wait_until="commit")
        page.get_by_role("searchbox").fill("hop thu la")
    expect(page.get_by_role("status")).to_have_text("1 mục")
    with script_held(page):
        page.goto("/nhap-tep", wait_until="commit")
        word = {"name": "Kế hoạch 12.docx", "mimeType": "", "buffer": docx(BODY)}
        page.locator("[data-arrival]").set_input_files(word)  # type: ignore[arg-type]
    expect(page.get_by_text("12-KH/HVTN")).to_be_visible()


def test_a_page_left_alone_says_of_no_field_that_it_changed(page: Page) -> None:
    page.add_init_script(
        """globalThis.changed = []
        for (const event of ["input", "change"])
          addEventListener(event, ({ target }) => changed.push(target.name))"""
    )
    for place in PLACES:
        page.goto(place)
        assert page.evaluate("changed") == [], place


def test_a_list_grows_moves_and_a_reference_is_found_by_its_title(
    desk: tuple[Server, Path], page: Page
) -> None:
    page.goto(TERM_KEY)
    names = page.get_by_role("group", name="Cách gọi khác")
    names.get_by_role("button", name="Thêm").click()
    page.keyboard.type("phiên thử")
    names.get_by_role("button", name="Đưa lên: Cách gọi khác (mới)").click()
    page.get_by_text("Thêm điều khác").first.click()
    related = page.locator(".d-ref input").first
    related.fill("bao bia dua")
    expect(page.locator(".d-ref [role=option]")).to_have_count(1)
    related.press("ArrowDown")
    related.press("Enter")
    expect(related).to_have_value("bao-bia")
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("[data-told]")).to_have_text("Đã lưu vào tệp.")
    told = (desk[1] / "data/thuat-ngu/hop-thu.yml").read_text(encoding="utf-8")
    assert told == TERM.replace("thử, họp nháp", "thử, phiên thử, họp nháp")


def test_words_of_word_are_pasted_clean_and_marked_by_the_toolbar(page: Page) -> None:
    page.goto(ANSWER_KEY)
    body = page.get_by_role("textbox", name="Nội dung")
    body.evaluate("one => one.setSelectionRange(one.value.length, one.value.length)")
    body.evaluate(
        """one => {
            const data = new DataTransfer()
            data.setData("text/html", "<p class=MsoNormal>Từ <b>Word</b><o:p></o:p></p>")
            data.setData("text/plain", "Từ Word")
            const what = { clipboardData: data, cancelable: true }
            one.dispatchEvent(new ClipboardEvent("paste", what))
        }"""
    )
    expect(body).to_have_value("Đoạn một.\n\nĐoạn hai.Từ **Word**")
    body.evaluate("one => one.setSelectionRange(0, 4)")
    page.get_by_role("button", name="Đậm").click()
    expect(body).to_have_value("**Đoạn** một.\n\nĐoạn hai.Từ **Word**")


def test_what_was_typed_comes_back_after_the_browser_was_closed(
    desk: tuple[Server, Path], page: Page
) -> None:
    page.goto(TERM_KEY)
    page.get_by_label("Tiêu đề").fill("Gõ dở rồi tắt máy")
    expect(page.locator("[data-kept]")).to_contain_text("Đã giữ")
    page.goto("/dang-do")
    page.get_by_role("link", name="Họp thử", exact=True).click()
    expect(page.get_by_label("Tiêu đề")).to_have_value("Gõ dở rồi tắt máy")
    page.get_by_role("button", name="Bỏ bản đang viết").click()
    expect(page.get_by_label("Tiêu đề")).to_have_value("Họp thử")


def test_a_fault_leads_to_its_field_by_keyboard(page: Page) -> None:
    page.goto(ANSWER_KEY)
    page.get_by_role("group", name="Nguồn").get_by_role("combobox").fill("khong-co")
    page.get_by_role("button", name="Kiểm tra").click()
    expect(page.locator("[data-told]")).to_be_focused()
    page.locator(".d-found a").first.press("Enter")
    expect(page.get_by_role("group", name="Nguồn").locator(":focus")).to_have_count(1)


def test_a_word_file_is_handed_in_looked_at_and_opened_as_a_draft(page: Page) -> None:
    page.goto("/nhap-tep")
    word = {"name": "Kế hoạch 12.docx", "mimeType": "", "buffer": docx(BODY)}
    page.get_by_label("Tệp cần nhập").set_input_files(word)  # type: ignore[arg-type]
    expect(page.get_by_text("12-KH/HVTN")).to_be_visible()
    page.get_by_role("button", name="Nhập thành mục nháp").click()
    expect(page.locator("[data-told]")).to_contain_text("Đã nhập thành mục nháp")
    expect(page.get_by_label("Số, ký hiệu")).to_have_value("12-KH/HVTN")


def test_a_picture_is_put_in_with_the_words_instead_of_it(
    desk: tuple[Server, Path], page: Page
) -> None:
    page.goto(ANSWER_KEY)
    page.get_by_role("button", name="Ảnh").click()
    dialog = page.get_by_role("dialog", name="Thêm ảnh")
    shot = {"name": "Sơ đồ 1.PNG", "mimeType": "image/png", "buffer": page.screenshot()}
    dialog.get_by_label("Ảnh (").set_input_files(shot)  # type: ignore[arg-type]
    dialog.get_by_label("Lời thay ảnh").fill("Sơ đồ [thử]")
    dialog.get_by_role("button", name="Chèn ảnh").click()
    body = page.get_by_role("textbox", name="Nội dung")
    expect(body).to_have_value(re.compile(r"!\[Sơ đồ \\\[thử\\\]\]\(tep/so-do-1\.png\)"))
    assert (desk[1] / "docs/tep/so-do-1.png").is_file()


PLACES = (
    *("/", TERM_KEY, "/chu/thuat-ngu/hop-thu", "/loi", "/moi"),
    *("/nhap-tep", "/da-lam", "/gui", "/dang-do", "/danh-muc", "/goi"),
    *("/doi/nguon/bao-bia", "/da-doi"),
)


def test_screens_have_no_barrier_and_fit_a_telephone(page: Page) -> None:
    for place in PLACES:
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(place)
        no_barrier(page, place)


DARK = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""What another set of colours can spoil."""


def test_an_entry_is_moved_after_a_look_and_moved_back(
    desk: tuple[Server, Path], page: Page
) -> None:
    page.goto(ANSWER_KEY)
    page.get_by_role("link", name="Đổi địa chỉ, gỡ").click()
    page.get_by_label("Tên mới trong địa chỉ").fill("ten-khac")
    page.get_by_role("button", name="Xem sẽ đổi gì").first.click()
    expect(page.locator("[data-told]")).to_contain_text("chưa ghi gì")
    no_barrier(page, "doi-xem")
    page.get_by_role("button", name="Làm", exact=True).click()
    expect(page.locator("[data-told]")).to_have_text("Đã làm.")
    assert (desk[1] / "docs/hoi-dap/ten-khac.md").is_file()
    page.get_by_role("button", name="Hoàn lại").click()
    expect(page.locator("[data-told]")).to_have_text("Đã hoàn lại.")
    assert not (desk[1] / "docs/hoi-dap/ten-khac.md").exists()


def test_two_editors_see_what_was_joined_and_choose_the_rest(
    desk: tuple[Server, Path], page: Page
) -> None:
    page.goto(ANSWER_KEY)
    body = page.get_by_role("textbox", name="Nội dung", exact=True)
    body.fill("Đoạn một của tôi.\n\nĐoạn hai.")
    expect(page.locator("[data-kept]")).to_contain_text("Đã giữ")
    file = desk[1] / "docs/hoi-dap/hop-thu-la-gi.md"
    theirs = ANSWER.replace("Đoạn một.", "Đoạn một của họ.").replace("hai.", "hai.\n\nĐoạn ba.")
    file.write_text(theirs, encoding="utf-8", newline="\n")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_text("Giữ cả hai, bản của tôi trước").click()
    no_barrier(page, "ghep")
    page.get_by_role("button", name="Ghép").click()
    expect(body).to_have_value("Đoạn một của tôi.\n\nĐoạn một của họ.\n\nĐoạn hai.\n\nĐoạn ba.")
    page.get_by_role("button", name="Bỏ bản đang viết").click()
    assert file.read_text(encoding="utf-8") == theirs


def no_barrier(page: Page, place: str) -> None:
    folds = 1 if place == "/danh-muc" else 99  # they are all alike there, and long
    page.evaluate(
        "most => [...document.querySelectorAll('details')].slice(0, most)"
        ".forEach(one => { one.open = true })",
        folds,
    )
    for scheme, rules in (("light", None), ("dark", DARK)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options=rules)
        assert not found.response["violations"], place + found.generate_report()
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390, place
