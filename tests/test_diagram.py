"""The drawing of documents: what it shows, where things stand, and that they can be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import look
import pytest
import tiny
from conftest import Serve
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from portal.kinds.document import MAP, Document
from portal.kinds.document.lists import Net, RelationType
from portal.kinds.lists import values
from portal.library import Library
from portal.road import judge
from portal.views import diagram
from portal.views.diagram import graph
from portal.views.diagram.layout import BETWEEN, Layout, lay_out
from portal.views.diagram.lettering import lines, width

ROOT = Path(__file__).parent.parent
STYLE = look.sheet()
WIDE = diagram.BOX

HEADER = "---\ntieu_de: {title}\nloai: {type}\nco_quan: Làng bịa\nchat_luong_ban: goc-so\n"


def document(title: str, *more: str, type: str = "ke-hoach") -> str:
    return HEADER.format(title=title, type=type) + "".join(f"{one}\n" for one in more) + "---\n"


def relation(type: str, to: str) -> str:
    return f"  - {{loai: {type}, van_ban: {to}}}"


@pytest.fixture
def library(tmp_path: Path) -> Callable[[dict[str, str]], Library]:
    """A portal of just these documents, by id."""

    def made(documents: dict[str, str]) -> Library:
        content = tiny.lay_out(tmp_path, entries=False)
        folder = content / "docs" / "van-ban"
        folder.mkdir()
        for id, text in documents.items():
            (folder / f"{id}.md").write_text(text, encoding="utf-8")
        return judge(content, tiny.DAY)[0]

    return made


def a_star(rays: int) -> dict[str, str]:
    """A regulation that so many plans rest on; the last of them replaces it."""
    made = {"goc": document("Gốc", "ngay_ban_hanh: 2020-01-01", type="quy-dinh")}
    for at in range(rays):
        how = "thay-the" if at == rays - 1 else "can-cu"
        made[f"kh-{at:03d}"] = document(
            f"Kế hoạch bịa số {at}",
            f"so_ky_hieu: {at + 1}-KH/BIA",
            "ngay_ban_hanh: 2021-01-01",
            "quan_he:",
            relation(how, "goc"),
        )
    return made


# What is shown


def test_a_document_with_200_neighbours_shows_the_weightiest_and_says_how_many_are_left(
    library: Callable[[dict[str, str]], Library],
) -> None:
    made = library(a_star(200))
    centre = made.entries["van-ban"]["goc"]
    assert isinstance(centre, Document)
    shown = graph.around(made, centre)
    assert len(shown.documents) == graph.NEAR + 1
    assert shown.left_out == 200 - graph.NEAR
    types = [edge.types[0].value for edge in shown.edges]
    assert types.count("thay-the") == 1
    assert types.count("can-cu") == graph.NEAR - 1
    page = tiny.html(tiny.views.draw(made), "van-ban/goc/")
    assert "sơ đồ không thể hiện 188 văn bản khác" in page


def test_two_steps_are_shown_and_not_three(
    library: Callable[[dict[str, str]], Library],
) -> None:
    chain = {"a": document("A", "ngay_ban_hanh: 2020-01-01")}
    for year, (id, before) in enumerate(["ba", "cb", "dc"], 2021):
        chain[id] = document(
            id, f"ngay_ban_hanh: {year}-01-01", "quan_he:", relation("can-cu", before)
        )
    made = library(chain)
    documents = {one.id: one for one in made.of(Document)}
    near = {one.id for one in graph.around(made, documents["a"]).documents}
    assert near == {"a", "b", "c"}


def test_the_earlier_stand_first_no_day_is_guessed_and_awaited_ones_come_last(
    library: Callable[[dict[str, str]], Library],
) -> None:
    made = library(
        {
            "quy-dinh": document("Q", "ngay_ban_hanh: 2021-05-19"),
            "khong-ngay": document("K", "quan_he:", relation("trien-khai", "quy-dinh")),
            "duoc-nhac": document("D"),
            "ke-hoach": document(
                "H",
                "ngay_ban_hanh: 2021-09-06",
                "quan_he:",
                relation("can-cu", "quy-dinh"),
                relation("dan-chieu", "duoc-nhac"),
                relation("giao-ban-hanh", "cho"),
            ),
            "cho": document("C", "cho_ban_hanh: có"),
        }
    )
    documents = graph.whole(made).documents
    assert [(one.id, graph.era(one)) for one in documents] == [
        ("quy-dinh", "Năm 2021"),
        ("ke-hoach", "Năm 2021"),
        ("duoc-nhac", "Không rõ ngày"),
        ("khong-ngay", "Không rõ ngày"),
        ("cho", "Được giao ban hành"),
    ]


def woven() -> dict[str, str]:
    """A centre with relations of several weights, the files in no order of theirs."""
    dated = "ngay_ban_hanh: {}-01-01"
    return {
        "giua": document("Giữa", dated.format(2020), type="quy-dinh"),
        "z-thay": document("Z", dated.format(2021), "quan_he:", relation("thay-the", "giua")),
        "b-dan": document("B", dated.format(2021), "quan_he:", relation("dan-chieu", "giua")),
        "a-dan": document("A", dated.format(2021), "quan_he:", relation("dan-chieu", "giua")),
        "m-can": document("M", dated.format(2021), "quan_he:", relation("can-cu", "giua")),
        "xa-cu": document("X", dated.format(2022), "quan_he:", relation("dan-chieu", "a-dan")),
        "xa-moi": document("Y", dated.format(2023), "quan_he:", relation("dan-chieu", "a-dan")),
        "xa-nang": document("N", dated.format(2022), "quan_he:", relation("thay-the", "b-dan")),
        "rieng": document("R", dated.format(2022)),
    }


def test_relations_are_told_the_weightiest_first_and_equal_ones_by_their_names(
    library: Callable[[dict[str, str]], Library],
) -> None:
    made = library(woven())
    documents = {one.id: one for one in made.of(Document)}
    edges = graph.edges_of(made, documents["giua"])
    assert [one.other("giua") for one in edges] == ["z-thay", "m-can", "a-dan", "b-dan"]
    assert [one.weight for one in edges] == sorted(one.weight for one in edges)
    assert {(one.later, one.earlier) for one in edges} == {
        (id, "giua") for id in ("z-thay", "m-can", "a-dan", "b-dan")
    }
    assert [one.id for one in graph.unrelated(made)] == ["rieng"]


def test_of_the_second_step_the_weightiest_are_shown_then_the_newest(
    library: Callable[[dict[str, str]], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = library(woven())
    centre = next(one for one in made.of(Document) if one.id == "giua")
    near = {"giua", "z-thay", "m-can", "a-dan", "b-dan"}
    for room, further in ((1, {"xa-nang"}), (2, {"xa-nang", "xa-moi"})):
        monkeypatch.setattr(graph, "SHOWN", 4 + room)
        shown = graph.around(made, centre)
        assert {one.id for one in shown.documents} == near | further
        assert shown.left_out == 3 - room
        assert shown.centre == centre


def test_of_the_whole_programme_those_with_most_relations_are_shown_then_the_newest(
    library: Callable[[dict[str, str]], Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = library(woven())
    for most, left in ((3, 5), (4, 4), (8, 0), (9, 0)):
        monkeypatch.setattr(graph, "TRUNK", most)
        shown = graph.whole(made)
        ids = {one.id for one in shown.documents}
        assert shown.left_out == left
        assert len(ids) == min(most, 8)
        assert {"giua", "a-dan", "b-dan"} <= ids
        assert most < 4 or "xa-moi" in ids
        assert "rieng" not in ids
    counted = graph.most_related(made, shown, 4)
    assert [(one.id, count) for one, count in counted] == [
        ("giua", 4),
        ("a-dan", 3),
        ("b-dan", 2),
        ("m-can", 1),
    ]


def test_years_are_told_above_their_rows_and_a_box_tells_no_year_and_nothing_unknown(
    library: Callable[[dict[str, str]], Library],
) -> None:
    made = library(a_star(3))
    page = tiny.html(tiny.views.draw(made), f"van-ban/{MAP}/").partition("diagram__narrow")[0]
    assert re.findall(r'class="diagram__era"[^>]*>([^<]+)', page) == ["Năm 2020", "Năm 2021"]
    boxes = re.findall(r"<text(?! class=\"diagram__(?:era|name))[^>]*>([^<]+)", page)
    assert set(boxes) == {"Kế hoạch", "× Hết hiệu lực"}


def test_several_relations_of_one_pair_are_one_line_with_all_their_names(
    library: Callable[[dict[str, str]], Library],
) -> None:
    made = library(
        {
            "a": document("A", "ngay_ban_hanh: 2020-01-01"),
            "b": document(
                "B",
                "ngay_ban_hanh: 2021-01-01",
                "quan_he:",
                relation("dan-chieu", "a"),
                relation("thay-the", "a"),
            ),
        }
    )
    documents = {one.id: one for one in made.of(Document)}
    shown = graph.around(made, documents["a"])
    assert [[one.value for one in edge.types] for edge in shown.edges] == [
        ["thay-the", "dan-chieu"]
    ]
    assert diagram.relation_to(shown, documents["b"]) == "Bị thay thế bởi; được dẫn chiếu tại"
    assert [group.label for group in diagram.legend(shown)] == ["net net--het"]


def test_the_whole_programme_keeps_its_size_and_says_what_is_left_out(
    library: Callable[[dict[str, str]], Library],
) -> None:
    made = library(a_star(graph.TRUNK + 40))
    page = tiny.html(tiny.views.draw(made), f"van-ban/{MAP}/")
    wide = page.partition("diagram__narrow")[0]
    assert wide.count("<rect") == graph.TRUNK
    assert "sơ đồ không thể hiện 41 văn bản khác" in page
    assert "Văn bản có nhiều quan hệ nhất" in page


def test_the_drawing_is_said_in_words_for_who_does_not_see_it(tiny_content: Path) -> None:
    page = tiny.html(tiny.draw(tiny_content), "van-ban/02-kh-lm/")
    drawing, _, words = page.partition('id="so-do"')[2].partition("Sơ đồ bằng chữ")
    assert drawing.count('aria-hidden="true"') >= 2
    assert not re.search(r"<a (?![^>]*tabindex)[^>]*>", drawing.partition("</div>")[0])
    said = " ".join(re.sub(r"<[^>]+>", " ", words.partition("</ul>")[0]).split())
    assert "Kế hoạch 02-KH/LM" in said
    assert "triển khai Quy định 01-QĐ/LM" in said
    assert "thay thế Quy định 01-QĐ/LM" in said  # the second step


def test_every_line_of_the_closed_list_has_a_weight_and_a_look() -> None:
    relations = values(judge(ROOT, tiny.DAY)[0].lists, RelationType)
    nets = {option.net for option in relations.values()}
    assert nets == set(graph.NETS)
    for net in nets - {Net.PLAIN}:
        assert f".net--{net} {{" in STYLE


def test_signs_are_those_of_the_style_sheet() -> None:
    told = {}
    for tones, rule in re.findall(r"^((?:\.tone-[a-z-]+,? ?)+)\{([^}]*)\}", STYLE, re.MULTILINE):
        if sign := re.search(r'--sign: "(.)"', rule):
            told |= dict.fromkeys(re.findall(r"tone-([a-z-]+)", tones), sign[1])
    assert told
    assert {tone: told[tone] for tone in diagram.SIGNS} == diagram.SIGNS


# Where things stand


@st.composite
def graphs(
    draw: st.DrawFn,
) -> tuple[dict[str, int], list[tuple[str, str]], int, str | None, dict[str, str]]:
    count = draw(st.integers(1, 24))
    ids = [f"v{at}" for at in range(count)]
    heights = {id: draw(st.integers(30, 110)) for id in ids}
    pair = st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(lambda it: it[0] != it[1])
    pairs = draw(st.lists(pair, max_size=40, unique=True)) if count > 1 else []
    columns = draw(st.sampled_from([2, 4, 6]))
    years = sorted(draw(st.lists(st.integers(2019, 2026), min_size=count, max_size=count)))
    eras = {id: f"Năm {year}" for id, year in zip(ids, years, strict=True)}
    return heights, pairs, columns, draw(st.sampled_from([None, *ids])), eras


@given(graphs())
def test_boxes_keep_apart_and_lines_pass_between_them(
    drawn: tuple[dict[str, int], list[tuple[str, str]], int, str | None, dict[str, str]],
) -> None:
    heights, pairs, columns, centre, eras = drawn
    made = lay_out(heights, pairs, columns, WIDE, centre, eras)
    assert made == lay_out(heights, pairs, columns, WIDE, centre, eras)
    assert [one.label for one in made.eras] == list(dict.fromkeys(eras.values()))
    begins = {one.label: one.y for one in made.eras}
    for id, box in made.boxes.items():
        under = max((y, label) for label, y in begins.items() if y < box.y)
        assert under[1] == eras[id]
    assert made.boxes.keys() == heights.keys()
    boxes = list(made.boxes.values())
    for at, one in enumerate(boxes):
        assert one.x >= 0
        assert one.x + WIDE <= made.width
        assert one.y + one.height <= made.height
        for other in boxes[at + 1 :]:
            beside = one.x + WIDE < other.x or other.x + WIDE < one.x
            assert beside or one.y + one.height < other.y or other.y + other.height < one.y
    for line in made.lines:
        assert free(made, line.points), line
    assert sorted((line.later, line.earlier) for line in made.lines) == sorted(pairs)


def free(made: Layout, points: tuple[tuple[int, int], ...]) -> bool:
    """Bends stay between rows; straight pieces stand upright beside every box."""
    for at, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
        if at % 2 == 0 and abs(y - to_y) < BETWEEN:
            return False
        if at % 2:
            low, high = min(y, to_y), max(y, to_y)
            for box in made.boxes.values():
                crossed = box.x < x < box.x + WIDE and box.y < high and low < box.y + box.height
                if x != to_x or crossed:
                    return False
    return True


@given(st.text(st.sampled_from("aăâbcđeêghiklmnoôơpqrstuưvxyẤỆữWM 0123456789-/.…"), max_size=90))
def test_words_break_into_lines_that_fit_and_lose_nothing_but_the_end(text: str) -> None:
    made = lines(text, 12, 130, 3)
    assert len(made) <= 3
    assert all(width(line, 12) <= 130 for line in made)
    whole = "".join(made)
    assert whole.endswith("…") or whole.replace(" ", "") == "".join(text.split())


def test_a_long_number_is_parted_where_its_parts_meet() -> None:
    assert lines("484/HVCTQG-VTCT", 13, 130, 2) == ("484/HVCTQG-", "VTCT")
    assert lines("380-KH/HVCTQG", 13, 130, 2) == ("380-KH/HVCTQG",)


# In a browser

FIT = """() => [...document.querySelectorAll(".diagram svg")].filter(one => one.checkVisibility())
  .flatMap(svg => [...svg.querySelectorAll("g[transform]")].flatMap(node => {
    const frame = node.querySelector("rect").getBBox()
    return [...node.querySelectorAll("text")].filter(text => {
      const box = text.getBBox()
      return box.x + box.width > frame.width - 4 || box.y + box.height > frame.height + 1
    }).map(text => text.textContent)
  }))"""


@pytest.mark.parametrize("size", [1280, 390, 320])
def test_every_word_of_every_drawing_stands_inside_its_box(
    size: int, real_site: Path, serve: Serve, page: Page
) -> None:
    page.set_viewport_size({"width": size, "height": 800})
    root = serve(real_site)
    drawn = [
        file.parent.relative_to(real_site).as_posix()
        for file in sorted((real_site / "van-ban").glob("*/index.html"))
        if 'class="diagram' in file.read_text(encoding="utf-8")
    ]
    assert len(drawn) > 20
    for url in drawn:
        page.goto(f"{root}{url}/")
        assert page.evaluate(FIT) == [], url
        assert page.locator(".diagram svg:visible").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url


def test_a_box_leads_to_its_document_and_tab_passes_it_by(
    real_site: Path, serve: Serve, page: Page
) -> None:
    page.goto(f"{serve(real_site)}van-ban/{MAP}/")
    boxes = page.locator(".diagram svg:visible a")
    assert boxes.count() > 20
    assert {one.get_attribute("tabindex") for one in boxes.all()} == {"-1"}
    boxes.filter(has_text="380-KH/HVCTQG").click()
    page.wait_for_url("**/van-ban/380-kh-hvctqg/")
