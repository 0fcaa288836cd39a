"""Documents as of the days on which something changed: a page each, for who needs the past.

Comes in: the library. Goes out: plans; one more page a day of change, where there are several.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from portal.dates import day
from portal.kinds.document import Document
from portal.kinds.document.view import days
from portal.library.days import days as days_of_change
from portal.library.days import text_on
from portal.views.inputs import Inputs
from portal.views.names import address
from portal.views.outputs import Plan


def plan(inputs: Inputs) -> Iterator[Plan]:
    library = inputs.library
    for document in library.of(Document):
        if document.awaited or not inputs.has_page(document):
            continue
        texts = library.versions_of(document)
        since = library.reworded_on(document)
        for one in days_of_change(library, document):
            text = text_on(document, texts, since, one)
            yield Plan(
                template=f"{document.KIND}/day.html.jinja",
                url=days.path(document, one),
                title=f"{document.short}, tính đến ngày {day(one)}",
                description=f"Hiệu lực và lời của {document.name} tính đến ngày {day(one)}.",
                origin=text.source.path,
                label="Văn bản",
                searchable=False,
                outlined=False,
                entry=document,
                instead=address(document),
                view=partial(days.page, document, text, one),
            )
