"""The portal's search and its peers, each built from the same pages into a folder to be served.

In: pages. Out: for each system its folder, the seconds its index took, its weight. A peer whose
program is not here is left out, and that is said.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from bench import peer
from bench.line import packed
from bench.search import corpus
from bench.search.truth import Truth, truth_of
from portal.library import Library
from portal.road import judge
from portal.views import bundles, search

PEERS = Path(__file__).parent / "peers"
MODULES = PEERS / "node_modules"
DRIVERS = "do.js"
HEAD = '<!doctype html><html lang="vi"><meta charset="utf-8">'


@dataclass
class Corpus:
    """Pages of one size, judged, and what is right about them."""

    name: str
    folder: Path
    library: Library
    truth: Truth

    @classmethod
    def read(cls, name: str, folder: Path) -> Corpus:
        library, _ = judge(folder, corpus.DAY)
        return cls(name, folder, library, truth_of(library))


@dataclass(frozen=True)
class Built:
    """A system ready to be asked."""

    system: str
    site: Path
    seconds: float
    """CPU seconds, all processes together, to make the index from pages that are read already;
    for Material the whole site."""
    again: float | None
    """The same with one entry changed, where the system can use what it did before."""
    weight: int
    """Bytes of the index as it travels."""
    worker: str = ""
    places: Mapping[str, str] = field(default_factory=dict)
    """Its addresses → those of the portal, where they are not the same."""


def build(system: str, pages: Corpus, home: Path) -> Built:
    """Make the index of a system below `home`."""
    site = home / system
    shutil.rmtree(site, ignore_errors=True)
    site.mkdir(parents=True)
    built = SYSTEMS[system](pages, site)
    shutil.copy(PEERS / "drivers.js", built.site / DRIVERS)
    page = f'{HEAD}<title>đo</title><script src="/{DRIVERS}"></script></html>'
    (built.site / "do.html").write_text(page, encoding="utf-8")
    return built


def present() -> list[str]:
    """The systems this machine can build."""
    asked = {
        "minisearch": shutil.which("node") and (MODULES / "minisearch").is_dir(),
        "lunr": shutil.which("node") and (MODULES / "lunr").is_dir(),
        "pagefind": _pagefind(),
        "material": True,
        "zensical": shutil.which("zensical"),
    }
    return ["portal", *(name for name, here in asked.items() if here)]


def fetch() -> None:
    """The peers of npm, as their lock says."""
    npm = shutil.which("npm")
    if not npm:
        raise RuntimeError("Máy này không có npm để lấy MiniSearch, lunr.js, Pagefind.")
    words = ("ci", "--silent", "--ignore-scripts", "--no-audit", "--no-fund")
    if subprocess.run([npm, *words], cwd=PEERS, check=False).returncode:
        raise RuntimeError("npm không lấy được các công cụ để so; xem lời báo ở trên.")


def _portal(pages: Corpus, site: Path) -> Built:
    begun = _spent()
    made = search.draw(pages.library, ())
    seconds = _spent() - begun
    changed, back = _change(pages.folder)
    try:
        library, _ = judge(pages.folder, corpus.DAY)
        begun = _spent()
        search.draw(library, (), made.cache)
        again = _spent() - begun
    finally:
        changed.write_text(back, encoding="utf-8", newline="\n")
    for asset in made.assets:
        file = site / asset.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(asset.content)
    weight = _weight(site.rglob("*"))
    for script in bundles.copies():
        (site / script.path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(script.file, site / script.path)
    return Built("portal", site, seconds, again, weight)


def _change(folder: Path) -> tuple[Path, str]:
    """One entry says something else; what it said before is given back."""
    file = sorted((folder / "docs/bai-viet").glob("*.md"))[0]
    back = file.read_text(encoding="utf-8")
    file.write_text(f"{back}\nMột câu mới về phòng đọc Quế Lựu.\n", encoding="utf-8", newline="\n")
    return file, back


def _by_node(system: str) -> Callable[[Corpus, Path], Built]:
    script = {"minisearch": "minisearch/dist/umd/index.js", "lunr": "lunr/lunr.js"}[system]

    def make(pages: Corpus, site: Path) -> Built:
        source = site.with_suffix(".jsonl")
        source.write_text("\n".join(_lines(pages)) + "\n", encoding="utf-8", newline="\n")
        node = ["node", "--max-old-space-size=12000", str(PEERS / "build.mjs")]
        seconds = _run([*node, system, str(source), str(site)])
        weight = _weight(site.iterdir())
        shutil.copy(MODULES / script, site / f"{system}.js")
        shutil.copy(PEERS / "fold.js", site / "fold.js")
        return Built(system, site, seconds, None, weight)

    return make


def _lines(pages: Corpus) -> Iterator[str]:
    for doc in pages.truth.docs:
        told = {"url": doc.url, "title": doc.head, "heads": " . ".join(doc.headings)}
        yield json.dumps(told | {"text": " ".join(doc.sentences)}, ensure_ascii=False)


def _by_pagefind(pages: Corpus, site: Path) -> Built:
    for doc in pages.truth.docs:
        body = "".join(f"<p>{escape(one)}</p>" for one in doc.sentences)
        heads = "".join(f"<h2>{escape(one)}</h2>" for one in doc.headings)
        file = site / doc.own / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        title = escape(doc.head)
        text = f"{HEAD}<title>{title}</title><h1>{title}</h1>{heads}{body}</html>"
        file.write_text(text, encoding="utf-8")
    seconds = _run([str(_pagefind()), "--site", str(site)])
    weight = _weight((site / "pagefind").rglob("*"))
    return Built("pagefind", site, seconds, None, weight, places=pages.truth.places)


def _pagefind() -> str | None:
    ours = (MODULES / "@pagefind").glob("*/bin/pagefind_extended*")
    return next((str(one) for one in ours if not one.suffix), shutil.which("pagefind"))


def _by_material(pages: Corpus, site: Path) -> Built:
    settings = _project(pages, site)
    words = ["-m", "mkdocs", "build", "--quiet", "--config-file", str(settings)]
    seconds = _run([sys.executable, *words, "--site-dir", str(site / "site")])
    return _themed("material", pages, site / "site", seconds, "search/search_index.json")


def _by_zensical(pages: Corpus, site: Path) -> Built:
    settings = _project(pages, site)
    seconds = _run([str(shutil.which("zensical")), "build", "-f", settings.name], settings.parent)
    return _themed("zensical", pages, site / "project/site", seconds, "search.json")


def _project(pages: Corpus, site: Path) -> Path:
    peer.write(pages.library, site / "project")
    return peer.settings(site / "project", in_nav=False)


def _themed(system: str, pages: Corpus, site: Path, seconds: float, index: str) -> Built:
    worker = next(site.glob("assets/javascripts/workers/search.*.js")).relative_to(site).as_posix()
    weight = _weight([site / index])
    return Built(system, site, seconds, None, weight, f"/{worker}", pages.truth.places)


def _run(command: list[str], cwd: Path | None = None) -> float:
    begun = _spent()
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        said = re.sub(r"\s+", " ", (done.stdout + done.stderr)[-800:])
        raise RuntimeError(f"Không dựng được bằng {Path(command[0]).name}: {said}")
    return _spent() - begun


def _spent() -> float:
    """CPU seconds so far, of this process and of those it waited for: what others do on the
    machine meanwhile does not count."""
    return sum(os.times()[:4])


def _weight(files: Iterator[Path] | list[Path]) -> int:
    return sum(len(packed(file)) for file in files if file.is_file())


SYSTEMS: dict[str, Callable[[Corpus, Path], Built]] = {
    "portal": _portal,
    "minisearch": _by_node("minisearch"),
    "lunr": _by_node("lunr"),
    "pagefind": _by_pagefind,
    "material": _by_material,
    "zensical": _by_zensical,
}
LABELS = {
    **{"portal": "cổng này", "minisearch": "MiniSearch", "lunr": "lunr.js", "pagefind": "Pagefind"},
    **{"material": "Material", "zensical": "Zensical"},
}
