"""What a YAML parser complains of, as an editor understands it, at the line that must change.

Comes in: the parser's error and the text. Goes out: a `Fault` in Vietnamese.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from portal.problem import Fault
from portal.text import indent_of, quote

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
QUOTE = 'đặt cả giá trị trong nháy kép "…"'


_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


def conflict(text: str) -> Fault | None:
    """The marks git leaves where two people changed the same lines."""
    found = _CONFLICT.search(text) if "<<<<<<<" in text or ">>>>>>>" in text else None
    return found and Fault(
        text.count("\n", 0, found.start()) + 1,
        f"hai người cùng sửa chỗ này, còn dấu xung đột của git: {quote(found[0], 30)}.",
        "xung-dot-git",
        "giữ phần đúng, xoá phần kia và các dòng <<<<<<<, =======, >>>>>>>",
    )


_NO_SPACE_ITEM = re.compile(r"\s*-[a-z_]+:(?:\s|$)")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_NO_SPACE = re.compile(r"\s*(?:- )*[a-z0-9_]+:[^ \t/]")
_SIGN = re.compile(r"\s*(?:- )*(?:[^\s:]+:\s+)?([@`%*&!|>\]}])")
_CURLY = re.compile(r"\s*(?:- )*[^\s:]+:\s+[“”]")
_AFTER_QUOTE = re.compile(r"""\s*(?:- )*(?:[^\s:]+:\s+)?(["'])(?:(?!\1).)*\1\s*[^\s,#\]}:]""")


def explain(fault: yaml.MarkedYAMLError, text: str, skipped: int) -> Fault:
    """The YAML parser's complaint as an editor understands it, at the line that must change."""
    told = f"{fault.context or ''} {fault.problem or ''}"
    lines = _BREAK.split(text)
    mark = fault.problem_mark or fault.context_mark
    row = min(mark.line if mark else 0, len(lines) - 1)
    first = min(fault.context_mark.line, row) if fault.context_mark else row
    line = lines[row]
    if "\t" in line[: len(line) - len(line.lstrip())]:
        tab = "thụt dòng bằng phím Tab."
        return Fault(row + 1 + skipped, tab, "tab", "thay phím Tab bằng dấu cách")
    opened = first if "end of stream" in told and "quoted" in told else _open_quote(text, row)
    if opened is not None:
        remedy = "thêm dấu nháy đóng, hoặc bỏ dấu nháy mở"
        wrong = "dấu nháy mở mà không đóng."
        return Fault(opened + 1 + skipped, wrong, "nhay-chua-dong", remedy)
    place, says, remedy = _by_complaint(told, lines, first, row) or (row, *_by_looks(line))
    return Fault(place + 1 + skipped, says, "yaml", remedy)


def _by_complaint(
    words: str, lines: list[str], first: int, row: int
) -> tuple[int, str, str] | None:
    """Row, what is wrong, how to mend it, where the parser's own words say enough."""
    if "document start" in words:
        return row, "YAML không đọc tiếp sau dòng ba chấm (...).", "bỏ dòng ba chấm ở trên"
    if "escape" in words:
        wrong = "dấu \\ trong nháy kép không dùng được."
        return row, wrong, "đổi nháy kép thành nháy đơn '…'"
    if "flow" in words and (cut := next((at for at in (first, row) if " #" in lines[at]), None)):
        return cut, "dấu # sau dấu cách cắt mất phần sau của dòng, nên ngoặc không đóng.", QUOTE
    if "flow" in words:
        wrong = "ngoặc [ hoặc { mở mà không đóng, hoặc thiếu dấu phẩy."
        return first, wrong, f"thêm ngoặc đóng; nếu ngoặc là một phần của giá trị thì {QUOTE}"
    if "mapping values" in words or "expected ':'" in words:
        for place in (first, max(row - 1, 0), row):
            if _NO_SPACE.match(lines[place]):
                wrong = "sau dấu hai chấm của khoá phải có một dấu cách."
                return place, wrong, "viết khoá: giá trị"
    if "mapping values" in words:
        for place in (first, max(row - 1, 0), row):
            if _NO_SPACE_ITEM.match(lines[place]):
                return place, "sau dấu - của một mục phải có một dấu cách.", "viết - khoá: giá trị"
    if "mapping values" in words and _CURLY.match(lines[row]):
        return row, "giá trị đặt trong nháy cong “…”.", 'đổi nháy cong thành nháy thẳng "…"'
    if "mapping values" in words and (above := _without_key(lines, row)) is not None:
        return above, *_no_key(lines[above])
    if "mapping values" in words:
        wrong = "có dấu hai chấm trong giá trị, hoặc thụt dòng lệch."
        return row, wrong, f"{QUOTE}, và để các khoá cùng cấp thẳng cột"
    if "could not find expected ':'" in words:
        return first, *_no_key(lines[first])
    return None


def _no_key(line: str) -> tuple[str, str]:
    wrong = f"dòng này không có dạng «khoá: giá trị»: {quote(line)}."
    return wrong, "thêm khoá và dấu hai chấm; nếu là phần tiếp của dòng trên thì thụt vào"


def _without_key(lines: list[str], row: int) -> int | None:
    """The line above, as deep as this one, that has no colon: it swallowed this one."""
    above = row - 1
    while above >= 0 and (not lines[above].strip() or lines[above].lstrip().startswith("#")):
        above -= 1
    if above < 0 or indent_of(lines[above]) != indent_of(lines[row]):
        return None
    return None if re.search(r":(?:\s|$)|^\s*-", lines[above]) else above


def _by_looks(line: str) -> tuple[str, str]:
    """What is wrong and how to mend it, judged by the line alone."""
    if _AFTER_QUOTE.match(line):
        remedy = "đặt cả giá trị trong một cặp nháy; bên trong dùng «…»"
        return "sau dấu nháy đóng còn chữ.", remedy
    if sign := _SIGN.match(line):
        return f"giá trị mở đầu bằng dấu {sign[1]}.", QUOTE
    remedy = "xem dấu cách sau dấu hai chấm, cột thụt dòng, dấu nháy; so với tệp mẫu"
    return f"dòng này không đúng cách viết YAML: {quote(line)}.", remedy


def _open_quote(text: str, row: int) -> int | None:
    """Where a quoted text began that swallowed lines down to this one."""
    began = None
    try:
        for token in yaml.scan(text, Loader=Loader):
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and token.start_mark.line < token.end_mark.line == row:
                began = token.start_mark.line
    except yaml.YAMLError:
        pass
    return began
