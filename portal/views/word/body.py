"""Finished HTML of a document's page → WordprocessingML: paragraphs and tables, as text.

Comes in: the article's HTML. Goes out: what stands between `<w:body>` and its section settings.
Written as text and not through python-docx, which takes forty milliseconds a document, this two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

_DRAWINGS = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_UNEVEN = re.compile(r"[\x00-\x1f\ufffe\uffff]|  ")
"""Without these, neither of the two has anything to do in a text: in most it has not."""
_HEADINGS = {"h2": "Heading1", "h3": "Heading2", **dict.fromkeys(("h4", "h5", "h6"), "Heading3")}
_FLAGS = {
    **{"strong": "b", "b": "b", "th": "b", "dt": "b", "em": "i", "i": "i", "mark": "b"},
    **{"sup": "sup", "sub": "sub", "code": "code", "kbd": "code", "s": "s"},
}
_BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "details", "div", "dl", "dd", "dt", "figure"),
        *("header", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre"),
        *("section", "summary", "table", "ul"),
    }
)
_LEFT_OUT = frozenset({"button", "form", "input", "nav", "script", "summary", "template"})
_UNSEEN = frozenset(
    {
        *("unseen", "needs-script", "headerlink", "footnote-backref"),
        *("badges", "download", "page-header__kind"),
    }
)
_SECTIONS_LEFT_OUT = frozenset({"so-do", "lien-quan"})
"""The drawing, and who mentions the document: as on paper."""
_NAMED = frozenset({"facts", "trust"})
_LOOKS = {"notice": "Notice", "lead": "Lead", "meta": "Small", "remark": "Small"}
_AROUND = {"badge": ("[", "]"), "standing": ("(", ")")}
"""What frames do on the page, brackets do here."""
_PLAIN, _BOLD, _CODE = frozenset[str](), frozenset("b"), frozenset({"code"})
_BREAK = "<w:r><w:br/></w:r>"
_PARSER = etree.HTMLParser()
"""Its elements are plain: those of lxml.html look for their class in Python, one by one."""
LEAST, MOST = 28, 60
"""Letters that a column of a table has room for, seen beside the others."""
_STEP = 397
"""Indent of one level of a list, in twentieths of a point: 7 mm."""


def converted(html: str) -> str:
    """All blocks of the article in their order, but for its title."""
    whole = f"<html><body>{_DRAWINGS.sub('', html)}</body></html>"
    root = etree.fromstring(whole, _PARSER).find("body")
    _write_out(root)
    return "".join(_inside(root, "", 0))


def _write_out(root: Any) -> None:
    """What the page says only to who points at it, or shows as a picture, becomes words."""
    met = set()
    for short in root.iter("abbr"):
        explained = short.getparent().get("class") == "term"  # by the portal's own page of it
        if short.text not in met and not explained:
            short.tail = f" ({short.get('title')}){short.tail or ''}"
        met.add(short.text)
    for picture in root.iter("img"):
        if told := picture.get("alt"):
            picture.tail = f"[Hình: {told}]{picture.tail or ''}"


def paragraph(runs: str, style: str = "", indent: int = 0, more: str = "") -> str:
    """One paragraph of ready runs."""
    if not runs:
        return ""
    told = f'<w:pStyle w:val="{style}"/>' if style else ""
    told += more
    if indent:
        told += f'<w:ind w:left="{indent * _STEP}"/>'
    return f"<w:p><w:pPr>{told}</w:pPr>{runs}</w:p>" if told else f"<w:p>{runs}</w:p>"


def run(text: str, flags: frozenset[str] = frozenset()) -> str:
    """One run of text."""
    if _UNEVEN.search(text):
        text = _CONTROL.sub("", _SPACE.sub(" ", text))
    if not text:
        return ""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f'<w:r>{_look(flags)}<w:t xml:space="preserve">{text}</w:t></w:r>'


@lru_cache(maxsize=64)
def _look(flags: frozenset[str]) -> str:
    told = ""
    if "code" in flags:
        told += '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'
    told += "<w:b/>" * ("b" in flags) + "<w:i/>" * ("i" in flags) + "<w:strike/>" * ("s" in flags)
    for place, name in (("sup", "superscript"), ("sub", "subscript")):
        if place in flags:
            told += f'<w:vertAlign w:val="{name}"/>'
    return f"<w:rPr>{told}</w:rPr>" if told else ""


def _inside(holder: Any, style: str, indent: int, lead: str = "") -> Iterator[str]:
    """The content of a block: text becomes paragraphs, blocks inside follow in their place; the
    first of all begins with the lead."""
    flags = _BOLD if holder.tag in ("dt", "th") else _PLAIN
    runs = _text(holder.text, flags, "")
    for child in holder:
        if _is_left_out(child):
            pass
        elif child.tag in _BLOCKS:
            if runs:
                yield paragraph(lead + runs, style, indent)
                lead = runs = ""
            for made in _block(child, style, indent, lead):
                yield made
                lead = ""
        else:
            runs += _inline(child, flags)
        runs += _text(child.tail, flags, runs)
    if runs:
        yield paragraph(lead + runs, style, indent)


def _text(text: str | None, flags: frozenset[str], before: str) -> str:
    """A run; space at the beginning of a paragraph is none."""
    return run(text, flags) if text and (before or not text.isspace()) else ""


def _is_left_out(element: Any) -> bool:
    if not isinstance(element.tag, str):
        return True
    if element.tag in _LEFT_OUT:
        return bool(element.getparent().getparent().get("class") != "part")
    if "data-search-exclude" in element.attrib:
        return True
    told = element.get("class")
    if told and not _UNSEEN.isdisjoint(told.split()):
        return True
    first = element[0] if element.tag == "section" and len(element) else None
    return first is not None and first.get("id") in _SECTIONS_LEFT_OUT


def _inline(element: Any, flags: frozenset[str]) -> str:
    if element.tag == "br":
        return _BREAK
    told = (element.get("class") or "").split()
    if element.tag in _FLAGS:
        flags |= {_FLAGS[element.tag]}
    if "dead" in told:
        flags |= {"s"}
    before, after = next((_AROUND[name] for name in told if name in _AROUND), ("", ""))
    made = run(before + (element.text or ""), flags)
    for child in element:
        if not _is_left_out(child):
            made += _inline(child, flags)
        made += run(child.tail or "", flags)
    outside = element.get("data-address")
    return made + run(f"{after} <{outside}>" if outside else after, flags)


def _block(element: Any, style: str, indent: int, lead: str) -> Iterator[str]:
    tag, told = element.tag, (element.get("class") or "").split()
    if tag in ("h1", "hr"):
        return
    if tag in _HEADINGS:
        yield from _inside(element, _HEADINGS[tag], 0, lead)
    elif tag in ("ul", "ol"):
        yield paragraph(lead, style, indent) if lead.strip() else ""
        yield from _list(element, style, indent)
    elif tag == "table":
        yield paragraph(lead, style, indent) if lead.strip() else ""
        yield _table(element)
    elif tag == "pre":
        lines = ("".join(element.itertext()).rstrip("\n")).split("\n")
        yield paragraph(lead + _BREAK.join(run(one, _CODE) for one in lines), style, indent)
    elif tag == "dl" and not _NAMED.isdisjoint(told):
        yield _facts(element)
    elif tag in ("blockquote", "dd"):
        yield from _inside(element, style, indent + 1, lead)
    else:
        own = next((look for name, look in _LOOKS.items() if name in told), "")
        yield from _inside(element, style or own, indent, lead)
        if own == "Notice":  # else its frame would run into the table that follows
            yield _GAP


def _list(element: Any, style: str, indent: int) -> Iterator[str]:
    """A dash or the number before each item, as administrative texts have it."""
    bare = style == "Cell"
    number = int(element.get("start") or 1)
    sign = ")" if "bracketed" in (element.get("class") or "") else "."
    for item in element:
        if item.tag == "li" and not _is_left_out(item):
            number = int(item.get("value") or number)
            mark = f"{number}{sign} " if element.tag == "ol" else "" if bare else _dash(item)
            yield from _inside(item, style, indent if bare else indent + 1, run(mark))
            number += 1


def _dash(item: Any) -> str:
    """What a text prints before an item; nothing where its words begin with their own number."""
    if item.get("class") == "numbered":
        return ""
    return "+ " if (item.get("id") or "").rpartition(".")[2].startswith("cong-") else "- "


def _facts(element: Any) -> str:
    """Label and value side by side."""
    rows = ""
    for row in element:
        cells = [one for one in row if one.tag in ("dt", "dd")]
        if len(cells) == 2:
            rows += f"<w:tr>{_cell(cells[0], 2700)}{_cell(cells[1], 6600)}</w:tr>"
    return framed(rows, (2700, 6600)) if rows else ""


def _table(element: Any) -> str:
    """Heads first, repeated on every sheet; no row is cut by the edge of one."""
    lines = [[one for one in row if one.tag in ("th", "td")] for row in element.iter("tr")]
    widths = _widths(lines)
    head, rows = "", ""
    for cells in filter(None, lines):
        heading = cells[0].getparent().getparent().tag == "thead"
        own = widths if len(cells) == len(widths) else (9300 // len(cells),) * len(cells)
        made = "".join(_cell(one, width) for one, width in zip(cells, own, strict=True))
        row = f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' * heading}</w:trPr>{made}</w:tr>"
        head, rows = (head + row, rows) if heading else (head, rows + row)
    return framed(head + rows, widths) if head or rows else ""


def _widths(lines: list[list[Any]]) -> tuple[int, ...]:
    """Each column by its longest cell, within bounds: a day needs less room than a sentence."""
    room = [LEAST] * max(map(len, lines), default=1)
    for cells in lines:
        for at, one in enumerate(cells):
            room[at] = max(room[at], min(len("".join(one.itertext()).strip()), MOST))
    return tuple(9300 * one // sum(room) for one in room)


def _cell(element: Any, width: int) -> str:
    told = "".join(_inside(element, "Cell", 0)) or _EMPTY
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{told}</w:tc>'


_GAP = '<w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>'
_EMPTY = '<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>'


def framed(rows: str, widths: tuple[int, ...]) -> str:
    """A table of ready rows."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9300" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{_GAP}'
    )
