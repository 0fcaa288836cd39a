"""Which files of a folder are ours: a built site carries the list of them, `tep-cua-cong.txt`.

In: a folder that a result is to replace. Out: a sentence where that would take away anything that
no build of ours put there. The same files give the same list, byte for byte.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import earlier
from target import BadTarget, refuse_no_folder

from portal.tree import LITTER

MARK = "tep-cua-cong.txt"
HEAD = "cong-tri-thuc: danh-sach-tep 1"
ADVICE = "Thư mục này do máy dựng, mỗi lần dựng bị thay trọn: đừng để tệp của mình ở đây."
_DROPPED = (".ds_store", *LITTER)
"""What file managers leave in every folder they show."""
_PACKED = ("gz", "br", "zst")
"""What a server's owner packs beside a file, to send it so."""


def refuse_occupied(target: Path, content: Path) -> None:
    """A site built earlier may be replaced, with everything in it that we put there."""
    refuse_no_folder(target)
    present = files(target)
    listed = marked(target)
    if not present or (listed is None and earlier.is_site(target, present, content)):
        return
    if listed is None:
        raise BadTarget(
            f"«{target}» có tệp khác, không phải trang đã dựng, nên không bị thay. Hãy chọn một"
            " thư mục trống; nếu đó là trang do bản cũ của cổng dựng thì xoá thư mục ấy một lần."
        )
    if foreign := sorted(_foreign(present, listed)):
        told = ", ".join(foreign[:3]) + ("…" if len(foreign) > 3 else "")
        raise BadTarget(
            f"«{target}» có {len(foreign)} tệp không do cổng dựng ra ({told}), nên không bị thay."
            " Hãy chuyển đi nơi khác rồi chạy lại, hoặc chọn thư mục đích khác."
        )


def refuse_filled(target: Path) -> None:
    """For what is not built again and again: only an empty folder, or none."""
    refuse_no_folder(target)
    if os.path.lexists(target) and any(target.iterdir()):
        raise BadTarget(f"«{target}» không trống. Hãy chọn thư mục đích khác.")


def mark(folder: Path) -> list[str]:
    """Say in a finished site which files are ours; the same files give the same bytes."""
    told = sorted(files(folder) - {MARK})
    text = "\n".join((HEAD, ADVICE, *told, ""))
    (folder / MARK).write_bytes(text.encode("utf-8", "surrogateescape"))
    return told


def marked(folder: Path) -> set[str] | None:
    """The files that a site says are its own; nothing where it is no site of ours."""
    file = folder / MARK
    if file.is_symlink() or not file.is_file():
        return None
    head, *told = file.read_bytes().decode("utf-8", "surrogateescape").split("\n")
    return {*told[1:-1], MARK} if head == HEAD else None


def is_whole(folder: Path) -> bool:
    """Is it a site of ours with every file it says it has?"""
    listed = marked(folder)
    return listed is not None and listed <= files(folder)


def files(folder: Path) -> set[str]:
    """All that stands in a folder and its folders except folders, no link followed."""
    found, todo = set(), [("", str(folder))]
    while todo:
        below, place = todo.pop()
        with suppress(FileNotFoundError), os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    todo.append((f"{below}{entry.name}/", entry.path))
                else:
                    found.add(below + entry.name)
    return found


def _foreign(present: Iterable[str], listed: set[str]) -> Iterator[str]:
    for path in present:
        beside, _, ending = path.rpartition(".")
        ours = path in listed or (ending in _PACKED and beside in listed)
        if not ours and path.rpartition("/")[2].lower() not in _DROPPED:
            yield path
