"""What a page without an entry says in its own template: headings, paragraphs, ways to do things.

Comes in: the name of a shared template. Goes out: plain text, without what a view model fills in.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from portal.views.outputs import SHARED

_NOTE = re.compile(r"\{#.*?#\}", re.S)
_HEADING = re.compile(r"""\{%-? *call c\.section\([^,]+, "([^"{]+)"\) *-?%\}""")
_FILLED = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.S)
_UNSEEN = re.compile(r"<(script|\w+(?=[^>]*\b(?:without-script|only-from-file)\b))\b.*?</\1>", re.S)
"""What is there for programmes, or for few readers only."""
_TAG = re.compile(r"<[^>]*>")


@cache
def laid(template: str) -> str:
    """Its words, a line each paragraph; nothing where it is no shared template."""
    path = SHARED / template
    if not path.is_file():
        return ""
    told = _HEADING.sub(r"\n\1\n", _UNSEEN.sub("", _NOTE.sub("", path.read_text("utf-8"))))
    lines = _TAG.sub(" ", _FILLED.sub(" ", told)).split("\n")
    return "\n".join(filter(None, (" ".join(unescape(one).split()) for one in lines)))
