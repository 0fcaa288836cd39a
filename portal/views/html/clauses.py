"""The text of a document with its clauses: a mark at each place, and what the portal knows of it.

Comes in: the HTML of a body, what leads to each place. Goes out: HTML. The signs of marks are drawn
by the style sheet, so that neither the search nor the outline reads them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup, escape

from portal.kinds.document.citation import lead
from portal.kinds.document.clauses import clause_name
from portal.text import upper_first

_HEADING = re.compile(r'<(h[2-6]) id="([^"]+)">(.*?)</\1>', re.DOTALL)
_OWN = re.compile(
    r"(?:<p>|<strong>|[“\"«‘ ])*"
    r"(?:\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*[a-zđ]?|[a-zđ][0-9]?|[ivx]{1,5})[.)/]"
    r"|(?:Điều|Chương|Mục|Phụ lục)\s|[–—−•●○▪■□◦·*§➢✓►-])"
)
"""An item that prints its own number or sign."""
_ITEM = re.compile(r'<li id="([^"]+)"([^>]*)>(.*?)(?=<[ou]l\b|</li>)', re.DOTALL)


def marked(html: str, moved: Mapping[str, str], known: Mapping[str, Markup]) -> Markup:
    """Headings and items that can be pointed to get a link to themselves, the ids they had before,
    and what is known of them. `moved`: old id → the id of now."""
    before: dict[str, str] = {}
    for old, now in moved.items():
        before[now] = f'{before.get(now, "")}<span id="{escape(old)}" class="moved"></span>'

    def heading(m: re.Match[str]) -> str:
        # Beside the heading, not in it: a list of headings reads out their own words only.
        told = f'<{m[1]} id="{m[2]}">{before.get(m[2], "")}{m[3]}</{m[1]}>'
        mark = _mark(m[2], f"Liên kết tới {_named(m[2])}")
        return f'<div class="clause">{told}{mark}</div>{known.get(m[2], "")}'

    def item(m: re.Match[str]) -> str:
        mark = _mark(m[1], upper_first(_named(m[1])), ' tabindex="-1"')
        own = ' class="numbered"' if _OWN.match(m[3]) else ""
        return f'<li id="{m[1]}"{m[2]}{own}>{before.get(m[1], "")}{mark}{m[3]}{known.get(m[1], "")}'

    return Markup(_ITEM.sub(item, _HEADING.sub(heading, html)))


def _named(id: str) -> str:
    return clause_name(id, "chỗ này")


def _mark(id: str, label: str, more: str = "") -> str:
    cited = lead(id)
    cite = f' data-cite="{escape(cited)}"' if cited else ""
    told = f'aria-label="{escape(label)}"{cite}'
    return f'<a class="headerlink" href="#{escape(id)}"{more} {told}></a>'
