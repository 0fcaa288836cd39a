"""The search: library → records → one index in few files; read by web/search.

Comes in: the library and the pages, or any list of records. Goes out: files below `assets/search/`.
Knows nothing of how results are shown.

Any list of records can be indexed without a library, a portal or MkDocs:

    from portal.views.search import Record, Section, Wording, index
    made = index([Record(url="a/", title="Tiêu đề", text="Lời văn…", numbers=("11-QĐ/TW",))])
    for asset in made.assets:                      # asset.path below the site's root, asset.content
        write(site / asset.path, asset.content)
    again = index(changed_records, left=made.cache)   # what did not change is not done again

Where making a record takes time, give a `LazyRecord` for it: it is made only if it has to be.

`open("http://host/site/")` of search.js then finds them. A record is described in `record.py`;
`Wording` carries labels of kinds and facets, and synonyms.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable
from typing import TYPE_CHECKING

from portal.library import Library
from portal.views.facets import Facets
from portal.views.outputs import Asset, Plan
from portal.views.search.entries import records, wording
from portal.views.search.record import Called, LazyRecord, Record, Section, Wording

if TYPE_CHECKING:
    from portal.views.search.make import Index


def index(
    records: Iterable[Record | LazyRecord], wording: Wording | None = None, left: bytes = b""
) -> Index:
    """All files of the index; `left` is the `cache` of a former one, or nothing."""
    # What counts in columns is slow to load: it is, beside the other core, when pages are drawn.
    from portal.views.search.make import index

    return index(records, wording, left)


def draw(
    library: Library, pages: Iterable[Plan], left: bytes = b"", facets: Facets | None = None
) -> Index:
    """The index of everything published. `facets`: where they were found already."""
    facets = facets or Facets(library)
    return index(records(library, pages, facets), wording(library, facets), left)


def scripted(assets: Iterable[Asset]) -> list[Asset]:
    """The same files as scripts, for pages opened from a disk: web/disk reads them."""
    made = []
    for asset in assets:
        told = json.dumps([asset.path, b64encode(asset.content).decode()])
        made.append(Asset(f"{asset.path}.js", f"PortalSearch.give(...{told})\n".encode()))
    return made


__all__ = [
    "Called",
    "LazyRecord",
    "Record",
    "Section",
    "Wording",
    "draw",
    "index",
    "scripted",
]
