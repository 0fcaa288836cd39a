"""What a finished page says, read once: its ids, headings, links, and all it makes a browser load.

In: the bytes of an HTML file and its place in the site. Out: plain lists, and the faults every page
must be free of. Knows nothing of how pages are made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from justhtml import JustHTML
from justhtml.dom import Node

HOST = "http://site.invalid/"
"""Where the site seems to stand while addresses are resolved."""
LOADED = {
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "image": "href",
    "img": "src",
    "input": "src",
    "object": "data",
    "script": "src",
    "source": "src",
    "template": "data-src",
    "track": "src",
    "use": "href",
    "video": "src",
}
LINKED = {"a": "href", "area": "href", "form": "action"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
DATA_SCRIPTS = ("application/json", "application/ld+json")
CSS_URL = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
FOLDED_ID = re.compile(r"[a-z0-9_][a-z0-9_.:-]*")
ARTICLE = re.compile(r"(?:Điều|điều) (\d+)\b")


@dataclass(frozen=True, eq=False)
class WebPage:
    """One HTML file of a site."""

    path: str
    """Below the site's folder, with forward slashes."""
    root: Node
    parse_errors: tuple[str, ...]

    @classmethod
    def read(cls, site: Path, file: Path) -> WebPage:
        return cls.parse(file.relative_to(site).as_posix(), file.read_text(encoding="utf-8"))

    @classmethod
    def parse(cls, path: str, text: str) -> WebPage:
        made = JustHTML(text, sanitize=False, collect_errors=True)
        errors = tuple(f"dòng {error.line}: {error.code}" for error in made.errors)
        return cls(path, made.root, errors)

    @property
    def url(self) -> str:
        return HOST + self.path.removesuffix("index.html")

    @cached_property
    def elements(self) -> tuple[Node, ...]:
        return tuple(walk(self.root))

    def named(self, *names: str) -> Iterator[Node]:
        return (element for element in self.elements if element.name in names)

    @cached_property
    def ids(self) -> tuple[str, ...]:
        return tuple(value for one in self.elements if (value := attributes(one).get("id")))

    @cached_property
    def title(self) -> str:
        return next((text_of(one) for one in self.named("title")), "")

    @property
    def is_stub(self) -> bool:
        """A small page at an old address, leading to the new one."""
        return any(attributes(one).get("http-equiv") == "refresh" for one in self.named("meta"))

    @cached_property
    def links(self) -> tuple[str, ...]:
        """What a reader can go to, as written."""
        return tuple(self._values(LINKED))

    @cached_property
    def loaded(self) -> tuple[str, ...]:
        """What a browser fetches with the page, as written."""
        found = list(self._values(LOADED))
        for one in self.named("link"):
            told = attributes(one)
            if told.get("rel") not in ("canonical", "alternate"):
                found.append(told.get("href", ""))
        for one in self.elements:
            srcset = attributes(one).get("srcset", "")
            found += [part.split()[0] for part in srcset.split(",") if part.strip()]
        return tuple(found)

    def _values(self, wanted: dict[str, str]) -> Iterator[str]:
        for one in self.elements:
            name = wanted.get(one.name)
            if name and (value := attributes(one).get(name)) is not None:
                yield value


def walk(node: Node) -> Iterator[Node]:
    """All elements below a node, in the order of the page, templates' contents too."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if not one.name.startswith(("#", "!")):
            yield one
        inside = list(one.children or ())
        content = getattr(one, "template_content", None)
        waiting += reversed([*inside, *([content] if content else [])])


def attributes(node: Node) -> dict[str, str]:
    return {name: value or "" for name, value in (node.attrs or {}).items()}


def text_of(node: Node) -> str:
    return " ".join(node.to_text().split())


def address(base: str, written: str) -> str:
    """The full address a link leads to from a page."""
    return urljoin(base, written)


def is_ours(written: str) -> bool:
    """Whether an address stays in the site: no scheme, no host."""
    parts = urlsplit(written)
    return not parts.scheme and not parts.netloc


def place(full: str) -> tuple[str, str]:
    """(path below the site, anchor) of an address of the site; the index of a folder is named."""
    parts = urlsplit(full)
    path = unquote(parts.path).lstrip("/")
    return (path + "index.html" if path.endswith("/") or not path else path), unquote(
        parts.fragment
    )


# Faults: each check yields what is wrong, in words


ENGLISH = "en/index.html"
"""The one page that is not in Vietnamese."""


def standard_faults(page: WebPage) -> Iterator[str]:
    """Against the HTML standard."""
    yield from page.parse_errors
    for id, times in Counter(page.ids).items():
        if times > 1:
            yield f"id «{id}» dùng {times} lần"
    for one in page.named("html"):
        lang = "en" if page.path == ENGLISH else "vi"
        if attributes(one).get("lang") != lang:
            yield f"trang không ghi lang={lang}"
    if not page.title:
        yield "trang không có title"


def outline_faults(page: WebPage) -> Iterator[str]:
    """Exactly one h1, first of all; no level is jumped."""
    levels = [(int(one.name[1]), text_of(one)) for one in page.named(*HEADINGS)]
    titles = [text for level, text in levels if level == 1]
    if len(titles) != 1:
        yield f"có {len(titles)} h1: {titles}"
    last = 0
    for level, text in levels:
        if level > last + 1:
            yield f"h{level} «{text}» theo sau h{last}"
        if not text:
            yield f"h{level} không có chữ"
        last = level


def reading_faults(page: WebPage) -> Iterator[str]:
    """What a reader who does not see the page would miss, or hear where it does not belong."""
    for heading in page.named(*HEADINGS):
        if any("headerlink" in attributes(one).get("class", "") for one in walk(heading)):
            yield f"tiêu đề «{text_of(heading)}» đọc kèm liên kết tới chính nó"
    for one in page.named("img"):
        if "alt" not in attributes(one):
            yield f"ảnh {attributes(one).get('src')} không có alt"
    for one in page.named("a"):
        told = attributes(one)
        if "href" in told and not (text_of(one) or told.get("aria-label") or alt_inside(one)):
            yield f"liên kết tới {told['href']} không có chữ"
    for table in page.named("table"):
        if not any(one.name == "caption" and text_of(one) for one in walk(table)):
            region = attributes(table.parent) if table.parent else {}
            if not region.get("aria-label"):
                yield "bảng không có tên (caption)"
        for one in walk(table):
            if one.name == "th" and attributes(one).get("scope") not in ("col", "row"):
                yield f"ô tiêu đề «{text_of(one)}» không ghi scope"
    controls = {attributes(one).get("for") for one in page.named("label")}
    for one in page.named("input", "select", "textarea"):
        told = attributes(one)
        named = told.get("id") in controls or told.get("aria-label") or told.get("type") == "hidden"
        if not named:
            yield f"ô nhập {told.get('name') or told.get('id')} không có nhãn"


def alt_inside(node: Node) -> str:
    return "".join(attributes(one).get("alt", "") for one in walk(node) if one.name == "img")


def id_faults(page: WebPage) -> Iterator[str]:
    """Ids are folded, and an article of a document is found under its number."""
    for id in page.ids:
        if not FOLDED_ID.fullmatch(id):
            yield f"id «{id}» không viết thường không dấu"
    for one in page.named(*HEADINGS):
        given, found = attributes(one).get("id"), ARTICLE.match(text_of(one))
        if given and found and not re.search(rf"(?:^|\.|-)dieu-{found[1]}(?![0-9])", given):
            yield f"«{text_of(one)}» có id «{given}», không phải dieu-{found[1]}"


def foreign_faults(page: WebPage) -> Iterator[str]:
    """Nothing is fetched from elsewhere, nothing runs that is not a file of ours."""
    for written in page.loaded:
        if not is_ours(written):
            yield f"tải {written}"
    for one in page.elements:
        for name, value in attributes(one).items():
            if name.startswith("on") or name == "style":
                yield f"<{one.name}> có thuộc tính {name}"
            if value.strip().lower().startswith(("javascript:", "vbscript:", "data:text")):
                yield f"<{one.name}> có {name}={value[:40]}"
        if one.name == "style":
            yield "<style> viết thẳng trong trang"
        told = attributes(one)
        if one.name == "script" and not (told.get("src") or told.get("type") in DATA_SCRIPTS):
            yield "<script> viết thẳng trong trang"
        if one.name == "base":
            yield "<base> đổi gốc của mọi liên kết"
