"""What stands beside a page for programmes: its data, its table, the feeds that tell of it.

Comes in: the inputs of a build, a plan. Goes out: for each a type, a title and an address relative
to the page, for `<link rel="alternate">`. Refuses to know: how a head is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from portal.kinds import BY_NAME, Kind
from portal.views.api.v1 import places
from portal.views.feeds.channels import ALL, Channel
from portal.views.inputs import Inputs
from portal.views.names import address, relative
from portal.views.outputs import Plan

JSON, CSV = "application/json", "text/csv"
ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"


class Alternate(NamedTuple):
    """One of them."""

    type: str
    title: str
    href: str


def alternates(inputs: Inputs, plan: Plan) -> tuple[Alternate, ...]:
    """The data first, then the feeds, the nearest first; of a page without its own, that of all."""
    kind = BY_NAME.get(plan.url.partition("/")[0])
    found = [*_data(inputs, plan, kind), *_feeds(inputs, plan, kind)]
    return tuple(one._replace(href=relative(one.href, plan.url)) for one in found)


def _data(inputs: Inputs, plan: Plan, kind: Kind | None) -> Iterator[Alternate]:
    entry = plan.entry
    if entry and plan.url == address(entry):
        if inputs.handed_on(entry):
            yield Alternate(JSON, f"{entry.name} (JSON)", places.one(entry.KIND, entry.id))
    elif kind and plan.url == address(kind):
        yield Alternate(JSON, f"{kind.label} (JSON)", places.listed(kind))
        yield Alternate(CSV, f"{kind.label} (CSV)", places.table(kind))


def _feeds(inputs: Inputs, plan: Plan, kind: Kind | None) -> Iterator[Alternate]:
    channels = inputs.channels
    found = list(channels.by_page.get(plan.url, ()))
    if kind and kind.name in channels.by_name:
        found.append(channels.by_name[kind.name])
    if not found and ALL in channels.by_name:
        found.append(channels.by_name[ALL])
    for channel in dict.fromkeys(one.name for one in found):
        yield from _feed(channels.by_name[channel])


def _feed(channel: Channel) -> Iterator[Alternate]:
    yield Alternate(ATOM, f"{channel.title} (Atom)", channel.atom)
    yield Alternate(JSON_FEED, f"{channel.title} (JSON Feed)", channel.json)
