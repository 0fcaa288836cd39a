"""A body whose paste left signs of Word in it, as Markdown.

Comes in: the body. Goes out: the same words with tables, lists, notes and paragraphs, and what was
done. No letter or digit is changed; a second run changes nothing.
"""

from __future__ import annotations

import re

from portal.markup.pasted import BULLET, NOTE, NOTED, Run, Shape, bare, cells, ends, runs

_SIGNS = re.compile(r"[\W_]+")


def unpasted(body: str) -> tuple[str, list[str]]:
    """What cannot be done without losing a letter is left."""
    done: list[str] = []
    for shape, convert in (
        (Shape.TABS, _table),
        (Shape.BULLETS, _list),
        (Shape.BLOCK, _paragraphs),
    ):
        lines = body.split("\n")
        found = [run for run in runs(body) if run.shape is shape]
        for run in reversed(found):
            lines[run.start : run.end] = _apart(lines, run, convert(lines[run.start : run.end]))
        if found and _letters("\n".join(lines)) == _letters(body):
            body = "\n".join(lines)
            done += [_DONE[shape].format(run.end - run.start) for run in found]
    noted, count = _notes(body)
    if count and _letters(noted) == _letters(body):
        return noted, [*done, f"đổi {count} chú thích [1] thành [^1]"]
    return body, done


_DONE = {
    Shape.TABS: "đổi {} dòng có phím Tab thành bảng",
    Shape.BULLETS: "đổi {} dòng có dấu đầu dòng của Word thành danh sách",
    Shape.BLOCK: "tách {} dòng liền nhau thành từng đoạn",
}


def _letters(text: str) -> str:
    return _SIGNS.sub("", text)


def _apart(lines: list[str], run: Run, made: list[str]) -> list[str]:
    """With an empty line before and behind where words stand there."""
    before = run.start > 0 and lines[run.start - 1].strip() != ""
    behind = run.end < len(lines) and lines[run.end].strip() != ""
    return [*[""] * before, *made, *[""] * behind]


def _table(lines: list[str]) -> list[str]:
    head, *rows = [[one.replace("|", "\\|") for one in cells(line)] for line in lines]
    return [_row(head), _row(["---"] * len(head)), *map(_row, rows)]


def _row(told: list[str]) -> str:
    return f"| {' | '.join(told)} |"


def _list(lines: list[str]) -> list[str]:
    return [BULLET.sub("- ", line) for line in lines if line.strip()]


def _paragraphs(lines: list[str]) -> list[str]:
    made: list[str] = []
    for line in lines[:-1]:
        made += [line, ""] if ends(line) else [line]
    return [*made, lines[-1]]


def _notes(body: str) -> tuple[str, int]:
    """Notes that are called and told: `[1]` in a sentence and a line `[1] …` behind it."""
    seen = bare(body)
    called = {found[1] for line in seen for found in NOTE.finditer(line)}
    told = {found[1] for line in seen if (found := NOTED.match(line))}
    known = any(run.shape is Shape.NOTES for run in runs(body))
    if not known or not called <= told or "[^" in body:
        return body, 0
    made: list[str] = []
    for line, raw in zip(seen, body.split("\n"), strict=True):
        if (found := NOTED.match(line)) and found[1] in called:
            made += [*[""] * bool(made and made[-1].strip()), NOTED.sub(r"[^\1]: ", raw, count=1)]
        else:
            made.append(NOTE.sub(r"[^\1]", raw) if line else raw)
    return "\n".join(made), len(called)
