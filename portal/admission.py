"""Which files are content, how they must be named, and their bytes as text.

Comes in: a content folder. Goes out: its files, a file's text, and faults of name and of letters.
Refuses to know: YAML, Markdown, and what a file says.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portal import attachments, legacy
from portal.complaints import Fault, unseen
from portal.problem import Problem
from portal.text import slug

MAX_BYTES = 2 * 1024 * 1024
"""The largest content file; a regulation of 300 pages has about 1 MB."""
MARKDOWN, YAML = (".md",), (".yml", ".yaml")


def files(content: Path) -> Iterator[Path]:
    """Files and links below `data/` and `docs/`; never through a link to another folder."""
    for top in ("data", "docs"):
        folder = content / top
        for path in sorted(folder.rglob("*"), key=lambda found: found.as_posix()):
            parts = path.relative_to(folder).parts
            if any(part.startswith(".") for part in parts) or parts[0] == "_schema":
                continue
            if path.is_symlink() or not path.is_dir():
                yield path


def is_text(path: str) -> bool:
    """Whether a file is read as a page or a fact, by its place and ending."""
    return path.lower().endswith(YAML if path.startswith("data/") else MARKDOWN)


def is_content(content: Path, path: Path, below: str) -> bool:
    """Whether it is a page or a fact, else an attachment; anything else is refused.

    The builder would publish it unjudged: a script, a picture with a script, a foreign folder.
    """
    if path.is_symlink() and not path.resolve().is_relative_to(content.resolve()):
        raise Fault(
            1,
            "đây là lối tắt dẫn ra ngoài thư mục nội dung.",
            "ngoai-thu-muc",
            "chép tệp thật vào thư mục nội dung",
        )
    if is_text(below):
        return True
    ending = path.suffix.lower()
    if below.startswith("docs/tep/") and ending in attachments.ENDINGS and not path.is_dir():
        return False
    if ending in attachments.MACRO_FILES:
        raise Fault(1, *attachments.WITH_MACROS)
    raise Fault(
        1,
        "cổng không nhận loại tệp này ở đây.",
        "tep-la",
        "bài viết là .md trong docs/, dữ kiện là .yml trong data/, pdf và ảnh để ở docs/tep/",
    )


def text_of(path: Path) -> str:
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise Fault(
            1,
            f"tệp quá lớn: {size / 1024 / 1024:.1f} MB, nhiều nhất 2 MB.".replace(".", ",", 1),
            "tep-qua-lon",
            "chia nội dung thành nhiều tệp; ảnh và bản quét để thành tệp đính kèm",
        )
    raw = path.read_bytes()
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
    stem, dot, ending = file.rpartition(".")
    wanted = slug(stem) or "ten-khong-dau"
    ending = dot + ending.lower().replace("yaml", "yml")
    if file != wanted + ending:
        yield _name_problem(path, file, wanted + ending)
    for place, folder in enumerate(folders):
        wanted = slug(folder) or "ten-khong-dau"
        if folder != wanted and (place or folder != "_danh-muc"):
            yield _name_problem(path, folder, wanted)


def _name_problem(path: str, name: str, wanted: str) -> Problem:
    told = f"tên «{name}» không dùng làm địa chỉ được."
    return Problem(path, 1, "", told, "ten-tep", f"đổi thành {wanted}")


def text_problems(path: str, raw: str, text: str) -> Iterator[Problem]:
    if fault := unseen(text):
        yield told(path, fault)
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
    for line, encoding, word in legacy.find(text):
        yield Problem(
            path,
            line,
            "",
            f"«{word}» có vẻ gõ bằng mã cũ {encoding}, không phải Unicode.",
            "ma-cu",
            "chuyển đoạn này sang Unicode (Unikey: Ctrl+Shift+F6) rồi dán lại",
        )


def told(path: str, fault: Fault) -> Problem:
    """A fault of reading, told of its file."""
    return Problem(path, fault.line, fault.name, fault.text, fault.rule, fault.mend)
