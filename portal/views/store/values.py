"""What stands under each key in the library of now: compared with what stood there before.

Comes in: `Inputs` and a key of `reads.py`. Goes out: a value that has a digest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from portal.kinds.base import Link
from portal.kinds.criteria import CriteriaSet
from portal.kinds.document import Document
from portal.kinds.exemplar import Exemplar
from portal.kinds.lists import Topic
from portal.kinds.term import Term
from portal.library.mentions import Mention
from portal.views.facets.searched import former
from portal.views.html.terms import Glossary
from portal.views.inputs import Inputs
from portal.views.names import place_of
from portal.views.store.reads import ONE_BY_ONE, WHOLE, Key


class Values:
    """The values of one build."""

    def __init__(self, inputs: Inputs) -> None:
        self.inputs, self.library = inputs, inputs.library

    def of(self, key: Key) -> Any:
        """None where there is nothing any more."""
        name, *asked = key
        if own := getattr(self, f"_{name.replace('-', '_')}", None):
            read: Callable[..., Any] = own
            return read(*asked)
        found = getattr(self.library, name)
        if name in WHOLE:
            return sorted(found) if isinstance(found, frozenset) else found
        assert name in ONE_BY_ONE, name
        return found.get(asked[0]) if asked else tuple(found)

    def _kind(self, kind: str) -> Any:
        return tuple(self.library.entries[kind].values())

    def _entry(self, kind: str, id: str) -> Any:
        return self.library.get(Link(kind, id))

    def _pointing(self, kind: str, id: str) -> Any:
        return self.library.backlinks.get((kind, id), ())

    def _document(self, id: str, read: Callable[[Document], Any]) -> Any:
        found = self.library.get(Link(Document.KIND, id))
        return read(found) if isinstance(found, Document) else None

    def _relations(self, id: str) -> Any:
        return self._document(id, self.library.relations_to)

    def _texts(self, id: str) -> Any:
        return self._document(id, self.library.versions_of)

    def _topic(self, value: str) -> Any:
        topic = self.library.lists.get(Topic.LIST, {}).get(value)
        return self.library.about(topic) if topic else ()

    def _dead(self, id: str = "") -> Any:
        return id in self.library.dead if id else sorted(self.library.dead)

    def _any_dead(self) -> Any:
        return bool(self.library.dead)

    def _cited(self, id: str) -> Any:
        return _told(self.library.cited.get(id, ()))

    def _mentions(self) -> Any:
        return _told(self.library.mentions), self._register()

    def _order(self, kind: str) -> Any:
        return tuple(self.library.entries[kind])

    def _register(self) -> Any:
        return self.library.register.facts

    def _terms(self) -> Any:
        """Nothing of its own: it is asked word by word."""
        return ()

    def terms(self) -> dict[str, Any]:
        """By their first words, how terms are marked."""
        glossary = Glossary(self.library.of(Term), partial(place_of, self.library))
        return {
            word: [
                (name.text, name.term.id, name.url, name.expansion)
                for name in names.by_text.values()
            ]
            for word, names in glossary.by_word.items()
        }

    def _facets(self) -> Any:
        """The values of documents, and the words by which addresses of former days name them."""
        facets = self.inputs.facets
        return facets.of, tuple(former(facets))

    def _indicators(self) -> Any:
        counted = self.inputs.indicators.counted
        values = {facet: [one.value for one in found] for facet, found in counted.items()}
        return self._kind(CriteriaSet.KIND), values

    def _exemplars(self) -> Any:
        found = self.inputs.exemplars
        return self._kind(Exemplar.KIND), found.values, found.evidence


def _told(mentions: Iterable[Mention]) -> Any:
    """What can be shown of a mention; what it means is the register's matter."""
    return [(one.entry, one.where, one.at, one.words, one.sentence, one.target) for one in mentions]
