"""The places of a long page, with what stands there: a file of its own, fetched when it is found.

Comes in: a record. Goes out: the packed file, or nothing where the page has too few places to
choose among; then they stand on its card. Read by `web/search/passages.js`.
"""

from __future__ import annotations

import gzip

from portal.kinds.document.clauses import clause_name
from portal.text import fold, nfc
from portal.views.compact import compact
from portal.views.search.pack import ID, signed
from portal.views.search.record import Record, Section

FEW = 3
"""Places below which a page is read as a whole."""
_LABEL = 160


def packed(record: Record) -> tuple[str, bytes]:
    """Its name, by its content, and its bytes."""
    if len(record.sections) < FEW:
        return "", b""
    rows = [[one.id, short(named(one), _LABEL), nfc(one.text)] for one in record.sections]
    told = compact(rows)
    content = signed(told.encode("utf-8", "surrogatepass"))
    return content[:ID].hex(), gzip.compress(content, 5, mtime=0)


def named(place: Section) -> str:
    """«Mục II.4. Khảo sát» where the heading tells just «Khảo sát»."""
    label, name = nfc(place.label), clause_name(place.id)
    if not name or fold(name) in fold(label):
        return label
    return f"{name[0].upper()}{name[1:]}. {label}"


def short(text: str, longest: int) -> str:
    """Its first words."""
    text = " ".join(text[: 2 * longest].split())
    return text if len(text) <= longest else text[:longest].rpartition(" ")[0] + "…"
