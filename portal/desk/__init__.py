"""For editors at their desk: a new file, mending, finding, and what their tools read.

Comes in: a content folder, kinds, lists. Goes out: texts; the doors in `scripts/` write them.
"""
