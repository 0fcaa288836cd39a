"""The lives of made-up documents: scopes, what ended before it began, random histories.

The suite tries some of the random ones; `LICH_SU=10000 pytest tests/test_histories.py` all.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import histories
import pytest
import tiny
from histories import DAYS, World, day_of
from test_validity import listed, made, on_day

from portal.dates import PartialDate
from portal.forms import Link
from portal.kinds.document import Document, Relation, Status
from portal.kinds.document.events import Histories
from portal.kinds.document.lists import EventType, RelationType
from portal.kinds.document.regions import conditions
from portal.kinds.document.scope import nesting
from portal.library.days import HEAVIEST, MOST, latest
from portal.source import Mapping, Source
from portal.views import Edition

TYPES = {
    "begin": "co-hieu-luc",
    "end": "het-toan-bo",
    "suspend": "ngung-toan-bo",
    "resume": "thoi-ngung",
    "extend": "keo-dai",
}


@cache
def _status(told: histories.Told) -> Status:
    scope = ", ".join(told.places)
    return Status(
        type=listed(EventType, TYPES[told.kind]),
        on=PartialDate.read(day_of(told.day).isoformat()),
        scope=f"trừ {_words(told.places)}" if told.without else scope or None,
    )


def _words(places: tuple[str, ...]) -> str:
    named = {
        "dieu-1": "Điều 1",
        "dieu-1.khoan-1": "khoản 1 Điều 1",
        "dieu-1.khoan-2": "khoản 2 Điều 1",
        "dieu-2": "Điều 2",
        "phu-luc-i": "Phụ lục I",
    }
    return ", ".join(named[one] for one in places)


BODY = """## Điều 1 {#dieu-1}

- Một {#dieu-1.khoan-1}
- Hai {#dieu-1.khoan-2}

## Điều 2 {#dieu-2}

## Phụ lục I {#phu-luc-i}
"""


def documents_of(world: World) -> dict[str, Document]:
    return {f"d{at}": _document(world, at) for at in range(len(world.events))}


def _document(world: World, at: int) -> Document:
    id = f"d{at}"
    source = Source(f"docs/van-ban/{id}.md", "van-ban", id, Mapping({}, {}, 1), BODY)
    relations = tuple(_relation(one) for one in world.endings if one.by == at)
    statuses = tuple(map(_status, world.events[at]))
    one = made(id, day_of(0).isoformat(), relations=relations, source=source)
    return replace(one, statuses=statuses)


def _relation(one: histories.Ending) -> Relation:
    to = Link("van-ban", f"d{one.of}", one.places[0] if one.places else "")
    return Relation(type=listed(RelationType, "bai-bo"), to=to, at=one.at or None)


def found(world: World) -> list[list[dict[str, str]]]:
    """By day, by document, by place: what the portal makes of it."""
    documents = documents_of(world)
    lives = Histories(documents)
    inside = {id: nesting(one) for id, one in documents.items()}
    told = []
    for day in range(DAYS):
        today = []
        for one in documents.values():
            known = lives.of(one)
            happened = [event for event in known if event.reached(day_of(day))]
            states = conditions(known, happened, inside[one.id])
            today.append({id: state.phase.name.lower() for id, state in states.items()})
        told.append(today)
    return told


def differences(seed: int, count: int) -> Iterator[tuple[World, int]]:
    """Where the portal and the clerk do not say the same."""
    for world in histories.worlds(seed, count):
        wanted = histories.phases(world)
        for day, today in enumerate(found(world)):
            if any(
                wanted[day][at][region] != phase
                for at, states in enumerate(today)
                for region, phase in states.items()
            ):
                yield world, day
                break


def test_random_lives_come_to_what_a_clerk_reckons_day_by_day() -> None:
    count = int(os.environ.get("LICH_SU", "150"))
    assert list(differences(16, count)) == []


OLD = made("cu", "2015-01-01", "co-hieu-luc 2015-02-01")


@pytest.mark.parametrize(
    ("sentence", "later", "told", "day", "state"),
    [
        ("vài điều có hiệu lực sớm thì văn bản bị thay chưa hết", ["co-hieu-luc 2025-01-01", "co-hieu-luc 2024-10-01 (Điều 3, Điều 4)"], "thay-the", "2024-12-31", "con-hieu-luc"),
        ("đúng ngày cả văn bản có hiệu lực thì hết", ["co-hieu-luc 2024-10-01 (Điều 3, Điều 4)", "co-hieu-luc 2025-01-01"], "thay-the", "2025-01-01", "het-toan-bo"),
        ("cả văn bản trừ vài điều", ["co-hieu-luc 2025-01-01", "co-hieu-luc 2026-01-01 (Điều 9)"], "thay-the", "2025-06-01", "het-toan-bo"),
        ("văn bản thay bị ngưng trước khi có hiệu lực", ["co-hieu-luc 2025-01-01", "ngung-toan-bo 2024-12-01"], "thay-the", "2025-06-01", "con-hieu-luc"),
        ("thôi ngưng rồi thì thay", ["co-hieu-luc 2025-01-01", "ngung-toan-bo 2024-12-01", "thoi-ngung 2025-05-01"], "thay-the", "2025-06-01", "het-toan-bo"),
        ("ngưng sau khi đã thay thì vẫn đã bị thay", ["co-hieu-luc 2025-01-01", "ngung-toan-bo 2025-02-01"], "thay-the", "2025-06-01", "het-toan-bo"),
        ("có hiệu lực và bị bãi bỏ cùng ngày thì chưa từng thay", ["co-hieu-luc 2025-01-01", "het-toan-bo 2025-01-01"], "thay-the", "2025-06-01", "con-hieu-luc"),
        ("chỉ biết năm hết, có hiệu lực giữa năm ấy", ["co-hieu-luc 2025-07-01", "het-toan-bo 2025"], "thay-the", "2026-06-01", "het-toan-bo"),
        ("thay một điều, văn bản mới chưa có hiệu lực", ["co-hieu-luc 2025-01-01"], "thay-the#dieu-3", "2024-12-31", "con-hieu-luc"),
        ("thay một điều", ["co-hieu-luc 2025-01-01"], "thay-the#dieu-3", "2025-01-01", "het-mot-phan"),
    ],
)  # fmt: skip
def test_a_later_document_acts_once_its_own_words_hold(
    sentence: str, later: list[str], told: str, day: str, state: str
) -> None:
    new = made("moi", "2024-08-01", *later)
    assert on_day(day, OLD, (new, told)).state.value == state, sentence


def test_what_its_clauses_end_is_ended_from_the_day_of_that_clause() -> None:
    source = Source("docs/van-ban/moi.md", "van-ban", "moi", Mapping({}, {}, 1), BODY)
    begins = ["co-hieu-luc 2025-01-01", "co-hieu-luc 2024-10-01 (Điều 2)"]
    new = made("moi", "2024-08-01", *begins, source=source)
    to = Link("van-ban", "cu", "dieu-7")
    said = Relation(type=listed(RelationType, "bai-bo"), to=to, at="dieu-2")
    lives = Histories({"moi": replace(new, relations=(said,)), "cu": OLD})
    assert [(one.scope, str(one.on)) for one in lives.of(OLD)] == [
        ("", "01/02/2015"),
        ("Điều 7", "01/10/2024"),
    ]


@pytest.mark.parametrize(
    ("sentence", "statuses", "day", "state", "parts"),
    [
        ("bị bãi bỏ trước khi có hiệu lực thì không sống lại", ["co-hieu-luc 2025-01-01", "het-toan-bo 2024-08-01"], "2025-02-01", "het-toan-bo", []),
        ("hết một điều trước khi có hiệu lực", ["co-hieu-luc 2025-01-01", "het-toan-bo 2024-08-01 (Điều 1)"], "2025-02-01", "het-mot-phan", ["dieu-1 Hết hiệu lực"]),
        ("có hiệu lực từng phần", ["co-hieu-luc 2025-01-01", "co-hieu-luc 2024-10-01 (Điều 1)"], "2024-11-01", "co-mot-phan", ["dieu-1 Còn hiệu lực"]),
        ("rồi có hiệu lực cả", ["co-hieu-luc 2025-01-01", "co-hieu-luc 2024-10-01 (Điều 1)"], "2025-01-01", "con-hieu-luc", []),
        ("một điều có hiệu lực muộn hơn", ["co-hieu-luc 2025-01-01", "co-hieu-luc 2026-01-01 (Điều 2)"], "2025-06-01", "co-mot-phan", ["dieu-2 Chưa có hiệu lực"]),
        ("có hiệu lực, trừ một điều", ["co-hieu-luc 2025-01-01 (trừ Điều 2)"], "2025-06-01", "con-hieu-luc", []),
        ("hết cả, trừ một điều", ["co-hieu-luc 2020-01-01", "het-toan-bo 2025-01-01 (trừ Điều 2)"], "2025-06-01", "het-mot-phan", ["dieu-2 Còn hiệu lực"]),
        ("hết một phần rồi hết cả", ["co-hieu-luc 2020-01-01", "het-toan-bo 2022-01-01 (Điều 1)", "het-toan-bo 2025-01-01"], "2025-06-01", "het-toan-bo", []),
        ("ngưng một điều, thôi ngưng một khoản", ["co-hieu-luc 2020-01-01", "ngung-toan-bo 2022-01-01 (Điều 1)", "thoi-ngung 2023-01-01 (khoản 2 Điều 1)"], "2025-06-01", "ngung-mot-phan", ["dieu-1 Ngưng hiệu lực"]),
        ("điều và khoản của chính điều ấy", ["co-hieu-luc 2020-01-01", "het-mot-phan 2022-01-01 (khoản 2 Điều 1)", "ngung-mot-phan 2023-01-01 (Điều 1)"], "2025-06-01", "ngung-mot-phan", ["dieu-1.khoan-2 Hết hiệu lực", "dieu-1 Ngưng hiệu lực"]),
        ("phụ lục", ["co-hieu-luc 2020-01-01", "het-toan-bo 2022-01-01 (Phụ lục I kèm theo Nghị định này)"], "2025-06-01", "het-mot-phan", ["phu-luc-i Hết hiệu lực"]),
        ("từ điều này đến điều kia", ["co-hieu-luc 2020-01-01", "het-toan-bo 2022-01-01 (từ Điều 1 đến Điều 2)"], "2025-06-01", "het-mot-phan", ["dieu-1 Hết hiệu lực", "dieu-2 Hết hiệu lực"]),
        ("chỉ vài chữ của một điều", ["co-hieu-luc 2020-01-01", "het-toan-bo 2022-01-01 (cụm từ «phép vua» tại Điều 1)"], "2025-06-01", "het-mot-phan", ["«cụm từ «phép vua» tại Điều 1» Hết hiệu lực"]),
        ("mã điều khoản", ["co-hieu-luc 2020-01-01", "het-toan-bo 2022-01-01 (dieu-1.khoan-2; dieu-2)"], "2025-06-01", "het-mot-phan", ["dieu-1.khoan-2 Hết hiệu lực", "dieu-2 Hết hiệu lực"]),
        ("hết rồi có hiệu lực trở lại", ["co-hieu-luc 2020-01-01", "het-toan-bo 2022-01-01", "co-hieu-luc 2023-01-01"], "2025-06-01", "con-hieu-luc", []),
        ("được kéo dài trước ngày hết", ["co-hieu-luc 2020-01-01", "het-toan-bo 2024-12-31", "keo-dai 2024-11-01", "het-toan-bo 2025-12-31"], "2025-06-01", "con-hieu-luc", []),
        ("kéo dài rồi cũng hết", ["co-hieu-luc 2020-01-01", "het-toan-bo 2024-12-31", "keo-dai 2024-11-01", "het-toan-bo 2025-12-31"], "2026-01-01", "het-toan-bo", []),
        ("kéo dài đúng ngày hết", ["co-hieu-luc 2020-01-01", "het-toan-bo 2024-12-31", "keo-dai 2024-12-31"], "2025-06-01", "con-hieu-luc", []),
        ("ngưng và thôi ngưng cùng ngày", ["co-hieu-luc 2020-01-01", "ngung-toan-bo 2024-12-31", "thoi-ngung 2024-12-31"], "2025-06-01", "con-hieu-luc", []),
        ("thôi ngưng chỉ biết năm", ["co-hieu-luc 2020-01-01", "ngung-toan-bo 2024-05-01", "thoi-ngung 2024"], "2025-06-01", "con-hieu-luc", []),
        ("thôi ngưng chỉ biết năm, năm chưa qua", ["co-hieu-luc 2020-01-01", "ngung-toan-bo 2024-05-01", "thoi-ngung 2024"], "2024-06-01", "chua-ro", []),
        ("chỉ biết tháng hết một điều", ["co-hieu-luc 2020-01-01", "het-toan-bo 2025-06 (Điều 1)"], "2025-06-10", "chua-ro", []),
        ("hết hai lần: lần đầu là lần hết", ["co-hieu-luc 2020-01-01", "het-toan-bo 2025", "het-toan-bo 2022-01-01"], "2025-06-10", "het-toan-bo", []),
    ],
)  # fmt: skip
def test_events_of_places_are_of_these_places_alone(
    sentence: str, statuses: list[str], day: str, state: str, parts: list[str]
) -> None:
    source = Source("docs/van-ban/a.md", "van-ban", "a", Mapping({}, {}, 1), BODY)
    found = on_day(day, made("a", "2019-01-01", *statuses, source=source))
    assert (found.state.value, [f"{one.region} {one.state.label}" for one in found.parts]) == (
        state,
        parts,
    ), sentence


def test_of_documents_that_end_each_other_the_earlier_ends_the_later_before_it_begins() -> None:
    one, other = made("a", "2020-01-01"), made("b", "2021-01-01")
    ends = [Relation(type=listed(RelationType, "bai-bo"), to=Link("van-ban", id)) for id in "ba"]
    found = {"a": replace(one, relations=(ends[0],)), "b": replace(other, relations=(ends[1],))}
    assert [len(Histories(found).of(each)) for each in found.values()] == [0, 1]


def test_a_long_chain_of_replacements_is_followed_to_its_end() -> None:
    type = listed(RelationType, "thay-the")
    found = {
        f"d{at}": made(
            f"d{at}",
            f"{1900 + at // 12}-{at % 12 + 1:02d}-01",
            relations=(Relation(type=type, to=Link("van-ban", f"d{at - 1}")),) if at else (),
        )
        for at in range(1000)
    }
    assert [str(one.on) for one in Histories(found).of(found["d0"])] == ["01/02/1900"]


# How it looks


CONSOLIDATED = """---
tieu_de: Hợp nhất quy định về trường làng chuẩn
tom_tat: Văn bản hợp nhất bịa.
so_ky_hieu: 05/VBHN-LM
loai: van-ban-hop-nhat
co_quan: Hội đồng Làng Mây
ngay_ban_hanh: 2026-02-01
hop_nhat_den: 2026-01-15
quan_he: [{loai: hop-nhat, van_ban: 01-qd-lm}, {loai: hop-nhat, van_ban: 03-qd-lm}]
chat_luong_ban: goc-so
linh_vuc: [doi-ngu]
ngay_dang: 2026-02-02
---

Quy định này nói về trường làng.
"""


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    content = tiny.lay_out(tmp_path_factory.mktemp("mot-phan"))
    old = content / "docs" / "van-ban" / "02-kh-lm.md"
    text = old.read_text(encoding="utf-8")
    told = "  - {loai: het-mot-phan, ngay: 2026-12-31, pham_vi: mục II}\n"
    more = "  - {loai: het-toan-bo, ngay: 2025-05-01, pham_vi: mục II, boi: 04-cv-lm}\n"
    more += "  - {loai: ngung-toan-bo, ngay: 2024-05-01, pham_vi: muc-i}\n"
    more += "  - {loai: thoi-ngung, ngay: 2024-08-01, pham_vi: muc-i}\n"
    words = {
        told: more,
        "Làm cho trường làng chuẩn.": "Làm cho trường làng chuẩn theo Mục II.",
        "- Trồng hoa trước trường.": "- Trồng hoa theo quy định tại Mục này.",
    }
    for was, now in words.items():
        assert was in text
        text = text.replace(was, now)
    old.write_text(text, encoding="utf-8")
    (old.parent / "05-vbhn-lm.md").write_text(CONSOLIDATED, encoding="utf-8")
    article = content / "docs" / "bai-viet" / "vi-sao-hat.md"
    said = "\nXem [việc phải làm](van-ban/02-kh-lm#muc-ii), [mục đích](van-ban/02-kh-lm#muc-i).\n"
    said += "\n## Nữa\n\nTheo mục II Kế hoạch số 02-KH/LM.\n"
    article.write_text(article.read_text(encoding="utf-8") + said, encoding="utf-8")
    return tiny.draw(content)


def test_a_document_partly_dead_says_of_which_clauses_in_its_head_at_them_and_in_lists(
    edition: Edition,
) -> None:
    page = tiny.html(edition, "van-ban/02-kh-lm/")
    assert '<p class="notice__title">Hết hiệu lực một phần</p>' in page
    assert '<strong>Hết hiệu lực</strong>: <a href="#muc-ii">mục II</a>, từ ' in page
    heading, _, below = page.partition('id="muc-ii"')
    assert '<p class="clause-state tone-het"><strong>Hết hiệu lực</strong>' in below[:400]
    assert "Ngưng hiệu lực từ" in heading
    assert "Thôi ngưng hiệu lực từ" in heading
    assert "Hết hiệu lực: mục II" in tiny.html(edition, "van-ban/")


def test_what_happened_stands_in_the_head_by_its_day(edition: Edition) -> None:
    head = tiny.html(edition, "van-ban/02-kh-lm/").partition("<dt>Hiệu lực</dt>")[2]
    days = re.findall(r'<time datetime="([^"]+)"', head.partition("</dd>")[0])
    assert {"2024-05-01", "2024-08-01", "2025-05-01"} <= set(days) and days == sorted(days)
    assert "phạm vi: mục I " in head and "muc-i " not in head


def test_the_days_on_which_something_changed_are_pages_with_the_state_of_the_day(
    edition: Edition,
) -> None:
    page = tiny.html(edition, "van-ban/02-kh-lm/")
    for day in ("2024-05-01", "2024-08-01", "2025-05-01"):
        assert f'href="{day}/"' in page
    then = tiny.html(edition, "van-ban/02-kh-lm/2024-05-01/")
    assert "Đang xem ngày 01/5/2024" in then
    assert "Ngưng hiệu lực một phần" in then
    assert "Hết hiệu lực từ" not in then
    assert 'class="dead"' not in then
    plan = next(one.plan for one in edition.pages if one.url.endswith("02-kh-lm/2024-05-01/"))
    assert (plan.instead, plan.searchable) == ("van-ban/02-kh-lm/", False)


def test_a_dead_clause_that_speaks_of_itself_is_not_struck_out(edition: Edition) -> None:
    page = tiny.html(edition, "van-ban/02-kh-lm/")
    struck = re.findall(r'<a class="dead" href="#([^"]+)">(.*?)<span', page)
    assert struck == [("muc-ii", "Mục II")]
    assert '<a href="#muc-ii">Mục này</a>' in page


def test_a_consolidated_text_says_what_it_puts_together_and_until_when(edition: Edition) -> None:
    page = tiny.html(edition, "van-ban/05-vbhn-lm/")
    told = re.search(r"<dt>Hợp nhất</dt>\s*<dd>(.*?tính đến.*?)</dd>", page, re.DOTALL)
    assert told
    assert re.findall(r'href="\.\./([^"]+)/"', told[1])[:2] == ["01-qd-lm", "03-qd-lm"]
    assert '<time datetime="2026-01-15">' in told[1]
    assert "Được hợp nhất tại" in tiny.html(edition, "van-ban/01-qd-lm/")


def test_the_pages_of_days_of_a_long_text_are_few() -> None:
    known = [date(2000 + at, 1, 1) for at in range(60)]
    assert latest(known, 20_000) == tuple(known[-MOST:])
    few = latest(known, 900_000)
    assert few == tuple(known[-4:]) and len(few) * 900_000 <= HEAVIEST
    assert latest(known, 10 * HEAVIEST) == tuple(known[-2:])
    assert latest(known, 0) == tuple(known[-MOST:])


def test_a_document_on_which_one_thing_happened_has_no_pages_of_days(edition: Edition) -> None:
    assert not [one.url for one in edition.pages if "van-ban/03-qd-lm/2" in one.url]


def test_who_cites_a_dead_clause_sees_that_it_is_dead(edition: Edition) -> None:
    page = tiny.html(edition, "bai-viet/vi-sao-hat/")
    struck = re.findall(
        r'<a class="dead" href="([^"]+)">(.*?)<span class="unseen"> \((.*?)\)', page
    )
    assert [(to, state) for to, _, state in struck] == [
        ("../../van-ban/02-kh-lm/#muc-ii", "hết hiệu lực")
    ] * 2
    assert '<a href="../../van-ban/02-kh-lm/#muc-i">mục đích' in page
    (card,) = (one.content for one in edition.assets if one.path == "van-ban/02-kh-lm/the.json")
    places = json.loads(card)["places"]
    assert places["muc-ii.gach-1"]["state"].startswith("Hết hiệu lực từ 01/5/2025, theo ")
    assert "state" not in places["muc-i"]
