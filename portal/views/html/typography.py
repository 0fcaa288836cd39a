"""Small print-shop habits on finished HTML: what a line's end must not tear apart, and dashes.

Comes in: HTML. Goes out: the same words with other signs; code, drawings and addresses keep theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from portal.text import NBSP
from portal.views.html.texts import Quiet

_LEADING = (
    *("năm", "tháng", "ngày", "quý", "Quý", "số", "Số", "thứ", "lần", "trang", "khóa", "khoá"),
    *("Điều", "điều", "khoản", "Khoản", "điểm", "Điểm", "mục", "Mục", "Chương", "chương"),
    *("Phần", "Phụ lục", "phụ lục", "mức", "Mức", "Tiêu chí", "tiêu chí", "hạng", "cụm", "bước"),
)
"""Words that belong to the number behind them."""
_UNITS = ("m²", "km", "ha", "nghìn", "triệu", "tỷ", "đồng", "%", "giờ", "tiết", "tuổi")


def _before(words: Iterable[str]) -> str:
    """A space behind one of the words, found by their last letters: few words end so."""
    by_last: dict[str, list[str]] = {}
    for word in words:
        by_last.setdefault(word[-1], []).append(rf"(?<=\b{word} )")
    groups = (f"(?<={last} )(?:{'|'.join(found)})" for last, found in by_last.items())
    return f"(?<=[{''.join(by_last)}] )(?:{'|'.join(groups)})"


# The space first, then one letter beside it, then the rest: few spaces have such a neighbour.
_SPACE = re.compile(
    r" (?:(?=[0-9IVX])(?=[0-9]|[IVX]+\b){led}"
    r"|(?<=[0-9m] )(?:(?<=[0-9] )(?={unit})|(?<=\bđiểm )(?=[a-eg-ik-xđ]\b)))".format(
        led=_before(_LEADING), unit=rf"(?:{'|'.join(_UNITS)})(?!\w)"
    )
)
# A digit first, then what may not stand before it: so a page is searched at twice the speed.
_NUMBER = re.compile(
    r"[0-9](?<![\w/#=-].)[0-9]{0,4}(?:/[0-9]{4})?[-/]"
    r"(?=[^<>]*(?:<|$))"  # in text, not inside a tag; asked early, or long capitals take for ever
    r"(?:(?:[A-ZĐ][A-ZĐa-z]{0,7}[-/]?)+[A-ZĐ0-9][A-ZĐa-z0-9]*|[0-9]{4}(?![\w/-]))"
)
_YEARS = re.compile(r"((?:19|20)[0-9]{2})-((?:19|20)[0-9]{2})")
_AS_IT_IS = Quiet(("code", "kbd", "pre", "script", "svg"))


def typeset(html: str) -> str:
    """`Điều 5` and `năm 2025` stay on one line, document numbers and spans of years too; the years
    of a span have a dash between them."""
    return _AS_IT_IS.change_texts(html, _set) if _AS_IT_IS.are_in(html) else _set(html)


def _set(html: str) -> str:
    # Between the quotes of an attribute a space that does not break does no harm.
    return _NUMBER.sub(_kept, _SPACE.sub(NBSP, html))


def _kept(found: re.Match[str]) -> str:
    """`380-KH/HVCTQG`; `2021–2025` where the first year is the earlier."""
    years = _YEARS.fullmatch(found[0])
    told = f"{years[1]}–{years[2]}" if years and years[1] < years[2] else found[0]
    return f'<span class="nowrap">{told}</span>'
