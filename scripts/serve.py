"""Preview for editors: build, serve on this machine, build again at every change."""

import environment

environment.enter(dev=False)

import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import builder
import door
import refusal
from preview import Preview

from portal import road
from portal.tree import place_below

FIRST_PORT, LAST_PORT = 8000, 65535
LINE = door.CommandLine(
    "Xem thử cổng tri thức trên máy này; sửa tệp nào, trang tự tải lại.", "serve.py --cong 8000"
)
LINE.about_content()
LINE.add_argument(
    "--cong", metavar="SỐ", type=door.port, help="cổng (mặc định: 8000 hoặc số kế tiếp)"
)
LINE.add_argument(
    "--hoi-lai",
    action="store_true",
    help="nửa giây một lần hỏi ổ đĩa có gì đổi (khi thư mục nằm ở ổ mạng không tự báo)",
)


def watched(content: Path) -> list[Path]:
    """Everything a page is made of, except Python: changed code needs a new start."""
    places = [content.resolve() / "docs", content.resolve() / "data"]
    return places + [
        builder.ROOT / name for name in ("portal", "overrides", "web/bundles", "mkdocs.yml")
    ]


def show(order: builder.Order, resident: builder.Resident) -> Callable[..., list[str]]:
    """`first(changed, viewed)`: the pages of changed content, and the one looked at, before all
    others are made; what else there is to say of them the whole build will say."""
    content = order.content.resolve()

    def first(changed: set[Path], viewed: str) -> list[str]:
        below = {place_below(content, path) for path in changed if path.is_relative_to(content)}
        if resident.show is None or resident.glimpse is None or len(below) != len(changed):
            return []
        started, shown = monotonic(), list[str]()
        if len(below) == 1:
            shown = resident.glimpse(content, min(below), viewed, order.site)
        if not shown:
            library, problems = road.load(content, order.today, drafts=True, memo=resident.memo)
            shown = resident.show(library, sorted(set(problems)), below, viewed, order.site)
        if shown:
            print(f"Đã hiện {shown[0]} sau {door.seconds(monotonic() - started)}.", flush=True)
        return shown

    return first


def attempt(order: builder.Order, resident: builder.Resident) -> bool:
    """Build, and tell how it went; a fault leaves the pages built before.

    Nothing may escape: the live-reload server would let every reader wait until the next success.
    """
    started = monotonic()
    try:
        pages = builder.build(order, resident)
    except builder.Overtaken:
        return True
    except builder.BuildFault as fault:
        print(fault, file=sys.stderr)
    except Exception:
        traceback.print_exc()
    else:
        print(f"Đã dựng {pages} trang trong {door.seconds(monotonic() - started)}.", flush=True)
        return True
    return False


def serve(
    order: builder.Order, port: int, resident: builder.Resident, *, polling: bool = False
) -> int:
    """Show the site until Ctrl-C; the exit code."""

    def rebuild() -> None:
        if not attempt(order, resident):
            print("Trang vẫn như trước; sửa xong sẽ tự dựng lại.", file=sys.stderr)

    server = Preview(rebuild, port, order.site, show(order, resident), polling=polling)
    resident.is_overtaken = server.is_asked_again
    server.follow(watched(order.content))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except OSError as error:
        print(f"Không mở được cổng {port}: {refusal.told(error)}.", file=sys.stderr)
        return 1
    finally:
        server.shutdown()
    return 0


def main() -> int:
    options = LINE.read()
    free = (port for port in range(FIRST_PORT, LAST_PORT + 1) if not door.is_taken(port))
    port = options.cong or next(free, LAST_PORT)
    if door.is_taken(port):
        LINE.error(f"--cong: cổng {port} đang có chương trình khác dùng.")
    door.end_as_by_hand()
    try:
        with tempfile.TemporaryDirectory(prefix="portal-", ignore_cleanup_errors=True) as folder:
            site = Path(folder).resolve() / "site"
            address = f"http://{door.HOST}:{port}/"
            order = builder.Order(
                options.content,
                site,
                options.ngay,
                address,
                serving=True,
                again=True,
                spare=site.with_name("truoc"),
            )
            resident = builder.Resident(road.Memo())
            told = "đang dựng lần đầu; dừng bằng Ctrl-C"
            print(f"Địa chỉ xem thử: {address} ({told})", flush=True)
            if not attempt(order, resident):
                return 1
            return serve(order, port, resident, polling=options.hoi_lai)
    except KeyboardInterrupt:
        print("Đã dừng.")
        return 0


if __name__ == "__main__":
    sys.exit(main())
