"""What recognising citations is worth and costs: precision and recall, time, share of a build.

In: a size and a seed. Out: figures, told in Vietnamese or as data. CPU time of this process only.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from bench import content, marked
from portal import views
from portal.kinds.base import prose
from portal.kinds.document import Document
from portal.library import Library
from portal.library.lists import FOLDER
from portal.road import judge
from portal.rules import citations_are_known
from portal.views.html.citing import Citing

CITED = 10
"""So many citations are added to every made-up Markdown text: more than real ones have."""


@dataclass(frozen=True)
class Share:
    """One build in this process: CPU seconds, and those spent on citations."""

    n: int
    citations: int
    whole: float
    reading: float
    linking: float


def report(n: int, seed: int, folder: Path, as_json: bool) -> str:
    scores = {name: marked.measure(name, marked.recogniser())[0] for name in marked.SETS}
    scores["cả ba tệp"] = marked.together(scores.values())
    speeds = {"nội dung thật": speed(_real()), "câu thử nối liền": speed(_dense())}
    share = measure(n, seed, folder)
    if as_json:
        told = {name: [asdict(score) for score in one.values()] for name, one in scores.items()}
        found = {"scores": told, "usPerKB": speeds, "share": asdict(share)}
        return json.dumps(found, ensure_ascii=False, indent=1)
    lines = [f"{name}: {'; '.join(map(str, one.values()))}" for name, one in scores.items()]
    lines += [f"{name}: {value:.0f} µs/KB" for name, value in speeds.items()]
    spent = share.reading + share.linking
    lines.append(
        f"{share.n} mục, {share.citations} trích dẫn: dựng {share.whole:.1f} giây CPU, trong đó "
        f"đọc và xét {share.reading:.2f}, nối {share.linking:.2f}, cộng {spent / share.whole:.1%}"
    )
    return "\n".join(lines)


def _real() -> list[str]:
    library, _ = judge(marked.ROOT, content.DAY)
    return [text for entry in library.everything for _, _, text in prose(entry)]


def _dense() -> list[str]:
    return [" ".join(one.text for name in marked.SETS for one in marked.sentences(name))]


def speed(texts: list[str], rounds: int = 5) -> float:
    """Microseconds for a thousand letters, the best of some rounds."""
    recogniser, best = marked.recogniser(), float("inf")
    for _ in range(rounds):
        begun = process_time()
        for text in texts:
            recogniser.read(text)
        best = min(best, process_time() - begun)
    return best * 1e9 / sum(map(len, texts))


def measure(n: int, seed: int, folder: Path) -> Share:
    """Judge and draw a made-up portal in which every text cites."""
    home = folder / "trich-dan"
    content.make(home, n, seed, marked.ROOT / FOLDER)
    _cite(home, Random(seed))
    begun = process_time()
    reading, linking = [0.0], [0.0]
    with _timed(citations_are_known, "check", reading), _timed(Citing, "linked", linking):
        library, _ = judge(home, content.DAY)
        spent = process_time()
        count = len(library.mentions)
        reading[0] += process_time() - spent
        views.draw(library)
    return Share(n, count, process_time() - begun, reading[0], linking[0])


def _cite(home: Path, random: Random) -> None:
    library: Library
    library, _ = judge(home, content.DAY)
    known = [document for document in library.of(Document) if document.number]
    for path in sorted((home / "docs").rglob("*.md")):
        cited = [_citation(random.choice(known), random) for _ in range(CITED)]
        with path.open("a", encoding="utf-8") as file:
            file.write("\n\n" + "\n\n".join(f"Làm theo {one} rồi báo cáo." for one in cited) + "\n")


def _citation(document: Document, random: Random) -> str:
    place = random.choice(("", "", "khoản 2 Điều 5 ", "các Điều 1, 2 và 3 "))
    day = f" ngày {document.issued}" if document.issued and document.issued.day else ""
    return f"{place}{document.type.label} số {document.number}{day}"


@contextmanager
def _timed(owner: Any, name: str, spent: list[float]) -> Iterator[None]:
    """Everything the function does is counted, also where it gives its results one by one."""
    real: Callable[..., Any] = getattr(owner, name)

    @wraps(real)
    def timed(*args: Any) -> Any:
        begun = process_time()
        made = real(*args)
        if isinstance(made, Iterator):
            made = iter(list(made))
        spent[0] += process_time() - begun
        return made

    setattr(owner, name, timed)
    try:
        yield
    finally:
        setattr(owner, name, real)
