"""«Đưa vào cổng khác»: where one chooses what to show in another portal, and is given the snippet.

Comes in: the register of what can be shown, the advice. Goes out: one plan. `web/embed/builder.js`
writes the snippets; without script the page tells the plain form of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from portal.kinds.page import EMBEDDING
from portal.views.context import PageContext
from portal.views.embed.advice import ADVICE, FORMS, Advice, Told
from portal.views.embed.shown import SHOWN, WHOLE
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.parts import Anchor, Header

TITLE = "Đưa vào cổng khác"
LEAD = (
    "Đưa văn bản, tiêu chí, số liệu của chuyên mục vào cổng của đơn vị: chọn nội dung, xem thử, "
    "sao chép đoạn mã. Nội dung trong khung và trong khối tin luôn là bản mới nhất."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the register, as a reader chooses it."""

    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    root: str
    shown: tuple[Shown, ...]
    advice: tuple[Advice, ...]
    forms: tuple[tuple[str, Told], ...]
    """By the name under which advice and script know each."""
    address: str
    """Where the section stands in the world; an example where nobody has said."""
    trial: str
    contact: str


def plan(inputs: Inputs) -> Iterator[Plan]:
    yield Plan(
        template="embedding.html.jinja",
        url=f"{EMBEDDING}/",
        title=TITLE,
        names=(
            "nhúng",
            "mã nhúng",
            "nhúng vào trang web",
            "nhúng vào website",
            "đưa vào trang khác",
            *("iframe", "widget", "gắn vào website trường", "chèn vào trang của trường"),
            *(
                "đưa bảng tiến độ lên trang của trường",
                "lấy mã để gắn",
                "liên kết với cổng của trường",
            ),
        ),
        description=LEAD,
        outlined=False,
        view=partial(_page, inputs.address),
    )


def _page(address: str, v: PageContext) -> EmbeddingPage:
    return EmbeddingPage(
        crumbs=way(v, Anchor(TITLE)),
        header=Header(title=TITLE, lead=LEAD),
        root=v.url(""),
        shown=(*(Shown(one.name, one.label) for one in SHOWN), Shown(WHOLE, "Một trang bất kỳ")),
        advice=ADVICE,
        forms=tuple(FORMS.items()),
        address=address or "https://ĐỊA-CHỈ-CHUYÊN-MỤC/",
        trial=v.url(f"{EMBEDDING}/tu-kiem/"),
        contact=v.url("gioi-thieu/lien-he/"),
    )
