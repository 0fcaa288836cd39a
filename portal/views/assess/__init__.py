"""Criteria sets as public data.

Comes in: the library. Goes out: the JSON file and its schema.
"""

from portal.views.assess.published import files

__all__ = ["files"]
