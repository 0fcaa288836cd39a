"""What a field may hold: forms that turn text into values, and say what is wrong.

Comes in: a `Value` of room 1. Goes out: a typed value, or None and a fault.
Refuses to know: which kind the field belongs to.
"""

from portal.forms.choices import Choice, ListOf, Ref, Sibling, Word
from portal.forms.form import Form, Link, Lists, Option, Reader, meant, nearest
from portal.forms.numbers import Number, Whole
from portal.forms.places import FilePath, OldAddress, Segment
from portal.forms.times import Day, Moment
from portal.forms.words import Address, Prose, Text, YesNo

__all__ = [
    "Address",
    "Choice",
    "Day",
    "FilePath",
    "Form",
    "Link",
    "ListOf",
    "Lists",
    "Moment",
    "Number",
    "OldAddress",
    "Option",
    "Prose",
    "Reader",
    "Ref",
    "Segment",
    "Sibling",
    "Text",
    "Whole",
    "Word",
    "YesNo",
    "meant",
    "nearest",
]
