"""A body of Markdown as rows of clauses, whether it was just pasted or has its marks already.

Comes in: Markdown. Goes out: a row for each line, as it is printed; lines that hold several rows
taken apart. Refuses to know: which clause stands where.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portal.clauses.alphabet import SMALL
from portal.clauses.attached import titles
from portal.clauses.labels import Unit, bare, label_of
from portal.clauses.reader import Row, read

_MARK = re.compile(r"[ \t]*\{:?[ \t]*#([^\s{}]+)[ \t]*\}$")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_BULLET = re.compile(r"[-*+][ \t]+(?=\S)")
_ESCAPED = re.compile(r"\\([*+.)-])")
_APART = re.compile(r"[|>]|```|~~~|<|!\[")
"""Begins a table, a quotation, code: no clause begins there."""
_ARTICLE = re.compile(r"(?:(?<=[.:;”\]]) |(?<=[”\"]))(?=Điều [0-9]{1,3}[a-zđ]?\. [^\W\d_])")
_TITLED = re.compile(rf"[^{SMALL}]+?[^\W\d_] (?=Điều [0-9]{{1,3}}[a-zđ]?\.)")
_NUMBER = re.compile(r"(?<=”) (?=[0-9]{1,3}[a-zđ]?\.$)")
_FIRST = re.compile(
    r"([“\"]?Điều [0-9]{1,3}[a-zđ]?\. .{5,150}[^\W\d_])(?<!Điều)(?<!hoản)(?<!ục)(?<!ương) (?=1\.$)"
)
RULE = re.compile(r"\|(?:[ ]*:?-{2,}:?[ ]*\|)+")
_CAPITALS = re.compile(r"([IVXL]{1,6}\. [^a-zà-ỹ]*[^\W\d_]) (?=1\.$)")
_DEEPER = re.compile(r"([0-9]{1,2})\. .*?( )(?=\1\.1\.(?: |$))")
_ARTICLE_BEGINS = re.compile(r"[“\"«‘ ]*Điều [0-9]")
_SIGNS = "–—−•●○▪■□◦·§➢✓►-+"
ARTICLES = re.compile(
    r"^[ \t]*(?:#+[ \t]+)?(?:\*\*)?Điều [0-9]{1,3}[a-zđ]?[.:][^\n]*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body, and what of it is printed."""

    raw: str
    text: str
    id: str = ""
    heading: bool = False


def lines(body: str) -> list[Line]:
    made: list[Line] = []
    fence = ""
    for raw in body.split("\n"):
        told = raw.strip()
        if fence or told[:3] in ("```", "~~~"):
            fence = "" if fence and told.startswith(fence) else fence or told[:3]
            made.append(Line(raw, ""))
        else:
            made.append(_line(raw, told))
    return made


def rows(told: Sequence[Line], first: int = 1) -> list[Row]:
    """`first`: the line of the file at which the body begins."""
    ids = [one.id for one in told]
    for at, line in enumerate(told):
        if line.id and label_of(line.text) is None:
            ids[at] = ""
            begun = _begun(told, at)
            if begun >= 0:
                ids[begun] = line.id
    return [
        Row(line.text, f"dòng {first + at}", id)
        for at, (line, id) in enumerate(zip(told, ids, strict=True))
    ]


def apart(body: str) -> str:
    """The same, a clause that a copy glued to the row above on a line of its own."""
    return "\n".join(_signed(list(_apart(body.split("\n")))))


def without_ids(body: str) -> list[int]:
    """Lines of the document's own articles that have no id, the first line being 0; none at once
    for most texts."""
    if all(found[0].rstrip().endswith("}") for found in ARTICLES.finditer(body)):
        return []
    told = lines(body)
    return [
        at
        for at, (found, line) in enumerate(zip(read(rows(told)).found, told, strict=True))
        if found and found.label.unit is Unit.ARTICLE and not found.quoted and not line.id
    ]


def _line(raw: str, told: str) -> Line:
    mark = _MARK.search(told) if told.endswith("}") else None
    if mark:
        told = told[: mark.start()]
    if _APART.match(told):
        return Line(raw, "")
    heading = _HEADING.match(told)
    if heading:
        told = told[heading.end() :]
    elif (bullet := _BULLET.match(told)) and _is_own(told[bullet.end() :]):
        told = told[bullet.end() :]
    return Line(raw, _ESCAPED.sub(r"\1", told), mark[1] if mark else "", bool(heading))


def _is_own(rest: str) -> bool:
    """Whether the bullet only holds a number or a sign that the text prints."""
    if _ESCAPED.match(rest) or _ESCAPED.search(rest[:8]):
        return True
    rest = bare(rest)
    if rest[:1] in _SIGNS or _ARTICLE_BEGINS.match(rest):
        return True
    label = label_of(rest.lstrip('“"«‘ '))
    return label is not None and label.unit is not Unit.DASH


def _begun(told: Sequence[Line], at: int) -> int:
    """The line with a label that goes on at this one."""
    for above in range(at - 1, -1, -1):
        if not told[above].raw.strip() or told[above].id:
            return -1
        if label_of(told[above].text):
            return above
    return -1


def _apart(told: Sequence[str]) -> Iterator[str]:
    for at, line in enumerate(told):
        if line.startswith("|") and not line.rstrip().endswith("|"):
            yield from _behind_row(line, told[max(0, at - 1) : at + 2])
            continue
        if _APART.match(line) or line.startswith("#"):
            yield line
            continue
        if found := _TITLED.match(line):
            yield line[: found.end()].rstrip()
            line = line[found.end() :]
        for piece in _ARTICLE.split(line):
            if found := _DEEPER.match(piece):
                yield piece[: found.start(2)]
                piece = piece[found.end(2) :]
            yield from _ended(piece)


def _behind_row(line: str, near: Sequence[str]) -> Iterator[str]:
    """«| 6 | Khóa |  | Mẫu II»: what follows a table stands behind its last row."""
    cells = line.count("|")
    closed = any(one.rstrip().endswith("|") and one.count("|") == cells for one in near)
    if not closed and not RULE.match(line):
        yield line
        return
    yield line[: line.rindex("|") + 1]
    yield line[line.rindex("|") + 1 :].strip()


def _ended(piece: str) -> Iterator[str]:
    for shape in (_NUMBER, _CAPITALS, _FIRST):
        if (found := shape.search(piece)) and piece[found.end() :].strip():
            yield piece[: found.end()].rstrip()
            yield piece[found.end() :]
            return
    yield piece


def _signed(told: list[str]) -> Iterator[str]:
    """«… Nguyễn Văn A KẾ HOẠCH … (Ban hành kèm theo …)»: what begins behind a signature."""
    begins = titles(told, [False] * len(told))
    for at, line in enumerate(told):
        place = begins.get(at, 0)
        if place and line.strip() == line:
            yield line[:place].rstrip()
            yield line[place:]
        else:
            yield line
