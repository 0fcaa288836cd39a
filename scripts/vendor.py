"""Bring what others made into overrides/: pinned npm packages, only the files that are used, of a
face only the letters that are used (`faces`).

In: npm, as this machine has it configured. Out: the same bytes every time, or a refusal. Run only
to add or raise a version; what it writes is committed, so building and serving need no npm.
"""

import environment

environment.enter(dev=True)

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import faces

ASSETS = Path(__file__).resolve().parent.parent / "overrides" / "assets"

# Package and version → file inside it → (place below overrides/assets, SHA-256 of what is inside).
PARTS: dict[str, dict[str, tuple[str, str]]] = {
    # SIL Open Font License 1.1, no reserved name: the licence text travels with the files.
    "@expo-google-fonts/be-vietnam-pro@0.4.1": {
        "LICENSE_FONT": (
            "fonts/LICENSE",
            "6b7f8f73609a25ea78c891e34cf37b06f8a676b7ea986e941e43b009110f2a85",
        ),
        "400Regular/BeVietnamPro_400Regular.ttf": (
            "fonts/be-vietnam-400.woff2",
            "cb6f53d6fd56316356c55b067474d9621c27b7182b124063b8f6eab6acef63bd",
        ),
        "600SemiBold/BeVietnamPro_600SemiBold.ttf": (
            "fonts/be-vietnam-600.woff2",
            "04db63d2a82dd4bb35ba25e00dab1d12febcd0e917856b174b71a24d6f0c9afa",
        ),
        "400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf": (
            "fonts/be-vietnam-400-italic.woff2",
            "bc0269af52f3628c6191f427fc28fc89099fde6ab2de50e691de3078ca312f49",
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
            cut = faces.parts(found[name]) if target.suffix == ".woff2" else {"": found[name]}
            for end, made in cut.items():
                file = target.with_stem(target.stem + end)
                file.write_bytes(made)
                print(f"{file.relative_to(ASSETS.parent.parent)}: {len(made)} byte")
    return 0


if __name__ == "__main__":
    sys.exit(main())
