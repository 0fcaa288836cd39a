"""What a reader asks of a page first is answered on the first screen of a phone: whether a document
holds, how a school stands, until when a duty runs.

The state stands in the head of a page, or in the first of its lines. Pages that have it in the head
differ only in what stands above it: of these the ones with the longest titles are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from conftest import Serve
from lxml import html
from playwright.sync_api import Page

from portal.kinds.document import Document
from portal.kinds.duty import Duty
from portal.kinds.school import School

OPEN = Callable[..., Page]
WIDTH, HEIGHT = 390, 844
LINE = 24
"""Of an answer of several lines the first is seen."""
STATE = ".page-header .badges li, .article .facts dd"
TOP = f"document.querySelector('{STATE}')?.getBoundingClientRect().top ?? Infinity"
LONGEST = 3


def looked_at(site: Path, kind: str) -> Iterator[str]:
    """Those without a state in the head, and of the others those with the longest titles."""
    in_head: list[tuple[int, str]] = []
    for file in sorted(site.glob(f"{kind}/*/index.html")):
        page = html.document_fromstring(file.read_text(encoding="utf-8"))
        if not page.xpath("//article[contains(@class, 'entry--')]"):
            continue
        url = f"{file.parent.relative_to(site).as_posix()}/"
        if page.xpath("//header[@class='page-header']/ul/li"):
            in_head.append((len(page.xpath("//h1")[0].text_content()), url))
        else:
            yield url
    yield from (url for _, url in sorted(in_head)[-LONGEST:])


def test_the_state_of_every_document_school_and_duty_is_seen_at_once(
    real_site: Path, serve: Serve, open_page: OPEN
) -> None:
    address = serve(real_site)
    page = open_page(java_script_enabled=False, viewport={"width": WIDTH, "height": HEIGHT})
    urls = [url for kind in (Document, School, Duty) for url in looked_at(real_site, kind.KIND)]
    assert len(urls) > 3 * LONGEST
    below = []
    for url in urls:
        page.goto(address + url)
        if page.evaluate(TOP) + LINE > HEIGHT:
            below.append(url)
    assert below == []
