"""Builds that meet and builds that are killed: whatever happens, a site is whole.

In: how many, a seed. Out: figures, told as they come; the first site that is not whole, or the
first build that does not go on after it, ends the measure with what was seen.
"""
