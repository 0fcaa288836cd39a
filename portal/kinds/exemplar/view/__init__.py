"""What readers see of models: the page of one, told so that another school can judge and copy it,
and the list of all."""

from __future__ import annotations

from portal.kinds.exemplar.view.listing import listed
from portal.kinds.exemplar.view.page import page
from portal.views.view import View

VIEW = View(page=page, listing=listed)
