"""A transcript taken apart into documents: head, body, foot, and what is attached behind the foot.

Comes in: a transcript, the names of types, how names are written, the day. Goes out: documents with
their fields and clauses. Refuses to know: the register and Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from dataclasses import fields as dataclass_fields
from datetime import date
from typing import Any

from portal.clauses.labels import label_of
from portal.intake import foot
from portal.intake.boundaries import (
    attached_begins,
    first_clause,
    foot_begins,
    further,
    is_motto,
    names_type,
    paragraphs,
)
from portal.intake.fields import Fields, Found, Signed, Sure
from portal.intake.head import BASIS, Head
from portal.intake.naming import Casings
from portal.intake.outline import Node, Outline, outline
from portal.intake.segments import run_on, segments
from portal.intake.syllables import odd
from portal.intake.transcript import Block, Paragraph, Picture, Table, Transcript, Way
from portal.text import fold

ATTACHED = "kem-theo"
_WITH = re.compile(r"\(?(?:ban hanh )?kem theo")
_PERIOD = re.compile(
    r"(?:giai doan|nhiem ky|trong cac nam|cac nam)[ ]*(?:tu )?(?:nam )?(20[0-9]{2})[ ]*"
    r"(?:[-–—]|den)[ ]*(?:nam )?(20[0-9]{2})"
)
_LONG_TITLE = 300
_TITLE_WITHIN, _MOST_LINES = 12, 3


@dataclass(slots=True)
class Part:
    """What stands behind the foot, with ids of its own."""

    title: str
    outline: Outline
    places: tuple[str, ...] = ()
    """Of the lines its title is made of."""


@dataclass(slots=True)
class Document:
    fields: Fields
    preamble: list[Block]
    outline: Outline
    parts: list[Part] = field(default_factory=list)
    gone: dict[str, str] = field(default_factory=dict)
    """Places that are in no part of the text: what became of each."""
    bases: list[Paragraph] = field(default_factory=list)

    @property
    def nodes(self) -> Iterator[Node]:
        yield from self.outline.nodes
        for part in self.parts:
            yield from part.outline.nodes

    @property
    def doubts(self) -> list[str]:
        inner = [told for part in self.parts for told in part.outline.doubts]
        return [*self.fields.doubts, *self.outline.doubts, *inner]


@dataclass(frozen=True, slots=True)
class Reading:
    """What is needed to read a document: nothing of it is about one file."""

    types: Mapping[str, str]
    letter: str
    names: Sequence[str]
    today: date


def documents(transcript: Transcript, reading: Reading) -> list[Document]:
    """Each document of a file; most have one."""
    blocks: list[Block] = []
    for one in transcript.blocks:
        blocks += run_on(one) if isinstance(one, Paragraph) else (one,)
    text = "\n".join(one.text for one in paragraphs(blocks))
    casings = Casings(reading.names, text)
    starts = [0, *further(blocks, reading.types)]
    pieces = [blocks[a:b] for a, b in zip(starts, [*starts[1:], len(blocks)], strict=True)]
    return [_document(piece, reading, casings, transcript.way) for piece in pieces if piece]


def _document(blocks: list[Block], reading: Reading, casings: Casings, way: Way) -> Document:
    front = list(segments(blocks))
    head = Head(reading.types, reading.letter, casings, reading.today)
    fields = head.read(front)
    used = dict(fields.used)
    body = _body(blocks, used)
    first = first_clause(blocks, body)
    end = foot_begins(blocks, max(first, body), body)
    after = attached_begins(blocks, end, reading.types)
    found = foot.read(list(segments(blocks[end:after])), casings)
    gone = _gone(blocks[:body], used) | {place: f"thành khoá {key}" for place, key in found.used}
    for one in blocks[end:after]:
        gone |= _set_aside(one, "hình ở phần ký: chữ ký, con dấu")
    left = [one for one in blocks[:body] if _is_left(one, gone)]
    behind = [one for one in blocks[end:after] if _is_left(one, gone)]
    fields = replace(
        fields, signer=found.signer, recipients=found.recipients, period=_period(fields)
    )
    fields = _doubted(fields, way)
    preamble, main = [*left, *blocks[body:first]], blocks[first:end]
    parts = list(_parts(blocks[after:], reading.types))
    made = outline(main)
    made.nodes += [Node(one) for one in behind]
    bases = [one for one in paragraphs(preamble) if BASIS.match(fold(one.text))]
    return Document(fields, preamble, made, parts, gone, bases)


_WORDED = ("title", "issuer", "place", "signer", "superior")


def _doubted(fields: Fields, way: Way) -> Fields:
    """What a machine saw in a picture is never certain, nor are words copied from print, nor one
    that cannot be Vietnamese."""
    changed: dict[str, Found[Any]] = {}
    for one in dataclass_fields(fields):
        found = getattr(fields, one.name)
        if not isinstance(found, Found) or found.sure < Sure.CERTAIN:
            continue
        if way is Way.SCANNED or (way is Way.COPIED and one.name in _WORDED):
            changed[one.name] = replace(found, sure=Sure.LIKELY, why=str(way))
        elif one.name in _WORDED and (word := odd(_words(found.value))):
            changed[one.name] = replace(found, sure=Sure.LIKELY, why=f"chữ «{word}» có thể đọc sai")
    return replace(fields, **changed)  # type: ignore[arg-type]


def _words(value: object) -> str:
    return value.name if isinstance(value, Signed) else str(value)


def _places(block: Block) -> Iterator[str]:
    yield block.place
    if isinstance(block, Table):
        yield from (one.place for one in block.inside)


def _body(blocks: Sequence[Block], used: Mapping[str, str]) -> int:
    """Behind the last block of which something became a field."""
    last = [at for at, one in enumerate(blocks) if any(place in used for place in _places(one))]
    return last[-1] + 1 if last else 0


def _gone(blocks: Sequence[Block], used: Mapping[str, str]) -> dict[str, str]:
    gone = {place: f"thành khoá {key}" for place, key in used.items()}
    for block in blocks:
        gone |= _set_aside(block, "hình ở phần đầu văn bản")
        inside = list(_places(block))
        for one in paragraphs([block]):
            if is_motto(one) and one.place not in gone:
                gone[one.place] = "quốc hiệu, tiêu ngữ"
            elif not any(char.isalpha() for char in one.text):
                gone[one.place] = "đường kẻ, dấu trang trí"
        if isinstance(block, Table) and all(place in gone for place in inside[1:]):
            gone[block.place] = "khung đặt phần đầu văn bản"
    return gone


def _set_aside(block: Block, why: str) -> dict[str, str]:
    """Pictures that stand in the frame of a head or a foot: emblems, seals, signatures."""
    if not isinstance(block, Table) or block.ruled:
        return {}
    return {one.place: why for one in block.inside if isinstance(one, Picture)}


def _is_left(block: Block, gone: dict[str, str]) -> bool:
    """Whether some of it belongs to the text; a table that only set a foot does not."""
    inside = list(_places(block))
    if isinstance(block, Table) and not block.ruled:
        said = [one for one in inside[1:] if one not in gone]
        if not said:
            gone.setdefault(block.place, "khung đặt phần ký")
        return bool(said)
    return block.place not in gone


def _parts(blocks: Sequence[Block], types: Mapping[str, str]) -> Iterator[Part]:
    """An annex carries its own label; a regulation put in force is told by its type."""
    if not blocks:
        return
    lines = _title_lines(blocks, types)
    places = tuple(one.place for one in lines)
    rest = [one for one in blocks if one.place not in places]
    title = " ".join(" ".join(one.text for one in lines).split())
    yield Part(title, outline(rest, ATTACHED if title else ""), places)


def _title_lines(blocks: Sequence[Block], types: Mapping[str, str]) -> list[Paragraph]:
    """«QUY CHẾ» and the lines that say of what; none where a clause comes first."""
    lines: list[Paragraph] = []
    for one in blocks[:_TITLE_WITHIN]:
        if not isinstance(one, Paragraph) or label_of(one.whole):
            break
        if not lines:
            lines += [one] if names_type(one, types) else []
            continue
        folded = fold(one.text)
        if _WITH.match(folded) or BASIS.match(folded) or len(one.text) > _LONG_TITLE:
            break
        lines.append(one)
        if len(lines) == _MOST_LINES:
            break
    return lines


def _period(fields: Fields) -> Found[tuple[int, int]] | None:
    if fields.title is None:
        return None
    found = _PERIOD.search(fold(fields.title.value))
    if not found or int(found[1]) > int(found[2]):
        return None
    return Found((int(found[1]), int(found[2])), Sure.CERTAIN, fields.title.place)
