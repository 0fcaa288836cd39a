"""`tu-ra-soat/mau-bao-cao.docx`: an empty report, which `web/assess/exports/docx.js` fills.

Comes in: the day. Goes out: one file, made as all Word files of the portal are made, so that there
is one look; without their mark, for a report is the school's own paper.
"""

from __future__ import annotations

from datetime import date

from portal.kinds.page import ASSESSMENT
from portal.views.outputs import Asset

PATH = f"{ASSESSMENT}/mau-bao-cao.docx"
TITLE = "@@TEN@@"


def file(today: date) -> Asset:
    # What makes Word files is slow to load, and a build that draws none need not wait for it.
    from portal.views.word.package import PLACE, Package

    return Asset(PATH, Package(today).sealed(PLACE, TITLE))
