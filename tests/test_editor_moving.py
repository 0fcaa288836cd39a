"""«Đổi địa chỉ, gỡ» at the desk: shown first, done at the second press, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_editor_bringing import content  # noqa: F401
from test_editor_desk import ANSWER, DAY, TERM, desk, sent, text_of  # noqa: F401

from portal.editor.answers import Answer, Asked
from portal.editor.desk import Desk
from portal.editor.routes import Routes
from portal.moving.at_desk import AtDesk
from portal.moving.plan import find
from portal.patch.wanted import Unsafe
from portal.road import load
from tests import commands

TERM_KEY, TERM_PATH = "thuat-ngu/hop-thu", "data/thuat-ngu/hop-thu.yml"
ANSWER_KEY, ANSWER_PATH = "hoi-dap/hop-thu-la-gi", "docs/hoi-dap/hop-thu-la-gi.md"
SOURCE_KEY = "nguon/bao-bia"


@pytest.fixture
def routes(desk: Desk, content: Path) -> Routes:  # noqa: F811
    return Routes(desk, {}, lambda place: ("", ""), mover=AtDesk(content, DAY))


def post(routes: Routes, path: str, **pairs: str) -> Answer:
    told = [(name.replace("_", "-"), value) for name, value in pairs.items()]
    return routes.answer(Asked("POST", path, pairs=told))


def test_an_entry_gets_another_address_and_back(routes: Routes, content: Path) -> None:  # noqa: F811
    assert (
        f'action="/doi/{SOURCE_KEY}"'
        in routes.answer(Asked("GET", f"/doi/{SOURCE_KEY}")).body.decode()
    )
    html = post(routes, f"/doi/{SOURCE_KEY}", ten="bao-khac").body.decode()
    assert "chưa ghi gì" in html and "Sửa 2 chỗ dẫn tới" in html
    assert "Họp thử, dòng 7" in html, "places lead to their entries"
    assert (content / "data/nguon/bao-bia.yml").is_file()
    answer = post(routes, f"/doi/{SOURCE_KEY}", ten="bao-khac", lam="co")
    assert answer.status == 303 and (content / "data/nguon/bao-khac.yml").is_file()
    assert "[bao-khac]" in (content / TERM_PATH).read_text(encoding="utf-8")
    last = routes.answer(Asked("GET", "/da-doi")).body.decode()
    assert "Báo bịa đưa tin họp thử, 4 tệp" in last
    assert post(routes, "/da-doi").status == 303
    assert (content / TERM_PATH).read_text(encoding="utf-8") == TERM
    assert not (content / "data/nguon/bao-khac.yml").exists()


def test_an_entry_made_by_mistake_is_taken_off_and_a_published_one_says_why(
    routes: Routes,
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    assert "vì sao gỡ" in post(routes, f"/go/{TERM_KEY}", lam="co").body.decode()
    assert post(routes, f"/go/{TERM_KEY}", ly_do="ghi hai lần", lam="co").status == 303
    told = (content / TERM_PATH).read_text(encoding="utf-8")
    assert "trang_thai: da-rut" in told and "Rút: ghi hai lần" in told
    again = post(routes, f"/go/{TERM_KEY}", ly_do="ghi hai lần", lam="co")
    assert again.status == 409
    assert f"«{TERM_KEY}» đã rút ngày 05/3/2026 rồi" in again.body.decode()
    assert (content / TERM_PATH).read_text(encoding="utf-8") == told


def test_what_others_lead_to_is_not_taken_off_and_they_are_named(
    routes: Routes,
    content: Path,  # noqa: F811
) -> None:
    html = post(routes, f"/go/{SOURCE_KEY}", ly_do="nhầm", lam="co").body.decode()
    assert "còn nơi dẫn tới" in html and f'href="/muc/{TERM_KEY}?dong=7"' in html
    assert (content / "data/nguon/bao-bia.yml").is_file()


def test_what_is_being_typed_is_not_moved_away(
    routes: Routes,
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    desk.keep(TERM_KEY, sent(desk, TERM_KEY, tieu_de="Đang gõ"))
    answer = post(routes, f"/doi/{TERM_KEY}", ten="khac", lam="co")
    assert answer.status == 409 and "đang viết dở" in answer.body.decode()
    assert (content / TERM_PATH).is_file()


@pytest.mark.parametrize(
    "name", [f"/{TERM_KEY}", f"{TERM_KEY}/", f"/{TERM_KEY}/", TERM_PATH.replace("/", "\\")]
)
def test_an_entry_is_found_by_its_address_and_by_a_path_of_windows(
    name: str,
    content: Path,  # noqa: F811
) -> None:
    assert find(load(content, DAY)[0], name).id == "hop-thu"


@pytest.mark.parametrize("name", [TERM_KEY, TERM_PATH, f"{TERM_PATH}:7", f"./{TERM_PATH}:7:"])
def test_an_entry_is_found_as_faults_name_it(name: str, content: Path) -> None:  # noqa: F811
    assert find(load(content, DAY)[0], name).id == "hop-thu"
    with pytest.raises(Unsafe, match="không có mục"):
        find(load(content, DAY)[0], f"{name}x")


def test_the_commands_take_a_file_and_do_nothing_twice(content: Path) -> None:  # noqa: F811
    on = ("--content", content, "--ngay", DAY.isoformat())
    off = (TERM_PATH, "--ly-do", "ghi hai lần", *on)
    assert commands.run("remove", *off).returncode == 0
    told = (content / TERM_PATH).read_text(encoding="utf-8")
    again = commands.run("remove", *off)
    assert again.returncode == 1 and "đã rút ngày 05/3/2026 rồi" in again.stderr
    assert (content / TERM_PATH).read_text(encoding="utf-8") == told
    assert commands.run("rename", ANSWER_PATH, "ten-khac", *on).returncode == 0
    assert (content / "docs/hoi-dap/ten-khac.md").is_file()


def test_who_chooses_withdrawn_in_the_form_is_told_of_the_button(desk: Desk) -> None:  # noqa: F811
    opened = desk.check(TERM_KEY, sent(desk, TERM_KEY, trang_thai="da-rut"))
    [remedy] = [one.remedy for one in opened.problems if one.rule == "rut-khong-noi"]
    assert "«Đổi địa chỉ, gỡ»" in remedy and "{" not in remedy
