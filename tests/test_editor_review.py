"""A preview for a colleague: what changed, side by side, and the pages of it, in one archive."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import review as door
from playwright.sync_api import Page
from test_editor_desk import ANSWER, DAY, TERM, content, desk, sent  # noqa: F401
from test_editor_sending import Git, change, git, remote  # noqa: F401

from portal.editor import changes, compare, deeds, pack
from portal.editor.answers import Asked
from portal.editor.changes import Change
from portal.editor.desk import Desk
from portal.editor.packing import Made
from portal.editor.review import Reviewed, reviewed
from portal.editor.routes import Routes
from portal.editor.screens import environment
from tests import commands, tiny

KEY = "thuat-ngu/hop-thu"
TERM_PATH, ANSWER_PATH = "data/thuat-ngu/hop-thu.yml", "docs/hoi-dap/hop-thu-la-gi.md"


def paths(found: list[Change]) -> list[str]:
    return [one.path for one in found]


def test_what_is_sent_is_still_held_against_what_is_published(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,  # noqa: F811
    remote: Path,  # noqa: F811
) -> None:
    assert not changes.since(content)
    change(desk)
    git("switch", "--quiet", "--create", "viec-cua-toi")
    git("commit", "--quiet", "-am", "Sửa")
    (content / "docs/tep").mkdir()
    (content / "docs/tep/moi.txt").write_text("mới")
    (content / ANSWER_PATH).unlink()
    (content / "rieng.txt").write_text("không phải nội dung")
    found = {one.path: one for one in changes.since(content)}
    assert [*found] == [TERM_PATH, ANSWER_PATH, "docs/tep/moi.txt"]
    assert found[TERM_PATH].before == TERM.encode()
    assert found[ANSWER_PATH].after is None and found["docs/tep/moi.txt"].before is None
    assert paths(changes.since(content, "viec-cua-toi")) == [ANSWER_PATH, "docs/tep/moi.txt"]
    with pytest.raises(changes.NoSuchState, match="«khong-co»"):
        changes.since(content, "khong-co")


def test_without_git_the_journal_of_the_desk_tells_what_changed(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
) -> None:
    change(desk)
    change(desk, "Họp nữa")
    deeds.start(desk, "thuat-ngu", "Mục mới")
    first, second = changes.since(content)
    assert (first.before, second.before) == (TERM.encode(), None)
    deeds.undo(desk, 3)
    assert paths(changes.since(content)) == [TERM_PATH]
    with pytest.raises(changes.NoSuchState, match="không có git"):
        changes.since(content, "main")


def told(row: compare.Row) -> tuple[str, str, str]:
    """What differs stands between brackets."""
    sides = [
        "".join(f"[{one.text}]" if one.changed else one.text for one in side)
        for side in (row.before, row.after)
    ]
    return row.label, *sides  # type: ignore[return-value]


def test_the_list_speaks_of_labels_and_titles_and_marks_single_words(
    desk: Desk,  # noqa: F811
) -> None:
    other = ANSWER.replace("là gì", "để làm gì").replace("[bao-bia]", "[bao-bia, khong-co]")
    other = other.replace("Đoạn hai.", "Đoạn hai nay dài hơn.\n\nĐoạn ba.")
    [one] = reviewed(desk, [Change(ANSWER_PATH, ANSWER.encode(), other.encode())])
    assert (one.title, one.what, one.state) == ("Họp thử để làm gì", "câu hỏi", "sửa")
    assert [told(row) for row in one.rows if not row.kept] == [
        ("Tiêu đề", "Họp thử [là] gì", "Họp thử [để làm] gì"),
        ("Nguồn", "– Báo bịa đưa tin họp thử", "– Báo bịa đưa tin họp thử[\n– khong-co]"),
        ("Nội dung", "Đoạn hai.", "Đoạn hai[ nay dài hơn]."),
        ("Nội dung", "", "[Đoạn ba.]"),
    ]
    assert [row.kept for row in one.rows if row.kept] == [1]


def test_a_file_that_cannot_be_read_is_told_line_by_line(desk: Desk) -> None:  # noqa: F811
    broken = TERM.replace("Họp thử ", "Họp: thử: hai ").encode()
    [one] = reviewed(desk, [Change(TERM_PATH, TERM.encode(), broken)])
    assert [row.label for row in one.rows if not row.kept] == ["Dòng"]
    [one] = reviewed(desk, [Change(TERM_PATH, TERM.encode(), None)])
    assert one.state == "gỡ" and {row.label for row in one.rows} >= {"Tiêu đề", "Nghĩa"}


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the command makes of a changed and a new entry of the tiny site, taken out."""
    folder = tmp_path_factory.mktemp("goi")
    place = tiny.lay_out(folder / "noi-dung")
    for words in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "docs", "data"),
        ("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "s"),
    ):
        subprocess.run(["git", *words], cwd=place, check=True, capture_output=True)
    changed = place / "docs/bai-viet/vi-sao-hat.md"
    text = changed.read_text(encoding="utf-8").replace("ăn hoa từ", "ăn lá từ")
    changed.write_text(text, encoding="utf-8", newline="\n")
    new = (
        "---\ntieu_de: Bài nháp có ảnh\nnguon: [bao-lang]\ntrang_thai: nhap\n---\n\n"
        "Xem [bài kia](bai-viet/vi-sao-hat), [trang khác](truong/lang-may).\n\n"
        "![Ảnh thử](tep/anh-thu.png)\n"
    )
    (place / "docs/bai-viet/bai-nhap.md").write_text(new, encoding="utf-8", newline="\n")
    shutil.copy(place / "docs/tep/so-do.png", place / "docs/tep/anh-thu.png")
    archive = folder / "goi.zip"
    done = commands.run(
        "export", "xem-thu", "--content", place, "--ngay", tiny.DAY.isoformat(), "--ra", archive
    )
    assert done.returncode == 0, done.stderr
    assert re.search(r"Đã gói 3 thay đổi .*\([0-9]{3} KB\).*MO-TRANG-NAY\.html", done.stdout)
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder / "ra")
    return folder / "ra"


def test_the_archive_holds_what_changed_and_what_that_needs_and_no_more(packed: Path) -> None:
    held = {one.relative_to(packed).as_posix() for one in packed.rglob("*") if one.is_file()}
    assert {one for one in held if one.endswith(".html")} == {
        "MO-TRANG-NAY.html",
        "trang/khong-kem.html",
        "trang/bai-viet/bai-nhap/index.html",
        "trang/bai-viet/vi-sao-hat/index.html",
    }
    assert "trang/tep/anh-thu.png" in held and not [one for one in held if "search" in one]
    assert sum((packed / one).stat().st_size for one in held) < 500_000
    page = (packed / "trang/bai-viet/bai-nhap/index.html").read_text(encoding="utf-8")
    assert 'href="../vi-sao-hat/index.html"' in page
    assert 'href="../../khong-kem.html"' in page and "truong/lang-may" not in page
    for one in packed.rglob("*.html"):
        html = one.read_text(encoding="utf-8")
        for address in re.findall(r' (?:href|src)="(?![a-z]+:)([^"#]+)', html):
            assert (one.parent / address).is_file(), (one.name, address)


def test_a_colleague_reads_it_from_the_disk_and_nothing_calls_out(
    packed: Path, open_page: Callable[..., Page]
) -> None:
    page = open_page(viewport={"width": 390, "height": 844})
    failed: list[str] = []
    page.on("requestfailed", lambda one: failed.append(one.url))
    page.goto((packed / pack.FIRST).as_uri())
    assert page.locator("ins").all_inner_texts() == ["lá"]
    assert page.locator("del").all_inner_texts() == ["hoa"]
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("link", name="Mở trang: Bài nháp có ảnh").click()
    assert page.get_by_role("img", name="Ảnh thử").evaluate("one => one.naturalWidth") > 0
    page.get_by_role("link", name="trang khác").click()
    page.get_by_role("link", name="Về danh sách thay đổi").click()
    assert "3 thay đổi" in page.title()
    assert not failed


def test_where_nothing_changed_there_is_no_archive_but_a_sentence(
    content: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    target = tmp_path / "x.zip"
    words = ("xem-thu", "--content", content, "--ngay", DAY.isoformat(), "--ra")
    done = commands.run("export", *words, target)
    assert (done.returncode, target.exists()) == (1, False)
    assert done.stderr.strip() == door.NOTHING
    target.write_text("của tôi")
    done = commands.run("export", *words, target)
    assert done.returncode == 1 and "đã có" in done.stderr and target.read_text() == "của tôi"


def test_a_page_that_is_no_page_of_the_site_is_only_told_of(tmp_path: Path) -> None:
    (tmp_path / "assets/css").mkdir(parents=True)
    (tmp_path / "assets/css/portal.css").write_text("a{}")
    one = Reviewed("docs/x.md", "<b>Tên & tên</b>", "bài viết", "gỡ", place="bai-viet/x/")
    raw = pack.packed(tmp_path, [one], environment(), b"", "10:00")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        first = archive.read(pack.FIRST).decode()
    assert "&lt;b&gt;Tên &amp; tên&lt;/b&gt;" in first and "Mở trang<" not in first


class Packer:
    """Stands for the command: begun, on its way, there."""

    def __init__(self) -> None:
        self.states = [Made(), Made(is_running=True), Made(raw=b"PK")]

    def begin(self) -> None:
        del self.states[0]

    def made(self) -> Made:
        return self.states[0]


def test_the_desk_makes_the_archive_while_it_goes_on_answering(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,  # noqa: F811
) -> None:
    packer = Packer()
    routes = Routes(desk, {}, lambda place: ("", ""), packer=packer)

    def ask(method: str, path: str) -> tuple[int, str]:
        answer = routes.answer(Asked(method, path))
        return answer.status, answer.body.decode()

    assert "không có gì để gói" in ask("GET", "/goi")[1]
    change(desk)
    assert "Họp thật" in ask("GET", "/goi")[1] and "/goi" in ask("GET", "/gui")[1]
    assert ask("GET", "/goi/xem-thu.zip")[0] == 409
    assert ask("POST", "/goi")[0] == 303
    assert "Đang làm gói" in ask("GET", "/goi")[1]
    packer.begin()
    assert "Tải gói xem thử" in ask("GET", "/goi")[1]
    assert ask("GET", "/goi/xem-thu.zip") == (200, "PK")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("", "mới", ([], [("mới", True)])),
        ("cũ", "", ([("cũ", True)], [])),
        (
            "họp ở xã",
            "họp ở phường",
            ([("họp ở ", False), ("xã", True)], [("họp ở ", False), ("phường", True)]),
        ),
        ("a " * compare.MOST, "b", ([("a " * compare.MOST, True)], [("b", True)])),
    ],
    ids=["thêm", "bỏ", "đổi", "dài"],
)
def test_two_texts_are_cut_where_they_differ_and_what_is_too_long_differs_whole(
    before: str, after: str, told: tuple[list[tuple[str, bool]], ...]
) -> None:
    found = [[(one.text, one.changed) for one in side] for side in compare.marked(before, after)]
    assert found == list(told)


def test_two_texts_of_the_longest_length_are_still_compared_word_by_word() -> None:
    same = "a " * (compare.MOST // 4 - 1)
    mine, _ = compare.marked(f"{same}b ", f"{same}c ")
    assert [(one.text, one.changed) for one in mine] == [(same, False), ("b", True), (" ", False)]
    longer = f"{same}b d"
    assert [one.text for one in compare.marked(longer, f"{same}c ")[0]] == [longer]


def test_paragraphs_that_stay_are_counted_and_lines_are_called_lines() -> None:
    found = list(compare.paragraphs("A.\n\n\nB.\n \nC.", "A.\n\nB.\n\nD.\n\nE."))
    assert [(one.label, one.kept) for one in found] == [("Nội dung", kept) for kept in (2, 0, 0)]
    assert [told(one)[1:] for one in found[1:]] == [("[C].", "[D]."), ("", "[E.]")]
    assert [one.label for one in compare.lines("a", "b")] == ["Dòng"]


def gathered(tmp_path: Path, html: str, *more: str) -> Mapping[str, bytes]:
    for path in ("a/index.html", "b/index.html", "img/x.png", "img/y.png", "assets/a.css", *more):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(html if path.startswith("a/") else "x", encoding="utf-8")
    (tmp_path / "assets/a.css").write_text(
        'a{b:url("../img/y.png")}c{d:url(data:x)}e{f:url(../../ngoai.png)}'
    )
    pages = frozenset({"a/index.html", "b/index.html"})
    return pack.Pack(tmp_path, pages, frozenset({"tep/t.pdf"})).gather()


def test_of_a_page_goes_what_it_loads_and_links_lead_inside_or_say_that_it_is_not_there(
    tmp_path: Path,
) -> None:
    html = (
        '<html><head><link rel="canonical" href="../b/index.html">\n'
        '<link rel="stylesheet" href="../assets/a.css">\n</head><body>'
        '<a href="../b/index.html?q=1#c">b</a><a href="../c/">c</a><a href="#d">d</a>'
        '<a href="https://e.example/">e</a><a href="">f</a><a href="../tep/t.pdf">t</a>'
        '<img alt="" src="../img/x.png"></body></html>'
    )
    held = gathered(tmp_path, html, "tep/t.pdf")
    assert set(held) == {
        "a/index.html", "b/index.html", "assets/a.css", "img/x.png", "img/y.png", "tep/t.pdf"
    }  # fmt: skip
    made = held["a/index.html"].decode()
    assert re.findall(r'<a href="([^"]*)">.</a>', made) == [
        "../b/index.html?q=1#c", "../khong-kem.html", "#d", "https://e.example/", "", "../tep/t.pdf"
    ]  # fmt: skip
    assert "canonical" not in made
    assert made.index('href="../assets/a.css"') < made.index('href="../assets/css/xem-thu.css"')
    assert '<body>\n<p class="pack">' in made and 'href="../../MO-TRANG-NAY.html"' in made


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("a/", "a/index.html"),
        ("a/#b", "a/index.html"),
        ("img/x.png", "img/x.png"),
        ("c/", ""),
        ("", ""),
        ("#b", "index.html"),
    ],
)
def test_an_address_of_the_portal_is_a_file_of_the_site_or_none(
    tmp_path: Path, place: str, page: str
) -> None:
    gathered(tmp_path, "", "index.html")
    assert pack.page_of(tmp_path, place) == page


def test_entries_are_listed_before_files_each_in_the_order_of_their_paths(
    desk: Desk,  # noqa: F811
) -> None:
    made = [
        Change("docs/tep/a.txt", None, b"a"),
        Change(TERM_PATH, TERM.encode(), None),
        Change("data/_danh-muc/b.yml", b"a", b"b"),
        Change(ANSWER_PATH, None, ANSWER.encode()),
    ]
    found = list(reviewed(desk, made))
    assert [(one.path, one.what, one.state) for one in found] == [
        (TERM_PATH, "thuật ngữ", "gỡ"),
        (ANSWER_PATH, "câu hỏi", "mới"),
        ("data/_danh-muc/b.yml", "danh mục", "sửa"),
        ("docs/tep/a.txt", "tệp đính kèm", "mới"),
    ]
    assert [one.place for one in found[2:]] == ["", "tep/a.txt"]
    assert [len(one.rows) for one in found[2:]] == [1, 1]
    [gone] = reviewed(desk, [Change("docs/tep/a.png", b"a", None)])
    assert (gone.place, gone.rows) == ("", ())
