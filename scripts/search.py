"""Where is it said? Searches the content for editors: title, address, file and line."""

import environment

environment.enter(dev=False)

import signal
import sys

import door

from portal import road
from portal.desk.find import Lookup

LINE = door.CommandLine(
    "Tìm trong nội dung: có dấu hay không dấu, số văn bản, một ngày (kể mọi nơi viết ngày ấy).",
    'search.py "13/9/2025"',
)
LINE.add_argument("chu", metavar="CHỮ", nargs="+", help="những chữ cần tìm")
LINE.add_argument("--so", metavar="SỐ", type=int, default=10, help="số kết quả (mặc định: 10)")
LINE.about_content()


def main() -> int:
    options = LINE.read()
    words = " ".join(options.chu)
    library, _ = road.judge(options.content, options.ngay, drafts=True)
    found = Lookup(library).find(words, max(1, options.so))
    for one in found:
        print(f"{one.title}\n  /{one.address}\n  {one.path}:{one.line}\n  {one.text}\n")
    if not found:
        print(f"Không thấy mục nào có «{words}». Thử ít chữ hơn.")
    return 0 if found else 1


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # `search.py … | head` has read enough
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    sys.exit(main())
