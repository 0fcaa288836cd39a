"""Where something is put into another portal: the page that writes its snippet, with it chosen.

Comes in: the page context, a name of the register of embedding, which of its choices. Goes out: an
address. `web/embed/builder.js` reads it.
"""

from __future__ import annotations

from urllib.parse import urlencode

from portal.kinds.page import EMBEDDING
from portal.views.context import PageContext


def embedding(v: PageContext, name: str, id: str = "") -> str:
    asked = {"xem": name} | ({"muc": id} if id else {})
    return f"{v.url(f'{EMBEDDING}/')}?{urlencode(asked)}"
