"""The clauses of a document that is imported, each with the block it begins at and its title.

Comes in: paragraphs and tables in their order. Goes out: units with level and id, the text that
stands in each. How clauses are read is the affair of `portal.clauses`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.clauses.labels import Label, Unit
from portal.clauses.reader import Row, read
from portal.intake.naming import is_capitals
from portal.intake.transcript import Block, Paragraph

_TITLED = (Unit.ANNEX, Unit.PART, Unit.CHAPTER, Unit.SECTION, Unit.SUBSECTION)
"""Units whose title may stand on the next line."""


@dataclass(slots=True)
class Node:
    """A clause, or what stands between two."""

    block: Block
    label: Label | None = None
    id: str = ""
    level: int = 0
    """How many clauses it stands in."""
    title: Paragraph | None = None
    """The line below that is its title."""
    quoted: bool = False
    """Whether it is new wording of another text."""


@dataclass(slots=True)
class Outline:
    nodes: list[Node]
    doubts: list[str]


def outline(blocks: Sequence[Block], prefix: str = "") -> Outline:
    """`prefix` stands before every id: that of an annex with articles of its own."""
    read_ = read([_row(block) for block in blocks], prefix, whole=False)
    nodes: list[Node] = []
    for block, found, level in zip(blocks, read_.found, read_.levels, strict=True):
        if found:
            nodes.append(Node(block, found.label, found.id, found.level, quoted=found.quoted))
        elif nodes and isinstance(block, Paragraph) and _is_title(nodes[-1], block):
            nodes[-1].title = block
        else:
            nodes.append(Node(block, level=level))
    return Outline(nodes, read_.doubts)


def _row(block: Block) -> Row:
    if isinstance(block, Paragraph):
        return Row(block.whole.replace("\n", " "), block.place)
    return Row("", block.place)


def _is_title(node: Node, block: Paragraph) -> bool:
    if node.label is None or node.label.unit not in _TITLED or node.title or node.label.rest:
        return False
    if len(block.text) > 300:
        return False
    return is_capitals(block.text) or block.bold or block.centred or len(block.text) < 120
