"""Which files are content, how they must be named, and their bytes as text.

Comes in: a file. Goes out: what it may be, its text, and faults of name and of letters.
Refuses to know: YAML, Markdown, and what a file says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from portal import addresses
from portal.problem import Fault, Problem
from portal.source import attachments
from portal.text import quote, tenths
from portal.tree import files, place_below, refuse_strange

MAX_BYTES = 2 * 1024 * 1024
"""The largest content file; a regulation of 300 pages has about 1 MB."""
MARKDOWN, YAML = (".md",), (".yml", ".yaml")


def is_text(path: str) -> bool:
    """Whether a file is read as a page or a fact, by its place and ending."""
    return path.lower().endswith(YAML if path.startswith("data/") else MARKDOWN)


def is_content(path: Path, below: str) -> bool:
    """Whether it is a page or a fact, else an attachment; anything else is refused.

    The builder would publish it unjudged: a script, a picture with a script, a foreign folder.
    """
    refuse_strange(path)
    if path.is_dir():  # and could not be entered
        raise PermissionError
    if is_text(below):
        return True
    ending = path.suffix.lower()
    if below.startswith("docs/tep/") and ending in attachments.ENDINGS:
        return False
    if ending in attachments.MACRO_FILES:
        raise Fault(1, *attachments.WITH_MACROS)
    raise Fault(
        1,
        "cổng không nhận loại tệp này ở đây.",
        "tep-la",
        "bài viết là .md trong docs/, dữ kiện là .yml trong data/, pdf và ảnh để ở docs/tep/",
    )


def texts(content: Path) -> Iterator[tuple[str, Path]]:
    """The pages and facts that a command may write anew, each with its place."""
    for file in files(content):
        path = place_below(content, file)
        with suppress(Fault, OSError):
            if is_content(file, path) and file.stat().st_size <= MAX_BYTES:
                yield path, file


def text_of(path: Path) -> str:
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Fault(
            1,
            f"tệp quá lớn: {tenths(size / 1024 / 1024)} MB, nhiều nhất 2 MB.",
            "tep-qua-lon",
            "chia nội dung thành nhiều tệp; ảnh và bản quét để thành tệp đính kèm",
        )
    return decoded(path.read_bytes())


def decoded(raw: bytes) -> str:
    """The text of a file with plain line ends; raises a `Fault` where it is no UTF-8."""
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Fault(1, "tệp ghi bằng mã UTF-16.", "ma-utf8", "lưu lại tệp với mã UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise Fault(
            line,
            "có ký tự không phải UTF-8.",
            "ma-utf8",
            "lưu lại tệp với mã UTF-8 (trong VS Code: Save with Encoding → UTF-8)",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def name_problems(path: str) -> Iterator[Problem]:
    """File names become addresses: lower case without marks, words joined by hyphens."""
    *folders, file = path.split("/")[1:]
    if is_text(path):
        stem, _, ending = file.rpartition(".")
        ending = ending.lower().replace("yaml", "yml")
        wanted = f"{addresses.segment(stem) or addresses.UNNAMED}.{ending}"
    else:
        wanted = file if addresses.is_file(file) else addresses.file(file)
    if file != wanted:
        yield _name_problem(path, file, wanted)
    for place, folder in enumerate(folders):
        if not addresses.is_segment(folder) and (place or folder != "_danh-muc"):
            yield _name_problem(path, folder, addresses.segment(folder) or addresses.UNNAMED)


def _name_problem(path: str, name: str, wanted: str) -> Problem:
    told = f"tên {quote(name)} không dùng làm địa chỉ được"
    if addresses.is_device(name):
        told = f"tên {quote(name)} là tên Windows giữ cho thiết bị"
    elif len(name) > addresses.LONGEST:
        told = f"tên dài {len(name)} ký tự, nhiều nhất {addresses.LONGEST}"
    return Problem(path, 1, "", f"{told}.", "ten-tep", f"đổi thành {wanted}")


def text_problems(path: str, raw: str, text: str) -> Iterator[Problem]:
    if raw != text:
        lines = zip(raw.split("\n"), text.split("\n"), strict=True)
        line = next(place for place, (one, other) in enumerate(lines, 1) if one != other)
        yield Problem(
            path,
            line,
            "",
            "dấu tiếng Việt ghi ở dạng tách rời (NFD).",
            "dang-nfd",
            "không bắt buộc: trang đã tự ghép dấu; chạy python3 scripts/fix.py để lưu lại tệp",
            "nhắc",
        )


def told(path: str, fault: Fault) -> Problem:
    """A fault of reading, told of its file."""
    return Problem(path, fault.line, fault.name, fault.text, fault.rule, fault.remedy, fault.level)
