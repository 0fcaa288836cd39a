"""Mend in content files what a machine can mend, and say what was changed."""

import environment

environment.enter(dev=False)

import difflib
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import door

from portal import tree
from portal.desk import fix
from portal.desk.registers import by_document
from portal.editor.registering import register
from portal.problem import Fault
from portal.road import judge
from portal.source import admission
from portal.source.registers import CLAUSES, read_register

MOST = 60
"""Lines of one file that a trial shows."""
LINE = door.CommandLine(
    "Sửa những lỗi máy sửa được trong nội dung, không làm mất chữ nào: dấu, ngày, thứ tự khoá, mã"
    " điều khoản, bảng và danh sách dán từ Word. Ví dụ: python3 scripts/fix.py --thu"
)
LINE.about_content()
LINE.add_argument(
    "--thu", action="store_true", help="chỉ cho xem sẽ sửa gì, từng dòng; không ghi tệp nào"
)


def main() -> int:
    options = LINE.read()
    changed = 0
    published = published_clauses(options.content)
    for path, file in admission.texts(options.content):
        mended = fix.fix(path, file.read_bytes(), published.get(Path(path).stem, ()))
        if mended.done or mended.left:
            print(path, *(f"  {told}" for told in (*mended.done, *mended.left)), sep="\n")
        if mended.done:
            changed += 1
            if options.thu:
                print(*difference(file.read_bytes(), mended.raw), sep="\n")
            else:
                tree.replace(file, mended.raw)
    changed += add_published(options.content, options.ngay, write=not options.thu)
    would = "sẽ sửa" if options.thu else "đã sửa"
    print(f"{would.capitalize()} {changed} tệp." if changed else "Không có gì để máy sửa.")
    print("Lỗi còn lại, nếu có, kể ở: python3 scripts/check.py --chi noi-dung")
    return 0


def difference(before: bytes, after: bytes) -> Iterator[str]:
    """Line by line what would change, line ends apart: «dòng 4», then the old line and the new."""
    old, new = (one.decode("utf-8-sig").splitlines() for one in (before, after))
    told = 0
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for what, first, last, start, end in matcher.get_opcodes():
        if what == "equal":
            continue
        if told >= MOST:
            yield "    … còn nữa; bỏ --thu rồi xem trong git"
            return
        told += max(last - first, end - start)
        yield f"    dòng {first + 1}:"
        yield from (f"    - {door.shown(line)}" for line in old[first:last])
        yield from (f"    + {door.shown(line)}" for line in new[start:end])


def published_clauses(content: Path) -> dict[str, list[str]]:
    """The ids in the register, by document; none where it cannot be read, which is told later."""
    try:
        return by_document(read_register(content, CLAUSES))
    except Fault:
        return {}


def add_published(content: Path, today: date, *, write: bool) -> int:
    """Put what is published for the first time in its register; how many files that changed."""
    library, _ = judge(content, today)
    changed: set[str] = set()
    for one in register(content, library, write=write):
        print(one.path, f"  {one.text}", sep="\n")
        changed |= {one.path} if one.changed else set()
    return len(changed)


if __name__ == "__main__":
    sys.exit(main())
