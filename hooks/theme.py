"""The theme's templates, of which MkDocs is told only those it may hand on.

Comes in: the theme of a configuration. Goes out: the same, quicker to look through: MkDocs hands on
nothing from folders whose names begin with a dot, and finds that out by eight patterns for each of
ten thousand icons. Templates may include icons as ever.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class Visible(FileSystemLoader):
    """Finds all, lists what is not hidden."""

    def list_templates(self) -> list[str]:
        return sorted({name for folder in self.searchpath for name in _below(str(folder))})


def _below(home: str) -> Iterator[str]:
    for folder, inside, files in os.walk(home):
        inside[:] = [one for one in inside if not one.startswith(".")]
        below = os.path.relpath(folder, home).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in files)


def look_past_hidden(theme: Theme) -> None:
    """From now on its environments list what is visible."""
    make = theme.get_env

    def visible() -> Environment:
        env = make()
        env.loader = Visible(theme.dirs)
        return env

    vars(theme)["get_env"] = visible
