"""An entry that was withdrawn says on which day and why: those who follow the portal are told. The
home page is never withdrawn: at its address the portal puts its own."""

from __future__ import annotations

from collections.abc import Iterator

from portal.kinds.base import Link
from portal.library import Library
from portal.problem import Problem

RULE = "rut-khong-noi"
HOME = Link("trang", "index")


def check(library: Library) -> Iterator[Problem]:
    for entry in library.withdrawn:
        if not entry.changes and not entry.expired:
            yield entry.problem(
                "trang_thai",
                "mục đã rút mà không ghi rút ngày nào, vì sao.",
                RULE,
                "thêm thay_doi: - {ngay: năm-tháng-ngày, noi_dung: Rút vì …}",
            )
        if entry.link == HOME:
            yield entry.problem(
                "trang_thai",
                "trang đầu là nơi người đọc vào cổng, không rút được.",
                RULE,
                "bỏ dòng này; cần thì sửa lời của trang",
            )
