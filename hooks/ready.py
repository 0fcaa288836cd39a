"""Ready files: made, or taken over from a former site, room by room.

Comes in: a programme, the former site where that may be used. Goes out: files of the site.
"""

from __future__ import annotations

from cache import SEARCH, Cache
from handed import Handed
from kept import Kept

from portal.views import Programme, register
from portal.views.store import Output, Watched


def with_texts(programme: Programme, handed: Handed) -> list[str]:
    """Those that tell texts are written; their paths."""
    rooms = register.WITH_TEXTS
    return [path for files in rooms for path in handed.write(programme.ready(files))]


def with_index(programme: Programme, handed: Handed, cache: Cache) -> list[str]:
    """Those of the search likewise; what a former build left for it is used, and left anew."""
    left = cache.left(SEARCH)
    assets, index = programme.index(left)
    paths = handed.write(assets)
    if index != left:
        cache.leave(SEARCH, index)
    return paths


def add_without_texts(programme: Programme, handed: Handed, kept: Kept | None) -> None:
    """All others."""
    for files in register.WITHOUT_TEXTS:
        if kept:
            _add_kept(programme, handed, files, kept)
        else:
            handed.add(programme.ready(files))


def _add_kept(programme: Programme, handed: Handed, files: register.Files, kept: Kept) -> None:
    name = register.name_of(files)
    if paths := kept.take_room(name, handed.writer):
        handed.standing.update(paths)
        return
    watched = Watched(programme.inputs.library)
    made: list[Output] = []
    handed.add(programme.ready(files, watched), made.append)
    kept.store.note(name, watched.read, made)
