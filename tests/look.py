"""The look of the portal as it is written, before it is bundled: web/look/."""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "web" / "look"


def sheet() -> str:
    """All of it, in the order it is handed out."""
    index = (FOLDER / "index.css").read_text(encoding="utf-8")
    names = re.findall(r'^@import "([a-z]+\.css)";$', index, re.MULTILINE)
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)
