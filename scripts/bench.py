"""Measure the portal: `build` beside plain Material on made-up content, `trang` in a browser."""

import environment

environment.enter(dev=True)

import tempfile
from pathlib import Path

import door

from tests.bench import report, weight

LINE = door.CommandLine("Đo cổng: «build» đo việc dựng, «trang» đo trang trong trình duyệt.")
LINE.add_argument("viec", metavar="build|trang", help="đo việc gì")
LINE.add_argument("--n", metavar="SỐ", type=int, nargs="+", default=[1000], help="số mục, từ 20")
LINE.add_argument("--seed", metavar="SỐ", type=int, default=7, help="hạt giống (mặc định: 7)")
LINE.add_argument("--giu", metavar="DIR", type=Path, help="giữ lại nội dung và trang ở thư mục này")
LINE.add_argument("--day-du", action="store_true", help="đo cả cách dựng mất nhiều phút")
LINE.add_argument("--json", action="store_true", help="in số liệu cho máy đọc")
LINE.add_argument("--site", metavar="DIR", type=Path, default=door.ROOT / "site", help="trang đo")


def main() -> None:
    options = LINE.read()
    if options.viec not in ("build", "trang") or min(options.n) < 20:
        LINE.error("việc là build hoặc trang; --n ít nhất là 20.")
    try:
        with tempfile.TemporaryDirectory(prefix="portal-do-") as folder:
            order = report.Order(options.n, options.seed, options.giu or Path(folder))
            if options.viec == "build":
                print(report.report(order, options.day_du, options.json))
            else:
                print(weight.report(options.site, options.json))
    except (OSError, RuntimeError) as fault:
        raise SystemExit(str(fault)) from None


if __name__ == "__main__":
    main()
