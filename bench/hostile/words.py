"""Words that an editor wrote and words that a reader sees, to find those lost between.

In: the text of a content file, and the HTML of its pages. Out: how often each word stands in them.
Refuses to use the portal's own readers: what they drop is what is looked for. So this is a plain
look at the lines, as a person would read them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html import unescape

from portal.forms import Prose, Text
from portal.kinds import Kind
from portal.kinds.base import walk_fields
from portal.kinds.fields import form_of

Words = Counter[str]
_WORD = re.compile(r"[^\W_]+")
_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*[\"']?([a-z_]+)[\"']?[ \t]*:(?:[ \t]+|$)")
_INLINE_KEY = re.compile(r"(?<=[{,])[ \t]*[\"']?([a-z_]+)[\"']?[ \t]*:(?=[ \t])")
_LEAD = re.compile(r"[ \t]*(?:-[ \t]+)*")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[abefnrtv0])")
_ENTITY = re.compile(r"\w*&(?:#?\w{1,8});?\w*")
_UNREAD = re.compile(
    r"\{:?[ ]*[#.][^{}\n]*\}"  # a mark of a place
    r"|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|^[ ]{0,3}\[[^\]\n]+\]:[ ]*\S+"  # where links lead
    r"|\[\^[^\]\n]+\]:?|<?https?://[^\s<>)]+>?|<mailto:|</?[a-zA-Z][^<>\n]*>"
    r"|^[ ]{0,3}(?:```|~~~)[^\n]*|^[ \t]*\d+\.(?=[ \t])",  # languages of code; numbers of lists
    re.MULTILINE,
)
_TAG = re.compile(r"<(script|style|nav)\b.*?</\1>|https?://[^\s<]+|<[^>]*>", re.DOTALL)
"""What is no word of the page: ways to other pages are cut to fit, addresses are read by nobody."""
_SHOWN = re.compile(r"<(?:img|abbr)\b[^>]*?\b(?:alt|title)=\"([^\"]*)\"")
_BLOCK = re.compile(r"</?(?:p|li|td|th|h\d|div|dt|dd|br|tr|section|summary)\b")


def in_row(text: str) -> list[str]:
    """Runs of letters and digits, in one case; what no reader sees parts no word."""
    plain = "".join(one for one in unescape(text) if unicodedata.category(one) != "Cf")
    return _WORD.findall(unicodedata.normalize("NFC", plain).casefold())


def of_text(text: str) -> Words:
    return Counter(in_row(text))


def text_of(html: str) -> str:
    """What a page says, also to those who cannot see its pictures."""
    said = " ".join(_SHOWN.findall(html))
    return _TAG.sub("", _BLOCK.sub(" \\g<0>", html)) + " " + said


def of_source(text: str, shown: Collection[str]) -> Words:
    """What the file says under the keys that are shown, and in its body. An entity is a letter in
    Markdown, and stands as it is written elsewhere: the word it stands in is not looked for."""
    return sum((of_text(_ENTITY.sub(" ", line)) for line in shown_lines(text, shown)), Counter())


def shown_lines(text: str, shown: Collection[str]) -> list[str]:
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\n\r", "\n").replace("\r", "\n")
    return [line for key, line in lines(text) if key is None or key in shown]


def lines(text: str) -> Iterator[tuple[str | None, str]]:
    """(key, words) of each line; the key is None in the body, empty where none has been met."""
    key: str | None = ""
    parts = re.split(r"^---[ \t]*$", text, maxsplit=2, flags=re.MULTILINE)
    header, body = (parts[1], parts[2]) if len(parts) == 3 and not parts[0].strip() else (text, "")
    for line in header.split("\n"):
        if line.lstrip().startswith("#"):
            continue
        if found := _KEY.match(line):
            key, line = found[1], line[found.end() :]
        else:
            line = line[_LEAD.match(line).end() :]  # type: ignore[union-attr]
        yield from _inside(key, line)
    for line in _UNREAD.sub(" ", body).split("\n"):
        yield None, line


def _inside(key: str | None, line: str) -> Iterator[tuple[str | None, str]]:
    """`{ten: A, chuc_vu: B}` holds keys too."""
    start = 0
    for found in _INLINE_KEY.finditer(line):
        yield key, _value(line[start : found.start()])
        key, start = found[1], found.end()
    yield key, _value(line[start:])


def _value(text: str) -> str:
    """Only between double quotes does a backslash say anything."""
    return _UNREAD.sub(" ", _ESCAPE.sub("", text) if '"' in text else text)


def text_keys(kind: Kind) -> set[str]:
    """The keys whose values are words to be read as they are."""
    forms: dict[str, list[bool]] = {}
    for _, one in walk_fields(kind.model):
        form = form_of(one)
        forms.setdefault(one.key, []).append(isinstance(form, Text | Prose))
    return {key for key, told in forms.items() if all(told)}


def share_said(text: str, key: str, page: str) -> tuple[int, int]:
    """Of the lines under a key, how many the text of a page says word by word, and how many there
    are."""
    told = f" {' '.join(in_row(page))} "
    phrases = [" ".join(in_row(line)) for name, line in lines(text) if name == key]
    spoken = [phrase for phrase in phrases if phrase]
    return sum(f" {phrase} " in told for phrase in spoken), len(spoken)


@dataclass(frozen=True)
class Said:
    """How often each word stands in a file, and in its pages."""

    source: Words
    page: Words


def lost(before: Said, after: Said, touched: Collection[str]) -> Words:
    """Words that stand in the damaged file and have gone from its pages.

    A page says more than its file: names of what is pointed to, lists. So a word is lost where the
    page says it less often than the file, and a word of the lines that were `touched` also where
    it is said less often than before though it is written as often.
    """
    found: Words = Counter()
    for word, written in after.source.items():
        silent = max(0, before.source[word] - before.page[word])
        found[word] = written - after.page[word] - silent
        more = written - before.source[word]
        if word in touched and more >= 0:
            found[word] = max(found[word], more - (after.page[word] - before.page[word]))
    return +found


def touched(before: str, after: str, shown: Collection[str]) -> set[str]:
    """The words of the lines that differ."""
    old, new = (Counter(shown_lines(text, shown)) for text in (before, after))
    return {word for line in old - new | new - old for word in of_text(line)}


def said_anew(before: str, after: str, shown: Collection[str], pages: tuple[str, str]) -> set[str]:
    """The words of new lines that the page says in a row now and did not before: what else went
    from it with the old lines were words of the portal, not of the file."""
    old, new = (Counter(shown_lines(text, shown)) for text in (before, after))
    was, now = (f" {' '.join(in_row(page))} " for page in pages)
    told: set[str] = set()
    silent: set[str] = set()
    for line in new - old:
        row = in_row(line)
        phrase = f" {' '.join(row)} "
        (told if phrase in now and phrase not in was else silent).update(row)
    return told - silent
