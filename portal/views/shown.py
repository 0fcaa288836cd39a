"""Values of declared fields as HTML, in Vietnamese: dates, numbers, links, groups.

Comes in: values of a model. Goes out: Markup, and rows of label and Markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from portal.dates import day
from portal.kinds.base import Field, Link, Option, PartialDate, Prose, fields_of, is_model
from portal.kinds.criteria import CriteriaSet
from portal.kinds.fields import form_of
from portal.kinds.school.parts import Figure
from portal.text import number
from portal.views.names import Names
from portal.views.parts import Fact


class Shown(Names):
    """Values, made readable."""

    def show(self, value: Any, field: Field | None = None) -> Markup:
        """Any value of a field, in Vietnamese."""
        if isinstance(value, tuple):
            if len(value) == 1:
                return self.show(value[0], field)
            if all(isinstance(item, Option) for item in value):
                return Markup("; ").join(item.label for item in value)
            if all(isinstance(item, str) and len(item) <= 40 for item in value):
                return Markup(", ").join(value)
            items = "".join(f"<li>{self.show(item, field)}</li>" for item in value)
            return Markup(f"<ul>{items}</ul>")
        if isinstance(value, Link):
            return self.to(value)
        if isinstance(value, bool):
            return Markup("Có" if value else "Không")
        if isinstance(value, date):
            return Markup(f'<time datetime="{value.isoformat()}">{day(value)}</time>')
        if isinstance(value, PartialDate):
            if not value.point:
                return Markup(f'<span class="nowrap">{value}</span>')
            return Markup(f'<time datetime="{value.point}">{value}</time>')
        if isinstance(value, (Decimal, int)):
            return (
                Markup(str(value))
                if isinstance(value, int) and 1900 <= value <= 2100
                else escape(number(value))
            )
        if isinstance(value, Option):
            return escape(value.label)
        if is_model(value):
            rows = "".join(
                f"<dt>{escape(row.label)}</dt><dd>{row.html}</dd>" for row in self.rows(value)
            )
            return Markup(f'<dl class="facts facts--small">{rows}</dl>')
        text = str(value)
        if field is not None and isinstance(form_of(field), Prose):
            return self.inline(text)
        if text.startswith(("http://", "https://")):
            place = urlsplit(text)
            bare = Markup("") if place.path.strip("/") else Markup('class="written" ')
            return Markup('<a {}href="{}" rel="external">{}</a>').format(bare, text, place.netloc)
        return escape(text)

    def when(self, on: PartialDate) -> Markup:
        """A date as it stands behind «từ», «trong»: «tháng 03/2021», «năm 2021»."""
        return escape(on.lead) + self.show(on)

    def to(self, link: Link) -> Markup:
        """A link with the entry's name; a place in it by the name of the place."""
        entry, place = self.library.get(link), self.place(link)
        if entry is None or not place:
            return self.a(link)
        if isinstance(entry, CriteriaSet):
            told = f"{place} ({self.short(entry.document)})"
        else:
            told = f"{self.short(entry)}, {place}"
        return Markup(f'<a href="{escape(self.url(link))}">{escape(told)}</a>')

    def rows(self, model: Any, only: Iterable[str] = (), without: Iterable[str] = ()) -> list[Fact]:
        """Label and value of the model's filled fields, in the order of their declaration."""
        wanted, unwanted = set(only), set(without)
        found = []
        for one in fields_of(type(model)):
            value = getattr(model, one.name)
            if (
                value in (None, (), "")
                or (wanted and one.name not in wanted)
                or one.name in unwanted
            ):
                continue
            if one.last and not wanted:
                continue
            found.append(Fact(one.label, self.show(value, one)))
        return found

    def line(self, model: Any, only: Iterable[str]) -> Markup:
        """The same in one line, several values one after another: no block stands in it."""
        wanted = set(only)
        told = []
        for one in fields_of(type(model)):
            value = getattr(model, one.name)
            if one.name in wanted and value not in (None, (), ""):
                many = value if isinstance(value, tuple) else (value,)
                shown = Markup("; ").join(self.show(item, one) for item in many)
                told.append(Markup("{}: {}").format(one.label, shown))
        return Markup(" · ").join(told)

    def pairs(self, figures: Iterable[Figure]) -> list[Fact]:
        """Figures as rows: what is counted, and the number as the source gives it."""
        return [Fact(one.about, escape(one.value)) for one in figures]
