"""What git said, in a sentence for who edits, with what to do.

Comes in: the words of git, and the button that was pressed. Goes out: a sentence. What git said
itself is kept in a file for who knows git; it is never shown.
"""

from __future__ import annotations

import re
from pathlib import Path

from portal.editor.drafts import FOLDER
from portal.problem import Problem

SEND, BRING = "Gửi", "Lấy bản mới"
"""The two buttons that speak to git."""
SAID = f"{FOLDER}/git.txt"
_KEPT = "Việc của bạn vẫn còn nguyên trong máy."
_REASONS = (
    (
        r"index\.lock|cannot lock ref|Unable to create .*\.lock",
        "Một chương trình git khác đang làm việc trong thư mục này. {kept} Cách làm: đợi một phút "
        "rồi bấm «{deed}» lại; vẫn vậy thì đóng VS Code, mở lại bàn biên tập, hoặc nhờ người phụ "
        "trách kỹ thuật xoá tệp .git/index.lock.",
    ),
    (
        r"non-fast-forward|fetch first|\[rejected\]",
        "Kho chung đã có bản mới hơn của nhánh này. {kept} Cách làm: bấm «Lấy bản mới» ở trang "
        "này, rồi bấm «{deed}» lại.",
    ),
    (
        r"protected branch|pre-receive hook declined|GH006",
        "Kho chung không cho gửi vào nhánh này. {kept} Cách làm: nhờ người phụ trách kỹ thuật cho "
        "biết tên nhánh được gửi.",
    ),
    (
        r"Authentication failed|could not read Username|Permission denied|403|Access denied"
        r"|Host key verification",
        "Kho chung chưa nhận ra bạn. {kept} Cách làm: trong VS Code mở Source Control → Push một "
        "lần để đăng nhập, rồi bấm «{deed}» lại.",
    ),
    (
        r"Could not resolve host|Connection|timed out|unable to access|does not appear to be a git"
        r"|Could not read from remote|does not exist|hung up",
        "Chưa nối được tới kho chung. {kept} Cách làm: kiểm tra mạng và địa chỉ kho, rồi bấm "
        "«{deed}» lại.",
    ),
    (
        r"would be overwritten|not uptodate|Entry .* overlaps",
        "Có tệp ngoài phần nội dung đang sửa dở trong thư mục này mà kho chung cũng vừa sửa. "
        "{kept} Cách làm: nhờ người phụ trách kỹ thuật cất các tệp ấy, rồi bấm «{deed}» lại.",
    ),
    (
        r"No space left|disk full|cannot write|unable to write|Read-only file system",
        "Không ghi được vào ổ đĩa. {kept} Cách làm: dọn chỗ trống rồi bấm «{deed}» lại.",
    ),
    (
        r"user\.email|Please tell me who you are|empty ident",
        "Git chưa biết tên bạn. Cách làm: điền họ tên và thư điện tử rồi bấm «{deed}».",
    ),
)
_OTHER = (
    "Git chưa làm được việc này. {kept} Cách làm: bấm «{deed}» lại; vẫn vậy thì nhờ người phụ "
    "trách kỹ thuật xem tệp {said}, trong đó có lời của git."
)


class NotSent(Exception):
    """Why, and what to do; the work itself is where it was or in a commit."""

    def __init__(self, told: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(told)
        self.problems = problems


def why(content: Path, said: str, deed: str) -> NotSent:
    """A refusal made of what git said, which is kept aside."""
    _keep(content, said)
    for pattern, told in _REASONS:
        if re.search(pattern, said, re.IGNORECASE):
            return NotSent(told.format(kept=_KEPT, deed=deed))
    return NotSent(_OTHER.format(kept=_KEPT, deed=deed, said=SAID))


def _keep(content: Path, said: str) -> None:
    file = content / SAID
    try:
        file.parent.mkdir(exist_ok=True)
        file.write_text(said, encoding="utf-8")
    except OSError:
        return  # the sentence is told all the same
