"""Days as people type them at a form, `14/9/2025`, as files have them.

Comes in: wanted values, the model they belong to. Goes out: the same, days in ISO form where only
one can be meant. Refuses to know: forms and files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from portal.dates import iso_of
from portal.forms import Day
from portal.kinds.fields import Field, Group, fields_of, form_of
from portal.patch.wanted import Wanted


def with_days(wanted: Mapping[str, Wanted], model: type[Any]) -> dict[str, Wanted]:
    known = {one.key: one for one in fields_of(model)}
    return {key: _value(one, known.get(key)) for key, one in wanted.items()}


def _value(wanted: Wanted, field: Field | None) -> Wanted:
    form = form_of(field) if field else None
    if isinstance(wanted, list):
        return [replace(one, value=_value(one.value, field)) for one in wanted]
    if isinstance(wanted, dict):
        return with_days(wanted, form.model) if isinstance(form, Group) else wanted
    return (iso_of(wanted) or wanted) if isinstance(form, Day) else wanted
