"""Made-up text that speaks as the portal does: our own sentences, cut and joined anew.

In: a random generator. Out: sentences and titles. A sentence of ours (cau.txt, ten.txt) is cut
before its little words; a piece may be replaced by any piece that begins with the same little
word. Numbers, days, document numbers and places are holes that are filled each time.

    python -m bench.search.speech     writes both files again from the content of today
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

from bench.search import names
from portal.kinds.base import prose
from portal.library import Library

HOME = Path(__file__).parent
SENTENCES, TITLES = HOME / "cau.txt", HOME / "ten.txt"
_LITTLE = """và của theo để trong cho do tại với khi nếu được phải có là bằng từ đến về ở vì nhưng
trên sau trước qua nhằm gồm không chưa đã như"""
LITTLE = frozenset(_LITTLE.split())
HOLE = re.compile(r"\{(so|ngay|nam|n|noi)\}")
_HOLES = (
    ("so", re.compile(r"\d+(?:/\d{4})?[-/][A-ZĐ]{1,5}[A-ZĐa-zđi]*(?:[-/][A-ZĐa-zđ]+)+")),
    ("ngay", re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b")),
    ("nam", re.compile(r"\b(?:19|20)\d\d\b")),
    ("n", re.compile(r"\b\d+(?:[.,]\d+)?\b")),
)
_MARKUP = re.compile(r"\{#[^}]*\}|\[\^[^\]]*\]|[*_`>#{}\\]")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_END = re.compile(r"(?<=[.;?!])\s+")

Frame = tuple[str, ...]
Fill = Callable[[str], str]


@cache
def frames(file: Path) -> tuple[Frame, ...]:
    """Every line of a file in pieces."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return tuple(cut(line) for line in lines if line and not line.startswith("% "))


@cache
def pieces(file: Path) -> dict[str, tuple[str, ...]]:
    """Pieces by the little word they begin with."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for frame in frames(file):
        for piece in frame[1:]:
            found[_first(piece)][piece.rstrip(".;?!:»)")] = None
    return {word: tuple(kept) for word, kept in found.items()}


def cut(line: str) -> Frame:
    made: list[list[str]] = [[]]
    for word in line.split():
        if len(made[-1]) > 1 and word.lower() in LITTLE:
            made.append([])
        made[-1].append(word)
    return tuple(" ".join(words) for words in made)


def _first(piece: str) -> str:
    return piece.split(" ", 1)[0].lower()


def told(random: Random, file: Path, change: float, longest: int) -> str:
    """A line of the file, some of its pieces replaced, its holes still open."""
    frame = random.choice(frames(file))
    bank, made, length = pieces(file), [frame[0]], frame[0].count(" ") + 1
    for piece in frame[1:]:
        chosen = random.choice(bank[_first(piece)]) if random.random() < change else piece
        length += chosen.count(" ") + 1
        if length > longest:
            break
        made.append(chosen)
    return " ".join(made).rstrip(" .;?!:,«»()")


def filled(text: str, random: Random, number: Callable[[], str]) -> str:
    """No holes left; `number` gives a document to cite."""

    def fill(hole: re.Match[str]) -> str:
        match hole[1]:
            case "so":
                return number()
            case "ngay":
                return (
                    f"{random.randint(1, 28)}/{random.randint(1, 12)}/{random.randint(2014, 2026)}"
                )
            case "nam":
                return str(random.randint(1990, 2030))
            case "noi":
                return names.place(random)
        big = random.random() < 0.3
        return (
            f"{random.randint(1, 980)}.{random.randint(0, 999):03d}"
            if big
            else str(random.randint(1, 99))
        )

    return HOLE.sub(fill, text)


def own_lines(library: Library) -> tuple[list[str], list[str]]:
    """The portal's own sentences and titles, their numbers and places made holes."""
    spoken: dict[str, None] = {}
    titles: dict[str, None] = {}
    places = [option.label for option in library.lists["dia-phuong"].values()]
    where = re.compile(rf"\b(?:{'|'.join(sorted(set(places), key=len, reverse=True))})\b")
    for entries in library.entries.values():
        for entry in entries.values():
            if entry.KIND in ("nguon", "trang"):  # what others wrote, and pages about the portal
                continue
            titles[_opened(entry.title, where)] = None
            for _, _, text in prose(entry):
                spoken.update(dict.fromkeys(_opened(one, where) for one in plain_sentences(text)))
    return sorted(one for one in spoken if one.count(" ") > 6), sorted(titles)


def plain_sentences(markdown: str) -> Iterator[str]:
    """The sentences of Markdown, without its marks; tables and headings are none."""
    for line in markdown.splitlines():
        if line.strip() and not line.lstrip().startswith(("|", "#", "[^", ":")):
            yield from _END.split(_MARKUP.sub("", _LINK.sub(r"\1", line)).strip(" -"))


def _opened(line: str, places: re.Pattern[str]) -> str:
    line = " ".join(line.split())
    for name, pattern in _HOLES:
        line = pattern.sub("{" + name + "}", line)
    return places.sub("{noi}", line)


def main() -> None:
    from bench import content
    from bench.identity import ROOT
    from portal.road import judge

    spoken, titles = own_lines(judge(ROOT, content.DAY)[0])
    head = "% Câu của chính cổng này, số và tên nơi để trống; chỉ dùng để bịa trang đo tìm kiếm.\n"
    for file, lines in ((SENTENCES, spoken), (TITLES, titles)):
        file.write_text(head + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
