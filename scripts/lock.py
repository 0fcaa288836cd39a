"""Write the locks anew from pyproject.toml: what the portal runs on, that with the tools, that with
the builder that may follow MkDocs, and another reader of calendars alone."""

import environment

environment.enter(dev=True)

import subprocess
import sys

import door

LINE = door.CommandLine("Viết lại các tệp khoá từ pyproject.toml.")
LINE.add_argument("--nang", action="store_true", help="nâng mọi gói lên bản mới nhất được phép")


PROJECT = "pyproject.toml"


def lock(name: str, *words: str) -> None:
    """One lock for every system and every Python that serves, with the hash of every file.

    One version of each package for all: another Markdown extension would give other bytes.
    """
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet"]
    command += ["--universal", "--python-version", "3.11", "--fork-strategy", "fewest"]
    command += ["--generate-hashes", "--no-annotate", "--no-emit-index-url"]
    command += ["--custom-compile-command", "python3 scripts/lock.py", "--output-file", name]
    subprocess.run([*command, *words], cwd=environment.ROOT, check=True)


def main() -> int:
    upgrade = ["--upgrade"] if LINE.read().nang else []
    try:
        lock(environment.RUN_LOCK, PROJECT, *upgrade)
        same = (PROJECT, "--constraint", environment.RUN_LOCK, *upgrade)
        lock(environment.DEV_LOCK, "--group", "dev", *same)
        lock(environment.SUCCESSOR_LOCK, "--group", "successor", *same)
        lock(environment.CALENDARS_LOCK, "--group", "calendars", *upgrade)
    except subprocess.CalledProcessError:
        print("Chưa viết được tệp khoá; lý do ở trên.", file=sys.stderr)
        return 1
    print("Đã viết các tệp khoá; chạy tiếp scripts/licences.py, rồi scripts/check.py.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
