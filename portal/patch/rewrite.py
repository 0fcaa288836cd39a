"""Keys changed inside a YAML text; every other letter, comment and line ending stays as it stands.

Comes in: the text, and what the keys that were in the form shall hold. Goes out: the text changed,
or `Unsafe` in Vietnamese. Refuses to know: kinds, files; whoever writes the result reads it again
first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import yaml

from portal.patch import spelling
from portal.patch.places import Places
from portal.patch.wanted import Item, Order, Unsafe, Wanted, bare, is_empty, is_whole, plain

Edit = tuple[int, int, str]
"""From where to where in the text, and what shall stand there."""


def rewrite(text: str, wanted: Mapping[str, Wanted], order: Order) -> str:
    """The text with these keys changed; byte by byte the same where they hold that already."""
    node = yaml.compose(text, Loader=spelling.LOADER)
    rewriter = _Rewriter(text)
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        lines = spelling.group(plain(dict(wanted)), "")  # type: ignore[arg-type]
        return text + rewriter.joined(lines)
    if not isinstance(node, yaml.MappingNode):
        raise Unsafe("tệp không gồm các dòng «khoá: giá trị»")
    return rewriter.patched(0, len(text), list(rewriter.group(node, wanted, order)))


class _Rewriter:
    """What has to be edited in one text, by its nodes."""

    def __init__(self, text: str) -> None:
        self.text, self.places = text, Places(text)
        self.eol = "\r\n" if "\r\n" in text else "\n"

    def joined(self, lines: list[str]) -> str:
        return "".join(f"{line}{self.eol}" for line in lines)

    def patched(self, start: int, end: int, edits: list[Edit]) -> str:
        """A stretch with its edits put in."""
        made, at = [], start
        for first, last, new in sorted(edits, key=lambda one: one[:2]):
            if first < at or last > end:
                raise Unsafe("hai chỗ sửa chồng lên nhau")
            made += [self.text[at:first], new]
            at = last
        return "".join([*made, self.text[at:end]])

    # Groups

    def group(
        self, node: yaml.MappingNode, wanted: Mapping[str, Wanted], order: Order
    ) -> Iterator[Edit]:
        held = {name.value: (name, value) for name, value in node.value}
        empty = [key for key in held if key in wanted and is_empty(wanted[key])]
        empty = [key for key in empty if is_whole(held[key][1], wanted[key])]
        gone = [key for key in empty if bare(held[key][1]) not in ("", [], {})]
        new = [key for key in order if key not in held and not is_empty(wanted.get(key, ""))]
        if node.flow_style and (gone or new):
            yield node.start_mark.index, node.end_mark.index, self._flow(node, wanted, order)
            return
        for key in held:
            if key in wanted and key not in empty:
                yield from self._value(*held[key], wanted[key], order.get(key) or {})
        yield from self._without(node, gone)
        yield from self._with(node, {key: plain(wanted[key]) for key in new}, list(order))

    def _flow(self, node: yaml.MappingNode, wanted: Mapping[str, Wanted], order: Order) -> str:
        """`{…}` written anew, what the form did not have with it."""
        held = bare(node)
        keys = [*held, *(key for key in order if key not in held and key in wanted)]
        told = {key: plain(wanted[key]) if key in wanted else held[key] for key in keys}
        return spelling.flow({key: one for key, one in told.items() if one not in ("", [], {})})

    def _without(self, node: yaml.MappingNode, gone: list[str]) -> Iterator[Edit]:
        """Cuts keys out. The first key of an item shares its line with the dash."""
        pairs = node.value
        first = 0
        if not self.places.begins_line(pairs[0][0]):
            while first < len(pairs) and pairs[first][0].value in gone:
                first += 1
            if first == len(pairs):
                raise Unsafe("mọi khoá của một mục nhỏ bị xoá mà còn khoá mới")
            if first:
                start, end = pairs[0][0].start_mark.index, pairs[first][0].start_mark.index
                self.places.refuse_comments(start, end)
                yield start, end, ""
        for name, value in pairs[first:]:
            if name.value in gone:
                yield self.places.line_of(name.start_mark.index), self.places.after(value, name), ""

    def _with(
        self, node: yaml.MappingNode, new: Mapping[str, spelling.Plain], order: list[str]
    ) -> Iterator[Edit]:
        """Puts keys in, each behind the last one that is written before it."""
        indent = " " * node.value[0][0].start_mark.column
        for key, value in new.items():
            before = order[: order.index(key)]
            above = [pair for pair in node.value if pair[0].value in before]
            lines = spelling.group({key: value}, indent)
            if above:
                name, held = max(above, key=lambda one: one[0].start_mark.index)
                at = self.places.after(held, name)
                ends = "" if not at or self.text[at - 1] == "\n" else self.eol
                yield at, at, ends + self.joined(lines)
            else:
                at = node.value[0][0].start_mark.index
                yield at, at, self.joined(lines)[len(indent) :] + indent

    # Values

    def _value(
        self, name: yaml.Node, node: yaml.Node, wanted: Wanted, order: Order
    ) -> Iterator[Edit]:
        if isinstance(wanted, dict) and isinstance(node, yaml.MappingNode):
            yield from self.group(node, wanted, order)
        elif isinstance(wanted, list) and isinstance(node, yaml.SequenceNode):
            yield from self._items(node, wanted, order)
        elif isinstance(wanted, list) and [one.origin for one in wanted] == [0]:
            yield from self._value(name, node, wanted[0].value, order)
        elif isinstance(wanted, str) and isinstance(node, yaml.ScalarNode):
            yield from self._text(node, wanted, name.start_mark.column)
        else:
            colon = self.text.index(":", name.end_mark.index) + 1
            indent = " " * name.start_mark.column
            lines = spelling.behind(plain(wanted), indent)
            yield colon, max(self.places.end(node), colon), self.eol.join(lines)

    def _text(
        self, node: yaml.ScalarNode, wanted: str, column: int, *, flow: bool = False
    ) -> Iterator[Edit]:
        if bare(node) == wanted:
            return
        start, end = node.start_mark.index, self.places.end(node)
        indent = " " * column + spelling.STEP
        if node.style in ("|", ">"):
            told = self.eol.join(spelling.paragraphs(wanted, indent, node.style))
        elif "\n" in wanted and not flow:
            told = self.eol.join(spelling.paragraphs(wanted, indent, ">"))
        else:
            told = spelling.line(wanted, node.style, flow=flow)
        blank = start == end and start and self.text[start - 1] not in " \t"
        yield start, end, f" {told}" if blank else told

    # Lists

    def _items(self, node: yaml.SequenceNode, wanted: list[Item], order: Order) -> Iterator[Edit]:
        kept = [one for one in wanted if not is_empty(one.value) or self._was_empty(node, one)]
        if [one.origin for one in kept] == list(range(len(node.value))):
            for held, one in zip(node.value, kept, strict=True):
                yield from self._item(node, held, one.value, order)
        elif node.flow_style:
            told = ", ".join(self._told(node, one, order) for one in kept)
            yield node.start_mark.index, node.end_mark.index, f"[{told}]"
        else:
            yield self._moved(node, kept, order)

    @staticmethod
    def _was_empty(node: yaml.SequenceNode, one: Item) -> bool:
        return one.origin is not None and bare(node.value[one.origin]) in ("", [], {})

    def _item(
        self, node: yaml.SequenceNode, held: yaml.Node, wanted: Wanted, order: Order
    ) -> Iterator[Edit]:
        if isinstance(wanted, dict) and isinstance(held, yaml.MappingNode):
            yield from self.group(held, wanted, order)
        elif isinstance(wanted, str) and isinstance(held, yaml.ScalarNode):
            flow = bool(node.flow_style)
            yield from self._text(held, wanted, node.start_mark.column, flow=flow)
        else:
            raise Unsafe("một mục của danh sách đang viết theo cách khác mẫu")

    def _told(self, node: yaml.SequenceNode, one: Item, order: Order) -> str:
        if one.origin is None:
            return spelling.flow(plain(one.value))
        held = node.value[one.origin]
        edits = list(self._item(node, held, one.value, order))
        return self.patched(held.start_mark.index, held.end_mark.index, edits)

    def _moved(self, node: yaml.SequenceNode, kept: list[Item], order: Order) -> Edit:
        """The list anew, each old item with its own lines and the comments directly above it."""
        starts = [self.places.dash(node, one) for one in node.value]
        starts[1:] = [self.places.with_comments(one) for one in starts[1:]]
        ends = [*starts[1:], self.places.after(node.value[-1], node.value[-1])]
        indent, told = " " * node.start_mark.column, ""
        for one in kept:
            if told and not told.endswith("\n"):
                told += self.eol
            if one.origin is None:
                told += self.joined(spelling.item(plain(one.value), indent))
                continue
            edits = list(self._item(node, node.value[one.origin], one.value, order))
            told += self.patched(starts[one.origin], ends[one.origin], edits)
        return starts[0], ends[-1], told
