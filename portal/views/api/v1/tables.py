"""The same data as tables: CSV that Excel opens as it is, and what says how to read it.

Comes in: filled models. Goes out: bytes. Excel in Vietnamese takes a comma for decimals and so a
semicolon between cells; a BOM makes it read UTF-8. No cell is taken for a formula. The description
is that of CSV on the Web (W3C): `<table>-metadata.json`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType
from typing import Any

from portal.text import nfc
from portal.views.api.v1 import NOTICE
from portal.views.api.v1.models.values import Code, Link, Moment, Precision
from portal.views.api.v1.properties import Property, is_model, properties

SEPARATOR, BETWEEN = ";", " | "
"""Between cells; between several values in one."""
LONGEST = 32_000
"""Letters in a cell: Excel takes 32,767 and cuts the rest without a word."""
_LIVE = re.compile(r"['\s]*[=+\-@＝＋－＠﹢﹣]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_TYPES = MappingProxyType(
    {
        int: {"base": "integer"},
        bool: {"base": "boolean", "format": "có|không"},
        date: {"base": "date", "format": "yyyy-MM-dd"},
        Decimal: {"base": "decimal", "format": {"decimalChar": ",", "groupChar": "."}},
    }
)


@dataclass(frozen=True)
class Column:
    """One column: its name, which never changes, its heading, and what stands in it."""

    name: str
    title: str
    told: str
    value: Callable[[Any], Any]
    one: Property
    counted: bool = False


def columns(model: Any) -> tuple[Column, ...]:
    """A column for each plain property; of a group those of its properties; of several groups how
    many there are."""
    return tuple(_columns(model, (), (), lambda row: row))


def _columns(
    model: Any, names: tuple[str, ...], titles: tuple[str, ...], row: Callable[[Any], Any]
) -> Iterator[Column]:
    for one in properties(model):
        if one.alone:
            continue
        value = _through(row, one.name)
        name, title = (*names, one.key), (*titles, one.label)
        simple = not is_model(one.type) or issubclass(one.type, (Code, Moment, Link))
        if simple or one.many:
            heading = ": ".join(title) if simple else f"{': '.join(title)} (số mục)"
            yield Column(".".join(name), heading, one.description, value, one, not simple)
        elif len(names) < 2:
            yield from _columns(one.type, name, title, value)


def _through(row: Callable[[Any], Any], name: str) -> Callable[[Any], Any]:
    return lambda it: getattr(row(it), name, None)


def table(model: Any, rows: Iterable[Any]) -> bytes:
    """The whole table."""
    shown = columns(model)
    box = io.StringIO()
    writer = csv.writer(box, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow([one.title for one in shown])
    writer.writerows([cell(one, one.value(row)) for one in shown] for row in rows)
    return b"\xef\xbb\xbf" + box.getvalue().encode("utf-8", "replace")


def cell(column: Column, value: Any) -> str:
    """What is not known is an empty cell."""
    if column.counted:
        return str(len(value or ()))
    if isinstance(value, tuple):
        return _text(BETWEEN.join(map(_shown, value)))
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, int | float | Decimal):
        return str(value).replace(".", ",")
    return "" if value is None else _text(_shown(value))


def _shown(value: Any) -> str:
    match value:
        case Code():
            return value.label
        case Moment():
            return _when(value)
        case Link():
            return value.title
        case date():
            return value.isoformat()
        case Enum():
            return str(value.value)
    return str(value)


def _when(moment: Moment) -> str:
    """A whole day as ISO writes it: of «01/7/2025» programmes make one of two days. A month gets
    its word, or they make a day of it."""
    if moment.qualifier or moment.precision not in (Precision.DAY, Precision.MONTH):
        return moment.text
    return moment.date if moment.precision is Precision.DAY else f"tháng {moment.text}"


def _text(text: str) -> str:
    """One line; what a spreadsheet would take for a formula gets the sign that makes it a text."""
    line = nfc(text)
    if not line.isprintable() or "  " in line:
        line = " ".join(_UNSEEN.sub(" ", line).split())
    if len(line) > LONGEST:
        line = f"{line[:LONGEST]}…"
    return f"'{line}" if _LIVE.match(line) else line


def head(model: Any, url: str, title: str) -> dict[str, Any]:
    """The description of a table, beside it."""
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "vi"}],
        "url": url,
        "dc:title": title,
        "dc:rights": NOTICE,
        "dialect": {"delimiter": SEPARATOR, "encoding": "utf-8", "header": True},
        "tableSchema": {"columns": [_described(one) for one in columns(model)]},
    }


def _described(column: Column) -> dict[str, Any]:
    made: dict[str, Any] = {"name": column.name, "titles": column.title}
    made |= {"dc:description": column.told, "null": ""}
    if column.counted:
        return made | {"datatype": {"base": "integer"}}
    if column.one.many:
        return made | {"separator": BETWEEN, "datatype": "string"}
    return made | {"datatype": _TYPES.get(column.one.type, "string")}


HOW = f"""\
CÁCH ĐỌC CÁC TỆP CSV

{NOTICE}

Mỗi loại mục có một bảng, ví dụ van-ban.csv; tệp van-ban.csv-metadata.json bên cạnh mô tả từng cột
theo chuẩn CSV on the Web của W3C.

- Mã chữ: UTF-8 có BOM, Excel mở ra đúng dấu.
- Ngăn cột: dấu chấm phẩy (;), vì Excel tiếng Việt dùng dấu phẩy cho số thập phân.
- Số thập phân: dấu phẩy (89,9); không có dấu ngăn hàng nghìn.
- Ngày đầy đủ: năm-tháng-ngày (2026-03-05). Thời điểm chỉ biết một phần: bằng lời (tháng 03/2021,
  quý I/2021, trước 30/01/2026).
- Nhiều giá trị trong một ô: ngăn bằng « | ».
- Ô trống: chưa rõ hoặc không áp dụng; lý do ở khóa reasons của tệp JSON cùng tên.
- Cột «(số mục)»: đếm; nội dung từng mục ở tệp JSON cùng tên.
- Ô có dấu nháy đơn (') ở đầu: chữ gốc bắt đầu bằng = + - @, thêm dấu để Excel không chạy như công
  thức; bỏ dấu đó là được chữ gốc.
- Ô dài quá {LONGEST:,} ký tự bị cắt, cuối ô có dấu …
""".replace(",000", ".000")
