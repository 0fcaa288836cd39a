"""The lines of a head or a foot, apart: what copying and borderless tables put on one line.

Comes in: blocks of a transcript. Goes out: short pieces with their places, in reading order.
Refuses to know: what each piece says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from portal.citations.spelling import plain
from portal.clauses.alphabet import CAPITAL, SMALL
from portal.intake.transcript import Block, Paragraph, Table


@dataclass(frozen=True, slots=True)
class Segment:
    text: str
    place: str
    bold: bool = False
    centred: bool = False
    column: int = 0
    label: str = ""

    @property
    def folded(self) -> str:
        """Small letters without marks, one for each letter of the text."""
        return plain(self.text).lower()


_RULE = re.compile(r"[ ]*(?:[-–—_*=]{3,}|\*{1,})[ ]*|[ ]{3,}")
_SIGNED_FOR = re.compile(r"(?<=\S)[ ](?=(?:KT|TM|TL|TUQ)[./])")
_TO_AND_POST = re.compile(rf"(Nơi nhận ?:?) +([{CAPITAL}][^{SMALL}]{{3,}})")
"""Both columns of a foot on one line of a PDF."""
_LABEL = 5
_ASIDE = re.compile(r"[ ]*\[[^\[\]]{20,}\]")
"""What pages of the web put between the lines: «[Điều này được hướng dẫn bởi …]»."""
_MOTTO = re.compile(
    r"(?i)((?:nước )?cộng h(?:òa|oà) xã hội chủ nghĩa việt nam"
    r"|độc lập ?[-–] ?tự do ?[-–] ?hạnh phúc|đảng cộng sản việt nam)"
)
_DATED = re.compile(
    r"((?:^|(?<= ))[^\W\d_][^,;:./0-9-]{1,40}, ?(?i:ngày)[ .…_0-9OolI]{1,12}(?i:tháng)"
    rf"[ .…_0-9OolI]{{1,12}}(?i:năm)[ .…_]{{0,4}}[0-9OolI…._]{{2,5}})(?=[ ]*$|[ ]+[{CAPITAL}]{{2}})"
)
_NAME = re.compile(
    rf"([^{SMALL}]{{6,}})[ ]((?:[{CAPITAL}][{SMALL}]+[ ]?){{2,5}})((?:[^{SMALL}]{{6,}}.*)?)"
)


def segments(blocks: Iterable[Block]) -> Iterator[Segment]:
    """Tables without lines row by row; their cells side by side stay apart by `column`."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from of_paragraph(block)
        elif isinstance(block, Table) and not block.ruled:
            for one in block.paragraphs:
                yield from of_paragraph(one)


def run_on(one: Paragraph) -> tuple[Paragraph, ...]:
    """«… THỨ TRƯỞNG Nguyễn Văn A KẾ HOẠCH …»: a signature and what begins behind it, apart."""
    found = _NAME.fullmatch(one.text)
    if not found or len(found[3].strip()) < 6:
        return (one,)
    begins = found.start(3)
    behind = replace(one, text=one.text[begins:].strip(), label="", place=f"{one.place}, tiếp")
    return replace(one, text=one.text[:begins].strip()), behind


def of_paragraph(one: Paragraph) -> Iterator[Segment]:
    for line in one.text.split("\n"):
        cells = _side_by_side(line)
        for at, cell in enumerate(cells, 1):
            column = at if len(cells) > 1 and not one.column else one.column
            for text in _apart(cell):
                yield Segment(text, one.place, one.bold, one.centred, column, one.label)


def _side_by_side(line: str) -> list[str]:
    """Two columns set by a tab: «Số: 12/KH-SVH⇥Mây Hạ, ngày…»; behind a label it is only a gap."""
    if found := _TO_AND_POST.fullmatch(line):
        return [found[1], found[2]]
    cells = line.split("\t")
    if len(cells) == 2 and len(cells[0]) > _LABEL:
        return cells
    return [" ".join(cells)]


def _apart(text: str) -> Iterator[str]:
    for piece in _RULE.split(_ASIDE.sub(" ", text)):
        for part in _MOTTO.split(piece):
            for told in _DATED.split(part):
                if told.strip():
                    yield from _name_apart(told.strip())


def _name_apart(text: str) -> Iterator[str]:
    """«TM. HỘI ĐỒNG CHÁNH ÁN Nguyễn Văn A»: the post, then the name."""
    found = _NAME.fullmatch(text)
    if found:
        yield from _SIGNED_FOR.split(found[1].strip())
        yield found[2].strip()
        if found[3].strip():
            yield found[3].strip()
    else:
        yield text
