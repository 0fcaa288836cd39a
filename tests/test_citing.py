"""Citations on pages: which words become links, what a document's page quotes, what editors see."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import tiny

from portal import views
from portal.library import Library
from portal.problem import report
from portal.road import judge
from portal.views.html.citing import Citing
from portal.views.inputs import Inputs
from portal.views.names import address
from portal.views.renderer import Renderer

DEAD = """\
---
tieu_de: Về việc ngủ trưa
so_ky_hieu: 07-QĐ/LM
loai: quy-dinh
co_quan: Hội đồng Làng Mây
ngay_ban_hanh: 2019-01-15
hieu_luc:
  - {{loai: het-toan-bo, ngay: 2020-01-01, nguon: [van-ban/01-qd-lm]}}
chat_luong_ban: goc-so
---

{body}
"""
ALIVE = """\
---
tieu_de: Về việc thức dậy
so_ky_hieu: 08-QĐ/LM
so_nhu_in: ["80-QĐ/LM ngày 02/3/2019"]
loai: quy-dinh
co_quan: Hội đồng Làng Mây
ngay_ban_hanh: 2019-03-02
chat_luong_ban: goc-so
---

## Điều 1. Dậy {{#dieu-1}}

1. Sớm. {{#dieu-1.khoan-1}}
2. Muộn. {{#dieu-1.khoan-2}}

## Điều 2. Lại ngủ {{#dieu-2}}

{body}
"""
ARTICLE = """\
---
tieu_de: Bài bịa
nguon: [van-ban/01-qd-lm]
---

{body}
"""
Told = Callable[..., Library]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """The tiny portal with two documents and an article more."""

    def told(article: str = "Bịa.", dead: str = "Bịa.", alive: str = "Bịa.") -> Library:
        content = tiny.lay_out(tmp_path / "content")
        for path, text in {
            "docs/van-ban/07-qd-lm.md": DEAD.format(body=dead),
            "docs/van-ban/08-qd-lm.md": ALIVE.format(body=alive),
            "docs/bai-viet/bia.md": ARTICLE.format(body=article),
        }.items():
            (content / path).write_text(text, encoding="utf-8")
        library, problems = judge(content, tiny.DAY)
        assert not [one for one in problems if one.level == "lỗi"], report(problems)
        return library

    return told


def drawn(library: Library, url: str) -> str:
    """The page as it is handed over; which spaces do not break is another room's matter."""
    (page,) = (one for one in views.draw(library).pages if one.url == url)
    return page.html.replace("\N{NO-BREAK SPACE}", " ")


def links(html: str) -> list[tuple[str, str]]:
    """(address, words) of the links to documents and clauses."""
    found = re.findall(r'<a[^>]* href="([^"]*-qd-lm/[^"]*|#dieu[^"]*)"[^>]*>(.*?)</a>', html)
    return [(href, re.sub(r"<[^>]+>", "", words)) for href, words in found]


def article(told: Told, body: str) -> list[tuple[str, str]]:
    """The links in an article's text."""
    return links(Renderer(Inputs(told())).page_context("bai-viet/bia/").md(body))


def test_a_citation_becomes_a_link_to_the_document_and_to_its_clause(told: Told) -> None:
    body = "Theo khoản 2 Điều 1 Quy định số 08-QĐ/LM ngày 02/3/2019 của Hội đồng Làng Mây."
    assert article(told, body) == [
        (
            "../../van-ban/08-qd-lm/#dieu-1.khoan-2",
            "khoản 2 Điều 1 Quy định số 08-QĐ/LM ngày 02/3/2019",
        )
    ]


def test_of_several_places_each_is_a_link(told: Told) -> None:
    page = "../../van-ban/08-qd-lm/"
    assert article(told, "Các Điều 1 và 2 Quy định 08-QĐ/LM; Điều 9 Quy định 08-QĐ/LM.") == [
        (f"{page}#dieu-1", "Các Điều 1"),
        (f"{page}#dieu-2", "2"),
        (page, "Quy định 08-QĐ/LM"),
    ]


def test_only_the_first_citation_under_a_heading_is_a_link(told: Told) -> None:
    body = "08-QĐ/LM, 08-QĐ/LM.\n\n08-QĐ/LM.\n\n## Nữa\n\nTheo 08-QĐ/LM."
    assert [words for _, words in article(told, body)] == ["08-QĐ/LM", "08-QĐ/LM"]


@pytest.mark.parametrize(
    "body",
    [
        "## Theo 08-QĐ/LM\n\nBịa.",
        "[Xem 08-QĐ/LM](https://vi-du.invalid/)",
        "`08-QĐ/LM`",
        "```\n08-QĐ/LM\n```",
        "https://vi-du.invalid/08-QĐ/LM",
        "<https://vi-du.invalid/08-QĐ/LM>",
        "Quy định 08-QĐ/LM ngày 03/4/2015",
        "108-QĐ/LM",
    ],
)
def test_no_link_where_it_is_none_or_leads_elsewhere(told: Told, body: str) -> None:
    assert article(told, body) == []


def test_a_dead_document_looks_dead_and_says_so_to_who_does_not_see_it(told: Told) -> None:
    body = "Theo Quy định 07-QĐ/LM và [quy định ấy](van-ban/07-qd-lm)."
    html = drawn(told(body), "bai-viet/bia/")
    found = re.findall(r'<a class="dead" href="([^"]+)">(.*?)<span class="unseen"> \((.*?)\)', html)
    words = [re.sub(r"<[^>]+>", "", one[1]) for one in found]
    assert words == ["Quy định 07-QĐ/LM", "quy định ấy"]
    assert {one[2] for one in found} == {"hết hiệu lực"}


def test_a_document_is_no_link_to_itself_but_its_clauses_are(told: Told) -> None:
    library = told(alive="Theo Điều 1 Quy định này, quy định 08-QĐ/LM, Điều 2 Quy định 07-QĐ/LM.")
    html = drawn(library, "van-ban/08-qd-lm/").partition('class="document-body"')[2]
    assert [one for one in links(html) if one[1].startswith("Điều") and "Quy" in one[1]] == [
        ("#dieu-1", "Điều 1 Quy định này"),
        ("../07-qd-lm/", "Điều 2 Quy định 07-QĐ/LM (hết hiệu lực)"),
    ]


def test_a_dead_document_does_not_strike_out_what_it_says_of_itself(told: Told) -> None:
    body = "## Điều 1 {#dieu-1}\n\nTheo Điều 1 Quy định này, [vẫn nó](van-ban/07-qd-lm#dieu-1)."
    html = drawn(told(dead=body), "van-ban/07-qd-lm/").partition('class="document-body"')[2]
    assert 'class="dead"' not in html.partition("</section>")[0]


def test_a_slip_that_is_noted_leads_to_the_document_and_says_what_is_meant(told: Told) -> None:
    ((href, words),) = article(told, "In là 80-QĐ/LM ngày 02/3/2019.")
    assert href == "../../van-ban/08-qd-lm/"
    assert words == "80-QĐ/LM ngày 02/3/2019 (hiểu là Quy định 08-QĐ/LM)"


def test_a_slip_that_nobody_noted_is_no_link(told: Told) -> None:
    assert article(told, "In là 18-QĐ/LM ngày 02/3/2019.") == []


def test_what_was_typed_stays_text(told: Told) -> None:
    html = drawn(told("Theo «A & B < C» 08-QĐ/LM & “D”."), "bai-viet/bia/")
    assert "«A &amp; B &lt; C»" in html
    assert "</a> &amp; “D”." in html


def test_a_document_quotes_who_cites_it_each_sentence_once(told: Told) -> None:
    library = told(
        "Mở đầu. Theo Điều 2 Quy định 08-QĐ/LM và 08-QĐ/LM, ai cũng ngủ.\n\n"
        "Xem [nó](van-ban/08-qd-lm).",
        dead="## Điều 1. Cũ {#dieu-1}\n\nXem Quy định 08-QĐ/LM.",
    )
    html = (
        drawn(library, "van-ban/08-qd-lm/")
        .partition('id="lien-quan"')[2]
        .partition("</section>")[0]
    )
    plain = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert plain.count("ai cũng ngủ.") == 1
    assert "Mở đầu" not in plain
    assert re.search(r'<a href="../07-qd-lm/#dieu-1">Điều 1</a>: Xem <b>Quy định', html)
    assert "Xem <b>nó</b>." in html
    assert html.count('href="../../bai-viet/bia/"') == 1


def test_very_many_citations_do_not_make_a_page_without_end(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "content")
    (content / "docs/van-ban/08-qd-lm.md").write_text(ALIVE.format(body="Bịa."), encoding="utf-8")
    for at in range(30):
        body = "\n\n".join(f"Câu {at}.{n} theo Quy định 08-QĐ/LM." for n in range(9))
        text = ARTICLE.format(body=body).replace("Bài bịa", f"Bài bịa {at}")
        (content / f"docs/bai-viet/bia-{at}.md").write_text(text, encoding="utf-8")
    html = tiny.html(tiny.draw(content), "van-ban/08-qd-lm/")
    assert html.count('href="../../bai-viet/bia-') == 30
    assert html.count('class="quotation"') == 80


def test_the_page_for_editors_tells_slips_unknown_numbers_and_dead_documents(told: Told) -> None:
    library = told(
        "Theo 07-QĐ/LM, theo 99-KH/LM ngày 01/01/2020, theo 99 -KH/LM; "
        "in là 18-QĐ/LM ngày 02/3/2019."
    )
    html = drawn(library, "trich-dan/")
    parts = dict(re.findall(r'<h2 id="([^"]+)">.*?</h2>(.*?)</section>', html, re.DOTALL))
    plain = {id: " ".join(re.sub(r"<[^>]+>", " ", part).split()) for id, part in parts.items()}
    assert (
        "18-QĐ/LM ngày 02/3/2019 Quy định 08-QĐ/LM 02/3/2019 số thừa hoặc thiếu một chữ số 1 chỗ"
        in plain["gan-giong"]
    )
    assert "99-KH/LM ngày 01/01/2020 1 chỗ" in plain["chua-co"]
    assert "Quy định 07-QĐ/LM (hết hiệu lực)" in plain["het-hieu-luc"]


def test_an_exception_silences_one_file_and_the_others_are_still_told(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "content")
    for name in ("mot", "hai"):
        text = ARTICLE.format(body="Theo 99-KH/LM.").replace("Bài bịa", f"Bài {name}")
        (content / f"docs/bai-viet/{name}.md").write_text(text, encoding="utf-8")
    (content / "data/_danh-muc/ngoai-le.yml").write_text(
        "tieu_de: Ngoại lệ\ngia_tri:\n  - {ma: bia, nhan: Bịa, quy_tac: trich-dan-la, "
        'tep: docs/bai-viet/hai.md, ngay: "2026-03-01"}\n',
        encoding="utf-8",
    )
    said = report([one for one in judge(content, tiny.DAY)[1] if one.rule == "trich-dan-la"])
    assert "docs/bai-viet/mot.md:6: nhắc: «99-KH/LM» được dẫn mà cổng chưa có. [" in said
    assert "hai.md" not in said


def test_a_draft_is_known_but_nobody_is_led_to_it(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "content")
    draft = ALIVE.format(body="Bịa.").replace("loai:", "trang_thai: nhap\nloai:", 1)
    (content / "docs/van-ban/08-qd-lm.md").write_text(draft, encoding="utf-8")
    text = ARTICLE.format(body="Theo 08-QĐ/LM.")
    (content / "docs/bai-viet/bia.md").write_text(text, encoding="utf-8")
    library, problems = judge(content, tiny.DAY)
    assert "08-QĐ/LM" not in report(problems)
    assert links(Renderer(Inputs(library)).page_context("bai-viet/bia/").md("Theo 08-QĐ/LM.")) == []


def test_real_pages_lead_from_their_citations_to_documents_that_are_there() -> None:
    library, _ = judge(Path(__file__).parent.parent, date(2026, 12, 1))
    citing = Citing(library, address)
    led = citing.linked("<p>Theo mục II.4 Kế hoạch số 380-KH/HVCTQG ngày 06/9/2021.</p>")
    assert 'href="van-ban/380-kh-hvctqg/#muc-ii.4"' in led
    led = citing.linked("<p>Công văn số 494-CV/HVCTQG ngày 13/5/2021.</p>")
    assert '<a href="van-ban/494-cv-hvctqg/">' in led


def body_links(library: Library) -> list[tuple[str, str]]:
    html = drawn(library, "van-ban/08-qd-lm/").partition('class="document-body"')[2]
    found = re.findall(
        r'<a href="([^"]*(?:-qd-lm/|#dieu)[^"]*)">(.*?)</a>', html.partition("</section>")[0]
    )
    return [(href, re.sub(r"<[^>]+>", "", words)) for href, words in found]


def test_a_document_leads_to_its_own_clauses(told: Told) -> None:
    body = (
        "1. Theo khoản 2 Điều 1 và Điều này. {#dieu-2.khoan-1}\n"
        "2. Trừ khoản 1 Điều này, khoản 7 Điều này. {#dieu-2.khoan-2}\n\n"
        "> “Theo Điều 1, khoản này.”"
    )
    assert body_links(told(alive=body)) == [
        ("#dieu-1.khoan-2", "khoản 2"),
        ("#dieu-2", "Điều này"),
        ("#dieu-2.khoan-1", "khoản 1 Điều này"),
    ]


def test_an_article_has_no_clauses_of_its_own(told: Told) -> None:
    assert article(told, "Theo khoản 1 Điều này, Điều 1.") == []


def test_marks_inside_a_citation_do_not_cut_it(told: Told) -> None:
    page = "../../van-ban/08-qd-lm/#dieu-1.khoan-2"
    for body in (
        "Theo khoản 2 **Điều 1** Quy định số **08-QĐ/LM**.",
        "**Theo khoản 2 Điều 1** *Quy định* số 08-QĐ/LM.",
        "Theo khoản 2 *Điều 1 Quy định số 08-QĐ/LM, sau đó* ngủ.",
    ):
        ((href, words),) = article(told, body)
        assert (href, words) == (page, "khoản 2 Điều 1 Quy định số 08-QĐ/LM"), body


def test_an_element_that_a_link_cuts_goes_on_in_it_and_behind_it(told: Told) -> None:
    context = Renderer(Inputs(told())).page_context("bai-viet/bia/")
    html = str(context.md("**Theo khoản 2 Điều 1** Quy định *số 08-QĐ/LM và hết*."))
    assert "<strong>Theo </strong><a" in html
    assert (
        "<strong>khoản 2 Điều 1</strong> Quy định <em>số 08-QĐ/LM</em></a><em> và hết</em>" in html
    )


def test_two_blocks_are_never_read_as_one(told: Told) -> None:
    for body in ("- Theo Điều 1\n- Quy định 08-QĐ/LM", "Theo Điều 1\n\nQuy định 08-QĐ/LM"):
        assert [words for _, words in article(told, body)] == ["Quy định 08-QĐ/LM"]


def test_brackets_of_a_note_that_is_no_link_lead_nowhere_and_stop_nothing(told: Told) -> None:
    body = r"Điều này \[79\](được sửa đổi) và \[80\](van-ban/07-qd-lm), \[81\](#_ftn81)."
    library = told(alive=body)
    assert not [one for one in library.cited.get("07-qd-lm", ()) if one.entry.id == "08-qd-lm"]


def test_what_a_text_cites_in_vain_is_one_reminder_and_stops_nothing(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "content")
    text = ALIVE.replace("loai:", "dieu_khoan_du: có\nloai:", 1).format(
        body="Theo 91-KH/LM, 92-KH/LM, Luật Mưa 2019 và Điều 7, khoản 8 Điều 1 Quy định này."
    )
    (content / "docs/van-ban/08-qd-lm.md").write_text(text, encoding="utf-8")
    found = [one for one in judge(content, tiny.DAY)[1] if "08-qd-lm" in one.path]
    assert {one.rule: one.level for one in found} == {
        "trich-dan-la": "nhắc",
        "dieu-khoan-khong-co": "nhắc",
    }
    said = "«91-KH/LM», «92-KH/LM», «Luật Mưa 2019» được dẫn mà cổng chưa có."
    assert said in [one.text for one in found]
