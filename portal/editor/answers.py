"""What a request says once it is decoded, and what an answer is made of.

Comes in: texts. Goes out: records. Refuses to know: sockets, addresses, the desk.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from portal.editor.posted import Pairs

KEY = r"([a-z0-9-]{1,40}/[a-z0-9-]{1,120}(?:/[a-z0-9-]{1,120}){0,4})"
"""The key of an entry in an address: its kind, and its id with the folders in it."""


MOST_OF_A_FILE = 64 * 1024 * 1024
"""What a browser may hand in at once; of it 20 MB may be attached."""


@dataclass(frozen=True, slots=True)
class Answer:
    body: bytes
    type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a request says, decoded."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    pairs: Pairs = field(default_factory=list)
    raw: bytes = b""
    """A file, where one was sent."""


Route = tuple[str, str, Callable[..., Answer]]
"""A method, the pattern of a path, and what answers."""


def to(place: str) -> Answer:
    return Answer(b"", status=303, headers=(("Location", quote(place, safe="/:?=&#.%-_")),))


def page(html: str, status: int = 200) -> Answer:
    return Answer(html.encode(), status=status)


def data(told: object, status: int = 200) -> Answer:
    text = json.dumps(told, ensure_ascii=False)
    return Answer(text.encode(), "application/json; charset=utf-8", status)
