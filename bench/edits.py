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
from portal.kinds.lists import Publication, values
from portal.library import Library
from portal.moving import plan
from portal.patch.wanted import Unsafe

WORDS = ("hoa", "vườn", "mùa xuân", "2026", "Điều 3", "ăn hoa", "01-QĐ/LM", "380-KH/HVCTQG")
"""What is put into a text: plain words, a term, a number of a document."""
LINE = re.compile(r"^(?!\s*[-#|>:`])[^\W\d_].{20,}$", re.MULTILINE)
TITLE = re.compile(r"^(tieu_de|ten|nhan|ten_ngan|tom_tat): *(?![\"'|>])(.+)$", re.MULTILINE)
NUMBER = re.compile(r"(?<=: )(\d{1,3})$", re.MULTILINE)
HEADER = re.compile(r"\A(---\n)?")
KEPT = "kem-theo"
"""How attachments begin that were made up here."""
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
            *(self._deleted, self._renamed, self._led, self._label),
            *(self._drafted, self._published, self._attached, self._attached_otherwise),
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

    def _led(self, file: Path, text: str) -> Edit | None:
        """Taken off, its address led to another of its kind."""

        def made(entry: Entry) -> plan.Plan:
            others = [one for one in self.library.entries[entry.KIND].values() if one != entry]
            if not others:
                raise Unsafe
            instead = self.chance.choice(others)
            return plan.remove(self.library, self.content, entry, "Gộp lại.", instead=instead)

        return self._planned("chuyển địa chỉ", file, made)

    def _draft(self) -> str:
        """The line that makes a draft."""
        states = values(self.library.lists, Publication).values()
        draft = next(one.value for one in states if one.held_back and not one.withdrawn)
        return f"trang_thai: {draft}\n"

    def _drafted(self, file: Path, text: str) -> Edit | None:
        if "trang_thai: " in text or not TITLE.search(text):
            return None
        made = self._copied(file, HEADER.sub(lambda one: f"{one[0]}{self._draft()}", text))
        return made and Edit("thêm bản nháp", made.files)

    def _published(self, file: Path, text: str) -> Edit | None:
        drafts = [
            (one, told)
            for one in sorted((self.content / file.relative_to(self.content).parts[0]).rglob("*.*"))
            if one.suffix in (".md", ".yml")
            and self._draft() in (told := one.read_text(encoding="utf-8"))
        ]
        if not drafts:
            return None
        one, told = self.chance.choice(drafts)
        return Edit("đăng bản nháp", {one: told.replace(self._draft(), "", 1).encode()})

    def _attached(self, file: Path, text: str) -> Edit | None:
        found = self._at(LINE, text)
        if file.suffix != ".md" or not found:
            return None
        name = f"{KEPT}-{self._id()}.txt"
        put = self._put("tệp kèm", file, text, found.end(), f" [Tệp kèm](tep/{name})")
        return Edit(put.name, {**put.files, self._folder() / name: f"{self._any()}\n".encode()})

    def _attached_otherwise(self, file: Path, text: str) -> Edit | None:
        """Other bytes under the same name; or gone, with what led to it."""
        there = sorted(self._folder().glob(f"{KEPT}-*.txt"))
        if not there:
            return None
        one = self.chance.choice(there)
        if self.chance.random() < 0.6:
            told = f"{one.read_text(encoding='utf-8')}{self._any()}\n"
            return Edit("tệp kèm đổi", {one: told.encode()})
        gone: dict[Path, bytes | None] = {one: None}
        for page in sorted((self.content / "docs").rglob("*.md")):
            told = page.read_text(encoding="utf-8")
            if (link := f" [Tệp kèm](tep/{one.name})") in told:
                gone[page] = told.replace(link, "").encode()
        return Edit("tệp kèm bớt", gone)

    def _folder(self) -> Path:
        return self.content / "docs" / "tep"

    def fault(self) -> Edit:
        """What no build takes: a file that cannot be read, a name with a capital letter."""
        files = sorted(one for one in (self.content / "docs").glob("*/*.md"))
        file = self.chance.choice(files)
        text = file.read_bytes()
        if self.chance.random() < 0.5:
            return Edit("lỗi rồi chữa", {file: text.replace(b"---\n", b"---\n- [\n", 1)})
        capital = file.with_name(file.name.capitalize())
        return Edit("tên chữ hoa rồi chữa", {file: None, capital: text})

    def template(self, machine: Path) -> Edit:
        """A word in a part that every page shows, or a rule of a style sheet."""
        file, told = self.chance.choice(
            (("partials/footer.html", "<p>{}</p>\n"), ("assets/css/embed.css", "/* {} */\n"))
        )
        place = machine / "overrides" / file
        text = place.read_text(encoding="utf-8") + told.format(self._any())
        return Edit("khuôn", {place: text.encode()})

    def _label(self, file: Path, text: str) -> Edit | None:
        found = self._at(LABEL, text)
        return found and self._put("danh mục", file, text, found.end(), " mới")
