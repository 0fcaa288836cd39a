"""What is done to running text at build: terms become links, lines are torn at right places."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
import tiny

from portal.kinds.term import Term
from portal.text import NBSP
from portal.views import Edition
from portal.views.html.terms import Glossary
from portal.views.html.typography import typeset
from portal.views.pages.definitions import PATH


def term(id: str, title: str, **more: tuple[str, ...]) -> Term:
    return Term(id=id, title=title, definition="Nghĩa bịa.", **more)


LINK = re.compile(
    r'<a class="term" href="[^"]*?([a-z0-9-]*)/">'
    r'(?:<abbr title="([^"]+)">)?(.*?)(?:</abbr>)?</a>',
    re.DOTALL,
)
GLOSSARY = Glossary(
    [
        term("muc-1", "Mức 1", synonyms=("đạt mức 1",)),
        term("hoi-dong", "Hội đồng"),
        term("hoi-dong-tham", "Hội đồng thẩm định", synonyms=("hội đồng & ban",)),
        term("gv", "Giảng viên", abbreviations=("GV",), unmarked=("Giảng viên",)),
        term("tdkt", "TĐKT", abbreviations=("TĐKT",), synonyms=("thi đua - khen thưởng",)),
    ]
)


def marked(text: str, url: str = "bai-viet/a/") -> str:
    """Running text with its links shown as [told](id)."""
    html = GLOSSARY.mark(f"<h1>Hội đồng</h1><p>{text}</p>", url)
    inside = html.removeprefix("<h1>Hội đồng</h1><p>").removesuffix("</p>")
    return LINK.sub(lambda m: f"[{m[3]}]({m[1]}{f': {m[2]}' if m[2] else ''})", inside)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hội đồng họp, rồi hội đồng nghỉ.", "[Hội đồng](hoi-dong) họp, rồi hội đồng nghỉ."),
        ("hội đồng thẩm định", "[hội đồng thẩm định](hoi-dong-tham)"),
        (
            "Hội đồng thẩm định, Hội đồng thẩm định, hội đồng.",
            "[Hội đồng thẩm định](hoi-dong-tham), Hội đồng thẩm định, [hội đồng](hoi-dong).",
        ),
        ("Đã đạt mức 1.", "Đã [đạt mức 1](muc-1)."),
        ("hội đồng &amp; ban", "[hội đồng &amp; ban](hoi-dong-tham)"),
        ("hội\nđồng ngắt dòng", "[hội\nđồng](hoi-dong) ngắt dòng"),
        # no words of their own
        ("mức 15, mức 1,5, mức 1.2", "mức 15, mức 1,5, mức 1.2"),
        ("đại hội đồngquê", "đại hội đồngquê"),
        # abbreviations as they are written, never inside a word or a number of a document
        ("GV giỏi", "[GV](gv: Giảng viên) giỏi"),
        ("gv, GVC, AGV, 12-KH/GV, GV-12, GV/12", "gv, GVC, AGV, 12-KH/GV, GV-12, GV/12"),
        ("(GV)", "([GV](gv: Giảng viên))"),
        ("«GV».", "«[GV](gv: Giảng viên)»."),
        ("TĐKT", "[TĐKT](tdkt: thi đua - khen thưởng)"),
        # told not to be marked; written out, an abbreviation explains itself
        ("giảng viên, thi đua - khen thưởng", "giảng viên, thi đua - khen thưởng"),
        # a name with capitals of its own is another name
        ("Hội Đồng Làng", "Hội Đồng Làng"),
        # nothing where something stands already
        ("<a href='#'>Hội đồng</a> <code>GV</code>", "<a href='#'>Hội đồng</a> <code>GV</code>"),
        ("<b>Hội đồng</b>", "<b>[Hội đồng](hoi-dong)</b>"),
        ("<span class='badge'>Mức 1</span>", "<span class='badge'>Mức 1</span>"),
        ("<h2>Mức 1</h2> mức 1", "<h2>Mức 1</h2> [mức 1](muc-1)"),
        ("", ""),
    ],
)
def test_the_first_of_a_term_leads_to_its_page(text: str, expected: str) -> None:
    assert marked(text) == expected


def test_a_page_does_not_lead_to_itself_nor_twice_to_another() -> None:
    assert marked("GV, mức 1", "thuat-ngu/gv/") == "GV, [mức 1](muc-1)"
    linked = '<a href="../../thuat-ngu/muc-1/">Mức</a> và mức 1'
    assert marked(linked) == linked


def test_terms_are_not_marked_above_the_title_nor_in_it() -> None:
    html = GLOSSARY.mark("<p>GV</p><h1>GV</h1><p>không</p>", "a/")
    assert html == "<p>GV</p><h1>GV</h1><p>không</p>"


@pytest.mark.parametrize(
    "text",
    [
        "hội " * 50_000,
        "hội đồng thẩm " * 20_000,
        "GV-" * 60_000,
        "A" * 200_000,
        "<p>hội đồng thẩm định" * 10_000,
        "<" * 100_000,
    ],
)
def test_hostile_text_is_marked_and_set_in_linear_time(text: str) -> None:
    def spent(html: str) -> float:
        begun = time.process_time()
        typeset(GLOSSARY.mark("</h1>" + html, "a/"))
        return time.process_time() - begun

    short, long = spent(text[: len(text) // 8]), spent(text)
    assert long < 1 or long < short * 24, "tám lần dài hơn phải gần tám lần lâu hơn"


def test_an_expansion_is_the_name_whose_words_begin_with_the_letters() -> None:
    made = term(
        "x",
        "BTG, BTGTU",
        abbreviations=("BTG", "BTGTU", "Vụ CTCT", "XYZ"),
        synonyms=("Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo", "Vụ Các trường chính trị"),
    )
    assert made.expansion("BTG") == "Ban Tuyên giáo"
    assert made.expansion("BTGTU") == "Ban Tuyên giáo Tỉnh ủy"
    assert made.expansion("Vụ CTCT") == "Vụ Các trường chính trị"
    assert made.expansion("XYZ") == ""
    assert term("y", "Đề án lớn", abbreviations=("ĐA",)).expansion("ĐA") == "Đề án lớn"


# The tiny site


@pytest.fixture(scope="module")
def tiny_edition(tiny_content: Path) -> Edition:
    return tiny.draw(tiny_content)


def test_pages_of_entries_are_marked_lists_and_home_are_not(tiny_edition: Edition) -> None:
    pages = tiny.by_url(tiny_edition)
    marked = {url for url, page in pages.items() if 'class="term"' in page.html}
    assert "bai-viet/vi-sao-hat/" in marked
    assert not {"", "thuat-ngu/", "co-gi-moi/", "khiem-khuyet/"} & marked
    html = pages["bai-viet/vi-sao-hat/"].html
    assert '<a class="term" href="../../thuat-ngu/an-hoa/">ăn hoa</a>' in html
    assert '<abbr title="Đường lưỡi">ĐL</abbr></a> và đường lưỡi là một' in html
    assert ">01-QĐ/ĐL</span>" in html


def test_short_definitions_stand_beside_the_terms_for_every_link(tiny_edition: Edition) -> None:
    told = next(one for one in tiny_edition.assets if one.path == PATH)
    terms = json.loads(told.content)
    assert terms["duong-luoi"] == {
        "title": "Đường lưỡi",
        "text": "Chỗ tiếng hát đi qua; xem vườn hát.",
    }
    assert set(terms) == {"4-mua", "an-hoa", "duong-luoi"}


# Lines and dashes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("năm 2025", "năm~2025"),
        ("Từ ngày 19/5/2021 đến tháng 7", "Từ ngày~19/5/2021 đến tháng~7"),
        ("điểm a khoản 2 Điều 5", "điểm~a khoản~2 Điều~5"),
        ("mục II.4, Chương III, Phụ lục 1", "mục~II.4, Chương~III, Phụ lục~1"),
        ("mức 1, tiêu chí 2", "mức~1, tiêu chí~2"),
        ("17.980 m², 3 ha, 75 %, 5 tỷ đồng", "17.980~m², 3~ha, 75~%, 5~tỷ đồng"),
        ("năm Việt Nam, điểm y tế, 3 hai", "năm Việt Nam, điểm y tế, 3 hai"),
        ("5 đồng chí", "5~đồng chí"),
        ("trước\nnăm 2025", "trước\nnăm~2025"),
        ("giai đoạn 2021-2025.", "giai đoạn <2021–2025>."),
        ("(2025-2030)", "(<2025–2030>)"),
        # no spans of years
        ("2025-2021", "<2025-2021>"),
        ("2021-05-19", "2021-05-19"),
        ("12-2021", "<12-2021>"),
        ("0912-2021", "<0912-2021>"),
        ("số 2021-2025/QĐ", "số~2021-2025/QĐ"),
        ("380-KH/HVCTQG", "<380-KH/HVCTQG>"),
        ("024-2021-2025", "024-2021-2025"),
        ("1-2", "1-2"),
    ],
)
def test_lines_are_not_torn_between_a_number_and_its_word(text: str, expected: str) -> None:
    made = typeset(f"<p>{text}</p>").removeprefix("<p>").removesuffix("</p>")
    made = made.replace(NBSP, "~").replace('<span class="nowrap">', "<").replace("</span>", ">")
    assert made == expected


def test_code_and_addresses_keep_their_signs() -> None:
    html = '<a href="x/2021-2025/">năm 2025</a> <code>năm 2021-2025</code>'
    assert typeset(html) == html.replace("năm 2025<", f"năm{NBSP}2025<")
    html = '<a href="x/2021-2025/" id="2021-2025">mới</a>'
    assert typeset(html) == html


LEADING = (
    *("năm", "tháng", "ngày", "quý", "Quý", "số", "Số", "thứ", "lần", "trang", "khóa", "khoá"),
    *("Điều", "điều", "khoản", "Khoản", "điểm", "Điểm", "mục", "Mục", "Chương", "chương"),
    *("Phần", "Phụ lục", "phụ lục", "mức", "Mức", "Tiêu chí", "tiêu chí", "hạng", "cụm", "bước"),
)
UNITS = ("m²", "km", "ha", "nghìn", "triệu", "tỷ", "đồng", "%", "giờ", "tiết", "tuổi")


@pytest.mark.parametrize("word", LEADING)
def test_a_number_stays_on_the_line_of_the_word_it_belongs_to(word: str) -> None:
    assert typeset(f"theo {word} 5 này") == f"theo {word}{NBSP}5 này"
    assert typeset(f"theo {word} II này") == f"theo {word}{NBSP}II này"
    assert typeset(f"theo x{word} 5 này") == f"theo x{word} 5 này"
    assert typeset(f"theo {word} này") == f"theo {word} này"


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_stays_on_the_line_of_its_number(unit: str) -> None:
    assert typeset(f"có 5 {unit}.") == f"có 5{NBSP}{unit}."
    assert typeset(f"có 5 {unit}x.") == f"có 5 {unit}x."
    assert typeset(f"có vài {unit}.") == f"có vài {unit}."
