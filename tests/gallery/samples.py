"""The pages that stand for all others of a site: found by walking the register and the folders.

In: a built site. Out: addresses, each with the name of its type. A new kind, or a new page beside
the kinds, is among them by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.kinds import KINDS
from portal.text import slug

INDEX = "index.html"
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
ENTRY = '<article class="entry '
"""What the pages of entries and of their parts have, and no other."""


@dataclass(frozen=True)
class Sample:
    """A page standing for its type."""

    url: str
    """Below the site's root; empty for the home page."""
    type: str
    """What it stands for, in Vietnamese."""
    press: str = ""
    """What is pressed before the picture is taken, where there is such a thing (a selector)."""

    @property
    def file(self) -> str:
        """Where its page stands below the site's folder."""
        return self.url if self.url.endswith(".html") else self.url + INDEX

    @property
    def key(self) -> str:
        """The address as a file name."""
        path, _, asked = self.url.partition("?")
        told = path.strip("/").replace("/", "--").removesuffix(".html") or "trang-chu"
        more = (slug(asked), slug(self.type) if self.press else "")
        return "--".join([told, *filter(None, more)])


def samples(site: Path, *, shortest: bool = False) -> list[Sample]:
    """Home, every list, the largest entry of every kind and part of it, and what stands alone.

    With `shortest`, the smallest entry of every kind too: there most is missing.
    """
    found = [Sample("", "Trang chủ")]
    for kind in KINDS:
        folder = site / kind.name
        if (folder / INDEX).is_file():
            found.append(Sample(f"{kind.name}/", f"Danh sách {kind.label}"))
        for depth, name in ((1, kind.one), (2, f"phần của {kind.one}")):
            pages = by_size(folder, depth)
            chosen = [*pages[-1:], *(pages[:1] if shortest and depth == 1 else [])]
            ways = ("dài nhất", "ngắn nhất")
            for page, way in zip(dict.fromkeys(chosen), ways, strict=False):
                url = f"{page.parent.relative_to(site).as_posix()}/"
                found.append(Sample(url, f"{name}, {way}".capitalize()))
    found += alone(site)
    return [*found, Sample("404.html", "Trang không có")]


def by_size(folder: Path, depth: int) -> list[Path]:
    """Entries' pages, the smallest first."""
    pages = (page for page in folder.glob("*/" * depth + INDEX) if is_entry(page))
    return sorted(pages, key=lambda page: (page.stat().st_size, page))


def is_entry(page: Path) -> bool:
    """Not a list or a drawing that stands beside the entries of its kind."""
    return ENTRY in page.read_text(encoding="utf-8")


def alone(site: Path) -> Iterator[Sample]:
    """What stands beside the kinds, with its sub-pages."""
    for kind in KINDS:
        for depth in (1, 2, 3):
            others = (page for page in (site / kind.name).glob("*/" * depth + INDEX))
            beside = [page for page in others if not is_entry(page) and not is_stub(page)]
            if beside:
                largest = max(beside, key=lambda page: (page.stat().st_size, page))
                url = f"{largest.parent.relative_to(site).as_posix()}/"
                yield Sample(url, f"Trang cạnh danh sách {kind.label}")
    ours = {kind.name for kind in KINDS if any((site / kind.name).glob("*/" + INDEX))} - {""}
    for page in lone(site, ours):
        yield Sample(f"{page.parent.relative_to(site).as_posix()}/", "Trang riêng")
    deep: dict[str, Path] = {}
    for page in sorted(site.glob("*/*/*/" + INDEX), key=lambda one: (one.stat().st_size, one)):
        deep[page.relative_to(site).parts[0]] = page
    for folder, page in sorted(deep.items()):
        if folder not in ours and not is_stub(page):
            url = f"{page.parent.relative_to(site).as_posix()}/"
            yield Sample(url, f"Trang trong {folder}")


def lone(site: Path, ours: set[str]) -> list[Path]:
    """Every page outside the folders of kinds; of those of one list that differ only in their day,
    drawn by one template, the largest and the smallest."""
    alike: dict[str, list[Path]] = {}
    for page in [*site.glob("*/" + INDEX), *site.glob("*/*/" + INDEX)]:
        url = page.relative_to(site).as_posix()
        if url.partition("/")[0] not in ours and not is_stub(page):
            alike.setdefault(DAY.sub("ngày", url), []).append(page)
    sized = (sorted(many, key=lambda one: (one.stat().st_size, one)) for many in alike.values())
    return sorted({page for many in sized for page in (many[0], many[-1])})


def is_stub(page: Path) -> bool:
    return 'http-equiv="refresh"' in page.read_text(encoding="utf-8")[:2000]
