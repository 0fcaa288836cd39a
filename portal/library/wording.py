"""When the words of each clause changed, by the dated texts of its document.

Comes in: the texts of a document, the oldest first, and since when the words of now hold. Goes out:
for each clause the days on which its words were others. Refuses to know how texts are compared word
by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from portal.kinds.document import Document, Version


@dataclass(frozen=True, slots=True)
class Reworded:
    """A clause was worded anew, added or dropped."""

    day: str
    """ISO, as far as it is known; empty where it is not."""
    by: str
    """The id of the document that did it; empty where nobody says."""
    older: str
    """The segment by which the older text is addressed."""
    how: str
    """«lời đổi», «thêm», «bỏ»."""


def reworded(
    document: Document, texts: Sequence[Version], since: str
) -> Mapping[str, tuple[Reworded, ...]]:
    """By clause, the earliest first. `since`: the day of the words of now."""
    found: defaultdict[str, list[Reworded]] = defaultdict(list)
    for at, older in enumerate(texts):
        newer = texts[at + 1] if at + 1 < len(texts) else None
        day = newer.day.isoformat() if newer and newer.day else "" if newer else since
        before, now = _clauses(older), _clauses(newer or document)
        by = older.changed_by.id if older.changed_by else ""
        for id in dict.fromkeys((*before, *now)):
            if before.get(id) != now.get(id):
                how = "thêm" if id not in before else "bỏ" if id not in now else "lời đổi"
                found[id].append(Reworded(day, by, f"{document.id}.{older.source.name}", how))
    return {id: tuple(ones) for id, ones in found.items()}


def _clauses(text: Document | Version) -> dict[str, str]:
    """Every clause and its own words, to where the next one begins."""
    lines = text.body.split("\n")
    starts = [one.line - text.source.body_line for one in text.clauses]
    ends = [*starts[1:], len(lines)]
    return {
        one.id: " ".join(" ".join(lines[start:end]).split())
        for one, start, end in zip(text.clauses, starts, ends, strict=True)
    }
