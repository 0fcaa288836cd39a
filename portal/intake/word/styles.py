"""What a paragraph and its runs inherit: fonts, weight, place, numbering.

Comes in: the tree of `styles.xml`. Goes out: properties looked up along the chain of styles.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.intake.word.parts import Node

_DEEPEST = 20
"""A style based on one that is based on it would go round for ever."""


class Styles:
    def __init__(self, root: Node) -> None:
        self._styles = {one.told.get("styleId", ""): one for one in root.all("style")}
        self._default = next(
            (
                id
                for id, one in self._styles.items()
                if one.told.get("type") == "paragraph" and one.told.get("default") in ("1", "true")
            ),
            "",
        )
        self._document = root.child("docDefaults", "rPrDefault", "rPr")

    def name(self, id: str) -> str:
        """As Word shows it: «heading 1»."""
        one = self._styles.get(id or self._default)
        return one.value("name") if one else id

    def chain(self, id: str) -> Iterator[Node]:
        """The style and those it is based on."""
        for _ in range(_DEEPEST):
            one = self._styles.get(id)
            if one is None:
                return
            yield one
            id = one.value("basedOn")

    def of_paragraph(self, properties: Node | None, *path: str) -> Node | None:
        """A paragraph's property, its own or inherited."""
        if properties and (own := properties.child(*path)):
            return own
        id = (properties.value("pStyle") if properties else "") or self._default
        found = (one.child("pPr", *path) for one in self.chain(id))
        return next(filter(None, found), None)

    def of_run(self, run: Node | None, paragraph: Node | None, name: str) -> Node | None:
        """A run's property: its own, of its style, of the paragraph's style, of the file."""
        if run and (own := run.child(name)):
            return own
        ids = [run.value("rStyle") if run else ""]
        ids += [(paragraph.value("pStyle") if paragraph else "") or self._default]
        for id in filter(None, ids):
            for one in self.chain(id):
                if found := one.child("rPr", name):
                    return found
        return self._document.child(name) if self._document else None

    def font(self, run: Node | None, paragraph: Node | None) -> str:
        one = self.of_run(run, paragraph, "rFonts")
        return (one.told.get("ascii") or one.told.get("hAnsi") or "") if one else ""

    def is_on(self, run: Node | None, paragraph: Node | None, name: str) -> bool:
        one = self.of_run(run, paragraph, name)
        return one is not None and one.told.get("val", "1") not in ("0", "false", "off", "none")
