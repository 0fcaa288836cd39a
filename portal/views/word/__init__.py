"""Word files of documents: what the page says, in the layout of an administrative form.

Comes in: a drawn page. Goes out: the `.docx` beside it, where it is that of a document there is.
Each says on every sheet that it is a reference copy of the portal, so that nobody takes it for the
document. Reads finished HTML, as the search does: what a page shows, its file shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.kinds.document import Document
from portal.library import Library
from portal.views.inputs import Inputs
from portal.views.names import address, word_path
from portal.views.outputs import Asset, Page, Plan
from portal.views.word.body import converted
from portal.views.word.form import mark_of, opening

if TYPE_CHECKING:
    from portal.views.word.package import Package


def path(plan: Plan) -> str:
    """Where the file of a page stands; empty where it has none."""
    document = _document(plan)
    return word_path(document) if document else ""


class Writer:
    """Makes the files of one build; what is the same in all is made once."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.packages: dict[str, Package] = {}

    def file(self, page: Page, library: Library) -> Asset | None:
        """The file beside a page."""
        document = _document(page.plan)
        if document is None:
            return None
        text = opening(library, document, self.inputs.address) + converted(page.html)
        package = self._package(mark_of(document))
        return Asset(word_path(document), package.sealed(text, document.name))

    def _package(self, mark: str) -> Package:
        # What makes the files is slow to load; who only plans, or draws no document, need not wait.
        from portal.views.word.package import Package

        if mark not in self.packages:
            self.packages[mark] = Package(self.inputs.library.today, mark)
        return self.packages[mark]


def _document(plan: Plan) -> Document | None:
    """The document a page is of; what is still awaited has no file."""
    entry = plan.entry
    if not isinstance(entry, Document) or entry.awaited or plan.url != address(entry):
        return None
    return entry
