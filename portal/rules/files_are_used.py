"""Every file beside the pages is shown or offered by some entry (a reminder: nobody is given the
others)."""

from __future__ import annotations

from collections.abc import Iterator

from portal.library import Library
from portal.library.publication import files
from portal.problem import Problem

RULE = "tep-thua"


def check(library: Library) -> Iterator[Problem]:
    if library.unread:  # they may be the ones that use it
        return
    used = {path for entry in (*library.written, *library.faulty) for path in files(entry)}
    for path in library.attached:
        if path not in used:
            yield Problem(
                f"docs/{path}",
                1,
                "",
                "chưa mục nào dùng tệp này nên tệp không được đăng.",
                RULE,
                "dùng nó ở một mục, hoặc xoá tệp",
                level="nhắc",
            )
