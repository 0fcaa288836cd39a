"""What the markup inside an Office part does: fields, formulas, the actions of a slide.

Comes in: a part of XML. Goes out: its fault. Refuses to know: which part it is.
"""

from __future__ import annotations

import re

from portal.problem import Fault
from portal.source.attachments import faults, fields, formulas, walk
from portal.source.attachments.faults import AS_PDF

_HINT = re.compile(
    rb"fldChar|fldSimple|instrText|ppaction|hlinkMouseOver|hlinkHover|action\s*="
    rb"|connectString|connectionString"
)
_HAS_FORMULAS = re.compile(rb"<(?:[^\s<>:]+:)?(?:f|formula\d?|definedName)[\s>]")
_BROKEN_UP = re.compile(rb"<!|<\?(?!xml\s)")
"""Comments and the like, which may stand within a formula."""
_FORMULAS = ("f", "formula", "formula1", "formula2", "definedName")
_CODE = ("instrText", "delInstrText")
_CLICKS = ("hlinkClick", "hlinkHover", "hlinkMouseOver")
_SOURCES = ("connectString", "connectionString")
_WANTED = frozenset((*_CODE, *_FORMULAS, *_CLICKS, *_SOURCES, "t", "fldChar", "fldSimple"))
_JUMPS = ("", "hlinkshowjump", "hlinksldjump", "noaction", "media", "customshow")


def judge(part: bytes) -> None:
    reader = _Reader()
    hint = _HINT
    if _HAS_FORMULAS.search(part):
        if _BROKEN_UP.search(part):
            hint = _HAS_FORMULAS
        elif formulas.in_elements(part):
            raise faults.formula()
    walk.judge(part, hint.search, reader.start, end=reader.end, text=reader.text, wanted=_WANTED)
    reader.close()


class _Reader:
    """Sees a part's elements in order: fields are written in pieces, over many runs."""

    def __init__(self) -> None:
        self._codes: list[list[str]] = []
        """The codes of the fields now open, the innermost last."""
        self._done: list[bool] = []
        self._within = ""
        self._formula: list[str] = []

    def start(self, name: str, told: dict[str, str]) -> None:
        if name in _FORMULAS or name in _CODE or name == "t":
            self._within = name
        if name == "fldChar":
            self._sign(told.get("fldCharType", ""))
        elif name == "fldSimple":
            _raise(fields.judge(told.get("instr", "")))
        elif name in _SOURCES:
            raise faults.acting(
                "trộn thư lấy dữ liệu từ nguồn ngoài", f"Mailings → Normal rồi lưu, {AS_PDF}"
            )
        elif name in _CLICKS:
            _judge_click(name, told)

    def end(self, name: str) -> None:
        if name in _FORMULAS and formulas.reaches_out("".join(self._formula)):
            raise faults.formula()
        self._within = ""
        self._formula.clear()

    def text(self, text: str) -> None:
        if self._within in _FORMULAS:
            self._formula.append(text)
        elif self._within and self._codes and not self._done[-1]:
            self._codes[-1].append(text)
        elif self._within in _CODE:
            _raise(fields.judge(text))

    def close(self) -> None:
        for code in self._codes:
            _raise(fields.judge("".join(code)))

    def _sign(self, kind: str) -> None:
        if kind == "begin":
            if self._codes and not self._done[-1]:
                self._codes[-1].append(fields.NESTED)
            self._codes.append([])
            self._done.append(False)
        elif self._codes:
            if not self._done[-1]:
                _raise(fields.judge("".join(self._codes[-1])))
            self._done[-1] = True
            if kind == "end":
                self._codes.pop()
                self._done.pop()


def _judge_click(name: str, told: dict[str, str]) -> None:
    """What a shape of a slide does when it is clicked, or only touched by the mouse."""
    action = told.get("action", "").lower().removeprefix("ppaction://").partition("?")[0]
    if action not in _JUMPS:
        raise faults.acting(
            "nút chạy chương trình hoặc mở tệp khác", f"bỏ Action của nút ấy, {AS_PDF}"
        )
    if name != "hlinkClick" and told.get("id") and action != "hlinksldjump":
        raise faults.acting(
            "liên kết tự mở khi chuột lướt qua", f"bỏ Mouse Over của hình ấy, {AS_PDF}"
        )


def _raise(fault: Fault | None) -> None:
    if fault:
        raise fault
