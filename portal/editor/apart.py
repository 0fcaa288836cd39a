"""Two editors on one entry: what differs, and one file with the keys chosen of either.

Comes in: the desk and the key of an entry, whose draft and file have gone apart; or two texts that
git could not join. Goes out: differences by key, then a draft or a file. Nothing is lost: what is
not chosen is put aside.
"""

from __future__ import annotations

from collections.abc import Iterable

from portal.editor import form, posted
from portal.editor.catalogue import Item
from portal.editor.desk import BODY, Desk, Opened, Refused, model_of
from portal.editor.drafts import Draft
from portal.editor.entry_file import EntryFile, digest
from portal.editor.merging import Difference, differences, wanted_of
from portal.patch.order import order_of
from portal.patch.rewrite import Unsafe

Seen = tuple[Opened, list[Difference]]


def stand_off(desk: Desk, key: str) -> Seen | None:
    """What differs between the draft and the file; none where the file is as it was."""
    with desk.lock:
        item, draft = desk.item(key), desk.drafts.get(key)
        file = desk.file(item)
        if draft is None or digest(draft.base.encode()) == file.digest:
            return None
        base, mine = _sides(desk, item, draft)
        return desk.shown(item, file, [], ()), list(differences(model_of(item), base, mine, file))


def settle(desk: Desk, key: str, chosen: Iterable[str]) -> None:
    """Makes the draft one of the file as it is now: with the chosen keys of mine."""
    with desk.lock:
        item, draft = desk.item(key), desk.drafts.get(key)
        if draft is None:
            return
        file, kept = desk.file(item), set(chosen)
        _, mine = _sides(desk, item, draft)
        theirs = form.pairs(desk.shown(item, file, [], ()).controls)
        pairs = [one for one in theirs if one[0].partition("/")[0] not in kept]
        for one in sorted(kept & set(order_of(model_of(item)))):
            pairs += posted.told(one, wanted_of(mine, file, one))
        if item.kind.text:
            pairs.append((BODY, (mine if BODY in kept else file).body))
        desk.drafts.put_aside(draft)
        desk.drafts.put(Draft(key, tuple(pairs), file.text, desk.clock()))


def _sides(desk: Desk, item: Item, draft: Draft) -> tuple[EntryFile, EntryFile]:
    """The file a draft was begun from, and what was made of it."""
    base = EntryFile(item.path, draft.base.encode())
    return base, EntryFile(item.path, desk.made(item, base, list(draft.pairs)))


def between(desk: Desk, key: str, before: str, ours: str, theirs: str) -> Seen:
    """What differs between two texts of an entry that git could not join."""
    with desk.lock:
        item = desk.item(key)
        base, mine, other = (EntryFile(item.path, one.encode()) for one in (before, ours, theirs))
        _refuse_unread(mine, other)
        found = list(differences(model_of(item), base, mine, other))
        return desk.shown(item, other, [], ()), found


def put_together(desk: Desk, key: str, ours: str, theirs: str, chosen: Iterable[str]) -> None:
    """Writes theirs with the chosen keys of ours."""
    with desk.lock:
        item, kept = desk.item(key), set(chosen)
        mine, other = (EntryFile(item.path, one.encode()) for one in (ours, theirs))
        _refuse_unread(mine, other)
        order = order_of(model_of(item))
        wanted = {one: wanted_of(mine, other, one) for one in kept & set(order)}
        try:
            raw = other.with_changes(wanted, order, mine.body if BODY in kept else None)
        except Unsafe as fault:
            raise Refused(f"Máy chưa ghép được: {fault}. Hãy mở «Sửa bằng chữ».") from None
        desk.write(item, desk.file(item), raw)


def _refuse_unread(*files: EntryFile) -> None:
    if any(one.source is None for one in files):
        raise Refused("Một trong hai bản chưa đọc được. Hãy mở «Sửa bằng chữ».")
