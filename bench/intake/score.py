"""What import made of made-up papers, beside their truth.

In: papers, and how each is printed. Out: shares by way: fields right, wrong though sure, clauses.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

from bench.intake import photographed, printed
from bench.intake.made import Paper, Truth, papers
from portal.intake.division import Document, Reading, documents
from portal.intake.fields import Found, Signed, Sure
from portal.intake.opening import open_file
from portal.intake.seeing import can_see
from portal.intake.transcript import Transcript
from portal.text import fold

DAY = date(2026, 11, 30)
TYPES = {
    "ke-hoach": "Kế hoạch",
    "thong-bao": "Thông báo",
    "quyet-dinh": "Quyết định",
    "quy-dinh": "Quy định",
    "quy-che": "Quy chế",
    "thong-tu": "Thông tư",
    "cong-van": "Công văn",
    "nghi-dinh": "Nghị định",
    "luat": "Luật",
}
LETTER = "cong-van"
NAMES = ("Sở Văn hóa", "Bộ Vườn ươm")
"""Bodies that the register of the portal is taken to know."""


@dataclass(slots=True)
class Score:
    fields: int = 0
    right: int = 0
    sure: int = 0
    wrong_sure: int = 0
    clauses: int = 0
    found: int = 0
    hit: int = 0
    wrong: list[str] = field(default_factory=list)

    def __iadd__(self, other: Score) -> Score:
        for name in ("fields", "right", "sure", "wrong_sure", "clauses", "found", "hit"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.wrong += other.wrong
        return self

    @property
    def share(self) -> float:
        return self.right / self.fields if self.fields else 1.0

    @property
    def misled(self) -> float:
        return self.wrong_sure / self.sure if self.sure else 0.0

    @property
    def f1(self) -> float:
        total = self.clauses + self.found
        return 2 * self.hit / total if total else 1.0


Way = Callable[[Paper, Random], tuple[str, bytes]]
WAYS: dict[str, Way] = {
    "Word, số gõ tay": lambda paper, _: (".docx", printed.word(paper)),
    "Word, số tự động": lambda paper, _: (".docx", printed.word(paper, automatic=True)),
    "Word, không bảng": lambda paper, _: (".docx", printed.word(paper, loose=True)),
    "Word, cột bằng tab": lambda paper, _: (".docx", printed.word(paper, tabs=True)),
    "Word, TCVN3": lambda paper, _: (".docx", printed.word(paper, font=printed.TCVN3_FONT)),
    "Word, VNI": lambda paper, _: (".docx", printed.word(paper, font=printed.VNI_FONT)),
    "chữ thuần": lambda paper, _: (".txt", printed.text(paper).encode()),
    "bản quét": lambda paper, random: (".txt", printed.scanned(paper, random).encode()),
}
PDF, SCAN = "PDF", "bản quét, tesseract"


def measured(count: int, seed: int, folder: Path, *, pdf: bool = True) -> dict[str, Score]:
    """Every paper in every way; PDF where LibreOffice is there to make it."""
    reading = Reading(TYPES, LETTER, NAMES, DAY)
    scores: dict[str, Score] = {}
    for paper in papers(count, seed):
        for name, way in WAYS.items():
            ending, raw = way(paper, Random(seed))
            file = folder / f"{paper.name}{ending}"
            file.write_bytes(raw)
            score = judged(open_file(file).transcript, paper, reading, f"{name}: {paper.name}")
            scores.setdefault(name, Score()).__iadd__(score)
    for paper, file in _as_pdf(count, seed, folder) if pdf else ():
        score = judged(open_file(file).transcript, paper, reading, f"{PDF}: {paper.name}")
        scores.setdefault(PDF, Score()).__iadd__(score)
    if pdf and can_see() and photographed.faces():
        scores[SCAN] = scanned(papers(count, seed), seed, folder)
    return scores


def scanned(told: Iterable[Paper], seed: int, folder: Path) -> Score:
    """As the tesseract of this machine reads them."""
    whole, reading = Score(), Reading(TYPES, LETTER, NAMES, DAY)
    for at, paper in enumerate(told):
        file = folder / f"{paper.name}-quet.pdf"
        file.write_bytes(photographed.scan(paper, Random(seed * 1_000 + at)))
        whole += judged(open_file(file).transcript, paper, reading, f"{SCAN}: {paper.name}")
    return whole


def _as_pdf(count: int, seed: int, folder: Path) -> Iterator[tuple[Paper, Path]]:
    program = shutil.which("soffice")
    if program is None:
        return
    made = [(paper, folder / f"{paper.name}-in.docx") for paper in papers(count, seed)]
    for paper, file in made:
        file.write_bytes(printed.word(paper))
    command = [program, f"-env:UserInstallation={(folder / 'ho-so').as_uri()}", "--headless"]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *(str(file) for _, file in made)]
    subprocess.run(command, capture_output=True, timeout=600, check=True)
    yield from ((paper, file.with_suffix(".pdf")) for paper, file in made)


def judged(transcript: Transcript, paper: Paper, reading: Reading, name: str) -> Score:
    score = Score()
    found = documents(transcript, reading)
    if not found:
        return score
    for key, wanted in paper.truth.fields.items():
        _judge_field(key, wanted, found[0], score, name)
    _judge_clauses(found, paper.truth, score, name)
    return score


def _judge_field(key: str, wanted: str | None, read: Document, score: Score, name: str) -> None:
    told: Found[object] | None = getattr(read.fields, key)
    value = _shown(told.value) if told and told.sure > Sure.GUESSED else None
    right = _alike(value) == _alike(wanted)
    score.fields += wanted is not None or value is not None
    score.right += right and (wanted is not None or value is not None)
    if told and told.sure is Sure.CERTAIN:
        score.sure += 1
        score.wrong_sure += not right
    if not right:
        sure = "chắc" if told and told.sure is Sure.CERTAIN else "ngờ"
        score.wrong.append(f"{name}: {key}: «{value}» ({sure}), đúng là «{wanted}»")


def _shown(value: object) -> str:
    if isinstance(value, Signed):
        return value.name
    if isinstance(value, tuple):
        whole = all(isinstance(one, int) for one in value)
        return "-".join(map(str, value)) if whole else str(len(value))
    return str(value)


def _alike(value: str | None) -> str | None:
    """Capitals are told apart by people: names in capitals have lost them."""
    return value.casefold().replace("tx.", "") if value else None


def _judge_clauses(found: Iterable[Document], truth: Truth, score: Score, name: str) -> None:
    wanted = {(id, _start(text)) for id, text in truth.clauses}
    read = {
        (node.id, _start(node.label.rest or (node.title.text if node.title else "")))
        for one in found
        for node in one.nodes
        if node.label
    }
    score.clauses += len(wanted)
    score.found += len(read)
    score.hit += len(wanted & read)
    for id, text in sorted(wanted - read)[:3]:
        score.wrong.append(f"{name}: thiếu {id} «{text}»")
    for id, text in sorted(read - wanted)[:3]:
        score.wrong.append(f"{name}: thừa {id} «{text}»")


def _start(text: str) -> str:
    """The first two words, as far as a scan leaves them."""
    words = re.findall(r"[a-z]+", fold(text))
    return " ".join(word[:1] for word in words[:2])
