"""One folder in the place of another: whole, at once, by one build at a time, after any kill."""

from __future__ import annotations

import json
import os
import shutil
import stat
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import claim
import inventory
import pytest
import swap
from target import BadTarget

EXCHANGES = [True, False]


@pytest.fixture(params=EXCHANGES, ids=["in one step", "in two"], autouse=True)
def exchange(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Systems that let two folders change places, and those that do not."""
    if not request.param:
        monkeypatch.setattr(swap, "_exchange", lambda *_: False)
    return bool(request.param)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "www" / "site"


def nothing(*_: object) -> None:
    """Neither told nor done."""


def fill(
    site: Path,
    text: str,
    patience: float = 60,
    before: Callable[[], object] = nothing,
    wait: Callable[[str], None] = nothing,
) -> None:
    """A little site in that place; `before` it is put there, something else happens."""
    judge = partial(inventory.refuse_occupied, site, site.parent)
    with swap.replacing(site, judge, wait, patience) as fresh:
        (fresh / "truong").mkdir(parents=True)
        for name in ("index.html", "truong/index.html"):
            (fresh / name).write_text(text, encoding="utf-8")
        inventory.mark(fresh)
        before()


def shows(site: Path) -> str:
    """What a whole site says."""
    assert inventory.is_whole(site)
    (text,) = {(site / name).read_text(encoding="utf-8") for name in inventory.mark(site)}
    return text


def beside(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir() if path != site)


def test_a_folder_comes_whole_and_is_replaced_whole(site: Path) -> None:
    for text in ("một", "hai", "ba"):
        fill(site, text)
        assert (shows(site), beside(site)) == (text, [])


@pytest.mark.parametrize("fault", [OSError(28, "đầy"), KeyboardInterrupt(), ZeroDivisionError()])
def test_a_fault_leaves_the_old_folder_and_nothing_beside_it(
    fault: BaseException, site: Path
) -> None:
    def fail() -> None:
        raise fault

    with pytest.raises(type(fault)):
        fill(site, "không bao giờ", before=fail)
    assert not site.parent.exists(), "thư mục tạo dọc đường cũng không để lại"
    fill(site, "cũ")
    with pytest.raises(type(fault)):
        fill(site, "mới", before=fail)
    assert (shows(site), beside(site)) == ("cũ", [])


def test_nobody_else_can_look_into_a_folder_in_the_making(site: Path) -> None:
    def look() -> None:
        (work,) = site.parent.glob(".site.*.dung")
        if os.name == "posix":
            assert stat.S_IMODE(work.stat().st_mode) == 0o700
        told = json.loads((work / "dang-dung.json").read_text(encoding="utf-8"))
        assert (told["target"], told["pid"]) == ("site", os.getpid())

    fill(site, "một", before=look)


def test_two_at_once_come_one_after_the_other(site: Path) -> None:
    waits, told = threading.Event(), []

    def wait(holder: str) -> None:
        told.append(holder)
        waits.set()

    def begin_the_second() -> None:
        thread.start()
        assert waits.wait(60)

    thread = threading.Thread(target=lambda: fill(site, "hai", wait=wait))
    fill(site, "một", before=begin_the_second)
    thread.join(60)
    assert (shows(site), beside(site)) == ("hai", [])
    assert len(told) == 1
    assert str(os.getpid()) in told[0]


def test_who_waited_long_enough_is_told_by_whom_it_is_being_built(site: Path) -> None:
    def second() -> None:
        with pytest.raises(BadTarget, match=f"đang được tiến trình {os.getpid()} trên máy.*treo"):
            fill(site, "hai", patience=0)

    fill(site, "một", before=second)
    assert shows(site) == "một"


def test_a_file_put_there_while_it_was_being_made_is_kept(site: Path) -> None:
    def put() -> None:
        (site / "ghi-chu.txt").write_text("của tôi", encoding="utf-8")

    fill(site, "một")
    with pytest.raises(BadTarget, match="ghi-chu"):
        fill(site, "hai", before=put)
    assert (site / "ghi-chu.txt").read_text(encoding="utf-8") == "của tôi"
    assert inventory.is_whole(site)


def test_a_file_that_took_the_place_of_the_folder_is_kept(site: Path) -> None:
    fill(site, "một")

    def put() -> None:
        shutil.rmtree(site)
        site.write_text("của tôi", encoding="utf-8")

    with pytest.raises(BadTarget, match="là một tệp"):
        fill(site, "hai", before=put)
    assert site.read_text(encoding="utf-8") == "của tôi"


OTHERS = [".site.moi", ".site.cu", ".site.abcdefgh.dung", ".site2.abcdefgh.dung", ".site.dung"]


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("there", [True, False], ids=["beside a site", "without one"])
def test_what_others_keep_beside_a_site_stays(name: str, there: bool, site: Path) -> None:
    if there:
        fill(site, "một")
    (site.parent / name).mkdir(parents=True)
    (site.parent / name / "404.html").write_text("của tôi", encoding="utf-8")
    fill(site, "hai")
    assert (shows(site), beside(site)) == ("hai", [name])
    assert (site.parent / name / "404.html").read_text(encoding="utf-8") == "của tôi"


def left_behind(site: Path, host: str = "", age: float = 0, inside: str = "moi") -> Path:
    """What a killed build leaves, of a machine and an age."""
    work = site.parent / ".site.a1b2c3d4.dung"
    (work / inside).mkdir(parents=True)
    (work / inside / "index.html").write_text("dở", encoding="utf-8")
    told = {"target": "site", "pid": 1, "host": host or claim.me().host, "since": "sáng nay"}
    (work / "dang-dung.json").write_text(json.dumps(told), encoding="utf-8")
    if age:
        then = work.stat().st_mtime - age
        os.utime(work, (then, then))
    return work


def test_what_a_killed_build_left_the_next_one_takes_away(site: Path) -> None:
    work = left_behind(site)
    fill(site, "một")
    assert (shows(site), beside(site), work.exists()) == ("một", [], False)


def test_what_a_build_killed_before_its_first_word_left_is_taken_away(site: Path) -> None:
    (site.parent / ".site.a1b2c3d4.dung").mkdir(parents=True)
    fill(site, "một")
    assert beside(site) == []


def test_the_work_of_another_machine_is_left_alone_for_a_day(site: Path) -> None:
    work = left_behind(site, host="may-khac")
    fill(site, "một")
    assert beside(site) == [work.name]
    shutil.rmtree(work)
    left_behind(site, host="may-khac", age=90_000)
    fill(site, "hai")
    assert (shows(site), beside(site)) == ("hai", [])


def test_where_nothing_locks_only_age_tells(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claim, "_lock", lambda _: None)
    left_behind(site)
    fill(site, "một")
    assert len(beside(site)) == 1
    shutil.rmtree(site.parent / beside(site)[0])
    left_behind(site, age=90_000)
    fill(site, "hai")
    assert (shows(site), beside(site)) == ("hai", [])


def test_a_site_moved_aside_by_a_killed_build_comes_back_if_it_is_whole(site: Path) -> None:
    fill(site, "cũ")
    work = left_behind(site)
    site.rename(work / "cu")
    with pytest.raises(ZeroDivisionError):
        fill(site, "mới", before=lambda: 1 // 0)
    assert (shows(site), beside(site)) == ("cũ", [])

    work = left_behind(site)
    site.rename(work / "cu")
    (work / "cu" / "index.html").unlink()  # it was being taken away
    with pytest.raises(ZeroDivisionError):
        fill(site, "mới", before=lambda: 1 // 0)
    assert not site.exists()


@pytest.mark.skipif(os.name == "nt", reason="trên Windows không tạo được tệp ấy")
def test_a_lock_that_is_not_ours_is_named_and_kept(site: Path) -> None:
    site.parent.mkdir()
    os.mkfifo(site.with_name(".site.khoa"))
    with pytest.raises(BadTarget, match=r"«.*\.site\.khoa» không phải tệp khoá"):
        fill(site, "một")
    assert beside(site) == [".site.khoa"]
