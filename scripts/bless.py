"""Write again all that is made from the code: schemas, dictionary, settings, golden files."""

import environment

environment.enter(dev=True)

import subprocess
import sys

import door

from portal import source
from portal.desk.dictionary import generated
from portal.library.lists import lists_of

LINE = door.CommandLine("Viết lại lược đồ, từ điển dữ liệu, thiết đặt VS Code và kết quả mẫu.")
LINE.add_argument(
    "--chi-tep", action="store_true", help="không chạy lại các kiểm thử lấy kết quả mẫu"
)
GOLDEN = ("tests/test_rules.py", "tests/test_views.py", "tests/test_content.py")


def main() -> int:
    options = LINE.read()
    lists, _ = lists_of(source.read(door.ROOT))
    for path, text in generated(lists).items():
        file = door.ROOT / path
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
            print(f"đã viết {path}")
    if options.chi_tep:
        return 0
    command = [sys.executable, "-m", "pytest", "--quiet", "--bless", *GOLDEN]
    return subprocess.run(command, cwd=door.ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
