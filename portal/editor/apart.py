"""Two editors on one entry: what differs, and one file with what was chosen of either.

Comes in: the desk and the key of an entry, whose draft and file have gone apart; or three texts of
which git could not make one. Goes out: differences by key, then a draft or a file. Nothing is lost:
what is not chosen is put aside.
"""

from __future__ import annotations

from collections.abc import Mapping

from portal.editor import form, posted
from portal.editor.catalogue import Item
from portal.editor.desk import Desk
from portal.editor.drafts import Draft
from portal.editor.entry_file import EntryFile, digest
from portal.editor.filled import bytes_of, form_of
from portal.editor.merging import Difference, body_of, differences, wanted_of
from portal.editor.opened import BODY, TEXT, Opened, Refused, model_of
from portal.editor.three_way import THEIRS
from portal.editor.worded import Words
from portal.patch.order import order_of

Seen = tuple[Opened, list[Difference]]
Chosen = Mapping[str, str]
"""Of keys, and of parts of the text, whose stands: `MINE`, `THEIRS`, `BOTH`."""


def stand_off(desk: Desk, key: str) -> Seen | None:
    """What differs between the draft and the file; none where the file is as it was."""
    with desk.lock:
        item, draft = desk.item(key), desk.drafts.get(key)
        file = desk.file(item)
        if draft is None or digest(draft.base.encode()) == file.digest:
            return None
        if file.source is None:
            raise Refused(
                f"Tệp {item.path} vừa bị sửa hỏng nên chưa so được với bản bạn viết. Bản của bạn "
                "vẫn được giữ ở «Đang viết dở». Cách sửa: nhờ người vừa sửa tệp ấy sửa lại, rồi mở "
                "mục này."
            )
        base, mine = _sides(desk, item, draft)
        return form_of(desk.now(), item, file, [], ()), _differences(desk, item, base, mine, file)


def settle(desk: Desk, key: str, chosen: Chosen) -> None:
    """Makes the draft one of the file as it is now, with what was chosen of mine."""
    with desk.lock:
        item, draft = desk.item(key), desk.drafts.get(key)
        if draft is None:
            return
        file = desk.file(item)
        base, mine = _sides(desk, item, draft)
        pairs = _pairs(desk, item, (base, mine, file), chosen)
        desk.drafts.put_aside(draft)
        desk.drafts.put(Draft(key, tuple(pairs), file.text, desk.clock()))


def _pairs(
    desk: Desk, item: Item, sides: tuple[EntryFile, EntryFile, EntryFile], chosen: Chosen
) -> posted.Pairs:
    """The form of theirs with what was chosen of mine put in."""
    base, mine, other = sides
    kept = _kept(item, chosen)
    theirs = form.pairs(form_of(desk.now(), item, other, [], ()).controls)
    pairs = [one for one in theirs if one[0].partition("/")[0] not in kept]
    for one, choice in sorted(kept.items()):
        wanted = wanted_of(model_of(item), base, mine, other, one, choice)
        pairs += posted.told(one, wanted)
    if item.kind.text:
        pairs.append((BODY, body_of(base, mine, other, chosen)))
    return pairs


def _sides(desk: Desk, item: Item, draft: Draft) -> tuple[EntryFile, EntryFile]:
    """The file a draft was begun from, and what was made of it."""
    base = EntryFile(item.path, draft.base.encode())
    return base, EntryFile(item.path, bytes_of(item, base, list(draft.pairs)))


def _differences(desk: Desk, item: Item, *sides: EntryFile) -> list[Difference]:
    now = desk.now()
    words = Words(now.library.lists, now.title_of)
    return list(differences(model_of(item), words, *sides))


def _kept(item: Item, chosen: Chosen) -> dict[str, str]:
    """The keys that are not simply theirs."""
    known = set(order_of(model_of(item)))
    return {key: one for key, one in chosen.items() if key in known and one != THEIRS}


def between(desk: Desk, key: str, before: str, ours: str, theirs: str) -> Seen:
    """What differs between two texts of an entry that git could not join."""
    with desk.lock:
        item = desk.item(key)
        base, mine, other = (EntryFile(item.path, one.encode()) for one in (before, ours, theirs))
        _refuse_unread(mine, other)
        found = _differences(desk, item, base, mine, other)
        return form_of(desk.now(), item, other, [], ()), found


def put_together(desk: Desk, key: str, before: str, ours: str, theirs: str, chosen: Chosen) -> None:
    """Theirs in the file, and on the desk what was chosen of both, to be looked at and saved."""
    with desk.lock:
        item = desk.item(key)
        base, mine, other = (EntryFile(item.path, one.encode()) for one in (before, ours, theirs))
        _refuse_unread(mine, other)
        pairs = _pairs(desk, item, (base, mine, other), chosen)
        joined = bytes_of(item, other, pairs)
        _aside(desk, item, mine, other)
        busy = desk.drafts.get(
            key
        )  # what is being typed is looked at next, against what was joined
        if not busy:
            desk.drafts.put(Draft(key, tuple(pairs), other.text, desk.clock()))
        desk.write(item, desk.file(item), joined if busy else other.raw, keeps_draft=True)


def _aside(desk: Desk, item: Item, mine: EntryFile, theirs: EntryFile) -> None:
    desk.drafts.put_aside(Draft(item.key, ((TEXT, mine.plain),), theirs.text, desk.clock()))


def _refuse_unread(*files: EntryFile) -> None:
    if any(one.source is None for one in files):
        raise Refused("Một trong hai bản chưa đọc được. Hãy mở «Sửa bằng chữ».")
