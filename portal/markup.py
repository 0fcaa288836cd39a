"""What Markdown may hold in the portal: the one list of allowed HTML, links and attributes.

Comes in: Markdown text. Goes out: the places that are refused (for messages), and the patterns the
renderer obeys. Everything else is shown as text, never as markup, so nothing hostile can pass.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

PAIRED_TAGS = ("sub", "sup", "kbd", "mark")
"""HTML an editor may write in Markdown, without attributes; besides these only `<br>`."""
_TAGS_TOLD = ", ".join(f"<{tag}>" for tag in (*PAIRED_TAGS, "br"))
SCHEMES = ("http", "https", "mailto", "tel")
ATTRIBUTES = frozenset(
    {"id", "href", "title", "src", "alt", "class", "colspan", "rowspan", "start", "abbr"}
)
"""What may stay on an element after `{…}` was applied; `class` only as our own extensions set it.
"""

ALLOWED_TAG = re.compile(rf"</?(?:{'|'.join(PAIRED_TAGS)})>|<br ?/?>", re.IGNORECASE)
_TAG = re.compile(r"<(?:[a-zA-Z/?]|!--|!\[CDATA|!DOCTYPE)[^\n]{0,60}")
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]+>|<[\w.+-]+@[\w.-]+>")
_CODE = re.compile(r"^(```|~~~).*?^\1[^\n]*$|(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
_TARGET = re.compile(
    r"\]\(\s*<?([^)\s>]*)"
    r"|^[ ]{0,3}\[[^\]]+\]:\s*<?(\S+?)>?\s*$"
    r"|<([a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]*)>",
    re.MULTILINE,
)
_IMAGE = re.compile(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)")
_ATTRIBUTE_LIST = re.compile(r"\{:?([^{}\n]*)\}")
_ALLOWED_ATTRIBUTE = re.compile(r"#[a-z0-9.-]+")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(\s*([a-z0-9-]+/[a-z0-9/-]+)/?(?:#([a-z0-9.-]+))?\s*\)")


def refused(text: str) -> Iterator[tuple[int, str, str, str]]:
    """(line offset, rule, what, mend) of everything in the text that the portal will not take."""
    bare = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for found in _TAG.finditer(bare):
        if not ALLOWED_TAG.match(found[0]) and not _AUTOLINK.match(found[0]):
            shown = found[0].split(">")[0][:40] + (">" if ">" in found[0] else "")
            yield (
                _offset(bare, found),
                "html-la",
                f"«{shown}» là HTML không được dùng.",
                f"bỏ thẻ này; chỉ dùng được {_TAGS_TOLD} không kèm thuộc tính",
            )
    for found in _TARGET.finditer(bare):
        target = found[1] or found[2] or found[3] or ""
        if target and not is_safe(target):
            yield (
                _offset(bare, found),
                "lien-ket-la",
                f"«{target[:60]}» không phải đường dẫn dùng được.",
                f"viết loại/tên-mục (van-ban/11-qd-tw#dieu-2) hoặc địa chỉ {', '.join(SCHEMES)}",
            )
    for found in _IMAGE.finditer(bare):
        if urlsplit(found[1]).netloc:
            yield (
                _offset(bare, found),
                "anh-ngoai",
                f"ảnh «{found[1][:60]}» lấy từ trang khác.",
                "chép ảnh vào docs/tep/ rồi trỏ tới tep/ten-anh.png",
            )
    for found in _ATTRIBUTE_LIST.finditer(bare):
        parts = found[1].split()
        wrong = [part for part in parts if not _ALLOWED_ATTRIBUTE.fullmatch(part)]
        if parts and wrong and (found[1].startswith((" ", "#", ".")) or "=" in found[1]):
            yield (
                _offset(bare, found),
                "html-la",
                f"«{{{found[1].strip()[:40]}}}» đặt thuộc tính không được dùng.",
                "trong ngoặc nhọn chỉ ghi mã neo, ví dụ {#dieu-5}",
            )


def is_safe(target: str) -> bool:
    """Whether a link's target is one of the allowed schemes or a path inside the site."""
    plain = re.sub(r"[\x00-\x20]", "", html.unescape(target))
    try:
        parts = urlsplit(plain)
    except ValueError:
        return False
    if parts.scheme:
        return parts.scheme.lower() in SCHEMES
    return (
        not plain.startswith(("//", "\\"))
        and ".." not in plain.split("/")
        and ":" not in plain.split("/")[0].split("#")[0]
    )


def internal_links(text: str) -> Iterator[tuple[int, str, str]]:
    """(line offset, `kind/id`, anchor) of every link to an entry."""
    for found in _LINK.finditer(text):
        yield _offset(text, found), found[1].rstrip("/"), found[2] or ""


def _offset(text: str, found: re.Match[str]) -> int:
    return text.count("\n", 0, found.start())
