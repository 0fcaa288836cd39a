"""A mark beside every place of a document that can be pointed to.

Comes in: the HTML of a body. Goes out: HTML.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from portal.kinds.document.clauses import clause_name

_HEADING = re.compile(r'<(h[2-6]) id="([^"]+)">(.*?)</\1>', re.DOTALL)
_ITEM = re.compile(r'<li id="([^"]+)">')


def marked(html: str) -> Markup:
    """Headings and items that can be pointed to get a link to themselves. Its sign is drawn by the
    style sheet, so that neither the search nor the outline reads it."""
    html = _HEADING.sub(lambda m: f'<{m[1]} id="{m[2]}">{m[3]}{_mark(m[2])}</{m[1]}>', html)
    return Markup(_ITEM.sub(lambda m: m[0] + _mark(m[1], ' tabindex="-1"'), html))


def _mark(id: str, more: str = "") -> str:
    name = clause_name(id, "chỗ này")
    return f'<a class="headerlink" href="#{id}"{more} aria-label="Liên kết tới {name}"></a>'
