"""Every page of a site, opened in Chromium by a reader who wants to know whether anything runs.

In: a built site and the strings it was built with. Out: what ran, was fetched from elsewhere, broke
or stands in a page that should not. Over HTTP under a strict policy whose reports are read; from
the disk without any policy. On paper too; every string is typed into the field and asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Thread
from urllib.parse import quote, urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, expect
from playwright.sync_api import Error as BrowserFault

from bench.hostile.strings import MARK
from portal.views.assess import alone
from tests.hosts import HOST, Server, StaticHandler

POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
PATIENCE = 15_000
HOOKS = f"""(() => {{
  const tell = what => globalThis.caught(String(what))
  for (const name of ["alert", "confirm", "prompt"])
    window[name] = word => tell(`${{name}}(${{word}})`)
  Object.defineProperty(window, "{MARK}", {{set: () => tell("{MARK} đã được đặt")}})
  addEventListener("securitypolicyviolation", event =>
    tell(`chính sách chặn ${{event.effectiveDirective}}: ${{event.blockedURI}} ${{event.sample}}`))
}})()"""
"""Before any script of the page: whatever a payload can do is told."""
SCAN = """root => {
  const found = []
  const live = /^\\s*(javascript|vbscript|data):(?!,$)/i
  const attribute = /^on|^style$|^srcdoc$|^formaction$/i
  const leads = /^(href|src|action|data|poster|cite|background|xlink:href)$/i
  const element = /^(base|iframe|frame|object|embed|applet|style|math|noscript|template)$/
  const told = one => one.cloneNode(false).outerHTML.slice(0, 160)
  for (const one of (root ?? document).querySelectorAll("*")) {
    for (const {name, value} of one.attributes)
      if (attribute.test(name) || (leads.test(name) && live.test(value))) found.push(told(one))
    const kind = one.localName, isData = /json/.test(one.type)
    if (element.test(kind)) found.push(told(one))
    if (kind === "script" && !one.src && !isData) found.push(told(one))
    if (kind === "script" && isData) JSON.parse(one.textContent)
    if (kind === "meta" && one.httpEquiv && /(javascript|data):/i.test(one.content))
      found.push(told(one))
  }
  return found
}"""
"""What may not stand in any page, and machine-readable parts that no machine can read."""
OWN = f"""own => {{
  const all = document.querySelectorAll(own)
  if (all.length !== 3) return [`${{all.length}} phần mã, kiểu chữ, lời khi không có mã; phải là 3`]
  for (const one of all) one.remove()
  return ({SCAN})(document).filter(told => !told.includes("data-skeleton"))
}}"""
"""The same of a page whose own style and script stand in it, and a word for who has none."""
UNOPENED = f"""text => ({SCAN})(new DOMParser().parseFromString(text, "text/html"))"""
"""The same of a page that would lead on at once."""
MOVED = 'http-equiv="refresh"'
PAPER = "dispatchEvent(new Event('beforeprint'))"
TYPED = """(box, text) => {
  box.focus()
  box.value = text
  box.dispatchEvent(new Event("input", {bubbles: true}))
}"""


@dataclass
class Witness:
    """What pages did that no page may do, by address."""

    found: list[tuple[str, str]] = field(default_factory=list)
    pages: int = 0
    at: str = ""

    def tell(self, what: str) -> None:
        if (self.at, what) not in self.found:
            self.found.append((self.at, what))

    def watch(self, context: BrowserContext) -> Page:
        context.set_default_timeout(PATIENCE)
        context.expose_function("caught", self.tell)
        context.add_init_script(HOOKS)
        context.on("request", lambda request: self._asked(request.url))
        context.on("weberror", lambda error: self.tell(f"mã bị lỗi: {error.error}"))
        context.on("console", self._heard)
        context.on("dialog", self._answer)
        page = context.new_page()
        context.on("page", lambda _: self.tell("mở cửa sổ khác"))
        return page

    def _heard(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.tell(f"báo lỗi: {said.text[:120]}")

    def _asked(self, url: str) -> None:
        place = urlsplit(url)
        if place.scheme not in ("data", "blob", "file") and place.hostname != HOST:
            self.tell(f"gọi ra ngoài: {url}")

    def _answer(self, dialog: Dialog) -> None:
        self.tell(f"hộp thoại: {dialog.message}")
        dialog.dismiss()


class _Strict(StaticHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@contextmanager
def strictly(site: Path) -> Iterator[str]:
    """The site as the strictest server would send it; its address."""
    handler = partial(_Strict, directory=str(site), mount="/")
    with Server((HOST, 0), handler) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://{HOST}:{server.server_port}/"
        server.shutdown()


def walk(browser: Browser, base: str, site: Path, files: Iterable[str]) -> Witness:
    """Each page on the screen and on paper; `files` below the site."""
    witness = Witness()
    context = browser.new_context(locale="vi-VN")
    page = witness.watch(context)
    for path in files:
        witness.at = path
        text = (site / path).read_text(encoding="utf-8")
        if MOVED in text:
            for what in page.evaluate(UNOPENED, text):
                witness.tell(f"trong trang có {what}")
        else:
            _look(page, base + quote(_asked_for(path, base)), witness)
        witness.pages += 1
    context.close()
    return witness


def _look(page: Page, address: str, witness: Witness) -> None:
    try:
        page.goto(address, wait_until="load")
        for what in page.evaluate(SCAN):
            witness.tell(f"trong trang có {what}")
        page.emulate_media(media="print")
        page.evaluate(PAPER)
        page.emulate_media(media="screen")
    except BrowserFault as fault:
        witness.tell(f"không mở được: {fault.message.splitlines()[0]}")


def _asked_for(path: str, base: str) -> str:
    """A server is asked for the folder, the disk for the file."""
    return path if base.startswith("file:") else path.removesuffix("index.html")


def ask(browser: Browser, base: str, strings: Mapping[str, str]) -> Witness:
    """Each string typed into the field of a page, then asked for on the page of results."""
    witness = Witness()
    context = browser.new_context(locale="vi-VN")
    page = witness.watch(context)
    index = "index.html" if base.startswith("file:") else ""
    for name, text in strings.items():
        witness.at = f"tìm «{name}»"
        words = text.encode("utf-8", "replace").decode()
        try:
            _suggested(page, f"{base}van-ban/{index}", words)
            _answered(page, f"{base}tim-kiem/{index}?q={quote(words)}", words)
        except (BrowserFault, AssertionError) as fault:
            witness.tell(f"không trả lời: {str(fault).splitlines()[0]}")
        for what in page.evaluate(SCAN):
            witness.tell(f"trong trang có {what}")
        witness.pages += 1
    context.close()
    return witness


def _suggested(page: Page, address: str, words: str) -> None:
    page.goto(address, wait_until="load")
    page.locator("#tim-kiem").evaluate(TYPED, words)
    if words.strip():
        panel = page.locator(".search .suggest")
        expect(panel).to_be_visible(timeout=PATIENCE)
        expect(panel.locator(".suggest__told")).not_to_have_text("Đang tìm…", timeout=PATIENCE)
    for what in page.evaluate(SCAN):
        raise AssertionError(f"trong gợi ý có {what}")


def _answered(page: Page, address: str, words: str) -> None:
    page.goto(address, wait_until="load")
    shown = ".found__count" if words.strip() else ".finder__indexes"
    expect(page.locator(shown)).to_be_visible(timeout=PATIENCE)


def files_of(site: Path) -> list[str]:
    """The path of every page to be read in place; the one for what is missing only works where it
    was built for."""
    files = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return [path for path in files if path not in ("404.html", alone.PATH)]


def taken_away(browser: Browser, site: Path) -> Witness:
    """The one file with all of its script and style inside, opened from the disk: nothing of the
    content may run in it."""
    witness = Witness(at=alone.PATH, pages=1)
    context = browser.new_context(locale="vi-VN")
    page = witness.watch(context)
    try:
        page.goto((site / alone.PATH).resolve().as_uri(), wait_until="load")
        expect(page.locator("[data-loading]")).to_have_count(0, timeout=PATIENCE)
        for what in page.evaluate(OWN, "head > style, body > script, noscript"):
            witness.tell(f"trong trang có {what}")
    except (BrowserFault, AssertionError) as fault:
        witness.tell(f"không mở được: {str(fault).splitlines()[0]}")
    context.close()
    return witness
