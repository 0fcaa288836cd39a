"""The one way a site is made: MkDocs builds beside the old site and replaces it when complete.

In: a content folder and a day. Out: a site folder. Knows nothing of what the pages say. A fault of
any kind, or Ctrl-C, leaves the old site as it was.
"""

from __future__ import annotations

import logging
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

# Material reads this when imported; without it every build opens with advice about MkDocs 2.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

import offline
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

ROOT = Path(__file__).resolve().parent.parent


class BuildFault(Exception):
    """The site could not be made; its text tells the person why."""


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


def build(order: Order) -> int:
    """Make the site, put it in place of the old one, return the number of its pages."""
    site = order.site.resolve()
    refuse_unsafe(order.content.resolve(), site)
    fresh, old = site.with_name(f".{site.name}.moi"), site.with_name(f".{site.name}.cu")
    try:
        recover(site, fresh, old)
        render(order, fresh)
        if order.offline:
            offline.convert(fresh)
        pages = sum(1 for _ in fresh.rglob("*.html"))
        replace(site, fresh, old)
    except MkDocsException as fault:
        raise BuildFault(in_vietnamese(fault.format_message())) from fault
    except OSError as error:
        raise BuildFault(f"Hệ thống không cho đọc hoặc ghi tệp: {error}.") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return pages


def refuse_unsafe(content: Path, site: Path) -> None:
    """The site folder is replaced whole, so it must be free, or a site built earlier."""
    if not (content / "docs").is_dir():
        raise BuildFault(f"Không thấy thư mục «{content / 'docs'}» để dựng trang.")
    if content.is_relative_to(site) or ROOT.is_relative_to(site):
        raise BuildFault(f"«{site}» chứa nội dung hoặc mã nguồn: hãy chọn thư mục đích khác.")
    in_use = site.is_file() or (site.is_dir() and any(site.iterdir()))
    if in_use and not (site / "404.html").is_file():
        raise BuildFault(
            f"«{site}» có tệp khác, không phải trang đã dựng, nên không bị thay."
            " Hãy chọn một thư mục trống."
        )


def recover(site: Path, fresh: Path, old: Path) -> None:
    """Tidy up after a build that was killed, also in the blink between the two renames."""
    if old.exists() and not site.exists():
        old.rename(site)
    for leftover in (fresh, old):
        if leftover.exists():
            shutil.rmtree(leftover)


def render(order: Order, folder: Path) -> None:
    """One whole life of MkDocs: the same content and the same day give the same bytes."""
    os.environ["PORTAL_TODAY"] = order.today.isoformat()
    midnight = datetime.combine(order.today, time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    show_warnings()
    folder.mkdir(parents=True)
    config = configure(order, folder)
    config.plugins.on_startup(command="serve" if order.serving else "build", dirty=False)
    try:
        run_mkdocs(config, serve_url=order.address if order.serving else None)
    finally:
        config.plugins.on_shutdown()


def configure(order: Order, folder: Path) -> MkDocsConfig:
    """The project's settings, with the places of this order."""
    file = str(ROOT / "mkdocs.yml")
    return load_config(
        file,
        config_file_path=file,
        docs_dir=str(order.content.resolve() / "docs"),
        site_dir=str(folder),
        site_url=order.address,
        strict=order.strict or None,
    )


def replace(site: Path, fresh: Path, old: Path) -> None:
    """Two renames: no reader ever meets half a site."""
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


class _Line(logging.Formatter):
    """MkDocs' own words after the Vietnamese name of their level."""

    def format(self, record: logging.LogRecord) -> str:
        level = "lỗi" if record.levelno >= logging.ERROR else "nhắc"
        return f"{level}: {super().format(record)}"


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
