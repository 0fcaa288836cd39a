"""A page of the web, or what Word saved as one: its paragraphs, lists, tables.

Comes in: HTML as bytes. Goes out: a transcript. Runs nothing, fetches nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from portal.intake.plain import decoded
from portal.intake.transcript import Block, Cell, Paragraph, Sort, Table, Tally, Transcript
from portal.intake.word.numbering import letters, roman
from portal.letters import conversion, mojibake
from portal.text import nfc

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "blockquote",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "center",
        "dt",
        "dd",
        "pre",
        "figure",
        "figcaption",
        "address",
        "body",
    ]
)
_SILENT = frozenset(["script", "style", "head", "title", "template", "noscript", "nav", "svg"])
_FONT = re.compile(r"font-family:\s*[\"']?([^;\"']+)", re.IGNORECASE)
_CENTRED = re.compile(r"text-align:\s*center", re.IGNORECASE)
_FORMS = {"a": letters, "A": lambda n: letters(n).upper(), "I": roman}
_FORMS["i"] = lambda n: roman(n).lower()
_LONE = frozenset(["br", "img", "hr", "meta", "link", "input", "col", "wbr"])


def read(raw: bytes) -> Transcript:
    text, _ = decoded(raw)
    page = _Page()
    page.feed(text)
    page.close()
    page.flush()
    return Transcript(
        blocks=tuple(page.blocks),
        elements=tuple(page.tally.elements),
        dropped=tuple(page.tally.dropped),
        converted=tuple(page.converted),
    )


@dataclass(slots=True)
class _Rows:
    place: str
    ruled: bool
    rows: list[list[Cell]] = field(default_factory=list)
    cell: list[Block] = field(default_factory=list)
    columns: int = 1


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tally = Tally()
        self.blocks: list[Block] = []
        self.converted: list[tuple[str, str]] = []
        self._words: list[tuple[str, str]] = []
        self._silent = 0
        self._fonts: list[str] = []
        self._lists: list[list[int | str]] = []
        self._label = ""
        self._centred = False
        self._tables: list[_Rows] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        if tag == "br":
            self._words.append(("\n", self._font))
        elif tag == "img":
            place = self.tally.place("hình", Sort.PICTURE)
            self.tally.drop(place, "hình của trang web không nằm trong tệp")
        if tag in _LONE:
            return
        style = attributes.get("style", "")
        found = _FONT.search(style)
        self._fonts.append(
            found[1].split(",")[0].strip() if found else attributes.get("face", self._font)
        )
        if tag in _BLOCKS or tag in ("table", "td", "th", "tr"):
            self.flush()
            self._centred = attributes.get("align") == "center" or bool(_CENTRED.search(style))
        if tag in ("ol", "ul"):
            start = attributes.get("start", "1")
            self._lists.append(
                [tag, attributes.get("type", "1"), int(start) - 1 if start.isdecimal() else 0]
            )
        elif tag == "li" and self._lists:
            self._label = self._item()
        self._table(tag, attributes)

    @property
    def _font(self) -> str:
        return self._fonts[-1] if self._fonts else ""

    def _item(self) -> str:
        one = self._lists[-1]
        if one[0] == "ul":
            return "-"
        one[2] = int(one[2]) + 1
        sign = _FORMS.get(str(one[1]), str)(int(one[2]))
        return f"{sign}{')' if one[1] == 'a' else '.'}"

    def _table(self, tag: str, told: dict[str, str]) -> None:
        if tag == "table":
            place = self.tally.place("bảng", Sort.TABLE)
            ruled = told.get("border", "0") not in ("", "0") or "border" in told.get("style", "")
            self._tables.append(_Rows(place, ruled or "border" not in told))
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            span = told.get("colspan", "1")
            self._tables[-1].columns = int(span) if span.isdecimal() else 1
            self._tables[-1].cell = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT and self._silent:
            self._silent -= 1
        if tag in _LONE:
            return
        if tag in _BLOCKS or tag in ("td", "th", "table"):
            self.flush()
        if self._fonts:
            self._fonts.pop()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        if tag in ("td", "th") and self._tables:
            rows = self._tables[-1]
            if not rows.rows:
                rows.rows.append([])
            rows.rows[-1].append(Cell(tuple(rows.cell), min(rows.columns, 50)))
            rows.cell = []
        elif tag == "table" and self._tables:
            one = self._tables.pop()
            made = Table(one.place, tuple(map(tuple, one.rows)), one.ruled)
            (self._tables[-1].cell if self._tables else self.blocks).append(made)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append((re.sub(r"\s+", " ", data), self._font))

    def flush(self) -> None:
        """Ends the paragraph that is open."""
        told = "".join(text for text, _ in self._words)
        if not told.strip():
            self._words = []
            return
        place = self.tally.place("đoạn", Sort.PARAGRAPH)
        made = ""
        for text, font in self._words:
            encoding = conversion.of_font(font)
            made += conversion.to_unicode(text, encoding, font)
            if encoding and (place, encoding) not in self.converted:
                self.converted.append((place, encoding))
        lines = (" ".join(line.split()) for line in nfc(mojibake.undone(made)).split("\n"))
        column = len(self._tables[-1].rows[-1]) + 1 if self._tables and self._tables[-1].rows else 0
        if self._tables and self._tables[-1].ruled:
            column = 0
        one = Paragraph(
            place=place,
            text="\n".join(filter(None, lines)),
            label=self._label,
            centred=self._centred,
            column=column,
        )
        (self._tables[-1].cell if self._tables else self.blocks).append(one)
        self._words, self._label = [], ""
