"""Whether a locked package has a vulnerability that is known, judged from a file.

The file is fetched by whoever has a network, and carried here; without it nothing can be judged,
and that is what is said: neither good nor bad.
"""

import environment

environment.enter(dev=False)

import sys
import tomllib
from datetime import timedelta
from pathlib import Path

import advisories
import door
from packages import locked

from portal.dates import day

HOME = environment.ROOT / ".cache"
PLACES = ("lo-hong", "lo-hong.zip", "lo-hong.json")
"""Where the data is looked for below `.cache/`."""
OLD = timedelta(days=60)
NO_DATA = """\
Không kiểm được: máy này không có dữ liệu lỗ hổng, nên không biết các gói đã khoá có lỗi hay không.
    Cách lấy (ở máy có mạng): git clone --depth 1 https://github.com/pypa/advisory-database
    rồi chép thư mục ấy thành .cache/lo-hong, hoặc: python3 scripts/audit.py --du-lieu THƯ-MỤC"""
LINE = door.CommandLine("Xét các gói đã khoá có lỗ hổng đã biết hay không, không cần mạng.")
LINE.add_argument(
    "--du-lieu", metavar="TỆP", type=Path, help="dữ liệu OSV: thư mục, .zip hoặc .json"
)
LINE.add_argument("--bat-buoc", action="store_true", help="không có dữ liệu thì coi là chưa đạt")


def judge(data: Path | None = None) -> bool | None:
    """Prints what is known. None where nothing could be judged."""
    data = data or next((HOME / name for name in PLACES if (HOME / name).exists()), None)
    if data is None:
        print(NO_DATA)
        return None
    packages = locked()
    try:
        found = advisories.search(data, packages)
    except advisories.DataFault as fault:
        print(f"Không kiểm được: {fault}")
        return None
    accepted = reasons()
    known = {name for one in found.advisories for name in (one.id, *one.aliases)}
    wrong = [told(one) for one in found.advisories if not accepted.keys() & {one.id, *one.aliases}]
    wrong += [f"{id}: không còn đúng gói nào; bỏ dòng này ở pyproject.toml" for id in accepted
              if id not in known]  # fmt: skip
    print("\n".join(wrong) or f"{len(packages)} gói đã khoá không có lỗ hổng đã biết.")
    print(f"Dữ liệu: {found.records} bản ghi, mới nhất ngày {day(found.newest)}.")
    if door.today() - found.newest > OLD:
        print("Dữ liệu đã cũ: lỗ hổng mới chưa có trong đó.")
    return not wrong


def reasons() -> dict[str, str]:
    """Advisories that do not touch the portal, each with the reason, from pyproject.toml."""
    settings = tomllib.loads((environment.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    accepted: dict[str, str] = settings.get("tool", {}).get("portal", {}).get("advisories", {})
    return accepted


def told(one: advisories.Advisory) -> str:
    """One line, and what to do."""
    names = ", ".join((one.id, *one.aliases))
    remedy = f"nâng lên {' hoặc '.join(one.fixed)}" if one.fixed else "chưa có bản sửa"
    return (
        f"{one.package} {one.version}: {names}\n    Cách sửa: {remedy} (python3 scripts/lock.py"
        " --nang); nếu cổng không bị ảnh hưởng thì ghi mã và lý do vào [tool.portal.advisories]"
    )


def main() -> int:
    options = LINE.read()
    outcome = judge(options.du_lieu)
    return 1 if outcome is False or (outcome is None and options.bat_buoc) else 0


if __name__ == "__main__":
    sys.exit(main())
