"""«Tài liệu hội nghị»: the page where a reader's browser gathers pages into one document to print.

Comes in: the library. Goes out: the page without any document in it; `web/booklet/page.js`
gathers it from the pages themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.kinds.page import BOOKLET
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.parts import Anchor, Header

TITLE = "Tài liệu hội nghị"


@dataclass(frozen=True, slots=True)
class BookletPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    beginnings: tuple[Anchor, ...]
    """Where to gather from, as long as nothing is gathered."""


def plan(inputs: Inputs) -> Iterator[Plan]:
    yield Plan(
        template="booklet.html.jinja",
        url=f"{BOOKLET}/",
        title=TITLE,
        description=(
            "Tập hợp nhiều trang của chuyên mục thành một tập để in, có bìa và mục lục; gửi tập "
            "bằng một địa chỉ."
        ),
        menu="Tra cứu",
        menu_place=210,
        outlined=False,
        searchable=False,
        names=(
            *("tập tài liệu", "gom tài liệu", "in nhiều trang", "bộ tài liệu hội nghị"),
            *(
                "in tài liệu",
                "tài liệu họp",
                "đóng quyển",
                "in thành quyển",
                "gộp nhiều trang để in",
            ),
        ),
        view=_page,
    )


def _page(v: PageContext) -> BookletPage:
    lead = (
        "Tập hợp nhiều trang thành một tập để in: có bìa, mục lục, mỗi trang bắt đầu ở một tờ mới. "
        "Tập gửi được cho người khác bằng địa chỉ."
    )
    beginnings = (
        Anchor("Văn bản", v.url("van-ban/")),
        Anchor("Bộ tiêu chí", v.url("bo-tieu-chi/")),
        Anchor("Quy trình", v.url("quy-trinh/")),
        Anchor("Các trường", v.url("truong/")),
    )
    return BookletPage(way(v, Anchor(TITLE)), Header(title=TITLE, lead=lead), beginnings)
