"""Places of a page that can be pointed to can take the focus.

Comes in: finished HTML of an article, about to be framed. Goes out: the same, `tabindex="-1"` on
whatever has an id and takes no focus by itself. In a frame as high as its page, a jump moves the
page around only so; no script is asked. Nothing gets into the order of the Tab key.
"""

from __future__ import annotations

import re

_TARGET = re.compile(
    r"<(?:h[1-6]|li|tr|section|div|p|dt|dd|span|sup|figure|blockquote|details)(?= )"
    r'(?:[^<>"]|"[^"]*")*? id="[^"]+"(?:[^<>"]|"[^"]*")*(?=>)'
)
_FOCUSABLE = " tabindex="


def reachable(html: str) -> str:
    return _TARGET.sub(_with_focus, html)


def _with_focus(found: re.Match[str]) -> str:
    tag = found[0]
    return tag if _FOCUSABLE in tag else f'{tag} tabindex="-1"'
