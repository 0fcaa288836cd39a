"""Readers report an error at a page, a clause, a passage, without a server."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import Serve
from playwright.sync_api import Locator, Page, expect
from waiting import ready

DOCUMENT, FIGURES = "van-ban/01-qd-lm/", "tien-do/"
SETTINGS = Path(__file__).parent.parent / "mkdocs.yml"


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/a/b/")


def asked(page: Page) -> Locator:
    """Press «Báo sai sót» of the page."""
    page.get_by_role("link", name="Báo sai sót").click()
    return page.get_by_role("dialog", name="Báo sai sót")


def told(box: Locator) -> str:
    return box.get_by_role("textbox").input_value()


def test_the_page_its_address_and_its_day_are_filled_in(site: str, page: Page) -> None:
    ready(page, f"{site}{DOCUMENT}")
    box = asked(page)
    heading = " ".join(page.get_by_role("heading", level=1).inner_text().split())
    assert told(box).startswith(f"Trang: {heading}\nĐịa chỉ: {site}{DOCUMENT}")
    assert "Bản cập nhật ngày: " in told(box)
    expect(box.get_by_role("textbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)


def test_at_a_clause_the_message_names_it(site: str, page: Page) -> None:
    ready(page, f"{site}{DOCUMENT}")
    mark = page.locator(".document-body .headerlink[href='#dieu-5']")
    mark.focus()
    page.keyboard.press("Enter")
    page.get_by_role("group").get_by_role("button", name="Báo sai sót").click()
    box = page.get_by_role("dialog", name="Báo sai sót")
    assert f"Địa chỉ: {site}{DOCUMENT}#dieu-5\nMục: Điều 5" in told(box)


@pytest.mark.parametrize(
    ("file", "part", "name"),
    [
        ("ti-le", "bieu-do", "Đến ngày 05/3/2026, theo thông tin hiện có"),
        ("cong-bo", "cong-bo", "Số liệu đã công bố, mới nhất của mỗi loại"),
    ],
)
def test_at_a_figure_the_message_names_it_and_the_part_it_stands_in(
    site: str, page: Page, file: str, part: str, name: str
) -> None:
    ready(page, f"{site}{FIGURES}")
    figure = page.locator(".taken").filter(has=page.locator(f"a[href$='{file}.json']"))
    figure.get_by_role("button", name="Báo sai số liệu").click()
    box = page.get_by_role("dialog", name="Báo sai sót")
    assert f"Địa chỉ: {site}{FIGURES}#{part}\nMục: {name}" in told(box)


def test_every_page_with_anything_to_report_writes_to_the_one_receiver(made_up_site: Path) -> None:
    (receiver,) = re.findall(r'^  report: "(.*?)"', SETTINGS.read_text(encoding="utf-8"), re.M)
    pages = [file.read_text(encoding="utf-8") for file in made_up_site.rglob("index.html")]
    found = [
        re.findall(r'data-report="([^"]*)"', page) for page in pages if 'class="tools"' in page
    ]
    assert len(found) > 40
    assert found == [[receiver]] * len(found)
    assert not [page for page in pages if "Báo sai số liệu" in page and "data-report=" not in page]


def test_words_that_are_selected_are_quoted(site: str, page: Page) -> None:
    ready(page, f"{site}{DOCUMENT}")
    words = page.evaluate(
        """() => {
          const one = document.querySelector(".document-body p")
          getSelection().selectAllChildren(one)
          return getSelection().toString().trim()
        }"""
    )
    box = asked(page)
    assert f"Đoạn cần sửa: «{words[:300]}" in told(box)


def test_without_a_receiver_the_message_is_there_to_copy(site: str, page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ready(page, f"{site}{DOCUMENT}")
    box = asked(page)
    assert box.get_by_role("link").all_inner_texts() == ["Gửi tới đâu?"]
    box.get_by_role("button", name="Sao chép").click()
    expect(box.get_by_role("status")).to_contain_text("Đã sao chép")
    assert page.evaluate("navigator.clipboard.readText()") == told(box)


def test_a_receiver_gets_what_the_reader_wrote(site: str, page: Page) -> None:
    def named(route: object) -> None:
        answer = route.fetch()  # type: ignore[attr-defined]
        body = answer.text().replace('data-report=""', 'data-report="van-phong@lang-may.example"')
        route.fulfill(response=answer, body=body)  # type: ignore[attr-defined]

    page.route(f"**/{DOCUMENT}", named)
    ready(page, f"{site}{DOCUMENT}")
    box = asked(page)
    field = box.get_by_role("textbox")
    field.fill(f"{told(box)}Số đúng là 12 & 13.")
    sent = urlsplit(box.get_by_role("link", name="Soạn thư").get_attribute("href") or "")
    assert (sent.scheme, sent.path) == ("mailto", "van-phong@lang-may.example")
    assert parse_qs(sent.query)["body"] == [field.input_value()]


def test_without_script_the_link_leads_to_whom_to_write(
    site: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{site}{DOCUMENT}")
    link = page.get_by_role("link", name="Báo sai sót")
    assert (link.get_attribute("href") or "").endswith("gioi-thieu/lien-he/#sua-sai")
