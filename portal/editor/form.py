"""The form of an entry, made from the declared fields of its kind and what its file says.

Comes in: a model, values of room 1, the closed lists. Goes out: frozen controls for the templates.
Refuses to know: HTML, requests, and which kind it works for.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace
from typing import Any

from portal.editor.advice import helped
from portal.forms import (
    Address,
    Choice,
    Day,
    FilePath,
    Form,
    Lists,
    Moment,
    Number,
    Prose,
    Ref,
    Word,
    YesNo,
)
from portal.kinds.base import Field, Group, ListOf, fields_of
from portal.source import Listing, Mapping, Scalar, Value
from portal.text import upper_first

NEW = "~"
"""Stands in names of a blank item where its number will be."""
Titles = Callable[[str, tuple[str, ...]], str]
"""The title of what a reference names, of the kinds it may be of; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One thing to fill in. `sort` says how: line, prose, choice, reference, list, group, file;
    `other` where the file has something here that the form cannot hold."""

    name: str
    key: str
    label: str
    sort: str
    help: str = ""
    how: str = ""
    example: str = ""
    required: bool = False
    value: str = ""
    options: tuple[tuple[str, str], ...] = ()
    kinds: tuple[str, ...] = ()
    told: str = ""
    pattern: str = ""
    mode: str = ""
    dated: bool = False
    rows: int = 1
    inside: tuple[Control, ...] = ()
    """Controls of a group, items of a list."""
    blank: Control | None = None
    """The item that a list gets when one is added."""
    filled: bool = False
    offered: bool = False
    """Whether most entries of the kind have it."""
    faults: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return self.name.replace("/", ".")

    @property
    def short(self) -> bool:
        """Whether it fits beside another."""
        return self.sort == "choice" or (self.sort == "line" and bool(self.mode or self.dated))

    @property
    def faulty(self) -> bool:
        """Whether anything is wrong in it or inside it."""
        return bool(self.faults) or any(one.faulty for one in self.inside)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes controls with what every field needs."""

    lists: Lists
    title_of: Titles
    needed: frozenset[str] = frozenset()
    """Keys at the top which are asked for beside those that are required."""
    tokens: MappingOf[str, tuple[str, ...]] = field(default_factory=dict)
    """Which item of the file stands where in a list, where that is no longer as in the file."""
    often: frozenset[str] = frozenset()
    """Keys at the top that most entries have."""

    def controls(
        self, model: type[Any], values: Mapping | None, prefix: str = ""
    ) -> tuple[Control, ...]:
        held: MappingOf[str, Value] = values.items if values else {}
        return tuple(
            self._control(one, held.get(one.key), f"{prefix}{one.key}", top=not prefix)
            for one in fields_of(model)
        )

    def _control(self, one: Field, value: Value | None, name: str, *, top: bool) -> Control:
        made = self._of(one.form, value, name)
        return replace(
            made,
            key=one.key,
            label=one.label,
            help=helped(one.help),
            required=one.required or (top and one.key in self.needed),
            example=one.example or made.example,
            offered=top and one.key in self.often,
        )

    def _of(self, form: Form, value: Value | None, name: str) -> Control:
        if isinstance(form, ListOf):
            return self._list(form.form, value, name)
        if isinstance(form, Group):
            return self._group(form, value, name)
        if value is not None and not isinstance(value, Scalar):
            return Control(name=name, key="", label="", sort="other", filled=True)
        return self._single(form, value.text if value else "", name)

    def _group(self, form: Group, value: Value | None, name: str) -> Control:
        if isinstance(value, Listing) or (isinstance(value, Scalar) and value.text):
            return Control(name=name, key="", label="", sort="other", filled=True)
        values = value if isinstance(value, Mapping) else None
        inside = self.controls(form.model, values, f"{name}/")
        return Control(
            name=name, key="", label="", sort="group", inside=inside, filled=bool(values)
        )

    def _list(self, form: Form, value: Value | None, name: str) -> Control:
        items = value.items if isinstance(value, Listing) else (value,) if value else ()
        if isinstance(value, Scalar) and not value.text.strip():
            items = ()
        blank = self._of(form, None, f"{name}/{NEW}")
        tokens = self.tokens.get(name) or tuple(map(str, range(len(items))))
        inside = tuple(
            self._of(form, one, f"{name}/{at}") for at, one in zip(tokens, items, strict=True)
        )
        if any(one.sort == "other" for one in inside):
            return Control(name=name, key="", label="", sort="other", filled=True)
        return Control(
            name=name,
            key="",
            label="",
            sort="list",
            how=form.how,
            inside=inside,
            blank=blank,
            filled=bool(items),
        )

    def _single(self, form: Form, text: str, name: str) -> Control:
        control = Control(
            name=name,
            key="",
            label="",
            sort="line",
            how=form.how,
            example=form.example,
            value=text,
            filled=bool(text.strip()),
        )
        if isinstance(form, Choice):
            options = self.lists.get(form.of, {}).values()
            return self._choice(control, [(one.value, upper_first(one.label)) for one in options])
        if isinstance(form, Word):
            return self._choice(control, [(one, one) for one in form.words])
        if isinstance(form, YesNo):
            return self._choice(control, [("có", "Có"), ("không", "Không")])
        if isinstance(form, Ref):
            told = self.title_of(text, form.kinds) if text else ""
            return replace(control, sort="reference", kinds=form.kinds, told=told)
        if isinstance(form, FilePath):
            return replace(control, sort="file")
        if isinstance(form, Prose) or "\n" in text or len(text) > 60:
            return replace(
                control, sort="prose", rows=min(12, 2 + text.count("\n") + len(text) // 75)
            )
        return replace(
            control, mode=_mode(form), pattern=_pattern(form), dated=isinstance(form, Day)
        )

    @staticmethod
    def _choice(made: Control, options: list[tuple[str, str]]) -> Control:
        if made.value and made.value not in {one for one, _ in options}:
            options = [*options, (made.value, f"«{made.value}» (không có trong danh mục)")]
        return replace(made, sort="choice", options=tuple(options))


def _mode(form: Form) -> str:
    """Which keys a telephone shows."""
    if isinstance(form, Number):
        return "decimal"
    return "url" if isinstance(form, Address) else ""


def _pattern(form: Form) -> str:
    if isinstance(form, Moment):
        return ""
    return r"[0-9]{4}-[0-9]{2}-[0-9]{2}" if isinstance(form, Day) else ""


def with_faults(
    controls: tuple[Control, ...], faults: MappingOf[str, tuple[str, ...]]
) -> tuple[Control, ...]:
    """The controls, each with what is wrong with it; `faults`: by the control's name."""
    return tuple(
        replace(one, faults=faults.get(one.name, ()), inside=with_faults(one.inside, faults))
        for one in controls
    )


def pairs(controls: tuple[Control, ...]) -> list[tuple[str, str]]:
    """Names and values as a browser sends them when nothing was changed."""
    made: list[tuple[str, str]] = []
    for one in controls:
        if one.sort in ("list", "group"):
            made += [(f"{one.name}/", ""), *pairs(one.inside)]
        elif one.sort != "other":
            made.append((one.name, one.value))
    return made


def names(controls: tuple[Control, ...]) -> set[str]:
    """Of all controls, those in lists and groups too."""
    return {one.name for one in controls} | {name for one in controls for name in names(one.inside)}
