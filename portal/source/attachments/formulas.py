"""Which formulas of a spreadsheet reach out of it.

Comes in: a formula as a cell or a name has it. Goes out: whether it starts a programme (DDE, XLM)
or asks another machine as soon as the sheet is opened. `HYPERLINK` waits for a click, so in a
workbook it is an ordinary link.
"""

from __future__ import annotations

import re
from html import unescape

_TEXT, _REFERENCE = re.compile(r'"[^"]*"'), re.compile(r"\[[^\]]*\]")
_ELSEWHERE = re.compile(r"\['?\s*(?:FILE|HTTPS?|FTP|SMB|DAV):")
_NAMES = r"(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE|FOPEN|SHELL)\s*\("
_CALLS = re.compile(rf"\b{_NAMES}")
_HINT = re.compile(rf"{_NAMES}|\||:/|&#".encode())
"""A sheet may have a million formulas, and nearly none has any of these."""
_ELEMENT = re.compile(rb"<(?:[^\s<>:]+:)?(?:f|formula\d?|definedName)(?:\s[^<>]*)?>([^<]+)")
_ATTRIBUTE = re.compile(rb"""formula\s*=\s*(?:"([^"]*)|'([^']*))""")


def in_elements(part: bytes) -> bool:
    """Whether a workbook's XML without comments has one: ten times as fast as walking it."""
    return any(_written(found[1]) for found in _ELEMENT.finditer(part))


def in_attributes(part: bytes) -> bool:
    """Whether a sheet of OpenDocument has one."""
    return any(_written(found[1] or found[2] or b"") for found in _ATTRIBUTE.finditer(part))


def _written(formula: bytes) -> bool:
    if not _HINT.search(formula.upper()):
        return False
    return reaches_out(unescape(formula.decode("utf-8", "replace")))


def reaches_out(formula: str) -> bool:
    without_texts = _TEXT.sub("", formula.upper())
    bare = _REFERENCE.sub("", without_texts)
    return "|" in bare or bool(_CALLS.search(bare) or _ELSEWHERE.search(without_texts))
