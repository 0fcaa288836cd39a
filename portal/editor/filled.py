"""The form of one entry, filled from its file; and the file, from the form.

Comes in: what the portal knows now, a file, names and values of a form. Goes out: `Opened`, or the
bytes of the file, or `Refused`. Refuses to know: the disk, drafts, requests.
"""

from __future__ import annotations

from portal.editor import advice, form, posted
from portal.editor.catalogue import Item, Snapshot
from portal.editor.entry_file import EntryFile
from portal.editor.faults import by_control
from portal.editor.opened import Opened, Refused, model_of, parted
from portal.editor.typed import with_days
from portal.kinds.lists import Publication, values
from portal.library.links import SOURCES
from portal.patch.order import order_of
from portal.patch.wanted import Unsafe
from portal.problem import Problem


def form_of(
    snapshot: Snapshot,
    item: Item,
    file: EntryFile,
    pairs: posted.Pairs,
    problems: tuple[Problem, ...],
    elsewhere: tuple[Problem, ...] = (),
) -> Opened:
    """The form of a file, or what was typed in it. `elsewhere`: the faults other entries would
    get."""
    keys, body, text = parted(pairs)
    held = file.values
    tokens: dict[str, tuple[str, ...]] = {}
    if keys:
        held, tokens = posted.shown(posted.wanted(keys), held), posted.tokens(keys)
    problems = advice.told(problems)
    needed = frozenset({SOURCES} if item.kind.needs_source and not item.version else ())
    often = frozenset() if item.version else snapshot.often(item.kind)
    maker = form.Maker(snapshot.library.lists, snapshot.title_of, needed, tokens, often)
    controls = maker.controls(model_of(item), held)
    return Opened(
        item,
        form.with_faults(controls, by_control(problems, controls)),
        file.body if body is None else body,
        item.kind.text,
        file.digest,
        problems=problems,
        elsewhere=advice.told(elsewhere),
        unread=file.source is None,
        text=file.plain if text is None else text,
        held_back=held_back(snapshot),
    )


def bytes_of(item: Item, file: EntryFile, pairs: posted.Pairs) -> bytes:
    """The file as it would be with what was typed."""
    keys, body, text = parted(pairs)
    if text is not None:
        return file.with_text(text)
    try:
        model = model_of(item)
        return file.with_changes(with_days(posted.wanted(keys), model), order_of(model), body)
    except Unsafe as fault:
        raise Refused(
            f"Máy chưa ghi: {fault}. Bản đang sửa vẫn được giữ; hãy mở «Sửa bằng chữ»."
        ) from None


def held_back(now: Snapshot) -> tuple[str, ...]:
    """States in which an entry waits, never to be taken for withdrawn."""
    states = values(now.library.lists, Publication).values()
    return tuple(one.value for one in states if one.held_back and not one.withdrawn)
