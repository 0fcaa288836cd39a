"""What the tests need of the machine: a real browser and, where they can be had, nginx and Node.

In: nothing. Out: where these programs are, after fetching them the way that fits the machine.
Knows nothing of the tests.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LIGHT_BROWSER = "chromium-headless-shell"
"""The same Chromium without windows, as Debian packages it: opens pages in a third of the time."""
BROWSERS = (
    *(LIGHT_BROWSER, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    *("chrome", "microsoft-edge", "microsoft-edge-stable", "msedge"),
)
MAC_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
WINDOWS_PLACES = (
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
)
NO_BROWSER = (
    "Không có trình duyệt để chạy kiểm thử, và cũng không tải được.\n"
    "    Cách sửa: cài Chrome, Chromium hoặc Edge; hoặc đặt biến CHROMIUM là đường dẫn đến"
    " chương trình ấy, rồi chạy lại"
)
NO_NGINX = "máy này không có nginx; trên Debian/Ubuntu: sudo apt-get install nginx"
OFFICES = ("soffice", "libreoffice")
MAC_OFFICE = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
WINDOWS_OFFICE = r"C:\Program Files\LibreOffice\program\soffice.exe"
NO_OFFICE = (
    "máy này không có LibreOffice để mở thử tệp Word;"
    " trên Debian/Ubuntu: sudo apt-get install libreoffice-writer-nogui"
)
HTML_READER = Path(__file__).resolve().parent.parent / "tests" / "html"
"""html-validate, pinned by a lock of its own: only the tests use it."""
OLDEST_NODE = (20, 19)
NO_NODE = "máy này không có Node.js từ 20.19 kèm npm"
NO_HTML_READER = f"{NO_NODE} để đọc lại trang theo chuẩn HTML"
POLICY = Path("/usr/sbin/policy-rc.d")


def find_browser() -> Path | None:
    """A Chrome, Chromium or Edge that starts; the variable CHROMIUM goes before all others."""
    return next((path for path in browser_places() if starts(path)), None)


def browser_places() -> Iterator[Path]:
    """Where a browser may be, the most wanted first; Playwright is asked last, being slow."""
    if chosen := os.environ.get("CHROMIUM"):
        yield Path(chosen)
    yield from (Path(found) for name in BROWSERS if (found := shutil.which(name)))
    if sys.platform == "darwin":
        yield from map(Path, MAC_PLACES)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if folder := os.environ.get(variable):
            yield from (Path(folder, place) for place in WINDOWS_PLACES)
    yield playwright_browser()


def playwright_browser() -> Path:
    """Where Playwright keeps its own Chromium, or would, had it fetched one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def starts(browser: Path) -> bool:
    """Ubuntu has a `chromium-browser` that only advises to install another one."""
    if not browser.is_file():
        return False
    if sys.platform == "win32":  # asking Chrome for its version there opens a window
        return True
    return quietly(str(browser), "--version")


def get_browser() -> Path | None:
    """The browser of this machine; fetched if there is none, None if that fails."""
    if (found := find_browser()) is not None:
        return found
    print("Chưa có trình duyệt: đang cài Chromium…", flush=True)
    if is_root() and system() == "debian":
        fetched = apt_install(LIGHT_BROWSER) or apt_install("chromium")
    else:
        extra = ["--with-deps"] if is_root() and has_apt() else []
        command = [sys.executable, "-m", "playwright", "install", *extra, "chromium"]
        fetched = subprocess.run(command, check=False).returncode == 0
    return find_browser() if fetched else None


def find_nginx() -> Path | None:
    """Debian keeps it where an ordinary user's PATH does not look."""
    path = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
    found = shutil.which("nginx", path=path)
    return Path(found) if found else None


def get_nginx() -> Path | None:
    """The nginx of this machine; fetched only where one command does it without a question."""
    if find_nginx() is None and can_install():
        print("Chưa có nginx: đang cài…", flush=True)
        with no_service_starts():
            apt_install("nginx")
    return find_nginx()


def can_install() -> bool:
    """May a missing nginx be blamed on us, or is it the machine's way?"""
    return is_root() and has_apt()


def find_office() -> Path | None:
    """LibreOffice, which opens the Word files of documents in the tests."""
    found = next((path for name in OFFICES if (path := shutil.which(name))), None)
    places = (Path(place) for place in (MAC_OFFICE, WINDOWS_OFFICE))
    return Path(found) if found else next((place for place in places if place.is_file()), None)


def get_office() -> Path | None:
    """The same; fetched only where one command does it without a question (some 260 MB)."""
    if find_office() is None and can_install():
        print("Chưa có LibreOffice: đang cài…", flush=True)
        apt_install("libreoffice-writer-nogui")
    return find_office()


def find_html_reader() -> list[str] | None:
    """The command that judges HTML files, once it was fetched and as it is pinned."""
    program = HTML_READER / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    node = shutil.which("node")
    return [node, str(program)] if node and has_modules(HTML_READER) else None


def get_html_reader() -> list[str] | None:
    """The same, fetched by npm where Node.js is new enough."""
    if can_get_html_reader():
        get_modules(HTML_READER, "bộ đọc HTML (html-validate)")
    return find_html_reader()


def can_get_html_reader() -> bool:
    """Is there a Node.js for it? An older one is no fault of ours."""
    return find_node() is not None


def find_node() -> str | None:
    """Node.js with npm, new enough for what we have it do."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return None
    told = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    numbers = told.stdout.strip().lstrip("v").split(".")[:2]
    fit = all(one.isdigit() for one in numbers) and tuple(map(int, numbers)) >= OLDEST_NODE
    return node if fit else None


def has_modules(folder: Path) -> bool:
    """Are the packages there that the lock of the folder names?"""
    lock, fetched = folder / "package-lock.json", folder / "node_modules" / ".package-lock.json"
    return fetched.is_file() and fetched.stat().st_mtime >= lock.stat().st_mtime


def get_modules(folder: Path, what: str) -> bool:
    """The same, after npm fetched just those, file by file as the lock has their digests."""
    npm = shutil.which("npm")
    if npm and not has_modules(folder):
        print(f"Đang lấy {what}…", flush=True)
        words = ("ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund")
        subprocess.run([npm, *words], cwd=folder, check=False)
    return has_modules(folder)


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0


def has_apt() -> bool:
    return shutil.which("apt-get") is not None


def system() -> str:
    """`debian`, `ubuntu`, …; empty where the system does not say."""
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


def apt_install(package: str) -> bool:
    """Install a Debian package; on failure its own words are shown."""
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", package]):
        done = subprocess.run(
            ["apt-get", "-q", *words], capture_output=True, text=True, env=settings, check=False
        )
    if done.returncode:
        print(done.stderr, file=sys.stderr)
    return done.returncode == 0


@contextmanager
def no_service_starts() -> Iterator[None]:
    """Debian starts a server as soon as it is installed, unless this file forbids it."""
    if POLICY.exists():
        yield
        return
    POLICY.write_text("#!/bin/sh\nexit 101\n")
    POLICY.chmod(0o755)
    try:
        yield
    finally:
        POLICY.unlink()


def quietly(*command: str) -> bool:
    """Did it run to a good end within half a minute?"""
    try:
        return subprocess.run(command, capture_output=True, timeout=30, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
