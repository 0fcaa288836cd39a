"""The boards of progress: what the real facts say of the days that sources speak of, and made-up
cases of days known only in part."""

from __future__ import annotations

import ast
import csv
import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, reduce
from pathlib import Path

import look
import pytest
import tiny
from playwright.sync_api import Browser
from test_status import library, listed

from portal import views
from portal.dates import PartialDate
from portal.kinds.school import School
from portal.kinds.school.lists import Province, RecognitionState
from portal.kinds.school.parts import Recognition, Result, Snapshot
from portal.kinds.school.view.readings import over_time
from portal.kinds.series import Mark, Series
from portal.library import Library
from portal.library.board import SINCE, Board, board, board_of_today, days, was_there
from portal.library.statistics import recognised
from portal.library.status import of_school
from portal.road import judge
from portal.views import Edition, renderer
from portal.views.charts.bars import SCALE, Measured, bars
from portal.views.charts.picture import of_bars
from portal.views.charts.steps import steps
from portal.views.progress.drawn import share

ROOT = Path(__file__).parent.parent
MERGED = date(2025, 7, 1)


@cache
def real() -> Library:
    return judge(ROOT, date(2026, 12, 1))[0]


def told(found: Board) -> dict[str, tuple[int, int | None]]:
    return {one.series.id: (one.mark.value, one.mark.total) for one in found.published}


# The real facts


def test_on_31_5_2022_there_were_63_schools_and_26_schemes() -> None:
    found = board(real(), date(2022, 5, 31))
    assert len(found.schools) == 63
    assert told(found)["de-an-duoc-phe-duyet"] == (26, 63)
    assert not found.recognised and not found.perhaps, "the first in the country came in November"


def test_on_4_10_2024_sources_say_12_schools_and_63_schemes() -> None:
    found = board(real(), date(2024, 10, 4))
    assert len(found.schools) == 63
    assert told(found)["de-an-duoc-phe-duyet"] == (63, 63)
    assert told(found)["truong-dat-chuan-muc-1"] == (12, None)
    assert len(found.at_level(1)) <= 12


def test_a_city_stands_under_its_own_name_and_is_not_called_like_a_person() -> None:
    city = listed(Province, "ho-chi-minh")
    assert (city.label, city.bare) == ("Thành phố Hồ Chí Minh", "Hồ Chí Minh")
    assert listed(Province, "hue").bare == "Huế"


def test_the_day_before_the_merger_there_were_63_schools_and_then_34() -> None:
    assert len(board(real(), MERGED - timedelta(days=1)).schools) == 63
    assert len(board(real(), MERGED).schools) == 34


def test_on_10_11_2023_lai_chau_met_26_of_55_as_the_notice_says() -> None:
    (one,) = (one for one in real().of(School) if one.id == "lai-chau")
    (found,) = (it for it in one.snapshots if it.as_of == PartialDate(2023, 11, 10))
    assert [(it.met, it.total) for it in found.results] == [(26, 55)]
    assert any(str(it).startswith("van-ban/296-tb-vptu-lai-chau") for it in found.sources)


def test_the_board_of_10_11_2023_tells_lai_chau_26_of_55() -> None:
    on = date(2023, 11, 10)
    assert on in days(real())
    found = {one.school.id: one.snapshot for one in board(real(), on).readings}
    assert [(it.met, it.total) for it in found["lai-chau"].results] == [(26, 55)]
    before = board(real(), on - timedelta(days=1)).readings
    assert "lai-chau" not in {one.school.id for one in before}


def test_the_list_of_nine_of_8_1_2024_rests_on_the_last_rank_and_is_counted_nowhere() -> None:
    found = board(real(), date(2024, 1, 8))
    assert 9 not in {value for value, _ in told(found).values()}
    sources = (link for one in real().of(Series) for mark in one.marks for link in mark.sources)
    assert not [link for link in sources if "cam530" in link.id]


def test_schools_are_as_many_by_their_days_as_by_who_became_whom() -> None:
    schools = real().of(School)
    current = [one for one in schools if one.is_current]
    merged = [one for one in current if one.predecessors]
    by_lineage = {
        True: len(current) - len(merged) + sum(len(one.predecessors) for one in merged),
        False: len(current),
    }
    for on in (SINCE + timedelta(days=n) for n in range((real().today - SINCE).days + 1)):
        assert sum(was_there(one, on) for one in schools) == by_lineage[on < MERGED], on
    for on in days(real()):
        assert len(board(real(), on).schools) == by_lineage[on < MERGED], on


def test_nobody_is_counted_twice_and_nothing_is_lost_from_one_day_to_the_next() -> None:
    before: set[str] = set()
    for on in days(real()):
        found = board(real(), on)
        names = [one.school.id for one in found.at_level(1)]
        assert len(names) == len(set(names)), on
        if on != MERGED:
            gone = before - set(names)
            assert not gone, (on, gone)
        before = set(names)


def test_today_counts_all_that_was_granted() -> None:
    found = board_of_today(real())
    assert not found.perhaps


# Days known in part


def school(id: str, *ceremonies: PartialDate | None, **more: object) -> School:
    state = listed(RecognitionState, "da-cong-nhan")
    done = tuple(Recognition(level=1, state=state, ceremony=one) for one in ceremonies)
    made = School(id=id, title=id, province=listed(Province, "hue"), recognitions=done)
    return replace(made, **more)  # type: ignore[arg-type]


def counts(on: str, *ceremonies: PartialDate | None) -> tuple[int, int]:
    made = library("2026-11-29", *(school(f"t{n}", one) for n, one in enumerate(ceremonies)))
    found = board(made, date.fromisoformat(on))
    return len(found.recognised), len(found.perhaps)


@pytest.mark.parametrize(
    ("on", "ceremony", "expected"),
    [
        ("2024-10-03", PartialDate(2024, 10, 4), (0, 0)),
        ("2024-10-04", PartialDate(2024, 10, 4), (1, 0)),
        ("2024-10-15", PartialDate(2024, 10), (0, 1)),
        ("2024-10-31", PartialDate(2024, 10), (1, 0)),
        ("2023-06-01", PartialDate(2024, 1, 30, bound="trước"), (0, 1)),
        ("2024-01-30", PartialDate(2024, 1, 30, bound="trước"), (1, 0)),
        ("2024-01-30", PartialDate(2024, 1, 1, bound="sau"), (0, 1)),
        ("2024-01-30", None, (0, 1)),
    ],
)
def test_a_recognition_counts_when_its_day_has_surely_come(
    on: str, ceremony: PartialDate | None, expected: tuple[int, int]
) -> None:
    assert counts(on, ceremony) == expected


def test_by_today_what_was_granted_on_an_unknown_day_is_granted_and_what_is_ahead_is_not() -> None:
    ahead = PartialDate(2027, 1, 2)
    made = library("2026-11-29", school("t1", None), school("t2", ahead))
    assert [one.school.id for one in board_of_today(made).recognised] == ["t1"]


def test_the_board_of_a_day_is_the_same_on_that_day_and_later() -> None:
    schools = (school("t1", None), school("t2", PartialDate(2024, 10, 4)))
    then, now = (library(day, *schools) for day in ("2024-10-04", "2026-11-29"))
    assert board(then, date(2024, 10, 4)) == board(now, date(2024, 10, 4))


def test_nobody_is_perhaps_recognised_before_the_first_in_the_country() -> None:
    first = school("dau", PartialDate(2022, 11, 16))
    first = replace(first, recognitions=(replace(first.recognitions[0], first=True),))
    made = library("2026-11-29", first, school("t1", None), school("t2", PartialDate(2026)))
    before, since = (board(made, date(2022, 11, day)) for day in (15, 16))
    assert (len(before.recognised), len(before.perhaps)) == (0, 0)
    assert (len(since.recognised), len(since.perhaps)) == (1, 1)


@pytest.mark.parametrize("step", ["provincial", "survey", "appraisal"])
def test_none_is_perhaps_recognised_before_a_step_that_comes_before_the_award(step: str) -> None:
    made = school("t", None)
    done = replace(made.recognitions[0], **{step: PartialDate(2023, 10, 6)})
    told = library("2026-11-29", replace(made, recognitions=(done,)))
    before, since = (board(told, date(2023, 10, day)) for day in (5, 6))
    assert (len(before.perhaps), len(since.perhaps)) == (0, 1)


def test_a_school_takes_its_recognition_with_it_when_it_ends() -> None:
    old = school("cu", PartialDate(2023, 5, 19), end=PartialDate(2025, 7, 1))
    made = library("2026-11-29", old)
    assert [len(board(made, one).recognised) for one in (date(2025, 6, 30), MERGED)] == [1, 0]


def series(*marks: tuple[PartialDate, int]) -> Series:
    made = tuple(Mark(as_of=on, value=value, total=63) for on, value in marks)
    return Series(id="dem", title="Đếm", measures="Bịa.", unit="trường", marks=made)


def test_the_newest_figure_of_a_day_is_not_after_it() -> None:
    one = series((PartialDate(2024, 10, 4), 63), (PartialDate(2022, 5, 31), 26))
    at: Callable[[date], Mark | None] = one.at
    assert at(date(2022, 5, 30)) is None
    assert [mark.value for day in ((2022, 5, 31), (2024, 10, 3)) if (mark := at(date(*day)))] == [
        26,
        26,
    ]
    assert at(date(2024, 10, 4)) == one.in_order[-1]


def test_of_none_it_is_said_in_words() -> None:
    assert share(0, 63) == "chưa trường nào trong 63 trường"
    assert share(8, 34) == "8 trong 34 trường"


# One school over time


def counted(*found: tuple[PartialDate | None, int, int | None]) -> tuple[Snapshot, ...]:
    return tuple(
        Snapshot(as_of=on, level=1, results=(Result(met=met, total=total),))
        for on, met, total in found
    )


def over(made: School) -> tuple[str, list[tuple[str, str, float]]] | None:
    found = over_time(made, of_school(library("2026-11-29", made), made))
    return found and (found.title, [(one.label, one.told, one.part) for one in found.bars])


def test_the_bars_of_a_school_are_its_counts_in_order_and_say_what_is_missing() -> None:
    snapshots = counted((PartialDate(2024, 5), 30, 40), (PartialDate(2023), 10, 40))
    assert over(school("moi", snapshots=snapshots)) == (
        "Số liệu gần nhất (5/2024, theo mức 1): đạt 30/40 chỉ tiêu, còn 10 chỉ tiêu chưa đạt",
        [
            ("2023, theo mức 1", "10/40 chỉ tiêu", SCALE / 4),
            ("5/2024, theo mức 1", "30/40 chỉ tiêu", SCALE * 3 / 4),
        ],
    )


def test_once_a_level_is_granted_nothing_is_told_missing_for_it() -> None:
    snapshots = counted((PartialDate(2023), 10, 40))
    told = over(school("xong", PartialDate(2024, 1, 2), snapshots=snapshots))
    assert told and told[0] == "Số liệu gần nhất (2023, theo mức 1): đạt 10/40 chỉ tiêu"
    higher = tuple(replace(one, level=2) for one in snapshots)
    told = over(school("len", PartialDate(2024, 1, 2), snapshots=higher))
    assert told and told[0].endswith("còn 30 chỉ tiêu chưa đạt")


def test_a_count_without_a_whole_or_of_one_criterion_is_not_drawn() -> None:
    one = Snapshot(results=(Result(met=3, total=4, criterion=2),))
    assert over(school("le", snapshots=(one, *counted((None, 5, None))))) is None


# What is taken away


def taken(edition: Edition, page: str) -> dict[str, bytes]:
    """The files beside one board, by their names."""
    home = f"{page}du-lieu/"
    return {
        one.path[len(home) :]: one.content
        for one in edition.assets
        if home == one.path[: len(home)]
    }


def test_every_figure_of_a_board_leads_to_its_files_and_to_all_of_them(built: Edition) -> None:
    boards = [one for one in built.pages if re.fullmatch(r"tien-do/(\d{4}-\d\d-\d\d/)?", one.url)]
    assert len(boards) > 2
    for page in boards:
        linked = set(re.findall(r'href="(?:[./]*)(?:[\d-]*/)?du-lieu/([^"]+)"', page.html))
        assert linked == set(taken(built, page.url)), page.url


def test_a_table_taken_away_says_what_the_page_says_with_day_standing_and_source(
    built: Edition,
) -> None:
    files = taken(built, "tien-do/")
    rows = list(
        csv.DictReader(files["cong-bo.csv"].decode("utf-8-sig").splitlines(), delimiter=";")
    )
    items = json.loads(files["cong-bo.json"])["items"]
    html = tiny.html(built, "tien-do/")
    for row, item in zip(rows, items, strict=True):
        assert int(row["Giá trị"]) == item["value"]
        assert row["Thời điểm"] in (item["asOf"]["date"], f"tháng {item['asOf']['text']}")
        assert row["Độ tin cậy: Nhãn"] == item["standing"]["label"]
        assert row["Nguồn"] and row["Số liệu"] in html
    told = json.loads(files["cong-bo.csv-metadata.json"])
    assert told["url"] == "cong-bo.csv" and told["dc:date"] == str(tiny.DAY) and told["dc:source"]
    assert [one["titles"] for one in told["tableSchema"]["columns"]] == list(rows[0])


def test_a_picture_taken_away_carries_its_numbers_its_day_and_its_sources() -> None:
    one = bars("Bịa", [Measured("Một nhãn dài " * 12, 26, 63, "26/63")])
    found = of_bars(one, ("Nguồn: bịa", "Tính đến 05/3/2026"))
    words = [line.text for line in found.words]
    assert words[0] == "Bịa" and words[-2:] == ["Nguồn: bịa", "Tính đến 05/3/2026"]
    assert "26/63" in words and "26/63" in found.told
    assert found.blocks[0].part / found.blocks[0].whole == pytest.approx(26 / 63, abs=0.001)
    assert all(0 < line.y < found.height for line in found.words)
    assert all(len(line.text) <= 100 for line in found.words)


def test_the_files_of_a_past_day_are_the_same_bytes_whenever_they_are_made(
    built: Edition, later: Edition
) -> None:
    for on in (one.url for one in built.pages if re.match(r"tien-do/\d", one.url)):
        assert taken(built, on)
        assert taken(built, on) == taken(later, on)


def test_a_past_figure_put_elsewhere_is_the_same_for_ever_and_leads_to_the_newest(
    built: Edition, later: Edition
) -> None:
    (past, *_) = (one for one in built.pages if re.match(r"tien-do/\d", one.url))
    day = past.url.removeprefix("tien-do/")
    asked = re.findall(r"nhung/\?xem=bieu-do&amp;muc=([\w%-]+)", past.html)
    assert asked and all(one.startswith(day.removesuffix("/")) for one in asked)
    for one in asked:
        place = f"nhung/xem/bieu-do/{one.replace('%2F', '/')}/index.html"
        card, then = (
            next(it.content for it in edition.assets if it.path == place)
            for edition in (built, later)
        )
        assert card == then
        assert re.search(r'tien-do/\?nhung=1"[^>]*>Có số mới hơn<', card.decode()), place


# As it is drawn


def test_every_bar_is_its_share_of_its_own_whole() -> None:
    found = bars("Bịa", [Measured("a", 26, 63, "26/63"), Measured("b", 0, 5, "0/5")])
    assert [one.part for one in found.bars] == [round(26 / 63 * SCALE, 1), 0]


@pytest.mark.parametrize("width", [390, 1280])
def test_bars_are_of_one_width_whatever_is_told_beside_them(browser: Browser, width: int) -> None:
    rows = [("Một", 42, "42/55"), ("Hai", 47, "47/55 chỉ tiêu của cả làng")]
    made = bars("Bịa", [Measured(label, value, 55, told) for label, value, told in rows])
    style = look.sheet()
    drawn = renderer.environment().get_template("charts.html.jinja").module.bars(made)  # type: ignore[attr-defined]
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(f"<style>{style}</style>{drawn}")
    whole, part = (
        page.eval_on_selector_all(one, "all => all.map(one => one.getBoundingClientRect().width)")
        for one in (".chart__whole", ".chart__part")
    )
    page.close()
    assert whole[0] == pytest.approx(whole[1]) and whole[0] > 100
    assert [one / whole[0] for one in part] == pytest.approx([42 / 55, 47 / 55], abs=0.01)


def test_a_line_says_in_words_what_it_draws() -> None:
    points = [(date(2022, 11, 16), 1), (date(2023, 5, 19), 3)]
    found = steps("Hai ngày", points, date(2024, 2, 1), "lễ")
    assert found.told == "16/11/2022: 1 lễ; 19/5/2023: 3 lễ."
    for one in (found.wide, found.narrow):
        assert one.number.label == "3"
        assert [dot.told for dot in one.dots] == ["16/11/2022: 1 lễ", "19/5/2023: 3 lễ"]
        assert [tick.label for tick in one.years] == ["2022", "2023", "2024"]
        assert all(0 <= dot.x <= one.width and 0 <= dot.y <= one.height for dot in one.dots)
        heights = [dot.y for dot in one.dots]
        assert heights == sorted(heights, reverse=True)


@pytest.fixture(scope="module")
def built(tiny_content: Path) -> Edition:
    """The tiny portal, drawn once for all that only look at it."""
    return tiny.draw(tiny_content)


@pytest.fixture(scope="module")
def later(tiny_content: Path) -> Edition:
    """The same a month after."""
    return tiny.draw(tiny_content, date(2026, 4, 9))


def drawn(edition: Edition) -> dict[str, str]:
    return {one.url: one.html for one in edition.pages if re.match(r"tien-do/\d", one.url)}


def test_a_past_day_is_the_same_board_whenever_it_is_built(built: Edition, later: Edition) -> None:
    first, then = drawn(built), drawn(later)
    assert first
    assert {url: then[url] for url in first} == first


def test_the_board_of_today_leads_to_every_past_day(built: Edition) -> None:
    home = tiny.html(built, "tien-do/")
    past = [one.url for one in built.pages if re.match(r"tien-do/\d", one.url)]
    assert past and all(f'href="{url.removeprefix("tien-do/")}"' in home for url in past)


def test_a_corrected_figure_is_told_with_what_it_was(built: Edition) -> None:
    html = tiny.html(built, "tien-do/")
    row = next(one for one in html.split("<tr") if "Một làng đếm hai lần" in one)
    cells = re.findall(r"<td[^>]*>(.*?)</td>", row)
    assert cells[1:3] == ["3", "2"]


LAW = ("01/7/2025", "mức 1", "mức 2", "dat-muc-1", "dat-muc-2")
"""The day of the merger and the names of levels: rules, not counts."""


def typed(path: Path) -> list[str]:
    """Digits in the texts of a module, its docstrings left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent = {one.value for one in ast.walk(tree) if isinstance(one, ast.Expr)}
    texts = (
        one.value
        for one in ast.walk(tree)
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and one not in silent
    )
    bare = (reduce(lambda text, word: text.replace(word, ""), LAW, text) for text in texts)
    return [text for text in bare if re.search(r"\d", text)]


def test_no_number_stands_in_the_words_that_make_the_boards() -> None:
    home = Path(views.__file__).parent
    modules = [*home.glob("progress/*.py"), home / "figures.py", home / "embed" / "boards.py"]
    modules += [home.parent / "library" / name for name in ("board.py", "statistics.py")]
    assert len(modules) > 8
    assert {path.name: found for path in modules if (found := typed(path))} == {}


def test_every_figure_on_a_built_board_is_the_one_in_its_data(built: Edition) -> None:
    files, html = taken(built, "tien-do/"), tiny.html(built, "tien-do/")
    told = re.findall(r'figure__value">(?:<[^>]*>)?([^<]+)<', html)
    values = [one["value"] for one in json.loads(files["con-so.json"])["items"]]
    assert told == ["–" if one is None else str(one) for one in values]
    for page in (one for one in built.pages if one.url.startswith("tien-do/")):
        bars = re.findall(r"<strong>(\d+)/(\d+)", page.html)
        data = taken(built, page.url).get("ti-le.json")
        rows = json.loads(data)["items"] if data else []
        assert bars == [(str(one["value"]), str(one["total"])) for one in rows], page.url


def test_no_number_stands_in_a_template_of_the_boards() -> None:
    home = Path(views.__file__).parent / "templates"
    for name in ("progress", "progress-past", "lineage", "charts", "deadlines"):
        text = (home / f"{name}.html.jinja").read_text(encoding="utf-8")
        words = re.sub(r"{[{%#].*?[}%#]}|<[^>]+>", " ", text, flags=re.DOTALL)
        assert re.findall(r"\d+", words.replace("01/7/2025", "")) == [], name


# The days that have a board, and what was newest on them


def test_days_with_a_board_are_those_known_to_the_day_from_the_beginning_to_today() -> None:
    first, today = PartialDate(2021, 1, 1), PartialDate(2026, 11, 29)
    known = [first, today, PartialDate(2023, 5, 6)]
    others = [
        PartialDate(2020, 12, 31),
        PartialDate(2026, 11, 30),
        PartialDate(2024, 5),
        PartialDate(2024, 6, 7, bound="trước"),
    ]
    told = (date(2021, 1, 1), date(2023, 5, 6), date(2026, 11, 29))
    assert days(library("2026-11-29", school("t", *known, *others))) == told
    counted = [Snapshot(as_of=one, results=(Result(met=1, total=2),)) for one in known + others]
    untold = Snapshot(as_of=PartialDate(2022, 2, 2))
    made = school("t", snapshots=(*counted, untold))
    assert days(library("2026-11-29", made)) == told
    marks = tuple(Mark(as_of=one, value=1) for one in known + others[:3])
    listed_ = Series(id="s", title="S", measures="M", unit="trường", marks=marks)
    assert days(library("2026-11-29", listed_)) == told
    ends = school("t", start=first, end=today)
    assert days(library("2026-11-29", ends)) == (told[0], told[2])


def test_the_newest_count_of_a_school_is_the_first_written_of_its_last_day() -> None:
    def count(on: PartialDate | None, met: int) -> Snapshot:
        return Snapshot(as_of=on, results=(Result(met=met, total=55),))

    may, june = PartialDate(2024, 5, 1), PartialDate(2024, 6, 1)
    bare = Snapshot(as_of=PartialDate(2024, 6, 2))
    told = (count(may, 1), count(june, 2), count(june, 3), count(None, 4), bare)
    made = library("2026-11-29", school("t", snapshots=told))

    def newest(day: date) -> list[int | None]:
        return [one.snapshot.results[0].met for one in board(made, day).readings]

    assert newest(date(2024, 7, 1)) == newest(date(2024, 6, 1)) == [2]
    assert newest(date(2024, 5, 31)) == newest(date(2024, 5, 1)) == [1]
    assert newest(date(2024, 4, 30)) == []


def test_a_series_is_read_by_its_days_wherever_they_stand() -> None:
    days_ = (PartialDate(2024), PartialDate(2022), PartialDate(2023, 4))
    marks = tuple(Mark(as_of=one, value=one.year) for one in days_)
    one = Series(id="s", title="S", measures="M", unit="trường", marks=marks)
    assert [mark.value for mark in one.in_order] == [2022, 2023, 2024]
    told = [date(2021, 12, 31), date(2022, 12, 31), date(2023, 4, 30), date(2030, 1, 1)]
    assert [mark and mark.value for mark in map(one.at, told)] == [None, 2022, 2023, 2024]
    assert one.at(date(2023, 4, 29)) == marks[1], "a month is over on its last day"


def test_recognitions_come_newest_first_and_those_of_one_day_by_school() -> None:
    day = PartialDate(2024, 10, 4)
    made = library(
        "2026-11-29", school("a", day), school("c", None), school("b", day),
        school("d", PartialDate(2025)), school("e", PartialDate(2023)),
    )  # fmt: skip
    assert [one.school.id for one in recognised(made)] == ["d", "b", "a", "e", "c"]


def test_the_bars_of_a_school_come_by_day_those_without_one_first() -> None:
    def count(on: PartialDate | None, met: int) -> Snapshot:
        return Snapshot(as_of=on, results=(Result(met=met, total=10),), level=1)

    told = (count(PartialDate(2024), 5), count(None, 1), count(PartialDate(2023), 3))
    made = school("t", snapshots=told)
    bars_ = over_time(made, of_school(library("2026-11-29", made), made))
    assert bars_
    assert [one.label.partition(",")[0] for one in bars_.bars] == [
        "Không rõ thời điểm", "2023", "2024"
    ]  # fmt: skip
    assert "còn 5 chỉ tiêu chưa đạt" in bars_.title
    done = school("t", PartialDate(2025), snapshots=told)
    over = over_time(done, of_school(library("2026-11-29", done), done))
    assert over
    assert "chưa đạt" not in over.title
    full = school("t", snapshots=(count(PartialDate(2024), 10),))
    met = over_time(full, of_school(library("2026-11-29", full), full))
    assert met
    assert "chưa đạt" not in met.title
