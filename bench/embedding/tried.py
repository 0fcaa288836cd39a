"""What the page «Đưa vào cổng khác» advises, done on a real WordPress: pasted by an administrator
and by an author, opened by readers at a desk and with a phone.

Comes in: a folder to work in. Goes out: for each line of advice what came of it. The section is
built for an address of its own, on another site than WordPress.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

from bench.embedding import browsing, cases, wordpress
from bench.embedding.server import section
from bench.embedding.wordpress import ADMINISTRATOR, AUTHOR, WordPress

ROOT = Path(__file__).resolve().parents[2]
PLACE, PAGE = "nhung/xem/van-ban-moi/", "van-ban/11-qd-tw/"
SIZES = {"may-ban": (1280, 800), "dien-thoai": (390, 844)}
HIGHEST = 1000
"""The most WordPress gives to a frame of oEmbed."""
ON = ("wordpress-quan-tri", "wordpress-tac-gia", "giao-dien", "html")
"""Lines of advice that are done on the real thing; «html» in the tests of the suite, on a page that
is nobody's."""


@dataclass(frozen=True)
class Try:
    who: str
    what: str
    """As it is told."""
    form: str
    place: str
    seen: Callable[[Page], str]
    """Waits for what ought to be there; what was found, or a fault."""
    themed: bool = False


@dataclass(frozen=True)
class Outcome:
    what: str
    told: str
    is_right: bool


def run(folder: Path) -> Iterator[Outcome]:
    port = wordpress.free_port()
    site = folder / "chuyen-muc"
    _build(site, port)
    with (
        wordpress.running(folder, port) as portal,
        section(site, port) as root,
        browsing.ordinary() as browser,
    ):
        yield Outcome("WordPress đã chạy", portal.version, True)
        for at, one in enumerate(TRIES):
            address = portal.post(one.who, _pasted(browser, root, site, one))
            address += "&giao-dien=1" if one.themed else ""
            for size in SIZES:
                picture = folder / f"{at}-{one.who}-{one.form}-{size}.png"
                yield _looked(browser, portal, address, one, size, picture)


def _build(site: Path, port: int) -> None:
    door = [sys.executable, str(ROOT / "scripts" / "build.py"), "--site", str(site)]
    command = [*door, "--dia-chi", f"http://127.0.0.1:{port}/"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)


def _pasted(browser: Browser, root: str, site: Path, one: Try) -> str:
    """As it stands in the editor, in the block the advice names."""
    if one.form == "tin":
        return f'<!-- wp:rss {{"feedURL":"{root}theo-doi/van-ban.xml"}} /-->'
    fragment = (site / PLACE / "manh.txt").read_text(encoding="utf-8")
    about = {"root": root, "place": one.place, "title": "Bài nhúng", "height": 600}
    (told,) = cases.snippets(browser, [{"form": one.form, "fragment": fragment, **about}])
    if one.form == "dia-chi":
        return EMBED.format(url=told)
    if one.form == "giao-dien":
        told = told.partition("<!-- Ở mỗi bài: -->")[2]
    return f"<!-- wp:html -->\n{told}\n<!-- /wp:html -->"


EMBED = """<!-- wp:embed {{"url":"{url}","type":"rich"}} -->
<figure class="wp-block-embed is-type-rich"><div class="wp-block-embed__wrapper">
{url}
</div></figure>
<!-- /wp:embed -->"""


def _looked(
    browser: Browser, portal: WordPress, address: str, one: Try, size: str, picture: Path
) -> Outcome:
    width, height = SIZES[size]
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(cases.PATIENCE)
    page.goto(address)
    what = f"{portal.version}, {one.who}, {one.what}, {size}"
    try:
        told, right = one.seen(page), True
        reach = page.evaluate("document.documentElement.scrollWidth")
        if reach > width:
            told, right = f"{told}; tràn ra ngoài màn hình: {reach} điểm ảnh", False
    except Exception as fault:  # what is not there is told, and the others are tried
        told, right = str(fault).partition("\n")[0], False
    page.screenshot(path=picture, full_page=True)
    page.close()
    return Outcome(what, told, right)


def _frame(page: Page) -> Locator:
    frame = page.locator(".entry-content iframe").first
    frame.wait_for(state="visible")
    frame.content_frame.locator(":root.embed-ready").wait_for()
    return frame


def _heights(frame: Locator) -> tuple[float, float]:
    inside = "document.body.getBoundingClientRect().height"
    content: float = frame.content_frame.locator("body").evaluate(f"() => {inside}")
    own: float = frame.evaluate("one => one.clientHeight")
    return own, content


def _as_high_as_its_content(page: Page) -> str:
    frame = _frame(page)
    own, content = _settled(frame, lambda own, content: 0 <= own - content <= 1)
    return f"khung {own:.0f} điểm ảnh, nội dung {content:.0f}"


def _by_oembed(page: Page) -> str:
    frame = _frame(page)
    own, content = _settled(
        frame, lambda own, content: abs(own - min(HIGHEST, content)) <= 1 or content < 200
    )
    if page.locator(".entry-content blockquote").first.is_visible():
        raise AssertionError("đoạn trích còn hiện bên khung")
    link = frame.content_frame.get_by_role("contentinfo").get_by_role("link").first
    link.click()
    page.wait_for_url("http://127.0.0.1:*/**")
    page.go_back()
    _frame(page)
    return f"khung {own:.0f} điểm ảnh, nội dung {content:.0f}; liên kết mở trang đầy đủ"


def _settled(frame: Locator, holds: Callable[[float, float], bool]) -> tuple[float, float]:
    for _ in range(cases.PATIENCE // 50):
        found = _heights(frame)
        if holds(*found):
            return found
        frame.page.wait_for_timeout(50)
    raise AssertionError("khung {:.0f} điểm ảnh, nội dung {:.0f}".format(*_heights(frame)))


def _rung(name: str) -> Callable[[Page], str]:
    def seen(page: Page) -> str:
        found = _frame(page).content_frame.locator("[data-rung]:visible").first
        found.wait_for()
        rung = found.get_attribute("data-rung")
        if rung != name:
            raise AssertionError(f"tự kiểm nói bậc «{rung}», đáng ra «{name}»")
        return f"tự kiểm nói đúng bậc «{rung}»"

    return seen


def _link_alone(page: Page) -> str:
    page.locator(".entry-content a").first.wait_for()
    if page.locator(".entry-content iframe").count():
        raise AssertionError("còn khung")
    return "mất khung, còn liên kết"


def _items(page: Page) -> str:
    items = page.locator(".entry-content li a")
    items.nth(2).wait_for()
    return f"{items.count()} liên kết"


TRIAL = cases.TRIAL
TRIES = (
    Try(ADMINISTRATOR, "thẻ truong-chuan", "phan-tu", PLACE, _as_high_as_its_content),
    Try(ADMINISTRATOR, "thẻ truong-chuan, cả trang", "phan-tu", PAGE, _as_high_as_its_content),
    Try(ADMINISTRATOR, "khung, liên kết, mã nhúng", "khung-ma", PLACE, _as_high_as_its_content),
    Try(ADMINISTRATOR, "tự kiểm", "khung-ma", TRIAL, _rung("phan-tu")),
    Try(AUTHOR, "thẻ truong-chuan", "phan-tu", PLACE, _link_alone),
    Try(AUTHOR, "khung kèm liên kết", "khung", PLACE, _link_alone),
    Try(AUTHOR, "địa chỉ (oEmbed)", "dia-chi", PLACE, _by_oembed),
    Try(AUTHOR, "địa chỉ (oEmbed), cả trang", "dia-chi", PAGE, _by_oembed),
    Try(AUTHOR, "tự kiểm (oEmbed)", "dia-chi", TRIAL, _rung("oembed")),
    Try(AUTHOR, "liên kết, mã ở giao diện", "giao-dien", PLACE, _as_high_as_its_content, True),
    Try(AUTHOR, "khối tin RSS", "tin", PLACE, _items),
    Try(AUTHOR, "danh sách liên kết", "danh-sach", PLACE, _items),
    Try(AUTHOR, "nội dung chép sẵn", "manh", PLACE, _items),
)
