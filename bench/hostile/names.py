"""Hostile strings as names of files: each must be refused.

In: strings, an empty folder. Out: the names that were accepted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.hostile.world import DAY
from portal.problem import errors
from portal.road import judge
from portal.tree import place_below

TEXT = "---\ntieu_de: Trang bịa {}\n---\n\nLời bịa.\n"


def accepted(folder: Path, strings: Mapping[str, str]) -> Iterator[str]:
    """Names under which a sound page was taken in; hidden files and those the system cannot name
    are no content."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    made = [name for name in strings if _write(docs / f"{strings[name]}.md", docs, name)]
    blamed = {problem.path for problem in errors(judge(folder, DAY)[1])}
    for name in made:
        if place_below(folder, docs / f"{strings[name]}.md") not in blamed:
            yield f"«{name}» ({strings[name]!r})"


def _write(file: Path, docs: Path, name: str) -> bool:
    if file.name.startswith(".") or file.parent != docs:
        return False
    try:
        file.write_text(TEXT.format(name), encoding="utf-8")
    except (OSError, ValueError):
        return False
    return True
