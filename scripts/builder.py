"""The one way a site is made: beside the old site, which it replaces when it is complete.

In: a content folder and a day. Out: a site folder. Knows nothing of what the pages say. A fault of
any kind, Ctrl-C or a kill leaves the old site as it was.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import door
import inventory
import refusal
import swap
import target

from portal import source, workers

if TYPE_CHECKING:
    from portal.memo import Memo  # with the other rooms it is loaded while the content is read

ROOT = door.ROOT
SPARE = ROOT / ".cache" / "truoc"
"""Of the project's own builds."""
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
    spare: Path | None = None
    """Where a site that was replaced is put away, for the next to be begun from its folders."""


@dataclass
class Resident:
    """What a process that builds again and again keeps of its last build."""

    memo: Memo | None = None
    show: Callable[..., list[str]] | None = None
    """Draws some pages anew in the frame of the last build: `FirstLook` of the hook."""
    glimpse: Callable[[Path, str, str, Path], list[str]] | None = None
    """The same of one entry, from its file alone."""
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
        wait = partial(door.say_waiting, site)
        with swap.replacing(site, judge, wait, spare=order.spare) as fresh:
            with seldom_collected():
                read = None if resident or order.again else _read_ahead(order.content.resolve())
                import rendering  # MkDocs, and with it all rooms: slow to load

                rendering.render(order, fresh, resident, read)
            if order.offline:
                import offline  # loads most rooms

                offline.convert(fresh)
            return sum(path.endswith(".html") for path in inventory.mark(fresh))
    except target.BadTarget as fault:
        raise BuildFault(str(fault)) from None
    except workers.WorkerFault as fault:
        raise BuildFault(
            f"Chưa dựng được, trang cũ vẫn như trước: {fault}. Hãy chạy lại."
        ) from fault
    except OSError as error:
        why = refusal.told(error)
        raise BuildFault(f"Chưa dựng được, trang cũ vẫn như trước: {why}.") from error


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
