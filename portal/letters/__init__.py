"""The one place where letters are judged: what nobody sees, looks like another, or is garbled.

Comes in: a file's text, and what escapes and references in it turn into. Goes out: faults by line,
and the text with every mending that is sure. A text of everyday letters costs one search.
Refuses to know: YAML, Markdown and files.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from portal.letters import legacy, lookalikes, mojibake, unseen
from portal.markup import lines_of
from portal.problem import Fault, Level
from portal.text import nfc, quote

_ODD = re.compile(
    "[^\n\t -~àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ«»“”‘’–—…•]"
)
"""What is not an everyday letter of these pages. Nothing of the kinds below can be without one,
but `á»“`, which is `ồ` read wrongly."""
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)
FIX = "chạy python3 scripts/fix.py để máy sửa"
RETYPE = "xoá rồi gõ lại chữ ấy"
UNCODED = "bỏ mã &…; hoặc \\… ở chỗ ấy, gõ thẳng chữ cần viết"
"""Of what came out of an escape or a reference."""


@dataclass(slots=True)
class _Found:
    """One kind of odd letter: its first line, what is told of it, and in how many places it is."""

    line: int
    text: str
    rule: str
    remedy: str
    level: Level = "lỗi"
    places: int = 1

    def told(self) -> Fault:
        more = f", và {self.places - 1} chỗ nữa" if self.places > 1 else ""
        return Fault(self.line, f"{self.text}{more}.", self.rule, self.remedy, level=self.level)


Signs = dict[tuple[str, str], _Found]
"""What was found, by rule and by what counts as the same."""


def faults(text: str, turned: Iterable[tuple[int, str]] = ()) -> Iterator[Fault]:
    """Each odd letter once, at its first line, with the number of places. `turned`: line and text
    of values in which escapes were resolved."""
    found = _found(text)
    hidden: Signs = {}
    whole = [(1, text)] if _REFERENCE.search(text) else []
    for line, value in (*whole, *turned):
        for sign, one in _found(_resolved(value)).items():
            if one.level == "lỗi" and sign not in found:
                _add(hidden, sign, replace(one, line=one.line + line - 1, remedy=UNCODED))
    every = (*found.values(), *hidden.values())
    return (one.told() for one in sorted(every, key=lambda one: one.line))


def _add(signs: Signs, sign: tuple[str, str], one: _Found) -> None:
    first = min(one, signs.get(sign, one), key=lambda one: one.line)
    places = one.places + (signs[sign].places if sign in signs else 0)
    signs[sign] = replace(first, places=places)


def mended(text: str) -> tuple[str, list[str]]:
    """The text with everything mended that is sure, and what was done."""
    done = []
    for told, remedy in (
        ("đọc lại chữ UTF-8 bị đọc nhầm bảng mã", mojibake.mended),
        ("bỏ ký tự không nhìn thấy", _without_removable),
        ("thay chữ giống chữ Việt bằng chữ Việt", lookalikes.mended),
        ("thay dấu cách lạ bằng dấu cách thường", plain_spaces),
    ):
        if not _is_everyday(text) and (better := nfc(remedy(text))) != text:
            text = better
            done.append(told)
    return text, done


def readable(text: str) -> str:
    """Without what the YAML parser refuses or takes for the end of a line; every line stays where
    it was."""
    if "&#" in text:
        text = _REFERENCE.sub(_if_drawable, text)
    return text if _is_everyday(text) else drawable(text)


def drawable(text: str) -> str:
    """Without what neither YAML nor XML may hold: the preview is drawn in spite of faults."""
    return _REFUSED.sub(" ", text)


def plain_spaces(text: str) -> str:
    """Spaces as the space bar types them: YAML and Markdown know no others."""
    return unseen.SPACES.sub(" ", text)


@lru_cache(maxsize=2)  # asked for the reading and for the faults of one text
def _is_everyday(text: str) -> bool:
    return not _ODD.search(text) and "á»" not in text


def _without_removable(text: str) -> str:
    """Where old encodings are in the text, a hyphenation mark is a letter."""
    odd = "".join(char for char in unseen.REMOVABLE if char in text)
    if next(legacy.find(text), None):
        return text
    for at in sorted(unseen.places(text, odd), reverse=True):
        text = text[:at] + text[at + 1 :]
    return text


def _resolved(text: str) -> str:
    """The text with `&#x202e;` and `&rlm;` as the letters they stand for, on the same lines."""
    return _REFERENCE.sub(_letter, text)


def _if_drawable(found: re.Match[str]) -> str:
    return " " if _REFUSED.search(_letter(found)) else found[0]


def _letter(found: re.Match[str]) -> str:
    told = found[0][1:-1]
    made = html.unescape(found[0])
    if told.startswith("#") and made in ("", "\ufffd"):  # what HTML forbids is what we look for
        number = int(told[2:], 16) if told[1] in "xX" else int(told[1:])
        made = chr(number) if number <= 0x10FFFF else "\ufffd"
    return " " if made in "\r\n" else made


def _found(text: str) -> Signs:
    faults: Signs = {}
    old = next(legacy.find(text), None)
    if old:
        told = f"«{old[2]}» có vẻ gõ bằng mã cũ {old[1]}, không phải Unicode"
        remedy = "chuyển đoạn này sang Unicode (Unikey: Ctrl+Shift+F6) rồi dán lại"
        faults["ma-cu", ""] = _Found(old[0], told, "ma-cu", remedy)
    if _is_everyday(text):
        return faults
    # In TCVN3 the mark of hyphenation is a letter: «tr\u00adêng».
    odd = "".join(sorted(set(_ODD.findall(text)) - ({"\u00ad"} if old else set())))
    line = lines_of(text)
    for at, sign, tell in (*_unseen(text, odd), *_spaces(text, odd), *_alike(text)):
        if same := faults.get(sign):
            same.places += 1
        else:
            faults[sign] = tell(line(at) + 1)
    for row, word, meant in mojibake.find(text):
        told = f"{quote(word, 30)} là chữ UTF-8 bị đọc nhầm bảng mã"
        told += f", có lẽ là {quote(meant, 30)}" if meant.isprintable() else ""
        faults["ma-hong", ""] = _Found(row, _printable(told), "ma-hong", FIX)
    return faults


Place = tuple[int, tuple[str, str], Callable[[int], _Found]]
"""Offset, sign, and what to tell of it once its line is known."""


def _unseen(text: str, odd: str) -> Iterator[Place]:
    for at in unseen.places(text, odd):
        yield at, ("ky-tu-la", unseen.name_of(text[at])), partial(_told_unseen, text[at])


def _told_unseen(char: str, line: int) -> _Found:
    if not unseen.is_hidden(char):
        told = f"có dấu {unseen.code(char)} không đứng trên chữ nào"
        return _Found(line, told, "ky-tu-la", RETYPE)
    told = f"có ký tự không nhìn thấy {unseen.code(char)}, {unseen.name_of(char)}"
    remedy = "xoá ký tự ấy, hoặc dán lại đoạn chữ dưới dạng văn bản thuần"
    return _Found(
        line, told, "ky-tu-la", f"{FIX}, hoặc {remedy}" if char in unseen.REMOVABLE else remedy
    )


def _spaces(text: str, odd: str) -> Iterator[Place]:
    for char in filter(unseen.is_space, odd):
        for found in re.finditer(char, text):
            yield found.start(), ("dau-cach-la", char), partial(_told_space, char)


def _told_space(char: str, line: int) -> _Found:
    remedy = f"trang coi như dấu cách thường; {FIX}"
    told = f"có {unseen.name_of(char)} {unseen.code(char)}"
    return _Found(line, told, "dau-cach-la", remedy, "nhắc")


def _alike(text: str) -> Iterator[Place]:
    for one in lookalikes.find(text):
        yield one.at, ("chu-giong", one.letter), partial(_told_alike, one)


def _told_alike(one: lookalikes.Lookalike, line: int) -> _Found:
    shown = "dấu" if unseen.is_mark(one.letter) else f"«{one.letter}»"
    what = f"{shown} {unseen.code(one.letter)}, {lookalikes.name_of(one.letter)}"
    remedy = f"viết {quote(one.meant, 30)}, hoặc {FIX}" if one.meant else RETYPE
    return _Found(line, f"{quote(one.word, 30)} có {what}", "chu-giong", remedy)


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else unseen.code(char) for char in text)
