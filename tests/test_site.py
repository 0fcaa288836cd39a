"""Finished sites as files, the real one and the tiny one: whole, valid, repeatable, of a piece."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import builder
import pytest
import tiny
import webpage
from conftest import PUBLIC
from webpage import WebPage

from portal.problem import errors
from portal.road import judge
from portal.views.assess import alone
from tests.found_cards import are_cards, read_cards
from tests.hosts import HOST, answers, free_port

WORDS = ("--dia-chi", PUBLIC)
MISSING = "404.html"
"""Served at any address, so its links alone start from the root of the server."""


@dataclass(frozen=True, eq=False)
class Site:
    """A finished site, its pages read."""

    folder: Path
    root: str = "/"
    """Where it was built to stand on its server."""

    @cached_property
    def pages(self) -> dict[str, WebPage]:
        taken = self.folder / alone.PATH  # to be taken away, not read here: has tests of its own
        files = (file for file in sorted(self.folder.rglob("*.html")) if file != taken)
        read = (WebPage.read(self.folder, file) for file in files)
        return {page.path: page for page in read}

    @cached_property
    def files(self) -> frozenset[str]:
        found = (file for file in self.folder.rglob("*") if file.is_file())
        return frozenset(file.relative_to(self.folder).as_posix() for file in found)

    def faults(self, check: Callable[[WebPage], Iterator[str]]) -> list[str]:
        """What the check says of all pages, one line a fault."""
        return [f"{path}: {fault}" for path, page in self.pages.items() for fault in check(page)]

    def lost(self, full: str) -> str:
        """Why an address of the site leads nowhere; empty when it leads somewhere."""
        path, anchor = webpage.place(full)
        if path not in self.files:
            return "không có tệp này"
        if anchor and path in self.pages and anchor not in self.pages[path].ids:
            return f"trang không có chỗ «{anchor}»"
        return ""


def digests(site: Path) -> dict[str, str]:
    """Every file with the sum of its bytes."""
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def tiny_site(public_site: Path) -> Path:
    return public_site


@pytest.fixture(scope="module")
def both(real_site: Path, tiny_site: Path) -> dict[str, Site]:
    return {"thật": Site(real_site), "nhỏ": Site(tiny_site, urlsplit(PUBLIC).path)}


@pytest.fixture(params=["thật", "nhỏ"])
def site(request: pytest.FixtureRequest, both: dict[str, Site]) -> Site:
    found: Site = both[request.param]
    return found


# Pages


def test_every_link_image_style_script_and_anchor_leads_somewhere(site: Site) -> None:
    def check(page: WebPage) -> Iterator[str]:
        for written in (*page.links, *page.loaded):
            if page.path == MISSING:
                written = written.removeprefix(site.root)
            if written.startswith("/"):
                yield f"{written}: đường dẫn từ gốc máy chủ, hỏng khi cổng ở thư mục con"
            elif webpage.is_ours(written):
                reason = site.lost(webpage.address(page.url, written))
                if reason:
                    yield f"{written}: {reason}"

    assert site.faults(check) == []


def test_every_place_a_style_sheet_names_is_a_file_of_the_site(site: Site) -> None:
    pages = (page for page in site.pages.values() if page.path != MISSING)
    used = {path for page in pages for path in style_sheets(page)}
    assert used
    lost = []
    for path in used:
        text = (site.folder / path).read_text(encoding="utf-8")
        for found in webpage.CSS_URL.finditer(text):
            written = found[1] or found[2]
            full = webpage.address(webpage.HOST + path, written)
            if not written.startswith("data:") and (
                not webpage.is_ours(written) or site.lost(full)
            ):
                lost.append(f"{path}: {written}")
    assert lost == []


def style_sheets(page: WebPage) -> Iterator[str]:
    for one in page.named("link"):
        told = webpage.attributes(one)
        if told.get("rel") == "stylesheet":
            yield webpage.place(webpage.address(page.url, told["href"]))[0]


@pytest.mark.parametrize(
    "check",
    [
        pytest.param(webpage.standard_faults, id="html"),
        pytest.param(webpage.outline_faults, id="outline"),
        pytest.param(webpage.reading_faults, id="reading"),
        pytest.param(webpage.id_faults, id="ids"),
        pytest.param(webpage.foreign_faults, id="foreign"),
    ],
)
def test_every_page_is_free_of_faults(
    site: Site, check: Callable[[WebPage], Iterator[str]]
) -> None:
    stubs = {path for path, page in site.pages.items() if page.is_stub}
    own = [fault for fault in site.faults(check) if fault.partition(": ")[0] not in stubs]
    assert own == []


def test_no_two_pages_have_the_same_title(site: Site) -> None:
    titles: defaultdict[str, list[str]] = defaultdict(list)
    for path, page in site.pages.items():
        if not page.is_stub and not path.startswith("nhung/xem/"):  # a part is called as its page
            titles[page.title].append(path)
    assert {title: paths for title, paths in titles.items() if len(paths) > 1} == {}


def test_the_checks_see_what_they_look_for(tmp_path: Path) -> None:
    """A page with one of everything that is forbidden."""
    bad = tmp_path / "index.html"
    bad.write_text(
        "<!doctype html><html lang=en><title></title><body onload=x()>"
        "<h1>Một</h1><h3 id=Điều-5>Điều 5</h3><h2 id=ieu-5>Điều 5</h2><p id=a><p id=a></div>"
        "<img src=https://cdn.example/a.png><a href=x></a><input name=q>"
        "<table><tr><th>Ô</table><style></style><script>x()</script><p style=color:red>",
        encoding="utf-8",
    )
    page = WebPage.read(tmp_path, bad)
    checks = (
        webpage.standard_faults,
        webpage.outline_faults,
        webpage.reading_faults,
        webpage.id_faults,
        webpage.foreign_faults,
    )
    said = "\n".join(fault for check in checks for fault in check(page))
    for expected in (
        *("unexpected-end-tag", "id «a» dùng 2 lần", "lang=vi", "không có title", "theo sau h1"),
        *("không có alt", "liên kết tới x", "bảng không có tên", "không ghi scope"),
        *("ô nhập q", "id «Điều-5»", "id «ieu-5», không phải dieu-5", "tải https://cdn.example"),
        *("<style> viết thẳng", "<script> viết thẳng", "thuộc tính onload", "thuộc tính style"),
    ):
        assert expected in said


# Around the pages


def test_every_result_of_the_search_leads_somewhere(site: Site) -> None:
    packed = (site.folder / "assets" / "search").glob("*.bin")
    files = {one.stem: gzip.decompress(one.read_bytes()) for one in packed}
    rows = {name: json.loads(one[5:]) for name, one in files.items() if one[5:].startswith(b"[[")}
    cards = [card for one in files.values() if are_cards(one) for card in read_cards(one)]
    found = [card[0] for card in cards]
    for url, *_, places, passages, _ in ([*card, "", ""][:9] for card in cards if len(card) > 6):
        found += [f"{url}#{place}" for place, *_ in (rows[passages] if passages else places)]
    assert len(found) > 20
    assert [one for one in found if site.lost(webpage.HOST + one)] == []


def test_the_sitemap_has_every_page_and_no_other(tiny_site: Path) -> None:
    tree = ElementTree.parse(tiny_site / "sitemap.xml")
    told = [one.text for one in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    pages = Site(tiny_site).pages.items()
    urls = [
        path.removesuffix("index.html")
        for path, page in pages
        if path != MISSING and not page.is_stub
        if not path.startswith(("nhung/xem/", "nhung/tu-kiem/"))  # for frames, not to be found
        if 'name="robots" content="noindex"' not in (tiny_site / path).read_text(encoding="utf-8")
    ]
    assert sorted(filter(None, told)) == sorted(PUBLIC + url for url in urls)


@pytest.mark.parametrize(
    "secret",
    [
        pytest.param("câu bí mật", id="draft"),
        pytest.param("hai cái trống", id="fact"),
        pytest.param("thổi sáo", id="indicator"),
        pytest.param("Cách sửa", id="reminder"),
        pytest.param(str(builder.ROOT), id="project-folder"),
        pytest.param(str(Path.home()), id="home-folder"),
    ],
)
def test_no_file_of_a_site_tells_what_is_not_for_readers(secret: str, tiny_site: Path) -> None:
    files = (path for path in tiny_site.rglob("*") if path.is_file())
    assert [path.name for path in files if secret.encode() in path.read_bytes()] == []


def test_the_page_of_an_entry_is_the_same_among_few_and_among_many(
    tiny_site: Path, tmp_path: Path
) -> None:
    content = tiny.lay_out(tmp_path / "content")
    term = "tieu_de: Từ bịa {0}\nnghia: Nghĩa bịa {0}.\nnguon: [ban-dich]\n"
    for number in range(60):
        path = content / "data" / "thuat-ngu" / f"tu-{number}.yml"
        path.write_text(term.format(number), encoding="utf-8")
    code, said = tiny.build(content, tmp_path / "site", *WORDS)
    assert code == 0, said
    few, many = digests(tiny_site), digests(tmp_path / "site")
    for page in ("van-ban/01-qd-lm/index.html", "truong/lang-may/index.html", "index.html"):
        assert many[page] == few[page]


# Builds


def test_the_tiny_site_has_the_same_bytes_with_another_hash_seed(
    tiny_content: Path, tiny_site: Path, tmp_path: Path
) -> None:
    code, said = tiny.build(tiny_content, tmp_path / "site", *WORDS, PYTHONHASHSEED="2")
    assert code == 0, said
    assert "3 điều nhắc, không chặn việc dựng trang. Xem từng điều: " in said
    assert digests(tmp_path / "site") == digests(tiny_site)


def test_the_real_site_has_the_same_bytes_with_another_hash_seed(
    real_site: Path, tmp_path: Path
) -> None:
    code, said = tiny.build(builder.ROOT, tmp_path / "site", today=None, PYTHONHASHSEED="2")
    assert code == 0, said
    assert digests(tmp_path / "site") == digests(real_site)


def test_a_reminder_to_editors_stops_nothing_and_no_reader_sees_it(
    tiny_content: Path, tiny_site: Path
) -> None:
    reminders = [problem for problem in judge(tiny_content, tiny.DAY)[1] if problem.level == "nhắc"]
    reminded = [
        *("data/truong/lang-may.yml", "docs/bai-viet/vi-sao-hat.md", "docs/van-ban/01-qd-lm.md")
    ]
    assert [problem.path for problem in reminders] == reminded
    page = (tiny_site / "truong" / "lang-may" / "index.html").read_text(encoding="utf-8")
    assert "Quá hạn rà soát" in page
    assert 'class="faults' not in page
    assert "lang-may.yml" not in page


def test_a_faulty_build_says_all_faults_and_leaves_the_old_site_alone(
    tiny_site: Path, tmp_path: Path
) -> None:
    content = tiny.lay_out(tmp_path / "content")
    site = tmp_path / "site"
    shutil.copytree(tiny_site, site)
    before = digests(site)
    spoil(content / "data/su-kien/hoi-hoa.yml", "2026-05-18", "18/05/2026")
    spoil(content / "docs/van-ban/02-kh-lm.md", "01-qd-lm,", "01-qd-lam,")
    spoil(content / "data/truong/doi-gio.yml", "tieu_de:", "tieu_đề:")
    (content / "docs/hoi-dap/trong.md").touch()
    code, said = tiny.build(content, site, *WORDS)
    assert code == 1
    assert digests(site) == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []
    problems = errors(judge(content, tiny.DAY)[1])
    assert len({problem.path for problem in problems}) == 4
    for problem in problems:
        assert str(problem) in said
    assert f"{len(problems)} lỗi trong 4 tệp" in said
    assert "Traceback" not in said


def spoil(path: Path, right: str, wrong: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), encoding="utf-8")


# Preview


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """serve.py on the tiny content: (content, address)."""
    content, port = tiny.lay_out(tmp_path / "content"), free_port()
    door = str(builder.ROOT / "scripts" / "serve.py")
    day = tiny.DAY.isoformat()
    command = [sys.executable, door, "--content", str(content), "--cong", str(port), "--ngay", day]
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=nowhere, stderr=nowhere, text=True) as process:
        try:
            assert answers(port, process), "serve.py không chạy được"
            yield content, f"http://{HOST}:{port}/"
        finally:
            process.terminate()


def get(address: str, looking_at: str = "") -> str:
    asked = urllib.request.Request(address, headers={"Referer": looking_at} if looking_at else {})
    with urllib.request.urlopen(asked, timeout=60) as answer:
        text: str = answer.read().decode()
        return text


def epoch(address: str) -> str:
    """Since when the page is as it is, as it says itself."""
    found = re.search(r"livereload\((\d+), \d+\)", get(address))
    assert found, "trang xem thử không tự tải lại"
    return found[1]


def changed(address: str, since: str) -> str:
    """The page once it is another: waited for as its own script does."""
    root = "/".join(address.split("/")[:3])
    get(f"{root}/livereload/{since}/1", looking_at=address)
    return get(address)


def test_a_fault_made_while_serving_shows_on_its_page_until_it_is_mended(
    preview: tuple[Path, str],
) -> None:
    content, root = preview
    file, address = content / "data/su-kien/hoi-hoa.yml", f"{root}su-kien/hoi-hoa/"
    assert 'class="faults' not in get(address)
    assert "Bản nháp" in get(f"{root}mo-hinh/ban-nhap/")

    since, list_since = epoch(address), epoch(f"{root}su-kien/")
    spoil(file, "2026-05-18", "18/05/2026")
    page = changed(address, since)
    assert 'class="faults' in page
    assert "data/su-kien/hoi-hoa.yml:3" in page
    whole = WebPage.parse("su-kien/hoi-hoa/index.html", page)
    assert [*webpage.standard_faults(whole), *webpage.outline_faults(whole)] == []
    assert "Cách sửa" in page
    listed = changed(f"{root}su-kien/", list_since)
    assert "Hội hoa" not in listed.partition('id="da-qua"')[0].partition("<h1")[2]

    since = epoch(address)
    spoil(file, "18/05/2026", "2026-05-18")
    page = changed(address, since)
    assert 'class="faults' not in page
    with pytest.raises(urllib.error.HTTPError, match="404") as missing:
        get(f"{root}khong-co/")
    assert "Không tìm thấy trang" in missing.value.read().decode()


BOARD = 40_000
"""Bytes of a board, packed, with its styles and scripts; the faces are those of every page."""
ASSET = re.compile(r'(?:src|href)="([^"]+\.(?:css|js))"')


def test_a_board_is_at_most_40_kb_with_its_styles_and_scripts(real_site: Path) -> None:
    boards = sorted((real_site / "tien-do").glob("**/index.html"))
    assert len(boards) > 10
    for board in boards:
        named = {board.parent / one for one in ASSET.findall(board.read_text(encoding="utf-8"))}
        parts = [board, *named]
        assert sum(len(gzip.compress(one.read_bytes())) for one in parts) <= BOARD, board
