"""Charts as records that one template draws: static SVG, no script, no style of its own.

Comes in: numbers. Goes out: shapes with their places worked out, and the sentence that says the
same. Never colour alone: every bar and dot has its number beside it.
"""
