"""The calendar files, each at its own address.

Comes in: the renderer of a build. Goes out: assets.
"""

from __future__ import annotations

from collections.abc import Iterator

from portal.views.calendars.events import told
from portal.views.calendars.ics import calendar
from portal.views.outputs import Asset
from portal.views.renderer import Renderer

HOLDS = (
    "Ngày đến hạn của nhiệm vụ, ngày diễn ra sự kiện; việc hằng năm, việc cả giai đoạn không nêu "
    "ngày ghi vào ngày cuối năm. Việc không nêu thời hạn không có trong lịch."
)


def files(renderer: Renderer) -> Iterator[Asset]:
    inputs = renderer.inputs
    v = renderer.page_context("")
    for one in inputs.calendars.values():
        events = told(v, one.occasions, inputs.address)
        yield Asset(one.path, calendar(one.name, HOLDS, events))
