"""«Tài liệu hội nghị»: the page where a reader's browser gathers pages into one document to print.

Comes in: the press. Goes out: the page without any document in it; `assets/js/booklet-page.js`
gathers it from the pages themselves.
"""

from __future__ import annotations

from portal.kinds.page import BOOKLET
from portal.views.outputs import Page
from portal.views.pages import Press


def draw(press: Press) -> Page:
    return press.page(
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
