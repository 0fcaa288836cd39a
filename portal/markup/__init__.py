"""What Markdown may hold in the portal, and what it shows: a tool of every room.

Comes in: Markdown text. Goes out: links, findings, tokens. Everything that is not allowed is shown
as text, never as markup, so nothing hostile can pass; nothing is dropped without a finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.markup.code import lines_of, without_code
from portal.markup.findings import Finding
from portal.markup.reading import Reading, read
from portal.markup.tags import PAIRED_TAGS
from portal.markup.targets import SCHEMES, is_inside, is_safe

__all__ = [
    "PAIRED_TAGS",
    "SCHEMES",
    "Finding",
    "Reading",
    "internal_links",
    "is_safe",
    "lines_of",
    "read",
    "refused",
    "without_code",
]


def refused(text: str) -> Iterator[tuple[int, str, str, str]]:
    """(line offset, rule, what, remedy) of everything in the text that stops the build."""
    for one in read(text).findings:
        if not one.reminder:
            yield one[:4]


def internal_links(text: str) -> Iterator[tuple[int, str, str]]:
    """(line offset, path inside the site, anchor) of every link that stays in the portal."""
    for line, target in read(text).targets:
        if is_safe(target) and is_inside(target):
            path, _, anchor = target.partition("#")
            yield line, path.strip("/"), anchor
