"""What `rename.py` and `remove.py` share: how a plan is told, proven and done, and taken back."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from pathlib import Path

import door
import refusal

from portal.moving import deeds
from portal.moving.plan import Plan
from portal.moving.references import Place
from portal.patch.wanted import Unsafe
from portal.problem import Fault

CHECK = "Kiểm: python3 scripts/check.py --chi noi-dung"


def add_options(line: door.CommandLine) -> None:
    line.add_argument("--thu", action="store_true", help="chỉ nói sẽ đổi gì, không ghi tệp nào")
    line.add_argument("--hoan-lai", action="store_true", help="hoàn lại lần đổi tên, gỡ gần nhất")
    line.about_content()


def done(options: Namespace, wanted: Callable[[], Plan]) -> int:
    """Prove the plan on a copy; then do it, or only tell it."""
    try:
        plan = wanted()
        if plan.left:
            print(*_refused(plan.left), sep="\n", file=sys.stderr)
            return 1
        if wrong := deeds.faults(options.content, plan, options.ngay):
            print("Chưa làm gì: làm thì nội dung có lỗi.", *wrong, sep="\n", file=sys.stderr)
            return 1
        print(*_told(plan), sep="\n")
        if not options.thu:
            deeds.do(options.content, plan)
    except (Unsafe, Fault) as fault:
        print(f"Chưa làm gì: {fault}.", file=sys.stderr)
        return 1
    except OSError as fault:
        print(f"Không ghi được: {refusal.said(fault)}. Mọi tệp như cũ.", file=sys.stderr)
        return 1
    again = "chạy lại, bỏ --thu, để làm" if options.thu else CHECK
    print(f"{'Xem thử, chưa ghi gì: ' if options.thu else ''}{again}")
    if not options.thu:
        print(f"Hoàn lại: python3 {sys.argv[0]} --hoan-lai")
    return 0


def take_back(content: Path) -> int:
    try:
        paths = deeds.undo(content)
    except (Unsafe, OSError, ValueError, KeyError) as fault:
        print(f"Không hoàn lại được: {fault}.", file=sys.stderr)
        return 1
    print("Đã hoàn lại:", *(f"  {one}" for one in paths), sep="\n")
    return 0


def _told(plan: Plan) -> Iterable[str]:
    yield f"«{plan.title}»"
    for path, raw in plan.files.items():
        yield f"  {'bỏ' if raw is None else 'ghi'} {path}"
    if plan.led:
        yield f"Sửa {len(plan.led)} chỗ dẫn tới: " + ", ".join(map(_place, plan.led))
    if plan.redirect:
        yield f"Địa chỉ cũ {plan.redirect} chuyển sang địa chỉ mới."


def _refused(left: Iterable[Place]) -> Iterable[str]:
    yield "Chưa làm gì: còn nơi dẫn tới mục này."
    yield from (f"  {_place(one)}: {one.where or 'trong bài'}" for one in left)
    yield "    Cách sửa: thêm --thay LOẠI/MÃ để mọi nơi dẫn sang mục thay; liên kết trong bài thì"
    yield "    --bo-dan bỏ liên kết, giữ chữ; khoá thì mở từng tệp, bỏ mã ấy"


def _place(one: Place) -> str:
    return f"{one.path}:{one.line}"
