"""Room 3's own tests: what is joined, counted, kept back, and what is due on one day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest import mock

import pytest
import tiny
from test_status import library as made_library
from test_status import lists as tiny_lists
from test_status import plan
from test_status import school as made_school

from portal.dates import PartialDate
from portal.kinds import Entry
from portal.kinds.base import Link
from portal.kinds.document import Document, Relation, Version
from portal.kinds.document.lists import RelationType
from portal.kinds.duty import Duty
from portal.kinds.entry import Change, Claim, Conflict, Fact
from portal.kinds.event import Event
from portal.kinds.lists import Publication, values
from portal.kinds.school import School
from portal.kinds.term import Term
from portal.library import Library, due, milestones, publication, statistics
from portal.library.days import text_on
from portal.library.lists import FOLDER
from portal.library.meant import MOST, Names
from portal.library.mentions import days_told, sentence_around
from portal.library.milestones import written
from portal.library.news import News, What, happened, mixed
from portal.library.wording import Amendment, reworded, with_amendments
from portal.problem import Problem, Sought, errors, report
from portal.road import judge
from portal.source import Mapping as Values
from portal.source import Source

World = Callable[..., Library]
HEAD = "---\ntieu_de: {}\nloai: ke-hoach\nco_quan: Làng\nchat_luong_ban: goc-so\nnguon: [n1]\n"
SOURCES = {
    f"data/nguon/{id}.yml": f"tieu_de: {id}\nhang: {rank}\nco_quan: Báo\n"
    f"dia_chi: https://{id}.example/\nngay_doc: 2026-01-01\nphan_da_doc: Cả trang\n"
    for id, rank in {"n1": "trang-chinh-thuc", "n2": "bao-chi", "n9": "khong-ro"}.items()
}


def yml(title: str, *lines: str, sources: str = "n1") -> str:
    return "\n".join([f"tieu_de: {title}", *lines, f"nguon: [{sources}]", ""])


def document(title: str, *lines: str, body: str = "Bịa.") -> str:
    return HEAD.format(title) + "".join(f"{line}\n" for line in lines) + f"---\n\n{body}\n"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """`world({path: text}, day)`: the library of made-up files."""

    def world(files: dict[str, str], day: date = tiny.DAY, drafts: bool = False) -> Library:
        content = tiny.lay_out(tmp_path, entries=False)
        for path, text in {**SOURCES, **files}.items():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            (content / path).write_text(text, encoding="utf-8")
        library, problems = judge(content, day, drafts=drafts)
        assert not errors(problems), report(problems)
        return library

    return world


# What is due


def duty(title: str, deadline: str, *lines: str) -> str:
    return yml(title, "dieu_khoan: a", f"thoi_han: {{{deadline}}}", *lines)


PLAN = {"docs/van-ban/a.md": document("A", "so_ky_hieu: 1-KH/LM")}


@pytest.mark.parametrize(
    ("deadline", "day", "when"),
    [
        ("loai: co-ngay, ngay: 2026-03-05", "2026-03-05", ""),  # today is still ahead
        ("loai: co-ngay, ngay: 2026-03-04", None, None),
        ("loai: co-ngay, ngay: 2030-01-01", "2030-01-01", ""),
        ("loai: hang-nam, ngay_thang: 03-05, khong_neu_nam_cuoi: có", "2026-03-05", ""),
        ("loai: hang-nam, ngay_thang: 03-04, khong_neu_nam_cuoi: có", "2027-03-04", ""),
        (
            "loai: hang-nam, ngay_thang: 02-29, khong_neu_nam_cuoi: có",
            "2028-02-29",
            "",
        ),  # the next year that has it
        ("loai: hang-nam, khong_neu_nam_cuoi: có", "2026-12-31", "hằng năm"),
        ("loai: hang-nam, den_nam: 2026", "2026-12-31", "hằng năm"),
        ("loai: hang-nam, den_nam: 2025", None, None),
        ("loai: giai-doan, tu_nam: 2020, den_nam: 2026", "2026-12-31", "trong năm 2026"),
        ("loai: giai-doan, tu_nam: 2020, den_nam: 2027", None, None),
        ("loai: giai-doan, tu_nam: 2020, den_nam: 2025", None, None),
        ("loai: khong-neu", None, None),
    ],
)
def test_a_duty_is_due_on_its_next_day_or_at_the_end_of_its_year(
    deadline: str, day: str | None, when: str | None, world: World
) -> None:
    library = world({**PLAN, "data/nhiem-vu/x.yml": duty("X", deadline)})
    found = [(one.day.isoformat(), one.when) for one in due.ahead(library, 9)]
    assert found == ([(day, when)] if day else [])


def event(title: str, *lines: str) -> str:
    return yml(title, "loai: khac", *lines)


def test_what_is_nearest_comes_first_and_of_one_day_what_names_it(world: World) -> None:
    files = {
        "data/nhiem-vu/x1.yml": duty("X1", "loai: hang-nam, khong_neu_nam_cuoi: có"),
        "data/nhiem-vu/x2.yml": duty("X2", "loai: co-ngay, ngay: 2026-12-31"),
        "data/nhiem-vu/x3.yml": duty("X3", "loai: co-ngay, ngay: 2026-04-01"),
        "data/su-kien/e1.yml": event("E1", "bat_dau: 2026-03-01", "ket_thuc: 2026-03-05"),
        "data/su-kien/e2.yml": event("E2", "bat_dau: 2026-03-01", "ket_thuc: 2026-03-04"),
        "data/su-kien/e3.yml": event("E3", "bat_dau: 2026-03-05"),
        "data/su-kien/e4.yml": event("E4", "bat_dau: 2026-03-04"),
    }
    library = world({**PLAN, **files})
    assert [one.entry.id for one in due.ahead(library, 9)] == ["e1", "e3", "x3", "x2", "x1"]
    assert [one.entry.id for one in due.ahead(library, 2)] == ["e1", "e3"]


@pytest.mark.parametrize(
    ("ended", "default", "is_due"),
    [
        ({"u1": "2026-03-05"}, "", False),
        ({"u1": "2026-03-06"}, "", True),
        ({"u1": "2020", "u2": ""}, "", True),
        ({"u1": "2020", "u2": "2021"}, "", False),
        ({}, "2026-03-05", False),
        ({}, "2026-03-06", True),
        ({"u1": ""}, "2020", True),  # who leads is asked before who leads by default
    ],
)
def test_what_nobody_is_left_to_lead_is_not_due(
    ended: dict[str, str], default: str, is_due: bool, world: World
) -> None:
    units = {**ended, **({"u9": default} if default else {})}
    files = {
        f"data/don-vi/{id}.yml": yml(
            id, "loai: nhom", *([f"thoi_hoat_dong: {{ngay: {day}}}"] if day else [])
        )
        for id, day in units.items()
    }
    who = [f"chu_tri: [{', '.join(ended)}]"] if ended else []
    who += ["chu_tri_chung: u9"] if default else []
    files["data/nhiem-vu/x.yml"] = duty("X", "loai: hang-nam, khong_neu_nam_cuoi: có", *who)
    library = world({**PLAN, **files})
    assert bool(due.ahead(library, 9)) is is_due
    (one,) = library.of(Duty)
    assert bool(library.left_without_lead(one)) is not is_due
    if len(ended) == 2 and not is_due:
        assert str(library.left_without_lead(one)) == "2021"  # the last of them


def test_a_school_that_is_merged_leads_no_more_from_that_day(world: World) -> None:
    school = yml("Trường", "tinh: ha-noi", "ket_thuc: 2026-03-05")
    library = world({"data/truong/s.yml": school})
    assert library.ended(Link("truong", "s"))
    library = world({"data/truong/s.yml": school.replace("03-05", "03-06")})
    assert library.ended(Link("truong", "s")) is None
    assert library.ended(Link("truong", "khong-co")) is None


# Who points to whom


def test_backlinks_hold_one_line_per_entry_and_place_and_a_relation_before_a_source(
    world: World,
) -> None:
    body = "## Điều 1. Một {#dieu-1}\n\nXem [chính mình](van-ban/a)."
    term = yml(
        "T",
        "nghia: Xem [một](van-ban/a#dieu-1), [lại](van-ban/a#dieu-1), [cả](van-ban/a).",
        "lien_quan: [van-ban/a]",
        sources="van-ban/a, van-ban/a#dieu-1",
    )
    files = {"docs/van-ban/a.md": document("A", body=body), "data/thuat-ngu/t.yml": term}
    library = world(files)
    (a,) = library.of(Document)
    found = {(one.entry.id, one.anchor): one.where for one in library.pointing_to(a)}
    assert found == {("t", ""): "lien_quan[1]", ("t", "dieu-1"): "nghia"}
    assert library.pointing_to(library.of(Term)[0]) == ()


def test_who_only_looks_after_a_page_is_not_related_to_it(world: World) -> None:
    files = {
        "data/don-vi/u.yml": yml("U", "loai: nhom"),
        "data/thuat-ngu/t1.yml": yml("T1", "nghia: Bịa.", "phu_trach: u"),
        "data/thuat-ngu/t2.yml": yml("T2", "nghia: Xem [đơn vị](don-vi/u).", "phu_trach: u"),
    }
    library = world(files)
    unit = library.get(Link("don-vi", "u"))
    assert unit
    assert {one.entry.id for one in library.pointing_to(unit)} == {"t1", "t2"}
    assert [one.entry.id for one in library.related_to(unit)] == []


def test_versions_stand_oldest_first(world: World) -> None:
    version = "---\ntieu_de: Bản\nchat_luong_ban: goc-so\n---\n\nBịa.\n"
    days = ("2021-05-19", "2019-01-01", "2020-01-01")
    files = {f"docs/van-ban/a/{day}.md": version for day in days}
    library = world({"docs/van-ban/a.md": document("A"), **files})
    (a,) = library.of(Document)
    found = [one.day.isoformat() for one in library.versions_of(a) if one.day]
    assert found == sorted(days)


# How far it can be trusted


@pytest.mark.parametrize(
    ("sources", "line", "standing"),
    [
        ("n2, n1", "", "Trang chính thức"),
        ("n1, n2", "", "Trang chính thức"),
        ("n2", "", "Báo chí"),
        ("n1, van-ban/a", "", "Văn bản"),
        ("n1", "suy_ra: Vì thế.", "Suy ra"),
    ],
)
def test_a_statement_stands_as_its_best_source_does(
    sources: str, line: str, standing: str, world: World
) -> None:
    term = yml("T", "nghia: Bịa.", *([line] if line else []), sources=sources)
    library = world({"docs/van-ban/a.md": document("A"), "data/thuat-ngu/t.yml": term})
    (one,) = library.of(Term)
    assert library.standing(one, one).label == standing


@pytest.mark.parametrize(("sources", "is_kept"), [("n9", False), ("n9, n2", True), ("n2", True)])
def test_a_fact_of_the_last_rank_alone_is_kept_back_and_told_where(
    sources: str, is_kept: bool, world: World
) -> None:
    facts = ["du_kien:", "  - noi_dung: Một.", f"  - {{noi_dung: Hai., nguon: [{sources}]}}"]
    library = world({"data/thuat-ngu/t.yml": yml("T", "nghia: Bịa.", *facts)})
    (one,) = library.of(Term)
    assert [fact.text for fact in one.facts] == ["Một.", "Hai."][: 1 + is_kept]
    told = [(kept.where, kept.label) for kept in library.withheld]
    assert told == ([] if is_kept else [("du_kien[2]", "Thông tin khác")])


@pytest.mark.parametrize(("day", "is_overdue"), [("2026-03-04", True), ("2026-03-05", False)])
def test_a_review_is_overdue_the_day_after(day: str, is_overdue: bool, world: World) -> None:
    term = yml("T", "nghia: Bịa.", "ngay_ra_soat: 2026-01-01", f"ra_soat_lai: {day}")
    library = world({"data/thuat-ngu/t.yml": term})
    assert library.is_overdue(library.of(Term)[0]) is is_overdue


# National figures


def school(*lines: str) -> str:
    return yml("Trường", "tinh: ha-noi", *lines)


def recognised(level: int, day: str = "", state: str = "da-cong-nhan") -> str:
    ceremony = f", le_don_bang: {day}" if day else ""
    return f"  - {{muc: {level}, tinh_trang: {state}{ceremony}}}"


OLD = school("ket_thuc: 2025-06-30", "cong_nhan:", recognised(1, "2024-05-01"))
SCHOOLS = {
    "data/truong/old.yml": OLD,
    "data/truong/old2.yml": OLD.replace("05-01", "05-02"),
    "data/truong/none.yml": school("ket_thuc: 2025-06-30"),
    "data/truong/none2.yml": school("ket_thuc: 2025-06-30"),
    "data/truong/heir.yml": school("bat_dau: 2025-07-01", "hop_nhat_tu: [none, old]"),
    "data/truong/again.yml": school(
        "bat_dau: 2025-07-01", "hop_nhat_tu: [old2]", "cong_nhan:", recognised(1, "2026-01-02")
    ),
    "data/truong/plain.yml": school("bat_dau: 2025-07-01", "hop_nhat_tu: [none2]"),
    "data/truong/both.yml": school("cong_nhan:", recognised(2), recognised(1, "2023-01-01")),
    "data/truong/asked.yml": school("cong_nhan:", recognised(1, state="dang-tham-dinh")),
}
SCHOOLS = {
    path: text.replace("Trường", f"Trường {Path(path).stem}") for path, text in SCHOOLS.items()
}


def test_schools_are_counted_as_the_legal_entities_of_today(world: World) -> None:
    library = world(SCHOOLS)
    current = {one.id for one in statistics.current(library)}
    assert current == {"heir", "again", "plain", "both", "asked"}
    assert {one.id for one in statistics.of_current(library, 1)} == {"again", "both"}
    assert {one.id for one in statistics.of_current(library, 2)} == {"both"}
    assert {one.id for one in statistics.heirs(library, 1)} == {"heir"}
    assert [one.value for one in statistics.national(library)] == [5, 2, 1, 1]
    assert {old: new.id for old, new in library.successors.items()} == {
        **{"none": "heir", "old": "heir", "old2": "again", "none2": "plain"}
    }


def test_recognitions_are_told_latest_first_and_those_without_a_day_last(world: World) -> None:
    found = statistics.recognised(world(SCHOOLS))
    told = [(one.school.id, one.recognition.level) for one in found]
    assert told == [("again", 1), ("old2", 1), ("old", 1), ("both", 1), ("both", 2)]


def test_what_nobody_counted_is_not_known_rather_than_nought(world: World) -> None:
    assert [one.value for one in statistics.national(world({}))] == [None] * 4
    alone = world({"data/truong/plain.yml": school("bat_dau: 2025-07-01")})
    assert [one.value for one in statistics.national(alone)] == [1, 0, 0, None]
    assert len(alone.of(School)) == 1


# What is cited, and drafts


def test_days_are_told_by_number_and_mentions_by_the_document_they_mean(world: World) -> None:
    host = "## Điều 1. Một {#dieu-1}\n\nTheo 1-KH/LM ngày 05/3/2020.\n\nCòn 1-KH/LM thì thôi."
    files = {
        "docs/van-ban/a.md": document("A", "so_ky_hieu: 1-KH/LM", "ngay_ban_hanh: 2020-03-05"),
        "docs/van-ban/b.md": document("B", "so_ky_hieu: 2-KH/LM", body=host + " Xem 2-KH/LM."),
    }
    library = world(files)
    assert {id: [one.at for one in ones] for id, ones in library.cited.items()} == {
        "a": ["dieu-1", "dieu-1"]
    }
    days = days_told(library.mentions)
    assert sorted(str(day) for days_of in days.values() for day in days_of) == ["05/3/2020"]
    first, second, own = library.mentions
    assert first.name(days) == second.name(days) == "1-KH/LM ngày 05/3/2020"
    assert second.name() == "1-KH/LM"
    assert [one.line for one in library.mentions] == [first.line, first.line + 2, first.line + 2]
    assert own.target == Link("van-ban", "b")


def test_a_draft_is_in_the_library_only_when_asked_for(world: World) -> None:
    files = {"data/thuat-ngu/t.yml": yml("T", "nghia: Bịa.", "trang_thai: nhap", sources="n2")}
    library = world(files)
    assert (library.of(Term), [one.id for one in library.drafts]) == ([], ["t"])
    assert library.get(Link("nguon", "n2")) is None
    library = world(files, drafts=True)
    assert [one.id for one in library.of(Term)] == ["t"]
    assert library.get(Link("nguon", "n2"))


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("data/khong-co/a.yml", yml("A"), "không chứa loại tệp này"),
        ("data/van-ban/a.yml", yml("A"), "chuyển tới docs/van-ban/a.md"),
        (
            "docs/thuat-ngu/a.md",
            "---\ntieu_de: A\n---\n\nBịa.\n",
            "chuyển tới data/thuat-ngu/a.yml",
        ),
        (f"{FOLDER}/khong-co.yml", "tieu_de: A\ngia_tri: []\n", "không dùng danh mục nào tên này"),
        (f"{FOLDER}/loai-van-bam.yml", "tieu_de: A\ngia_tri: []\n", "có phải loai-van-ban.yml?"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_where_it_belongs(
    path: str, text: str, told: str, tmp_path: Path
) -> None:
    content = tiny.lay_out(tmp_path, entries=False)
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(text, encoding="utf-8")
    (fault,) = errors(judge(content, tiny.DAY)[1])
    assert fault.path == path
    assert told in str(fault)


@pytest.mark.parametrize(
    ("count", "is_told"), [(0, False), (1, True), (MOST, True), (MOST + 1, False)]
)
def test_those_called_so_are_named_unless_they_are_too_many(count: int, is_told: bool) -> None:
    terms = [Term(id=f"hop-{at}", title="Họp thử", definition="Bịa.") for at in range(count)]
    names = Names(terms, lambda: pytest.fail("không có văn bản nào"))
    problem = Problem(
        *("data/a.yml", 2, "thuat_ngu", "«Họp thử» không phải một mã.", "bia"),
        remedy="viết mã",
        sought=Sought("Họp thử", ("thuat-ngu",)),
    )
    each = " hoặc ".join(f"thuat-ngu/hop-{at}" for at in range(count))
    assert names.told(problem).remedy == (f"viết {each}" if is_told else "viết mã")


# Days that prose tells of a step


SAID = {"Lễ đón Bằng": "nhận", "thẩm định": "xét"}
NAMED = [
    replace(made_school(id), title=f"Trường {name}") for id, name in (("a", "Mây"), ("b", "Gió"))
]


def steps(text: str) -> list[tuple[int, str, list[str], str]]:
    return [(row, step, ids, on.iso) for row, step, ids, on in written(text, SAID, NAMED)]


NEAR = "x" * 50
ONE = [(0, "nhận", ["a"], "2025-09-03")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Trường Mây: lễ đón bằng 03/9/2025.", ONE),
        ("[Trường ấy](truong/a) có Lễ đón Bằng ngày 3/9/2025.", ONE),
        (f"Trường Mây: lễ đón Bằng {NEAR}x 3/9/2025", []),
        (f"Trường Mây: lễ đón Bằng {NEAR} 3/9/2025", ONE),
        ("Trường Mây: 3/9/2025 lễ đón Bằng.", []),
        ("Trường Mây có lễ đón Bằng. Ngày 3/9/2025 trời mưa.", []),
        ("Lễ đón Bằng ngày 3/9/2025 ở Trường Mây.", [(0, "nhận", [], "2025-09-03")]),
        ("Lễ đón Bằng ngày 31/9/2025 ở Trường Mây.", []),
        ("Trường Mây: lễ đón Bằng 13/9/20251", []),
        ("Dòng đầu.\nTrường Gió: thẩm định 1/2/2024.", [(1, "xét", ["b"], "2024-02-01")]),
        (
            "| Trường | Lễ đón Bằng | Thẩm định |\n|---|---|---|\n"
            "| Trường Mây | 3/9/2025 | 1/2/2024 |\n"
            "| Trường Gió | ngày 3/9/2025 | – |\n| Trường Mây, Trường Gió | 3/9/2025 | |",
            [(2, "nhận", ["a"], "2025-09-03"), (2, "xét", ["a"], "2024-02-01")],
        ),
        ("| Trường | Công nhận hoặc lễ đón Bằng |\n|---|---|\n| Trường Mây | 3/9/2025 |", []),
        (
            "| A |\n|---|\n| b |\n\n| Trường | Lễ đón Bằng |\n|---|---|\n| Trường Mây | 3/9/2025 |",
            [(6, "nhận", ["a"], "2025-09-03")],
        ),
        ("Trường Mây có lễ đón Bằng.", []),
        ("Trường Mây họp ngày 3/9/2025.", []),
    ],
)
def test_the_day_of_a_step_is_read_near_its_words_or_below_its_head(
    text: str, told: list[tuple[int, str, list[str], str]]
) -> None:
    assert steps(text) == told


def test_every_full_day_of_a_text_is_told() -> None:
    text = (
        "Ngày 3/9/2025, 31/2/2025, 2025-09-04; số 12025-09-04, 2025-09-041, 1/3/9/2025, 3/9/2025/1."
    )
    assert [one.iso for one in milestones.days_told(text)] == ["2025-09-03", "2025-09-04"]


# Who waits for whom


def made_term(id: str, body: str = "", **more: object) -> Term:
    source = Source(f"data/thuat-ngu/{id}.yml", "thuat-ngu", id, Values({}, {}, 1), body)
    return Term(id=id, title=id, definition="B", source=source, **more)  # type: ignore[arg-type]


def made_duty(id: str, clause: str, **more: object) -> Duty:
    return Duty(id=id, title=id, clause=Link(Document.KIND, clause), **more)  # type: ignore[arg-type]


def on(day: int, *entries: Entry) -> list[tuple[str, date | None, bool]]:
    marked = publication.on_day(entries, date(2026, 3, day))
    return [(one.id, one.waits_until, one.expired) for one in marked]


def test_an_entry_is_shown_from_its_day_to_the_day_before_its_last() -> None:
    one = made_term("a", published=date(2026, 3, 5), expires=date(2026, 3, 9))
    assert on(4, one) == [("a", date(2026, 3, 5), False)]
    assert on(5, one) == on(8, one) == [("a", None, False)]
    assert on(9, one) == [("a", None, True)]


def test_what_needs_another_waits_for_it_and_goes_with_it() -> None:
    paper = plan(published=date(2026, 3, 5), expires=date(2026, 3, 20))
    early = made_duty("som", paper.id, published=date(2026, 3, 1))
    late = made_duty("muon", paper.id, published=date(2026, 3, 9))
    free = made_term("roi")
    own = [free.id, None, False]
    assert on(4, early, paper, late, free) == [
        ("som", date(2026, 3, 5), False),
        (paper.id, date(2026, 3, 5), False),
        ("muon", date(2026, 3, 9), False),
        tuple(own),
    ]
    assert on(6, early, paper, late) == [
        ("som", None, False),
        (paper.id, None, False),
        ("muon", date(2026, 3, 9), False),
    ]
    marked = publication.on_day((early, paper, late), date(2026, 3, 20))
    assert [(one.expired, one.expires) for one in marked] == [(True, date(2026, 3, 20))] * 3


def test_a_draft_waits_for_nothing() -> None:
    held = values(tiny_lists(), Publication)["nhap"]
    paper = plan(published=date(2026, 3, 5))
    draft = made_duty("nhap", paper.id, state=held, published=date(2026, 3, 9))
    assert on(4, draft, paper)[0] == ("nhap", None, False)
    assert on(30, made_term("a", state=held, expires=date(2026, 3, 5))) == [("a", None, False)]


def test_what_leads_to_an_absent_entry_is_taken_out_and_what_cannot_stand_goes_with_it() -> None:
    gone = {("nguon", "x")}
    x, y = Link("nguon", "x"), Link("nguon", "y")
    facts = (Fact(text="Một", sources=(x,)), Fact(text="Hai", sources=(x, y)), Fact(text="Ba"))
    told = publication.without(made_term("a", sources=(x, y), facts=facts), gone)
    assert told.sources == (y,)
    assert [(one.text, one.sources) for one in told.facts] == [("Hai", (y,)), ("Ba", ())]
    alone = publication.without(made_term("a", sources=(x,)), gone)
    assert alone.sources == (x,), "an entry is never left without its sources"
    sides = tuple(Claim(value=value, sources=(link,)) for value, link in (("1", x), ("2", y)))
    quarrel = Conflict(about="Ngày", claims=sides)
    three = Conflict(about="Số", claims=(*sides, Claim(value="3", sources=(y,))))
    left = publication.without(made_term("a", conflicts=(quarrel, three)), gone).conflicts
    assert [(one.about, [it.value for it in one.claims]) for one in left] == [("Số", ["2", "3"])]
    entry = made_term("a", owner=Link("don-vi", "x"), related=(Link("nguon", "x"),))
    assert publication.without(entry, gone).owner == entry.owner
    assert publication.without(entry, gone).related == ()
    assert publication.without(entry, {("don-vi", "x")}).owner is None
    assert publication.without(entry, set()) is entry


def test_a_source_waits_with_all_that_rest_on_it() -> None:
    x, y = Link("nguon", "x"), Link("nguon", "y")

    def resting(id: str, *sources: Link, **more: object) -> Term:
        links = tuple(("nguon", one) for one in sources)
        return made_term(id, links=links, sources=sources, **more)

    ahead = resting("a", x, y, waits_until=date(2026, 4, 1))
    assert publication.sources_of_withheld([ahead]) == {"x", "y"}
    assert publication.sources_of_withheld([ahead, resting("b", y)]) == {"x"}
    assert publication.sources_of_withheld([resting("b", y)]) == set()
    prose = made_term("c", "Theo [báo](nguon/x), [trường](truong/y).", waits_until=date(2026, 4, 1))
    assert publication.sources_of_withheld([prose]) == {"x"}


def test_the_files_of_an_entry_are_those_it_shows_or_offers() -> None:
    shown = made_term("c", "![ảnh](tep/a.png) [b](tep/b.pdf) [c](truong/tep/c) [d](khac/tep/d)")
    assert list(publication.files(shown)) == ["tep/a.png", "tep/b.pdf"]
    assert publication.files_used([shown, made_term("d")]) == {"tep/a.png", "tep/b.pdf"}


# What is due


def occurring(id: str, start: PartialDate, end: PartialDate | None = None) -> Event:
    return Event(id=id, title=id, type=None, start=start, end=end)  # type: ignore[arg-type]


def dues(*events: Event, today: str = "2026-03-15", month: bool = False) -> list[str]:
    made = made_library(today, plan(), *events)
    found = due.this_month(made, 9) if month else due.ahead(made, 9)
    return [one.entry.id for one in found]


def test_an_event_is_ahead_until_its_last_day() -> None:
    one = occurring("a", PartialDate(2026, 3, 10), PartialDate(2026, 3, 15))
    past = occurring("b", PartialDate(2026, 3, 14))
    now = occurring("c", PartialDate(2026, 3, 15))
    assert dues(now, past, one) == ["a", "c"]


def test_of_a_month_all_days_are_told_past_ones_too_and_rough_ones_not() -> None:
    found = dues(
        occurring("thang", PartialDate(2026, 3)),
        occurring("qua", PartialDate(2026, 3, 1)),
        occurring("cuoi", PartialDate(2026, 2, 27), PartialDate(2026, 3, 1)),
        occurring("truoc", PartialDate(2026, 2, 28)),
        occurring("sau", PartialDate(2026, 4, 1)),
        occurring("nam-khac", PartialDate(2025, 3, 15)),
        month=True,
    )
    assert found == ["cuoi", "qua"]


# What happened to clauses


BEFORE = """\
## Điều 1. A {#dieu-1}

Cũ.

## Điều 2. B {#dieu-2}

Như  nhau.

## Điều 3. C {#dieu-3}
"""
AFTER = (
    BEFORE.replace("Cũ", "Mới")
    .replace("Như  nhau", "Như nhau")
    .replace("3. C {#dieu-3", "4. D {#dieu-4")
)


def text_of_now(body: str = AFTER) -> Document:
    source = Source("docs/van-ban/ke-hoach.md", "van-ban", "ke-hoach", Values({}, {}, 1), body)
    return plan(source=source)


def dated(day: str, body: str = BEFORE, by: str = "") -> Version:
    source = Source(f"docs/van-ban/ke-hoach/{day}.md", "van-ban", day, Values({}, {}, 1), body)
    return Version(
        id=day,
        title="A",
        text_quality=None,  # type: ignore[arg-type]
        source=source,
        changed_by=Link("van-ban", by) if by else None,
    )


def test_the_words_of_a_day_are_those_that_held_then() -> None:
    now, texts = text_of_now(), (dated("2020-01-01"), dated("2022-01-01"))

    def on(day: str, since: str = "2024-01-01") -> str:
        return text_on(now, texts, since, date.fromisoformat(day)).id

    assert on("2019-12-31") == on("2020-01-01") == on("2021-12-31") == "2020-01-01"
    assert on("2022-01-01") == on("2023-12-31") == "2022-01-01"
    assert on("2024-01-01") == on("2030-01-01") == now.id
    assert on("2030-01-01", "") == "2022-01-01"
    assert text_on(now, (), "", date(2020, 1, 1)) == now


def test_clauses_are_told_that_were_worded_anew_added_or_dropped() -> None:
    found = reworded(text_of_now(), (dated("2020-01-01", by="sua"),), "2024-01-01")
    told = {
        id: [(one.day, one.by, one.older, one.how) for one in ones] for id, ones in found.items()
    }
    older = "ke-hoach.2020-01-01"
    assert told == {
        "dieu-1": [("2024-01-01", "sua", older, "lời đổi")],
        "dieu-3": [("2024-01-01", "sua", older, "bỏ")],
        "dieu-4": [("2024-01-01", "sua", older, "thêm")],
    }
    two = reworded(text_of_now(), (dated("2020-01-01"), dated("2022-01-01")), "2024-01-01")
    assert [(one.day, one.by, one.older) for one in two["dieu-1"]] == [
        ("2024-01-01", "", "ke-hoach.2022-01-01")
    ]
    middle = (dated("2020-01-01"), dated("2022-01-01", AFTER))
    assert [one.day for one in reworded(text_of_now(), middle, "")["dieu-1"]] == ["2022-01-01"]


def test_an_amendment_is_told_where_no_older_text_shows_it_in_the_order_of_days() -> None:
    amends = values(tiny_lists(), RelationType)["sua-doi-bo-sung"]

    def by(id: str, anchor: str, since: str) -> Amendment:
        relation = Relation(type=amends, to=Link("van-ban", "ke-hoach", anchor))
        return replace(plan(), id=id), relation, since

    now = text_of_now()
    shown = reworded(now, (dated("2020-01-01", by="sua"),), "2024-01-01")
    found = with_amendments(
        now,
        shown,
        (
            by("sua", "dieu-1", "2024-01-01"),
            by("sau", "dieu-1", "2025-01-01"),
            by("truoc", "dieu-1", "2019-01-01"),
            by("la", "dieu-9", "2025-01-01"),
        ),
    )
    assert [(one.by, one.older != "") for one in found["dieu-1"]] == [
        ("truoc", False), ("sua", True), ("sau", False)
    ]  # fmt: skip
    assert {one.how for one in found["dieu-1"] if not one.older} == {"được sửa đổi, bổ sung"}
    assert "dieu-9" not in found


# Sentences that mention


def test_a_sentence_ends_where_its_sign_or_its_block_does() -> None:
    text = "Trước. Theo **số 1** thì vậy. Sau.\n- Mục một; Mục hai\n\nĐoạn."

    def around(words: str) -> str:
        at = text.index(words)
        return sentence_around(text, at, at + len(words))

    assert around("số 1") == "Theo số 1 thì vậy."
    assert around("Trước") == "Trước."
    assert around("Sau") == "Sau."
    assert around("Mục hai") == "Mục hai"
    assert around("Đoạn") == "Đoạn."
    assert sentence_around("| a | số 1 | b |", 6, 10) == "a · số 1 · b"


@pytest.mark.parametrize("room", [138, 139])
def test_a_long_sentence_is_cut_at_words_on_both_sides(room: int) -> None:
    side = "a " * (room // 2) + ("" if room % 2 == 0 else "b")
    text = f"{side.strip() + ' ' if room % 2 == 0 else 'b' + 'a ' * (room // 2)}số 1 hết"
    at = text.index("số 1")
    told = sentence_around(text, at, at + 4)
    assert told.startswith("…") is (room > 138)
    long = "số 1 " + "b " * 200
    shown = sentence_around(long, 0, 4)
    assert shown.startswith("số 1 b") and shown.endswith("b…") and len(shown) < 150


# News


def test_news_of_one_day_take_turns_by_kind() -> None:
    def news(day: int, entry: Entry) -> News:
        return News(date(2026, 3, day), entry, What.CHANGED, "", "", entry.id)

    a, b, c = (made_term(id) for id in "abc")
    d = occurring("d", PartialDate(2026))
    given = [news(5, a), news(5, b), news(5, d), news(4, c)]
    assert [one.entry.id for one in mixed(given)] == ["a", "d", "b", "c"]


def test_what_happened_up_to_today_is_told_newest_first_and_each_once() -> None:
    told = [
        Change(day=date(2026, 3, day), text=text) for day, text in ((4, "A"), (4, "A"), (6, "B"))
    ]
    one = occurring("a", PartialDate(2026))
    one = replace(one, published=date(2026, 3, 5), changes=tuple(told))
    found = happened(made_library("2026-03-05", one))
    assert [(it.day.day, it.what) for it in found] == [
        (5, What.PUBLISHED), (4, What.CHANGED), (4, What.CHANGED)
    ]  # fmt: skip
    keys = [it.key for it in found if it.what is What.CHANGED]
    assert keys[1] == f"{keys[0]}/2"
    assert len(happened(made_library("2026-03-06", one))) == 4
    assert len(happened(made_library("2026-03-04", one))) == 2


def test_a_withdrawn_entry_is_told_by_its_last_change() -> None:
    told = [Change(day=date(2026, 3, day), text=text) for day, text in ((4, "Sau."), (2, "Trước."))]
    one = made_term("a", changes=tuple(told))
    assert one.withdrawal == told[0]
    assert made_term("a").withdrawal is None
    gone = made_term("a", changes=tuple(told), expired=True, expires=date(2026, 3, 9))
    assert gone.withdrawal == Change(day=date(2026, 3, 9), text="Hết thời gian đăng.")


def test_what_is_due_first_comes_first_and_of_one_day_what_names_it_then_by_kind() -> None:
    entry = made_term("a")
    event = occurring("b", PartialDate(2026))
    day, later = date(2026, 3, 15), date(2026, 3, 16)
    given = [due.Due(later, entry), due.Due(day, entry, "trong năm"), due.Due(day, entry),
             due.Due(day, event)]  # fmt: skip
    for name in ("ahead", "this_month"):
        with mock.patch.object(due, "_duties", lambda library: iter(given)):
            found = getattr(due, name)(made_library("2026-03-01"), 9)
            assert found == [given[3], given[2], given[1], given[0]]
            assert getattr(due, name)(made_library("2026-03-01"), 2) == [given[3], given[2]]
