"""A preview for somebody without this project: `export.py xem-thu`."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import door
import refusal

from portal import tree
from portal.editor import changes, pack
from portal.editor.desk import Desk
from portal.editor.review import Reviewed, reviewed
from portal.editor.screens import environment

NAME = "xem-thu"
OUT = door.CommandLine(
    "Gói những trang vừa thay đổi, kể cả bản nháp, thành một tệp .zip để người khác xem trước khi "
    "đăng: chỉ cần trình duyệt. Ví dụ: python3 scripts/export.py xem-thu --ra gui-anh-ha.zip"
)
OUT.about_content()
OUT.add_argument("--ra", metavar="TỆP", type=Path, help=f"tệp .zip (mặc định: {NAME}.zip)")
OUT.add_argument(
    "--so-voi", metavar="NHÁNH", default="", help="so với nhánh này (mặc định: bản đang đăng)"
)
STYLES = door.ROOT / "web" / "desk" / "review.css"
NOTHING = "Nội dung đang giống hệt bản đang đăng: chưa có thay đổi nào để gói."


def hand_out(words: Sequence[str]) -> int:
    options = OUT.read(words)
    content, file = options.content.resolve(), options.ra or Path(f"{NAME}.zip")
    desk = Desk(content, options.ngay, lambda: "")
    door.end_as_by_hand()
    try:
        if told := refused(file):
            print(told, file=sys.stderr)
            return 1
        found = tuple(reviewed(desk, changes.since(content, options.so_voi)))
        if not found:
            print(NOTHING, file=sys.stderr)
            return 1
        raw = made(desk, found)
        tree.replace(file.absolute(), raw)
    except (changes.NoSuchState, NotBuilt) as fault:
        print(fault, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Chưa gói được: {refusal.told(error)}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng; chưa gói gì.", file=sys.stderr)
        return 130
    size = -(-len(raw) // 1024)
    print(f"Đã gói {len(found)} thay đổi vào {file} ({size} KB). Người nhận mở {pack.FIRST}.")
    return 0


class NotBuilt(Exception):
    """Why there are no pages."""


def made(desk: Desk, found: Sequence[Reviewed]) -> bytes:
    """Builds the pages and packs those that changed."""
    import builder  # takes a second: the other doors of export.py do without

    with TemporaryDirectory(prefix="portal-", ignore_cleanup_errors=True) as folder:
        site = Path(folder).resolve() / "site"
        try:
            builder.build(builder.Order(desk.content, site, desk.today, serving=True, offline=True))
        except builder.BuildFault as fault:
            raise NotBuilt(str(fault)) from None
        when = datetime.now(door.VIETNAM).strftime("%H:%M ngày %d/%m/%Y")
        return pack.packed(site, found, environment(), STYLES.read_bytes(), when)


def refused(file: Path) -> str:
    """Why that file may not be written: only an earlier preview is written over."""
    if not file.parent.is_dir():
        return f"Không có thư mục {file.parent}."
    if not file.exists():
        return ""
    try:
        with zipfile.ZipFile(file) as archive:
            is_ours = pack.FIRST in archive.namelist()
    except (OSError, zipfile.BadZipFile):
        is_ours = False
    return "" if is_ours else f"{file} đã có; xoá đi hoặc chọn tên khác bằng --ra."
