"""Build the portal once: content in, a folder that any web server can serve out."""

import environment

environment.enter(dev=False)

import contextlib
import json
import sys
from pathlib import Path
from time import monotonic

import builder
import door
import rooms

LINE = door.CommandLine("Dựng cổng tri thức thành một thư mục tĩnh.", "build.py --ngay 2026-03-05")
LINE.about_content()
LINE.add_argument("--site", metavar="DIR", type=Path, help="thư mục đích (mặc định: site)")
LINE.add_argument(
    "--dia-chi",
    metavar="URL",
    type=door.public_address,
    help="địa chỉ công khai, cho liên kết chuẩn, ví dụ https://ten-mien.vn/duong/dan/",
)
LINE.add_argument(
    "--tu-dia", action="store_true", help="để mở thẳng từ ổ đĩa, USB, không cần máy chủ"
)
LINE.add_argument(
    "--tiep",
    action="store_true",
    help="dựng tiếp: trang nào sẽ ra đúng như cũ thì lấy lại (bản phát hành thì dựng mới)",
)
LINE.add_argument(
    "--do-phong",
    metavar="TỆP",
    nargs="?",
    const=Path(),
    type=Path,
    help="in ra mỗi phòng mất bao nhiêu thời gian, bộ nhớ; có TỆP thì ghi số liệu (JSON) vào đó",
)
LINE.add_argument("--chat", action="store_true", help="coi mọi lời nhắc của MkDocs là lỗi")


def main() -> int:
    options = LINE.read()
    site = options.site or builder.ROOT / "site"
    order = builder.Order(
        options.content,
        site,
        options.ngay,
        address=options.dia_chi,
        strict=options.chat,
        offline=options.tu_dia,
        again=options.tiep,
        spare=builder.SPARE if options.tiep and not options.tu_dia else None,
    )
    started = monotonic()
    door.end_as_by_hand()
    try:
        with contextlib.nullcontext() if options.do_phong is None else rooms.counted() as counts:
            pages = builder.build(order)
    except builder.BuildFault as fault:
        print(fault, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"Đã dừng; {site} vẫn nguyên vẹn.", file=sys.stderr)
        return 130
    print(f"Đã dựng {pages} trang vào {site} trong {door.seconds(monotonic() - started)}.")
    if counts:
        show(counts.costs(), options.do_phong)
    return 0


def show(costs: list[rooms.Cost], file: Path) -> None:
    """What each room cost, to people or to a file."""
    if file == Path():
        print(f"\n{rooms.table(costs)}")
    else:
        file.write_text(json.dumps(rooms.as_data(costs)), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
