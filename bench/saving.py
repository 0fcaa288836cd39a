"""How long after an edit: until a build that goes on is over, until the preview shows it.

In: the sizes of made-up content, whether the real one too. Out: a `Waited` each: medians over some
edits, each of one word in one article.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from queue import Empty, SimpleQueue
from statistics import median
from time import monotonic, sleep
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

import door

from bench import content as bench_content
from bench import kept, likeness, measure
from bench.identity import ROOT
from bench.report import columns, decimal
from portal.kinds.article import Article

FILE = kept.FILE.with_name("sua.jsonl")
REAL = "thật"
PAUSE, PATIENCE = 0.005, 600.0
"""Seconds between two tries to reach the preview, and until nothing is expected any more."""
REST = 1.0
"""Seconds between what was built and the next save: nobody is quicker, and by then it is all told
to the pages that are open."""
SHOWN = re.compile(r"Đã dựng (\d+) trang")
"""What the preview says when every page is as it should be."""


@dataclass(frozen=True, slots=True)
class Waited:
    """Medians, in seconds."""

    case: str
    """How many entries were made up, or that they are real."""
    pages: int
    wall: float
    cpu: float
    """Of a build that goes on, in a process of its own."""
    page: float
    """From the save until the preview answers with the changed page."""
    everything: float
    """From the save until all pages, lists and the search are new."""


class Editor:
    """Changes one word in one article, another every time."""

    def __init__(self, content: Path) -> None:
        folder = content / "docs" / Article.KIND
        self.file = min(folder.glob("*.md"))
        self.url = f"{Article.KIND}/{self.file.stem}/"
        self._text = self.file.read_text(encoding="utf-8").rstrip()
        self._numbers = count(1)

    def save(self) -> str:
        """The word that is new."""
        word = f"lần-sửa-{next(self._numbers)}"
        self.file.write_text(f"{self._text}\n\n{word}\n", encoding="utf-8")
        return word


def measured(sizes: Sequence[int], seed: int, real: bool, times: int, folder: Path) -> list[Waited]:
    """Telling on the way how far it is."""
    found = []
    for case in (*([REAL] if real else []), *map(str, sizes)):
        made = _content(case, seed, folder / case)
        found.append(waited(case, made, folder / case, times))
        sys.stderr.write(f"đã đo {case} mục\n")
    return found


def _content(case: str, seed: int, home: Path) -> Path:
    made = home / "noi-dung"
    if case == REAL:
        for name in ("docs", "data"):
            shutil.copytree(ROOT / name, made / name)
    else:
        likeness.make(made, int(case), seed, ROOT)
    return made


def waited(case: str, content: Path, home: Path, times: int) -> Waited:
    """`content` is edited, and left so."""
    editor = Editor(content)
    costs = list(_going_on(content, home, editor, times))
    pages, shown = _previewed(content, editor, times)
    return Waited(
        case,
        pages,
        median(one.wall for one in costs),
        median(one.cpu for one in costs),
        median(page for page, _ in shown),
        median(everything for _, everything in shown),
    )


def _going_on(content: Path, home: Path, editor: Editor, times: int) -> Iterator[measure.Cost]:
    command = [*_door("build.py", content), "--tiep", "--site", str(home / "site")]
    measure.run(command, home)
    for _ in range(times):
        editor.save()
        yield measure.run(command, home)


def _previewed(content: Path, editor: Editor, times: int) -> tuple[int, list[tuple[float, float]]]:
    """How many pages there are; for each edit when its page was shown, and when everything was."""
    with _preview(content) as (address, built):
        pages, found = built(), []
        page = f"{address}{editor.url}"
        for _ in range(times):
            sleep(REST)
            seen = _seen(page)
            started, word = monotonic(), editor.save()
            while word not in seen:  # as an open page waits, and loads itself again
                _seen(f"{address}livereload/{_epoch(seen)}/0", Referer=page)
                seen = _seen(page)
            shown = monotonic() - started
            built()
            found.append((shown, monotonic() - started))
    return pages, found


@contextmanager
def _preview(content: Path) -> Iterator[tuple[str, Callable[[], int]]]:
    """The preview, open: its address, and the way to wait until it has built, which tells of how
    many pages."""
    port = next(one for one in range(8000, 65536) if not door.is_taken(one))
    lines: SimpleQueue[str] = SimpleQueue()
    with subprocess.Popen(
        [*_door("serve.py", content), "--cong", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        said = process.stdout
        assert said

        def read() -> None:
            for line in said:
                lines.put(line)

        reader = threading.Thread(target=read, daemon=True)
        reader.start()

        def built() -> int:
            end = monotonic() + PATIENCE
            while monotonic() < end and process.poll() is None:
                with suppress(Empty):
                    if told := SHOWN.search(lines.get(timeout=1)):
                        return int(told[1])
            raise measure.CommandFault("Trang xem thử không dựng xong.")

        try:
            yield f"http://{door.HOST}:{port}/", built
        finally:
            process.terminate()
            process.wait()
            reader.join()


def _seen(address: str, **headers: str) -> str:
    """What is answered; the preview listens a moment after its first build."""
    end = monotonic() + PATIENCE
    while True:
        try:
            with urlopen(Request(address, headers=headers)) as answer:
                return str(answer.read().decode("utf-8"))
        except URLError:
            if monotonic() > end:
                raise
            sleep(PAUSE)


def _epoch(page: str) -> str:
    """When the page was made, as it says itself."""
    if told := re.search(r"livereload\((\d+), \d+\)", page):
        return told[1]
    raise measure.CommandFault("Trang xem thử không tự tải lại.")


def _door(name: str, content: Path) -> list[str]:
    day = bench_content.DAY.isoformat()
    return [sys.executable, str(ROOT / "scripts" / name), "--content", str(content), "--ngay", day]


HEAD = (
    *("mục", "trang", "dựng tiếp, giây", "CPU giây", "lưu → thấy trang, giây"),
    "lưu → mọi trang, giây",
)


def table(found: Sequence[Waited]) -> str:
    """The figures for people."""
    rows = [
        (
            *(one.case, str(one.pages), decimal(one.wall, 2), decimal(one.cpu, 2)),
            *(decimal(one.page, 2), decimal(one.everything, 2)),
        )
        for one in found
    ]
    return "\n".join(columns([HEAD, *rows]))


def as_data(found: Sequence[Waited]) -> dict[str, Any]:
    """The figures for machines."""
    rounded = [
        {
            name: round(value, 3) if isinstance(value, float) else value
            for name, value in asdict(one).items()
        }
        for one in found
    ]
    return {"results": rounded}
