"""Feeds: what happened, for programmes that follow: Atom 1.0 and JSON Feed 1.1.

`channels.py` says which feeds there are and what is in each, `atom.py` and `jsonfeed.py` write one,
`files.py` makes the files.
"""

from portal.kinds.page import FEEDS

HOME = f"{FEEDS}/"
"""Below the root of the site."""
