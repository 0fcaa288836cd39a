"""Mend in content files what a machine can mend, and say what was changed."""

import environment

environment.enter(dev=False)

import sys

import door

from portal import fix, source

LINE = door.CommandLine("Sửa những lỗi máy sửa được trong nội dung, không làm mất chữ nào.")
LINE.about_content()
LINE.add_argument("--thu", action="store_true", help="chỉ nói sẽ sửa gì, không ghi tệp nào")


def main() -> int:
    options = LINE.read()
    changed = 0
    for file in source.files(options.content):
        path = file.relative_to(options.content).as_posix()
        if not source.is_text(path) or file.is_symlink() or file.stat().st_size > source.MAX_BYTES:
            continue
        mended = fix.mend(path, file.read_bytes())
        if mended.done or mended.left:
            print(path, *(f"  {told}" for told in (*mended.done, *mended.left)), sep="\n")
        if mended.done:
            changed += 1
            if not options.thu:
                file.write_bytes(mended.raw)
    would = "sẽ sửa" if options.thu else "đã sửa"
    print(f"{would.capitalize()} {changed} tệp." if changed else "Không có gì để máy sửa.")
    print("Lỗi còn lại, nếu có, kể ở: python3 scripts/check.py --chi noi-dung")
    return 0


if __name__ == "__main__":
    sys.exit(main())
