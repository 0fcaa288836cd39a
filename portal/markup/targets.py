"""Where a link may lead: the one list of allowed schemes.

Comes in: a target as the parser read it. Goes out: whether it may be followed.
"""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

SCHEMES = ("http", "https", "mailto", "tel")
_CONTROL = re.compile(r"[\x00-\x20\x7f\\]")


def is_safe(target: str) -> bool:
    """Whether a link's target is one of the allowed schemes or a path inside the site."""
    plain = html.unescape(target).strip()
    if _CONTROL.search(plain):
        return False
    try:
        parts = urlsplit(plain)
    except ValueError:
        return False
    if parts.scheme:
        web = parts.scheme.lower() in ("http", "https")
        return parts.scheme.lower() in SCHEMES and (bool(parts.netloc) or not web)
    path = plain.partition("#")[0].split("/")
    return not plain.startswith("//") and ".." not in path and ":" not in path[0]


def is_foreign(target: str) -> bool:
    """Whether a picture would be fetched from another site."""
    try:
        return bool(urlsplit(html.unescape(target)).netloc)
    except ValueError:
        return True


def is_inside(target: str) -> bool:
    """Whether it names a page or a file of the portal."""
    return bool(target.partition("#")[0].strip("/")) and not urlsplit(target).scheme
