"""A picture or a file that an editor adds: judged, stored under a name that is an address.

Comes in: the name and bytes a browser sends, for a picture the words instead of it. Goes out: a
file in `docs/tep/`, and what the entry says of it. Never an overwriting.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from portal import addresses, tree
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.intake.markdown import escaped
from portal.kinds.base import fields_of
from portal.kinds.document.parts import Attachment
from portal.problem import Fault
from portal.source import attachments

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
FOLDER = "docs/tep"
_KEYS = {one.name: one.key for one in fields_of(Attachment)}


def put(desk: Desk, name: str, raw: bytes, words: str) -> str:
    """The Markdown of a picture, once it stands in its place."""
    words = " ".join(words.split())
    if not _named(name).lower().endswith(PICTURES):
        raise Refused(f"Chỉ nhận ảnh {', '.join(PICTURES)}.")
    if not words:
        raise Refused("Cần lời thay ảnh: người không thấy ảnh sẽ nghe, đọc lời này.")
    path = _stored(desk, _named(name), raw, words)
    return f"![{escaped(words)}]({path.removeprefix('docs/')})"


def attach(desk: Desk, name: str, raw: bytes) -> dict[str, str]:
    """What an entry says of a file that is attached to it, by key."""
    last = name.replace("\\", "/").rpartition("/")[2]
    title = last.rpartition(".")[0] or last
    if not raw:
        raise Refused("Tệp trống, không có gì để đính kèm. Xin lại tệp từ nơi gửi.")
    path = _stored(desk, _named(name), raw, title)
    return {
        _KEYS["title"]: " ".join(title.split()),
        _KEYS["path"]: path.removeprefix(f"{FOLDER}/"),
        _KEYS["sha256"]: hashlib.sha256(raw).hexdigest(),
    }


def _named(name: str) -> str:
    return addresses.file(name.replace("\\", "/").rpartition("/")[2])


def _stored(desk: Desk, name: str, raw: bytes, told: str) -> str:
    _judge(name, raw)
    with desk.lock:
        path = _free(desk.content, name, raw)
        file = desk.content / path
        try:
            tree.refuse_leaving(desk.content, file)
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                tree.replace(file, raw)
                desk.journal.note(path, told, desk.clock(), None, None)
        except (Fault, OSError):
            raise Refused(
                "Không ghi được tệp (ổ đĩa đầy, hoặc thư mục không cho ghi). Chưa có gì đổi."
            ) from None
        return path


def _judge(name: str, raw: bytes) -> None:
    """As every attachment is judged, before it stands among them."""
    with tempfile.TemporaryDirectory(prefix="ban-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / (name or "tep")
        try:
            file.write_bytes(raw)
            attachments.judge(file)
        except Fault as fault:
            remedy = f" Cách sửa: {fault.remedy}." if fault.remedy else ""
            raise Refused(f"{name}: {fault.text}{remedy}") from None
        except OSError:
            raise Refused(f"{name}: không đọc được.") from None


def _free(content: Path, name: str, raw: bytes) -> str:
    """The name, or one with a number behind it where another picture has it."""
    stem, _, ending = name.rpartition(".")
    made, count = f"{FOLDER}/{name}", 2
    while (content / made).exists() and (content / made).read_bytes() != raw:
        made, count = f"{FOLDER}/{stem}-{count}.{ending}", count + 1
    return made
