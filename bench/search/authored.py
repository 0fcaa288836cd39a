"""Lists of queries written by hand, each before the tuning that followed it.

In: what is known of the pages. Out: queries; right is where an entry is read today. Where a list
says that nothing is right, the search has to find nothing, or to say what it lacks.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from bench.search.query import Class, Query
from bench.search.truth import Truth

LISTS = {
    "authored": "loi-hoi.yml",
    "authored-new": "loi-hoi-moi.yml",
    "authored-blind": "loi-hoi-mu.yml",
    "authored-second": "loi-hoi-mu-2.yml",
}


def ask(truth: Truth) -> list[Query]:
    """What readers call things, asked of the real content. The lists name entries."""
    lists = ((cls, Path(__file__).parent / file) for cls, file in LISTS.items())
    return [query for cls, file in lists for query in listed(truth, file, cls)]


def listed(truth: Truth, file: Path, cls: str) -> list[Query]:
    """One list; without a class each query is of its own kind. `cho` is a clause."""
    return [
        Query(
            cls or one["loai"],
            one["hoi"],
            frozenset(truth.places.get(f"{id}/", id) for id in one["dung"]),
            one.get("cho", ""),
        )
        for one in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


CLASSES = (
    Class("authored", "lời người đọc", 0.90, at=5),
    Class("authored-new", "lời người đọc, bản 2", 0.90, at=5),
    Class("authored-blind", "lời người đọc, bản 3", 0.85),
    Class("authored-second", "lời người đọc, bản 4", 0.85),
)

__all__ = ["CLASSES", "LISTS", "ask", "listed"]
