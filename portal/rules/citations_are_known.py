"""What is cited is in the library: the document, under that number and day, with that clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from portal.citations.register import Known, Meant, Near
from portal.library import Library
from portal.mentions import Mention, days_told, mentions
from portal.problem import Problem

UNKNOWN, NEAR, UNCLEAR, LOST = (
    "trich-dan-la",
    "trich-dan-gan-giong",
    "trich-dan-chua-ro",
    "dieu-khoan-khong-co",
)
RULE = UNKNOWN


def check(library: Library) -> Iterator[Problem]:
    found = [one for one in mentions(library.everything, library.register) if one.meant]
    days = days_told(found)
    for one in found:
        assert one.meant
        if one.meant.lost and one.meant.document and one.meant.document.complete:
            yield _lost(one, one.meant.document, one.meant.lost)
        elif told := _reminder(one, one.meant, days):
            rule, text, mend = told
            path = one.entry.source.path
            yield Problem(path, one.line, one.where, text, rule, mend, level="nhắc", once=True)


def _lost(one: Mention, document: Known, lost: tuple[str, ...]) -> Problem:
    places = ", ".join(f"«{id}»" for id in lost)
    text = f"«{one.text}»: {document.number or document.id} không có {places}."
    mend = f"xem lại điều khoản được dẫn; nếu bài còn thiếu thì sửa docs/van-ban/{document.id}.md"
    return Problem(one.entry.source.path, one.line, one.where, text, LOST, mend)


def _reminder(
    mention: Mention, meant: Meant, days: Mapping[str, set[str]]
) -> tuple[str, str, str] | None:
    """Rule, sentence and mend; the sentence is the same wherever the same thing is met."""
    if meant.near:
        return NEAR, *_slip(f"«{mention.name()}»", meant.near)
    if meant.several:
        ids = ", ".join(sorted(one.id for one in meant.several))
        mend = "ghi thêm ngày, hoặc nối tới một văn bản"
        return UNCLEAR, f"«{mention.name()}» có thể là {ids}.", mend
    if meant.is_unknown:
        mend = "tạo bằng lệnh python3 scripts/new.py van-ban nếu cổng cần có văn bản này"
        return UNKNOWN, f"«{mention.name(days)}» được dẫn mà cổng chưa có.", mend
    return None


def _slip(cited: str, near: Near) -> tuple[str, str]:
    one = near.document
    day = f" ngày {one.issued}" if one.issued else ""
    noted = f"; cách in này đã ghi ở so_nhu_in của {one.id}" if near.recorded else ""
    text = f"{cited} gần giống {one.number}{day} ({near.why}{noted})."
    if near.recorded:
        return text, "bản gốc in thế thì giữ nguyên; không cần nhắc nữa thì ghi vào ngoai-le.yml"
    mend = "xem lại bản gốc; nếu chính bản gốc in thế thì giữ nguyên và ghi vào so_nhu_in"
    return text, f"{mend} của docs/van-ban/{one.id}.md"
