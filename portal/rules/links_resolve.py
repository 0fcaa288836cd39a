"""Every reference leads to an entry of the portal, and every place named in it exists."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import BY_NAME
from portal.kinds.base import Entry, Link, prose
from portal.kinds.forms import nearest
from portal.library import Library, prose_links
from portal.problem import Problem

RULE = "tham-chieu-treo"


def check(library: Library) -> Iterator[Problem]:
    known = {(entry.KIND, entry.id): entry for entry in (*library.everything, *library.faulty)}
    drafts = {(entry.KIND, entry.id) for entry in library.drafts}
    sound = {(entry.KIND, entry.id) for entry in library.everything}
    withheld = {(one.entry.KIND, one.entry.id, one.where) for one in library.withheld}
    for entry in library.everything:
        for where, line, link in _links(entry):
            target = known.get((link.kind, link.id))
            text = mend = ""
            if target is None:
                near = nearest(link.id, {id: None for kind, id in known if kind == link.kind})
                text = f"«{link}» không có trong cổng."
                mend = (
                    f"có phải {link.kind}/{near}?"
                    if near
                    else f"tạo {BY_NAME[link.kind].path(link.id)}, hoặc sửa mã"
                )
            elif (
                (link.kind, link.id) in drafts
                and not entry.is_draft
                and (entry.KIND, entry.id, where.partition(".")[0]) not in withheld
            ):
                text, mend = (
                    f"«{link}» còn là bản nháp, người đọc sẽ không mở được.",
                    "đăng mục ấy, hoặc bỏ đường dẫn",
                )
            elif (
                link.anchor
                and (link.kind, link.id) in sound
                and link.anchor not in target.anchors()
            ):
                near = nearest(link.anchor, target.anchors())
                text = f"«{link}»: {BY_NAME[link.kind].one} này không có chỗ «{link.anchor}»."
                mend = f"có phải #{near}?" if near else "xem các mã {#…} trong tệp ấy"
            if text:
                yield Problem(entry.source.path, line, where, text, RULE, mend)


def _links(entry: Entry) -> Iterator[tuple[str, int, Link]]:
    for where, link in entry.links:
        yield where, entry.line(where), link
    for where, line, text in prose(entry):
        # Where a field's value folds its lines, only the line of the field is known.
        yield from ((where, line + (not where) * at, link) for at, link in prose_links(text))
