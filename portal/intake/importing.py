"""An import from one end to the other: a file that was opened, to the files that will be written.

Comes in: an opened file, the library, the day. Goes out: for each document a draft, its pictures
and the original with their paths, the account, what to tell. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from portal import addresses
from portal.intake import draft, held, markdown
from portal.intake import effect as effects
from portal.intake.account import Element, account
from portal.intake.division import Document, Reading, documents
from portal.intake.draft import STATE
from portal.intake.effect import Effect
from portal.intake.opening import Opened
from portal.intake.transcript import Picture, Way
from portal.kinds.base import Lists, fields_of
from portal.kinds.document import KIND as DOCUMENTS
from portal.kinds.document.lists import DocumentType, EventType, Quality, RelationType
from portal.kinds.document.lists import Effect as Begins
from portal.kinds.lists import Listed, Publication, values
from portal.library import Library
from portal.library.mentions import types_of
from portal.problem import MISSING, Fault

FILES = "docs/tep"
NEEDED = [one.key for one in fields_of(DOCUMENTS.model) if one.required]


@dataclass(frozen=True, slots=True)
class Import:
    """One document of the file."""

    path: str
    text: str
    document: Document
    pictures: dict[str, bytes]
    """By path below the content folder."""
    twin: str
    """The entry that has this document already; empty where none."""
    doubts: tuple[str, ...]
    bases: tuple[held.Basis, ...]
    effect: Effect


@dataclass(frozen=True, slots=True)
class Imported:
    opened: Opened
    imports: tuple[Import, ...]
    elements: tuple[Element, ...]
    original: str
    """Where the original goes, below the content folder; empty where it may not stand there."""
    again: str
    """The entry that offers this very file already."""
    words: draft.Words


def take(opened: Opened, library: Library, content: Path, today: date) -> Imported:
    types = types_of(library.lists).labels
    letter = _first(library.lists, DocumentType, "letter")
    reading = Reading(types, letter, list(held.names(library)), today)
    found = documents(opened.transcript, reading)
    original = _free(content, addresses.file(opened.name), opened.raw) if not opened.unfit else ""
    made: list[Import] = []
    written: list[markdown.Written] = []
    for one in found:
        text = markdown.written(one, opened.transcript.notes, _Names(content, one, opened.name))
        written.append(text)
        taken = {each.path for each in made}
        made.append(_one(one, text, opened, library, content, original, taken))
    elements = tuple(account(opened.transcript, found, written))
    again = held.same_file(opened.sha256, library)
    kept = f"{FILES}/{original}" if original else ""
    words = _words(library.lists, opened.transcript.way)
    return Imported(opened, tuple(made), elements, kept, again, words)


def published(found: Imported) -> Imported:
    """The same, approved: no drafts. Raises a fault where what readers need is missing."""
    for one in found.imports:
        if blank := [key for key in NEEDED if f"\n{key}:\n" in one.text.partition("\n---\n")[0]]:
            told = f"chưa đọc chắc được {', '.join(blank)} nên chưa đăng luôn được."
            raise Fault(1, told, MISSING, "bỏ --dang, nhập thành bản nháp rồi điền các khoá ấy")
    words = found.words
    return replace(found, imports=tuple(_approved(one, words) for one in found.imports))


def _approved(one: Import, words: draft.Words) -> Import:
    """No draft any more, and its text is proofread: who publishes it says so."""
    head, mark, body = one.text.partition("\n---\n")
    kept = [line for line in head.split("\n") if not line.startswith(f"{STATE}:")]
    if words.checked:
        kept = [line.replace(f": {words.unchecked}", f": {words.checked}") for line in kept]
    return replace(one, text="\n".join(kept) + mark + body)


def _first(lists: Lists, model: type[Listed], name: str, wanted: object = True) -> str:
    """The value of a closed list that has this attribute."""
    found = (one for one in values(lists, model).values() if getattr(one, name) == wanted)
    return next((one.value for one in found), "")


def _words(lists: Lists, way: Way) -> draft.Words:
    return draft.Words(
        unchecked=_quality(lists, way, unchecked=True),
        checked=_quality(lists, way, unchecked=False),
        basis=_first(lists, RelationType, "schema", "isBasedOn"),
        replaces=_first(lists, RelationType, "replaces"),
        repeals=_repeals(lists),
        begins=_first(lists, EventType, "effect", Begins.BEGIN),
        held_back=_first(lists, Publication, "held_back"),
    )


def _repeals(lists: Lists) -> str:
    """The relation that ends another document and puts nothing in its place."""
    known = values(lists, RelationType).values()
    return next((one.value for one in known if one.ends and not one.replaces), "")


def _quality(lists: Lists, way: Way, *, unchecked: bool) -> str:
    """What is said of a copy before and after somebody proofread it, by where its letters came
    from; the nearest the list has."""
    found = [
        one
        for one in values(lists, Quality).values()
        if one.read and not one.original and one.unchecked == unchecked
    ]
    same = [one for one in found if one.recognised == (way is Way.SCANNED)]
    return next((one.value for one in same or found), "")


class _Names:
    """Names of pictures, each once."""

    def __init__(self, content: Path, document: Document, file: str) -> None:
        self._content = content
        self._stem = draft.id_of(document, file.rpartition(".")[0])
        self._count = 0

    def __call__(self, picture: Picture) -> str:
        self._count += 1
        ending = picture.name.rpartition(".")[2].lower()
        return _free(self._content, f"{self._stem}-hinh-{self._count}.{ending}", picture.raw)


def _free(content: Path, name: str, raw: bytes) -> str:
    """The name, or one with a number behind it where another file has it; never an overwriting."""
    stem, _, ending = name.rpartition(".")
    made, count = name, 2
    while (content / FILES / made).exists() and (content / FILES / made).read_bytes() != raw:
        made, count = f"{stem}-{count}.{ending}", count + 1
    return made


def _one(
    document: Document,
    text: markdown.Written,
    opened: Opened,
    library: Library,
    content: Path,
    original: str,
    taken: set[str],
) -> Import:
    document.fields, unit = held.known_issuer(document.fields, library)
    bases, unknown = held.bases(document, library)
    sent = draft.Original(original, opened.sha256, "Bản gốc được gửi tới") if original else None
    effect = effects.read(document, library.register, types_of(library.lists).labels.values())
    words = _words(library.lists, opened.transcript.way)
    transcript = opened.transcript
    unsure = transcript.doubts if transcript.way is Way.SCANNED else ()
    around = draft.Around(unit, bases, effect, sent, words, unsure)
    path = _path(content, draft.id_of(document, opened.name.rpartition(".")[0]), taken)
    near = held.near(document.fields, library)
    doubts = (*document.doubts, *text.doubts, *near, *unknown, *effect.told)
    return Import(
        path=path,
        text=draft.text(document, text.text, around),
        document=document,
        pictures={f"{FILES}/{name}": one.raw for name, one in text.pictures.items()},
        twin=held.same_document(document.fields, library),
        doubts=tuple(dict.fromkeys(doubts)),
        bases=tuple(bases),
        effect=effect,
    )


def _path(content: Path, id: str, taken: set[str]) -> str:
    made, count = DOCUMENTS.path(id), 2
    while made in taken or (content / made).exists():
        made, count = DOCUMENTS.path(f"{id}-{count}"), count + 1
    return made


def files(found: Imported) -> Iterator[tuple[str, bytes]]:
    """Everything that is to be written: path below the content folder, bytes."""
    if found.original:
        yield found.original, found.opened.raw
    for one in found.imports:
        yield from one.pictures.items()
        yield one.path, one.text.encode()
