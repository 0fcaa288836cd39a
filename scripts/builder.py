"""The one way a site is made: MkDocs builds beside the old site and replaces it when complete.

In: a content folder and a day. Out: a site folder. Knows nothing of what the pages say. A fault of
any kind, Ctrl-C or a kill leaves the old site as it was.
"""

from __future__ import annotations

import gc
import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Material reads this when imported; without it every build opens with advice about MkDocs 2.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

import door
import inventory
import refusal
import swap
import target
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from tally import Tally

from portal import source, url, workers

if TYPE_CHECKING:
    from portal.memo import Memo  # with the other rooms it is loaded while the content is read

ROOT = Path(__file__).resolve().parent.parent


MANY_OBJECTS = 50_000


class BuildFault(Exception):
    """The site could not be made; its text tells the person why."""


class Overtaken(Exception):
    """Something changed while the site was made; the old one is as it was."""


@dataclass(frozen=True)
class Order:
    """What to build, from where, to where, as of which day."""

    content: Path
    site: Path
    today: date
    address: str | None = None
    """The public address; only canonical links and the 404 page need it."""
    serving: bool = False
    """A preview for editors: drafts are shown, faulty entries show their faults."""
    strict: bool = False
    """Every warning of MkDocs is a fault."""
    offline: bool = False
    """To be opened from a disk, without a server."""
    again: bool = False
    """What the site there holds is taken over where it would come out the same."""


@dataclass
class Resident:
    """What a process that builds again and again keeps of its last build."""

    memo: Memo | None = None
    show: Callable[..., list[str]] | None = None
    """Draws some pages anew in the frame of the last build: `Framing.show` of the hook."""
    is_overtaken: Callable[[], bool] = lambda: False
    """Whether something changed meanwhile, so that this build is for nothing."""

    def go_on(self) -> None:
        if self.is_overtaken():
            raise Overtaken


def build(order: Order, resident: Resident | None = None) -> int:
    """Make the site, put it in place of the old one, return the number of its pages."""
    try:
        if not (order.content / "docs").is_dir():
            raise BuildFault(f"Không thấy thư mục «{order.content / 'docs'}» để dựng trang.")
        site = target.lawful(order.site, order.content)
        judge = partial(inventory.refuse_occupied, site, order.content)
        with swap.replacing(site, judge, partial(door.say_waiting, site)) as fresh:
            render(order, fresh, resident)
            if order.offline:
                import offline  # loads most rooms

                offline.convert(fresh)
            return sum(path.endswith(".html") for path in inventory.mark(fresh))
    except target.BadTarget as fault:
        raise BuildFault(str(fault)) from None
    except MkDocsException as fault:
        raise BuildFault(in_vietnamese(fault.format_message())) from fault
    except workers.WorkerFault as fault:
        raise BuildFault(
            f"Chưa dựng được, trang cũ vẫn như trước: {fault}. Hãy chạy lại."
        ) from fault
    except OSError as error:
        why = refusal.told(error)
        raise BuildFault(f"Chưa dựng được, trang cũ vẫn như trước: {why}.") from error


def render(order: Order, folder: Path, resident: Resident | None = None) -> None:
    """One whole life of MkDocs: the same content and the same day give the same bytes."""
    show_warnings()
    folder.mkdir(parents=True)
    with seldom_collected():
        read = None if resident or order.again else _read_ahead(order.content.resolve())
        config = configure(order, folder)
    preview = order.address if order.serving else None
    config.plugins["portal/tally"] = tally = Tally(bool(preview))
    config.plugins.on_startup(command="serve" if order.serving else "build", dirty=False)
    hooks: Any = config.hooks
    kept = resident or Resident()
    for hook in hooks.values():
        hook.remember(kept.memo, kept.go_on, read)
    try:
        with told(order), seldom_collected():
            run_mkdocs(config, serve_url=preview)
    finally:
        config.plugins.on_shutdown()
    refuse_incomplete(tally.written, inventory.files(folder))
    for hook in hooks.values():
        kept.show = hook.framing().show


def _read_ahead(content: Path) -> Callable[[], source.Reading]:
    """While another process reads the content, this one loads the rooms that it goes through."""
    return workers.ahead(lambda: source.read(content))


@contextmanager
def seldom_collected() -> Iterator[None]:
    """What a build makes it keeps, and hardly any of it leads back to itself: looking for rings of
    it after every seven hundred objects took a tenth of reading and judging."""
    before = gc.get_threshold()
    gc.set_threshold(MANY_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def told(order: Order) -> Iterator[None]:
    """Tells MkDocs and the hook which day it is and what may be taken over; nobody else, since pip,
    for one, takes no archive from before 1980."""
    midnight = datetime.combine(order.today, time(), UTC)
    told = {
        "PORTAL_TODAY": order.today.isoformat(),
        "SOURCE_DATE_EPOCH": str(int(midnight.timestamp())),
        # Made for a disk, files are converted in place: none may have two names, or stays as made.
        "PORTAL_FORMER": "" if order.offline else str(order.site.absolute()),
        "PORTAL_GO_ON": "1" if order.again else "",
    }
    before = {name: os.environ.get(name) for name in told}
    os.environ.update(told)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def refuse_incomplete(expected: set[str], found: set[str]) -> None:
    """What is to replace a whole site is whole itself."""
    if missing := sorted(expected - found):
        raise BuildFault(
            f"Thư mục đang dựng thiếu {len(missing)} trong {len(expected)} tệp, ví dụ"
            f" «{missing[0]}»: có chương trình khác đụng vào. Trang cũ vẫn như trước; hãy chạy lại."
        )


def configure(order: Order, folder: Path) -> MkDocsConfig:
    """The project's settings, with the places of this order."""
    file = str(ROOT / "mkdocs.yml")
    config = load_config(
        file,
        config_file_path=file,
        docs_dir=str(order.content.resolve() / "docs"),
        site_dir=str(folder),
        site_url=order.address,
        strict=order.strict or None,
    )
    if config.site_url:
        try:
            config.site_url = url.public(config.site_url)
        except url.BadAddress as fault:
            raise BuildFault(f"Địa chỉ công khai (site_url) không dùng được: {fault}") from None
    return config


_PAGE_LOST = re.compile(r"^Error (?:reading|building) page '([^']*)':.*", re.DOTALL)


class _Line(logging.Formatter):
    """MkDocs' own words after the Vietnamese name of their level."""

    def format(self, record: logging.LogRecord) -> str:
        level = "lỗi" if record.levelno >= logging.ERROR else "nhắc"
        told = _PAGE_LOST.sub(r"dừng ở trang «\1».", super().format(record))
        return f"{level}: {told}"


def show_warnings() -> None:
    """MkDocs speaks only when something is wrong; once, however often we build."""
    logger = logging.getLogger("mkdocs")
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setLevel(logging.WARNING)
        handler.setFormatter(_Line())
        logger.addHandler(handler)
        logger.propagate = False


def in_vietnamese(message: str) -> str:
    """MkDocs' closing words say only that it stopped; the reasons stand above them."""
    aborted = message.startswith("Aborted with")
    return "MkDocs dừng vì những điều vừa nêu." if aborted else message
