"""The keys of a model as editors write them."""

from __future__ import annotations

from typing import Any

from portal.kinds.base import Group, ListOf, fields_of
from portal.patch.rewrite import Order


def order_of(model: type[Any]) -> Order:
    """In the order of its fields, those of its groups with them."""
    made: dict[str, Any] = {}
    for one in fields_of(model):
        form = one.form.form if isinstance(one.form, ListOf) else one.form
        made[one.key] = order_of(form.model) if isinstance(form, Group) else None
    return made
