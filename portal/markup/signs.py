"""Signs of Markdown that are left over in the words of a line: shown as they stand, they mean that
something did not become what the editor wrote it for.

Comes in: the words of a line as readers see them, without what he escaped. Goes out: findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from portal.markup.code import lines_of
from portal.markup.findings import Finding
from portal.markup.places import ID
from portal.markup.tags import ALLOWED_TAG, PAIRED_TAGS
from portal.text import quote, slug

MADE = "\ufffc"
"""Stands for what became something: code, a picture, an escaped sign."""
CLOSED = "\ufdd0"
"""Stands behind a link, emphasis or code that ended."""
_ANY = re.compile(r"[]\[{}<`|#~!:\n]|\*\*|__|\*(?=\w)|(?<!\w)_(?=\w)")
"""One of these stands in whatever is looked for below; most lines have none."""
_HTML = re.compile(r"<[a-zA-Z/?!][^\n]{0,60}")
_BRACES = re.compile(r"\{:?([^{}\n]*)\}")
_ATTRIBUTE = re.compile(rf"#{ID}")
_BEHIND = re.compile(rf"(?<=[{CLOSED}{MADE}])\{{[.#]?[A-Za-z][\w-]*(?:=[^{{}}\n]*)?\}}")
_MERGED = re.compile(
    r"^(?:[a-zđ]{1,2}\)|\d{1,3}[.)]|[-+·–—])[ \t]*(?=[^\W_]|[«“(])\S*", re.MULTILINE
)
_BROKEN = re.compile(
    r"\[(?:[^][]|\[[^][]{0,99}\]){0,200}\]\(([^()]{0,200}(?:\([^()]{0,99}\)[^()]{0,99}){0,3})"
)
_NUMBER = re.compile(r"(?<=\n)\d{1,2}[.)][ \t]+\S+")


class _Sign(NamedTuple):
    shape: re.Pattern[str]
    rule: str
    told: str
    remedy: str
    reminder: bool = True


def _sign(shape: str, rule: str, told: str, remedy: str, stops: bool = False) -> _Sign:
    return _Sign(re.compile(shape, re.MULTILINE), rule, told, remedy, not stops)


LONGEST = 60
SHOWN = "in ra thành chữ"
_SIGNS = (
    _sign(
        r"!\[[^\[\]\n]{0,80}\](?!\()",
        "lien-ket-la",
        f"{SHOWN}, không thành ảnh",
        "viết ![lời thay ảnh](tep/ten-anh.png)",
    ),
    _sign(
        r"(?<!!)\[[^\[\]\n^][^\[\]\n]{0,80}\]\[[^\[\]\n]{0,80}\]",
        "lien-ket-la",
        f"{SHOWN}: không có dòng nào định nghĩa nó",
        "viết [chữ](địa-chỉ); nếu là chữ thì thêm \\ trước dấu [",
    ),
    _sign(
        r"\[[^\[\]\n]{1,80}\][ \t]+\((?:https?://|[a-z-]+/[a-z0-9])[^()\n]{0,80}\)"
        r"|\([^()\n]{1,80}\)[ \t]*\[(?:https?://|[a-z-]+/[a-z0-9])[^\[\]\n]{0,80}\]",
        "lien-ket-la",
        f"{SHOWN}, không thành đường dẫn",
        "viết [chữ](địa-chỉ): ngoặc vuông trước, ngoặc tròn liền sau",
    ),
    _sign(
        r"^\[[^\[\]\n^][^\[\]\n]{0,80}\]:[ \t]*\S*/\S*[ \t]*$",
        "lien-ket-la",
        f"{SHOWN}: dòng định nghĩa phải đứng riêng",
        "để một dòng trống trước dòng này",
    ),
    _sign(
        r"\[\^[^\[\]\s]{1,80}\]",
        "chu-thich",
        "gọi một chú thích không có",
        "thêm dòng [^tên]: lời chú thích, hoặc bỏ dấu này",
        True,
    ),
    _sign(
        r"\{:?[ \t]*#[\w.-]{1,80}[ \t]*$",
        "ma-lac",
        f"{SHOWN}, không thành mã: ngoặc nhọn mở mà không đóng",
        "thêm dấu } ở cuối mã, hoặc chạy python3 scripts/fix.py",
        True,
    ),
    _sign(
        r"\{:?[ \t]*#(?![\w.-]{1,80}[ \t]*$)[^{}\n]{0,80}\}?"
        r"|\{(?:phan|chuong|muc|dieu|khoan|diem)-[a-z0-9.-]+\}",
        "ma-lac",
        f"{SHOWN}, không thành mã",
        "mã chỉ đặt được ở cuối một tiêu đề (## … {#dieu-5}) hay cuối một mục bắt đầu bằng -, 1."
        " (- … {#dieu-5.khoan-1}); đoạn thường thì viết thành mục",
        True,
    ),
    _sign(
        r"\*\*(?=\S).{0,60}|(?<=\S)\*\*|(?<![\w*])\*(?=\w).{0,60}",
        "dau-thua",
        f"{SHOWN}, không thành chữ đậm, nghiêng",
        "đóng bằng cùng số dấu *, sát chữ, dấu câu để bên ngoài: **Quy định** «mới»; nếu là chữ"
        " thì viết \\*",
    ),
    _sign(
        r"(?<![\w_])_{1,2}(?=[^\W_]).{0,60}|(?<=[^\W_])__(?!\w)",
        "dau-thua",
        f"{SHOWN}, không thành chữ đậm, nghiêng",
        "đóng bằng cùng số dấu _, sát chữ; nếu là chữ thì viết \\_",
    ),
    _sign(
        r"~~(?=\S).{0,60}|(?<=\S)~~|(?<![\w~])~(?=\S)[^~\n]{0,80}(?<=\S)~(?![\w~])",
        "dau-thua",
        f"{SHOWN}, không thành chữ gạch",
        "viết ~~chữ gạch~~, hai dấu mỗi bên, sát chữ",
    ),
    _sign(
        r"`.{0,60}",
        "dau-thua",
        f"{SHOWN}, không thành mã",
        "đóng bằng cùng số dấu `; nếu là chữ thì viết \\`",
    ),
    _sign(
        r"^#{1,6}(?=[^\W\d_]).{0,60}|^#{2,6}(?=[^\s#]).{0,60}|^#{7,}[ \t].{0,60}",
        "tieu-de-muc",
        f"{SHOWN}, không thành tiêu đề",
        "từ hai tới sáu dấu #, rồi một dấu cách: ## Tiêu đề",
    ),
    _sign(
        r"^[|:]?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$",
        "bang-lech",
        f"{SHOWN}, không thành bảng",
        "hàng ngay trên nó phải là hàng đầu bảng và có đúng chừng ấy ô",
        True,
    ),
    _sign(
        r"^\|.*\|[ \t]*(?:\n\|.*\|[ \t]*)*$",
        "bang-lech",
        f"{SHOWN}, không thành bảng",
        "dưới hàng đầu bảng phải có một hàng |---|---| có đúng chừng ấy ô",
    ),
    _sign(
        r"^(?:!!!|\?\?\?\+?|:::)[ \t]*\S.{0,40}|^\[![A-Za-z]+\]|^\[\[?_?TOC_?\]?\]",
        "dau-thua",
        f"{SHOWN}: cổng không có khung, mục lục kiểu này",
        "bỏ dấu này; muốn nhấn mạnh thì dùng **chữ đậm** hoặc trích dẫn bằng dấu >",
    ),
    _sign(
        r"^:[ \t]+\S.{0,40}",
        "dau-thua",
        f"{SHOWN}",
        "từ cần giải thích viết ở một dòng riêng, ngay dưới là : và lời giải thích",
    ),
    _sign(
        r"^\*\[[^\[\]\n]+\][ ]?:.{0,40}",
        "dau-thua",
        f"{SHOWN}",
        "viết *[VIẾT-TẮT]: lời đầy đủ trên một dòng",
    ),
)


def left_over(words: str, line: int) -> Iterator[Finding]:
    """All of them in the words of a line that begins at a line of the text."""
    if not _ANY.search(words):
        return

    line_of = lines_of(words)

    def at(found: re.Match[str]) -> int:
        return line + line_of(found.start())

    if "<" in words:
        yield from _tags(words, at)
    attributes = set(_attributes(words)) if "{" in words else set()
    for found in attributes:
        told = f"{quote(found[0])} đặt thuộc tính không được dùng."
        yield Finding(
            at(found), "html-la", told, "trong ngoặc nhọn chỉ ghi mã neo, ví dụ {#dieu-5}"
        )
    for found in _BROKEN.finditer(words):
        yield unlike_a_target(at(found), _seen(" ".join(found[1].split())) or "](")
    taken = {found.start() for found in attributes}
    for sign in _SIGNS:
        for found in sign.shape.finditer(words):
            if found.start() not in taken:
                told = f"«{_seen(found[0])}» {sign.told}."
                yield Finding(at(found), sign.rule, told, sign.remedy, sign.reminder)
    if "\n" in words:
        yield from _merged(words, at)


_FILE = re.compile(r"(?:\.{0,2}/)*(?:docs/)?tep/([a-z0-9._/-]+)")
_NAMED = re.compile(
    r"(?i)<?(?:.*[/\\])?([^/\\]+)\.(png|jpe?g|gif|webp|svg|pdf|docx?|xlsx?|pptx?|zip)>?"
)
"""What somebody took for the path of a file: one on his own machine, a name as files have them."""


def unlike_a_target(line: int, target: str) -> Finding:
    """A target that nobody may follow, or that is none."""
    told = f"{quote(target)} không phải đường dẫn dùng được."
    remedy = "viết loại/tên-mục (van-ban/11-qd-tw#dieu-2), hoặc địa chỉ https://"
    if file := _FILE.fullmatch(target):
        remedy = f"viết tep/{file[1]}: tệp ở docs/tep/, từ trang nào cũng gọi như nhau"
    elif (named := _NAMED.fullmatch(target)) and "://" not in target and target[:2] != "//":
        whole = "…" not in named[0]
        name = f"{(whole and slug(named[1])) or 'ten-tep'}.{named[2].lower()}"
        remedy = (
            f"để tệp trong docs/tep/, tên {name} (chưa có thư mục thì tạo), rồi viết tep/{name}"
        )
    return Finding(line, "lien-ket-la", told, remedy)


def _seen(text: str) -> str:
    shown = text.partition("\n")[0].replace(CLOSED, "").replace(MADE, "…").strip()
    return shown if len(shown) <= LONGEST else shown[:LONGEST].rpartition(" ")[0] + "…"


def _tags(words: str, at: Callable[[re.Match[str]], int]) -> Iterator[Finding]:
    for found in _HTML.finditer(words):
        shown, closed, _ = _seen(found[0]).partition(">")
        shown = shown[:40] + closed
        allowed = ", ".join(f"<{tag}>" for tag in (*PAIRED_TAGS, "br"))
        if ALLOWED_TAG.match(found[0]):
            told, remedy = f"«{shown}» thiếu thẻ đi đôi với nó.", "mỗi <sub> một </sub>"
        else:
            told = f"«{shown}» là HTML không được dùng."
            remedy = f"bỏ thẻ này; chỉ dùng được {allowed} không kèm thuộc tính"
        yield Finding(at(found), "html-la", told, remedy)


def _attributes(words: str) -> Iterator[re.Match[str]]:
    """Braces that would set an attribute elsewhere: `{: .x}`, `{onclick=…}`, `**a**{href}`."""
    for found in _BRACES.finditer(words):
        wrong = [part for part in found[1].split() if not _ATTRIBUTE.fullmatch(part)]
        meant = found[1].startswith((" ", "#", ".")) or "=" in found[1]
        if wrong and (meant or _BEHIND.match(words, found.start())):
            yield found


def _merged(words: str, at: Callable[[re.Match[str]], int]) -> Iterator[Finding]:
    """Lines that look like items and run on in one paragraph."""
    numbers = list(_NUMBER.finditer(words))
    met = list(_MERGED.finditer(words))
    for found in numbers or met[1:2]:
        told = f"«{_seen(found[0])}» không bắt đầu một mục: dòng này nối vào dòng trên."
        remedy = (
            "để một dòng trống giữa các mục; danh sách viết «- » hoặc «1. » có dấu cách, đánh số"
            " ngay dưới một đoạn thì phải bắt đầu từ 1"
        )
        yield Finding(at(found), "dong-noi", told, remedy, True)
