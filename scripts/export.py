"""Hand the pages to another builder: Markdown files, assets and the menu, in a plain folder; the
table of chỉ tiêu to editors: `bang-chi-tieu`; or what changed to a colleague: `xem-thu`."""

import environment

environment.enter(dev=False)

import json
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import door
import indicators
import inventory
import refusal
import review
import swap
import target
import yaml

from portal import views
from portal.addresses import forbidden
from portal.problem import errors, report
from portal.road import judge
from portal.views.outputs import Asset

MENU = "menu.json"
DOORS = {indicators.NAME: indicators.hand_out, review.NAME: review.hand_out}
LINE = door.CommandLine(
    "Xuất mọi trang thành thư mục Markdown cho bộ dựng khác. Việc khác: export.py "
    f"{indicators.NAME} (bảng chỉ tiêu để sửa trong Excel), export.py {review.NAME} (gói những "
    "trang vừa thay đổi cho người khác xem trước khi đăng).",
    "export.py --ra xuat",
)
LINE.about_content()
LINE.add_argument("--ra", metavar="DIR", type=Path, required=True, help="thư mục đích, phải trống")


def main() -> int:
    if does := DOORS.get("".join(sys.argv[1:2])):
        return does(sys.argv[2:])
    options = LINE.read()
    door.end_as_by_hand()
    try:
        folder = target.lawful(options.ra, options.content)
        inventory.refuse_filled(folder)
        library, problems = judge(options.content, options.ngay)
        if errors(problems):
            print(report(problems), file=sys.stderr)
            return 1
        programme = views.plan(views.Inputs(library, feed_name=feed_name()))
        files = tuple(programme.files()[0])
        paths = [*programme.paths, *(asset.path for asset in files), MENU]
        if told := forbidden(paths):
            print(told, file=sys.stderr)
            return 1
        empty = partial(inventory.refuse_filled, folder)
        with swap.replacing(folder, empty, partial(door.say_waiting, folder)) as fresh:
            hand_over(programme, files, fresh)
    except target.BadTarget as fault:
        print(fault, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"Chưa xuất được: {refusal.told(error)}.", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"Đã dừng; {options.ra} vẫn nguyên vẹn.", file=sys.stderr)
        return 130
    print(f"Đã xuất {len(programme.plans)} trang vào {options.ra}.")
    return 0


def feed_name() -> str:
    """As the settings of the site have it: ids in feeds are the same whoever builds."""
    told = yaml.safe_load((environment.ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return str(told["extra"].get("feed_name") or "")


def hand_over(programme: views.Programme, files: Iterable[Asset], folder: Path) -> None:
    """Every output as a file, and the menu."""
    for plan in programme.plans:
        page, beside = programme.draw(plan)
        head = {"title": page.title, "description": page.description}
        told = {"tags": page.tags, "data": page.data} if page.data else {}
        matter = json.dumps(head | told, ensure_ascii=False)
        write(folder / plan.source_path, f"---\n{matter}\n---\n\n{page.html}\n".encode())
        for asset in beside:
            write(folder / asset.path, asset.content)
    for asset in files:
        write(folder / asset.path, asset.content)
    for copy in programme.copies:
        write(folder / copy.path, copy.file.read_bytes())
        copy.refuse_changed()
    write(folder / MENU, json.dumps(programme.menu, ensure_ascii=False, indent=2).encode())


def write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
