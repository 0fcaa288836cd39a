"""Where a command may put its result: never in the place of anything but an ordinary folder, never
around or inside the content and the machine.

In: the folder typed, and where the content is. Out: its real path, or a sentence why not. What is
in the folder is judged by inventory.py.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

import refusal

from portal.tree import is_link

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ("docs", "data")
MACHINE = ("portal", "hooks", "overrides", "scripts", "bench", "tests", "web")
HIDDEN = (".git", ".github", ".venv", ".cache")
_KINDS = (
    (stat.S_ISLNK, "một lối tắt (symlink)"),
    (stat.S_ISREG, "một tệp"),
    (stat.S_ISFIFO, "một ống dẫn (FIFO)"),
    (stat.S_ISSOCK, "một ổ cắm (socket)"),
    (stat.S_ISBLK, "một thiết bị"),
    (stat.S_ISCHR, "một thiết bị"),
)
ELSEWHERE = "Hãy chọn thư mục đích khác."


class BadTarget(Exception):
    """Nothing may be put there; its text tells the person why."""


def lawful(typed: Path, content: Path) -> Path:
    """The real path of a folder that is ours to fill, there or not; its content is not judged."""
    try:
        target = real(typed)
        refuse_no_folder(target)
        _refuse_places(target, content.resolve())
        _refuse_parent(target.parent)
    except OSError as error:
        raise BadTarget(f"Không xem được «{typed}»: {refusal.told(error)}.") from error
    return target


def real(typed: Path) -> Path:
    """Links on the way are followed, the folder itself is not: it may be one."""
    if typed.name in ("", ".."):
        return typed.resolve()
    return typed.parent.resolve() / typed.name


def refuse_no_folder(target: Path) -> None:
    if not os.path.lexists(target):
        return
    told = target.lstat()
    kind = next((kind for holds, kind in _KINDS if holds(told.st_mode)), "")
    if kind or is_link(target):
        raise BadTarget(f"«{target}» là {kind or 'một lối tắt'}, không phải thư mục. {ELSEWHERE}")
    if os.path.ismount(target):
        raise BadTarget(
            f"«{target}» là chỗ gắn một ổ đĩa (mount), không thay trọn được."
            " Hãy chọn một thư mục bên trong nó."
        )


def _refuse_places(target: Path, content: Path) -> None:
    """Asked of the system, which knows when two names mean one folder."""
    bases, above = (content, ROOT), list(target.parents)
    if _same(target, [one for base in bases for one in (base, *base.parents)]):
        raise BadTarget(f"«{target}» chứa nội dung hoặc mã nguồn. {ELSEWHERE}")
    kept = [base / name for base in bases for name in (*CONTENT, *HIDDEN)]
    kept += [ROOT / name for name in MACHINE]
    hidden = [one for base in bases if base.is_dir() for one in base.glob(".*/")]
    inside = any(_same(one, kept) for one in (target, *above))
    inside |= any(_same(one, hidden) for one in above)
    if inside or ".git" in (part.casefold() for part in target.parts):
        raise BadTarget(f"«{target}» nằm trong thư mục nội dung hoặc mã nguồn. {ELSEWHERE}")


def _same(one: Path, others: Iterable[Path]) -> bool:
    if not one.exists():
        return one in others
    told = one.stat()
    return any(other.exists() and os.path.samestat(told, other.stat()) for other in others)


def _refuse_parent(parent: Path) -> None:
    base = next(one for one in (parent, *parent.parents) if os.path.lexists(one))
    if not base.is_dir():
        raise BadTarget(f"«{base}» không phải thư mục, nên bên trong không để gì được. {ELSEWHERE}")
    if not os.access(base, os.W_OK | os.X_OK):
        raise BadTarget(f"Không được phép ghi vào thư mục «{base}». {ELSEWHERE}")
