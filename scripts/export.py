"""Hand the pages to another builder: Markdown files, assets and the menu, in a plain folder."""

import environment

environment.enter(dev=False)

import json
import sys
from pathlib import Path

import door

from portal import views
from portal.addresses import unplain
from portal.problem import errors, report
from portal.road import judge

MENU = "menu.json"
LINE = door.CommandLine("Xuất mọi trang thành thư mục Markdown cho bộ dựng khác.")
LINE.about_content()
LINE.add_argument("--ra", metavar="DIR", type=Path, required=True, help="thư mục đích, phải trống")


def main() -> int:
    options = LINE.read()
    if options.ra.exists() and any(options.ra.iterdir()):
        print(f"«{options.ra}» không trống: hãy chọn thư mục khác.", file=sys.stderr)
        return 1
    library, problems = judge(options.content, options.ngay)
    if errors(problems):
        print(report(problems), file=sys.stderr)
        return 1
    edition = views.draw(library)
    faults = [f"{path}: {why}." for path, why in unplain([*edition.paths, MENU])]
    if faults:
        print("Có kết quả không được ghi ra:", *faults, sep="\n", file=sys.stderr)
        return 1
    for page in edition.pages:
        head = {"title": page.title, "description": page.description}
        told = {"tags": page.tags, "data": page.data} if page.data else {}
        matter = json.dumps(head | told, ensure_ascii=False)
        write(options.ra / page.source_path, f"---\n{matter}\n---\n\n{page.html}\n".encode())
    for asset in edition.assets:
        write(options.ra / asset.path, asset.content)
    for copy in edition.copies:
        write(options.ra / copy.path, copy.file.read_bytes())
    write(options.ra / MENU, json.dumps(edition.menu, ensure_ascii=False, indent=2).encode())
    print(f"Đã xuất {len(edition.pages)} trang vào {options.ra}.")
    return 0


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
