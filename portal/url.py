"""Web addresses: what is one, and the stricter form of the address a site is published at.

Comes in: a text somebody typed. Goes out: the address, or a Vietnamese reason why it is none. A
published address is given in one form: letters beyond ASCII become `xn--` in the host and
percent-encoded in the path, a final slash is there. Knows nothing of who asks.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from urllib.parse import SplitResult, quote, unquote, urlsplit

NO_SCHEME = "phải bắt đầu bằng https:// hoặc http://"
_NEVER = re.compile(r'[\s<>"\\`\x00-\x1f\x7f]')
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
"""A name that ends in a number is read as an IPv4 address, by browsers too."""
_SEGMENT = re.compile(r"(?:[\w.~@:+=,-]|%[0-9A-Fa-f]{2})+")
_HIDDEN = re.compile(r"[\x00-\x1f\x7f/\\<>\"'&]")
_A_PAGE = re.compile(r"[^/]+\.(?:html?|php|aspx?)$", re.IGNORECASE)
_LOOPBACK = re.compile(r"(?:localhost|127\.[\d.]+|\[::1\])(?:[:/]|$)")


class BadAddress(ValueError):
    """A text that is no address of a published site; says why, and what may have been meant."""


def reason(text: str) -> str:
    """Why a text is no web address; empty where it is one."""
    if not _SCHEME.match(text):
        return NO_SCHEME
    if _NEVER.search(text) or any(unicodedata.category(char)[0] == "C" for char in text):
        return "có dấu cách, dấu nháy, dấu < > \\ hoặc chữ không nhìn thấy"
    try:
        parts = urlsplit(text)
        sound = parts.port != 0 and _host(parts.hostname or "")
    except ValueError:
        return "viết sai tên máy chủ hoặc số cổng"
    if "@" in parts.netloc:
        return "có tên người dùng hoặc mật khẩu ở trước @"
    return "" if sound else "viết sai tên máy chủ hoặc số cổng"


def public(text: str) -> str:
    """The address a site is published at, in its one form; else `BadAddress`."""
    told = unicodedata.normalize("NFC", text)
    if why := _why_not_public(told):
        raise BadAddress(f"{why}. Ví dụ: {_meant(told) or 'https://ten-mien.vn/duong/dan/'}")
    return _written(urlsplit(told))


def _why_not_public(text: str) -> str:
    if why := reason(text):
        return why
    path = urlsplit(text).path
    if "?" in text or "#" in text:
        return "có phần sau dấu ? hoặc #"
    if _A_PAGE.search(path):
        return "là địa chỉ của một trang, không phải của thư mục chứa cổng"
    if path.strip("/") and not all(map(_is_segment, path.strip("/").split("/"))):
        return "đường dẫn có chỗ trống, dấu chấm đứng riêng hoặc dấu lạ"
    return ""


def _is_segment(text: str) -> bool:
    try:
        meant = unquote(text, errors="strict")
    except UnicodeDecodeError:
        return False
    hidden = _HIDDEN.search(meant) or any(unicodedata.category(char)[0] == "C" for char in meant)
    return bool(_SEGMENT.fullmatch(text)) and not hidden and meant.strip() not in ("", ".", "..")


def _written(parts: SplitResult) -> str:
    port = f":{parts.port}" if parts.port else ""
    inside = quote(parts.path.strip("/"), safe="/%~@:+=,")
    host = _host(parts.hostname or "").rstrip(".")
    return f"{parts.scheme}://{host}{port}/{inside}{'/' if inside else ''}"


def _host(name: str) -> str:
    """The form in which a server is asked for; empty where no server can have this name."""
    try:
        if ":" in name:
            return f"[{ipaddress.IPv6Address(name)}]" if "%" not in name else ""
        asked = name.encode("idna").decode("ascii").lower()
        if asked.encode("ascii").decode("idna") != name and not name.isascii():
            return ""  # browsers would ask for another one: `ß`, wide letters
        labels = asked.removesuffix(".").split(".")
        if _NUMBER.fullmatch(labels[-1]):
            return str(ipaddress.IPv4Address(asked))
    except ValueError:
        return ""
    return asked if len(asked) < 254 and all(map(_LABEL.fullmatch, labels)) else ""


def _meant(text: str) -> str:
    """What was probably meant by an address without a scheme of the web, or with too much."""
    bare = re.sub(r"^(?:[A-Za-z][A-Za-z0-9+.-]*:)?/*", "", text.strip()) if "//" in text else text
    bare = _A_PAGE.sub("", re.split(r"[?#]", bare.strip(), maxsplit=1)[0])
    known = "." in bare or "://" in text or _LOOPBACK.match(bare)
    usual = "http" if _LOOPBACK.match(bare) else "https"
    scheme = usual if not text.lower().startswith("http://") else "http"
    meant = f"{scheme}://{bare}"
    return "" if not known or _why_not_public(meant) else _written(urlsplit(meant))
