"""Write LICENCES.md anew: the licence of everything others made that the portal runs on, is tested
with, or hands to readers."""

import environment

environment.enter(dev=True)

import json
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import door
import vendor
from packages import locked

FILE = environment.ROOT / "LICENCES.md"
LINE = door.CommandLine("Viết lại LICENCES.md từ các gói đã cài và tệp khoá.")
HEAD = """\
# Giấy phép của những gì người khác làm

Máy viết tệp này: `python3 scripts/licences.py`.

- «trang»: có mặt trong trang gửi tới người đọc;
- «chạy»: cần để dựng trang;
- «kiểm thử»: chỉ người sửa mã dùng.

| Gói | Bản | Giấy phép | Dùng để | Nơi phát triển |
|---|---|---|---|---|
"""
RUN, TEST, SITE = "chạy", "kiểm thử", "trang"
UNKNOWN = "CHƯA RÕ"
CLASSIFIED = "License :: OSI Approved :: "
SPDX = {
    "Apache Software License": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Names that metadata uses for what SPDX calls otherwise."""
VAGUE = ("BSD License", "UNKNOWN")
READ = {
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "Jinja2": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
}
"""Packages whose metadata is silent or vague: read in the text of the licence they bring."""
LONG = 40
"""A «licence» from so many letters on is the whole text."""
BUNDLED = "web/package-lock.json"
"""What is no tool of developers there goes into bundles."""
NPM_LOCKS = (
    BUNDLED,
    "tests/html/package-lock.json",
    "bench/marks/peers/package-lock.json",
    "bench/search/peers/package-lock.json",
)
AXE = ("axe-core", "MPL-2.0", "https://github.com/dequelabs/axe-core")
"""Comes inside axe-playwright-python."""
FONTS = ("OFL-1.1", "https://github.com/bettergui/BeVietnamPro")


class Row(NamedTuple):
    name: str
    version: str
    licence: str
    use: str
    home: str


def rows() -> list[Row]:
    """Everything, what readers get first."""
    return [*fonts(), *python_packages(), axe(), *npm_packages()]


def python_packages() -> Iterator[Row]:
    for one in locked():
        told = metadata.metadata(one.name)
        use = RUN if one.runs else TEST
        yield Row(one.name, one.version, licence(told), use, home(told))


def licence(told: metadata.PackageMetadata) -> str:
    """The expression of the metadata; else a short name; else what the classifiers say."""
    classes = told.get_all("Classifier") or ()
    classified = [one.removeprefix(CLASSIFIED) for one in classes if one.startswith(CLASSIFIED)]
    short = [one for one in told.get_all("License") or () if len(one) < LONG and one not in VAGUE]
    names = [SPDX.get(one, one) for one in short or classified if one not in VAGUE]
    return told["License-Expression"] or " AND ".join(names) or READ.get(told["Name"], UNKNOWN)


def home(told: metadata.PackageMetadata) -> str:
    """Where it is developed: its sources, else its own pages."""
    links = dict(one.split(", ", 1) for one in told.get_all("Project-URL") or ())
    named = {name.lower().replace("-", " "): url for name, url in links.items()}
    wanted = ("source", "source code", "repository", "github", "code", "homepage", "home")
    found = next((named[name] for name in wanted if name in named), told["Home-page"] or "")
    return found or next(iter(links.values()), "")


def npm_packages() -> Iterator[Row]:
    for path in NPM_LOCKS:
        lock = json.loads((environment.ROOT / path).read_text(encoding="utf-8"))
        for place, told in lock["packages"].items():
            if place:
                name = place.rpartition("node_modules/")[2]
                use = SITE if path == BUNDLED and not told.get("dev") else TEST
                yield Row(name, told["version"], told.get("license", UNKNOWN), use, "npm")


def axe() -> Row:
    """The version stands in the first line of the script."""
    place = metadata.distribution("axe-playwright-python").locate_file("axe_playwright_python")
    first = (Path(str(place)) / "axe.min.js").read_text(encoding="utf-8").partition("\n")[0]
    name, spdx, url = AXE
    return Row(name, first.rpartition(" v")[2].strip(), spdx, TEST, url)


def fonts() -> Iterator[Row]:
    for package in vendor.PARTS:
        name, _, version = package.rpartition("@")
        yield Row(name, version, FONTS[0], SITE, FONTS[1])


def table() -> str:
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows())


def main() -> int:
    LINE.read()
    FILE.write_text(table(), encoding="utf-8", newline="\n")
    unknown = [row.name for row in rows() if row.licence == UNKNOWN]
    if unknown:
        print(f"Chưa rõ giấy phép của: {', '.join(unknown)}.", file=sys.stderr)
        print("    Cách sửa: đọc giấy phép trong gói, rồi ghi vào READ.", file=sys.stderr)
        return 1
    print(f"Đã ghi giấy phép của {len(rows())} gói vào {FILE.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
