"""Take pictures of every type and state of page, as each kind of reader sees it, on one sheet."""

import environment

environment.enter(dev=True)

import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

import builder
import door

from bench.line import serving
from portal.dates import day
from tests import chromium
from tests.gallery import states, studio
from tests.gallery.samples import samples

LINE = door.CommandLine("Chụp mọi loại trang và trạng thái, trên mọi kiểu màn hình và giấy.")
LINE.add_argument(
    "--ra", metavar="DIR", type=Path, default=door.ROOT / "gallery", help="nơi để ảnh"
)
LINE.add_argument("--chi", metavar="CHỮ", default="", help="chỉ trang có chữ này trong địa chỉ")
LINE.add_argument(
    "--kieu", metavar="KIỂU", nargs="+", help="chỉ các kiểu nhìn này, ví dụ: giay toi"
)


def main() -> int:
    options = LINE.read()
    options.ra.mkdir(parents=True, exist_ok=True)
    looks = [one for one in studio.LOOKS if not options.kieu or one.key in options.kieu]
    with ExitStack() as stack:
        temporary = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="portal-anh-")))
        builder.build(builder.Order(door.ROOT, temporary / "that", door.today()))
        base = stack.enter_context(serving(temporary / "that")).address
        pages = [(one, base + one.url, one.key) for one in samples(temporary / "that")]
        for name in dict.fromkeys(state.site for state in states.STATES):
            small = states.build(name, temporary / name)
            root = stack.enter_context(serving(small)).address
            own = [one for one in states.STATES if one.site == name]
            pages += [(one, root + one.url, f"o-{name}-{one.key}") for one in own]
        pages = [one for one in pages if options.chi in one[0].url]
        browser = stack.enter_context(chromium.started())
        shots: list[studio.Shot] = []
        for look in looks:
            shots += studio.take(browser, look, pages, options.ra)
            print(f"{look.title}: {len(pages)} ảnh", flush=True)
    sheet = options.ra / "index.html"
    sheet.write_text(studio.contact_sheet(shots, day(door.today())), encoding="utf-8")
    print(f"Mở {sheet} để xem {len(shots)} ảnh.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
