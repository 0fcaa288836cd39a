"""Recognises a site built before sites said which files are theirs (`inventory.MARK`).

In: a folder and what stands in it. Out: whether all of it was surely made by a build. Anything of
which that is not sure makes the answer no. May go once nobody has such a site any more.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path, PurePosixPath

_PAGE = re.compile(
    rb'<link rel="stylesheet" href="[^"]*assets/css/portal\.css">'
    rb'|<meta http-equiv="refresh" content="0; url='
)
_ASSET = re.compile(r"assets/.*\.(?:bin|css|js|map|woff2|svg)")
_KNOWN = {
    *("sitemap.xml", "sitemap.xml.gz", "thuat-ngu/tra-nhanh.json"),
    *("assets/fonts/LICENSE", "assets/images/favicon.png"),
}


def is_site(folder: Path, present: set[str], content: Path) -> bool:
    pages = [path for path in present if path.endswith(".html")]
    return (
        bool(pages)
        and all(stat.S_ISREG((folder / path).lstat().st_mode) for path in present)
        and all(_is_ours(path, content) for path in present.difference(pages))
        and all(_PAGE.search((folder / page).read_bytes()) for page in pages)
    )


def _is_ours(path: str, content: Path) -> bool:
    place = PurePosixPath(path)
    word_file = place.suffix == ".docx" and place.stem == place.parent.name
    attachment = (content / "docs" / path).is_file()
    return bool(_ASSET.fullmatch(path)) or path in _KNOWN or word_file or attachment
