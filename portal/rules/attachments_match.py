"""An attachment has the checksum it had when somebody compared it with the original."""

from __future__ import annotations

import re
from collections.abc import Iterator

from portal.kinds.document import Document
from portal.kinds.page import FILES
from portal.library import Library
from portal.problem import Problem

RULE = "ma-kiem"
_SHAPE = re.compile(r"[0-9a-f]{64}")


def check(library: Library) -> Iterator[Problem]:
    for entry in library.everything:
        for place, one in enumerate(entry.attachments if isinstance(entry, Document) else (), 1):
            where = f"tep_dinh_kem[{place}].sha256"
            told = (one.sha256 or "").lower()
            file = library.attached.get(f"{FILES}/{one.path}")
            if told and not _SHAPE.fullmatch(told):
                remedy = f"ghi {file.sha256}" if file else "ghi đủ 64 chữ số 0-9, a-f"
                yield entry.problem(where, f"«{told}» không phải mã SHA-256.", RULE, remedy)
            elif told and file and told != file.sha256:
                yield entry.problem(
                    where,
                    f"mã kiểm không khớp với tệp «{one.path}»: tệp đã bị thay hoặc hỏng.",
                    RULE,
                    f"lấy lại tệp đã soát; nếu tệp này mới đúng, ghi {file.sha256}",
                )
