"""Handing work on from the desk: with a real git and a bare remote, without git, and taken back."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from test_editor_desk import ANSWER, TERM, content, desk, sent, text_of  # noqa: F401

from portal.editor import apart, deeds
from portal.editor.answers import Asked
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.editor.routes import Routes
from portal.editor.screens import Screens
from portal.editor.sending import Sender
from portal.editor.troubles import NotSent
from portal.editor.work import Work

KEY = "thuat-ngu/hop-thu"
Git = Callable[..., str]


@pytest.fixture
def git(content: Path, monkeypatch: pytest.MonkeyPatch) -> Git:  # noqa: F811
    """A repository of the content, on its main branch, with nothing of this machine's settings."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(content.parent / "khong-co"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")

    def run(*words: str, at: Path = content) -> str:
        return subprocess.run(
            ["git", *words], cwd=at, check=True, capture_output=True, encoding="utf-8"
        ).stdout.strip()

    run("init", "--quiet", "--initial-branch=main")
    run("config", "user.name", "Người Thử")
    run("config", "user.email", "thu@example.org")
    run("add", "docs", "data")
    run("commit", "--quiet", "-m", "Start")
    return run


@pytest.fixture
def remote(git: Git, content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    bare = tmp_path_factory.mktemp("kho") / "chung.git"
    git("init", "--quiet", "--bare", str(bare))
    git("remote", "add", "origin", str(bare))
    git("push", "--quiet", "-u", "origin", "main")
    return bare


def change(desk: Desk, title: str = "Họp thật") -> None:  # noqa: F811
    desk.save(KEY, sent(desk, KEY, tieu_de=title))


def test_work_goes_to_a_branch_of_its_own_and_nothing_else_goes_along(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,
    remote: Path,
) -> None:
    change(desk)
    deeds.start(desk, "thuat-ngu", "Mục mới")
    (content / "rieng.txt").write_text("việc khác")
    git("add", "rieng.txt")
    told = Sender(content).send("Sửa tên", "bien-tap-1")
    assert (told.branch, told.files, told.pushed) == ("bien-tap-1", 2, True)
    assert git("log", "-1", "--format=%s", "bien-tap-1", at=remote) == "Sửa tên"
    listed = git("show", "--name-only", "--format=", "bien-tap-1", at=remote).split()
    assert listed == ["data/thuat-ngu/hop-thu.yml", "data/thuat-ngu/muc-moi.yml"]
    assert git("diff", "--cached", "--name-only") == "rieng.txt"
    with pytest.raises(NotSent, match="Không có gì mới"):
        Sender(content).send("Sửa tên", "bien-tap-2")
    change(desk, "Họp nữa")
    assert Sender(content).send("Sửa nữa", "bien-tap-3").branch == "bien-tap-1"


def test_a_refused_push_loses_nothing_and_says_what_to_do(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,
    remote: Path,
    tmp_path: Path,
) -> None:
    change(desk)
    Sender(content).send("Sửa tên", "chung-tay")
    other = tmp_path / "nguoi-khac"
    git("clone", "--quiet", "--branch", "chung-tay", str(remote), str(other))
    named = ("-c", "user.name=B", "-c", "user.email=b@example.org")
    git(*named, "commit", "--quiet", "--allow-empty", "-m", "Việc của B", at=other)
    git("push", "--quiet", at=other)
    change(desk, "Họp nữa")
    with pytest.raises(NotSent, match=r"bản mới hơn.*Lấy bản mới"):
        Sender(content).send("Sửa nữa", "x")
    assert git("log", "-1", "--format=%s") == "Sửa nữa"
    assert Sender(content).state().unsent == 1
    git("pull", "--quiet", "--no-rebase", "--no-edit")
    told = Sender(content).send("", "x")
    assert told.pushed and not Sender(content).state().unsent


def test_a_head_without_a_branch_gets_one(desk: Desk, content: Path, git: Git) -> None:  # noqa: F811
    git("checkout", "--quiet", "--detach")
    change(desk)
    told = Sender(content).send("Sửa tên", "bien-tap-1")
    assert not told.pushed
    assert git("branch", "--show-current") == "bien-tap-1"


def test_a_rebase_that_is_not_over_is_left_alone(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,
) -> None:
    change(desk)
    (content / ".git" / "rebase-merge").mkdir()
    with pytest.raises(NotSent, match="ghép dở"):
        Sender(content).send("Sửa tên", "bien-tap-1")
    assert git("branch", "--show-current") == "main"


def test_who_has_no_name_is_asked_for_one(desk: Desk, content: Path, git: Git) -> None:  # noqa: F811
    git("config", "--unset", "user.name")
    git("config", "--unset", "user.email")
    change(desk)
    sender = Sender(content)
    assert not sender.state().named
    sender.send("Sửa tên", "bien-tap-1", "Lê Thị Thử", "thu@example.org")
    assert git("log", "-1", "--format=%an") == "Lê Thị Thử"


def test_without_git_the_changed_files_are_handed_out(desk: Desk, content: Path) -> None:  # noqa: F811
    change(desk)
    work = Work(desk, Screens(desk), lambda: "x")
    work.sender.git.program = None
    assert "Tải các tệp đã sửa" in work.ready(Asked("GET", "/gui")).body.decode()
    with zipfile.ZipFile(io.BytesIO(work.archive(None).body)) as archive:  # type: ignore[arg-type]
        assert archive.namelist() == ["data/thuat-ngu/hop-thu.yml"]
        assert "Họp thật" in archive.read("data/thuat-ngu/hop-thu.yml").decode()


def test_a_deed_is_taken_back_while_nobody_went_on(desk: Desk, content: Path) -> None:  # noqa: F811
    change(desk)
    key = deeds.start(desk, "thuat-ngu", "Mục mới")
    new, saved = desk.journal.all()
    assert (new.before, saved.before) == (None, TERM)
    deeds.undo(desk, saved.number)
    assert text_of(content, KEY) == TERM
    deeds.undo(desk, new.number)
    assert key not in desk.now().items
    with pytest.raises(Refused, match="đã có sửa thêm"):
        deeds.undo(desk, saved.number)
    assert [one.undoes for one in desk.journal.all()] == [new.number, saved.number, 0, 0]
    deeds.undo(desk, desk.journal.all()[1].number)
    assert "Họp thật" in text_of(content, KEY)


def test_two_editors_on_one_entry_are_put_together_key_by_key(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: Git,
    remote: Path,
    tmp_path: Path,
) -> None:
    change(desk, "Tên của tôi")
    sender = Sender(content)
    sender.send("Sửa tên", "chung-tay")
    other = tmp_path / "nguoi-khac"
    git("clone", "--quiet", "--branch", "chung-tay", str(remote), str(other))
    place = other / "data/thuat-ngu/hop-thu.yml"
    theirs = TERM.replace("Họp thử", "Tên của họ").replace("họp nháp", "họp nháp, họp rộng")
    place.write_text(theirs, encoding="utf-8", newline="\n")
    named = ("-c", "user.name=B", "-c", "user.email=b@example.org")
    git(*named, "commit", "--quiet", "-am", "Việc của B", at=other)
    git("push", "--quiet", at=other)
    change(desk, "Tên tôi chọn")
    with pytest.raises(NotSent, match="Lấy bản mới"):
        sender.send("Sửa nữa", "x")
    desk.keep(KEY, sent(desk, KEY, nghia="Đang gõ dở"))
    work = Work(desk, Screens(desk), lambda: "x")
    work.pull(Asked("POST", "/lay"))
    told = work.ready(Asked("GET", "/gui", {"da": "xong"})).body.decode()
    assert "1 tệp hai người cùng sửa" in told
    with pytest.raises(NotSent, match="chưa chọn xong"):
        sender.send("Ghép", "x")
    routes = Routes(desk, {}, lambda place: ("", ""))
    told = routes.answer(Asked("GET", f"/muc/{KEY}")).body.decode()
    assert "Tên tôi chọn" in told and "Tên của họ" in told and f"/ghep-kho/{KEY}" in told
    work.merge(Asked("POST", "", pairs=[("tieu_de", "toi"), ("cach_goi_khac", "tep")]), KEY)
    mended = (content / "data/thuat-ngu/hop-thu.yml").read_text(encoding="utf-8")
    assert mended == theirs.replace("Tên của họ", "Tên tôi chọn")
    assert desk.drafts.get(KEY), "what was being typed meanwhile is still there"
    found = apart.stand_off(desk, KEY)
    assert found and [one.key for one in found[1] if one.mine_changed] == ["nghia"]
    told = sender.send("Ghép", "x")
    assert told.pushed and not sender.state().unsent
    assert git("show", "chung-tay:data/thuat-ngu/hop-thu.yml", at=remote).startswith("# Lời chú")


def test_a_git_that_is_busy_is_waited_for(desk: Desk, content: Path, git: Git) -> None:  # noqa: F811
    change(desk)
    lock = content / ".git" / "index.lock"
    lock.touch()
    with pytest.raises(NotSent, match=r"git khác đang làm việc.*đợi một phút"):
        Sender(content).send("Sửa tên", "bien-tap-1")
    lock.unlink()
    assert Sender(content).send("Sửa tên", "bien-tap-1").files == 1
