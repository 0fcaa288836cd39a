"""The section inside imitated portals, on another site, in a real browser: which rung is reached,
how fast the height settles, what hostile pages can do, what it weighs.
"""
