"""Where the parts of a document begin in a file: clauses, foot, annexes, the next document.

Comes in: blocks of a transcript, the names of types. Goes out: places among the blocks. Refuses to
know: what the parts say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from portal.clauses.labels import Unit, label_of
from portal.intake import foot
from portal.intake.head import BASIS
from portal.intake.naming import is_capitals
from portal.intake.segments import segments
from portal.intake.transcript import Block, Paragraph, Table
from portal.text import fold

_MOTTO = ("cong hoa xa hoi chu nghia", "dang cong san viet nam", "doc lap - tu do", "doc lap-tu do")
_LONG = 80
"""Letters of a line that can only be text."""


def paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for one in blocks:
        if isinstance(one, Paragraph):
            yield one
        elif isinstance(one, Table):
            yield from one.paragraphs


def first_clause(blocks: Sequence[Block], body: int) -> int:
    """The first clause behind the head: dashes before it belong to the preamble."""
    for at in range(body, len(blocks)):
        one = blocks[at]
        label = label_of(one.whole) if isinstance(one, Paragraph) else None
        if label and label.unit < Unit.DASH and not BASIS.match(fold(label.rest)):
            return at
    return len(blocks)


def foot_begins(blocks: Sequence[Block], first: int, body: int) -> int:
    """The first block behind some text that can only be of a foot."""
    if first >= len(blocks):
        first = body + next(
            (
                at
                for at, one in enumerate(blocks[body:], 1)
                if isinstance(one, Paragraph) and len(one.text) > _LONG
            ),
            0,
        )
    for at in range(first, len(blocks)):
        told = list(segments(blocks[at : at + 4]))
        if told and foot.begins(told):
            return at
    return len(blocks)


def attached_begins(blocks: Sequence[Block], end: int, types: Mapping[str, str]) -> int:
    """Where an annex, or a text put in force by this one, begins."""
    for at in range(end, len(blocks)):
        one = blocks[at]
        if isinstance(one, Table) and one.ruled and at > end:
            return at
        if not isinstance(one, Paragraph):
            continue
        label = label_of(one.whole)
        if label and label.unit in (Unit.ANNEX, Unit.CHAPTER, Unit.ARTICLE, Unit.ROMAN):
            return at
        if is_motto(one) or names_type(one, types):
            return at
    return len(blocks)


def is_motto(one: Paragraph) -> bool:
    return fold(one.text).startswith(_MOTTO)


def names_type(one: Paragraph, types: Mapping[str, str]) -> bool:
    """Whether a line in capitals begins with the name of a type: «QUY CHẾ»."""
    text = " ".join(one.text.partition("(")[0].split())
    told = f"{fold(text)} "
    return is_capitals(text) and any(told.startswith(f"{fold(name)} ") for name in types.values())


def further(blocks: Sequence[Block], types: Mapping[str, str]) -> Iterator[int]:
    """Where another document with a head and a number of its own begins in the same file."""
    signed = False
    last = 0
    for at, block in enumerate(blocks):
        told = list(segments([block]))
        behind = list(segments(blocks[at : at + 4]))
        signed = signed or (at > last + 2 and bool(behind) and foot.begins(behind))
        if not signed or not any(one.folded.startswith(_MOTTO[:2]) for one in told):
            continue
        start = at
        while start > last and _before_motto(blocks[start - 1]):
            start -= 1
        near = list(segments(blocks[start : at + 8]))[:16]
        if any(re.match(r"so[ ]*[:.]?[ ]*[0-9]", one.folded) for one in near):
            signed, last = False, start
            yield start


def _before_motto(block: Block) -> bool:
    """A line in capitals that names the issuer above the motto."""
    if not isinstance(block, Paragraph) or not is_capitals(block.text):
        return False
    told = fold(block.text)
    return told.startswith(
        ("bo ", "so ", "uy ban", "truong", "hoc vien", "tinh uy", "thanh uy", "ban ")
    )
