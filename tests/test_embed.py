"""The section inside portals of others, in a real browser as readers have it: the host is another
site, storage in frames is parted. What each portal lets through stands in `bench/embedding/`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from conftest import PATIENCE, PUBLIC
from markupsafe import Markup
from playwright.sync_api import Browser, Error, Frame, Page, Route, expect
from waiting import until

from bench.embedding import browsing, cases, tried
from bench.embedding.portals import PAGE, PORTALS, answered
from bench.embedding.server import Pages, portals, section
from portal.views.embed import oembed
from portal.views.embed.advice import ADVICE, FORMS, Form, Tried
from portal.views.embed.card import Card, Part
from portal.views.embed.files import FRAGMENT, KEPT, fragment
from portal.views.embed.shown import SHOWN
from portal.views.html.anchors import reachable
from portal.views.parts import Anchor, columns, table
from tests import tiny

ARTICLE = "bai-viet/vi-sao-hat/"
HEIGHT = "one => one.getBoundingClientRect().height"
Show = Callable[..., Page]


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Browser]:
    with browsing.launched(browser.browser_type) as ordinary:
        yield ordinary


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with portals() as held:
        yield held


@pytest.fixture(scope="module")
def root(made_up_site: Path) -> Iterator[str]:
    with section(made_up_site) as address:
        yield address


@pytest.fixture
def show(reader: Browser, pages: Pages, root: str) -> Iterator[Show]:
    """`show(content)`: a page of a portal with this in it; `ROOT/` is where the section stands."""
    contexts = []

    def show(content: str, headers: dict[str, str] | None = None, **how: Any) -> Page:
        before, more, around = how.pop("before", ""), how.pop("query", ""), how.pop("around", PAGE)
        context = reader.new_context(**how)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        if before:
            context.add_init_script(before)
        html = around.format(name="Cổng bịa", content=content.replace("ROOT/", root), more="")
        page.goto(pages.put("bai", html, headers) + more)
        return page

    yield show
    for context in contexts:
        context.close()


LOADER = '<script src="ROOT/nhung/v1.js"></script>'


def element(show: str, more: str = "") -> str:
    link = '<a href="ROOT/van-ban/">Văn bản của chuyên mục</a>'
    return f'{LOADER}<truong-chuan xem="{show}"{more}>{link}</truong-chuan>'


def ours(page: Page) -> list[Frame]:
    """Frames that show the section."""
    return [one for one in page.frames if one.url.startswith("http://127.0.0.1")]


def framed(page: Page, at: int = 0) -> Frame:
    """A frame of the page, set up and heard; the one that comes, where another takes its place."""
    until(page, lambda: len(ours(page)) > at)
    frame = ours(page)[at]
    try:
        frame.wait_for_selector(":root.embed-ready")
        frame.wait_for_selector(":root[data-welcomed]", state="attached")
    except Error:
        if frame.is_detached():
            return framed(page, at)
        raise
    return frame


SLACK = 48
"""What `web/embed/height.js` leaves as it is, where a snippet told a height to begin with."""


def whole(page: Page, at: int = 0, more: int = 1) -> None:
    """Until the frame is as high as what it shows."""
    frame = ours(page)[at]
    box = frame.frame_element()

    def fits() -> bool:
        height: float = frame.evaluate("document.body.getBoundingClientRect().height")
        return 0 <= float(box.evaluate(HEIGHT)) - height <= more

    until(page, fits)


# 128 ways


@pytest.fixture(scope="module")
def seen(reader: Browser, pages: Pages, root: str) -> list[cases.Seen]:
    """All of them, looked at once."""
    return list(cases.run(reader, pages, root))


@pytest.mark.parametrize("portal", PORTALS, ids=lambda one: one.name)
def test_every_portal_comes_to_its_rung_and_says_so(portal: Any, seen: list[cases.Seen]) -> None:
    mine = [one for one in seen if one.case.portal is portal]
    assert len(mine) == len({str(one.case) for one in mine}) == 16
    assert not [one for one in mine if not one.is_right], cases.told(mine)


# The loader


def test_an_element_shows_its_part_as_high_as_it_is_and_keeps_its_link(show: Show) -> None:
    page = show(element("van-ban-moi"))
    frame = framed(page)
    expect(frame.get_by_role("heading", name="Văn bản mới")).to_be_visible()
    whole(page)
    expect(page.get_by_role("link", name="Văn bản của chuyên mục")).to_be_visible()
    assert page.locator("iframe").get_attribute("title")


def test_links_become_frames_where_a_theme_loads_the_code_once(show: Show) -> None:
    page = show(
        '<p><a href="ROOT/nhung/xem/so-lieu/">Con số</a></p>'
        f'<p><a href="ROOT/{ARTICLE}?nhung=1">Bài</a></p>'
        '<p><a href="ROOT/van-ban/">Chỉ là liên kết</a></p>' + LOADER
    )
    framed(page, 1)
    assert page.locator("iframe").count() == 2
    assert page.get_by_role("link", name="Bài").get_attribute("href", timeout=PATIENCE)
    for at in (0, 1):
        whole(page, at)


def test_code_loaded_twice_makes_every_frame_once(show: Show) -> None:
    page = show(LOADER + element("so-lieu") + element("van-ban-moi") + LOADER)
    framed(page, 1)
    assert page.locator("iframe").count() == 2


def test_a_frame_with_a_link_behind_it_is_minded_and_the_link_stays_a_link(show: Show) -> None:
    address = "ROOT/nhung/xem/van-ban-moi/?nhung=1"
    page = show(f'<iframe src="{address}"></iframe><p><a href="{address}">Văn bản</a></p>{LOADER}')
    framed(page)
    until(page, lambda: page.locator("iframe").evaluate(HEIGHT) > 200)
    assert page.locator("iframe").count() == 1


def test_an_empty_box_goes_and_the_link_behind_it_takes_its_place(show: Show) -> None:
    page = show(
        '<iframe class="truong-chuan" title="x" width="100%" height="600"></iframe>'
        f'<p><a href="ROOT/nhung/xem/so-lieu/?nhung=1">Con số</a></p>{LOADER}'
    )
    framed(page)
    expect(page.locator("iframe.truong-chuan")).to_have_count(0)
    assert page.locator("iframe").count() == 1


@pytest.mark.parametrize(
    "snippet",
    [
        '<truong-chuan xem=”so-lieu”><a href="ROOT/van-ban/">Liên kết</a></truong-chuan>',
        '<truong-chuan xem="so-lieu" /><p><a href="ROOT/van-ban/">Liên kết</a></p>',
        "<iframe src=”ROOT/nhung/xem/so-lieu/?nhung=1”></iframe>",
        '<a href="ROOT/nhung/xem/so-lieu/?nhung=1&amp;amp;mau=aa0000">Con số</a>',
    ],
    ids=["dấu nháy cong", "thẻ tự đóng", "dấu nháy cong ở khung", "amp hai lần"],
)
def test_a_broken_snippet_shows_what_was_meant(show: Show, snippet: str) -> None:
    page = show(snippet + LOADER)
    frame = framed(page)
    assert "/nhung/xem/so-lieu/" in frame.url
    expect(page.locator("#after")).to_be_visible()


@pytest.mark.parametrize("name", ["khong-co", "hieu-luc/khong-co"])
def test_an_unknown_part_says_so_and_leaves_links(show: Show, name: str) -> None:
    page = show(element(name))
    frame = framed(page)
    expect(frame.get_by_role("heading", name="Không tìm thấy trang")).to_be_visible()
    expect(frame.locator(".site-header")).to_be_hidden()
    expect(page.get_by_role("link", name="Văn bản của chuyên mục")).to_be_visible()


def test_a_name_that_is_none_and_no_link_leave_a_sentence(show: Show) -> None:
    page = show(f'{LOADER}<truong-chuan xem="https://evil.example/"></truong-chuan>')
    expect(page.get_by_text("Phần nhúng chưa hiện được ở đây")).to_be_visible()
    assert page.locator("iframe").count() == 0


@pytest.mark.parametrize(
    "policy", ["frame-src 'self'", "default-src * 'unsafe-inline'; frame-src 'self'"]
)
def test_a_portal_that_forbids_frames_gets_a_sentence_and_the_link(show: Show, policy: str) -> None:
    page = show(element("so-lieu"), {"Content-Security-Policy": policy})
    expect(page.get_by_text("Phần nhúng chưa hiện được ở đây")).to_be_visible()
    expect(page.locator("iframe")).to_be_hidden()
    expect(page.get_by_role("link", name="Văn bản của chuyên mục")).to_be_visible()


def test_a_portal_that_takes_no_foreign_code_at_all_keeps_the_link(show: Show) -> None:
    page = show(element("so-lieu"), {"Cross-Origin-Embedder-Policy": "require-corp"})
    expect(page.get_by_role("link", name="Văn bản của chuyên mục")).to_be_visible()
    assert page.locator("iframe").count() == 0


@pytest.mark.parametrize("answer", ["hỏng", "không trả lời"])
def test_a_section_that_does_not_answer_is_told_and_the_link_stays(
    show: Show, root: str, answer: str
) -> None:
    page = show("<p>Chưa có gì.</p>")
    page.clock.install()

    def broken(route: Route) -> None:
        if answer == "hỏng":
            route.fulfill(status=502, body=answer)
        else:
            route.abort("connectionrefused")

    page.route("**/nhung/xem/**", broken)
    page.evaluate(
        "html => document.querySelector('main').append(document.createRange()"
        ".createContextualFragment(html))",
        element("so-lieu").replace("ROOT/", root),
    )
    page.locator("iframe").wait_for(state="attached")
    shown = "/nhung/" if answer == "hỏng" else "chrome-error:"
    until(page, lambda: len(page.frames) == 2 and shown in page.frames[1].url)
    page.frames[1].wait_for_load_state()
    page.clock.run_for(11_000)
    expect(page.get_by_text("Phần nhúng chưa hiện được ở đây")).to_be_visible()
    expect(page.locator("iframe")).to_be_hidden()


def test_strict_policies_on_style_and_types_change_nothing(show: Show, root: str) -> None:
    policy = f"style-src 'self'; script-src {root}; require-trusted-types-for 'script'"
    page = show(element("so-lieu"), {"Content-Security-Policy": policy})
    framed(page)
    whole(page)


# Pages of others as they are


def test_names_are_understood_as_people_and_editors_write_them(show: Show) -> None:
    told = (
        "So-Lieu",
        " so-lieu/ ",
        "hieu-luc%2F01-qd-lm",
        "nhung/xem/so-lieu",
        "ROOT/nhung/xem/so-lieu/",
    )
    page = show(LOADER + "".join(f'<truong-chuan xem="{one}"></truong-chuan>' for one in told))
    for at in range(len(told)):
        assert re.search(r"/nhung/xem/(so-lieu|hieu-luc/01-qd-lm)/\?", framed(page, at).url)


@pytest.mark.parametrize("how", ["async", "defer", 'type="module"', "sau cùng"])
def test_code_that_comes_whenever_it_likes_makes_the_frame(show: Show, root: str, how: str) -> None:
    late = how == "sau cùng"
    script = "" if late else LOADER.replace("<script", f"<script {how}")
    page = show(script + element("so-lieu").removeprefix(LOADER))
    if how == 'type="module"':  # as browsers ask of modules, the section sends no leave
        expect(page.get_by_role("link", name="Văn bản của chuyên mục")).to_be_visible()
        assert page.locator("iframe").count() == 0
        return
    if late:
        page.evaluate(
            "src => document.head.append(Object.assign(document.createElement('script'), {src}))",
            f"{root}nhung/v1.js",
        )
    framed(page)
    whole(page)


ODD = """<!doctype html><html lang="ar" dir="rtl" style="zoom:2;color-scheme:dark"><head>
<meta charset="utf-8"><title>{name}</title><base href="/khac/"></head>
<body>{content}{more}</body></html>"""


def test_a_page_of_another_base_direction_scheme_and_zoom_shows_the_part(show: Show) -> None:
    page = show(
        element("so-lieu") + '<p><a href="bai-khac/?nhung=1">Bài khác của cổng</a></p>',
        {"Referrer-Policy": "no-referrer"},
        around=ODD,
        color_scheme="dark",
        reduced_motion="reduce",
    )
    frame = framed(page)
    rest = "innerHeight - document.body.offsetHeight"  # in pixels of the frame, whatever its zoom
    until(page, lambda: 0 <= frame.evaluate(rest) <= 1)
    assert frame.evaluate("getComputedStyle(document.body).direction") == "ltr"
    assert page.locator("iframe").count() == 1


XHTML = """<html xmlns="http://www.w3.org/1999/xhtml" lang="vi"><head><title>{name}</title></head>
<body>{content}{more}</body></html>"""


def test_a_page_in_xhtml_shows_the_part(show: Show) -> None:
    page = show(element("so-lieu"), {"Content-Type": "application/xhtml+xml"}, around=XHTML)
    framed(page)
    whole(page)


def test_who_is_not_told_where_it_is_waits_for_the_page_around_to_speak(show: Show) -> None:
    """As in a browser that names no page around, under a policy that names none either."""
    page = show(
        element("so-lieu"),
        {"Referrer-Policy": "no-referrer"},
        before="delete Location.prototype.ancestorOrigins;"
        "Object.defineProperty(location, 'ancestorOrigins', {value: undefined});"
        "Object.defineProperty(Document.prototype, 'referrer', {get: () => ''})",
    )
    framed(page)
    whole(page)


@pytest.mark.parametrize("sandbox", ["allow-scripts", "allow-scripts allow-same-origin"])
def test_a_page_without_an_address_of_its_own_shows_the_part_and_follows_it(
    show: Show, root: str, sandbox: str
) -> None:
    inner = element(f"trang/{ARTICLE}").replace('"', "&quot;")
    page = show(f'<iframe id="trong" sandbox="{sandbox}" srcdoc="{inner}"></iframe>')
    frame = framed(page)
    until(page, lambda: frame.frame_element().evaluate(HEIGHT) > 700)
    frame.get_by_role("link", name="ĐL", exact=True).click()
    until(page, lambda: "thuat-ngu/duong-luoi/" in ours(page)[0].url)
    tall = framed(page)
    box = tall.frame_element()
    until(
        page,
        lambda: 0 <= box.evaluate(HEIGHT) - tall.evaluate("document.body.offsetHeight") <= 1,
    )


def test_a_page_that_draws_itself_anew_keeps_its_parts(show: Show) -> None:
    page = show(element(f"trang/{ARTICLE}"))
    framed(page).get_by_role("link", name="ĐL", exact=True).click()
    page.wait_for_url("**tc=thuat-ngu**")
    page.evaluate("history.pushState({}, '', location.href + '#muc')")
    page.evaluate(
        "() => { const one = document.querySelector('truong-chuan'), at = one.parentElement\n"
        "one.remove(); const made = document.createElement('truong-chuan')\n"
        f"made.setAttribute('xem', 'trang/{ARTICLE}'); at.append(made) }}"
    )
    assert "thuat-ngu/duong-luoi/" in framed(page).url  # as the address of the page says
    whole(page)
    page.evaluate("document.querySelector('truong-chuan').setAttribute('xem', 'so-lieu')")
    until(page, lambda: len(ours(page)) == 1)
    page.evaluate(  # in one go, before the part that leaves says again where it is
        "history.replaceState({}, '', location.pathname)\n"
        "document.querySelector('truong-chuan').setAttribute('xem', 'tim-kiem')"
    )
    until(page, lambda: any("/xem/tim-kiem/" in one.url for one in ours(page)))
    framed(page)
    whole(page)
    assert page.locator("iframe").count() == 1


def test_a_part_in_a_shadow_tree_is_shown(show: Show) -> None:
    page = show(
        LOADER + '<div id="bong"></div><script>bong.attachShadow({mode: "open"}).innerHTML ='
        "'<truong-chuan xem=\"so-lieu\"></truong-chuan>'</script>"
    )
    framed(page)
    whole(page)


def test_a_section_below_a_path_is_shown_and_nothing_beside_it(
    show: Show, made_up_site: Path, serve: Any
) -> None:
    root = serve(made_up_site, "/hoc-vien/chuan/")
    beside = root.removesuffix("chuan/") + "khac/?nhung=1"
    page = show(
        f'<script src="{root}nhung/v1.js"></script><truong-chuan xem="so-lieu"></truong-chuan>'
        f'<a href="{beside}">Trang khác</a><a href="{root}van-ban/?nhung=1">Văn bản</a>'
    )
    assert {framed(page, at).url.partition("?")[0] for at in (0, 1)} == {
        f"{root}nhung/xem/so-lieu/",
        f"{root}van-ban/",
    }
    assert page.locator("iframe").count() == 2


@pytest.mark.parametrize("height", ["999999999", "-5", "cao", "1e9px"])
def test_an_absurd_height_in_a_snippet_gives_no_absurd_frame(show: Show, height: str) -> None:
    page = show(element("so-lieu", f' cao="{height}" loading="lazy"'))
    assert 60 <= page.locator("iframe").evaluate(HEIGHT) <= 30_000
    framed(page)
    whole(page, more=SLACK)


def test_code_copied_to_a_portal_that_takes_no_foreign_code_is_told_where_the_section_is(
    show: Show, root: str, pages: Pages, made_up_site: Path
) -> None:
    code = (made_up_site / "nhung" / "v1.js").read_text(encoding="utf-8")
    own = pages.put("chep/v1.js", code, {"Content-Type": "text/javascript"})
    page = show(
        f'<script src="{own}" data-goc="ROOT/"></script>'
        '<truong-chuan xem="so-lieu"><a href="ROOT/van-ban/">Văn bản</a></truong-chuan>',
        {"Content-Security-Policy": "script-src 'self'"},
    )
    framed(page)
    whole(page)


def test_any_number_of_parts_stands_on_one_page_each_with_its_own_name_in_the_address(
    show: Show,
) -> None:
    page = show(LOADER + '<truong-chuan xem="so-lieu" cao="300"></truong-chuan>' * 40)
    assert page.locator("iframe").count() == 40
    frames = page.locator("iframe").evaluate_all("all => all.map(one => one.src)")
    assert len({re.search(r"ma=(\w+)", one)[1] for one in frames}) == 40  # type: ignore[index]
    assert len(ours(page)) < 40  # those far below wait until somebody comes near
    framed(page)


# The frame's side


def test_a_page_in_a_frame_has_no_head_and_foot_and_at_the_top_it_has(
    show: Show, root: str
) -> None:
    page = show(element(f"trang/{ARTICLE}"))
    frame = framed(page)
    for part in (".site-header", ".site-footer", ".breadcrumb"):
        expect(frame.locator(part).first).to_be_hidden()
    assert frame.locator("meta[name=robots]").get_attribute("content") == "noindex"
    page.goto(f"{root}{ARTICLE}?nhung=1")
    expect(page.locator(".site-header")).to_be_visible()
    expect(page.locator(".embed-foot")).to_have_count(0)


def test_looks_of_the_portal_are_taken_as_far_as_they_can_be_read(show: Show) -> None:
    looks = ' mau="ffee00" chu="co-chan" giao-dien="toi" tieu-de="3"'
    page = show(element(f"trang/{ARTICLE}", looks))
    frame = framed(page)
    style = frame.evaluate(
        "() => { const s = getComputedStyle(document.documentElement); return ["
        "s.getPropertyValue('--link').trim(), s.getPropertyValue('--face').trim(),"
        "document.documentElement.dataset.scheme,"
        "document.querySelector('h1').getAttribute('aria-level')] }"
    )
    assert style[0] == "#ffee00"  # on the dark ground it can be read as it is
    assert "Times" in style[1]
    assert style[2:] == ["dark", "3"]
    light = framed(show(element(f"trang/{ARTICLE}", ' mau="ffee00" giao-dien="sang"')))
    assert light.evaluate("document.documentElement.style.getPropertyValue('--link')") != "#ffee00"


def test_clicks_and_reloads_keep_the_frame_and_its_looks(show: Show) -> None:
    page = show(element(f"trang/{ARTICLE}", ' mau="aa0000"'))
    framed(page).get_by_role("link", name="ĐL", exact=True).click()
    page.wait_for_url("**tc=**")
    frame = page.frames[1]
    frame.wait_for_selector(":root[data-welcomed]", state="attached")
    assert "thuat-ngu/duong-luoi/" in frame.url
    assert "mau=aa0000" in frame.url
    expect(frame.locator(".site-header")).to_be_hidden()
    frame.evaluate("location.reload()")
    frame.wait_for_selector(":root.embed-ready[data-welcomed]", state="attached")
    expect(frame.locator(".site-header")).to_be_hidden()


def test_the_address_of_the_portal_names_the_page_and_opens_it_again(show: Show) -> None:
    page = show(element(f"trang/{ARTICLE}"))
    framed(page).get_by_role("link", name="ĐL", exact=True).click()
    page.wait_for_url("**tc=thuat-ngu**")
    page.reload()
    assert "thuat-ngu/duong-luoi/" in framed(page).url


def test_back_takes_as_many_presses_as_pages_were_read(show: Show) -> None:
    page = show(element(f"trang/{ARTICLE}"))
    framed(page).get_by_role("link", name="ĐL", exact=True).click()
    page.wait_for_url("**tc=thuat-ngu**")
    page.evaluate("window.sameDocument = true")
    page.go_back()
    until(page, lambda: ARTICLE in page.frames[1].url)
    until(page, lambda: "tc=" not in page.url)
    assert page.evaluate("window.sameDocument")


@pytest.mark.parametrize(
    "told", ["//evil.example/", "https://evil.example/", "/../../x", "javascript:x"]
)
def test_an_address_that_names_a_foreign_page_never_leads_there(
    show: Show, root: str, told: str
) -> None:
    page = show(element("so-lieu"), query=f"?tc={told}")
    framed(page)
    assert all(one.url.startswith(root) for one in page.frames[1:])


def test_a_jump_inside_a_frame_moves_the_page_around(show: Show) -> None:
    page = show("<p style='height:200px'></p>" + element("trang/van-ban/01-qd-lm"))
    frame = framed(page)
    whole(page)
    link = frame.locator("a[href^='#']:visible").last
    link.evaluate("one => one.click()")
    until(page, lambda: page.evaluate("scrollY") > 0)
    target = frame.evaluate("document.querySelector(location.hash).getAttribute('tabindex')")
    assert target == "-1"


@pytest.mark.parametrize(
    "sandbox", ["allow-scripts", "allow-scripts allow-same-origin allow-forms"]
)
def test_what_a_sandbox_forbids_is_not_shown_and_its_address_can_be_copied(
    show: Show, sandbox: str
) -> None:
    page = show(element("trang/van-ban/01-qd-lm", f' sandbox="{sandbox}"'))
    frame = framed(page)
    whole(page)
    for button in ("[data-print-text]", "a[href$='.docx']"):
        for one in frame.locator(button).all():
            expect(one).to_be_hidden()
    expect(frame.locator(".embed-foot code")).to_contain_text("/van-ban/01-qd-lm/")
    frame.get_by_role("link", name="Mở trang đầy đủ").click()
    expect(frame.locator(".embed-told")).to_contain_text("không cho khung mở cửa sổ mới")
    assert len(page.context.pages) == 1


def test_who_opens_the_self_test_by_itself_is_told_where_it_belongs(
    root: str, reader: Browser
) -> None:
    page = reader.new_page()
    page.goto(f"{root}nhung/tu-kiem/")
    expect(page.get_by_text("Trang này cần đặt trong một cổng")).to_be_visible()
    expect(page.get_by_text("không chạy mã")).to_be_hidden()
    page.close()


def test_what_was_chosen_in_a_frame_goes_along_to_the_whole_page(show: Show, root: str) -> None:
    page = show(element("trang/van-ban"))
    frame = framed(page)
    frame.evaluate("history.pushState(null, '', location.href + '&loai=quy-dinh')")
    foot = frame.locator(".embed-foot")
    foot.hover()
    expect(foot.locator("code")).to_have_text(f"{root}van-ban/?loai=quy-dinh")
    assert foot.locator("a").get_attribute("href") == f"{root}van-ban/?loai=quy-dinh"


def test_a_search_that_a_sandbox_forbids_is_told_and_leads_to_its_page(show: Show) -> None:
    frame = framed(show(element("tim-kiem", ' sandbox="allow-scripts"')))
    expect(frame.get_by_text("không cho nhập chữ trong khung")).to_be_visible()
    expect(frame.get_by_role("searchbox")).to_be_hidden()
    expect(frame.get_by_role("link", name="Mở trang tìm kiếm")).to_be_visible()


def test_storage_is_told_of_where_something_is_kept(show: Show) -> None:
    kept = framed(show(element("trang/van-ban/01-qd-lm"))).locator(".embed-foot")
    expect(kept).to_contain_text("chỉ dùng trong cổng đang xem")
    refused = show(element("trang/van-ban/01-qd-lm", ' sandbox="allow-scripts"'))
    foot = framed(refused).locator(".embed-foot")
    expect(foot).to_contain_text("không cho phần nhúng này lưu")
    expect(framed(refused).locator("[data-booklet]").first).to_be_hidden()


# WordPress


def test_wordpress_hears_a_height_within_its_limits_and_a_link(show: Show, root: str) -> None:
    wordpress = next(one for one in PORTALS if one.form == "oembed")
    quote = f'<blockquote><p><a href="{root}{ARTICLE}">Bài</a></p></blockquote>'
    html = answered(f'{quote}<iframe src="{root}{ARTICLE}?nhung=1#muc"></iframe>')
    page = show(wordpress.page(html, {"none": None}))
    expect(page.locator("iframe")).to_be_visible()
    expect(page.locator("blockquote")).to_be_hidden()
    assert 200 <= page.locator("iframe").evaluate(HEIGHT) <= 1005
    page.frames[1].get_by_role("link", name="Mở trang đầy đủ").click()
    page.wait_for_function("window.asked")
    assert page.evaluate("window.asked") == f"{root}{ARTICLE}#muc"


# Hostile pages


FLOOD = """([target, many]) => {
  const values = [null, 1, -1, 1e9, NaN, "", "hello", "size", "welcome", {}, [], "x".repeat(999)]
  let seed = 7
  const one = () => values[(seed = seed * 1103515245 + 12345 >>> 0) % values.length]
  const to = target ? frames[0] : window
  const begun = performance.now()
  for (let at = 0; at < many; at++)
    to.postMessage({truongChuan: 1, type: one(), token: one(), height: one(), path: one(),
      title: one(), message: "ready", secret: one(), sandbox: one()}, "*")
  return new Promise(done => {
    const channel = new MessageChannel()
    setTimeout(() => done(performance.now() - begun), 0)
  })
}"""


def test_a_flood_of_messages_moves_neither_the_portal_nor_the_frame(show: Show) -> None:
    page = show(element("so-lieu"))
    frame = framed(page)
    whole(page)
    before = (page.locator("iframe").evaluate(HEIGHT), page.url, frame.content())
    for target in (False, True):
        spent = page.evaluate(FLOOD, [target, 50_000])
        assert spent / 50_000 < 1
    frame.evaluate("new Promise(done => setTimeout(done))")
    marked = re.sub(r' (class|data-\w+)="[^"]*"', "", frame.content())
    assert marked == re.sub(r' (class|data-\w+)="[^"]*"', "", before[2])
    assert (page.locator("iframe").evaluate(HEIGHT), page.url) == before[:2]


def test_a_foreign_frame_cannot_speak_for_the_section(show: Show, pages: Pages) -> None:
    """Not with the token of another, which it might have seen; nor by its own window."""
    evil = pages.put(
        "ac-y",
        """<!doctype html><title>x</title><script>
        addEventListener("message", ({data}) => parent.postMessage(
          {truongChuan: 1, type: "size", token: data, height: 5000}, "*"))</script>""",
    )
    page = show(element("so-lieu") + f'<iframe id="ac-y" src="{evil}"></iframe>')
    framed(page)
    whole(page)
    before = page.locator("iframe").first.evaluate(HEIGHT)
    token = page.evaluate("new URL(document.querySelector('iframe').src).searchParams.get('ma')")
    page.evaluate(
        "token => document.getElementById('ac-y').contentWindow.postMessage(token, '*')", token
    )
    page.evaluate(
        "token => postMessage({truongChuan: 1, type: 'size', token, height: 5000}, '*')", token
    )
    page.evaluate("new Promise(done => setTimeout(done, 0))")
    assert page.locator("iframe").first.evaluate(HEIGHT) == before
    assert page.locator("#ac-y").evaluate(HEIGHT) < 5000


def test_an_absurd_height_is_cut_and_a_wrong_token_not_heard(show: Show) -> None:
    page = show(element("so-lieu"))
    frame = framed(page)
    whole(page)
    before = page.locator("iframe").evaluate(HEIGHT)
    say = """([token, height]) => parent.postMessage(
      {truongChuan: 1, type: "size", token, height}, "*")"""
    frame.evaluate(say, ["wrong", 5000])
    frame.evaluate("new Promise(done => setTimeout(done, 0))")
    assert page.locator("iframe").evaluate(HEIGHT) == before
    token = frame.evaluate("new URLSearchParams(location.search).get('ma')")
    frame.evaluate(say, [token, 1e12])
    until(page, lambda: page.locator("iframe").evaluate(HEIGHT) == 30_000)


# What is drawn


def test_every_line_of_the_register_is_drawn_and_listed(made_up_site: Path) -> None:
    home = made_up_site / "nhung" / "xem"
    listed = json.loads((home / "danh-sach.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in listed["components"]] == [one.name for one in SHOWN]
    for one in listed["components"]:
        assert one["choices"], one["name"]
        for choice in one["choices"]:
            folder = home / one["name"] / choice["id"]
            html = (folder / "index.html").read_text(encoding="utf-8")
            assert '<meta name="robots" content="noindex">' in html
            assert "<script>" not in html
            anchors = re.findall(r'<h\d id="[^"]+"([^>]*)>', html)
            assert all('tabindex="-1"' in more for more in anchors)
            fragment = (folder / "manh.txt").read_text(encoding="utf-8")
            assert set(re.findall(r"</?([a-z0-9]+)", fragment)) <= set(KEPT)
            assert 'href="#' not in fragment
            assert "section.invalid" not in fragment


def test_what_the_section_offers_can_be_shown() -> None:
    """Newest documents and articles, validity, a tiêu chí or chỉ tiêu, their table, a figure, a
    school, the duties of a unit, the search, the self-assessment, boards and calendars; the whole
    section and single pages by their address."""
    assert {one.name for one in SHOWN} >= {
        *("van-ban-moi", "bai-viet-moi", "hieu-luc", "tieu-chi", "mot-chi-tieu", "bang-chi-tieu"),
        *("so-lieu", "truong", "nhiem-vu", "tim-kiem", "tu-ra-soat", "tien-do", "lich"),
    }


def test_every_place_that_can_be_pointed_to_takes_the_focus_without_script(
    made_up_site: Path,
) -> None:
    """Else a jump in a frame of full height moves nothing."""
    asked = 0
    for path in made_up_site.rglob("index.html"):
        article = path.read_text(encoding="utf-8").partition('id="noi-dung"')[2]
        tags = {
            id: tag for tag, id in re.findall(r'(<[a-z0-9]+\b[^<>]*? id="([^"]+)"[^<>]*>)', article)
        }
        for id in {unescape(one) for one in re.findall(r'<a [^>]*?href="#([^"]+)"', article)}:
            if tag := tags.get(id):
                asked += 1
                assert re.search(r' tabindex="|^<(a|button|summary|input) ', tag), (path, tag)
    assert asked > 100


def test_a_place_that_takes_the_focus_already_is_left_as_it_is() -> None:
    told = '<h2 id="a">A</h2><tr id="b" tabindex="0"><a id="c" href="#a">C</a><p class="x">D</p>'
    assert reachable(told) == told.replace('<h2 id="a">', '<h2 id="a" tabindex="-1">')
    assert reachable('<p title="a > b" id="d">') == '<p title="a > b" id="d" tabindex="-1">'
    assert reachable(made := reachable(told)) == made


def test_a_fragment_says_what_its_card_says_and_nothing_that_is_only_read_out() -> None:
    full = Anchor("Xem", "../../../x/")
    nothing = fragment(Card(title="Nhiệm vụ", full=full, empty="Chưa có việc."), "nhung/xem/a/", "")
    assert "<p>Chưa có việc.</p>" in nothing
    cell = (
        '<span class="standing tone-x">Báo chí</span> '
        '<a href="y/">2 nguồn<span class="unseen"> về Trường A</span></a>'
    )
    told = table("Bảng", columns("Theo nguồn"), [(Markup(cell),)])
    made = fragment(Card(title="x", full=full, parts=(Part("B", told),)), "nhung/xem/a/", "")
    assert re.search(r"<td>.*\(báo chí\).* <a [^>]+>2 nguồn</a></td>", made), made


def test_a_part_stays_at_the_ids_its_entry_had(made_up_site: Path) -> None:
    home = made_up_site / "nhung" / "xem"
    for name, old, now in (
        ("truong", "may-trang", "lang-may"),
        ("hieu-luc", "quy-dinh-cu", "01-qd-lm"),
        ("lich/truong", "may-trang", "lang-may"),
    ):
        for file in ("index.html", FRAGMENT):
            assert (home / name / old / file).read_text(encoding="utf-8") == (
                home / name / now / file
            ).read_text(encoding="utf-8")


def test_in_the_place_of_a_withdrawn_entry_a_box_says_so_and_leads_on(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    gone = "thay_doi:\n  - {ngay: 2026-03-01, noi_dung: Rút vì nhầm.}\ntrang_thai: da-rut\n"
    path = content / "data" / "truong" / "doi-gio.yml"
    path.write_text(path.read_text(encoding="utf-8") + gone, encoding="utf-8")
    drawn = {one.path: one.content for one in tiny.draw(content).assets}
    html = drawn["nhung/xem/truong/doi-gio/index.html"].decode()
    assert "Mục này đã rút khỏi chuyên mục" in html
    assert "Rút vì nhầm." in html
    assert 'href="../../../../truong/doi-gio/' in html
    assert "nhung/khung.js" in drawn["truong/doi-gio/index.html"].decode()


def test_a_page_that_moved_is_shown_where_its_old_address_is_embedded(show: Show) -> None:
    page = show(element("trang/van-ban/quy-dinh-cu", ' mau="aa0000"'))
    page.frame_locator("iframe").locator(":root.embed-ready").wait_for()
    until(page, lambda: "/van-ban/01-qd-lm/" in ours(page)[0].url)
    frame = framed(page)
    assert "mau=aa0000" in frame.url
    expect(frame.locator(".site-header")).to_be_hidden()
    whole(page)


def test_without_script_a_part_reads_and_leads_on_inside_its_frame(show: Show) -> None:
    page = show('<iframe sandbox="" src="ROOT/nhung/xem/van-ban-moi/" height="600"></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.get_by_role("heading", name="Văn bản mới")).to_be_visible()
    frame.get_by_role("link").nth(1).click()
    expect(frame.locator("h1")).to_be_visible()


def test_where_the_address_is_known_every_page_says_how_to_show_it(public_site: Path) -> None:
    for place in ("", "van-ban/01-qd-lm/", ARTICLE, "nhung/xem/van-ban-moi/"):
        html = (public_site / place / "index.html").read_bytes()[:150_000].decode()
        told = f'<link rel="alternate" type="{oembed.TYPE}" href="{PUBLIC}{place}oembed.json">'
        assert told in html, place
        answer = json.loads((public_site / place / "oembed.json").read_bytes())
        assert answer["version"] == "1.0"
        assert answer["type"] == "rich"
        assert answer["html"].startswith("<blockquote")
        assert f'src="{PUBLIC}{place}?nhung=1"' in answer["html"]
        assert "#" not in answer["html"]


def test_where_nobody_has_said_the_address_nothing_is_answered(made_up_site: Path) -> None:
    assert not list(made_up_site.rglob("oembed.json"))
    assert oembed.TYPE not in (made_up_site / "index.html").read_text(encoding="utf-8")


# The page «Đưa vào cổng khác»


def test_every_sort_of_portal_has_its_advice_and_every_form_is_advised() -> None:
    assert {form for one in ADVICE for form in (one.form, *one.also)} == set(Form) == set(FORMS)
    assert len({one.id for one in ADVICE}) == len(ADVICE)
    assert all(one.steps and len(set(one.forms.split())) == 1 + len(one.also) for one in ADVICE)
    assert all(one.ask for one in ADVICE)  # what only the administrator of the portal can do


def test_a_line_says_it_was_tried_only_on_what_the_bench_tries() -> None:
    imitated = {one.name for one in PORTALS}
    for one in ADVICE:
        if one.tried is Tried.REAL:
            assert one.id in tried.ON, one.id
        elif one.tried in (Tried.MEASURED, Tried.IMITATED):
            assert one.id in imitated, one.id
        assert bool(one.on) is ("{on}" in one.tried.value), one.id
        assert "{" not in one.basis


def test_who_chooses_gets_a_snippet_that_works_when_it_is_pasted(
    show: Show, root: str, reader: Browser
) -> None:
    page = reader.new_page()
    page.goto(f"{root}nhung/")
    page.get_by_label("Nội dung đưa vào cổng").select_option("hieu-luc")
    page.get_by_label("Mục", exact=True).select_option("01-qd-lm")
    page.get_by_label("Cổng và vai trò").select_option("wordpress-quan-tri")
    told = page.get_by_label("Đoạn mã để dán vào cổng")
    expect(told).to_have_value(re.compile('xem="hieu-luc/01-qd-lm"'))
    expect(
        page.get_by_role("heading", name="WordPress, tôi là quản trị hoặc biên tập")
    ).to_be_visible()
    preview = page.frame_locator(".embedding__preview iframe")
    expect(preview.get_by_role("heading", level=1)).to_be_attached()
    snippet = told.input_value()
    page.get_by_label("Cổng và vai trò").select_option("nukeviet")
    expect(told).to_have_value(re.compile(rf'^<div>[\s\S]*href="{re.escape(root)}van-ban/'))
    page.close()
    pasted = show(snippet)
    framed(pasted)
    whole(pasted, more=SLACK)


SHIFT = """window.shift = 0; new PerformanceObserver(all => {
  for (const one of all.getEntries()) shift += one.value
}).observe({type: "layout-shift", buffered: true})"""


@pytest.mark.parametrize(("advice", "most"), [("html", 0), ("liferay", 0.01)])
def test_a_page_that_shows_a_part_does_not_move_when_it_comes(
    show: Show, root: str, reader: Browser, advice: str, most: float
) -> None:
    """Where the code stands behind the frame, the frame may have been seen before the code ran."""
    page = reader.new_page()
    page.goto(f"{root}nhung/?xem=bang-chi-tieu")
    page.get_by_label("Cổng và vai trò").select_option(advice)
    told = page.get_by_label("Đoạn mã để dán vào cổng")
    expect(told).to_have_value(re.compile(r'xem/bang-chi-tieu|xem="bang-chi-tieu'))
    snippet = told.input_value()
    assert len(re.findall(r"[ \"](?=\d+[ \"])", snippet.partition("cao=")[2])) >= 6, snippet
    page.close()
    for width in (390, 1280):
        size = {"width": width, "height": 2400}  # what follows is in sight
        pasted = show(snippet, viewport=size, before=SHIFT)
        framed(pasted)
        whole(pasted, more=SLACK)
        assert pasted.evaluate("shift") <= most, width


def test_every_part_the_builder_offers_leads_to_a_page(
    root: str, reader: Browser, made_up_site: Path
) -> None:
    page = reader.new_page()
    page.goto(f"{root}nhung/")
    page.get_by_label("Cổng và vai trò").select_option("drupal")
    told = page.get_by_label("Đoạn mã để dán vào cổng")
    for one in SHOWN:
        page.get_by_label("Nội dung đưa vào cổng").select_option(one.name)
        expect(told).to_have_value(re.compile(rf"/nhung/xem/{one.name}/"))
        found = re.fullmatch(rf'<p><a href="{root}([^"]+)">([^<]+)</a></p>', told.input_value())
        assert found, told.input_value()
        html = (made_up_site / found[1] / "index.html").read_text(encoding="utf-8")
        heading = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
        assert heading
        named = unescape(re.sub(r"<[^>]+>", "", heading[1]))
        assert " ".join(named.split()) == unescape(found[2])  # linked by the name it has itself
    page.close()


def test_the_builder_names_a_page_by_its_heading_and_refuses_what_is_none(
    root: str, reader: Browser
) -> None:
    page = reader.new_page()
    page.goto(f"{root}nhung/")
    told = page.get_by_label("Đoạn mã để dán vào cổng")
    status = page.locator(".embedding__result [role=status]")
    page.get_by_label("Nội dung đưa vào cổng").select_option("trang")
    where = page.get_by_label("Địa chỉ trang trong chuyên mục")
    heading = re.search(r"<h1[^>]*>([^<]+)", page.request.get(f"{root}{ARTICLE}").text())
    assert heading
    where.fill(f"{root}{ARTICLE}")
    expect(told).to_have_value(re.compile(rf'/">{re.escape(unescape(heading[1]).strip())}</a>'))
    for address, said in (
        ("https://evil.example/x/", "không thuộc chuyên mục"),
        (f"{root}khong-co/", "không có trang này"),
    ):
        where.fill(address)
        expect(status).to_contain_text(said)
        expect(told).to_have_value("")
    page.get_by_label("Cổng và vai trò").select_option("nukeviet")
    where.fill(f"{root}{ARTICLE}")
    expect(told).to_have_value(re.compile(r"^<p><a href"))  # of a whole page there is no copy
    page.get_by_label("Cổng và vai trò").select_option("joomla")
    expect(
        page.get_by_text(re.compile(r"Chiều cao nên đặt cho khung: \d+ điểm ảnh"))
    ).to_be_visible()
    page.close()


def test_a_portal_that_takes_no_frame_gets_a_list_of_links_or_the_address_of_a_feed(
    root: str, reader: Browser
) -> None:
    page = reader.new_page()
    page.goto(f"{root}nhung/")
    told = page.get_by_label("Đoạn mã để dán vào cổng")
    preview = page.locator(".embedding__preview")
    page.get_by_label("Cổng và vai trò").select_option("nukeviet")
    page.get_by_label("Dạng").select_option("danh-sach")
    expect(told).to_have_value(re.compile(rf'^<ul>\n<li><a href="{re.escape(root)}van-ban/'))
    expect(preview.get_by_role("listitem").first).to_be_visible()
    page.get_by_label("Dạng").select_option("tin")
    expect(told).to_have_value(f"{root}theo-doi/van-ban.xml")
    expect(page.get_by_text("Thêm khối tin RSS có sẵn của cổng")).to_be_visible()
    expect(preview.get_by_role("heading", name="Văn bản")).to_be_visible()
    expect(preview.get_by_role("listitem").first).to_be_visible()
    page.get_by_label("Cổng và vai trò").select_option("drupal")
    expect(told).to_have_value(re.compile(r"^<p><a href"))
    assert page.get_by_label("Dạng").locator("option:not([hidden])").count() == 2
    page.close()


def test_without_script_the_page_tells_every_portal_what_to_do(root: str, reader: Browser) -> None:
    context = reader.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{root}nhung/")
    for one in ADVICE:
        expect(page.get_by_role("heading", name=one.label)).to_be_visible()
    expect(page.get_by_text("?nhung=1").first).to_be_visible()
    context.close()
