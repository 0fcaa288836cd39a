"""Take an entry off the portal: withdrawn with a reason, or led to the one in its place."""

import environment

environment.enter(dev=False)

import sys

import door
import moved

from portal.moving import plan
from portal.road import load

LINE = door.CommandLine(
    "Gỡ một mục khỏi cổng, có lý do. Mục đã đăng thì địa chỉ báo là đã rút, hoặc chuyển sang mục"
    " thay nó; bản nháp thì xoá tệp. Ví dụ: python3 scripts/remove.py su-kien/hop-trung"
    ' --ly-do "ghi hai lần" --thay su-kien/hop'
)
LINE.add_argument("muc", metavar="LOẠI/MÃ", nargs="?", help="mục phải gỡ: su-kien/hop-trung")
LINE.add_argument("--ly-do", metavar="LÝ-DO", help="vì sao, viết cho người đọc")
LINE.add_argument("--thay", metavar="LOẠI/MÃ", help="mục thay nó, cùng loại; mọi nơi dẫn sang đó")
LINE.add_argument(
    "--bo-dan", action="store_true", help="bỏ liên kết tới nó trong các bài, giữ chữ của liên kết"
)
moved.add_options(LINE)


def main() -> int:
    options = LINE.read()
    if options.hoan_lai:
        return moved.take_back(options.content)
    if not options.muc or not (options.ly_do or "").strip():
        LINE.error("còn thiếu: LOẠI/MÃ và --ly-do")
    library, _ = load(options.content, options.ngay)

    def wanted() -> plan.Plan:
        entry = plan.find(library, options.muc)
        instead = plan.find(library, options.thay) if options.thay else None
        reason = " ".join(options.ly_do.split())
        return plan.remove(
            library, options.content, entry, reason, instead=instead, unlink=options.bo_dan
        )

    return moved.done(options, wanted)


if __name__ == "__main__":
    sys.exit(main())
