"""Ways to find without a search: every page by name, documents by number, no page too long."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import tiny

from portal.text import initial
from portal.views import Edition, lookup, pages
from tests.gallery.states import LATER

LINK = re.compile(r'<a href="((?:\.\./)+[^"#]*)"')


@pytest.fixture(scope="module")
def built(tiny_content: Path) -> Edition:
    return tiny.draw(tiny_content)


def leaves(edition: Edition, url: str) -> list[str]:
    """The HTML of all pages of an index, without their navigation."""
    found = (page for page in edition.pages if page.url.startswith(url))
    return [re.sub(r"<nav\b.*?</nav>", "", page.html, flags=re.DOTALL) for page in found]


def listed(html: str) -> list[str]:
    """What an index leads to, below the site's root."""
    return [re.sub(r"^(\.\./)+", "", url) for url in LINK.findall(html)]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("Ấn hoa", "Â"),
        ("ăn trưa", "Ă"),
        ("Điều lệ", "Đ"),
        ("đường lưỡi", "Đ"),
        ("Ủy ban", "U"),
        ("Ứng xử", "Ư"),
        ("«Ổ khóa»", "Ô"),
        ("e\u0302\u0301ch", "Ê"),
        ("5 tốt", "0–9"),
        ("", "0–9"),
        ("***", "0–9"),
    ],
)
def test_a_name_stands_under_its_letter_whatever_its_tone(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_every_page_that_can_be_found_stands_in_the_index_by_name_once(built: Edition) -> None:
    told = [url for html in leaves(built, lookup.BY_NAME) for url in listed(html)]
    wanted = [page.url for page in built.pages if page.searchable]
    assert sorted(told) == sorted(wanted)
    assert len(told) > 30


def test_documents_stand_by_number_the_small_one_first_those_without_last(built: Edition) -> None:
    [html] = leaves(built, lookup.BY_NUMBER)
    numbers = re.findall(r'<th scope="row">(.*?)</th>', html)
    assert [re.sub("<[^>]+>", "", one) for one in numbers] == [
        *("01-QĐ/LM", "02-KH/LM", "03-QĐ/LM"),
        *("không rõ", "chưa có"),
    ]


def test_a_long_index_goes_on_and_no_page_of_it_is_longer(
    tiny_content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (lookup, pages):
        monkeypatch.setattr(module, "LONGEST_LIST", 7)
    edition = tiny.draw(tiny_content)
    parts = leaves(edition, lookup.BY_NAME)
    counts = [len(listed(html)) for html in parts]
    assert len(counts) > 4
    assert set(counts[:-1]) == {7}
    assert sorted(url for html in parts for url in listed(html)) == sorted(
        page.url for page in edition.pages if page.searchable
    )
    by_url = tiny.by_url(edition)
    for page in edition.pages:
        if page.url.startswith(lookup.ROOT):
            for place, anchor in re.findall(r'<a href="([^"#]*)#([^"]+)">', page.html):
                path = (Path("/") / page.url / place).resolve().relative_to("/").as_posix()
                assert f'id="{anchor}"' in by_url[f"{path}/"].html
    assert "(tiếp)" in "".join(parts)
    assert "trang 2 trong" in by_url[f"{lookup.BY_NAME}trang-2/"].html


def test_a_document_that_no_longer_holds_is_marked_in_the_index(
    tiny_content: Path, built: Edition
) -> None:
    later = tiny.html(tiny.draw(tiny_content, LATER), lookup.BY_NAME)
    line = re.search(r'<li><a href="../../van-ban/01-qd-lm/">.*?</li>', later)
    assert line is not None
    assert "Hết hiệu lực" in line[0]
    assert "Hết hiệu lực" not in tiny.html(built, lookup.BY_NAME)
