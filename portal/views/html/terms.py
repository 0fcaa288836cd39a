"""Terms and abbreviations in running text: the first of each on a page leads to the term's page.

Comes in: the terms, finished HTML. Goes out: the same HTML with quiet links. Refuses to know what a
text is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from portal.kinds.term import Term
from portal.views.html.texts import QUIET, change_texts
from portal.views.names import address, relative

NOT_PROSE = QUIET | {"caption", "dt", "h2", "h3", "h4", "h5", "h6", "label", "span", "table"}

_WORD = re.compile(r"[^\W_]+")
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


class Glossary:
    """The names of all terms, by their first word, the longest first."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.by_word: dict[str, list[Name]] = {}
        for term in terms:
            for text in term.marked:
                self._add(escape(text, quote=False), term, text in term.abbreviations)
        for names in self.by_word.values():
            names.sort(key=lambda name: (-len(name.text), name.text, name.term.id))

    def _add(self, text: str, term: Term, abbreviation: bool) -> None:
        """Abbreviations as they are; words also with a capital, as where a sentence begins."""
        word = _WORD.match(text)
        if word is None:
            return
        other = (text[0].lower() if text[0].isupper() else text[0].upper()) + text[1:]
        for form in {text} if abbreviation else {text, other}:
            name = Name(form, term, address(term), term.expansion(text) if abbreviation else "")
            self.by_word.setdefault(form[: word.end()], []).append(name)

    def mark(self, html: str, url: str) -> str:
        """The first of each term in the prose below the page's title becomes a link."""
        head, title, text = html.partition("</h1>")
        return head + title + change_texts(text, _Marker(self, text, url).mark, NOT_PROSE)


class _Marker:
    """One page: what was met on it."""

    def __init__(self, glossary: Glossary, html: str, url: str) -> None:
        self.by_word, self.html, self.url = glossary.by_word, html, url
        self.met: set[str] = set()

    def mark(self, text: str) -> str:
        if len(text) < 2:
            return text
        plain = text.replace("\n", " ")
        made: list[str] = []
        done = end = 0
        for word in _WORD.finditer(plain):
            names = self.by_word.get(word[0])
            if names is None or word.start() < end:
                continue
            start = word.start()
            name = next((one for one in names if _stands(plain, start, one.text)), None)
            if name is None:
                continue
            end = start + len(name.text)
            if self._is_first(name):
                made += [text[done:start], self._link(name, text[start:end])]
                done = end
        return "".join(made) + text[done:] if made else text

    def _is_first(self, name: Name) -> bool:
        """And no link of the editor's leads there already, nor is this the term's own page."""
        if name.term.id in self.met:
            return False
        self.met.add(name.term.id)
        return name.url != self.url and f'"{relative(name.url, self.url)}"' not in self.html

    def _link(self, name: Name, told: str) -> str:
        if name.expansion:
            told = f'<abbr title="{escape(name.expansion)}">{told}</abbr>'
        return f'<a class="term" href="{relative(name.url, self.url)}">{told}</a>'


def _stands(text: str, start: int, name: str) -> bool:
    """Whether the name stands here as words of their own."""
    if not text.startswith(name, start) or (start and text[start - 1] in _GLUED):
        return False
    return _TIED_ON.match(text, start + len(name)) is None
