"""The words of one paragraph of Word: runs, fields, breaks, what was put in and struck out.

Comes in: the element of a paragraph, styles, and whether tracked changes count as done. Goes out:
its text with letters of today, its fonts, the changes, what hangs on it. Refuses to know: blocks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from portal.intake.word.parts import Node
from portal.intake.word.styles import Styles
from portal.letters import conversion
from portal.text import nfc

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SYMBOLS = {"F0FC": "✓", "F0FE": "☑", "F0A8": "☐", "F06F": "☐", "F0E0": "→", "F0B3": "≥"}
_SYMBOLS |= {"F0A3": "≤", "F0B7": "•", "F02D": "-", "F02B": "+"}
_ADDED, _STRUCK = ("ins", "moveTo"), ("del", "moveFrom")
_THROUGH = frozenset(
    {
        *("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo"),
        *("AlternateContent", "Choice", "oMath", "oMathPara"),
    }
)


@dataclass(slots=True)
class Piece:
    text: str
    font: str = ""
    bold: bool = False


@dataclass(slots=True)
class Line:
    """A paragraph as it is being read."""

    pieces: list[Piece] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    who: str = ""
    notes: list[tuple[str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    drawings: list[Node] = field(default_factory=list)
    hidden: bool = False
    strange: bool = False

    @property
    def fonts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.font for one in self.pieces if one.text.strip()))

    @property
    def bold(self) -> bool:
        said = [one for one in self.pieces if one.text.strip()]
        return bool(said) and all(one.bold for one in said)

    @property
    def encodings(self) -> tuple[str, ...]:
        return tuple(filter(None, map(conversion.of_font, self.fonts)))

    def text(self) -> str:
        """Runs of one font are turned into Unicode together: a letter may be cut between two."""
        made, at = "", 0
        while at < len(self.pieces):
            font, end = self.pieces[at].font, at + 1
            while end < len(self.pieces) and self.pieces[end].font == font:
                end += 1
            told = "".join(one.text for one in self.pieces[at:end])
            made += conversion.to_unicode(told, conversion.of_font(font), font)
            at = end
        return tidied(made)


def tidied(text: str) -> str:
    """Composed, one space between words; breaks of lines, and tabs inside them, are kept."""
    lines = nfc(text.replace("\u00ad", "")).split("\n")
    cells = ((" ".join(cell.split()) for cell in line.strip().split("\t")) for line in lines)
    return "\n".join("\t".join(filter(None, line)) for line in cells).strip()


class Runs:
    """Goes through paragraphs in their order: a field may begin in one and end in another."""

    def __init__(self, styles: Styles, *, accept: bool) -> None:
        self._styles, self._accept = styles, accept
        self._codes: list[bool] = []
        """For every open field whether its code is still going on."""

    def read(self, paragraph: Node, line: Line | None = None) -> Line:
        line = line or Line()
        self._walk(paragraph, paragraph.child("pPr"), line, "")
        return line

    def _walk(self, one: Node, properties: Node | None, line: Line, change: str) -> None:
        for each in one.inside:
            if each.name == "r":
                self._run(each, properties, line, change)
            elif each.name in _ADDED or each.name in _STRUCK:
                line.who = line.who or each.told.get("author", "")
                turned = "added" if each.name in _ADDED else "struck"
                self._walk(each, properties, line, turned)
            elif each.name in _THROUGH:
                self._walk(each, properties, line, change)
            elif each.name == "commentRangeStart":
                line.comments.append(each.told.get("id", ""))

    def _run(self, run: Node, paragraph: Node | None, line: Line, change: str) -> None:
        own = run.child("rPr")
        text = "".join(self._words(run, line))
        line.drawings += run.deep("drawing", "pict", "object")
        for one in run.all("commentReference"):
            line.comments.append(one.told.get("id", ""))
        if not text:
            return
        if self._styles.is_on(own, paragraph, "vanish"):
            line.hidden = True
            return
        if self._styles.is_on(own, paragraph, "caps"):
            text = text.upper()
        if own and own.value("vertAlign") == "superscript" and text.strip().isdigit():
            text = text.translate(_RAISED)
        font = self._styles.font(own, paragraph)
        if change:
            shown = conversion.to_unicode(text, conversion.of_font(font), font)
            (line.added if change == "added" else line.struck).append(shown)
        if change != ("struck" if self._accept else "added"):
            line.pieces.append(Piece(text, font, self._styles.is_on(own, paragraph, "b")))

    def _words(self, run: Node, line: Line) -> Iterator[str]:
        for one in run.inside:
            match one.name:
                case "fldChar":
                    self._field(one.told.get("fldCharType", ""))
                case "t" | "delText" if not any(self._codes):
                    yield one.text
                case "tab":
                    yield "\t"
                case "br" | "cr":
                    yield "" if one.told.get("type") == "page" else "\n"
                case "noBreakHyphen":
                    yield "-"
                case "sym":
                    code = one.told.get("char", "").upper()
                    line.strange = line.strange or code not in _SYMBOLS
                    yield _SYMBOLS.get(code, "•")
                case "footnoteReference" | "endnoteReference":
                    line.notes.append((one.name.removesuffix("Reference"), one.told.get("id", "")))
                    yield f"[^{len(line.notes)}?]"

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif kind == "separate" and self._codes:
            self._codes[-1] = False
        elif kind == "end" and self._codes:
            self._codes.pop()
