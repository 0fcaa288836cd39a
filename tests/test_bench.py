"""The made-up content of the measures is sound and the same each time. No time is asserted here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import charting, content, identity, peer
from bench.building import BEST, OURS, Order, Result, Run
from bench.measure import Cost, Size
from bench.report import growth, ratios, table
from portal.kinds import KINDS
from portal.kinds.document import Document
from portal.library.lists import FOLDER
from portal.problem import errors
from portal.road import judge
from portal.views.html.markdown import UNMARKED, Converter
from portal.views.inputs import Inputs
from portal.views.pages import entries as pages
from portal.views.renderer import Renderer

N = 72
ROW = re.compile(r'<th scope="row"><strong><a [^>]*?href="(?:\.\./)*(mau-van-ban-\d+)/"')
"""What a row is of; its cells may lead to other entries."""
LISTS = identity.ROOT / FOLDER


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench") / "noi-dung"
    content.make(folder, N, 7, LISTS)
    return folder


def test_made_up_content_has_no_faults_and_entries_of_every_kind(made: Path) -> None:
    library, problems = judge(made, content.DAY)
    assert [str(problem) for problem in errors(problems)] == []
    assert [kind.name for kind in KINDS if not library.entries[kind.name]] == []
    assert sum(len(entries) for entries in library.entries.values()) == N


def test_made_up_content_is_linked_and_says_that_it_is_made_up(made: Path) -> None:
    library, _ = judge(made, content.DAY)
    assert len(library.backlinks) > N / 2
    for kind, entries in library.entries.items():
        for entry in entries.values():
            assert kind == "trang" or "tự tạo" in (entry.summary or "")


def test_the_same_seed_gives_the_same_content_and_another_seed_another(
    made: Path, tmp_path: Path
) -> None:
    content.make(tmp_path / "same", N, 7, LISTS)
    content.make(tmp_path / "other", N, 8, LISTS)
    assert identity.digests(tmp_path / "same") == identity.digests(made)
    assert identity.digests(tmp_path / "other") != identity.digests(made)


@pytest.mark.parametrize("n", [20, 61, 1000, 5000])
def test_there_are_as_many_entries_as_asked_for(n: int) -> None:
    counted = content.counts(n)
    assert sum(counted.values()) == n
    assert min(counted.values()) > 0


def test_a_list_too_long_for_one_page_goes_on_at_the_next(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "LONGEST_LIST", 6)
    library, _ = judge(made, content.DAY)
    renderer = Renderer(Inputs(library))
    planned = pages.plan(renderer.inputs)
    drawn = {plan.url: renderer.draw(plan).html for plan in planned}
    documents = [entry.id for entry in library.of(Document)]
    urls = ["van-ban/", "van-ban/trang-2/", "van-ban/trang-3/"]
    listed = [ROW.findall(drawn[url]) for url in urls]
    assert [id for ids in listed for id in dict.fromkeys(ids)] == documents
    assert re.findall(r'rel="(\w+)" href="([^"]+)"', drawn[urls[0]]) == [("next", "trang-2/")]
    middle = [("prev", "../"), ("next", "../trang-3/")]
    assert re.findall(r'rel="(\w+)" href="([^"]+)"', drawn[urls[1]]) == middle
    told = drawn[urls[1]].replace("\N{NO-BREAK SPACE}", " ")
    assert f"Mục 7–12 trong {len(documents)} văn bản; trang 2 trong 3" in told
    assert "van-ban/trang-4/" not in drawn


def test_made_up_content_gives_the_same_bytes_whatever_the_hash_seed(
    made: Path, tmp_path: Path
) -> None:
    assert identity.differences(made, content.DAY, tmp_path) == []


def test_the_peer_gets_the_same_text_with_working_links(made: Path, tmp_path: Path) -> None:
    library, _ = judge(made, content.DAY)
    peer.write(library, tmp_path / "peer")
    docs = tmp_path / "peer" / "docs"
    for entry in library.entries["van-ban"].values():
        page = (docs / "van-ban" / f"{entry.id}.md").read_text(encoding="utf-8")
        assert f"# {entry.name}\n" in page
        assert entry.summary is not None
        assert entry.summary in page
        assert len(page) > len(entry.body)
        for target in peer.TO_PAGE.findall(page):
            assert (docs / "van-ban" / target).is_file()


def test_the_report_tells_growth_and_ratios() -> None:
    size = Size(1, 1000, 1.0, 1.0, 1)
    results = [
        Result(str(n), n, way, Cost(cpu / 2, cpu, 10.0, 0.0), size)
        for n, way, cpu in ((100, OURS, 1.0), (1000, OURS, 10.0), (1000, BEST, 20.0))
    ]
    assert growth(results) == {OURS: pytest.approx(1.0)}
    assert ratios(results) == {("1000", BEST): (0.5, 0.5)}
    told = table(Run(Order([100, 1000], 7, Path()), results))
    assert "1,00  cổng này" in told
    assert f"0,50 / 0,50  {BEST}, 1000 mục" in told


CONVERTER = Converter()
WORDS = st.text(st.sampled_from("aàẤđĐ09 .,;:()«»“”-–/%'\"+=|~^#@?\u00a0"), min_size=1, max_size=40)


@given(WORDS)
def test_prose_without_marks_gives_what_the_full_converter_gives(text: str) -> None:
    """A second paragraph sends the text the long way."""
    if UNMARKED.fullmatch(text):
        long_way = str(CONVERTER.block(f"{text}\n\nz", str))
        assert long_way == f"{CONVERTER.block(text, str)}\n<p>z</p>"


# Charts


def charted(each: int, drawing: float) -> charting.Charted:
    return charting.Charted(34, each, charts=99, drawing=drawing, building=10.0)


@pytest.mark.parametrize(
    ("one", "ten", "good"), [(0.3, 3.0, True), (0.31, 3.0, False), (0.1, 1.6, False)]
)
def test_charts_that_take_too_much_or_grow_faster_than_their_counts_are_told(
    one: float, ten: float, good: bool
) -> None:
    found = charting.Outcome(charted(20, one), charted(200, ten))
    assert found.is_good is good
    assert "34 trường × 20 thời điểm: 99 hình" in found.told


@pytest.mark.parametrize("each", [20, 200])
def test_the_counts_that_are_charted_are_of_days_that_have_come(each: int) -> None:
    found = [it["thoi_diem"] for it in charting.counts(each)]
    assert len(set(found)) == each
    assert max(found) < charting.TODAY.isoformat()
