"""128 ways in which a portal may show the section, and what is seen of each in a real browser.

Comes in: a browser with its ordinary features, the section's server. Goes out: for every case what
it is expected to come to, and what it came to. What is embedded is the self-test, which names its
own rung; where no frame is left, the link is what counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

from bench.embedding.portals import PORTALS, SANDBOXES, Portal, answered
from bench.embedding.server import Pages
from portal.views.embed import oembed

WEB = Path(__file__).resolve().parents[2] / "web"
TRIAL = "nhung/tu-kiem/"
LINK, STATIC, FRAME, ELEMENT, OEMBED = "lien-ket", "khung-tinh", "khung", "phan-tu", "oembed"
REFUSED = """for (const deed of ["getItem", "setItem", "removeItem"])
  Storage.prototype[deed] = () => { throw new DOMException("refused", "SecurityError") }"""
NAME = "Tự kiểm việc nhúng"
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


def snippets(browser: Browser, wanted: Sequence[Mapping[str, object]]) -> list[str]:
    """As the page «Đưa vào cổng khác» writes them: by its own module, on no network."""

    def answer(route: Route) -> None:
        file = WEB / urlsplit(route.request.url).path.lstrip("/")
        if file.is_file():
            route.fulfill(path=file, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto("http://mo-dun.example/")
    made: list[str] = page.evaluate(
        """all => import('/embed/snippet.js')
             .then(one => all.map(wanted => one.snippet({look: {}, ...wanted})))""",
        wanted,
    )
    page.close()
    return made


def pasted(browser: Browser, root: str, place: str = TRIAL) -> dict[str, str]:
    """What is put into each portal to show a place of the section, by its name."""
    by_address = answered(json.loads(oembed.answer(root, place, NAME))["html"])
    put = [one for one in PORTALS if one.form != OEMBED]
    about = {"root": root, "place": place, "title": NAME, "height": 600}
    made = snippets(browser, [{"form": one.form, **about} for one in put])
    written = {one.name: told for one, told in zip(put, made, strict=True)}
    return {one.name: written.get(one.name, by_address) for one in PORTALS}


def run(browser: Browser, pages: Pages, root: str) -> Iterator[Seen]:
    """A reader of each sort opens all portals at once, each of which shows the self-test in all
    sandboxes: it takes its time to be sure that nobody answers."""
    put = pasted(browser, root)
    for one in PORTALS:
        pages.put(one.name, one.page(put[one.name]), one.headers)
    for storage, script in product((True, False), (True, False)):
        context = browser.new_context(java_script_enabled=script)
        context.set_default_timeout(PATIENCE)
        if not storage:
            context.add_init_script(REFUSED)
        opened = {one.name: context.new_page() for one in PORTALS}
        for name, page in opened.items():
            page.goto(f"{pages.address}{name}", wait_until="commit")
        for case in CASES:
            if (case.storage, case.script) == (storage, script):
                yield Seen(case, *_rung(opened[case.portal.name], case))
        context.close()


def _rung(page: Page, case: Case) -> tuple[str, bool | None]:
    place = page.locator(f"#{case.sandbox}")
    frame = place.locator("iframe[src]").first
    if case.expected == LINK:
        place.get_by_role("link", name=NAME).first.wait_for()
        page.wait_for_load_state()
        return FRAME if frame.is_visible() else LINK, None
    frame.wait_for(state="visible")
    inside = frame.content_frame.locator("[data-rung]:visible").first
    inside.wait_for()
    kept = frame.content_frame.locator("tr", has_text="Lưu lựa chọn").locator("td").first
    keeps = kept.inner_text() == "được" if kept.count() else None
    return str(inside.get_attribute("data-rung")), keeps


def told(seen: Sequence[Seen]) -> str:
    """Those that went wrong, and how many there were."""
    wrong = [
        f"{one.case}: {one.rung}, đáng ra {one.case.expected}" for one in seen if not one.is_right
    ]
    return "\n".join([*wrong, f"{len(seen) - len(wrong)}/{len(seen)} trường hợp đúng bậc"])


def as_data(seen: Sequence[Seen]) -> str:
    return json.dumps([[str(one.case), one.rung, one.keeps] for one in seen], ensure_ascii=False)
