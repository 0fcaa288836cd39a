"""The panel of facets beside the lists of documents.

Comes in: how to draw it as seen from an address. Goes out: the panel of any page; it is drawn once
for each depth of address, for between two pages of one depth only the mark of the place differs.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from portal.kinds.document import Document


class Panels:
    """The links of all facets, for the pages of one build."""

    def __init__(self, draw: Callable[[str], str]) -> None:
        """`draw`: the panel as seen from an address."""
        self.draw = draw
        self.drawn: dict[int, str] = {}

    def panel(self, url: str, mark: str) -> Markup:
        """The panel of a page, which says where one is."""
        depth = url.count("/")
        if depth not in self.drawn:
            # No address of ours, so that all links come out the same way.
            self.drawn[depth] = self.draw(f"{Document.KIND}/{'-/' * (depth - 1)}")
        here = f'data-mark="{mark}"'
        return Markup(self.drawn[depth].replace(here, f'{here} aria-current="page"'))
