"""128 ways in which a portal may show the section, and what is seen of each in a real browser.

Comes in: a browser with its ordinary features, the section's server. Goes out: for every case what
it is expected to come to, and what it came to. What is embedded is the self-test, which names its
own rung; where no frame is left, the link is what counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route

from bench.embedding.portals import PORTALS, SANDBOXES, Portal, answered
from bench.embedding.server import Pages

WEB = Path(__file__).resolve().parents[2] / "web"
TRIAL = "nhung/tu-kiem/"
LINK, STATIC, FRAME, ELEMENT, OEMBED = "lien-ket", "khung-tinh", "khung", "phan-tu", "oembed"
REFUSED = """for (const deed of ["getItem", "setItem", "removeItem"])
  Storage.prototype[deed] = () => { throw new DOMException("refused", "SecurityError") }"""
AT_ONCE = 16
PATIENCE = 20_000


@dataclass(frozen=True)
class Case:
    portal: Portal
    sandbox: str
    storage: bool
    script: bool

    def __str__(self) -> str:
        told = (self.portal.name, self.sandbox, f"lưu {self.storage:d}", f"mã {self.script:d}")
        return ", ".join(told)

    @property
    def runs(self) -> bool:
        """Whether a script runs in the frame."""
        own = SANDBOXES[self.sandbox] if self.portal.sandboxes else "allow-scripts"
        return self.script and (own is None or "allow-scripts" in own)

    @property
    def expected(self) -> str:
        if not self.portal.shows:
            return LINK
        if self.portal.form == OEMBED:
            return OEMBED if self.script else LINK
        if self.portal.form == ELEMENT and not self.script:
            return LINK
        if not self.runs:
            return STATIC
        return ELEMENT if self.portal.form == ELEMENT else FRAME

    @property
    def keeps(self) -> bool:
        """Whether anything can be kept in the frame."""
        own = SANDBOXES[self.sandbox] if self.portal.sandboxes else "allow-scripts"
        return self.storage and (own is None or "allow-same-origin" in own)


@dataclass(frozen=True)
class Seen:
    case: Case
    rung: str
    keeps: bool | None
    """What the self-test says of storage; none where it says nothing."""

    @property
    def is_right(self) -> bool:
        right = self.rung == self.case.expected
        return right and self.keeps in (None, self.case.keeps)


CASES = tuple(
    Case(portal, sandbox, storage, script)
    for storage, script, portal, sandbox in product(
        (True, False), (True, False), PORTALS, SANDBOXES
    )
)


def snippet(browser: Browser, form: str, root: str, place: str, title: str, height: int) -> str:
    """As the page «Đưa vào cổng khác» writes it: by its own module, on no network."""

    def answer(route: Route) -> None:
        file = WEB / urlsplit(route.request.url).path.lstrip("/")
        if file.is_file():
            route.fulfill(path=file, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto("http://mo-dun.example/")
    wanted = {"form": form, "root": root, "place": place, "title": title, "height": height}
    made: str = page.evaluate(
        "wanted => import('/embed/snippet.js').then(one => one.snippet({...wanted, look: {}}))",
        wanted,
    )
    page.close()
    return made


def pasted(browser: Browser, portal: Portal, root: str, place: str = TRIAL) -> str:
    """What is put into a portal to show a place of the section."""
    if portal.form != OEMBED:
        return snippet(browser, portal.form, root, place, "Tự kiểm việc nhúng", 600)
    quote = f'<blockquote><p><a href="{root}{place}">Tự kiểm việc nhúng</a></p></blockquote>'
    return answered(f'{quote}<iframe src="{root}{place}?nhung=1"></iframe>')


def run(browser: Browser, pages: Pages, root: str, cases: Sequence[Case] = CASES) -> Iterator[Seen]:
    snippets = {portal.name: pasted(browser, portal, root) for portal in PORTALS}
    for storage, script in product((True, False), (True, False)):
        context = browser.new_context(java_script_enabled=script)
        context.set_default_timeout(PATIENCE)
        if not storage:
            context.add_init_script(REFUSED)
        mine = [one for one in cases if (one.storage, one.script) == (storage, script)]
        for start in range(0, len(mine), AT_ONCE):
            yield from _seen(context, pages, snippets, mine[start : start + AT_ONCE])
        context.close()


def _seen(
    context: BrowserContext, pages: Pages, snippets: dict[str, str], cases: Sequence[Case]
) -> Iterator[Seen]:
    """Several at once: each takes its time to be sure that nobody answers."""
    opened = []
    for case in cases:
        html = case.portal.page(snippets[case.portal.name], SANDBOXES[case.sandbox])
        address = pages.put(f"{case.portal.name}-{case.sandbox}", html, case.portal.headers)
        page = context.new_page()
        page.goto(address)
        opened.append(page)
    for case, page in zip(cases, opened, strict=True):
        yield Seen(case, *_rung(page, case))
        page.close()


def _rung(page: Page, case: Case) -> tuple[str, bool | None]:
    frame = page.locator("iframe[src]")
    if case.expected not in (LINK,):
        frame.first.wait_for(state="visible")
        inside = page.frame_locator("iframe[src]").locator("[data-rung]:visible")
        inside.first.wait_for()
        kept = page.frame_locator("iframe[src]").locator("tr", has_text="Lưu lựa chọn")
        keeps = kept.locator("td").first.inner_text() == "được" if kept.count() else None
        return str(inside.first.get_attribute("data-rung")), keeps
    link = page.get_by_role("link", name="Tự kiểm việc nhúng")
    link.first.wait_for()
    return (LINK if not frame.first.is_visible() else FRAME) if frame.count() else LINK, None


def told(seen: Sequence[Seen]) -> str:
    """Those that went wrong, and how many there were."""
    wrong = [
        f"{one.case}: {one.rung}, đáng ra {one.case.expected}" for one in seen if not one.is_right
    ]
    return "\n".join([*wrong, f"{len(seen) - len(wrong)}/{len(seen)} trường hợp đúng bậc"])


def as_data(seen: Sequence[Seen]) -> str:
    return json.dumps([[str(one.case), one.rung, one.keeps] for one in seen], ensure_ascii=False)
