"""The validity of made-up documents: a table of cases, and the library as of another day."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
import tiny

from portal import source
from portal.dates import PartialDate
from portal.forms import Link
from portal.kinds.base import Lists
from portal.kinds.document import Document, Relation, Status
from portal.kinds.document.lists import DocumentType, EventType, RelationType
from portal.kinds.document.parts import Period
from portal.kinds.document.validity import Validity, validity
from portal.kinds.lists import L, values
from portal.library.lists import lists_of
from portal.road import judge


@cache
def lists() -> Lists:
    return lists_of(source.read(tiny.LISTS.parents[1]))[0]


def listed(model: type[L], value: str) -> L:
    return values(lists(), model)[value]


def made(id: str, issued: str = "", *statuses: str, **known: object) -> Document:
    """`made("a", "2020-01-01", "co-hieu-luc 2020-02-01", "het-mot-phan 2021 (Điều 3) b")`."""
    return Document(
        id=id,
        title=id,
        type=listed(DocumentType, "quy-dinh"),
        issuer="Ban Bịa",
        issued=PartialDate.read(issued) if issued else None,
        statuses=tuple(map(status, statuses)),
        **known,  # type: ignore[arg-type]
    )


def status(told: str) -> Status:
    type, _, rest = told.partition(" ")
    on, _, scope = rest.partition(" (")
    scope, _, by = scope.rpartition(")")
    return Status(
        type=listed(EventType, type),
        on=PartialDate.read(on) if on.strip() else None,
        scope=scope or None,
        by=Link("van-ban", by.strip()) if by.strip() else None,
    )


def on_day(day: str, document: Document, *later: tuple[Document, str]) -> Validity:
    """`(document, "thay-the#dieu-2")`: who says what about it."""
    incoming = []
    for one, told in later:
        relation, _, place = told.partition("#")
        to = Link("van-ban", document.id, place)
        incoming.append((one, Relation(type=listed(RelationType, relation), to=to)))
    documents = {one.id: one for one in (document, *(one for one, _ in later))}
    return validity(document, incoming, date.fromisoformat(day), lists(), documents)


START = "co-hieu-luc 2020-02-01"


@pytest.mark.parametrize(
    ("sentence", "statuses", "day", "state", "since"),
    [
        ("không biết gì thì chưa rõ", [], "2026-03-05", "chua-ro", ""),
        ("ban hành chưa phải là có hiệu lực", [START], "2020-01-20", "chua-hieu-luc", "2020-02-01"),
        ("đúng ngày thì đã có hiệu lực", [START], "2020-02-01", "con-hieu-luc", "2020-02-01"),
        ("chưa tới ngày ban hành", [START], "2020-01-14", "chua-ban-hanh", "2020-01-15"),
        ("có hiệu lực, không rõ ngày", ["co-hieu-luc "], "2026-03-05", "con-hieu-luc", ""),
        ("hết toàn bộ", [START, "het-toan-bo 2025-01-01"], "2025-01-01", "het-toan-bo", "2025-01-01"),
        ("ngày trước đó thì còn", [START, "het-toan-bo 2025-01-01"], "2024-12-31", "con-hieu-luc", "2020-02-01"),
        ("hết mà không rõ ngày", [START, "het-toan-bo "], "2026-03-05", "het-toan-bo", ""),
        ("hết một phần", [START, "het-mot-phan 2022-01-01 (Điều 3)"], "2023-01-01", "het-mot-phan", "2022-01-01"),
        ("không rõ bắt đầu, đã hết một phần", ["het-mot-phan 2022-01-01"], "2023-01-01", "het-mot-phan", "2022-01-01"),
        ("không rõ bắt đầu, chưa tới ngày hết", ["het-toan-bo 2030-01-01"], "2026-03-05", "chua-ro", ""),
        ("ghi phạm vi là toàn bộ", ["co-hieu-luc 2020-02-01 (Toàn bộ)"], "2026-03-05", "con-hieu-luc", "2020-02-01"),
        ("hết cả văn bản", [START, "het-toan-bo 2025-01-01 (cả văn bản này)"], "2025-01-01", "het-toan-bo", "2025-01-01"),
        ("ngưng toàn bộ", [START, "ngung-toan-bo 2022-01-01"], "2022-06-01", "ngung-toan-bo", "2022-01-01"),
        ("thôi ngưng thì lại còn", [START, "ngung-toan-bo 2022-01-01", "thoi-ngung 2022-07-01"], "2023-01-01", "con-hieu-luc", "2020-02-01"),
        ("thôi ngưng, không rõ bắt đầu", ["ngung-toan-bo 2022-01-01", "thoi-ngung 2022-07-01"], "2023-01-01", "con-hieu-luc", "2022-07-01"),
        ("thôi ngưng chưa tới", [START, "ngung-toan-bo 2022-01-01", "thoi-ngung 2030"], "2026-03-05", "ngung-toan-bo", "2022-01-01"),
        ("thôi ngưng một phần", [START, "ngung-toan-bo 2022-01-01", "thoi-ngung 2022-07-01 (Điều 1)"], "2023-01-01", "ngung-mot-phan", "2022-01-01"),
        ("thôi ngưng đúng phần đã ngưng", [START, "ngung-mot-phan 2022-01-01 (Điều 1)", "thoi-ngung 2022-07-01 (Điều 1)"], "2023-01-01", "con-hieu-luc", "2020-02-01"),
        ("thôi ngưng phần khác", [START, "ngung-mot-phan 2022-01-01 (Điều 1)", "thoi-ngung 2022-07-01 (Điều 2)"], "2023-01-01", "ngung-mot-phan", "2022-01-01"),
        ("hết một phần rồi ngưng cả", [START, "het-mot-phan 2021-01-01", "ngung-toan-bo 2022-01-01"], "2023-01-01", "ngung-toan-bo", "2022-01-01"),
        ("hết một phần, thôi ngưng thì phần đã hết vẫn hết", [START, "het-mot-phan 2021-01-01", "ngung-toan-bo 2022-01-01", "thoi-ngung 2022-07-01"], "2023-01-01", "het-mot-phan", "2021-01-01"),
        ("ngưng rồi hết", [START, "ngung-toan-bo 2021-01-01", "het-toan-bo 2022-01-01"], "2023-01-01", "het-toan-bo", "2022-01-01"),
        ("được đính chính vẫn còn hiệu lực", [START, "dinh-chinh 2020-03-01"], "2023-01-01", "con-hieu-luc", "2020-02-01"),
        ("được đính chính, không rõ gì hơn", ["dinh-chinh 2020-03-01"], "2023-01-01", "chua-ro", ""),
        ("chỉ biết năm hết, đang trong năm ấy", [START, "het-toan-bo 2025"], "2025-06-01", "chua-ro", ""),
        ("chỉ biết năm hết, năm ấy đã qua", [START, "het-toan-bo 2025"], "2026-01-01", "het-toan-bo", "2025"),
        ("chỉ biết năm hết, năm ấy chưa tới", [START, "het-toan-bo 2025"], "2024-12-31", "con-hieu-luc", "2020-02-01"),
        ("chỉ biết tháng có hiệu lực", ["co-hieu-luc 2020-03"], "2020-03-10", "chua-ro", ""),
        ("hết trước một ngày, chưa rõ đã hết chưa", [START, "het-toan-bo trước 2025-06-01"], "2025-01-01", "chua-ro", ""),
        ("hết sau một ngày, không bao giờ chắc", [START, "het-toan-bo sau 2025-06-01"], "2026-01-01", "chua-ro", ""),
        ("hết khoảng một tháng đã xa", [START, "het-toan-bo khoảng 2025-01"], "2026-01-01", "het-toan-bo", "khoảng 2025-01"),
        ("ngày không chắc mà không đổi gì thì vẫn rõ", [START, "dinh-chinh 2025"], "2025-06-01", "con-hieu-luc", "2020-02-01"),
        ("các sự kiện ghi không theo thứ tự", ["het-toan-bo 2025-01-01", START], "2026-01-01", "het-toan-bo", "2025-01-01"),
    ],
)  # fmt: skip
def test_the_events_of_a_document_make_its_validity(
    sentence: str, statuses: list[str], day: str, state: str, since: str
) -> None:
    found = on_day(day, made("a", "2020-01-15", *statuses))
    assert found.state.value == state, sentence
    assert found.since == (PartialDate.read(since) if since else None), sentence


@pytest.mark.parametrize(
    ("sentence", "later", "told", "day", "state", "since"),
    [
        ("bị thay từ ngày văn bản mới có hiệu lực", made("b", "2025-01-01", "co-hieu-luc 2025-07-01"), "thay-the", "2025-07-01", "het-toan-bo", "2025-07-01"),
        ("văn bản mới chưa có hiệu lực thì vẫn còn", made("b", "2025-01-01", "co-hieu-luc 2025-07-01"), "thay-the", "2025-06-30", "con-hieu-luc", "2020-02-01"),
        ("không rõ bao giờ có hiệu lực thì tính từ ngày ban hành", made("b", "2025-01-01"), "thay-the", "2025-06-30", "het-toan-bo", "2025-01-01"),
        ("không rõ cả hai ngày vẫn là đã bị thay", made("b"), "thay-the", "2025-06-30", "het-toan-bo", ""),
        ("văn bản mới chưa ban hành", made("b", "2025-01-01"), "thay-the", "2024-12-31", "con-hieu-luc", "2020-02-01"),
        ("văn bản mới còn chờ ban hành", made("b", awaited=True), "thay-the", "2026-01-01", "con-hieu-luc", "2020-02-01"),
        ("bãi bỏ cũng là hết", made("b", "2025-01-01"), "bai-bo", "2025-06-30", "het-toan-bo", "2025-01-01"),
        ("chấm dứt thực hiện cũng là hết", made("b", "2025-01-01"), "cham-dut-thuc-hien", "2025-06-30", "het-toan-bo", "2025-01-01"),
        ("chỉ thay một điều thì hết một phần", made("b", "2025-01-01"), "thay-the#dieu-2", "2025-06-30", "het-mot-phan", "2025-01-01"),
        ("sửa đổi không làm hết hiệu lực", made("b", "2025-01-01"), "sua-doi-bo-sung", "2025-06-30", "con-hieu-luc", "2020-02-01"),
        ("cùng chủ đề ra sau không làm hết hiệu lực", made("b", "2025-01-01"), "cung-chu-de-moi-hon", "2025-06-30", "con-hieu-luc", "2020-02-01"),
        ("văn bản thay bị bãi trước khi có hiệu lực", made("b", "2025-01-01", "co-hieu-luc 2025-07-01", "het-toan-bo 2025-06-01"), "thay-the", "2025-12-31", "con-hieu-luc", "2020-02-01"),
        ("văn bản thay về sau cũng hết: vẫn là đã bị thay", made("b", "2022-01-01", "co-hieu-luc 2022-01-01", "het-toan-bo 2025-06-01"), "thay-the", "2025-12-31", "het-toan-bo", "2022-01-01"),
    ],
)  # fmt: skip
def test_a_later_document_ends_it_from_the_day_it_holds_itself(
    sentence: str, later: Document, told: str, day: str, state: str, since: str
) -> None:
    found = on_day(day, made("a", "2020-01-15", START), (later, told))
    assert found.state.value == state, sentence
    assert found.since == (PartialDate.read(since) if since else None), sentence


def test_what_is_coming_is_told_before_it_comes() -> None:
    old, new = made("a", "2020-01-15", START), made("b", "2025-01-01", "co-hieu-luc 2025-07-01")
    coming = on_day("2025-06-30", old, (new, "thay-the")).coming
    assert coming
    assert (coming.type.value, str(coming.on), coming.by) == ("het-toan-bo", "01/7/2025", new)
    assert on_day("2025-07-01", old, (new, "thay-the")).coming is None


def test_two_partial_states_hold_together_the_later_one_first() -> None:
    parts = ["het-mot-phan 2021-01-01 (Điều 1)", "ngung-mot-phan 2022-01-01 (Điều 2)"]
    found = on_day("2023-01-01", made("a", "2020-01-15", START, *parts, "dinh-chinh 2020-03-01"))
    assert found.state.value == "ngung-mot-phan"
    assert found.scope == "Điều 2"
    assert [one.value for one in found.also] == ["het-mot-phan", "duoc-dinh-chinh"]


def test_an_end_told_by_the_document_itself_is_not_told_twice() -> None:
    new = made("b", "2025-01-01")
    old = made("a", "2020-01-15", START, "het-toan-bo 2025-03-01 ()b")
    found = on_day("2026-01-01", old, (new, "thay-the"))
    assert (str(found.since), found.by) == ("01/3/2025", new)
    assert found.event
    assert found.event.replaced
    assert not found.event.assumed


def test_a_day_known_only_roughly_is_named_as_the_reason_of_doubt() -> None:
    found = on_day("2025-06-01", made("a", "2020-01-15", START, "het-toan-bo 2025"))
    assert found.doubt
    assert (found.doubt.type.value, str(found.doubt.on)) == ("het-toan-bo", "2025")
    assert found.event is None


# The library as of another day


def test_a_chain_of_replacements_leads_to_what_holds_now(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    text = (content / "docs/van-ban/03-qd-lm.md").read_text(encoding="utf-8")
    for number, (old, year) in {"05": ("03-qd-lm", 2027), "06": ("05-qd-lm", 2028)}.items():
        made = text.replace("01-qd-lm", old).replace("2026-06-01", f"{year}-01-01")
        made = made.replace("03-QĐ/LM", f"{number}-QĐ/LM")
        (content / f"docs/van-ban/{number}-qd-lm.md").write_text(made, encoding="utf-8")
    for day, holds in (
        (date(2026, 3, 5), None),
        (date(2026, 7, 1), "03-qd-lm"),
        (date(2027, 7, 1), "05-qd-lm"),
        (date(2028, 7, 1), "06-qd-lm"),
    ):
        library, _ = judge(content, day)
        first = next(one for one in library.of(Document) if one.id == "01-qd-lm")
        found = library.in_place_of(first)
        assert (found.id if found else None) == holds


@pytest.mark.parametrize(
    ("day", "states"),
    [
        (date(2019, 12, 31), {"01-qd-lm": "chua-ban-hanh", "03-qd-lm": "chua-ban-hanh"}),
        (date(2020, 1, 20), {"01-qd-lm": "chua-hieu-luc", "03-qd-lm": "chua-ban-hanh"}),
        (tiny.DAY, {"01-qd-lm": "con-hieu-luc", "03-qd-lm": "chua-ban-hanh"}),
        (date(2026, 6, 1), {"01-qd-lm": "het-toan-bo", "03-qd-lm": "con-hieu-luc"}),
    ],
)
def test_the_library_is_that_of_the_asked_day(
    day: date, states: dict[str, str], tiny_content: Path
) -> None:
    library, _ = judge(tiny_content, day, drafts=True)  # also what was put online after that day
    found = {id: one.state.value for id, one in library.validity.items()}
    assert states.items() <= found.items()
    assert {found["04-cv-lm"], found["huong-dan-trong-hoa"]} == {"chua-ro", "cho-ban-hanh"}


# How it looks


def test_a_dead_document_says_so_on_its_page_in_lists_and_wherever_it_is_named(
    tiny_content: Path,
) -> None:
    edition = tiny.draw(tiny_content, date(2026, 7, 1))
    page = tiny.html(edition, "van-ban/01-qd-lm/")
    assert '<article class="entry entry--van-ban entry--dead">' in page
    assert '<p class="notice__title">Hết hiệu lực</p>' in page
    assert "bị thay thế bởi <a" in page
    told = '(?s)<a class="dead" href="[^"]*01-qd-lm/">.{20,80}<span class="unseen"> \\(hết hiệu lực'
    for url in ("van-ban/", "van-ban/02-kh-lm/", "van-ban/03-qd-lm/"):
        assert re.search(told, tiny.html(edition, url)), url
    alive = tiny.html(tiny.draw(tiny_content), "van-ban/01-qd-lm/")
    assert "entry--dead" not in alive
    assert "Hết hiệu lực toàn bộ từ" in alive


def test_a_document_that_was_amended_says_what_to_read_with_it(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    path = content / "docs/van-ban/03-qd-lm.md"
    text = path.read_text(encoding="utf-8").replace("loai: thay-the", "loai: sua-doi-bo-sung")
    path.write_text(text, encoding="utf-8")
    page = tiny.html(tiny.draw(content, date(2026, 7, 1)), "van-ban/01-qd-lm/")
    assert "Có văn bản sửa đổi, bổ sung" in page
    assert "Đọc cùng <a" in page
    assert "entry--dead" not in page


def test_a_clause_tells_which_document_amends_it_and_from_when(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path)
    path = content / "docs/van-ban/03-qd-lm.md"
    text = path.read_text(encoding="utf-8").replace("loai: thay-the", "loai: sua-doi-bo-sung")
    for anchor, told in (("#dieu-5", True), ("#dieu-99", False), ("", False)):
        amending = text.replace("van_ban: 01-qd-lm}", f"van_ban: 01-qd-lm{anchor}}}", 1)
        assert amending != text or not anchor
        path.write_text(amending, encoding="utf-8")
        library, _ = judge(content, date(2026, 7, 1))
        changes = library.reworded.get("01-qd-lm", {}).get("dieu-5", ())
        mine = [(one.how, one.day) for one in changes if one.by == "03-qd-lm"]
        assert mine == [("được sửa đổi, bổ sung", "2026-06-01")] * told, anchor


def test_what_is_not_known_is_said(tiny_content: Path) -> None:
    page = tiny.html(tiny.draw(tiny_content), "van-ban/04-cv-lm/")
    header = page.partition("</header>")[0]
    assert "badge" not in header  # nothing is known of its validity: nothing is claimed
    assert "không rõ ngày" in page


@pytest.mark.parametrize(
    ("end", "day", "state"),
    [
        (2025, "2025-12-31", "chua-ro"),
        (2025, "2026-01-01", "qua-giai-doan"),
        (None, "2026-01-01", "chua-ro"),
    ],
)
def test_a_document_of_which_nothing_else_is_known_is_over_with_its_last_year(
    end: int | None, day: str, state: str
) -> None:
    one = made("a", "2020-01-15", period=Period(start=2021, end=end))
    assert on_day(day, one).state.value == state
    begun = made("a", "2020-01-15", START, period=Period(start=2021, end=end))
    assert on_day(day, begun).state.value == "con-hieu-luc"
