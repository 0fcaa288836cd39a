"""What a page says to machines: schema.org in JSON-LD, and the tags that citation tools read.

Comes in: an entry, the context of its page, what its kind declares. Goes out: a `Page`'s data and
tags. Unknown stays out. Addresses are relative, which JSON-LD reads against the page's own; where
the public address is known, `absolute` writes them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import urljoin

from portal.kinds import BY_NAME, Entry
from portal.kinds.answer import Answer
from portal.kinds.base import Link, Option, PartialDate
from portal.kinds.document import Document
from portal.kinds.document.lists import Effect
from portal.kinds.procedure import Procedure
from portal.views.compact import compact
from portal.views.context import PageContext

LONGEST = 150
ANSWERED = 300
"""Letters of an answer: how it begins, as where it is listed."""
MOST = 4
"""Links of one relation: the page has them all, this only opens the way."""
SHAPES = {
    **{"legislationPassedBy": "Organization", "organizer": "Organization"},
    **{"location": "Place", "parentOrganization": "Organization", "author": ""},
}
"""Properties whose plain names schema.org wants as things; an author may be a person or a body."""
SPEECHLESS = ("Organization", "EducationalOrganization", "DefinedTerm")
"""Types for which schema.org knows no language: only works and events have one."""
CITED = {
    "name": ("citation_title", "DCTERMS.title"),
    "legislationIdentifier": ("DCTERMS.identifier",),
    "legislationType": ("DCTERMS.type",),
    "legislationPassedBy": ("citation_author", "DCTERMS.creator"),
    "author": ("citation_author", "DCTERMS.creator"),
    "legislationDate": ("citation_publication_date", "DCTERMS.issued"),
    "datePublished": ("citation_publication_date", "DCTERMS.issued"),
    "inLanguage": ("citation_language", "DCTERMS.language"),
}
"""What reference managers ask for, by the property that says it."""
_ADDRESSES = ("@id", "url")
Tags = tuple[tuple[str, str], ...]


def data(v: PageContext, entry: Entry) -> dict[str, Any]:
    """The entry in the words of schema.org; nothing where its kind has none for it, or where the
    document is not there yet."""
    kind = BY_NAME[entry.KIND]
    if not kind.linked or (isinstance(entry, Document) and entry.awaited):
        return {}
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": kind.linked.type,
        "@id": "./",
        "url": "./",
        "name": entry.name,
        "description": v.plain(entry.summary, LONGEST),
    }
    if kind.linked.type not in SPEECHLESS:
        made["inLanguage"] = "vi"
    for name, told in kind.linked.properties.items():
        made[told] = _value(v, getattr(entry, name), told)
    match entry:
        case Document():
            made |= _legislation(v, entry)
        case Procedure():
            made["step"] = [{"@type": "HowToStep", "name": one.title} for one in entry.steps]
        case Answer():
            told = v.plain(entry.body, ANSWERED) or v.plain(entry.summary, ANSWERED)
            made["acceptedAnswer"] = {"@type": "Answer", "text": told}
    return {name: value for name, value in made.items() if value not in (None, "", [])}


def site(title: str, description: str) -> dict[str, Any]:
    """The home page: the portal as a whole."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": "./",
        "url": "./",
        "name": title,
        "description": description,
        "inLanguage": "vi",
    }


def tags(said: Mapping[str, Any]) -> Tags:
    """For what can be cited: what has a day or a number."""
    if not said.keys() & {"legislationIdentifier", "legislationDate", "datePublished"}:
        return ()
    return tuple(
        (name, text.replace("-", "/") if name == "citation_publication_date" else text)
        for told, names in CITED.items()
        if told in said
        for name in names
        for text in _texts(said[told])
    )


def written(said: Mapping[str, Any], base: str = "") -> str:
    """As it may stand inside `<script>`: no `<` that a browser could take for its end."""
    text = compact(absolute(said, base))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def absolute(said: Any, base: str) -> Any:
    """The same with full addresses; without a base as it is."""
    if isinstance(said, Mapping) and base:
        return {
            name: urljoin(base, value) if name in _ADDRESSES else absolute(value, base)
            for name, value in said.items()
        }
    return [absolute(one, base) for one in said] if isinstance(said, list) and base else said


def _value(v: PageContext, value: Any, told: str) -> Any:
    """A value of a field; several in a list, a day as ISO writes it, a bound is no day. What is
    not published is not named, alone or among others."""
    if isinstance(value, tuple):
        found = [made for one in value if (made := _value(v, one, told)) is not None]
        return found[0] if len(found) == 1 else found
    if isinstance(value, PartialDate):
        return value.point or None
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Option):
        return value.label
    if isinstance(value, Link):
        if v.library.get(value) is None:
            return None
        return _thing(told, {"@id": v.url(value), "name": v.name(value)})
    if isinstance(value, str) and told in SHAPES:
        return _thing(told, {"name": value})
    return v.plain(value, LONGEST) if isinstance(value, str) else value


def _thing(told: str, values: dict[str, str]) -> dict[str, str]:
    shape = SHAPES.get(told)
    return {"@type": shape, **values} if shape else values


def _legislation(v: PageContext, document: Document) -> dict[str, Any]:
    """What only the library knows: whether it holds today, and what it does to others."""
    made: dict[str, Any] = {}
    if force := v.library.validity[document.id].state.schema:
        made["legislationLegalForce"] = f"https://schema.org/{force}"
    begins = (one.on for one in document.statuses if one.type.effect is Effect.BEGIN)
    made["legislationDateOfApplicability"] = _value(v, next(begins, None), "")
    for relation in document.relations:
        told = relation.type.schema
        other = v.library.get(relation.to)
        if told and isinstance(other, Document):
            found = made.setdefault(told, [])
            one = {"@id": v.url(other)}
            if one not in found and len(found) < MOST:
                found.append(one)
    return made


def _texts(value: Any) -> Iterable[str]:
    """The words of a value: of a thing its name."""
    for one in value if isinstance(value, list) else [value]:
        yield str(one["name"]) if isinstance(one, Mapping) else str(one)
