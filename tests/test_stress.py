"""Real builds by the door people use: two into one place, killed, stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import builder
import pytest
import tiny

from bench import stress

IN_TWO_STEPS = """
import os, signal, sys
sys.path.insert(0, {scripts!r})
import swap, build
swap._exchange = lambda *_: False
usual = swap.Path.rename
def rename(path, target):
    usual(path, target)
    if target.name == {killed!r}:
        os.kill(os.getpid(), signal.SIGKILL)
swap.Path.rename = rename
sys.exit(build.main())
"""


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


def door_in_two_steps(killed: str = "") -> tuple[str, ...]:
    """build.py on a system where two folders cannot change places; killed after one was renamed
    to that name."""
    scripts = str(builder.ROOT / "scripts")
    return ("-X", "utf8", "-c", IN_TWO_STEPS.format(scripts=scripts, killed=killed))


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> stress.Ground:
    """Two contents and the sites they make; the tests build into one place, one after another."""
    return stress.Ground(tmp_path_factory.mktemp("dat"), seed=10)


def test_builds_that_meet_or_are_killed_leave_a_whole_site(ground: stress.Ground) -> None:
    """A sample of `bench.py va-cham`."""
    assert stress.pairs(ground, 1)["cặp"] == 1
    seen = stress.kills(ground, 2)
    assert seen["trang cũ còn nguyên"] + seen["trang mới đã vào chỗ"] == 2


def test_builds_meet_in_good_order_where_folders_cannot_change_places(
    ground: stress.Ground,
) -> None:
    apart = replace(ground, door=door_in_two_steps())
    assert stress.pairs(apart, 1)["cặp"] == 1


def test_the_measure_sees_a_site_that_is_not_whole(ground: stress.Ground) -> None:
    assert ground.finish(ground.start(1))[0] == 0
    assert ground.which("bây giờ") == 1
    (ground.site / "404.html").chmod(0o444)
    with pytest.raises(stress.NotWhole):
        ground.which("bây giờ")
    (ground.site / "404.html").unlink()
    with pytest.raises(stress.NotWhole, match=r"thiếu \['404\.html'\]"):
        ground.which("bây giờ")


def words(folder: Path) -> tuple[Path, Path, list[str]]:
    """Content, site, and what to type."""
    content, site = tiny.lay_out(folder / "content"), folder / "www" / "site"
    typed = ["--content", str(content), "--ngay", str(tiny.DAY), "--site", str(site)]
    return content, site, typed


@pytest.mark.skipif(os.name == "nt", reason="Windows không có SIGKILL")
def test_a_kill_between_two_steps_is_mended_by_the_next_build(tmp_path: Path) -> None:
    content, site, typed = words(tmp_path)
    assert subprocess.run([sys.executable, *stress.DOOR, *typed], check=False).returncode == 0
    before = stress.tree(site)
    done = subprocess.run([sys.executable, *door_in_two_steps("cu"), *typed], check=False)
    assert done.returncode == -signal.SIGKILL
    assert not site.exists()
    (content / "docs" / "index.md").write_text("---\nhỏng: [\n---\n", encoding="utf-8")
    done = subprocess.run([sys.executable, *stress.DOOR, *typed], check=False)
    assert done.returncode == 1, "nội dung hỏng, không dựng"
    assert stress.tree(site) == before
    assert list(site.parent.iterdir()) == [site]


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
