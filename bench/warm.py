"""Does a site that is built on (`--tiep`) come out as one built from nothing, byte for byte?

In: a content folder, how many edits to compare, a seed. Out: every difference.
Edits are what editors do: words, titles, values, links, new, removed and renamed entries, drafts,
attachments, labels of closed lists; and another day, another template. What has faults is undone,
and another edit made instead; some are built on first: no site may come of them. That the harness
would find a page that was wrongly taken over is proven by hiding reads from the store: `blind`.
"""

from __future__ import annotations

import io
import random
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import builder

from bench import identity
from bench.edits import Edit, Editor
from bench.identity import ROOT
from portal.problem import errors
from portal.road import judge
from portal.views.store import Key, Output, Store
from tests import tiny

FIRST_DAY = date(2026, 12, 1)
FAULTY, OTHER_TEMPLATE, OTHER_DAY = 0.08, 0.06, 0.05
"""Of all edits."""
MOST = 12
"""Edits with faults that are made in the place of one without, before it is given up."""


@dataclass
class Told:
    """What came out."""

    compared: int = 0
    refused: int = 0
    """Edits that had faults, and were undone."""
    drawn: int = 0
    pages: int = 0
    by_edit: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)


def compare(content: Path, folder: Path, edits: int, seed: int, hidden: str = "") -> Told:
    """`content` is edited, and left as the last edit left it. `hidden`: a sort of read that the
    store is not told of."""
    chance, told = random.Random(seed), Told()
    editor, today = Editor(content, judge(content, FIRST_DAY)[0], chance), FIRST_DAY
    warm, cold = folder / "tiep", folder / "moi"
    with blind(hidden), _counted(told), machine(folder / "may") as own:
        _built(content, warm, today, again=True)
        for _ in range(edits):
            if (sort := chance.random()) < FAULTY:
                edit = _refused(editor, warm, today, told)
            elif sort < FAULTY + OTHER_TEMPLATE:
                edit = editor.template(own)
                _write(edit.files)
            elif sort < FAULTY + OTHER_TEMPLATE + OTHER_DAY:
                later, edit = today + timedelta(chance.randrange(1, 200)), Edit("ngày", {})
                if errors(judge(content, later)[1]):
                    told.refused += 1
                    continue
                today = later
            elif sound := _sound(editor, today, told):
                edit = sound
            else:
                continue
            _built(content, warm, today, again=True)
            _built(content, cold, today, again=False)
            told.compared += 1
            told.by_edit[edit.name] += 1
            names = ", ".join(one.relative_to(folder).as_posix() for one in edit.files)
            told.differences += (f"{edit.name} {names}: {path}" for path in differing(warm, cold))
    return told


def _refused(editor: Editor, warm: Path, today: date, told: Told) -> Edit:
    """A fault, built on and then undone: it changes nothing."""
    edit = editor.fault()
    before, stood = _now(edit.files), identity.digests(warm)
    _write(edit.files)
    try:
        _built(editor.content, warm, today, again=True)
        told.differences.append(f"{edit.name} {[*edit.files]}: dựng được")
    except builder.BuildFault:
        if identity.digests(warm) != stood:
            told.differences.append(f"{edit.name} {[*edit.files]}: trang cũ đã đổi")
    _write(before)
    return edit


def _now(files: Iterable[Path]) -> dict[Path, bytes | None]:
    return {file: file.read_bytes() if file.exists() else None for file in files}


def _sound(editor: Editor, today: date, told: Told) -> Edit | None:
    """An edit without faults, written. Faults that were there before it are nobody's."""
    for _ in range(MOST):
        edit = editor.edit()
        if not edit:
            continue
        before = _now(edit.files)
        _write(edit.files)
        library, problems = judge(editor.content, today)
        if not errors(problems):
            editor.library = library
            return edit
        told.refused += 1
        _write(before)
    return None


def _write(files: dict[Path, bytes | None]) -> None:
    for file, content in files.items():
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)


def _built(content: Path, site: Path, today: date, *, again: bool) -> None:
    if not again:
        shutil.rmtree(site, ignore_errors=True)
    with redirect_stderr(io.StringIO()):
        spare = site.with_name("truoc") if again else None
        builder.build(builder.Order(content, site, today, again=again, spare=spare))


def differing(one: Path, other: Path) -> Iterator[str]:
    """Paths that are not the same file, or folder, in both."""
    mine, theirs = (
        {file.relative_to(folder).as_posix(): file for file in folder.rglob("*")}
        for folder in (one, other)
    )
    for path in sorted(mine.keys() | theirs.keys()):
        if path not in mine or path not in theirs:
            yield f"{path} ({'thừa' if path in mine else 'thiếu'})"
        elif _bytes(mine[path]) != _bytes(theirs[path]):
            yield path


def _bytes(path: Path) -> bytes | None:
    """Of a file; a folder has none."""
    return path.read_bytes() if path.is_file() else None


@contextmanager
def machine(folder: Path) -> Iterator[Path]:
    """What builds from here on: the project with templates, and what builds leave, of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "overrides", folder / "overrides", dirs_exist_ok=True)
    for name in ("data", "hooks", "portal", "web"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    before = builder.ROOT
    builder.ROOT = folder
    try:
        yield folder
    finally:
        builder.ROOT = before


@contextmanager
def blind(sort: str) -> Iterator[None]:
    """The store is not told of reads of a sort."""
    note = Store.note

    def less(self: Store, name: str, keys: Iterable[Key], files: Sequence[Output]) -> None:
        note(self, name, [key for key in keys if key[0] != sort], files)

    Store.note = less  # type: ignore[method-assign]
    try:
        yield
    finally:
        Store.note = note  # type: ignore[method-assign]


@contextmanager
def _counted(told: Told) -> Iterator[None]:
    """How many pages were drawn, of how many, by the builds that went on."""
    written = Store.written

    def count(self: Store) -> bytes:
        pages = self.inputs.keys() & self.drawn.keys()
        kept = sum(self.drawn[path] is self.before.pages.get(path) for path in pages)
        told.pages += len(self.inputs)
        told.drawn += len(self.inputs) - kept
        return written(self)

    Store.written = count  # type: ignore[method-assign]
    try:
        yield
    finally:
        Store.written = written  # type: ignore[method-assign]


def report(folder: Path, edits: int, seed: int, real: bool) -> tuple[str, bool]:
    """A table, and whether there was no difference. `real`: of the project's own content, else of
    the tiny site of the tests."""
    content = folder / "cong"
    if real:
        for name in ("docs", "data"):
            shutil.copytree(ROOT / name, content / name)
    else:
        tiny.lay_out(content)
    told = compare(content, folder, edits, seed)
    by_edit = ", ".join(f"{name} {count}" for name, count in told.by_edit.most_common())
    lines = [
        f"{told.compared} lần sửa được so từng byte với dựng mới ({by_edit});"
        f" {told.refused} lần sửa có lỗi, đã bỏ.",
        f"Dựng tiếp vẽ lại {told.drawn} trong {told.pages} lượt trang.",
        f"{len(told.differences)} tệp khác.",
        *(f"! {one}" for one in told.differences[:40]),
    ]
    return "\n".join(lines), not told.differences
