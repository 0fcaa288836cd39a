"""The page `tu-ra-soat/`: what stands on it before its script takes over, and without script.

Comes in: the library. Goes out: the plan of the page, with the sets as data for `web/assess/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from portal.assess import plain
from portal.kinds.base import WORKSHEET
from portal.kinds.criteria import CriteriaSet
from portal.kinds.page import ASSESSMENT
from portal.views.assess import skeleton
from portal.views.assess.alone import PATH
from portal.views.assess.published import inline, published
from portal.views.compact import compact
from portal.views.context import PageContext
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.pages.worksheets import has_lines
from portal.views.parts import Anchor, Header

TITLE = "Tự rà soát"
LEAD = (
    "Đánh giá từng chỉ tiêu, nhập số liệu một lần, biết ngay nội dung còn thiếu và việc cần làm. "
    "Nội dung nhập vào chỉ lưu trên máy này, không gửi đi nơi khác."
)


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    style: str
    """Its own style sheet: no other page needs it."""
    script: str
    """Asked for at once, not when the page has started."""
    crumbs: tuple[Anchor, ...]
    header: Header
    data: Markup
    """The sets, as the browser reads them."""
    sheets: tuple[Anchor, ...]
    """To print and fill in by hand."""
    skeleton: str
    """The empty report that the browser fills."""
    alone: str
    """All of it in one file, for a computer without network."""


CALLED = (
    *("tự đánh giá trường", "tự chấm điểm trường", "chấm điểm trường", "phần mềm tự đánh giá"),
    *("công cụ tự chấm điểm", "công cụ tự đánh giá", "công cụ tự rà soát", "phần mềm chấm điểm"),
    *("tính điểm trường chuẩn", "mẫu báo cáo tự đánh giá", "mẫu báo cáo tự rà soát"),
    *("trường tôi đạt chưa", "trường mình đạt chưa", "trường em đạt chuẩn chưa"),
    *("kiểm tra trường đạt chưa", "nhập số liệu của trường", "chấm thử", "đánh giá thử"),
    *("biết trường đạt mức nào", "còn thiếu những gì", "trường còn thiếu tiêu chí nào"),
)


def plan(inputs: Inputs) -> Iterator[Plan]:
    if not inputs.library.of(CriteriaSet):
        return
    yield Plan(
        template="assess.html.jinja",
        url=f"{ASSESSMENT}/",
        title=TITLE,
        description=(
            "Trang để một trường tự rà soát theo bộ tiêu chí trường chính trị chuẩn: nhập số liệu, "
            "chấm chỉ tiêu, lập kế hoạch, lưu thành tệp."
        ),
        names=CALLED,
        menu="Tiêu chí",
        menu_place=120,
        outlined=False,
        view=_page,
    )


def _page(v: PageContext) -> AssessmentPage:
    told = compact(plain(published(v)))
    sheets = (
        Anchor(f"Phiếu tự đánh giá theo {v.short(one.document)}", f"{v.url(one)}{WORKSHEET}/")
        for one in v.library.of(CriteriaSet)
        if has_lines(v.library, one)
    )
    return AssessmentPage(
        v.url("assets/css/assess.css"),
        v.url("assets/js/assess.js"),
        way(v, Anchor(TITLE)),
        Header(title=TITLE, lead=LEAD),
        Markup(inline(told)),
        tuple(sheets),
        v.url(skeleton.PATH),
        v.url(PATH),
    )
