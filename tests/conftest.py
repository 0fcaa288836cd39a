"""What tests share: the real site, a real browser, and servers on this machine to show it by.

Nothing here leaves the loopback address, and everything started is stopped at the end.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import builder
import hypothesis
import machine
import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Route,
    expect,
)

from portal.views import renderer
from tests import axe, chromium, hosts
from tests.gallery.samples import Sample, samples

PATIENCE = 15_000
"""Milliseconds a page may take to do what is awaited: bounds only how long a red test takes."""
PUBLIC = "https://hoc-vien.example/a/b/"
Serve = Callable[..., str]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="nhận kết quả hiện nay làm kết quả mong đợi"
    )


@pytest.fixture(scope="session")
def bless(pytestconfig: pytest.Config) -> bool:
    """Whether expected files are to be written instead of compared."""
    return bool(pytestconfig.getoption("--bless"))


# The same examples on every machine and day: a red run can be repeated, a slow one is not red.
hypothesis.settings.register_profile("portal", derandomize=True, deadline=None)
hypothesis.settings.load_profile("portal")


@pytest.fixture(scope="session", autouse=True)
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Templates are compiled once for all drawings of a process, as the builds of a project do:
    compiling them takes half the time of drawing the tiny site."""
    folder, environment = tmp_path_factory.mktemp("khuon"), renderer.environment
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(renderer, "environment", lambda kept=None: environment(kept or folder))
        yield folder


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The portal with its real content, built as it is published, no warning allowed."""
    site = tmp_path_factory.mktemp("real") / "site"
    door = builder.ROOT / "scripts" / "build.py"
    command = [sys.executable, str(door), "--site", str(site), "--chat"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"Trang thật không dựng được:\n{done.stdout}{done.stderr}"
    return site


@pytest.fixture(scope="session")
def sampled(real_site: Path) -> list[Sample]:
    """The pages that stand for all others of the real site."""
    return samples(real_site)


@pytest.fixture(scope="session")
def made_up_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny portal built through the door people use, for tests that only look at it."""
    import tiny

    folder = tmp_path_factory.mktemp("cong-nho")
    code, said = tiny.build(tiny.lay_out(folder / "content"), folder / "site")
    assert code == 0, said
    return folder / "site"


@pytest.fixture(scope="session")
def public_site(tiny_content: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny portal built for an address of the world, with a folder in it: `PUBLIC`."""
    import tiny

    site = tmp_path_factory.mktemp("cong-co-dia-chi") / "site"
    words = ("--dia-chi", PUBLIC, "--chat")
    code, said = tiny.build(tiny_content, site, *words, PYTHONHASHSEED="1")
    assert code == 0, said
    return site


@pytest.fixture(scope="session")
def tiny_content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content of the tiny site, as it is; who spoils it lays out another."""
    import tiny  # not above: where the portal is broken, the other tests still run

    return tiny.lay_out(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """`serve(folder, prefix="/")` shows a folder under a sub-path and returns its address."""
    with ExitStack() as servers:
        yield lambda folder, prefix="/": servers.enter_context(hosts.serving(folder, prefix))


@pytest.fixture(scope="session")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serve]:
    """`nginx(folder, prefix="/")`: the same as `serve`, by the server most schools have."""
    program = machine.find_nginx()
    if program is None:
        (pytest.fail if machine.can_install() else pytest.skip)(machine.NO_NGINX)
    with ExitStack() as servers:
        yield lambda folder, prefix="/": servers.enter_context(
            hosts.nginx_serving(program, folder, prefix, tmp_path_factory.mktemp("nginx"))
        )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chrome, Chromium or Edge; a machine without one fails, it does not skip."""
    expect.set_options(timeout=PATIENCE)
    with chromium.started() as started:
        yield started


FADE_CUT_SHORT = "Transition was "
"""What Chromium says of a fade between pages that a quick next step ended; none can catch it."""


@dataclass
class Witness:
    """What pages did that a reader would not see. A test that expects it clears it."""

    foreign: list[str] = field(default_factory=list)
    """Requests to any host but this machine."""
    errors: list[str] = field(default_factory=list)
    """Errors in the console, and scripts that broke."""

    def watch(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._request(request.url))
        context.on("console", self._console)
        context.on("weberror", lambda error: self._broke(str(error.error)))

    def _request(self, url: str) -> None:
        place = urlsplit(url)
        if place.scheme not in ("data", "blob", "file") and place.hostname != hosts.HOST:
            self.foreign.append(url)

    def _broke(self, told: str) -> None:
        if not told.startswith(FADE_CUT_SHORT):
            self.errors.append(told)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location['url']})")


@pytest.fixture
def witness() -> Iterator[Witness]:
    """Ends every browser test with two questions: did a page call out, did it break?"""
    witness = Witness()
    yield witness
    assert not witness.foreign, f"Trang gọi ra ngoài: {witness.foreign}"
    assert not witness.errors, f"Trang báo lỗi: {witness.errors}"


@pytest.fixture
def open_page(browser: Browser, witness: Witness) -> Iterator[Callable[..., Page]]:
    """`open_page(**options)`: a reader of a kind, such as `java_script_enabled=False`."""
    usual = {"locale": "vi-VN", "timezone_id": "Asia/Ho_Chi_Minh"}
    contexts: list[BrowserContext] = []

    def open_page(**options: Any) -> Page:
        context = browser.new_context(**{**usual, **options})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        witness.watch(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A reader at a desk who was never here before."""
    return open_page()


@pytest.fixture(scope="module")
def eye() -> axe.Eye:
    """Looks at pages by the rules of axe; what one module has seen, another looks at again."""
    return axe.Eye()


WEB = Path(__file__).resolve().parent.parent / "web"


@pytest.fixture
def modules(browser: Browser) -> Iterator[Page]:
    """An empty page beside the modules of `web/`, on no network: `import("/shared/wording.js")`."""

    def answer(route: Route) -> None:
        file = WEB / urlsplit(route.request.url).path.lstrip("/")
        if file.is_file():
            route.fulfill(path=file, content_type="text/javascript")
        elif route.request.is_navigation_request():
            route.fulfill(body="<!doctype html>", content_type="text/html")
        else:
            route.fulfill(status=404)

    page = browser.new_page()
    page.route("**/*", answer)
    page.goto("http://mo-dun.example/")
    yield page
    page.close()
