"""«Dữ liệu mở»: what may be followed, and what other programmes may take.

Comes in: the library and its channels. Goes out: one plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from portal.kinds import KINDS, Kind
from portal.kinds.page import DATA
from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.text import number
from portal.views.alternates import ATOM, JSON_FEED
from portal.views.api.v1 import HOME, NOTICE, VERSION, places
from portal.views.api.v1.files import published
from portal.views.calendars.which import URL as CALENDARS
from portal.views.context import PageContext
from portal.views.feeds.channels import ALL, MOST, TOPIC, TYPE, Channel
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.parts import Anchor, Header, Table, columns, table

TITLE = "Theo dõi tin và dữ liệu mở"
LEAD = (
    "Nhận tin khi chuyên mục có nội dung mới, và lấy nội dung về dùng trong bảng tính, phần mềm. "
    "Không cần đăng ký tài khoản."
)
_GROUPS = {
    TOPIC: "Theo tiêu chí",
    TYPE: "Theo loại văn bản",
    Unit.KIND: "Theo đơn vị",
    School.KIND: "Theo trường",
}


@dataclass(frozen=True, slots=True)
class Named:
    """One feed and where its files are."""

    name: str
    title: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """Feeds of one sort, each told in one line."""

    label: str
    items: tuple[Markup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    notice: str
    all: Markup
    """The feed of everything; nothing where there is no news yet."""
    feeds: tuple[FeedGroup, ...]
    most: int
    """News a feed keeps."""
    calendar: Anchor | None
    """None where nothing falls on a day."""
    archive: Anchor
    files: Table
    how: Anchor
    home: str
    version: str
    index: Anchor
    openapi: Anchor
    changelog: Anchor


CALLED = (
    *("rss", "atom", "nguồn tin", "tin rss", "theo dõi tin", "nhận tin mới", "đăng ký nhận tin"),
    *("api", "json", "csv", "excel", "tải dữ liệu", "dữ liệu mở", "tải về", "tải excel"),
    *("tải về excel", "xuất excel", "tải dữ liệu về máy", "dữ liệu excel", "open data"),
    *("tải số liệu", "lấy dữ liệu ở đâu", "xuất dữ liệu", "nhận thông báo khi có tin mới"),
)


def plan(inputs: Inputs) -> Iterator[Plan]:
    """The page, self-contained: whoever takes data needs no other."""
    feeds = _named(inputs.channels.by_name.values())
    yield Plan(
        template="data.html.jinja",
        url=f"{DATA}/",
        title=TITLE,
        description=LEAD,
        names=CALLED,
        menu="Tra cứu",
        menu_place=220,
        outlined=False,
        view=partial(_page, _counted(inputs), feeds, bool(inputs.calendars)),
    )


def _counted(inputs: Inputs) -> tuple[tuple[Kind, int], ...]:
    return tuple((kind, len(published(inputs, kind))) for kind in KINDS)


def _named(channels: Iterable[Channel]) -> tuple[Named, ...]:
    """Without their news, of which the page tells nothing."""
    return tuple(Named(one.name, one.title, one.atom, one.json) for one in channels)


def _page(
    counted: Iterable[tuple[Kind, int]], feeds: Iterable[Named], dated: bool, v: PageContext
) -> DataPage:
    return DataPage(
        crumbs=way(v, Anchor(TITLE)),
        header=Header(title=TITLE, lead=LEAD),
        notice=NOTICE,
        all=next((_feed(v, one) for one in feeds if one.name == ALL), Markup("")),
        feeds=tuple(_groups(v, feeds)),
        most=MOST,
        calendar=Anchor("Lịch nhiệm vụ, sự kiện", v.url(CALENDARS)) if dated else None,
        archive=Anchor("Tất cả trong một tệp nén", v.url(places.ARCHIVE)),
        files=_files(v, counted),
        how=Anchor("cách đọc các bảng", v.url(places.TABLES)),
        home=HOME,
        version=VERSION,
        index=Anchor("index.json", v.url(places.INDEX)),
        openapi=Anchor("openapi.json", v.url(places.OPENAPI)),
        changelog=Anchor("Các thay đổi của khuôn dữ liệu", v.url(places.CHANGES)),
    )


def _files(v: PageContext, counted: Iterable[tuple[Kind, int]]) -> Table:
    """Every kind with its files."""
    rows = [
        (
            kind.label,
            number(total),
            _file(v, "CSV", kind.label, places.table(kind)),
            _file(v, "JSON", kind.label, places.listed(kind)),
        )
        for kind, total in counted
    ]
    heads = columns("Loại mục", ("Số mục", "number"), ("Bảng tính", "short"), ("Dữ liệu", "short"))
    return table("Các loại mục và tệp dữ liệu", heads, rows, small=True)


def _file(v: PageContext, format: str, of: str, path: str, type: str = "") -> Markup:
    """Read out with what it is of, among many of the same name."""
    attribute = Markup(' type="{}"').format(type) if type else Markup("")
    return Markup('<a href="{}"{}>{}<span class="unseen">: {}</span></a>').format(
        v.url(path), attribute, format, of
    )


def _groups(v: PageContext, feeds: Iterable[Named]) -> Iterator[FeedGroup]:
    """Under their headings, in the order of the channels."""
    found: dict[str, list[Markup]] = {}
    for one in feeds:
        if one.name != ALL:
            label = _GROUPS[one.name.partition("/")[0]] if "/" in one.name else "Theo loại mục"
            found.setdefault(label, []).append(_feed(v, one))
    for label, items in found.items():
        yield FeedGroup(label, tuple(items))


def _feed(v: PageContext, one: Named) -> Markup:
    return Markup("{}: {}, {}").format(
        one.title,
        _file(v, "Atom", one.title, one.atom, ATOM),
        _file(v, "JSON Feed", one.title, one.json, JSON_FEED),
    )
