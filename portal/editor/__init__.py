"""The desk of editors: entries of a content folder as forms on a local page.

Comes in: a content folder, the day, requests of one browser. Goes out: pages, and files changed in
no more than what was changed in the form. Refuses to know: MkDocs, and what a kind is about.
"""
