"""What an entry tells again of the entry it leads to agrees with that entry: number and day of a
school's scheme with the document's own, authors of a paper with those of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from portal.kinds import Entry
from portal.kinds.article import Article
from portal.kinds.base import Link
from portal.kinds.document import Document
from portal.kinds.event import Event
from portal.kinds.school import School
from portal.kinds.school.parts import Scheme
from portal.library import Library
from portal.problem import Problem
from portal.text import fold, quote

RULE = "noi-dan-lech"
_REMEDY = "xem nguồn rồi sửa nơi sai; các nguồn nêu khác nhau thì ghi cả hai ở mau_thuan"


def check(library: Library) -> Iterator[Problem]:
    known = {one.link: one for one in library.everything if isinstance(one, Document | Article)}
    for entry in library.everything:
        if entry.conflicts:
            continue
        if isinstance(entry, School):
            yield from _schemes(entry, known)
        elif isinstance(entry, Event):
            yield from _papers(entry, known)


def _schemes(school: School, known: Mapping[Link, Entry]) -> Iterator[Problem]:
    for place, scheme in enumerate(school.schemes, 1):
        document = known.get(scheme.document) if scheme.document else None
        if not isinstance(document, Document) or document.conflicts:
            continue
        yield from _scheme(school, f"de_an[{place}]", scheme, document)


def _scheme(school: School, where: str, scheme: Scheme, document: Document) -> Iterator[Problem]:
    """A scheme may be told by the decision that approves it: of number and day one must agree for
    the other to be a slip."""
    told, number, issued = scheme.number, document.number, document.issued
    if not (told and number and scheme.on and issued):
        return
    page = document.source.path
    is_day, is_number = scheme.on.may_be(issued), _holds(told, number)
    if is_number and not is_day:
        day = f"{scheme.on.named}, mà {page}:{document.line('ngay_ban_hanh')} ghi {issued.named}."
        yield school.problem(f"{where}.ngay", day, RULE, _REMEDY)
    elif is_day and not is_number and _sign(told) == _sign(number):
        at = f"{page}:{document.line('so_ky_hieu')}"
        slip = f"{quote(told)}, mà {at} ghi {quote(number)}."
        yield school.problem(f"{where}.so", slip, RULE, _REMEDY)


def _papers(event: Event, known: Mapping[Link, Entry]) -> Iterator[Problem]:
    for place, paper in enumerate(event.papers, 1):
        article = known.get(paper.article) if paper.article else None
        if not isinstance(article, Article) or not paper.authors or not article.authors:
            continue
        if {*map(_plain, paper.authors)} != {*map(_plain, article.authors)}:
            page = f"{article.source.path}:{article.line('tac_gia')}"
            told = f"{', '.join(paper.authors)}, mà {page} ghi {', '.join(article.authors)}."
            yield event.problem(f"tham_luan[{place}].tac_gia", told, RULE, _REMEDY)


def _holds(told: str, number: str) -> bool:
    """«Kết luận 729-KL/TU» holds 729-KL/TU, and not 29-KL/TU."""
    return bool(re.search(rf"(?<!\w){re.escape(_plain(number))}(?!\w)", _plain(told)))


def _sign(number: str) -> str:
    """What follows the digits: `kl/tu`."""
    return _plain(number).rpartition("-")[2]


def _plain(text: str) -> str:
    return re.sub(r"\s*([-/])\s*", r"\1", " ".join(fold(text).split()))
