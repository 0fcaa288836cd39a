"""From a Word file, a PDF, a pasted text to a draft entry, with an account of what became of it; or
from the table of chỉ tiêu back to the sets: `bang-chi-tieu`; or from a table to entries: `bang`."""

import environment

environment.enter(dev=False)

import sys
from argparse import Namespace
from pathlib import Path

import door
import indicators
import refusal
import tables

from portal.intake import report
from portal.intake.importing import Imported, published, take
from portal.intake.opening import Opened, open_file, pasted
from portal.intake.writing import write
from portal.library import Library
from portal.problem import Fault
from portal.road import load

LINE = door.CommandLine(
    "Nhập văn bản từ tệp Word, PDF, chữ: đọc số, ngày, cơ quan, điều khoản, viết một mục nháp, "
    "đính kèm bản gốc. Bảng Excel: import.py bang-tinh --help. "
    "Ví dụ: python3 scripts/import.py ~/Downloads/ke-hoach.docx --xem-truoc"
)
LINE.add_argument(
    "tep",
    metavar="TỆP",
    nargs="+",
    help="tệp .docx, .doc, .pdf, .txt, .md, .html; - là chữ dán vào",
)
LINE.add_argument("--xem-truoc", action="store_true", help="chỉ xem đọc được gì, không ghi tệp nào")
LINE.add_argument(
    "--thay-doi",
    choices=("nhan", "bo"),
    help="tệp Word còn thay đổi đang theo dõi: «nhan» coi như đã sửa, «bo» coi như chưa sửa",
)
LINE.add_argument(
    "--dang",
    action="store_true",
    help="đã soát bằng --xem-truoc: viết thành mục được đăng, không để bản nháp",
)
LINE.add_argument(
    "--van-nhap", action="store_true", help="nhập cả khi cổng đã có văn bản này, thành mục khác"
)
LINE.about_content()


def main() -> int:
    if sys.argv[1:2] == [indicators.NAME]:
        return indicators.take_in(sys.argv[2:])
    if sys.argv[1:2] == [tables.NAME]:
        return tables.take_in(sys.argv[2:])
    options = LINE.read()
    library, _ = load(options.content, options.ngay, drafts=True)
    done = [_import(name, options, library) for name in options.tep]
    return 0 if all(done) else 1


def _import(name: str, options: Namespace, library: Library) -> bool:
    try:
        opened = _opened(name, accept=options.thay_doi != "bo")
        found = take(opened, library, options.content, options.ngay)
        if options.dang:
            found = published(found)
        print(report.report(found))
        if why := _refused(found, options):
            print(f"\n{why}", file=sys.stderr)
            return False
        if not options.xem_truoc:
            _write(found, options.content, is_published=options.dang)
    except Fault as fault:
        told = f"{door.shown(name)}: {fault.text} [{fault.rule}]\n    Cách sửa: {fault.remedy}"
        print(told, file=sys.stderr)
        return False
    except OSError as fault:
        print(
            f"{door.shown(name)}: không đọc hoặc không ghi được: {refusal.said(fault)}.",
            file=sys.stderr,
        )
        return False
    if options.xem_truoc:
        print("\nXem trước, chưa ghi gì. Nhập: chạy lại lệnh này, bỏ --xem-truoc;")
        print("đã soát và muốn đăng luôn thì thay bằng --dang.")
    return True


def _opened(name: str, *, accept: bool) -> Opened:
    if name == "-":
        return pasted(sys.stdin.buffer.read())
    return open_file(Path(name).expanduser(), accept=accept)


def _refused(found: Imported, options: Namespace) -> str:
    """What the editor has to decide first; empty where nothing is left to decide."""
    changes = found.opened.transcript.changes
    if changes and options.thay_doi is None:
        told = report.changes(found.opened.transcript)
        ask = "Chưa nhập" if not options.xem_truoc else "Muốn nhập"
        return (
            f"Tệp còn {len(changes)} thay đổi đang theo dõi (Track Changes):\n{told}\n{ask}: chạy "
            "lại với --thay-doi nhan (coi như đã sửa) hoặc --thay-doi bo (coi như chưa sửa)."
        )
    if options.van_nhap:
        return ""
    if found.again:
        return f"Tệp này đã nhập: {found.again}. Muốn nhập thêm lần nữa thì thêm --van-nhap."
    if twins := [one.twin for one in found.imports if one.twin]:
        told = ", ".join(twins)
        return f"Cổng đã có văn bản này: {told}. Muốn nhập thành mục khác thì thêm --van-nhap."
    return ""


def _write(found: Imported, content: Path, *, is_published: bool) -> None:
    write(found, content)
    paths = ", ".join(one.path for one in found.imports)
    print(f"\nĐã viết {paths}" + (f", bản gốc ở {found.original}." if found.original else "."))
    print("Việc tiếp theo:")
    if is_published:
        print("  Kiểm: python3 scripts/check.py --chi noi-dung; dựng: python3 scripts/build.py")
        return
    print("  1. Mở tệp ấy, soát từng khoá có dòng «Nên xem lại», điền tom_tat, linh_vuc.")
    print("  2. Kiểm: python3 scripts/check.py --chi noi-dung; xem: python3 scripts/serve.py")
    print("  3. Soát xong với bản gốc thì đổi chat_luong_ban (các mã ở")
    print("     data/_danh-muc/chat-luong-ban.yml), xoá dòng trang_thai: nhap, rồi gửi đi.")


if __name__ == "__main__":
    sys.exit(main())
