"""«Tài liệu hội nghị»: the page where a reader's browser gathers pages into one document to print.

Comes in: the library. Goes out: the page without any document in it; `web/booklet/page.js`
gathers it from the pages themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.page import BOOKLET
from portal.views.inputs import Inputs
from portal.views.outputs import Plan, page


def plan(inputs: Inputs) -> Iterator[Plan]:
    yield page(
        "booklet.html.jinja",
        f"{BOOKLET}/",
        "Tài liệu hội nghị",
        "Gom nhiều trang của chuyên mục thành một tập để in, có bìa và mục lục; gửi tập bằng một "
        "địa chỉ.",
        menu="Tra cứu",
        menu_place=210,
        outlined=False,
        searchable=False,
    )
