"""What a Markdown text holds and whether it shows what its editor means: read once, asked often.

Comes in: Markdown text. Goes out: its targets, its ids, findings. Refuses to know: the file it
stands in, and how it is rendered.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from markdown_it.token import Token

from portal.markup.blocks import misread
from portal.markup.definitions import unused
from portal.markup.findings import Finding
from portal.markup.parser import Env, is_unmarked, parse
from portal.markup.signs import CLOSED, MADE, left_over, unlike_a_target
from portal.markup.targets import is_foreign, is_safe
from portal.text import quote

Target = tuple[int, str]
"""Line and target of a link, a picture or a definition."""


class Reading(NamedTuple):
    targets: tuple[Target, ...] = ()
    ids: tuple[tuple[int, str], ...] = ()
    """Line and id of the headings and items that have one of their own."""
    findings: tuple[Finding, ...] = ()


_NOTHING = Reading()


@lru_cache(maxsize=32_768)
def read(text: str) -> Reading:
    """All that rules ask of a text."""
    if is_unmarked(text):
        return _NOTHING
    env: Env = {}
    tokens = parse(text, env, apart=True)
    words = _Words()
    for token in tokens:
        if token.type == "inline":
            words.take(token)
    defined = [(one["map"][0], one["href"]) for one in env.get("references", {}).values()]
    findings = [*words.findings, *misread(tokens, text.split("\n")), *unused(env, words.labels)]
    for line, target in defined:
        findings += _refused(line, target)
    ids = [
        ((token.map or [0])[0], str(token.attrs["id"])) for token in tokens if "id" in token.attrs
    ]
    return Reading((*words.targets, *defined), tuple(ids), tuple(sorted(findings)))


class _Words:
    """Goes through the words of a text, line by line."""

    def __init__(self) -> None:
        self.targets: list[Target] = []
        self.findings: list[Finding] = []
        self.labels: set[str] = set()

    def take(self, token: Token) -> None:
        start = line = (token.map or [0])[0]
        words: list[str] = []
        links: list[tuple[int, Token]] = []
        for one in token.children or ():
            match one.type:
                case "text":
                    words.append(one.content)
                case "softbreak" | "hardbreak":
                    words.append(" " if one.info else "\n")
                    line += not one.info
                case "link_open":
                    links.append((len(words), one))
                case "link_close":
                    begun, link = links.pop()
                    self.findings += self._link(line, link, any(map(str.strip, words[begun:])))
                    words.append(CLOSED)
                case "image":
                    self.findings += self._image(line, one)
                    words.append(MADE)
                case _ if one.nesting <= 0:
                    words.append(CLOSED if one.nesting else MADE)
        self.findings += left_over("".join(words), start)

    def _link(self, line: int, link: Token, seen: bool) -> Iterator[Finding]:
        target = str(link.attrs["href"])
        if not seen:
            told = f"đường dẫn tới {quote(target)} không có chữ nên không ai thấy."
            yield Finding(line, "lien-ket-rong", told, "viết chữ trong ngoặc vuông: [chữ](địa-chỉ)")
        yield from self._target(line, link, target)

    def _image(self, line: int, image: Token) -> Iterator[Finding]:
        target = str(image.attrs["src"])
        yield from self._target(line, image, target)
        if is_foreign(target):
            told = f"ảnh {quote(target)} lấy từ trang khác."
            remedy = "chép ảnh vào docs/tep/ rồi trỏ tới tep/ten-anh.png"
            yield Finding(line, "anh-ngoai", told, remedy)
        if not image.content.strip():
            told = f"ảnh {quote(target)} chưa có lời thay ảnh."
            remedy = f"nói ảnh cho thấy gì, cho người không thấy ảnh: ![Sơ đồ bộ máy]({target})"
            yield Finding(line, "anh-thieu-loi", told, remedy, True)

    def _target(self, line: int, token: Token, target: str) -> Iterator[Finding]:
        if "label" in token.meta:  # told where it is defined
            self.labels.add(token.meta["label"])
        else:
            self.targets.append((line, target))
            yield from _refused(line, target)


def _refused(line: int, target: str) -> Iterator[Finding]:
    if not target.strip("#"):
        remedy = "ghi địa chỉ trong ngoặc tròn, hoặc bỏ ngoặc vuông"
        yield Finding(line, "lien-ket-rong", "đường dẫn không có địa chỉ.", remedy)
    elif not is_safe(target):
        yield unlike_a_target(line, target)
