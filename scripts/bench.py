"""Measure the portal: `build` beside others on made-up content, `bang` the last run for README,
`trang` in a browser, `bieu-do` what charts cost of a build, `search` beside other searches,
`trich-dan` the recognising of citations, `nhap` how well import reads, `dieu-khoan` whether clauses
of real documents get their ids, `ban-bien-tap` whether the desk loses anything by kills, full
disks, refused pushes, `chu` how far apart letters with marks are on a screen,
`loi` what the pages of a site say: what is not known, words to avoid, pages that say little,
`va-cham` whether a site stays whole where builds meet or are killed, `dung-tiep` whether a site
built on is the same as one built from nothing, `sua` how long one waits after an edit,
`hiem-hoa` what is hostile or damaged, `nhung` the section inside imitated portals, `tu-ra-soat`
what self-assessment costs and whether it loses anything, `dot-bien` whether the tests of each room
notice small faults seeded in it."""

import environment

environment.enter(dev=True)

import tempfile
from pathlib import Path

import door

LINE = door.CommandLine(
    "Đo cổng: «build» việc dựng, «bang» bảng của lần đo gần nhất cho README, «trang» trang hiện ra,"
    " «bieu-do» biểu đồ chiếm bao nhiêu của lần dựng,"
    " «search» việc tìm, «trich-dan», «nhap» việc đọc văn bản nhập vào,"
    " «dieu-khoan» mã, số của điều khoản trong văn bản thật,"
    " «ban-bien-tap» 200 sự cố ở bàn biên tập có mất chữ nào không,"
    " «chu» dấu thanh có phân biệt được không,"
    " «loi» lời trên trang: chỗ «chưa», chữ nên tránh, trang gần như trống,"
    " «va-cham» dựng cùng lúc, bị giết,"
    " «dung-tiep» sau mỗi lần sửa có ra như dựng mới, «sua» sau khi sửa phải chờ bao lâu,"
    " «hiem-hoa» chữ độc trong mọi khoá và tệp hỏng, «nhung» chuyên mục trong tám cổng bịa,"
    " «tu-ra-soat» trang tự rà soát nặng bao nhiêu, có mất chữ nào không,"
    " «dot-bien» gieo lỗi nhỏ vào mã, kiểm thử của phòng ấy có bắt được không."
)
LINE.add_argument(
    "viec",
    metavar="build|bang|trang|bieu-do|search|trich-dan|nhap|dieu-khoan|ban-bien-tap|chu|loi|va-cham|dung-tiep|sua|hiem-hoa|nhung|tu-ra-soat|dot-bien",
    help="đo gì",
)
LINE.add_argument("--n", "--trang", metavar="SỐ", type=int, nargs="*", help="số mục, số tệp, từ 20")
LINE.add_argument(
    "--seed", "--hat", metavar="SỐ", type=int, default=7, help="hạt giống (mặc định: 7)"
)
LINE.add_argument(
    "--dang",
    choices=("sat-thuc", "nang"),
    default="sat-thuc",
    help="build: nội dung tự tạo theo đúng tỷ lệ nội dung thật (mặc định), hoặc nặng gần gấp đôi",
)
LINE.add_argument(
    "--cau",
    metavar="NƠI",
    type=Path,
    help="trich-dan: chấm câu thật đã đánh dấu ở thư mục này; search: câu hỏi về luật ở tệp này",
)
LINE.add_argument(
    "--van-ban", metavar="THƯ-MỤC", type=Path, help="dieu-khoan: các văn bản thật (.txt) để đo"
)
LINE.add_argument("--giu", metavar="DIR", type=Path, help="giữ lại nội dung và trang ở thư mục này")
LINE.add_argument("--day-du", action="store_true", help="đo cả cách mất nhiều phút")
LINE.add_argument(
    "--that",
    action="store_true",
    help="build, search, sua: đo cả nội dung thật; va-cham, dung-tiep: chỉ nội dung thật",
)
LINE.add_argument("--cung-loai", action="store_true", help="search, chu: lấy về những cái để so")
LINE.add_argument("--thu", action="store_true", help="build, sua: đo thử, không giữ kết quả lại")
LINE.add_argument("--json", action="store_true", help="in số liệu cho máy đọc")
LINE.add_argument("--site", metavar="DIR", type=Path, default=door.ROOT / "site", help="trang đo")
LINE.add_argument(
    "--lan",
    metavar="SỐ",
    type=int,
    default=3,
    help="trang, sua: đo mấy lần; va-cham: mấy cặp dựng cùng lúc",
)
LINE.add_argument(
    "--giet", metavar="SỐ", type=int, help="va-cham: mấy lần dựng bị giết; tu-ra-soat: thẻ, từ 200"
)
LINE.add_argument("--phong", metavar="PHÒNG", nargs="+", default=[], help="dot-bien: chỉ phòng này")
LINE.add_argument(
    "--so", metavar="SỐ", type=int, default=18, help="dot-bien: mỗi phòng gieo mấy lỗi"
)
LINE.add_argument(
    "--chi",
    metavar="URL",
    nargs="+",
    default=[],
    help="trang: chỉ các trang này; hiem-hoa: chuoi hoặc tep",
)


def main() -> None:
    from bench import doors

    options = LINE.read()
    if options.viec not in doors.WORK or min(options.n or [20]) < 20:
        LINE.error(f"việc là {', '.join(doors.WORK)}; --trang ít nhất là 20.")
    try:
        with tempfile.TemporaryDirectory(prefix="portal-do-") as folder:
            outcome = doors.WORK[options.viec](options, options.giu or Path(folder))
    except (OSError, RuntimeError) as fault:
        raise SystemExit(str(fault)) from None
    print(outcome.told)
    raise SystemExit(0 if outcome.is_good else 1)


if __name__ == "__main__":
    main()
