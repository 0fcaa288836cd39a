"""Under which names and numbers an entry is looked for as a whole. Nothing in it is so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
import tiny

from portal.forms import Link
from portal.kinds.criteria import KIND, CriteriaSet
from portal.kinds.document import Document
from portal.road import judge
from portal.views.outputs import Plan
from portal.views.search.called import Names, document_types, with_sign, works
from portal.views.search.entries import records, wording
from portal.views.search.laid import laid
from portal.views.search.record import LazyRecord, Record

UNITS = {
    "cac-xa": "tieu_de: Các xóm hội, thôn hội trực thuộc làng\nten_cu: ['Xóm hội, thôn hội']",
    "hoi-trong-hoa": "tieu_de: Hội Trồng hoa, tưới nước",
    "hoi-lon": "tieu_de: Hội Trồng hoa cây cảnh, tưới nước",
}
LAW = "docs/van-ban/15-2026-lm9.md"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Record]:
    folder = tiny.lay_out(tmp_path_factory.mktemp("names"))
    for id, said in UNITS.items():
        more = "loai: nhom\nnguon: [bao-lang]\nngay_dang: 2026-01-02\n"
        (folder / f"data/don-vi/{id}.yml").write_text(f"{said}\n{more}", encoding="utf-8")
    (folder / LAW).write_text(_law(folder), encoding="utf-8")
    library, _ = judge(folder, tiny.DAY)
    made = (one.make() if isinstance(one, LazyRecord) else one for one in records(library, ()))
    return {one.url.rstrip("/").replace("#", ""): one for one in made}


def _law(folder: Path) -> str:
    """A resolution whose number does not say that it is one."""
    told = (folder / "docs/van-ban/03-qd-lm.md").read_text(encoding="utf-8")
    return told.replace("03-QĐ/LM", "15/2026/LM9").replace("loai: quy-dinh", "loai: nghi-quyet")


def made(folder: Path, *pages: Plan) -> list[Record]:
    """Records of these pages alone."""
    library, _ = judge(folder, tiny.DAY)
    urls = [one.url for one in pages]
    return [one for one in records(library, pages) if isinstance(one, Record) and one.url in urls]


def names(record: Record) -> set[str]:
    return {one.text for one in record.names}


def test_of_two_that_are_called_alike_the_first_is_a_name(found: Mapping[str, Record]) -> None:
    assert "xóm hội" in names(found["don-vi/cac-xa"])


def test_a_list_inside_a_name_is_no_name(found: Mapping[str, Record]) -> None:
    assert "hội trồng hoa" not in names(found["don-vi/hoi-trong-hoa"])
    assert "hội trồng hoa cây cảnh" in names(found["don-vi/hoi-lon"])


def test_what_two_of_a_title_have_in_common_is_a_name_of_the_first(
    found: Mapping[str, Record],
) -> None:
    assert "xóm hội trực thuộc làng" not in names(found["don-vi/hoi-lon"])
    assert "các xóm hội trực thuộc làng" in names(found["don-vi/cac-xa"])


def test_what_may_stand_behind_the_name_of_a_school_is_no_part_of_it(tiny_content: Path) -> None:
    library, _ = judge(tiny_content, tiny.DAY)
    assert {"cũ", "trước sáp nhập", "sau hợp nhất"} <= set(Names(library).around)


def test_a_procedure_is_asked_for_as_one(found: Mapping[str, Record]) -> None:
    assert "quy trình công nhận trường làng chuẩn" in names(found["quy-trinh/cong-nhan"])
    assert "quy trình công nhận" in names(found["quy-trinh/cong-nhan"])


def test_a_page_of_its_own_is_asked_for_by_its_title(found: Mapping[str, Record]) -> None:
    page = next(one for one in found.values() if one.kind == "trang" and one.names)
    assert page.title.lower() in names(page)


def test_a_number_that_does_not_tell_its_type_is_found_by_it(found: Mapping[str, Record]) -> None:
    assert found["van-ban/15-2026-lm9"].numbers == ("15/2026/LM9", "15/NQ-2026/LM9")
    assert found["van-ban/01-qd-lm"].numbers == ("01-QĐ/LM", "Số 01 -QĐ /LM")


def test_an_indicator_is_found_by_its_level(found: Mapping[str, Record]) -> None:
    parts = [one for url, one in found.items() if url.startswith("bo-tieu-chi/") and one.keywords]
    assert any(word.startswith("mức ") for one in parts for word in one.keywords)


def test_a_criterion_is_called_by_each_thing_that_its_title_joins(tiny_content: Path) -> None:
    library, _ = judge(tiny_content, tiny.DAY)
    (first, *_) = library.of(CriteriaSet)
    named = replace(first.criteria[0], title="Sân đình, giếng làng và quỹ thóc")
    told = {part.id: part.called for part in KIND.parts(replace(first, criteria=(named,)))}
    assert {"Sân đình", "giếng làng", "quỹ thóc"} <= set(told[named.id])


def test_a_criterion_is_called_by_what_editors_say_it_is_looked_for_by(tiny_content: Path) -> None:
    library, _ = judge(tiny_content, tiny.DAY)
    (first, *_) = library.of(CriteriaSet)
    named = replace(first.criteria[0], keywords=("người viết tệp",))
    told = {part.id: part.called for part in KIND.parts(replace(first, criteria=(named,)))}
    assert told[named.id][0] == "người viết tệp"


def test_types_of_one_word_are_types_too(tiny_content: Path) -> None:
    library, _ = judge(tiny_content, tiny.DAY)
    types = document_types(library)
    assert (types["luat"], types["nghi quyet"]) == ("l", "nq")
    assert all(with_sign(one) == () for one in library.entries["van-ban"].values())


@pytest.mark.parametrize(
    ("number", "names"),
    [
        ("202/2025/QH15", ("202/QĐ-2025/QH15",)),
        ("7/LM", ("7/QĐ-LM",)),
        ("7", ()),
        ("7a/LM", ()),
        ("7/QĐ-LM", ()),
        (None, ()),
    ],
)
def test_the_letters_of_a_type_are_put_where_a_number_of_digits_alone_has_none(
    number: str | None, names: tuple[str, ...], tiny_content: Path
) -> None:
    library, _ = judge(tiny_content, tiny.DAY)
    document = library.get(Link("van-ban", "01-qd-lm"))
    assert isinstance(document, Document)
    assert document.type.label == "Quy định"
    assert with_sign(replace(document, number=number)) == names


def test_what_editors_say_an_entry_is_looked_for_by_is_a_name_of_any_kind(tmp_path: Path) -> None:
    folder = tiny.lay_out(tmp_path)
    file = sorted((folder / "docs/hoi-dap").glob("*.md"))[0]
    told = file.read_text(encoding="utf-8")
    file.write_text(
        told.replace("ngay_dang:", "tu_khoa: [chỗ trọ mấy giường]\nngay_dang:", 1), encoding="utf-8"
    )
    library, _ = judge(folder, tiny.DAY)
    (answer,) = (one for one in library.entries["hoi-dap"].values() if one.keywords)
    assert [one.text for one in Names(library).of(answer)] == ["chỗ trọ mấy giường"]


def test_a_page_is_found_by_what_its_own_template_says() -> None:
    told = laid("calendars.html.jinja")
    assert "Google Lịch" in told and "Đưa vào lịch của mình" in told.split("\n")
    assert not set("{}<>") & set(told)
    assert "JavaScript" not in laid("assess.html.jinja"), "what few readers see is left out"


def test_what_several_pages_share_is_said_by_none_of_them(tiny_content: Path) -> None:
    def page(url: str, template: str) -> Plan:
        return Plan(url=url, title=url, template=template, view=str)

    own, *shared = made(
        tiny_content,
        page("hoi-lang/", "calendars.html.jinja"),
        page("a/", "data.html.jinja"),
        page("b/", "data.html.jinja"),
    )
    assert own.text and not any(one.text for one in shared)


def test_a_page_of_a_day_is_found_by_it(tiny_content: Path) -> None:
    plan = Plan(
        url="tien-do/2021-12-31/",
        title="Tiến độ",
        template="progress-past.html.jinja",
        searchable=False,
        day="2021-12-31",
        view=str,
    )
    (found,) = made(tiny_content, plan)
    assert found.date == "2021-12-31"


def test_what_every_page_is_about_is_declared_by_the_editors(tiny_content: Path) -> None:
    file = tiny_content / "data/_danh-muc/tu-dong-nghia.yml"
    line = "  - {ma: lang-chuan, nhan: làng chuẩn, cung_nghia: LC, chu_de: có}\n"
    begun = "tieu_de: Từ cùng nghĩa\ngia_tri:\n"
    file.write_text((file.read_text("utf-8") if file.exists() else begun) + line, "utf-8")
    library, _ = judge(tiny_content, tiny.DAY)
    assert wording(library).subject[-2:] == ("làng chuẩn", "LC")


def test_types_whose_names_are_names_of_work_are_told_apart(tiny_content: Path) -> None:
    """«nộp báo cáo 11» may ask for no document; «quyết định 11» does."""
    library, _ = judge(tiny_content, tiny.DAY)
    named, told = document_types(library), works(library)
    assert {"bao cao", "ke hoach"} <= set(told) < set(named)
    assert not {"quyet dinh", "nghi quyet", "cong van"} & set(told)
