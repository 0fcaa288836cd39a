"""A share told beside its counts is theirs: «26/63 (41,27%)»; sources that contradict themselves
are told as a conflict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.kinds import Entry
from portal.kinds.walk import values, walk
from portal.library import Library
from portal.problem import Problem

RULE = "phan-tram-lech"
STATED = "mau_thuan"
"""Where each source says what it says."""
_SHARE = re.compile(
    r"(?<![\d/.,])(?P<part>\d+(?:\.\d{3})*)\s*/\s*(?P<whole>\d+(?:\.\d{3})*)"
    r"(?:\s+[^\W\d][^\d(]{0,40}?)?\s*\(\s*(?P<share>\d+)(?:,(?P<decimals>\d+))?\s*%\s*\)"
)


def check(library: Library) -> Iterator[Problem]:
    return library.findings.about(RULE).each(library.everything, _of_entry)


def _of_entry(entry: Entry) -> Iterator[Problem]:
    # Places of values cost more than the values: asked only where a share was met.
    if not any(isinstance(one, str) and "%" in one for _, one, _ in values(entry)):
        return
    for where, _, value in walk(entry):
        if isinstance(value, str) and not where.startswith(STATED):
            for told in wrong(value):
                remedy = "xem lại ba số; chính nguồn ghi lệch thì ghi cả hai ở mau_thuan"
                yield entry.problem(where, told, RULE, remedy)


def wrong(text: str) -> Iterator[str]:
    """Rounded or cut off, a share is true to its last digit."""
    for found in _SHARE.finditer(text):
        part, whole = (int(found[name].replace(".", "")) for name in ("part", "whole"))
        decimals = found["decimals"] or ""
        share = float(f"{found['share']}.{decimals or 0}")
        true = part / whole * 100 if whole else None
        if true is None or abs(true - share) >= 10.0 ** -len(decimals):
            reckoned = f"là {true:.{len(decimals)}f}%" if true is not None else "không tính được"
            yield f"«{found[0]}»: {part}/{whole} {reckoned.replace('.', ',')}."
