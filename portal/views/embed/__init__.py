"""The section inside pages of others: what can be shown, drawn small; how a portal asks for it.

Comes in: the library. Goes out: small static pages and fragments below `nhung/xem/`, an oEmbed
answer beside every page, the page «Đưa vào cổng khác», a page by which a webmaster tries a portal.
The code that runs beside them: `web/embed/`. Every page can be framed as it is, with `?nhung=1`.
"""
