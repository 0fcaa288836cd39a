"""Whether an id tells the clause at which it stands: `dieu-5.khoan-1`, not `dieu-5-khoan-1`.

Comes in: ids with the words behind them, in their order. Goes out: the id each should have, where
it tells another clause. Refuses to know: files, and which ids were published.
"""

from __future__ import annotations

import re

from portal.clauses.labels import Unit, bare, label_of
from portal.clauses.reader import ATTACHED
from portal.clauses.spaces import AGAIN
from portal.clauses.wording import is_new_wording

_NAMES = {
    Unit.ANNEX: "phu-luc",
    Unit.PART: "phan",
    Unit.CHAPTER: "chuong",
    Unit.SECTION: "muc",
    Unit.ARTICLE: "dieu",
    Unit.LETTER: "diem",
}
"""Units whose step in an id is their own name and number, wherever they stand."""
_STEP = re.compile(rf"({'|'.join(_NAMES.values())}|khoan|tiet)-([0-9a-z]+)(?:{AGAIN}[0-9]+)?")
_HYPHENED = re.compile(r"-(?=(?:khoan|diem|tiet|dieu|muc|gach)-[0-9a-z])")
_ARTICLE = re.compile(r"(?:^|\.)(dieu-[0-9]+[a-z]*)")


class Places:
    """Reads the clauses of one text from its beginning."""

    def __init__(self) -> None:
        self.article = ""
        """Where the text is: the id of the article that was begun last."""

    def right(self, id: str, words: str) -> str:
        """The id that tells this place; the same where nothing speaks against it."""
        if is_new_wording(id) or id.startswith(ATTACHED):
            return id
        made = _of_label(_HYPHENED.sub(".", id), words)
        found = _ARTICLE.search(made)
        if not found:
            return made
        if found.end() == len(made):
            self.article = made
        elif self.article and made[: found.end()] != self.article:
            made = self.article + made[found.end() :]
        return made


def _of_label(id: str, words: str) -> str:
    """The last step as the printed label has it, where both tell one unit."""
    head, dot, last = id.rpartition(".")
    label, step = label_of(bare(words)), _STEP.fullmatch(last)
    if label is None or step is None or _NAMES.get(label.unit) != step[1]:
        return id
    if not label.number or label.number == step[2]:
        return id
    return f"{head}{dot}{step[1]}-{label.number}"
