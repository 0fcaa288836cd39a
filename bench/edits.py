"""Edits such as editors make, made up: to see whether what is built on them is right.

Comes in: a content folder, chance. Goes out: files as they become. Whether an edit has faults is
for others to judge.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from portal.kinds import Entry
from portal.library import Library
from portal.moving import plan
from portal.patch.wanted import Unsafe

WORDS = ("hoa", "vườn", "mùa xuân", "2026", "Điều 3", "ăn hoa", "01-QĐ/LM", "380-KH/HVCTQG")
"""What is put into a text: plain words, a term, a number of a document."""
LINE = re.compile(r"^(?!\s*[-#|>:`])[^\W\d_].{20,}$", re.MULTILINE)
TITLE = re.compile(r"^(tieu_de|ten|nhan|ten_ngan|tom_tat): *(?![\"'|>])(.+)$", re.MULTILINE)
NUMBER = re.compile(r"(?<=: )(\d{1,3})$", re.MULTILINE)
LABEL = re.compile(r"^( *(?:- )?nhan: )([^\"'|>\n]+)$", re.MULTILINE)


@dataclass(frozen=True)
class Edit:
    """One edit: what it is called, the files as they become; None: gone."""

    name: str
    files: dict[Path, bytes | None]


class Editor:
    """Makes edits up. `library`: the content as it is before the edit."""

    def __init__(self, content: Path, library: Library, chance: random.Random) -> None:
        self.content, self.library, self.chance = content, library, chance

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
        """As another entry: one of the same title is a fault."""
        named = TITLE.search(text)
        end = named.end() if named else len(text)
        told = f"{text[:end]} {self._any()} {self._id()}{text[end:]}"
        return Edit("thêm", {file.with_stem(f"{file.stem}-{self._id()}"): told.encode()})

    def _id(self) -> str:
        return f"{self.chance.randrange(1000)}"

    def _deleted(self, file: Path, text: str) -> Edit | None:
        return self._planned("bớt", file, self._removed)

    def _removed(self, entry: Entry) -> plan.Plan:
        return plan.remove(self.library, self.content, entry, "Ghi hai lần.", unlink=True)

    def _renamed(self, file: Path, text: str) -> Edit | None:
        new = f"{file.stem}-{self._id()}"
        return self._planned(
            "đổi tên", file, lambda entry: plan.rename(self.library, self.content, entry, new)
        )

    def _planned(self, name: str, file: Path, made: Callable[[Entry], plan.Plan]) -> Edit | None:
        """As `rename.py`, `remove.py` do it, in every file that leads there."""
        path = file.relative_to(self.content).as_posix()
        entry = next((one for one in self.library.everything if one.source.path == path), None)
        try:
            done = made(entry) if entry else None
        except Unsafe:
            return None
        if not done:
            return None
        return Edit(name, {self.content / at: told for at, told in done.files.items()})

    def _label(self, file: Path, text: str) -> Edit | None:
        found = self._at(LABEL, text)
        return found and self._put("danh mục", file, text, found.end(), " mới")
