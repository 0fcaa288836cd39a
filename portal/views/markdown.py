"""Markdown → HTML for prose and bodies: one converter, reused; raw HTML is never passed through.

Comes in: Markdown of editors. Goes out: HTML in which only what `portal.markup` allows stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.extensions.toc import TocExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from portal.markup import ATTRIBUTES, PAIRED_TAGS, is_safe
from portal.text import slug

Resolve = Callable[[str], str]
"""Target as the editor wrote it → address relative to the page."""

_TABLE = re.compile(r"<table>(.*?</thead>)", re.DOTALL)
_HEADING = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
UNMARKED = re.compile(r"(?!\d+\.)[«“(]?[^\W_][^\x00-\x1f\\`*_\[\]<>&{}!]*(?<!\s)")
"""One line in which Markdown finds nothing to do: most of the prose in fields. Saves a third."""


class _PairedTag(InlineProcessor):
    """`<sub>…</sub>` and its like, without attributes."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        made = Element(m[1].lower())
        made.text = m[2]
        return made, m.start(0), m.end(0)


class _Break(InlineProcessor):
    """`<br>`."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]
        return Element("br"), m.start(0), m.end(0)


class _ItemIds(Treeprocessor):
    """`- text {#muc-ii.1.gach-2}` names the list item; stock attr_list wants a line of its own."""

    MARK = re.compile(r"\s*\{:?\s*#([a-z0-9.-]+)\s*\}\s*$")

    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            paragraph = item.find("p")
            holder = paragraph if paragraph is not None and item[0] is paragraph else item
            last: Element | None = None
            for child in holder:
                if child.tag in ("ul", "ol", "dl", "p"):
                    break
                last = child
            told = (holder.text if last is None else last.tail) or ""
            if found := self.MARK.search(told):
                item.set("id", found[1])
                if last is None:
                    holder.text = told[: found.start()]
                else:
                    last.tail = told[: found.start()]


class _Guard(Treeprocessor):
    """Last in line: attributes and targets outside the allowed lists go, links become relative."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.resolve: Resolve = lambda target: target

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in [
                name for name in element.attrib if name not in ATTRIBUTES and name != "style"
            ]:
                del element.attrib[name]
            if "style" in element.attrib:
                align = element.attrib.pop("style").partition(":")[2].strip(" ;")
                if align in ("right", "center"):
                    element.set("class", f"align-{align}")
            if element.tag == "a" and "href" in element.attrib:
                target = element.attrib["href"]
                if not is_safe(target):
                    del element.attrib["href"]
                elif not target.startswith("#"):
                    element.set("href", self.resolve(target))
            if element.tag == "th":
                element.set("scope", "col")
            if element.tag == "img" and "src" in element.attrib:
                source = element.attrib["src"]
                if is_safe(source) and not urlsplit(source).scheme:
                    element.set("src", self.resolve(source))
                    element.set("loading", "lazy")
                else:  # nothing is fetched from elsewhere, in a preview either
                    del element.attrib["src"]


class _Portal(Extension):
    def extendMarkdown(self, md: Markdown) -> None:
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
        md.inlinePatterns.register(
            _PairedTag(rf"<({'|'.join(PAIRED_TAGS)})>(.*?)</\1>", md), "paired-tag", 91
        )
        md.inlinePatterns.register(_Break(r"<br ?/?>", md), "break", 90)
        md.treeprocessors.register(_ItemIds(md), "item-ids", 5)
        self.guard = _Guard(md)
        md.treeprocessors.register(self.guard, "guard", -100)


class Converter:
    """Keeps one Markdown instance; making a new one costs as much as a short page."""

    def __init__(self) -> None:
        portal = _Portal()
        self._md = Markdown(
            extensions=[
                "tables",
                "attr_list",
                "footnotes",
                "def_list",
                "abbr",
                "sane_lists",
                "fenced_code",
                TocExtension(slugify=lambda text, _: slug(text), toc_depth="2-3"),
                portal,
            ],
            extension_configs={"footnotes": {"BACKLINK_TITLE": "Về chỗ chú thích {}"}},
            output_format="html",
        )
        self._guard = portal.guard

    def block(self, text: str, resolve: Resolve) -> Markup:
        """Paragraphs, lists, tables, headings."""
        if UNMARKED.fullmatch(text):
            return Markup(f"<p>{text}</p>")
        self._guard.resolve = resolve
        html = self._md.reset().convert(text)
        numbers = count(1)
        html = _TABLE.sub(lambda table: _framed(table, next(numbers)), html)
        return Markup(html.replace("</table>", "</table></section>"))

    def inline(self, text: str, resolve: Resolve) -> Markup:
        """One paragraph without its `<p>`; several keep theirs."""
        html = self.block(text, resolve)
        if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
            return Markup(html[3:-4])
        return html


def _framed(table: re.Match[str], number: int) -> str:
    """A table in a box that scrolls by itself, named by its columns: Markdown has no captions."""
    columns = (_TAG.sub("", one).strip() for one in _HEADING.findall(table[1]))
    name = ", ".join(filter(None, columns)).replace('"', "&quot;")
    frame = f'<section class="table" aria-label="Bảng {number}: {name}" tabindex="0">'
    return f"{frame}<table>{table[1]}"


__all__ = ["UNMARKED", "Converter", "Resolve"]
