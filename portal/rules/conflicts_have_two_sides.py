"""A conflict names at least two sides."""

from __future__ import annotations

from collections.abc import Iterator

from portal.library import Library
from portal.problem import Problem


def check(library: Library) -> Iterator[Problem]:
    for entry in library.everything:
        for place, conflict in enumerate(entry.conflicts, 1):
            if len(conflict.claims) < 2:
                yield entry.problem(
                    f"mau_thuan[{place}].cac_gia_tri",
                    "mâu thuẫn mà chỉ có một giá trị.",
                    "mau-thuan-mot-phia",
                    "ghi đủ các bên, hoặc chuyển thành dữ kiện",
                )
