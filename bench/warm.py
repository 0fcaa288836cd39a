"""Does a site that is built on (`--tiep`) come out as one built from nothing, byte for byte?

In: a content folder, how many edits, a seed. Out: how many were compared, and every difference.
Edits are what editors do: words, titles, values, links, new, deleted and renamed files, labels of
closed lists, another day. What has faults is undone. That the harness would find a page that was
wrongly taken over is proven by hiding reads from the store: `blind`.
"""

from __future__ import annotations

import io
import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import builder

from bench.identity import ROOT
from portal.views.store import Store
from tests import tiny

WORDS = ("hoa", "vườn", "mùa xuân", "2026", "Điều 3", "ăn hoa", "01-QĐ/LM", "380-KH/HVCTQG")
"""What is put into a text: plain words, a term, a number of a document."""
LINE = re.compile(r"^(?!\s*[-#|>:`])[^\W\d_].{20,}$", re.MULTILINE)
TITLE = re.compile(r"^(tieu_de|ten|nhan|ten_ngan|tom_tat): *(?![\"'|>])(.+)$", re.MULTILINE)
NUMBER = re.compile(r"(?<=: )(\d{1,3})$", re.MULTILINE)
LABEL = re.compile(r"^( *(?:- )?nhan: )([^\"'|>\n]+)$", re.MULTILINE)
FIRST_DAY = date(2026, 12, 1)


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


@dataclass(frozen=True)
class Edit:
    """One edit: what it is called, the files as they become; None: gone."""

    name: str
    files: dict[Path, bytes | None]


class Editor:
    """Makes edits up."""

    def __init__(self, content: Path, chance: random.Random) -> None:
        self.content, self.chance = content, chance

    def edit(self) -> Edit | None:
        """None where nothing fits."""
        makes: tuple[Callable[[Path, str], Edit | None], ...] = (
            *(self._word, self._word, self._title, self._number, self._link, self._copied),
            *(self._deleted, self._renamed, self._label),
        )
        make = self.chance.choice(makes)
        below = "data/_danh-muc" if make == self._label else self.chance.choice(("docs", "data"))
        files = sorted(
            one
            for one in (self.content / below).rglob("*.*")
            if one.suffix in (".md", ".yml") and ("_" in one.parent.name) == ("_" in below)
        )
        if not files:
            return None
        file = self.chance.choice(files)
        return make(file, file.read_text(encoding="utf-8"))

    def _at(self, pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
        found = list(pattern.finditer(text))
        return self.chance.choice(found) if found else None

    def _put(self, name: str, file: Path, text: str, at: int, told: str) -> Edit:
        return Edit(name, {file: (text[:at] + told + text[at:]).encode()})

    def _word(self, file: Path, text: str) -> Edit | None:
        found = self._at(LINE, text)
        return found and self._put("chữ", file, text, found.end(), f" {self._any()}")

    def _any(self) -> str:
        return self.chance.choice(WORDS)

    def _title(self, file: Path, text: str) -> Edit | None:
        found = self._at(TITLE, text)
        return found and self._put("tên", file, text, found.end(), f" {self._any()}")

    def _number(self, file: Path, text: str) -> Edit | None:
        found = self._at(NUMBER, text)
        if not found:
            return None
        told = str(int(found[1]) + 1)
        return Edit("số", {file: (text[: found.start()] + told + text[found.end() :]).encode()})

    def _link(self, file: Path, text: str) -> Edit | None:
        found = self._at(LINE, text)
        others = [one for one in sorted((self.content / "docs").glob("*/*.md"))]
        other = self.chance.choice(others).relative_to(self.content / "docs").with_suffix("")
        told = f" [xem thêm]({other.as_posix()})"
        return found and self._put("liên kết", file, text, found.end(), told)

    def _copied(self, file: Path, text: str) -> Edit | None:
        return Edit("thêm", {file.with_stem(f"{file.stem}-{self._id()}"): text.encode()})

    def _id(self) -> str:
        return f"{self.chance.randrange(1000)}"

    def _deleted(self, file: Path, text: str) -> Edit | None:
        return Edit("bớt", {file: None})

    def _renamed(self, file: Path, text: str) -> Edit | None:
        new = file.with_stem(f"{file.stem}-{self._id()}")
        return Edit("đổi tên", {file: None, new: text.encode()})

    def _label(self, file: Path, text: str) -> Edit | None:
        found = self._at(LABEL, text)
        return found and self._put("danh mục", file, text, found.end(), " mới")


def compare(content: Path, folder: Path, edits: int, seed: int, hidden: str = "") -> Told:
    """`content` is edited, and left as the last edit left it. `hidden`: a sort of read that the
    store is not told of."""
    chance, told = random.Random(seed), Told()
    editor, today = Editor(content, chance), FIRST_DAY
    warm, cold = folder / "tiep", folder / "moi"
    with blind(hidden), _counted(told):
        _built(content, warm, today, again=True)
        for _ in range(edits):
            if chance.random() < 0.05:
                today, edit = today + timedelta(chance.randrange(1, 200)), Edit("ngày", {})
            else:
                edit = editor.edit() or Edit("", {})
            if not edit.name:
                continue
            before = {file: file.read_bytes() if file.exists() else None for file in edit.files}
            _write(edit.files)
            if not _built(content, warm, today, again=True):
                told.refused += 1
                _write(before)
                continue
            _built(content, cold, today, again=False)
            told.compared += 1
            told.by_edit[edit.name] += 1
            names = ", ".join(one.relative_to(content).as_posix() for one in edit.files)
            told.differences += (f"{edit.name} {names}: {path}" for path in differing(warm, cold))
    return told


def _write(files: dict[Path, bytes | None]) -> None:
    for file, content in files.items():
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content)


def _built(content: Path, site: Path, today: date, *, again: bool) -> bool:
    with redirect_stderr(io.StringIO()):
        try:
            if not again:
                shutil.rmtree(site, ignore_errors=True)
            builder.build(builder.Order(content, site, today, again=again))
        except builder.BuildFault:
            return False
    return True


def differing(one: Path, other: Path) -> Iterator[str]:
    """Paths that are not the same file in both."""
    mine, theirs = (
        {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
        for folder in (one, other)
    )
    for path in sorted(mine.keys() | theirs.keys()):
        if path not in mine or path not in theirs:
            yield f"{path} ({'thừa' if path in mine else 'thiếu'})"
        elif mine[path].read_bytes() != theirs[path].read_bytes():
            yield path


@contextmanager
def blind(sort: str) -> Iterator[None]:
    """The store is not told of reads of a sort."""
    note = Store.note

    def less(self: Store, plan, keys, files) -> None:  # type: ignore[no-untyped-def]
        note(self, plan, [key for key in keys if key[0] != sort], files)

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
        kept = sum(self.drawn[path] is self.before.pages.get(path) for path in self.drawn)
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
