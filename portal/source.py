"""Room 1: files → text values, each with its line.

Comes in: a content folder with `docs/` and `data/`. Goes out: one `Source` a file, every scalar as
text (YAML 1.1 would read `13:30` as 810 and `no` as false), and the faults of form.
Refuses to know: what a key means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import frontmatter
from frontmatter.default_handlers import YAMLHandler

from portal import attachments, legacy
from portal.attachments import Attached
from portal.complaints import Fault, unseen
from portal.problem import Problem
from portal.text import nfc, slug
from portal.values import Listing, Mapping, Scalar, Value, read_values

__all__ = [
    "Listing",
    "Mapping",
    "Reading",
    "Scalar",
    "Source",
    "Value",
    "files",
    "is_text",
    "place_of",
    "read",
    "read_text",
]

MAX_BYTES = 2 * 1024 * 1024
"""The largest content file; a regulation of 300 pages has about 1 MB."""
REGISTER = "data/_schema/dieu-khoan.txt"
"""Ids of clauses that readers may have kept links to; written by the machine, never by hand."""
MARKDOWN, YAML = (".md",), (".yml", ".yaml")


@dataclass(frozen=True, slots=True)
class Source:
    """One content file: its place, its values, and for Markdown its body."""

    path: str
    """Below the content folder: `data/truong/lai-chau.yml`."""
    folder: str
    """The kind's folder: `truong`; empty for pages at the top of `docs/`."""
    name: str
    """File name without ending, and for pages the folders above it: the id."""
    values: Mapping
    body: str = ""
    body_line: int = 1


@dataclass(slots=True)
class Reading:
    """All files of a content folder and the faults found while reading them."""

    sources: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Files that are there but gave no source: what points to them is not lost."""
    attached: dict[str, Attached] = field(default_factory=dict)
    """Files of `docs/tep/`, as pages point to them: `tep/so-do.png`."""
    published: tuple[str, ...] = ()
    """The register of published clauses, line by line."""


def read(content: Path) -> Reading:
    """Read every `.md` below `docs/` and every `.yml` below `data/`, in the order of names."""
    register = content / REGISTER
    reading = Reading(
        published=tuple(register.read_text(encoding="utf-8").split()) if register.is_file() else ()
    )
    for path in files(content):
        below = nfc(path.relative_to(content).as_posix())
        try:
            if _is_content(content, path, below):
                _read_one(path, below, reading)
            else:
                reading.attached[below.removeprefix("docs/")] = Attached(path)
                attachments.judge(path)
        except Fault as fault:
            reading.unread.add(below)
            reading.problems.append(_problem(below, fault))
        except (OSError, RuntimeError):
            reading.unread.add(below)
            missing = "không đọc được tệp."
            mend = "kiểm tra quyền đọc; nếu tệp là lối tắt thì đích của nó phải còn"
            reading.problems.append(Problem(below, 1, "", missing, "khong-doc-duoc", mend))
    return reading


def read_text(path: str, text: str) -> tuple[Source | None, list[Problem]]:
    """One file's text (NFC, `\\n` line ends) as a Source, or None, with its faults."""
    repeated: list[Fault] = []
    values, body, body_line = None, "", 1
    faults = repeated
    try:
        if not text.strip():
            raise Fault(1, "tệp trống.", "tep-trong", "điền nội dung theo mẫu, hoặc xoá tệp")
        if path.lower().endswith(MARKDOWN):
            header, skipped, body, body_line = _split(text)
            values = read_values(header, skipped, repeated)
        else:
            values = read_values(text, 0, repeated)
    except Fault as fault:
        faults = [*repeated, fault]
    problems = [_problem(path, fault) for fault in faults]
    if values is None:
        return None, problems
    return Source(path, *place_of(path), values, body, body_line), problems


def place_of(path: str) -> tuple[str, str]:
    """The kind's folder and the id that a path tells."""
    folder, _, name = path.partition("/")[2].rpartition("/")
    return folder.partition("/")[0], name.rpartition(".")[0]


def _read_one(path: Path, below: str, reading: Reading) -> None:
    reading.problems += _name_problems(below)
    raw = _text(path)
    text = nfc(raw)
    reading.problems += _text_problems(below, raw, text)
    made, problems = read_text(below, text)
    reading.problems += problems
    if made:
        reading.sources.append(made)
    else:
        reading.unread.add(below)


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


def _is_content(content: Path, path: Path, below: str) -> bool:
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
    raise Fault(
        1,
        "cổng không nhận loại tệp này ở đây.",
        "tep-la",
        "bài viết là .md trong docs/, dữ kiện là .yml trong data/, pdf và ảnh để ở docs/tep/",
    )


def _text(path: Path) -> str:
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


def _name_problems(path: str) -> Iterator[Problem]:
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


def _text_problems(path: str, raw: str, text: str) -> Iterator[Problem]:
    if fault := unseen(text):
        yield _problem(path, fault)
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


class _LinedHandler(YAMLHandler):
    """python-frontmatter splits; the header stays text so that our own reader keeps its lines."""

    def load(self, fm: str, **kwargs: object) -> Any:
        return {"header": fm}


_HANDLER = _LinedHandler()


def _split(text: str) -> tuple[str, int, str, int]:
    """Header, lines above it, body, line of the body's first word."""
    assert _HANDLER.FM_BOUNDARY
    bare = text.strip()
    marks = list(islice(_HANDLER.FM_BOUNDARY.finditer(bare), 2))
    if not marks or marks[0].start():
        raise Fault(
            1,
            "thiếu phần đầu trang giữa hai dòng ---.",
            "thieu-phan-dau",
            "thêm ở dòng đầu tiên: ---, rồi các khoá như tieu_de, rồi lại ---",
        )
    if len(marks) < 2:
        raise Fault(
            1,
            "phần đầu trang mở bằng --- mà không có dòng --- đóng lại.",
            "thieu-phan-dau",
            "thêm một dòng --- sau khoá cuối cùng",
        )
    metadata, body = frontmatter.parse(text, handler=_HANDLER)
    above = len(text) - len(text.lstrip()) + marks[0].end()
    start = len(text.rstrip()) - len(body)
    header = str(metadata["header"])
    return header, text.count("\n", 0, above), body, text.count("\n", 0, start) + 1


def _problem(path: str, fault: Fault) -> Problem:
    return Problem(path, fault.line, fault.name, fault.text, fault.rule, fault.mend)
