"""Preview for editors: build, serve on this machine, build again at every change."""

import environment

environment.enter(dev=False)

import socket
import sys
import tempfile
import traceback
from pathlib import Path
from time import monotonic

import builder
import door
import refusal
from preview import HOST, Preview

FIRST_PORT, LAST_PORT = 8000, 65535
LINE = door.CommandLine("Xem thử cổng tri thức trên máy này; sửa tệp nào, trang tự tải lại.")
LINE.about_content()
LINE.add_argument(
    "--cong", metavar="SỐ", type=door.port, help="cổng (mặc định: 8000 hoặc số kế tiếp)"
)


def taken(port: int) -> bool:
    """Is somebody answering there? Asking is surer than binding, which Windows lets two do."""
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) == 0


def watched(content: Path) -> list[Path]:
    """Everything a page is made of, except Python: changed code needs a new start."""
    places = [content.resolve() / "docs", content.resolve() / "data"]
    return places + [
        builder.ROOT / name for name in ("portal", "overrides", "web/bundles", "mkdocs.yml")
    ]


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


def serve(order: builder.Order, port: int) -> int:
    """Show the site until Ctrl-C; the exit code."""

    def rebuild() -> None:
        if not attempt(order):
            print("Trang vẫn như trước; sửa xong sẽ tự dựng lại.", file=sys.stderr)

    server = Preview(rebuild, port, order.site)
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
    free = (port for port in range(FIRST_PORT, LAST_PORT + 1) if not taken(port))
    port = options.cong or next(free, LAST_PORT)
    if taken(port):
        LINE.error(f"--cong: cổng {port} đang có chương trình khác dùng.")
    door.end_as_by_hand()
    with tempfile.TemporaryDirectory(prefix="portal-", ignore_cleanup_errors=True) as folder:
        site = Path(folder).resolve() / "site"
        address = f"http://{HOST}:{port}/"
        print(f"Địa chỉ xem thử: {address} (đang dựng lần đầu; dừng bằng Ctrl-C)", flush=True)
        order = builder.Order(options.content, site, options.ngay, address, serving=True)
        try:
            return serve(order, port) if attempt(order) else 1
        except KeyboardInterrupt:
            print("Đã dừng.")
            return 0


if __name__ == "__main__":
    sys.exit(main())
