"""What chance, haste and old programs do to a file: small damages, the same for the same seed.

In: the bytes of a content file and a source of chance. Out: the damaged bytes and what was done.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

Damage = Callable[[str, Random], str]
UNSEEN = "\u200b\u202e\u2066\ufeff\u00ad\u2060\u200d"
CONTROL = "\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x85"
YAML = (
    *(": ", " #", " # ", "- ", "? ", " & ", " *", "!", "| ", "> ", "%", "@", "{", "}", "[", "]"),
    *(", ", "~", "'", '"', "\\", "\n---\n", "\n...\n", "\t"),
)
MARKDOWN = (
    *("*", "**", "_", "`", "``", "\n```\n", "\n~~~\n", "\n# ", "\n## ", "\n> ", "\n- ", "\n1. "),
    *("|", "[", "](", "![", "<", "<b>", "</p>", "<br>", "<!--", "&nbsp;", "&#x202e;", "&amp;"),
    *("\\", "{#x}", "{: .x }", "[^9]", "\n[^9]: ", "\n\n    ", "  \n", "\n***\n", "\n===\n"),
    *("\n---\n", "\n*[Trường]: ", "\n[x]: ", "\n: ", "^", "~", "$"),
)
KEY = re.compile(r"^(\s*(?:- )*)([a-z_]+)(:)", re.MULTILINE)


def damage(content: bytes, random: Random) -> tuple[bytes, str]:
    """Most often one damage, sometimes a few."""
    told = []
    for _ in range(random.choice((1, 1, 1, 1, 2, 3))):
        name = random.choice(list(DAMAGES))
        made = DAMAGES[name]
        if isinstance(made, _Bytes):
            content = made(content, random)
        else:
            text = content.decode("utf-8", "surrogateescape")
            content = made(text, random).encode("utf-8", "surrogateescape")
        told.append(name)
    return content, ", ".join(told)


def _line(change: Callable[[list[str], int, Random], None]) -> Damage:
    """A damage of one line, told as what to do with the list of all."""

    def made(text: str, random: Random) -> str:
        lines = text.split("\n")
        change(lines, random.randrange(len(lines)), random)
        return "\n".join(lines)

    return made


def _at(insert: Callable[[Random], str], *, between_words: bool = False) -> Damage:
    """Something put in anywhere, or between two words."""

    def made(text: str, random: Random) -> str:
        places = [found.end() for found in re.finditer(" ", text)] if between_words else []
        place = random.choice(places) if places else random.randrange(len(text) + 1)
        return text[:place] + insert(random) + text[place:]

    return made


def _without(pattern: str, instead: str = "") -> Damage:
    """One of the places that look so is taken out or replaced."""
    wanted = re.compile(pattern, re.MULTILINE)

    def made(text: str, random: Random) -> str:
        found = list(wanted.finditer(text))
        if not found:
            return text
        one = random.choice(found)
        return text[: one.start()] + one.expand(instead) + text[one.end() :]

    return made


def _delete(lines: list[str], at: int, _: Random) -> None:
    del lines[at]


def _double(lines: list[str], at: int, _: Random) -> None:
    lines.insert(at, lines[at])


def _swap(lines: list[str], at: int, _: Random) -> None:
    other = (at + 1) % len(lines)
    lines[at], lines[other] = lines[other], lines[at]


def _move(lines: list[str], at: int, random: Random) -> None:
    line = lines.pop(at)
    lines.insert(random.randrange(len(lines) + 1), line)


def _indent(lines: list[str], at: int, random: Random) -> None:
    lines[at] = random.choice((" ", "  ", "    ", "\t")) + lines[at]


def _outdent(lines: list[str], at: int, random: Random) -> None:
    lines[at] = lines[at].removeprefix(random.choice((" ", "  ")))


def _join(lines: list[str], at: int, _: Random) -> None:
    if at + 1 < len(lines):
        lines[at : at + 2] = [f"{lines[at]} {lines[at + 1].lstrip()}"]


def _decompose(lines: list[str], at: int, _: Random) -> None:
    lines[at] = unicodedata.normalize("NFD", lines[at])


def _capitals(lines: list[str], at: int, _: Random) -> None:
    lines[at] = lines[at].upper()


def _key(text: str, random: Random) -> str:
    """A key with one letter less, doubled or changed."""
    found = [one for one in KEY.finditer(text) if len(one[2]) > 2]
    if not found:
        return text
    one = random.choice(found)
    at = random.randrange(len(one[2]))
    typed = random.choice(("", one[2][at] * 2, random.choice("abcxyz_-")))
    return f"{text[: one.start(2)]}{one[2][:at]}{typed}{one[2][at + 1 :]}{text[one.end(2) :]}"


def _truncate(text: str, random: Random) -> str:
    return text[: random.randrange(len(text) + 1)]


def _windows(text: str, random: Random) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r", "\n\r")))


class _Bytes:
    """A damage of bytes: what it makes need not be text."""

    def __init__(self, change: Callable[[bytes, int, Random], bytes]) -> None:
        self.change = change

    def __call__(self, content: bytes, random: Random) -> bytes:
        return self.change(content, random.randrange(len(content)), random) if content else content


def _flip(content: bytes, at: int, random: Random) -> bytes:
    return content[:at] + bytes([content[at] ^ 1 << random.randrange(8)]) + content[at + 1 :]


def _lose(content: bytes, at: int, random: Random) -> bytes:
    return content[:at] + content[at + random.randint(1, 8) :]


DAMAGES: dict[str, Damage | _Bytes] = {
    "lật một bit": _Bytes(_flip),
    "mất vài byte": _Bytes(_lose),
    "xoá dòng": _line(_delete),
    "lặp dòng": _line(_double),
    "đổi chỗ hai dòng": _line(_swap),
    "dời dòng": _line(_move),
    "thụt thêm": _line(_indent),
    "bớt thụt": _line(_outdent),
    "nối hai dòng": _line(_join),
    "tách dấu (NFD)": _line(_decompose),
    "viết hoa dòng": _line(_capitals),
    "ngắt dòng": _at(lambda _: "\n", between_words=True),
    "dòng trống": _at(lambda _: "\n\n", between_words=True),
    "sai khoá": _key,
    "mất nháy": _without(r"[\"']"),
    "mất hai chấm": _without(r":(?= |$)"),
    "mất gạch đầu dòng": _without(r"^(\s*)- ", r"\1"),
    "mất ngoặc": _without(r"[\[\]{}()]"),
    "mất dấu cách": _without(r" "),
    "cụt tệp": _truncate,
    "xuống dòng kiểu khác": _windows,
    "chữ điều khiển": _at(lambda random: random.choice(CONTROL)),
    "chữ vô hình": _at(lambda random: random.choice(UNSEEN)),
    "dấu YAML": _at(lambda random: random.choice(YAML), between_words=True),
    "dấu YAML bất kỳ chỗ nào": _at(lambda random: random.choice(YAML)),
    "dấu Markdown": _at(lambda random: random.choice(MARKDOWN), between_words=True),
    "dấu Markdown bất kỳ chỗ nào": _at(lambda random: random.choice(MARKDOWN)),
    "ô bảng thừa": _without(r"\|$", "| thêm |"),
    "ô bảng thiếu": _without(r"\|[^|\n]*\|$", "|"),
}
