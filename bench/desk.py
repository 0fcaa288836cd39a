"""The desk under misfortune: closed browsers, kills, full disks, others on the same entry, refused
pushes. Whatever the desk said it had kept must be found again.

In: how many, and a seed. Out: figures; every sentence that was lost is named.
"""

from __future__ import annotations

import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import sleep
from unittest import mock

from portal.editor import apart, form
from portal.editor.desk import Desk
from portal.editor.opened import BASE, BODY, Changed, Opened, Refused
from portal.editor.posted import Pairs
from portal.editor.sending import Sender
from portal.editor.three_way import BOTH
from portal.editor.troubles import NotSent
from tests import tiny

KEY, PATH = "bai-viet/vi-sao-hat", "docs/bai-viet/vi-sao-hat.md"
BRANCH = "bien-tap"
ROOT = Path(__file__).parents[1]
_CHILD = "import sys; from bench.desk import write; write(sys.argv[1], sys.argv[2])"


def desk_at(content: Path) -> Desk:
    return Desk(content, tiny.DAY, lambda: "10:00")


def pairs_of(opened: Opened, body: str) -> Pairs:
    """The form as a browser sends it, another text typed."""
    return [*form.pairs(opened.controls), (BODY, body), (BASE, opened.base)]


def write(content: str, words: str) -> None:
    """Types on and on, keeps each time and saves now and then; tells what is done. Is killed."""
    desk, step = desk_at(Path(content)), 0
    opened = desk.open(KEY)
    first = opened.body
    while True:
        step += 1
        pairs = pairs_of(opened, f"{first}\n\n{words}.{step}.")
        desk.keep(KEY, pairs)
        sys.stdout.write(f"{step}\n")
        sys.stdout.flush()
        if step % 3 == 0:
            desk.save(KEY, pairs)
            opened = desk.open(KEY)


@dataclass
class Ground:
    """A content folder with git and a bare remote, and somebody else's clone."""

    folder: Path
    seed: int
    lost: list[str] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self.content = tiny.lay_out(self.folder / "cua-toi")
        self.remote, self.other = self.folder / "chung.git", self.folder / "nguoi-khac"
        self.git(self.folder, "init", "-q", "--bare", "--initial-branch", BRANCH, str(self.remote))
        self.git(self.content, "init", "-q", "--initial-branch", BRANCH)
        self.git(self.content, "config", "user.name", "Tôi")
        self.git(self.content, "config", "user.email", "toi@example.org")
        self.git(self.content, "add", "docs", "data")
        self.git(self.content, "commit", "-qm", "Bắt đầu")
        self.git(self.content, "remote", "add", "origin", str(self.remote))
        self.git(self.content, "push", "-qu", "origin", BRANCH)
        self.git(self.folder, "clone", "-q", str(self.remote), str(self.other))
        self.desk = desk_at(self.content)

    def git(self, place: Path, *words: str) -> str:
        named = ("-c", "user.name=Họ", "-c", "user.email=ho@example.org")
        done = subprocess.run(
            ["git", *named, *words], cwd=place, check=True, capture_output=True, encoding="utf-8"
        )
        return done.stdout

    def words(self) -> str:
        self.count += 1
        return f"Câu thử {self.seed}-{self.count} hết"

    def typed(self, words: str) -> Pairs:
        """I open the entry and put a sentence somewhere."""
        opened = self.desk.open(KEY)
        return pairs_of(opened, self.put(opened.body, words))

    def put(self, body: str, words: str) -> str:
        blocks = body.split("\n\n")
        blocks.insert(self.random.randint(1, len(blocks)), words)
        return "\n\n".join(blocks)

    def expect(self, words: str, *texts: str) -> None:
        if not all(words in one for one in texts):
            self.lost.append(words)

    @property
    def text(self) -> str:
        return (self.content / PATH).read_text(encoding="utf-8")

    def elsewhere(self, place: Path, words: str) -> None:
        """Somebody else puts a sentence into the file that is there."""
        file = place / PATH
        head, mark, body = file.read_text(encoding="utf-8").partition("\n---\n\n")
        told = head + mark + self.put(body, words)
        file.write_text(told, encoding="utf-8", newline="\n")


def closed(ground: Ground) -> None:
    """The browser is closed, the desk ended: what was kept is opened again."""
    words = ground.words()
    ground.desk.keep(KEY, ground.typed(words))
    ground.desk = desk_at(ground.content)
    opened = ground.desk.open(KEY)
    ground.expect(words, opened.body)
    ground.desk.save(KEY, pairs_of(opened, opened.body))
    ground.expect(words, ground.text)


def killed(ground: Ground) -> None:
    """The desk is killed at any moment: what it said it kept, or later, is there, and whole."""
    words = ground.words()
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(ground.content), words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert child.stdout
    told = [int(child.stdout.readline()) for _ in range(ground.random.randint(1, 12))]
    sleep(ground.random.random() * 0.05)  # any moment will do
    child.kill()
    told += [int(one) for one in child.stdout.read().split("\n")[:-1]]
    child.wait()
    ground.desk = desk_at(ground.content)
    opened = ground.desk.open(KEY)
    found = re.search(rf"{words}\.([0-9]+)\.", opened.body)
    if opened.unread or not found or int(found[1]) < told[-1]:
        ground.lost.append(words)
    ground.desk.save(KEY, pairs_of(opened, opened.body))


def full(ground: Ground) -> None:
    """The disk is full while a file is saved: the old one is whole, the typed text is kept."""
    words, before = ground.words(), ground.text
    pairs = ground.typed(words)
    ground.desk.keep(KEY, pairs)
    disk = mock.patch("portal.tree.os.fdopen", side_effect=OSError(28, "full"))
    with disk, suppress(Refused):
        ground.desk.save(KEY, pairs)
    if ground.text != before:
        ground.lost.append(words)
    opened = ground.desk.open(KEY)
    ground.expect(words, opened.body)
    ground.desk.save(KEY, pairs_of(opened, opened.body))


def met(ground: Ground) -> None:
    """Somebody else saves the file while I type: both sentences stand in the end."""
    mine, theirs = ground.words(), ground.words()
    pairs = ground.typed(mine)
    ground.desk.keep(KEY, pairs)
    ground.elsewhere(ground.content, theirs)
    try:
        ground.desk.save(KEY, pairs)
        ground.lost.append(theirs)
    except Changed:
        pass
    apart.settle(ground.desk, KEY, _all_of_both())
    opened = ground.desk.open(KEY)
    ground.desk.save(KEY, pairs_of(opened, opened.body))
    ground.expect(mine, ground.text)
    ground.expect(theirs, ground.text)


def refused(ground: Ground) -> None:
    """The push is refused, because somebody else sent first: both sentences arrive."""
    mine, theirs = ground.words(), ground.words()
    sender = Sender(ground.content)
    if sender.state().paths:
        sender.send("Trước", BRANCH)
    ground.git(ground.other, "pull", "-q")
    ground.elsewhere(ground.other, theirs)
    ground.git(ground.other, "commit", "-qam", "Của họ")
    ground.git(ground.other, "push", "-q")
    ground.desk.save(KEY, ground.typed(mine))
    try:
        sender.send("Của tôi", BRANCH)
        ground.lost.append(theirs)
    except NotSent:
        pass
    for _ in sender.pull().met:
        sides = sender.sides(PATH)
        assert sides
        held = ground.desk.drafts.get(KEY)
        apart.put_together(ground.desk, KEY, *sides, _all_of_both())
        sender.mark_merged(PATH)
        if (joined := ground.desk.drafts.get(KEY)) and not held:
            ground.desk.save(KEY, [*joined.pairs, (BASE, ground.desk.open(KEY).base)])
    sender.send("Ghép", BRANCH)
    arrived = ground.git(ground.remote, "show", f"{BRANCH}:{PATH}")
    ground.expect(mine, ground.text, arrived)
    ground.expect(theirs, ground.text, arrived)


def _all_of_both() -> dict[str, str]:
    return {f"{BODY}/{place}": BOTH for place in range(1, 200)}


FAULTS: dict[str, Callable[[Ground], None]] = {
    "đóng trình duyệt": closed,
    "giết giữa chừng": killed,
    "đầy ổ đĩa": full,
    "người khác sửa cùng mục": met,
    "kho chung từ chối": refused,
}


def report(folder: Path, faults: int, seed: int) -> tuple[str, bool]:
    """What happened, and whether nothing was lost."""
    ground = Ground(folder, seed)
    seen = Counter(ground.random.choices([*FAULTS], k=faults))
    order = [*seen.elements()]
    ground.random.shuffle(order)
    for name in order:
        FAULTS[name](ground)
    lines = [f"| {name} | {seen[name]} |" for name in FAULTS]
    told = ["| Sự cố | Lần |", "|---|---:|", *lines, "", f"{faults} sự cố, hạt giống {seed}"]
    told[-1] += f": mất {len(ground.lost)} câu trong {ground.count} câu đã gõ."
    return "\n".join([*told, *(f"  mất: {one}" for one in ground.lost)]), not ground.lost
