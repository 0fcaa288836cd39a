"""The mark behind a clause in Markdown, which gives it its id: `### Điều 9 {#dieu-9}`.

Comes in: an id. Goes out: what is written behind the text.
"""

from __future__ import annotations


def mark(id: str) -> str:
    """With the space before it; nothing where there is no id."""
    return f" {{#{id}}}" if id else ""
