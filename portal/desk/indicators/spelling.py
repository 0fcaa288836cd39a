"""Values as YAML: plain where nobody could take them for anything else, else in quotes.

Comes in: text, lines, a group. Goes out: how it is written inside a line, or as lines of a key.
"""

from __future__ import annotations

import re
from typing import Any

Bare = str | list[str] | dict[str, Any]
"""A value as the table has it: text, lines, a group."""
STEP = "  "
_PLAIN = re.compile(r"[^\W_](?:[\w ./()%+–-]|,(?= ))*", re.UNICODE)
_SHORT = re.compile(r"[a-z0-9][a-z0-9./#-]*")
NULL = ("", "~", "null", "Null", "NULL")


def several(value: Any) -> Any:
    """A list of one may be written as the one."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def single(new: Bare) -> str:
    return new[0] if isinstance(new, list) else str(new)


def scalar(text: str) -> str:
    """Plain where nobody could take it for anything else."""
    if _PLAIN.fullmatch(text) and text == text.strip() and text not in NULL:
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def flow(new: Bare) -> str:
    if isinstance(new, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in new.items() if one) + "}"
    if isinstance(new, list):
        return "[" + ", ".join(map(flow, new)) + "]"
    told = scalar(new)
    return f'"{told}"' if "," in told and told[0] not in "\"'" else told


def block(key: str, new: Bare) -> list[str]:
    """Lines of a key, without the indentation of its group."""
    if isinstance(new, dict):
        inner = [line for name, one in new.items() if one for line in block(name, one)]
        return [f"{key}:", *(f"{STEP}{line}" for line in inner)]
    if isinstance(new, list):
        if all(map(_SHORT.fullmatch, new)):
            return [f"{key}: {flow(new)}"]
        return [f"{key}:", *(f"{STEP}- {scalar(one)}" for one in new)]
    return [f"{key}: {scalar(new)}"]
