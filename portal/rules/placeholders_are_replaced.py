"""No file still holds the words a new one is made with, nor those of its kind's example."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds import Entry
from portal.kinds.base import PLACEHOLDER, walk
from portal.kinds.samples import BLANK, texts
from portal.kinds.walk import values
from portal.library import Library
from portal.problem import Problem

RULE = "chu-mau"


def check(library: Library) -> Iterator[Problem]:
    return library.findings.about(RULE).each(library.written, _of_entry)


def _of_entry(entry: Entry) -> Iterator[Problem]:
    yield from _in_body(entry)
    yield from _in_keys(entry)


def _in_body(entry: Entry) -> Iterator[Problem]:
    before, found, _ = entry.body.partition(PLACEHOLDER)
    if found:
        yield Problem(
            entry.source.path,
            entry.source.body_line + before.count("\n"),
            "",
            f"còn chữ mẫu «{PLACEHOLDER}»",
            RULE,
            "thay bằng nội dung của mục, hoặc xoá dòng ấy",
        )


def _in_keys(entry: Entry) -> Iterator[Problem]:
    samples = texts(entry.KIND)
    if not any(_is_sample(value, samples) for _, value, _ in values(entry)):
        return
    for where, _, value in walk(entry):
        if _is_sample(value, samples):
            yield Problem(
                entry.source.path,
                entry.line(where),
                where,
                f"còn chữ mẫu «{value}»",
                RULE,
                "thay bằng điều của mục này, hoặc xoá khoá ấy",
            )


def _is_sample(value: object, samples: frozenset[str]) -> bool:
    return isinstance(value, str) and (value == BLANK or value in samples)
