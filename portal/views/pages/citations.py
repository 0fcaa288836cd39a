"""«Trích dẫn cần xem lại»: what is cited that the portal does not know, nearly knows, or that is no
longer in force; for editors and for who looks after the library.

Comes in: the library. Goes out: one page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from portal.citations.known import Meant, Near
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.page import CITATIONS, DEFECTS
from portal.library.mentions import Mention, days_told
from portal.text import number
from portal.views.context import PageContext
from portal.views.documents import short_documents
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.cited import Quotation, quotations
from portal.views.pages.crumbs import way
from portal.views.pages.listing import jump
from portal.views.parts import Anchor, Anchors, Cell, Header, Table, columns, table
from portal.views.phrases import link

TITLE = "Trích dẫn cần xem lại"
LEAD = (
    "Các số văn bản được dẫn trong chuyên mục đã được đối chiếu với danh mục văn bản của chuyên "
    "mục. Trang này dành cho Ban biên tập."
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """One citation in one spelling, and all places that have it."""

    cited: str
    quotations: tuple[Quotation, ...]
    documents: tuple[Document, ...] = ()
    """What it may mean, or the dead document."""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Sort:
    """Doubts of one sort: what to do about them, and all of them."""

    id: str
    title: str
    advice: Markup
    table: Table | None
    nothing: str
    """What stands there where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationsPage:
    crumbs: tuple[Anchor, ...]
    header: Header
    counted: str
    jump: tuple[Anchors, ...]
    sorts: tuple[Sort, ...]


def plan(inputs: Inputs) -> Iterator[Plan]:
    yield Plan(
        template="citations.html.jinja",
        url=f"{CITATIONS}/",
        title=TITLE,
        description=(
            "Những chỗ dẫn văn bản mà máy không tìm thấy, thấy gần giống, hoặc đã hết hiệu lực."
        ),
        searchable=False,
        outlined=False,
        view=_page,
    )


def _page(v: PageContext) -> CitationsPage:
    mentions = v.library.mentions
    found = _found(v)
    above = Anchor("Nguồn và điểm cần lưu ý", v.url(f"{DEFECTS}/"))
    return CitationsPage(
        crumbs=way(v, above, Anchor(TITLE)),
        header=Header(title=TITLE, lead=LEAD),
        counted=number(sum(one.target is not None for one in mentions)),
        jump=jump(Anchor(how.short, f"#{how.id}", len(doubts)) for how, doubts in found),
        sorts=tuple(_sort(v, how, doubts) for how, doubts in found if doubts or how.nothing),
    )


def _found(v: PageContext) -> list[tuple[How, list[Doubt]]]:
    """Every sort with its doubts, in the order of the page."""
    library = v.library
    meant = [(one, one.meant) for one in library.mentions if one.meant]
    days = days_told([one for one, _ in meant])
    dead = [one for one in library.mentions if one.target and one.target.id in library.dead]

    def doubts(
        wanted: Callable[[Meant], Any], name: Callable[[Mention], str] = Mention.name
    ) -> list[Doubt]:
        return _doubts(v, (one for one, told in meant if wanted(told)), name)

    return [
        (NEAR, doubts(lambda told: told.near)),
        (UNCLEAR, doubts(lambda told: told.several)),
        (UNKNOWN, doubts(lambda told: told.is_unknown, lambda one: one.name(days))),
        (DEAD, _doubts(v, dead, lambda one: one.target.id if one.target else "")),
        (LOST, doubts(lambda told: told.lost, lambda one: one.text)),
    ]


def _sort(v: PageContext, how: How, doubts: Sequence[Doubt]) -> Sort:
    rows = [tuple(cell(v, one) for _, cell in how.cells) for one in doubts]
    heads = columns(*(label for label, _ in how.cells))
    made = table(how.caption, heads, rows) if rows else None
    return Sort(how.id, how.title, how.advice, made, how.nothing)


def _cited(v: PageContext, one: Doubt) -> Cell:
    return one.cited


def _documents(v: PageContext, one: Doubt) -> Cell:
    return short_documents(v, one.documents)


def _why(v: PageContext, one: Doubt) -> Cell:
    return one.why


def _where(v: PageContext, one: Doubt) -> Cell:
    """Places that say the same, folded."""
    lines = "".join(map(_place, one.quotations))
    summary = f"<summary>{len(one.quotations)} chỗ</summary>"
    return Markup(f'<details class="more">{summary}<ul class="plain">{lines}</ul></details>')


def _place(one: Quotation) -> str:
    name = f"{one.entry}, {one.place}" if one.place else one.entry
    return f'<li>{link(one.url, name)}<p class="quotation">{one.html}</p></li>'


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How one sort of doubts is told."""

    id: str
    short: str
    title: str
    advice: Markup
    caption: str
    cells: tuple[tuple[str, Callable[[PageContext, Doubt], Cell]], ...]
    """Columns: the label, and what stands in the cell."""
    nothing: str = ""
    """Told where there are none; else the sort is left out then."""


CITED, WHERE = ("Được dẫn là", _cited), ("Nơi dẫn", _where)
NEAR = How(
    id="gan-giong",
    short="Gần giống",
    title="Gần giống một văn bản đã có",
    advice=Markup(
        "Thường là lỗi gõ, lỗi quét. Cần đối chiếu với bản gốc: nếu bản gốc in như vậy thì giữ "
        "nguyên và ghi cách in đó vào mục «Số như in» của văn bản đã có."
    ),
    caption="Trích dẫn gần giống văn bản đã có",
    cells=(CITED, ("Chuyên mục có", _documents), ("Điểm khác", _why), WHERE),
    nothing="Không có chỗ nào.",
)
UNCLEAR = How(
    id="chua-ro",
    short="Chưa rõ",
    title="Chưa rõ là văn bản nào",
    advice=Markup(
        "Cùng một số có ở nhiều văn bản. Ghi thêm ngày ban hành, hoặc nối tới một văn bản."
    ),
    caption="Trích dẫn chưa rõ",
    cells=(CITED, ("Có thể là", _documents), WHERE),
)
UNKNOWN = How(
    id="chua-co",
    short="Chưa có trong chuyên mục",
    title="Chưa có trong chuyên mục",
    advice=Markup(
        "Nếu người đọc cần mở văn bản đó thì bổ sung một mục, dù chỉ biết số, ngày, cơ quan "
        "ban hành."
    ),
    caption="Văn bản được dẫn mà chuyên mục chưa có",
    cells=(CITED, WHERE),
    nothing="Mọi văn bản được dẫn đều có trong chuyên mục.",
)
DEAD = How(
    id="het-hieu-luc",
    short="Không còn dùng",
    title="Văn bản không còn dùng mà còn được dẫn",
    advice=Markup(
        "Lời của văn bản cũ thì giữ nguyên. Bài viết, hỏi đáp, nhiệm vụ thì xem đã nêu văn bản đó "
        "không còn dùng hay chưa."
    ),
    caption="Văn bản không còn dùng mà còn được dẫn",
    cells=(("Văn bản", _documents), WHERE),
    nothing="Không có chỗ nào.",
)
LOST = How(
    id="dieu-khoan",
    short="Điều khoản chưa thấy",
    title="Điều khoản được dẫn mà bài trong chuyên mục chưa có",
    advice=Markup("Chuyên mục chưa có toàn văn các văn bản này, hoặc điều khoản chưa được đặt mã."),
    caption="Điều khoản chưa thấy",
    cells=(CITED, ("Văn bản", _documents), WHERE),
)


def _doubts(
    v: PageContext, mentions: Iterable[Mention], name: Callable[[Mention], str]
) -> list[Doubt]:
    """The same things together, what is met most often first."""
    groups: dict[str, list[Mention]] = {}
    for one in mentions:
        groups.setdefault(name(one), []).append(one)
    made = [_doubt(v, cited, ones) for cited, ones in groups.items()]
    return sorted(made, key=lambda one: (-len(one.quotations), one.cited))


def _doubt(v: PageContext, cited: str, mentions: list[Mention]) -> Doubt:
    first = mentions[0]
    near: Near | None = first.meant.near if first.meant else None
    several = first.meant.several if first.meant else ()
    ids = [near.document.id] if near else [one.id for one in several]
    ids = ids or ([first.target.id] if first.target else [])
    found = (v.library.get(Link(Document.KIND, id)) for id in ids)
    why = near.why + ("; đã ghi ở văn bản đó" if near.recorded else "") if near else ""
    lost = ", ".join(first.meant.lost) if first.meant else ""
    return Doubt(
        cited,
        quotations(v, mentions),
        tuple(one for one in found if isinstance(one, Document)),
        why or lost,
    )
