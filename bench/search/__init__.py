"""Search, measured: made-up pages of any number, queries nobody tuned for, a browser, the peers.

In: numbers of pages and a seed. Out: bytes, times, memory and how often the right page comes first.
Relevance is known by construction: a query is cut out of a page, and every page that truly holds
the same words counts as right.
"""
