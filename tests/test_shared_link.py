"""What a link shows where it is shared, on every page; pictures, and the page in English."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from conftest import PUBLIC

from portal.kinds import KINDS, Kind
from portal.kinds.page import EMBEDDING
from portal.views.embed.files import TRIAL
from portal.views.shared_link import COMMON, FOLDER

ASSETS = Path(__file__).parent.parent / "overrides"
PICTURES = {kind.name: kind for kind in KINDS if not kind.anywhere}
MOST = 60_000
LONGEST_TITLE = 300
UNSHARED = (f"{EMBEDDING}/xem", TRIAL)


class Head(HTMLParser):
    """What a programme that shows links reads of a page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.properties: dict[str, str] = {}
        self.links: list[dict[str, str]] = []
        self.lang = ""
        self.moved = False
        self.feed(file.read_text(encoding="utf-8").partition("</head>")[0])

    def handle_starttag(self, tag: str, given: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in given}
        if tag == "meta" and (name := told.get("property") or told.get("name")):
            assert name not in self.properties or not name.startswith("og:"), name
            self.properties[name] = told["content"]
            self.moved |= told.get("content") == "noindex"
        if tag == "link":
            self.links.append(told)
        if tag == "html":
            self.lang = told["lang"]

    def beside(self) -> list[dict[str, str]]:
        return [one for one in self.links if one["rel"] == "alternate"]


def heads(site: Path) -> Iterator[tuple[str, Head]]:
    """Address below the site's root and head of every page, old addresses too; parts for frames
    and the page that tries a portal are not there to be shared."""
    for file in sorted(site.rglob("index.html")):
        if any(file.is_relative_to(site / one) for one in UNSHARED):
            continue
        url = file.parent.relative_to(site).as_posix()
        yield "" if url == "." else f"{url}/", Head(file)


def test_every_page_has_a_preview_where_its_address_is_known(public_site: Path) -> None:
    told = dict(heads(public_site))
    assert len(told) > 50
    for url, head in told.items():
        if head.moved:
            assert head.properties["og:title"], url
            continue
        properties = head.properties
        canonical = [one["href"] for one in head.links if one["rel"] == "canonical"]
        assert canonical == [properties["og:url"]] == [PUBLIC + url]
        assert 0 < len(properties["og:title"]) <= LONGEST_TITLE, url
        assert properties["og:description"] and properties["og:site_name"], url
        assert properties["og:type"] in ("article", "website")
        assert properties["og:locale"] == ("en_GB" if url == "en/" else "vi_VN")
        assert properties["twitter:card"] == "summary_large_image"
        assert (public_site / properties["og:image"].removeprefix(PUBLIC)).is_file(), url
        for one in head.beside():
            assert one["href"].startswith(PUBLIC) or "hreflang" not in one
            place = urljoin(PUBLIC + url, one["href"]).removeprefix(PUBLIC)
            assert (public_site / place).exists(), (url, place)


def test_every_page_has_a_preview_without_a_picture_where_its_address_is_not_known(
    real_site: Path,
) -> None:
    told = dict(heads(real_site))
    pages = {url: head for url, head in told.items() if not head.moved}
    assert len(pages) > 500
    for url, head in pages.items():
        assert head.properties["og:title"] and head.properties["og:description"], url
        assert head.properties["twitter:card"] == "summary"
        assert not [name for name in head.properties if name.startswith(("og:url", "og:image"))]
        assert not [one for one in head.links if one["rel"] == "canonical"]
        assert [one for one in head.beside() if one.get("type") == "application/atom+xml"], url
        for one in head.beside():
            place = urljoin(f"https://x.example/{url}", one["href"]).split("/", 3)[3]
            assert (real_site / place).exists(), (url, place)


@pytest.mark.parametrize("site", ["public_site", "real_site"])
def test_what_an_entry_is_about_says_more_than_its_title(
    site: str, request: pytest.FixtureRequest
) -> None:
    for url, head in heads(request.getfixturevalue(site)):
        kind, _, id = url.partition("/")
        if kind in PICTURES and id and not head.moved and head.properties["og:type"] == "article":
            told = head.properties
            assert told["og:description"] != told["og:title"], url


def test_a_page_of_a_kind_shows_the_picture_of_the_kind(public_site: Path) -> None:
    told = dict(heads(public_site))
    for url, name in {
        "van-ban/01-qd-lm/": "van-ban",
        "truong/": "truong",
        "": COMMON,
        "tien-do/": COMMON,
    }.items():
        assert told[url].properties["og:image"] == f"{PUBLIC}{FOLDER}{name}.png"


# Pictures


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        kind, body = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        (check,) = struct.unpack(">I", png[at + 8 + size : at + 12 + size])
        assert check == zlib.crc32(kind + body)
        yield kind, body
        at += 12 + size


@pytest.mark.parametrize("kind", PICTURES.values(), ids=lambda kind: kind.name)
def test_every_kind_has_a_picture_that_says_what_it_is(kind: Kind) -> None:
    file = ASSETS / f"{FOLDER}{kind.name}.png"
    assert file.is_file(), "chạy python3 scripts/previews.py"
    png = file.read_bytes()
    assert len(png) <= MOST
    told = dict(chunks(png))
    assert struct.unpack(">II", told[b"IHDR"][:8]) == (1200, 630)
    words = told[b"iTXt"].rpartition(b"\0")[2].decode()
    assert words == f"{kind.label}\n{kind.lead}", "chạy lại python3 scripts/previews.py"


def test_no_picture_is_left_of_a_kind_that_is_no_more() -> None:
    found = {file.stem for file in (ASSETS / FOLDER).glob("*.png")}
    assert found == {COMMON, *PICTURES}


# In English


@pytest.mark.parametrize("site", ["public_site", "real_site"])
def test_the_home_page_and_the_page_in_english_know_each_other(
    site: str, request: pytest.FixtureRequest
) -> None:
    folder: Path = request.getfixturevalue(site)
    base = PUBLIC if site == "public_site" else "https://x.example/"
    for url, lang in (("", "vi"), ("en/", "en")):
        head = Head(folder / url / "index.html")
        assert head.lang == lang
        others = {
            one["hreflang"]: urljoin(base + url, one["href"])
            for one in head.beside()
            if "hreflang" in one
        }
        assert others == {"vi": base, "en": f"{base}en/"}


def test_what_is_vietnamese_on_the_page_in_english_says_so(real_site: Path) -> None:
    html = (real_site / "en" / "index.html").read_text(encoding="utf-8")
    for start in ('<header class="site-header"', '<footer class="site-footer"', '<a class="skip"'):
        tag = html[html.index(start) :].partition(">")[0]
        assert tag.endswith('lang="vi"'), start
    other = (real_site / "tien-do" / "index.html").read_text(encoding="utf-8")
    assert other.startswith('<!doctype html>\n<html lang="vi"')
    assert 'hreflang="en">In English</a>' in other
