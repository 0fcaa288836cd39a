"""Where a link inside a file may lead.

Comes in: a link's target as the file has it. Goes out: whether it is an ordinary address, and
whether it leads to another machine. A link acts only when somebody follows it; a target of another
scheme can start a programme of the reader's machine (`ms-msdt:`, `search-ms:`, `javascript:`).
"""

from __future__ import annotations

import re

# One letter is a drive (`C:\`), a number after the colon a port (`www.hcma.vn:8080`).
_SCHEME = re.compile(r"(?!(?:[a-z0-9-]+\.)+[a-z]{2,}:\d)[a-z][a-z0-9+.-]+:")
_SHARE = re.compile(r"(?:file:)?(?:////+(?![a-z]:)|//(?!/|localhost/|[a-z]:))")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]|\.\.[/\\]")
_UNSEEN = re.compile(r"[\x00-\x20\u200b-\u200f\u2028-\u202e\ufeff]+")
_ORDINARY = re.compile("(?:https?|ftp|mailto|tel|callto|sms|news|file|about|cid):")


def ordinary(target: str) -> bool:
    """An address somebody may follow: of the web, of a person, or of a file nearby."""
    plain = _plain(target)
    scheme = _SCHEME.match(plain)
    if scheme and not _ORDINARY.fullmatch(scheme[0]):
        return False
    return not _share(plain)


def elsewhere(target: str) -> bool:
    """Whether it leads to another machine."""
    plain = _plain(target)
    scheme = _SCHEME.match(plain)
    return bool(scheme and scheme[0] != "file:") or _share(plain)


def outside(target: str) -> bool:
    """Whether it leads out of the file that holds it."""
    return bool(_OUTSIDE.match(_plain(target)))


def _share(plain: str) -> bool:
    r"""`\\server\share`, `//server`, `file://server`: another machine learns who reads."""
    return bool(_SHARE.match(plain.replace("\\", "/")))


def _plain(target: str) -> str:
    return _UNSEEN.sub("", target).lower()
