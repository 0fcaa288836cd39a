"""Where the files of the open data stand, below the root of the site."""

from __future__ import annotations

from portal.kinds.base import Kind
from portal.views.api.v1 import HOME

PAGE = 250
"""Entries in one file of a list."""
INDEX = f"{HOME}index.json"
OPENAPI = f"{HOME}openapi.json"
ARCHIVE = f"{HOME}all.zip"
CHANGES = f"{HOME}thay-doi.txt"
TABLES = f"{HOME}doc-csv.txt"


def listed(kind: Kind | str, page: int = 1) -> str:
    """A list of a kind: the first file, or one that goes on from it."""
    name = kind if isinstance(kind, str) else kind.name
    return f"{HOME}{name}.json" if page == 1 else f"{HOME}{name}.trang-{page}.json"


def one(kind: str, id: str) -> str:
    """The file of one entry."""
    return f"{HOME}{kind}/{id}.json"


def table(kind: Kind) -> str:
    return f"{HOME}{kind.name}.csv"


def table_head(kind: Kind) -> str:
    """What says how to read a table: CSV on the Web looks for it under this name."""
    return f"{table(kind)}-metadata.json"


def schema(kind: Kind | None = None) -> str:
    """The schema of a kind's files; that of the index without one."""
    return f"{HOME}schema/{kind.name if kind else 'index'}.json"


def pages(total: int) -> int:
    """How many files a list of so many entries needs, at least one."""
    return max(1, -(-total // PAGE))
