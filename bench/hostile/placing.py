"""Files in which a hostile string stands in every place an editor can write.

In: the register of kinds, their examples, the closed lists. Out: files as nested values with their
spots, and as text. A new kind or field is filled without a word here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from portal import source
from portal.kinds import BY_NAME, KINDS, Kind
from portal.kinds.base import Field, Group, ListOf, fields_of, prose
from portal.kinds.fields import form_of
from portal.kinds.samples import texts
from portal.library import prose_links
from portal.library.lists import FOLDER
from portal.problem import Problem
from portal.source import Listing, Scalar, Value

BLOCKS = (
    "{}",
    "## {}",
    "### Điều 9. {} {{#dieu-9}}",
    "- {}\n- mục sau",
    "1. {} {{#dieu-9.khoan-1}}",
    "> {}",
    "**{}** và *{}*",
    "`{}`",
    "```\n{}\n```",
    "~~~ {}\nmã\n~~~",
    "[{}](van-ban/00-nq-mau)",
    "[chữ]({})",
    "[chữ](<{}>)",
    "[chữ](van-ban/00-nq-mau '{}')",
    '[chữ](van-ban/00-nq-mau "{}")',
    "[chữ](van-ban/00-nq-mau#{})",
    "![{}](tep/mau.png)",
    "![ảnh]({})",
    "| {} | b |\n|---|---|\n| {} | 2 |",
    "chữ[^a]\n\n[^a]: {}",
    "[^{}] chữ\n\n[^{}]: chú thích",
    "*[HDND]: {}\n\nHDND",
    "*[{}]: nghĩa",
    "Từ\n: {}",
    "[chữ][r]\n\n[r]: {}",
    "[chữ][s]\n\n[s]: van-ban/00-nq-mau '{}'",
    "[{}]: van-ban/00-nq-mau",
    "Chữ {{#{}}}",
    "Chữ {{: title='{}' }}",
    "<sub>{}</sub> <kbd>{}</kbd>",
    "<{}>",
)
"""Where in Markdown a string may stand."""


@dataclass
class Spot:
    """One place of a file where a string stands, until it is refused."""

    where: str
    """As faults name it: `cong_nhan[1].muc`."""
    field: Field | None
    holder: Any
    key: Any
    string: str
    """The string's name."""
    base: Any
    refused: str = ""
    """The rule that refused it; empty while it stands."""

    def give_way(self, rule: str) -> None:
        self.refused = rule
        self.holder[self.key] = self.base


@dataclass
class Specimen:
    """One file of the world: its values, its Markdown, and the spots in both."""

    path: str
    kind: str
    values: dict[str, Any]
    spots: list[Spot]
    blocks: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    """Line of each block, once written."""

    def standing(self) -> Iterator[Spot]:
        return (spot for spot in self.spots if not spot.refused)

    def text(self) -> str:
        """Quoted throughout, every letter beyond ASCII as an escape: nothing is lost on the way."""
        made = "".join(f"{line}\n" for line in _lines(self.values))
        if not self.path.endswith(".md"):
            return made
        text, self.starts = f"---\n{made}---\n", []
        for block in self.blocks:
            self.starts.append(text.count("\n") + 2)
            text += f"\n{block}\n" if block else "\n\n"
        return text

    def give_way(self, problems: Sequence[Problem]) -> bool:
        """The strings that are blamed go; where none is, the keys; False where nothing helps."""
        blamed = {id(s): (s, p) for p in problems for s in self.standing() if self._is_blamed(s, p)}
        if not blamed and not all(problem.field for problem in problems):
            blamed = {id(spot): (spot, problems[0]) for spot in self.standing()}
        for spot, problem in blamed.values():
            spot.give_way(problem.rule)
        if blamed:
            return True
        keys = {problem.field.partition(".")[0].partition("[")[0] for problem in problems}
        return any([self.values.pop(key, None) is not None for key in keys])

    def _is_blamed(self, spot: Spot, problem: Problem) -> bool:
        if spot.holder is self.blocks:
            ends = [*self.starts[1:], 10**9]
            if "chỗ nữa" in problem.text:  # told once for the whole file
                return not problem.field and problem.line >= self.starts[0]
            return not problem.field and self.starts[spot.key] <= problem.line < ends[spot.key]
        told = problem.field
        return bool(told) and (spot.where + ".").startswith((f"{told}.", f"{told}["))


def entry(kind: Kind, name: str, string: str) -> Specimen:
    """The kind's example with the string in every place; each file has a title of its own."""
    values, body = _example(kind)
    values.pop("trang_thai", None)  # a draft is not built
    title = f"{values['tieu_de']} {name}"
    id = f"thu-{name}"
    places = list(spots(kind.model, values, name))
    blocks = [body, *(block.format(*[string] * 2) for block in BLOCKS)] if kind.text else []
    for spot in places:
        spot.base = title if spot.where == "tieu_de" else spot.base
        spot.holder[spot.key] = string
    made = Specimen(kind.path(id), kind.name, values, places, blocks)
    if _is_writable(string):
        made.spots += [
            Spot(f"bài: {block}", None, blocks, at, name, "")
            for at, block in enumerate(BLOCKS, 1)
            if kind.text
        ]
    else:
        del made.blocks[1:]
    return made


def _is_writable(string: str) -> bool:
    """Half of a pair of letters cannot be written in a file."""
    return not any("\ud800" <= letter <= "\udfff" for letter in string)


def spots(model: type[Any], values: dict[str, Any], string: str, where: str = "") -> Iterator[Spot]:
    """Every value the example gives; of a list of plain values the first."""
    for one in fields_of(model):
        if one.key not in values:
            continue
        here = f"{where}.{one.key}" if where else one.key
        several = isinstance(one.form, ListOf)
        form = form_of(one)
        if several and not isinstance(values[one.key], list):
            values[one.key] = [values[one.key]]
        if isinstance(form, Group):
            items = values[one.key] if several else [values[one.key]]
            for at, item in enumerate(items, 1):
                yield from spots(form.model, item, string, f"{here}[{at}]" if several else here)
        elif several:
            yield Spot(f"{here}[1]", one, values[one.key], 0, string, values[one.key][0])
        else:
            yield Spot(here, one, values, one.key, string, values[one.key])


def lists(folder: Path, strings: Mapping[str, str]) -> Iterator[Specimen]:
    """The closed lists, their labels replaced, each by the next string."""
    names = list(strings)
    for number, file in enumerate(sorted((folder / FOLDER).glob("*.yml"))):
        values = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        made = Specimen(f"{FOLDER}/{file.name}", "danh-muc", values, [])
        for at, item in enumerate(values.get("gia_tri", ())):
            for key in ("nhan", "ngan"):
                if key in item:
                    name = names[(number + at) % len(names)]
                    where = f"gia_tri[{at + 1}].{key}"
                    made.spots.append(Spot(where, None, item, key, name, item[key]))
                    item[key] = strings[name]
        yield made


def targets() -> Iterator[Specimen]:
    """What the examples point to: of each kind and id the example again, without strings."""
    for kind, id in sorted(_pointed_to()):
        values, body = _example(BY_NAME[kind])
        values.pop("trang_thai", None)
        values["tieu_de"] = f"{values['tieu_de']} {id}"
        blocks = [f"{body}\n\n{MORE}"] if BY_NAME[kind].text else []
        yield Specimen(BY_NAME[kind].path(id), kind, values, [], blocks)


MORE = "## Mục 1. Lời bịa {#muc-1}"
"""A place that an example points to and none has."""


def _pointed_to() -> set[tuple[str, str]]:
    """Kind and id of every entry that an example names."""
    found: set[tuple[str, str]] = set()
    for kind in KINDS:
        made, _ = source.read_text(kind.path("mau"), kind.example())
        assert made
        entry, _ = kind.read(made, {})
        links = [link for _, link in entry.links]
        links += [link for _, _, text in prose(entry) for _, link in prose_links(text)]
        found |= {(link.kind, link.id) for link in links}
    return found


def _example(kind: Kind) -> tuple[dict[str, Any], str]:
    made, _ = source.read_text(kind.path("mau"), kind.example())
    assert made
    values = _own(_plain(made.values), texts(kind.name))
    assert isinstance(values, dict)
    return values, made.body


def _own(value: Any, samples: frozenset[str]) -> Any:
    """The same with other words where the example's may not be published; references stay."""
    if isinstance(value, dict):
        return {key: _own(item, samples) for key, item in value.items()}
    if isinstance(value, list):
        return [_own(item, samples) for item in value]
    if value not in samples:
        return value
    if " " in value:
        return f"{value} thử"
    if "://" in value:
        return f"{value.rstrip('/')}/thu"
    return value[::-1] if value.isalnum() else value


def _plain(value: Value) -> Any:
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Listing):
        return [_plain(item) for item in value.items]
    return {key: _plain(item) for key, item in value.items.items()}


def _lines(value: Any, pad: str = "") -> Iterator[str]:
    """YAML of nested values, every text quoted."""
    pairs = value.items() if isinstance(value, dict) else (("-", item) for item in value)
    for key, item in pairs:
        start = f"{pad}{key}" if key == "-" else f"{pad}{key}:"
        if isinstance(item, str):
            yield f"{start} {_quoted(item)}"
        elif item:
            yield start
            yield from _lines(item, f"{pad}  ")


def _quoted(text: str) -> str:
    """As in JSON, but a letter beyond 16 bits is one escape, not two."""
    if not text or max(text) <= "\uffff":
        return json.dumps(text)
    escaped = (json.dumps(one)[1:-1] if one <= "\uffff" else f"\\U{ord(one):08x}" for one in text)
    return f'"{"".join(escaped)}"'
