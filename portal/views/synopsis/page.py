"""«Đối chiếu»: two texts side by side, clause by clause: kept, changed, new, dropped, moved.

Comes in: the library. Goes out: one page for each pair. Where one of the texts was not read, what
is known of both documents stands side by side instead; of what too little is known, nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup, escape

from portal.kinds.document import Version
from portal.kinds.document.clauses import clause_name
from portal.kinds.lists import OwnTone, Tone
from portal.kinds.page import COMPARED
from portal.text import upper_first
from portal.views.context import PageContext
from portal.views.documents import validity
from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.pages.crumbs import way
from portal.views.pages.frame import Sources
from portal.views.parts import Anchor, Badge, Cell, Header, Notice, Row, Table, columns
from portal.views.phrases import joined
from portal.views.synopsis import known as known_of
from portal.views.synopsis.align import Row as Aligned
from portal.views.synopsis.align import align
from portal.views.synopsis.pairs import Pair, Side, caution, pairs
from portal.views.synopsis.units import Unit, units
from portal.views.synopsis.words import compare

_UP = "../../../"
"""From a synopsis to the root."""
SAID = "từng điều khoản giữ nguyên, sửa, mới, bỏ, chuyển"
KNOWN = "thông tin đã có về hai văn bản, kèm nguồn"
WORDS = {
    "changed": ("Sửa", Tone.CAUTION),
    "moved-changed": ("Chuyển, sửa", Tone.CAUTION),
    "moved": ("Chuyển", Tone.WAITING),
    "new": ("Mới", Tone.GOOD),
    "dropped": ("Bỏ", Tone.ENDED),
    "kept": ("Giữ nguyên", Tone.PLAIN),
}
"""State → its word and tone, what has to be read first."""


@dataclass(frozen=True, slots=True)
class Line:
    """One clause as the page shows it."""

    id: str
    name: str
    badge: Badge
    old: Markup
    new: Markup
    moved: str = ""
    """Where it stood, if elsewhere."""
    unchanged: bool = False
    """Whether both sides say the same."""


@dataclass(frozen=True, slots=True)
class Total:
    word: str
    count: int
    first: str
    """The id of the first line of this sort."""


@dataclass(frozen=True, slots=True)
class Compared:
    """All clauses, side by side."""

    caption: str
    totals: tuple[Total, ...]
    labels: tuple[str, str]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SynopsisPage:
    """Two texts side by side, clause by clause; or why they cannot be."""

    crumbs: tuple[Anchor, ...]
    header: Header
    notices: tuple[Notice, ...]
    sides: Table
    """What the two texts are; where they are not there, what is known of both."""
    compared: Compared | None
    sources: Sources


def plan(inputs: Inputs) -> Iterator[Plan]:
    known: dict[str, list[Unit]] = {}
    for pair in pairs(inputs.library):
        if not pair.alone:
            continue
        title = f"Đối chiếu {pair.named}"
        yield Plan(
            template="synopsis.html.jinja",
            url=pair.url,
            title=title,
            description=f"{title}: {SAID if pair.compared else KNOWN}.",
            origin=pair.new.text.source.path,
            label="Đối chiếu",
            searchable=False,
            names=pair.names,
            outlined=False,
            sources=() if pair.compared else tuple(known_of.sources(inputs.library, pair)),
            view=partial(_page, pair, known),
        )


def _page(pair: Pair, known: dict[str, list[Unit]], v: PageContext) -> SynopsisPage:
    """`known`: a text that stands in several pairs is taken apart once."""
    documents = Anchor("Văn bản", f"{_UP}{pair.new.document.KIND}/")
    named = pair.named
    labels = (upper_first(pair.labels()[0]), upper_first(pair.labels()[1]))
    return SynopsisPage(
        crumbs=way(v, documents, Anchor("Đối chiếu", v.url(f"{COMPARED}/")), Anchor(named)),
        header=Header(kind="Đối chiếu", title=upper_first(named)),
        notices=tuple(_notices(pair)),
        sides=_sides(v, pair, labels),
        compared=_compared(v, pair, labels, named, known) if pair.compared else None,
        sources=Sources(tuple(v.numbered())),
    )


def _compared(
    v: PageContext,
    pair: Pair,
    labels: tuple[str, str],
    named: str,
    known: dict[str, list[Unit]],
) -> Compared:
    lines = tuple(_lines(v, pair, known))
    return Compared(f"Đối chiếu {named}", tuple(_totals(lines)), labels, lines)


def _notices(pair: Pair) -> Iterator[Notice]:
    """Why the two cannot be compared; or that their words may not be those of the originals."""
    if not pair.compared:
        missing = joined(
            (_missing(pair, side) for side in (pair.old, pair.new) if not side.compared), " và "
        )
        html = Markup(
            "<p>Chuyên mục chưa có toàn văn {} nên chưa đối chiếu theo điều khoản; bảng dưới đây "
            "đối chiếu những nội dung đã biết, mỗi nội dung kèm nguồn.</p>\n"
        ).format(missing)
        yield Notice(OwnTone.INFORMATION, "Đối chiếu theo thông tin đã có", html)
    elif not (pair.old.quality.original and pair.new.quality.original):
        yield caution()


def _missing(pair: Pair, side: Side) -> str:
    return side.document.short + (f", {side.label}" if pair.one_document else "")


def _sides(v: PageContext, pair: Pair, labels: tuple[str, str]) -> Table:
    heads = columns("Nội dung", (labels[0], "wide"), (labels[1], "wide"))
    known = () if pair.compared else known_of.rows(v, pair)
    rows = (*map(Row, _about(v, pair)), *known)
    return Table("Thông tin chung của hai bên", heads, rows)


def _about(v: PageContext, pair: Pair) -> Iterator[tuple[Cell, ...]]:
    """What is to be known of both texts, line by line; at last, from which copies."""
    old, new = pair.old, pair.new
    yield "Văn bản", v.a(old.document), v.a(new.document)
    if pair.one_document:
        now = new.text is new.document
        yield "Lời", old.text.title, "bản hiện nay" if now else new.text.title
    else:
        yield "Cơ quan ban hành", old.document.issuer, new.document.issuer
        yield "Ngày ban hành", _issued(v, old), _issued(v, new)
        yield "Hiệu lực", validity(v, old.document), validity(v, new.document)
    changed_by = old.text.changed_by if isinstance(old.text, Version) else None
    if pair.one_document and changed_by:
        yield "Sửa bởi", v.to(changed_by), "lời sau khi sửa"
    yield "Bản đang dùng", old.quality.label, new.quality.label


def _issued(v: PageContext, side: Side) -> Markup | None:
    return v.show(side.document.issued) if side.document.issued else None


def _lines(v: PageContext, pair: Pair, known: dict[str, list[Unit]]) -> Iterator[Line]:
    """A text that stands in several pairs is taken apart once."""
    for side in (pair.old, pair.new):
        if side.id not in known:
            known[side.id] = list(units(side.text.body, _plain(v)))
    for place, row in enumerate(align(known[pair.old.id], known[pair.new.id]), 1):
        yield _line(row, f"dong-{place}")


def _plain(v: PageContext) -> Callable[[str], str]:
    """Without links: only the words are compared and shown."""
    made = v.converter.block
    return lambda text: " ".join(made(text, v.resolve).striptags().split())


def _line(row: Aligned, id: str) -> Line:
    unit = row.new or row.old
    assert unit
    word, tone = WORDS[row.state]
    old, new = _texts(row.old, row.new)
    moved = _name(row.old) if row.old and row.new and row.old.id != row.new.id else ""
    same = row.state in ("kept", "moved")
    return Line(id, upper_first(_name(unit)), Badge(word, tone), old, new, moved, same)


def _texts(old: Unit | None, new: Unit | None) -> tuple[Markup, Markup]:
    if old and new and old.text != new.text:
        return compare(old.text, new.text)
    return escape(old.text if old else ""), escape(new.text if new else "")


def _name(unit: Unit) -> str:
    return clause_name(unit.id, unit.id)


def _totals(lines: Sequence[Line]) -> list[Total]:
    counts = Counter(line.badge.label for line in lines)
    first = {line.badge.label: line.id for line in reversed(lines)}
    return [Total(word, counts[word], first[word]) for word, _ in WORDS.values() if counts[word]]


__all__ = ["Pair", "Side", "pairs", "plan"]
