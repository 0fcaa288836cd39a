"""A file of `docs/tep/` belongs to an entry that shows or offers it; readers are given no other."""

from __future__ import annotations

from collections.abc import Iterator

from portal.library import Library
from portal.library.publication import files_used
from portal.problem import Problem

RULE = "tep-thua"


def check(library: Library) -> Iterator[Problem]:
    if not library.attached or library.unread or library.partial:
        return  # a file that cannot be read may be the one that uses it
    used = files_used((*library.everything, *library.faulty, *library.versions))
    for path in library.attached:
        if path not in used:
            yield Problem(
                *(f"docs/{path}", 1, "", "không mục nào dùng tệp này, nên tệp không lên trang."),
                *(RULE, "chèn vào bài, ghi ở tep_dinh_kem của văn bản, hoặc xoá tệp", "nhắc"),
            )
