"""Classes made with code that was kept are those made without, in every command that starts."""

from __future__ import annotations

import dataclasses
import random
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, dataclass
from pathlib import Path

import compiled
import pytest

SCRIPTS = Path(compiled.__file__).parent


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[compiled.Compiled]:
    yield compiled.Compiled(tmp_path / ".cache" / compiled.NAME)
    vars(dataclasses).pop("exec", None)


def made(kept: compiled.Compiled) -> type:
    """A class whose methods went through it."""
    vars(dataclasses)["exec"] = kept.run

    @dataclass(frozen=True, order=True, slots=True)
    class Lantern:
        name: str
        lights: int = 3

    return Lantern


def test_a_class_made_of_kept_code_is_the_class_itself(kept: compiled.Compiled) -> None:
    first = made(kept)
    compiled_once = kept.fresh
    assert compiled_once > 0
    second = made(kept)
    assert kept.fresh == compiled_once, "compiled again"
    for lantern in (first, second):
        one = lantern("Đèn kéo quân")
        assert repr(one).endswith("Lantern(name='Đèn kéo quân', lights=3)")
        assert one == lantern("Đèn kéo quân", 3) < lantern("Đèn ông sao")
        assert hash(one) == hash(lantern("Đèn kéo quân"))
        with pytest.raises(FrozenInstanceError):
            one.lights = 4
    assert first("a") != second("a")
    assert vars(first)["__init__"].__code__ is vars(second)["__init__"].__code__


def test_code_goes_from_process_to_process_whole_or_not_at_all(kept: compiled.Compiled) -> None:
    made(kept)
    left = compiled.written(kept.known)
    assert compiled.read(left) == kept.known
    foreign = random.Random(1).randbytes(len(left))
    places = random.Random(2).sample(range(len(left)), 100)
    turned = (bytes([*left[:at], left[at] ^ 1, *left[at + 1 :]]) for at in places)
    for harmed in (b"", left[:-7], left + b"x", foreign, *turned):
        assert compiled.read(harmed) == {}


def test_nothing_is_left_where_the_disk_takes_nothing(kept: compiled.Compiled) -> None:
    made(kept)
    kept.fresh = compiled.FEW + 1
    kept.file.parent.write_text("ở đây là một tệp", encoding="utf-8")
    kept.leave()
    kept.file.parent.unlink()
    kept.leave()
    assert [one.name for one in kept.file.parent.iterdir()] == [compiled.NAME]


TELL = """
import sys
sys.path.insert(0, sys.argv[1])
import compiled
from pathlib import Path
compiled.keep(Path(sys.argv[2]))
from dataclasses import make_dataclass
for number in range(30):
    made = make_dataclass(f"Lantern{number}", [(f"light{number}", int)])
    assert made(number) == made(number)
kept = vars(sys.modules["dataclasses"]).get("exec")
print(kept.__self__.fresh if kept else "như thường")
"""


def test_the_next_process_compiles_nothing(tmp_path: Path) -> None:
    told = []
    for _ in range(2):
        command = [sys.executable, "-c", TELL, str(SCRIPTS), str(tmp_path)]
        told.append(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    if sys.version_info[:2] in compiled.TRIED:
        assert int(told[0]) > compiled.FEW
        assert int(told[1]) == 0
    else:
        assert told == ["như thường\n"] * 2


def test_in_a_python_it_was_not_tried_with_nothing_is_touched(
    kept: compiled.Compiled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled, "TRIED", ())
    compiled.keep(kept.file.parent)
    assert "exec" not in vars(dataclasses)
