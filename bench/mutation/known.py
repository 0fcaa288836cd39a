"""Faults that change nothing anybody could see, each with its reason: `equivalent.yml`.

In: the file. Out: which faults are equivalent. A line there is of one kind of call (`argument`) or
of one place: the module, the function, what stood there and what stands there then.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import yaml

from bench.mutation.faults import Fault

FILE = Path(__file__).parent / "equivalent.yml"


@dataclass(frozen=True)
class Equivalent:
    """What is meant, and why nobody could see it."""

    reason: str
    argument: str = ""
    path: str = ""
    scope: str = ""
    before: str = ""
    after: str = ""

    def is_meant(self, path: Path, fault: Fault) -> bool:
        if self.argument:
            return fault.argument == self.argument
        place = (path.as_posix(), fault.scope, fault.before, fault.after)
        return place == (self.path, self.scope, self.before, self.after)


def read(file: Path = FILE) -> list[Equivalent]:
    return [Equivalent(**one) for one in yaml.safe_load(file.read_text(encoding="utf-8")) or []]


def is_known(known: Iterable[Equivalent], path: Path, fault: Fault) -> bool:
    return any(one.is_meant(path, fault) for one in known)
