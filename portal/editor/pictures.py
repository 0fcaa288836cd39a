"""A picture that an editor puts into a text: judged, stored under a name that is an address.

Comes in: the name and bytes a browser sends, the words instead of the picture. Goes out: a file in
`docs/tep/`, and the Markdown that shows it. Never an overwriting.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from portal import addresses, tree
from portal.editor.desk import Desk
from portal.editor.opened import Refused
from portal.intake.markdown import escaped
from portal.problem import Fault
from portal.source import attachments

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp")
FOLDER = "docs/tep"


def put(desk: Desk, name: str, raw: bytes, words: str) -> str:
    """The Markdown of the picture, once it stands in its place."""
    words = " ".join(words.split())
    name = addresses.file(name.replace("\\", "/").rpartition("/")[2])
    if not name.lower().endswith(ENDINGS):
        raise Refused(f"Chỉ nhận ảnh {', '.join(ENDINGS)}.")
    if not words:
        raise Refused("Cần lời thay ảnh: người không thấy ảnh sẽ nghe, đọc lời này.")
    _judge(name, raw)
    with desk.lock:
        path = _free(desk.content, name, raw)
        file = desk.content / path
        try:
            tree.refuse_leaving(desk.content, file)
            file.parent.mkdir(parents=True, exist_ok=True)
            if not file.exists():
                tree.replace(file, raw)
                desk.journal.note(path, words, desk.clock(), None, None)
        except (Fault, OSError):
            raise Refused("Không ghi được ảnh.") from None
    return f"![{escaped(words)}]({path.removeprefix('docs/')})"


def _judge(name: str, raw: bytes) -> None:
    """As every attachment is judged, before it stands among them."""
    with tempfile.TemporaryDirectory(prefix="ban-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / name
        try:
            file.write_bytes(raw)
            attachments.judge(file)
        except Fault as fault:
            raise Refused(f"{name}: {fault.text}") from None
        except OSError:
            raise Refused(f"{name}: không đọc được.") from None


def _free(content: Path, name: str, raw: bytes) -> str:
    """The name, or one with a number behind it where another picture has it."""
    stem, _, ending = name.rpartition(".")
    made, count = f"{FOLDER}/{name}", 2
    while (content / made).exists() and (content / made).read_bytes() != raw:
        made, count = f"{FOLDER}/{stem}-{count}.{ending}", count + 1
    return made
