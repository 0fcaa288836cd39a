"""«Dữ liệu mở»: what other programmes may take, and what may be followed.

Comes in: the library and its channels. Goes out: one plan.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.kinds import KINDS
from portal.kinds.page import DATA
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.views.api.v1 import HOME, NOTICE, VERSION, places
from portal.views.api.v1.files import published
from portal.views.feeds.channels import ALL, TOPIC, TYPE, Channel
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, page


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of entries, and its files."""

    label: str
    total: int
    json: str
    table: str


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, and its files."""

    title: str
    atom: str
    json: str


def plan(inputs: Inputs) -> Iterator[Plan]:
    """The page, self-contained: whoever takes data needs no other."""
    yield page(
        "data.html.jinja",
        f"{DATA}/",
        "Dữ liệu mở",
        "Nội dung của cổng ở dạng JSON, CSV cho phần mềm đọc; nguồn tin để theo dõi thay đổi.",
        menu="Tra cứu",
        menu_place=210,
        outlined=False,
        home=HOME,
        version=VERSION,
        notice=NOTICE,
        index=places.INDEX,
        openapi=places.OPENAPI,
        archive=places.ARCHIVE,
        tables=places.TABLES,
        changelog=places.CHANGES,
        rows=tuple(_rows(inputs)),
        feeds=tuple(_feeds(inputs)),
    )


def _rows(inputs: Inputs) -> Iterator[Row]:
    for kind in KINDS:
        total = len(published(inputs.library, kind))
        yield Row(kind.label, total, places.listed(kind), places.table(kind))


def _feeds(inputs: Inputs) -> Iterator[tuple[str, tuple[Feed, ...]]]:
    """Under their headings, in the order of the channels."""
    groups: dict[str, list[Feed]] = {}
    for channel in inputs.channels.by_name.values():
        groups.setdefault(_group(channel), []).append(
            Feed(channel.title, channel.atom, channel.json)
        )
    for label, feeds in groups.items():
        yield label, tuple(feeds)


def _group(channel: Channel) -> str:
    first, _, rest = channel.name.partition("/")
    own = {TOPIC: "Theo tiêu chí", TYPE: "Theo loại văn bản", Unit.KIND: "Theo đơn vị"}
    if rest:
        return {**own, School.KIND: "Theo trường"}[first]
    return "Toàn cổng" if first == ALL else "Theo loại mục"
