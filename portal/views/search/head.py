"""The file that is read first: all words with their spellings, and the names of all other files.

Comes in: what the other parts made. Goes out: its raw content.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log2
from typing import Any

from portal.text import fold, nfc
from portal.views.compact import compact
from portal.views.search.record import Shown, Wording
from portal.views.search.words import words

FORMAT = 2
_BEARING = frozenset("adeou")
"""Letters that may carry a mark which belongs to the letter; the tone stands behind the word."""


def head(
    told: Mapping[str, Any],
    lexicon: Sequence[tuple[str, Sequence[tuple[str, int]]]],
    pages: Sequence[Shown],
    files: Iterable[bytes],
    wording: Wording,
) -> bytes:
    """`told` as JSON, then columns of bytes whose lengths it names."""
    kinds = list(dict.fromkeys([*wording.kinds, *(one.kind for one in pages)]))
    columns = {
        "counts": bytes(_log(count) for _, spellings in lexicon for _, count in spellings),
        "titles": bytes(one.title_words for one in pages),
        "kinds": bytes(kinds.index(one.kind) | (0 if one.living else 128) for one in pages),
        "years": bytes(_year(one.date) for one in pages),
        "files": b"".join(files),
    }
    text = compact(
        {
            "format": FORMAT,
            **told,
            "pages": len(pages),
            "kinds": [[kind, wording.kinds.get(kind, kind)] for kind in kinds],
            "facets": [[id, label, id in wording.orders] for id, label in wording.facets.items()],
            "words": " ".join(word for word, _ in lexicon),
            "spellings": " ".join(
                ",".join(_spelled(word, one) for one, _ in spellings) for word, spellings in lexicon
            ),
            "columns": [[name, len(content)] for name, content in columns.items()],
        },
    ).encode()
    return b"".join((len(text).to_bytes(4, "little"), text, *columns.values()))


def _spelled(word: str, told: str) -> str:
    """Only what the marks add to the folded word: `đương1` beside `duong` → `đươ1`."""
    if told == word:
        return ""
    letters, tone = (told[:-1], told[-1]) if told[-1].isdecimal() else (told, "")
    if "".join([_bare(one) for one in letters]) != word:
        return f"={told}"
    return (
        "".join([one for one, plain in zip(letters, word, strict=True) if plain in _BEARING]) + tone
    )


@cache
def _bare(letter: str) -> str:
    """Without its mark, where it is one of the letters that may carry any."""
    plain = fold(letter)
    return plain if plain in _BEARING else letter


def _log(count: int) -> int:
    return min(255, round(16 * log2(count)))


def _year(date: str) -> int:
    return max(0, min(255, int(date[:4]) - 1900)) if date[:4].isdecimal() else 0


def types(pages: Sequence[Shown], wording: Wording) -> dict[str, str]:
    """Names of types and their letters, those of the pages before those that there may be."""
    found = dict(wording.types) | dict(one.type for one in pages if one.type[0])
    return dict(sorted(found.items()))


def phrases(told: Iterable[str]) -> list[str]:
    """In lower case, in their order, each once."""
    return list(dict.fromkeys(" ".join(words(one)) for one in told))


def synonyms(groups: Iterable[Sequence[str]]) -> list[list[str]]:
    """Groups of phrases, each with its marks, in lower case; phrases of one group stand for one
    another."""
    made = []
    for group in groups:
        phrases = list(dict.fromkeys(" ".join(words(nfc(one))) for one in group))
        if len([one for one in phrases if one]) > 1:
            made.append([one for one in phrases if one])
    return made
