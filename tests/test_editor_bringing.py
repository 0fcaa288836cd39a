"""«Lấy bản mới» and the next «Gửi»: what is published comes in, what is not sent is kept.

With a real git and a bare remote; the entries are made up.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from test_editor_desk import ANSWER, TERM, desk, sent, small, text_of  # noqa: F401
from test_editor_sending import KEY, Git, change, git, remote  # noqa: F401

from portal.editor.answers import Asked
from portal.editor.desk import Desk
from portal.editor.routes import Routes
from portal.editor.sending import Sender
from portal.editor.troubles import SAID, NotSent
from portal.editor.work import Work

PATH, OTHER = "data/thuat-ngu/hop-thu.yml", "docs/hoi-dap/hop-thu-la-gi.md"
ANSWER_KEY = "hoi-dap/hop-thu-la-gi"
BRANCH = "bien-tap-1"
Colleague = Callable[..., None]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Without faults: the exceptions of the real content are not needed here."""
    made = small(tmp_path)
    (made / "data/_danh-muc/ngoai-le.yml").unlink()
    return made


@pytest.fixture
def colleague(git: Git, remote: Path, tmp_path_factory: pytest.TempPathFactory) -> Colleague:  # noqa: F811
    """Somebody who writes into what is published; `takes`: a branch, merged or in one commit."""
    place = tmp_path_factory.mktemp("khac") / "kho"
    git("clone", "--quiet", "--branch", "main", str(remote), str(place))
    git("config", "user.name", "Trần Văn Bịa", at=place)
    git("config", "user.email", "b@example.org", at=place)

    def does(path: str = "", text: str = "", takes: str = "", drops: str = "", **how: bool) -> None:
        git("pull", "--quiet", "origin", "main", at=place)
        if takes:
            git("fetch", "--quiet", "origin", at=place)
            words = ("--squash",) if how.get("squashed") else ("--no-ff", "--no-edit")
            git("merge", "--quiet", *words, f"origin/{takes}", at=place)
            if how.get("squashed"):
                git("commit", "--quiet", "-m", "Nhận", at=place)
        if path:
            (place / path).write_text(text, encoding="utf-8", newline="\n")
            git("add", "--all", at=place)
            git("commit", "--quiet", "-m", "Việc của đồng nghiệp", at=place)
        git("push", "--quiet", "origin", "main", at=place)
        if drops:
            git("push", "--quiet", "origin", "--delete", drops, at=place)

    return does


@pytest.fixture
def work(desk: Desk) -> Work:  # noqa: F811
    names = iter(f"bien-tap-{number}" for number in range(1, 9))
    return Routes(desk, {}, lambda place: ("", ""), lambda: next(names)).work


def told(work: Work) -> str:
    html = work.ready(Asked("GET", "/gui", {"da": "xong"})).body.decode()
    found = re.search(r"data-told>(.*?)</div>", html, re.DOTALL)
    return re.sub(r"<[^>]+>", " ", found[1]) if found else ""


def pull(work: Work) -> str:
    assert work.pull(Asked("POST", "/lay")).status == 303
    return told(work)


def send(work: Work, *ticked: str) -> str:
    pairs = [("loi-nhan", "Việc của tôi"), *(("tep", one) for one in ticked)]
    pairs += [("chon", "co")] if ticked else []
    assert work.send(Asked("POST", "/gui", pairs=pairs)).status == 303
    return told(work)


def test_what_was_published_meanwhile_comes_also_while_work_is_not_sent(
    desk: Desk,  # noqa: F811
    content: Path,
    git: Git,  # noqa: F811
    work: Work,
    colleague: Colleague,
) -> None:
    change(desk, "Tên của tôi")
    assert "Đã gửi tới kho chung: nhánh bien-tap-1, 1 tệp." in send(work)
    change(desk, "Tên tôi sửa tiếp")
    (content / "rieng.txt").write_text("việc khác")
    git("add", "rieng.txt")
    colleague(OTHER, ANSWER.replace("Đoạn hai.", "Đoạn hai của họ."))
    assert "Đã lấy bản mới." in pull(work)
    assert "Đoạn hai của họ." in text_of(content, ANSWER_KEY)
    assert "Tên tôi sửa tiếp" in text_of(content, KEY)
    state = work.sender.state()
    assert (state.paths, state.branch, state.merging) == ((PATH,), "bien-tap-1", ())
    assert git("diff", "--cached", "--name-only") == "rieng.txt", "what is staged stays staged"
    assert "bản mới nhất" in pull(work)
    assert "bien-tap-1, 1 tệp." in send(work), "the files of the colleague are not counted"


@pytest.mark.parametrize("is_sent", [True, False], ids=["sent", "not sent"])
def test_the_same_field_changed_by_two_is_shown_side_by_side_with_who_and_when(
    is_sent: bool,
    desk: Desk,  # noqa: F811
    content: Path,
    git: Git,  # noqa: F811
    remote: Path,  # noqa: F811
    work: Work,
    colleague: Colleague,
) -> None:
    change(desk, "Tên của tôi")
    if is_sent:
        send(work)
    colleague(PATH, TERM.replace("Họp thử", "Tên của họ").replace("họp nháp", "họp rộng"))
    assert "1 tệp hai người cùng sửa" in pull(work)
    assert work.sender.state().merging == (PATH,)
    assert "chưa chọn xong" in send(work)
    screen = work.conflict(KEY)
    assert screen
    html = screen.body.decode()
    assert "<h1>Tên của tôi: hai người cùng sửa</h1>" in html, "by its title, not its code"
    assert "Tên của tôi" in html and "Tên của họ" in html
    assert re.search(r"Trần Văn Bịa đã sửa .*?, gửi lúc \d\d:\d\d ngày \d\d/", html)
    chosen = [("tieu_de", "toi"), ("cach_goi_khac", "tep")]
    work.merge(Asked("POST", "", pairs=chosen), KEY)
    assert "Tên của họ" in text_of(content, KEY), "nothing is written before it was looked at"
    draft = desk.drafts.get(KEY)
    assert draft
    desk.save(KEY, [*draft.pairs, ("goc", desk.open(KEY).base)])
    right = TERM.replace("Họp thử", "Tên của tôi").replace("họp nháp", "họp rộng")
    assert text_of(content, KEY) == right
    assert f"nhánh {BRANCH}, 1 tệp" in send(work)
    assert git("show", f"{BRANCH}:{PATH}", at=remote) == right.strip()
    assert not git("rev-list", "main", f"^{BRANCH}", at=remote), "it can be taken over at once"


@pytest.mark.parametrize("squashed", [True, False], ids=["squashed", "merged"])
@pytest.mark.parametrize("dropped", [True, False], ids=["deleted", "kept"])
def test_a_branch_that_was_taken_over_is_left_and_a_new_one_begins_at_what_is_published(
    squashed: bool,
    dropped: bool,
    desk: Desk,  # noqa: F811
    content: Path,
    git: Git,  # noqa: F811
    remote: Path,  # noqa: F811
    work: Work,
    colleague: Colleague,
) -> None:
    change(desk, "Tên của tôi")
    send(work)
    colleague(takes=BRANCH, squashed=squashed, drops=BRANCH if dropped else "")
    theirs = TERM.replace("Họp thử", "Tên họ sửa sau").replace("họp nháp", "họp rộng")
    colleague(PATH, theirs)
    desk.save(ANSWER_KEY, sent(desk, ANSWER_KEY, tieu_de="Câu hỏi của tôi"))
    again = Work(desk, work.screens, work.branch)  # the desk was closed and opened
    assert f"Nhánh {BRANCH} đã được nhận hoặc đã xoá" in pull(again)
    assert text_of(content, KEY) == theirs, "what is published stands, not what I once sent"
    assert again.sender.state().paths == (OTHER,)
    assert "nhánh bien-tap-2, 1 tệp" in send(again)
    assert git("log", "--format=%s", "main..bien-tap-2", at=remote) == "Việc của tôi"
    assert git("diff", "--name-only", "main", "bien-tap-2", at=remote) == OTHER


def test_sending_leaves_such_a_branch_by_itself(
    desk: Desk,  # noqa: F811
    git: Git,  # noqa: F811
    remote: Path,  # noqa: F811
    work: Work,
    colleague: Colleague,
) -> None:
    change(desk, "Tên của tôi")
    send(work)
    colleague(takes=BRANCH, squashed=True, drops=BRANCH)
    change(desk, "Tên tôi sửa tiếp")
    assert "nhánh bien-tap-2, 1 tệp" in send(work)
    assert git("branch", "--format=%(refname:short)", at=remote).split() == ["bien-tap-2", "main"]
    assert git("log", "--format=%s", "main..bien-tap-2", at=remote) == "Việc của tôi"


def test_a_branch_that_was_deleted_without_being_taken_loses_nothing(
    desk: Desk,  # noqa: F811
    content: Path,
    git: Git,  # noqa: F811
    remote: Path,  # noqa: F811
    work: Work,
    colleague: Colleague,
) -> None:
    change(desk, "Tên của tôi")
    send(work)
    git("remote", "set-url", "--push", "origin", str(remote / "khong-co"))
    desk.save(ANSWER_KEY, sent(desk, ANSWER_KEY, tieu_de="Câu hỏi của tôi"))
    assert "Chưa nối được tới kho chung" in send(work)
    assert work.sender.state().unsent == 1
    git("remote", "set-url", "--push", "origin", str(remote))
    colleague("data/nguon/moi.yml", "tieu_de: Báo bịa\n", drops=BRANCH)
    assert "Việc chưa gửi vẫn còn nguyên" in pull(work)
    assert sorted(work.sender.state().paths) == [PATH, OTHER]
    assert "Tên của tôi" in text_of(content, KEY)
    assert "Câu hỏi của tôi" in text_of(content, ANSWER_KEY)
    assert (content / "data/nguon/moi.yml").is_file()


def test_what_cannot_be_chosen_from_stands_as_published_and_mine_is_put_aside(
    desk: Desk,  # noqa: F811
    content: Path,
    git: Git,  # noqa: F811
    work: Work,
    colleague: Colleague,
) -> None:
    path = "data/_danh-muc/tu-dong-nghia.yml"
    text = (content / path).read_text(encoding="utf-8")
    (content / path).write_text(f"# của tôi\n{text}", encoding="utf-8")
    colleague(path, f"# của họ\n{text}")
    assert f"Người khác cũng sửa {path}" in pull(work)
    assert (content / path).read_text(encoding="utf-8").startswith("# của họ")
    [aside] = (content / ".ban-nhap/da-bo").iterdir()
    assert aside.read_text(encoding="utf-8").startswith("# của tôi")


def test_an_entry_taken_away_by_one_and_changed_by_the_other_stays(
    desk: Desk,  # noqa: F811
    content: Path,
    git: Git,  # noqa: F811
    work: Work,
    colleague: Colleague,
) -> None:
    (content / PATH).unlink()
    theirs = TERM.replace("Họp thử", "Tên của họ")
    colleague(PATH, theirs)
    assert "Một người gỡ, một người sửa" in pull(work)
    assert text_of(content, KEY) == theirs


@pytest.mark.parametrize("does", ["pull", "send"])
def test_a_remote_that_is_not_reached_is_told_in_a_sentence(
    does: str,
    desk: Desk,  # noqa: F811
    content: Path,
    git: Git,  # noqa: F811
    remote: Path,  # noqa: F811
    work: Work,
) -> None:
    git("remote", "set-url", "origin", str(remote.parent / "khong-co.git"))
    change(desk, "Tên của tôi")
    said = pull(work) if does == "pull" else send(work)
    assert "Chưa nối được tới kho chung" in said and "Cách làm" in said
    assert "fatal" not in said and "Tên của tôi" in text_of(content, KEY)
    assert "khong-co" in (content / SAID).read_text(encoding="utf-8"), "for who knows git"


def test_files_that_somebody_else_left_open_stop_it_before_anything_is_touched(
    desk: Desk,  # noqa: F811
    content: Path,
    git: Git,  # noqa: F811
    work: Work,
    colleague: Colleague,
) -> None:
    change(desk, "Tên của tôi")
    colleague("README.md", "Của họ\n")
    (content / "README.md").write_text("Của tôi\n", encoding="utf-8")
    before = git("rev-parse", "HEAD")
    assert "tệp ngoài phần nội dung" in pull(work)
    assert git("rev-parse", "HEAD") == before
    assert "Tên của tôi" in text_of(content, KEY)
    assert (content / "README.md").read_text(encoding="utf-8") == "Của tôi\n"


def test_content_below_another_folder_of_a_repository_is_brought_as_well(
    tmp_path: Path,
    content: Path,
    git: Git,  # noqa: F811
    remote: Path,  # noqa: F811
) -> None:
    place, other = tmp_path / "ca-kho", tmp_path / "khac"
    git("clone", "--quiet", "--branch", "main", str(remote), str(place))
    for at in (place,):
        git("config", "user.name", "A", at=at)
        git("config", "user.email", "a@example.org", at=at)
        (at / "trong").mkdir()
        git("mv", "docs", "data", "trong", at=at)
        git("commit", "--quiet", "-am", "Chuyển", at=at)
        git("push", "--quiet", at=at)
    git("clone", "--quiet", "--branch", "main", str(remote), str(other))
    theirs = other / "trong" / PATH
    theirs.write_text(TERM.replace("Họp thử", "Tên của họ"), encoding="utf-8")
    named = ("-c", "user.name=B", "-c", "user.email=b@example.org")
    git(*named, "commit", "--quiet", "-am", "Của họ", at=other)
    git("push", "--quiet", at=other)
    mine = place / "trong" / PATH
    mine.write_text(TERM.replace("Họp thử", "Tên của tôi"), encoding="utf-8")
    sender = Sender(place / "trong")
    assert sender.pull().met == (PATH,)
    assert sender.sides(PATH)
    with pytest.raises(NotSent, match="chưa chọn xong"):
        sender.pull()
