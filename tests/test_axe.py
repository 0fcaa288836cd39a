"""axe-core finds nothing on any type and state of page, in both themes, at two widths, in frames.

Judged on the real site, on the pages that stand for a type (`gallery/samples.py`), so a new kind is
judged by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import Serve
from playwright.sync_api import Page, expect
from test_browser import DESK
from test_search_page import pretend

from tests.axe import AXE, VIEWS, Eye
from tests.gallery import states
from tests.gallery.samples import Sample, samples

OPEN = Callable[..., Page]
JUDGEMENT = Callable[..., list[str]]
SHORTEN = """() => {
  const kind = one => [
    one.tagName, one.getAttribute("class"), ...one.getAttributeNames().sort(),
    one.textContent.trim() ? "" : "empty",
  ].join(".")
  const seen = new Set()
  for (const many of document.querySelectorAll("tbody, main :is(ul, ol, dl), .document-body"))
    for (const one of [...many.children]) {
      const parts = new Set([one, ...one.querySelectorAll("*")].map(kind))
      const like = [kind(many), ...[...parts].sort()].join(" ")
      if (seen.has(like) && one !== many.firstElementChild) one.remove()
      seen.add(like)
    }
}"""
"""Of rows, items and paragraphs made of the same parts (their classes, attributes, and whether they
say anything) one stays."""
PARTS = 4
"""The pages are judged in so many tests: a red one is found and run again quickly."""


@pytest.fixture(scope="module")
def site(real_site: Path, serve: Serve) -> str:
    """The address of the real site; at the root, where its page for what is missing belongs."""
    return serve(real_site)


def none(faults: list[str]) -> None:
    """No fault, or all of them, a line each."""
    assert not faults, "\n".join(faults)


MEASURED = """() => [...document.querySelectorAll("textarea[readonly]")].every(one => one.value)"""
"""Whoever writes snippets has measured the page in frames that come and go."""


@pytest.fixture
def judge(open_page: OPEN, eye: Eye) -> Callable[..., list[str]]:
    """`judge(address)`: what axe finds there in each theme and width."""
    page = open_page(reduced_motion="reduce")
    page.context.add_init_script(AXE)

    def judge(address: str, prepare: Callable[[Page], Any] = bool) -> list[str]:
        page.set_viewport_size({"width": DESK, "height": 800})
        page.goto(address, wait_until="load")
        page.wait_for_function(MEASURED)
        prepare(page)
        found = []
        for number, (scheme, width) in enumerate(VIEWS):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 800})
            for frame in page.frames:
                frame.wait_for_load_state()
                if not number:
                    frame.evaluate(SHORTEN)
                faults = eye.faults(frame, scheme, width)
                inside = frame.parent_frame is not None and "nhung=" in frame.url
                found += [
                    f"{urlsplit(frame.url).path} ({scheme} {width}): {one}"
                    for one in faults
                    # A part in a portal begins with the level of heading the portal asks for; a
                    # frame is called by its element, what axe reads as its title is the portal's.
                    if not (inside and one.startswith(("page-has-heading-one", "document-title")))
                ]
        return found

    return judge


def test_every_kind_of_entry_and_every_lone_page_is_among_the_judged(
    real_site: Path, sampled: list[Sample]
) -> None:
    judged = {sample.url.partition("/")[0] for sample in sampled}
    folders = {page.parent.name for page in real_site.glob("*/index.html")}
    assert folders - judged == set()
    assert all((real_site / sample.file).is_file() for sample in sampled)


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_on_any_type_of_page_in_both_themes_at_two_widths(
    part: int, site: str, sampled: list[Sample], judge: JUDGEMENT
) -> None:
    none([fault for one in sampled[part::PARTS] for fault in judge(site + one.url)])


DARK, SMALL = "prefers-color-scheme: dark", "max-width: 800px"


@pytest.mark.parametrize(
    ("style", "told"),
    [
        ("", []),
        ("p { color: #991 }", [0, 1, 2, 3]),
        (".b .a { color: #992 }", [0, 1, 2, 3]),
        (".b { background: #555 }", [0, 1, 2, 3]),
        (".b { opacity: .4 }", [0, 1, 2, 3]),
        (f"@media ({DARK}) {{ p + p {{ color: #993 }} }}", [1, 3]),
        (f"@media ({SMALL}) {{ p + p {{ color: #994 }} }}", [2, 3]),
        ("a { color: #006; text-decoration: none }", [0, 1, 2, 3]),
    ],
)
def test_a_colour_is_judged_wherever_it_is_not_as_it_was_judged(
    style: str, told: list[int], serve: Serve, judge: JUDGEMENT, tmp_path: Path
) -> None:
    words = (
        "<p class=a>Chữ<p class=a>Ở giữa chữ <a href=x>nối</a> thế này<div class=b><p class=a>Chữ"
    )
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="vi"><title>Màu</title><link rel="icon" href="data:,">'
        f"<style>{style}</style><main><h1>Màu</h1>{words}</div></main>",
        encoding="utf-8",
    )
    found = "".join(judge(serve(tmp_path)))
    assert [
        at for at, (scheme, width) in enumerate(VIEWS) if f"({scheme} {width})" in found
    ] == told


def test_axe_finds_nothing_on_the_emptiest_page_of_every_kind(
    site: str, sampled: list[Sample], real_site: Path, judge: JUDGEMENT
) -> None:
    others = [one for one in samples(real_site, shortest=True) if one not in sampled]
    none([fault for one in others for fault in judge(site + one.url)])


def test_axe_finds_nothing_in_a_frame_of_another_page(
    site: str, serve: Serve, judge: JUDGEMENT, tmp_path: Path
) -> None:
    frames = "".join(
        f'<iframe src="{site}{url}" title="Cổng: {url}"></iframe>'
        for url in ("", "van-ban/", "truong/thanh-hoa/")
    )
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="vi"><title>Trang khác</title><link rel="icon" href="data:,">'
        "<style>iframe { width: 100%; height: 700px }</style>"
        f"<main><h1>Trang khác</h1>{frames}</main>",
        encoding="utf-8",
    )
    none(judge(serve(tmp_path)))


def test_axe_finds_nothing_on_pages_that_only_editors_see(
    serve: Serve, judge: JUDGEMENT, tmp_path: Path
) -> None:
    preview = serve(states.build("xem-thu", tmp_path))
    seen = [one.url for one in states.STATES if one.site == "xem-thu"]
    none([fault for url in seen for fault in judge(preview + url)])


def unfold_search(page: Page) -> None:
    page.locator("#tim-kiem").fill("quy định")
    expect(page.locator(".suggest [role=option]").first).to_be_visible()
    page.keyboard.press("ArrowDown")


def unfold_header(page: Page) -> None:
    page.locator(".display summary").click()
    page.locator(".menu").evaluate("menu => { menu.open = true }")


@pytest.mark.parametrize("prepare", [unfold_search, unfold_header], ids=["search", "header"])
def test_axe_finds_nothing_where_something_is_unfolded(
    prepare: Callable[[Page], None], site: str, judge: JUDGEMENT
) -> None:
    none(judge(f"{site}nhiem-vu/lai-chau-2-4/", prepare))


def remember_searches(page: Page) -> None:
    words = '{"kept":true,"words":["đội ngũ","11 qđ tw"]}'
    page.evaluate("words => localStorage.setItem('tim-gan-day', words)", words)
    page.reload()
    expect(page.get_by_role("region", name="Tìm gần đây").get_by_role("link")).to_have_count(2)


def lose_the_index(page: Page) -> None:
    page.get_by_role("button", name="Thử lại").wait_for()


SEARCHES = {
    "recent": ("", {}, remember_searches),
    "results": ("?q=quy", {}, None),
    "narrowed": ("?q=quy&nam=2026&truong=thanh-hoa&loai-muc=van-ban", {}, None),
    "reading": ("?q=truwofng", {"reading": "trường"}, None),
    "exact": ("?q=truwofng&dung=1", {}, None),
    "nothing": ("?q=kh%C3%B4ng+c%C3%B3&nam=2020", {"near": ["không cho"]}, None),
    "incomplete": ("?q=quy", {"incomplete": ["Chưa tải được một phần."]}, None),
    "closed": ("?q=quy", {"closed": True}, lose_the_index),
}


@pytest.mark.parametrize("state", list(SEARCHES))
def test_axe_finds_nothing_in_any_state_of_the_page_of_results(
    state: str, site: str, judge: JUDGEMENT
) -> None:
    search, told, prepare = SEARCHES[state]

    def ready(page: Page) -> None:
        pretend(page, **told)
        page.reload()
        (prepare or (lambda page: page.locator(".found__count").wait_for()))(page)

    none(judge(f"{site}tim-kiem/{search}", ready))


def test_axe_finds_nothing_where_words_are_marked(site: str, judge: JUDGEMENT) -> None:
    def ready(page: Page) -> None:
        page.get_by_role("button", name="Chỗ sau").click()

    none(judge(f"{site}van-ban/380-kh-hvctqg/?tim=kh%E1%BA%A3o+s%C3%A1t", ready))
