"""Machines on which a build goes otherwise, and builds with a fault seeded in them: what is done to
the process of a build before it begins (`bench.crashes`)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def without_exchange() -> None:
    """Two folders cannot change places in one step."""
    import swap

    swap._exchange = lambda *_: False


def where_files_stay_small() -> None:
    """No file may be larger than some pages are: as on a disk that is nearly full."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))


# Faults


def that_publish_file_by_file() -> None:
    """The new site is copied into the place of the old one."""
    import swap

    def put(fresh: Path, target: Path, aside: Path) -> None:
        target.mkdir(exist_ok=True)
        for file in sorted(fresh.rglob("*")):
            place = target / file.relative_to(fresh)
            if file.is_dir():
                place.mkdir(exist_ok=True)
            else:
                place.unlink(missing_ok=True)
                shutil.copy2(file, place)

    swap._put = put


def that_never_tidy() -> None:
    """What a killed build left stays for ever."""
    import swap

    swap._tidy = lambda *_: None


def that_do_not_wait_for_each_other() -> None:
    import claim

    @contextmanager
    def claimed(*_: object) -> Iterator[bool]:
        yield True

    claim.claim = claimed  # type: ignore[assignment]


def that_write_into_the_old_site() -> None:
    """Files that come out otherwise are written where the old site's bytes are."""
    import rooms

    ((writer, _, _),) = rooms.found("writing:Writer.put")

    def put(self: object, path: str, content: bytes) -> os.stat_result:
        former = Path(self.former, path)  # type: ignore[attr-defined]
        if former.is_file():
            former.write_bytes(content)
            self._target(path)  # type: ignore[attr-defined]
            return self.take(path)  # type: ignore[attr-defined,no-any-return]
        target = Path(self._target(path))  # type: ignore[attr-defined]
        target.write_bytes(content)
        return target.lstat()

    writer.put = put


def that_break_off_in_english() -> None:
    """A child that is killed ends the build with a traceback."""
    import build
    import builder

    def fail(order: builder.Order) -> int:
        raise RuntimeError("broken")

    build.builder.build = fail
