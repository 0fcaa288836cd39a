"""From a file somebody sent to a draft entry: read, understood, held against the register, written.

Comes in: a file as it was sent. Goes out: a draft with what was read, how surely and where, and an
account of every element of the file. Refuses to know: the site; `scripts/import.py` is its door.
"""
