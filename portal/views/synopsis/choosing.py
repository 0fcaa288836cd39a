"""Any two documents side by side, as a reader chooses: what can be chosen, and what findings are
called. `web/compare` fetches both and compares them.

Comes in: the library. Goes out: a form without its choices, the documents as a list from which the
choices are made, and which is read where no script is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from portal.kinds.document import Document
from portal.kinds.lists import Tone
from portal.views.api.v1 import places
from portal.views.context import PageContext
from portal.views.documents import known_validity
from portal.views.inputs import Inputs
from portal.views.names import address
from portal.views.pages.cited_cards import NAME
from portal.views.parts import Anchor, Badge, Notice
from portal.views.phrases import joined
from portal.views.synopsis.pairs import caution

CHOSEN = "a"
"""In an address: the document a reader comes from."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A document that can be chosen."""

    way: Anchor
    told: Markup
    data: Mapping[str, str]
    """For scripts."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What two clauses can be to each other; `id` is what `web/compare/align.js` calls it."""

    id: str
    badge: Badge
    meaning: str


FINDINGS = (
    Finding("same", Badge("Giống nhau", Tone.GOOD), "lời hai bên như nhau"),
    Finding("near", Badge("Gần giống", Tone.CAUTION), "chữ được tô là chữ khác nhau"),
    Finding("touching", Badge("Có chỗ trùng", Tone.WAITING), "chữ in đậm là chữ trùng nhau"),
    Finding("alone", Badge("Một bên", Tone.PLAIN), "bên kia không có điều khoản giống"),
)


@dataclass(frozen=True, slots=True)
class Choosing:
    """Two choices out of these."""

    documents: tuple[Offered, ...]
    findings: tuple[Finding, ...]
    caution: Notice
    """Where not both texts are those of the originals."""


def offered(inputs: Inputs) -> list[Document]:
    """Documents whose clauses other programmes may be given: those of `web/` are among them."""
    documents = inputs.library.of(Document)
    return [one for one in documents if one.clauses and inputs.handed_on(one)]


def choosing(
    v: PageContext, texts: Iterable[Document], paired: Iterable[Document]
) -> Choosing | None:
    """`paired`: those with a comparison of their own, whether their clauses are here or not."""
    with_text = {one.id for one in texts}
    wanted = with_text | {one.id for one in paired}
    if len(wanted) < 2:
        return None
    documents = tuple(
        Offered(Anchor(one.short, v.url(one)), _told(v, one), dict(_data(v, one, with_text)))
        for one in v.library.of(Document)
        if one.id in wanted
    )
    return Choosing(documents, FINDINGS, caution())


def _told(v: PageContext, one: Document) -> Markup:
    issued = v.show(one.issued) if one.issued else ""
    return joined(filter(None, [one.issuer, issued, known_validity(v, one)]), ", ")


def _data(v: PageContext, one: Document, with_text: set[str]) -> Iterator[tuple[str, str]]:
    yield "document", one.id
    if one.id in with_text:
        yield "text", v.url(places.one(one.KIND, one.id))
        yield "card", v.url(f"{address(one)}{NAME}")
        if one.text_quality.original:
            yield "original", ""
