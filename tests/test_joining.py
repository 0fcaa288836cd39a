"""Two states of a repository put together in an index of their own, file by file; which register
counts as published; and what the page of «Gửi» says first. With a real git, the files made up.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from test_editor_desk import content, desk  # noqa: F401
from test_editor_sending import change, git, remote  # noqa: F401

from portal.editor.bringing import Bringer, Brought
from portal.editor.desk import Desk
from portal.editor.git import Git
from portal.editor.joining import Joined, Joiner, stages
from portal.editor.registering import settled
from portal.editor.screens import BAD, GOOD, NOTE, Told
from portal.editor.sending import Sender, Sent
from portal.editor.troubles import BRING, NotSent
from portal.editor.work import Work, _brought, _sent

Files = dict[str, bytes | None]
BEFORE = b"m\xc3\xb4t\nhai\nba\nb\xe1\xbb\x91n\nn\xc4\x83m\n"
RUN = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RUN:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path.parent / "khong-co"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")

    def run(*words: str) -> str:
        done = subprocess.run(
            ["git", *words], cwd=tmp_path, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout.strip()

    run("init", "--quiet", "--initial-branch=main")
    run("config", "user.name", "Người Thử")
    run("config", "user.email", "thu@example.org")
    return run


@pytest.fixture
def tree(run: RUN, tmp_path: Path) -> Callable[[Files], str]:
    """A tree of some files; the index of the folder is not asked for afterwards."""

    def tree(files: Files) -> str:
        run("read-tree", "--empty")
        for path, raw in files.items():
            if raw is not None:
                file = tmp_path / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(raw)
                id = run("hash-object", "-w", "--no-filters", path)
                run("update-index", "--add", "--cacheinfo", f"100644,{id},{path}")
        return run("write-tree")

    return tree


@pytest.fixture
def join(run: RUN, tree: Callable[[Files], str], tmp_path: Path) -> Callable[..., Any]:
    def join(before: Files, mine: Files, theirs: Files) -> Any:
        joiner = Joiner(Git(tmp_path))
        trees = [tree({**before, **one}) for one in ({}, mine, theirs)]
        index = (tmp_path / ".git/index").read_bytes()
        joined = joiner.join(*trees)
        assert (tmp_path / ".git/index").read_bytes() == index, "the index of the folder is not his"

        def read(tree: str, path: str) -> bytes | None:
            return Git(tmp_path).raw("cat-file", "blob", f"{tree}:{path}")

        return joined, lambda path: read(joined.tree, path), joiner, read

    return join


def test_what_two_changed_in_different_lines_is_joined_and_nobody_is_asked(
    join: Callable[..., Any],
) -> None:
    mine, theirs = BEFORE.replace("một".encode(), b"MOT"), BEFORE.replace("năm".encode(), b"NAM")
    joined, read, joiner, _ = join(
        {"data/a.yml": BEFORE}, {"data/a.yml": mine}, {"data/a.yml": theirs}
    )
    both = mine.replace("năm".encode(), b"NAM")
    assert (joined.met, joined.returned, read("data/a.yml")) == ({}, (), both)
    assert joiner.with_theirs(joined) == joined.tree


def test_what_only_one_changed_added_or_took_away_is_as_he_has_it(
    join: Callable[..., Any],
) -> None:
    joined, read, _, _ = join(
        {"data/a.yml": BEFORE, "data/b.yml": b"b\n"},
        {"data/a.yml": b"moi\n", "docs/c.md": b"c\n"},
        {"data/b.yml": None, "docs/d.md": b"d\n"},
    )
    assert (joined.met, joined.returned) == ({}, ())
    assert [read(path) for path in ("data/a.yml", "data/b.yml", "docs/c.md", "docs/d.md")] == [
        *(b"moi\n", None, b"c\n", b"d\n"),
    ]


def test_what_two_changed_in_one_line_is_told_with_all_three_sides(
    join: Callable[..., Any],
) -> None:
    sides = [BEFORE.replace(b"ba", word) for word in (b"BA", b"ba ba")]
    path = "data/a.yml"
    joined, read, joiner, there = join({path: BEFORE}, {path: sides[0]}, {path: sides[1]})
    assert list(joined.met) == [path] and sorted(joined.met[path]) == [1, 2, 3]
    marked = read(path)
    assert marked.index(b"<<<<<<< ") < marked.index(b"BA") < marked.index(b"ba ba")
    assert "Bản của tôi" in marked.decode() and "Bản trong kho" in marked.decode()
    assert there(joiner.with_theirs(joined), path) == sides[1]
    lines = list(stages(path, joined.met[path]))
    assert lines[0] == f"0 {'0' * 40}\t{path}"
    assert [line.split()[2] for line in lines[1:]] == ["1", "2", "3"]


def test_two_new_files_of_one_name_meet_and_what_is_no_text_is_theirs(
    join: Callable[..., Any],
) -> None:
    joined, read, _, _ = join({"x": b""}, {"a.yml": b"toi\n"}, {"a.yml": b"ho\n"})
    assert sorted(joined.met["a.yml"]) == [2, 3]
    assert b"toi" in read("a.yml") and b"ho" in read("a.yml")
    joined, read, _, _ = join({"a.png": b"\0a"}, {"a.png": b"\0toi"}, {"a.png": b"\0ho"})
    assert list(joined.met) == ["a.png"] and read("a.png") == b"\0ho"


def test_what_one_took_away_and_the_other_changed_stays_as_changed_and_is_told(
    join: Callable[..., Any],
) -> None:
    for mine, theirs in (
        ({"a.yml": None}, {"a.yml": b"moi\n"}),
        ({"a.yml": b"moi\n"}, {"a.yml": None}),
    ):
        joined, read, _, _ = join({"a.yml": BEFORE, "x": b""}, mine, theirs)
        assert (joined.met, joined.returned) == ({}, ("a.yml",))
        assert read("a.yml") == b"moi\n"


def test_of_a_file_whose_lines_are_a_set_all_lines_of_both_stay(
    join: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / ".gitattributes").write_text("so.txt merge=union\n", encoding="utf-8")
    joined, read, _, _ = join({"so.txt": b"a\n"}, {"so.txt": b"a\nb\n"}, {"so.txt": b"a\nc\n"})
    assert joined.met == {} and sorted(read("so.txt").split()) == [b"a", b"b", b"c"]


def test_what_git_refuses_is_told_for_the_button(run: RUN, tmp_path: Path) -> None:
    with pytest.raises(NotSent, match=BRING):
        Joiner(Git(tmp_path)).join("khong", "co", "cay")
    assert Joined("x").met == {}


# Which register is published


def test_the_register_of_the_site_counts_before_that_of_the_last_commit(
    run: RUN, tmp_path: Path
) -> None:
    own = Git(tmp_path)
    assert settled(own, "so.txt") is None
    (tmp_path / "so.txt").write_text("a\nb\n", encoding="utf-8")
    run("add", "so.txt")
    run("commit", "--quiet", "-m", "Một")
    assert settled(own, "so.txt") == {"a", "b"}
    assert settled(own, "khac.txt") is None
    run("update-ref", "refs/remotes/origin/main", "HEAD")
    run("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    (tmp_path / "so.txt").write_text("a\nb\nc\n", encoding="utf-8")
    run("commit", "--quiet", "-am", "Hai")
    assert settled(own, "so.txt") == {"a", "b"}, "the branch of the site has no «c»"
    own.program = None
    assert settled(own, "so.txt") is None


@pytest.mark.parametrize("main", ["behind", "own work", "elsewhere", "none"])
def test_a_branch_that_is_left_leads_to_the_published_one_where_that_holds_nothing_else(
    main: str, run: RUN, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    run("commit", "--quiet", "--allow-empty", "-m", "Một")
    first = run("rev-parse", "HEAD")
    run("switch", "--quiet", "--create", "bien-tap-1")
    run("commit", "--quiet", "--allow-empty", "-m", "Đã đăng")
    published = run("rev-parse", "HEAD")
    if main == "own work":
        own = run("commit-tree", f"{first}^{{tree}}", "-p", first, "-m", "Việc riêng")
        run("update-ref", "refs/heads/main", own)
    elif main == "elsewhere":
        run("worktree", "add", "--quiet", str(tmp_path_factory.mktemp("khac") / "cay"), "main")
    elif main == "none":
        run("branch", "--quiet", "-D", "main")
    before = "" if main == "none" else run("rev-parse", "main")
    Bringer(Git(tmp_path), lambda path: True, lambda path, raw: None)._leave(published, "main")
    assert run("rev-parse", "HEAD") == published
    is_free = main in ("behind", "none")
    assert run("branch", "--show-current") == ("main" if is_free else "")
    assert run("rev-parse", "main") == (published if is_free else before)
    assert run("rev-parse", "bien-tap-1") == published


def test_a_join_that_somebody_began_with_git_is_ended_by_sending(
    desk: Desk,  # noqa: F811
    content: Path,  # noqa: F811
    git: RUN,  # noqa: F811
    remote: Path,  # noqa: F811
) -> None:
    git("switch", "--quiet", "--create", "bien-tap-1")
    git("push", "--quiet", "-u", "origin", "bien-tap-1")
    git("switch", "--quiet", "--create", "khac")
    git("commit", "--quiet", "--allow-empty", "-m", "Việc khác")
    git("switch", "--quiet", "bien-tap-1")
    git("merge", "--quiet", "--no-ff", "--no-commit", "khac")
    change(desk)
    sent = Sender(content).send("Ghép và sửa", "x")
    assert (sent.branch, sent.pushed) == ("bien-tap-1", True)
    assert not (content / ".git/MERGE_HEAD").exists()
    assert git("log", "--merges", "--format=%s", "origin/bien-tap-1") == "Ghép và sửa"
    assert "Họp thật" in git("show", "origin/bien-tap-1:data/thuat-ngu/hop-thu.yml")


# What is told first


def test_what_was_sent_or_brought_is_told_with_what_is_left_to_do() -> None:
    assert _sent(Sent("b", 2, True, "")).text == "Đã gửi tới kho chung: nhánh b, 2 tệp."
    assert _sent(Sent("b", 2, False, "")).text == "Đã ghi trong máy: nhánh b, 2 tệp."
    nothing = _brought(Brought(False))
    assert nothing == Told("Không có gì mới: bạn đang có bản mới nhất.", GOOD)
    assert _brought(Brought(True)) == Told("Đã lấy bản mới.", GOOD)
    met = _brought(Brought(True, ("a", "b")))
    assert met == Told("Đã lấy bản mới; 2 tệp hai người cùng sửa, chờ bạn chọn.", NOTE)
    theirs = _brought(Brought(True, (), ("a.yml", "b.yml")))
    assert (theirs.text, theirs.tone) == ("Đã lấy bản mới.", NOTE)
    assert theirs.more.startswith("Người khác cũng sửa a.yml, b.yml: ")
    back = _brought(Brought(True, (), (), ("a.yml",)))
    assert (back.tone, "Một người gỡ, một người sửa: a.yml." in back.more) == (NOTE, True)
    left = _brought(Brought(True, (), (), (), "bien-tap-1"))
    assert (left.tone, left.more.startswith("Nhánh bien-tap-1 đã được nhận")) == (GOOD, True)
    assert len(_brought(Brought(True, (), ("a",), ("b",), "c")).more.split("\n")) == 3


def test_words_that_were_refused_stay_and_others_are_proposed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[tuple[Any, ...]] = []
    work: Any = object.__new__(Work)
    work.screens = SimpleNamespace(send=lambda *given: told.append(given) or "trang")
    work.said = (Told("Chưa gửi.", BAD), "https://bia.example/", "Lời của tôi")
    monkeypatch.setattr(Work, "_state", lambda self: "tình trạng")
    monkeypatch.setattr(Work, "_lines", lambda self, state: ["dòng"])
    monkeypatch.setattr("portal.editor.work.choice.words", lambda found: f"Sửa {len(found)} mục")
    work.ready(SimpleNamespace(query={"da": "xong"}))
    work.ready(SimpleNamespace(query={}))
    work.said = (Told("Đã gửi.", GOOD), "", "")
    work.ready(SimpleNamespace(query={"da": "xong"}))
    assert [given[2] for given in told] == ["Lời của tôi", "Sửa 1 mục", "Sửa 1 mục"]
    assert [given[3].text for given in told] == ["Chưa gửi.", "", "Đã gửi."]
    assert [given[4] for given in told] == ["https://bia.example/", "", ""]
