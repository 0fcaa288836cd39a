"""Bring what others made into overrides/: pinned npm packages, only the files that are used.

In: npm, as this machine has it configured. Out: the same bytes every time, or a refusal. Run only
to add or raise a version; what it writes is committed, so building and serving need no npm.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ASSETS = Path(__file__).resolve().parent.parent / "overrides" / "assets"

# Package and version → file inside it → (place below overrides/assets, SHA-256).
PARTS: dict[str, dict[str, tuple[str, str]]] = {
    # SIL Open Font License 1.1: the licence text travels with the files.
    "@fontsource/public-sans@5.3.0": {
        "LICENSE": (
            "fonts/LICENSE",
            "705a497c781f6463ff819abb513bb495f3fb05256f1d20321e3275813c0bafa5",
        ),
        "files/public-sans-latin-400-normal.woff2": (
            "fonts/latin-400.woff2",
            "36274b5787b4f03b27e65ae971d6c808a96838ccd60c9dabaee154889b6bba82",
        ),
        "files/public-sans-vietnamese-400-normal.woff2": (
            "fonts/vietnamese-400.woff2",
            "f1c77775b365f4e78a6566f50c9b7bbbc89e17db85c000897050d34c68bc40ff",
        ),
        "files/public-sans-latin-600-normal.woff2": (
            "fonts/latin-600.woff2",
            "c7842f97346df1b3b470e9d71acde90f132dd858508ec5ae6606401e5d0938f7",
        ),
        "files/public-sans-vietnamese-600-normal.woff2": (
            "fonts/vietnamese-600.woff2",
            "80d02b23f2b0c071ad2409a8a1c51fd498b95685030fd1d8916782921670bd15",
        ),
        "files/public-sans-latin-400-italic.woff2": (
            "fonts/latin-400-italic.woff2",
            "e9110763c65b780c1282c9ee7c7acf152b16aec93d75ba2e6e8831f74c7233a7",
        ),
        "files/public-sans-vietnamese-400-italic.woff2": (
            "fonts/vietnamese-400-italic.woff2",
            "61d4903622aba0a9471b0a5a32d4f8d3c496a575baac0600217df10627e05d95",
        ),
    },
}


def fetch(package: str, folder: Path) -> Path:
    """The unpacked package, through the npm client of this machine."""
    npm = shutil.which("npm")
    if not npm:
        sys.exit("Không thấy npm. Cài Node.js rồi chạy lại; chỉ lệnh này cần npm.")
    told = subprocess.run(
        [npm, "pack", "--silent", package], cwd=folder, stdout=subprocess.PIPE, text=True
    )
    if told.returncode:
        sys.exit(f"npm không lấy được {package}; lý do ở trên.")
    with tarfile.open(folder / told.stdout.split()[-1]) as archive:
        archive.extractall(folder, filter="data")
    return folder / "package"


def main() -> int:
    """Nothing is written unless every file of a package is the one that was pinned."""
    for package, parts in PARTS.items():
        with tempfile.TemporaryDirectory() as temporary:
            unpacked = fetch(package, Path(temporary))
            found = {name: (unpacked / name).read_bytes() for name in parts}
        wrong = [
            name for name in parts if hashlib.sha256(found[name]).hexdigest() != parts[name][1]
        ]
        if wrong:
            print(f"{package}: tệp khác với bản đã ghim: {', '.join(wrong)}", file=sys.stderr)
            return 1
        for name, (place, _) in parts.items():
            target = ASSETS / place
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(found[name])
            print(f"{target.relative_to(ASSETS.parent.parent)}: {len(found[name])} byte")
    return 0


if __name__ == "__main__":
    sys.exit(main())
