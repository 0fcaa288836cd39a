"""What waits for an editor, on one screen: drafts, days to come, reviews, missing sources."""

import environment

environment.enter(dev=False)

import json
import signal
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from textwrap import shorten

import door

from portal.dates import day
from portal.desk.overview import Group, Item, overview
from portal.editor.unfinished import unfinished
from portal.road import judge

FEW, WIDE = 2, 100
LINE = door.CommandLine(
    "Việc còn phải làm của nội dung: bản nháp, mục hẹn đăng, hẹn gỡ, quá hạn rà soát, chưa ghi"
    " nguồn, mô hình còn thiếu điều cần biết, trích dẫn chưa rõ, chữ mẫu còn sót."
    " Ví dụ: python3 scripts/status.py --het"
)
LINE.add_argument("--het", action="store_true", help="kể hết, không chỉ vài dòng đầu mỗi loại")
LINE.add_argument("--json", action="store_true", help="in ra JSON cho chương trình khác đọc")
LINE.about_content()


def told(groups: tuple[Group, ...], today: date, most: int) -> Iterator[str]:
    """One screen: a group a line with its count, and its first places below."""
    yield f"Ngày {day(today)}"
    for group in groups:
        yield f"{group.title}: {len(group.items) or 'không có'}"
        yield from (f"  {line(one)}" for one in group.items[:most])
        if len(group.items) > most:
            yield f"  … và {len(group.items) - most} chỗ nữa"
    if any(len(group.items) > most for group in groups):
        yield "Kể hết: python3 scripts/status.py --het"


def line(item: Item) -> str:
    """Where, what it is called, what of it; cut at the width of a window."""
    what = ": ".join(filter(None, (item.title, item.text)))
    place = f"{item.path}:{item.line}"
    return f"{place}  {shorten(what, max(30, WIDE - len(place)), placeholder='…')}"


def main() -> int:
    options = LINE.read()
    library, problems = judge(options.content, options.ngay)
    groups = overview(library, [*problems, *unfinished(options.content, library)])
    if options.json:
        made = {"date": str(options.ngay), "groups": [asdict(group) for group in groups]}
        print(json.dumps(made, ensure_ascii=False, indent=1))
    else:
        count = max(len(group.items) for group in groups)
        print(*told(groups, options.ngay, count if options.het else FEW), sep="\n")
    return 0


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # `status.py … | head` has read enough
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
