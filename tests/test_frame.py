"""The frame around every page: what editors write is text in it, never markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tiny

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
