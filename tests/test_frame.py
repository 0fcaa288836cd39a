"""The frame around every page: what editors write is text in it, never markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tiny
from lxml import html

from portal.kinds.page import ENGLISH
from portal.views.outputs import outline_of

HOSTILE = "<script>alert(1)</script> \"><img src=x onerror=alert(2)> '&amp; </title> {{ 77*101 }}"
"""Made up: breaks out of text, of both kinds of quotes, of a title, of a template."""
LIVE = re.compile(r"<script>alert|<img src=x|7777")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("khung")
    content = tiny.lay_out(folder / "content")
    told = HOSTILE.replace("'", "''")
    (content / "docs" / "doc.md").write_text(
        f"---\ntieu_de: '{told}'\nmenu: '{told[:38]}'\nten_menu: '{told[38:70]}'\n"
        f"mo_ta: '{told}'\n---\n\nBịa.\n\n## A < B & C {{#a}}\n\n## Hai {{#b}}\n\n## Ba {{#c}}\n",
        encoding="utf-8",
    )
    code, said = tiny.build(content, folder / "site", "--dia-chi", "https://vi-du.example/a/")
    assert code == 0, said
    return folder / "site"


def test_words_of_an_editor_are_text_in_the_menu_of_every_page(site: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    framed = {path: text for path, text in pages.items() if 'class="site-header"' in text}
    assert len(framed) > 50
    assert all("&lt;script&gt;alert(1)&lt;/script&gt;" in text for text in framed.values())
    assert not [path for path, text in pages.items() if LIVE.search(text)]


def test_words_of_an_editor_are_text_in_the_head_of_their_page(site: Path) -> None:
    text = (site / "doc" / "index.html").read_text(encoding="utf-8")
    head = text.partition("</head>")[0]
    assert head.count("&lt;script&gt;") == 3  # title, description, title of a link
    assert "&amp;amp;" in head


def test_the_contents_of_a_page_name_headings_as_they_are_written(site: Path) -> None:
    text = (site / "doc" / "index.html").read_text(encoding="utf-8")
    assert text.count("A &lt; B &amp; C</") == 2  # the heading, and the line that leads to it
    assert outline_of('<h2 id="a">A &lt; <em>B</em> &amp; C</h2>')[0].title == "A < B & C"


def test_no_page_names_a_file_that_a_strict_policy_refuses(site: Path) -> None:
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert any("http-equiv" in text for text in pages.values())  # old addresses too
    assert not [path for path, text in pages.items() if re.search(r'(?:src|href)="data:', text)]


def test_the_menu_of_every_page_says_where_one_is(real_site: Path) -> None:
    """But of the page for readers of another language, which stands beside the home page."""
    tabs = re.compile(r'<nav class="tabs".*?</nav>', re.DOTALL)
    lost = [
        file.parent.relative_to(real_site).as_posix()
        for file in real_site.rglob("index.html")
        for menu in tabs.findall(file.read_text(encoding="utf-8"))
        if "aria-current" not in menu
    ]
    assert lost == [ENGLISH]


def _menu(page: Path) -> list[tuple[str, list[str]]]:
    """The parts, and the pages of each that are told."""
    (menu,) = html.fromstring(page.read_bytes()).xpath('//nav[@id="danh-muc"]/ul')
    return [
        (part.findtext("a") or "", [one.text_content() for one in part.findall("ul/li")])
        for part in menu
    ]


def test_an_entry_unfolds_its_own_part_of_the_menu_and_leads_to_the_whole_of_it(
    real_site: Path,
) -> None:
    whole = _menu(real_site / "index.html")
    assert sum(bool(pages) for _, pages in whole) > 5
    for entry in (*(real_site / "truong").glob("*/index.html"), real_site / "404.html"):
        told = _menu(entry)
        own = [part for part, pages in told if pages]
        assert [part for part, _ in told] == [part for part, _ in whole]
        assert all(pages in ([], dict(whole)[part]) for part, pages in told)
        assert own == (["Các trường"] if entry.parent != real_site else own), entry
    (menu,) = html.fromstring(entry.read_bytes()).xpath('//nav[@id="danh-muc"]')
    for link in menu.xpath("./ul/li/a/@href"):
        assert _menu(real_site / link.strip("/") / "index.html") == whole


FRAME = 3_500
"""Bytes of what stands around the article of an entry."""


def test_the_frame_of_an_entry_is_light_however_many_pages_the_menu_has(real_site: Path) -> None:
    around = {
        page: len((before + after).encode())
        for folder in ("truong", "nhiem-vu", "thuat-ngu", "nguon", "van-ban")
        for page in (real_site / folder).glob("*/index.html")
        for body in [page.read_text(encoding="utf-8").partition("<body>")[2]]
        for before, article, rest in [body.partition("<article")]
        for after in [rest.rpartition("</article>")[2]]
        if article
    }
    assert len(around) > 200
    assert max(around.values()) < FRAME


def test_pages_are_sent_without_the_indents_of_their_templates(real_site: Path) -> None:
    told = (real_site / "truong" / "lai-chau" / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"[ \t]{2}", told)
