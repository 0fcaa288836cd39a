"""How far the schools have come: the board of today, those of past days, who was merged into whom.

`rows` says one recognition or published figure in a row of a table, `drawn` draws the board;
`today`, `past` and `lineage` are the pages. What is counted is counted in `library/board.py`.
"""

from collections.abc import Iterator

from portal.views.inputs import Inputs
from portal.views.outputs import Plan
from portal.views.progress import lineage, past, today


def plan(inputs: Inputs) -> Iterator[Plan]:
    yield from today.plan(inputs)
    yield from past.plan(inputs)
    yield from lineage.plan(inputs)
