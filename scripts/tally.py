"""Counts what MkDocs is to write, so that a folder that lost a part on the way is not published.

In: the events of one build. Out: the paths of all files it must leave. A plugin of MkDocs.
"""

from __future__ import annotations

from typing import Any

from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files, InclusionLevel

LAST = event_priority(-100)


class Tally(BasePlugin):  # type: ignore[no-untyped-call,type-arg]
    """One build's files, told while they are handed to the writer."""

    def __init__(self, drafts: bool) -> None:
        """`drafts`: MkDocs also writes what only its preview shows."""
        self.drafts = drafts
        self.written: set[str] = set()

    @LAST
    def on_env(self, env: Any, files: Files, **_: Any) -> None:
        least = InclusionLevel.DRAFT if self.drafts else InclusionLevel.NOT_IN_NAV
        self.written |= {one.dest_uri for one in files if one.inclusion.value >= least.value}

    @LAST
    def on_post_template(self, output_content: str, template_name: str, **_: Any) -> None:
        if output_content.strip():
            packed = {f"{template_name}.gz"} if template_name == "sitemap.xml" else set()
            self.written |= {template_name} | packed
