"""Which document an amending text speaks of: by its relations, its title, the headings of articles.

Every document, number and day here is made up.
"""

from __future__ import annotations

import pytest

from bench import marked
from portal.citations.known import Known
from portal.citations.reading import Reading
from portal.citations.register import Register
from portal.dates import PartialDate

PLACES = ("dieu-1", "dieu-2", "dieu-3", "dieu-3.khoan-2", "dieu-5")
RAIN = Known(
    "mua", "luat", "Nuôi mưa", "31/2011/QH12", PartialDate.read("2011-05-05"), anchors=PLACES
)
DECREE = Known(
    "tuoi",
    "nghi-dinh",
    "Về tưới mây",
    "52/2012/NĐ-CP",
    PartialDate.read("2012-07-24"),
    anchors=PLACES,
)


def links(text: str, title: str, *amends: str, clauses: dict[str, str] | None = None) -> list[str]:
    """`clauses`: words that begin an article → its id."""
    host = Known(
        "host",
        "luat",
        title,
        "41/2020/QH14",
        PartialDate.read("2020-01-01"),
        anchors=PLACES,
        amends=amends,
    )
    register = Register(marked.types(), (RAIN, DECREE, host))

    def clause_at(at: int) -> str:
        begun = [id for words, id in (clauses or {}).items() if 0 <= text.find(words) <= at]
        return begun[-1] if begun else "dieu-1"

    return [
        f"{one.document.id} {' '.join(pin.id for pin in one.citation.pins)}".strip()
        for one in Reading(register, "host").read(text, clause_at, places=True)
        if one.document
    ]


@pytest.mark.parametrize(
    "title, wanted",
    [
        ("Sửa đổi, bổ sung một số điều của Luật Nuôi mưa", ["mua dieu-3.khoan-2"]),
        ("Luật sửa đổi, bổ sung một số điều của Luật Nuôi mưa", ["mua dieu-3.khoan-2"]),
        (
            "Sửa đổi một số điều của Nghị định số 52/2012/NĐ-CP ngày 24/7/2012 về tưới mây",
            ["tuoi dieu-3.khoan-2"],
        ),
        ("Sửa đổi, bổ sung một số điều của Luật Nuôi mưa và Luật Thả diều", []),
        ("Sửa đổi, bổ sung một số điều của các luật về mưa", []),
        ("Về mưa, thay thế Luật Nuôi mưa", []),
    ],
)
def test_what_is_changed_is_of_the_one_document_that_the_title_names(
    title: str, wanted: list[str]
) -> None:
    assert links("Sửa đổi, bổ sung khoản 2 Điều 3 như sau:", title) == wanted


def test_new_wording_without_its_opening_mark_is_of_the_document_in_the_title() -> None:
    text = "Việc trồng làm theo Điều 5 của Luật này.”"
    assert links(text, "Sửa đổi, bổ sung một số điều của Luật Nuôi mưa") == ["mua dieu-5"]


MANY = (
    "Điều 1. Sửa đổi, bổ sung một số điều của Luật Nuôi mưa\n\n"
    "Sửa đổi Điều 5 như sau:\n\n"
    "Điều 2. Sửa đổi, bổ sung một số điều của Luật Thả diều\n\n"
    "Sửa đổi khoản 2 Điều 3 như sau:\n\n“Theo Điều 2 của Luật này.”\n\n"
    "Điều 3. Sửa đổi, bổ sung một số điều của Nghị định số 52/2012/NĐ-CP\n\n"
    "Bãi bỏ Điều 2."
)


@pytest.mark.parametrize("known", [True, False])
def test_an_article_about_an_unknown_law_leads_to_no_other(known: bool) -> None:
    """Its relations name one law only, for the library has no other."""
    articles = {"Điều 2. Sửa": "dieu-2", "Điều 3. Sửa": "dieu-3"}
    found = links(MANY, "Sửa nhiều luật", *(("mua",) if known else ()), clauses=articles)
    assert found == ["mua", "mua dieu-5", "tuoi", "tuoi dieu-2"]
    assert links(MANY, "Sửa nhiều luật", "mua") == found


NEW = "dieu-1.khoan-1.loi-moi"


@pytest.mark.parametrize(
    "clause, text, wanted",
    [
        (
            f"{NEW}.dieu-9.khoan-2",
            "“Điều 9. 2. Theo khoản 1 Điều này.”",
            f"host {NEW}.dieu-9.khoan-1",
        ),
        (f"{NEW}.dieu-9.khoan-2", "“Theo khoản 4 Điều này.”", ""),
        (f"{NEW}.dieu-9.khoan-2", "[Khoản này có hướng dẫn]", "host dieu-1.khoan-1"),
        (f"{NEW}.dieu-9.khoan-2", "“Điều này.” Theo Điều này.", f"host {NEW}.dieu-9 host dieu-1"),
        ("dieu-1.khoan-1", "“2. Theo khoản 1 Điều này.”", ""),
    ],
)
def test_this_article_in_new_wording_is_the_one_worded_anew(
    clause: str, text: str, wanted: str
) -> None:
    places = (
        "dieu-1",
        "dieu-1.khoan-1",
        *(f"{NEW}.dieu-9{one}" for one in ("", ".khoan-1", ".khoan-2")),
    )
    host = Known("host", "luat", "Sửa", anchors=places)
    reading = Reading(Register(marked.types(), [host]), "host")
    found = [
        f"{one.document.id} {' '.join(pin.id for pin in one.citation.pins)}"
        for one in reading.read(text, lambda _: clause, places=True)
        if one.document
    ]
    assert " ".join(found) == wanted


def test_a_clause_worded_anew_alone_stands_in_its_article_of_the_amended_law() -> None:
    text = (
        "Sửa đổi, bổ sung khoản 3 Điều 3 như sau:\n\n“3. Theo khoản 2 Điều này, Điều 5 Luật này.”"
    )
    title = "Sửa đổi, bổ sung một số điều của Luật Nuôi mưa"
    clauses = {"Sửa đổi": "dieu-1.khoan-1", "“3.": f"{NEW}.khoan-3"}
    assert links(text, title, clauses=clauses)[-2:] == ["mua dieu-3.khoan-2", "mua dieu-5"]
    two = text.replace("khoản 3 Điều 3", "khoản 3 Điều 3 và Điều 1")
    assert links(two, title, clauses=clauses)[-1:] == ["mua dieu-5"]
    assert "mua dieu-3.khoan-2" not in links(two, title, clauses=clauses)
