"""Start a new entry: a commented file in the right folder, and what to do with it."""

import environment

environment.enter(dev=False)

import sys
from pathlib import Path

import door

from portal import source, tree
from portal.desk import new
from portal.library.lists import lists_of
from portal.problem import Fault

LINE = door.CommandLine("Tạo một mục mới từ tệp mẫu của loại ấy.")
LINE.add_argument(
    "loai", metavar="LOẠI", help="van-ban, truong, bai-viet…; gõ sai sẽ thấy cả danh sách"
)
LINE.add_argument("ten", metavar="TÊN", help="tên của mục, trong dấu nháy")
LINE.about_content()


def main() -> int:
    options = LINE.read()
    try:
        kind = new.find(options.loai)
    except new.NoSuchKind as fault:
        print(fault, file=sys.stderr)
        return 2
    title = " ".join(options.ten.split())
    id = new.id_of(kind, title)
    path = kind.path(id)
    file: Path = options.content / path
    if not id:
        print("Tên phải có ít nhất một chữ hoặc số.", file=sys.stderr)
        return 2
    lists, _ = lists_of(source.read(options.content))
    try:
        tree.refuse_leaving(options.content, file)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            opened.write(new.draft(kind, title, lists, options.ngay))
    except Fault as fault:
        print(f"{path}: không ghi được: {fault.text}", file=sys.stderr)
        return 1
    except FileExistsError:
        print(f"{path} đã có, nên không ghi đè. Mở tệp ấy, hoặc đặt tên khác.", file=sys.stderr)
        return 1
    keys = ", ".join(new.to_fill(kind))
    print(f"Đã tạo {path}. Việc tiếp theo:")
    print("  1. Mở tệp ấy" + (f", điền các khoá: {keys}." if keys else "."))
    print("  2. Khoá nào cần thêm thì bỏ dấu # ở đầu dòng, thay phần mẫu.")
    print("  3. Tên tệp là địa chỉ trang: muốn đổi thì đổi trước khi đăng.")
    print("  4. Kiểm lại: python3 scripts/check.py --chi noi-dung")
    return 0


if __name__ == "__main__":
    sys.exit(main())
