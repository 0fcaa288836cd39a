"""Text into HTML, and what is done to finished HTML: links of terms and citations, typography.

Comes in: Markdown, or HTML of our own. Goes out: HTML. Refuses to know which page it stands on.
"""
