"""Word files of documents: what the page says, in the layout of an administrative form.

Comes in: the press and its finished pages. Goes out: one `.docx` for every document there is.
Each says on every sheet that it is a reference copy of the portal, so that nobody takes it for the
document. Reads finished HTML, as the search does: what a page shows, its file shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from portal.kinds.document import Document
from portal.views.names import address, word_path
from portal.views.outputs import Asset, Page
from portal.views.pages import Press
from portal.views.word.body import converted
from portal.views.word.form import opening
from portal.views.word.parcel import Parcel


def draw(press: Press, pages: Iterable[Page]) -> Iterator[Asset]:
    """In the library's order; what is still awaited has no file."""
    library = press.library
    by_url = {page.url: page for page in pages}
    parcel = Parcel(library.today)
    for document in library.of(Document):
        page = by_url.get(address(document))
        if page and not document.awaited:
            text = opening(library, document, press.address) + converted(page.html)
            yield Asset(word_path(document), parcel.sealed(text, document.name))
