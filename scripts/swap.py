"""Fills a folder of one's own and puts it whole in the place of another, whatever happens.

In: a target that is ours to fill (`target.lawful`). Out: a private folder beside it, which takes
the target's place when it is complete. Two at once wait for each other; one that is killed leaves
the old or the new folder, and what it left the next one takes away. Knows nothing of what is in it.
"""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import partial
from pathlib import Path

import claim
from inventory import is_whole
from target import BadTarget

AT_ONCE = 4
"""Folders taken away at a time: the disk answers late, and is waited for less."""
PATIENCE = 600.0
"""Seconds to wait for another build into the same folder."""
_RECORD, _FRESH, _OLD = "dang-dung.json", "moi", "cu"
_DAY = 86400.0
_CURRENT, _EXCHANGE = -100, 2
"""Of Linux: a path is taken from the current folder; two names change places (macOS: too)."""


@contextmanager
def replacing(
    target: Path,
    judge: Callable[[], None],
    wait: Callable[[str], None],
    patience: float = PATIENCE,
    spare: Path | None = None,
) -> Iterator[Path]:
    """A folder to make and fill; left without a fault, it stands at the target.

    `judge` raises where the target may not be replaced: asked now and, since it may have been
    filled meanwhile, again at the end. `wait` is told once by whom it is being replaced. `spare`:
    where the replaced folder is put away, instead of taken away.
    """
    judge()
    made = _make_parents(target.parent)
    try:
        with claim.claim(_lock_of(target), patience, wait) as locked:
            _tidy(target, locked)
            with _work(target) as work:
                yield work / _FRESH
                open_to_readers(work / _FRESH)
                judge()
                _put(work / _FRESH, target, work / _OLD)
                if spare:
                    _put_away(work, spare)
    except claim.NotOurs as fault:
        raise BadTarget(f"«{fault}» không phải tệp khoá của cổng: hãy chuyển nó đi.") from None
    except claim.Held as fault:
        raise BadTarget(
            f"«{target}» đang được {fault} dựng, chờ {patience / 60:.0f} phút vẫn chưa xong. Nếu"
            " tiến trình ấy treo thì dừng nó, rồi chạy lại."
        ) from None
    finally:
        for folder in reversed(made):
            with suppress(OSError):  # what is in use is not empty
                folder.rmdir()


def open_to_readers(folder: Path) -> None:
    """Whatever the mask of who builds: a web server under another user reads it all."""
    if os.name != "posix":
        return
    folder.chmod(0o755)
    todo = [str(folder)]
    while todo:
        with os.scandir(todo.pop()) as entries:
            for entry in entries:
                told = entry.stat(follow_symlinks=False).st_mode
                right = 0o755 if stat.S_ISDIR(told) else 0o644
                if stat.S_IMODE(told) != right:
                    Path(entry).chmod(right)
                if stat.S_ISDIR(told):
                    todo.append(entry.path)


def _make_parents(parent: Path) -> list[Path]:
    missing = [one for one in (parent, *parent.parents) if not one.exists()][::-1]
    for folder in missing:
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
    return missing


def _lock_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.khoa")


@contextmanager
def _work(target: Path) -> Iterator[Path]:
    """A folder beside the target that nobody else can guess or enter."""
    work = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".dung", dir=target.parent))
    try:
        told = {"target": target.name, **asdict(claim.me())}
        (work / _RECORD).write_text(json.dumps(told), encoding="utf-8")
        yield work
    finally:
        _discard(work)


def _discard(work: Path) -> None:
    """The record goes last: what is left of it is still known for ours."""
    remove = partial(shutil.rmtree, ignore_errors=True)
    with ThreadPoolExecutor(AT_ONCE) as several:
        for name in (_FRESH, _OLD):
            for _ in several.map(remove, _two_below(work / name)):
                pass
            remove(work / name)
    remove(work)


def _two_below(folder: Path) -> list[Path]:
    """The folders in its folders: of a site, nearly all of it, in pieces."""
    try:
        inside = [one for one in folder.iterdir() if one.is_dir() and not one.is_symlink()]
        return [below for one in inside for below in one.iterdir() if not below.is_symlink()]
    except OSError:  # none, or taken away by another hand
        return []


def _tidy(target: Path, locked: bool) -> None:
    """After builds that were killed: bring back a site moved aside, take away their folders."""
    left = [one for one in sorted(_left_beside(target)) if _is_dead(one, locked)]
    aside = [*(work / _OLD for work in left), target.with_name(f".{target.name}.cu")]
    for old in aside:
        if not os.path.lexists(target) and not old.is_symlink() and is_whole(old):
            old.rename(target)
    for work in left:
        _discard(work)


def _left_beside(target: Path) -> Iterator[Path]:
    """Work folders of this target: by a name nobody takes by chance and nothing else inside."""
    ours = re.compile(rf"\.{re.escape(target.name)}\.[a-z0-9_]{{8}}\.dung")
    for entry in os.scandir(target.parent):
        if ours.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False):
            with suppress(PermissionError):  # another user's, and so not ours
                if {one.name for one in Path(entry).iterdir()} <= {_RECORD, _FRESH, _OLD}:
                    yield Path(entry)


def _is_dead(work: Path, locked: bool) -> bool:
    """Who holds the lock of this machine knows that nobody else here builds; of another machine,
    or where nothing locks, only age tells."""
    try:
        host = json.loads((work / _RECORD).read_text(encoding="utf-8"))["host"]
    except FileNotFoundError:
        host = claim.me().host  # killed before its first word, or while it was taken away
    except (OSError, ValueError, TypeError, KeyError):
        host = ""
    here = locked and host == claim.me().host
    return here or time.time() - work.stat().st_mtime > _DAY


def _put(fresh: Path, target: Path, aside: Path) -> None:
    """Where the system can, in one step, so that no reader ever meets no site; else in two."""
    if not os.path.lexists(target):
        fresh.rename(target)
    elif not _exchange(fresh, target):
        try:
            target.rename(aside)
            fresh.rename(target)
        except BaseException:
            if aside.exists() and not os.path.lexists(target):
                aside.rename(target)
            raise


def _put_away(work: Path, spare: Path) -> None:
    """What was replaced stands in either place, by how it was replaced. On another disk it is not
    to be had, and taken away as usual."""
    with suppress(OSError):
        spare.parent.mkdir(exist_ok=True)
        shutil.rmtree(spare, ignore_errors=True)
        old = work / _OLD
        (old if old.exists() else work / _FRESH).rename(spare)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where that cannot be had."""
    if sys.platform == "win32":
        return False
    system = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            return bool(system.renamex_np(*names, _EXCHANGE) == 0)
        return bool(system.renameat2(_CURRENT, names[0], _CURRENT, names[1], _EXCHANGE) == 0)
    except AttributeError:  # an older system library
        return False
