"""Terms and abbreviations in running text: the first of each on a page leads to the term's page.

Comes in: the terms, finished HTML. Goes out: the same HTML with quiet links. Refuses to know what a
text is about.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape

from portal.kinds.base import Link
from portal.kinds.term import Term
from portal.views.html.texts import QUIET
from portal.views.names import address, relative

_NOT_PROSE = QUIET | ("caption", "dt", "h2", "h3", "h4", "h5", "h6", "label", "span", "table")

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"<[^<>]*>|[^\W_]+")
"""A tag, or a word outside of tags."""
_GLUED = frozenset("-/_.@#&")
"""What ties a word to the one before: `380-KH/HVCTQG` holds no abbreviation."""
_TIED_ON = re.compile(r"\w|[-/_]\w|[.,]\d")
"""What may not follow: `Mức 1,5` is not «Mức 1», `HVCTQG-VTCT` is not «HVCTQG»."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write a term, as it stands in HTML."""

    text: str
    term: Term
    url: str
    expansion: str
    """The words an abbreviation stands for."""


class Names:
    """Those that begin with one word."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.by_text: dict[str, Name] = {}
        for name in sorted(names, key=lambda name: name.term.id):
            self.by_text.setdefault(name.text, name)
        self.lengths = sorted({len(text) for text in self.by_text}, reverse=True)

    def at(self, text: str, start: int) -> Name | None:
        """The longest that stands at this place as words of their own."""
        for length in self.lengths:
            name = self.by_text.get(text[start : start + length])
            if name and _TIED_ON.match(text, start + length) is None:
                return name
        return None


class Glossary:
    """The names of all terms, by their first word."""

    def __init__(self, terms: Iterable[Term], place: Callable[[Link], str] = address) -> None:
        """`place`: where a term is explained, below the site's root."""
        found: dict[str, list[Name]] = {}
        for term in terms:
            url = place(term.link)
            for text in term.marked:
                for word, name in _forms(escape(text, quote=False), term, text, url):
                    found.setdefault(word, []).append(name)
        self.by_word = {word: Names(names) for word, names in found.items()}

    def mark(self, html: str, url: str) -> str:
        """The first of each term in the prose below the page's title becomes a link."""
        head, title, text = html.partition("</h1>")
        return head + title + _NOT_PROSE.change_runs(text, _Marker(self, text, url).mark)


def _forms(text: str, term: Term, written: str, url: str) -> Iterator[tuple[str, Name]]:
    """(first word, name). Abbreviations as they are; words also with a capital, as where a
    sentence begins. `text`: as it stands in HTML."""
    word = _WORD.match(text)
    if word is None:
        return
    expansion = term.expansion(written) if written in term.abbreviations else None
    other = (text[0].lower() if text[0].isupper() else text[0].upper()) + text[1:]
    for form in {text} if expansion is not None else {text, other}:
        yield form[: word.end()], Name(form, term, url, expansion or "")


class _Marker:
    """One page: what was met on it."""

    def __init__(self, glossary: Glossary, html: str, url: str) -> None:
        self.by_word, self.html, self.url = glossary.by_word, html, url
        self.met: set[str] = set()

    def mark(self, run: str) -> str:
        plain = run.replace("\n", " ")
        made: list[str] = []
        done = end = 0
        for piece in _PIECE.finditer(plain):
            names = self.by_word.get(piece[0])
            start = piece.start()
            if names is None or start < end or (start and plain[start - 1] in _GLUED):
                continue
            name = names.at(plain, start)
            if name is None:
                continue
            end = start + len(name.text)
            if href := self._first(name):
                made += [run[done:start], _link(name, href, run[start:end])]
                done = end
        return "".join(made) + run[done:] if made else run

    def _first(self, name: Name) -> str:
        """Where it leads, unless it was met, an editor's link leads there, or this is its page."""
        if name.term.id in self.met:
            return ""
        self.met.add(name.term.id)
        href = relative(name.url, self.url)
        return "" if name.url.partition("#")[0] == self.url or f'"{href}"' in self.html else href


def _link(name: Name, href: str, told: str) -> str:
    if name.expansion:
        told = f'<abbr title="{escape(name.expansion)}">{told}</abbr>'
    return f'<a class="term" href="{href}">{told}</a>'
