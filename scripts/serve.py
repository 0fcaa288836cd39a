"""Preview for editors: build, serve on this machine, build again at every change."""

import environment

environment.enter(dev=False)

import signal
import socket
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import builder
import door
from mkdocs.livereload import LiveReloadServer

HOST, FIRST_PORT = "127.0.0.1", 8000
LINE = door.CommandLine("Xem thử cổng tri thức trên máy này; sửa tệp nào, trang tự tải lại.")
LINE.about_content()
LINE.add_argument("--cong", metavar="SỐ", type=int, help="cổng (mặc định: 8000 hoặc số kế tiếp)")


def taken(port: int) -> bool:
    """Is somebody answering there? Asking is surer than binding, which Windows lets two do."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def watched(content: Path) -> Iterator[Path]:
    """Everything a page is made of, except Python: changed code needs a new start."""
    places = [content / "docs", content / "data"]
    places += [builder.ROOT / name for name in ("portal", "overrides", "web", "mkdocs.yml")]
    return filter(Path.exists, places)


def attempt(order: builder.Order) -> bool:
    """Build, and tell how it went; a fault leaves the pages built before.

    Nothing may escape: the live-reload server would let every reader wait until the next success.
    """
    started = monotonic()
    try:
        pages = builder.build(order)
    except builder.BuildFault as fault:
        print(fault, file=sys.stderr)
    except Exception:
        traceback.print_exc()
    else:
        print(f"Đã dựng {pages} trang trong {door.seconds(monotonic() - started)}.", flush=True)
        return True
    return False


def serve(order: builder.Order, port: int) -> None:
    """Show the site until Ctrl-C."""

    def rebuild() -> None:
        if not attempt(order):
            print("Trang vẫn như trước; sửa xong sẽ tự dựng lại.", file=sys.stderr)

    server = LiveReloadServer(builder=rebuild, host=HOST, port=port, root=str(order.site))
    not_found = order.site / "404.html"
    server.error_handler = lambda code: not_found.read_bytes() if code == 404 else None
    for place in watched(order.content):
        server.watch(str(place))
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        print("Đã dừng.")
    finally:
        server.shutdown()


def main() -> int:
    options = LINE.read()
    port = options.cong or next(port for port in range(FIRST_PORT, 65536) if not taken(port))
    if taken(port):
        LINE.error(f"--cong: cổng {port} đang có chương trình khác dùng.")
    # A closed terminal or a stopped service then tidies up as Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="portal-", ignore_cleanup_errors=True) as folder:
        site = Path(folder).resolve() / "site"
        address = f"http://{HOST}:{port}/"
        print(f"Địa chỉ xem thử: {address} (đang dựng lần đầu; dừng bằng Ctrl-C)", flush=True)
        order = builder.Order(options.content, site, options.ngay, address, serving=True)
        if not attempt(order):
            return 1
        serve(order, port)
    return 0


if __name__ == "__main__":
    sys.exit(main())
