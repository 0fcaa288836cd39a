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

LINE = door.CommandLine(
    "Tạo một mục mới từ tệp mẫu của loại ấy; thiếu gì thì hỏi."
    ' Ví dụ: python3 scripts/new.py su-kien "Hội thảo về đội ngũ" --ma hoi-thao-doi-ngu-2026'
)
LINE.add_argument(
    "loai",
    metavar="LOẠI",
    nargs="?",
    help="van-ban, truong, bai-viet…; gõ sai sẽ thấy cả danh sách",
)
LINE.add_argument("ten", metavar="TÊN", nargs="?", help="tên của mục, trong dấu nháy")
LINE.add_argument("--ma", metavar="MÃ", help="tên tệp, không đuôi (mặc định: theo tên của mục)")
LINE.add_argument("--du", action="store_true", help="viết ra mọi khoá kèm lời giải thích")
LINE.about_content()


def main() -> int:
    options = LINE.read()
    try:
        kind = new.find(options.loai or _asked("LOẠI", "Loại", new.kinds()))
    except new.NoSuchKind as fault:
        print(fault, file=sys.stderr)
        return 2
    title = " ".join((options.ten or _asked("TÊN", f"Tên của {kind.one}")).split())
    id = options.ma or new.id_of(kind, title)
    if options.ten is None and options.ma is None:
        id = _asked("--ma", f"Tên tệp, Enter để dùng «{id}»", otherwise=id)
    path = kind.path(id)
    file: Path = options.content / path
    if not title or not id:
        print("Tên phải có ít nhất một chữ hoặc số.", file=sys.stderr)
        return 2
    if told := new.unfit(kind, id):
        print(told, file=sys.stderr)
        return 2
    reading = source.read(options.content)
    lists, _ = lists_of(reading)
    often = new.common(kind, reading.sources)
    try:
        tree.refuse_leaving(options.content, file)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as opened:
            text = new.draft(kind, title, lists, options.ngay, full=options.du, often=often)
            opened.write(text)
    except Fault as fault:
        print(f"{path}: không ghi được: {fault.text}", file=sys.stderr)
        return 1
    except FileExistsError:
        print(f"{path} đã có, nên không ghi đè. Mở tệp ấy, hoặc đặt tên khác.", file=sys.stderr)
        return 1
    keys = ", ".join(new.to_fill(kind))
    print(f"Đã tạo {path}. Việc tiếp theo:")
    print("  1. Mở tệp ấy" + (f", điền các khoá: {keys}." if keys else "."))
    print("  2. Khoá hay dùng: bỏ dấu # ở đầu dòng, thay «…». Mọi khoá: data/_schema/README.md.")
    print("  3. Tên tệp là địa chỉ trang: muốn đổi thì đổi trước khi đăng.")
    print("  4. Kiểm lại: python3 scripts/check.py --chi noi-dung")
    return 0


def _asked(name: str, what: str, before: str = "", otherwise: str = "") -> str:
    """What a person types; whom nobody can ask is told what is missing."""
    if not sys.stdin.isatty():
        LINE.error(f"còn thiếu: {name}")
    if before:
        print(before)
    try:
        return input(f"{what}: ").strip() or otherwise
    except (EOFError, KeyboardInterrupt):
        print("\nChưa tạo gì.", file=sys.stderr)
        raise SystemExit(130) from None


if __name__ == "__main__":
    sys.exit(main())
