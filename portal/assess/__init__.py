"""Criteria as public data, and their arithmetic: the twin of `web/assess/core/`.

Comes in: quantities, a rule, what a school typed. Goes out: a verdict with its reasons, exact.
Refuses to know: the portal's entries and pages. One table of cases, `tests/criteria_cases.json`,
is run by both twins.
"""

from portal.assess.evaluate import Outcome, evaluate
from portal.assess.numbers import Typed, read
from portal.assess.wire import json_schema, plain, types

__all__ = ["Outcome", "Typed", "evaluate", "json_schema", "plain", "read", "types"]
