"""What an address of the site may be made of: the one form of its segments, places and files.

Comes in: a name. Goes out: whether it may stand in an address, and the nearest one that may.
Refuses to know: where a name comes from, and what stands at an address.

A name that is good here is good on every file system and in every URL: plain letters, no two names
that differ in case only, none that Windows keeps for a device, none too long to be unpacked there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from portal.text import slug

LONGEST = 80
"""Letters of a segment: five of them below a user's folder still fit into the 260 of Windows."""
UNNAMED = "ten-khong-dau"
"""Proposed where a name has neither letter nor digit."""
SEGMENT = "^[a-z0-9]+(-[a-z0-9]+)*$"
"""As tools of editors are told; here the rest of the form is asked besides."""
PATH = "^[A-Za-z0-9]+([._-]+[A-Za-z0-9]+)*(/[A-Za-z0-9]+([._-]+[A-Za-z0-9]+)*)*/?$"
"""The same of a path to a file, or of an old address."""
_SEGMENT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FILE = re.compile(r"[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*")
_OUTPUT = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*(?<!\.)(?:/(?!$)|$))+")
_UNPLAIN = re.compile(r"[^A-Za-z0-9]+")
_DEVICE = r"(?:con|prn|aux|nul|(?:com|lpt)[0-9])"
_DEVICE_FILE = re.compile(rf"{_DEVICE}(?:\.|$)", re.IGNORECASE)
_DEVICE_INSIDE = re.compile(rf"(?:^|/){_DEVICE}(?:[./]|$)", re.IGNORECASE)
_LEAVES = re.compile(
    r"[/\\]|[A-Za-z]:[/\\]|[A-Za-z][A-Za-z0-9+.-]+://|(?:.*[/\\])?\.{1,2}(?:[/\\]|$)"
)


def is_device(name: str) -> bool:
    """Whether Windows takes it for a device, with any ending: `aux.yml` can never be written."""
    return bool(_DEVICE_FILE.match(name))


def has_device(path: str) -> bool:
    """Whether a part of a path is such a name."""
    return bool(_DEVICE_INSIDE.search(path))


def is_segment(name: str) -> bool:
    """Whether it may stand between two slashes of a page's address."""
    return bool(_SEGMENT.fullmatch(name)) and len(name) <= LONGEST and not is_device(name)


def segment(text: str, longest: int = LONGEST) -> str:
    """The segment that tells a text: `Điều 5. Đội ngũ` → `dieu-5-doi-ngu`; empty where it has
    neither letter nor digit."""
    made = slug(text)
    if len(made) > longest:
        whole, _, _ = made[: longest + 1].rpartition("-")
        made = whole or made[:longest]
    return f"{made}-1" if is_device(made) else made


def is_place(id: str) -> bool:
    """Whether it may stand after the `#`: segments joined by dots, `dieu-5.khoan-2`."""
    return all(_SEGMENT.fullmatch(part) for part in id.split("."))


def is_file(name: str) -> bool:
    """Whether a file to download may have this name."""
    return bool(_FILE.fullmatch(name)) and len(name) <= LONGEST and not is_device(name)


def file(name: str) -> str:
    """The nearest name such a file may have: `Báo cáo (1).PDF` → `bao-cao-1.pdf`."""
    stem, dot, ending = name.rpartition(".")
    ending = _UNPLAIN.sub("", ending).lower()
    made = segment(stem if dot else name, LONGEST - 1 - len(ending)) or UNNAMED
    return f"{made}.{ending}" if dot and ending else made


def leaves(path: str) -> bool:
    """Whether a path leads out of the folder it is meant below, on any system."""
    return bool(_LEAVES.match(path))


def unplain(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(path, why it must not be written) of outputs: the last guard before anything is.

    Plain relative paths below the site, each taken once, also where case does not count; none both
    a file and a folder.
    """
    told = list(paths)
    taken: set[str] = set()
    folders: dict[str, str] = {}
    for path in told:
        folder = path.lower()
        if not is_output(path):
            yield path, "không phải đường dẫn thường ở bên trong trang"
        elif folder in taken:
            yield path, "có hai trang hoặc hai tệp cùng nhận địa chỉ này"
        taken.add(folder)
        while (folder := folder.rpartition("/")[0]) and folder not in folders:
            folders[folder] = path
    for path in told:
        if path.lower() in folders:
            yield path, f"vừa là tệp vừa là thư mục của «{folders[path.lower()]}»"


def forbidden(paths: Iterable[str]) -> str:
    """What is told where any of the outputs must not be written; empty where all may."""
    faults = [f"{path}: {why}." for path, why in unplain(paths)]
    return "\n".join(("có kết quả không được ghi ra:", *faults)) if faults else ""


def is_output(path: str) -> bool:
    """Whether a file of the site may be written there."""
    return bool(_OUTPUT.fullmatch(path)) and not has_device(path)
