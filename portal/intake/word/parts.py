"""A .docx taken apart: its parts as trees of elements, its relationships, its media.

Comes in: the bytes. Goes out: trees with local names. The bundle keeps the limits of entries, ratio
and sizes; the walk refuses entities: both are those of `source.attachments`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.source.attachments import walk
from portal.source.attachments.bundle import Budget, Bundle

DOCUMENT = "word/document.xml"


@dataclass(slots=True)
class Node:
    """An element: local name, attributes by local name, children; text only of those that hold
    words."""

    name: str
    told: dict[str, str] = field(default_factory=dict)
    inside: list[Node] = field(default_factory=list)
    text: str = ""

    def child(self, *path: str) -> Node | None:
        """The first element of that path below this one."""
        one: Node | None = self
        for name in path:
            one = next((each for each in one.inside if each.name == name), None) if one else None
        return one

    def all(self, name: str) -> Iterator[Node]:
        return (one for one in self.inside if one.name == name)

    def deep(self, *names: str) -> Iterator[Node]:
        """Every element of these names below this one, in order; in what has two forms, the first
        form only."""
        for one in self.inside:
            if one.name == "Fallback":
                continue
            if one.name in names:
                yield one
            yield from one.deep(*names)

    def value(self, *path: str) -> str:
        """`w:val` of an element below."""
        one = self.child(*path)
        return one.told.get("val", "") if one else ""

    def switched(self, *path: str) -> bool:
        """Whether a property stands there that is not switched off."""
        one = self.child(*path)
        return one is not None and one.told.get("val", "1") not in ("0", "false", "off", "none")


_WORDS = ("t", "delText", "instrText", "v")
"""`v`: the value of a cell of a spreadsheet."""


def tree(raw: bytes) -> Node:
    """A part's root element; raises the fault of a part that is no harmless XML."""
    root = Node("")
    above = [root]

    def start(name: str, told: dict[str, str]) -> None:
        one = Node(name, told)
        above[-1].inside.append(one)
        above.append(one)

    def end(name: str) -> None:
        above.pop()

    def text(told: str) -> None:
        if above[-1].name in _WORDS:
            above[-1].text += told

    if raw:
        walk.walk(raw, start, end, text)
    return root.inside[0] if root.inside else root


class Package:
    """The parts of one file."""

    def __init__(self, raw: bytes) -> None:
        self._bundle = Bundle(raw, Budget())
        self.main = self._main()
        self.relations = self._relations(self.main)

    def _main(self) -> str:
        """The main part may have another name; then the file's own relationships tell it."""
        for one in tree(self._bundle.file("_rels/.rels")).all("Relationship"):
            if one.told.get("Type", "").endswith("/officeDocument"):
                return one.told.get("Target", DOCUMENT).lstrip("/")
        return DOCUMENT

    def _relations(self, part: str) -> dict[str, tuple[str, str]]:
        folder, name = posixpath.split(part)
        listed = tree(self._bundle.file(f"{folder}/_rels/{name}.rels"))
        found = {}
        for one in listed.all("Relationship"):
            target = one.told.get("Target", "")
            if one.told.get("TargetMode", "") != "External":
                target = posixpath.normpath(posixpath.join(folder, target)).lstrip("/")
            found[one.told.get("Id", "")] = (one.told.get("Type", "").rpartition("/")[2], target)
        return found

    def part(self, sort: str) -> Node:
        """The tree of the part of that relationship: `styles`, `numbering`, `footnotes`."""
        return tree(self.raw(next(self.targets(sort), "")))

    def targets(self, sort: str) -> Iterator[str]:
        return (target for kind, target in self.relations.values() if kind == sort)

    def raw(self, name: str) -> bytes:
        return self._bundle.file(name) if name else b""

    def document(self) -> Node:
        return tree(self.raw(self.main))
