"""What stands beside a page: its data, its table, the feed that tells of it, its calendar, the
other language.

Comes in: the inputs of a build, a plan. Goes out: its alternates. A page names one feed, the
nearest: its own, else that of its kind, else that of everything. Refuses to know: how a head is
written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portal.kinds import BY_NAME, Kind
from portal.kinds.page import ENGLISH
from portal.views.api.v1 import places
from portal.views.feeds.channels import ALL, Channel
from portal.views.inputs import Inputs
from portal.views.names import address, relative
from portal.views.outputs import Alternate, Plan

JSON, CSV, CALENDAR = "application/json", "text/csv", "text/calendar"
ATOM, JSON_FEED = "application/atom+xml", "application/feed+json"


def with_alternates(inputs: Inputs, plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The plans, each with what stands beside its page."""
    both = {"", f"{ENGLISH}/"} <= {plan.url for plan in plans}
    return tuple(replace(plan, alternates=tuple(_alternates(inputs, plan, both))) for plan in plans)


def _alternates(inputs: Inputs, plan: Plan, both: bool) -> Iterator[Alternate]:
    kind = BY_NAME.get(plan.url.partition("/")[0])
    told = (feed_of(inputs, plan.url), *_calendar(inputs, plan))
    for one in (*_data(inputs, plan, kind), *told, *_other(plan, both)):
        if one:
            yield replace(one, href=relative(one.href, plan.url))


def _data(inputs: Inputs, plan: Plan, kind: Kind | None) -> Iterator[Alternate]:
    entry = plan.entry
    if entry and plan.url == address(entry):
        if inputs.handed_on(entry):
            yield Alternate(places.one(entry.KIND, entry.id), JSON)
    elif kind and plan.url == address(kind):
        yield Alternate(places.listed(kind), JSON)
        yield Alternate(places.table(kind), CSV)


def feed_of(inputs: Inputs, page: str) -> Alternate | None:
    """The nearest to a page, below the site's root."""
    channel = _nearest(inputs, page)
    return Alternate(channel.atom, ATOM, channel.title) if channel else None


def _nearest(inputs: Inputs, page: str) -> Channel | None:
    channels, kind = inputs.channels, BY_NAME.get(page.partition("/")[0])
    if own := channels.by_page.get(page):
        return own[0]
    return channels.by_name.get(kind.name if kind else "") or channels.by_name.get(ALL)


def _calendar(inputs: Inputs, plan: Plan) -> Iterator[Alternate]:
    one = inputs.calendars.get(plan.url)
    if one and not (one.of and inputs.library.ended(one.of.link)):
        yield Alternate(one.path, CALENDAR, one.name)


def _other(plan: Plan, both: bool) -> Iterator[Alternate]:
    """The home page and the summary in English, each of the other and of itself."""
    if both and plan.url in ("", f"{ENGLISH}/"):
        yield Alternate("", lang="vi")
        yield Alternate(f"{ENGLISH}/", lang="en")
