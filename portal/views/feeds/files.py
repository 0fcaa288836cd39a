"""The files of all feeds.

Comes in: a renderer, for its library and address. Goes out: two files for every channel; where a
unit or a school had another address, the same again under that, so that no follower is lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from portal.kinds.school import School
from portal.kinds.unit import Unit
from portal.views.api.v1 import NOTICE
from portal.views.api.v1.gone import former
from portal.views.feeds import atom, jsonfeed
from portal.views.feeds.channels import Channel
from portal.views.feeds.marks import Marks
from portal.views.inputs import Inputs
from portal.views.outputs import Asset
from portal.views.renderer import Renderer


def files(renderer: Renderer) -> Iterator[Asset]:
    """A channel without news has no file: there is nothing to follow yet."""
    inputs = renderer.inputs
    marks = Marks(inputs.library, inputs.address, inputs.feed_name)
    by_atom, by_json = atom.Writer(marks, NOTICE), jsonfeed.Writer(marks, NOTICE)
    for channel, place in _places(inputs):
        yield Asset(place.atom, by_atom.written(channel))
        yield Asset(place.json, by_json.written(channel))


def _places(inputs: Inputs) -> Iterator[tuple[Channel, Channel]]:
    """Every channel, and under which names it stands, each name once."""
    channels = inputs.channels.by_name
    for channel in channels.values():
        yield channel, channel
    library, taken = inputs.library, set(channels)
    units = (*library.of(Unit), *library.of(School), *library.withdrawn)
    for entry in units:
        now = channels.get(f"{entry.KIND}/{entry.id}")
        for kind, id in former(entry) if now else ():
            name = f"{kind.name}/{id}"
            if now and kind.name in (Unit.KIND, School.KIND) and name not in taken:
                taken.add(name)
                yield now, replace(now, name=name)
