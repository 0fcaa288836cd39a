"""The keys of a model as editors write them."""

from __future__ import annotations

from typing import Any

from portal.kinds.base import Group, fields_of
from portal.kinds.fields import form_of
from portal.patch.wanted import Order


def order_of(model: type[Any]) -> Order:
    """In the order of its fields, those of its groups with them."""
    made: dict[str, Any] = {}
    for one in fields_of(model):
        form = form_of(one)
        made[one.key] = order_of(form.model) if isinstance(form, Group) else None
    return made
