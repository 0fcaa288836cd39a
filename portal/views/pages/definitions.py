"""One JSON file of short definitions, for who meets a term and does not want to leave the page.

Comes in: the terms. Goes out: the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.term import Term
from portal.views.compact import compact
from portal.views.outputs import Asset
from portal.views.renderer import Renderer

PATH = "thuat-ngu/tra-nhanh.json"
"""Beside the terms' list and pages: a script finds it from the address of any of them."""
LONGEST = 280


def files(renderer: Renderer) -> Iterator[Asset]:
    """Each term's name and the beginning of its definition."""
    v = renderer.page_context("")
    terms = {
        term.id: {"title": term.title, "text": v.plain(term.definition, LONGEST)}
        for term in v.library.of(Term)
    }
    told = compact(terms, sort_keys=True)
    yield Asset(PATH, told.encode() + b"\n")
