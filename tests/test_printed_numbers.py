"""Numbers as a text prints them, on the page and in Word; long texts folded. All made up."""

from __future__ import annotations

import re

from portal.markup import read
from portal.views.html.clauses import marked
from portal.views.html.folded import MOST, folded
from portal.views.html.markdown import Converter
from portal.views.outputs import outline_of
from portal.views.search.plain import sections
from portal.views.synopsis.units import units
from portal.views.word.body import converted


def page(text: str) -> str:
    return str(marked(Converter().block(text, str), {}, {}))


def printed(text: str) -> list[str]:
    """The paragraphs of its Word file."""
    made = re.findall(r"<w:p>(.*?)</w:p>", converted(page(text)))
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)", one)) for one in made]


def test_two_clauses_with_one_number_both_show_it() -> None:
    twice = "1. Một {#dieu-1.khoan-1}\n1. Lại một {#dieu-1.khoan-1-lan-2}\n"
    assert 'value="1"' in page(twice) and printed(twice) == ["1. Một", "1. Lại một"]
    assert 'value="1"' not in page("1. Một\n1. Hai\n")


def test_a_list_with_a_number_of_three_digits_has_room_for_it() -> None:
    assert '<ol start="99" class="hundreds">' in page("99. Một\n100. Hai\n")
    assert '<ol start="100" class="bracketed hundreds">' in page("100) Một\n")
    assert printed("100) Một\n") == ["100) Một"]
    assert "hundreds" not in page("98. Một\n99. Hai\n\n    1. Ba\n")
    inner = page("1. Một\n\n   100. Hai\n")
    assert inner.count("hundreds") == 1 and inner.startswith("<ol>")


def test_numbers_out_of_order_are_no_fault_of_who_pasted_them() -> None:
    assert not read("1. Một {#dieu-1.khoan-1}\n1. Lại {#dieu-1.khoan-1-lan-2}\n").findings
    assert read("2. Hai\n1. Một\n").findings


def test_items_show_their_own_number_and_no_bullet_beside_it() -> None:
    text = (
        "1. Một {#muc-i.1}\n   - a) A {#muc-i.1.a}\n   - đ) Đ {#muc-i.1.dd}\n"
        "   - 1.1. B {#muc-i.1.1}\n   - • Chấm {#muc-i.1.gach-1}\n   - Gạch {#muc-i.1.gach-2}\n"
        "     + Cộng {#muc-i.1.gach-2.cong-1}\n   - “Điều 5. Mới {#muc-i.1.loi-moi.dieu-5}\n"
        "   - **b)** Đậm {#muc-i.1.b}\n"
    )
    assert printed(text) == [
        *(
            "1. Một",
            "a) A",
            "đ) Đ",
            "1.1. B",
            "• Chấm",
            "- Gạch",
            "+ Cộng",
            "“Điều 5. Mới",
            "b) Đậm",
        )
    ]
    assert page(text).count('class="numbered"') == 6


def test_new_wording_belongs_to_the_clause_that_brings_it() -> None:
    text = "1. Sửa: {#dieu-1.khoan-1}\n   - “2. Lời mới.” {#dieu-1.khoan-1.loi-moi.khoan-2}\n"
    assert [one.id for one in sections(text)[1]] == ["dieu-1.khoan-1"]
    made = list(units(text, str))
    assert [one.id for one in made] == ["dieu-1.khoan-1"] and "Lời mới" in made[0].text


def long(chapters: int) -> str:
    items = "".join(f"{n}. Khoản {n} {{#dieu-%d.khoan-{n}}}\n" for n in range(1, 300))
    return "Mở đầu.\n\n" + "".join(
        f"## Chương {n} {{#chuong-{n}}}\n\n### Điều {n} {{#dieu-{n}}}\n\n"
        f"{items.replace('%d', str(n))}\n"
        for n in range(1, chapters + 1)
    )


def test_a_long_text_is_folded_by_its_widest_headings() -> None:
    whole = page(long(4))
    made = folded(whole)
    shown = re.sub(r"</summary>.*?</details>", "", made, flags=re.DOTALL)
    assert made.count("<details><summary><h2") == 4 and 'id="dieu-3.khoan-299"' in made
    assert len(re.findall(r"<[a-z]", shown)) < 30 < MOST
    assert re.sub(r"\s+", " ", made.striptags()) == re.sub(r"\s+", " ", folded(whole).striptags())
    assert [one.id for one in outline_of(made)] == [f"chuong-{n}" for n in range(1, 5)]


def test_a_short_text_and_one_of_a_single_part_stand_open() -> None:
    short, single = page("## Điều 1 {#dieu-1}\n\n## Điều 2 {#dieu-2}\n"), page(long(1))
    assert folded(short) == short and folded(single) == single
    assert [one.id for one in outline_of(single)] == ["chuong-1", "dieu-1"]


def shown(html: str) -> int:
    """Elements before a part is opened."""
    return len(re.findall(r"<[a-z]", re.sub(r"</summary>.*?</details>", "", html, flags=re.DOTALL)))


def articles(level: str, many: int) -> str:
    return "".join(
        f"{level} Điều {n}. Tên {{#dieu-{n}}}\n\n1. Một. {{#dieu-{n}.khoan-1}}\n2. Hai."
        f" {{#dieu-{n}.khoan-2}}\n3. Ba. {{#dieu-{n}.khoan-3}}\n\n"
        for n in range(1, many + 1)
    )


def test_a_long_text_under_one_heading_is_folded_by_the_next() -> None:
    made = folded(page("## Chương I {#chuong-i}\n\n" + articles("###", 110)))
    assert made.count("<details><summary><h3") == 110 and shown(made) < 800
    assert [one.id for one in outline_of(made)][:2] == ["chuong-i", "dieu-1"]


def test_hundreds_of_articles_without_chapters_are_folded_together() -> None:
    whole = page(articles("##", 430))
    made = folded(whole)
    told = [one.title for one in outline_of(made)]
    assert told[:2] == ["Điều 1 đến Điều 50", "Điều 51 đến Điều 100"]
    assert (told[-1], len(told)) == ("Điều 401 đến Điều 430", 9)
    assert shown(made) < 50 and made.count('id="dieu-') == whole.count('id="dieu-')
    assert "Điều 1 đến" not in converted(str(made)), "trong Word chỉ có lời văn bản"


def test_the_heading_of_a_folded_part_stands_in_word() -> None:
    told = converted(str(folded(page(long(4)))))
    assert told.count("Chương 3") == 1 and told.count("Điều 3") == 1
