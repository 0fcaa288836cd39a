"""What the frame shows of one page, and what stands in its place while a class is rendered.

A stand-in can be shown, or asked the one thing that its class knows of all its pages. Whatever else
a template does with it is unforeseen, and said so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Text, or markup that says so. A template may show each, and ask whether it is there."""

    title: str
    description: str
    canonical: str
    """The public address; empty where nobody has said it."""
    lang: str
    """Of the text, where that is not Vietnamese."""
    place: str
    """Where it stands, for paper: the public address, or that below the home page."""
    oembed: str
    """Where portals are told how to show the page; empty where the address is not known."""
    tags: Markup
    data: Markup
    head: Markup
    """The article to the end of its head."""
    tools: bool
    """Whether a reader may send it, keep it."""
    contents: Markup
    text: Markup


NAMES = tuple(one.name for one in fields(Slots))
Filled = tuple[bool, ...]
"""Which slots are, in the order of their names."""
ODD = ' Ấy <b title="\'">&amp;</b>\n '
"""Comes out otherwise where it is escaped twice or never, cut, counted, changed in any way."""


def filled(slots: Slots) -> Filled:
    return tuple(bool(getattr(slots, name)) for name in NAMES)


def odd(filled: Filled) -> Slots:
    """Values that show what a template does with them."""
    forms = {"str": str, "Markup": Markup, "bool": bool}
    values: dict[str, Any] = {}
    for one, full in zip(fields(Slots), filled, strict=True):
        form = forms[str(one.type)]
        values[one.name] = form(ODD) if full else form()
    return Slots(**values)


class Unforeseen(Exception):
    """The template reads of a page what its class does not know."""


class Unread:
    """Whatever is done with it is unforeseen."""


def _refuse(*_: object) -> bool:
    raise Unforeseen


for _name in (
    *("getattr", "getitem", "contains", "iter", "len", "bool", "str", "format", "html", "call"),
    *("add", "radd", "mod", "rmod", "mul", "rmul", "eq", "ne", "lt", "gt", "le", "ge", "hash"),
):
    setattr(Unread, f"__{_name}__", _refuse)


class Slot(Unread):
    """A value that is there on every page of the class, and differs: shown as it is."""

    def __init__(self, mark: str) -> None:
        self.mark = mark

    def __bool__(self) -> bool:
        return True

    def __html__(self) -> str:
        return self.mark


class Address(Unread):
    """The address of every page of the class: may be asked what it begins with."""

    def __init__(self, startswith: Callable[[str], bool]) -> None:
        self.startswith = startswith

    def __bool__(self) -> bool:
        return True


class AnyPage(Unread):
    """Every page of the class: none of them is in the menu, none is the home page."""

    is_homepage = False

    def __init__(self, url: Address) -> None:
        self.url = url

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return False
