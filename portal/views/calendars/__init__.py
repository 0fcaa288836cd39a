"""Duties and events as calendars to subscribe to (iCalendar), and the page that offers them.

`events` says what a calendar tells of an occasion, `ics` writes it down, `files` and `page` are the
outputs. Comes in: occasions of the library. Refuses to know: how readers' calendars show them.
"""
