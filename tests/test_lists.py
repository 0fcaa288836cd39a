"""Closed lists are the editors': a new value, with what it means, needs no line of code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import tiny

from portal.kinds import LISTS
from portal.kinds.document.lists import Effect, EventType, Named, Net, RelationType, State
from portal.kinds.lists import Listed, Synonyms, Tone, named, values
from portal.library import Library
from portal.library.due import ahead
from portal.road import judge
from portal.views.diagram.graph import NETS

LINES = {
    "hieu-luc": "{ma: bi-huy, nhan: Bị hủy, sac: het, ket_thuc: có, schema: NotInForce}",
    "su-kien-hieu-luc": "{ma: huy, nhan: Bị hủy, tac_dung: cham-dut, dan_toi: bi-huy}",
    "quan-he-van-ban": "{ma: huy-bo, nhan: Hủy bỏ, nhan_nguoc: Bị hủy bỏ bởi, net: het,"
    " gay_ra: huy, thay_cho: có, moi_hon: có, doi_chieu: có, ra_sau: có, khong_vong: có}",
    "chat-luong-ban": "{ma: ban-chup, nhan: Bản chụp, sac: luu-y, da_doc: ca-bai}",
    "hang-nguon": "{ma: dien-dan, nhan: Diễn đàn, sac: luu-y, khong_dang: có}",
    "trang-thai-dang": "{ma: cho-duyet, nhan: Chờ duyệt, chua_dang: có}",
    "loai-thoi-han": "{ma: moi-nam-hoc, nhan: Mỗi năm học, hang_nam: có}",
    "loai-van-ban": "{ma: sac-lenh, nhan: Sắc lệnh, goi_theo_ten: có}",
}
OLD = "tieu_de: Về hồ cũ\nso_ky_hieu: 70-QĐ/LM\nngay_ban_hanh: 2020-02-03\n"
NEW = (
    "tieu_de: Về hồ mới\nso_ky_hieu: 71-QĐ/LM\nngay_ban_hanh: 2021-02-03\n"
    "quan_he: [{loai: huy-bo, van_ban: 70-qd-lm}]\n"
)
COMMON = (
    "loai: quy-dinh\nco_quan: Làng Mây\nchat_luong_ban: ban-chup\n"
    "du_kien: [{noi_dung: Hồ có sen.}]\n"
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    made = tiny.lay_out(tmp_path)
    for name, line in LINES.items():
        file = made / "data" / "_danh-muc" / f"{name}.yml"
        file.write_text(f"{file.read_text(encoding='utf-8')}  - {line}\n", encoding="utf-8")
    for id, told in (("70-qd-lm", OLD), ("71-qd-lm", NEW)):
        write(made / "docs" / "van-ban" / f"{id}.md", f"---\n{told}{COMMON}---\n\nBịa.\n")
    return made


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def read(content: Path) -> Library:
    library, problems = judge(content, tiny.DAY)
    assert not [one for one in problems if one.level == "lỗi"], problems
    return library


def test_a_new_relation_ends_a_document_by_what_the_list_says_of_it(content: Path) -> None:
    library = read(content)
    ended = library.validity["70-qd-lm"]
    assert (ended.state.value, ended.dead) == ("bi-huy", True)
    assert ended.event
    assert ended.event.replaced
    pages = tiny.by_url(tiny.draw(content))
    page = pages["van-ban/70-qd-lm/"]
    assert 'class="notice tone-het"' in page.html
    assert "bị hủy bỏ bởi" in page.html
    assert page.data["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert "van-ban/hieu-luc/bi-huy/" in pages
    assert any(url.startswith("doi-chieu/70-qd-lm/") for url in pages)


def test_a_new_relation_is_judged_by_what_the_list_says_of_it(content: Path) -> None:
    old = content / "docs" / "van-ban" / "70-qd-lm.md"
    old.write_text(
        old.read_text(encoding="utf-8").replace(
            "2020-02-03\n", "2022-02-03\nquan_he: [{loai: huy-bo, van_ban: 71-qd-lm}]\n"
        ),
        encoding="utf-8",
    )
    told = {(one.rule, one.path[-11:]) for one in judge(content, tiny.DAY)[1]}
    assert ("ngay-nguoc", "71-qd-lm.md") in told
    assert {("vong-tron", "70-qd-lm.md"), ("vong-tron", "71-qd-lm.md")} <= told


def test_a_new_rank_is_withheld_and_a_new_state_is_a_draft(content: Path) -> None:
    source = "tieu_de: Lời đồn\nhang: dien-dan\nngay_doc: 2026-01-02\n"
    write(content / "data" / "nguon" / "loi-don.yml", source)
    fact = "du_kien:\n  - noi_dung: Hồ có rồng.\n    nguon: [loi-don]\n"
    unit = f"tieu_de: Đội hồ\nloai: nhom\nnguon: [van-ban/71-qd-lm]\n{fact}"
    write(content / "data" / "don-vi" / "doi-ho.yml", unit)
    write(
        content / "data" / "don-vi" / "doi-khac.yml",
        f"{unit}trang_thai: cho-duyet\n".replace("Đội hồ", "Đội bè"),
    )
    library = read(content)
    assert {one.entry.id for one in library.withheld} >= {"doi-ho"}
    assert "Hồ có rồng" not in str(library.entries["don-vi"]["doi-ho"])
    assert "doi-khac" in {one.id for one in library.drafts}
    assert "doi-khac" not in library.entries["don-vi"]


def test_a_new_deadline_comes_every_year_and_a_new_type_is_cited_by_name(content: Path) -> None:
    duty = (
        "tieu_de: Vớt bèo\ndieu_khoan: 71-qd-lm\n"
        "thoi_han: {loai: moi-nam-hoc, khong_neu_nam_cuoi: có}\n"
        "tom_tat: Theo Sắc lệnh Giữ hồ năm 1946.\nnguon: [van-ban/71-qd-lm]\n"
    )
    write(content / "data" / "nhiem-vu" / "vot-beo.yml", duty)
    library = read(content)
    assert "vot-beo" in {one.entry.id for one in ahead(library, 99) if one.when == "hằng năm"}
    told = judge(content, tiny.DAY)[1]
    assert any("Sắc lệnh Giữ hồ năm 1946" in one.text for one in told)


def test_a_list_without_a_value_that_code_names_says_which(content: Path) -> None:
    file = content / "data" / "_danh-muc" / "hieu-luc.yml"
    kept = [one for one in file.read_text(encoding="utf-8").split("\n") if "chua-ro" not in one]
    file.write_text("\n".join(kept), encoding="utf-8")
    library, problems = judge(content, tiny.DAY)
    (told,) = (one for one in problems if one.path.endswith("hieu-luc.yml"))
    assert str(told).startswith("data/_danh-muc/hieu-luc.yml:3: gia_tri: thiếu mã «chua-ro»")
    assert named(library.lists, State, Named.UNKNOWN).label == "chua-ro"


def test_values_are_typed_by_their_list() -> None:
    lists = judge(tiny.LISTS.parents[1], date(2026, 3, 5))[0].lists
    relation = values(lists, RelationType)["thay-the"]
    assert relation.net is Net.ENDING
    assert isinstance(relation.causes, EventType)
    assert relation.causes.effect is Effect.END
    assert relation.causes.state is values(lists, State)["het-toan-bo"]
    assert relation.causes.state.tone is Tone.ENDED
    assert values(lists, RelationType)["trien-khai"].net is Net.PLAIN
    assert NETS == ("het", "sua", "", "nhac")
    words = values(lists, Synonyms)["trung-uong"].phrases
    assert words == ("trung ương", "TW", "TƯ")


@pytest.mark.parametrize("model", LISTS.values(), ids=lambda model: model.LIST)
def test_a_value_that_could_not_be_read_holds_nothing_back(model: type[Listed]) -> None:
    bare = model(value="a", label="A")
    flags = [one for one in vars(bare).values() if isinstance(one, bool)]
    assert not any(flags)
    assert list(bare.faults()) == []
