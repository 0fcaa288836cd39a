"""Nothing empty is published: what says too little is a row of a list; its address leads there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import tiny

from portal import views
from portal.kinds.base import Link
from portal.kinds.entry import Change
from portal.kinds.term import Term
from portal.library.worth import LEAST, has_page
from portal.problem import Problem
from portal.road import judge
from portal.source import Mapping, Source
from portal.views import Edition, Inputs
from portal.views.names import LONGEST_LIST, place_of
from portal.views.search.entries import records

EVENT = "tieu_de: {}\nloai: hoi-nghi\nbat_dau: 2026-01-02\nnguon: [bao-lang]\n"
AWAITED = (
    "---\ntieu_de: Về gieo hạt\nloai: huong-dan\nco_quan: Làng Mây\nchat_luong_ban: chua-doc\n"
    "cho_ban_hanh: có\nnguon: [van-ban/01-qd-lm]\n{}---\n\n## Điều đã biết\n\nLàng giao việc này.\n"
)
TOLD = "Đàn chim về. " * 20
FILES = {
    "data/su-kien/nho.yml": EVENT.format("Việc nhỏ") + "tom_tat: Chỉ một câu bịa.\n",
    "data/su-kien/lon.yml": EVENT.format("Việc lớn") + f"noi_dung: {TOLD}\n",
    "data/su-kien/co-dien.yml": EVENT.format("Có số") + "du_kien: [{noi_dung: Có 9 người.}]\n",
    "data/don-vi/vang.yml": "tieu_de: Phường Vắng\nloai: hoi-dong\nnguon: [bao-lang]\n",
    "data/thuat-ngu/ngan.yml": "tieu_de: Ngắn tũn\nnghia: Rất ngắn.\nnguon: [bao-lang]\n",
    "docs/van-ban/cho.md": AWAITED.format(""),
    "docs/van-ban/cho-co-so.md": AWAITED.format("so_ky_hieu: 9-HD/LM\n"),
    "docs/bai-viet/noi-toi.md": (
        "---\ntieu_de: Nối tới\nngay_dang: 2026-01-05\nnguon: [bao-lang]\n---\n\n"
        "Xem [việc nhỏ](su-kien/nho), [phường](don-vi/vang), [văn bản](van-ban/cho).\n"
    ),
}
ROWS = {
    "su-kien/nho": "su-kien/#nho",
    "thuat-ngu/ngan": "thuat-ngu/#ngan",
    "van-ban/cho": "van-ban/#cho",
}
PAGES = ("su-kien/lon/", "su-kien/co-dien/", "van-ban/cho-co-so/", "don-vi/vang/")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tiny.lay_out(tmp_path_factory.mktemp("dang-co"))
    for path, text in FILES.items():
        (made / path).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def edition(content: Path) -> Edition:
    return tiny.draw(content)


@pytest.mark.parametrize(("address", "place"), ROWS.items())
def test_what_says_too_little_is_a_row_and_its_address_leads_there(
    edition: Edition, address: str, place: str
) -> None:
    listed, _, id = place.partition("#")
    stub = next(one for one in edition.assets if one.path == f"{address}/index.html")
    assert f"{address}/" not in tiny.by_url(edition)
    assert f'content="0; url=../#{id}"' in stub.content.decode()
    assert f'id="{id}"' in tiny.html(edition, listed)


@pytest.mark.parametrize("url", PAGES)
def test_what_says_enough_or_holds_a_record_or_a_relation_has_a_page(
    edition: Edition, url: str
) -> None:
    assert url in tiny.by_url(edition)
    assert f"{url}index.html" not in {one.path for one in edition.assets}


def test_links_to_a_row_lead_to_the_list(edition: Edition) -> None:
    html = tiny.html(edition, "bai-viet/noi-toi/")
    assert 'href="../../su-kien/#nho"' in html
    assert 'href="../../van-ban/#cho"' in html


def test_a_row_tells_all_that_its_page_would(edition: Edition) -> None:
    assert "Chỉ một câu bịa." in tiny.html(edition, "su-kien/")
    assert "Làng giao việc này." in tiny.html(edition, "van-ban/")
    assert "Rất ngắn." in tiny.html(edition, "thuat-ngu/")


def test_the_search_finds_a_row_where_it_stands(content: Path) -> None:
    library, _ = judge(content, tiny.DAY)
    found = {one.url for one in records(library, ())}
    assert set(ROWS.values()) <= found
    assert not {f"{address}/" for address in ROWS} & found


def test_a_row_with_faults_is_a_page_while_previewing(content: Path) -> None:
    library, _ = judge(content, tiny.DAY)
    path = "data/su-kien/nho.yml"
    fault = Problem(path, 1, "tieu_de", "bịa.", "bia", "sửa")
    programme = views.plan(Inputs(library, (fault,)))
    assert "su-kien/nho/" in {plan.url for plan in programme.plans}
    assert "su-kien/nho/index.html" not in {one.path for one in programme.files()[0]}


def test_a_row_far_down_a_long_list_is_on_its_page(content: Path) -> None:
    for at in range(LONGEST_LIST + 1):
        file = content / f"data/su-kien/v{at:03}.yml"
        file.write_text(EVENT.format(f"V{at}").replace("2026-01-02", "2020-01-02"), "utf-8")
    library, _ = judge(content, tiny.DAY)
    last = list(library.entries["su-kien"])[-1]
    assert place_of(library, Link("su-kien", last)) == f"su-kien/trang-2/#{last}"


def term(said: str, **more: Any) -> Term:
    written = Source("data/thuat-ngu/bia.yml", "thuat-ngu", "bia", Mapping({}, {}, 1))
    return Term(id="bia", title="Tên không tính", definition=said, source=written, **more)


@pytest.mark.parametrize(("said", "is_worth"), [(LEAST - 1, False), (LEAST, True)])
def test_a_page_says_the_least_or_more(said: int, is_worth: bool) -> None:
    assert has_page(term("chữ " * said), lambda one: False) is is_worth


def test_what_changed_is_no_word_of_its_own() -> None:
    change = Change(day=tiny.DAY, text="chữ " * LEAST)
    assert not has_page(term("Ngắn.", changes=(change,)), lambda one: True)


def test_the_least_a_page_says_is_told_in_one_place() -> None:
    assert 30 <= LEAST <= 60
