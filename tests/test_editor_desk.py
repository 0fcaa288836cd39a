"""The desk without a browser: what it opens, keeps, checks, saves; what it refuses to lose."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import pytest

from portal import source
from portal.editor import apart, deeds, faults, form, posted
from portal.editor import saved as saved_
from portal.editor.catalogue import Item
from portal.editor.desk import Desk
from portal.editor.drafts import ASIDE, Draft, Drafts
from portal.editor.journal import Journal
from portal.editor.opened import BASE, BODY, TEXT, Changed, Opened, Refused
from portal.editor.saved import Mended
from portal.editor.screens import NOTE, Screens, Told, _placed
from portal.kinds import KINDS
from portal.kinds.lists import Publication
from portal.kinds.term import Term
from portal.problem import Level, Problem, errors
from portal.road import judge

DAY = date(2026, 3, 5)
TERM = """\
# Lời chú đầu tệp.
tieu_de: Họp thử  # đúng như bản gốc
nghia: >-
  Một cuộc họp
  bịa ra.
cach_goi_khac: [hội thử, họp nháp]
nguon: [bao-bia]
"""
ANSWER = "---\ntieu_de: Họp thử là gì\nnguon: [bao-bia]\n---\n\nĐoạn một.\n\nĐoạn hai.\n"
SOURCE = """\
tieu_de: Báo bịa đưa tin họp thử
hang: bao-chi
ngay_doc: 2026-03-01
dia_chi: https://example.org/hop
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return small(tmp_path)


def small(tmp_path: Path) -> Path:
    """Three made-up entries, and the closed lists of the real content."""
    real = Path(__file__).parent.parent / "data" / "_danh-muc"
    lists = tmp_path / "data" / "_danh-muc"
    lists.mkdir(parents=True)
    for file in real.glob("*.yml"):
        (lists / file.name).write_bytes(file.read_bytes())
    for path, text in (
        ("data/thuat-ngu/hop-thu.yml", TERM),
        ("docs/hoi-dap/hop-thu-la-gi.md", ANSWER),
        ("data/nguon/bao-bia.yml", SOURCE),
    ):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


@pytest.fixture
def desk(content: Path) -> Desk:
    moments = iter(f"10:{minute:02}" for minute in range(60))
    return Desk(content, DAY, lambda: next(moments))


def sent(desk: Desk, key: str, **changes: str) -> posted.Pairs:
    """The form as a browser sends it, some values typed anew."""
    opened = desk.open(key)
    pairs = form.pairs(opened.controls)
    if opened.has_body:
        pairs.append((BODY, opened.body.replace("\n", "\r\n")))
    pairs = [(name, changes.pop(name.replace("-", "_"), value)) for name, value in pairs]
    assert not changes
    return [*pairs, (BASE, opened.base)]


def text_of(content: Path, key: str) -> str:
    [file] = [one for one in content.rglob(f"{key.partition('/')[2]}.*") if "tep" not in one.parts]
    return file.read_bytes().decode()


def test_one_key_is_changed_and_every_other_byte_stays(desk: Desk, content: Path) -> None:
    assert desk.save("thuat-ngu/hop-thu", sent(desk, "thuat-ngu/hop-thu", tieu_de="Họp: thử"))
    told = text_of(content, "thuat-ngu/hop-thu")
    assert told == TERM.replace("Họp thử ", '"Họp: thử" ')
    assert not desk.save("thuat-ngu/hop-thu", sent(desk, "thuat-ngu/hop-thu"))


def test_a_file_of_windows_keeps_its_line_ends_and_its_mark(desk: Desk, content: Path) -> None:
    file = content / "docs/hoi-dap/hop-thu-la-gi.md"
    file.write_bytes(b"\xef\xbb\xbf" + ANSWER.replace("\n", "\r\n").encode())
    key = "hoi-dap/hop-thu-la-gi"
    desk.save(key, sent(desk, key, than_bai="Đoạn một.\r\n\r\nĐoạn chen.\r\n\r\nĐoạn hai."))
    right = ANSWER.replace("Đoạn hai", "Đoạn chen.\n\nĐoạn hai").replace("\n", "\r\n")
    assert file.read_bytes() == b"\xef\xbb\xbf" + right.encode()


def test_items_are_added_moved_and_dropped(desk: Desk, content: Path) -> None:
    key = "thuat-ngu/hop-thu"
    pairs = [one for one in sent(desk, key) if not one[0].startswith("cach_goi_khac")]
    pairs += [
        ("cach_goi_khac/", ""),
        ("cach_goi_khac/1", "họp nháp"),
        ("cach_goi_khac/m1", "họp, thử"),
    ]
    desk.save(key, pairs)
    assert 'cach_goi_khac: [họp nháp, "họp, thử"]' in text_of(content, key)


def test_what_was_typed_survives_a_kill_and_is_no_content(desk: Desk, content: Path) -> None:
    key = "hoi-dap/hop-thu-la-gi"
    desk.keep(key, sent(desk, key, tieu_de="Đang gõ dở", than_bai="Câu chưa xong"))
    assert text_of(content, key) == ANSWER
    assert not [one for one in source.read(content).problems if ".ban-nhap" in one.path]
    again = Desk(content, DAY, lambda: "11:00").open(key)
    assert again.draft and again.body == "Câu chưa xong"
    assert next(one.value for one in again.controls if one.key == "tieu_de") == "Đang gõ dở"


def test_a_draft_keeps_which_item_is_which(desk: Desk, content: Path) -> None:
    key = "thuat-ngu/hop-thu"
    pairs = [one for one in sent(desk, key) if not one[0].startswith("cach_goi_khac/")]
    pairs += [("cach_goi_khac/1", "họp nháp"), ("cach_goi_khac/m3", "mới")]
    desk.keep(key, pairs)
    opened = desk.open(key)
    assert not [*sorts(opened.controls, "other")]
    [several] = [one for one in opened.controls if one.key == "cach_goi_khac"]
    assert [one.name for one in several.inside] == ["cach_goi_khac/1", "cach_goi_khac/m3"]


def test_a_desk_killed_after_the_file_was_written_opens_what_was_saved(desk: Desk) -> None:
    key = "hoi-dap/hop-thu-la-gi"
    pairs = sent(desk, key, than_bai="Đoạn của tôi.")
    desk.keep(key, pairs)
    killed = mock.patch.object(desk.drafts, "drop", side_effect=KeyboardInterrupt)
    with killed, pytest.raises(KeyboardInterrupt):
        desk.save(key, pairs)
    opened = desk.open(key)
    assert opened.draft is None and opened.body == "Đoạn của tôi."
    desk.save(key, sent(desk, key, than_bai="Đoạn khác."))
    assert desk.drafts.get(key) is None


def test_a_file_that_changed_meanwhile_is_not_written_over(desk: Desk, content: Path) -> None:
    key, file = "hoi-dap/hop-thu-la-gi", content / "docs/hoi-dap/hop-thu-la-gi.md"
    mine = sent(desk, key, tieu_de="Tên của tôi", than_bai="Đoạn một.\n\nĐoạn của tôi.")
    desk.keep(key, mine)
    theirs = ANSWER.replace("Họp thử là gì", "Tên của họ").replace(
        "nguon:", "tu_khoa: [họp]\nnguon:"
    )
    file.write_text(theirs, encoding="utf-8", newline="\n")
    with pytest.raises(Changed):
        desk.save(key, mine)
    assert file.read_text(encoding="utf-8") == theirs
    found = apart.stand_off(desk, key)
    assert found
    told = {one.key: (one.mine, one.theirs, one.proposed) for one in found[1]}
    assert told == {
        "tieu_de": ("Tên của tôi", "Tên của họ", ""),
        "tu_khoa": ("", "– họp", "tep"),
        "than-bai": ("Đoạn một.\n\nĐoạn của tôi.", "Đoạn một.\n\nĐoạn hai.", "toi"),
    }
    apart.settle(desk, key, {"tieu_de": "tep"})
    assert apart.stand_off(desk, key) is None
    draft = desk.drafts.get(key)
    assert draft
    opened = desk.open(key)
    desk.save(key, [*draft.pairs, (BASE, opened.base)])
    right = theirs.replace("Đoạn hai", "Đoạn của tôi")
    assert file.read_text(encoding="utf-8") == right
    aside = list((content / ".ban-nhap" / "da-bo").iterdir())
    assert "Tên của tôi" in aside[0].read_text(encoding="utf-8")


def test_the_faults_are_those_of_the_check(desk: Desk, content: Path) -> None:
    _, problems = judge(content, DAY)
    assert [str(one) for one in desk.now().problems] == [str(one) for one in problems]
    key = "hoi-dap/hop-thu-la-gi"
    pairs = [(name, "khong-co" if name == "nguon/0" else value) for name, value in sent(desk, key)]
    opened = desk.check(key, [*pairs, ("ngay_dang", "31/11/2026")])
    [day] = [one for one in opened.controls if one.key == "ngay_dang"]
    assert "«31/11/2026» không có trong lịch: tháng 11 chỉ có 30 ngày" in day.faults[0]
    opened = desk.check(key, pairs)
    [sources] = [one for one in opened.controls if one.key == "nguon"]
    assert sources.faulty
    assert text_of(content, key) == ANSWER


def test_a_file_that_cannot_be_read_is_mended_as_text(desk: Desk, content: Path) -> None:
    file = content / "data/thuat-ngu/hop-thu.yml"
    file.write_text(TERM.replace("Họp thử ", "Họp: thử: hai "), encoding="utf-8", newline="\n")
    key = "thuat-ngu/hop-thu"
    opened = desk.open(key)
    assert opened.unread and opened.problems
    pairs = [(TEXT, TERM.replace("\n", "\r\n")), (BASE, opened.base)]
    assert not [one for one in desk.check(key, pairs).problems if one.level == "lỗi"]
    assert desk.save(key, pairs)
    assert file.read_bytes() == TERM.encode()


def test_a_save_that_is_broken_off_leaves_the_old_file_whole(desk: Desk, content: Path) -> None:
    key = "thuat-ngu/hop-thu"
    pairs = sent(desk, key, tieu_de="Tên mới")
    desk.keep(key, pairs)
    full = mock.patch("portal.tree.os.fdopen", side_effect=OSError(28, "full"))
    with full, pytest.raises(Refused, match="Bản đang sửa vẫn được giữ"):
        desk.save(key, pairs)
    assert text_of(content, key) == TERM
    assert desk.open(key).draft


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_new_entry_of_every_kind_opens_as_a_form(desk: Desk, content: Path, kind: object) -> None:
    key = deeds.start(desk, kind.name, "Mục thử của bàn biên tập")  # type: ignore[attr-defined]
    opened = desk.open(key)
    assert not opened.unread and opened.controls
    for one in opened.controls:
        assert one.label and one.help
    before = (content / opened.item.path).read_bytes()
    desk.save(key, sent(desk, key))
    assert (content / opened.item.path).read_bytes() == before
    with pytest.raises(Refused, match="Đã có mục"):
        deeds.start(desk, kind.name, "Mục thử của bàn biên tập")  # type: ignore[attr-defined]


def test_every_kind_example_fills_its_form(desk: Desk) -> None:
    lists = desk.now().library.lists
    for kind in KINDS:
        made, _ = source.read_text(kind.path("mau"), kind.example())
        assert made
        controls = form.Maker(lists, lambda text, kinds: "").controls(kind.model, made.values)
        assert not [name for name in sorts(controls, "other")], kind.name
        assert {one.key for one in controls if one.filled} >= set(made.values.items)


@pytest.mark.parametrize(
    ("text", "sort"), [("a" * 60, "line"), ("a" * 61, "prose"), ("a\nb", "prose"), ("", "line")]
)
def test_a_text_too_long_for_a_line_has_a_box_of_several(desk: Desk, text: str, sort: str) -> None:
    maker = form.Maker(desk.now().library.lists, lambda text, kinds: "")
    values, _ = source.read_text("data/thuat-ngu/a.yml", f"tieu_de: {json.dumps(text)}\n")
    assert values
    (found,) = (one for one in maker.controls(Term, values.values) if one.key == "tieu_de")
    assert found.sort == sort


def test_faults_stand_before_reminders_each_in_the_order_of_their_lines() -> None:
    def told(line: int, level: Level) -> Problem:
        return Problem("data/a.yml", line, "", f"{line}", "bia", level=level)

    found = (told(1, "nhắc"), told(9, "lỗi"), told(5, "nhắc"), told(3, "lỗi"))
    opened = SimpleNamespace(problems=found, controls=())
    assert [one.line for one, _ in _placed(opened)] == [3, 9, 1, 5]  # type: ignore[arg-type]


def sorts(controls: tuple[form.Control, ...], sort: str) -> Iterator[str]:
    for one in controls:
        yield from [one.name] if one.sort == sort else []
        yield from sorts(one.inside, sort)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('tieu_de: "Tên tệp hỏng"\n', "Tên tệp hỏng"),
        ("tieu_de:   Tên tệp hỏng\n", "Tên tệp hỏng"),
        ("<<<<<<< HEAD\ntieu_de: Tên của tôi\n=======\ntieu_de: Tên của họ\n", "Tên của tôi"),
    ],
)
def test_a_file_that_cannot_be_read_is_called_by_its_line_of_the_title(
    desk: Desk, content: Path, head: str, title: str
) -> None:
    file = content / "data/thuat-ngu/hop-thu.yml"
    file.write_text(f'{head}nghia: "chưa đóng nháy\n', encoding="utf-8")
    assert desk.now().items["thuat-ngu/hop-thu"].title == title


def test_words_find_an_entry_without_marks(desk: Desk) -> None:
    assert [one.key for one in desk.now().search("hop thu gi")] == ["hoi-dap/hop-thu-la-gi"]
    assert desk.now().search("HỘI THỬ")[0].key == "thuat-ngu/hop-thu"
    assert desk.now().title_of("bao-bia", ("nguon", "van-ban")) == "Báo bịa đưa tin họp thử"


def test_line_ends_of_windows_are_no_fault_at_the_desk(desk: Desk, content: Path) -> None:
    for key in ("thuat-ngu/hop-thu", "hoi-dap/hop-thu-la-gi"):
        file = content / desk.item(key).path
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
        assert not errors(desk.check(key, sent(desk, key, tieu_de="Họp thử nữa")).problems)


class Named(HTMLParser):
    """Controls of a form: name and the words a screen reader says, and attributes of no meaning."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: dict[str, str | None] = {}
        self.odd: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag in ("input", "select", "textarea") and told.get("type") != "hidden":
            self.labels[told.get("name") or ""] = told.get("aria-label")
        self.odd += [name for name, _ in attrs if not re.fullmatch(r"[a-z-]+", name)]


def test_every_item_of_a_list_is_named_to_a_screen_reader(desk: Desk) -> None:
    reader = Named()
    reader.feed(Screens(desk).entry(desk.open("thuat-ngu/hop-thu")))
    assert reader.odd == []
    assert "Nguồn 1" in reader.labels.values() and "Nguồn (mới)" in reader.labels.values()


def test_what_was_done_is_told_with_all_that_goes_with_it_on_both_ways_to_a_file(
    desk: Desk,
) -> None:
    screens, opened = Screens(desk), desk.open("thuat-ngu/hop-thu")
    for draw in (screens.entry, screens.text):
        told = draw(opened, Told("Đã ghi điều bịa.", "tone-bia", "Dòng một\nDòng hai"))
        assert re.search(r'class="notice tone-bia"[^>]*><p[^>]*>Đã ghi điều bịa\.</p>', told)
        assert "Dòng một\nDòng hai" in told
        assert "data-told" not in draw(opened)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("14/9/2025", "2025-09-14"),
        ("ngày 5 tháng 3 năm 2026", "2026-03-05"),
        ("2026-03-05", "2026-03-05"),
        ("hôm qua", "hôm qua"),
        ("31/11/2026", "31/11/2026"),
    ],
)
def test_a_day_may_be_typed_as_people_write_it(
    typed: str, written: str, desk: Desk, content: Path
) -> None:
    desk.save("nguon/bao-bia", sent(desk, "nguon/bao-bia", ngay_doc=typed))
    assert f"\nngay_doc: {written}\n" in text_of(content, "nguon/bao-bia")


def test_keys_that_most_entries_have_are_offered_beside_those_that_must_be_filled(
    desk: Desk,
) -> None:
    key = deeds.start(desk, "thuat-ngu", "Họp nháp")
    controls = {one.key: one for one in desk.open(key).controls}
    assert controls["cach_goi_khac"].offered and not controls["cach_goi_khac"].required
    assert not controls["viet_tat"].offered
    page = Screens(desk).entry(desk.open(key))
    assert page.index('name="cach_goi_khac/"') < page.index("Thêm điều khác")
    assert page.index("Thêm điều khác") < page.index('name="viet_tat/"')


# Controls, one by one


def maker(**more: object) -> form.Maker:
    lists = {Publication.LIST: {"nhap": Publication(value="nhap", label="bản nháp")}}
    return form.Maker(lists, lambda text, kinds: f"Tên {text}", **more)  # type: ignore[arg-type]


def controls(text: str, **more: object) -> dict[str, form.Control]:
    values, _ = source.read_text("data/thuat-ngu/a.yml", text)
    assert values
    return {one.key: one for one in maker(**more).controls(Term, values.values)}


def test_a_choice_offers_its_list_and_what_the_file_has_beside_it() -> None:
    assert controls("tieu_de: A\n")["trang_thai"].options == (("nhap", "Bản nháp"),)
    other = controls("tieu_de: A\ntrang_thai: la\n")["trang_thai"]
    assert other.options == (("nhap", "Bản nháp"), ("la", "«la» (không có trong danh mục)"))
    assert controls("tieu_de: A\ntrang_thai: nhap\n")["trang_thai"].options == (
        ("nhap", "Bản nháp"),
    )
    assert (other.sort, other.value, other.short) == ("choice", "la", True)


def test_what_is_short_stands_beside_another() -> None:
    made = controls("tieu_de: A\nnghia: B\n")
    short = {key for key, one in made.items() if one.short}
    assert short == {"ngay_dang", "ngay_go", "ngay_ra_soat", "ra_soat_lai", "trang_thai"}
    assert made["ngay_dang"].pattern == r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
    assert made["ngay_dang"].dated and not made["tieu_de"].dated
    assert made["tieu_de"].pattern == ""


def test_a_box_has_as_many_rows_as_its_text_and_no_more_than_twelve() -> None:
    def rows(text: str) -> int:
        return controls(f"tieu_de: A\nnghia: {json.dumps(text)}\n")["nghia"].rows

    assert [rows(""), rows("a" * 74), rows("a" * 75), rows("a\nb"), rows("a\n" * 40)] == [
        2, 2, 3, 3, 12
    ]  # fmt: skip


def test_a_list_has_a_blank_item_and_what_no_form_holds_is_left_alone() -> None:
    made = controls("tieu_de: A\nviet_tat: [B, C]\nnguon: n\ndu_kien: [D]\ntu_khoa: ''\n")
    several = made["viet_tat"]
    assert [one.name for one in several.inside] == ["viet_tat/0", "viet_tat/1"]
    assert [one.value for one in several.inside] == ["B", "C"]
    assert several.blank and several.blank.name == f"viet_tat/{form.NEW}"
    (single,) = made["nguon"].inside
    assert (single.sort, single.value, single.told) == ("reference", "n", "Tên n")
    assert made["nguon"].blank and made["nguon"].blank.told == ""
    assert (made["du_kien"].sort, made["du_kien"].filled) == ("other", True)
    assert (made["tu_khoa"].inside, made["tu_khoa"].filled) == ((), False)
    assert controls("tieu_de: [A, B]\n")["tieu_de"].sort == "other"


def test_only_keys_at_the_top_are_asked_for_and_offered() -> None:
    text = "tieu_de: A\ndu_kien: [{noi_dung: B}]\n"
    named = frozenset({"nguon", "ghi_chu"})
    made = controls(text, needed=named, often=named)
    assert made["nguon"].required and made["nguon"].offered
    assert made["ghi_chu"].offered and not made["viet_tat"].offered
    inside = {one.key: one for one in made["du_kien"].inside[0].inside}
    assert not inside["nguon"].required and not inside["nguon"].offered
    assert inside["noi_dung"].required and inside["noi_dung"].value == "B"
    assert inside["noi_dung"].name == "du_kien/0/noi_dung"
    assert inside["noi_dung"].id == "du_kien.0.noi_dung"


def test_an_item_keeps_the_number_it_had_in_the_file() -> None:
    made = controls("tieu_de: A\nviet_tat: [B, C]\n", tokens={"viet_tat": ("1", "m0")})
    assert [one.name for one in made["viet_tat"].inside] == ["viet_tat/1", "viet_tat/m0"]


def test_a_group_is_faulty_where_anything_inside_it_is() -> None:
    made = tuple(controls("tieu_de: A\ndu_kien: [{noi_dung: B}]\n").values())
    told = form.with_faults(made, {"du_kien/0/noi_dung": ("Sai.",)})
    assert {one.key for one in told if one.faulty} == {"du_kien"}
    assert not any(one.faulty for one in made)
    (item,) = (one for one in told if one.key == "du_kien")
    assert [one.faults for one in item.inside[0].inside if one.faulty] == [("Sai.",)]
    assert "du_kien/0/noi_dung" in form.names(made)
    sent_ = form.pairs(made)
    assert ("du_kien/", "") in sent_ and ("du_kien/0/noi_dung", "B") in sent_


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("tieu_de", "tieu_de"),
        ("du_kien[1].noi_dung", "du_kien/0/noi_dung"),
        ("du_kien[1]", "du_kien/0"),
        ("du_kien[2].noi_dung", "du_kien"),
        ("du_kien[0]", "du_kien"),
        ("du_kien[1].khong_co", "du_kien/0"),
        ("khong_co", ""),
        ("", ""),
    ],
)
def test_a_fault_belongs_to_its_control_or_the_nearest_around_it(field: str, name: str) -> None:
    made = tuple(controls("tieu_de: A\ndu_kien: [{noi_dung: B}]\n").values())
    assert faults.control_of(field, made) == name
    problem = Problem("data/a.yml", 1, field, "Sai.", "bia", "viết lại")
    bare = Problem("data/a.yml", 1, field, "Thiếu.", "bia")
    told = ("Sai. Cách sửa: viết lại.", "Thiếu.")
    assert faults.by_control([problem, bare], made) == ({name: told} if name else {})


# What is told of a deed


def opened_as(**more: object) -> Opened:
    item = Item(KINDS[0], "a", "docs/van-ban/a.md", "A", **more)  # type: ignore[arg-type]
    return Opened(item, (), "", True, "")


def test_what_was_saved_says_why_readers_do_not_see_it_yet() -> None:
    none: Mended = ("", Told())
    free, held = opened_as(), opened_as(held="hẹn đăng 10/01/2027")
    assert saved_.saved("luu", free, none) == Told("Đã lưu vào tệp.")
    assert saved_.saved("luu", held, none).more == "Hẹn đăng 10/01/2027."
    told = saved_.saved("cho-dang", held, none).more
    assert told == "Hẹn đăng 10/01/2027.\nBấm «Gửi» ở trên cùng để gửi đi duyệt."
    typing = replace(held, draft=Draft("van-ban/a", (), "", ""))
    assert saved_.saved("luu", typing, none).more == ""
    assert saved_.saved("la", held, none) == Told()
    assert saved_.saved("ghep", free, none).tone == NOTE


def test_what_a_machine_mended_is_told_at_its_own_entry_alone() -> None:
    one = opened_as()
    told = Told("Đã chữa 2 chỗ.")
    assert saved_.saved("may-chua", one, (one.item.key, told)) == told
    assert saved_.saved("may-chua", one, ("van-ban/b", told)) == Told()
    assert saved_.saved("luu", one, (one.item.key, told)) == Told("Đã lưu vào tệp.")


# What is kept beside the content


def test_drafts_are_listed_newest_first_and_strange_files_are_passed_over(tmp_path: Path) -> None:
    kept = Drafts(tmp_path)
    assert list(kept.all()) == [] and kept.get("a/b") is None
    for key, when in (("a/b", "10:01"), ("a/c", "10:03"), ("a/d", "10:02")):
        kept.put(Draft(key, (("tieu_de", "A"),), "gốc", when))
    (kept.folder / "la.json").write_text("[]", encoding="utf-8")
    assert [one.key for one in kept.all()] == ["a/c", "a/d", "a/b"]
    assert kept.get("a/b") == Draft("a/b", (("tieu_de", "A"),), "gốc", "10:01")
    kept.put_aside(Draft("a/b", (), "", "10:04"))
    kept.put_aside(Draft("a/b", (), "", "10:05"))
    assert len(list((kept.folder / ASIDE).glob("*.json"))) == 2
    kept.drop("a/b")
    kept.drop("a/b")
    assert [one.key for one in kept.all()] == ["a/c", "a/d"]


def test_a_deed_can_be_taken_back_while_its_file_is_as_it_left_it(tmp_path: Path) -> None:
    journal = Journal(tmp_path)
    (tmp_path / "data").mkdir()
    file = tmp_path / "data/a.yml"
    file.write_text("mới", encoding="utf-8")
    journal.note("data/a.yml", "A", "10:00", "cũ", "mới")
    journal.note("data/b.yml", "B", "10:01", None, "mới")
    journal.note("data/a.yml", "A", "10:02", "mới", None, undoes=1)
    journal.note("README.md", "R", "10:03", "", "mới")
    journal.note("data/../README.md", "R", "10:04", "", "mới")
    (journal.folder / "la.json").write_text('{"number": 9}', encoding="utf-8")
    (tmp_path / "README.md").write_text("mới", encoding="utf-8")
    told = journal.all()
    assert [one.number for one in told] == [5, 4, 3, 2, 1]
    assert [journal.can_undo(one) for one in told] == [False, False, False, False, True]
    assert (told[2].undoes, told[0].undoes, told[4].before) == (1, 0, "cũ")
    assert journal.paths() == ["README.md", "data/../README.md", "data/a.yml"]
    file.write_bytes(b"\xff")
    assert not journal.can_undo(told[4])


# What the catalogue finds


def test_titles_that_begin_with_the_words_come_first_and_kinds_can_be_chosen(desk: Desk) -> None:
    found = [one.key for one in desk.now().search("họp thử")]
    assert set(found[:2]) == {"thuat-ngu/hop-thu", "hoi-dap/hop-thu-la-gi"}
    assert found[2:] == ["nguon/bao-bia"]
    assert [one.key for one in desk.now().search("họp thử", ("nguon",))] == ["nguon/bao-bia"]
    assert desk.now().search("họp không") == []
    assert len(desk.now().search("")) == 3


@pytest.mark.parametrize(
    ("text", "kinds", "title"),
    [
        ("hop-thu", ("thuat-ngu",), "Họp thử"),
        (" hop-thu#dieu-1 ", ("thuat-ngu",), "Họp thử"),
        ("thuat-ngu/hop-thu", ("nguon", "thuat-ngu"), "Họp thử"),
        ("thuat-ngu/hop-thu", ("nguon",), ""),
        ("hop-thu", ("nguon", "thuat-ngu"), ""),
    ],
)
def test_a_reference_is_called_by_the_title_of_what_it_names(
    desk: Desk, text: str, kinds: tuple[str, ...], title: str
) -> None:
    assert desk.now().title_of(text, kinds) == title


def test_a_form_is_made_of_the_file_or_of_what_its_draft_kept_and_of_nothing_else(
    desk: Desk, content: Path
) -> None:
    key = "thuat-ngu/hop-thu"
    first = sent(desk, key, tieu_de="Họp của tôi")
    desk.keep(key, first)
    file = content / "data/thuat-ngu/hop-thu.yml"
    file.write_text(TERM.replace("Họp thử", "Họp của họ"), encoding="utf-8")
    assert desk.typed(key, first).base == dict(first)[BASE]
    strange = [(name, "khác" if name == BASE else value) for name, value in first]
    with pytest.raises(Changed):
        desk.typed(key, strange)
