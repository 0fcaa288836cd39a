"""The way back up, at the head of a page.

Comes in: the page context, the steps of the page's own. Goes out: anchors, the home page first.
"""

from __future__ import annotations

from portal.kinds import Kind
from portal.views.context import PageContext
from portal.views.parts import Anchor


def way(v: PageContext, *steps: Anchor) -> tuple[Anchor, ...]:
    """The way back up; the last step is the page itself."""
    return (Anchor("Trang chủ", v.url("")), *steps)


def kind_of(v: PageContext, kind: Kind) -> Anchor:
    """The list of a kind."""
    return Anchor(kind.label, v.url(kind))
