"""How far each model is proven, the same wherever it is shown: reckoned, not typed.

Comes in: the closed lists, a model. Goes out: its level and the reason. An editor may say less than
what was reckoned, with his reason; never more.
"""

from __future__ import annotations

from dataclasses import dataclass

from portal.forms import Lists
from portal.kinds.exemplar import Exemplar
from portal.kinds.exemplar.lists import EvidenceLevel, Proof
from portal.kinds.exemplar.proofs import has
from portal.kinds.lists import values


@dataclass(frozen=True, slots=True)
class Evidence:
    level: EvidenceLevel | None
    """None where the list says of no level what it asks for, and no editor has said one."""
    reason: str = ""


def of_model(lists: Lists, one: Exemplar) -> Evidence:
    """The level that is shown."""
    reckoned, typed = reckon(lists, one), one.evidence_level
    if typed and (reckoned is None or typed.place < reckoned.place):
        return Evidence(typed, one.level_reason or "")
    return Evidence(reckoned, _reason(lists, reckoned)) if reckoned else Evidence(None)


def reckon(lists: Lists, one: Exemplar) -> EvidenceLevel | None:
    """The highest level of which the model has what it asks for."""
    found = [level for level in values(lists, EvidenceLevel).values() if has(one, level.asks)]
    return max(found, key=lambda level: level.place, default=None)


def _reason(lists: Lists, level: EvidenceLevel) -> str:
    """«Nguồn nêu việc đã thực hiện; không nêu số liệu kết quả riêng của mô hình.»"""
    levels = values(lists, EvidenceLevel).values()
    above = (one for one in levels if one.place > level.place and one.asks != Proof.JUDGED)
    nearest = next(above, None)
    told = [f"nêu {level.proof}"] if level.proof else []
    told += [f"không nêu {nearest.proof}"] if nearest else []
    return f"Nguồn {'; '.join(told)}." if told else ""
