"""Templates without their indents: what a browser shows as one blank is sent as one.

Comes in: an environment. Goes out: the same, which compiles each run of blanks in a template's own
text as one, a line break where there was any. What templates show is left as it is. Templates hold
no text (`pre`) in which several blanks count: tests look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from portal.views.compiled import Compiled

_RUN = re.compile(r"[ \t\r\n]{2,}")


def tighten(env: Environment) -> None:
    """Before the first template is loaded; pages cost no more to draw."""
    env.trim_blocks = env.lstrip_blocks = True
    env.add_extension(OneBlank)


def compiled(folder: Path) -> Compiled:
    """Where compiled templates are kept. Jinja knows them by their source alone: those compiled by
    other rules than this file's are not taken for them."""
    rules = blake2b(Path(__file__).read_bytes(), digest_size=6).hexdigest()
    return Compiled(folder, rules)


class OneBlank(Extension):
    """One blank for many, in the text of templates."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        for token in stream:
            own = token.type == "data"
            yield token._replace(value=_RUN.sub(_one, token.value)) if own else token


def _one(run: re.Match[str]) -> str:
    return "\n" if "\n" in run[0] else " "
