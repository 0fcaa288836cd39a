"""The feeds: two readers take them, ids stay, what ends or is withdrawn reaches its followers."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree

import fastfeedparser
import feedparser
import open_data
import pytest
import tiny

from portal.kinds.entry import Change
from portal.library import Library
from portal.library.news import What, happened
from portal.views import Inputs
from portal.views.feeds.channels import ALL, MOST
from portal.views.feeds.marks import refused
from portal.views.names import place_of

ROOT = Path(__file__).parent.parent
PUBLIC = "https://hoc-vien.example/a/b/"
ATOM = "{http://www.w3.org/2005/Atom}"
LATER = date(2026, 7, 1)
"""A day after the tiny regulation was replaced."""


@pytest.fixture(scope="module")
def library(tiny_content: Path) -> Library:
    return open_data.library(tiny_content)


@pytest.fixture(scope="module")
def real() -> Library:
    return open_data.library(ROOT, date(2026, 12, 1))


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[..., Library]:
    """`spoilt({path: text}, today)`: the library of the tiny content with other files."""

    def spoil(files: dict[str, str], today: date = tiny.DAY) -> Library:
        content = tiny.lay_out(tmp_path / "content")
        for path, text in files.items():
            (content / path).write_text(text, encoding="utf-8")
        return open_data.library(content, today)

    return spoil


def feeds(library: Library, address: str = "", name: str = open_data.NAME) -> dict[str, bytes]:
    files = open_data.drawn(library, address, name)
    return {path: text for path, text in files.items() if path.startswith("theo-doi/")}


def entries(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    """Id, title, day, text and address of the entries of a feed, as its reader has them."""
    told = feedparser.parse(files[f"theo-doi/{name}.xml"])
    assert not told.bozo, told.bozo_exception
    return [
        {
            "id": one.id,
            "title": one.title,
            "day": one.updated[:10],
            "text": one.content[0].value,
            "href": one.link,
        }
        for one in told.entries
    ]


# Readers


def required(files: dict[str, bytes]) -> None:
    """What RFC 4287 and JSON Feed 1.1 ask for, and both readers agree on it."""
    for path, content in files.items():
        again = fastfeedparser.parse(content.decode())
        if path.endswith(".json"):
            told = json.loads(content)
            assert told["version"] == "https://jsonfeed.org/version/1.1"
            assert told["title"] and told["items"]
            ids = [one["id"] for one in told["items"]]
            for one in told["items"]:
                assert one["content_text"]
                assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00\+07:00", one["date_published"])
                assert "://" in one.get("url", "://")
        else:
            feed = feedparser.parse(content)
            assert not feed.bozo, (path, feed.bozo_exception)
            assert feed.version == "atom10"
            root = ElementTree.fromstring(content)
            for name in ("id", "title", "updated", "author"):
                assert len(root.findall(f"{ATOM}{name}")) == 1, (path, name)
            for entry in root.findall(f"{ATOM}entry"):
                for name in ("id", "title", "updated", "content"):
                    assert len(entry.findall(f"{ATOM}{name}")) == 1, (path, name)
                rels = [one.get("rel") for one in entry.findall(f"{ATOM}link")]
                assert rels == ["alternate"]
            ids = [one.id for one in feed.entries]
            days = [one.updated for one in feed.entries]
            assert days == sorted(days, reverse=True)
            assert feed.feed.updated == days[0]
        assert len(set(ids)) == len(ids) <= MOST
        assert [one["id"] for one in again["entries"]] == ids
        assert again["feed"]["title"]


@pytest.mark.parametrize("address", ["", PUBLIC])
def test_two_readers_accept_every_feed(library: Library, real: Library, address: str) -> None:
    for one in (library, real):
        files = feeds(one, address)
        assert len(files) > 10
        required(files)


def test_both_forms_tell_the_same(real: Library) -> None:
    files = feeds(real)
    for path in files:
        if path.endswith(".xml"):
            name = path.removeprefix("theo-doi/").removesuffix(".xml")
            items = json.loads(files[path.replace(".xml", ".json")])["items"]
            told = [(one["id"], one["title"], one["text"]) for one in entries(files, name)]
            assert [(one["id"], one["title"], one["content_text"]) for one in items] == told


def test_addresses_are_full_where_the_public_one_is_known_else_relative(library: Library) -> None:
    known, unknown = feeds(library, PUBLIC), feeds(library)
    for path, content in known.items():
        assert b'href="..' not in content, path
        if path.endswith(".json"):
            told = json.loads(content)
            # Under an old name stands the feed of now, and says where that is.
            assert told["feed_url"].startswith(PUBLIC)
            assert known[told["feed_url"].removeprefix(PUBLIC)] == content
            assert all(one["url"].startswith(PUBLIC) for one in told["items"])
    root = ElementTree.fromstring(unknown["theo-doi/truong/doi-gio.xml"])
    hrefs = [one.get("href") for one in root.iter(f"{ATOM}link")]
    assert hrefs[:2] == ["doi-gio.xml", "../../truong/doi-gio/"]
    assert b"xml:base" not in unknown["theo-doi/truong/doi-gio.xml"]
    for path, content in unknown.items():
        if path.endswith(".json"):
            assert b'"url"' not in content and b"feed_url" not in content


# Which there are


def test_there_is_a_feed_of_all_and_of_kinds_types_topics_units_and_schools(
    library: Library, real: Library
) -> None:
    names = Inputs(real).channels.by_name
    assert next(iter(names)) == ALL
    assert {"van-ban", "bai-viet", "tieu-chi/doi-ngu", "loai/quy-dinh"} <= names.keys()
    assert [name for name in names if name.startswith("don-vi/")]
    assert [name for name in names if name.startswith("truong/")]
    (duty,) = (one for one in library.entries["nhiem-vu"].values() if one.id == "lm-01-trong-hoa")
    unit = duty.lead[0]  # type: ignore[attr-defined]
    told = [one["id"] for one in entries(feeds(library), f"{unit.kind}/{unit.id}")]
    assert any("lm-01-trong-hoa" in id for id in told)


def test_a_feed_without_news_does_not_exist(library: Library, tmp_path: Path) -> None:
    for channel in Inputs(library).channels.by_name.values():
        assert channel.news
    assert not feeds(open_data.library(tiny.lay_out(tmp_path, entries=False)))


def test_a_feed_holds_the_fifty_newest(library: Library) -> None:
    days = [tiny.DAY - timedelta(days=n) for n in range(60)]
    changes = tuple(Change(day=day, text=f"Sửa ngày {day}.") for day in days)

    def often(entry: Any) -> Any:
        return dataclasses.replace(entry, changes=changes) if entry.id == "doi-gio" else entry

    told = entries(feeds(open_data.changed(library, often)), "truong/doi-gio")
    assert len(told) == MOST
    assert told[0]["day"] == tiny.DAY.isoformat()


def test_a_large_import_hides_no_other_kind_of_its_day(library: Library) -> None:
    entries_of = dict(library.entries)
    (first, *_) = entries_of["nhiem-vu"].values()
    first = dataclasses.replace(first, published=tiny.DAY)
    (other, *_) = entries_of["truong"].values()
    entries_of["nhiem-vu"] = {f"n-{n}": dataclasses.replace(first, id=f"n-{n}") for n in range(200)}
    entries_of["truong"] = {other.id: dataclasses.replace(other, published=tiny.DAY)}
    many = dataclasses.replace(library, entries=MappingProxyType(entries_of))
    told = {one["id"].split("/")[1] for one in entries(feeds(many), ALL)}
    assert {"nhiem-vu", "truong"} <= told


# What they tell


def with_changes(path: str, *lines: str) -> dict[str, str]:
    text = (tiny.CONTENT / path).read_text(encoding="utf-8")
    if path.endswith(".yml"):
        return {path: "\n".join((text.rstrip("\n"), *lines, ""))}
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    return {path: "\n".join(("---", head, *lines, f"---\n{body}"))}


CHANGED = ("thay_doi:", "  - {ngay: 2026-03-02, noi_dung: Thêm số điện thoại.}")


def test_a_change_is_told_in_the_words_of_its_editor(spoilt: Callable[..., Library]) -> None:
    files = feeds(spoilt(with_changes("data/truong/doi-gio.yml", *CHANGED)))
    for name in (ALL, "truong", "truong/doi-gio"):
        (told,) = [one for one in entries(files, name) if "doi-gio#changed/" in one["id"]]
        assert told["title"].startswith("Cập nhật: ")
        assert (told["day"], told["text"]) == ("2026-03-02", "Thêm số điện thoại.")


def test_a_document_that_was_replaced_reaches_its_followers_on_that_day(
    tiny_content: Path,
) -> None:
    before = feeds(open_data.library(tiny_content))
    after = feeds(open_data.library(tiny_content, LATER))
    for name in (ALL, "van-ban", "loai/quy-dinh"):
        assert not [
            one for one in entries(before, name) if "#happened/het-toan-bo/03-qd-lm" in one["id"]
        ]
        (told,) = [
            one for one in entries(after, name) if "#happened/het-toan-bo/03-qd-lm" in one["id"]
        ]
        assert told["day"] <= LATER.isoformat()
        assert "hết hiệu lực" in told["text"].lower()
        assert "03-QĐ/LM" in told["text"]
        assert told["href"].endswith("van-ban/01-qd-lm/")


def test_a_withdrawn_entry_reaches_its_followers(spoilt: Callable[..., Library]) -> None:
    lines = ("thay_doi:", "  - {ngay: 2026-03-01, noi_dung: Rút vì trùng.}", "trang_thai: da-rut")
    files = feeds(spoilt(with_changes("docs/hoi-dap/hat-sai.md", *lines)))
    for name in (ALL, "hoi-dap"):
        (told,) = [one for one in entries(files, name) if one["id"].endswith("#withdrawn")]
        assert (told["day"], told["title"][:6]) == ("2026-03-01", "Đã rút")
        assert "Rút vì trùng." in told["text"]
    assert not [one for one in entries(files, ALL) if "hat-sai#published" in one["id"]]


def test_a_school_that_became_part_of_another_reaches_its_followers(real: Library) -> None:
    told = [one for one in happened(real) if one.key == f"{What.HAPPENED}/end"]
    assert len(told) > 20
    assert all(one.entry.KIND in ("truong", "don-vi") for one in told)
    school = next(one for one in told if one.entry.KIND == "truong")
    assert "hợp nhất vào" in school.text
    name = f"truong/{school.entry.id}"
    assert [one for one in entries(feeds(real), name) if one["id"].endswith("#happened/end")]


def test_nothing_of_a_day_to_come_is_told(spoilt: Callable[..., Library]) -> None:
    lines = ("thay_doi:", "  - {ngay: 2026-03-06, noi_dung: Việc của ngày mai.}")
    for content in feeds(spoilt(with_changes("data/truong/doi-gio.yml", *lines))).values():
        assert "Việc của ngày mai".encode() not in content


@pytest.mark.parametrize("drafts", [False, True])
def test_drafts_and_sources_of_the_last_rank_are_not_told(tiny_content: Path, drafts: bool) -> None:
    files = feeds(open_data.library(tiny_content, drafts=drafts))
    told = open_data.library(tiny_content)
    changed = open_data.changed(
        told, lambda one: dataclasses.replace(one, changes=(Change(day=tiny.DAY, text="Sửa."),))
    )
    for content in (*files.values(), *feeds(changed).values()):
        assert b"ban-nhap" not in content
        assert b"trang-chep" not in content


def test_who_follows_a_unit_that_was_renamed_or_withdrawn_is_told(
    spoilt: Callable[..., Library],
) -> None:
    renamed = feeds(spoilt(with_changes("data/truong/doi-gio.yml", "chuyen_huong: [truong/cu]")))
    for ending in ("xml", "json"):
        now = renamed[f"theo-doi/truong/doi-gio.{ending}"]
        assert renamed[f"theo-doi/truong/cu.{ending}"] == now
    path = "data/don-vi/le-loi.yml"
    unit = "tieu_de: Lẻ loi\nloai: nhom\nnguon: [bao-lang]\n"
    lines = "thay_doi:\n  - {ngay: 2026-03-01, noi_dung: Rút vì nhầm.}\ntrang_thai: da-rut\n"
    gone = feeds(spoilt({path: f"{unit}{lines}chuyen_huong: [don-vi/le]\n"}))
    for name in ("don-vi/le-loi", "don-vi/le"):
        (told,) = entries(gone, name)
        assert told["title"] == "Đã rút: Lẻ loi"


@pytest.mark.parametrize(
    ("event", "told"),
    [
        ("{loai: ngung-mot-phan, ngay: 2026-02-01, pham_vi: Điều 2}", "ngưng hiệu lực một phần"),
        ("{loai: het-toan-bo, ngay: 2026-02}", "Từ tháng 02/2026"),
        ("{loai: het-toan-bo}", ""),
        ("{loai: het-toan-bo, ngay: 2026-05-01}", ""),
        ("{loai: het-toan-bo, ngay: khoảng 2026-03}", ""),
    ],
)
def test_an_event_is_told_once_its_day_is_surely_past(
    event: str, told: str, spoilt: Callable[..., Library]
) -> None:
    path = "docs/van-ban/04-cv-lm.md"
    text = (tiny.CONTENT / path).read_text(encoding="utf-8")
    assert "hieu_luc" not in text
    library = spoilt(with_changes(path, "hieu_luc:", f"  - {event}"))
    news = [
        one for one in happened(library) if one.entry.id == "04-cv-lm" and one.what is What.HAPPENED
    ]
    assert [told in one.text for one in news] == ([True] if told else [])


# Ids and bytes


def test_ids_stay_when_the_address_the_title_and_the_name_of_the_file_change(
    library: Library,
) -> None:
    def ids(one: Library, address: str = "") -> list[str]:
        return [told["id"] for told in entries(feeds(one, address), "truong")]

    def renamed(entry: Any) -> Any:
        if entry.id != "doi-gio":
            return entry
        return dataclasses.replace(
            entry, id="doi-gio", title="Tên khác", moved_from=("truong/ten-dau/",)
        )

    assert ids(library) == ids(library, PUBLIC)
    first = [id.replace("truong/doi-gio#", "truong/ten-dau#") for id in ids(library)]
    assert sorted(ids(open_data.changed(library, renamed))) == sorted(first)
    assert all(id.startswith("tag:lang-may.example,2026:") for id in ids(library))


def test_ids_of_a_portal_without_a_name_stay_too(library: Library) -> None:
    nameless = feeds(library, "", "")
    required(nameless)
    ids = [one["id"] for one in entries(nameless, "truong")]
    assert ids == [one["id"] for one in entries(feeds(library, PUBLIC, ""), "truong")]
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", id) for id in ids)


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("", True),
        ("hoc-vien.example,2026", True),
        ("a.b.example,2026-03-05", True),
        ("hoc-vien.example", False),
        ("https://hoc-vien.example,2026", False),
        ("Học viện,2026", False),
        ("hoc-vien.example,26", False),
        ("-a.example,2026", False),
    ],
)
def test_a_name_that_cannot_stand_in_an_id_is_refused_with_what_to_write(
    name: str, taken: bool
) -> None:
    told = refused(name)
    assert bool(told) is not taken
    if told:
        assert told.startswith(f"mkdocs.yml: extra.feed_name: «{name}»") and "Cách sửa:" in told


def test_news_of_a_row_lead_to_its_row_in_the_list(real: Library) -> None:
    row = next(one for one in happened(real) if f"{one.entry.KIND}/{one.entry.id}" in real.rows)
    told = {one["href"] for one in entries(feeds(real, PUBLIC), row.entry.KIND)}
    assert f"{PUBLIC}{place_of(real, row.entry.link)}" in told


def test_another_day_of_the_build_changes_no_byte(tiny_content: Path) -> None:
    today, tomorrow = (
        feeds(open_data.library(tiny_content, tiny.DAY + timedelta(days=n))) for n in (0, 1)
    )
    assert today == tomorrow


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", "a\x00b\x0b\ufffe\ud800c", "]]>&amp;", "x" * 10_000, "\u202e"],
    ids=lambda text: ascii(text)[:16],
)
def test_hostile_words_break_no_feed(library: Library, text: str) -> None:
    def spoil(entry: Any) -> Any:
        change = Change(day=tiny.DAY, text=f"Sửa {text}")
        return dataclasses.replace(entry, title=f"Tên {text}", summary=text, changes=(change,))

    files = feeds(open_data.changed(library, spoil), PUBLIC)
    required(files)
    for content in files.values():
        assert b"<script" not in content
