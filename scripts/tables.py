"""A table of a spreadsheet as entries: `import.py bang-tinh LOẠI TỆP`."""

from __future__ import annotations

import csv
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path

import door
import moved
import refusal

from portal.desk import new
from portal.intake.tables import grid
from portal.intake.tables.columns import ID, columns
from portal.intake.tables.planned import Planned, Table
from portal.kinds import KINDS, Kind
from portal.moving import deeds
from portal.moving.plan import Plan
from portal.problem import Fault
from portal.road import load

NAME = "bang-tinh"
LINE = door.CommandLine(
    "Nhập một bảng .xlsx, .csv thành các mục: mỗi dòng một mục, dòng đầu là tên khoá hoặc nhãn của"
    " khoá. Không có --ghi thì chỉ nói sẽ viết gì."
    f" Ví dụ: python3 scripts/import.py {NAME} don-vi danh-sach.xlsx"
)
LINE.add_argument("loai", metavar="LOẠI", help="su-kien, don-vi, nguon, truong, nhiem-vu…")
LINE.add_argument("tep", metavar="TỆP", type=Path, nargs="?", help="bảng .xlsx hoặc .csv")
LINE.add_argument("--mau", action="store_true", help="in dòng đầu của bảng mẫu, dạng .csv")
LINE.add_argument("--ghi", action="store_true", help="viết các tệp")
LINE.add_argument("--cap-nhat", action="store_true", help="đổi cả mục đã có, chỉ ở những ô có chữ")
LINE.add_argument("--dang", action="store_true", help="mục mới đăng luôn, không phải bản nháp")
LINE.add_argument("--hoan-lai", action="store_true", help="hoàn lại lần nhập gần nhất")
LINE.about_content()


def take_in(words: Sequence[str]) -> int:
    options = LINE.read(words)
    if options.hoan_lai:
        return moved.take_back(options.content)
    try:
        kind = _kind(options.loai)
        if options.mau:
            csv.writer(sys.stdout).writerow([ID, *(one.name for one in columns(kind.model))])
            return 0
        if options.tep is None:
            LINE.error("còn thiếu: TỆP")
        return _import(options, kind)
    except new.NoSuchKind as fault:
        print(fault, file=sys.stderr)
        return 2
    except Fault as fault:
        told = f"{fault.text} [{fault.rule}]\n    Cách sửa: {fault.remedy}"
        print(f"{door.shown(str(options.tep or ''))}: {told}", file=sys.stderr)
    except OSError as fault:
        name = door.shown(str(options.tep))
        print(f"{name}: không đọc hoặc không ghi được: {refusal.said(fault)}.", file=sys.stderr)
    return 1


def _kind(name: str) -> Kind:
    kind = new.find(name)
    if kind.text:
        names = ", ".join(one.name for one in KINDS if not one.text)
        told = f"«{name}» viết thành bài, bảng không nhập được."
        raise Fault(1, told, NAME, f"các loại nhập được: {names}")
    return kind


def _import(options: Namespace, kind: Kind) -> int:
    rows = grid.read(options.tep)
    library, _ = load(options.content, options.ngay, drafts=True)

    def text_of(path: str) -> str | None:
        file: Path = options.content / path
        return file.read_bytes().decode("utf-8", "replace") if file.is_file() else None

    table = Table(kind, library, text_of, update=options.cap_nhat, published=options.dang)
    made = table.plan(rows)
    plan = Plan(
        f"bảng {options.tep.name}", {path: text.encode() for path, text in made.texts.items()}
    )
    if not made.faults and plan.files:
        for one in deeds.faults(options.content, plan, options.ngay):
            row = made.rows.get(one.path, 1)
            made.faults.append((row, f"{one.field}: {one.text} Cách sửa: {one.remedy}"))
    print(*_told(made), sep="\n")
    if made.faults:
        name = door.shown(str(options.tep))
        for row, told in sorted(made.faults):
            print(f"{name}:{row}: {told} [{NAME}]", file=sys.stderr)
        print(f"\n{len(made.faults)} lỗi; không ghi gì.", file=sys.stderr)
        return 1
    if not plan.files:
        print("Không có gì để ghi.")
    elif not options.ghi:
        print("\nChưa ghi gì. Ghi: chạy lại, thêm --ghi.")
    else:
        deeds.do(options.content, plan)
        print(f"\nĐã ghi {len(plan.files)} tệp. {moved.CHECK}")
        print(f"Hoàn lại: python3 scripts/import.py {NAME} {kind.name} --hoan-lai")
    return 0


def _told(made: Planned) -> Iterable[str]:
    """Every row is told once, and the counts add up."""
    changed = {one.row for one in made.changes}
    for path in made.made:
        yield f"dòng {made.rows[path]}: mới, {path}"
    for one in made.changes:
        yield f"dòng {one.row}: {one.path}, {one.key}:"
        yield f"    trước: {door.shown(one.before) or '(trống)'}"
        yield f"    sau:   {door.shown(one.after)}"
    for row, why in made.passed:
        yield f"dòng {row}: {why}"
    faulty = {row for row, _ in made.faults if row > 1}
    counts = f"{len(made.made)} mới, {len(changed)} đổi, {len(made.same)} giống hệt"
    yield f"{made.count} dòng: {counts}, {len(made.passed)} bỏ qua, {len(faulty)} có lỗi."
    if made.passed:
        yield "Muốn đổi mục đã có theo bảng: thêm --cap-nhat."
