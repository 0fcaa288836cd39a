"""The pages of the site, a module for every sort: each plans its own and says what they show.

Comes in: `Inputs`. Goes out: plans.
"""
