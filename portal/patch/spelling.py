"""Values as an editor would write them in YAML: plain where that reads back as it is, else quoted.

Comes in: texts, lists, groups. Goes out: what stands behind a key, on its line and below it.
Refuses to know: which key it is, and what stood there before.
"""

from __future__ import annotations

import re
from textwrap import wrap
from typing import Any

import yaml

Plain = str | list[Any] | dict[str, Any]
"""A text, a list, a group of keys."""
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
STEP = "  "
WIDTH = 98
_SHORT = re.compile(r"[a-z0-9][a-z0-9./#-]*")
_FIRST = "-?:,[]{}#&*!|>'\"%@`~="
"""What a plain value does not begin with, whether or not YAML would bear it."""
NULL = ("", "~", "null", "Null", "NULL")


def line(text: str, style: str | None = None, *, flow: bool = False) -> str:
    """A text on one line; in the quotes it had before, where it had any."""
    if not style and _is_plain(text, flow):
        return text
    if "\n" in text or any(not one.isprintable() for one in text):
        return _escaped(text)
    if style == "'" or (style != '"' and ('"' in text or "\\" in text)):
        return "'" + text.replace("'", "''") + "'"
    return _escaped(text) if '"' in text or "\\" in text else f'"{text}"'


def _escaped(text: str) -> str:
    told = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{told}"'


def _is_plain(text: str, flow: bool) -> bool:
    if text in NULL or text != text.strip() or "\n" in text or text[0] in _FIRST:
        return False
    try:
        node = yaml.compose(f"[{text}]" if flow else f"k: {text}", Loader=LOADER)
    except yaml.YAMLError:
        return False
    value = node.value[0] if flow else node.value[0][1]  # type: ignore[union-attr]
    return isinstance(value, yaml.ScalarNode) and value.value == text and not value.style


def flow(value: Plain) -> str:
    """Inside brackets, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return line(value, flow=True)


def paragraphs(text: str, indent: str, style: str) -> list[str]:
    """A block of lines behind `>-` or `|-`, its head first."""
    keep = {0: "-", 1: ""}.get(len(text) - len(text.rstrip("\n")), "+")
    if style == ">" and not re.search(r"^[ \t]|[ \t]$|  |\n{2}", text, re.MULTILINE):
        told = [each for one in text.split("\n") for each in (*wrap(one, WIDTH, **_WHOLE), "")]
        lines = told[:-1] if keep == "-" else told[:-2]
        return [f">{keep}", *(f"{indent}{one}".rstrip() for one in lines)]
    return [f"|{keep}", *(f"{indent}{one}".rstrip() for one in text.rstrip("\n").split("\n"))]


_WHOLE: dict[str, Any] = {"break_long_words": False, "break_on_hyphens": False}


def behind(value: Plain, indent: str) -> list[str]:
    """What stands behind `key:`: the rest of its line, and the lines below, whole. `indent`: of
    the key."""
    inner = indent + STEP
    if isinstance(value, dict):
        return ["", *group(value, inner)]
    if isinstance(value, list):
        if all(isinstance(one, str) and _SHORT.fullmatch(one) for one in value):
            return [" " + flow(value)]
        return ["", *(each for one in value for each in item(one, inner))]
    if "\n" in value:
        head, *rest = paragraphs(value, inner, ">")
        return [f" {head}", *rest]
    return [f" {line(value)}"] if value else [""]


def group(value: dict[str, Any], indent: str) -> list[str]:
    """The lines of a group of keys."""
    made = []
    for key, one in value.items():
        first, *rest = behind(one, indent)
        made += [f"{indent}{key}:{first}", *rest]
    return made


def item(value: Plain, indent: str) -> list[str]:
    """The lines of one item of a list; `indent`: of its dash."""
    if isinstance(value, dict) and value:
        first, *rest = group(value, indent + STEP)
        return [f"{indent}- {first.lstrip()}", *rest]
    if isinstance(value, str) and "\n" in value:
        head, *rest = paragraphs(value, indent + STEP, ">")
        return [f"{indent}- {head}", *rest]
    return [f"{indent}- {flow(value) if not isinstance(value, str) else line(value)}"]
