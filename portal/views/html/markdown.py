"""Markdown → HTML for prose and bodies; raw HTML is never passed through.

Comes in: Markdown of editors. Goes out: HTML in which only what `portal.markup` allows stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import count, islice
from typing import Any
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from portal.markup import is_safe
from portal.markup.parser import UNMARKED, Env, is_unmarked, parse
from portal.text import slug

Resolve = Callable[[str], str]
"""Target as the editor wrote it → address relative to the page."""

_ALIGNED = {"text-align:right": "align-right", "text-align:center": "align-center"}
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_QUOTED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_OPTIONS = MarkdownIt("commonmark", {"xhtmlOut": False}).options


class _Html(RendererHTML):
    """What tokens become; attributes and targets outside the allowed lists have no way in."""

    def text(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        return tokens[idx].content.translate(_ESCAPES)

    def heading_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        """The title of a page is its only `<h1>`."""
        id = tokens[idx].attrGet("id") or _free(slug(_words(tokens[idx + 1])), tokens, env)
        return f'<{_heading(tokens[idx])} id="{id}">'

    def heading_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        return f"</{_heading(tokens[idx])}>\n"

    def ordered_list_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        tokens[idx].attrs.pop("class", None)
        names = ("bracketed" * (tokens[idx].markup == ")"), "hundreds" * _has_hundreds(tokens, idx))
        if any(names):
            tokens[idx].attrSet("class", " ".join(filter(None, names)))
        return self.renderToken(tokens, idx, options, env).lstrip("\n")

    def list_item_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        token = tokens[idx]
        token.attrs.pop("class", None)
        made = self.renderToken(tokens, idx, options, env)
        numbered = env["numbered"] and token.info
        return f"{made}{token.meta['number']}{token.markup} " if numbered else made

    def bullet_list_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        tokens[idx].attrs.pop("class", None)
        return self.renderToken(tokens, idx, options, env).lstrip("\n")

    def link_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        target, title = str(tokens[idx].attrGet("href")), tokens[idx].attrGet("title")
        made = "<a"
        if is_safe(target):
            target = target if target.startswith("#") else env["resolve"](target)
            made += f' href="{_quoted(target)}"' if target else ""
        return f'{made} title="{_quoted(title)}">' if title else f"{made}>"

    def image(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        """Nothing is fetched from elsewhere, in a preview either."""
        token = tokens[idx]
        source, title = str(token.attrGet("src")), token.attrGet("title")
        made = f'<img alt="{_quoted(self.renderInlineAsText(token.children, options, env))}"'
        if is_safe(source) and not urlsplit(source).scheme:
            made += f' loading="lazy" src="{_quoted(env["resolve"](source))}"'
        return f'{made} title="{_quoted(title)}">' if title else f"{made}>"

    def table_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        """In a box that scrolls by itself, named by its columns: Markdown has no captions."""
        number = next(env.setdefault("tables", count(1)))
        columns = []
        for at in range(idx, len(tokens)):
            if tokens[at].type == "thead_close":
                break
            if tokens[at].type == "inline":
                columns.append(_words(tokens[at]).strip())
        name = _quoted(", ".join(filter(None, columns)))
        frame = f'<section class="table" aria-label="Bảng {number}: {name}" tabindex="0">'
        return f"{frame}<table>\n"

    def table_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        return "</table></section>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        return f'<th{_aligned(tokens[idx])} scope="col">'

    def td_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        return f"<td{_aligned(tokens[idx])}>"

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        number, id = _note(tokens[idx])
        link = f'<a class="footnote-ref" href="#fn:{number}">{number}</a>'
        return f'<sup id="{id}">{link}</sup>'

    def footnote_block_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        return '<div class="footnote">\n<hr>\n<ol>\n'

    def footnote_block_close(
        self, tokens: Sequence[Token], idx: int, options: Any, env: Env
    ) -> str:
        return "</ol>\n</div>\n"

    def footnote_open(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        return f'<li id="fn:{tokens[idx].meta["id"] + 1}">\n'

    def footnote_close(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        return "</li>\n"

    def footnote_anchor(self, tokens: Sequence[Token], idx: int, options: Any, env: Env) -> str:
        number, id = _note(tokens[idx])
        title = f"Về chỗ chú thích {number}"
        return f'&#160;<a class="footnote-backref" href="#{id}" title="{title}">&#8617;</a>'


class Converter:
    """One renderer, reused."""

    def __init__(self) -> None:
        self._html = _Html()

    def block(self, text: str, resolve: Resolve) -> Markup:
        """Paragraphs, lists, tables, headings."""
        if is_unmarked(text):
            return Markup(f"<p>{text}</p>")
        return self._rendered(text, resolve, line=False)

    def inline(self, text: str, resolve: Resolve) -> Markup:
        """One line as it is written, «1. » and «- » at its beginning too; one paragraph without its
        `<p>`; several keep theirs."""
        if is_unmarked(text):
            return Markup(text)
        if "\n" not in text:
            return self._rendered(text, resolve, line=True)
        html = self.block(text, resolve)
        if html.startswith("<p>") and html.count("<p>") == 1 and html.endswith("</p>"):
            return Markup(html[3:-4])
        return html

    def plain(self, text: str) -> str:
        """The words alone, and the numbers before items, which HTML leaves to the browser."""
        if is_unmarked(text):
            return text
        return self._rendered(text, str, "\n" not in text, numbered=True).striptags()

    def _rendered(self, text: str, resolve: Resolve, line: bool, numbered: bool = False) -> Markup:
        env: Env = {"resolve": resolve, "numbered": numbered}
        tokens = parse(text, env, line=line)
        return Markup(self._html.render(tokens, _OPTIONS, env).rstrip("\n"))


def _words(token: Token) -> str:
    """The text of a line, without its markup."""
    return "".join(one.content for one in token.children or ())


def _heading(token: Token) -> str:
    return "h2" if token.tag == "h1" else token.tag


def _free(id: str, tokens: Iterable[Token], env: Env) -> str:
    """Neither what an editor gave nor what an earlier heading got: «ten», «ten_1», «ten_2»."""
    if "ids" not in env:
        env["ids"] = {str(token.attrs["id"]): 1 for token in tokens if "id" in token.attrs}
    ids: dict[str, int] = env["ids"]
    made = id
    while not made or made in ids:
        made = f"{id}_{ids.setdefault(id, 1)}"
        ids[id] += 1
    ids[made] = 1
    return made


def _has_hundreds(tokens: Sequence[Token], idx: int) -> bool:
    """Whether a number of the list has three digits: they need room on a narrow screen."""
    level = tokens[idx].level
    for token in islice(tokens, idx + 1, None):
        if token.level == level:
            return False
        if token.level == level + 1 and len(token.info) > 2 and token.type == "list_item_open":
            return True
    return False


def _aligned(cell: Token) -> str:
    name = _ALIGNED.get(str(cell.attrGet("style")))
    return f' class="{name}"' if name else ""


def _note(token: Token) -> tuple[int, str]:
    """The number of a note, and the id of one place that refers to it."""
    number, again = token.meta["id"] + 1, token.meta["subId"]
    return number, f"fnref{again + 1 if again else ''}:{number}"


def _quoted(text: str | int | float) -> str:
    """As it may stand in an attribute."""
    return str(text).translate(_QUOTED)


__all__ = ["UNMARKED", "Converter", "Resolve"]
