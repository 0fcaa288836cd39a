"""Blocks of a Markdown text that became something else than they look like, or lost something.

Comes in: tokens of the whole text and its lines. Goes out: findings. What stands inside a line is
the affair of `signs`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from portal.markup.findings import Finding
from portal.markup.parser import DEEPEST

_ASKED = frozenset(
    {
        *("heading_open", "ordered_list_open", "ordered_list_close", "list_item_open"),
        *("table_open", "th_open", "tbody_open", "code_block", "fence", "dt_open", "dd_open"),
        "blockquote_open",
    }
)
_HOLDERS = frozenset({"blockquote_open", "list_item_open", "dd_open"})
_SENTENCE = re.compile(r".*[.;:,!?…]|.{80,}")


def misread(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Finding]:
    """All of them, block by block."""
    lists: list[list[tuple[int, str, str]]] = []
    """Without items that have an id: of a law only its issuer mends a number."""
    columns = 0
    for at, token in enumerate(tokens):
        if token.type not in _ASKED:
            continue
        line = token.map[0] if token.map else 0
        match token.type:
            case "heading_open":
                yield from _heading(token, tokens[at + 1], line)
            case "ordered_list_open":
                lists.append([])
            case "list_item_open" if token.info and "id" not in token.attrs:
                lists[-1].append((line, token.info, token.markup))
            case "ordered_list_close":
                yield from _numbers(lists.pop())
            case "table_open":
                columns = 0
            case "th_open":
                columns += 1
            case "tbody_open":
                yield from _rows(token, lines, columns)
            case "code_block":
                yield _code(token, line)
            case "fence":
                yield from _fence(token, lines)
            case "dt_open":
                yield from _term(tokens[at + 1])
            case "dd_open":
                yield from _definition(lines[line], line)
        if token.level >= DEEPEST - 1 and token.type in _HOLDERS:
            told = "các mục lồng nhau quá sâu, phần bên trong không hiện."
            yield Finding(line, "long-qua-sau", told, "bớt tầng: bớt dấu > hoặc bớt thụt dòng")


def _heading(token: Token, inside: Token, line: int) -> Iterator[Finding]:
    rule, words = "tieu-de-muc", " ".join(inside.content.split())
    short = words if len(words) <= 60 else words[:60].rpartition(" ")[0] + "…"
    if token.tag == "h1":
        told = f"«{short}» là tiêu đề cấp một, cấp ấy đã là tieu_de của trang."
        yield Finding(line, rule, told, f"viết ## {short}")
    elif token.markup == "-":
        told = f"«{short}» thành tiêu đề vì ngay dưới nó là ---."
        remedy = f"tiêu đề thì viết ## {short}; đường kẻ thì để một dòng trống trước ---"
        yield Finding(line, rule, told, remedy, True)
    if not words:
        yield Finding(line, rule, "tiêu đề không có chữ.", "viết chữ, hoặc xoá dòng này", True)


def _numbers(items: Sequence[tuple[int, str, str]]) -> Iterator[Finding]:
    rule, remedy = "so-muc", "viết đúng số của từng mục"
    counted = len({int(number) for _, number, _ in items}) == 1
    for (_, before, _), (line, number, sign) in pairwise(items):
        if counted:
            told = f"các mục đều viết {number}{sign} nên trang tự đếm tiếp từ số ấy."
            yield Finding(line, rule, told, remedy, True)
            break
        if int(number) <= int(before):
            told = f"{number}{sign} đứng sau {before}{sign}; trang hiện như đã viết."
            yield Finding(line, rule, told, remedy, True)
    for line, number, sign in items:
        if number != str(int(number)):
            told = f"{number}{sign} hiện là {int(number)}{sign}"
            remedy = f"viết {int(number)}{sign}; giữ nguyên chữ thì viết {number}\\{sign}"
            yield Finding(line, rule, told, remedy, True)


def _rows(body: Token, lines: Sequence[str], columns: int) -> Iterator[Finding]:
    start, end = body.map or (0, 0)
    for line in range(start, min(end, len(lines))):
        cells = escapedSplit(lines[line].strip(" \t>"))
        cells = cells[not cells[0] :]
        cells = cells[: len(cells) - (bool(cells) and not cells[-1])]
        over = [cell.strip() for cell in cells[columns:] if cell.strip()]
        if over:
            told = f"hàng này có {len(cells)} ô mà bảng có {columns} cột: «{over[0]}» không hiện."
            remedy = "bỏ ô thừa, thêm cột ở hàng đầu bảng, hoặc viết \\| nếu dấu | là chữ"
            yield Finding(line, "bang-lech", told, remedy)
        elif len(cells) < columns:
            told = f"hàng này có {len(cells)} ô mà bảng có {columns} cột; các ô sau để trống."
            remedy = "ô trống viết | |; dòng không thuộc bảng thì cách bảng một dòng trống"
            yield Finding(line, "bang-lech", told, remedy, True)


def _code(token: Token, line: int) -> Finding:
    short = token.content.strip().partition("\n")[0][:60]
    told = f"«{short}» thụt bốn dấu cách nên hiện thành khối mã."
    remedy = "bỏ dấu cách ở đầu dòng; là mã thì đặt giữa hai dòng ```"
    return Finding(line, "khoi-ma", told, remedy, True)


def _fence(token: Token, lines: Sequence[str]) -> Iterator[Finding]:
    start, end = token.map or (0, 0)
    last = lines[end - 1].strip(" \t>") if start < end <= len(lines) else ""
    if end - 1 == start or not last.startswith(token.markup) or last.strip(token.markup[0]):
        told = f"{token.markup} mở mà không đóng: phần sau nó thành mã."
        yield Finding(start, "khoi-ma", told, f"thêm dòng {token.markup} ở cuối khối mã")
    if " " in token.info.strip() or not token.info.isascii():
        told = f"«{token.info.strip()}» sau {token.markup} không hiện."
        yield Finding(start, "khoi-ma", told, "đưa chữ ấy xuống dòng dưới", True)


def _term(inside: Token) -> Iterator[Finding]:
    if _SENTENCE.fullmatch(inside.content):
        told = "dòng này thành một từ cần giải thích vì dưới nó có dòng bắt đầu bằng dấu hai chấm."
        remedy = "dòng dưới không phải lời giải thích thì đừng bắt đầu bằng dấu hai chấm"
        yield Finding((inside.map or [0])[0], "dau-thua", told, remedy, True)


def _definition(text: str, line: int) -> Iterator[Finding]:
    if text.lstrip(" \t>").startswith("~"):
        told = "dấu ~ ở đầu dòng không hiện: dòng này thành lời giải thích của dòng trên."
        yield Finding(line, "dau-thua", told, "viết \\~ nếu là chữ", True)
