"""Real exam questions over laws: which article answers. The questions stay outside the project.

In: a file of articles and questions (`articles`: law, article, title, text; `questions`: text, gold
`law|article`). Out: of the questions, how many have a right article first and among ten where every
article is an entry, how many have the right law first where every law is one, how many the right
article of it first beneath, and in how many the words were taken for others. Asked with marks and
without, in a real browser.
"""

from __future__ import annotations

import gzip
import json
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.line import serving
from bench.report import columns, decimal
from portal.text import fold, slug
from portal.views import bundles, search
from portal.views.search import Record, Section
from tests import chromium

AIMS = {"article@1": 0.90, "article@10": 0.985, "law@1": 0.94, "passage@1": 0.80}
WRONG = 1
"""So many questions may be taken for other words: they have no slip."""
_ASK = """async questions => {
  const { open } = await import("/assets/js/search.js")
  const search = await open(location.origin + "/"), found = []
  for (const one of questions) {
    const { items, reading } = await search.search(one, { limit: 10 })
    const path = url => new URL(url).pathname.slice(1)
    const [passage] = items.map(item => item.passages[0]?.clause.url ?? "")
    found.push([items.map(item => path(item.url)), reading.kind === "correction",
      passage ? path(passage) + new URL(passage).hash : ""])
  }
  return found
}"""


@dataclass(frozen=True)
class Answered:
    """One question: addresses of what was found, and whether it was taken for other words."""

    found: list[str]
    corrected: bool
    passage: str
    """Where the best passage of the first result stands."""


def report(file: Path) -> str:
    """The table for people."""
    told = json.loads(gzip.decompress(file.read_bytes()))
    questions = [one["text"] for one in told["questions"]]
    shares: dict[str, list[str]] = {name: [] for name in (*AIMS, "corrected")}
    for typed in (questions, [fold(one) for one in questions]):
        for name, share in _measured(told, typed):
            shares[name].append(share)
    rows: list[tuple[str, ...]] = [("", "cần đạt", "có dấu", "không dấu")]
    labels = {
        "article@1": "mỗi điều một mục: điều đúng đứng đầu",
        "article@10": "mỗi điều một mục: trong mười mục đầu",
        "law@1": "mỗi luật một mục: luật đúng đứng đầu",
        "passage@1": "mỗi luật một mục: điều đúng đứng đầu, trong luật đứng đầu",
        "corrected": "câu bị hiểu thành chữ khác",
    }
    for name, label in labels.items():
        aim = decimal(AIMS[name], 3) if name in AIMS else str(WRONG)
        rows.append((label, aim, *shares[name]))
    return "\n".join([f"{len(questions)} câu hỏi thật về luật.", "", *columns(rows)])


def _measured(told: dict[str, Any], questions: list[str]) -> Iterator[tuple[str, str]]:
    gold = [one["gold"] for one in told["questions"]]
    by_article = _asked(list(_articles(told)), questions)
    right = [{_article(one) for one in names} for names in gold]
    pairs = list(zip(by_article, right, strict=True))
    yield "article@1", _share(bool(wanted & {*one.found[:1]}) for one, wanted in pairs)
    yield "article@10", _share(bool(wanted & {*one.found}) for one, wanted in pairs)
    by_law = _asked(list(_laws(told)), questions)
    laws = [{f"{slug(one.partition('|')[0])}/" for one in names} for names in gold]
    both = zip(by_law, laws, strict=True)
    yield "law@1", _share(bool(wanted & {*one.found[:1]}) for one, wanted in both)
    places = [{_place(one) for one in names} for names in gold]
    yield (
        "passage@1",
        _share(one.passage in wanted for one, wanted in zip(by_law, places, strict=True)),
    )
    yield "corrected", str(sum(one.corrected for one in (*by_article, *by_law)))


def _articles(told: dict[str, Any]) -> Iterator[Record]:
    for one in told["articles"]:
        url = _article(f"{one['law']}|{one['article']}")
        yield Record(url=url, title=one["title"], text=one["text"])


def _laws(told: dict[str, Any]) -> Iterator[Record]:
    laws: dict[str, list[Section]] = {}
    for one in told["articles"]:
        name = one["title"].partition(": ")[2] or one["title"]
        label = f"Điều {one['article']}. {name}"
        section = Section(f"dieu-{one['article']}", label, one["text"])
        laws.setdefault(one["law"], []).append(section)
    for law, sections in laws.items():
        yield Record(url=f"{slug(law)}/", title=law, sections=tuple(sections))


def _article(name: str) -> str:
    law, _, number = name.partition("|")
    return f"{slug(law)}/{number}/"


def _place(name: str) -> str:
    law, _, number = name.partition("|")
    return f"{slug(law)}/#dieu-{number}"


def _asked(records: list[Record], questions: list[str]) -> list[Answered]:
    with tempfile.TemporaryDirectory(prefix="portal-luat-") as name:
        site = Path(name)
        for asset in search.index(records).assets:
            _put(site / asset.path).write_bytes(asset.content)
        for script in bundles.copies():
            shutil.copy(script.file, _put(site / script.path))
        (site / "do.html").write_text("<!doctype html><title>đo</title>", encoding="utf-8")
        with serving(site) as line, chromium.started() as browser:
            page = browser.new_page()
            page.set_default_timeout(600_000)
            page.goto(f"{line.address}do.html")
            return [Answered(*one) for one in page.evaluate(_ASK, questions)]


def _put(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    return file


def _share(ones: Iterator[bool]) -> str:
    told = list(ones)
    return decimal(sum(told) / len(told), 3)
