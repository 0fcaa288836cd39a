"""When the words of each clause changed, by the dated texts of its document and by those that amend
it.

Comes in: the texts of a document, the oldest first, and since when the words of now hold; what
later documents say they amend. Goes out: for each clause the days on which its words were others.
Refuses to know how texts are compared word by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from portal.kinds.document import Document, Version
from portal.kinds.document.parts import Relation


@dataclass(frozen=True, slots=True)
class Reworded:
    """A clause was worded anew, added or dropped."""

    day: str
    """ISO, as far as it is known; empty where it is not."""
    by: str
    """The id of the document that did it; empty where nobody says."""
    older: str
    """The segment by which the older text is addressed; empty where nobody has it."""
    how: str
    """«lời đổi», «thêm», «bỏ»; of what only another document tells: «được sửa đổi, bổ sung»."""


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


Amendment = tuple[Document, Relation, str]
"""A later document, how it amends this one, and since when it holds itself (ISO)."""


def with_amendments(
    document: Document, told: Mapping[str, tuple[Reworded, ...]], by: Iterable[Amendment]
) -> Mapping[str, tuple[Reworded, ...]]:
    """The same with what later documents say they amend, where no older text shows it."""
    found = dict(told)
    anchors = document.anchors()
    for later, relation, since in by:
        id = relation.to.anchor
        before = found.get(id, ())
        if id in anchors and all(one.by != later.id for one in before):
            how = (relation.type.inverse_label or "").removesuffix(" bởi").lower()
            mine = Reworded(since, later.id, "", how)
            found[id] = tuple(sorted((*before, mine), key=lambda one: one.day))
    return found


def _clauses(text: Document | Version) -> dict[str, str]:
    """Every clause and its own words, to where the next one begins."""
    lines = text.body.split("\n")
    starts = [one.line - text.source.body_line for one in text.clauses]
    ends = [*starts[1:], len(lines)]
    return {
        one.id: " ".join(" ".join(lines[start:end]).split())
        for one, start, end in zip(text.clauses, starts, ends, strict=True)
    }
