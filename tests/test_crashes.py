"""Builds by the door people use: two into one place, killed, stopped; and that the measure of it
(`bench.py va-cham`) sees what must never be."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import builder
import pytest
import tiny

from bench.crashes import report
from bench.crashes.ground import TRACE, Ground, NotWhole, Order, Pair
from bench.crashes.point import START, STEPS, WORKER, Point
from bench.crashes.trials import KILLED, LEFT, MET, NEW, NONE, OLD, Place, Trials

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="hệ thống này không sinh được (fork)"
)

IN_THE_MIDDLE = """
import sys, time
sys.path.insert(0, {scripts!r})
import build
from portal.views import Programme
draw, drawn = Programme.draw, []
def draw_until_the_middle(*words):
    drawn.append(1)
    if len(drawn) == 40:
        print("giữa chừng", flush=True)
        time.sleep(600)
    return draw(*words)
Programme.draw = draw_until_the_middle
sys.exit(build.main())
"""
"""The build of a moment, held while its pages are drawn: in this process or in another."""


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Two contents and the sites they make."""
    folder = tmp_path_factory.mktemp("hai-trang")
    made = report.contents(folder, real=False)
    with Ground(folder / "mau", made) as ground:
        ground.learn()
    return made


@pytest.fixture(scope="module")
def ground(pair: Pair, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    with Ground(tmp_path_factory.mktemp("cho"), pair) as made:
        yield made


@pytest.fixture
def trials(ground: Ground) -> Trials:
    """A place with one of the two sites; the tests build into it, one after another."""
    ground.before = []
    ground.lay()
    return Trials(ground, random.Random(10))


def on(machine: str, trials: Trials) -> Trials:
    """The same on a machine of `machines.py`."""
    trials.ground.before = [f"tests.machines:{machine}"]
    return trials


def test_builds_that_meet_or_are_killed_leave_a_whole_site(trials: Trials) -> None:
    """A sample of `bench.py va-cham`: a kill in each step, then builds that meet."""
    points: list[Place] = [
        (False, Point(START, seconds=0.01)),
        (True, Point("đọc", seconds=0.05)),
        (False, Point("định kết quả", seconds=0.02)),
        (True, Point("vẽ, ghi", operations=20)),
        (False, Point("kê tệp", operations=2)),
        (True, Point("đổi chỗ", operations=1)),
        (False, Point("dọn bản cũ", operations=200)),
    ]
    assert [one.step for _, one in points] == [START, *STEPS]
    seen = list(trials.kills(points))
    counted = Counter(what for one in seen for what in one.what)
    assert counted[OLD] + counted[NEW] == len(points)
    assert counted[KILLED] == len(points), counted
    assert counted[LEFT] >= 4
    (met,) = trials.pairs([(True, Point("vẽ, ghi", operations=10))])
    assert MET in met.what


def test_points_are_spread_over_both_ways_to_build_and_every_step(trials: Trials) -> None:
    points = trials.points(56, workers=True)
    assert Counter((again, one.step) for again, one in points) == {
        (again, step): 4 for again in (False, True) for step in (START, *STEPS)
    }
    assert {one.victim for _, one in points} == {"build", WORKER}
    by_clock = [one for _, one in points if one.seconds]
    assert len(points) / 4 < len(by_clock) < len(points) * 3 / 4
    operations = sorted(one.operations for _, one in points if one.step == "vẽ, ghi")
    assert operations[-1] > 500, "the last of the writing is reached"
    assert len(trials.points(3)) == 3


def test_a_build_that_lost_a_process_of_its_own_says_so_and_leaves_the_old_site(
    trials: Trials,
) -> None:
    """As where a machine has too little memory: while it reads, while it draws."""
    now = trials.ground.which("bây giờ")
    for point in (Point(START, 60, victim=WORKER), Point("vẽ, ghi", 30, victim=WORKER)):
        (end,) = trials.ground.run(Order(1 - now, point=point))
        assert (end.code, trials.ground.which("sau đó")) == (1, now)
        assert end.said.splitlines()[-1] == (
            "Chưa dựng được, trang cũ vẫn như trước: một tiến trình dựng trang bị dừng giữa chừng"
            " (thiếu bộ nhớ?). Hãy chạy lại."
        )


@pytest.mark.parametrize("again", [False, True])
def test_a_site_that_the_disk_does_not_take_leaves_the_old_one(again: bool, trials: Trials) -> None:
    ground = on("where_files_stay_small", trials).ground
    (end,) = ground.run(Order(1, again))
    assert (end.code, ground.which("sau đó"), ground.left()) == (1, 0, [])
    told = "Chưa dựng được, trang cũ vẫn như trước: tệp lớn quá mức hệ thống cho phép"
    assert end.said.splitlines()[-1].startswith(told)
    assert TRACE not in end.said


def test_builds_meet_in_good_order_where_folders_cannot_change_places(trials: Trials) -> None:
    place = (False, Point("kê tệp", operations=1))
    (met,) = on("without_exchange", trials).pairs([place])
    assert MET in met.what


def test_a_kill_between_two_steps_is_mended_by_the_next_build(
    trials: Trials, tmp_path: Path
) -> None:
    """Even by one that is not made."""
    ground = on("without_exchange", trials).ground
    (end,) = ground.run(Order(1, point=Point("đổi chỗ", operations=2)))
    assert end.code == -signal.SIGKILL
    assert not ground.site.exists()
    content = tiny.lay_out(tmp_path / "hong")
    (content / "docs" / "index.md").write_text("---\nhỏng: [\n---\n", encoding="utf-8")
    assert tiny.build(content, ground.site)[0] == 1, "nội dung hỏng, không dựng"
    assert ground.which("sau đó") == 0
    assert ground.left() == []
    trials.at_once = False
    (seen,) = trials.kills([(True, Point("đổi chỗ", operations=2))])
    assert NONE in seen.what


FAULTS: dict[str, tuple[str, Place]] = {
    "that_publish_file_by_file": ("^sau .*khác", (False, Point("đổi chỗ", operations=1500))),
    "that_write_into_the_old_site": ("^sau .*khác", (False, Point("kê tệp", operations=1))),
    "that_never_tidy": ("để lại", (False, Point("vẽ, ghi", operations=60))),
    "that_break_off_in_english": ("Traceback", (False, Point(START, operations=10**9))),
}


@pytest.mark.parametrize("machine", FAULTS)
def test_the_measure_sees_a_fault_that_was_seeded(machine: str, trials: Trials) -> None:
    told, point = FAULTS[machine]
    with pytest.raises(NotWhole, match=told):
        list(on(machine, trials).kills([point]))


def test_the_measure_sees_builds_that_do_not_wait_for_each_other(trials: Trials) -> None:
    with pytest.raises(NotWhole):
        list(
            on("that_do_not_wait_for_each_other", trials).pairs(
                [(False, Point("vẽ, ghi", operations=30))] * 3
            )
        )


def test_the_measure_sees_a_site_that_is_not_whole(trials: Trials) -> None:
    ground = trials.ground
    (end,) = ground.run(Order(1))
    assert end.code == 0
    assert ground.which("bây giờ") == 1
    (ground.site / "404.html").chmod(0o444)
    with pytest.raises(NotWhole):
        ground.which("bây giờ")
    (ground.site / "404.html").unlink()
    with pytest.raises(NotWhole, match=r"thiếu \['404\.html'\]"):
        ground.which("bây giờ")
    (end,) = ground.run(Order(1))
    assert ground.which("bây giờ") == 1, end


def test_what_was_seen_is_told_as_it_goes_and_when_it_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(report, "OFTEN", 0)

    def tell(line: str) -> None:
        told.append(line)
        if "lần/phút" in line and not line.startswith("   0"):
            raise KeyboardInterrupt

    table, good = report.report(tmp_path, 50, 50, 1, False, tell)
    steps = (START, *STEPS)
    assert not good
    assert "Dừng giữa chừng, mới thử" in table
    assert any("lần/phút: " in line for line in told)
    by_step = [int(line[13:17]) for line in table.splitlines() if line[:13].strip() in steps]
    assert len(by_step) == len(steps)
    assert sum(by_step) > 0


def words(folder: Path) -> tuple[Path, Path, list[str]]:
    """Content, site, and what to type."""
    content, site = tiny.lay_out(folder / "content"), folder / "www" / "site"
    typed = ["--content", str(content), "--ngay", str(tiny.DAY), "--site", str(site)]
    return content, site, typed


@pytest.mark.skipif(os.name == "nt", reason="trên Windows không gửi được các tín hiệu này")
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_build_that_is_stopped_tidies_up(number: str, tmp_path: Path) -> None:
    _, site, typed = words(tmp_path)
    held = ("-X", "utf8", "-c", IN_THE_MIDDLE.format(scripts=str(builder.ROOT / "scripts")))
    with subprocess.Popen(
        [sys.executable, *held, *typed],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # Where the tests run in the background the signals are ignored, and so by their children.
        preexec_fn=lambda: signal.signal(getattr(signal, number), signal.SIG_DFL),
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "giữa chừng\n"
        process.send_signal(getattr(signal, number))
        try:
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()  # one that did not stop would be waited for
    assert process.returncode == 130
    assert said.splitlines()[-1] == f"Đã dừng; {site} vẫn nguyên vẹn."
    assert "Traceback" not in said
    assert not site.parent.exists()
