"""What other people wrote is retold, never copied: no run of 25 syllables equal to a source.

The sources themselves are no part of the project; `scripts/fingerprints.py` keeps hashes of theirs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import fingerprints
import pytest

from portal.kinds.base import Entry, walk
from portal.library import Library
from portal.road import judge

ROOT = Path(__file__).parent.parent
LONG = 12
"""Words that tell a title even where its beginning is left out."""
SOURCE = (
    "Mỗi sáng, khi sương còn đọng trên lá, trưởng làng lại gõ ba tiếng trống để bọn trẻ dậy tưới "
    "hoa, hát một bài rồi mới đi học; ai quên hát thì chiều phải tưới thêm một lần nữa cho hoa "
    "khỏi buồn, và cứ thế suốt bốn mùa không sót buổi nào."
)


def copied(text: str, known: frozenset[bytes], titles: re.Pattern[str] | None) -> Iterator[str]:
    """The runs of a text that a source has, where 25 syllables of them are in no title."""
    text = unicodedata.normalize("NFC", text)
    found = list(fingerprints.syllables(text))
    hits = fingerprints.runs([word for word, *_ in found])
    starts = [start for start, one in enumerate(hits) if one in known]
    named = [one.span() for one in titles.finditer(text)] if titles and starts else []
    for first, end in merged(starts):
        own = [
            place
            for _, *place in found[first:end]
            if not any(a <= place[0] and place[1] <= b for a, b in named)
        ]
        if len(own) >= fingerprints.RUN:
            yield text[found[first][1] : found[end - 1][2]]


def merged(starts: list[int]) -> Iterator[tuple[int, int]]:
    """Runs that overlap or meet, as one."""
    open_, end = -1, -1
    for start in starts:
        if start > end:
            if end > 0:
                yield open_, end
            open_ = start
        end = start + fingerprints.RUN
    if end > 0:
        yield open_, end


@cache
def library() -> Library:
    return judge(ROOT, date(2026, 12, 1))[0]


@cache
def known() -> frozenset[bytes]:
    return fingerprints.unpack(fingerprints.FILE.read_bytes())


def titles() -> re.Pattern[str]:
    """Names of documents, units and the like, without a «Ban hành kèm theo» too, and headings: they
    are as their owners gave them."""
    names = {unicodedata.normalize("NFC", entry.title) for entry in library().everything}
    for name in tuple(names):
        words = name.split()
        names |= {" ".join(words[cut:]) for cut in range(1, 5) if len(words) - cut >= LONG}
    ordered = sorted((re.escape(one).replace(r"\ ", r"\s+") for one in names), key=len)
    return re.compile(r"^#+ .*|" + "|".join(reversed(ordered)), re.IGNORECASE | re.MULTILINE)


def test_nothing_in_the_portal_is_copied_from_a_source() -> None:
    pattern = titles()
    found = [
        f"{entry.source.path}: {where}: {run}"
        for entry in library().texts
        for where, text in told(entry)
        for run in copied(text, known(), pattern)
    ]
    assert not found, "kể lại bằng lời mình"


def told(entry: Entry) -> Iterator[tuple[str, str]]:
    for where, one, value in walk(entry):
        if isinstance(value, str) and one.name != "title":
            yield where, value
    yield "", entry.body


def test_the_fingerprints_are_there_and_tell_no_word() -> None:
    content = fingerprints.FILE.read_bytes()
    assert len(known()) > 1000
    assert len(content) == len(known()) * fingerprints.BYTES
    assert content == b"".join(sorted(known()))
    assert "trường" not in content.decode("utf-8", errors="ignore")


@pytest.mark.parametrize(
    "change",
    [
        str,
        str.upper,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace(" ", "\n\n").replace(",", " –"),
        lambda text: f"**{text.replace('trống', '*trống*')}**",
        lambda text: f"Người ta kể: {text} Thế thôi.",
        lambda text: text.replace("thì", "thì [1]").replace("[1]", ""),
        lambda text: " ".join(text.split()[7:32]),
        lambda text: " ".join(text.split()[-25:]),
        lambda text: text.replace("khỏi", "kho\u0309i").replace("nữa", "nu\u031b\u0303a"),
    ],
)
def test_a_copy_is_found_however_it_is_laid_out(change: object) -> None:
    source = fingerprints.unpack(fingerprints.pack([SOURCE]))
    assert list(copied(change(SOURCE), source, None))  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(SOURCE.split()[7:31]),
        SOURCE.replace("trẻ", "nhỏ").replace("mới", "rồi").replace("chiều", "tối"),
        "Sáng sáng trưởng làng gõ trống gọi bọn trẻ; tưới hoa, hát xong mới tới trường.",
    ],
)
def test_what_is_told_in_own_words_is_no_copy(text: str) -> None:
    assert not list(copied(text, fingerprints.unpack(fingerprints.pack([SOURCE])), None))


def test_a_title_within_a_run_counts_for_nothing() -> None:
    source = fingerprints.unpack(fingerprints.pack([SOURCE]))
    words = SOURCE.split()
    title = re.compile(re.escape(" ".join(words[:12])))
    assert not list(copied(" ".join(words[:36]), source, title))
    assert list(copied(" ".join(words[:37]), source, title))


def test_old_and_new_places_of_tones_are_one() -> None:
    old, new = "uỷ hoà thuý khoẻ", "ủy hòa thúy khỏe"
    assert [one for one, *_ in fingerprints.syllables(old)] == [
        one for one, *_ in fingerprints.syllables(new)
    ]
