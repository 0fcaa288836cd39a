"""Records → the files of an index."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from portal.views.outputs import Asset
from portal.views.search.record import Record, Wording

HEAD = "assets/search/index.json"


@dataclass(frozen=True, slots=True)
class Index:
    """The files of one index, and what the next build may use again."""

    assets: tuple[Asset, ...]
    memory: bytes = b""


def index(records: Iterable[Record], wording: Wording | None = None, memory: bytes = b"") -> Index:
    """All files of the index; the same records give the same bytes, with or without memory."""
    wording = wording or Wording()
    ordered = sorted(records, key=lambda one: (one.order, one.url))
    told = {
        "kinds": dict(wording.kinds),
        "facets": dict(wording.facets),
        "docs": [
            [
                *(one.url, one.title, one.kind, one.summary or one.text[:160], one.date),
                *([*one.badges], [*one.numbers], {k: [*v] for k, v in one.facets.items()}),
                "\n".join((one.text, *(f"{s.label} {s.text}" for s in one.sections))),
                [[s.id, s.label] for s in one.sections],
            ]
            for one in ordered
        ],
    }
    content = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    return Index((Asset(HEAD, content),))
