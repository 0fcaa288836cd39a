"""Every reference leads to an entry, a page or a file of the portal, and to a place in it."""

from __future__ import annotations

from collections.abc import Iterator

from portal.forms import nearest
from portal.kinds import BY_NAME
from portal.kinds.base import Entry, Link, prose
from portal.kinds.document import Document
from portal.kinds.page import FILES, MADE, Page
from portal.library import Library, prose_links
from portal.markup import internal_links
from portal.problem import Problem
from portal.text import slug

RULE = "tham-chieu-treo"


def check(library: Library) -> Iterator[Problem]:
    yield from _lost_links(library)
    yield from _lost_paths(library)


def _lost_links(library: Library) -> Iterator[Problem]:
    known = {(entry.KIND, entry.id): entry for entry in (*library.everything, *library.faulty)}
    drafts = {(entry.KIND, entry.id) for entry in library.drafts}
    sound = {(entry.KIND, entry.id) for entry in library.everything}
    withheld = {(one.entry.KIND, one.entry.id, one.where) for one in library.withheld}
    mends: dict[tuple[str, str], str] = {}  # one renamed file can leave thousands of links behind
    for entry in library.written:
        for where, line, link in _links(entry):
            key = (link.kind, link.id)
            target = known.get(key)
            text = remedy = ""
            if target is None and key not in library.unread:
                if key not in mends:
                    mends[key] = _nearest(link, known)
                text, remedy = f"«{link}» không có trong cổng.", mends[key]
            elif (
                key in drafts
                and not entry.is_draft
                and not any((entry.KIND, entry.id, one) in withheld for one in _around(where))
            ):
                text, remedy = _held_back(link, target)
            elif target and link.anchor and key in sound and link.anchor not in target.anchors():
                near = nearest(link.anchor, target.anchors())
                text = f"«{link}»: {BY_NAME[link.kind].one} này không có chỗ «{link.anchor}»."
                remedy = f"có phải #{near}?" if near else "xem các mã {#…} trong tệp ấy"
            if text:
                yield Problem(entry.source.path, line, where, text, RULE, remedy)


def _held_back(link: Link, target: Entry | None) -> tuple[str, str]:
    if target and target.is_withdrawn:
        told = f"«{link}» đã rút khỏi cổng, người đọc không mở được."
        return told, "bỏ đường dẫn, hoặc dẫn tới mục thay cho mục đó"
    told = f"«{link}» còn là bản nháp, người đọc sẽ không mở được."
    return told, "đăng mục ấy, hoặc bỏ đường dẫn"


def _around(where: str) -> Iterator[str]:
    """The place itself, and every group it stands in."""
    while where:
        yield where
        where = where.rpartition(".")[0]


def _nearest(link: Link, known: dict[tuple[str, str], Entry]) -> str:
    named = [id for (kind, id), one in known.items() if kind == link.kind and _is_called(one, link)]
    if len(named) == 1:
        return f"viết {link.kind}/{named[0]}"
    near = nearest(link.id, {id: None for kind, id in known if kind == link.kind})
    wanted = BY_NAME[link.kind].path(link.id)
    return f"có phải {link.kind}/{near}?" if near else f"tạo {wanted}, hoặc sửa lại tên đã gõ"


def _is_called(entry: Entry, link: Link) -> bool:
    """Whether the id is the entry's title put into an address."""
    return link.id in (slug(entry.title), slug(entry.name))


def _links(entry: Entry) -> Iterator[tuple[str, int, Link]]:
    for where, link in entry.links:
        yield where, entry.line(where), link
    for where, line, text in prose(entry):
        # Where a field's value folds its lines, only the line of the field is known.
        yield from ((where, line + (not where) * at, link) for at, link in prose_links(text))


def _lost_paths(library: Library) -> Iterator[Problem]:
    """Links to one-off pages and to files."""
    entries = (*library.everything, *library.faulty)
    pages = {entry.id for entry in entries if entry.KIND == Page.KIND}
    pages |= {id for kind, id in library.unread if kind == Page.KIND}
    known = dict.fromkeys([*pages, *MADE, *BY_NAME, *library.attached])
    for entry in library.written:
        for where, line, path in _paths(entry):
            if path not in known and path.partition("/")[0] not in BY_NAME:
                near = nearest(path, known)
                remedy = "tệp để trong docs/tep/, trang riêng là docs/TÊN-TRANG.md"
                told = f"có phải {near}?" if near else remedy
                text = f"«{path}» không có trong cổng."
                yield Problem(entry.source.path, line, where, text, RULE, told)


def _paths(entry: Entry) -> Iterator[tuple[str, int, str]]:
    for where, line, text in prose(entry):
        for at, path, _ in internal_links(text) if "](" in text or "]:" in text else ():
            yield where, line + (not where) * at, path
    if isinstance(entry, Document):
        for place, one in enumerate(entry.attachments, 1):
            where = f"tep_dinh_kem[{place}].tep"
            if one.path:
                yield where, entry.line(where), f"{FILES}/{one.path}"
