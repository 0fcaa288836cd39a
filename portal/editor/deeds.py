"""What an editor can do beside writing in a form: start an entry, have it mended, take a deed back.

Comes in: the desk, a key, a number. Goes out: files, each noted in the journal; or `Refused`.
"""

from __future__ import annotations

from portal import tree
from portal.desk import fix, new
from portal.desk.registers import by_document
from portal.editor.desk import Desk
from portal.editor.entry_file import EntryFile
from portal.editor.opened import Refused
from portal.kinds import Kind
from portal.problem import Fault
from portal.text import nfc


def start(desk: Desk, kind_name: str, title: str) -> str:
    """A new entry with the keys that must be filled; its key."""
    with desk.lock:
        try:
            kind = new.find(kind_name)
        except new.NoSuchKind:
            raise Refused("Không có loại mục này.") from None
        title = nfc(" ".join(title.split()))
        id = new.id_of(kind, title)
        if not id:
            raise Refused("Tên phải có ít nhất một chữ hoặc số.")
        text = new.bare(kind, title, desk.today)
        _put(desk, kind, id, text)
        desk.journal.note(kind.path(id), title, desk.clock(), None, text)
        return f"{kind.name}/{id}"


def _put(desk: Desk, kind: Kind, id: str, text: str) -> None:
    """A file that was not there; never an overwriting."""
    path = desk.content / kind.path(id)
    try:
        tree.refuse_leaving(desk.content, path)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except FileExistsError:
        raise Refused(f"Đã có mục {kind.name}/{id}. Mở mục ấy, hoặc đặt tên khác.") from None
    except (Fault, OSError):
        raise Refused("Không ghi được tệp mới.") from None


def mend(desk: Desk, key: str) -> list[str]:
    """Writes what `fix.py` would; what was mended, and what a machine must leave."""
    with desk.lock:
        item = desk.item(key)
        file = desk.file(item)
        mended = mending(desk, file)
        if mended.done:
            desk.write(item, file, mended.raw, keeps_draft=True)
        return [*mended.done, *mended.left]


def mending(desk: Desk, file: EntryFile) -> fix.Mended:
    """The file as `fix.py` would leave it."""
    published = by_document(desk.now().library.published)
    id = file.path.rpartition("/")[2].rpartition(".")[0]
    return fix.fix(file.path, file.raw, published.get(id, ()))


def undo(desk: Desk, number: int) -> None:
    """Puts a file back as it was before a deed, where nobody changed it since."""
    with desk.lock:
        deed = next((one for one in desk.journal.all() if one.number == number), None)
        if deed is None or not desk.journal.can_undo(deed):
            raise Refused("Từ lần lưu ấy tệp đã có sửa thêm, nên không tự hoàn lại được.")
        file = desk.content / deed.path
        try:
            tree.refuse_leaving(desk.content, file)
            if deed.before is None:
                file.unlink()
            else:
                tree.replace(file, deed.before.encode())
        except (Fault, OSError):
            raise Refused("Không ghi được tệp; chưa hoàn lại.") from None
        told = (deed.after, deed.before)
        desk.journal.note(deed.path, deed.title, desk.clock(), *told, undoes=number)
