"""The golden files of `tests/site/expected`: what the tiny site is drawn as, to be read in a diff.

In: an edition. Out: files a reviewer can judge: of every template the page that shows most of it,
the list of all addresses, the menu, one Word text, one old address. `scripts/bless.py` writes them.
"""

from __future__ import annotations

import difflib
import json
import sys
import zipfile
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path

import readable

from portal.kinds.page import ASSESSMENT
from portal.text import NBSP
from portal.views import Edition
from portal.views.outputs import Asset, Page

LINES_SHOWN, NAMES_SHOWN = 40, 12
ELSEWHERE = ("assets/search/", "api/", "theo-doi/")
"""Files that readers of their own judge: tests/test_search.py, test_api.py, test_feeds.py."""
Files = dict[str, str]


def files(edition: Edition) -> Files:
    """Path below the folder → text."""
    pages = {template.removesuffix(".jinja"): page(one) for template, one in _fullest(edition)}
    menu = json.dumps(edition.menu, ensure_ascii=False, indent=1) + "\n"
    return (
        pages | _assets(edition.assets) | {"addresses.txt": _addresses(edition), "menu.json": menu}
    )


def _fullest(edition: Edition) -> Iterator[tuple[str, Page]]:
    """Template and the longest page it draws."""
    found: dict[str, Page] = {}
    for one in edition.pages:
        best = found.get(one.plan.template)
        if best is None or len(one.html) > len(best.html):
            found[one.plan.template] = one
    yield from found.items()


def page(page: Page) -> str:
    """What a page says of itself, a fact a line, and its article."""
    plan = page.plan
    head = {
        "url": page.url,
        "title": page.title,
        "description": page.description,
        "label": plan.label,
        "origin": plan.origin,
        "menu": f"{plan.menu} {plan.menu_place}" if plan.menu else "",
        "searchable": "" if plan.searchable else "no",
    }
    said = [f"{name}: {value}" for name, value in head.items() if value]
    said += [f"{name}: {content}" for name, content in page.tags]
    said += [f"{'#' * one.level} {one.title} #{one.id}" for one in page.outline]
    data = json.dumps(page.data, ensure_ascii=False, indent=1) if page.data else ""
    text = "\n".join([*said, *([data] if data else []), "", readable.lines(page.html)])
    return text.replace(NBSP, "&nbsp;")


def _addresses(edition: Edition) -> str:
    """Every page and every file, a line each, in the order in which they are handed over."""
    pages = [f"{one.url or '.'} | {one.plan.template} | {one.title}" for one in edition.pages]
    kept = [one.path for one in edition.assets if not one.path.startswith(ELSEWHERE)]
    return "\n".join([*pages, "", *kept, ""]).replace(NBSP, "&nbsp;")


def _assets(assets: Iterable[Asset]) -> Files:
    """The longest of every sort; what has tests of its own is left out."""
    found: dict[str, Asset] = {}
    for one in assets:
        sort = one.path.rpartition(".")[2]
        if one.path.startswith((*ELSEWHERE, f"{ASSESSMENT}/")):
            continue
        if sort in READ and len(one.content) > len(found.get(sort, Asset("", b"")).content):
            found[sort] = one
    return {f"files/{sort}.txt": READ[sort](one.content) for sort, one in sorted(found.items())}


def _word(content: bytes) -> str:
    """What a Word file says; its packing differs with the machine's zlib."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return readable.lines(archive.read("word/document.xml").decode())


def _json(content: bytes) -> str:
    return json.dumps(json.loads(content), ensure_ascii=False, indent=1) + "\n"


def _html(content: bytes) -> str:
    return readable.lines(content.decode())


READ = {"docx": _word, "html": _html, "json": _json}


def kept(folder: Path) -> Files:
    """What was accepted."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def write(folder: Path, drawn: Files) -> None:
    """Accept what is drawn."""
    before = kept(folder)
    for path in before.keys() - drawn.keys():
        (folder / path).unlink()
    for path, text in drawn.items():
        if before.get(path) != text:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")


def disagreement(kept: Files, drawn: Files) -> str:
    """The beginning of the diff, and how to say that it is meant."""
    changed = sorted(
        path for path in kept.keys() | drawn.keys() if kept.get(path) != drawn.get(path)
    )
    lines = (line for path in changed for line in diff(path, kept.get(path), drawn.get(path)))
    shown = list(islice(lines, LINES_SHOWN))
    python = Path(sys.executable)
    program = python.relative_to(Path.cwd()) if python.is_relative_to(Path.cwd()) else "python3"
    return "\n".join(
        [
            f"{len(changed)} tệp khác tests/site/expected:",
            *(f"  {path}" for path in changed[:NAMES_SHOWN]),
            *(["  …"] if len(changed) > NAMES_SHOWN else []),
            *shown,
            *(["…"] if next(lines, None) is not None else []),
            "Nếu đúng như ý muốn, nhận lấy rồi đọc git diff:",
            f"    {program} -m pytest tests/test_views.py --bless",
        ]
    )


def diff(path: str, kept: str | None, drawn: str | None) -> Iterator[str]:
    old, new = ((text or "").splitlines() for text in (kept, drawn))
    before = f"expected/{path}" if kept is not None else "(chưa có)"
    after = path if drawn is not None else "(không còn)"
    yield from difflib.unified_diff(old, new, before, after, lineterm="", n=1)
