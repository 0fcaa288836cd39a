"""A value of an entry in words for people: labels instead of keys, titles instead of codes.

Comes in: the form of a field, a value without its lines. Goes out: text, one thing a line. Refuses
to know: files, HTML.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from portal.forms import Choice, Form, Lists, Ref
from portal.kinds.base import Group, ListOf, fields_of
from portal.text import upper_first


@dataclass(frozen=True, slots=True)
class Words:
    """Knows the closed lists and the titles of entries."""

    lists: Lists
    title_of: Callable[[str, tuple[str, ...]], str]

    def told(self, form: Form, value: Any) -> str:
        if isinstance(form, ListOf):
            items = value if isinstance(value, list) else [value] if value not in ("", {}) else []
            return "\n".join(_item(self.told(form.form, one)) for one in items)
        if isinstance(form, Group):
            return self._group(form, value) if isinstance(value, dict) else _plain(value)
        return self._single(form, value) if isinstance(value, str) else _plain(value)

    def _group(self, form: Group, value: dict[str, Any]) -> str:
        fields = {one.key: one for one in fields_of(form.model)}
        lines = []
        for key, one in value.items():
            field = fields.get(key)
            told = self.told(field.form, one) if field else _plain(one)
            if told:
                label = field.label if field else key
                lines.append(f"{label}:\n{_in(told)}" if "\n" in told else f"{label}: {told}")
        return "\n".join(lines)

    def _single(self, form: Form, text: str) -> str:
        if isinstance(form, Choice) and (option := self.lists.get(form.of, {}).get(text)):
            return upper_first(option.label)
        if isinstance(form, Ref) and text and (title := self.title_of(text, form.kinds)):
            return title
        return text


def _item(told: str) -> str:
    return f"– {_in(told)[2:]}" if told else ""


def _in(told: str) -> str:
    return "\n".join(f"  {line}" for line in told.split("\n"))


def _plain(value: Any) -> str:
    """What the form does not know: as it stands in the file."""
    if isinstance(value, dict):
        return "\n".join(f"{key}: {_plain(one)}" for key, one in value.items())
    if isinstance(value, list):
        return "\n".join(_item(_plain(one)) for one in value)
    return str(value)
