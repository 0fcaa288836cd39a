"""Make the project's private environment and go on inside it.

In: a lock with hashes. Out: `.venv` holding just those packages, and the calling script running
there. Runs before anything is installed and on whatever Python the machine has: so it uses the
standard library only, and Python 3.8 must still read it, to be told that it is too old.
"""

from __future__ import annotations

import atexit
import errno
import gc
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import console

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
RUN_LOCK, DEV_LOCK = "requirements.lock", "requirements-dev.lock"
SUCCESSOR_LOCK = "requirements-properdocs.lock"
"""What `successor.py` builds with, in an environment of its own."""
CALENDARS_LOCK = "requirements-lich.lock"
"""What `calendars.py` reads with, in an environment of its own."""
PATIENCE = 900.0
"""Seconds to wait while another command makes the environment."""
AGAIN = f"rồi chạy lại: python3 {' '.join(sys.argv[:1])}"


class SetupFault(Exception):
    """The environment cannot be made: what is wrong, and what the person should do."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"Chưa chuẩn bị được môi trường: {what}\n    Cách sửa: {remedy}")


def enter(dev: bool) -> None:
    """Return only inside an environment that serves; else say why not and end with 1.

    A development environment also serves building and serving, never the other way round.
    """
    console.speak()
    try:
        if prepare(ROOT, dev) or not inside(ROOT):
            go_on_with(python_of(ROOT))
        refuse_unreadable()
    except SetupFault as fault:
        print(fault, file=sys.stderr)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        print("\nĐã dừng giữa chừng; lần chạy sau sẽ chuẩn bị lại từ đầu.", file=sys.stderr)
        raise SystemExit(130) from None
    # A room goes before the door of its name: `bench/` before `scripts/bench.py`.
    sys.path.insert(0, str(ROOT))
    # At its end Python looks through all that is left, to take it away piece by piece; the system
    # takes it away at once.
    atexit.register(gc.freeze)


def prepare(root: Path, dev: bool) -> bool:
    """Make the environment match the lock; True if anything had to be done.

    The stamp goes first and comes back last: without it the environment is unfinished and is
    thrown away. Only a finished one of the same lock is kept when the tools are added to it.
    """
    refuse_unfit_python()
    try:
        if serves(root, dev):
            return False
        with alone(root):
            if not serves(root, dev):  # another command made it meanwhile
                make(root, dev)
    except OSError as error:
        raise explain_system(error) from error
    return True


def serves(root: Path, dev: bool) -> bool:
    """Is the environment of the locks there, whole?"""
    present = stamped(root)
    return present == stamp_text(root, True) or (not dev and present == stamp_text(root, False))


def stamped(root: Path) -> str:
    """What the environment says it was made from; nothing where it is unfinished."""
    stamp = root / ".venv" / "portal.stamp"
    return stamp.read_text() if stamp.is_file() and python_of(root).exists() else ""


def make(root: Path, dev: bool) -> None:
    """The environment, from nothing or from one that only lacks the tools."""
    present, stamp = stamped(root), root / ".venv" / "portal.stamp"
    if present:
        stamp.unlink()
    if present != stamp_text(root, dev=False):
        create(root)
    install(root, dev)
    stamp.write_text(stamp_text(root, dev))


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Two commands on a fresh machine would make one environment between them."""
    import claim  # not for a Python too old, which is refused before

    def wait(holder: str) -> None:
        print(f"Môi trường đang được {holder} chuẩn bị: chờ xong…", flush=True)

    lock = root / ".venv.khoa"
    try:
        with claim.claim(lock, PATIENCE, wait):
            yield
    except claim.Held as fault:
        raise SetupFault(
            f"{fault} đã chuẩn bị nó rất lâu mà chưa xong.", f"dừng tiến trình ấy, {AGAIN}"
        ) from None
    except claim.NotOurs:
        raise SetupFault(f"«{lock}» không phải tệp khoá của cổng.", f"xoá nó, {AGAIN}") from None


def stamp_text(root: Path, dev: bool) -> str:
    """What an environment was made from: both locks, the Python, with or without the tools."""
    locks = b"".join((root / name).read_bytes() for name in (RUN_LOCK, DEV_LOCK))
    parts = (hashlib.sha256(locks).hexdigest(), sys.implementation.cache_tag, "dev" * dev)
    return "\n".join(str(part) for part in parts)


def refuse_unfit_python() -> None:
    """The oldest Python that serves, with the parts Debian ships apart from it."""
    if sys.version_info < OLDEST:
        raise SetupFault(
            f"cần Python {OLDEST[0]}.{OLDEST[1]} trở lên, máy đang dùng"
            f" {sys.version_info[0]}.{sys.version_info[1]} ({sys.executable}).",
            "cài Python mới hơn (python.org, apt hoặc brew), rồi gọi đúng tên bản đó,"
            f" ví dụ: python3.12 {' '.join(sys.argv[:1])}",
        )
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise SetupFault(
            "Python này thiếu phần tạo môi trường riêng (venv, ensurepip).",
            f"Debian/Ubuntu: sudo apt-get install -y python3-venv, {AGAIN}",
        )


def create(root: Path) -> None:
    """An empty environment in place of whatever stands there."""
    import venv  # not needed on the everyday start, which has to be quick

    folder = root / ".venv"
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    try:
        venv.EnvBuilder(with_pip=True, symlinks=os.name == "posix").create(folder)
    except subprocess.CalledProcessError as error:
        raise explain_pip((error.output or b"").decode("utf-8", "replace")) from error
    # Puts the project on the path without a build backend, as an installed package would need.
    # Relative, so that the folder can be moved, and so that its name may hold any letter.
    packages = Path(paths_of(root)["purelib"])
    (packages / "portal-root.pth").write_text(os.path.relpath(root, packages))


def install(root: Path, dev: bool) -> None:
    """Exactly what the lock names; pip refuses any file whose hash is not in it."""
    lock = root / (DEV_LOCK if dev else RUN_LOCK)
    count = sum(line[:1].isalnum() for line in lock.read_text(encoding="utf-8").splitlines())
    print(f"Đang chuẩn bị môi trường: {count} gói, chỉ lần đầu, mất chừng một phút…", flush=True)
    pip = [str(python_of(root)), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    done = subprocess.run(
        [*pip, "install", "--quiet", "--require-hashes", "--requirement", str(lock)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise explain_pip(done.stderr)


def explain_pip(output: str) -> SetupFault:
    """The reason behind pip's words, as far as they show one."""
    if "DO NOT MATCH THE HASHES" in output:
        return SetupFault(
            "một gói tải về không khớp mã băm trong tệp khoá, nên không được cài.",
            f"tải lại: xoá bộ đệm bằng «pip cache purge», {AGAIN}; nếu còn lỗi thì kho gói đang"
            " dùng (PIP_INDEX_URL) đưa tệp khác bản gốc, hãy báo người phụ trách kỹ thuật",
        )
    if "No space left" in output:
        return explain_system(OSError(errno.ENOSPC, ""))
    if "Permission denied" in output:
        return explain_system(OSError(errno.EACCES, ""))
    network = ("NewConnectionError", "ConnectionError", "Max retries", "timed out", "SSLError")
    if any(word in output for word in (*network, "Could not find a version", "ProxyError")):
        return SetupFault(
            "không tải được gói từ kho gói Python.",
            "kiểm tra mạng; nếu phải qua máy chủ trung gian thì đặt HTTPS_PROXY, có kho gói nội bộ"
            f" thì đặt PIP_INDEX_URL; {AGAIN}",
        )
    lines = output.strip().splitlines()
    reasons = [line for line in lines[:-3] if line.lstrip().startswith("ERROR")]
    tail = "".join(f"\n      {line}" for line in (*reasons[-2:], *lines[-3:]))
    return SetupFault(
        f"pip dừng vì một lý do khác:{tail}",
        f"xoá thư mục .venv, {AGAIN}; nếu còn lỗi, gửi các dòng trên cho người phụ trách kỹ thuật",
    )


def explain_system(error: OSError) -> SetupFault:
    """The operating system's refusal, in words."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SetupFault("ổ đĩa đã đầy.", f"dọn chừng 1 GB, {AGAIN}")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return SetupFault(
            "không được phép ghi vào thư mục .venv của dự án, hoặc không được phép đọc nó.",
            "đóng chương trình đang dùng .venv, kiểm tra quyền của thư mục dự án; .venv thuộc người"
            f" khác thì xoá nó, hoặc chép dự án về thư mục của mình, {AGAIN}",
        )
    return SetupFault(f"hệ thống báo: {error}.", f"xử lý điều trên, xoá thư mục .venv, {AGAIN}")


def paths_of(root: Path) -> dict[str, str]:
    """Where the environment keeps programs and packages: the name differs by system."""
    folder = str(root / ".venv")
    return sysconfig.get_paths("venv", {"base": folder, "platbase": folder})


def python_of(root: Path) -> Path:
    """The environment's own Python."""
    name = "python.exe" if os.name == "nt" else "python"
    return Path(paths_of(root)["scripts"]) / name


def inside(root: Path) -> bool:
    """Is this process already running in the environment?"""
    folder = root / ".venv"
    return folder.exists() and Path(sys.prefix).samefile(folder)


def refuse_unreadable() -> None:
    """Packages that another user keeps to himself are as good as missing."""
    if not importlib.util.find_spec("mkdocs") or not importlib.util.find_spec("portal"):
        raise explain_system(PermissionError(errno.EACCES, ""))


def go_on_with(python: Path) -> NoReturn:
    """Run the same command again, by the given Python."""
    os.environ["PYTHONUTF8"] = "1"  # pipes and files on Windows too
    os.environ.pop("PYTHONHOME", None)  # it would lead back out of the environment, for ever
    command = [str(python), *sys.orig_argv[1:]]
    sys.stdout.flush()
    if os.name == "posix":
        try:
            os.execv(command[0], command)
        except OSError as error:
            raise explain_system(error) from error
    # Windows has no exec: its version returns to the prompt while the new process still runs.
    with subprocess.Popen(command) as child:
        while True:
            try:
                sys.exit(child.wait())
            except KeyboardInterrupt:
                continue  # the child got it too, and ends in its own way
