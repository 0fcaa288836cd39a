"""JSON for programmes: no byte that only the eye needs, letters as they are.

Comes in: plain values. Goes out: their text.
"""

from __future__ import annotations

import json


def compact(value: object, *, sort_keys: bool = False) -> str:
    """Values as JSON on one line, without spaces between them."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=sort_keys)
