"""The door to MkDocs, run in this process on a handful of made-up pages: what is framed, what a
preview shows, what is taken over from the site before, what is drawn anew into it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import builder
import content
import framing
import head
import pytest
import rendering
import tiny
from cache import SEARCH, Cache
from mkdocs.exceptions import PluginError

from portal import road, workers
from portal.views.outputs import Alternate, Heading

ARTICLE = (
    "---\ntieu_de: {}\ndang_tai: Báo Làng\nnguon: [bao-lang]\nngay_dang: 2026-01-05\n{}---\n\n{}\n"
)
DOCUMENT = """\
---
tieu_de: Về việc bịa
so_ky_hieu: 12-QĐ/BIA
loai: quy-dinh
co_quan: Ban Bịa
ngay_ban_hanh: 2025-01-15
hieu_luc:
  - loai: co-hieu-luc
    ngay: 2025-01-15
  - loai: ngung-toan-bo
    ngay: 2025-06-01
chat_luong_ban: goc-so
---

## Điều 1. Mọi điều ở đây đều bịa {#dieu-1}
"""
ENGLISH = "---\ntieu_de: Made up\nmo_ta: For tests only.\nngay_ra_soat: 2026-03-01\n---\n\nText.\n"
PARTS = "## Một {#mot}\n\nA.\n\n## Hai {#hai}\n\nB.\n"
"""Parts of the text; the sources below it are one more."""
FILES = {
    "docs/bai-viet/ba-phan.md": ARTICLE.format("Bài ba phần", "", PARTS),
    "docs/bai-viet/hai-phan.md": ARTICLE.format("Hai phần", "", "## Hai {#hai}\n\nB."),
    "docs/rieng.md": "---\ntieu_de: Trang riêng\n---\n\nBịa.\n",
    "docs/en.md": ENGLISH,
    "docs/van-ban/12-qd-bia.md": DOCUMENT,
    "docs/bai-viet/nhap.md": ARTICLE.format("Bản nháp", "trang_thai: nhap\n", "Chưa xong."),
}
ADDRESS = "https://truong.example/cong/"
FAULTY = ARTICLE.format("Bài hỏng", "", "[Đi](van-ban/khong-co)")


@pytest.fixture(scope="module", autouse=True)
def alone() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PORTAL_PROCESSES", "1")
        yield


def lay_out(folder: Path) -> Path:
    content = tiny.lay_out(folder, entries=False)
    source = "data/nguon/bao-lang.yml"
    told = (tiny.CONTENT / source).read_text(encoding="utf-8")
    for path, text in (*FILES.items(), (source, told)):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
    return content


def order(content: Path, site: Path, **more: Any) -> builder.Order:
    return builder.Order(content, site, tiny.DAY, **more)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("cua")
    asked = order(lay_out(folder / "content"), folder / "site", address=ADDRESS)
    rendering.render(asked, asked.site)
    return asked.site


def page(site: Path, url: str) -> str:
    return (site / url / "index.html").read_text(encoding="utf-8")


def found(pattern: str, text: str) -> list[str]:
    return re.findall(pattern, text, re.DOTALL)


# What is framed


def test_a_window_is_called_by_page_kind_and_portal(site: Path) -> None:
    (name,) = found("<title>(.*?)</title>", page(site, ""))
    assert found("<title>(.*?)</title>", page(site, "bai-viet/hai-phan")) == [
        f"Hai phần – Bài viết – {name}"
    ]
    assert found("<title>(.*?)</title>", page(site, "bai-viet/ba-phan")) == [
        f"Bài ba phần – Bài viết – {name}"
    ]


@pytest.mark.parametrize(
    ("title", "label", "told"),
    [
        ("", "Văn bản", "Cổng"),
        ("Cổng", "", "Cổng"),
        ("Quy định 11", "Văn bản", "Quy định 11 – Văn bản – Cổng"),
        ("Các văn bản mới", "Văn bản", "Các văn bản mới – Cổng"),
        ("Giới thiệu", "", "Giới thiệu – Cổng"),
    ],
)
def test_a_window_does_not_say_twice_what_is_said(title: str, label: str, told: str) -> None:
    assert framing._window_title(title, label, "Cổng") == told


def test_a_page_of_more_than_two_parts_has_contents_and_a_smaller_one_none(site: Path) -> None:
    assert 'class="toc"' in page(site, "bai-viet/ba-phan")
    assert 'class="toc"' not in page(site, "bai-viet/hai-phan")


def test_a_part_stands_below_the_nearest_wider_one() -> None:
    levels = (2, 3, 3, 2, 4, 3, 1)
    outline = tuple(Heading(f"p{at}", f"P{at}", level) for at, level in enumerate(levels))

    def ids(links: list[dict[str, Any]]) -> list[Any]:
        return [[one["url"], *ids(one["children"])] for one in links]

    assert ids(framing._nested(outline)) == [
        ["#p0", ["#p1"], ["#p2"]],
        ["#p3", ["#p4"], ["#p5"]],
        ["#p6"],
    ]
    assert framing._nested(outline)[0]["title"] == "P0"


def test_every_page_has_one_title_and_its_public_address(site: Path) -> None:
    shown = [one.read_text(encoding="utf-8") for one in site.rglob("index.html")]
    framed = [told for told in shown if 'id="noi-dung"' in told]
    assert len(framed) > 20
    assert {len(found("<h1[ >]", told)) for told in framed} == {1}
    for url, title in (("bai-viet/ba-phan", "Bài ba phần"), ("rieng", "Trang riêng")):
        assert found("<h1[^>]*>(.*?)</h1>", page(site, url)) == [title]
    for url in ("bai-viet/ba-phan", "bai-viet", "tim-kiem", "van-ban", "trich-dan"):
        told = page(site, url)
        assert len(found("<h1[ >]", told)) == 1, url
        assert found('<link rel="canonical" href="([^"]*)"', told) == [f"{ADDRESS}{url}/"]
        assert found('<meta property="og:url" content="([^"]*)"', told) == [f"{ADDRESS}{url}/"]


def test_on_paper_a_page_says_where_it_is_by_its_address_or_below_the_home_page(
    site: Path, tmp_path: Path
) -> None:
    asked = order(lay_out(tmp_path / "content"), tmp_path / "site")
    rendering.render(asked, asked.site)
    told = '<span class="paper__place">(.*?)</span>'
    assert found(told, page(site, "bai-viet/ba-phan")) == [f"{ADDRESS}bai-viet/ba-phan/"]
    assert found(told, page(asked.site, "bai-viet/ba-phan")) == ["/bai-viet/ba-phan/"]
    for sign in ('rel="canonical"', "oembed", "og:url"):
        assert sign in page(site, "bai-viet/ba-phan")
        assert sign not in page(asked.site, "bai-viet/ba-phan"), sign


def test_other_forms_of_a_page_are_told_in_full_where_another_language_is_one() -> None:
    given = (
        Alternate("du-lieu.json", "application/json", "Dữ liệu «1»"),
        Alternate("../en/", lang="en"),
    )
    pairs = [("og:title", 'Bài "A" & B')]
    told = head.lines(pairs, given, [("citation_title", "A<B")], f"{ADDRESS}bai/")
    assert told.split("\n") == [
        '<meta property="og:title" content="Bài &#34;A&#34; &amp; B">',
        '<link rel="alternate" type="application/json" title="Dữ liệu «1»" href="du-lieu.json">',
        f'<link rel="alternate" hreflang="en" href="{ADDRESS}en/">',
        '<meta name="citation_title" content="A&lt;B">',
    ]
    assert head.lines([], [], [], "") == ""


@pytest.mark.parametrize(
    ("wanted", "pages", "processes"),
    [
        ("3", 1, 3),
        ("", framing.FEW, 1),
        ("", framing.FEW + 1, workers.cores()),
        ("nhiều", framing.FEW + 1, workers.cores()),
    ],
)
def test_few_pages_are_drawn_alone_unless_somebody_says_otherwise(
    wanted: str, pages: int, processes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PORTAL_PROCESSES", wanted)
    assert framing._processes(pages) == processes


def told_in(site: Path, url: str) -> dict[str, list[str]]:
    """What the head of a page and its paper say of it."""
    text = page(site, url)
    return {
        "canonical": found('<link rel="canonical" href="([^"]*)"', text),
        "shared": found('<meta property="og:url" content="([^"]*)"', text),
        "described": found('<meta name="description"[^>]* content="([^"]*)"', text),
        "robots": found('<meta name="robots" content="([^"]*)"', text),
        "asked": found('<link rel="alternate" type="application/json.oembed" href="([^"]*)"', text),
        "place": found('<span class="paper__place">(.*?)</span>', text),
    }


def test_a_page_that_stands_beside_another_is_told_as_that_one_and_not_listed(site: Path) -> None:
    whole = f"{ADDRESS}van-ban/12-qd-bia/"
    assert told_in(site, "van-ban/12-qd-bia") == {
        "canonical": [whole],
        "shared": [whole],
        "described": ["Văn bản: Về việc bịa"],
        "robots": [],
        "asked": [f"{whole}oembed.json"],
        "place": [whole],
    }
    for on, read in (("2025-01-15", "15/01/2025"), ("2025-06-01", "01/6/2025")):
        told = f"Hiệu lực và lời của Quy định 12-QĐ/BIA về việc bịa tính đến ngày {read}."
        assert told_in(site, f"van-ban/12-qd-bia/{on}") == {
            "canonical": [whole],
            "shared": [whole],
            "described": [told],
            "robots": ["noindex"],
            "asked": [],
            "place": [f"{whole}{on}/"],
        }


def test_programs_are_told_of_an_entry_at_its_public_address_and_of_a_plain_page_nothing(
    site: Path,
) -> None:
    script = '<script type="application/ld.json">(.*?)</script>'
    (told,) = found(script, page(site, "van-ban/12-qd-bia"))
    data = json.loads(told)
    assert data["@id"] == data["url"] == f"{ADDRESS}van-ban/12-qd-bia/"
    assert data["name"] == "Quy định 12-QĐ/BIA về việc bịa"
    assert found(script, page(site, "tim-kiem")) == []


def test_a_reader_may_send_and_keep_a_page_with_a_head_but_not_the_home_page(site: Path) -> None:
    told = 'class="tools"'
    for url in ("bai-viet/ba-phan", "van-ban", "rieng"):
        assert page(site, url).count(told) == 1, url
    for url in ("", "tim-kiem"):
        assert told not in page(site, url), url


def test_the_frame_of_a_page_in_another_language_says_that_it_is_vietnamese(site: Path) -> None:
    other, own = page(site, "en"), page(site, "rieng")
    assert '<html lang="en"' in other
    assert '<html lang="vi"' in own
    assert 'content="en_GB"' in other
    assert 'content="vi_VN"' in own
    for part in ('class="site-header"', 'class="site-footer"', 'class="tools" data-search-exclude'):
        assert f'{part} lang="vi"' in other, part
        assert part in own
        assert f'{part} lang="vi"' not in own, part


def test_one_page_of_each_common_template_is_drawn_first_and_the_rare_ones_before_the_rest() -> (
    None
):
    names = ["a"] * framing.MANY + ["b"] * (framing.MANY - 1) + ["c"] * framing.MANY + ["d"]
    pages: Any = [
        SimpleNamespace(plan=SimpleNamespace(template=name), at=at) for at, name in enumerate(names)
    ]
    first, rest = framing._parted(pages)
    assert [one.plan.template for one in first] == ["a", "c"]
    assert [one.at for one in first] == [0, names.index("c")]
    told = "".join(one.plan.template for one in rest)
    many = framing.MANY - 1
    assert told == "b" * many + "d" + "a" * many + "c" * many
    assert sorted(one.at for one in (*first, *rest)) == list(range(len(names)))
    assert framing._parted([]) == ([], [])


# What a preview shows


def test_drafts_and_faults_are_seen_in_a_preview_and_nowhere_else(
    site: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert not (site / "bai-viet/nhap").exists()
    asked = order(lay_out(tmp_path / "content"), tmp_path / "site", serving=True)
    (asked.content / "docs/bai-viet/hong.md").write_text(FAULTY, encoding="utf-8")
    rendering.render(asked, asked.site)
    assert "Bản nháp" in page(asked.site, "bai-viet/nhap")
    assert "van-ban/khong-co" in page(asked.site, "bai-viet/hong")
    assert "docs/bai-viet/hong.md:" in capsys.readouterr().err
    with pytest.raises(builder.BuildFault):
        rendering.render(replace(asked, serving=False), tmp_path / "published")
    told = capsys.readouterr().err
    assert "docs/bai-viet/hong.md:" in told
    assert "nội dung có lỗi" in caplog.text
    assert not list((tmp_path / "published").iterdir())


def test_a_preview_looks_at_the_facts_too(tmp_path: Path) -> None:
    watched: list[str] = []
    server: Any = SimpleNamespace(watch=watched.append)
    config: Any = SimpleNamespace(docs_dir=str(tmp_path / "docs"))
    assert content.on_serve(server, config, None) is server
    assert watched == [str(tmp_path / "data")]


def test_today_is_told_or_is_the_day_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2031-02-03")
    assert content._today() == date(2031, 2, 3)
    monkeypatch.delenv("PORTAL_TODAY")
    assert abs(content._today() - date.today()).days <= 1  # noqa: DTZ011 the clock is asked


def test_a_name_that_cannot_stand_in_ids_ends_the_build_before_anything_is_read() -> None:
    for name in ("khong phai ten", "don-vi.example,2026", None):
        theme = SimpleNamespace(get_env=None, dirs=[])
        config: Any = SimpleNamespace(extra={"feed_name": name}, theme=theme)
        if name and " " in name:
            with pytest.raises(PluginError, match=re.escape("extra.feed_name")):
                content.on_config(config)
        else:
            assert content.on_config(config) is config
        assert config.extra["build_day"]


# What is taken over, and drawn anew


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that are drawn, in their order."""
    told: list[str] = []
    write: Callable[..., Any] = framing.Framing.write_page

    def told_of(self: framing.Framing, page: framing.ReadyPage) -> Any:
        told.append(page.plan.path)
        return write(self, page)

    monkeypatch.setattr(framing.Framing, "write_page", told_of)
    return told


def test_of_a_site_built_again_only_what_changed_is_drawn(tmp_path: Path, drawn: list[str]) -> None:
    first = order(lay_out(tmp_path / "content"), tmp_path / "site", again=True)
    rendering.render(first, first.site)
    whole = len(drawn)
    assert whole > 20
    drawn.clear()
    rendering.render(first, tmp_path / "same")
    assert drawn == []
    assert bytes_of(tmp_path / "same") == bytes_of(first.site)
    path = first.content / "docs/bai-viet/hai-phan.md"
    path.write_text(path.read_text(encoding="utf-8").replace("B.", "Lời mới."), encoding="utf-8")
    rendering.render(first, tmp_path / "changed")
    assert "bai-viet/hai-phan/index.html" in drawn
    assert "truong/index.html" not in drawn
    assert len(drawn) < whole / 2
    assert "Lời mới." in page(tmp_path / "changed", "bai-viet/hai-phan")
    rendering.render(replace(first, again=False), tmp_path / "cold")
    assert bytes_of(tmp_path / "changed") == bytes_of(tmp_path / "cold")


def test_what_the_search_found_out_is_left_only_where_it_is_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: dict[str, bytes] = {}
    left: list[str] = []

    def leave(self: Cache, name: str, told: bytes) -> None:
        held[name] = told
        left.append(name)

    monkeypatch.setattr(Cache, "left", lambda self, name: held.get(name, b""))
    monkeypatch.setattr(Cache, "leave", leave)
    asked = order(lay_out(tmp_path / "content"), tmp_path / "site")
    rendering.render(asked, tmp_path / "first")
    assert left == [SEARCH]
    rendering.render(asked, tmp_path / "again")
    assert left == [SEARCH]
    path = asked.content / "docs/bai-viet/hai-phan.md"
    path.write_text(path.read_text(encoding="utf-8").replace("B.", "Cưỡi voi."), encoding="utf-8")
    rendering.render(asked, tmp_path / "changed")
    assert left == [SEARCH, SEARCH]


def bytes_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name != "sitemap.xml.gz"
    }


def test_the_pages_of_a_saved_file_and_the_one_looked_at_are_shown_in_the_same_frame(
    tmp_path: Path, drawn: list[str]
) -> None:
    asked = order(lay_out(tmp_path / "content"), tmp_path / "site", serving=True)
    resident = builder.Resident()
    rendering.render(asked, asked.site, resident)
    drawn.clear()
    file = "docs/bai-viet/hai-phan.md"
    text = (asked.content / file).read_text(encoding="utf-8")
    (asked.content / file).write_text(text.replace("B.", "Lời vừa gõ."), encoding="utf-8")
    library, told = road.judge(asked.content, tiny.DAY, drafts=True)
    assert resident.show
    shown = resident.show(library, told, {file}, "bai-viet/nhap/index.html", asked.site)
    assert sorted(shown) == ["bai-viet/hai-phan/index.html", "bai-viet/nhap/index.html"]
    assert sorted(drawn) == sorted(shown)
    assert "Lời vừa gõ." in page(asked.site, "bai-viet/hai-phan")

    listed = "---\ntieu_de: Có tên trong danh mục\nmenu: Tra cứu\n---\n\nBịa.\n"
    (asked.content / "docs/moi.md").write_text(listed, encoding="utf-8")
    library, told = road.judge(asked.content, tiny.DAY, drafts=True)
    assert resident.show(library, told, {file}, "", asked.site) == []


def test_whoever_is_asked_on_the_way_ends_the_build(tmp_path: Path) -> None:
    resident = builder.Resident(is_overtaken=lambda: True)
    asked = order(lay_out(tmp_path / "content"), tmp_path / "site")
    with pytest.raises(builder.Overtaken):
        rendering.render(asked, asked.site, resident)


def test_what_the_pages_are_found_by_is_written_with_them(site: Path) -> None:
    index = json.loads((site / "api/v1/index.json").read_text(encoding="utf-8"))
    assert index
    assert (site / "sitemap.xml").is_file()
    assert any((site / "assets").rglob("*.css"))
