"""«Tự rà soát»: criteria sets as public data, and the page on which a school assesses itself.

Comes in: the library. Goes out: one page, the same in one file, the JSON file and its schema.
"""

from collections.abc import Iterator

from portal.kinds.criteria import CriteriaSet
from portal.views.assess import alone, published, skeleton
from portal.views.assess.page import plan
from portal.views.outputs import Asset
from portal.views.renderer import Renderer


def files(renderer: Renderer) -> Iterator[Asset]:
    """Where there is a set at all."""
    library = renderer.inputs.library
    if library.of(CriteriaSet):
        yield from published.files(renderer)
        yield alone.file(renderer)
        yield skeleton.file(library.today)


__all__ = ["files", "plan"]
