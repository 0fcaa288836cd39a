"""The frame around an article: rendered once for a class of pages, then filled in slots.

Comes in: the theme's template, a page, what stands in its slots. Goes out: a finished page, byte
for byte as the template alone would write it. Refuses to guess: where the template reads of a page
what its class does not know, every page is rendered by itself.

Pages are of one class where their addresses lie alike beside all addresses the frame leads to, and
the same slots are filled.
"""

from __future__ import annotations

import posixpath
import re
from secrets import token_hex
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import normalize_url
from slots import NAMES, Address, AnyPage, Filled, Slot, Slots, Unforeseen, Unread, filled, odd

Key = tuple[str, int, Filled]
"""How far the address goes along with one of the frame's, how deep it is, what is filled."""
Shell = tuple[str, ...]
"""Text, the name of a slot, text, …"""


class Frame:
    """The frame of one build."""

    def __init__(self, env: Environment, config: MkDocsConfig, nav: Navigation) -> None:
        self.config, self.nav = config, nav
        env.filters["url"] = self._url
        self.template = env.get_template("main.html")
        self.by_class = True
        """Until the template reads something unforeseen."""
        self._at = ""
        """The address that stands for those of the class being rendered."""
        self._nonce = token_hex(16)
        """Not to be known by who writes the content, nor to be met in it."""
        self._met: set[str] = set()
        """Folders of all addresses the frame leads to."""
        self._shells: dict[Key, Shell] = {}
        self._tried: set[Filled] = set()
        for page in nav.pages:
            self._meet(page.url)

    def render(self, page: Page, slots: Slots) -> str:
        """The finished page. Those the frame leads to are one of a kind, and rendered so."""
        if self.by_class and page.url.endswith("/") and page.url not in self._met:
            try:
                return _filled(self._shell(page.url, slots), slots)
            except Exception:  # whatever it is: the plain way says it, or does without
                self.by_class = False
        context: Any = get_context(self.nav, (), self.config, page)
        return self.template.render(context, slots=slots)

    def _meet(self, target: str) -> None:
        folder = ""
        for segment in posixpath.normpath(f"/{target}").split("/")[1:]:
            folder += f"{segment}/"
            self._met.add(folder)

    def _shell(self, url: str, slots: Slots) -> Shell:
        """The class of a page, rendered; anew where addresses were met that part it in two."""
        while (key := self._key(url, slots)) not in self._shells:
            known = len(self._met)
            shell = self._rendered(key)
            if len(self._met) > known:
                self._shells.clear()
            else:
                self._shells[key] = shell
        return self._shells[key]

    def _key(self, url: str, slots: Slots) -> Key:
        along = ""
        for segment in url.split("/"):
            if f"{along}{segment}/" not in self._met:
                break
            along += f"{segment}/"
        return along, url.count("/"), filled(slots)

    def _rendered(self, key: Key) -> Shell:
        along, deep, full = key
        self._at = along + f"{self._nonce}/" * (deep - along.count("/"))
        try:
            shell = tuple(re.split(f"{self._nonce}:({'|'.join(NAMES)}):", self._stood_in(full)))
            if any(self._nonce in piece for piece in shell):
                raise Unforeseen
            if full not in self._tried:
                if self._of_any_page(odd(full)) != _filled(shell, odd(full)):
                    raise Unforeseen
                self._tried.add(full)
        finally:
            self._at = ""
        return shell

    def _stood_in(self, full: Filled) -> str:
        there = zip(NAMES, full, strict=True)
        marks = {name: Slot(f"{self._nonce}:{name}:") if one else "" for name, one in there}
        return self._of_any_page(SimpleNamespace(**marks))

    def _of_any_page(self, slots: object) -> str:
        unread = dict.fromkeys(get_context(self.nav, (), self.config), Unread())
        page = AnyPage(Address(self._begins))
        known = {"nav": self.nav, "config": self.config, "page": page}
        return self.template.render(unread | known, slots=slots)

    def _begins(self, target: str) -> bool:
        self._meet(target)
        return self._at.startswith(target)

    @pass_context
    def _url(self, context: Context, target: object) -> str:
        """MkDocs' filter, which also tells of every address."""
        self._meet(str(target))
        page: Any = SimpleNamespace(url=self._at) if self._at else context["page"]
        return normalize_url(str(target), page, context["base_url"] if page is None else "")


def _filled(shell: Shell, slots: Slots) -> str:
    made = list(shell)
    for place in range(1, len(made), 2):
        made[place] = escape(getattr(slots, made[place]))
    return "".join(made)
