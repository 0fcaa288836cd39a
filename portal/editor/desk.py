"""What an editor can do with an entry: open, keep, check, save. No word of HTTP here.

Comes in: keys of entries and what a form holds. Goes out: forms with their faults, saved files, or
`Refused` in Vietnamese. The path of a file follows from the key of an entry that is known, never
from what a browser sends.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import RLock

from portal import tree
from portal.editor import posted
from portal.editor.catalogue import Catalogue, Item, Snapshot
from portal.editor.drafts import Draft, Drafts
from portal.editor.entry_file import EntryFile, digest
from portal.editor.filled import bytes_of, form_of
from portal.editor.journal import Journal
from portal.editor.opened import BASE, Changed, Opened, Refused, base_of, parted
from portal.forms import Link
from portal.problem import Fault, errors
from portal.views.names import place_of


class Desk:
    """One content folder, one editor; requests may come at the same time."""

    def __init__(self, content: Path, today: date, clock: Callable[[], str]) -> None:
        self.content, self.today, self.clock = content, today, clock
        self.catalogue = Catalogue(content, today)
        self.drafts, self.journal = Drafts(content), Journal(content)
        self.lock = RLock()

    # Looking

    def now(self) -> Snapshot:
        with self.lock:
            return self.catalogue.now()

    def item(self, key: str) -> Item:
        found = self.now().items.get(key)
        if found is None:
            raise Refused("Không có mục này; có thể tệp vừa được đổi tên hoặc xoá.")
        return found

    def file(self, item: Item) -> EntryFile:
        try:
            tree.refuse_leaving(self.content, self.content / item.path)
            return EntryFile(item.path, (self.content / item.path).read_bytes())
        except UnicodeDecodeError:
            raise Refused("Tệp này không phải UTF-8; lưu lại bằng mã UTF-8 rồi mở.") from None
        except Fault as fault:
            raise Refused(fault.text) from None
        except OSError:
            raise Refused("Không đọc được tệp này.") from None

    def open(self, key: str) -> Opened:
        """The entry as its file has it, or as it was left unsaved."""
        with self.lock:
            item, draft = self.item(key), self.drafts.get(key)
            file = self.file(item)
            own = tuple(one for one in self.now().problems if one.path == item.path)
            if draft is None:
                return form_of(self.now(), item, file, [], own)
            base = EntryFile(item.path, draft.base.encode())
            if base.digest != file.digest and self._is_saved(item, base, file, draft):
                self.drafts.drop(key)
                return form_of(self.now(), item, file, [], own)
            return dataclasses.replace(
                form_of(self.now(), item, base, list(draft.pairs), ()), draft=draft
            )

    def _is_saved(self, item: Item, base: EntryFile, file: EntryFile, draft: Draft) -> bool:
        """Whether the desk was killed after the file was written and before the draft went."""
        with suppress(Refused):
            return bytes_of(item, base, list(draft.pairs)) == file.raw
        return False

    def open_text(self, key: str) -> Opened:
        """The same as one text; what was typed in the form is in it."""
        with self.lock:
            opened = self.open(key)
            if opened.draft is None:
                return opened
            base = EntryFile(opened.item.path, opened.draft.base.encode())
            raw = bytes_of(opened.item, base, list(opened.draft.pairs))
            return dataclasses.replace(opened, text=EntryFile(opened.item.path, raw).plain)

    def address(self, key: str) -> str:
        """Where the portal shows an entry."""
        item = self.item(key)
        if item.version:
            return f"{item.kind.name}/{item.id.partition('/')[0]}/"
        return place_of(self.now().library, Link(item.kind.name, item.id))

    # Keeping and saving

    def keep(self, key: str, pairs: posted.Pairs) -> str:
        """Keeps what was typed; tells when."""
        with self.lock:
            item = self.item(key)
            keys, _, _ = parted(pairs)
            posted.wanted(keys)
            before = self.drafts.get(key)
            file = self.file(item)
            base = base_of(pairs)
            if base != file.digest and not (before and digest(before.base.encode()) == base):
                raise Changed
            told = before.base if before and base != file.digest else file.text
            when = self.clock()
            if before is None and self._is_same(item, file, pairs):
                return when
            mine = tuple(one for one in pairs if one[0] != BASE)
            try:
                self.drafts.put(Draft(key, mine, told, when))
            except (Fault, OSError):
                raise Refused(
                    "Chưa giữ được bản đang viết (ổ đĩa đầy, hoặc thư mục không cho ghi). "
                    "Đừng đóng trang này: dọn chỗ trống rồi bấm «Lưu» lại."
                ) from None
            return when

    def keep_aside(self, key: str, pairs: posted.Pairs) -> None:
        """Keeps what belongs to no file that is known any more."""
        with self.lock:
            self.drafts.put_aside(Draft(key, tuple(pairs), "", self.clock()))

    def forget(self, key: str) -> None:
        """Puts what was typed aside; it stays on the disk, off the desk."""
        with self.lock:
            if draft := self.drafts.get(key):
                self.drafts.put_aside(draft)
                self.drafts.drop(key)

    def typed(self, key: str, pairs: posted.Pairs) -> Opened:
        """The form as it was typed, whether that could be kept or not."""
        with self.lock:
            item = self.item(key)
            return form_of(self.now(), item, self._base_file(item, pairs), pairs, ())

    def check(self, key: str, pairs: posted.Pairs) -> Opened:
        """The form as it was typed, with what is wrong with it."""
        with self.lock:
            item = self.item(key)
            file = self._base_file(item, pairs)
            raw = bytes_of(item, file, pairs)
            before = {(one.path, one.field, one.text) for one in self.now().problems}
            problems = self.catalogue.problems_with(item.path, raw)
            own = tuple(one for one in problems if one.path == item.path)
            others = tuple(
                one
                for one in errors(problems)
                if one.path != item.path and (one.path, one.field, one.text) not in before
            )
            return form_of(self.now(), item, file, pairs, own, others)

    def save(self, key: str, pairs: posted.Pairs) -> bool:
        """Writes the file; whether anything in it changed. Raises `Changed` where it is no longer
        the one that was opened."""
        with self.lock:
            item = self.item(key)
            file = self.file(item)
            if base_of(pairs) != file.digest:
                raise Changed
            return self.write(item, file, bytes_of(item, file, pairs))

    def write(self, item: Item, file: EntryFile, raw: bytes, *, keeps_draft: bool = False) -> bool:
        """Whether anything changed. `keeps_draft`: what is written was not made of the draft."""
        place = self.content / item.path
        try:
            tree.refuse_leaving(self.content, place)
            if raw != file.raw:
                tree.replace(place, raw)
        except Fault as fault:
            raise Refused(fault.text) from None
        except OSError:
            raise Refused(
                "Chưa ghi được tệp (ổ đĩa đầy, hoặc tệp đang bị chương trình khác giữ). "
                "Bản đang sửa vẫn được giữ."
            ) from None
        if not keeps_draft:
            self.drafts.drop(item.key)
        if raw != file.raw:
            with suppress(OSError):  # what is saved stays saved
                self.journal.note(item.path, item.title, self.clock(), file.text, raw.decode())
        return raw != file.raw

    def _is_same(self, item: Item, file: EntryFile, pairs: posted.Pairs) -> bool:
        """Whether nothing was typed that the file has not."""
        try:
            return bytes_of(item, file, pairs) == file.raw
        except Refused:
            return False

    def _base_file(self, item: Item, pairs: posted.Pairs) -> EntryFile:
        """The file a form was made from: that on the disk, else the one its draft has kept."""
        file, draft = self.file(item), self.drafts.get(item.key)
        if base_of(pairs) == file.digest:
            return file
        if draft and digest(draft.base.encode()) == base_of(pairs):
            return EntryFile(item.path, draft.base.encode())
        raise Changed
