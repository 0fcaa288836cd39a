"""Draws pages: one `Plan` in, one `Page` out, whatever was drawn before.

Comes in: the library of a build. Goes out: finished HTML of articles. A kind's own templates stand
in its folder; without them the defaults of `templates/` serve. A template is given the view model
of its page and nothing else: what it lays out is decided there.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
)
from jinja2.loaders import BaseLoader
from jinja2.runtime import Context

from portal.kinds import KINDS, Entry
from portal.kinds.document import Document
from portal.kinds.term import Term
from portal.library import Library
from portal.text import upper_first
from portal.views import spacing
from portal.views.context import PageContext, Shared
from portal.views.facets.panels import Panels, filters
from portal.views.html import linked
from portal.views.html.markdown import Converter
from portal.views.html.terms import Glossary
from portal.views.html.typography import typeset
from portal.views.inputs import Inputs
from portal.views.names import place_of
from portal.views.outputs import SHARED, Page, Plan, distinct_ids, outline_of
from portal.views.parts import cell, value
from portal.views.store.reads import TERMS, Watched
from portal.views.store.watching import watching


class Renderer:
    """Templates, converter and glossary of one build."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.converter = Converter()
        self.env = environment(inputs.compiled)
        self.shared = Shared(
            inputs.facets, inputs.indicators, inputs.exemplars, Panels(self._panel).panel
        )
        self.glossary = Glossary(inputs.library.of(Term), partial(place_of, inputs.library))

    def watching(self, watched: Watched) -> Renderer:
        """The same, which records what is read of the library."""
        other = copy(self)
        other.inputs = watching(self.inputs, watched)
        return other

    def page_context(
        self,
        url: str,
        origin: str = "",
        entry: Entry | None = None,
        library: Library | None = None,
    ) -> PageContext:
        return PageContext(
            library or self.inputs.library,
            self.converter,
            url,
            self.shared,
            self.inputs.problems.get(origin, ()),
            entry.id if isinstance(entry, Document) else "",
        )

    def _panel(self, url: str) -> str:
        page = filters(self.page_context(url), self.inputs.facets)
        return self.env.get_template("filters.html.jinja").render(page=page)

    def draw(self, plan: Plan, watched: Watched | None = None) -> Page:
        """One page. Depends on the plan and the library alone. `watched`: the library, where it is
        asked what of it was read."""
        v = self.page_context(plan.url, plan.origin, plan.entry, watched)
        v.number_sources(plan.sources)
        made = self.env.get_template(plan.template).render(page=plan.view(v))
        html = distinct_ids(made)
        if plan.origin and plan.outlined:
            html = self.glossary.mark(html, plan.url)
            v.saw(TERMS)
        html = typeset(html)
        description = plan.description or v.plain(plan.about)
        data = linked.data(v, plan.entry) if plan.linked and plan.entry else {}
        return Page(
            plan=plan,
            description=description,
            html=html,
            outline=outline_of(html) if plan.outlined else (),
            data=data if plan.url else linked.site(plan.title, description),
            tags=linked.tags(data),
        )


class PlainContext(Context):
    """Calls what a template calls, and looks for nothing else: nothing of ours that is called asks
    for its context, and looking took a tenth of the time of drawing."""

    def call(self, called: Any, /, *given: Any, **named: Any) -> Any:
        named.pop("_block_vars", None)
        named.pop("_loop_vars", None)
        return called(*given, **named)


def environment(compiled: Path | None = None) -> Environment:
    """Jinja with the shared templates, and every kind's own under its module's name. `compiled`: a
    folder that keeps them compiled; compiling takes as long as drawing a hundred pages."""
    own: Mapping[str, BaseLoader] = {kind.name: FileSystemLoader(kind.home) for kind in KINDS}
    env = Environment(
        loader=ChoiceLoader([FileSystemLoader(SHARED), PrefixLoader(own)]),
        autoescape=True,
        undefined=StrictUndefined,
        bytecode_cache=spacing.compiled(compiled) if compiled else None,
        auto_reload=False,
    )
    spacing.tighten(env)
    env.context_class = PlainContext
    env.globals.clear()
    env.filters |= {"cell": cell, "value": value, "upper_first": upper_first}
    return env
