"""Ready files: made, or taken over from a former site, room by room.

Comes in: a programme, the files of its search, the former site where that may be used. Goes out:
files of the site, of which MkDocs is told.
"""

from __future__ import annotations

from collections.abc import Iterable

from handed import Handed
from kept import Kept

from portal.views import Programme, register
from portal.views.outputs import Asset
from portal.views.store import Output, Watched


def add_ready(
    programme: Programme, handed: Handed, assets: Iterable[Asset], kept: Kept | None
) -> None:
    """Those of the search, then those of every room."""
    write = _Always(kept, handed) if kept else None
    handed.add(assets, write)
    for files in register.WITH_TEXTS:
        handed.add(programme.ready(files), write)
    for files in register.WITHOUT_TEXTS:
        if kept:
            _add_kept(programme, handed, files, kept)
        else:
            handed.add(programme.ready(files))


class _Always:
    """Made in every build: written where they came out otherwise."""

    def __init__(self, kept: Kept, handed: Handed) -> None:
        self.kept, self.site = kept, handed.site

    def __call__(self, asset: Asset) -> None:
        self.kept.store.ready[asset.path] = self.kept.write(asset, self.site)


def _add_kept(programme: Programme, handed: Handed, files: register.Files, kept: Kept) -> None:
    name = register.name_of(files)
    if paths := kept.take_room(name, handed.site):
        handed.tell_of(paths)
        return
    watched = Watched(programme.inputs.library)
    made: list[Output] = []

    def write(asset: Asset) -> None:
        made.append(kept.write(asset, handed.site))

    handed.add(programme.ready(files, watched), write)
    kept.store.note(name, watched.read, made)
