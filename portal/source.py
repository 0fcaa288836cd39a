"""Room 1: files → text values, each with its line.

Comes in: a content folder with `docs/` and `data/`. Goes out: one `Source` a file, every scalar as
text (YAML 1.1 would read `13:30` as 810 and `no` as false), and the faults of form.
Refuses to know: what a key means.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import frontmatter
import yaml
from frontmatter.default_handlers import YAMLHandler

from portal import legacy
from portal.problem import Problem
from portal.text import nfc, slug

MAX_BYTES = 2 * 1024 * 1024
"""The largest content file; a regulation of 300 pages has about 1 MB."""

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Listing:
    items: tuple[Value, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    items: dict[str, Value]
    lines: dict[str, int]
    """Line of each key."""
    line: int


Value = Scalar | Listing | Mapping


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


class _Fault(Exception):
    def __init__(self, line: int, text: str, rule: str, mend: str, name: str = "") -> None:
        super().__init__(text)
        self.line, self.text, self.rule, self.mend, self.name = line, text, rule, mend, name


def read(content: Path) -> Reading:
    """Read every `.md` below `docs/` and every `.yml` below `data/`, in the order of names."""
    reading = Reading()
    for path in _files(content):
        below = nfc(path.relative_to(content).as_posix())
        try:
            _within(content, path)
            reading.problems += _name_problems(below)
            raw = _text(path)
            text = nfc(raw)
            reading.problems += _text_problems(below, raw, text)
            made, problems = read_text(below, text)
            reading.problems += problems
            if made:
                reading.sources.append(made)
        except _Fault as fault:
            reading.problems.append(_problem(below, fault))
        except OSError as fault:
            reading.problems.append(
                Problem(
                    below,
                    1,
                    "",
                    f"không đọc được tệp: {fault.strerror}.",
                    "khong-doc-duoc",
                    "kiểm tra tệp còn đó và có quyền đọc",
                )
            )
    return reading


def read_text(path: str, text: str) -> tuple[Source | None, list[Problem]]:
    """One file's text (NFC, `\\n` line ends) as a Source, or None, with its faults."""
    problems: list[Problem] = []
    try:
        if path.endswith(".md"):
            header, body, body_line = _split(path, text)
            values = _values(header, 1, path, problems)
        else:
            if not text.strip():
                raise _Fault(1, "tệp trống.", "tep-trong", "điền nội dung theo mẫu, hoặc xoá tệp")
            values, body, body_line = _values(text, 0, path, problems), "", 1
    except _Fault as fault:
        return None, [*problems, _problem(path, fault)]
    folder, _, name = path.partition("/")[2].rpartition("/")
    top = folder.partition("/")[0]
    return Source(path, top, name.rpartition(".")[0], values, body, body_line), problems


def _files(content: Path) -> Iterator[Path]:
    for top, endings in (("data", (".yml", ".yaml")), ("docs", (".md",))):
        folder = content / top
        for path in sorted(folder.rglob("*"), key=lambda found: found.as_posix()):
            parts = path.relative_to(folder).parts
            if any(part.startswith(".") for part in parts) or parts[0] == "_schema":
                continue
            if path.suffix.lower() in endings and (path.is_file() or path.is_symlink()):
                yield path


def _within(content: Path, path: Path) -> None:
    if not path.resolve().is_relative_to(content.resolve()):
        raise _Fault(
            1,
            "tệp này là lối tắt dẫn ra ngoài thư mục nội dung.",
            "ngoai-thu-muc",
            "chép tệp thật vào thư mục nội dung",
        )


def _text(path: Path) -> str:
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise _Fault(
            1,
            f"tệp quá lớn: {size / 1024 / 1024:.1f} MB, nhiều nhất 2 MB.",
            "tep-qua-lon",
            "chia nội dung thành nhiều tệp; ảnh và bản quét để thành tệp đính kèm",
        )
    raw = path.read_bytes()
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise _Fault(1, "tệp ghi bằng mã UTF-16.", "ma-utf8", "lưu lại tệp với mã UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = raw.count(b"\n", 0, fault.start) + 1
        raise _Fault(
            line,
            "có ký tự không phải UTF-8.",
            "ma-utf8",
            "lưu lại tệp với mã UTF-8 (trong VS Code: Save with Encoding → UTF-8)",
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _name_problems(path: str) -> list[Problem]:
    """File names become addresses: lower case without marks, words joined by hyphens."""
    problems = []
    for part in path.split("/")[1:]:
        stem = part.rpartition(".")[0] or part
        plain = stem.removeprefix("_")
        wanted = slug(plain)
        if plain != wanted or (part.endswith(".yaml")):
            ending = part[len(stem) :].replace(".yaml", ".yml")
            problems.append(
                Problem(
                    path,
                    1,
                    "",
                    f"tên «{nfc(part)}» không dùng làm địa chỉ được.",
                    "ten-tep",
                    f"đổi thành {wanted or 'ten-khong-dau'}{ending}",
                )
            )
    return problems


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffd]")


def _text_problems(path: str, raw: str, text: str) -> Iterator[Problem]:
    if found := _CONTROL.search(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Problem(
            path,
            line,
            "",
            f"có ký tự điều khiển U+{ord(found[0]):04X} không nhìn thấy.",
            "ky-tu-la",
            "xoá ký tự ấy, hoặc dán lại đoạn chữ dưới dạng văn bản thuần",
        )
    if raw != text:
        line = next(
            place
            for place, (one, other) in enumerate(
                zip(raw.split("\n"), text.split("\n"), strict=True), 1
            )
            if one != other
        )
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
    """python-frontmatter splits; the header stays text so that our own loader keeps its lines."""

    def load(self, fm: str, **kwargs: object) -> Any:
        return {"header": fm}


_HANDLER = _LinedHandler()


def _split(path: str, text: str) -> tuple[str, str, int]:
    if not text.strip():
        raise _Fault(1, "tệp trống.", "tep-trong", "điền nội dung theo mẫu, hoặc xoá tệp")
    if not text.startswith("---"):
        raise _Fault(
            1,
            "thiếu phần đầu trang giữa hai dòng ---.",
            "thieu-phan-dau",
            "thêm ở dòng đầu tiên: ---, rồi các khoá như tieu_de, rồi lại ---",
        )
    if not re.search(r"^---[ \t]*$", text[3:], re.MULTILINE):
        raise _Fault(
            1,
            "phần đầu trang mở bằng --- mà không có dòng --- đóng lại.",
            "thieu-phan-dau",
            "thêm một dòng --- sau khoá cuối cùng",
        )
    metadata, body = frontmatter.parse(text, handler=_HANDLER)
    header = str(metadata.get("header", ""))
    start = text.find(body) if body else len(text)
    return header, body, text.count("\n", 0, start) + 1


_YAML_FAULTS = (
    ("found character '\\t'", "thụt dòng bằng phím Tab.", "tab", "thay phím Tab bằng dấu cách"),
    (
        "found unexpected end of stream",
        "dấu nháy mở mà không đóng.",
        "nhay-chua-dong",
        "thêm dấu nháy đóng, hoặc bỏ dấu nháy mở",
    ),
    (
        "while scanning a quoted scalar",
        "dấu nháy mở mà không đóng.",
        "nhay-chua-dong",
        "thêm dấu nháy đóng, hoặc bỏ dấu nháy mở",
    ),
    (
        "mapping values are not allowed",
        "có dấu hai chấm trong giá trị, hoặc thụt dòng lệch.",
        "yaml",
        'đặt cả giá trị trong dấu nháy kép "…", và để các khoá cùng cấp thẳng cột',
    ),
)


def _values(text: str, offset: int, path: str, problems: list[Problem]) -> Mapping:
    """The mapping a YAML text holds; lines move by `offset` (the `---` above a header)."""
    loader = Loader(text)
    try:
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as fault:
        raise _yaml_fault(fault, text, offset) from None
    except yaml.YAMLError as fault:
        raise _Fault(
            1 + offset, "tệp không đọc được.", "yaml", f"xem lại ký tự lạ ({fault})"
        ) from None
    finally:
        loader.dispose()
    if node is None:
        return Mapping({}, {}, 1 + offset)
    return _Composer(path, offset, problems).mapping(node)


def _yaml_fault(fault: yaml.MarkedYAMLError, text: str, offset: int) -> _Fault:
    told = f"{fault.context or ''} {fault.problem or ''}"
    mark = fault.problem_mark or fault.context_mark
    line = (mark.line if mark else 0) + 1 + offset
    for sign, says, rule, mend in _YAML_FAULTS:
        if sign in told:
            if rule == "nhay-chua-dong" and fault.context_mark:
                line = fault.context_mark.line + 1 + offset
            return _Fault(line, says, rule, mend)
    lines = text.split("\n")
    near = lines[min(line - 1 - offset, len(lines) - 1)].strip() if lines else ""
    return _Fault(
        line,
        f"dòng này không đúng cách viết YAML: «{near[:60]}».",
        "yaml",
        "xem dấu cách sau dấu hai chấm, cột thụt dòng, dấu nháy; so với tệp mẫu",
    )


class _Composer:
    """Nodes → values, refusing aliases (a few lines can stand for millions) and equal keys."""

    def __init__(self, path: str, offset: int, problems: list[Problem]) -> None:
        self.path, self.offset, self.problems = path, offset, problems
        self.seen: set[int] = set()

    def line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 1 + self.offset

    def mapping(self, node: yaml.Node) -> Mapping:
        if not isinstance(node, yaml.MappingNode):
            raise _Fault(
                self.line(node),
                "tệp phải gồm các dòng «khoá: giá trị».",
                "yaml",
                "viết như tệp mẫu của loại này",
            )
        made = self.value(node)
        assert isinstance(made, Mapping)
        return made

    def value(self, node: yaml.Node) -> Value:
        if id(node) in self.seen:
            raise _Fault(
                self.line(node),
                "dùng bí danh YAML (dấu & và *).",
                "bi-danh",
                "viết lại đầy đủ giá trị ở từng chỗ",
            )
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            plain_null = node.style is None and node.value in ("~", "null", "Null", "NULL")
            return Scalar("" if plain_null else str(node.value), self.line(node))
        if isinstance(node, yaml.SequenceNode):
            return Listing(tuple(self.value(item) for item in node.value), self.line(node))
        items: dict[str, Value] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key, line = str(key_node.value), self.line(key_node)
            value = self.value(value_node)
            if key in items:
                self.problems.append(
                    Problem(
                        self.path,
                        line,
                        key,
                        f"khoá này đã có ở dòng {lines[key]}.",
                        "trung-khoa",
                        "giữ một dòng, xoá dòng kia",
                    )
                )
                continue
            items[key], lines[key] = value, line
        return Mapping(items, lines, self.line(node))


def _problem(path: str, fault: _Fault) -> Problem:
    return Problem(path, fault.line, fault.name, fault.text, fault.rule, fault.mend)


def is_ascii_id(text: str) -> bool:
    """Whether the text can be an id: lower case letters, digits, hyphens."""
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", unicodedata.normalize("NFC", text)))
