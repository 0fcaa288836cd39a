"""What is sent is chosen: one entry that is not ready holds no other back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from test_editor_bringing import ANSWER_KEY, OTHER, PATH, content, send, work  # noqa: F401
from test_editor_desk import ANSWER, SOURCE, TERM, desk, sent, text_of  # noqa: F401
from test_editor_sending import KEY, Git, change, git, remote  # noqa: F401

from portal import source
from portal.editor import choice, deeds
from portal.editor.answers import Asked
from portal.editor.desk import Desk
from portal.editor.linked import field_at, parts
from portal.editor.routes import Routes
from portal.editor.standing import State
from portal.editor.work import Work
from portal.source.registers import ADDRESSES

DOCUMENT = """\
---
tieu_de: về việc thử
so_ky_hieu: 15-QĐ/HVTN
loai: quy-dinh
co_quan: Học viện thử nghiệm
chat_luong_ban: goc-so
nguon: [bao-bia]
---

Chữ của văn bản thử.
"""


def lines(work: Work) -> dict[str, choice.Line]:  # noqa: F811
    return {one.path: one for one in work._lines(work._state())}


def test_an_unfinished_entry_is_not_ticked_and_the_finished_one_goes(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,  # noqa: F811
    remote: Path,  # noqa: F811
    work: Work,  # noqa: F811
) -> None:
    change(desk, "Tên của tôi")
    key = deeds.start(desk, "thuat-ngu", "Mục bấm nhầm")
    found = lines(work)
    assert found[PATH].ticked and not found[PATH].stuck
    unfinished = found[desk.item(key).path]
    assert unfinished.stuck and "lỗi, sửa xong mới gửi được" in unfinished.why_not
    html = work.ready(Asked("GET", "/gui")).body.decode()
    assert f'value="{PATH}" checked' in html
    assert f'value="{unfinished.path}" disabled' in html
    assert "nhánh bien-tap-1, 1 tệp" in send(work, PATH, unfinished.path)
    assert git("show", "--name-only", "--format=", "bien-tap-1", at=remote) == PATH
    assert list(lines(work)) == [unfinished.path], "it still lies here"


def test_a_new_draft_waits_until_it_is_ticked_and_a_file_goes_with_its_entry(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,  # noqa: F811
    work: Work,  # noqa: F811
) -> None:
    draft = "docs/hoi-dap/nhap.md"
    text = ANSWER.replace("là gì", "là nháp").replace("nguon:", "trang_thai: nhap\nnguon:")
    text += "\n![Phòng](tep/p.png)\n"
    (content / draft).write_text(text, encoding="utf-8")
    (content / "docs/tep").mkdir()
    for name in ("p.png", "le.png"):
        (content / "docs/tep" / name).write_bytes(b"\x89PNG\r\n\x1a\n")
    found = lines(work)
    assert set(found) == {draft, "docs/tep/le.png"}
    assert found[draft].along == ("docs/tep/p.png",)
    assert "bản nháp" in found[draft].why_not and not found[draft].stuck
    assert "không mục nào dùng" in found["docs/tep/le.png"].why_not
    assert "Chưa chọn mục nào" in send(work, "khong-co")
    assert "2 tệp" in send(work, draft)
    listed = git("show", "--name-only", "--format=", "HEAD").split()
    assert listed == [draft, "docs/tep/p.png"]


def test_what_does_not_stand_alone_is_refused_with_a_way_to_the_place(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,  # noqa: F811
    work: Work,  # noqa: F811
) -> None:
    (content / "data/nguon/bao-hai.yml").write_text(
        SOURCE.replace("bịa", "hai").replace("/hop", "/hai"), encoding="utf-8"
    )
    (content / PATH).write_text(TERM.replace("[bao-bia]", "[bao-hai]"), encoding="utf-8")
    said = send(work, PATH)
    assert "Chỉ gửi các mục đã đánh dấu thì nội dung có lỗi" in said and "bao-hai" in said
    html = work.ready(Asked("GET", "/gui", {"da": "xong"})).body.decode()
    assert f'<a href="/muc/{KEY}?dong=7">Họp thử, dòng 7</a>' in html
    assert "2 tệp" in send(work, PATH, "data/nguon/bao-hai.yml")


def test_the_words_that_are_proposed_tell_what_became_of_what(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,  # noqa: F811
    work: Work,  # noqa: F811
) -> None:
    change(desk, "Họp thật")
    (content / "docs/van-ban").mkdir()
    (content / "docs/van-ban/15.md").write_text(DOCUMENT, encoding="utf-8")
    assert not [one for one in desk.now().problems if one.level == "lỗi"]
    told = choice.words(lines(work).values())
    assert told == "Thêm Quy định 15-QĐ/HVTN; Sửa Họp thật"


def test_an_entry_that_waits_says_until_when(desk: Desk, work: Work, git: Git) -> None:  # noqa: F811
    routes = Routes(desk, {}, lambda place: ("", ""))
    saved = desk.save(ANSWER_KEY, sent(desk, ANSWER_KEY, ngay_dang="2027-01-10"))
    assert saved and lines(work)[OTHER].held == "hẹn đăng 10/01/2027"
    for asked in (
        Asked("GET", f"/muc/{ANSWER_KEY}", {"da": "luu"}),
        Asked("GET", "/"),
        Asked("GET", "/gui"),
    ):
        assert "ẹn đăng 10/01/2027" in routes.answer(asked).body.decode(), asked.path


def test_places_in_a_fault_lead_to_the_field(desk: Desk) -> None:  # noqa: F811
    told = list(parts("xem data/thuat-ngu/hop-thu.yml:7, data/khong/co.yml:2", desk.now()))
    assert [(one.text, one.url) for one in told] == [
        ("xem ", ""),
        ("Họp thử, dòng 7", f"/muc/{KEY}?dong=7"),
        (", data/khong/co.yml:2", ""),
    ]
    values = desk.file(desk.item(KEY)).values
    assert [field_at(values, line) for line in (2, 5, 6)] == [
        "tieu_de",
        "nghia",
        "cach_goi_khac[2]",
    ]
    routes = Routes(desk, {}, lambda place: ("", ""))
    for line, place in (("2", "tieu_de"), ("5", "nghia")):
        answer = routes.answer(Asked("GET", f"/muc/{KEY}", {"dong": line}))
        assert dict(answer.headers)["Location"].endswith(f"#{place}")
    answer = routes.answer(Asked("GET", f"/muc/{ANSWER_KEY}", {"dong": "6"}))
    assert dict(answer.headers)["Location"].endswith("#than-bai")


def line(title: str, deed: str = choice.CHANGED, why_not: str = "") -> choice.Line:
    return choice.Line(f"docs/bai-viet/{title}.md", title, deed, why_not=why_not)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], "Sửa nội dung"),
        ([line("a", why_not="còn lỗi")], "Sửa nội dung"),
        ([line("a"), line("b"), line("c")], "Sửa a, b, c"),
        ([line("a"), line("b"), line("c"), line("d"), line("e")], "Sửa a, b, c và 2 mục nữa"),
        ([line("a"), line("a"), line("b"), line("c")], "Sửa a, b, c"),
        (
            [line("c", choice.REMOVED), line("b"), line("a", choice.ADDED)],
            "Thêm a; Sửa b; Gỡ c",
        ),
        ([line("a " * 44 + "bb")], "Sửa " + "a " * 44 + "bb"),
        ([line("a " * 44 + "bbb")], "Sửa " + ("a " * 44).strip() + "…"),
    ],
)
def test_the_proposed_words_name_three_of_each_deed_and_cut_long_names(
    found: list[choice.Line], told: str
) -> None:
    assert choice.words(found) == told


def test_the_proposed_words_are_no_longer_than_a_subject_may_be() -> None:
    assert len(choice.words([line(c * 90) for c in "abc"])) == choice.MOST


def test_what_goes_is_what_was_ticked_with_its_files_and_the_registers() -> None:
    state = State(True, paths=("docs/bai-viet/a.md", ADDRESSES))
    one = choice.Line("docs/bai-viet/a.md", "a", choice.CHANGED, along=("docs/tep/a.png",))
    assert choice.chosen([one], {one.path}, state) == (one.path, "docs/tep/a.png", ADDRESSES)
    assert choice.chosen([one], set(), state) == ()
    assert choice.chosen([replace(one, stuck=True)], {one.path}, state) == ()


def test_a_line_of_a_file_is_that_of_the_last_key_above_it() -> None:
    text = "tieu_de: A\nnghia: B\nviet_tat:\n  - C\n  - D\ndu_kien:\n  - {noi_dung: E}\n\n"
    made, _ = source.read_text("data/thuat-ngu/a.yml", text)
    assert made
    told = [field_at(made.values, line) for line in range(9)]
    assert told == [
        "", "tieu_de", "nghia", "viet_tat", "viet_tat[1]", "viet_tat[2]", "du_kien",
        "du_kien[1].noi_dung", "du_kien[1].noi_dung",
    ]  # fmt: skip


def test_words_around_the_name_of_a_file_stay_as_they_are(desk: Desk) -> None:  # noqa: F811
    def told(text: str) -> list[tuple[str, str]]:
        return [(one.text, one.url) for one in parts(text, desk.now())]

    entry = ("Họp thử", "/muc/thuat-ngu/hop-thu")
    assert told("data/thuat-ngu/hop-thu.yml") == [entry]
    assert told("ở data/thuat-ngu/hop-thu.yml.") == [("ở ", ""), entry, (".", "")]
    assert told("docs/khong/co.md") == [("docs/khong/co.md", "")]
    assert told("") == []
