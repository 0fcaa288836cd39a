"""Version 1 of the open data: JSON, CSV, their schemas and descriptions, below `api/v1/`.

Public shapes stand in `models/`, apart from what editors write: a file of an editor may change
without a reader noticing, and a shape once released is never broken (`contract.py`).
"""

from portal.kinds.page import API

VERSION = "1.1"
"""Its first number is that of the folder; the second grows with every addition."""
HOME = f"{API}/v1/"
"""Below the root of the site."""
NOTICE = "Nội dung tham khảo, không thay bản chính thức của văn bản."
"""The terms of use in one sentence; goes with every file."""
