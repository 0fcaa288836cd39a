"""The table of chỉ tiêu: `export.py bang-chi-tieu`, `import.py bang-chi-tieu`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import door
import refusal

from portal import source, tree
from portal.desk.indicators import sheet, table
from portal.problem import Fault, errors
from portal.road import judge

NAME = "bang-chi-tieu"
OUT = door.CommandLine(
    "Xuất mọi chỉ tiêu thành một bảng .csv để sửa trong Excel.", f"export.py {NAME}"
)
OUT.about_content()
OUT.add_argument("--ra", metavar="TỆP", type=Path, help=f"tệp bảng (mặc định: {NAME}.csv)")
IN = door.CommandLine(
    "Nhập bảng chỉ tiêu đã sửa; không có --ghi thì chỉ nói sẽ đổi gì.",
    f"import.py {NAME} {NAME}.csv --ghi",
)
IN.about_content()
IN.add_argument("tep", metavar="TỆP", type=Path, help="tệp .csv do export.py bang-chi-tieu xuất ra")
IN.add_argument("--ghi", action="store_true", help="ghi vào tệp nội dung")


def hand_out(words: Sequence[str]) -> int:
    options = OUT.read(words)
    file = options.ra or Path(f"{NAME}.csv")
    try:
        found = sheet.written(texts(options.content))
        with file.open("xb") as opened:
            opened.write(found.encode())
    except Fault as fault:
        print(fault.text, file=sys.stderr)
        return 1
    except FileExistsError:
        print(f"{file} đã có; xoá đi hoặc chọn tên khác bằng --ra.", file=sys.stderr)
        return 1
    except OSError as fault:
        print(f"Không ghi được {file}: {refusal.said(fault)}.", file=sys.stderr)
        return 1
    print(f"Đã xuất bảng vào {file}. Sửa xong: python3 scripts/import.py {NAME} {file}")
    return 0


def take_in(words: Sequence[str]) -> int:
    options = IN.read(words)
    name = door.shown(str(options.tep))
    try:
        made = table.planned(options.tep.read_bytes(), texts(options.content))
        told = [f"{name}:{line}: {said} [{NAME}]" for line, said in made.faults]
        if made.texts and not told:
            told = [f"{name}:{said}" for said in judged(options.content, options.ngay, made)]
    except Fault as fault:
        print(fault.text, file=sys.stderr)
        return 1
    except OSError as fault:
        print(f"{name}: không đọc được: {refusal.said(fault)}.", file=sys.stderr)
        return 1
    for one in made.changes:
        new = " (chỉ tiêu mới)" if one.new else ""
        print(f"dòng {one.row}, {one.set}, {one.id}{new}, {one.column}:")
        if not one.new:
            print(f"    trước: {_shown(one.before)}")
        print(f"    sau:   {_shown(one.after)}")
    if told:
        print(*told, f"\n{len(told)} lỗi; không ghi gì.", sep="\n", file=sys.stderr)
        return 1
    if not made.changes:
        print("Bảng giống hệt nội dung đang có; không có gì để ghi.")
    elif not options.ghi:
        print(f"\n{len(made.changes)} chỗ sẽ đổi, chưa ghi gì. Ghi: chạy lại, thêm --ghi.")
    else:
        return write(options.content, made)
    return 0


def _shown(cell: str) -> str:
    return door.shown(cell).replace("\n", f"\n{' ' * 11}") or "(trống)"


def write(content: Path, made: table.Planned) -> int:
    for path, text in made.texts.items():
        try:
            tree.refuse_leaving(content, content / path)
            tree.replace(content / path, text.encode())
        except OSError as fault:
            print(f"{path}: không ghi được: {refusal.said(fault)}.", file=sys.stderr)
            return 1
        except Fault as fault:
            print(f"{path}: không ghi được: {fault}.", file=sys.stderr)
            return 1
    print(f"\nĐã đổi {len(made.changes)} chỗ trong {', '.join(made.texts)}.")
    print("Kiểm: python3 scripts/check.py --chi noi-dung")
    return 0


def texts(content: Path) -> dict[str, str]:
    """The sets as they are written, by path; nothing is done with one that has faults of form."""
    found = {}
    for one in sorted((content / sheet.FOLDER).glob("[!.]*.yml")):
        path = f"{sheet.FOLDER}{one.name}"
        try:
            text = found[path] = one.read_bytes().decode("utf-8")
            read, problems = source.read_text(path, text.removeprefix("\ufeff"))
        except UnicodeDecodeError:
            read, problems = None, []
        if read is None or errors(problems):
            told = f"{path}: tệp có lỗi cách viết, chưa làm bảng được. [{NAME}]"
            remedy = "    Cách sửa: xem lỗi bằng python3 scripts/check.py --chi noi-dung, sửa trước"
            raise Fault(1, f"{told}\n{remedy}", NAME, "")
    return found


def judged(content: Path, today: date, made: table.Planned) -> list[str]:
    """The faults the content would have then and has not now, by the row they come from."""
    with TemporaryDirectory() as place:
        copy = Path(place)
        for name in ("data", "docs"):
            shutil.copytree(content / name, copy / name)
        old = {(one.path, one.field, one.text) for one in judge(copy, today, drafts=True)[1]}
        for path, text in made.texts.items():
            (copy / path).write_bytes(text.encode())
        new = errors(judge(copy, today, drafts=True)[1])
    return [
        f"{_row(one.path, one.field, made)}: {one.field}: {one.text} [{one.rule}]\n"
        f"    Cách sửa: {one.remedy}"
        for one in new
        if (one.path, one.field, one.text) not in old
    ]


def _row(path: str, field: str, made: table.Planned) -> int:
    """Of the chỉ tiêu that a fault is told of; the head where it is told of no single one."""
    found = (
        row for (at, where), row in made.rows.items() if at == path and field.startswith(where)
    )
    return next(found, 1)
