"""Clauses of another text, quoted to amend it: `dieu-1.khoan-2.loi-moi.dieu-5`.

Comes in: ids. Goes out: the clause that amends, the clause that it words anew.
"""

from __future__ import annotations

import re

NEW = "loi-moi"
_NEW = re.compile(rf"\.?{NEW}(?:-[0-9]+)?\.")


def is_new_wording(id: str) -> bool:
    """Whether it is a clause of another text; none of the document's own."""
    return NEW in id and bool(_NEW.search(f".{id}."))


def parted(id: str) -> tuple[str, str, str]:
    """The clause that amends, «loi-moi», the clause that it words anew; the innermost one."""
    cuts = list(_NEW.finditer(f"{id}.")) if NEW in id else []
    if not cuts:
        return id, "", ""
    return id[: cuts[-1].start()], NEW, id[cuts[-1].end() :]


def block(id: str) -> str:
    """What the ids of the innermost quotation begin with; empty outside of quotations."""
    cuts = list(_NEW.finditer(f"{id}.")) if NEW in id else []
    return f"{id}."[: cuts[-1].end()] if cuts else ""


def around(id: str) -> str:
    """The document's own clause in which another text is quoted."""
    found = _NEW.search(f"{id}.") if NEW in id else None
    return id[: found.start()] if found else id
