"""Where lines, items and values begin and end in a YAML text.

Comes in: the text, and nodes of PyYAML, whose marks it goes by. Goes out: places in the text, or
`Unsafe` where lines are shared in a way that cannot be cut. Refuses to know: what is changed there.
"""

from __future__ import annotations

import yaml

from portal.patch.wanted import Unsafe


class Places:
    """The places of one text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def line_of(self, at: int) -> int:
        """Where the line of a place begins."""
        return self.text.rfind("\n", 0, at) + 1

    def begins_line(self, node: yaml.Node) -> bool:
        """Whether nothing but its indent stands before it on its line."""
        at = node.start_mark.index
        return not self.text[self.line_of(at) : at].strip()

    def dash(self, node: yaml.SequenceNode, item: yaml.Node) -> int:
        """Where the line of an item's dash begins."""
        at = item.start_mark.index
        first = self.line_of(at)
        if not self.text[first:at].strip():  # its dash stands alone on a line above
            first = self.line_of(len(self.text[:first].rstrip()))
        column = node.start_mark.column
        if self.text[first : first + column].strip() or self.text[first + column] != "-":
            raise Unsafe("danh sách này viết hai dấu gạch trên một dòng")
        return first

    def with_comments(self, at: int) -> int:
        """The same beginning of a line, or that of the first comment directly above it."""
        while at and self.text[self.line_of(at - 1) : at].lstrip().startswith("#"):
            at = self.line_of(at - 1)
        return at

    def after(self, node: yaml.Node, name: yaml.Node) -> int:
        """Where the line after a value begins."""
        end = max(self.end(node), name.start_mark.index)
        found = self.text.find("\n", end)
        return len(self.text) if found < 0 else found + 1

    def end(self, node: yaml.Node) -> int:
        """Where a value truly ends: blocks reach to whatever follows them."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            name, value = last if isinstance(last, tuple) else (last, last)
            return max(self.end(value), int(name.end_mark.index) if value is not name else 0)
        end = int(node.end_mark.index)
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return len(self.text[:end].rstrip())
        return end

    def refuse_comments(self, start: int, end: int) -> None:
        """No comment is cut out with the keys it stands between."""
        if any(line.lstrip().startswith("#") for line in self.text[start:end].split("\n")[1:]):
            raise Unsafe("có lời chú đứng giữa các khoá phải xoá")
