"""Text as it was typed or pasted: .txt, .md, standard input.

Comes in: bytes in any encoding Vietnamese was ever saved in. Goes out: a transcript, one element a
line. Refuses to know: what the lines mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from portal.intake.pages import JOINED, Line, paragraphs, stray
from portal.intake.syllables import misread
from portal.intake.transcript import Block, Cell, Paragraph, Sort, Table, Tally, Transcript, Way
from portal.letters import conversion, legacy, mojibake, unseen
from portal.text import nfc

_MARKDOWN = re.compile(r"^#{1,6}[ \t]+|[ \t]*\{:?[ \t]*#[a-z0-9.-]+[ \t]*\}[ \t]*$")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|</?(?:i|b|u|em|strong)>")
_RULE = re.compile(r"[ \t|:-]*-{3,}[ \t|:-]*")
_BEYOND_LATIN = re.compile("[\u0102-\u01b0\u1ea0-\u1ef9]")
"""Vietnamese letters that no encoding from before Unicode shows."""
_CUT = 3
"""So many lines that go on from the one above are no accident."""
_CODED = "cp1252"
_LONGEST = 130
"""Lines of a text that was broken by hand are no longer than this."""


def read(raw: bytes) -> Transcript:
    text, lost = decoded(raw)
    lines, converted = _of_today(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    tally = Tally()
    read = [_line(tally, at, line) for at, line in enumerate(lines, 1)]
    made = _joined(read, tally)
    places = tuple((read[at].place, encoding) for at, encoding in converted)
    doubts = tuple(
        f"{read[at].place}: có chữ máy không đọc được, để dấu �." for at in lost if at < len(read)
    )
    joined = sum(why.startswith(JOINED) for _, why in made.changed)
    copied = joined >= _CUT or any(misread(line.text) for line in read)
    way = Way.COPIED if copied else Way.TYPED
    return replace(made, way=way, converted=places, doubts=doubts)


def decoded(raw: bytes) -> tuple[str, list[int]]:
    """The text, and the lines in which letters were lost. A line that is no UTF-8 is read alone:
    files put together by hand mix encodings."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace"), []
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        pass
    told, lost = [], []
    for at, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n")):
        try:
            told.append(line.decode())
        except UnicodeDecodeError:
            told.append(_of_code_page(line))
            if "\ufffd" in told[-1]:
                lost.append(at)
    return "\n".join(told), lost


def _of_code_page(line: bytes) -> str:
    """Windows' own Vietnamese page writes tones as marks behind their vowels; the others show as
    Latin-1 and are converted with the rest."""
    shown = line.decode("latin-1")
    windows = nfc(line.decode("cp1258", "replace"))
    if not legacy.accused(shown) and _BEYOND_LATIN.search(windows):
        return windows
    return line.decode(_CODED, "replace") if "\x80" <= max(shown) < "\xa0" else shown


def _of_today(lines: Sequence[str]) -> tuple[list[str], list[tuple[int, str]]]:
    """Every line in Unicode, and which were not. A text without one letter of today is wholly of
    yesterday; in a mixed one only lines that carry its signs are."""
    made = [nfc(unseen.SPACES.sub(" ", mojibake.undone(line))) for line in lines]
    whole = "\n".join(made)
    encoding = conversion.of_text(whole)
    if not encoding:
        return made, []
    mixed = bool(_BEYOND_LATIN.search(whole))
    old = [
        at
        for at, line in enumerate(made)
        if not line.isascii()
        and not _BEYOND_LATIN.search(line)
        and (not mixed or encoding in legacy.accused(line))
    ]
    for at in old:
        made[at] = conversion.to_unicode(made[at], encoding)
    return made, [(at, encoding) for at in old]


def _line(tally: Tally, number: int, text: str) -> Line:
    place = f"dòng {number}"
    if text.strip():
        tally.elements.append((place, Sort.LINE))
    return Line(place, text.rstrip())


def _joined(lines: Sequence[Line], tally: Tally) -> Transcript:
    """Tables where rows stand below one another, paragraphs elsewhere."""
    blocks: list[Block] = []
    changed: list[tuple[str, str]] = []
    plain: list[Line] = []

    def close() -> None:
        blocks.extend(_paragraphs(plain, tally, changed))
        plain.clear()

    at = 0
    while at < len(lines):
        end = _table_end(lines, at)
        if end - at < 2:
            plain.append(lines[at])
            at += 1
            continue
        close()
        blocks.append(_table(lines[at:end], tally, changed))
        at = end
    close()
    return Transcript(
        blocks=tuple(blocks),
        elements=tuple(tally.elements),
        dropped=tuple(tally.dropped),
        changed=tuple(changed),
    )


def _paragraphs(
    lines: Sequence[Line], tally: Tally, changed: list[tuple[str, str]]
) -> Iterator[Paragraph]:
    told: list[Line] = []
    for line in lines:
        if why := stray(line.text):
            tally.drop(line.place, f"{why}: «{line.text.strip()[:60]}»")
            continue
        bare = _STRONG.sub(lambda found: found[2] or "", _MARKDOWN.sub("", line.text))
        told.append(replace(line, text=" ".join(bare.split())))
    said = [len(one.text) for one in told if one.text]
    longest = max(said, default=0)
    width = longest if 40 < longest <= _LONGEST else 0
    yield from paragraphs(told, width, tally, changed)


def _table_end(lines: Sequence[Line], at: int) -> int:
    """Where the rows end that begin at this line."""
    sign = _sign(lines[at].text)
    if not sign:
        return at
    columns = len(_cells(lines[at].text, sign))
    end = at
    while end < len(lines) and _sign(lines[end].text) == sign:
        if len(_cells(lines[end].text, sign)) != columns:
            break
        end += 1
    return end


def _sign(text: str) -> str:
    told = text.strip()
    if told.startswith("|") and told.endswith("|") and told.count("|") > 2:
        return "|"
    return "\t" if told.count("\t") >= 1 and "\t" in told else ""


def _cells(text: str, sign: str) -> list[str]:
    told = text.strip().strip("|") if sign == "|" else text.strip("\n ")
    return [" ".join(one.split()) for one in told.split(sign)]


def _table(lines: Sequence[Line], tally: Tally, changed: list[tuple[str, str]]) -> Table:
    place = tally.place("bảng", Sort.TABLE)
    rows = []
    for line in lines:
        if _RULE.fullmatch(line.text):
            tally.drop(line.place, "dòng kẻ của bảng")
            continue
        changed.append((line.place, "thành một hàng của bảng"))
        cells = _cells(line.text, _sign(line.text))
        rows.append(
            tuple(
                Cell((Paragraph(place=f"{line.place}, ô {at}", text=cell),) if cell else ())
                for at, cell in enumerate(cells, 1)
            )
        )
    return Table(place, tuple(rows))
