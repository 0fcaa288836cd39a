"""The library's facets: pages without script, a list narrowed in place with it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import tiny
from conftest import Serve
from playwright.sync_api import Page, expect
from test_diagram import document

from portal.kinds import KINDS
from portal.kinds.criteria import FACETS as INDICATOR_FACETS
from portal.kinds.document import FACETS, Document
from portal.library import Library
from portal.road import judge
from portal.text import slug
from portal.views import Edition
from portal.views.facets import MOST, OTHERS, Facets, shelves
from portal.views.facets.indicators import IndicatorFacets
from portal.views.facets.searched import SEARCHED, YEAR, former
from portal.views.names import LONGEST_LIST
from portal.views.search import cards
from portal.views.search.entries import records
from portal.views.search.pack import ID
from portal.views.search.record import LazyRecord, Record, Wording

OPEN = Callable[..., Page]
MANY = LONGEST_LIST + 120


@pytest.fixture(scope="module")
def built(tiny_content: Path) -> Edition:
    return tiny.draw(tiny_content)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder with more documents than one page of a list holds."""
    content = tiny.lay_out(tmp_path_factory.mktemp("many"), entries=False)
    folder = content / "docs" / "van-ban"
    folder.mkdir()
    for at in range(MANY):
        text = document(
            f"Văn bản bịa số {at}",
            f"so_ky_hieu: {at + 1}-KH/BIA",
            f"ngay_ban_hanh: {2000 + at % 20}-01-{at % 28 + 1:02d}",
            type="ke-hoach" if at % 5 else "quy-dinh",
        ).replace("Làng bịa", f"Làng bịa {at % (MOST + 20)}")
        (folder / f"vb-{at:04d}.md").write_text(text, encoding="utf-8")
    return content


# Without script


def test_every_value_of_every_facet_has_a_page_with_its_documents(built: Edition) -> None:
    pages = tiny.by_url(built)
    panel = pages["van-ban/"].html
    told = re.findall(r'href="([^"]+)" data-mark="([^"]+)">([^<]+)</a> <span[^>]*>\((\d+)\)', panel)
    assert {mark.partition(":")[0] for _, mark, *_ in told} == set(FACETS)
    for url, mark, label, count in told:
        assert url == mark.replace(":", "/") + "/"
        page = pages[f"van-ban/{url}"]
        rows = page.html.partition("<tbody>")[2].partition("</tbody>")[0]
        assert rows.count("<tr>") == int(count), mark
        assert f">Văn bản: {label}</h1>" in page.html
        assert f'data-mark="{mark}" aria-current="page"' in page.html
        panel = page.html.partition('<nav aria-label="Lọc')[2].partition("</nav>")[0]
        links = re.findall(r'href="([^"]+)" data-mark="([^"]+)"', panel)
        assert links == [(f"../../{one.replace(':', '/')}/", one) for _, one, *_ in told]


def test_a_unit_finds_the_documents_that_give_it_duties(built: Edition) -> None:
    page = tiny.html(built, "van-ban/don-vi/hoi-phu-huynh/")
    assert "02-KH/LM" in page.partition("<tbody>")[2]


def test_the_rarest_of_very_many_values_share_one_page(many: Path) -> None:
    library = judge(many, tiny.DAY)[0]
    facets = Facets(library)
    counted = facets.counted["co-quan"]
    assert len(counted) == MOST
    assert counted[-1].value.id == OTHERS.id
    assert sum(len(one.items) for one in counted) == MANY
    of = Counter(one.id for values in facets.of["co-quan"].values() for one in values)
    own = {one.value.id for one in counted[:-1]}
    rare = [count for id, count in of.items() if id not in own]
    assert min(of.values()) < max(of.values())
    assert max(rare) <= min(of[id] for id in own)


def searched(library: Library) -> dict[str, dict[str, list[str]]]:
    """Document → what the search filters it by, by the names in addresses."""
    names = {one.id: one.name for one in SEARCHED}
    made = (one.make() if isinstance(one, LazyRecord) else one for one in records(library, ()))
    return {
        one.url.rstrip("/").rpartition("/")[2]: {
            names[facet]: [id for id, _ in values] for facet, values in one.facets.items()
        }
        for one in made
        if one.kind == "van-ban"
    }


@pytest.mark.parametrize("content", ["tiny_content", "many"])
def test_a_document_is_filtered_alike_in_the_library_and_in_the_search(
    content: str, request: pytest.FixtureRequest
) -> None:
    """Also what is rare, what has no day, and what names its unit by other words."""
    library = judge(request.getfixturevalue(content), tiny.DAY)[0]
    facets, found = Facets(library), searched(library)
    for one in library.of(Document):
        told = found.get(one.id)
        if told is None:
            assert f"van-ban/{one.id}" in library.rows
            continue
        told.pop("truong", None)
        shelved = {name: [it.id for it in values] for name, values in facets.values(one).items()}
        assert {name: told.get(name, []) for name in FACETS} == shelved, one.id
    assert len(found) > 3


def test_every_facet_of_the_documents_is_one_of_the_search_by_the_same_name_and_label() -> None:
    told = {one.name: one.label for one in SEARCHED}
    assert len(told) == len(SEARCHED)
    assert {name: told.get(name) for name in FACETS if name != YEAR.name} == {
        name: label for name, label in FACETS.items() if name != YEAR.name
    }
    assert YEAR.name in FACETS, "a year is of everything: only its label is shorter"


@pytest.mark.parametrize("content", ["tiny_content", "many"])
def test_addresses_of_former_days_still_find_what_they_found(
    content: str, request: pytest.FixtureRequest
) -> None:
    library = judge(request.getfixturevalue(content), tiny.DAY)[0]
    facets = Facets(library)
    now = {(one.name, one.value): (one.id, one.now) for one in former(facets)}
    for kind in KINDS:
        assert now["loai", kind.name] == ("kind", kind.name)
    for one in library.of(Document):
        (value,) = facets.values(one)["co-quan"]
        told = slug(one.issuer)
        assert now.get(("co-quan", told), ("issuer", told)) == ("issuer", value.id), one.id


def test_values_of_the_search_stand_in_the_order_of_the_shelves() -> None:
    wording = Wording(
        facets={"type": "", "year": "", "issuer": ""}, orders={"type": ("b", "a"), "year": ()}
    )

    def page(at: int, type: str, day: str, issuer: str) -> Record:
        told = {"type": ((type, ""),), "issuer": ((issuer, ""),)}
        return Record(
            f"{at}/", "", date=day, facets=told if day else told | {"year": (("chua-ro", ""),)}
        )

    pages = [page(1, "a", "2020", "y"), page(2, "c", "", "x"), page(3, "b", "2021-05", "y")]
    told = json.loads(cards.facets([cards.shown(one) for one in pages], wording)[ID:])
    assert {facet: [id for id, _ in values] for facet, (values, _) in told.items()} == {
        "type": ["b", "a", "c"],
        "year": ["2021", "2020", "chua-ro"],
        "issuer": ["y", "x"],
    }
    assert told["type"][1] == "1;2;0"


def test_a_value_with_more_documents_than_a_page_holds_goes_on(many: Path) -> None:
    edition = tiny.draw(many)
    pages = tiny.by_url(edition)
    first, second = (
        pages[f"van-ban/hieu-luc/chua-ro/{end}"].html.partition("<tbody>")[2]
        for end in ("", "trang-2/")
    )
    assert first.count("<tr>") == LONGEST_LIST
    assert second.count("<tr>") == MANY - LONGEST_LIST
    (rows,) = (one for one in edition.assets if one.path == f"{shelves.HOME}{shelves.ROWS}")
    assert len(json.loads(rows.content)) == MANY


def test_a_list_of_one_page_needs_no_file_of_rows(built: Edition) -> None:
    assert not [one for one in built.assets if one.path == f"{shelves.HOME}{shelves.ROWS}"]


def test_documents_stand_under_their_year_and_those_without_a_day_last(built: Edition) -> None:
    page = tiny.html(built, "van-ban/theo-nam/")
    heads = re.findall(r'<h2 id="[^"]+">([^<]+)</h2>', page)
    assert heads == ["2026", "2020", "Không rõ ngày"]


def test_every_value_by_which_chi_tieu_are_parted_has_a_page_with_them(built: Edition) -> None:
    pages = tiny.by_url(built)
    table = pages["bo-tieu-chi/chi-tieu/"].html
    told = re.findall(r'href="([^"]+)" data-mark="([^"]+)">([^<]+)</a> <span[^>]*>\((\d+)\)', table)
    assert {mark.partition(":")[0] for _, mark, *_ in told} == set(INDICATOR_FACETS) - {"bo"}
    marks = " ".join(re.findall(r'data-marks="([^"]+)"', table)).split()
    for url, mark, label, count in told:
        page = pages[f"bo-tieu-chi/chi-tieu/{url}"]
        rows = page.html.partition("<tbody>")[2].partition("</tbody>")[0]
        assert rows.count("<tr") == int(count) == marks.count(mark), mark
        assert f">Chỉ tiêu: {label}</h1>" in page.html
        here = re.findall(r'data-mark="([^"]+)" aria-current="page"', page.html)
        assert here == [mark]
        facet = pages[f"bo-tieu-chi/chi-tieu/{mark.partition(':')[0]}/"].html
        assert f'href="{url.split("/")[1]}/"' in facet


def test_a_unit_finds_the_chi_tieu_it_leads_and_the_others_say_that_nobody_is_named(
    built: Edition,
) -> None:
    page = tiny.html(built, "bo-tieu-chi/chi-tieu/chu-tri/hoi-phu-huynh/")
    assert "Thầy, cô biết hát</a>" in page.partition("<tbody>")[2]
    others = tiny.html(built, "bo-tieu-chi/chi-tieu/chu-tri/chua-ro/")
    assert "Chỉ tiêu: Nguồn không nêu</h1>" in others


def test_sets_part_chi_tieu_only_where_there_are_several(tmp_path: Path) -> None:
    content = tiny.lay_out(tmp_path / "content")
    two = IndicatorFacets(judge(content, tiny.DAY)[0])
    assert [one.value.id for one in two.counted["bo"]] == ["01-qd-lm", "03-qd-lm"]
    assert all("bo:" in two.marks(one) for one in two.all)
    (content / "data/bo-tieu-chi/03-qd-lm.yml").unlink()
    one = IndicatorFacets(judge(content, tiny.DAY)[0])
    assert "bo" not in one.counted
    assert not [each for each in one.all if "bo:" in one.marks(each)]


# With script


@pytest.fixture(scope="module")
def root(real_site: Path, serve: Serve) -> str:
    return serve(real_site)


def shown(page: Page) -> int:
    return page.locator(".library tbody tr").count()


def choose(page: Page, mark: str) -> None:
    link = page.locator(f'a[data-mark="{mark}"]')
    if not link.is_visible():
        page.locator(".filters .more", has=link).locator("summary").click()
    link.click()


def test_a_choice_narrows_the_list_is_announced_and_kept_in_the_address(
    root: str, page: Page
) -> None:
    page.goto(f"{root}van-ban/")
    total = shown(page)
    choose(page, "loai:ke-hoach")
    status = page.locator(".library [role=status]")
    expect(status).to_have_text(re.compile(rf"^\d+ trong {total} văn bản$"))
    after_one = shown(page)
    assert 0 < after_one < total
    assert page.url.endswith("van-ban/?loai=ke-hoach")
    choose(page, "nam:2022")
    assert 0 < shown(page) < after_one
    assert page.url.endswith("?loai=ke-hoach&nam=2022")
    page.go_back()
    expect(status).to_have_text(f"{after_one} trong {total} văn bản")
    page.get_by_role("button", name="Bỏ lọc Loại văn bản: Kế hoạch").click()
    assert shown(page) == total
    assert page.url.endswith("van-ban/")


def test_the_counts_tell_what_a_further_choice_leaves(root: str, page: Page) -> None:
    page.goto(f"{root}van-ban/?loai=ke-hoach")
    links = page.locator(".filters li:not([hidden]) a[data-mark^='nam:']")
    told = {one.get_attribute("data-mark"): count_of(one) for one in links.all()}
    assert sum(told.values()) == shown(page)
    for group in page.locator(".filters [role=group]").all():
        assert group.is_visible() == bool(group.locator("li:not([hidden])").count())
    for mark, count in list(told.items())[:3]:
        page.goto(f"{root}van-ban/?loai=ke-hoach&nam={str(mark).partition(':')[2]}")
        assert shown(page) == count


def count_of(link: object) -> int:
    text = link.evaluate("one => one.nextElementSibling.textContent")  # type: ignore[attr-defined]
    return int(text.strip("()"))


def test_an_address_with_a_choice_and_an_order_opens_as_it_was_shared(
    root: str, page: Page
) -> None:
    page.goto(f"{root}van-ban/?nam=2022&sap-xep=cu-nhat")
    days = page.locator(".library tbody time").evaluate_all("all => all.map(one => one.dateTime)")
    assert days == sorted(days)
    assert len(days) > 3
    expect(page.get_by_label("Sắp xếp")).to_have_value("cu-nhat")
    page.goto(f"{root}van-ban/?nam=1900&loai=khong-co&sap-xep=bay")
    assert shown(page) == 0
    expect(page.locator(".library [role=status]")).to_contain_text("0 trong")


def test_facets_are_chosen_by_keyboard_and_focus_is_not_lost(root: str, page: Page) -> None:
    page.goto(f"{root}van-ban/")
    link = page.locator('a[data-mark="loai:quy-dinh"]')
    link.focus()
    page.keyboard.press("Enter")
    expect(link).to_have_attribute("aria-current", "true")
    expect(link).to_be_focused()
    page.get_by_role("button", name="Bỏ lọc").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Sắp xếp")).to_be_focused()


def test_on_a_phone_the_facets_are_folded(root: str, open_page: OPEN) -> None:
    page = open_page(viewport={"width": 390, "height": 800})
    page.goto(f"{root}van-ban/")
    expect(page.locator('a[data-mark="loai:quy-dinh"]')).to_be_hidden()
    page.get_by_text("Lọc và sắp xếp").click()
    page.locator('a[data-mark="loai:quy-dinh"]').click()
    expect(page.locator(".library [role=status]")).to_contain_text(" trong ")


def test_without_script_a_facet_is_a_link_to_its_page(root: str, open_page: OPEN) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{root}van-ban/")
    link = page.locator('a[data-mark="loai:quy-dinh"]')
    if not link.is_visible():
        page.locator(".filters > summary").click()
    link.click()
    assert page.url.endswith("/van-ban/loai/quy-dinh/")
    assert page.locator("h1").inner_text() == "Văn bản: Quy định"


def test_a_choice_among_chi_tieu_is_shared_by_its_address(root: str, page: Page) -> None:
    page.goto(f"{root}bo-tieu-chi/chi-tieu/")
    total = shown(page)
    choose(page, "muc:muc-1")
    choose(page, "nguong:da-ro")
    assert page.url.endswith("chi-tieu/?muc=muc-1&nguong=da-ro")
    left = shown(page)
    page.reload()
    status = page.locator(".library [role=status]")
    expect(status).to_have_text(f"{left} trong {total} chỉ tiêu")
    page.emulate_media(media="print")
    chosen = page.get_by_role("button", name="Bỏ lọc Mức: Mức 1")
    style = "e => [getComputedStyle(e).borderTopWidth, getComputedStyle(e, '::after').content]"
    assert chosen.evaluate(style) == ["0px", "none"]
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Bỏ lọc Mức: Mức 1").click()
    page.get_by_role("button", name="Bỏ lọc").click()
    assert shown(page) == total
    assert page.evaluate("document.activeElement.dataset.mark"), "focus is not lost"
    page.goto(f"{root}bo-tieu-chi/chi-tieu/muc/muc-1/")
    here = page.locator(".tabs li li [aria-current]")
    expect(here).to_have_text("Bảng chỉ tiêu")


def test_the_list_is_narrowed_from_a_file_too(real_site: Path, browser: object) -> None:
    context = browser.new_context()  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto((real_site / "van-ban" / "index.html").as_uri())
    choose(page, "loai:quy-dinh")
    expect(page.locator(".library [role=status]")).to_contain_text(" trong ")
    context.close()


@pytest.fixture(scope="module")
def long_list(many: Path, tmp_path_factory: pytest.TempPathFactory, serve: Serve) -> str:
    site = tmp_path_factory.mktemp("long") / "site"
    code, said = tiny.build(many, site)
    assert code == 0, said
    return serve(site)


def test_a_list_of_several_pages_is_narrowed_as_a_whole(long_list: str, page: Page) -> None:
    page.goto(f"{long_list}van-ban/")
    assert shown(page) == LONGEST_LIST
    choose(page, "loai:quy-dinh")
    found = -(-MANY // 5)
    expect(page.locator(".library [role=status]")).to_have_text(f"{found} trong {MANY} văn bản")
    assert shown(page) == found
    expect(page.locator(".article .pager")).to_be_hidden()
    page.locator(".library tbody a").first.click()
    expect(page.locator("h1")).to_contain_text("Quy định")


def test_where_further_rows_cannot_be_had_the_page_of_the_facet_opens(
    long_list: str, page: Page, witness: object
) -> None:
    page.route(f"**/{shelves.ROWS}", lambda route: route.abort())
    page.goto(f"{long_list}van-ban/")
    choose(page, "loai:quy-dinh")
    page.wait_for_url("**/van-ban/loai/quy-dinh/")
    witness.errors.clear()  # type: ignore[attr-defined]
