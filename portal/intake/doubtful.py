"""Lines that a machine saw in a picture and may have misread, told page by page.

Comes in: lines with how surely each was seen. Goes out: which are to be looked at, in
sentences. Refuses to know: what the lines mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from portal.intake.pages import Line, is_dirt
from portal.intake.syllables import odd
from portal.text import quote

_UNSURE = 70.0
"""What tesseract gives a line of which a word in three is wrong, out of a hundred."""
_STRANGE = re.compile(r"[^\w\s.,;:!?()\[\]“”\"'‘’«»/&%+*§°\-–—…•]|_|(?<=[^\W\d_])[;:](?=[^\W\d_])")
_MANY, _TOLD = 0.3, 12


def is_doubtful(line: Line) -> bool:
    return line.sure < _UNSURE or bool(_STRANGE.search(line.text) or odd(line.text))


def told(lines: Sequence[Line]) -> Iterator[str]:
    """First whether the whole is worth reading, then the lines of each page."""
    seen = [one for one in lines if one.seen and not is_dirt(one.text)]
    doubtful = [one for one in seen if is_doubtful(one)]
    if seen and len(doubtful) > _MANY * len(seen):
        yield (
            f"bản quét mờ hoặc nghiêng: {len(doubtful)} trong {len(seen)} dòng có thể đọc sai. Nên "
            "quét lại thẳng, đen trắng, 200 đến 300 dpi, hoặc xin bản Word; không thì phải gõ lại "
            "từng dòng theo bản gốc."
        )
    for page, found in groupby(doubtful, key=lambda one: one.page):
        ones = list(found)
        more = f" và {len(ones) - _TOLD} dòng nữa" if len(ones) > _TOLD else ""
        places = ", ".join(one.place.rpartition(" ")[2] for one in ones[:_TOLD])
        yield (
            f"trang {page}, dòng {places}{more}: chữ có thể đọc sai, như {quote(ones[0].text, 60)}."
        )
