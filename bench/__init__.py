"""Measures of the portal: made-up content of any size, built beside plain Material; pages weighed.

In: a number of entries, or a built site. Out: figures. Nothing here is part of the portal.
"""
