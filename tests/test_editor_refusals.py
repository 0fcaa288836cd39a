"""What the desk cannot do is refused in a sentence of its own, and nothing is changed by it; what
it did is told once. Without a browser and without a socket: the requests as they are decoded.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest
from environment import ROOT
from test_editor_desk import content, desk, sent  # noqa: F401

from portal import tree
from portal.editor import deeds, pictures, troubles
from portal.editor.answers import Answer, Asked
from portal.editor.desk import Desk
from portal.editor.opened import BASE, BODY, TEXT, Opened, Refused, parted
from portal.editor.routes import Routes
from portal.editor.saved import MEND, PUBLISH, saved
from portal.editor.screens import GOOD, NOTE, Told
from portal.editor.troubles import BRING, SAID, SEND, why
from portal.intake.draft import STATE

KEY, TEXTED = "thuat-ngu/hop-thu", "hoi-dap/hop-thu-la-gi"
FULL = OSError(28, "No space left on device")
PICTURE = (ROOT / "overrides/assets/img/chia-se/chung.png").read_bytes()
Bytes = dict[str, bytes]


def bytes_of(content: Path) -> Bytes:  # noqa: F811
    """The files editors have; what the desk keeps for itself begins with a dot."""
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in content.rglob("*")
        if path.is_file() and not path.relative_to(content).parts[0].startswith(".")
    }


# Git

SPOKEN = {
    "another git at work": (
        "fatal: Unable to create '/bia/.git/index.lock': File exists.",
        "chương trình git khác",
    ),
    "a ref that is locked": ("error: cannot lock ref 'refs/heads/a'", "chương trình git khác"),
    "somebody was first": (
        " ! [rejected]        a -> a (fetch first)\nerror: failed to push some refs",
        "đã có bản mới hơn",
    ),
    "a branch nobody may push to": (
        "remote: error: GH006: Protected branch update failed",
        "không cho gửi vào nhánh này",
    ),
    "nobody signed in": (
        "fatal: could not read Username for 'https://kho.example'",
        "chưa nhận ra bạn",
    ),
    "a key that is not known": (
        "git@kho.example: Permission denied (publickey).\n"
        "fatal: Could not read from remote repository.",
        "chưa nhận ra bạn",
    ),
    "no network": (
        "fatal: unable to access 'https://kho.example/': Could not resolve host: kho.example",
        "Chưa nối được tới kho chung",
    ),
    "a folder that is gone": (
        "fatal: '/bia/kho' does not appear to be a git repository",
        "Chưa nối được tới kho chung",
    ),
    "files of the project left open": (
        "error: Your local changes to the following files would be overwritten by merge:",
        "tệp ngoài phần nội dung",
    ),
    "a full disk": ("fatal: cannot write keep file: No space left on device", "Không ghi được"),
    "nobody by name": ("*** Please tell me who you are.", "chưa biết tên bạn"),
}


@pytest.mark.parametrize(("said", "told"), SPOKEN.values(), ids=SPOKEN)
@pytest.mark.parametrize("deed", [SEND, BRING])
def test_what_git_says_becomes_a_sentence_with_what_to_do(
    said: str, told: str, deed: str, tmp_path: Path
) -> None:
    sentence = str(why(tmp_path, said, deed))
    assert told in sentence
    assert "Cách làm: " in sentence and "{" not in sentence
    assert "git.txt" not in sentence
    assert (f"«{deed}»" in sentence) is ("nhánh này. Việc" not in sentence or "hơn" in sentence)
    assert ("vẫn còn nguyên" in sentence) is ("tên bạn" not in sentence)
    assert (tmp_path / SAID).read_text(encoding="utf-8") == said


def test_what_git_never_said_before_is_kept_in_a_file_that_the_sentence_names(
    tmp_path: Path,
) -> None:
    refusal = why(tmp_path, "fatal: một lời lạ", SEND)
    assert SAID in str(refusal) and f"«{SEND}»" in str(refusal)
    assert refusal.problems == ()
    again = why(tmp_path, "fatal: lời khác", SEND)
    assert str(again) == str(refusal)
    assert (tmp_path / SAID).read_text(encoding="utf-8") == "fatal: lời khác"
    (tmp_path / SAID).unlink()
    (tmp_path / SAID).mkdir()
    assert str(why(tmp_path, "fatal: một lời lạ", SEND)) == str(refusal)


def test_every_reason_is_met_by_words_of_git(tmp_path: Path) -> None:
    met = {str(why(tmp_path, said, SEND)) for said, _ in SPOKEN.values()}
    assert len(met) == len(troubles._REASONS)


# Files


def test_an_entry_that_is_not_there_or_cannot_be_read_is_refused(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    with pytest.raises(Refused, match="Không có mục này"):
        desk.item("thuat-ngu/khong-co")
    item, file = desk.item(KEY), content / "data/thuat-ngu/hop-thu.yml"
    file.write_bytes("tieu_de: Họp".encode("utf-16"))
    with pytest.raises(Refused, match="UTF-8"):
        desk.file(item)
    file.unlink()
    with pytest.raises(Refused, match="Không đọc được tệp này"):
        desk.file(item)


@pytest.mark.skipif(os.name == "nt", reason="máy này không cho tạo lối tắt")
def test_no_file_is_read_or_written_through_a_link(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    outside = tmp_path_factory.mktemp("ngoai")
    item, folder = desk.item(KEY), content / "data/thuat-ngu"
    held = desk.file(item)
    folder.rename(outside / "thuat-ngu")
    folder.symlink_to(outside / "thuat-ngu", target_is_directory=True)
    before = bytes_of(outside)
    for deed in (
        lambda: desk.file(item),
        lambda: desk.write(item, held, b"khac"),
        lambda: deeds.start(desk, "thuat-ngu", "Từ mới"),
    ):
        with pytest.raises(Refused, match=r"\w"):
            deed()
    assert bytes_of(outside) == before


@pytest.mark.parametrize(
    ("kind", "title", "told"),
    [
        ("khong-co", "Họp", "Không có loại mục này."),
        ("thuat-ngu", " …!? ", "Tên phải có ít nhất một chữ hoặc số."),
        ("thuat-ngu", "", "Tên phải có ít nhất một chữ hoặc số."),
        ("thuat-ngu", "Họp  thử", "Đã có mục thuat-ngu/hop-thu."),
    ],
)
def test_an_entry_that_cannot_be_begun_leaves_no_file(
    kind: str,
    title: str,
    told: str,
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    before = bytes_of(content)
    with pytest.raises(Refused, match=told):
        deeds.start(desk, kind, title)
    assert bytes_of(content) == before
    assert desk.journal.all() == []


def test_an_entry_that_was_begun_is_noted_and_taken_back(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    before = bytes_of(content)
    assert deeds.start(desk, "don-vi", " Ban \n Mới ") == "don-vi/ban-moi"
    file = content / "data/don-vi/ban-moi.yml"
    (deed,) = desk.journal.all()
    assert (deed.path, deed.title, deed.before) == ("data/don-vi/ban-moi.yml", "Ban Mới", None)
    assert deed.after == file.read_text(encoding="utf-8")
    refused = pytest.raises(Refused, match="chưa hoàn lại")
    with mock.patch.object(Path, "unlink", side_effect=FULL), refused:
        deeds.undo(desk, deed.number)
    deeds.undo(desk, deed.number)
    assert bytes_of(content) == before
    last = desk.journal.all()[0]
    assert (last.undoes, last.before, last.after) == (deed.number, deed.after, None)
    for number in (deed.number, last.number, 99):
        with pytest.raises(Refused, match="không tự hoàn lại được"):
            deeds.undo(desk, number)


def test_a_disk_that_takes_no_new_file_is_told(desk: Desk, content: Path) -> None:  # noqa: F811
    before = bytes_of(content)
    with mock.patch.object(Path, "mkdir", side_effect=FULL):
        with pytest.raises(Refused, match="Không ghi được tệp mới"):
            deeds.start(desk, "thuat-ngu", "Từ mới")
        with pytest.raises(Refused, match="Chưa có gì đổi"):
            pictures.put(desk, "a.png", PICTURE, "Sơ đồ")
    refused = pytest.raises(Refused, match="Chưa có gì đổi")
    with mock.patch.object(tree, "replace", side_effect=FULL), refused:
        pictures.attach(desk, "a.png", PICTURE)
    assert bytes_of(content) == before
    assert desk.journal.all() == []


def test_only_what_can_be_mended_is_written(desk: Desk, content: Path) -> None:  # noqa: F811
    file = content / "docs/hoi-dap/hop-thu-la-gi.md"
    text = file.read_text(encoding="utf-8")
    assert deeds.mend(desk, TEXTED) == []
    assert desk.journal.all() == []
    faulty = text.replace("nguon: [bao-bia]\n", "nguon: [bao-bia]\nngay_ra_soat: 05/03/2026\n")
    file.write_text(faulty, encoding="utf-8")
    assert deeds.mend(desk, TEXTED)
    assert file.read_text(encoding="utf-8") == faulty.replace("05/03/2026", "2026-03-05")
    assert [one.path for one in desk.journal.all()] == ["docs/hoi-dap/hop-thu-la-gi.md"]


# Pictures and files


def test_a_file_of_another_content_gets_the_next_number_that_is_free(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    folder = content / "docs/tep"
    folder.mkdir(parents=True)
    (folder / "so-do.png").write_bytes(b"mot")
    (folder / "so-do-2.png").write_bytes(b"hai")
    assert pictures.put(desk, "Sơ đồ.PNG", PICTURE, "Ba [bước]") == (
        "![Ba \\[bước\\]](tep/so-do-3.png)"
    )
    assert pictures.attach(desk, "so-do.png", PICTURE)["tep"] == "so-do-3.png", "the same bytes"
    assert [one.path for one in desk.journal.all()] == ["docs/tep/so-do-3.png"]
    assert desk.journal.all()[0].title == "Ba [bước]"


def test_an_attached_file_is_called_as_it_was_and_known_by_its_digest(
    desk: Desk,  # noqa: F811
) -> None:
    for name, title in (
        (r"C:\Bản  quét\Sơ đồ 1.2.png", "Sơ đồ 1.2"),
        ("/tmp/Sơ đồ.png", "Sơ đồ"),
    ):
        told = pictures.attach(desk, name, PICTURE)
        assert told["ten"] == title
        assert told["sha256"] == hashlib.sha256(PICTURE).hexdigest()
    assert told["tep"] == "so-do.png"


@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.JPEG", "a.gif", "a.webp"])
def test_a_picture_of_another_sort_than_its_name_says_is_refused(
    name: str,
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    with pytest.raises(Refused, match=r"^a\.\w+: "):
        pictures.put(desk, name, b"<svg>khong phai anh</svg>", "Sơ đồ")
    for wrong, words, told in (
        ("a.svg", "Sơ đồ", r"Chỉ nhận ảnh \.png, "),
        ("a.png", " \n ", "Cần lời thay ảnh"),
    ):
        with pytest.raises(Refused, match=told):
            pictures.put(desk, wrong, PICTURE, words)
    with pytest.raises(Refused, match="Tệp trống"):
        pictures.attach(desk, name, b"")
    assert not (content / "docs/tep").exists()


# Requests


@pytest.fixture
def routes(desk: Desk, tmp_path_factory: pytest.TempPathFactory) -> Routes:  # noqa: F811
    style = tmp_path_factory.mktemp("kieu") / "a.css"
    style.write_text("p {}", encoding="utf-8")
    return Routes(desk, {"a.css": style}, lambda place: ("", ""))


@pytest.fixture
def press(desk: Desk, routes: Routes) -> Callable[..., Answer]:  # noqa: F811
    def press(deed: str, key: str = KEY, **changes: str) -> Answer:
        pairs = [*sent(desk, key, **changes), ("viec", deed)]
        return routes.answer(Asked("POST", f"/muc/{key}", pairs=pairs))

    return press


def where(answer: Answer) -> str:
    return dict(answer.headers).get("Location", "")


def test_every_button_of_a_form_leads_where_it_says(
    press: Callable[..., Answer],
    desk: Desk,  # noqa: F811
) -> None:
    assert where(press("luu")) == f"/muc/{KEY}?da=nhu-cu"
    assert desk.journal.all() == []
    assert where(press("luu", tieu_de="Họp mới")) == f"/muc/{KEY}?da=luu"
    assert len(desk.journal.all()) == 1
    desk.keep(KEY, sent(desk, KEY, tieu_de="Họp dở"))
    assert [one.key for one in desk.drafts.all()] == [KEY]
    assert where(press("bo")) == f"/muc/{KEY}"
    assert not list(desk.drafts.all())
    assert where(press(MEND)) == f"/muc/{KEY}?da={MEND}"


def test_looking_for_faults_saves_nothing_and_says_how_it_stands(
    press: Callable[..., Answer],
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    before = bytes_of(content)
    for changes, told in (
        ({}, "Không có lỗi nào."),
        ({"nghia": ""}, "Còn lỗi phải sửa."),
        ({"tieu_de": "Họp thử."}, "Không có lỗi, chỉ có điều nhắc."),
    ):
        page = press("kiem", **changes)
        assert (page.status, told in page.body.decode()) == (200, True), told
        desk.forget(KEY)
    page = press("luu", nghia="")
    assert "Chưa lưu: còn lỗi." in page.body.decode()
    assert bytes_of(content) == before
    desk.forget(KEY)
    assert where(press("luu-ca-loi", nghia="")) == f"/muc/{KEY}?da=luu"


def test_to_publish_a_draft_takes_its_state_away(
    press: Callable[..., Answer],
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    file = content / "data/thuat-ngu/hop-thu.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}{STATE}: nhap\n", encoding="utf-8")
    assert where(press(PUBLISH)) == f"/muc/{KEY}?da={PUBLISH}"
    assert file.read_text(encoding="utf-8") == text


def test_what_leads_nowhere_or_is_no_form_is_answered_by_its_number(
    routes: Routes,
    desk: Desk,  # noqa: F811
) -> None:
    def status(method: str, path: str, *pairs: tuple[str, str]) -> int:
        return routes.answer(Asked(method, path, pairs=list(pairs))).status

    assert status("GET", "/khong-co") == 404
    assert status("PUT", "/") == 404
    assert status("GET", "/muc/thuat-ngu/khong-co") == 409
    assert status("POST", f"/muc/{KEY}", ("../x", "1")) == 400
    assert status("GET", "/tep/b.css") == 404
    assert status("POST", "/moi", ("loai", "thuat-ngu"), ("ten", "Họp thử")) == 409
    assert status("POST", f"/nhap/{KEY}", ("tieu_de", "A"), (BASE, "khác")) == 409
    style = routes.answer(Asked("GET", "/tep/a.css"))
    assert (style.status, style.type, style.body) == (200, "text/css", b"p {}")
    begun = routes.answer(Asked("POST", "/moi", pairs=[("loai", "thuat-ngu"), ("ten", "Từ mới")]))
    assert where(begun) == "/muc/thuat-ngu/tu-moi?da=tao"


def test_a_draft_that_was_typed_as_text_is_opened_as_text(
    routes: Routes,
    desk: Desk,  # noqa: F811
) -> None:
    opened = desk.open_text(KEY)
    pairs = [(TEXT, opened.text + "# thêm\n"), (BASE, opened.base)]
    assert routes.answer(Asked("POST", f"/nhap/{KEY}", pairs=pairs)).status == 200
    assert where(routes.answer(Asked("GET", f"/muc/{KEY}"))) == f"/chu/{KEY}"
    saved_as_text = routes.answer(Asked("POST", f"/chu/{KEY}", pairs=[*pairs, ("viec", "luu")]))
    assert where(saved_as_text) == f"/chu/{KEY}?da=luu"
    assert desk.file(desk.item(KEY)).plain.endswith("# thêm\n")


def test_a_form_is_parted_into_its_keys_its_text_and_the_whole_file() -> None:
    pairs = [("a", "1"), (BODY, "chữ"), (BASE, "x"), ("b", "")]
    assert parted(pairs) == ([("a", "1"), ("b", "")], "chữ", None)
    assert parted([(TEXT, ""), (BASE, "x")]) == ([], None, "")


# What is told first


def test_what_was_done_is_told_and_why_readers_do_not_see_it(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    def told(deed: str, mended: tuple[str, Told] = ("", Told())) -> Told:
        opened: Opened = desk.open(KEY)
        return saved(deed, opened, mended)

    for deed in ("luu", PUBLISH, "nhu-cu", "vao", "ghep", "tao"):
        assert told(deed).text, deed
    assert len({told(deed).text for deed in ("luu", PUBLISH, "nhu-cu", "vao", "ghep")}) == 5
    assert (told("ghep").tone, told("luu").tone) == (NOTE, GOOD)
    assert told("bịa") == told("") == Told()
    mended = Told("Máy đã chữa.", GOOD, "ngày")
    assert told(MEND, (KEY, mended)) == mended
    assert told(MEND, (TEXTED, mended)) == Told()
    assert told("luu").more == ""
    file = content / "data/thuat-ngu/hop-thu.yml"
    file.write_text(file.read_text(encoding="utf-8") + f"{STATE}: nhap\n", encoding="utf-8")
    first, *rest = told("vao").more.split("\n")
    assert first.endswith(".") and first[0].isupper()
    assert "\n".join(rest), "what was told besides stays below"
    assert told("luu").more == first
    assert told("") == Told()
    desk.keep(KEY, sent(desk, KEY, tieu_de="Họp dở"))
    assert told("luu").more == "", "what is being typed is not what readers see"
