"""Notes, `[^1]` and `[^1]: …`: those that are defined are kept in mind, also when nobody asks.

Comes in: a parser. Goes out: `env["notes"]`, every definition with its line.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_ref

_REFERENCE = re.compile(r"\[\^[^\]\s]{1,200}\]")


def use_notes(md: MarkdownIt) -> None:
    """Taught to a parser for texts that have some."""
    footnote_plugin(md, inline=False)
    md.inline.ruler.at("footnote_ref", _reference)
    md.core.ruler.before("footnote_tail", "notes", _defined)


def _reference(state: StateInline, silent: bool) -> bool:
    """The plugin looks for the end of every `[^` anew, to the end of the text."""
    return bool(_REFERENCE.match(state.src, state.pos)) and footnote_ref(state, silent)


def _defined(state: StateCore) -> None:
    """The plugin forgets what nobody refers to, and of one name all but the last: here all but the
    first, as elsewhere."""
    notes = state.env["notes"] = []
    met = set()
    for token in state.tokens:
        if token.type == "footnote_reference_open":
            label = token.meta["label"]
            notes.append((label, token.map[0] if token.map else 0))
            token.meta = {"label": f"{label}\n" if label in met else label}
            met.add(label)
