"""What a built site says: how often that something is not known, which words to avoid it uses, and
which pages say next to nothing of their own.

In: a folder of a site. Out: a table, or data. Knows the pages only as readers get them.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from bench.identity import ROOT
from portal import source
from portal.kinds.lists import Wording, values
from portal.library.lists import lists_of
from portal.rules.words_are_plain import Avoided

LEAST = 60
"""A page of an entry, or of two texts side by side, says at least so many words."""
SHOWN = 12
_WORD = re.compile(r"\w+")
_UNKNOWN = re.compile(r"\bchưa\b", re.IGNORECASE)
_ARTICLE = "//div[contains(concat(' ', @class, ' '), ' article ')]"
_NOT_OWN = (
    ".//nav | .//*[@data-search-exclude]"
    " | .//section[h2[@id='nguon']] | .//section[h2[@id='chua-ro']]"
    " | .//*[contains(concat(' ', @class, ' '), ' remark ')]"
)
"""Ways, tools, sources, what is asked of readers: on every page alike."""
_UNSEEN = ".//script | .//style | .//template"
"""Data that a page hands to its scripts: no reader meets it."""
_QUOTED = ".//*[contains(@class, 'document-body')] | .//*[contains(@class, 'quotation')]"
"""The words of documents, which are theirs."""


@dataclass(frozen=True, slots=True)
class Said:
    """One page: its address, and what is counted on it."""

    url: str
    unknown: int
    avoided: tuple[str, ...]
    words: int
    listed: bool
    """Whether it is a list, or a page made once: how much it says is its own matter."""


def report(site: Path, as_json: bool) -> str:
    """The figures of a site."""
    pages = sorted(_pages(site), key=lambda one: (one.words, one.url))
    if not pages:
        raise RuntimeError(f"{site}: chưa có trang nào; dựng trước: python3 scripts/build.py")
    return json.dumps(_data(pages), ensure_ascii=False, indent=1) if as_json else _table(pages)


def _pages(site: Path) -> Iterator[Said]:
    lists, _ = lists_of(source.read(ROOT))
    avoided = Avoided(values(lists, Wording).values())
    for file in sorted(site.rglob("*.html")):
        found = html.fromstring(file.read_bytes()).xpath(_ARTICLE)
        if found:  # a redirect has none
            yield _said(file.relative_to(site).parent.as_posix(), found[0], avoided)


def _said(url: str, article: html.HtmlElement, avoided: Avoided) -> Said:
    _drop(article, _UNSEEN)
    seen = article.text_content()
    one_thing = article.xpath(".//article[not(contains(@class, 'worksheet'))]")
    _drop(article, _NOT_OWN)
    words = len(_WORD.findall(article.text_content()))
    _drop(article, _QUOTED)
    met = tuple(word for _, word, _ in avoided.found(article.text_content()))
    return Said(url, len(_UNKNOWN.findall(seen)), met, words, not one_thing)


def _drop(article: html.HtmlElement, path: str) -> None:
    for one in article.xpath(path):
        if one.getparent() is not None:
            one.drop_tree()


def _slight(pages: list[Said]) -> list[Said]:
    return [one for one in pages if one.words < LEAST and not one.listed]


def _data(pages: list[Said]) -> dict[str, object]:
    return {
        "pages": len(pages),
        "unknown": sum(one.unknown for one in pages),
        "unknownPages": sum(one.unknown > 0 for one in pages),
        "avoided": dict(Counter(word for one in pages for word in one.avoided).most_common()),
        "slight": {one.url: one.words for one in _slight(pages)},
    }


def _table(pages: list[Said]) -> str:
    slight = _slight(pages)
    words = Counter(word for one in pages for word in one.avoided)
    with_unknown = sum(one.unknown > 0 for one in pages)
    lines = [
        f"{len(pages)} trang",
        f"«chưa …»: {sum(one.unknown for one in pages)} chỗ, trên {with_unknown} trang",
        f"chữ nên tránh (cach-viet): {words.total()} lần, mỗi trang tính một",
        *(f"  {count:4} trang  «{word}»" for word, count in words.most_common()),
        f"trang có dưới {LEAST} chữ của mình: {len(slight)}",
        *(f"  {one.words:4} chữ    {one.url}/" for one in slight[:SHOWN]),
    ]
    return "\n".join(lines + (["  …"] if len(slight) > SHOWN else []))
