"""What a reader must know before acting on a document: that it is dead, since when, why, what to
read instead; what is not yet, only in part, about to change, or not known for sure.

Comes in: a document and its validity, the page context. Goes out: notices.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from portal.kinds.document import Document
from portal.kinds.document.course import Event
from portal.kinds.document.validity import Validity
from portal.kinds.document.view.parts import told as told_parts
from portal.kinds.lists import OwnTone, Tone
from portal.views.context import PageContext
from portal.views.pages.frame import RECEIVER
from portal.views.pages.relations import amending, newer
from portal.views.parts import Notice
from portal.views.phrases import joined, link


def validity_notices(v: PageContext, entry: Document, state: Validity) -> Iterator[Notice]:
    """Whether it holds, where that is not simply so, and what is coming."""
    label = state.state.label
    if state.dead or state.state.partial:
        yield Notice(Tone.ENDED if state.dead else Tone.CAUTION, label, _ended(v, entry, state))
    elif entry.awaited and not entry.summary:
        told = "Văn bản này được giao ban hành; chưa có thông tin về việc ban hành."
        yield _notice(OwnTone.INFORMATION, label, told)
    elif state.state.awaits:
        yield _notice(Tone.CAUTION, label, _awaits(v, state, state.state.awaits))
        yield from _parts(v, entry, state)
    elif state.doubt:
        yield _notice(Tone.CAUTION, label, _doubt(v, state))
    elif state.parts:
        yield from _parts(v, entry, state)
    if state.coming:
        yield _notice(Tone.CAUTION, "Sắp thay đổi", _coming(v, state))


def copy_notices(v: PageContext, entry: Document) -> Iterator[Notice]:
    """That its text is not here, only what others tell of it."""
    if not entry.awaited and not entry.text_quality.read:
        told = (
            "Nội dung dưới đây theo các nguồn khác, dùng để tham khảo. Có bản gốc, đề nghị gửi {}."
        )
        receiver = link(v.url(RECEIVER), "đơn vị phụ trách chuyên mục")
        yield _notice(
            OwnTone.INFORMATION, "Chuyên mục chưa có toàn văn", Markup(told).format(receiver)
        )


def later_notices(v: PageContext, entry: Document, state: Validity) -> Iterator[Notice]:
    """Other documents without which it is misread; of a dead one they are told already."""
    if state.dead:
        return
    if along := amending(v.library, entry):
        told = Markup("Đọc cùng {}.").format(joined(map(v.a, along)))
        yield _notice(Tone.CAUTION, "Có văn bản sửa đổi, bổ sung", told)
    told_already = state.coming.by if state.coming else None
    if later := [one for one in newer(v.library, entry) if one is not told_already]:
        told = Markup("Xem {}. Trước khi áp dụng, đề nghị xác định văn bản nào đang có hiệu lực.")
        names = joined(map(v.a, later))
        yield _notice(Tone.CAUTION, "Có văn bản cùng chủ đề ra sau", told.format(names))


def _notice(tone: Tone | OwnTone, title: str, told: str) -> Notice:
    return Notice(tone, title, Markup(f"<p>{escape(told)}</p>"))


def _ended(v: PageContext, entry: Document, state: Validity) -> Markup:
    """Why it holds no more, or not as a whole; what stands in its place today."""
    lines = [] if state.dead else list(told_parts(v, entry, state))
    whole = not lines or (state.event is not None and state.event.where.whole)
    paragraphs = [_since(v, state.event) if state.event else UNKNOWN_SINCE] if whole else []
    paragraphs += lines
    holds = v.library.in_place_of(entry)
    if holds and holds is not state.by:
        paragraphs.append(f"Văn bản thay thế sau đó cũng đã được thay; nay xem {v.a(holds)}.")
    return Markup("".join(f"<p>{one}</p>\n" for one in paragraphs))


def _parts(v: PageContext, entry: Document, state: Validity) -> Iterator[Notice]:
    """Of what holds, or does not yet hold: the parts that do not share that."""
    if lines := [f"<p>{one}</p>" for one in told_parts(v, entry, state)]:
        yield Notice(Tone.CAUTION, "Riêng một phần", Markup("\n".join(lines)))


UNKNOWN_SINCE = "Chưa rõ ngày và văn bản quy định."


def _since(v: PageContext, event: Event) -> str:
    """Since when, which part, by which document and how."""
    told = f"Từ {v.when(event.on)}" if event.on else "Chưa rõ từ ngày nào"
    if event.on and event.assumed:
        told += " (ngày ban hành của văn bản sau; chưa rõ ngày có hiệu lực của văn bản đó)"
    if event.scope:
        told += f"; phạm vi: {escape(event.scope)}"
    if event.by is None:
        return f"{told}; chưa rõ theo văn bản nào."
    relation = event.relation.type if event.relation else None
    how = relation.inverse.lower() if relation and relation.ends else "theo"
    return f"{told}; {escape(how)} {v.a(event.by)}."


def _awaits(v: PageContext, state: Validity, what: str) -> Markup:
    when = f"{v.show(state.since)}, sau ngày tính của trang này" if state.since else "chưa rõ"
    return Markup(f"Ngày {escape(what)}: {when}.")


def _doubt(v: PageContext, state: Validity) -> Markup:
    doubt = state.doubt
    assert doubt
    assert doubt.on
    what = escape(doubt.type.label.lower())
    within = "" if doubt.on.bound else "trong "
    return Markup(
        f"Nguồn chỉ ghi: {what} {within}{v.when(doubt.on)}. "
        "Chưa có thông tin việc này đã diễn ra hay chưa."
    )


def _coming(v: PageContext, state: Validity) -> Markup:
    event = state.coming
    assert event
    assert event.on
    by = f", theo {v.a(event.by)}" if event.by else ""
    scope = f"; phạm vi: {escape(event.scope)}" if event.scope else ""
    return Markup(f"{escape(event.label)} từ {v.when(event.on)}{by}{scope}.")
