"""The figures of import, told: made-up papers in every way, beside what is aimed at.

In: how many papers, a seed, a folder to print in. Out: a table, and whether every aim is met.
"""

from __future__ import annotations

import json
from pathlib import Path

from bench.intake.score import SCAN, Score, measured

AIMS = {"bản quét": (0.90, 0.90), SCAN: (0.90, 0.90), "Word, số tự động": (0.97, 0.97)}
CLEAN = (0.97, 0.98)
MISLED = 0.005
SHOWN = 12


def report(count: int, seed: int, folder: Path, as_json: bool) -> tuple[str, bool]:
    scores = measured(count, seed, folder)
    if as_json:
        told = {name: [one.share, one.misled, one.f1] for name, one in scores.items()}
        return json.dumps(told, ensure_ascii=False, indent=1), True
    whole = Score()
    for one in scores.values():
        whole += one
    lines = [
        f"{count} văn bản bịa, hạt giống {seed}.",
        "",
        "| cách in | khoá đúng | chắc mà sai | điều khoản F1 |",
        "|---|---:|---:|---:|",
    ]
    lines += [
        f"| {name} | {one.share:.3f} | {one.misled:.3%} | {one.f1:.3f} |"
        for name, one in scores.items()
    ]
    lines.append(
        f"| cộng ({whole.fields} khoá, {whole.clauses} điều khoản) | {whole.share:.3f}"
        f" | {whole.misled:.3%} | {whole.f1:.3f} |"
    )
    short = [name for name, one in scores.items() if not _is_met(name, one)]
    if short:
        lines += ["", f"Chưa đạt: {', '.join(short)}. Vài chỗ sai:"]
        lines += [f"  {told}" for name in short for told in scores[name].wrong[:SHOWN]]
    return "\n".join(lines), not short


def _is_met(name: str, score: Score) -> bool:
    fields, clauses = AIMS.get(name, CLEAN)
    return score.share >= fields and score.f1 >= clauses and score.misled <= MISLED
