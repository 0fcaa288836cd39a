"""Draws pages: one `Plan` in, one `Page` out, whatever was drawn before.

Comes in: the library of a build. Goes out: finished HTML of articles. A kind's own templates stand
in its folder; without them the defaults of `templates/` serve.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    PrefixLoader,
)
from jinja2.loaders import BaseLoader
from jinja2.runtime import Context

from portal.dates import day, every_year, years
from portal.kinds import KINDS
from portal.kinds.document import Document
from portal.kinds.document.citation import citation
from portal.kinds.document.clauses import clause_name
from portal.kinds.lists import OwnTone, Tone
from portal.kinds.term import Term
from portal.text import fold, number, slug, sort_key, upper_first
from portal.views import diagram
from portal.views.context import PageContext
from portal.views.diagram import graph
from portal.views.facets.panels import Panels
from portal.views.html import linked
from portal.views.html.markdown import Converter
from portal.views.html.terms import Glossary
from portal.views.html.typography import typeset
from portal.views.inputs import Inputs
from portal.views.names import cut, word_path
from portal.views.outputs import Page, Plan, distinct_ids, outline_of
from portal.views.pages import cited, indexes, relations
from portal.views.parts import Fact, columns, value
from portal.views.store.reads import FACETS, TERMS, Key, Watched
from portal.views.synopsis.pairs import pairs_of

SHARED = Path(__file__).parent / "templates"


class Renderer:
    """Templates, converter and glossary of one build."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs = inputs
        self.converter = Converter()
        self.env = environment(inputs.compiled)
        self.env.globals["facets"] = _Seen(inputs.facets, partial(self._saw, FACETS))
        self.env.globals["panels"] = _Seen(Panels(self._panel), partial(self._saw, FACETS))
        self._watched: Watched | None = None
        self.glossary = Glossary(inputs.library.of(Term))

    def page_context(self, url: str, origin: str = "", entry: Any = None) -> PageContext:
        host = entry.id if isinstance(entry, Document) else ""
        problems = self.inputs.problems.get(origin, ())
        library = self._watched or self.inputs.library
        return PageContext(library, self.converter, url, problems, host)

    def _saw(self, shared: Key) -> None:
        """The page looks at something that all pages share."""
        if self._watched:
            self._watched.read.add(shared)

    def _panel(self, url: str) -> str:
        return self.env.get_template("filters.html.jinja").render(v=self.page_context(url))

    def draw(self, plan: Plan, watched: Watched | None = None) -> Page:
        """One page. Depends on the plan and the library alone. `watched`: the library, where it is
        asked what of it was read."""
        self._watched = watched
        try:
            return self._draw(plan)
        finally:
            self._watched = None

    def _draw(self, plan: Plan) -> Page:
        context = plan.context
        entry: Any = context.get("entry")
        v = self.page_context(plan.url, plan.origin, entry)
        v.number_sources(plan.sources)
        more = plan.later(v) if plan.later else {}
        made = self.env.get_template(plan.template).render(v=v, **context, **more)
        html = distinct_ids(made)
        if plan.origin and plan.outlined:
            html = self.glossary.mark(html, plan.url)
            self._saw(TERMS)
        html = typeset(html)
        data = linked.data(v, context["kind"], entry) if plan.linked else {}
        return Page(
            plan=plan,
            description=plan.description or v.plain(plan.about),
            html=html,
            outline=outline_of(html) if plan.outlined else (),
            data=data,
            tags=linked.tags(data),
        )


class _Seen:
    """Something all pages share, which tells that it was looked at."""

    def __init__(self, shared: Any, seen: Callable[[], None]) -> None:
        self._shared, self._seen = shared, seen

    def __getattr__(self, name: str) -> Any:
        self._seen()
        return getattr(self._shared, name)


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
        bytecode_cache=FileSystemBytecodeCache(str(compiled)) if compiled else None,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.context_class = PlainContext
    env.globals |= {
        "assessed": indexes.assessed,
        "by_letter": indexes.by_letter,
        "by_topic": indexes.by_topic,
        "by_type": indexes.by_type,
        "latest_count": indexes.latest_count,
        "predecessors": indexes.predecessors,
        "provinces": indexes.provinces,
        "pairs_of": pairs_of,
        "split_events": indexes.split_events,
        "whole_citation": citation,
        "duties_by_clause": indexes.duties_by_clause,
        "duties_by_document": indexes.duties_by_document,
        "around": graph.around,
        "columns": columns,
        "fact": Fact,
        "value": value,
        "cited_in": cited.cited_in,
        "draw_diagram": diagram.draw,
        "in_words": diagram.sentences,
        "legend": diagram.legend,
        "neighbours": relations.neighbours,
        "amending": relations.amending,
        "newer": relations.newer,
        "own_tones": OwnTone,
        "tones": Tone,
        "word_path": word_path,
        "years": years,
    }
    env.filters |= {
        "clause": clause_name,
        "cut": cut,
        "day": day,
        "every_year": every_year,
        "number": number,
        "slug": slug,
        "vietnamese": _sorted,
        "fold": fold,
        "upper_first": upper_first,
    }
    return env


def _sorted(items: Any, attribute: str = "name") -> list[Any]:
    return sorted(items, key=lambda item: sort_key(str(getattr(item, attribute))))
