"""The first, the last and the next of what pages list: neighbours, pages of lists, days, counts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from portal.dates import PartialDate
from portal.kinds import BY_NAME, KINDS
from portal.library.occasions import Manner
from portal.views import documents, menu, schools
from portal.views.api.v1 import places
from portal.views.api.v1.envelope import Wrapper
from portal.views.calendars import page as calendar_page
from portal.views.facets import FACETS, MOST, Facets, Value, counted, exemplars
from portal.views.facets.exemplars import ExemplarFacets
from portal.views.feeds import channels
from portal.views.html.markdown import _has_hundreds
from portal.views.pages import changes, citations, cited, entries, listing
from portal.views.pages.listing import ListPage
from portal.views.parts import Anchor
from portal.views.progress import drawn, rows, taken
from portal.views.search import cards
from portal.views.search.plain import sections
from portal.views.shown import Shown

TODAY = date(2026, 3, 5)


def of(**told: Any) -> Any:
    return SimpleNamespace(**told)


# Lists


def test_every_item_knows_its_neighbours_on_its_own_shelf() -> None:
    items = ["a1", "b1", "a2", "a3", "b2", "c1"]
    told = list(entries._in_row(items, lambda one: one[0]))
    assert told == [
        (None, "a1", "a2"),
        (None, "b1", "b2"),
        ("a1", "a2", "a3"),
        ("a2", "a3", None),
        ("b1", "b2", None),
        (None, "c1", None),
    ]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_list_of_several_pages_says_which_one_this_is(count: int) -> None:
    made = list(entries.list_pages("don-vi/", (count - 1) * entries.LONGEST_LIST + 1))
    assert len(made) == count
    assert [one.number for one in made] == list(range(1, count + 1))
    assert {one.of for one in made} == {count}
    assert [one.suffix for one in made] == ["", ", trang 2", ", trang 3"][:count]
    assert [one.start for one in made] == [at * entries.LONGEST_LIST for at in range(count)]
    assert made[0].before == made[-1].after == ""
    assert [one.after for one in made[:-1]] == [one.url for one in made[1:]]
    assert [one.before for one in made[1:]] == ["don-vi/", "don-vi/trang-2/"][: count - 1]
    full = list(entries.list_pages("don-vi/", entries.LONGEST_LIST))
    assert len(full) == len(list(entries.list_pages("don-vi/", 0))) == 1


def test_a_page_of_a_list_tells_the_places_of_what_it_shows() -> None:
    at = ListPage(number=2, of=3, start=500, total=1200)
    assert at.span(500) == "501–1.000"
    assert at.told(500, "văn bản") == "Mục 501–1.000 trong 1.200 văn bản; trang 2 trong 3"
    assert at.told(500) == "Mục 501–1.000 trong 1.200; trang 2 trong 3"


@pytest.mark.parametrize(
    ("count", "of_all", "part", "empty"),
    [(0, 1, False, True), (3, 1, False, False), (3, 2, True, False)],
)
def test_a_list_says_its_part_where_there_are_several_and_that_it_is_empty_where_it_is(
    count: int, of_all: int, part: bool, empty: bool
) -> None:
    v: Any = of(url=str)
    kind = BY_NAME["don-vi"]
    at = ListPage(number=1, of=of_all, start=0, total=9, after="x/" if of_all > 1 else "")
    made = listing.frame(v, kind, [of()] * count, at)
    assert bool(made.part) is part
    assert bool(made.empty) is empty
    assert made.how == ("" if empty else kind.how)
    assert made.header.title == kind.label
    assert (made.pager.before, bool(made.pager.after)) == (None, of_all > 1)


def test_of_one_place_of_a_page_nothing_is_offered_to_leap_to() -> None:
    one, none, plain = (
        Anchor(name, f"#{name}", count) for name, count in (("a", 2), ("b", 0), ("c", None))
    )
    assert listing.jump([one, none]) == ()
    (told,) = listing.jump([one, none, plain])
    assert told.items == (one, plain)


def test_the_next_file_of_a_list_is_told_but_not_after_the_last() -> None:
    asked: list[Mapping[str, Any]] = []

    class Asked(Wrapper):
        def around(self, total: int, kind: str, schema: str, **more: Any) -> dict[str, Any]:
            asked.append(more)
            return {}

    wrapper = Asked.__new__(Asked)
    kind = BY_NAME["truong"]
    for page in (1, 2, 3):
        wrapper.listed(7, kind, page, 3)
    assert [one["next"] for one in asked] == [places.listed(kind, 2), places.listed(kind, 3), None]


@pytest.mark.parametrize(("numbers", "wide"), [((1, 99), False), ((1, 100), True), ((100,), True)])
def test_numbers_of_three_figures_get_room(numbers: tuple[int, ...], wide: bool) -> None:
    inner = [of(level=1, info=str(one), type="list_item_open") for one in numbers]
    deeper = [of(level=3, info="500", type="list_item_open")]
    other = [of(level=1, info="1000", type="paragraph_open")]
    tokens: Any = [
        of(level=0),
        *inner,
        *deeper,
        *other,
        of(level=0),
        *[of(level=1, info="999", type="list_item_open")],
    ]
    assert _has_hundreds(tokens, 0) is wide


# The menu


def test_a_group_of_one_page_leads_there_itself_and_pages_stand_by_their_places() -> None:
    library: Any = SimpleNamespace(of=lambda kind: ())

    def plan(group: str, place: int, title: str) -> Any:
        return of(menu=group, menu_place=place, title=title, source_path=f"{title}.md")

    told = menu.draw(
        library, [plan("Bịa", 3, "c"), plan("Bịa", 1, "a"), plan("Lẻ", 1, "l"), of(menu="")]
    )
    assert told[0] == {"Trang chủ": "index.md"}
    assert {"Bịa": [{"a": "a.md"}, {"c": "c.md"}]} in told
    assert {"Lẻ": "l.md"} in told
    assert menu.labels(told)["c.md"] == "c"
    assert menu.labels(told)["l.md"] == "Lẻ"
    kinds = [kind.label for kind in KINDS if kind.menu]
    assert [title for title in menu.labels(told).values() if title in kinds]


# Facets


def test_values_stand_by_their_order_then_by_how_many_have_them_then_by_name() -> None:
    last, many, few = Value("z", "Z", 0, True), Value("b", "B"), Value("a", "A")
    equal, placed = Value("c", "C"), Value("p", "P", -9)
    pairs = [(1, (last, many)), (2, (many, few)), (3, (equal, placed)), (3, (equal,))]
    made = counted("x", pairs)
    assert [one.value.id for one in made] == ["p", "b", "a", "c", "z"]
    assert [one.items for one in made] == [(3,), (1, 2), (2,), (3,), (1,)]
    assert made[0].mark == "x:p"


@pytest.mark.parametrize(("count", "own"), [(MOST, MOST), (MOST + 1, MOST - 1)])
def test_of_very_many_values_the_most_common_have_a_page_of_their_own(count: int, own: int) -> None:
    facets: Any = Facets.__new__(Facets)
    values = {f"d{at}": (Value(f"v{at:03d}", f"V{at}"),) for at in range(count)}
    values["them"] = (Value(f"v{count - 1:03d}", "V"),)
    facets.__dict__["of"] = dict.fromkeys(FACETS, values)
    kept = next(iter(facets._kept.values()))
    assert len(kept) == own
    assert f"v{count - 1:03d}" in kept
    assert list(kept)[1] == "v000"


def test_a_facet_of_one_value_divides_nothing() -> None:
    facets: Any = ExemplarFacets.__new__(ExemplarFacets)
    one, other = of(id="a"), of(id="b")
    same = Value("v", "V")
    values = {facet: (same,) for facet in exemplars.FACETS}
    first = next(iter(exemplars.FACETS))
    facets.__dict__["all"] = (one, other)
    facets.__dict__["values"] = {"a": values, "b": {**values, first: (Value("w", "W"),)}}
    assert list(facets.counted) == [first]


# Days


def test_a_year_ahead_is_told_to_its_last_day_the_nearest_first() -> None:
    days = [calendar_page.YEAR, timedelta(1), calendar_page.YEAR + timedelta(1), None]
    occasions = [
        of(next_on=lambda today, day=day: None if day is None else today + day, at=at)
        for at, day in enumerate(days)
    ]
    told = calendar_page.ahead(of(today=TODAY), of(occasions=occasions))  # type: ignore[arg-type]
    assert [one.at for _, one in told] == [1, 0]  # type: ignore[attr-defined]
    assert [on for on, _ in told] == [TODAY + timedelta(1), TODAY + calendar_page.YEAR]


def test_an_occasion_of_one_day_tells_one_day() -> None:
    one: Any = of(manner=Manner.EVENT, last=TODAY)
    assert calendar_page.when(TODAY, one) == "05/3/2026"
    one.last = TODAY + timedelta(1)
    assert calendar_page.when(TODAY, one) == "05/3/2026 – 06/3/2026"


def test_news_of_today_is_told_that_of_tomorrow_is_not_and_the_newest_comes_first() -> None:
    def entry(id: str, published: date | None, *changed: date) -> Any:
        return of(
            KIND="bai-viet",
            id=id,
            published=published,
            changes=tuple(of(day=day, text=f"sửa {id}") for day in changed),
        )

    tomorrow, before = TODAY + timedelta(1), TODAY - timedelta(3)
    made = {
        one.id: one
        for one in (
            entry("cu", before, TODAY),
            entry("nay", TODAY),
            entry("mai", tomorrow, tomorrow),
            entry("khong", None, before),
        )
    }
    library: Any = of(today=TODAY, entries={"bai-viet": made})
    told = changes.latest(library)
    assert {(one.day, one.entry.id, one.text) for one in told} == {
        (TODAY, "cu", "sửa cu"),
        (TODAY, "nay", ""),
        (before, "cu", ""),
        (before, "khong", "sửa khong"),
    }
    days = [one.day for one in told]
    assert days == sorted(days, reverse=True)
    assert len(changes.latest(library, 2)) == 2


@pytest.mark.parametrize(
    ("level", "done", "by", "told"),
    [
        (1, (), 2025, "năm 2025 (đã qua)"),
        (1, (1,), 2025, "năm 2025"),
        (2, (1,), 2025, "năm 2025 (đã qua)"),
        (1, (2,), 2025, "năm 2025"),
        (2, (), 2026, "năm 2026"),
        (2, (), None, ""),
    ],
)
def test_a_day_that_is_past_is_no_plan_unless_the_level_was_reached(
    level: int, done: tuple[int, ...], by: int | None, told: str
) -> None:
    school: Any = of(recognised=[of(level=one) for one in done])
    one: Any = of(level=level, by=PartialDate(by) if by else None)
    assert schools.aim(of(today=TODAY), one, school) == told  # type: ignore[arg-type]


def ceremony(id: str, day: PartialDate | None) -> Any:
    return of(school=of(id=id), recognition=of(ceremony=day))


def test_ceremonies_are_counted_whose_day_is_known_to_the_day_of_the_count() -> None:
    days = [
        ceremony("b", PartialDate(2026, 3, 5)),
        ceremony("a", PartialDate(2026, 3, 5)),
        ceremony("c", PartialDate(2025, 1, 2)),
        ceremony("d", PartialDate(2026, 3, 6)),
        ceremony("e", PartialDate(2025, 1)),
        ceremony("f", None),
    ]
    told = drawn.ceremonies(days, TODAY)
    assert [(on, one.school.id) for on, one in told] == [
        (date(2025, 1, 2), "c"),
        (date(2026, 3, 5), "a"),
        (date(2026, 3, 5), "b"),
    ]
    assert drawn.rising(days, TODAY) is not None
    assert drawn.rising(days[:2], TODAY) is None


# Counts


def test_sources_are_named_and_the_rest_is_counted() -> None:
    def foot(count: int) -> str:
        return taken._foot(of(sources=[of(title=f"n{at}") for at in range(count)]))  # type: ignore[arg-type]

    names = [f"n{at}" for at in range(taken.NAMED)]
    assert foot(0) == "Nguồn: hồ sơ từng trường"
    assert foot(taken.NAMED) == f"Nguồn: {'; '.join(names)}"
    assert foot(taken.NAMED + 1) == f"Nguồn: {'; '.join(names)} và 1 nguồn khác"


def test_dead_parts_of_a_document_are_named_and_the_rest_is_counted() -> None:
    dead, other = of(label="Hết hiệu lực"), of(label="Ngưng")

    def told(count: int, *more: Any) -> str:
        parts = [of(state=dead, region=f"dieu-{at}") for at in range(1, count + 1)]
        return documents._parts(of(parts=(*parts, *more)))  # type: ignore[arg-type]

    assert told(0) == ""
    assert told(1) == "Hết hiệu lực: Điều 1"
    assert told(3) == "Hết hiệu lực: Điều 1, Điều 2, Điều 3"
    assert told(5) == "Hết hiệu lực: Điều 1, Điều 2, Điều 3 và 2 chỗ khác"
    assert told(1, of(state=other, region="dieu-9")) == "Hết hiệu lực: Điều 1"


def test_a_channel_holds_the_newest_news_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    news = [of(entry=at) for at in range(channels.MOST + 1)]
    monkeypatch.setattr(channels, "happened", lambda library: iter(news))
    monkeypatch.setattr(channels.Channels, "names", lambda self, entry: iter(("mot",)))
    possible = [("hai", "Hai", "hai/"), ("mot", "Một", "mot/")]
    monkeypatch.setattr(channels.Channels, "_possible", lambda self: iter(possible))
    made = channels.Channels(of(), of())  # type: ignore[arg-type]
    assert list(made.by_name) == ["mot"]
    assert made.by_name["mot"].news == tuple(news[: channels.MOST])
    assert {page: len(told) for page, told in made.by_page.items()} == {"mot/": 1}


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (1899, "1.899"),
        (1900, "1900"),
        (2100, "2100"),
        (2101, "2.101"),
        (True, "Có"),
        (False, "Không"),
        (("a" * 40, "b"), f"{'a' * 40}, b"),
        (("a" * 41, "b"), f"<ul><li>{'a' * 41}</li><li>b</li></ul>"),
        (("a" * 41,), "a" * 41),
        (TODAY, '<time datetime="2026-03-05">05/3/2026</time>'),
        ("a<b", "a&lt;b"),
        (
            "https://vi-du.example/a",
            '<a href="https://vi-du.example/a" rel="external">vi-du.example</a>',
        ),
        (
            "https://vi-du.example/",
            '<a class="written" href="https://vi-du.example/" rel="external">vi-du.example</a>',
        ),
    ],
)
def test_a_value_is_shown_as_readers_write_it(value: Any, told: str) -> None:
    assert Shown.__new__(Shown).show(value) == told


# Places of a text


def test_places_of_a_text_are_headings_and_what_has_an_id() -> None:
    body = (
        "Mở.\n\n# Một\n\nLời một.\n\n- Gạch. {#dieu-1.khoan-1}\n\n## Hai {#dieu-2}\n\n"
        "{#le}\n\nLời hai.\n"
    )
    before, told = sections(body)
    assert before == "Mở."
    assert [(one.id, one.label) for one in told] == [
        ("mot", "Một"),
        ("dieu-1.khoan-1", "khoản 1 Điều 1"),
        ("dieu-2", "Hai"),
    ]
    assert told[0].text == "Lời một."
    assert told[1].text.startswith("Gạch.")
    assert "Lời hai." in told[2].text
    assert sections("Chỉ lời.") == ("Chỉ lời.", ())


# Orders


def test_values_of_the_search_stand_as_given_numbers_downwards_and_the_rest_behind() -> None:
    met = [("2021", "a"), ("x", "b"), ("2023", "c"), ("k", "d"), ("2022", "e")]
    assert cards._ordered(iter(met), None) == tuple(met)
    told = cards._ordered(met, ["k", "2021"])
    assert [id for id, _ in told] == ["k", "2021", "2023", "2022", "x"]


def test_cards_of_few_pages_stand_in_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[Any] = [of(card=(b"ab", b",c]"), badges=(), date="") for _ in range(3)]
    size = 3 * (2 + len(b"[[],c]"))
    for whole, step in ((size + 1, 3), (size, cards.A_FILE)):
        monkeypatch.setattr(cards, "WHOLE", whole)
        assert cards.cards(pages, {})[0] == step
    assert cards.cards([], {})[0] == 1
    monkeypatch.setattr(cards, "WHOLE", 0)
    monkeypatch.setattr(cards, "A_FILE", 2)
    assert len(cards.cards(pages, {})[1]) == 2


def test_sentences_of_the_text_are_quoted_once_before_those_of_fields(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cited, "_quotations", lambda v, found: iter(found.items()))
    field, text = of(where="tom_tat", sentence="hai"), of(where="", sentence="mot")
    again, other = of(where="x", sentence="mot"), of(where="", sentence="ba")
    told: Any = cited.quotations(None, [field, again, text, other])  # type: ignore[arg-type]
    assert told == (("mot", text), ("ba", other), ("hai", field))


def test_doubts_met_most_often_come_first_and_equal_ones_by_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        citations, "_doubt", lambda v, cited, ones: of(cited=cited, quotations=ones)
    )
    names = ["b", "a", "c", "c"]
    told = citations._doubts(None, names, lambda one: one)  # type: ignore[arg-type, return-value]
    assert [one.cited for one in told] == ["c", "a", "b"]
    assert [len(one.quotations) for one in told] == [2, 1, 1]


def test_corrections_are_told_the_newest_first() -> None:
    def series(on: date) -> Any:
        was = of(on=on, as_of=2024, was=1, reason="lý do")
        return of(corrections=[was], marks=[of(as_of=2023, value=0), of(as_of=2024, value=2)])

    days = [date(2025, 1, 1), date(2026, 2, 2), date(2025, 5, 5)]
    v: Any = of(inline=str, a=lambda one: str(one.corrections[0].on), show=str)
    made = rows.corrections(v, "Bảng", [series(day) for day in days])
    assert made
    told = [row.cells for row in made.rows]
    assert [str(one[0]) for one in told] == ["2026-02-02", "2025-05-05", "2025-01-01"]
    assert [one[2:4] for one in told] == [(1, 2)] * 3
    assert rows.corrections(v, "Bảng", [of(corrections=[], marks=[])]) is None
