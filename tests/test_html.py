"""Types and states of pages by the HTML standard, as html-validate reads it: what may stand where.

The reader is fetched by `check.py` where Node.js is new enough; a machine without it skips, and
says so. `test_site.py` reads all pages on every machine, by a parser of the standard.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import machine
import pytest
from conftest import Serve
from playwright.sync_api import Page

from tests.gallery import states
from tests.gallery.samples import samples


@pytest.fixture(scope="module")
def reader() -> list[str]:
    found = machine.find_html_reader()
    if found is None:
        (pytest.fail if machine.can_get_html_reader() else pytest.skip)(machine.NO_HTML_READER)
    return found


def faults(reader: list[str], site: Path, files: list[str]) -> list[str]:
    """What the reader says of these pages: `page: rule: words`."""
    settings = machine.HTML_READER / ".htmlvalidate.json"
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder, "loi.json")  # by a file: Node ends before a long answer is out
        words = ["--config", str(settings), "--formatter", f"json={told}", *files]
        done = subprocess.run(
            [*reader, *words], cwd=site, capture_output=True, encoding="utf-8", check=False
        )
        assert told.is_file(), done.stderr
        pages = json.loads(told.read_text(encoding="utf-8"))
    return [
        f"{Path(page['filePath']).relative_to(site)}: {one['ruleId']}: {one['message']}"
        for page in pages
        for one in page["messages"]
    ]


def files_of(site: Path) -> list[str]:
    return [sample.file for sample in samples(site, shortest=True)]


def test_every_type_of_page_keeps_the_html_standard(reader: list[str], real_site: Path) -> None:
    found = faults(reader, real_site, files_of(real_site))
    assert not found, "\n".join(found)


def test_every_type_of_the_tiny_site_keeps_the_html_standard(
    reader: list[str], made_up_site: Path
) -> None:
    found = faults(reader, made_up_site, files_of(made_up_site))
    assert not found, "\n".join(found)


def test_what_only_editors_see_keeps_the_html_standard(reader: list[str], tmp_path: Path) -> None:
    site = states.build("xem-thu", tmp_path)
    found = faults(reader, site, files_of(site))
    assert not found, "\n".join(found)


def test_the_reader_of_html_sees_what_it_looks_for(reader: list[str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p><div></div></p><img><ul><p></ul>", encoding="utf-8")
    said = "\n".join(faults(reader, tmp_path, ["index.html"]))
    for rule in ("close-order", "element-permitted-content", "wcag/h37", "missing-doctype"):
        assert rule in said


NOT_OURS = (
    "no-raw-characters",  # how the browser writes attributes down
    "prefer-native-element",  # a <select> cannot suggest
    "require-sri",  # our own server's address, which the browser writes in full
)


def test_what_the_search_draws_keeps_the_html_standard(
    reader: list[str],
    serve: Serve,
    open_page: Callable[..., Page],
    made_up_site: Path,
    tmp_path: Path,
) -> None:
    page, drawn = open_page(), tmp_path / "drawn"
    drawn.mkdir()
    address = serve(made_up_site)
    words = '{"kept":true,"words":["hoa","quy định"]}'
    page.goto(address)
    page.evaluate("words => localStorage.setItem('tim-gan-day', words)", words)
    seen = [one.url for one in states.STATES if "?" in one.url and one.site == "nay"]
    for number, url in enumerate([*seen, "tim-kiem/", "thuat-ngu/"]):
        page.goto(address + url, wait_until="networkidle")
        if url == "thuat-ngu/":
            page.locator("#tim-kiem").fill("hoa")
            page.locator("[role=option]").first.wait_for()
        (drawn / f"{number}.html").write_text(page.content(), encoding="utf-8")
    said = faults(reader, drawn, [one.name for one in sorted(drawn.iterdir())])
    found = [one for one in said if one.split(": ")[1] not in NOT_OURS]
    assert not found, "\n".join(found)
