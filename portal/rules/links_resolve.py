"""Every reference leads to an entry, a page or a file of the portal, and to a place in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portal.dates import day
from portal.forms import meant
from portal.kinds import BY_NAME, address
from portal.kinds.base import Entry, Link, prose
from portal.kinds.document import Document
from portal.kinds.page import FILES, MADE, Page
from portal.library import Library, prose_links
from portal.library.meant import MOST, Names
from portal.markup import internal_links
from portal.problem import Level, Problem, Sought

RULE = "tham-chieu-treo"


def check(library: Library) -> Iterator[Problem]:
    yield from _lost_links(library)
    yield from _lost_paths(library)


def _lost_links(library: Library) -> Iterator[Problem]:
    known = {(entry.KIND, entry.id): entry for entry in (*library.everything, *library.faulty)}
    unseen = {(one.KIND, one.id): one for one in (*library.drafts, *library.scheduled)}
    sound = {(entry.KIND, entry.id) for entry in library.everything}
    held_back = (*library.withheld, *library.withheld_later)
    withheld = {(one.entry.KIND, one.entry.id, one.where) for one in held_back}
    mends: dict[tuple[str, str], str] = {}  # one renamed file can leave thousands of links behind
    names = Names(library.everything, lambda: library.register)
    links = library.findings.about(f"{RULE}: links")
    for entry in library.written:
        for where, line, link in links.of(entry, _links):
            key = (link.kind, link.id)
            target = known.get(key)
            text = remedy = ""
            level: Level = "lỗi"
            if target is None and key not in library.unread:
                if key not in mends:
                    mends[key] = _nearest(link, known, names)
                text, remedy = f"«{link}» không có trong cổng.", mends[key]
            elif (
                key in unseen
                and _is_sooner(entry, unseen[key])
                and not any((entry.KIND, entry.id, one) in withheld for one in _around(where))
            ):
                text, remedy, level = _held_back(entry, link, unseen[key])
            elif target and link.anchor and key in sound and link.anchor not in target.anchors():
                text = f"«{link}»: {BY_NAME[link.kind].one} này không có chỗ «{link.anchor}»."
                other = "xem các mã {#…} trong tệp ấy"
                remedy = meant(link.anchor, target.anchors(), other, "#{}")
            if text:
                yield Problem(entry.source.path, line, where, text, RULE, remedy, level)


def _is_sooner(entry: Entry, target: Entry) -> bool:
    """Whether it was to be read on a day on which readers do not see what it leads to."""
    if entry.is_draft or (entry.expired and not target.expired):
        return False
    day_of_target = target.waits_until
    return not (day_of_target and entry.published and entry.published >= day_of_target)


def _held_back(entry: Entry, link: Link, target: Entry) -> tuple[str, str, Level]:
    """What the day makes right, or made wrong, only reminds: the site is built every night."""
    if target.waits_until:
        with_it = entry.waits_until == target.waits_until
        then = "mục này chờ theo" if with_it else "trước ngày ấy chỗ này chưa dẫn tới đâu"
        told = f"«{link}» sẽ đăng ngày {day(target.waits_until)}; {then}."
        return told, "để nguyên và chờ tới ngày ấy, hoặc bỏ chỗ dẫn này", "nhắc"
    if target.expired and target.expires:
        then = "mục này gỡ theo" if entry.expired else "chỗ này không còn dẫn tới đâu"
        told = f"«{link}» đã gỡ từ ngày {day(target.expires)}; {then}."
        return told, "bỏ chỗ dẫn này, hoặc dẫn tới mục thay cho mục đó", "nhắc"
    if target.is_withdrawn:
        told = f"«{link}» đã rút khỏi cổng, người đọc không mở được."
        return told, "bỏ đường dẫn, hoặc dẫn tới mục thay cho mục đó", "lỗi"
    told = f"«{link}» còn là bản nháp, người đọc sẽ không mở được."
    return told, "đăng mục ấy, hoặc bỏ đường dẫn", "lỗi"


def _around(where: str) -> Iterator[str]:
    """The place itself, and every group it stands in."""
    while where:
        yield where
        where = where.rpartition(".")[0]


def _nearest(link: Link, known: Mapping[tuple[str, str], Entry], names: Names) -> str:
    named = names.of(Sought(link.id, (link.kind,)))
    if 0 < len(named) <= MOST:
        return "viết " + " hoặc ".join(f"{kind}/{id}" for kind, id in named)
    ids = [id for kind, id in known if kind == link.kind]
    other = f"tạo {BY_NAME[link.kind].path(link.id)}, hoặc sửa lại tên đã gõ"
    return meant(link.id, ids, other, f"{link.kind}/{{}}")


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
    paths = library.findings.about(f"{RULE}: paths")
    for entry in library.written:
        for where, line, path in paths.of(entry, _paths):
            if path not in known and path.partition("/")[0] not in BY_NAME:
                remedy = "tệp để trong docs/tep/, trang riêng là docs/TÊN-TRANG.md"
                if path.startswith(f"{FILES}/"):
                    remedy = f"chép tệp vào docs/{path}, hoặc sửa lại tên tệp"
                text = f"«{path}» không có trong cổng."
                of_file = _of_file(path, entries)
                told = f"viết {of_file}" if of_file else meant(path, known, remedy)
                yield Problem(entry.source.path, line, where, text, RULE, told)


def _of_file(path: str, entries: Iterable[Entry]) -> str:
    """The address of an entry whose file was written in its place."""
    return next((address(it.KIND, it.id) for it in entries if it.source.path == path), "")


def _paths(entry: Entry) -> Iterator[tuple[str, int, str]]:
    for where, line, text in prose(entry):
        for at, path, _ in internal_links(text) if "](" in text or "]:" in text else ():
            yield where, line + (not where) * at, path
    if isinstance(entry, Document):
        for place, one in enumerate(entry.attachments, 1):
            where = f"tep_dinh_kem[{place}].tep"
            if one.path:
                yield where, entry.line(where), f"{FILES}/{one.path}"
