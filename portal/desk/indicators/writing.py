"""Values changed inside a YAML text, every other letter, comment and line left as it stands.

Comes in: a text, a node of it, the fields and what they shall hold. Goes out: the text changed, or
`Unsafe` in Vietnamese. Works on the places PyYAML gives its nodes; what cannot be cut out cleanly
is refused, and `table` reads what came out again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from portal.desk.indicators.spelling import (
    NULL,
    STEP,
    Bare,
    block,
    flow,
    scalar,
    several,
    single,
)
from portal.kinds.base import Field, Group, fields_of


class Unsafe(Exception):
    """What has to be changed by hand, and why."""


def compose(text: str) -> yaml.MappingNode:
    node = yaml.compose(text, Loader=yaml.BaseLoader)
    assert isinstance(node, yaml.MappingNode)
    return node


def inside(node: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in node.value if name.value == key), None)


def bare(node: yaml.Node | None) -> Any:
    """What a node holds; nothing is empty text."""
    if isinstance(node, yaml.MappingNode):
        return {name.value: bare(value) for name, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [bare(one) for one in node.value]
    if not isinstance(node, yaml.ScalarNode) or (not node.style and node.value in NULL):
        return ""
    return str(node.value)


@dataclass
class Writer:
    """Changes of one text, put in together at the end."""

    text: str
    edits: list[tuple[int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.eol = "\r\n" if "\r\n" in self.text else "\n"

    def done(self) -> str:
        made, at = [], 0
        for start, end, new in sorted(self.edits, key=lambda one: one[:2]):
            if start < at:
                raise Unsafe("hai chỗ sửa chồng lên nhau; sửa tay một chỗ trước")
            made += [self.text[at:start], new]
            at = end
        return "".join([*made, self.text[at:]])

    # A group of fields

    def group(self, node: yaml.MappingNode, model: type[Any], new: Mapping[str, Bare]) -> None:
        """Only the fields that `new` names."""
        before: yaml.Node | None = None
        for one in fields_of(model):
            held = inside(node, one.key)
            if one.key in new:
                self._field(node, before, one, held, new[one.key])
            before = held or before

    def _field(
        self,
        node: yaml.MappingNode,
        before: yaml.Node | None,
        one: Field,
        held: yaml.Node | None,
        new: Bare,
    ) -> None:
        if held is None:
            if new:
                self._add(node, before, one.key, new)
        elif isinstance(one.form, Group) and isinstance(held, yaml.MappingNode) and new:
            assert isinstance(new, dict)
            self.group(held, one.form.model, new)
        elif not new:
            if bare(held):
                self._drop(node, one.key)
        elif isinstance(new, list) and isinstance(held, yaml.SequenceNode):
            self._list(held, new)
        elif several(bare(held)) != several(new):
            self._replace(held, new)

    def _add(self, node: yaml.MappingNode, before: yaml.Node | None, key: str, new: Bare) -> None:
        last = before or node.value[0][1]
        if node.flow_style:
            self._put(_end(last).index, f", {key}: {flow(new)}")
            return
        indent = " " * node.value[0][0].start_mark.column
        lines = block(key, new)
        self._put(self._after(last), "".join(f"{indent}{line}{self.eol}" for line in lines))

    def _drop(self, node: yaml.MappingNode, key: str) -> None:
        name, value = next(one for one in node.value if one[0].value == key)
        if node.flow_style or name is node.value[0][0]:
            raise Unsafe(f"«{key}» viết trong ngoặc hoặc đứng đầu nhóm; xoá tay khoá này")
        self._cut(name.start_mark.index, value)

    def _cut(self, start: int, value: yaml.Node) -> None:
        """Whole lines, where nothing else stands on them."""
        first = self.text.rfind("\n", 0, start) + 1
        end = self._after(value)
        if self.text[first:start].strip(" -") or "#" in _without_texts(
            self.text, first, end, value
        ):
            raise Unsafe("có lời chú đi cùng chỗ phải xoá; xoá tay")
        self._put(first, "", end)

    # Groups at the end of a list

    def append(self, node: yaml.MappingNode, key: str, groups: Sequence[Sequence[str]]) -> None:
        """Groups, each the lines of its fields, after the last one that a list of `node` has."""
        held = inside(node, key)
        listed = held if isinstance(held, yaml.SequenceNode) and held.value else None
        if node.flow_style or (listed and listed.flow_style):
            raise Unsafe(f"«{key}» viết trong ngoặc vuông; xuống dòng cho từng chỉ tiêu trước")
        if held is not None and not listed:
            raise Unsafe(f"«{key}» đang để trống; xoá khoá ấy rồi nhập lại")
        column = node.value[0][0].start_mark.column
        indent = " " * (listed.start_mark.column if listed else column + len(STEP))
        lines = [] if listed else [f"{' ' * column}{key}:"]
        for first, *more in groups:
            lines += [f"{indent}- {first}", *(f"{indent}{STEP}{line}" for line in more)]
        last = listed.value[-1] if listed else node.value[-1][1]
        self._put(self._after(last), "".join(f"{line}{self.eol}" for line in lines))

    # Lists and single values

    def _list(self, held: yaml.SequenceNode, new: Sequence[str]) -> None:
        old = [bare(one) for one in held.value]
        if old == list(new):
            return
        if held.flow_style:
            self._put(held.start_mark.index, flow(list(new)), held.end_mark.index)
            return
        same = 0
        while same < min(len(old), len(new)) and old[same] == new[same]:
            same += 1
        tail = 0
        while tail < min(len(old), len(new)) - same and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        left, right = held.value[same : len(old) - tail], new[same : len(new) - tail]
        for node, text in zip(left, right, strict=False):
            self._replace(node, text)
        for node in left[len(right) :]:
            self._cut(node.start_mark.index, node)
        at = same + min(len(left), len(right)) - 1
        indent = " " * held.start_mark.column
        place = self._after(held.value[at]) if at >= 0 else self._line(held.value[0])
        added = "".join(f"{indent}- {scalar(one)}{self.eol}" for one in right[len(left) :])
        if added:
            self._put(place, added)

    def _replace(self, node: yaml.Node, new: Bare) -> None:
        if not isinstance(node, yaml.ScalarNode) or isinstance(new, dict):
            raise Unsafe("chỗ này đang viết theo cách khác hẳn (nhóm hoặc danh sách); sửa tay")
        if node.style in ("|", ">"):
            raise Unsafe("giá trị cũ viết thành khối nhiều dòng (dấu | hoặc >); sửa tay")
        start, end = node.start_mark.index, node.end_mark.index
        told = flow(new) if isinstance(new, list) and len(new) > 1 else scalar(single(new))
        self._put(start, f" {told}" if start == end else told, end)

    # Places

    def _put(self, start: int, new: str, end: int | None = None) -> None:
        self.edits.append((start, start if end is None else end, new))

    def _after(self, node: yaml.Node) -> int:
        """Where the line after a value begins."""
        found = self.text.find("\n", _end(node).index)
        if found < 0:
            raise Unsafe("dòng cuối tệp chưa có dấu xuống dòng; thêm một dòng trống ở cuối tệp")
        return found + 1

    def _line(self, node: yaml.Node) -> int:
        return self.text.rfind("\n", 0, node.start_mark.index) + 1


def _end(node: yaml.Node) -> Any:
    """Where a value truly ends: blocks reach to whatever follows them."""
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            raise Unsafe("bên cạnh có giá trị viết thành khối nhiều dòng (dấu | hoặc >); sửa tay")
        return node.end_mark
    assert isinstance(node, yaml.CollectionNode)
    if node.flow_style or not node.value:
        return node.end_mark
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _without_texts(text: str, start: int, end: int, node: yaml.Node) -> str:
    """A stretch without the values in it: what is left of `#` opens a comment."""
    spans: list[tuple[int, int]] = []

    def collect(one: yaml.Node) -> None:
        if isinstance(one, yaml.ScalarNode):
            spans.append((one.start_mark.index, one.end_mark.index))
            return
        for inner in one.value:
            for each in inner if isinstance(inner, tuple) else (inner,):
                collect(each)

    collect(node)
    left, at = [], start
    for first, last in spans:
        left.append(text[at:first])
        at = last
    return "".join([*left, text[at:end]])
