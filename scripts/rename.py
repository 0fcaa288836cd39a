"""Give an entry another address: what leads to it is changed, the old address leads on."""

import environment

environment.enter(dev=False)

import sys

import door
import moved

from portal.moving import plan
from portal.road import load

LINE = door.CommandLine(
    "Đổi tên tệp (địa chỉ) của một mục: mọi nơi dẫn tới nó được sửa theo, địa chỉ cũ tự chuyển"
    " sang. Ví dụ: python3 scripts/rename.py su-kien/le-don-bang le-don-bang-son-la-2025 --thu"
)
LINE.add_argument("muc", metavar="LOẠI/MÃ", nargs="?", help="mục phải đổi: truong/son-la")
LINE.add_argument("ten", metavar="MÃ-MỚI", nargs="?", help="tên tệp mới, không đuôi")
moved.add_options(LINE)


def main() -> int:
    options = LINE.read()
    if options.hoan_lai:
        return moved.take_back(options.content)
    if not options.muc or not options.ten:
        LINE.error("còn thiếu: LOẠI/MÃ và MÃ-MỚI")
    library, _ = load(options.content, options.ngay)
    return moved.done(
        options,
        lambda: plan.rename(
            library, options.content, plan.find(library, options.muc), options.ten.strip("/")
        ),
    )


if __name__ == "__main__":
    sys.exit(main())
