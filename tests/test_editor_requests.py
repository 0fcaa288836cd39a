"""Requests that hand files in, move an entry or take it off, as they are decoded: what is answered,
what is asked of whoever does it; and how values are told in words. Without a browser or a socket.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from environment import ROOT
from test_editor_arrivals import BODY, docx
from test_editor_desk import content, desk, sent  # noqa: F401

from portal.editor.answers import Answer, Asked
from portal.editor.desk import Desk
from portal.editor.drafts import ASIDE
from portal.editor.guard import Guard
from portal.editor.opened import BASE, Refused
from portal.editor.posted import Pairs
from portal.editor.relocation import Foreseen, Move
from portal.editor.routes import Routes
from portal.editor.screens import MENU
from portal.editor.worded import Words
from portal.forms import Choice, ListOf, Ref, Text, Whole
from portal.kinds.base import Group
from portal.kinds.entry import Conflict, Fact
from portal.kinds.lists import Publication
from portal.problem import Problem

KEY = "thuat-ngu/hop-thu"
PICTURE = (ROOT / "overrides/assets/img/chia-se/chung.png").read_bytes()
WRONG = Problem("data/a.yml", 3, "nguon", "bịa.", "bia")


def foreseen(**more: Any) -> Foreseen:
    given: dict[str, Any] = {
        "title": "Họp thử",
        "files": (("data/thuat-ngu/hop-moi.yml", False), ("data/thuat-ngu/hop-thu.yml", True)),
        "led": ("docs/a.md:3", "docs/b.md:4"),
        "left": (),
        "redirect": KEY,
        "wrong": (),
        "do": lambda: None,
    }
    return Foreseen(**{**given, **more})


@dataclass
class Mover:
    """Tells what it was asked for, and what it did."""

    asked: list[tuple[Any, ...]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    more: dict[str, Any] = field(default_factory=dict)
    refusal: str = ""
    move: Move | None = None

    def _foreseen(self) -> Foreseen:
        if self.refusal:
            raise Refused(self.refusal)
        return foreseen(do=lambda: self.done.append("làm"), **self.more)

    def renamed(self, key: str, id: str) -> Foreseen:
        self.asked.append((key, id))
        return self._foreseen()

    def removed(self, key: str, reason: str, instead: str, *, unlink: bool) -> Foreseen:
        self.asked.append((key, reason, instead, unlink))
        return self._foreseen()

    def last(self) -> Move | None:
        return self.move

    def undo(self) -> None:
        self.done.append("hoàn lại")


@pytest.fixture
def mover() -> Mover:
    return Mover()


Ask = Callable[..., Answer]


@pytest.fixture
def ask(desk: Desk, mover: Mover) -> Ask:  # noqa: F811
    routes = Routes(desk, {}, lambda place: ("", ""), mover=mover)

    def ask(method: str, path: str, *pairs: tuple[str, str], raw: bytes = b"", **query: str) -> Any:
        return routes.answer(Asked(method, path, query, list(pairs), raw))

    return ask


def where(answer: Answer) -> str:
    return dict(answer.headers).get("Location", "")


def said(answer: Answer) -> str:
    return answer.body.decode()


# Another address


def test_a_new_address_is_shown_first_and_given_at_the_second_press(ask: Ask, mover: Mover) -> None:
    first = said(ask("GET", f"/doi/{KEY}"))
    assert 'name="ten" type="text" value="hop-thu"' in first
    shown = ask("POST", f"/doi/{KEY}", ("ten", "hop-moi"))
    assert (shown.status, mover.asked, mover.done) == (200, [(KEY, "hop-moi")], [])
    told = said(shown)
    assert "Sẽ làm những việc sau; chưa ghi gì." in told
    assert "<li>Ghi data/thuat-ngu/hop-moi.yml</li>" in told
    assert "<li>Bỏ data/thuat-ngu/hop-thu.yml</li>" in told
    assert "Sửa 2 chỗ dẫn tới: " in told and f"Địa chỉ cũ {KEY} tự chuyển" in told
    assert f'action="/doi/{KEY}"' in told and 'name="lam" value="co"' in told
    assert '<input type="hidden" name="ten" value="hop-moi">' in told
    done = ask("POST", f"/doi/{KEY}", ("ten", "hop-moi"), ("lam", "co"))
    assert (where(done), mover.done) == ("/da-doi?da=xong", ["làm"])


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"left": ("docs/c.md:9",)}, "còn nơi dẫn tới mục này"),
        ({"wrong": (WRONG,)}, "làm thì nội dung có lỗi"),
    ],
)
def test_what_cannot_be_done_is_not_done_at_the_second_press_either(
    more: dict[str, Any], told: str, ask: Ask, mover: Mover
) -> None:
    mover.more = more
    shown = ask("POST", f"/doi/{KEY}", ("ten", "hop-moi"), ("lam", "co"))
    assert (shown.status, mover.done) == (200, [])
    assert told in said(shown) and 'name="lam"' not in said(shown)


def test_an_entry_is_taken_off_with_a_reason_and_what_stands_in_its_place(
    ask: Ask, mover: Mover
) -> None:
    for reason in ((), (("ly-do", "  "),)):
        refused = ask("POST", f"/go/{KEY}", *reason)
        assert refused.status == 409 and "Chưa nói vì sao gỡ" in said(refused)
    assert mover.asked == []
    ask("POST", f"/go/{KEY}", ("ly-do", "ghi hai lần"))
    given = (("ly-do", "ghi hai lần"), ("thay", "thuat-ngu/b"), ("bo-dan", "co"))
    shown = said(ask("POST", f"/go/{KEY}", *given))
    assert mover.asked == [
        (KEY, "ghi hai lần", "", False),
        (KEY, "ghi hai lần", "thuat-ngu/b", True),
    ]
    assert f'action="/go/{KEY}"' in shown and 'value="co" checked' in shown
    assert where(ask("POST", f"/go/{KEY}", *given, ("lam", "co"))) == "/da-doi?da=xong"
    assert mover.done == ["làm"]


def test_a_refusal_is_told_above_what_was_typed(ask: Ask, mover: Mover) -> None:
    mover.refusal = "đã có mục ấy"
    refused = ask("POST", f"/doi/{KEY}", ("ten", "bao-bia"))
    assert refused.status == 409
    assert "đã có mục ấy" in said(refused) and 'value="bao-bia"' in said(refused)


def test_what_is_being_typed_is_kept_from_moving(
    ask: Ask,
    mover: Mover,
    desk: Desk,  # noqa: F811
) -> None:
    desk.keep(KEY, sent(desk, KEY, tieu_de="Họp dở"))
    refused = ask("POST", f"/doi/{KEY}", ("ten", "hop-moi"), ("lam", "co"))
    assert refused.status == 409 and "đang viết dở" in said(refused)
    assert (mover.asked, mover.done) == ([], [])


def test_the_last_move_is_told_and_taken_back(ask: Ask, mover: Mover) -> None:
    assert "Chưa có lần nào để hoàn lại." in said(ask("GET", "/da-doi"))
    mover.move = Move("Họp thử", ("data/a.yml", "data/b.yml"))
    told = said(ask("GET", "/da-doi", da="xong"))
    assert "Đã làm." in told and "Lần gần nhất: Họp thử, 2 tệp." in told
    assert "<li>data/b.yml</li>" in told
    assert where(ask("POST", "/da-doi")) == "/da-doi?da=hoan-lai"
    assert mover.done == ["hoàn lại"]
    assert "Đã hoàn lại." in said(ask("GET", "/da-doi", da="hoan-lai"))
    assert "Đã làm." not in said(ask("GET", "/da-doi", da="khac"))


# Files that are handed in


def test_a_document_is_handed_in_looked_at_and_becomes_an_entry(
    ask: Ask,
    content: Path,  # noqa: F811
) -> None:
    assert ask("GET", "/nhap-tep").status == 200
    told = json.loads(said(ask("POST", "/nhap-tep", raw=docx(BODY), ten="Kế hoạch 12.docx")))
    assert told == {"toi": "/nhap-tep/1"}
    shown = said(ask("GET", "/nhap-tep/1"))
    assert "12-KH/HVTN" in shown and "ke-hoach-12.docx" in shown
    written = where(ask("POST", "/nhap-tep/1", ("thay-doi", "bo")))
    assert written.startswith("/muc/van-ban/") and written.endswith("?da=vao")
    assert ask("GET", "/nhap-tep/1").status == 409, "it waits no more"
    refused = ask("POST", "/nhap-tep", raw=b"MZ", ten="a.exe")
    assert refused.status == 409 and "chưa đọc được tệp .exe" in json.loads(said(refused))["loi"]


def test_a_picture_and_a_file_are_answered_as_data_or_with_the_reason(
    ask: Ask,
    content: Path,  # noqa: F811
) -> None:
    got = ask("POST", "/anh", raw=PICTURE, ten="Sơ đồ.png", loi="Ba bước")
    assert json.loads(said(got)) == {"chu": "![Ba bước](tep/so-do.png)"}
    got = ask("POST", "/anh", raw=PICTURE, ten="Sơ đồ.png")
    assert got.status == 409 and "lời thay ảnh" in json.loads(said(got))["loi"]
    got = ask("POST", "/dinh-kem", raw=PICTURE, ten="Sơ đồ.png")
    assert json.loads(said(got))["o"]["tep"] == "so-do.png"
    got = ask("POST", "/dinh-kem", raw=b"", ten="Sơ đồ.png")
    assert got.status == 409 and "Tệp trống" in json.loads(said(got))["loi"]
    assert [one.name for one in (content / "docs/tep").iterdir()] == ["so-do.png"]


# Screens that only show


def test_every_way_of_the_menu_is_answered_and_marked_where_it_leads(ask: Ask) -> None:
    for url, label in MENU.items():
        page = ask("GET", url)
        assert page.status == 200, url
        marked = re.findall(r'<a href="([^"]*)"[^>]* aria-current="page"', said(page))
        assert set(marked) == {url}, label


def test_what_is_not_saved_is_listed_with_its_entry_or_without(
    ask: Ask,
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    desk.keep(KEY, sent(desk, KEY, tieu_de="Họp dở"))
    assert f'href="/muc/{KEY}"' in said(ask("GET", "/dang-do"))
    (content / "data/thuat-ngu/hop-thu.yml").unlink()
    assert KEY in said(ask("GET", "/dang-do"))


def test_a_kind_that_was_chosen_is_chosen_and_a_refused_title_stays(ask: Ask) -> None:
    chosen = 'value="thuat-ngu" required checked'
    assert chosen in said(ask("GET", "/moi", loai="thuat-ngu"))
    assert "checked" not in said(ask("GET", "/moi"))
    refused = said(ask("POST", "/moi", ("loai", "thuat-ngu"), ("ten", "Họp thử")))
    assert 'value="Họp thử"' in refused and "Đã có mục thuat-ngu/hop-thu" in refused


def test_a_form_of_a_file_nobody_has_any_more_is_put_aside(
    ask: Ask,
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    before = (content / "data/thuat-ngu/hop-thu.yml").read_bytes()
    pairs: Pairs = [
        (name, "khác" if name == BASE else value)
        for name, value in sent(desk, KEY, tieu_de="Họp lạ")
    ]
    got = ask("POST", f"/muc/{KEY}", *pairs, ("viec", "luu"))
    assert got.status == 409 and "Tệp đã đổi trong lúc bạn viết" in said(got)
    (kept,) = (desk.drafts.folder / ASIDE).glob("*.json")
    assert "Họp lạ" in kept.read_text(encoding="utf-8")
    assert (content / "data/thuat-ngu/hop-thu.yml").read_bytes() == before


def test_the_address_of_the_desk_holds_its_secret_and_its_port() -> None:
    guard = Guard(8123)
    assert guard.token in guard.address and ":8123/" in guard.address
    assert guard.opens(guard.token) and not guard.opens("") and not guard.opens(guard.token[:-1])
    assert Guard(8123).token != guard.token


# Values in words

WORDS = Words(
    {Publication.LIST: {"nhap": Publication(value="nhap", label="bản nháp")}},
    lambda text, kinds: "Báo Bịa" if text == "bao-bia" and kinds[0] == "nguon" else "",
)
CLAIM = {"gia_tri": "ba", "nguon": ["bao-bia", "bao-khac"]}
TOLD: list[tuple[Any, Any, str]] = [
    (Text(), "một\nhai", "một\nhai"),
    (Whole(), "5", "5"),
    (Choice(Publication), "nhap", "Bản nháp"),
    (Choice(Publication), "la", "la"),
    (Ref("nguon"), "bao-bia", "Báo Bịa"),
    (Ref("nguon"), "bao-khac", "bao-khac"),
    (Ref("nguon"), "", ""),
    (ListOf(Text()), ["a", "b\nc"], "– a\n– b\n  c"),
    (ListOf(Text()), "a", "– a"),
    (ListOf(Text()), "", ""),
    (ListOf(Text()), {}, ""),
    (ListOf(Text()), [], ""),
    (ListOf(Ref("nguon")), ["bao-bia"], "– Báo Bịa"),
    (Group(Fact), {"noi_dung": "Bịa.", "la": "x"}, "Nội dung: Bịa.\nla: x"),
    (Group(Fact), {"noi_dung": "", "thoi_diem": "2026"}, "Thời điểm: 2026"),
    (Group(Fact), {"nguon": ["bao-bia"]}, "Nguồn: – Báo Bịa"),
    (
        Group(Conflict),
        {"ve": "Số lớp", "cac_gia_tri": [CLAIM]},
        "Về điều gì: Số lớp\nCác giá trị:\n  – Giá trị: ba\n    Nguồn:\n      – Báo Bịa\n"
        "      – bao-khac",
    ),
    (Group(Fact), "chữ", "chữ"),
    (Group(Fact), ["a", {"b": ["c"]}], "– a\n– b: – c"),
    (Text(), ["a", "b"], "– a\n– b"),
    (Text(), {"a": "b", "c": ["d"]}, "a: b\nc: – d"),
]


@pytest.mark.parametrize(("form", "value", "told"), TOLD)
def test_a_value_is_told_by_labels_and_titles_whatever_its_file_holds(
    form: Any, value: Any, told: str
) -> None:
    assert WORDS.told(form, value) == told
