"""Room 5: what the tiny site is drawn as, tag for tag, and what a drawing may never do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import golden
import pytest
import readable
import tiny

from portal import views
from portal.kinds import KINDS
from portal.kinds.exemplar import FORM
from portal.problem import errors, report
from portal.road import judge
from portal.views import Edition, menu, parts
from portal.views.assess import alone, skeleton
from portal.views.html.texts import QUIET, Quiet
from portal.views.menu import BELOW

LATER = date(2026, 7, 1)
"""A day after the tiny regulation was replaced and its festival was over."""


@pytest.fixture(scope="module")
def built(tiny_content: Path) -> Edition:
    """What readers get."""
    return tiny.draw(tiny_content)


@pytest.fixture(scope="module")
def preview(tiny_content: Path) -> Edition:
    """What editors see before."""
    return tiny.draw(tiny_content, drafts=True)


@pytest.fixture
def spoilt(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """`spoilt({path: text})`: the tiny content with files added or replaced."""

    def spoil(files: dict[str, str]) -> Path:
        content = tiny.lay_out(tmp_path / "content")
        for path, text in files.items():
            (content / path).write_text(text, encoding="utf-8")
        return content

    return spoil


# The golden site


def test_the_tiny_site_is_drawn_as_expected(built: Edition, bless: bool) -> None:
    drawn = golden.files(built)
    if bless:
        golden.write(tiny.EXPECTED, drawn)
    elif drawn != (kept := golden.kept(tiny.EXPECTED)):
        pytest.fail(golden.disagreement(kept, drawn), pytrace=False)


def test_every_template_a_page_is_drawn_with_has_a_golden_page(built: Edition) -> None:
    templates = {page.plan.template.removesuffix(".jinja") for page in built.pages}
    assert templates - golden.kept(tiny.EXPECTED).keys() == set()


@pytest.mark.parametrize("old", ["biết hát hai bè", "Căn cứ", "nhiệm vụ"])
def test_a_changed_word_is_a_changed_line_of_its_golden_page(built: Edition, old: str) -> None:
    page = next(one for one in built.pages if one.html.count(old) == 1 and old not in one.title)
    changed = replace(page, html=page.html.replace(old, "chữ khác"))
    before, after = (golden.page(one).splitlines() for one in (page, changed))
    assert len(before) == len(after)
    assert [one != other for one, other in zip(before, after, strict=True)].count(True) == 1


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<p>a<p>b", "<p>\n  a\n  <p>\n    b\n"),  # as written: nothing is closed for the writer
        ("<ul>\n<li>a</li>\n <li></li></ul>", "<ul>\n  <li>a</li>\n  <li></li>\n</ul>\n"),
        ("<b>a</b><b>c</b>", "<b>a</b>\n<b>c</b>\n"),
        ("<b>a</b>\n<b>c</b>", "<b>a</b>\n␣\n<b>c</b>\n"),  # a space that shows
        ("<p> a  <b>c</b> </p>", "<p>\n  a␣\n  <b>c</b>\n</p>\n"),
        ("<p>a&amp;b&#8617;\u00a0c<br>d", "<p>\n  a&amp;b&#8617;&nbsp;c\n  <br>\n  d\n"),
        ("<pre>a\n  b</pre>", "<pre>a↵  b</pre>\n"),
        ('<a data-x  href="?a&b">c</a><!-- d -->', '<a data-x  href="?a&b">c</a>\n<!-- d -->\n'),
        ("<g><path d='x'/></g>", "<g>\n  <path d='x'/>\n</g>\n"),
        ("", ""),
    ],
)
def test_markup_is_laid_out_one_tag_a_line_and_loses_no_space_that_shows(
    markup: str, lines: str
) -> None:
    assert readable.lines(markup) == lines


def test_a_difference_is_told_shortly_with_the_command_that_accepts_it() -> None:
    long = "\n".join(f"dòng {number}" for number in range(200))
    said = golden.disagreement({"a.html": "mot\n"}, {"a.html": "hai\n", "b.html": long})
    assert "-mot\n+hai\n" in said
    assert "+++ b.html" in said
    assert said.endswith("-m pytest tests/test_views.py --bless")
    assert len(said.splitlines()) < golden.LINES_SHOWN + golden.NAMES_SHOWN


def files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every byte of the edition that is the same on every machine."""
    for page in edition.pages:
        yield f"pages/{page.url}index.html", f"{page.html}\n{golden.page(page)}".encode()
    for asset in edition.assets:
        if asset.path.endswith(".docx"):
            yield f"assets/{asset.path}", golden.READ["docx"](asset.content).encode()
        elif not asset.path.startswith(golden.ELSEWHERE):
            yield f"assets/{asset.path}", asset.content


def test_the_tiny_site_has_two_entries_of_every_kind_and_no_fault(tiny_content: Path) -> None:
    library, problems = judge(tiny_content, tiny.DAY)
    assert not errors(problems), report(problems)
    assert [kind.name for kind in KINDS if len(library.entries[kind.name]) < 2] == []


# What is published


def test_a_draft_is_absent_from_a_build_and_present_in_preview(
    built: Edition, preview: Edition
) -> None:
    url, secret = "mo-hinh/ban-nhap/", "câu bí mật"
    assert url not in tiny.by_url(built)
    assert not [path for path, content in files(built) if secret.encode() in content]
    assert not [path for path, content in files(built) if b"ban-nhap" in content]
    assert secret in tiny.html(preview, url)
    assert "Bản nháp" in tiny.html(preview, url)
    assert url.removeprefix("mo-hinh/") in tiny.html(preview, "mo-hinh/")


SCHEDULED = """\
tieu_de: Tổ Trống cái hẹn đăng
loai: nhom
ngay_dang: 2026-03-09
nguon: [bao-kin]
"""
POINTING = """\
---
tieu_de: Ai giữ trống cái?
phu_trach: to-trong-cai
ngay_dang: 2026-03-02
ngay_go: 2026-03-12
nguon: [bao-lang]
---

[Tổ ấy](don-vi/to-trong-cai) giữ; xem ![ảnh](tep/kin.png).
"""


def test_an_entry_is_nowhere_before_its_day_and_no_more_from_its_last(
    spoilt: Callable[[dict[str, str]], Path],
) -> None:
    source = (tiny.CONTENT / "data/nguon/bao-lang.yml").read_text(encoding="utf-8")
    content = spoilt(
        {
            "data/don-vi/to-trong-cai.yml": SCHEDULED,
            "docs/hoi-dap/ai-giu-trong.md": POINTING.replace("2026-03-02", "2026-03-07"),
            "docs/hoi-dap/ai-giu-dui.md": POINTING.replace(" ![ảnh](tep/kin.png)", " sau"),
            "data/nguon/bao-kin.yml": source.replace("Báo Làng viết về hoa", "Báo kín"),
        }
    )
    picture = next((tiny.CONTENT / "docs/tep").glob("*.png")).read_bytes()
    for name in ("kin", "chon-nham"):
        (content / f"docs/tep/{name}.png").write_bytes(picture)

    def told(edition: Edition, secret: str) -> list[str]:
        copies = [one.path for one in edition.copies if secret in one.path]
        return copies + [path for path, raw in files(edition) if secret.encode() in raw]

    early = tiny.draw(content)
    for secret in ("to-trong-cai", "Trống cái hẹn", "bao-kin", "ai-giu-trong", "kin.png"):
        assert told(early, secret) == []
    assert ">Tổ ấy</a> giữ" in tiny.html(early, "hoi-dap/ai-giu-dui/")
    shown = tiny.draw(content, drafts=True)
    assert "Sẽ đăng ngày 07/3/2026" in tiny.html(shown, "hoi-dap/ai-giu-trong/")
    due = tiny.draw(content, date(2026, 3, 9))
    assert told(due, "Trống cái hẹn") and told(due, "bao-kin")
    assert "tep/kin.png" in told(due, "kin.png")
    gone = tiny.draw(content, date(2026, 3, 12))
    assert told(gone, "kin.png") == []
    assert told(due, "chon-nham") == [], "what no entry shows may be anybody's papers"
    stub = dict(files(gone))["assets/hoi-dap/ai-giu-dui/index.html"].decode()
    assert "đã rút" in stub and "12/3/2026" in stub
    assert "ai-giu-dui" not in tiny.html(gone, "hoi-dap/")


def test_a_source_that_only_a_draft_rests_on_is_published_with_it(
    spoilt: Callable[[dict[str, str]], Path],
) -> None:
    draft = (tiny.CONTENT / "docs/mo-hinh/ban-nhap.md").read_text(encoding="utf-8")
    source = (tiny.CONTENT / "data/nguon/bao-lang.yml").read_text(encoding="utf-8")
    files = {
        "docs/mo-hinh/ban-nhap.md": draft.replace("[trang-chep]", "[bao-kin, bao-lang]"),
        "data/nguon/bao-kin.yml": source.replace("Báo Làng viết về hoa", "Báo kín"),
    }
    url = "nguon/bao-kin/"
    content = spoilt(files)
    made, preview = tiny.by_url(tiny.draw(content)), tiny.draw(content, drafts=True)
    assert url not in made
    assert "Báo kín" not in made["nguon/"].html
    assert "nguon/bao-lang/" in made  # others rest on it too
    assert url in tiny.by_url(preview)
    published = draft.replace("trang_thai: nhap\n", "").replace("[trang-chep]", "[bao-kin]")
    assert url in tiny.by_url(tiny.draw(spoilt({**files, "docs/mo-hinh/ban-nhap.md": published})))


@pytest.mark.parametrize(
    ("url", "secret"),
    [
        ("truong/lang-may/", "hai cái trống"),  # a fact
        ("truong/lang-may/", "28/02/2026"),  # a recognition
        ("tien-do/", "28/02/2026"),
        ("mo-hinh/vuon-hat/", "gấp mười"),  # an outcome
        ("bo-tieu-chi/01-qd-lm/", "9 chỉ tiêu"),  # a count
        ("bo-tieu-chi/01-qd-lm/", "thổi sáo"),  # an indicator
        ("van-ban/04-cv-lm/", "xương rồng"),
    ],
)
def test_what_only_the_last_rank_of_sources_says_is_absent(
    built: Edition, url: str, secret: str
) -> None:
    assert secret not in tiny.html(built, url)


def test_a_withheld_indicator_has_no_page(built: Edition) -> None:
    assert "bo-tieu-chi/01-qd-lm/m2-1-01/" in tiny.by_url(built)
    assert "bo-tieu-chi/01-qd-lm/m2-1-02/" not in tiny.by_url(built)


def test_what_is_withheld_is_counted_where_defects_are_told(built: Edition) -> None:
    html = tiny.html(built, "khiem-khuyet/")
    held = html.partition('id="chua-dang"')[2]
    assert "9 dữ kiện chỉ thấy ở trang đăng lại" in held
    assert "1 mục còn là bản nháp" in held
    assert re.search(r"Trường Làng Mây</a>: 1 công nhận, 1 thông tin khác", held)


def test_a_conflict_with_one_side_left_is_withheld_whole(built: Edition) -> None:
    html = tiny.html(built, "van-ban/04-cv-lm/")
    assert "Phó làng" not in html
    assert "Ai ký công văn" not in html
    assert "Tin báo làng hơn" not in html
    assert "Chưa kết luận được" in html  # the second conflict names no judgement


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("truong/lang-may/", "Trưởng làng kể chuyện tiếng trống."),
        ("quy-trinh/cong-nhan/", "Đã xem hoa thì phải có Bằng."),
        ("van-ban/02-kh-lm/", "mà không nêu số"),
        ("van-ban/04-cv-lm/", "mà không nêu số"),  # the same relation from the other end
        ("bo-tieu-chi/01-qd-lm/m1-1-02/", "Trường nào cũng có trống."),
    ],
)
def test_what_is_inferred_says_so_and_why(built: Edition, url: str, reason: str) -> None:
    html = tiny.html(built, url)
    assert "Suy ra" in html
    assert reason in html


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("bo-tieu-chi/01-qd-lm/", r"Tổng số: (?:<[^>]+>)*không rõ"),
        ("bo-tieu-chi/01-qd-lm/", r"biết hát hai bè</a>.*Ngưỡng\">(?:<[^>]+>)*–"),
        (
            "bo-tieu-chi/01-qd-lm/",
            r"giữ trống</a>.*Ngưỡng\">(?:<[^>]+>)*có ngưỡng, nguồn không nêu số",
        ),
        ("van-ban/", r"nhắc trồng hoa</a>.*Ngày\"[^>]*>(?:<[^>]+>)*–"),
        ("van-ban/04-cv-lm/", r"<dt>Ban hành</dt>\s*<dd>.*không rõ ngày"),
        ("truong/doi-gio/", r"<dt>Công nhận đạt chuẩn</dt>\s*<dd>Chưa có thông tin"),
        ("tien-do/", r"aria-label=\"chưa rõ\">–<"),
        ("", r"–</span></strong> <a [^>]*>trường đạt chuẩn mức 2 \(chưa có thông tin\)"),
        ("tien-do/", r"–</span></p>\s*<p>trường đạt chuẩn mức 2 \(chưa có thông tin\)"),
    ],
)
def test_what_is_not_known_is_said_never_shown_as_nought(
    built: Edition, url: str, what: str
) -> None:
    html = tiny.html(built, url)
    assert re.search(what, html)
    assert not re.search(r">0 chỉ tiêu|≥ 0|: 0<", html)


def test_a_dash_has_a_name_and_is_explained_below_its_table(built: Edition) -> None:
    dashed = 0
    for url in tiny.by_url(built):
        html = tiny.html(built, url)
        for table in re.findall(r"<table.*?</table>", html, re.DOTALL):
            dash = re.findall(r"<span class=\"unknown\"([^>]*)>–<", table)
            assert all('role="img" aria-label="chưa rõ"' in one for one in dash), url
            dashed += bool(dash)
            assert not dash or parts.GAPS_TOLD in html.partition(table)[2], url
            assert "chưa rõ</" not in table, url
    assert dashed > 8


def test_a_recognition_at_level_two_is_counted_once_a_source_tells_of_it(
    spoilt: Callable[[dict[str, str]], Path],
) -> None:
    path = "data/truong/lang-may.yml"
    text = (tiny.CONTENT / path).read_text(encoding="utf-8")
    weak, better = "le_don_bang: 2026-02-28, nguon: [trang-chep]", "le_don_bang: 2026-02-28"
    assert weak in text
    html = tiny.html(tiny.draw(spoilt({path: text.replace(weak, better)})), "")
    assert re.search(r">1</strong> <a [^>]*>lần công nhận đạt chuẩn mức 2", html)


# Links among pages


def test_every_link_of_the_menu_leads_to_a_page(built: Edition) -> None:
    pages = {page.plan.source_path for page in built.pages}
    assert [path for path in menu_paths(built.menu) if path not in pages] == []


def menu_paths(menu: list[dict[str, Any]]) -> Iterator[str]:
    for item in menu:
        for inside in item.values():
            if isinstance(inside, str):
                yield inside
            else:
                yield from menu_paths(inside)


def test_a_group_of_one_is_a_link_and_several_stand_by_their_places(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path, entries=False)
    for name, told in (
        ("a", "menu: Riêng"),
        ("b", "menu: Đôi\nthu_tu: 2"),
        ("c", "menu: Đôi\nthu_tu: 1\nten_menu: Tên ngắn"),
        ("d", "mo_ta: Không ở menu."),
    ):
        text = f"---\ntieu_de: Trang {name}\n{told}\n---\n\nBịa.\n"
        (content / f"docs/{name}.md").write_text(text, encoding="utf-8")
    made = menu.draw(judge(content, tiny.DAY)[0], ())
    groups = {name: inside for item in made for name, inside in item.items()}
    assert next(iter(groups.items())) == ("Trang chủ", "index.md")
    assert groups["Riêng"] == "a/index.md"
    assert groups["Đôi"] == [{"Tên ngắn": "c/index.md"}, {"Trang b": "b/index.md"}]
    assert "d/index.md" not in set(menu_paths(made))


def test_the_list_of_every_kind_stands_in_the_menu(built: Edition) -> None:
    """Or below an entry of the menu that says so: one name, one entry."""
    paths = set(menu_paths(built.menu))
    told = {path.removesuffix("index.md") for path in paths}
    lists = [f"{kind.name}/" for kind in KINDS if kind.menu]
    assert [one for one in lists if BELOW.get(one, one) not in told] == []


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        # stated in the plan
        ("van-ban/02-kh-lm/", "<dt>Triển khai</dt>"),
        ("van-ban/01-qd-lm/", "<dt>Được triển khai bởi</dt>"),
        # stated in the merged school
        ("truong/lang-may/", '<a href="../suoi-sao/">Trường Suối Sao</a>'),
        ("truong/suoi-sao/", '<a href="../lang-may/">Trường Làng Mây</a>'),
        # stated in the duty
        ("nhiem-vu/lm-01-trong-hoa/", '<a href="../../don-vi/hoi-phu-huynh/">'),
        ("don-vi/hoi-phu-huynh/", '<a href="../../nhiem-vu/lm-01-trong-hoa/">'),
        # stated in the document
        ("van-ban/01-qd-lm/", '<a href="../../don-vi/hoi-dong-lang-may/">'),
        ("don-vi/hoi-dong-lang-may/", '<a href="../../van-ban/01-qd-lm/">'),
        # stated in the indicator
        ("bo-tieu-chi/01-qd-lm/m1-1-01/", '<a href="../../../van-ban/01-qd-lm/#dieu-5">'),
        ("van-ban/01-qd-lm/", '<a href="../../bo-tieu-chi/01-qd-lm/'),
        # stated in prose
        ("thuat-ngu/duong-luoi/", '<a href="../../mo-hinh/vuon-hat/">'),
        ("mo-hinh/vuon-hat/", '<a href="../../thuat-ngu/duong-luoi/">'),
        # stated in the model, of a part of another entry
        ("mo-hinh/vuon-hat/", '<a href="../../bo-tieu-chi/01-qd-lm/m1-1-01/">'),
        ("bo-tieu-chi/01-qd-lm/m1-1-01/", '<a href="../../../mo-hinh/vuon-hat/">'),
    ],
)
def test_a_relation_is_stated_once_and_shown_from_both_ends(
    built: Edition, url: str, shown: str
) -> None:
    assert shown in tiny.html(built, url)


def test_an_old_address_leads_to_the_page_without_script(built: Edition) -> None:
    stubs = {
        asset.path: asset.content.decode()
        for asset in built.assets
        if asset.path.endswith(".html") and not asset.path.startswith("nhung/")
    }
    assert stubs.pop(alone.PATH)  # no stub: the tool of self-assessment in one file
    assert set(stubs) == {
        "van-ban/quy-dinh-cu/index.html",
        "cu/01.html",
        "truong/may-trang/index.html",
        "su-kien/le-don-bang/index.html",  # a row of the list
        "thuat-ngu/4-mua/index.html",
        "bo-tieu-chi/03-qd-lm/c2/index.html",  # rows of their set, and what was to be filled in
        "bo-tieu-chi/03-qd-lm/c2/phieu/index.html",
        "bo-tieu-chi/03-qd-lm/c3/index.html",
        "bo-tieu-chi/03-qd-lm/c3/phieu/index.html",
    }
    for path, target in {
        "van-ban/quy-dinh-cu/index.html": "../01-qd-lm/",
        "cu/01.html": "../van-ban/01-qd-lm/",
        "truong/may-trang/index.html": "../lang-may/",
    }.items():
        assert f'content="0; url={target}"' in stubs[path]
        assert f'<a href="{target}">' in stubs[path]


def test_prose_is_read_as_markdown_wherever_it_stands(built: Edition) -> None:
    """Alone, in lists, in groups: no square bracket of a link is left over."""
    assert [page.url for page in built.pages if re.search(r"\]\([a-z-]+/", page.html)] == []


def test_a_heading_called_like_a_section_of_ours_has_an_id_of_its_own(built: Edition) -> None:
    html = tiny.html(built, "bai-viet/vi-sao-hat/")
    assert html.count('id="nguon"') == 1
    assert html.count('id="nguon-2"') == 1
    outline = tiny.by_url(built)["bai-viet/vi-sao-hat/"].outline
    assert [one.id for one in outline if one.title == "Nguồn"] == ["nguon", "nguon-2"]


# Days


@pytest.mark.parametrize(
    ("today", "state"),
    [
        (date(2020, 1, 20), "Chưa có hiệu lực"),
        (tiny.DAY, "Còn hiệu lực"),
        (LATER, "Hết hiệu lực"),
    ],
)
def test_validity_is_that_of_the_day(tiny_content: Path, today: date, state: str) -> None:
    shown = tiny.draw(tiny_content, today, drafts=True)  # before its own day it is in previews only
    header = tiny.html(shown, "van-ban/01-qd-lm/").partition("</header>")
    assert f">{state}</span>" in header[0]


def test_an_event_ahead_is_past_on_a_later_day(tiny_content: Path, built: Edition) -> None:
    def ahead(edition: Edition) -> str:
        return tiny.html(edition, "su-kien/").partition('id="da-qua"')[0]

    assert "Hội hoa" in ahead(built)
    assert "Hội hoa" not in ahead(tiny.draw(tiny_content, LATER))


@pytest.mark.parametrize(
    ("path", "old", "new", "is_due"),
    [
        ("nhiem-vu/lm-02-tap-hat", "nguon:", "nguon:", True),
        ("nhiem-vu/lm-02-tap-hat", "hang-nam,", "hang-nam, tu_nam: 2020, den_nam: 2025,", False),
        ("nhiem-vu/lm-02-tap-hat", "hang-nam,", "hang-nam, tu_nam: 2020, den_nam: 2026,", True),
        ("don-vi/hoi-dong-lang-may", "nguon:", "thoi_hoat_dong: {ngay: 2026-03-01}\nnguon:", False),
        ("don-vi/hoi-dong-lang-may", "nguon:", "thoi_hoat_dong: {ngay: 2026-12-01}\nnguon:", True),
    ],
)
def test_what_nobody_is_left_to_do_is_not_ahead(
    path: str, old: str, new: str, is_due: bool, spoilt: Callable[[dict[str, str]], Path]
) -> None:
    file = f"data/{path}.yml"
    text = (tiny.CONTENT / file).read_text(encoding="utf-8")
    assert old in text
    edition = tiny.draw(spoilt({file: text.replace(old, new, 1)}))
    ahead = tiny.html(edition, "").partition('id="den-han"')[2].partition("</section>")[0]
    assert ("Tập hát mỗi năm" in ahead) is is_due
    left = "thoi_hoat_dong: {ngay: 2026-03" in new
    assert (
        "Đơn vị được giao đã kết thúc hoạt động" in tiny.html(edition, "nhiem-vu/lm-02-tap-hat/")
    ) is left
    assert (
        "Đơn vị này đã kết thúc hoạt động" in tiny.html(edition, "don-vi/hoi-dong-lang-may/")
    ) is left


def test_a_withdrawn_entry_leaves_a_page_that_says_so_and_nothing_of_its_text(
    spoilt: Callable[[dict[str, str]], Path],
) -> None:
    path = "docs/hoi-dap/hat-sai.md"
    text = (tiny.CONTENT / path).read_text(encoding="utf-8")
    told = "thay_doi:\n  - {ngay: 2026-03-01, noi_dung: Rút <vì> trùng.}\ntrang_thai: da-rut\n"
    content = spoilt({path: text.replace("---\n", f"---\n{told}chuyen_huong: [cu/x.html]\n", 1)})
    edition = tiny.draw(content)
    assert "hoi-dap/hat-sai/" not in tiny.by_url(edition)
    assets = {
        asset.path: asset.content.decode()
        for asset in edition.assets
        if "/search/" not in asset.path and not asset.path.endswith(("docx", "zip"))
    }
    for place in ("hoi-dap/hat-sai/index.html", "cu/x.html"):
        assert "Rút ngày 01/3/2026. Rút &lt;vì&gt; trùng." in assets[place]
        assert "<title>Mục này đã rút khỏi cổng</title>" in assets[place]
    preview = tiny.by_url(tiny.draw(content, drafts=True))
    assert "hoi-dap/hat-sai/" in preview


def test_news_of_tomorrow_is_not_told_today(tiny_content: Path, built: Edition) -> None:
    assert "Bổ sung Điều 6" in tiny.html(built, "co-gi-moi/")
    assert "Thay đổi của ngày mai" not in tiny.html(built, "co-gi-moi/")
    assert "Thay đổi của ngày mai" in tiny.html(tiny.draw(tiny_content, LATER), "co-gi-moi/")


COUNTED = (
    *("assets/nhung/xem/so-lieu/", "assets/nhung/xem/tien-do/", "assets/nhung/xem/bieu-do/"),
    "assets/tien-do/du-lieu/",
)
"""Figures in small pages and in files, which say their day."""


def test_only_what_depends_on_the_day_differs_between_two_days(
    tiny_content: Path, built: Edition
) -> None:
    """The clock is not read: all else would differ, or nothing."""
    next_day = tiny.draw(tiny_content, date(2026, 3, 6))
    before, after = dict(files(built)), dict(files(next_day))
    assert before.keys() == after.keys()
    changed = {path for path in before if before[path] != after[path]}
    counted = {path for path in changed if path.startswith(COUNTED)}
    empty = {f"assets/{skeleton.PATH}", f"assets/{FORM}"}
    word_files = {path for path in before if path.endswith(".docx")} - empty
    # The figures say «Tính đến 05/3/2026», and can be found; files to take away say when they were
    # made.
    assert changed == word_files | counted | {
        f"assets/{alone.PATH}",
        "pages/index.html",
        "pages/tien-do/index.html",
    }
    for path in changed:
        told, later = (_without_packed(one[path]) for one in (before, after))
        told = told.replace(b"05/3/2026", b"06/3/2026").replace(b"2026-03-05", b"2026-03-06")
        assert later == told, path


def _without_packed(content: bytes) -> bytes:
    """The tool in one file holds a Word file, whose parts say when they were packed."""
    return re.sub(rb"data-skeleton>[^<]+", b"", content)


def test_drawing_twice_gives_the_same_bytes(tiny_content: Path, built: Edition) -> None:
    assert dict(files(tiny.draw(tiny_content))) == dict(files(built))


# A portal without anything, and one with faults


def test_a_portal_without_entries_still_has_its_home_and_all_its_lists(tmp_path: Path) -> None:
    edition = tiny.draw(tiny.lay_out(tmp_path, entries=False))
    pages = tiny.by_url(edition)
    lists = {f"{kind.name}/" for kind in KINDS if kind.menu}
    finding = {"tim-kiem/", "tim-kiem/a-z/"}
    beside = {"co-gi-moi/", "khiem-khuyet/", "tien-do/", "van-ban/so-do/", "van-ban/theo-nam/"}
    beside |= {"tai-lieu-hoi-nghi/", "du-lieu/"}
    apart = {"tim-kiem/a-z/", *BELOW}
    assert set(pages) == {"", *beside, *lists, *finding, *apart}
    in_menu = [page for page in edition.pages if page.url not in apart]
    assert set(menu_paths(edition.menu)) == {page.plan.source_path for page in in_menu}
    for url in lists:
        assert re.search(r"Chưa có [^<]+ nào được đăng", pages[url].html), url
    for url in ("", "tien-do/"):  # what nobody has counted is unknown, not nought
        assert not re.search(r">0<", pages[url].html), url
        assert pages[url].html.count("chưa rõ") >= 4, url


def test_the_glossary_stands_under_the_letters_of_the_alphabet_whatever_the_tones(
    spoilt: Callable[[dict[str, str]], Path],
) -> None:
    names = ["Ấm chè", "Ăn hoa", "Án treo", "Đồi", "Ứng xử", "«Ơn»", "Uống", "Ốc", "êm", "Dưa"]
    files = {
        f"data/thuat-ngu/thu-{place}.yml": f'tieu_de: "{name}"\nnghia: x\nnguon: [trang-truong]\n'
        for place, name in enumerate(names)
    }
    html = tiny.html(tiny.draw(spoilt(files)), "thuat-ngu/")
    letters = re.findall(r'<h2 class="letter"[^>]*>([^<]+)</h2>', html)
    mine = [one for one in letters if one in "AĂÂDĐÊÔƠUƯ"]
    assert mine == list("AĂÂDĐÊÔƠUƯ")
    assert len(letters) == len(set(letters))


def test_preview_shows_the_faults_of_an_entry_on_its_page(
    spoilt: Callable[[dict[str, str]], Path],
) -> None:
    path = "data/su-kien/hoi-hoa.yml"
    text = (tiny.CONTENT / path).read_text(encoding="utf-8")
    content = spoilt({path: text.replace("2026-05-18", "18/05/2026")})
    html = tiny.html(tiny.draw(content, drafts=True), "su-kien/hoi-hoa/")
    assert f"<code>{path}:3</code> <strong>bat_dau</strong>" in html
    assert "Cách sửa: viết 2026-05-18" in html
    assert "Hội hoa" in html


DATA = re.compile(r'<script type="application/json">[^<]*</script>')
"""What the calculator of a chỉ tiêu reads; nothing in it can open or close a tag."""


def test_what_editors_write_cannot_become_markup(
    spoilt: Callable[[dict[str, str]], Path],
) -> None:
    """The rules refuse it; should they miss it, the pages still show it as text."""
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    fields = {
        "tieu_de": f"Hội {hostile}",
        "tom_tat": f"Hội {hostile} [x](javascript:alert(3))",
        "dia_diem": hostile,
    }
    kept = (tiny.CONTENT / "data/su-kien/hoi-hoa.yml").read_text(encoding="utf-8")
    lines = [line for line in kept.splitlines() if line.partition(":")[0] not in fields]
    written = "\n".join([*lines, *(f"{key}: '{text}'" for key, text in fields.items()), ""])
    edition = tiny.draw(spoilt({"data/su-kien/hoi-hoa.yml": written}))
    pages = [page for page in edition.pages if "alert(1)" in page.html]
    assert len(pages) > 3
    for page in pages:
        assert "<img src=x" not in page.html
        assert "<script" not in DATA.sub("", page.html)
        assert 'href="javascript' not in page.html


def test_texts_are_changed_outside_tags_links_and_headings_of_pages() -> None:
    html = (
        '<h1>hoa</h1><p title="hoa">hoa &amp; <b>hoa</b> <a href="hoa">hoa <i>hoa</i></a> hoa</p>'
        "<code>hoa</code><br>hoa"
    )
    changed = QUIET.change_texts(html, lambda text: text.replace("hoa", "<em>lá</em>"))
    assert changed == (
        '<h1>hoa</h1><p title="hoa"><em>lá</em> &amp; <b><em>lá</em></b> '
        '<a href="hoa">hoa <i>hoa</i></a> <em>lá</em></p><code>hoa</code><br><em>lá</em>'
    )


@pytest.mark.parametrize(
    ("html", "changed"),
    [
        ("<b>o</b>o", "<b>x</b>x"),
        ("<a>o</a>o<a>o</a>o", "<a>o</a>x<a>o</a>x"),
        ("<a>o<a>o</a>o</a>o<i>o</i>", "<a>o<a>o</a>o</a>x<i>x</i>"),
        ("<a>o<abbr>o</abbr></a>o", "<a>o<abbr>o</abbr></a>x"),
        ('<abbr>o</abbr><a href="o" o>o</a>o', '<abbr>x</abbr><a href="o" o>o</a>x'),
        ("o<a>o", "x<a>o"),
        ("o<a>o<a>o</a>o", "x<a>o<a>o</a>o"),
        ("<a></a>o<b></b>", "<a></a>x<b></b>"),
        ("", ""),
    ],
)
def test_what_is_in_a_quiet_element_stays_however_deep(html: str, changed: str) -> None:
    assert Quiet(("a", "code")).change_texts(html, lambda text: text.replace("o", "x")) == changed


@pytest.mark.parametrize("name", sorted(path.stem for path in tiny.LISTS.glob("*.yml")))
def test_a_preview_is_drawn_whichever_list_is_broken(name: str, tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    file = content / "data" / "_danh-muc" / f"{name}.yml"
    if not file.exists():
        pytest.skip("danh mục này nói về tệp của dự án")
    file.write_text('tieu_de: "dấu nháy không đóng\n', encoding="utf-8")
    library, problems = judge(content, tiny.DAY, drafts=True)
    assert [one.path for one in problems if one.path.startswith("data/_danh-muc")]
    assert views.draw(library, problems).pages
