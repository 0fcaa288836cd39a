"""What the printer gets: documents one can file, and worksheets one can fill in.

Judged on what Chromium prints of the tiny site, read back from the PDF, and on the page as it is
laid out for paper.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import tiny
from conftest import PUBLIC, Serve
from playwright.sync_api import Page, expect
from pypdf import PdfReader

OPEN = Callable[..., Page]
A4 = (595, 842)
"""Points, upright."""
CUT = """() => {
  const right = document.documentElement.clientWidth + 1
  return [...document.querySelectorAll("main *")].filter(one => one.checkVisibility()
    && !one.closest(".unseen") && one.getBoundingClientRect().right > right
  ).map(one => one.outerHTML.slice(0, 80))
}"""
UNSHOWN = """() => [...document.querySelectorAll("nav, button, input, .brand img, .site-footer")]
  .filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80))"""


@pytest.fixture(scope="module")
def site(made_up_site: Path, serve: Serve) -> str:
    return serve(made_up_site, "/chuyen-muc/")


def printed(page: Page, address: str) -> PdfReader:
    """What the browser sends to the printer."""
    page.goto(address, wait_until="load")
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def bare(text: str) -> str:
    """Without spaces: where letters come from two font files, a PDF tells spaces that are none."""
    return "".join(text.split())


def texts(made: PdfReader) -> list[str]:
    """The text of every sheet, without spaces."""
    return [bare(sheet.extract_text()) for sheet in made.pages]


def size(made: PdfReader) -> tuple[int, int]:
    box = made.pages[0].mediabox
    return round(box.width), round(box.height)


ENTRIES = [
    "van-ban/01-qd-lm/",
    "truong/lang-may/",
    "bo-tieu-chi/01-qd-lm/",
    "quy-trinh/cong-nhan/",
    "su-kien/hoi-hoa/",
    "bai-viet/vi-sao-hat/",
    "don-vi/hoi-dong-lang-may/",
    "truong/",
    "tien-do/",
]


@pytest.mark.parametrize("url", ENTRIES)
def test_a_printed_page_says_what_it_is_where_it_stands_and_of_which_day(
    url: str, site: str, page: Page
) -> None:
    made = printed(page, site + url)
    sheets = texts(made)
    assert size(made) == A4
    assert 1 <= len(sheets) <= 6
    for told in (
        "Học viện Chính trị quốc gia Hồ Chí Minh",
        "Xây dựng trường chính trị chuẩn",
        page.locator("h1").inner_text(),
        f"Địa chỉ: {site}{url}",
        "Theo nội dung cập nhật ngày 05/3/2026",
    ):
        assert bare(told) in sheets[0]
    for number, text in enumerate(sheets, 1):
        assert f"Trang{number}/{len(sheets)}" in text
        assert bare(page.title()) in text  # at the foot, so that loose sheets are known
    page.emulate_media(media="print")
    assert page.evaluate(UNSHOWN) == []
    page.set_viewport_size({"width": 658, "height": 900})
    assert page.evaluate(CUT) == []


def test_without_script_paper_tells_the_place_in_the_section(site: str, open_page: OPEN) -> None:
    page = open_page(java_script_enabled=False)
    sheets = texts(printed(page, f"{site}van-ban/01-qd-lm/"))
    assert bare("Địa chỉ trong chuyên mục: /van-ban/01-qd-lm/") in sheets[0]
    assert f"Trang1/{len(sheets)}" in sheets[0]


def test_with_a_public_address_paper_tells_just_that(
    public_site: Path, serve: Serve, page: Page
) -> None:
    sheets = texts(printed(page, f"{serve(public_site)}truong/lang-may/"))
    assert bare(f"Địa chỉ: {PUBLIC}truong/lang-may/") in sheets[0]


def test_sources_are_printed_with_their_addresses_and_clauses_with_their_numbers(
    site: str, page: Page
) -> None:
    school = "".join(texts(printed(page, f"{site}truong/lang-may/")))
    addresses = page.locator("[data-address]").evaluate_all(
        "all => all.map(a => a.dataset.address)"
    )
    assert addresses
    assert [one for one in addresses if f"<{one}>" not in school] == []
    document = "".join(texts(printed(page, f"{site}van-ban/01-qd-lm/")))
    headings = page.locator(".document-body :is(h2, h3)").all_inner_texts()
    assert len(headings) > 1
    assert [one for one in headings if bare(one) not in document] == []


def test_numbers_of_two_digits_hang_inside_the_sheet(site: str, page: Page) -> None:
    page.goto(f"{site}van-ban/01-qd-lm/", wait_until="load")
    page.emulate_media(media="print")
    room, needed = page.evaluate(
        """() => {
          const list = document.createElement("ol"), probe = document.createElement("span")
          probe.textContent = "88. "
          probe.style.whiteSpace = "pre"
          document.querySelector(".document-body").append(list, probe)
          const room = parseFloat(getComputedStyle(list).paddingLeft)
          return [room, probe.getBoundingClientRect().width]
        }"""
    )
    assert room >= needed, "máy in cắt chữ thò ra ngoài lề"


def test_heads_of_tables_are_repeated_and_rows_stay_whole(site: str, page: Page) -> None:
    page.goto(f"{site}truong/", wait_until="load")
    page.evaluate(
        """() => {
          const rows = document.querySelector("tbody")
          for (let times = 0; times < 60; times++)
            rows.append(rows.rows[0].cloneNode(true))
          const long = rows.insertRow()
          for (const word of ["DAU", "GIUA", "CUOI"]) long.insertCell().textContent = word
        }"""
    )
    made = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    sheets = texts(made)
    head = bare("Tỉnh, thành phố Trường Công nhận đạt chuẩn Hợp nhất từ")
    with_rows = [text for text in sheets if "LàngMây" in text]
    assert len(with_rows) > 2
    assert [text for text in with_rows if head not in text] == []
    assert len([text for text in sheets if "DAU" in text and "CUOI" in text]) == 1


PUSHED = """([part, opening, first, more]) => {
  const one = document.querySelector(part)
  one.querySelector(opening).append("MO")
  one.querySelector(first).append("DAU")
  const item = one.querySelector("dd li")
  for (let times = 0; item && times < more; times++) item.after(item.cloneNode(true))
  for (let times = 0; times < 24; times++) {
    const gap = document.createElement("div")
    gap.style.height = "61mm"
    one.parentElement.append(gap, one.cloneNode(true))
  }
}"""


@pytest.mark.parametrize(
    ("url", "part", "opening", "first", "more"),
    [
        ("don-vi/hoi-dong-lang-may/phieu/", ".section", "h2", "tbody th", 0),
        ("van-ban/01-qd-lm/", ".section:has(> #quan-he)", "h2", "dt", 2),
        ("van-ban/01-qd-lm/", ".section:has(> #quan-he)", "h2", "dt", 9),
        ("nhiem-vu/", ".fold", "summary", "tbody th", 0),
        ("quy-trinh/cong-nhan/", ".steps > li", "h3", "dt", 9),
    ],
)
def test_nothing_that_opens_a_part_stays_alone_at_the_foot_of_a_sheet(
    url: str, part: str, opening: str, first: str, more: int, site: str, page: Page
) -> None:
    """Wherever on a sheet a part begins, its first line is on that sheet; of whatever length."""
    page.goto(site + url, wait_until="load")
    page.evaluate(PUSHED, [part, opening, first, more])
    sheets = texts(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))))
    begun = [text.count("MO") for text in sheets]
    assert sum(begun) == 25
    assert begun == [text.count("DAU") for text in sheets]


# Worksheets

SHEETS = {
    "bo-tieu-chi/01-qd-lm/phieu/": 3,
    "bo-tieu-chi/01-qd-lm/tieu-chi-1/phieu/": 3,
    "bo-tieu-chi/01-qd-lm/m1-1-02/phieu/": 3,
    "quy-trinh/cong-nhan/phieu/": 1,
    "don-vi/hoi-dong-lang-may/phieu/": 1,
}
"""Worksheets, and how many boxes every line of them has at least."""


@pytest.mark.parametrize("url", SHEETS)
def test_a_worksheet_lies_on_its_side_and_has_boxes_and_room_to_write(
    url: str, site: str, page: Page
) -> None:
    made = printed(page, site + url)
    assert size(made) == A4[::-1]
    assert len(made.pages) <= 6
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1009, "height": 700})
    rows = page.locator("tbody tr")
    assert rows.count() > 0
    for place in range(rows.count()):
        row = rows.nth(place)
        boxes = row.locator(".boxes > li")
        assert boxes.count() >= SHEETS[url]
        drawn = boxes.first.evaluate("one => getComputedStyle(one, '::before').borderTopWidth")
        assert drawn != "0px"
        last = row.locator("td").last.bounding_box()
        assert last and last["height"] >= 60 and last["width"] >= 80, row.inner_text()
        assert not row.locator("td").last.inner_text().strip()
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("url", SHEETS)
def test_a_worksheet_is_reached_from_its_page_and_leads_back(
    url: str, site: str, open_page: OPEN
) -> None:
    page = open_page(java_script_enabled=False)
    home = url.removesuffix("phieu/")
    page.goto(site + home)
    page.locator(".to-worksheet a").click()
    expect(page).to_have_url(site + url)
    page.locator(".worksheet__how a").first.click()
    expect(page).to_have_url(site + home)


def test_a_worksheet_invents_no_line(made_up_site: Path) -> None:
    """Every chỉ tiêu of it stands on the page of the set; the rest is room."""

    def lines(url: str) -> list[str]:
        html = (made_up_site / url / "index.html").read_text(encoding="utf-8")
        return re.findall(r'<th scope="row">(?:<a [^>]*>)?([^<]+)', html)

    of_set = set(lines("bo-tieu-chi/01-qd-lm"))
    asked = [one for one in lines("bo-tieu-chi/01-qd-lm/phieu") if one != "Chỉ tiêu khác:"]
    assert asked
    assert [one for one in asked if one not in of_set] == []


def test_a_unit_without_duties_has_no_worksheet(made_up_site: Path, tmp_path: Path) -> None:
    url = "don-vi/hoi-phu-huynh/"
    assert (made_up_site / url / "phieu").is_dir()
    content = tiny.lay_out(tmp_path)
    duty = content / "data/nhiem-vu/lm-01-trong-hoa.yml"
    text = duty.read_text(encoding="utf-8")
    duty.write_text(text.replace("phoi_hop: [hoi-phu-huynh]\n", ""), encoding="utf-8")
    edition = tiny.draw(content)
    assert f"{url}phieu/" not in tiny.by_url(edition)
    assert "phieu/" not in tiny.html(edition, url)
