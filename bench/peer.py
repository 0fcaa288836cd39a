"""The same text as plain mkdocs-material would get it: one Markdown page an entry, nothing of ours.

In: a judged library. Out: a project that `mkdocs build` takes, with the settings people use, or
with those that are best for many pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from portal.kinds import KINDS, Entry, Kind
from portal.kinds.base import Link, fields_of, is_model
from portal.library import Library

SETTINGS: dict[str, Any] = {
    "site_name": "Cổng tự tạo để đo",
    "theme": {
        "name": "material",
        "language": "vi",
        "features": ["navigation.tabs", "navigation.indexes", "navigation.prune", "toc.follow"],
    },
    "plugins": [{"search": {"lang": "vi"}}],
    "markdown_extensions": [
        *("abbr", "admonition", "attr_list", "def_list", "footnotes", "tables"),
        {"toc": {"permalink": True}},
    ],
    "validation": {"links": {"not_found": "ignore", "anchors": "ignore"}},
}
ALL_BUT_LISTS = "*.md\n!index.md\n"
TO_PAGE = re.compile(r"\]\(\.\./van-ban/([a-z0-9-]+\.md)")
"""Links to documents, as the made pages have them."""
_TO_ENTRY = re.compile(r"\]\(([a-z-]+)/([a-z0-9-]+)(#[a-z0-9.-]+)?\)")


def write(library: Library, folder: Path) -> None:
    """A page for every entry, and for every kind a page that links to all of its entries."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (docs / "index.md").write_text("# Cổng tự tạo để đo\n", encoding="utf-8")
    for kind in KINDS:
        entries = list(library.entries[kind.name].values())
        if kind.name == "trang" or not entries:
            continue
        home = docs / kind.name
        home.mkdir()
        (home / "index.md").write_text(_list(kind, entries), encoding="utf-8")
        for entry in entries:
            (home / f"{entry.id}.md").write_text(_page(library, entry), encoding="utf-8")


def settings(folder: Path, in_nav: bool) -> Path:
    """The settings file; `in_nav` is the usual way, where every page stands in the navigation."""
    file = folder / ("mkdocs-trong-menu.yml" if in_nav else "mkdocs-ngoai-menu.yml")
    made = SETTINGS if in_nav else {**SETTINGS, "not_in_nav": ALL_BUT_LISTS}
    file.write_text(yaml.safe_dump(made, allow_unicode=True), encoding="utf-8")
    return file


def _list(kind: Kind, entries: list[Entry]) -> str:
    lines = [f"- [{entry.name}]({entry.id}.md)\n\n    {entry.summary}\n" for entry in entries]
    return f"# {kind.label}\n\n{kind.lead}\n\n" + "\n".join(lines)


def _page(library: Library, entry: Entry) -> str:
    head = yaml.safe_dump({"title": entry.name, "description": entry.summary}, allow_unicode=True)
    facts = "\n".join(_lines(library, entry))
    body = _TO_ENTRY.sub(r"](../\1/\2.md\3)", entry.body)
    return f"---\n{head}---\n\n# {entry.name}\n\n{facts}\n\n{body}"


def _lines(library: Library, entry: Entry) -> Iterator[str]:
    """Every filled field as one item of a list, as short as an editor would write it."""
    for one in fields_of(type(entry)):
        value = getattr(entry, one.name)
        if one.name != "title" and value not in (None, (), ""):
            yield f"- **{one.label}**: {_value(library, value)}"


def _value(library: Library, value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(_value(library, one) for one in value)
    if isinstance(value, Link):
        target, place = library.get(value), f"#{value.anchor}" if value.anchor else ""
        return f"[{target.name if target else value}](../{value.kind}/{value.id}.md{place})"
    if is_model(value):
        filled = ((one.label, getattr(value, one.name)) for one in fields_of(type(value)))
        told = ((label, one) for label, one in filled if one not in (None, (), ""))
        return ", ".join(f"{label}: {_value(library, one)}" for label, one in told)
    return str(value)
