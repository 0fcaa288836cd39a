"""Seeded faults are what they are called, where code runs, and are tried by the room's tests."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bench.identity import ROOT
from bench.mutation import elsewhere, known, reach, report, rooms, watch
from bench.mutation.faults import Fault, faults

SOURCE = '''"""Đầu tệp."""

from __future__ import annotations


@held(frozen=True)
class Box:
    """Chữ: một chuỗi không phải lời giải thích."""

    def over(self, size: Literal["mm"], most: int = 3) -> str | None:
        """Không chạy."""
        if not self.empty and size > most:
            return f"{size:>4} quá {most}"
        return sorted(self.đồ, key=len)
'''
SEEDED = [
    ("đổi hằng", "3", "4"),
    ("và thành hoặc", "not self.empty and size > most", "(not self.empty or size > most)"),
    ("bỏ phủ định", "not self.empty", "self.empty"),
    ("so sánh ngược", "size > most", "size <= most"),
    ("lệch biên", "size > most", "size >= most"),
    ("trả về rỗng", 'return f"{size:>4} quá {most}"', "return None"),
    ("trả về rỗng", "return sorted(self.đồ, key=len)", "return None"),
    ("bỏ khoá sắp xếp", "sorted(self.đồ, key=len)", "sorted(self.đồ)"),
    ("bỏ tham số", "sorted(self.đồ, key=len)", "sorted(key=len)"),
]


def test_every_kind_of_fault_is_seeded_and_nothing_where_no_code_runs() -> None:
    found = list(faults(SOURCE))
    assert [(one.kind, one.before, one.after) for one in found] == SEEDED
    assert {(one.scope, one.is_run) for one in found} == {("Box.over", True)}
    (one,) = faults("class A:\n    b = 1\n")
    assert (one.scope, one.is_run) == ("A", False)


def test_of_a_sentence_all_is_lost_of_any_other_text_a_letter_is_wrong() -> None:
    found = [(one.before, one.after) for one in faults('a = "Đang dựng trang"\nb = "dang-dung"\n')]
    assert found == [('"Đang dựng trang"', "''"), ('"dang-dung"', "'dang-dungx'")]


def test_a_seeded_module_differs_in_that_one_place_whatever_letters_stand_before() -> None:
    for one in faults(SOURCE):
        seeded = one.seeded(SOURCE)
        assert seeded.count(one.after) >= SOURCE.count(one.after)
        assert ast.dump(ast.parse(seeded)) != ast.dump(ast.parse(SOURCE))
        assert len(seeded.splitlines()) == len(SOURCE.splitlines())


def test_every_room_of_the_machine_has_modules_and_tests_of_its_own() -> None:
    found = rooms.rooms(ROOT)
    folders = {path.parent.name for path in (ROOT / "portal").glob("*/__init__.py")}
    assert found.keys() == {*folders, rooms.TOOLS, *rooms.BESIDE}
    assert [name for name, modules in found.items() if not rooms.tests_of(ROOT, modules[0])] == []


def test_the_tests_of_a_room_are_those_that_import_it_the_nearest_told() -> None:
    tests = rooms.tests_of(ROOT, Path("portal/citations/slips.py"))
    assert tests["tests/test_citations.py"]
    assert tests["tests/test_numbers.py"] is False
    assert "tests/test_letters.py" not in tests
    assert rooms.tests_of(ROOT, Path("scripts/claim.py"))["tests/test_claim.py"]
    declared = rooms.tests_of(ROOT, Path("portal/kinds/school/parts.py"))
    assert declared["tests/test_kinds.py"], "named after the room, it walks through all of it"
    assert declared["tests/test_fields.py"] is False
    assert rooms.tests_of(ROOT, Path("scripts/fix.py"))["tests/test_moving.py"]


def test_the_same_seed_draws_the_same_faults_of_every_kind_in_turn() -> None:
    modules = rooms.rooms(ROOT)["citations"]
    drawn = report.draw("citations", modules, 16, 7)
    assert (
        drawn
        == report.draw("citations", modules, 16, 7)
        != report.draw("citations", modules, 16, 8)
    )
    assert len({one.fault.kind for one in drawn}) == len({one[0] for one in SEEDED})


def test_what_changes_nothing_is_still_in_the_code_and_says_why() -> None:
    there = {
        path: list(faults((ROOT / path).read_text(encoding="utf-8")))
        for modules in rooms.rooms(ROOT).values()
        for path in modules
    }
    for one in known.read():
        assert len(one.reason.split()) > 3, one
        assert any(one.is_meant(path, fault) for path, all_ in there.items() for fault in all_), one


@pytest.mark.parametrize(("missed", "told"), [(0, "100%"), (1, "90%"), (2, "80%")])
def test_the_table_tells_how_many_were_caught_and_which_were_not(missed: int, told: str) -> None:
    fault = Fault("lệch biên", 3, "over", 0, 1, "a  >\n b", "a >= b")
    seeded = report.Seeded(Path("portal/text.py"), fault)
    said = report.told([report.Room("tools", 10, 2, (seeded,) * missed)])
    assert said.splitlines()[1].split() == ["tools", "10", str(10 - missed), "2", told]
    assert said.count("portal/text.py:3: lệch biên: a > b → a >= b") == missed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows không có đồng hồ này")
def test_a_test_that_hangs_ends_the_run_and_one_that_ends_leaves_nothing_behind() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with pytest.raises(pytest.exit.Exception) as told, watch.limited(0.01):
        signal.pause()
    assert told.value.returncode == 1
    with watch.limited(60):
        pass
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) is before


NESTED = '''class A:
    """Chữ."""

    def b(self):
        """Lời."""
        def c():
            return 1
        return c() + 1


def d(): return (one for one in [A().b()])
'''


def test_every_function_tells_that_it_runs_and_does_what_it_did() -> None:
    told: list[str] = []
    names: dict[str, Any] = {reach.CALL: told.append}
    exec(compile(reach.telling(NESTED, "portal/x.py"), "x", "exec"), names)
    assert told == []
    assert list(names["d"]()) == [2]
    assert told == ["portal/x.py:d", "portal/x.py:A.b", "portal/x.py:A.b.c"]


def test_what_was_kept_from_before_counts_for_each_that_takes_it() -> None:
    with reach.reached() as whole:
        with reach.reached() as inner:
            reach.add({"portal/x.py:a"})
        reach.add({"portal/x.py:b"})
    assert (inner, whole) == ({"portal/x.py:a"}, {"portal/x.py:a", "portal/x.py:b"})


def test_a_fault_is_tried_by_the_tests_that_run_its_function() -> None:
    ran = {
        "t.py::one": {"portal/x.py:a", "portal/x.py:A.b"},
        "t.py::two": {"portal/x.py:a"},
        "t.py::three": {reach.ELSEWHERE},
        "t.py::four": {"portal/y.py:c"},
    }
    found = reach.Reach(list(ran), reach.by_function(ran))
    assert found.of(Path("portal/x.py"), "A.b", True) == ["t.py::one", "t.py::three"]
    assert found.of(Path("portal/x.py"), "a") == ["t.py::one", "t.py::two", "t.py::three"]
    assert found.of(Path("portal/x.py"), "") == ["t.py::one", "t.py::two", "t.py::three"]
    assert found.of(Path("portal/names_only.py"), "") is None


def test_what_is_only_declared_is_tried_by_all_tests_near_the_module_too() -> None:
    ran = {
        "t.py::one": {"portal/x.py:a"},
        "near.py::two": {"portal/y.py:fields_of"},
        "near.py.more::three": {"portal/y.py:fields_of"},
    }
    found = reach.Reach(list(ran), reach.by_function(ran))
    at = Path("portal/x.py")
    assert found.of(at, "Model", near=["near.py"]) == ["t.py::one", "near.py::two"]
    assert found.of(at, "a", True, ["near.py"]) == ["t.py::one"]
    assert found.of(at, "") == ["t.py::one"]


def test_a_command_is_tried_by_the_tests_that_run_it_beside_those_that_run_its_function() -> None:
    ran = {
        "t.py::one": {"scripts/x.py:a"},
        "t.py::two": {f"scripts/x.py:{reach.COMMAND}"},
        "t.py::three": {"scripts/y.py:a"},
    }
    found = reach.Reach(list(ran), reach.by_function(ran))
    assert found.of(Path("scripts/x.py"), "a", True) == ["t.py::one", "t.py::two"]
    assert found.of(Path("scripts/x.py"), "main", True) == ["t.py::two"]
    assert found.of(Path("scripts/x.py"), "Box") == ["t.py::one", "t.py::two"]
    assert found.of(Path("scripts/y.py"), "b", True) == []


SCRIPT = """\
import os
from portal.text import fold
fold("Á")
if hasattr(os, "fork") and not os.fork():
    os._exit(0)
"""


def test_what_a_process_runs_is_heard_and_one_that_says_nothing_may_have_run_anything(
    tmp_path: Path,
) -> None:
    script = tmp_path / "x.py"
    script.write_text(SCRIPT, encoding="utf-8")
    ways = (ROOT / "bench" / "mutation" / "started", ROOT)
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv(elsewhere.VARIABLE, raising=False)
        ear = elsewhere.Ear(tmp_path / "heard")
        patch.setenv("PYTHONPATH", os.pathsep.join(map(str, ways)))
        with reach.reached() as told:
            assert not ear.listen()
            subprocess.run([sys.executable, script], check=True)
            assert ear.listen()
            ear.miss()
        assert {"portal/text.py:fold", f"{script.as_posix()}:{reach.COMMAND}"} <= told
        assert reach.ELSEWHERE not in told
        patch.delenv(elsewhere.VARIABLE)
        with reach.reached() as silent:
            subprocess.run([sys.executable, script], check=True)
            ear.listen()
            ear.miss()
            ear.miss()
        assert silent == {reach.ELSEWHERE}
        with reach.reached() as nothing:
            ear.miss()
        assert nothing == set()


def test_a_machine_that_does_much_else_gives_tests_more_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    for load, times in ((0.5, 1.0), (2.0, 1.0), (6.0, 3.0)):
        monkeypatch.setattr(os, "getloadavg", lambda load=load: (load, 0.0, 0.0), raising=False)
        assert watch.strain() == times


def test_a_test_that_needs_a_whole_site_is_left_out_and_one_with_a_browser_of_its_own_is_not(
    request: pytest.FixtureRequest,
) -> None:
    module = request.node.getparent(pytest.Module)

    def item(baseid: str) -> pytest.Function:
        made = pytest.Function.from_parent(module, name=request.node.name)
        made._fixtureinfo.name2fixturedefs["browser"] = [SimpleNamespace(baseid=baseid)]
        return made

    assert watch._is_whole(item("tests"))
    assert not watch._is_whole(item("tests/test_editor_server.py"))
    assert not watch._is_whole(request.node)
