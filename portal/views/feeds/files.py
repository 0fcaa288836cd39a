"""The files of all feeds.

Comes in: a renderer, for its library and address. Goes out: two files for every channel.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.views.api.v1 import NOTICE
from portal.views.feeds import atom, jsonfeed
from portal.views.outputs import Asset
from portal.views.renderer import Renderer


def files(renderer: Renderer) -> Iterator[Asset]:
    """A channel without news has no file: there is nothing to follow yet."""
    inputs = renderer.inputs
    by_atom = atom.Writer(inputs.address, NOTICE)
    by_json = jsonfeed.Writer(inputs.address, NOTICE)
    for channel in inputs.channels.by_name.values():
        yield Asset(channel.atom, by_atom.written(channel))
        yield Asset(channel.json, by_json.written(channel))
