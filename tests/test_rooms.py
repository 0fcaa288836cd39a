"""`build.py --do-phong`: every room counted, in every process, and no byte of a page changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import rooms
import tiny

from bench import identity
from portal import workers
from portal.views.assess import alone

forked = pytest.mark.skipif(workers.cores() == 1, reason="hệ thống này không chia việc được")
AT_ONCE = ["1", pytest.param("2", marks=forked)]


def build(folder: Path, processes: str) -> tuple[dict[str, dict[str, Any]], Path]:
    """The tiny site, what each room cost, and where it stands."""
    content, site, file = tiny.lay_out(folder / "noi-dung"), folder / "site", folder / "phong.json"
    words = ("--do-phong", str(file))
    code, said = tiny.build(content, site, *words, PORTAL_PROCESSES=processes)
    assert code == 0, said
    return {one["room"]: one for one in json.loads(file.read_text(encoding="utf-8"))}, site


def _is_framed(page: Path) -> bool:
    """Whether it is a page of the portal: no stub at an old address, no part for other portals, not
    the one made to be taken away."""
    return b'<main class="wrap' in page.read_bytes() and not page.as_posix().endswith(alone.PATH)


@pytest.mark.parametrize("processes", AT_ONCE)
def test_every_room_is_counted_in_all_processes(processes: str, tmp_path: Path) -> None:
    costs, site = build(tmp_path, processes)
    pages = [one for one in site.rglob("*.html") if _is_framed(one)]
    assert list(costs) == [*rooms.ROOMS, "rest"]
    assert [room for room, one in costs.items() if not one["calls"] or one["cpu"] < 0] == []
    drawn = costs["draw"]["calls"]
    assert drawn == costs["frame"]["calls"] == costs["word"]["calls"]
    assert drawn == len(pages) - 1  # that of errors is the theme's
    assert costs["write"]["calls"] > drawn
    assert costs["draw"]["cpu"] > costs["plan"]["cpu"]


def test_what_is_counted_is_built_the_same(tmp_path: Path) -> None:
    _, counted = build(tmp_path / "do", "2")
    code, said = tiny.build(tmp_path / "do" / "noi-dung", tmp_path / "thuong")
    assert code == 0, said
    assert identity.digests(counted) == identity.digests(tmp_path / "thuong")


def test_a_room_costs_what_the_rooms_inside_it_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(100))
    monkeypatch.setattr(rooms, "process_time", lambda: next(clock))
    counts = rooms.Rooms()
    inner = counts.wrap("word", lambda: None)
    outer = counts.wrap("draw", lambda: (inner(), inner()))
    outer()
    found = {one.room: (one.cpu, one.calls) for one in counts.costs()}
    assert found["word"] == (2, 2)  # one tick each
    assert found["draw"] == (3, 1)  # five ticks, two of them inside


def test_a_room_that_fails_is_counted_and_left() -> None:
    def fail() -> None:
        raise ValueError

    counts = rooms.Rooms()
    with pytest.raises(ValueError, match=r"^$"):
        counts.wrap("rules", fail)()
    assert [one.calls for one in counts.costs() if one.room == "rules"] == [1]
    assert len(counts.inner) == 1


def test_afterwards_nothing_is_wrapped() -> None:
    from portal.library import Library
    from portal.views.renderer import Renderer

    before = Renderer.draw, Library.backlinks.func
    with rooms.counted():
        assert Renderer.draw is not before[0]
        assert Library.backlinks.func is not before[1]
    assert (Renderer.draw, Library.backlinks.func) == before


def test_the_table_is_vietnamese_and_adds_up() -> None:
    drawn = rooms.Cost("draw", "vẽ bài", 1.5, 3, 2.0, 80.0)
    told = rooms.table([drawn, rooms.Cost("rest", "còn lại", 0.5, 1, 0, 90)]).splitlines()
    assert " ".join(told[0].split()) == "phòng CPU giây phần lượt vào MiB thêm MiB lúc ra"
    assert told[1].split() == ["vẽ", "bài", "1,50", "75%", "3", "2", "80"]
    assert told[-1].split() == ["cộng", "2,00"]
