"""All files of the open data, drawn from the library alone.

Comes in: a renderer, for its library and address. Goes out: ready files below `api/v1/`. The same
library on the same day gives the same bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from portal.kinds import KINDS, Entry, Kind
from portal.views.api.v1 import HOME, gone, places, schema, tables
from portal.views.api.v1.envelope import UNDATED, Collection, Wrapper
from portal.views.api.v1.fill import Filler
from portal.views.api.v1.models import model_of
from portal.views.api.v1.written import apart, as_bytes, piece, told, with_more
from portal.views.inputs import Inputs
from portal.views.outputs import Asset
from portal.views.renderer import Renderer

CHANGES = Path(__file__).parent / "thay-doi.txt"
LEVEL = 3
"""Of packing: the usual one takes twice as long for a seventh less."""


def files(renderer: Renderer) -> Iterator[Asset]:
    """Lists and entries, tables, schemas and descriptions, then all of it in one file."""
    inputs = renderer.inputs
    filler = Filler(renderer.page_context(""), inputs.address)
    wrapper = Wrapper(inputs.library.today, inputs.address)
    packed: list[Asset] = []
    collections = []
    for kind in KINDS:
        made = _Kind(kind, published(inputs, kind), filler, wrapper)
        yield from made.lists()
        yield from made.entries()
        beside = tuple(made.beside())
        yield from beside
        packed += (made.whole(), *beside)
        collections.append(piece(told(made.collection())))
    taken: set[str] = set()
    for path, content in gone.files(filler, wrapper):
        if path not in taken:
            taken.add(path)
            yield Asset(path, as_bytes(content))
    described = tuple(_described(wrapper, collections))
    yield from described
    yield Asset(places.ARCHIVE, archive([*packed, *described]))


def published(inputs: Inputs, kind: Kind) -> list[Entry]:
    """The entries of a kind that other programmes may be given."""
    return list(filter(inputs.handed_on, inputs.library.entries[kind.name].values()))


@dataclass(frozen=True)
class _Kind:
    """The files of one kind."""

    kind: Kind
    given: Sequence[Entry]
    filler: Filler
    wrapper: Wrapper

    @cached_property
    def filled(self) -> list[Any]:
        model = model_of(self.kind)
        return [self.filler.fill(model, entry, entry) for entry in self.given]

    @cached_property
    def pieces(self) -> tuple[list[str], list[str]]:
        """Every entry as it stands in lists, and as it stands in its own file."""
        light, whole = [], []
        for one in self.filled:
            listed, heavy = apart(type(one), told(one))
            light.append(piece(listed))
            whole.append(with_more(light[-1], heavy))
        return light, whole

    def lists(self) -> Iterator[Asset]:
        """The list, in as many files as it needs."""
        light, total = self.pieces[0], len(self.given)
        count = places.pages(total)
        for page in range(1, count + 1):
            some = light[(page - 1) * places.PAGE : page * places.PAGE]
            content = self.wrapper.listed(total, self.kind, page, count)
            yield Asset(places.listed(self.kind, page), as_bytes(content, some))

    def entries(self) -> Iterator[Asset]:
        """A file for every entry, with its text."""
        content = self.wrapper.around(1, self.kind.name, places.schema(self.kind))
        for entry, item in zip(self.given, self.pieces[1], strict=True):
            yield Asset(places.one(self.kind.name, entry.id), as_bytes(content, [item]))

    def whole(self) -> Asset:
        """The list in one file, with all texts: for the archive."""
        content = self.wrapper.listed(len(self.given), self.kind, 1, 1)
        return Asset(places.listed(self.kind), as_bytes(content, self.pieces[1]))

    def beside(self) -> Iterator[Asset]:
        """The table, how to read it, the schema."""
        kind, model = self.kind, model_of(self.kind)
        yield Asset(places.table(kind), tables.table(model, self.filled))
        head = tables.head(model, f"{kind.name}.csv", kind.label)
        yield Asset(places.table_head(kind), as_bytes(head))
        yield Asset(places.schema(kind), as_bytes(schema.schema(kind)))

    def collection(self) -> Collection:
        """What the index says of it."""
        latest = max(filter(None, map(_latest, self.given)), default=None)
        return Collection(
            kind=self.kind.name,
            label=self.kind.label,
            told=self.kind.lead or None,
            total=len(self.given),
            list_path=places.listed(self.kind),
            table_path=places.table(self.kind),
            schema_path=places.schema(self.kind),
            latest=latest,
            reasons={} if latest else {"latest": UNDATED},
        )


def _latest(entry: Entry) -> date | None:
    days = (entry.published, *(one.day for one in entry.changes))
    return max(filter(None, days), default=None)


def _described(wrapper: Wrapper, collections: Sequence[str]) -> Iterator[Asset]:
    """The index, and what helps to read the rest."""
    index = wrapper.around(
        len(collections),
        "index",
        places.schema(),
        archive=places.ARCHIVE,
        openapi=places.OPENAPI,
        changelog=places.CHANGES,
    )
    yield Asset(places.INDEX, as_bytes(index, collections))
    yield Asset(places.schema(), as_bytes(schema.schema(None)))
    yield Asset(places.OPENAPI, as_bytes(schema.openapi(wrapper.site)))
    yield Asset(places.CHANGES, _text(CHANGES.read_text(encoding="utf-8")))
    yield Asset(places.TABLES, _text(tables.HOW))


def _text(text: str) -> bytes:
    """Plain text as Notepad of any Windows reads it."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()


def archive(assets: Iterable[Asset]) -> bytes:
    """All of them in one file: the same content, the same bytes on every machine."""
    box = BytesIO()
    with zipfile.ZipFile(box, "w") as made:
        for asset in sorted(assets, key=lambda one: one.path):
            entry = zipfile.ZipInfo(asset.path.removeprefix(HOME), (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            made.writestr(entry, asset.content, compresslevel=LEVEL)
    return box.getvalue()
