"""What a link to a page shows where it is shared: Open Graph, as Zalo, Facebook and others read it.

Comes in: a plan, the name of the site, its public address where that is known. Goes out: (property,
content). What is the same on every page stands in the frame; without a public address there is no
picture, since its address has to be complete.
"""

from __future__ import annotations

from portal.kinds import BY_NAME
from portal.views.names import address
from portal.views.outputs import Plan

COMMON = "chung"
"""The picture of pages that belong to no kind."""
FOLDER = "assets/img/chia-se/"


def properties(plan: Plan, site: str, base: str, here: str) -> tuple[tuple[str, str], ...]:
    """`base`: the public address of the site, `here`: that of the page; empty where not known."""
    of_entry = plan.entry is not None and plan.url == address(plan.entry)
    told = [("og:title", plan.title or site), ("og:type", "article" if of_entry else "website")]
    if base:
        name, label = _picture(plan)
        told += [
            ("og:url", here),
            ("og:image", f"{base}{FOLDER}{name}.png"),
            ("og:image:alt", label or site),
        ]
    return tuple(told)


def _picture(plan: Plan) -> tuple[str, str]:
    kind = BY_NAME.get(plan.url.partition("/")[0])
    return (kind.name, kind.label) if kind and not kind.anywhere else (COMMON, "")
