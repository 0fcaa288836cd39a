"""Where other entries lead to one, and the same files with another id in each of these places.

Comes in: raw text and what leads where. Goes out: the text with only the ids changed, and places in
files. References in keys are found by the YAML parser's marks, links in prose by their signs.
Refuses to know: why an entry moves, and how files are written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml

from portal.editor.entry_file import EntryFile
from portal.kinds import Entry
from portal.kinds.base import Link, prose
from portal.kinds.page import Page
from portal.library import Library
from portal.markup import internal_links
from portal.patch import spelling
from portal.patch.wanted import Unsafe

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One place that leads to the entry; `where` is empty in the body."""

    path: str
    line: int
    where: str
    is_link: bool
    """A link in prose, whose words can stand without it."""


def address(link: Link) -> str:
    """As links in prose have it."""
    return link.id if link.kind == Page.KIND else f"{link.kind}/{link.id}"


def places(library: Library, entry: Entry) -> list[Place]:
    """Everything outside the entry's own file that leads there."""
    found = set()
    for other in (*library.written, *library.faulty):
        if other.source.path != entry.source.path:
            found |= {*_in_keys(other, entry.link), *_in_prose(other, entry.link)}
    return sorted(found)


def _in_keys(other: Entry, to: Link) -> Iterator[Place]:
    for where, link in other.links:
        if (link.kind, link.id) == (to.kind, to.id):
            yield Place(other.source.path, other.line(where), where, False)


def _in_prose(other: Entry, to: Link) -> Iterator[Place]:
    for where, line, text in prose(other):
        for at, path, _ in internal_links(text) if "](" in text or "]:" in text else ():
            if path == address(to):
                yield Place(other.source.path, line + (not where) * at, where, True)


def changed(path: str, text: str, wheres: Iterable[str], old: Link, new: Link) -> str:
    """A file that leads to `new` wherever it led to `old`."""
    text = _keys_changed(path, text, wheres, old, new)
    sign = re.compile(
        rf"(\]\(\s*<?/?|^\s*\[[^\]\n]+\]:\s*<?/?){re.escape(address(old))}(?=[/#)>\s]|$)",
        re.MULTILINE,
    )
    return sign.sub(lambda found: f"{found[1]}{address(new)}", text)


def unlinked(text: str, old: Link) -> str:
    """The same with the words of the links alone."""
    to = rf"<?/?{re.escape(address(old))}/?(?:#[^)\s>]*)?>?"
    sign = re.compile(rf"(?<!!)\[([^\[\]]*)\]\(\s*{to}\s*\)")
    return sign.sub(r"\1", text)


def _keys_changed(path: str, text: str, wheres: Iterable[str], old: Link, new: Link) -> str:
    head, keys, tail = EntryFile(path, text.encode()).parts()
    root = yaml.compose(keys, Loader=spelling.LOADER)
    id = re.escape(old.id)
    token = re.compile(rf"(?:(?<![\w/-])|(?<=/)){id}(?![\w-])")
    nodes = {(node.start_mark.index, node.end_mark.index) for node in _nodes(root, wheres)}
    for start, end in sorted(nodes, reverse=True):
        told, count = token.subn(new.id, keys[start:end], count=1)
        if not count:
            raise Unsafe(f"không thấy mã {old.id} ở dòng {keys.count(chr(10), 0, start) + 1}")
        keys = keys[:start] + told + keys[end:]
    return head + keys + tail


def _nodes(root: yaml.Node | None, wheres: Iterable[str]) -> Iterator[yaml.ScalarNode]:
    for where in wheres:
        node = root
        for key, place in _STEP.findall(where):
            if place:
                # One value alone is taken as a list of one.
                node = node.value[int(place) - 1] if isinstance(node, yaml.SequenceNode) else node
            elif isinstance(node, yaml.MappingNode):
                node = next((value for name, value in node.value if name.value == key), None)
        if isinstance(node, yaml.ScalarNode):
            yield node
