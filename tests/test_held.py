"""What the portal has already of a document that is brought in: made-up papers of a village."""

from __future__ import annotations

from dataclasses import replace

import pytest
from test_status import library as made_library
from test_status import lists, plan
from test_status import school as made_school

from portal.dates import PartialDate
from portal.intake.fields import Fields, Found, Said, Sure
from portal.intake.held import known_issuer, names, near, same_document, same_file
from portal.kinds import Entry
from portal.kinds.document import Attachment, Document
from portal.kinds.lists import values
from portal.kinds.unit import Unit, UnitType
from portal.library import Library
from portal.source import Mapping, Source


def paper(id: str, number: str | None, year: int | None = 2020, **more: object) -> Document:
    source = Source(f"docs/van-ban/{id}.md", "van-ban", id, Mapping({}, {}, 1), "Bịa.")
    made = plan(number=number, source=source)
    issued = PartialDate(year, 1, 1) if year else None
    return replace(made, id=id, issued=issued, **more)  # type: ignore[arg-type]


def library(*entries: Entry) -> Library:
    return replace(made_library("2026-03-05", *entries), everything=entries)


def said(value: str) -> Said:
    return Found(value, Sure.LIKELY, "đoạn 1", "chữ mờ")


def fields(number: str = "", date: str = "", **more: str) -> Fields:
    told = {"number": number, "date": date, **more}
    return Fields(**{key: said(value) for key, value in told.items() if value})  # type: ignore[arg-type]


FIRST, SECOND = paper("mot", "1-KH/LM"), paper("hai", "2-KH/LM")


@pytest.mark.parametrize(
    ("number", "date", "path"),
    [
        ("2-KH/LM", "2020-01-01", "docs/van-ban/hai.md"),
        ("02-KH/LM", "", "docs/van-ban/hai.md"),
        ("1-KH/LM", "2020-01-01", "docs/van-ban/mot.md"),
        ("2-KH/LM", "2021-01-01", ""),
        ("3-KH/LM", "2020-01-01", ""),
        ("5-KH/LM", "2020-01-01", "docs/van-ban/nam.md"),
        ("", "2020-01-01", ""),
    ],
)
def test_a_document_is_there_by_its_number_and_its_day_as_far_as_both_are_known(
    number: str, date: str, path: str
) -> None:
    dayless, bare = paper("nam", "5-KH/LM", None), paper("khong-so", None)
    made = library(made_school("a"), bare, FIRST, SECOND, dayless)
    assert same_document(fields(number, date), made) == path


def test_a_file_is_there_by_what_it_holds_whatever_letters_its_digest_is_written_in() -> None:
    digest = "ab" * 32
    files = tuple(
        Attachment(title="Tệp", path=f"{at}.pdf", sha256=told)
        for at, told in enumerate((None, digest.upper()))
    )  # fmt: skip
    made = library(FIRST, made_school("a"), replace(SECOND, attachments=files))
    assert same_file(digest, made) == "docs/van-ban/hai.md"
    assert same_file("cd" * 32, made) == ""
    assert same_file("", made) == ""


def test_the_same_number_of_another_day_is_told_with_both() -> None:
    made = library(made_school("a"), SECOND)
    (told,) = near(fields("2-KH/LM", "2021-05-06"), made)
    assert "van-ban/hai" in told and str(SECOND.issued) in told
    assert list(near(fields("2-KH/LM", "2020-01-01"), made)) == []
    assert list(near(fields("2-KH/LM"), made)) == []
    assert list(near(Fields(), made)) == []


def test_the_same_title_is_told_only_where_no_number_says_more() -> None:
    made = library(made_school("a"), FIRST, replace(SECOND, title="Khác hẳn"))
    (told,) = near(fields(title="KẾ HOẠCH BỊA"), made)
    assert FIRST.source.path in told
    assert list(near(fields(title="Không ai có"), made)) == []
    assert list(near(fields("9-BC/XY", title="Kế hoạch bịa"), made)) == []


def test_an_issuer_of_the_register_is_written_as_there_and_linked() -> None:
    kind = next(iter(values(lists(), UnitType).values()))
    body = Unit(id="lang", title="Ủy ban Làng Mây", type=kind)
    made = library(made_school("a"), body)
    found, link = known_issuer(fields(issuer="ỦY BAN LÀNG MÂY"), made)
    assert found.issuer and (link, found.issuer.value) == ("lang", "Ủy ban Làng Mây")
    assert (found.issuer.sure, found.issuer.why) == (Sure.CERTAIN, "")
    other = fields(issuer="Ủy ban Làng Gió")
    assert known_issuer(other, made) == (other, "")
    assert {"Ủy ban Làng Mây", made_school("a").name} <= set(names(made))


@pytest.mark.parametrize(
    ("number", "ours", "others", "known"),
    [
        ("9-QĐ/LM", 3, 1, True),  # three of four are most
        ("9-QĐ/LM", 2, 1, False),
        ("9-QĐ/LM", 1, 0, True),
        ("9-QĐ/XY", 3, 0, False),
        ("9", 3, 0, False),
        ("", 3, 0, False),
    ],
)
def test_a_head_without_an_issuer_has_that_of_most_documents_of_its_marks(
    number: str, ours: int, others: int, known: bool
) -> None:
    papers = [paper(f"a{at}", f"{at + 1}-KH/LM", issuer="Làng Mây") for at in range(ours)]
    papers += [paper(f"b{at}", f"{at + 1}-BC/LM", issuer="Làng Gió") for at in range(others)]
    papers += [paper("c", "1-KH/ZZ", issuer="Làng Mưa"), paper("d", None, issuer="Làng Mưa")]
    found, link = known_issuer(fields(number), library(made_school("a"), *papers))
    assert link == ""
    assert (found.issuer.value if found.issuer else None) == ("Làng Mây" if known else None)
    if found.issuer:
        assert (found.issuer.sure, found.issuer.place) == (Sure.LIKELY, "số, ký hiệu")
        assert found.issuer.why


def test_names_are_those_of_bodies_and_what_documents_write() -> None:
    told = list(names(library(FIRST, made_school("a"))))
    assert told[:3] == ["Ban Bịa", "Kế hoạch bịa", made_school("a").name]
    assert "Lai Châu" in told
