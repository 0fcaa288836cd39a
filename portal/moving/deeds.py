"""A plan done whole or not at all, and taken back.

Comes in: a plan, the content folder, the day. Goes out: the faults the content would have and has
not now; the files written. What was done is kept beside the drafts of the desk, so that it can be
undone as long as nobody has changed the files since.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from portal import tree
from portal.editor.drafts import FOLDER
from portal.moving.plan import Plan
from portal.patch.wanted import Unsafe
from portal.problem import Problem, errors
from portal.road import judge

Files = Mapping[str, bytes | None]


def faults(content: Path, plan: Plan, today: date) -> list[Problem]:
    """What would be wrong then and is not now."""
    with TemporaryDirectory() as place:
        copy = Path(place)
        for name in ("data", "docs"):
            if (content / name).is_dir():
                shutil.copytree(content / name, copy / name)
        before = {(one.rule, one.text) for one in judge(copy, today)[1]}
        _write(copy, plan.files)
        after = errors(judge(copy, today)[1])
    return [one for one in after if (one.rule, one.text) not in before]


def do(content: Path, plan: Plan) -> None:
    """Write the plan; where one file cannot be written, all are as they were."""
    before: dict[str, bytes | None] = {
        path: (content / path).read_bytes() if (content / path).is_file() else None
        for path in plan.files
    }
    try:
        _write(content, plan.files)
    except OSError:
        _write(content, before)
        raise
    _note(content, plan, before)


@dataclass(frozen=True, slots=True)
class Done:
    """What was done last."""

    title: str
    paths: tuple[str, ...]


def last(content: Path) -> Done | None:
    """What `undo` would take back."""
    notes = _notes(content)
    if not notes:
        return None
    held = json.loads(notes[-1].read_text(encoding="utf-8"))
    return Done(str(held["title"]), tuple(held["after"]))


def undo(content: Path) -> list[str]:
    """Take back what was done last; raises `Unsafe` where files have changed since."""
    notes = _notes(content)
    if not notes:
        raise Unsafe("chưa có lần đổi tên, gỡ nào để hoàn lại")
    held = json.loads(notes[-1].read_text(encoding="utf-8"))
    for path, after in held["after"].items():
        file = content / path
        if (_text(file.read_bytes()) if file.is_file() else None) != after:
            raise Unsafe(f"{path} đã có người sửa từ lần ấy, nên không hoàn lại được")
    before = {
        path: told.encode(*_ANY) if told is not None else None
        for path, told in held["before"].items()
    }
    _write(content, before)
    notes[-1].unlink()
    return sorted(before)


def _write(content: Path, files: Files) -> None:
    """What comes first, then what goes: a text is never nowhere."""
    for path, raw in files.items():
        if raw is not None:
            tree.refuse_leaving(content, content / path)
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            tree.replace(content / path, raw)
    for path, raw in files.items():
        if raw is None:
            (content / path).unlink(missing_ok=True)
            _drop_empty(content, (content / path).parent)


def _drop_empty(content: Path, folder: Path) -> None:
    """Also where somebody took the folder away before."""
    while folder.is_dir() and folder.parent not in (content, folder) and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _folder(content: Path) -> Path:
    return content / FOLDER / "da-chuyen"


def _notes(content: Path) -> list[Path]:
    return sorted(_folder(content).glob("*.json"))


def _note(content: Path, plan: Plan, before: Files) -> None:
    folder = _folder(content)
    folder.mkdir(parents=True, exist_ok=True)
    number = max((int(one.stem) for one in folder.glob("*.json")), default=0) + 1
    told = {"title": plan.title, "before": _texts(before), "after": _texts(plan.files)}
    tree.replace(folder / f"{number:06}.json", json.dumps(told).encode())


def _texts(files: Files) -> dict[str, str | None]:
    return {path: _text(raw) if raw is not None else None for path, raw in files.items()}


_ANY = "utf-8", "surrogateescape"
"""Also what is no text: a scan that goes with its draft."""


def _text(raw: bytes) -> str:
    return raw.decode(*_ANY)
