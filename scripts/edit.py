"""«Bàn biên tập»: the desk of editors in the browser of this machine."""

import environment

environment.enter(dev=False)

import os
import subprocess
import sys
import webbrowser
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

import door
import refusal

from portal.editor.desk import Desk
from portal.editor.guard import HOST
from portal.editor.packing import NAME, Made
from portal.editor.routes import Routes
from portal.editor.server import Server
from portal.moving.at_desk import AtDesk
from portal.views import bundles

LINE = door.CommandLine(
    "Bàn biên tập: sửa, thêm, kiểm nội dung trong trình duyệt của máy này; không cần mạng."
)
LINE.about_content()
LINE.add_argument(
    "--cong", metavar="SỐ", type=door.port, default=0, help="cổng (mặc định: số còn trống)"
)
LINE.add_argument("--khong-mo", action="store_true", help="không tự mở trình duyệt, chỉ in địa chỉ")
OVERRIDES = environment.ROOT / "overrides" / "assets"
WEB = environment.ROOT / "web"
FIRST_PREVIEW = 8100


def assets() -> dict[str, Path]:
    """What pages of the desk load: names that are known, and nothing else."""
    files = {f"fonts/{one.name}": one for one in (OVERRIDES / "fonts").glob("*.woff2")}
    return {
        "css/portal.css": bundles.LOOK,
        "css/ban.css": WEB / "desk" / "desk.css",
        "img/favicon.svg": OVERRIDES / "img" / "favicon.svg",
        "js/desk.js": WEB / "bundles" / "desk" / "desk.js",
        **files,
    }


def at_desk() -> dict[str, str]:
    """What a child of the desk is told: pages speak of its buttons, not of commands."""
    return {**os.environ, "PORTAL_DESK": "1"}


class Preview:
    """`serve.py` as a child, begun when somebody wants to look."""

    def __init__(self, content: Path, day: str) -> None:
        self.words = ["--content", str(content), "--ngay", day]
        self.port = 0
        self.child: subprocess.Popen[bytes] | None = None
        self.lock = Lock()

    def __call__(self, place: str) -> tuple[str, str]:
        """The address of a page, or why there is none; both empty until it is there."""
        with self.lock:
            if self.child is None or self.child.poll() is not None:
                if self.child is not None:
                    self.child = None
                    return "", (
                        "Máy chưa dựng được trang: xem lỗi ở cửa sổ lệnh hoặc mục «Cần sửa», sửa "
                        "xong bấm «Xem thử» lại."
                    )
                self._start()
            return (
                (f"http://{HOST}:{self.port}/{place}", "") if door.is_taken(self.port) else ("", "")
            )

    def _start(self) -> None:
        self.port = next(one for one in range(FIRST_PREVIEW, 65535) if not door.is_taken(one))
        serve = Path(__file__).with_name("serve.py")
        words = [sys.executable, str(serve), *self.words, "--cong", str(self.port)]
        self.child = subprocess.Popen(words, env=at_desk())

    def stop(self) -> None:
        _stop(self.child)


class Packer:
    """`export.py xem-thu` as a child, so that the desk goes on answering."""

    def __init__(self, content: Path, day: str, folder: Path) -> None:
        export = Path(__file__).with_name("export.py")
        self.words = [sys.executable, str(export), "xem-thu", "--content", str(content)]
        self.words += ["--ngay", day]
        self.file, self.said = folder / NAME, folder / "loi.txt"
        self.child: subprocess.Popen[bytes] | None = None
        self.lock = Lock()

    def begin(self) -> None:
        with self.lock:
            if self.child is None or self.child.poll() is not None:
                self.file.unlink(missing_ok=True)
                with self.said.open("wb") as said:
                    words = [*self.words, "--ra", str(self.file)]
                    self.child = subprocess.Popen(
                        words, env=at_desk(), stderr=said, stdout=subprocess.DEVNULL
                    )

    def made(self) -> Made:
        with self.lock:
            if self.child is None:
                return Made()
            if self.child.poll() is None:
                return Made(is_running=True)
            if self.child.returncode or not self.file.is_file():
                return Made(why=self.said.read_text(encoding="utf-8", errors="replace")[-2000:])
            return Made(raw=self.file.read_bytes())

    def stop(self) -> None:
        _stop(self.child)


def _stop(child: subprocess.Popen[bytes] | None) -> None:
    if child is not None and child.poll() is None:
        child.terminate()
        child.wait(10)


def clock() -> str:
    return datetime.now(door.VIETNAM).strftime("%H:%M:%S ngày %d/%m/%Y")


def branch() -> str:
    """A name that nobody else takes in the same minute."""
    return datetime.now(door.VIETNAM).strftime("bien-tap-%Y%m%d-%H%M%S")


def main() -> int:
    options = LINE.read()
    content: Path = options.content.resolve()
    try:
        server = Server(options.cong)
    except OSError as error:
        print(f"Không mở được cổng {options.cong}: {refusal.told(error)}.", file=sys.stderr)
        return 1
    preview = Preview(content, options.ngay.isoformat())
    folder = TemporaryDirectory(prefix="ban-", ignore_cleanup_errors=True)
    packer = Packer(content, options.ngay.isoformat(), Path(folder.name))
    desk = Desk(content, options.ngay, clock)
    mover = AtDesk(content, options.ngay)
    server.routes = Routes(desk, assets(), preview, branch, packer, mover)
    desk.now()
    door.end_as_by_hand()
    print(f"Bàn biên tập: {server.guard.address}\nDừng bằng Ctrl-C.", flush=True)
    try:
        if not options.khong_mo:
            webbrowser.open(server.guard.address)
        server.serve_forever()
    except KeyboardInterrupt:
        print("Đã dừng.")
    finally:
        server.server_close()
        preview.stop()
        packer.stop()
        folder.cleanup()
    return 0


if __name__ == "__main__":
    sys.exit(main())
