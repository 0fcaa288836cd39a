"""What was copied in Word, Excel or a browser, as the Markdown of the portal.

Comes in: HTML of the clipboard. Goes out: Markdown; looks, fonts and hidden marks of Word are left
behind, letters of old fonts are turned into Unicode. Runs nothing, fetches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from portal.intake.markdown import begun, escaped
from portal.letters import conversion, mojibake
from portal.text import nfc
from portal.url import reason

_SILENT = frozenset(("script", "style", "head", "title", "template", "svg", "o:p", "xml"))
_BLOCKS = frozenset(
    ("p", "div", "li", "blockquote", "section", "article", "pre", "ul", "ol", "center", "dd", "dt")
)
_HEADINGS = {f"h{level}": "#" * max(level, 2) for level in range(1, 7)}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_LONE = frozenset(("br", "img", "hr", "meta", "link", "input", "col", "wbr"))
_FONT = re.compile(r"font-family:\s*[\"']?([^;\"',]+)", re.IGNORECASE)
_LIST = re.compile(r"mso-list:\s*l\d+ level(\d)", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[·•▪●○§ü\-–+o]|)\s+")
_ITEM = re.compile(r"^([0-9]{1,3})[.)]\s+")


def markdown(html: str) -> str:
    """The text, blocks one blank line apart."""
    page = _Page()
    page.feed(html)
    page.close()
    page.flush()
    blocks = [one for one in page.blocks if one[1].strip()]
    made = ""
    for place, (sort, text) in enumerate(blocks):
        if place:
            made += "\n" if sort == "item" == blocks[place - 1][0] else "\n\n"
        made += text
    return made + "\n" if made else ""


@dataclass(slots=True)
class _Open:
    """A tag that is not closed yet: what it puts behind its words, and its font."""

    tag: str
    font: str
    mark: str = ""
    target: str = ""
    hidden: bool = False


@dataclass(slots=True)
class _Table:
    rows: list[list[str]] = field(default_factory=list)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[tuple[str, str]] = []
        self._open: list[_Open] = []
        self._words: list[str] = []
        self._lists: list[list[int | str]] = []
        self._tables: list[_Table] = []
        self._before, self._level = "", 0

    # Tags

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        style = told.get("style", "")
        if tag == "br" and not self._hidden:
            self._words.append("\n")
        if tag in _LONE:
            return
        self._block(tag, style)
        above = self._open[-1] if self._open else _Open("", "")
        found = _FONT.search(style)
        ignored = tag in _SILENT or "mso-list:ignore" in style.lower().replace(" ", "")
        one = _Open(tag, found[1] if found else told.get("face", above.font))
        one.hidden = above.hidden or ignored
        one.mark = _MARKS.get(tag, "")
        if one.mark and re.search(r"font-(?:weight|style):\s*normal", style, re.IGNORECASE):
            one.mark = ""  # Google Docs wraps everything in <b style="font-weight:normal">
        if tag == "a" and not reason(told.get("href", "")):
            one.target = told["href"]
        self._words.append("[" if one.target else one.mark)
        self._open.append(one)

    def _block(self, tag: str, style: str) -> None:
        if tag in _BLOCKS or tag in _HEADINGS or tag in ("table", "tr", "td", "th"):
            self.flush()
        if tag in ("ul", "ol"):
            self._lists.append([tag, 0])
        elif tag == "li":
            self._before, self._level = self._number(), max(len(self._lists) - 1, 0)
        elif tag in _HEADINGS:
            self._before = f"{_HEADINGS[tag]} "
        elif found := _LIST.search(style):
            self._before, self._level = "- ", int(found[1]) - 1
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            if not self._tables[-1].rows:
                self._tables[-1].rows.append([])
            self._tables[-1].rows[-1].append("")

    def _number(self) -> str:
        if not self._lists or self._lists[-1][0] == "ul":
            return "- "
        self._lists[-1][1] = int(self._lists[-1][1]) + 1
        return f"{self._lists[-1][1]}. "

    def handle_endtag(self, tag: str) -> None:
        if tag in _LONE or tag not in (one.tag for one in self._open):
            return
        while self._open:
            one = self._open.pop()
            self._words.append(f"]({one.target})" if one.target else one.mark)
            if one.tag == tag:
                break
        if tag in _BLOCKS or tag in _HEADINGS or tag in ("td", "th", "tr"):
            self.flush()
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if tag == "table" and self._tables:
            self._end_table()

    @property
    def _hidden(self) -> bool:
        return bool(self._open) and self._open[-1].hidden

    # Words

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        font = self._open[-1].font.strip() if self._open else ""
        told = conversion.to_unicode(data, conversion.of_font(font), font)
        self._words.append(escaped(re.sub(r"[\s\u00a0]+", " ", nfc(mojibake.undone(told)))))

    def flush(self) -> None:
        """Ends the paragraph that is open."""
        text = _tidy("".join(self._words))
        self._words = [one.mark or ("[" if one.target else "") for one in self._open]
        before, level = self._before, self._level
        self._before, self._level = "", 0
        if not text.strip("*[]() "):
            self._before, self._level = before, level
            return
        if self._tables and self._tables[-1].rows and self._tables[-1].rows[-1]:
            row = self._tables[-1].rows[-1]
            row[-1] = f"{row[-1]}<br>{text}" if row[-1] else text
            return
        text = text.replace("\n", "<br>" if before else "\\\n")
        if before.startswith("#"):
            self.blocks.append(("heading", before + text.replace("**", "")))
        elif before or _BULLET.match(text):
            number = _ITEM.match(text)
            sign = f"{number[1]}. " if number and before == "- " else before or "- "
            text = text[number.end() :] if number and before == "- " else _BULLET.sub("", text)
            self.blocks.append(("item", f"{'    ' * level}{sign}{text}"))
        else:
            self.blocks.append(("text", begun(text)))

    def _end_table(self) -> None:
        rows = [row for row in self._tables.pop().rows if any(row)]
        if not rows:
            return
        width = max(map(len, rows))
        if width == 1:
            self.blocks += [("text", begun(row[0])) for row in rows]
            return
        cells = [[one.replace("|", "\\|").replace("\n", "<br>") for one in row] for row in rows]
        lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in cells]
        lines.insert(1, f"|{' --- |' * width}")
        self.blocks.append(("table", "\n".join(lines)))


def _tidy(text: str) -> str:
    """Marks that hold nothing go, spaces inside marks go outside; no space at the ends of lines."""
    text = re.sub(r"\*{4}|\[\]\([^)]*\)", "", text)
    for mark in (r"\*\*", r"(?<!\*)\*(?!\*)"):
        text = re.sub(rf"{mark}(\s*)([^*]*?)(\s*){mark}", _inside(mark), text)
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def _inside(mark: str):  # type: ignore[no-untyped-def]
    sign = "**" if mark == r"\*\*" else "*"

    def told(found: re.Match[str]) -> str:
        words = f"{sign}{found[2]}{sign}" if found[2].strip() else found[2]
        return f"{found[1]}{words}{found[3]}"

    return told
