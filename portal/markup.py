"""What Markdown may hold in the portal: the one list of allowed HTML, links and attributes.

Comes in: Markdown text. Goes out: the places that are refused (for messages), and the patterns the
renderer obeys. Everything else is shown as text, never as markup, so nothing hostile can pass.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from portal.text import quote

PAIRED_TAGS = ("sub", "sup", "kbd", "mark")
"""HTML an editor may write in Markdown, without attributes; besides these only `<br>`."""
SCHEMES = ("http", "https", "mailto", "tel")
ATTRIBUTES = frozenset(
    {"id", "href", "title", "src", "alt", "class", "colspan", "rowspan", "start", "abbr"}
)
"""What may stay on an element after `{…}`; `class` only as our own extensions set it."""

ALLOWED_TAG = re.compile(rf"</?(?:{'|'.join(PAIRED_TAGS)})>|<br ?/?>", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/?!][^\n]{0,60}")
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*|[\w.+-]+@[\w.-]+)>")
_FENCED = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"(?<![`\\])(`++)(?:[^\n]|\n(?![ \t]*\n)){1,2000}?(?<!`)\1(?!`)")
_NESTED = r"\((?:[^()]|\([^()]{0,500}\)){0,500}\)"
_INLINE = re.compile(rf"\]\((?:((?:[^()]|{_NESTED}){{0,2000}})\)|([^()]{{0,500}}))")
_DEFINITION = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d+\.)[ \t]+)*\[(?!\^)([^\[\]\n]{1,200})\]:[ ]*\n?[ ]*(<[^<>]*>|\S+)",
    re.MULTILINE,
)
_IMAGE = re.compile(r"!\[([^\[\]]{0,500})\](\(|(?:[ ]?\[([^\[\]]{0,200})\])?)")
_TITLED = re.compile(r"\s*(?:<([^<>]*)>|(.*?))(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*", re.DOTALL)
_ATTRIBUTE_LIST = re.compile(r"\{:?([^{}\n]*)\}")
_ALLOWED_ATTRIBUTE = re.compile(r"#[a-z0-9.-]+")


def refused(text: str) -> Iterator[tuple[int, str, str, str]]:
    """(line offset, rule, what, mend) of everything in the text that the portal will not take."""
    bare = without_code(text)
    line = lines_of(bare)
    for at, shown in _tags(bare):
        allowed = ", ".join(f"<{tag}>" for tag in (*PAIRED_TAGS, "br"))
        mend = f"bỏ thẻ này; chỉ dùng được {allowed} không kèm thuộc tính"
        yield line(at), "html-la", f"«{shown}» là HTML không được dùng.", mend
    for at, target in _targets(bare):
        if not is_safe(target):
            told = f"{quote(target)} không phải đường dẫn dùng được."
            mend = "viết loại/tên-mục (van-ban/11-qd-tw#dieu-2), hoặc địa chỉ https://"
            yield line(at), "lien-ket-la", told, mend
    for at, target in _images(bare):
        if _is_foreign(target):
            told = f"ảnh {quote(target)} lấy từ trang khác."
            mend = "chép ảnh vào docs/tep/ rồi trỏ tới tep/ten-anh.png"
            yield line(at), "anh-ngoai", told, mend
    for found in _ATTRIBUTE_LIST.finditer(bare):
        parts = found[1].split()
        wrong = [part for part in parts if not _ALLOWED_ATTRIBUTE.fullmatch(part)]
        if wrong and (found[1].startswith((" ", "#", ".")) or "=" in found[1]):
            told = f"{quote(found[0])} đặt thuộc tính không được dùng."
            mend = "trong ngoặc nhọn chỉ ghi mã neo, ví dụ {#dieu-5}"
            yield line(found.start()), "html-la", told, mend


def is_safe(target: str) -> bool:
    """Whether a link's target is one of the allowed schemes or a path inside the site."""
    plain = html.unescape(target).strip()
    if re.search(r"[\x00-\x20\x7f\\]", plain):
        return False
    try:
        parts = urlsplit(plain)
    except ValueError:
        return False
    if parts.scheme:
        web = parts.scheme.lower() in ("http", "https")
        return parts.scheme.lower() in SCHEMES and (bool(parts.netloc) or not web)
    path = plain.partition("#")[0].split("/")
    return not plain.startswith("//") and ".." not in path and ":" not in path[0]


def internal_links(text: str) -> Iterator[tuple[int, str, str]]:
    """(line offset, path inside the site, anchor) of every link that stays in the portal."""
    bare = without_code(text)
    line = lines_of(bare)
    for at, target in _targets(bare):
        path, _, anchor = target.partition("#")
        if path.strip("/") and is_safe(target) and not urlsplit(target).scheme:
            yield line(at), path.strip("/"), anchor


def without_code(text: str) -> str:
    """The text with code blanked out, line by line as it was."""
    for code in (_FENCED, _CODE):
        if "`" in text or "~~~" in text:
            text = code.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return text


def _tags(text: str) -> Iterator[tuple[int, str]]:
    for found in _TAG.finditer(text):
        link = _AUTOLINK.match(text, found.start())
        if not link and not ALLOWED_TAG.match(found[0]):
            shown, closed, _ = found[0].partition(">")
            yield found.start(), shown[:40] + closed


def _targets(text: str) -> Iterator[tuple[int, str]]:
    """Where links lead, pictures included: `[…](target "title")`, `[…]: target`, `<scheme:…>`."""
    for found in _INLINE.finditer(text):
        if target := _untitled(found[2] if found[1] is None else found[1]):
            yield found.start(), target
    for found in _DEFINITION.finditer(text):
        yield found.start(2), found[2].strip("<>")
    for found in _AUTOLINK.finditer(text):
        if ":" in found[1]:
            yield found.start(), found[1]


def _images(text: str) -> Iterator[tuple[int, str]]:
    """Where pictures are taken from, `![…][name]` included."""
    defined = {found[1].casefold(): found[2].strip("<>") for found in _DEFINITION.finditer(text)}
    for found in _IMAGE.finditer(text):
        if found[2] == "(":
            inline = _INLINE.match(text, found.end() - 2)
            yield found.start(), _untitled((inline[1] or "") if inline else "")
        else:
            yield found.start(), defined.get((found[3] or found[1]).casefold(), "")


def _untitled(inside: str) -> str:
    found = _TITLED.fullmatch(inside)
    return ((found[1] if found[1] is not None else found[2]) if found else inside).strip()


def _is_foreign(target: str) -> bool:
    try:
        return bool(urlsplit(html.unescape(target)).netloc)
    except ValueError:
        return True


def lines_of(text: str) -> Callable[[int], int]:
    """A function from places in the text to their lines, the first being 0."""
    breaks = [found.start() for found in re.finditer("\n", text)]
    return lambda at: bisect_left(breaks, at)
