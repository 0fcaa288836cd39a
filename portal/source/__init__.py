"""Room 1: files → text values, each with its line.

Comes in: a content folder with `docs/` and `data/`. Goes out: one `Source` a file, every scalar as
text (YAML 1.1 would read `13:30` as 810 and `no` as false), and the faults of form.
Refuses to know: what a key means.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from portal import letters
from portal.problem import MISSING, Fault, Problem
from portal.source import attachments
from portal.source.admission import (
    MARKDOWN,
    is_content,
    name_problems,
    text_of,
    text_problems,
    told,
)
from portal.source.attachments import Attached
from portal.source.complaints import conflict
from portal.source.recovery import Lost, read_on
from portal.source.registers import ADDRESSES, CLAUSES, read_register, unreadable
from portal.source.values import Listing, Mapping, Notes, Scalar, Value, read_values
from portal.text import nfc
from portal.tree import files, place_below

__all__ = [
    "Listing",
    "Mapping",
    "Partial",
    "Reading",
    "Scalar",
    "Source",
    "Value",
    "place_of",
    "read",
    "read_text",
]


@dataclass(frozen=True, slots=True)
class Source:
    """One content file: its place, its values, and for Markdown its body."""

    path: str
    """Below the content folder: `data/truong/lai-chau.yml`."""
    folder: str
    """The kind's folder: `truong`; empty for pages at the top of `docs/`."""
    name: str
    """File name without ending, and for pages the folders above it: the id."""
    values: Mapping
    body: str = ""
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Partial:
    """What could be read of a file with a fault of YAML: only to tell its other faults."""

    source: Source
    lost: Lost

    def tells(self, problem: Problem) -> bool:
        """Whether a fault is one, and does not only follow from what was left out."""
        asked = problem.field.rpartition(".")[2]
        missing = problem.rule == MISSING and self.lost.names(asked)
        return not missing and not self.lost.holds(problem.line)


@dataclass(slots=True)
class Reading:
    """All files of a content folder and the faults found while reading them."""

    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Files that are there but gave no source: what points to them is not lost."""
    partial: list[Partial] = field(default_factory=list)
    """What could be read of some of them."""
    attached: dict[str, Attached] = field(default_factory=dict)
    """Files of `docs/tep/`, as pages point to them: `tep/so-do.png`."""
    published: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The registers of what was published, line by line."""


Outcome = tuple[Source | Partial | None, tuple[Problem, ...]]
Memo = dict[str, tuple[bytes, Outcome]]
"""The digest of what each file held when it was read last, and what was made of it."""


def read(content: Path, memo: Memo | None = None) -> Reading:
    """Read every `.md` below `docs/` and every `.yml` below `data/`, in the order of names. `memo`:
    of files that hold what they held, what was made of them; written on, without those gone."""
    reading, memo = Reading(), {} if memo is None else memo
    taken: dict[str, str] = {}
    for register in (ADDRESSES, CLAUSES):
        try:
            if lines := read_register(content, register):
                reading.published[register] = lines
        except Fault as fault:
            reading.problems.append(told(register, fault))
    for path in files(content):
        below = place_below(content, path)
        try:
            text = is_content(path, below)
            reading.problems += name_problems(below)
            _refuse_second(below, taken)
            if text:
                _read_one(path, below, reading, memo)
            else:
                _attach(path, below, reading)
        except (Fault, OSError, RuntimeError) as fault:
            reading.unread.add(below)
            fault = fault if isinstance(fault, Fault) else unreadable()
            reading.problems.append(told(below, fault))
    for gone in memo.keys() - set(taken.values()):
        del memo[gone]
    return reading


def reread(content: Path, below: str) -> Outcome:
    """One file as it is now. Raises what reading raises."""
    return judged(below, text_of(content / below))


def read_text(path: str, text: str) -> tuple[Source | None, list[Problem]]:
    """One file's text (NFC, `\\n` line ends) as a Source, or None, with its faults."""
    made, problems = read_part(path, text)
    return (made if isinstance(made, Source) else None), problems


def read_part(path: str, text: str) -> tuple[Source | Partial | None, list[Problem]]:
    """The same; of a file with a fault of YAML, what can be read around it."""
    notes, lost, body, body_line = Notes(), None, "", 1
    values: Mapping | None = None
    plain = letters.readable(text)
    try:
        if not text.strip():
            raise Fault(1, "tệp trống.", "tep-trong", "điền nội dung theo mẫu, hoặc xoá tệp")
        if fault := conflict(text):
            raise fault
        header, skipped = plain, 0
        if path.lower().endswith(MARKDOWN):
            header, skipped, body, body_line = _split(plain)
        values, lost = _values(header, skipped, notes)
    except Fault as fault:
        notes.faults.append(fault)
    found = (*notes.faults, *letters.faults(text, notes.turned))
    problems = list(dict.fromkeys(told(path, fault) for fault in found))
    if values is None:
        return None, problems
    made = Source(path, *place_of(path), values, letters.plain_spaces(body), body_line)
    return (Partial(made, lost) if lost else made), problems


def _values(text: str, skipped: int, notes: Notes) -> tuple[Mapping | None, Lost | None]:
    """The values, and what was left out to read them. Odd spaces become plain ones in the values
    alone, where the text can be read with them: «Họp:\\u00a0một» is no key."""
    plain, met = letters.plain_spaces(text), Notes()
    try:
        values = read_values(text, skipped, met)
    except Fault as fault:
        return (
            _values(plain, skipped, notes)
            if plain != text
            else read_on(text, skipped, fault, notes)
        )
    notes.take(met)
    return (values if plain == text else values.mapped(letters.plain_spaces)), None


def place_of(path: str) -> tuple[str, str]:
    """The kind's folder and the id that a path tells."""
    folder, _, name = path.partition("/")[2].rpartition("/")
    return folder.partition("/")[0], name.rpartition(".")[0]


def _refuse_second(below: str, taken: dict[str, str]) -> None:
    """Two names that Windows and macOS take for one: there, one of the files is lost."""
    first = taken.setdefault(below.casefold(), below)
    if first is not below:
        told = f"tên trùng với {first}, chỉ khác chữ hoa, chữ thường hoặc cách ghi dấu."
        raise Fault(1, told, "ten-tep", "đổi tên một trong hai tệp")


def _attach(path: Path, below: str, reading: Reading) -> None:
    """Known whatever is in it, so that pages may point to it; offered only where it is sound."""
    reading.attached[below.removeprefix("docs/")] = Attached(path)
    if any(name_problems(below)):
        reading.unread.add(below)
    judged = attachments.judge(path)
    reading.attached[below.removeprefix("docs/")] = Attached(path, judged)


def _read_one(path: Path, below: str, reading: Reading, memo: Memo) -> None:
    raw = text_of(path)
    held = blake2b(raw.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    if (before := memo.get(below)) is None or before[0] != held:
        before = memo[below] = held, judged(below, raw)
    made, problems = before[1]
    reading.problems += problems
    if isinstance(made, Source):
        reading.sources.append(made)
    else:
        reading.unread.add(below)
        reading.partial += [made] if made else []


def judged(below: str, raw: str) -> Outcome:
    """What is made of a text with plain line ends, and all its faults of form: the same whether it
    stands in a file or is about to."""
    text = nfc(raw)
    made, problems = read_part(below, text)
    return made, (*text_problems(below, raw, text), *problems)


class _LinedHandler(YAMLHandler):
    """python-frontmatter splits; the header stays text so that our own reader keeps its lines."""

    def load(self, fm: str, **kwargs: object) -> Any:
        return {"header": fm}


_HANDLER = _LinedHandler()


def _split(text: str) -> tuple[str, int, str, int]:
    """Header, lines above it, body, line of the body's first word."""
    assert _HANDLER.FM_BOUNDARY
    bare = text.strip()
    marks = list(islice(_HANDLER.FM_BOUNDARY.finditer(bare), 2))
    if not marks or marks[0].start():
        raise Fault(
            1,
            "thiếu phần đầu trang giữa hai dòng ---.",
            "thieu-phan-dau",
            "thêm ở dòng đầu tiên: ---, rồi các khoá như tieu_de, rồi lại ---",
        )
    if len(marks) < 2:
        raise Fault(
            1,
            "phần đầu trang mở bằng --- mà không có dòng --- đóng lại.",
            "thieu-phan-dau",
            "thêm một dòng --- sau khoá cuối cùng",
        )
    metadata, body = frontmatter.parse(text, handler=_HANDLER)
    above = len(text) - len(text.lstrip()) + marks[0].end()
    start = len(text.rstrip()) - len(body)
    header = str(metadata["header"])
    return header, text.count("\n", 0, above), body, text.count("\n", 0, start) + 1
