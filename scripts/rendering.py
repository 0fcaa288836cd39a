"""One life of MkDocs: the project's settings, the hooks, a private folder that becomes a site.

In: an order, an empty place, the content where it is being read already. Out: the site's files in
that place; a fault of MkDocs in Vietnamese. Knows nothing of the site that stands.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

# Material reads this when imported; without it every build opens with advice about MkDocs 2.
os.environ["NO_MKDOCS_2_WARNING"] = "1"

import inventory
from builder import ROOT, BuildFault, Order, Resident
from mkdocs.commands.build import build as run_mkdocs
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from tally import Tally

from portal import source, url


def render(
    order: Order,
    folder: Path,
    resident: Resident | None = None,
    read: Callable[[], source.Reading] | None = None,
) -> None:
    """One whole life of MkDocs: the same content and the same day give the same bytes. `read`: the
    way to ask for the content, where another process reads it."""
    show_warnings()
    folder.mkdir(parents=True)
    try:
        _run(order, folder, resident or Resident(), read)
    except MkDocsException as fault:
        raise BuildFault(in_vietnamese(fault.format_message())) from fault


def _run(
    order: Order, folder: Path, kept: Resident, read: Callable[[], source.Reading] | None
) -> None:
    config = configure(order, folder)
    preview = order.address if order.serving else None
    config.plugins["portal/tally"] = tally = Tally(bool(preview))
    config.plugins.on_startup(command="serve" if order.serving else "build", dirty=False)
    hooks: Any = config.hooks
    for hook in hooks.values():
        hook.remember(kept.memo, kept.go_on, read)
    try:
        with told(order):
            run_mkdocs(config, serve_url=preview)
    finally:
        config.plugins.on_shutdown()
    standing = {path for hook in hooks.values() for path in hook.standing()}
    refuse_incomplete(tally.written | standing, inventory.files(folder))
    for hook in hooks.values():
        look = hook.first_look()
        kept.glimpse, kept.show = look.glimpse, look.show


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
        "PORTAL_SPARE": str(order.spare or ""),
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
