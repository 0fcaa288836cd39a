"""What was found in a Markdown text, before it is known in which file and field the text stands."""

from __future__ import annotations

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing that is refused or that readers may see otherwise than the editor means."""

    line: int
    """Line of the text, the first being 0."""
    rule: str
    text: str
    remedy: str
    reminder: bool = False
    """It does not stop the build."""
